//! Which task the draft follows, and what AIRudder refused in it, or that it calls people of it again.

use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::paths;

/// Names the task; nothing where the draft follows none.
pub fn follows(draft: &DraftView) -> AnyView {
    let Some(follows) = &draft.follows else {
        return ().into_any();
    };
    let (task, name) = (paths::task(&follows.task), follows.name.clone());
    let has = match follows.calls {
        true => "This draft calls people again by what came of their calls in ",
        false => "This draft has the leads and fixes of ",
    };
    let leads = count_with_noun(follows.refused, "lead", "leads");
    let refused = match follows.refused {
        0 => String::new(),
        1 => " AIRudder refused 1 of its leads: the row says why.".to_owned(),
        several => format!(
            " AIRudder refused {} of its leads: each row says why.",
            format_number(several)
        ),
    };
    let called =
        (draft.tally.recent > 0).then_some(" Leads that were called recently are left out.");
    let show = (follows.refused > 0).then(|| {
        view! { <a class="button" href=paths::refused_before(&draft.id)>{format!("Show {leads}")}</a> }
    });
    view! {
        <div class="notice" role="note">
            <strong aria-hidden="true">"i"</strong>
            <p>
                {has} <a href=task>{name}</a>
                "." {refused} {called}
            </p>
            {show}
        </div>
    }
    .into_any()
}
