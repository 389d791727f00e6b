//! What the letters of results mean to the robots of a task.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use leads::results::meaning::Meanings;
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::error::Error;
use crate::ids::{AccountId, TaskId};
use crate::store;
use crate::store::robot_results::ResultsRecord;
use crate::store::robots::RobotRecord;

/// What the letters mean, by the provider's id of the robot.
#[derive(Clone, Debug, Default)]
pub(crate) struct MeaningsByRobot(HashMap<String, Meanings>);

impl MeaningsByRobot {
    /// What they mean to that robot; `None` where nothing is named yet.
    pub fn of(&self, robot: &str) -> Option<&Meanings> {
        self.0.get(robot)
    }

    fn of_records(records: Vec<ResultsRecord>) -> MeaningsByRobot {
        let by_robot = records.into_iter();
        MeaningsByRobot(
            by_robot
                .map(|record| (record.robot_id, record.meanings.0))
                .collect(),
        )
    }
}

/// A batch, and whose it is.
#[derive(Clone, Copy)]
pub(crate) struct BatchOf {
    pub account: AccountId,
    pub task: TaskId,
    pub batch: i32,
}

/// By what a batch that is over was read.
pub(crate) async fn as_read(
    connection: &mut PgConnection,
    of: BatchOf,
) -> Result<MeaningsByRobot, Error> {
    let BatchOf {
        account,
        task,
        batch,
    } = of;
    let records = store::robot_results::of_batch(connection, account, task, batch).await?;
    Ok(MeaningsByRobot::of_records(records))
}

/// Has a batch read by the newest version of each of its robots, and gives that. An answer may name as many robots as it has calls: only
/// those that the account knows are looked up.
pub(crate) async fn newest_for_batch(
    connection: &mut PgConnection,
    now: Timestamp,
    of: BatchOf,
    robots: &BTreeSet<&str>,
) -> Result<MeaningsByRobot, Error> {
    let mut records = Vec::new();
    let named: Vec<&str> = robots.iter().copied().collect();
    for robot in store::robot_results::known(connection, of.account, &named).await? {
        if let Some(newest) = newest(connection, now, of.account, &robot).await? {
            let (task, batch) = (of.task, of.batch);
            store::robot_results::read_by(connection, task, batch, &robot, newest.version).await?;
            records.push(newest);
        }
    }
    Ok(MeaningsByRobot::of_records(records))
}

/// The newest version of a robot; the first is what the provider tells of it, where it does.
pub(crate) async fn newest(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    robot: &str,
) -> Result<Option<ResultsRecord>, Error> {
    if let Some(newest) = store::robot_results::newest(connection, account, robot).await? {
        return Ok(Some(newest));
    }
    let Some(known) = store::robots::by_id(&mut *connection, account, robot).await? else {
        return Ok(None);
    };
    let Some(first) = first(&known) else {
        return Ok(None);
    };
    // Somebody else may have added it meanwhile: it is the same then, or a person's, which counts.
    if store::robot_results::add(connection, now, account, &first, None).await? {
        return Ok(Some(first));
    }
    Ok(store::robot_results::newest(connection, account, robot).await?)
}

/// The first version of a robot, where the provider tells what its letters mean.
pub(super) fn first(robot: &RobotRecord) -> Option<ResultsRecord> {
    let labels = airudder::Robot::labels(&robot.raw).into_iter();
    let names: Vec<(String, String)> = labels.map(|label| (label.letter, label.meaning)).collect();
    (!names.is_empty()).then(|| ResultsRecord {
        robot_id: robot.robot_id.clone(),
        version: 1,
        meanings: Json(Meanings::from_names(&names)),
    })
}
