//! Which of the leads are shown, and the way to the others.

use leads::problem_groups::GroupKey;
use leads::views::{DraftView, LeadQuery, PageOfLeads};
use leptos::prelude::*;

use crate::web::components::numbers::format_number;
use crate::web::pages::draft::kinds;
use crate::web::paths;

/// What the leads have in common that are shown: `Rows to fix`, `Mobile: too few digits`.
pub fn heading(draft: &DraftView) -> String {
    match GroupKey::parse(&draft.query.problem) {
        Some(group) => group.label(),
        None => kinds::label(draft.query.show).to_owned(),
    }
}

/// `51–100 of 300`, with the pages before and behind where there are any.
pub fn pages(draft: &DraftView, label: &'static str) -> AnyView {
    let shown = u32::try_from(draft.leads.len()).unwrap_or(u32::MAX);
    let page = PageOfLeads::of(draft.query.from, shown, draft.matched);
    let link = |from: u32, text: &'static str| {
        let query = LeadQuery {
            from,
            ..draft.query.clone()
        };
        view! {
            <a class="button" href=paths::draft_leads(&draft.id, &query)>
                {text}
                <span class="visually-hidden">" page"</span>
            </a>
        }
    };
    let previous = page.previous.map(|from| link(from, "Previous"));
    let next = page.next.map(|from| link(from, "Next"));
    view! {
        <nav class="pages" aria-label=label data-stay="no">
            <span class="small muted">{in_words(&page)}</span>
            {previous}
            {next}
        </nav>
    }
    .into_any()
}

fn in_words(page: &PageOfLeads) -> String {
    match (page.first, page.matched) {
        (0, 0) => "None".to_owned(),
        (0, matched) => format!("Beyond the last of {}", format_number(matched)),
        (first, matched) if first == page.last => {
            format!("{} of {}", format_number(first), format_number(matched))
        }
        (first, matched) => format!(
            "{}–{} of {}",
            format_number(first),
            format_number(page.last),
            format_number(matched)
        ),
    }
}
