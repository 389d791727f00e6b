//! Every address of the application, as a function. Nothing else spells one, but the route table and the endpoint
//! names of the server functions.

use leads::views::{LeadFilter, RobotMode, TaskQuery};
use leptos::server_fn::ServerFn;
use uuid::Uuid;

use crate::api;
use crate::error::AppError;

/// The id that an address or a form names; what is no id cannot be found.
pub fn parse_id(text: &str) -> Result<Uuid, AppError> {
    Uuid::parse_str(text).map_err(|_| AppError::not_found())
}

/// The stylesheet.
pub const fn stylesheet() -> &'static str {
    "/pkg/coxswain.css"
}

/// The icon of the tab.
pub const fn favicon() -> &'static str {
    "/favicon.svg"
}

/// The one-time page that creates the first administrator; its form posts there too.
pub const fn setup() -> &'static str {
    "/setup"
}

/// The set-up page, opened with its one-time key.
pub fn setup_with(key: &str) -> String {
    with_query(setup(), &[("key", key)])
}

/// The sign-in page; its form posts there too.
pub const fn sign_in() -> &'static str {
    "/sign-in"
}

/// The sign-in page that leads on to `next`.
pub fn sign_in_then(next: &str) -> String {
    with_query(sign_in(), &[("next", next)])
}

/// Where the button that signs out posts.
pub const fn sign_out() -> &'static str {
    "/sign-out"
}

/// The history of tasks, which is also the first page.
pub const fn tasks() -> &'static str {
    "/tasks"
}

/// The history as asked for.
pub fn tasks_with(query: &TaskQuery) -> String {
    with_query(
        tasks(),
        &[
            ("q", &query.q),
            ("state", &query.state),
            ("by", &query.by),
            ("before", &query.before),
        ],
    )
}

/// One task.
pub fn task(id: impl std::fmt::Display) -> String {
    format!("/tasks/{id}")
}

/// The form of a new task; it posts there too.
pub const fn new_task() -> &'static str {
    "/tasks/new"
}

/// The form of a new task with that robot chosen.
pub fn new_task_with_robot(robot: &str) -> String {
    with_query(new_task(), &[("robot", robot)])
}

/// The form of a draft that exists.
pub fn new_task_of_draft(draft: impl std::fmt::Display) -> String {
    with_query(new_task(), &[("draft", &draft.to_string())])
}

/// The open drafts.
pub const fn drafts() -> &'static str {
    "/drafts"
}

/// The review of a draft.
pub fn draft(id: impl std::fmt::Display) -> String {
    format!("/drafts/{id}")
}

/// The review of a draft, showing the leads of that kind after that row.
pub fn draft_leads(id: &str, filter: LeadFilter, after: Option<u32>) -> String {
    let show = if filter == LeadFilter::All {
        ""
    } else {
        filter.key()
    };
    let after = after.map(|row| row.to_string()).unwrap_or_default();
    with_query(&draft(id), &[("show", show), ("after", &after)])
}

/// The robots.
pub const fn robots() -> &'static str {
    "/robots"
}

/// The robots as searched for.
pub fn robots_with(q: &str, mode: Option<RobotMode>) -> String {
    with_query(
        robots(),
        &[("q", q), ("mode", mode.map_or("", RobotMode::key))],
    )
}

/// One robot.
pub fn robot(id: &str) -> String {
    format!("/robots/{}", encode(id))
}

/// The account's settings; their form posts there too.
pub const fn settings() -> &'static str {
    "/settings"
}

/// Where the robots' “Refresh” posts.
pub const fn refresh_robots() -> &'static str {
    api::robots::RefreshRobots::PATH
}

/// Where “Match columns” posts.
pub const fn match_columns() -> &'static str {
    api::drafts::MatchColumns::PATH
}

/// Where “Check with AIRudder” posts.
pub const fn check_draft() -> &'static str {
    api::drafts::CheckDraft::PATH
}

/// Where “Submit” posts.
pub const fn submit_draft() -> &'static str {
    api::drafts::SubmitDraft::PATH
}

/// Where “Discard draft” posts.
pub const fn discard_draft() -> &'static str {
    api::drafts::DiscardDraft::PATH
}

/// Where “Clone” posts.
pub const fn clone_task() -> &'static str {
    api::tasks::CloneTask::PATH
}

/// Where a task's “Refresh” posts.
pub const fn refresh_task() -> &'static str {
    api::tasks::RefreshTask::PATH
}

/// How far the check of a draft has come, as JSON.
pub fn check_progress(draft: &str) -> String {
    with_query(api::drafts::ReadCheckProgress::PATH, &[("draft", draft)])
}

/// How far the submission of a task has come, as JSON.
pub fn task_progress(task: &str) -> String {
    with_query(api::tasks::ReadTaskProgress::PATH, &[("task", task)])
}

/// A path with those of the pairs whose value is not empty.
fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(name);
        address.push('=');
        address.push_str(&encode(value));
    }
    address
}

/// Escapes every byte that RFC 3986 does not call unreserved.
fn encode(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push('%');
            escaped.push(char::from(DIGITS[usize::from(byte >> 4)]));
            escaped.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_searches_for_cannot_break_out_of_the_query() {
        let query = TaskQuery {
            q: "a&b=ñ #1".to_owned(),
            ..TaskQuery::default()
        };
        assert_eq!(tasks_with(&query), "/tasks?q=a%26b%3D%C3%B1%20%231");
    }

    #[test]
    fn empty_values_leave_no_trace_in_the_address() {
        assert_eq!(tasks_with(&TaskQuery::default()), "/tasks");
        assert_eq!(draft_leads("7", LeadFilter::All, None), "/drafts/7");
        assert_eq!(
            draft_leads("7", LeadFilter::Refused, Some(51)),
            "/drafts/7?show=refused&after=51"
        );
    }

    #[test]
    fn server_functions_have_plain_addresses() {
        assert_eq!(check_draft(), "/api/drafts/check");
        assert_eq!(check_progress("7"), "/api/drafts/progress?draft=7");
    }
}
