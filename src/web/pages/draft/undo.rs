//! One step back, and forth again.

use leads::views::DraftView;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::post_button::HiddenValues;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::draft::back;
use crate::web::paths;

/// The `id` of the steps.
pub const ID: &str = "undo";

/// Undo and Redo, which always stand there. They name what they do; without anything to do they say so.
pub fn undo(draft: &DraftView) -> AnyView {
    view! {
        <div class="row steps-back" id=ID>
            {button(draft, false, draft.undo.as_ref())}
            {button(draft, true, draft.redo.as_ref())}
        </div>
    }
    .into_any()
}

fn button(draft: &DraftView, again: bool, label: Option<&Message>) -> AnyView {
    let word = t(if again { texts::redo() } else { texts::undo() });
    let named = |what: Message| match again {
        true => t(texts::redo_what(what)),
        false => t(texts::undo_what(what)),
    };
    let Some(label) = label else {
        let why = match again {
            true => texts::nothing_undone(),
            false => texts::nothing_changed(),
        };
        return view! {
            <button
                class="button"
                type="button"
                aria-disabled="true"
                aria-label=named(why.clone())
                title=t(why)
            >
                {word}
            </button>
        }
        .into_any();
    };
    view! {
        <form method="post" action=paths::step_draft()>
            <HiddenValues values=vec![
                ("draft", draft.id.clone()),
                ("again", again.to_string()),
                ("back", back(draft)),
            ] />
            <button
                class="button"
                type="submit"
                aria-label=named(label.clone())
                title=t(label.clone())
            >
                {word}
            </button>
        </form>
    }
    .into_any()
}
