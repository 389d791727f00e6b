//! How a draft stands: whether its settings still hold, what its last check says, and what may be done next.

use jiff::{SignedDuration, Timestamp};
use leads::states::CheckState;
use leads::views::{FormFault, RobotRow, TaskForm};
use leads::{TaskSettings, parse_task_form};

use crate::accounts::Account;
use crate::store::checks::CheckRecord;
use crate::store::drafts::DraftRecord;

/// A check older than this no longer says what AIRudder would do.
pub(crate) const CHECK_HOLDS: SignedDuration = SignedDuration::from_mins(15);

/// The settings of the form, or what has to be fixed.
pub(crate) fn judge_form(
    account: &Account,
    robots: &[RobotRow],
    now: Timestamp,
    form: &TaskForm,
) -> Result<TaskSettings, Vec<FormFault>> {
    parse_task_form(form, &super::rules(account, robots, now))
}

/// How a draft stands with its last check.
pub(crate) struct Standing<'a> {
    pub draft: &'a DraftRecord,
    pub settings: &'a Result<TaskSettings, Vec<FormFault>>,
    pub check: Option<&'a CheckRecord>,
    pub refused: u32,
    pub account: &'a Account,
    pub sandbox: bool,
    pub now: Timestamp,
}

impl Standing<'_> {
    /// Whether the check was of the draft as it is now.
    pub fn check_is_of_this_version(&self) -> bool {
        self.check
            .is_some_and(|check| check.draft_version == self.draft.version)
    }

    /// Whether the check still holds: of this version, and recent enough.
    pub fn check_is_current(&self) -> bool {
        let recent = |check: &CheckRecord| {
            check
                .ended_at
                .as_ref()
                .is_none_or(|at| self.now.duration_since(at.to_jiff()) <= CHECK_HOLDS)
        };
        self.check_is_of_this_version() && self.check.is_some_and(recent)
    }

    /// A file that could not be read must not leave the one before it to be called by mistake.
    fn sheet_hindrance(&self) -> Option<String> {
        let problem = self.draft.sheet_problem.as_ref()?;
        Some(format!("Your last file could not be used. {problem}"))
    }

    fn settings_hindrance(&self) -> Option<String> {
        let faults = self.settings.as_ref().err()?;
        let sentences: Vec<&str> = faults.iter().map(|fault| fault.sentence.as_str()).collect();
        Some(format!(
            "Change the call settings first. {}",
            sentences.join(" ")
        ))
    }

    /// How the leads are split: leads in each part.
    pub fn parts(&self) -> Vec<u32> {
        self.account.split(self.draft.tally().sent())
    }

    /// How the parts follow each other, in words, where they do not start together.
    pub fn stagger_in_words(&self) -> Option<String> {
        let settings = self.settings.as_ref().ok()?;
        settings.stagger_in_words(self.part_count())
    }

    /// What must be known before people are called at night, where they would be if it were submitted now.
    pub fn night_warning(&self) -> Option<String> {
        let settings = self.settings.as_ref().ok()?;
        settings.night_warning(self.part_count(), self.account.place(self.now))
    }

    fn stagger_hindrance(&self) -> Option<String> {
        let settings = self.settings.as_ref().ok()?;
        settings.stagger_hindrance(self.part_count(), self.now, self.account.zone())
    }

    fn parts_hindrance(&self) -> Option<String> {
        let part_size = self.account.settings.part_size;
        leads::parts_hindrance(self.draft.tally().sent(), part_size)
    }

    fn part_count(&self) -> u32 {
        u32::try_from(self.parts().len()).unwrap_or(u32::MAX)
    }

    /// Why a check cannot be asked for, if it cannot.
    pub fn check_hindrance(&self) -> Option<String> {
        if self.draft.task_id.is_some() {
            return Some("This draft is already submitted.".to_owned());
        }
        let mapping = self.draft.mapping.as_ref();
        if mapping.is_some_and(|mapping| !mapping.0.questions().is_empty()) {
            return Some("Answer the question above the list first.".to_owned());
        }
        if mapping.is_none_or(|mapping| !mapping.0.is_usable()) {
            return Some("No column is used for Mobile. Choose one under Columns.".to_owned());
        }
        if self.draft.tally().sent() == 0 {
            return Some("No lead is ready. Fix the rows, or upload another list.".to_owned());
        }
        let running = self
            .check
            .is_some_and(|check| check.state == CheckState::Running);
        if running && self.check_is_of_this_version() {
            return Some("The check is running.".to_owned());
        }
        self.sheet_hindrance()
            .or_else(|| self.settings_hindrance())
            .or_else(|| self.parts_hindrance())
            .or_else(|| self.stagger_hindrance())
    }

    /// Why the draft cannot be submitted, if it cannot.
    pub fn submit_hindrance(&self) -> Option<String> {
        let Some(check) = self.check else {
            return Some("Check the leads with AIRudder first.".to_owned());
        };
        if !self.check_is_of_this_version() {
            return Some("The draft changed after the check. Check again.".to_owned());
        }
        match check.state {
            CheckState::Done => {}
            CheckState::Running => return Some("The check is running.".to_owned()),
            CheckState::Failed => return Some("The check did not finish. Check again.".to_owned()),
        }
        if check.sandbox != self.sandbox {
            let with = if check.sandbox {
                "the sandbox"
            } else {
                "AIRudder"
            };
            return Some(format!("The check ran against {with}. Check again."));
        }
        if !self.check_is_current() {
            return Some("The check is older than 15 minutes. Check again.".to_owned());
        }
        if check.has_words {
            return Some(
                "AIRudder would refuse this task. Fix what it names, then check again.".to_owned(),
            );
        }
        if self.refused >= check.lead_count {
            return Some("AIRudder refused every lead. Fix them, then check again.".to_owned());
        }
        let checked = &check.settings.0;
        match self.settings {
            Ok(settings) if settings == checked => None,
            Ok(_) => Some("The call settings changed after the check. Check again.".to_owned()),
            Err(_) => self.settings_hindrance(),
        }
    }
}
