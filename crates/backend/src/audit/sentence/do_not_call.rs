//! What people read of actions about do-not-call lists.

use jiff::civil::Date;
use localization::{DayStyle, Message};

use super::beginning;
use crate::audit::action::AuditAction;
use crate::messages::audit_sentences as texts;

impl AuditAction {
    pub(super) fn of_do_not_call(&self) -> Option<Message> {
        Some(match self {
            AuditAction::DoNotCallAdded { numbers } => texts::do_not_call_added(*numbers),
            AuditAction::DoNotCallAddedFromFile {
                numbers,
                unreadable,
                sha256,
            } => {
                let digest = beginning(sha256);
                texts::do_not_call_added_from_file(digest, *numbers, *unreadable)
            }
            AuditAction::DoNotCallRemoved { list, reason } => {
                texts::do_not_call_removed(list, reason)
            }
            AuditAction::DoNotCallSearched { found } => texts::do_not_call_searched(*found),
            AuditAction::DoNotCallListTakenIn {
                list,
                as_of,
                numbers,
                unreadable: 0,
                sha256,
            } => texts::do_not_call_list_taken_in(day(as_of), beginning(sha256), list, *numbers),
            AuditAction::DoNotCallListTakenIn {
                list,
                as_of,
                numbers,
                unreadable,
                sha256,
            } => {
                let digest = beginning(sha256);
                let (numbers, rows) = (*numbers, *unreadable);
                texts::do_not_call_list_taken_in_partly(day(as_of), digest, list, numbers, rows)
            }
            AuditAction::DoNotCallListRemoved { list, numbers } => {
                texts::do_not_call_list_removed(list, *numbers)
            }
            AuditAction::DoNotCallReapplied { listed, taken_off } => {
                texts::do_not_call_reapplied(*listed, *taken_off)
            }
            AuditAction::DoNotCallKeyMade {} => texts::do_not_call_key_made(),
            _ => return None,
        })
    }
}

/// The day that the log keeps as `2026-11-26`.
fn day(kept: &str) -> Message {
    let day = kept.parse::<Date>();
    day.map_or_else(
        |_| Message::verbatim(kept),
        |day| Message::day(day, DayStyle::Year),
    )
}
