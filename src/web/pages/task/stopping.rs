//! Stopping the calls of a task, and what became of it.

use crate::web::request::caller::may;
use leads::Action;
use leads::states::Tone;
use leads::views::TaskView;
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::notice::NoticeBox;
use crate::web::language::t;
use crate::web::messages::task as texts;
use crate::web::paths;

/// The `id` of what is told of stops, and of the button.
pub const ID: &str = "stopping";

/// What became of the stops so far, and the button while there is something to stop.
pub fn stopping(task: &TaskView) -> AnyView {
    let of = &task.stopping;
    let by_rule = of.by_rule.clone().map(|text| (Tone::Warn, text));
    let told = by_rule
        .into_iter()
        .chain(of.told.iter().cloned())
        .map(|(tone, text)| view! { <NoticeBox tone=tone text=t(text) /> })
        .collect_view();
    // What only waits here has a button of its own, which needs no question.
    let button = (of.batches > 0 && may(Action::Launch)).then(|| {
        let sentences = of.sentences().into_iter();
        let sentences = sentences
            .map(|text| view! { <p>{t(text)}</p> })
            .collect_view();
        view! {
            <div class="row">
                <Asking
                    id="stop-calling".to_owned()
                    question=t(texts::stop_calling_question(&task.name))
                    text=t(texts::stop_calling())
                    opener="button"
                    action=paths::stop_calling()
                    hidden=vec![("task", task.id.clone())]
                    class="danger"
                >
                    {sentences}
                </Asking>
            </div>
        }
    });
    let is_quiet = of.told.is_empty() && of.by_rule.is_none() && button.is_none();
    match is_quiet {
        true => view! { <div class="if-any" id=ID></div> }.into_any(),
        false => view! { <div class="stack" id=ID>{told} {button}</div> }.into_any(),
    }
}
