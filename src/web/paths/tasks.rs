//! Addresses of what can be done with a task that was submitted.

use leads::views::{LeadFilter, LeadQuery};

use super::query::with_query;

/// The review of a draft that follows a task, at the leads that AIRudder refused in that.
pub fn refused_before(draft: impl std::fmt::Display) -> String {
    let query = LeadQuery {
        show: LeadFilter::RefusedBefore,
        ..LeadQuery::default()
    };
    super::draft_leads(&draft.to_string(), &query)
}

/// Where “Send the others” and “Fix and send again” post.
pub const fn follow_task() -> &'static str {
    "/api/tasks/follow-up"
}

/// The list of a task: what became of its rows.
pub fn task_list(task: impl std::fmt::Display) -> String {
    format!("{}/list", super::task(task))
}

/// The rows of a task's list that the filter shows, behind so many of them.
pub fn task_rows(task: impl std::fmt::Display, show: LeadFilter, from: u32) -> String {
    let from = match from {
        0 => String::new(),
        from => from.to_string(),
    };
    let address = format!("{}/rows", task_list(task));
    with_query(&address, &[("show", show.key()), ("from", &from)])
}

/// The batches of a task.
pub fn task_batches(task: impl std::fmt::Display) -> String {
    format!("{}/batches", super::task(task))
}

/// What happened to a task.
pub fn task_activity(task: impl std::fmt::Display) -> String {
    format!("{}/activity", super::task(task))
}

/// The leads of a task as they were sent, as a workbook.
pub fn leads_as_sent(task: impl std::fmt::Display) -> String {
    format!("{}/leads-as-sent", super::task(task))
}

/// The same as CSV.
pub fn leads_as_sent_as_csv(task: impl std::fmt::Display) -> String {
    with_query(&leads_as_sent(task), &[("format", "csv")])
}

/// Where a task's “Refresh now” posts.
pub const fn refresh_task() -> &'static str {
    "/api/tasks/refresh"
}

/// Where a task's “Count again with the new names” posts.
pub const fn count_again() -> &'static str {
    "/api/tasks/count-again"
}

/// Where a batch's “Send again” posts.
pub const fn send_batch_again() -> &'static str {
    "/api/tasks/send-again"
}

/// Where a batch's “Give up” posts.
pub const fn give_up_batch() -> &'static str {
    "/api/tasks/give-up"
}

/// Where a task's “Stop batches” posts.
pub const fn stop_rest() -> &'static str {
    "/api/tasks/stop-rest"
}

/// Where “Stop calling” posts, of a task or of one batch.
pub const fn stop_calling() -> &'static str {
    "/api/tasks/stop-calling"
}

/// Where “Cancel this number” posts.
pub const fn cancel_number() -> &'static str {
    "/api/tasks/cancel-number"
}

/// Where a task's “Mark as done” posts.
pub const fn mark_done() -> &'static str {
    "/api/tasks/mark-done"
}

/// Where “Needs attention again” posts.
pub const fn needs_attention_again() -> &'static str {
    "/api/tasks/needs-attention"
}

/// How far the submission of a task has come, as JSON.
pub fn task_progress(task: &str) -> String {
    with_query("/api/tasks/progress", &[("task", task)])
}

/// Whether there are newer results of a task, as JSON. A page that says that a batch is searched for asks for the end of the search, too.
pub fn results_progress(task: &str, searching: bool) -> String {
    let searching = if searching { "true" } else { "" };
    with_query(
        "/api/tasks/results-progress",
        &[("task", task), ("searching", searching)],
    )
}

/// The partials of a task's page that change by themselves, as JSON.
pub fn task_partials(task: &str) -> String {
    with_query("/api/tasks/partials", &[("task", task)])
}
