//! Addresses of the do-not-call lists.

use super::in_account;

/// The lists; the form that adds numbers by hand posts there too.
pub fn do_not_call() -> String {
    in_account("/do-not-call")
}

/// Where the search for a number posts: the number stands in no address.
pub fn find_do_not_call() -> String {
    in_account("/do-not-call/find")
}

/// Where “Take off the list” posts.
pub fn remove_do_not_call() -> String {
    in_account("/do-not-call/take-off")
}

/// The form of a list that is uploaded, which posts there too.
pub fn upload_do_not_call_list() -> String {
    in_account("/do-not-call/upload")
}

/// The same for a newer one in place of a list.
pub fn upload_newer_do_not_call_list(list: &str) -> String {
    format!("{}?list={list}", upload_do_not_call_list())
}

/// Removes a list.
pub fn remove_do_not_call_list() -> String {
    in_account("/api/do-not-call/remove-list")
}

/// Says what the account does with lists that are out of date.
pub fn refuse_outdated_lists() -> String {
    in_account("/api/do-not-call/refuse-outdated")
}
