//! Rows that are held back, with the way to call them too.

use leads::views::{DraftView, HeldBackView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::post_button::PostButton;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::draft::back;
use crate::web::paths;

/// A notice for each reason; nothing where no row is held back.
pub fn held_back(draft: &DraftView) -> AnyView {
    let notices = draft
        .held_back
        .iter()
        .map(|held| notice(draft, held))
        .collect_view();
    view! { {notices} }.into_any()
}

fn notice(draft: &DraftView, held: &HeldBackView) -> AnyView {
    let hidden = vec![
        ("draft", draft.id.clone()),
        ("version", draft.version.to_string()),
        ("reason", held.reason.key().to_owned()),
        ("called", (!held.is_called).to_string()),
        ("back", back(draft)),
    ];
    let button = match held.is_called {
        true => texts::hold_back(),
        false => texts::call_too(),
    };
    view! {
        <div class="notice warn decision">
            <p>{t(in_words(held))}</p>
            <PostButton action=paths::call_held_back() hidden=hidden text=t(button) />
        </div>
    }
    .into_any()
}

fn in_words(held: &HeldBackView) -> Message {
    match held.is_called {
        true => held.reason.called(),
        false => held.reason.held(held.count),
    }
}

#[cfg(test)]
mod tests {
    use leads::marks::HoldReason;

    use super::*;

    #[test]
    fn held_back_rows_are_told_as_a_colleague_would() {
        let held = |reason, count, is_called| {
            in_words(&HeldBackView {
                reason,
                count,
                is_called,
            })
            .to_string()
        };
        assert_eq!(
            held(HoldReason::Hidden, 3, false),
            "3 rows are hidden in the sheet. They are not called."
        );
        assert_eq!(
            held(HoldReason::DoNotCall, 1, false),
            "1 row says not to call. It is not called."
        );
        assert_eq!(
            held(HoldReason::StruckThrough, 0, true),
            "Rows that are struck through are called too."
        );
    }
}
