//! The way to throw a draft away: a quiet link, and the question that says what goes with it.

use crate::web::request::caller::may;
use leads::Action;
use leads::views::DraftSummary;
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::language::t;
use crate::web::messages::components;
use crate::web::paths;

/// “Discard…”, which asks with the draft's name, its owner and what is lost.
#[component]
pub fn Discard(draft: DraftSummary) -> impl IntoView {
    let action = match draft.is_own {
        true => Action::Prepare,
        false => Action::DiscardDraftOfOthers,
    };
    may(action).then(|| {
        view! {
            <Asking
                id=format!("discard-{}", draft.id)
                question=t(draft.discard_question())
                text=t(components::discard())
                opens=t(components::discard_asks())
                about=t(draft.title())
                opener="link"
                action=paths::discard_draft()
                hidden=vec![("draft", draft.id.clone())]
                class="danger"
            >
                <p>{t(draft.discard_sentence())}</p>
            </Asking>
        }
    })
}
