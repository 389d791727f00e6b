//! Rows that are held back, with the way to call them too.

use leads::views::{DraftView, HeldBackView};
use leptos::prelude::*;

use crate::web::components::numbers::format_number;
use crate::web::components::post_button::PostButton;
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
    let button = if held.is_called {
        "Hold them back"
    } else {
        "Call them too"
    };
    view! {
        <div class="notice warn decision">
            <p>{in_words(held)}</p>
            <PostButton action=paths::call_held_back() hidden=hidden text=button />
        </div>
    }
    .into_any()
}

fn in_words(held: &HeldBackView) -> String {
    if held.is_called {
        return format!("Rows that {} are called too.", held.reason.words(false));
    }
    let is_one = held.count == 1;
    let rows = if is_one { "row" } else { "rows" };
    let them = if is_one { "It is" } else { "They are" };
    format!(
        "{} {rows} {}. {them} not called.",
        format_number(held.count),
        held.reason.words(is_one)
    )
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
