//! Which task the draft follows, and what AIRudder refused in it, or that it calls people of it again.

use leads::views::DraftView;
use leptos::prelude::*;
use localization::Message;

use crate::web::language::{between_sentences, t, with_elements};
use crate::web::messages::draft as texts;
use crate::web::paths;

/// Names the task; nothing where the draft follows none.
pub fn follows(draft: &DraftView) -> AnyView {
    let Some(follows) = &draft.follows else {
        return ().into_any();
    };
    let has = match follows.calls {
        true => texts::follows_calls(&follows.name),
        false => texts::follows_task(&follows.name),
    };
    let has = with_elements(&has, |_, name| {
        view! { <a href=paths::task(&follows.task) translate="no">{name}</a> }.into_any()
    });
    let refused = (follows.refused > 0).then(|| texts::refused_before(follows.refused));
    let called = (draft.tally.recent > 0).then(texts::recent_left_out_too);
    let more: Vec<_> = refused.into_iter().chain(called).collect();
    let more = (!more.is_empty())
        .then(|| format!("{}{}", between_sentences(), t(Message::sentences(more))));
    let show = (follows.refused > 0).then(|| {
        let text = t(texts::show_leads(follows.refused));
        view! { <a class="button" href=paths::refused_before(&draft.id)>{text}</a> }
    });
    view! {
        <div class="notice" role="note">
            <strong aria-hidden="true">"i"</strong>
            <p>{has} {more}</p>
            {show}
        </div>
    }
    .into_any()
}
