//! The two ways out of a breach of the calling rule, on the launch: another time to call, or a reason.

use backend::confirmation::Purpose;
use leads::Action;
use leads::views::{LaunchView, OutsideView};
use leptos::prelude::*;

use crate::web::components::outside_rule::{outside_rule, reason_field};
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::language::t;
use crate::web::messages::launch as texts;
use crate::web::paths;
use crate::web::request::caller::{has_confirmed, may};

/// What is wrong, with the next window that is allowed; and the reason, or the form in which one is given.
pub fn outside(view: &LaunchView, outside: &OutsideView) -> AnyView {
    let breach = &outside.breach;
    let next = breach.next.clone().map(|next| {
        let hidden = address(view);
        let text = t(texts::move_to(next));
        view! { <PostButton action=paths::take_next_window() hidden=hidden text=text class="primary" /> }
    });
    let reason = outside.reason.as_ref();
    let asks = reason.is_none() && may(Action::Launch) && has_confirmed(Purpose::Launch);
    let form = asks.then(|| give_reason(view));
    outside_rule(breach, reason, view! { {next} {form} }.into_any())
}

fn give_reason(view: &LaunchView) -> AnyView {
    view! {
        <form class="stack" method="post" action=paths::give_reason() novalidate>
            <HiddenValues values=address(view) />
            {reason_field("reason")}
            <div class="row">
                <button class="button" type="submit">{t(texts::save_reason())}</button>
            </div>
        </form>
    }
    .into_any()
}

fn address(view: &LaunchView) -> Vec<(&'static str, String)> {
    vec![
        ("draft", view.id.clone()),
        ("version", view.version.to_string()),
    ]
}
