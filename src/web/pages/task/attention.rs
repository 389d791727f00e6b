//! Why somebody should look at a task, with the way to say that it is done.

use crate::web::request::caller::may;
use leads::Action;
use leads::states::{TaskState, Tone};
use leads::views::{Moment, TaskView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::message::with_time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::PostButton;
use crate::web::language::t;
use crate::web::messages::task as texts;
use crate::web::pages::task::follow_up;
use crate::web::paths;

/// The `id` of the reason.
pub const ID: &str = "attention";

/// The `id` of what is said of numbers that AIRudder has not cancelled.
pub const CANCELS_ID: &str = "failed-cancels";

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
    let told = [attention.why, attention.what_to_do].into_iter();
    let text = t(Message::sentences(told.chain(attention.done_blocker)));
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
    (attention.done_blocker.is_none() && may(Action::Launch)).then(|| mark_button(task))
}

fn mark_button(task: &TaskView) -> AnyView {
    let hidden = vec![("task", task.id.clone())];
    view! { <PostButton action=paths::mark_done() hidden=hidden text=t(texts::mark_as_done()) /> }
        .into_any()
}

/// What is said of numbers that AIRudder has not cancelled, with the ways to ask again, and to say that it is done where nothing
/// else says why the task needs attention.
pub fn failed_cancels(task: &TaskView) -> AnyView {
    let of = task.failed_cancels;
    let notice = of.attention().map(|attention| {
        let text = t(Message::sentences([attention.why, attention.what_to_do]));
        let may_launch = may(Action::Launch);
        let again = (may_launch && of.refused > 0).then(|| {
            let hidden = vec![("task", task.id.clone())];
            view! { <PostButton action=paths::cancel_again() hidden=hidden text=t(texts::ask_again()) class="primary" /> }
        });
        let mark = (may_launch && task.attention.is_none()).then(|| mark_button(task));
        view! { <NoticeBox tone=Tone::Bad text=text>{again} {mark}</NoticeBox> }
    });
    view! { <div class="if-any" id=CANCELS_ID>{notice}</div> }.into_any()
}

fn done(task: &str, by: String, at: Moment) -> AnyView {
    view! {
        <div class="notice" role="status">
            <strong aria-hidden="true">"✓"</strong>
            <p>{with_time(at, |at| texts::done(at, by))}</p>
            {may(Action::Launch).then(|| view! {
                <PostButton
                    action=paths::needs_attention_again()
                    hidden=vec![("task", task.to_owned())]
                    text=t(texts::needs_attention_again())
                />
            })}
        </div>
    }
    .into_any()
}
