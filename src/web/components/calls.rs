//! What the provider tells of calls, as a bar.

use leads::views::CallsView;
use leptos::prelude::*;

use crate::web::language::t;
use crate::web::messages::components;

/// Shares of reached, ended and open calls; the same is read aloud. A dash while nothing is known of them.
#[component]
pub fn CallsBar(calls: Option<CallsView>) -> impl IntoView {
    let Some(calls) = calls else {
        return view! {
            <span aria-hidden="true">"–"</span>
            <span class="visually-hidden">{t(components::not_known_yet())}</span>
        }
        .into_any();
    };
    let share = |count: u32| {
        let per_cent = (u64::from(count) * 100).checked_div(u64::from(calls.total));
        per_cent.unwrap_or(0).min(100)
    };
    let reached = share(calls.reached);
    let ended = share(calls.ended).max(reached);
    let label = t(components::shares_of_calls(
        ended - reached,
        100 - ended,
        reached,
    ));
    view! {
        <svg class="bar" role="img" aria-label=label viewBox="0 0 100 8" preserveAspectRatio="none">
            <rect class="good" x="0" y="0" width=reached.to_string() height="8" />
            <rect class="warn" x=reached.to_string() y="0" width=(ended - reached).to_string() height="8" />
        </svg>
    }
    .into_any()
}

/// Reached of the dialled leads as people write it: `71.3%`, or a dash while nobody was dialled.
pub fn reach_rate(calls: Option<&CallsView>) -> String {
    calls.map_or_else(|| "–".to_owned(), |calls| t(calls.reach_rate().message()))
}
