//! Which of many leads a page shows, and the way to the others.

use leads::views::PageOfLeads;
use leptos::prelude::*;

use crate::web::components::numbers::format_number;

/// `51–100 of 300`, with the pages before and behind where there are any; `address` is that of the page that begins behind so many.
pub fn pages_of_leads(
    page: PageOfLeads,
    label: &'static str,
    address: impl Fn(u32) -> String,
) -> AnyView {
    let link = |from: u32, text: &'static str| {
        view! {
            <a class="button" href=address(from)>
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
        (0, matched) => format!("Past the end of {}", format_number(matched)),
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
