//! Where a form leads back to: the page that it stood on, with its filters, its search and its order. The form says which in its field
//! `back`, and is believed only where that is a page that the form can stand on.

use super::{calls_of_task, draft, in_account, lead, task, tasks, without_account};

/// The address to go back to, where it is the draft's review; the review as it opens otherwise.
pub fn back_to_draft(id: impl std::fmt::Display, address: &str) -> String {
    let own = draft(id);
    match is_at(&own, address) {
        true => in_this_account(address),
        false => own,
    }
}

/// The address to go back to, where it is the list of tasks; the task's own page otherwise.
pub fn back_to_tasks(id: impl std::fmt::Display, address: &str) -> String {
    match is_at(&tasks(), address) {
        true => in_this_account(address),
        false => task(id),
    }
}

/// The address to go back to, where it is the calls of the task; the task's own page otherwise.
pub fn back_to_calls(id: impl std::fmt::Display, address: &str) -> String {
    match is_at(&calls_of_task(&id), address) {
        true => in_this_account(address),
        false => task(id),
    }
}

/// One lead of a draft, which leads back to the leads of that address, where it is the draft's review.
pub fn back_to_lead(id: impl std::fmt::Display, row: u32, address: &str) -> String {
    let one = lead(&id, row);
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    match is_at(&draft(id), address) && !query.is_empty() {
        true => format!("{one}?{query}"),
        false => one,
    }
}

/// The address in the account of the request, whichever it names: none, where its page was drawn before addresses named one.
fn in_this_account(address: &str) -> String {
    in_account(without_account(address))
}

/// Whether the address is that page, whatever its query.
fn is_at(page: &str, address: &str) -> bool {
    let is_page = without_account(address)
        .strip_prefix(without_account(page))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['?', '#']));
    is_page && address.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn only_an_address_of_the_draft_is_gone_back_to() {
        let id = Uuid::nil();
        let own = draft(id);
        let narrowed = format!("{own}?show=to_fix#leads");
        assert_eq!(back_to_draft(id, &narrowed), narrowed);
        for other in [
            "",
            "/tasks",
            "//evil.example",
            &format!("{own}/../x"),
            &format!("{own}?a b"),
        ] {
            assert_eq!(back_to_draft(id, other), own, "{other}");
        }
    }

    #[test]
    fn one_lead_keeps_the_way_back_to_the_others() {
        let id = Uuid::nil();
        let narrowed = format!("{}?show=to_fix&q=a%20b#leads", draft(id));
        let kept = back_to_lead(id, 7, &narrowed);
        assert_eq!(kept, format!("{}?show=to_fix&q=a%20b", lead(id, 7)));
        for other in ["", "/tasks?q=a", "//evil.example?q=a", &draft(id)] {
            assert_eq!(back_to_lead(id, 7, other), lead(id, 7), "{other}");
        }
    }

    #[test]
    fn only_the_calls_of_the_same_task_are_gone_back_to() {
        let narrowed = format!("{}?group=interested&page=2", calls_of_task(7));
        assert_eq!(back_to_calls(7, &narrowed), narrowed);
        for other in ["", "/tasks", &calls_of_task(8), "//evil.example"] {
            assert_eq!(back_to_calls(7, other), task(7), "{other}");
        }
    }

    #[test]
    fn a_task_leads_back_to_the_list_that_it_stood_in() {
        let list = "/tasks?state=needs_attention";
        assert_eq!(back_to_tasks(7, list), list);
        for other in ["", "/tasks/8", "//evil.example", "/tasks?a\nb"] {
            assert_eq!(back_to_tasks(7, other), task(7), "{other}");
        }
    }
}
