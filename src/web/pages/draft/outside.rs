//! What must be known before people are called outside of the calling rule.

use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::outside_rule::outside_rule;
use crate::web::components::post_button::PostButton;
use crate::web::language::t;
use crate::web::messages::new_task;
use crate::web::paths;

/// What is wrong and what is allowed next, on top of the review; nothing where the rule is kept.
pub fn outside(draft: &DraftView) -> Option<AnyView> {
    let breach = draft.outside.as_ref()?;
    let hidden = vec![
        ("draft", draft.id.clone()),
        ("version", draft.version.to_string()),
    ];
    let next = breach.next.clone().map(|next| {
        let text = t(new_task::move_to(next));
        view! { <PostButton action=paths::take_next_window() hidden=hidden text=text /> }
    });
    Some(outside_rule(breach, None, next.into_any()))
}
