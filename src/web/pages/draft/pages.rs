//! Which of the leads are shown, and the way to the others.

use leads::problem_groups::GroupKey;
use leads::views::{DraftView, LeadQuery, PageOfLeads};
use leptos::prelude::*;

use crate::web::components::pages_of_leads::pages_of_leads;
use crate::web::language::t;
use crate::web::paths;

/// What the leads have in common that are shown: `Rows to fix`, `Mobile: too few digits`.
pub fn heading(draft: &DraftView) -> String {
    match (GroupKey::parse(&draft.query.problem), draft.query.show) {
        (Some(group), _) => t(group.message()),
        (None, show) => t(show.label()),
    }
}

/// The page of leads, and the way to the others.
pub fn pages(draft: &DraftView, label: String) -> AnyView {
    let shown = u32::try_from(draft.leads.len()).unwrap_or(u32::MAX);
    let page = PageOfLeads::of(draft.query.from, shown, draft.matched);
    pages_of_leads(page, label, |from| {
        let query = LeadQuery {
            from,
            ..draft.query.clone()
        };
        paths::draft_leads(&draft.id, &query)
    })
}
