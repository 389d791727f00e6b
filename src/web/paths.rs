//! Every address of the application, as a function. Nothing else spells one, but the route table and the endpoint
//! names of the server functions.

mod account;
mod audit;
mod back;
mod call_follow_ups;
mod calling_rules;
mod calls;
mod checks;
mod do_not_call;
mod erasures;
mod factors;
mod insights;
mod launch;
mod lists;
mod people;
mod query;
mod review;
mod settings;
mod tasks;
mod unusable;

pub use account::*;
pub use audit::*;
pub use back::{back_to_calls, back_to_draft, back_to_lead, back_to_tasks};
pub use call_follow_ups::*;
pub use calling_rules::*;
pub use calls::*;
pub use checks::*;
pub use do_not_call::*;
pub use erasures::*;
pub use factors::*;
pub use insights::*;
pub use launch::*;
pub use lists::{drafts_with, robots_with, tasks_needing_attention, tasks_with};
pub use people::*;
pub use query::values_of;
use query::{encode, with_query};
pub use review::*;
pub use settings::*;
pub use tasks::*;
pub use unusable::Unusable;

/// Names the language of a page in its address, in development.
pub const LANGUAGE: &str = "lang";

/// The stylesheet.
pub const fn stylesheet() -> &'static str {
    "/pkg/coxswain.css"
}

/// The icon of the tab.
pub const fn favicon() -> &'static str {
    "/favicon.svg"
}

/// Where pages hear of changes while Coxswain is developed.
pub const fn reload() -> &'static str {
    "/reload"
}

/// The page that creates the first administrator; its form posts there too.
pub const fn setup() -> &'static str {
    "/setup"
}

/// The page over all accounts; with one account it leads to its tasks.
pub const fn all_accounts() -> &'static str {
    "/"
}

/// The sign-in page; its form posts there too.
pub const fn sign_in() -> &'static str {
    "/sign-in"
}

/// The sign-in page that leads on to `next`.
pub fn sign_in_then(next: &str) -> String {
    with_query(sign_in(), &[("next", next)])
}

/// Where a language is chosen, by whoever reads.
pub const fn language() -> &'static str {
    "/language"
}

/// Where the button that signs out posts.
pub const fn sign_out() -> &'static str {
    "/sign-out"
}

/// The history of tasks, which is also the first page.
pub fn tasks() -> String {
    in_account("/tasks")
}

/// One task.
pub fn task(id: impl std::fmt::Display) -> String {
    in_account(&format!("/tasks/{id}"))
}

/// The form of a new task; it posts there too.
pub fn new_task() -> String {
    in_account("/tasks/new")
}

/// The hidden field by which a form says whom it was drawn for.
pub const DRAWN_FOR: &str = "drawn_for";

/// The mark of an address whose form is drawn with what was typed into it before its session ended.
const TYPED: &str = "typed=kept";

/// The page with its form as it was typed before its session ended.
pub fn with_what_was_typed(page: &str) -> String {
    let page = without_what_was_typed(page);
    let joint = if page.contains('?') { '&' } else { '?' };
    format!("{page}{joint}{TYPED}")
}

/// The page without that mark.
pub fn without_what_was_typed(page: &str) -> String {
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let kept: Vec<&str> = pairs.filter(|pair| *pair != TYPED).collect();
    match kept.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", kept.join("&")),
    }
}

/// Whether an address with that query has the mark.
pub fn shows_what_was_typed(query: Option<&str>) -> bool {
    query.is_some_and(|query| query.split('&').any(|pair| pair == TYPED))
}

/// The form of a new task with that robot chosen.
pub fn new_task_with_robot(robot: &str) -> String {
    with_query(&new_task(), &[("robot", robot)])
}

/// The form of a draft that exists.
pub fn new_task_of_draft(draft: impl std::fmt::Display) -> String {
    with_query(&new_task(), &[("draft", &draft.to_string())])
}

/// The form of a draft whose list was just kept: nothing else of it is complained about yet.
pub fn new_task_kept(draft: impl std::fmt::Display) -> String {
    with_query(&new_task_of_draft(draft), &[("kept", "list")])
}

/// The form of a new task with the settings of that one.
pub fn new_task_like(task: impl std::fmt::Display) -> String {
    with_query(&new_task(), &[("like", &task.to_string())])
}

/// The open drafts.
pub fn drafts() -> String {
    in_account("/drafts")
}

/// The review of a draft.
pub fn draft(id: impl std::fmt::Display) -> String {
    in_account(&format!("/drafts/{id}"))
}

/// The robots.
pub fn robots() -> String {
    in_account("/robots")
}

/// One robot.
pub fn robot(id: &str) -> String {
    in_account(&format!("/robots/{}", encode(id)))
}

/// The template for the leads of a robot.
pub fn robot_template(id: &str) -> String {
    format!("{}/template", robot(id))
}

/// The route of such templates, in axum's notation.
pub fn robot_template_route() -> String {
    in_account("/robots/{id}/template")
}

/// The table of what the results of a robot mean, to be changed; its form posts there too.
pub fn robot_results(id: &str) -> String {
    format!("{}/results", robot(id))
}

/// The route of such tables, in axum's notation.
pub fn robot_results_route() -> String {
    in_account("/robots/{id}/results")
}

/// The page of the second factor after the password; its form posts there too.
pub const fn second_factor() -> &'static str {
    "/sign-in/second-factor"
}

/// Where a script asks what a passkey is to sign.
pub const fn passkey_challenge() -> &'static str {
    "/sign-in/passkey/challenge"
}

/// Where “Sign in with a passkey” posts.
pub const fn sign_in_by_passkey() -> &'static str {
    "/sign-in/passkey"
}

/// Where the form of a one-time link posts: the key is in the body, not in the address.
pub const fn accept_link() -> &'static str {
    "/link"
}

/// The page of the one-time link with that key.
pub fn link(key: &str) -> String {
    format!("/link/{key}")
}

/// Whether a path is the page of some link, or where it posts.
pub fn is_link(path: &str) -> bool {
    path == accept_link() || path.starts_with("/link/")
}

/// The own page; the form of the name posts there too.
pub fn profile() -> String {
    in_account("/profile")
}

/// Where the form of the own password posts.
pub fn own_password() -> String {
    in_account("/profile/password")
}

/// Where AIRudder's pushes to the address with that secret come in.
pub fn push(secret: &str) -> String {
    format!("/hooks/airudder/{secret}")
}

/// The route of pushes, in axum's notation.
pub const fn push_route() -> &'static str {
    "/hooks/airudder/{secret}"
}

/// Where the robots' “Refresh now” posts.
pub fn refresh_robots() -> String {
    in_account("/api/robots/refresh")
}

/// Where those rows were before: it leads there.
pub fn rows_to_fix_before() -> String {
    in_account("/drafts/{id}/rows-to-mend")
}

/// Where the review grid posts what is written into its cells.
pub fn edit_cells() -> String {
    in_account("/api/drafts/edit")
}

/// Where the form of one lead posts.
pub fn edit_lead() -> String {
    in_account("/api/drafts/lead")
}

/// Where “Leave out this row” and “Include this row” post.
pub fn leave_out() -> String {
    in_account("/api/drafts/leave-out")
}

/// Where “Keep this one” posts.
pub fn keep_row() -> String {
    in_account("/api/drafts/keep-row")
}

/// Where a bulk fix posts.
pub fn apply_bulk_fix() -> String {
    in_account("/api/drafts/bulk-fix")
}

/// Where “Replace in … cells” posts.
pub fn replace_text() -> String {
    in_account("/api/drafts/replace")
}

/// Where “Undo” and “Redo” post.
pub fn step_draft() -> String {
    in_account("/api/drafts/step")
}

/// Where the choice about repeated numbers posts.
pub fn set_policies() -> String {
    in_account("/api/drafts/repeats")
}

/// Where the answer to a question about the columns posts.
pub fn answer_question() -> String {
    in_account("/api/drafts/answer")
}

/// Where the decision about the country of the numbers posts.
pub fn read_numbers_as() -> String {
    in_account("/api/drafts/country")
}

/// Where the decision about rows that are held back posts.
pub fn call_held_back() -> String {
    in_account("/api/drafts/held-back")
}

/// What stands in that form for a list without headers.
pub const NO_HEADERS: &str = "none";

/// Where the choice of another encoding or sheet posts.
pub fn read_again() -> String {
    in_account("/api/drafts/reading")
}

/// Where the button of the launch posts.
pub fn submit_draft() -> String {
    in_account("/api/drafts/submit")
}

/// Where the launch page posts to approve only.
pub fn approve_draft() -> String {
    in_account("/api/drafts/approve")
}

/// Where “Discard draft” posts.
pub fn discard_draft() -> String {
    in_account("/api/drafts/discard")
}

/// Where “Undo” posts after that, and “Restore draft”.
pub fn restore_draft() -> String {
    in_account("/api/drafts/restore")
}

/// What changes on the form of a draft once it is saved, as JSON.
pub fn form_partials(draft: impl std::fmt::Display) -> String {
    with_query(
        &in_account("/api/drafts/form"),
        &[("draft", &draft.to_string())],
    )
}

/// What is to be said of a provider that does not answer, as JSON.
pub fn provider_down() -> String {
    in_account("/api/provider-down")
}

#[cfg(test)]
mod tests {
    use leads::views::{LeadFilter, LeadQuery, LeadSort, TaskQuery};

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
        assert_eq!(
            draft_leads("7", &LeadQuery::default()),
            "/drafts/7?show=all#leads"
        );
        let query = LeadQuery {
            show: LeadFilter::Refused,
            q: "a b".to_owned(),
            sort: LeadSort::from_key("-mobile"),
            from: 51,
            ..LeadQuery::default()
        };
        assert_eq!(
            draft_leads("7", &query),
            "/drafts/7?show=refused&q=a%20b&sort=-mobile&from=51#leads"
        );
    }

    #[test]
    fn server_functions_have_plain_addresses() {
        assert_eq!(check_draft(), "/api/drafts/check");
        assert_eq!(check_progress("7"), "/api/drafts/progress?draft=7");
    }
}
