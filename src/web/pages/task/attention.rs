//! Why somebody should look at a task, with the way to say that it is done.

use crate::web::request::caller::may;
use leads::Action;
use leads::states::{TaskState, Tone};
use leads::views::{Moment, TaskView};
use leptos::prelude::*;

use crate::web::components::moment::Time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::PostButton;
use crate::web::pages::task::follow_up;
use crate::web::paths;

/// The `id` of the reason.
pub const ID: &str = "attention";

/// The reason, or who has marked the task as done. What is searched for says so elsewhere on the page, and so does the way back from a
/// refusal, which has the button of this notice too.
pub fn attention(task: &TaskView) -> AnyView {
    let reason = match (&task.done, task.state) {
        (Some((by, at)), _) => Some(done(&task.id, by.clone(), at.clone())),
        (None, TaskState::Unknown) => None,
        (None, _) if follow_up::leads_back(task) => None,
        (None, _) => reason(task),
    };
    view! { <div class="if-any" id=ID>{reason}</div> }.into_any()
}

fn reason(task: &TaskView) -> Option<AnyView> {
    let attention = task.attention.clone()?;
    let text = [attention.why, attention.what_to_do]
        .into_iter()
        .chain(attention.done_blocker.clone())
        .collect::<Vec<_>>()
        .join(" ");
    let button = mark_as_done(task);
    let tone = match task.state {
        TaskState::Refused => Tone::Bad,
        _ => Tone::Warn,
    };
    Some(view! { <NoticeBox tone=tone text=text>{button}</NoticeBox> }.into_any())
}

/// The button, where the task can be marked.
pub fn mark_as_done(task: &TaskView) -> Option<AnyView> {
    let attention = task.attention.as_ref()?;
    (attention.done_blocker.is_none() && may(Action::Launch)).then(|| {
        let hidden = vec![("task", task.id.clone())];
        view! { <PostButton action=paths::mark_done() hidden=hidden text="Mark as done" /> }
            .into_any()
    })
}

fn done(task: &str, by: String, at: Moment) -> AnyView {
    view! {
        <div class="notice" role="status">
            <strong aria-hidden="true">"✓"</strong>
            <p>"Marked as done by " {by} ", " <Time moment=at /> "."</p>
            {may(Action::Launch).then(|| view! {
                <PostButton
                    action=paths::needs_attention_again()
                    hidden=vec![("task", task.to_owned())]
                    text="Needs attention again"
                />
            })}
        </div>
    }
    .into_any()
}
