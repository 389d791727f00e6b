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

/// The leads of a task as they were sent, as a workbook.
pub fn leads_as_sent(task: impl std::fmt::Display) -> String {
    format!("{}/leads-as-sent", super::task(task))
}

/// The same as CSV.
pub fn leads_as_sent_as_csv(task: impl std::fmt::Display) -> String {
    with_query(&leads_as_sent(task), &[("format", "csv")])
}
