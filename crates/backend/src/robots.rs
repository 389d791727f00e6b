//! The account's robots: asked for at the provider, kept as last seen.

mod facts;

use jiff::Timestamp;
use leads::Action;
use leads::views::{RobotListView, RobotMode, RobotRow, RobotView};
use localization::Language;

use crate::error::Error;
use crate::provider::robots::{ask_again, row};
pub(crate) use crate::provider::robots::{detailed, known, known_since};
use crate::{Backend, Caller, results, store};

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
    caller.must(Action::See)?;
    let account = &*caller.account;
    let known = known(backend, account, now).await?;
    let total = known.robots.len();
    let words = q.to_lowercase();
    let robots = known
        .robots
        .into_iter()
        .filter(|robot| mode.is_none() || robot.mode == mode)
        .filter(|robot| {
            let text = searched(robot).to_lowercase();
            words.split_whitespace().all(|word| text.contains(word))
        })
        .collect();
    Ok(RobotListView {
        robots,
        total,
        as_of: known
            .seen_at
            .map(|at| leads::moment(at, now, account.zone())),
        notice: known.notice,
    })
}

/// What a robot is searched by; its language by what people call it in any of theirs.
fn searched(robot: &RobotRow) -> String {
    let mut text = format!("{} {}", robot.name, robot.id);
    if let Some(told) = &robot.language {
        let name = leads::named_language(told).name;
        for language in Language::ALL {
            text.push(' ');
            text.push_str(&name.text(language));
        }
    }
    text
}

/// Asks the provider for the list now.
///
/// # Errors
/// [`Error::Provider`] when it does not answer; what was seen last stays.
pub async fn refresh(backend: &Backend, caller: &Caller, now: Timestamp) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    ask_again(backend, caller.account.id, now).await
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
    caller.must(Action::See)?;
    let account = &*caller.account;
    let stored = store::robot_results::stored_with_seen(&backend.pool, account.id, id);
    let (stored, seen) = stored.await?;
    known_since(backend, account, now, seen).await?;
    let (record, notice) = detailed(backend, account.id, now, id).await?;
    let facts = facts::facts(&record.raw, now, account.zone());
    let script = airudder::Robot::script(&record.raw);
    let results = results::table(caller, now, &record, stored);
    let as_of = record
        .detailed_at
        .map(|at| leads::moment(at.to_jiff(), now, account.zone()));
    Ok(RobotView {
        robot: row(record)?,
        script,
        results,
        facts,
        as_of,
        notice,
    })
}
