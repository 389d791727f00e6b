//! Addresses of what can be done with a task that was submitted.

use leads::views::{LeadFilter, LeadQuery};

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
