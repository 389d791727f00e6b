//! Where the draft is on the way from a list to a submitted task.

use leptos::prelude::*;

use crate::web::components::message::with_hidden;
use crate::web::language::t;
use crate::web::messages::components;

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is done in it.
    pub label: String,
    /// How it stands.
    pub state: StepState,
    /// Whether the reader is there.
    pub is_current: bool,
}

/// How a step stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepState {
    /// It has succeeded; the address shows what came of it.
    Done(String),
    /// It has not succeeded: a word says how, and the address shows more.
    Failed(String, String),
    /// It can be gone to.
    Open(String),
    /// It is where the reader is, or is still to come.
    Plain,
}

/// The steps, in their order.
#[component]
pub fn Steps(steps: Vec<Step>) -> impl IntoView {
    let steps = steps.into_iter().map(step).collect_view();
    view! { <ol class="steps" aria-label=t(components::steps())>{steps}</ol> }
}

fn step(step: Step) -> AnyView {
    let Step {
        label,
        state,
        is_current,
    } = step;
    let marked = is_current.then_some("step");
    match state {
        StepState::Done(href) => {
            let text = with_hidden(&components::step_done(label));
            view! {
                <li class="done" aria-current=marked>
                    <a href=href>{text}</a>
                </li>
            }
            .into_any()
        }
        StepState::Failed(word, href) => view! {
            <li class="failed" aria-current=marked>
                <a href=href>{t(components::step_failed(label, word))}</a>
            </li>
        }
        .into_any(),
        StepState::Open(href) => view! {
            <li aria-current=marked>
                <a href=href>{label}</a>
            </li>
        }
        .into_any(),
        StepState::Plain => view! { <li aria-current=marked>{label}</li> }.into_any(),
    }
}
