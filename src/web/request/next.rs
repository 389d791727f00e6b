//! Where a person goes on to after signing in.

use axum::http::{HeaderMap, Uri, header};
use localization::Message;

use crate::web::messages::page_names::{
    drafts, new_task, people, robots, settings, tasks, this_draft, this_robot, this_task,
    your_profile,
};
use crate::web::paths;

/// The longest path that is gone on to, in bytes. It stands in an address again, percent-encoded, which may have 64 kB.
const MAX_LENGTH: usize = 2048;

/// The path to go on to, when it leads to this site and is not overlong; a stranger may have written it into the link.
///
/// Browsers take `//host` and `/\host` for another site, and drop tabs and line breaks before they look (WHATWG URL).
pub fn local_path(next: &str) -> Option<&str> {
    let stays_here = next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/\\");
    let is_plain = next.bytes().all(|byte| byte.is_ascii_graphic());
    (stays_here && is_plain && next.len() <= MAX_LENGTH).then_some(next)
}

/// What people call the page at this path: `Tasks`, or `this draft`. `None` where it is none that they would name.
pub fn page_name(next: &str) -> Option<Message> {
    let path = paths::without_account(next.split(['?', '#']).next()?);
    let is_below = |list: &str| {
        let below = path
            .strip_prefix(list)
            .and_then(|rest| rest.strip_prefix('/'));
        below.is_some_and(|rest| !rest.is_empty())
    };
    let lists = [
        (paths::new_task(), new_task(), new_task()),
        (paths::tasks(), tasks(), this_task()),
        (paths::drafts(), drafts(), this_draft()),
        (paths::robots(), robots(), this_robot()),
        (paths::people(), people(), people()),
        (paths::settings(), settings(), settings()),
        (paths::profile(), your_profile(), your_profile()),
    ];
    let of_list = |(list, all, one): (String, Message, Message)| match path {
        _ if path == list => Some(all),
        _ if is_below(&list) => Some(one),
        _ => None,
    };
    // The addresses may be asked for within an account, or outside of one.
    let lists = lists.map(|(list, all, one)| (paths::without_account(&list).to_owned(), all, one));
    lists.into_iter().find_map(of_list)
}

/// The sign-in page that leads back to this path.
pub fn sign_in_page(next: Option<&str>) -> String {
    let Some(next) = next.and_then(local_path).filter(|next| *next != "/") else {
        return paths::sign_in().to_owned();
    };
    paths::sign_in_then(&without_search(next))
}

/// The path without what was searched for where it may be a name or a number, which would stand in one more address. Robots have neither.
fn without_search(path: &str) -> String {
    let Some((path, query)) = path.split_once('?').filter(|(path, _)| {
        paths::without_account(path) != paths::without_account(&paths::robots())
    }) else {
        return path.to_owned();
    };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.starts_with("q="))
        .collect();
    match kept.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", kept.join("&")),
    }
}

/// Path and query of the page that the request was made from.
pub fn referring_page(headers: &HeaderMap) -> Option<String> {
    let referrer = headers
        .get(header::REFERER)?
        .to_str()
        .ok()?
        .parse::<Uri>()
        .ok()?;
    Some(referrer.path_and_query()?.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_this_site_is_followed() {
        for good in ["/", "/tasks?q=a&page=2", "/drafts/1#leads"] {
            assert_eq!(local_path(good), Some(good));
        }
        let bad = [
            "",
            "tasks",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/a b",
        ];
        for bad in bad {
            assert_eq!(local_path(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn an_overlong_path_is_not_followed() {
        let path = |length: usize| format!("/{}", "a".repeat(length - 1));
        assert!(local_path(&path(MAX_LENGTH)).is_some());
        assert_eq!(local_path(&path(MAX_LENGTH + 1)), None);
        assert_eq!(sign_in_page(Some(&path(MAX_LENGTH + 1))), "/sign-in");
    }

    #[test]
    fn pages_are_named_as_people_call_them() {
        for (next, name) in [
            ("/tasks?q=a", Some("Tasks")),
            ("/tasks/new?robot=1", Some("New task")),
            ("/tasks/7", Some("this task")),
            ("/drafts", Some("Drafts")),
            ("/drafts/7/leads/2#x", Some("this draft")),
            ("/robots/7", Some("this robot")),
            ("/settings", Some("Settings")),
            ("/settings/people", Some("People")),
            ("/profile", Some("your profile")),
            ("", None),
            ("/", None),
            ("/tasksandmore", None),
            ("/boats", None),
        ] {
            let named = page_name(next).map(|name| name.to_string());
            assert_eq!(named.as_deref(), name, "{next}");
        }
    }

    #[test]
    fn the_way_back_is_kept_without_what_was_searched_for() {
        assert_eq!(
            sign_in_page(Some("/tasks?state=failed&q=62812335088&page=2")),
            "/sign-in?next=%2Ftasks%3Fstate%3Dfailed%26page%3D2"
        );
        assert_eq!(sign_in_page(Some("/tasks?q=a")), "/sign-in?next=%2Ftasks");
        assert_eq!(
            sign_in_page(Some("/robots?q=loan")),
            "/sign-in?next=%2Frobots%3Fq%3Dloan"
        );
        assert_eq!(sign_in_page(Some("//evil.example")), "/sign-in");
        assert_eq!(sign_in_page(None), "/sign-in");
    }
}
