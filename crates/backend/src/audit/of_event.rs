//! What the audit log tells of an event, so that nothing is written twice by hand.

use super::action::AuditAction;
use super::values::FileOf;
use crate::events::{Approved, Event, RuleOverridden, StopWanted, Submitted};

impl AuditAction {
    /// What the audit log tells of an event that a person caused; nothing where it is not of its business. Words of the provider are left
    /// out.
    pub(crate) fn of_event(event: &Event) -> Option<AuditAction> {
        let number = |number: i64| number.unsigned_abs();
        Some(match event {
            Event::DraftDiscarded(of) => AuditAction::DraftDiscarded { leads: of.leads },
            Event::DraftRestored {} => AuditAction::DraftRestored {},
            Event::LeadsDownloaded { .. } | Event::CallsExported { .. } | Event::NumbersShown { .. } => {
                return AuditAction::of_look(event);
            }
            Event::Approved(of) => AuditAction::approved(of),
            Event::RuleOverridden(of) => AuditAction::rule_overridden(of),
            Event::Submitted(submitted) => AuditAction::submitted(submitted),
            Event::MarkedDone {} => AuditAction::MarkedDone {},
            Event::NeedsAttentionAgain {} => AuditAction::NeedsAttentionAgain {},
            Event::BatchSentAgain(of) => AuditAction::BatchSentAgain {
                batch: number(of.batch),
            },
            Event::BatchGivenUp(of) => AuditAction::BatchGivenUp {
                batch: number(of.batch),
            },
            Event::BatchStopped(of) => AuditAction::BatchStopped {
                batch: number(of.batch),
            },
            Event::StopWanted(wanted) => AuditAction::stop_wanted(wanted),
            Event::CancelWanted { row } => AuditAction::CancelWanted { row: *row },
            Event::CancelsWantedAgain { numbers } => {
                AuditAction::CancelsWantedAgain { numbers: *numbers }
            }
            Event::PushAddressMade {} => AuditAction::PushAddressMade {},
            // Said with more than the event holds by those who do them: what changed, and for what was searched.
            Event::SettingsSaved {} | Event::NumberSearched { .. }
            // Asked of the provider, or told by it.
            | Event::Refreshed {}
            | Event::BatchCreated(_)
            | Event::BatchFound(_)
            | Event::BatchRefused(_)
            | Event::BatchUnknown(_)
            | Event::BatchNotSent(_)
            | Event::BatchNotSentAgain(_)
            | Event::BatchPutBack(_)
            | Event::BatchAbsent(_)
            | Event::StopAccepted(_)
            | Event::StopRefused(_)
            | Event::StopUnclear(_)
            | Event::StopRuleApplied(_)
            | Event::CallsEnded(_)
            | Event::LeadsLeftOut(_)
            | Event::LeadsPutBack(_)
            | Event::DoNotCallApplied(_)
            // Nobody in person does it.
            | Event::DraftMinimised(_)
            | Event::LeadsDeleted(_)
            | Event::NumbersDeleted { .. }
            | Event::DraftsDeleted { .. }
            // One entry tells of all that was erased.
            | Event::NumberErased { .. } => return None,
        })
    }

    /// The same of a look at personal data.
    fn of_look(event: &Event) -> Option<AuditAction> {
        Some(match event {
            Event::LeadsDownloaded { leads } => AuditAction::FileDownloaded {
                file: FileOf::LeadsAsSent,
                rows: *leads,
                whole_numbers: true,
            },
            Event::CallsExported {
                calls,
                whole_numbers,
            } => AuditAction::FileDownloaded {
                file: FileOf::Calls,
                rows: *calls,
                whole_numbers: *whole_numbers,
            },
            Event::NumbersShown {
                numbers,
                first_row,
                last_row,
            } => AuditAction::NumbersShown {
                numbers: *numbers,
                first_row: *first_row,
                last_row: *last_row,
            },
            _ => return None,
        })
    }

    fn rule_overridden(of: &RuleOverridden) -> AuditAction {
        AuditAction::RuleOverridden {
            rule: of.rule,
            batch: of.batch,
        }
    }

    fn stop_wanted(of: &StopWanted) -> AuditAction {
        AuditAction::StopWanted {
            batches: of.batches,
            batch: of.batch.map(i64::unsigned_abs),
        }
    }

    fn approved(of: &Approved) -> AuditAction {
        AuditAction::Approved {
            leads: of.leads,
            sha256: of.sha256.clone(),
        }
    }

    fn submitted(submitted: &Submitted) -> AuditAction {
        AuditAction::Submitted {
            leads: submitted.leads,
            refused: submitted.refused,
            without_refused: submitted.without_refused,
            at_night: submitted.at_night,
            is_test: submitted.is_test,
            approved: submitted.approved,
            outside_rule: submitted.outside_rule,
        }
    }
}
