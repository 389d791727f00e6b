//! What people read of looks at personal data, and of what a role did not allow.

use leads::Action;
use leads::numbers::{count_with_noun, format_number};

use super::{erasures, role_label};
use crate::audit::action::AuditAction;
use crate::audit::values::{FileOf, LeadsPage, SearchedIn};

impl AuditAction {
    pub(super) fn of_personal_data(&self) -> Option<String> {
        Some(match self {
            AuditAction::LeadsShown {
                page,
                digits,
                leads,
                first_row,
                last_row,
            } => leads_shown(*page, *digits, *leads, rows(*first_row, *last_row)),
            AuditAction::NumbersShown {
                numbers,
                first_row,
                last_row,
            } => {
                let numbers = count_with_noun(*numbers, "whole number", "whole numbers");
                format!(
                    "Looked at {numbers} of calls{}.",
                    rows(*first_row, *last_row)
                )
            }
            AuditAction::FileDownloaded {
                file,
                rows,
                whole_numbers,
            } => file_downloaded(*file, *rows, *whole_numbers),
            AuditAction::NumberSearched {
                within,
                digits,
                found,
            } => number_searched(*within, *digits, *found),
            AuditAction::ErasureLookedUp { rows } => erasures::looked_up(*rows),
            AuditAction::NumberErased {
                accounts,
                rows,
                on_do_not_call,
            } => erasures::erased(*accounts, *rows, *on_do_not_call),
            AuditAction::ActionForbidden { permission, role } => {
                let what = Action::from_key(permission).map_or("do this", Action::label);
                format!("Was not allowed to {what} as {}.", role_label(role))
            }
            AuditAction::AuditLogExported { entries } => {
                let entries = count_with_noun(*entries, "entry", "entries");
                format!("Exported {entries} of the audit log.")
            }
            _ => return None,
        })
    }
}

/// ` (rows 2 to 101 of the list)`; nothing where they are not known.
fn rows(first: Option<u32>, last: Option<u32>) -> String {
    match first.zip(last) {
        None => String::new(),
        Some((first, last)) if first == last => {
            format!(" (row {} of the list)", format_number(first))
        }
        Some((first, last)) => {
            let (first, last) = (format_number(first), format_number(last));
            format!(" (rows {first} to {last} of the list)")
        }
    }
}

fn leads_shown(page: LeadsPage, digits: u64, leads: u64, rows: String) -> String {
    let leads = count_with_noun(leads, "lead", "leads");
    let page = match page {
        LeadsPage::Lead => "one lead by itself".to_owned(),
        LeadsPage::Review => format!("{leads} of a draft"),
    };
    let searched = match digits {
        0 => String::new(),
        digits => format!(
            ", found by {} of a number",
            count_with_noun(digits, "digit", "digits")
        ),
    };
    format!("Looked at {page}{rows}{searched}.")
}

fn file_downloaded(file: FileOf, rows: u64, whole_numbers: bool) -> String {
    let rows = count_with_noun(rows, "row", "rows");
    let numbers = if whole_numbers { "whole" } else { "masked" };
    let of = match file {
        FileOf::LeadsAsSent => "leads as sent",
        FileOf::Calls => "calls",
        FileOf::RowsToFix => "rows to fix",
    };
    format!("Downloaded {of}: {rows}, with {numbers} numbers.")
}

fn number_searched(within: SearchedIn, digits: u64, found: u64) -> String {
    let digits = count_with_noun(digits, "digit", "digits");
    let found = match within {
        SearchedIn::Tasks => count_with_noun(found, "task", "tasks"),
        SearchedIn::Calls => count_with_noun(found, "call", "calls"),
    };
    format!("Searched for {digits} of a number: {found} found.")
}
