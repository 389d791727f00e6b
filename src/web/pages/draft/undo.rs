//! One step back, and forth again.

use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::post_button::HiddenValues;
use crate::web::pages::draft::back;
use crate::web::paths;

/// The `id` of the steps.
pub const ID: &str = "undo";

/// Undo and Redo, which always stand there. They name what they do; without anything to do they say so.
pub fn undo(draft: &DraftView) -> AnyView {
    view! {
        <div class="row steps-back" id=ID>
            {button(draft, "Undo", false, draft.undo.as_deref())}
            {button(draft, "Redo", true, draft.redo.as_deref())}
        </div>
    }
    .into_any()
}

fn button(draft: &DraftView, word: &'static str, again: bool, label: Option<&str>) -> AnyView {
    let Some(label) = label else {
        let why = if again {
            "Nothing was undone."
        } else {
            "Nothing was changed yet."
        };
        return view! {
            <button
                class="button"
                type="button"
                aria-disabled="true"
                aria-label=format!("{word}: {why}")
                title=why
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
                aria-label=format!("{word}: {label}")
                title=label.to_owned()
            >
                {word}
            </button>
        </form>
    }
    .into_any()
}
