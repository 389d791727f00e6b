//! Whether this process does its work: what whoever watches it asks for.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::error::Error;
use crate::installation::Installation;
use crate::{Backend, store};

/// A worker that has not come through a turn for so long does not work. It takes one a second.
pub const MAX_TURN: SignedDuration = SignedDuration::from_mins(1);

/// What was found. Nothing of it is about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// Whether everything is as it should be.
    pub ready: bool,
    /// Whether the schema has every migration that this version needs.
    pub schema_is_current: bool,
    /// Seconds since the worker of this process last came through a turn, of several accounts the one whose turn is the longest ago; none
    /// before the first of each.
    pub worker_turned_seconds_ago: Option<i64>,
    /// For how many seconds the oldest batch that is due has waited, of all processes; none where nothing is due.
    pub oldest_due_seconds: Option<i64>,
}

impl Readiness {
    /// What is wrong, a sentence each.
    pub fn problems(&self) -> Vec<&'static str> {
        let mut problems = Vec::new();
        if !self.schema_is_current {
            problems.push("The database schema is out of date: run coxswain migrate.");
        }
        if !self.worker_turns() {
            problems.push("The worker has not finished a round for a minute.");
        }
        problems
    }

    fn worker_turns(&self) -> bool {
        self.worker_turned_seconds_ago
            .is_some_and(|seconds| seconds < MAX_TURN.as_secs())
    }
}

/// Looks whether this process does its work.
///
/// # Errors
/// When the database does not answer.
pub async fn readiness(installation: &Installation, now: Timestamp) -> Result<Readiness, Error> {
    let accounts = installation.accounts().into_iter();
    let accounts: Vec<Backend> = accounts.map(|account| account.backend).collect();
    readiness_of(installation.backend(), &accounts, now).await
}

/// The same of those accounts.
///
/// # Errors
/// When the database does not answer.
pub async fn readiness_of(
    backend: &Backend,
    accounts: &[Backend],
    now: Timestamp,
) -> Result<Readiness, Error> {
    let seconds_since = |then: Timestamp| now.duration_since(then).as_secs().max(0);
    let missing = store::schema::missing_migrations(&backend.pool).await?;
    // A worker that has not turned yet, or an account that nobody works for, is no readiness.
    let turns = accounts.iter().map(Backend::last_turn);
    let turned: Option<Vec<Timestamp>> = turns.collect();
    let mut oldest = None;
    for account in accounts {
        let due = store::batches::oldest_due(&account.pool, now).await?;
        oldest = oldest.into_iter().chain(due).min();
    }
    let last = turned.and_then(|turned| turned.into_iter().min());
    let mut readiness = Readiness {
        ready: false,
        schema_is_current: missing.is_empty(),
        worker_turned_seconds_ago: last.map(seconds_since),
        oldest_due_seconds: oldest.map(seconds_since),
    };
    readiness.ready = readiness.problems().is_empty();
    Ok(readiness)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_without_a_turn_for_a_minute_does_not_work_nor_does_one_before_its_first() {
        let with = |turned: Option<i64>, schema_is_current: bool| {
            let readiness = Readiness {
                ready: false,
                schema_is_current,
                worker_turned_seconds_ago: turned,
                oldest_due_seconds: None,
            };
            readiness.problems().len()
        };
        for (turned, current, problems) in [
            (Some(0), true, 0),
            (Some(59), true, 0),
            (Some(60), true, 1),
            (None, true, 1),
            (Some(0), false, 1),
            (None, false, 2),
        ] {
            assert_eq!(with(turned, current), problems, "{turned:?} {current}");
        }
    }
}
