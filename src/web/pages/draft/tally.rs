//! How many leads are of which kind, and the filters by kind.

use leads::kind::LeadKind;
use leads::views::{DraftView, LeadFilter, LeadQuery, Tally};
use leptos::prelude::*;

use crate::web::components::numbers::format_number;
use crate::web::components::tabs::{Tab, Tabs};
use crate::web::paths;

/// The `id` of the counts.
pub const ID: &str = "tally";

/// The `id` of the filters.
pub const TABS_ID: &str = "kinds";

/// The counts. What is always asked for stands there even when it is nothing; the rest only where it is something.
pub fn tally(draft: &DraftView) -> AnyView {
    let Tally {
        ready,
        to_fix,
        warnings,
        duplicates,
        recent,
        held_back,
        left_out,
        refused,
    } = draft.tally;
    // What AIRudder refuses was ready before, or had a warning.
    let ready = ready.saturating_sub(refused);
    let count = |word: &'static str, class: &'static str, number: u32| {
        let class = if number > 0 { class } else { "" };
        view! {
            <div>
                <dt>{word}</dt>
                <dd class=class>{format_number(number)}</dd>
            </div>
        }
    };
    let if_any = |word, class, number: u32| (number > 0).then(|| count(word, class, number));
    let batches = u32::try_from(draft.batches.len()).unwrap_or(u32::MAX);
    view! {
        <dl class="tally" id=ID>
            {count("Ready", "", ready)} {count("Rows to fix", "bad", to_fix)} {count("Warnings", "warn", warnings)}
            {count("Duplicates", "", duplicates)} {if_any("In a recent task", "warn", recent)}
            {if_any("Held back", "warn", held_back)} {if_any("Left out", "", left_out)} {if_any("Refused by AIRudder", "bad", refused)}
            {count("Batches", "", batches)}
        </dl>
    }
    .into_any()
}

/// The filters by kind. A kind without leads has none, unless it is in force.
pub fn tabs(draft: &DraftView) -> AnyView {
    let current = draft.query.show;
    let tab = |show: LeadFilter, text: &'static str, count: u32| {
        let query = LeadQuery {
            show,
            q: draft.query.q.clone(),
            sort: draft.query.sort,
            ..LeadQuery::default()
        };
        Tab {
            href: paths::draft_leads(&draft.id, &query),
            text,
            count: Some(format_number(count)),
            current: current == show,
        }
    };
    let of_kind = |kind: LeadKind| tab(LeadFilter::Kind(kind), kind.label(), draft.tally.of(kind));
    let always = [LeadKind::ToFix, LeadKind::Warning, LeadKind::Duplicate];
    let sometimes = [LeadKind::Recent, LeadKind::HeldBack, LeadKind::LeftOut];
    let is_asked_for =
        |kind: &LeadKind| draft.tally.of(*kind) > 0 || current == LeadFilter::Kind(*kind);
    let mut tabs = vec![tab(LeadFilter::All, "All", draft.tally.all())];
    tabs.extend(always.into_iter().map(of_kind));
    tabs.extend(sometimes.into_iter().filter(is_asked_for).map(of_kind));
    if current == LeadFilter::Called {
        let called = draft.tally.sent().saturating_sub(draft.tally.refused);
        tabs.push(tab(LeadFilter::Called, "Called", called));
    }
    tabs.push(tab(
        LeadFilter::Refused,
        "Refused by AIRudder",
        draft.tally.refused,
    ));
    view! { <div id=TABS_ID><Tabs label="Filter leads" tabs=tabs /></div> }.into_any()
}
