//! Where a form leads back to: the page that it stood on, with its filters, its search and its order. The form says which in its field
//! `back`, and is believed only where that is a page that the form can stand on.

use super::{draft, task, tasks};

/// The address to go back to, where it is the draft's review; the review as it opens otherwise.
pub fn back_to_draft(id: impl std::fmt::Display, address: &str) -> String {
    back_to(&draft(id), address)
}

/// The address to go back to, where it is the list of tasks; the task's own page otherwise.
pub fn back_to_tasks(id: impl std::fmt::Display, address: &str) -> String {
    match is_at(tasks(), address) {
        true => address.to_owned(),
        false => task(id),
    }
}

fn back_to(page: &str, address: &str) -> String {
    match is_at(page, address) {
        true => address.to_owned(),
        false => page.to_owned(),
    }
}

/// Whether the address is that page, whatever its query.
fn is_at(page: &str, address: &str) -> bool {
    let is_page = address
        .strip_prefix(page)
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
    fn a_task_leads_back_to_the_list_that_it_stood_in() {
        let list = "/tasks?state=needs_attention";
        assert_eq!(back_to_tasks(7, list), list);
        for other in ["", "/tasks/8", "//evil.example", "/tasks?a\nb"] {
            assert_eq!(back_to_tasks(7, other), task(7), "{other}");
        }
    }
}
