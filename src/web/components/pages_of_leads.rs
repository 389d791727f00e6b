//! Which of many leads a page shows, and the way to the others.

use leads::views::PageOfLeads;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::message::with_hidden;
use crate::web::language::t;
use crate::web::messages::components;

/// `51–100 of 300`, with the pages before and behind where there are any; `address` is that of the page that begins behind so many.
pub fn pages_of_leads(
    page: PageOfLeads,
    label: impl Into<String>,
    address: impl Fn(u32) -> String,
) -> AnyView {
    let link = |from: u32, text: &Message| {
        let text = with_hidden(text);
        view! { <a class="button" href=address(from)>{text}</a> }
    };
    let previous = page.previous;
    let previous = previous.map(|from| link(from, &components::previous()));
    let next = page.next.map(|from| link(from, &components::next()));
    view! {
        <nav class="pages" aria-label=label.into() data-stay="no">
            <span class="small muted">{t(in_words(&page))}</span>
            {previous}
            {next}
        </nav>
    }
    .into_any()
}

fn in_words(page: &PageOfLeads) -> Message {
    match (page.first, page.matched) {
        (0, 0) => components::none(),
        (0, matched) => components::past_the_end(matched),
        (first, matched) if first == page.last => components::one_of(first, matched),
        (first, matched) => components::some_of(first, page.last, matched),
    }
}
