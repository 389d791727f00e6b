//! What happens to tasks and accounts: written by whoever does it, read by the page of a task. The history keeps it for good.

mod batches;
mod do_not_call;
mod retention;
mod rules;
mod stops;

use crate::messages::events as texts;
use crate::tagged;
pub use batches::{Batch, BatchAbsent, BatchCreated, BatchEnded};
pub use do_not_call::{DoNotCallApplied, LeadsLeftOut, LeadsPutBack};
use leads::calling_rules::RuleSetId;
use leads::states::Tone;
use localization::Message;
pub use retention::{DraftMinimised, LeadsDeleted};
pub use rules::RuleOverridden;
use serde::{Deserialize, Serialize};
use serde_json::Value;
pub use stops::{StopRuleApplied, StopWanted, Stopped};

/// Something that happened to a task or an account.
///
/// Architecture invariant: names of kinds and fields are never changed, and a new field has a default. The history is
/// append-only, so what was written once is read for good. The names in the history are older than those in the code: there a
/// batch is a `part`, and a search for it a `look`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "detail", rename_all = "snake_case")]
pub enum Event {
    /// An administrator saved the settings of the account.
    SettingsSaved {},
    /// A person threw a draft away; for a while it can be brought back.
    DraftDiscarded(DraftDiscarded),
    /// A person brought a draft back.
    DraftRestored {},
    /// A person searched for a phone number: a look at whom was called. The number is not written down.
    NumberSearched {
        /// The tasks that were shown.
        found: u64,
    },
    /// A person downloaded the leads of a task as they were sent: a look at personal data.
    LeadsDownloaded {
        /// The leads in the file.
        leads: u64,
    },
    /// A person downloaded calls with what came of them: a look at personal data.
    CallsExported {
        /// The rows in the file.
        calls: u64,
        /// Whether numbers stand in it whole.
        #[serde(default)]
        whole_numbers: bool,
    },
    /// A person had the numbers of a page of calls shown: a look at personal data. The numbers are not written down.
    NumbersShown {
        /// The numbers that were shown.
        numbers: u64,
        /// The first row of the list among them.
        #[serde(default)]
        first_row: Option<u32>,
        /// The last.
        #[serde(default)]
        last_row: Option<u32>,
    },
    /// A person who had no hand in a draft approved what goes out of it.
    Approved(Approved),
    /// A person gave a reason to call people outside of a calling rule. The reason stands with the draft and the task.
    RuleOverridden(RuleOverridden),
    /// A person submitted a draft.
    Submitted(Submitted),
    /// A person marked the task as done: it needs no attention any more.
    MarkedDone {},
    /// A person took that back.
    NeedsAttentionAgain {},
    /// A person asked the provider for the state.
    Refreshed {},
    /// The provider made a batch.
    #[serde(rename = "part_created")]
    BatchCreated(BatchCreated),
    /// A batch whose outcome was not known is in the provider's list.
    #[serde(rename = "part_found")]
    BatchFound(BatchCreated),
    /// The provider refused a batch.
    #[serde(rename = "part_refused")]
    BatchRefused(BatchEnded),
    /// A batch was sent, and no answer came that proves anything.
    #[serde(rename = "part_unknown")]
    BatchUnknown(BatchEnded),
    /// A batch was not sent, and will not be by itself.
    #[serde(rename = "part_not_sent")]
    BatchNotSent(BatchEnded),
    /// A batch that may have been sent before was not sent again.
    #[serde(rename = "part_not_sent_again")]
    BatchNotSentAgain(BatchEnded),
    /// A batch will be sent later.
    #[serde(rename = "part_put_back")]
    BatchPutBack(BatchEnded),
    /// The provider does not list a batch after so many searches.
    #[serde(rename = "part_absent")]
    BatchAbsent(BatchAbsent),
    /// A person put a batch into the queue again.
    #[serde(rename = "part_sent_again")]
    BatchSentAgain(Batch),
    /// A person gave a batch up.
    #[serde(rename = "part_given_up")]
    BatchGivenUp(Batch),
    /// A person stopped a batch before it was sent.
    #[serde(rename = "part_stopped")]
    BatchStopped(Batch),
    /// A person wants the provider to stop batches, or the stop rule of the task does.
    StopWanted(StopWanted),
    /// The provider agreed to stop a batch, or to cancel a number of it.
    StopAccepted(Stopped),
    /// The provider refused to.
    StopRefused(Stopped),
    /// The provider was asked to, and no answer came that proves anything.
    StopUnclear(Stopped),
    /// A person wants the provider to cancel one number. The number is not written down.
    CancelWanted {
        /// The lead's row in the list.
        row: u32,
    },
    /// A person wants the provider asked again to cancel numbers, which it refused or has not confirmed.
    CancelsWantedAgain {
        /// How many.
        numbers: u64,
    },
    /// The stop rule of the task was applied.
    StopRuleApplied(StopRuleApplied),
    /// The calling rule allows no call any more: the provider is asked to stop what is left of a batch.
    CallsEnded(Batch),
    /// Leads were taken out of a batch before it was sent.
    LeadsLeftOut(LeadsLeftOut),
    /// Leads that were taken out of a batch turned out to be called: the provider had them from a sending before.
    LeadsPutBack(LeadsPutBack),
    /// Numbers that may be called were put on a do-not-call list: the provider is asked to cancel them.
    DoNotCallApplied(DoNotCallApplied),
    /// An administrator made an address for the provider's pushes. Its secret is not written down.
    PushAddressMade {},
    /// What nobody needs of a draft once it is submitted was dropped.
    DraftMinimised(DraftMinimised),
    /// The leads and calls of a task were deleted, as the account keeps them no longer.
    LeadsDeleted(LeadsDeleted),
    /// The numbers of a task were deleted, once the cooldown did not need them any more.
    NumbersDeleted {
        /// How many.
        numbers: u64,
    },
    /// Drafts were deleted that nobody had touched.
    DraftsDeleted {
        /// How many.
        drafts: u64,
        /// The days for which the account keeps them.
        days: u32,
    },
    /// A number was erased on request. It is not written down.
    NumberErased {
        /// The rows of the list that named it.
        rows: u64,
    },
}

/// A draft that was thrown away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftDiscarded {
    /// Its leads.
    #[serde(default)]
    pub leads: u64,
}

/// What was submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// The leads of the check.
    pub leads: u64,
    /// Those that the provider refused in the check.
    pub refused: u64,
    /// Whether the person chose to go on without the refused leads.
    #[serde(default)]
    pub without_refused: bool,
    /// Whether the person chose to have people called at night: since there are calling rules, of a test alone.
    #[serde(default)]
    pub at_night: bool,
    /// The calling rule outside of which people are called, for a reason that stands with the task.
    #[serde(default)]
    pub outside_rule: Option<RuleSetId>,
    /// Whether it calls the person's own number, and nobody else. The number is not written down.
    #[serde(default)]
    pub is_test: bool,
    /// Whether a second person approved it, as the account asked for.
    #[serde(default)]
    pub approved: bool,
}

/// What was approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approved {
    /// The leads that are called.
    pub leads: u64,
    /// The hexadecimal digits of the SHA-256 of everything that goes out.
    pub sha256: String,
}

impl Event {
    /// The kind and the detail as they are stored.
    ///
    /// # Errors
    /// Never for the events of this version: all of them are objects of numbers and texts.
    pub fn stored(&self) -> serde_json::Result<(String, Value)> {
        tagged::stored(self, "kind")
    }

    /// The event that is stored so.
    ///
    /// # Errors
    /// When this version does not know it: another one wrote it.
    pub fn from_stored(kind: &str, detail: &Value) -> serde_json::Result<Event> {
        tagged::from_stored("kind", kind, detail)
    }

    /// What people read of it.
    pub fn sentence(&self) -> (Message, Tone) {
        (self.words(), self.tone())
    }

    fn words(&self) -> Message {
        match self {
            Event::SettingsSaved {} => texts::settings_saved(),
            Event::DraftDiscarded(of) => texts::draft_discarded(of.leads),
            Event::DraftRestored {} => texts::draft_restored(),
            Event::LeadsDownloaded { leads } => texts::leads_downloaded(*leads),
            Event::CallsExported {
                calls,
                whole_numbers: true,
            } => texts::calls_exported_whole(*calls),
            Event::CallsExported { calls, .. } => texts::calls_exported_masked(*calls),
            Event::NumbersShown { numbers, .. } => texts::numbers_shown(*numbers),
            Event::NumberSearched { found } => texts::number_searched(*found),
            Event::Approved(of) => texts::approved(of.leads),
            Event::RuleOverridden(of) => of.sentence(),
            Event::Submitted(submitted) => submitted.sentence(),
            Event::MarkedDone {} => texts::marked_done(),
            Event::NeedsAttentionAgain {} => texts::needs_attention_again(),
            Event::Refreshed {} => texts::refreshed(),
            Event::PushAddressMade {} => texts::push_address_made(),
            Event::BatchCreated(created) => created.sentence(),
            Event::BatchFound(found) => texts::batch_found(found.batch, &found.provider_id),
            Event::BatchRefused(ended) => ended.refusal(),
            Event::BatchUnknown(ended) => ended.sentence(texts::batch_unknown),
            Event::BatchNotSent(ended) => ended.sentence(texts::batch_not_sent),
            Event::BatchNotSentAgain(ended) => ended.sentence(texts::batch_not_sent_again),
            Event::BatchPutBack(ended) => ended.sentence(texts::batch_put_back),
            Event::BatchAbsent(absent) => texts::batch_absent(absent.batch, absent.searches),
            Event::BatchSentAgain(of) => texts::batch_sent_again(of.batch),
            Event::BatchGivenUp(of) => texts::batch_given_up(of.batch),
            Event::BatchStopped(of) => texts::batch_stopped(of.batch),
            Event::StopWanted(wanted) => wanted.sentence(),
            Event::StopAccepted(stopped) => stopped.agreement(),
            Event::StopRefused(stopped) => stopped.refusal(),
            Event::StopUnclear(stopped) => stopped.no_clear_answer(),
            Event::CancelWanted { row } => texts::cancel_wanted(*row),
            Event::CancelsWantedAgain { numbers } => texts::cancels_wanted_again(*numbers),
            Event::StopRuleApplied(applied) => applied.sentence(),
            Event::CallsEnded(of) => texts::calls_ended(of.batch),
            Event::LeadsLeftOut(left_out) => left_out.sentence(),
            Event::LeadsPutBack(of) => texts::leads_put_back(of.batch, of.leads),
            Event::DoNotCallApplied(of) => texts::do_not_call_applied(of.batch, of.leads),
            Event::DraftMinimised(dropped) => dropped.sentence(),
            Event::LeadsDeleted(of) => texts::leads_deleted(of.calls, of.days, of.leads),
            Event::NumbersDeleted { numbers } => texts::numbers_deleted(*numbers),
            Event::DraftsDeleted { drafts, days } => texts::drafts_deleted(*days, *drafts),
            Event::NumberErased { rows } => texts::number_erased(*rows),
        }
    }

    fn tone(&self) -> Tone {
        match self {
            Event::SettingsSaved {}
            | Event::DraftDiscarded(_)
            | Event::DraftRestored {}
            | Event::LeadsDownloaded { .. }
            | Event::CallsExported { .. }
            | Event::NumbersShown { .. }
            | Event::NumberSearched { .. }
            | Event::Submitted(_)
            | Event::NeedsAttentionAgain {}
            | Event::Refreshed {}
            | Event::BatchPutBack(_)
            | Event::BatchSentAgain(_)
            | Event::PushAddressMade {}
            | Event::DraftMinimised(_)
            | Event::LeadsDeleted(_)
            | Event::NumbersDeleted { .. }
            | Event::DraftsDeleted { .. }
            | Event::NumberErased { .. } => Tone::Plain,
            Event::Approved(_)
            | Event::MarkedDone {}
            | Event::BatchCreated(_)
            | Event::BatchFound(_)
            | Event::StopAccepted(_) => Tone::Good,
            Event::BatchRefused(_) | Event::StopRefused(_) => Tone::Bad,
            Event::BatchUnknown(_)
            | Event::BatchNotSent(_)
            | Event::BatchNotSentAgain(_)
            | Event::BatchAbsent(_)
            | Event::BatchGivenUp(_)
            | Event::BatchStopped(_)
            | Event::StopWanted(_)
            | Event::StopUnclear(_)
            | Event::CancelWanted { .. }
            | Event::CancelsWantedAgain { .. }
            | Event::RuleOverridden(_)
            | Event::StopRuleApplied(_)
            | Event::CallsEnded(_)
            | Event::LeadsLeftOut(_)
            | Event::LeadsPutBack(_)
            | Event::DoNotCallApplied(_) => Tone::Warn,
        }
    }
}

impl Submitted {
    fn sentence(&self) -> Message {
        match (self.is_test, self.at_night) {
            (true, true) => texts::submitted_test_at_night(),
            (true, false) => texts::submitted_test(),
            (false, at_night) => texts::submitted(
                u8::from(self.approved),
                u8::from(at_night),
                self.leads,
                u8::from(self.outside_rule.is_some()),
                self.refused,
            ),
        }
    }
}

#[cfg(test)]
mod tests;
