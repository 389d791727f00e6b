//! Numbers for the company's list that come in a file.

use jiff::Timestamp;
use leads::Action;
use sheets::UploadedFile;

use super::entries::{Added, Addition, Source, add_for, parse_numbers, parse_reason};
use super::numbers_of_sheet::{ReadOfFile, numbers_of};
use crate::audit::AuditAction;
use crate::drafts::whole_list;
use crate::error::Error;
use crate::{Backend, Caller};

/// What became of a file with numbers for the company's list.
#[derive(Clone, Debug, PartialEq)]
pub struct AddedFromFile {
    /// The numbers, with those that were typed beside the file.
    pub added: Added,
    /// What was read of the file.
    pub read: ReadOfFile,
}

/// Puts the numbers of a file on the company's list, with those that are typed beside it and the reason. It may have as many rows as a list of
/// leads.
///
/// # Errors
/// [`Error::Problems`] for `numbers`, `reason` and `file`: nothing is added then.
pub async fn add_from_file(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    (typed, reason): (&str, &str),
    file: UploadedFile,
) -> Result<AddedFromFile, Error> {
    caller.must(Action::Prepare)?;
    let country = caller.account.settings.country;
    let typed = match typed.trim().is_empty() {
        true => Vec::new(),
        false => parse_numbers(typed, country)?,
    };
    let reason = parse_reason(reason)?;
    let (backend, caller) = (backend.clone(), caller.clone());
    let added = whole_list::run(backend.clone(), |given_up| async move {
        let of = (country, sheets::MAX_ROWS);
        let (mut numbers, read) = numbers_of(&backend, &file, of, &given_up).await?;
        if given_up.is_cancelled() {
            return Err(whole_list::nobody_waits());
        }
        numbers.extend(typed);
        numbers.sort_unstable();
        numbers.dedup();
        let addition = Addition::by_person(Source::Upload, caller.person, &numbers, &reason);
        let action = |numbers| AuditAction::DoNotCallAddedFromFile {
            numbers,
            unreadable: read.unreadable,
            sha256: hex::encode(file.digest),
        };
        let added = add_for(&backend, &caller, now, &addition, action).await?;
        Ok(AddedFromFile { added, read })
    });
    added.await
}
