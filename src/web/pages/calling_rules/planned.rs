//! After a change of the rules: batches that AIRudder has, and that could call outside of them.

use leads::views::PlannedOutside;
use leptos::prelude::*;

use crate::web::language::t;
use crate::web::messages::calling_rules;
use crate::web::paths;

/// How many batches those are, and the way to their tasks, where they can be stopped; nothing where there is none.
pub fn notice(planned: &[PlannedOutside]) -> Option<AnyView> {
    if planned.is_empty() {
        return None;
    }
    let batches: u32 = planned.iter().map(|of| of.batches).sum();
    let tasks = planned.iter().map(task).collect_view();
    Some(
        view! {
            <div class="notice warn" id="planned" role="status">
                <strong aria-hidden="true">"!"</strong>
                <div>
                    <p>{t(calling_rules::planned_outside(batches))}</p>
                    <ul>{tasks}</ul>
                </div>
            </div>
        }
        .into_any(),
    )
}

fn task(of: &PlannedOutside) -> AnyView {
    let address = paths::of_account(&of.slug, &paths::task(&of.task));
    let more = t(calling_rules::planned_of_task(&of.account, of.batches));
    view! { <li><a href=address translate="no">{of.name.clone()}</a> " " {more}</li> }.into_any()
}
