//! How a draft stands: whether its settings still hold, what its last check says, and what may be done next.

use jiff::{SignedDuration, Timestamp};
use leads::states::CheckState;
use leads::views::{FormProblem, LeadFilter, LeadQuery, Moment, RobotRow, Tally, TaskForm};
use leads::{GroupKey, LeadKind, Level, TaskSettings, parse_task_form};
use localization::Message;

use super::file_problem::FileProblem;
use crate::accounts::Account;
use crate::ids::CheckId;
use crate::messages::readiness as messages;
use crate::store::At;
use crate::store::checks::CheckRecord;
use crate::store::drafts::DraftRecord;
use crate::store::reviews::ReviewedCheck;

/// A check older than this no longer says what AIRudder would do.
pub(crate) const CHECK_VALID_FOR: SignedDuration = SignedDuration::from_mins(15);

/// Until when a check that ended then says what AIRudder would do.
pub(crate) fn good_until(ended: Timestamp) -> Timestamp {
    ended.checked_add(CHECK_VALID_FOR).unwrap_or(Timestamp::MAX)
}

/// Whole seconds from now until then; 0 once that is over.
pub(super) fn seconds_until(now: Timestamp, then: Timestamp) -> u32 {
    u32::try_from(then.duration_since(now).as_secs()).unwrap_or_default()
}

/// The settings of the form, or what has to be fixed.
pub(crate) fn validate_form(
    account: &Account,
    robots: &[RobotRow],
    now: Timestamp,
    form: &TaskForm,
) -> Result<TaskSettings, Vec<FormProblem>> {
    parse_task_form(form, &super::rules(account, robots, now))
}

/// Whether a check that ended then is recent enough; one that has not ended is.
pub(crate) fn is_recent(ended_at: Option<&At>, now: Timestamp) -> bool {
    ended_at.is_none_or(|at| now.duration_since(at.to_jiff()) <= CHECK_VALID_FOR)
}

/// What of the list of a draft is in the way of a check.
pub(super) fn list_blocker(draft: &DraftRecord) -> Option<Message> {
    let mapping = draft.mapping.as_ref();
    if mapping.is_some_and(|mapping| !mapping.0.questions().is_empty()) {
        return Some(messages::question_first());
    }
    if mapping.is_none_or(|mapping| !mapping.0.is_usable()) {
        return Some(messages::no_numbers());
    }
    let tally = draft.tally();
    if tally.sent() == 0 && tally.recent > 0 && tally.recent == tally.all() {
        return Some(messages::all_recent());
    }
    if tally.sent() == 0 {
        return Some(messages::no_lead_ready());
    }
    None
}

/// Into how many batches the leads of a draft are cut.
pub(super) fn batch_count(account: &Account, draft: &DraftRecord) -> u32 {
    u32::try_from(account.split(draft.tally().sent()).len()).unwrap_or(u32::MAX)
}

/// The same for a call of one's own number, which no calling rule asks about.
pub(crate) fn validate_test_form(
    account: &Account,
    robots: &[RobotRow],
    now: Timestamp,
    form: &TaskForm,
) -> Result<TaskSettings, Vec<FormProblem>> {
    let rules = super::rules(account, robots, now);
    parse_task_form(
        form,
        &leads::TaskRules {
            needs_purpose: false,
            ..rules
        },
    )
}

/// How a draft stands with its last check.
pub(crate) struct Readiness<'a> {
    pub draft: &'a DraftRecord,
    pub settings: &'a Result<TaskSettings, Vec<FormProblem>>,
    pub check: Option<&'a CheckRecord>,
    pub refused: u32,
    pub account: &'a Account,
    pub sandbox: bool,
    pub now: Timestamp,
}

/// How many leads of the draft were refused by its check, where that was of the draft as it is now.
pub fn refused_now(reviewed: Option<&ReviewedCheck>, draft: &DraftRecord) -> u32 {
    let current = reviewed.filter(|reviewed| reviewed.check.draft_version == draft.version);
    current.map_or(0, |reviewed| reviewed.refused)
}

impl Readiness<'_> {
    /// When the columns were matched in this way before, where that was remembered.
    pub fn remembered(&self) -> Option<Moment> {
        let at = self.draft.remembered_at.as_ref()?.to_jiff();
        Some(leads::moment(at, self.now, self.account.zone()))
    }

    /// What has to be fixed in the settings.
    pub fn problems(&self) -> Vec<FormProblem> {
        let problems = self.settings.as_ref().err();
        problems.cloned().unwrap_or_default()
    }

    /// How many leads match what is asked for, where that is counted already.
    pub fn matched(&self, query: &LeadQuery) -> Option<u32> {
        if !query.q.is_empty() {
            return None;
        }
        let tally = self.draft.tally();
        let group = GroupKey::parse(&query.problem);
        match (query.show, group) {
            (LeadFilter::Kind(LeadKind::ToFix), Some(group)) if group.level() != Level::Error => {
                None
            }
            (LeadFilter::All | LeadFilter::Kind(LeadKind::ToFix), Some(_)) => {
                Some(self.draft.problem_counts.0.of(&query.problem))
            }
            _ if !query.problem.is_empty() => None,
            (LeadFilter::All, _) => Some(tally.all()),
            (LeadFilter::Called, _) => Some(tally.sent().saturating_sub(self.refused)),
            (LeadFilter::Refused, _) => Some(self.refused),
            (LeadFilter::RefusedBefore, _) => None,
            // Those that AIRudder refused are not among them.
            (LeadFilter::Kind(kind), _) if kind.is_sent() && self.refused > 0 => None,
            // Each is shown with the row that is called in its place.
            (LeadFilter::Kind(LeadKind::Duplicate), _) => None,
            (LeadFilter::Kind(kind), _) => Some(tally.of(kind)),
        }
    }

    /// How many leads would be sent: those of the check that AIRudder did not refuse.
    pub fn submit_count(&self) -> u32 {
        self.check
            .map_or(0, |check| check.lead_count.saturating_sub(self.refused))
    }

    /// The check, where it is of the draft as it is now.
    pub(super) fn current_check(&self) -> Option<CheckId> {
        let check = self.check.filter(|_| self.check_is_of_this_version());
        check.map(|check| check.id)
    }

    /// How many leads of the draft there are of each kind, with those that the check refused.
    pub(super) fn tally(&self) -> Tally {
        Tally {
            refused: self.refused,
            ..self.draft.tally()
        }
    }

    /// Whether the check was of the draft as it is now.
    pub fn check_is_of_this_version(&self) -> bool {
        self.check
            .is_some_and(|check| check.draft_version == self.draft.version)
    }

    /// Whether the check still holds: of this version, and recent enough.
    pub fn check_is_current(&self) -> bool {
        let recent = |check: &CheckRecord| is_recent(check.ended_at.as_ref(), self.now);
        self.check_is_of_this_version() && self.check.is_some_and(recent)
    }

    /// Whether AIRudder would refuse the draft as it was checked: another check says the same.
    pub fn is_refused_as_it_is(&self) -> bool {
        let is_refused = |check: &CheckRecord| check.has_words || self.refused >= check.lead_count;
        self.check_is_current()
            && self
                .check
                .is_some_and(|check| check.state == CheckState::Done && is_refused(check))
    }

    /// A file that could not be read must not leave the one before it to be called by mistake.
    fn sheet_blocker(&self) -> Option<Message> {
        let problem = FileProblem::of(self.draft)?;
        Some(Message::sentences([
            messages::last_file(),
            problem.message(),
        ]))
    }

    pub fn settings_blocker(&self) -> Option<Message> {
        let problems = self.settings.as_ref().err()?.iter();
        let sentences = problems.map(|problem| problem.sentence.clone());
        let sentences = std::iter::once(messages::settings_first()).chain(sentences);
        Some(Message::sentences(sentences))
    }

    /// How the leads are split: leads in each batch.
    pub fn batches(&self) -> Vec<u32> {
        self.account.split(self.draft.tally().sent())
    }

    /// How the batches follow each other, in words, where they do not start together.
    pub fn stagger(&self) -> Option<Message> {
        let settings = self.settings.as_ref().ok()?;
        settings.timing().stagger(self.batch_count())
    }

    fn stagger_blocker(&self) -> Option<Message> {
        let timing = self.settings.as_ref().ok()?.timing();
        let zone = self.account.zone();
        timing.stagger_blocker(self.batch_count(), self.now, zone)
    }

    /// Why the account refuses what is to be called, where a do-not-call list is out of date.
    fn outdated_lists_blocker(&self) -> Option<Message> {
        let outdated = self.account.outdated_lists(self.now)?;
        self.account.refuse_outdated_lists.then_some(outdated)
    }

    fn batches_blocker(&self) -> Option<Message> {
        let batch_size = self.account.settings.batch_size;
        leads::batches_blocker(self.draft.tally().sent(), batch_size)
    }

    pub(crate) fn batch_count(&self) -> u32 {
        batch_count(self.account, self.draft)
    }

    /// Why a check cannot be asked for, if it cannot.
    pub fn check_blocker(&self) -> Option<Message> {
        if self.draft.task_id.is_some() {
            return Some(messages::submitted());
        }
        if let Some(blocker) = list_blocker(self.draft) {
            return Some(blocker);
        }
        let running = self
            .check
            .is_some_and(|check| check.state == CheckState::Running);
        if running && self.check_is_of_this_version() {
            return Some(messages::check_is_running());
        }
        self.sheet_blocker()
            .or_else(|| self.settings_blocker())
            .or_else(|| self.batches_blocker())
            .or_else(|| self.outdated_lists_blocker())
            .or_else(|| self.stagger_blocker())
    }

    /// Why the draft cannot be submitted, if it cannot.
    pub fn submit_blocker(&self) -> Option<Message> {
        let Some(check) = self.check else {
            return Some(messages::check_first());
        };
        if !self.check_is_of_this_version() {
            return Some(messages::changed_after_check());
        }
        match check.state {
            CheckState::Done => {}
            CheckState::Running => return Some(messages::check_is_running()),
            CheckState::Failed => return Some(messages::check_did_not_finish()),
        }
        if check.sandbox != self.sandbox {
            return Some(match check.sandbox {
                true => messages::checked_against_sandbox(),
                false => messages::checked_against_airudder(),
            });
        }
        if !self.check_is_current() {
            return Some(messages::check_is_old());
        }
        if check.has_words {
            return Some(messages::would_be_refused());
        }
        if self.refused >= check.lead_count {
            return Some(messages::every_lead_refused());
        }
        let checked = &check.settings.0;
        match self.settings {
            Ok(settings) if settings == checked => self.outdated_lists_blocker(),
            Ok(_) => Some(messages::settings_changed()),
            Err(_) => self.settings_blocker(),
        }
    }
}
