//! What happens next, on top of a task of whose calls nothing is known yet.

use leads::results::classify::CallGroup;
use leads::states::{TaskState, Tone};
use leads::views::TaskView;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::notice::NoticeBox;
use crate::web::language::t;
use crate::web::messages::task as texts;

/// The `id` of what happens next.
pub const ID: &str = "next";

/// Who is called and when, and what can still be stopped; nothing once calls are known of, or something needs a decision.
pub fn next(task: &TaskView) -> AnyView {
    let is_expected = matches!(task.state, TaskState::Sending | TaskState::Created);
    let results = task.results.as_ref();
    let has_started =
        results.is_some_and(|results| results.of(CallGroup::NotDialled) < results.sent);
    let words = (is_expected && !has_started).then(|| in_words(task));
    let notice = words.map(|words| view! { <NoticeBox tone=Tone::Plain text=t(words) /> });
    view! { <div class="if-any" id=ID>{notice}</div> }.into_any()
}

fn in_words(task: &TaskView) -> Message {
    let next = task.next.clone();
    let sandbox = task.sandbox.then(texts::sandbox_stands_in);
    Message::sentences(
        [Some(next), what_can_be_stopped(task), sandbox]
            .into_iter()
            .flatten(),
    )
}

/// What can be stopped, and by what.
fn what_can_be_stopped(task: &TaskView) -> Option<Message> {
    match (task.stopping.batches > 0, task.stopping.waiting > 0) {
        (false, false) => None,
        (false, true) => Some(texts::rest_can_be_stopped()),
        (true, _) => Some(texts::calling_can_be_stopped()),
    }
}
