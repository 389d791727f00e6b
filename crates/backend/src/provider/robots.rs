//! What the provider tells of robots, as it was last seen: asked for when it is old, by one at a time, and left alone for a while
//! where it cannot be had.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::{StreamExt, TryStreamExt};
use jiff::{SignedDuration, Timestamp};
use leads::Field;
use leads::views::{RobotMode, RobotRow, RobotVariable};
use localization::Message;
use sqlx::types::Json;
use tokio::sync::OwnedMutexGuard;

use super::Failure;
use crate::accounts::Account;
use crate::error::{Error, Unreadable};
use crate::ids::AccountId;
use crate::messages::provider as messages;
use crate::store::robots::{RobotListRecord, RobotRecord, SeenRobot, SeenRobots};
use crate::{Backend, store, stored_sentences};

/// A page asks the provider again when what it has is older than this.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// A page waits so long for the provider, then shows what was seen last.
const PROVIDER_TIMEOUT: Duration = Duration::from_secs(4);

/// Once a robot's details could not be had, nobody asks for any for so long.
const DETAILS_REST: SignedDuration = SignedDuration::from_mins(1);

/// Robots whose details are asked for together with the list, and how many of them at the same time.
const MAX_ASKED_AT_ONCE: usize = 50;
const DETAILS_UNDER_WAY: usize = 4;

/// What is being asked about robots, and what was found not to work: of this process.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// Held by the one who asks for the list.
    list: Arc<tokio::sync::Mutex<()>>,
    /// When details could last not be had, and why.
    no_details: Mutex<Option<(Timestamp, Message)>>,
}

impl Asked {
    fn no_details(&self) -> MutexGuard<'_, Option<(Timestamp, Message)>> {
        self.no_details
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Why details are not asked for now, if they are not.
    fn rests(&self, now: Timestamp) -> Option<Message> {
        let no_details = self.no_details();
        let (since, why) = no_details.as_ref()?;
        (now.duration_since(*since) < DETAILS_REST).then(|| why.clone())
    }
}

/// The robots as a use case needs them.
pub(crate) struct KnownRobots {
    pub robots: Vec<RobotRow>,
    pub seen_at: Option<Timestamp>,
    pub notice: Option<Message>,
}

/// The robots, asked for again when the list is old. Of several who want the list at once one asks, and the others take what is
/// stored; where nothing is, they wait for that answer.
pub(crate) async fn known(
    backend: &Backend,
    account: &Account,
    now: Timestamp,
) -> Result<KnownRobots, Error> {
    let seen = store::robots::seen(&backend.pool, account.id).await?;
    known_since(backend, account, now, seen).await
}

/// The robots where they were read already, asked for again when the list is old.
pub(crate) async fn known_since(
    backend: &Backend,
    account: &Account,
    now: Timestamp,
    mut seen: SeenRobots,
) -> Result<KnownRobots, Error> {
    let is_old = move |asked_at: Timestamp| now.duration_since(asked_at) > FRESH;
    let mut not_asked = None;
    let list = seen.list.as_ref();
    if list.is_none_or(|list| is_old(list.asked_at)) {
        let turn = match Arc::clone(&backend.robots.list).try_lock_owned() {
            Ok(turn) => Some(turn),
            Err(_) if list.is_some() => None,
            Err(_) => wait_for_turn(backend, PROVIDER_TIMEOUT).await,
        };
        if let Some(turn) = turn {
            let asking = ask_for_list(backend.clone(), account.id, now, turn, move |seen| {
                !is_old(seen.asked_at.to_jiff())
            });
            let late = || Some(messages::not_in_time());
            not_asked = within(PROVIDER_TIMEOUT, asking).await?.unwrap_or_else(late);
        }
        seen = store::robots::seen(&backend.pool, account.id).await?;
    }
    let SeenRobots { list, robots } = seen;
    let notice = not_asked
        .or_else(|| Some(stored_sentences::read(list.as_ref()?.failure.as_deref()?)))
        .map(|failure| {
            if robots.is_empty() {
                failure
            } else {
                Message::sentences([failure, messages::last_known_robots()])
            }
        });
    Ok(KnownRobots {
        robots: robots.into_iter().filter_map(readable_row).collect(),
        seen_at: list.and_then(|list| list.seen_at),
        notice,
    })
}

/// Asks for the list now, whatever is stored.
///
/// # Errors
/// [`Error::Provider`] when the provider does not answer; what was seen last stays.
pub async fn ask_again(backend: &Backend, account: AccountId, now: Timestamp) -> Result<(), Error> {
    let patience = PROVIDER_TIMEOUT * 4;
    let late = || Error::Provider(messages::not_in_time());
    let turn = wait_for_turn(backend, patience).await.ok_or_else(late)?;
    // Whoever had the turn before may have asked since the button was pressed.
    let is_new = move |seen: &RobotListRecord| seen.asked_at.to_jiff() > now;
    let asking = ask_for_list(backend.clone(), account, now, turn, is_new);
    if let Some(not_asked) = within(patience, asking).await?.ok_or_else(late)? {
        return Err(Error::Provider(not_asked));
    }
    let seen = store::robots::list_seen(&backend.pool, account).await?;
    match seen.and_then(|seen| seen.failure) {
        Some(failure) => Err(Error::Provider(stored_sentences::read(&failure))),
        None => Ok(()),
    }
}

/// A robot with its details, asked for when they are missing or old.
pub(crate) async fn detailed(
    backend: &Backend,
    account: AccountId,
    now: Timestamp,
    id: &str,
) -> Result<(RobotRecord, Option<Message>), Error> {
    let stored = store::robots::by_id(&backend.pool, account, id)
        .await?
        .ok_or(Error::NotFound)?;
    let fresh = stored
        .detailed_at
        .as_ref()
        .is_some_and(|at| now.duration_since(at.to_jiff()) <= FRESH);
    if fresh {
        return Ok((stored, None));
    }
    let asking = ask_for_details(backend.clone(), account, now, id.to_owned());
    let failure = match within(PROVIDER_TIMEOUT, asking).await? {
        Some(failure) => failure,
        None => {
            *backend.robots.no_details() = Some((now, messages::not_in_time()));
            Some(messages::not_in_time())
        }
    };
    let notice =
        failure.map(|failure| Message::sentences([failure, messages::robot_as_last_known()]));
    let stored = store::robots::by_id(&backend.pool, account, id)
        .await?
        .ok_or(Error::NotFound)?;
    Ok((stored, notice))
}

async fn wait_for_turn(backend: &Backend, patience: Duration) -> Option<OwnedMutexGuard<()>> {
    let turn = Arc::clone(&backend.robots.list).lock_owned();
    tokio::time::timeout(patience, turn).await.ok()
}

/// Waits so long for work that goes on by itself when nobody waits any more; `None` where it takes longer.
async fn within<T: Send + 'static>(
    patience: Duration,
    work: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<Option<T>, Error> {
    match tokio::time::timeout(patience, tokio::spawn(work)).await {
        Err(_) => Ok(None),
        Ok(Ok(done)) => done.map(Some),
        Ok(Err(panicked)) => Err(Error::Machine(std::io::Error::other(panicked))),
    }
}

/// Asks for the list, unless somebody else has meanwhile, and writes down what came of it; then for details that were never seen.
/// The sentence says why nobody was asked.
async fn ask_for_list(
    backend: Backend,
    account: AccountId,
    now: Timestamp,
    turn: OwnedMutexGuard<()>,
    is_fresh: impl Fn(&RobotListRecord) -> bool,
) -> Result<Option<Message>, Error> {
    let seen = store::robots::list_seen(&backend.pool, account).await?;
    if seen.as_ref().is_some_and(is_fresh) {
        return Ok(None);
    }
    let answer = backend.provider.robots(|| now).await;
    if let Err(failure @ Failure::LeftAlone) = &answer {
        return Ok(Some(failure.message()));
    }
    let is_listed = answer.is_ok();
    write_list(&backend, account, now, answer).await?;
    drop(turn);
    if is_listed {
        ask_for_missing_details(&backend, account, now).await?;
    }
    Ok(None)
}

async fn write_list(
    backend: &Backend,
    account: AccountId,
    now: Timestamp,
    answer: Result<Vec<airudder::Robot>, Failure>,
) -> Result<(), Error> {
    let mut transaction = backend.pool.begin().await?;
    let failure = match answer {
        Ok(robots) => {
            let ids: Vec<String> = robots.iter().map(|robot| robot.id.clone()).collect();
            let mut robots: Vec<_> = (0..).zip(robots).collect();
            // Two processes that write the list at once take the rows in the same order, whatever that of the list is.
            robots.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
            for (position, robot) in robots {
                let record = record(robot, None);
                store::robots::upsert(&mut transaction, account, Some(position), &record).await?;
            }
            store::robots::keep_only(&mut transaction, account, &ids).await?;
            None
        }
        Err(failure) => {
            tracing::warn!(%failure, "the robots could not be listed");
            Some(failure.message().to_string())
        }
    };
    store::robots::list_asked(&mut transaction, account, now, failure.as_deref()).await?;
    transaction.commit().await?;
    Ok(())
}

/// A list tells too little: which variables a robot needs stands in its details only. Whatever cannot be had now is asked for
/// when somebody opens the robot.
async fn ask_for_missing_details(
    backend: &Backend,
    account: AccountId,
    now: Timestamp,
) -> Result<(), Error> {
    let robots = store::robots::list(&backend.pool, account).await?;
    let missing = robots
        .into_iter()
        .filter(|robot| robot.detailed_at.is_none())
        .take(MAX_ASKED_AT_ONCE)
        .map(|robot| ask_for_details(backend.clone(), account, now, robot.robot_id));
    let asked = futures::stream::iter(missing).buffer_unordered(DETAILS_UNDER_WAY);
    asked.try_for_each(|_| std::future::ready(Ok(()))).await
}

/// Asks for the details of a robot and writes them down; the sentence says why they could not be had.
///
/// Once they could not, nobody asks again for a while: a form that is saved would wait for each of them.
async fn ask_for_details(
    backend: Backend,
    account: AccountId,
    now: Timestamp,
    id: String,
) -> Result<Option<Message>, Error> {
    if let Some(why) = backend.robots.rests(now) {
        return Ok(Some(why));
    }
    let failure = match backend.provider.robot(|| now, &id).await {
        Ok(robot) => {
            *backend.robots.no_details() = None;
            let robot = RobotRecord {
                robot_id: id,
                ..record(robot, Some(now))
            };
            let mut connection = backend.pool.acquire().await?;
            store::robots::upsert(&mut connection, account, None, &robot).await?;
            return Ok(None);
        }
        Err(failure) => failure,
    };
    let sentence = failure.message();
    // What is said of one robot says nothing of the others.
    let is_of_all = match &failure {
        Failure::LeftAlone
        | Failure::NoCredentials
        | Failure::Call(airudder::Error::Refused { .. } | airudder::Error::Undecodable { .. }) => {
            false
        }
        Failure::Call(_) => true,
    };
    if is_of_all {
        tracing::warn!(%failure, "the details of a robot could not be had");
        *backend.robots.no_details() = Some((now, sentence.clone()));
    }
    Ok(Some(sentence))
}

fn record(robot: airudder::Robot, detailed_at: Option<Timestamp>) -> RobotRecord {
    let mode = robot.method().map(|method| match method {
        airudder::RobotMethod::Single => RobotMode::Single,
        airudder::RobotMethod::Group => RobotMode::Group,
    });
    let variables = robot
        .variables
        .into_iter()
        .filter_map(|variable| {
            let field = [Field::ExtraA, Field::ExtraB, Field::ExtraC]
                .into_iter()
                .find(|field| field.name().eq_ignore_ascii_case(&variable.slot))?;
            Some(RobotVariable {
                field,
                name: variable.name,
                description: variable.description,
            })
        })
        .collect();
    RobotRecord {
        // A robot without a name is called by its id.
        name: robot.name.unwrap_or_else(|| robot.id.clone()),
        robot_id: robot.id,
        mode: mode.map(|mode| mode.key().to_owned()),
        language: robot.language,
        variables: Json(variables),
        script: airudder::Robot::script(&robot.raw),
        raw: robot.raw,
        detailed_at: detailed_at.map(store::at),
    }
}

/// A robot as it is shown.
pub(crate) fn row(record: RobotRecord) -> Result<RobotRow, Unreadable> {
    Ok(RobotRow {
        mode: mode(&record.robot_id, record.mode.as_deref())?,
        id: record.robot_id,
        name: record.name,
        language: record.language,
        variables: record.variables.0,
        says: record.script,
    })
}

fn mode(robot: &str, mode: Option<&str>) -> Result<Option<RobotMode>, Unreadable> {
    let unreadable = || Unreadable::new("robots", "mode", robot);
    mode.map(|mode| RobotMode::from_key(mode).ok_or_else(unreadable))
        .transpose()
}

fn seen_row(robot: SeenRobot) -> Result<RobotRow, Unreadable> {
    let variables = serde_json::from_value(robot.variables);
    let unreadable = |_| Unreadable::new("robots", "variables", &robot.robot_id);
    Ok(RobotRow {
        mode: mode(&robot.robot_id, robot.mode.as_deref())?,
        variables: variables.map_err(unreadable)?,
        id: robot.robot_id,
        name: robot.name,
        language: robot.language,
        says: robot.script,
    })
}

/// One that cannot be read is left out, so that the others can be chosen.
fn readable_row(robot: SeenRobot) -> Option<RobotRow> {
    let log = |error: &Unreadable| tracing::error!(%error, "a robot cannot be read");
    seen_row(robot).inspect_err(log).ok()
}
