//! Addresses of what is erased on request.

use std::fmt::Display;

use super::in_account;

/// The page that erases a number.
pub fn erasures() -> String {
    in_account("/settings/erasures")
}

/// Where the form posts that looks up what is held of a number.
pub fn find_erasure() -> String {
    in_account("/settings/erasures/find")
}

/// Where “Erase everywhere” posts.
pub fn erase_number() -> String {
    in_account("/settings/erasures/erase")
}

/// A receipt.
pub fn receipt(id: impl Display) -> String {
    in_account(&format!("/settings/erasures/{id}"))
}

/// The receipt as a text file.
pub fn receipt_file(id: impl Display) -> String {
    in_account(&format!("/settings/erasures/{id}/receipt.txt"))
}
