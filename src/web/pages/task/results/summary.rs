//! The results in five lines, for a chat.

use leads::results::summary::summary_text;
use leads::views::{ResultsView, TaskView};
use leptos::prelude::*;

use crate::web::components::copy_button::CopyButton;
use crate::web::language::{language, t};
use crate::web::messages::task_results as texts;

/// The `id` of the text, which changes by itself.
pub const TEXT_ID: &str = "summary-text";

/// The text behind its heading, and the button that copies it. `link` is the address of the results.
pub fn summary(task: &TaskView, results: &ResultsView, link: &str) -> AnyView {
    view! {
        <section class="card">
            <div class="body">
                <details>
                    <summary>{t(texts::summary())}</summary>
                    <div class="stack">
                        {text(task, results, link)} <div><CopyButton from=TEXT_ID label=t(texts::copy_summary()) /></div>
                    </div>
                </details>
            </div>
        </section>
    }
    .into_any()
}

/// The text alone.
pub fn text(task: &TaskView, results: &ResultsView, link: &str) -> AnyView {
    let text = summary_text(language(), &task.name, link, results);
    view! { <pre id=TEXT_ID>{text}</pre> }.into_any()
}
