//! The account's robots: asked for at the provider, kept as last seen.

use std::time::Duration;

use futures::{StreamExt, TryStreamExt};
use jiff::{SignedDuration, Timestamp};
use leads::Field;
use leads::views::{RobotListView, RobotMode, RobotRow, RobotVariable, RobotView};
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use crate::accounts::{self, Account};
use crate::error::{Error, provider_sentence};
use crate::store::robots::RobotRecord;
use crate::{Backend, Caller, store};

/// A page asks the provider again when what it has is older than this.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// A page waits so long for the provider, then shows what was seen last.
const PATIENCE: Duration = Duration::from_secs(4);

/// Robots whose details are asked for together with the list, and how many of them at the same time.
const MOST_ASKED_AT_ONCE: usize = 50;
const DETAILS_UNDER_WAY: usize = 4;

/// The robots whose name, id or language holds the words of `q`, of that mode.
///
/// A list that is old is asked for again; when that fails, the last list is shown with a notice.
///
/// # Errors
/// When the database fails.
pub async fn list(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    q: &str,
    mode: Option<RobotMode>,
) -> Result<RobotListView, Error> {
    let account = accounts::of(backend, caller).await?;
    let known = known(backend, &account, now).await?;
    let total = known.robots.len();
    let words = q.to_lowercase();
    let robots = known
        .robots
        .into_iter()
        .filter(|robot| mode.is_none() || robot.mode == mode)
        .filter(|robot| {
            let text = format!(
                "{} {} {}",
                robot.name,
                robot.id,
                robot.language.as_deref().unwrap_or_default()
            )
            .to_lowercase();
            words.split_whitespace().all(|word| text.contains(word))
        })
        .collect();
    Ok(RobotListView {
        robots,
        total,
        as_of: known.seen_at.map(|at| leads::moment(at, account.zone())),
        notice: known.notice,
    })
}

/// The robots as a use case needs them.
pub(crate) struct KnownRobots {
    pub robots: Vec<RobotRow>,
    pub seen_at: Option<Timestamp>,
    pub notice: Option<String>,
}

/// The robots, asked for again when the list is old.
pub(crate) async fn known(
    backend: &Backend,
    account: &Account,
    now: Timestamp,
) -> Result<KnownRobots, Error> {
    let seen = store::robots::list_seen(&backend.pool, account.id).await?;
    let asked_at = seen.as_ref().map(|seen| seen.asked_at.to_jiff());
    if asked_at.is_none_or(|asked_at| now.duration_since(asked_at) > FRESH) {
        ask_for_list(backend, account.id, now, PATIENCE).await?;
    }
    let seen = store::robots::list_seen(&backend.pool, account.id).await?;
    let robots = store::robots::list(&backend.pool, account.id).await?;
    let notice = seen
        .as_ref()
        .and_then(|seen| seen.failure.clone())
        .map(|failure| {
            if robots.is_empty() {
                failure
            } else {
                format!("{failure} These are the robots as last seen.")
            }
        });
    Ok(KnownRobots {
        robots: robots.into_iter().map(row).collect(),
        seen_at: seen.and_then(|seen| seen.seen_at).map(store::At::to_jiff),
        notice,
    })
}

/// Asks the provider for the list now.
///
/// # Errors
/// [`Error::Provider`] when it does not answer; what was seen last stays.
pub async fn refresh(backend: &Backend, caller: &Caller, now: Timestamp) -> Result<(), Error> {
    match ask_for_list(backend, caller.account, now, PATIENCE * 4).await? {
        Some(failure) => Err(Error::Provider(failure)),
        None => Ok(()),
    }
}

/// Asks for the list and writes down what came of it: the sentence of a failure, or nothing.
async fn ask_for_list(
    backend: &Backend,
    account: Uuid,
    now: Timestamp,
    patience: Duration,
) -> Result<Option<String>, Error> {
    let answer = tokio::time::timeout(patience, backend.provider.robots()).await;
    let mut transaction = backend.pool.begin().await?;
    let failure = match answer {
        Ok(Ok(robots)) => {
            let ids: Vec<String> = robots.iter().map(|robot| robot.id.clone()).collect();
            for (position, robot) in (0..).zip(robots) {
                let record = record(robot, None);
                store::robots::upsert(&mut transaction, account, Some(position), &record).await?;
            }
            store::robots::keep_only(&mut transaction, account, &ids).await?;
            None
        }
        Ok(Err(error)) => {
            tracing::warn!(%error, "the robots could not be listed");
            Some(provider_sentence(&error))
        }
        Err(_) => {
            tracing::warn!("the robots were not listed in time");
            Some("AIRudder did not answer in time.".to_owned())
        }
    };
    store::robots::list_asked(&mut transaction, account, now, failure.as_deref()).await?;
    transaction.commit().await?;
    if failure.is_none() {
        let missing = ask_for_missing_details(backend, account, now);
        // Whatever has not come by then is asked for when somebody opens the robot.
        if let Ok(asked) = tokio::time::timeout(patience, missing).await {
            asked?;
        }
    }
    Ok(failure)
}

/// A list tells too little: which variables a robot needs stands in its details only.
async fn ask_for_missing_details(
    backend: &Backend,
    account: Uuid,
    now: Timestamp,
) -> Result<(), Error> {
    let robots = store::robots::list(&backend.pool, account).await?;
    let missing = robots
        .into_iter()
        .filter(|robot| robot.detailed_at.is_none());
    futures::stream::iter(missing.take(MOST_ASKED_AT_ONCE))
        .map(Ok)
        .try_for_each_concurrent(DETAILS_UNDER_WAY, async |robot: RobotRecord| {
            detailed(backend, account, now, &robot.robot_id)
                .await
                .map(|_| ())
        })
        .await
}

/// One robot, with everything that the provider tells.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such robot.
pub async fn view(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: &str,
) -> Result<RobotView, Error> {
    let account = accounts::of(backend, caller).await?;
    known(backend, &account, now).await?;
    let (record, notice) = detailed(backend, account.id, now, id).await?;
    let facts = facts(&record.raw);
    let as_of = record
        .detailed_at
        .map(|at| leads::moment(at.to_jiff(), account.zone()));
    Ok(RobotView {
        robot: row(record),
        facts,
        as_of,
        notice,
    })
}

/// A robot with its details, asked for when they are missing or old.
pub(crate) async fn detailed(
    backend: &Backend,
    account: Uuid,
    now: Timestamp,
    id: &str,
) -> Result<(RobotRecord, Option<String>), Error> {
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
    let failure = match tokio::time::timeout(PATIENCE, backend.provider.robot(id)).await {
        Ok(Ok(robot)) => {
            let mut robot = record(robot, Some(now));
            id.clone_into(&mut robot.robot_id);
            let mut connection = backend.pool.acquire().await?;
            store::robots::upsert(&mut connection, account, None, &robot).await?;
            None
        }
        Ok(Err(error)) => Some(provider_sentence(&error)),
        Err(_) => Some("AIRudder did not answer in time.".to_owned()),
    };
    let notice = failure.map(|failure| format!("{failure} This is the robot as last seen."));
    let stored = store::robots::by_id(&backend.pool, account, id)
        .await?
        .ok_or(Error::NotFound)?;
    Ok((stored, notice))
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
                .find(|field| field.label().eq_ignore_ascii_case(&variable.slot))?;
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
        raw: robot.raw,
        detailed_at: detailed_at.map(store::at),
    }
}

pub(crate) fn row(record: RobotRecord) -> RobotRow {
    RobotRow {
        id: record.robot_id,
        name: record.name,
        mode: record.mode.as_deref().and_then(RobotMode::from_key),
        language: record.language,
        variables: record.variables.0,
    }
}

/// What the provider's answer tells beside what is shown of a robot anyway: its fields under their own names, as text.
fn facts(raw: &Value) -> Vec<(String, String)> {
    airudder::Robot::further_fields(raw)
        .into_iter()
        .map(|(name, value)| (name.clone(), text(value)))
        .collect()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "–".to_owned(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let parts: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!("{name}: {}", text(value)))
                .collect();
            parts.join("; ")
        }
        other => other.to_string(),
    }
}
