//! The table of what the results of a robot mean: shown to everybody, changed by administrators.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use leads::Action;
use leads::results::meaning::{Meaning, MeaningInput, Meanings, ResultGroup, canonical_letter};
use leads::views::RobotResultsView;
use sqlx::types::Json;

use super::meanings;
use crate::audit::{AuditAction, AuditEntry, AuditObject, SettingChange, changed_fields};
use crate::error::Error;
use crate::robots::detailed;
use crate::store::robot_results::{NewestResults, ResultsRecord, StoredResults};
use crate::store::robots::RobotRecord;
use crate::{Backend, Caller, do_not_call, messages, store};

/// What the results of a robot mean. A robot of which nothing is stored has what AIRudder tells.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such robot.
pub async fn robot_results(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    robot_id: &str,
) -> Result<RobotResultsView, Error> {
    caller.must(Action::See)?;
    let account = caller.account.id;
    let (robot, _) = detailed(backend, account, now, robot_id).await?;
    let stored = store::robot_results::stored(&backend.pool, account, robot_id).await?;
    Ok(table(caller, now, &robot, stored))
}

/// The table of a robot, out of what is stored of it.
pub(crate) fn table(
    caller: &Caller,
    now: Timestamp,
    robot: &RobotRecord,
    stored: StoredResults,
) -> RobotResultsView {
    let zone = caller.account.zone();
    let (version, meanings, changed) = match stored.newest {
        Some(NewestResults {
            version,
            meanings,
            changed_at,
            changed_by,
        }) => {
            let changed = changed_by.map(|name| (name, leads::moment(changed_at, now, zone)));
            (version, meanings, changed)
        }
        // The first answer that is read, or the first change, stores it.
        None => match meanings::first(robot) {
            Some(first) => (first.version, first.meanings.0, None),
            None => (0, Meanings::default(), None),
        },
    };
    let unnamed: BTreeSet<String> = stored
        .letters
        .iter()
        .filter(|letter| meanings.of(letter).is_none())
        .map(|letter| canonical_letter(letter))
        .collect();
    RobotResultsView {
        robot: robot.robot_id.clone(),
        robot_name: robot.name.clone(),
        results: meanings.into(),
        unnamed: unnamed.into_iter().collect(),
        version: u32::try_from(version).unwrap_or_default(),
        changed,
        may_change: caller.may(Action::Administer),
    }
}

/// Saves what the results of a robot mean as a new version, where something is different. `version` is the one that was changed:
/// that of the [`RobotResultsView`]. Tasks that are not over are read by it from their next answer on; who asked not to be called, as it says
/// now, is on the company's list at once, whatever task the call was of.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::NotFound`] when the account has no such robot, [`Error::Conflict`] when somebody
/// else has changed them meanwhile, [`Error::Problems`] for everything that has to be fixed.
pub async fn save_robot_results(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    robot_id: &str,
    version: u32,
    rows: &[MeaningInput],
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    let account = caller.account.id;
    let mut transaction = backend.pool.begin().await?;
    if store::robots::by_id(&mut *transaction, account, robot_id)
        .await?
        .is_none()
    {
        return Err(Error::NotFound);
    }
    let newest = meanings::newest(&mut transaction, now, account, robot_id).await?;
    let newest_version = newest.as_ref().map_or(0, |newest| newest.version);
    if i32::try_from(version) != Ok(newest_version) {
        return Err(changed_meanwhile());
    }
    let meanings = Meanings::parse(rows).map_err(Error::Problems)?;
    let is_same = match &newest {
        Some(newest) => newest.meanings.0 == meanings,
        None => meanings.all().is_empty(),
    };
    if !is_same {
        let old = newest.as_ref().map(|newest| &newest.meanings.0);
        let changes = changed_letters(old, &meanings)?;
        let opt_outs = new_opt_outs(old, &meanings);
        let next = ResultsRecord {
            robot_id: robot_id.to_owned(),
            version: newest_version + 1,
            meanings: Json(meanings),
        };
        let by = Some(caller.person);
        if !store::robot_results::add(&mut transaction, now, account, &next, by).await? {
            return Err(changed_meanwhile());
        }
        let of = (account, robot_id);
        do_not_call::add_opt_outs_named_later(&mut transaction, backend, now, of, &opt_outs)
            .await?;
        let changed = AuditAction::RobotResultsChanged {
            version: version + 1,
            changes,
        };
        let robot = AuditObject::Robot(robot_id.to_owned());
        let entry = AuditEntry::of(caller, now, changed).about(robot);
        store::audit::insert(&mut *transaction, &entry).await?;
    }
    transaction.commit().await?;
    // Somebody who is on the list since may be called right now.
    backend.wake_worker();
    Ok(())
}

/// The letters that say from now on that somebody does not want to be called, and did not before.
fn new_opt_outs(before: Option<&Meanings>, after: &Meanings) -> BTreeSet<String> {
    let says_so = |meaning: &Meaning| meaning.group == ResultGroup::DoNotCall;
    let said_so = |letter: &str| {
        before
            .and_then(|before| before.of(letter))
            .is_some_and(says_so)
    };
    let all = after.all().iter();
    all.filter(|meaning| says_so(meaning) && !said_so(&meaning.letter))
        .map(|meaning| canonical_letter(&meaning.letter))
        .collect()
}

/// What changed of the results, by letter.
fn changed_letters(
    before: Option<&Meanings>,
    after: &Meanings,
) -> Result<Vec<SettingChange>, Error> {
    let by_letter = |meanings: &Meanings| -> BTreeMap<String, Meaning> {
        let all = meanings.all().iter();
        all.map(|meaning| (meaning.letter.clone(), meaning.clone()))
            .collect()
    };
    let before = before.map(by_letter).unwrap_or_default();
    changed_fields(&before, &by_letter(after))
}

fn changed_meanwhile() -> Error {
    Error::Conflict(messages::tasks::results_changed_meanwhile())
}
