//! Addresses of the launch.

use super::draft;

/// The launch of a draft: the page before anybody is called.
pub fn launch(id: impl std::fmt::Display) -> String {
    format!("{}/launch", draft(id))
}

/// Where the review's “Submit” posts: it leads to the launch, and calls nobody.
pub const fn launch_draft() -> &'static str {
    "/api/drafts/launch"
}

/// The form of a draft, at the input of that `id`.
pub fn input_of_draft(draft: impl std::fmt::Display, input: &str) -> String {
    format!("{}#{input}", super::new_task_of_draft(draft))
}
