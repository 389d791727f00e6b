//! What people read of looks at personal data, and of what somebody was not allowed.

use leads::Action;
use localization::Message;

use super::role_in_sentence;
use crate::audit::action::AuditAction;
use crate::audit::values::{FileOf, LeadsPage, SearchedIn};
use crate::hourly::Costly;
use crate::messages::audit_sentences as texts;

/// The rows of the list that were shown, as far as they are known.
#[derive(Clone, Copy)]
enum Rows {
    Unknown,
    One(u32),
    Several(u32, u32),
}

impl Rows {
    fn of(first: Option<u32>, last: Option<u32>) -> Rows {
        match first.zip(last) {
            None => Rows::Unknown,
            Some((first, last)) if first == last => Rows::One(first),
            Some((first, last)) => Rows::Several(first, last),
        }
    }
}

impl AuditAction {
    pub(super) fn of_personal_data(&self) -> Option<Message> {
        Some(match self {
            AuditAction::LeadsShown {
                page,
                digits,
                leads,
                first_row,
                last_row,
            } => leads_shown(*page, *digits, *leads, Rows::of(*first_row, *last_row)),
            AuditAction::NumbersShown {
                numbers,
                first_row,
                last_row,
            } => match Rows::of(*first_row, *last_row) {
                Rows::Unknown => texts::numbers_shown(*numbers),
                Rows::One(row) => texts::numbers_of_row_shown(*numbers, row),
                Rows::Several(first, last) => texts::numbers_of_rows_shown(first, last, *numbers),
            },
            AuditAction::FileDownloaded {
                file,
                rows,
                whole_numbers,
            } => match whole_numbers {
                true => texts::file_downloaded_whole(file.words(), *rows),
                false => texts::file_downloaded_masked(file.words(), *rows),
            },
            AuditAction::NumberSearched {
                within,
                digits,
                found,
            } => match within {
                SearchedIn::Tasks => texts::number_searched_in_tasks(*digits, *found),
                SearchedIn::Calls => texts::number_searched_in_calls(*digits, *found),
            },
            AuditAction::ErasureLookedUp { rows } => texts::erasure_looked_up(*rows),
            AuditAction::NumberErased {
                accounts,
                rows,
                on_do_not_call,
            } => erased(*accounts, *rows, *on_do_not_call),
            AuditAction::ActionForbidden { permission, role } => {
                let what = Action::from_key(permission);
                let what = what.map_or_else(texts::do_this, Action::label);
                texts::forbidden(role_in_sentence(role), what)
            }
            AuditAction::AccountForbidden {} => texts::account_forbidden(),
            AuditAction::TooOften { of } => match of {
                Costly::Check => texts::too_many_checks(),
                Costly::Download => texts::too_many_downloads(),
                Costly::NumberSearch => texts::too_many_searches(),
            },
            AuditAction::AuditLogExported { entries } => texts::log_exported(*entries),
            _ => return None,
        })
    }
}

fn leads_shown(page: LeadsPage, digits: u64, leads: u64, rows: Rows) -> Message {
    match (page, rows) {
        (LeadsPage::Columns, _) => texts::columns_shown(leads),
        (LeadsPage::Replacement, _) => texts::replacement_shown(leads),
        (LeadsPage::Lead, Rows::Unknown) => texts::lead_shown(digits),
        (LeadsPage::Lead, Rows::One(row)) => texts::lead_of_row_shown(digits, row),
        (LeadsPage::Lead, Rows::Several(first, last)) => {
            texts::lead_of_rows_shown(digits, first, last)
        }
        (LeadsPage::Review, Rows::Unknown) => texts::leads_shown(digits, leads),
        (LeadsPage::Review, Rows::One(row)) => texts::leads_of_row_shown(digits, leads, row),
        (LeadsPage::Review, Rows::Several(first, last)) => {
            texts::leads_of_rows_shown(digits, first, last, leads)
        }
    }
}

fn erased(accounts: u64, rows: u64, on_do_not_call: bool) -> Message {
    let erased = texts::number_erased(accounts, rows);
    match on_do_not_call {
        true => Message::sentences([erased, texts::stays_on_list()]),
        false => erased,
    }
}

impl FileOf {
    fn words(self) -> Message {
        match self {
            FileOf::LeadsAsSent => texts::leads_as_sent(),
            FileOf::Calls => texts::calls(),
            FileOf::RowsToFix => texts::rows_to_fix(),
        }
    }
}
