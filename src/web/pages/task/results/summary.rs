//! The results in five lines, for a chat.

use leads::results::summary::summary_text;
use leads::views::{ResultsView, TaskView};
use leptos::prelude::*;

use crate::web::components::copy_button::CopyButton;

/// The `id` of the text, which changes by itself.
pub const TEXT_ID: &str = "summary-text";

/// The text behind its heading, and the button that copies it. `link` is the address of the results.
pub fn summary(task: &TaskView, results: &ResultsView, link: &str) -> AnyView {
    view! {
        <details class="chat">
            <summary>"Summary for a chat"</summary>
            <div class="stack">
                {text(task, results, link)} <div><CopyButton from=TEXT_ID what="summary" /></div>
            </div>
        </details>
    }
    .into_any()
}

/// The text alone.
pub fn text(task: &TaskView, results: &ResultsView, link: &str) -> AnyView {
    let as_of = results.as_of.told_in_full.as_deref();
    let as_of = as_of.unwrap_or("before AIRudder has told anything");
    let text = summary_text(&task.name, as_of, link, results);
    view! { <pre id=TEXT_ID>{text}</pre> }.into_any()
}
