//! Filters of a list, as links.

use leptos::prelude::*;

/// One filter.
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// Its word.
    pub text: String,
    /// How many it shows, as people read it, where known.
    pub count: Option<String>,
    /// Whether it is in force.
    pub current: bool,
}

/// The filters in a row.
#[component]
pub fn Tabs(
    /// What they are called when they are read aloud: `Filter tasks`.
    #[prop(into)]
    label: String,
    tabs: Vec<Tab>,
) -> impl IntoView {
    let links = tabs
        .into_iter()
        .map(|tab| {
            let current = tab.current.then_some("page");
            view! {
                <a href=tab.href aria-current=current>
                    {tab.text}
                    {tab.count.map(|count| view! { " " <b>{count}</b> })}
                </a>
            }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=label>{links}</nav> }
}
