//! What stands around a table.

use leptos::prelude::*;

/// A region that scrolls sideways by itself when the table is wider than the screen; the keyboard reaches it too.
#[component]
pub fn Scroll(
    /// What the region is called when it is read aloud.
    label: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            {children()}
        </div>
    }
}

/// Links to the first and the next page of a list, where there are such pages.
#[component]
pub fn Pager(
    /// The first page, when this is not it.
    first: Option<(String, &'static str)>,
    /// The next page.
    next: Option<(String, &'static str)>,
) -> impl IntoView {
    if first.is_none() && next.is_none() {
        return ().into_any();
    }
    let link =
        |(href, text): (String, &'static str)| view! { <a class="button" href=href>{text}</a> };
    view! {
        <nav class="pager row" aria-label="Pages">
            {first.map(link)}
            {next.map(link)}
        </nav>
    }
    .into_any()
}
