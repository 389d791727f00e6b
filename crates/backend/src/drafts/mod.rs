//! Drafts: a task being built.

mod bulk;
mod call_follow_up;
mod calling_rule;
mod columns;
mod discard;
mod draft_edit;
mod edit;
mod export;
mod file_problem;
mod fixed_rows;
mod follow_up;
mod form;
mod held_back;
mod import;
mod intake;
mod launch;
mod lead_selection;
mod lead_views;
mod list;
mod looks;
mod policies;
mod questions;
mod readiness;
mod reading;
mod recent;
mod replacing;
mod review;
mod saving;
mod searches;
mod step_labels;
mod validated_list;
mod validation;
pub(crate) mod whole_list;

pub use bulk::apply_bulk_fix;
pub use call_follow_up::{CallFollowUp, call_follow_up_view, follow_calls};
pub use calling_rule::{give_reason, take_next_window, with_next_window};
pub(crate) use calling_rule::{needs_second_person, reason_for};
pub use columns::{Recounted, columns, match_columns};
pub use discard::{delete_unwanted, discard, restore};
pub use edit::{MAX_CELLS, edit, edit_cells, keep_row, leave_out, step_back_or_forth};
pub use export::{Download, rows_to_fix, template};
pub(crate) use export::{ROWS_UNDER_WAY, written};
pub use follow_up::follow_up;
pub use form::{form, form_as_typed, form_like, when};
pub use held_back::release;
pub use import::import_fixed_rows;
use jiff::Timestamp;
pub use launch::{confirm, launch};
pub use lead_selection::LeadSelection;
use leads::TaskRules;
use leads::views::{RobotMode, RobotRow, SheetView};
pub use list::list;
use localization::Message;
pub(crate) use looks::record_lead;
pub use policies::{PolicyChoice, apply_policies, set_policies};
pub(crate) use policies::{exclude_recent_numbers, free_numbers, resolve_all_duplicates};
pub use questions::{answer, read_numbers_as};
pub(crate) use readiness::{Readiness, validate_form, validate_test_form};
pub use reading::{ReadingChoice, read_again};
pub use replacing::{MAX_REPLACED_LENGTH, Replacement, preview_replacement, replace_text};
pub use review::review;
pub use saving::{note_like, save};
pub(crate) use step_labels::StepKind;
pub(crate) use validation::{ValidationRules, recent_window};

pub use file_problem::FileProblem;
use sheets::UploadedFile;

use crate::accounts::Account;
use crate::error::Error;
use crate::ids::DraftId;
use crate::messages::drafts as messages;
use crate::store::drafts::DraftRecord;
use crate::{Backend, Caller, robots, store};

/// What came with the form of a new task.
#[derive(Debug)]
pub enum Upload {
    /// No file was chosen.
    None,
    /// A file.
    File(UploadedFile),
    /// A file that was not even taken, and why.
    Refused(FileProblem),
}

/// What came of saving a form.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedDraft {
    /// Where it leads.
    pub next: Saved,
    /// The version of the draft that has the form; 0 where nothing was stored.
    pub version: i64,
    /// Whether something else was saved since the form was drawn, which is now replaced.
    pub changed_meanwhile: bool,
}

/// Where a saved form leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// Everything is good: the leads may be reviewed.
    Review,
    /// Something in the form has to be fixed first.
    ToFix,
    /// Nothing was stored: the form has neither a list nor a name. What is to be said of the list that was sent.
    NotStored(Message),
}

pub(crate) fn sheet_view(draft: &DraftRecord) -> Option<SheetView> {
    Some(SheetView {
        file_name: draft.file_name.clone()?,
        format: draft.format.as_ref()?.0.message(),
        lines: draft.format.as_ref()?.0.lines.message(),
        header_row: draft.format.as_ref()?.0.header_row,
        first_rows: Vec::new(),
        other_lists: Vec::new(),
        rows: draft.tally().all(),
        digest: hex::encode(draft.file_digest.as_ref()?),
        other_reading: None,
    })
}

async fn open_draft(backend: &Backend, caller: &Caller, id: DraftId) -> Result<DraftRecord, Error> {
    let draft = store::drafts::by_id(&backend.pool, caller.account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    still_open(&draft)?;
    Ok(draft)
}

/// Nothing changes a draft once it is a task.
pub(crate) fn still_open(draft: &DraftRecord) -> Result<(), Error> {
    match draft.task_id {
        None => Ok(()),
        Some(_) => Err(Error::Conflict(messages::already_submitted())),
    }
}

/// A form is drawn for one version of a draft: what was changed meanwhile is not overwritten.
pub(crate) fn at_version(draft: &DraftRecord, version: i64) -> Result<(), Error> {
    match draft.version == version {
        true => Ok(()),
        false => Err(Error::Conflict(messages::changed_meanwhile())),
    }
}

/// The chosen robot's variables; none when it is unknown, or its details cannot be had now.
async fn robot_variables(
    backend: &Backend,
    account: &Account,
    now: Timestamp,
    robot: &str,
) -> Result<Vec<leads::views::RobotVariable>, Error> {
    match robots::detailed(backend, account.id, now, robot).await {
        Ok((record, _)) => Ok(record.variables.0),
        Err(Error::NotFound) => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// What the rules for the form of a task need to know of the account.
pub(crate) fn rules<'a>(
    account: &'a Account,
    robots: &'a [RobotRow],
    now: Timestamp,
) -> TaskRules<'a> {
    TaskRules {
        robots,
        lines: &account.settings.lines,
        dnc_arranged: account.settings.dnc_arranged,
        needs_purpose: account.calling_rules.rule_set.needs_purpose,
        now,
        zone: account.zone(),
    }
}

/// Whether AIRudder is told `group`: decided by the robot.
pub(crate) fn is_group(mode: RobotMode) -> bool {
    mode == RobotMode::Group
}
