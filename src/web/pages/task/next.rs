//! What happens next, on top of a task of whose calls nothing is known yet.

use leads::results::classify::CallGroup;
use leads::states::{BatchState, TaskState, Tone};
use leads::views::TaskView;
use leptos::prelude::*;

use crate::web::components::notice::NoticeBox;

/// The `id` of what happens next.
pub const ID: &str = "next";

/// Who is called and when, and what can still be stopped; nothing once calls are known of, or something needs a decision.
pub fn next(task: &TaskView) -> AnyView {
    let is_expected = matches!(task.state, TaskState::Sending | TaskState::Created);
    let results = task.results.as_ref();
    let has_started =
        results.is_some_and(|results| results.of(CallGroup::NotDialled) < results.sent);
    let words = (is_expected && !has_started).then(|| in_words(task));
    let notice = words.map(|words| view! { <NoticeBox tone=Tone::Plain text=words /> });
    view! { <div class="if-any" id=ID>{notice}</div> }.into_any()
}

fn in_words(task: &TaskView) -> String {
    let sandbox = if task.sandbox {
        " The sandbox stands in for AIRudder: nobody is really called."
    } else {
        ""
    };
    format!("{} {}{sandbox}", task.next, what_can_be_stopped(task))
}

/// What is not sent yet can be stopped here, what AIRudder has cannot.
fn what_can_be_stopped(task: &TaskView) -> &'static str {
    let is_sent = |state| state == BatchState::Created;
    let waits = |state| state == BatchState::Waiting;
    let any =
        |which: &dyn Fn(BatchState) -> bool| task.batches.iter().any(|batch| which(batch.state));
    match (any(&is_sent), any(&waits)) {
        (_, false) => "What AIRudder already has can only be stopped at AIRudder.",
        (false, true) => "What is not sent yet can be stopped below.",
        (true, true) => {
            "What is not sent yet can be stopped below. What AIRudder already has can only be stopped at AIRudder."
        }
    }
}
