//! Addresses of what can be done with a task that was submitted.

use leads::views::{LeadFilter, LeadQuery};

use super::{in_account, query::with_query};

/// The review of a draft that follows a task, at the leads that AIRudder refused in that.
pub fn refused_before(draft: impl std::fmt::Display) -> String {
    let query = LeadQuery {
        show: LeadFilter::RefusedBefore,
        ..LeadQuery::default()
    };
    super::draft_leads(&draft.to_string(), &query)
}

/// Where “Send the others” and “Fix and send again” post.
pub fn follow_task() -> String {
    in_account("/api/tasks/follow-up")
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

/// The proof of a task, as a file.
pub fn proof(task: impl std::fmt::Display) -> String {
    in_account(&format!("/tasks/{task}/proof"))
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
pub fn refresh_task() -> String {
    in_account("/api/tasks/refresh")
}

/// Where a task's “Count again with the new names” posts.
pub fn count_again() -> String {
    in_account("/api/tasks/count-again")
}

/// Where a batch's “Send again” posts.
pub fn send_batch_again() -> String {
    in_account("/api/tasks/send-again")
}

/// Where a batch's “Give up” posts.
pub fn give_up_batch() -> String {
    in_account("/api/tasks/give-up")
}

/// Where a task's “Stop batches” posts.
pub fn stop_rest() -> String {
    in_account("/api/tasks/stop-rest")
}

/// Where “Stop calling” posts, of a task or of one batch.
pub fn stop_calling() -> String {
    in_account("/api/tasks/stop-calling")
}

/// Where “Cancel this number” posts.
pub fn cancel_number() -> String {
    in_account("/api/tasks/cancel-number")
}

/// Where “Ask again” posts, about the numbers of a task that AIRudder has not cancelled.
pub fn cancel_again() -> String {
    in_account("/api/tasks/cancel-again")
}

/// Where a task's “Mark as done” posts.
pub fn mark_done() -> String {
    in_account("/api/tasks/mark-done")
}

/// Where “Needs attention again” posts.
pub fn needs_attention_again() -> String {
    in_account("/api/tasks/needs-attention")
}

/// How far the submission of a task has come, as JSON.
pub fn task_progress(task: &str) -> String {
    with_query(&in_account("/api/tasks/progress"), &[("task", task)])
}

/// Whether there are newer results of a task, as JSON. A page that says that a batch is searched for asks for the end of the search, too.
pub fn results_progress(task: &str, searching: bool) -> String {
    let searching = if searching { "true" } else { "" };
    with_query(
        &in_account("/api/tasks/results-progress"),
        &[("task", task), ("searching", searching)],
    )
}

/// The partials of a task's page that change by themselves, as JSON.
pub fn task_partials(task: &str) -> String {
    with_query(&in_account("/api/tasks/partials"), &[("task", task)])
}
