//! The account in the address: `/a/{account}/tasks`. Within a request for an account every address of this module leads into that account,
//! so that a page and its forms stay in it whatever another tab shows.

use std::future::Future;

tokio::task_local! {
    /// The account of the request that is being answered, as it stands in addresses.
    static ACCOUNT: String;
}

/// What comes before the account.
const PREFIX: &str = "/a/";

/// Answers a request for an account.
pub async fn within_account<T>(account: String, answer: impl Future<Output = T>) -> T {
    ACCOUNT.scope(account, answer).await
}

/// The address within the account of the request; as it is outside of one, where the guard leads into an account.
pub fn in_account(address: &str) -> String {
    let within = ACCOUNT.try_with(|account| of_account(account, address));
    within.unwrap_or_else(|_| address.to_owned())
}

/// The account of the request, as it stands in addresses.
pub fn current_account() -> Option<String> {
    ACCOUNT.try_with(Clone::clone).ok()
}

/// The address within that account, whichever account it names.
pub fn of_account(account: &str, address: &str) -> String {
    [PREFIX, account, without_account(address)].concat()
}

/// The account of an address, and the address within it: `/` where nothing follows the account.
pub fn split_account(path: &str) -> Option<(&str, &str)> {
    let rest = path.strip_prefix(PREFIX)?;
    match rest.find('/') {
        Some(slash) => Some(rest.split_at(slash)),
        None => Some((rest, "/")),
    }
}

/// Whether an address is one of an account, whether there is that account or not.
pub fn names_account(path: &str) -> bool {
    path.starts_with(PREFIX)
}

/// The address without its account.
pub fn without_account(address: &str) -> &str {
    split_account(address).map_or(address, |(_, within)| within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn addresses_lead_into_the_account_of_the_request() {
        assert_eq!(in_account("/tasks"), "/tasks");
        let within = within_account("ph".to_owned(), async { in_account("/tasks?q=a") }).await;
        assert_eq!(within, "/a/ph/tasks?q=a");
        assert_eq!(split_account(&within), Some(("ph", "/tasks?q=a")));
        assert_eq!(without_account(&within), "/tasks?q=a");
    }

    #[test]
    fn what_names_no_account_stays_as_it_is() {
        assert_eq!(split_account("/a/ph"), Some(("ph", "/")));
        for other in ["/", "/tasks", "/a", "/about/ph/tasks"] {
            assert_eq!(split_account(other), None, "{other}");
            assert_eq!(without_account(other), other);
        }
    }
}
