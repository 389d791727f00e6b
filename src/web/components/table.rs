//! Tables, and what stands around them.

use leptos::prelude::*;

use crate::web::language::t;
use crate::web::messages::components;

/// A column: its header, and whether its cells are numbers, which line up on the right.
#[derive(Clone, Debug)]
pub struct Column {
    header: String,
    is_number: bool,
}

impl Column {
    /// A column of words.
    pub fn words(header: impl Into<String>) -> Column {
        Column {
            header: header.into(),
            is_number: false,
        }
    }

    /// A column of numbers.
    pub fn numbers(header: impl Into<String>) -> Column {
        Column {
            header: header.into(),
            is_number: true,
        }
    }
}

/// A table with a header for each column, in a region that scrolls sideways. The children are the rows, as `<tr>`.
#[component]
pub fn Table(
    /// What the table is called when it is read aloud.
    #[prop(into)]
    label: String,
    /// The columns, from the first to the last.
    columns: Vec<Column>,
    /// Whether a row becomes a card where the screen is narrow: its cells say by `data-label` what they hold.
    #[prop(optional)]
    cards: bool,
    children: Children,
) -> impl IntoView {
    let headers = columns
        .into_iter()
        .map(|column| {
            let class = column.is_number.then_some("number");
            view! { <th class=class scope="col">{column.header}</th> }
        })
        .collect_view();
    view! {
        <Scroll label=label>
            <table class=if cards { "table as-cards" } else { "table" }>
                <thead>
                    <tr>{headers}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </Scroll>
    }
}

/// A region that scrolls sideways by itself when the table is wider than the screen; the keyboard reaches it too.
#[component]
pub fn Scroll(
    /// What the region is called when it is read aloud.
    #[prop(into)]
    label: String,
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
    first: Option<(String, String)>,
    /// The next page.
    next: Option<(String, String)>,
) -> impl IntoView {
    if first.is_none() && next.is_none() {
        return ().into_any();
    }
    let link = |(href, text)| view! { <a class="button" href=href>{text}</a> };
    view! {
        <nav class="pager row" aria-label=t(components::pages())>
            {first.map(link)}
            {next.map(link)}
        </nav>
    }
    .into_any()
}
