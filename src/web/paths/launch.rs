//! Addresses of the launch, and of the test call before it.

use leads::Field;

use super::{draft, robot};
use super::{in_account, query::with_query};

/// The launch of a draft: the page before anybody is called.
pub fn launch(id: impl std::fmt::Display) -> String {
    format!("{}/launch", draft(id))
}

/// Where the review's “Submit” posts: it leads to the launch, and calls nobody.
pub fn launch_draft() -> String {
    in_account("/api/drafts/launch")
}

/// The form of a draft, at the input of that `id`.
pub fn input_of_draft(draft: impl std::fmt::Display, input: &str) -> String {
    format!("{}#{input}", super::new_task_of_draft(draft))
}

/// The page on which a person has their own number called first, with the settings and the values of a draft.
pub fn call_me(draft: impl std::fmt::Display) -> String {
    format!("{}/call-me", self::draft(draft))
}

/// The same page with the values of that row.
pub fn call_me_as(draft: impl std::fmt::Display, row: u32) -> String {
    with_query(&call_me(draft), &[("row", &row.to_string())])
}

/// The page on which a person has their own number called by a robot.
pub fn call_me_by(robot: &str) -> String {
    format!("{}/call-me", self::robot(robot))
}

/// The same page, filled in with what was typed.
pub fn call_me_by_with(robot: &str, line: &str, values: &[(Field, String)]) -> String {
    let values = values
        .iter()
        .map(|(field, value)| (field.key(), value.as_str()));
    let pairs: Vec<(&str, &str)> = [("line", line)].into_iter().chain(values).collect();
    with_query(&call_me_by(robot), &pairs)
}

/// Where a test of a draft posts.
pub fn call_me_with_draft() -> String {
    in_account("/api/drafts/call-me")
}

/// Where a test of a robot posts.
pub fn call_me_with_robot() -> String {
    in_account("/api/robots/call-me")
}

/// Where a person's own number posts.
pub fn save_own_number() -> String {
    in_account("/api/own-number")
}
