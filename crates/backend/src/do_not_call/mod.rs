//! Numbers that are not called: the list of the company, which holds in every account, and lists of others.
//!
//! Architecture invariant: of a number on a list only a keyed hash and its last four digits are stored.
//!
//! Architecture invariant: a batch is `sending` in the database before its numbers are compared with the lists, and what was put on a list
//! is committed before the batches are looked at that may be calling. So of the two at least one sees the other, whichever comes first.

mod again;
mod applying;
mod earlier;
mod entries;
mod from_file;
mod keys;
mod list_form;
mod lists;
mod named_later;
mod numbers_of_sheet;
mod screening;

pub use earlier::take_in_earlier_opt_outs;
pub use entries::{Added, Source, add_by_hand, find, remove};
pub use from_file::{AddedFromFile, add_from_file};
pub use keys::{NewKey, add_key, ensure_key};
pub use list_form::ListForm;
pub use lists::{
    ListUpload, ListView, ListsView, TakenIn, remove_list, set_refuse_outdated, take_in, view,
};
pub use numbers_of_sheet::ReadOfFile;

pub use crate::store::do_not_call::FoundEntry;
pub(crate) use again::{Listed, TakenOff, has_key, keep_on_list, list_again, take_off_again};
pub(crate) use applying::{CALLED_FOR, apply_changes};
pub(crate) use entries::{Addition, add, number_of};
pub(crate) use keys::{NumberHash, place};
pub(crate) use named_later::add_opt_outs_named_later;
pub(crate) use screening::{
    ListVersion, Screening, add_opt_outs, apply_to_draft, exclude_listed_numbers,
};

/// Bytes of a hash.
pub(crate) const HASH_BYTES: usize = 16;

/// The last four digits of a number.
pub(crate) fn last_four(number: i64) -> i32 {
    // Less than 10,000, so it fits.
    i32::try_from(number.rem_euclid(10_000)).unwrap_or_default()
}
