//! Where the reader is on the way from leads to a submitted task.

use leptos::prelude::*;

/// The steps, in their order.
const STEPS: [&str; 4] = ["List and call settings", "Review", "Check", "Submit"];

/// The steps; `current` counts from 0.
#[component]
pub fn Steps(current: usize) -> impl IntoView {
    let steps = STEPS
        .into_iter()
        .enumerate()
        .map(|(place, step)| {
            let class = (place < current).then_some("done");
            let marked = (place == current).then_some("step");
            view! { <li class=class aria-current=marked>{step}</li> }
        })
        .collect_view();
    view! { <ol class="steps" aria-label="Steps">{steps}</ol> }
}
