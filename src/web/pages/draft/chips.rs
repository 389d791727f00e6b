//! What is wrong with the leads that are shown, counted: each group leads to its leads.

use leads::LeadKind;
use leads::problem::Level;
use leads::problem_groups::{GroupKey, ProblemGroup};
use leads::views::{DraftView, LeadFilter, LeadQuery};
use leptos::prelude::*;

use crate::web::components::numbers::number;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::paths;

/// The `id` of the groups.
pub const ID: &str = "problems";

/// The groups of the kind that is shown; what was fixed automatically is folded away until one of its groups is chosen.
pub fn chips(draft: &DraftView) -> AnyView {
    let chosen = GroupKey::parse(&draft.query.problem).map(GroupKey::level);
    let is_shown = |group: &&ProblemGroup| shows(draft.query.show, chosen, group.level);
    let groups = draft.problem_groups.iter().filter(is_shown);
    let (problems, fixed): (Vec<_>, Vec<_>) = groups.partition(|group| group.level.is_problem());
    let links = |groups: Vec<&ProblemGroup>| -> Vec<AnyView> {
        groups.into_iter().map(|group| chip(draft, group)).collect()
    };
    let has_fixed = !fixed.is_empty();
    let (problems, fixed) = (links(problems), links(fixed));
    let has_problems = !problems.is_empty();
    view! {
        <div class="problems if-any" id=ID>
            {has_problems.then(|| view! { <ul class="chips" aria-label=t(texts::problems())>{problems}</ul> })}
            {has_fixed
                .then(|| {
                    view! {
                        <details open=chosen == Some(Level::Fixed)>
                            <summary>{t(texts::fixed_automatically())}</summary>
                            <ul class="chips" aria-label=t(texts::fixed_automatically())>
                                {fixed}
                            </ul>
                        </details>
                    }
                })}
        </div>
    }
    .into_any()
}

/// Whether groups of that weight belong to what is shown: to the group that is chosen, else to the kind.
fn shows(show: LeadFilter, chosen: Option<Level>, level: Level) -> bool {
    match (chosen, show) {
        (Some(chosen), _) if chosen != Level::Fixed => level == chosen,
        (_, LeadFilter::All) => true,
        (_, LeadFilter::Kind(LeadKind::ToFix)) => level == Level::Error,
        (_, LeadFilter::Kind(LeadKind::Warning)) => level == Level::Warning,
        (_, LeadFilter::Kind(LeadKind::HeldBack)) => level == Level::HeldBack,
        (
            _,
            LeadFilter::Kind(_)
            | LeadFilter::Called
            | LeadFilter::Refused
            | LeadFilter::RefusedBefore,
        ) => false,
    }
}

fn chip(draft: &DraftView, group: &ProblemGroup) -> AnyView {
    let current = draft.query.problem == group.key;
    // What has an error is to be fixed, whatever else it is. Leads with the other problems are of several kinds.
    let show = match group.level {
        Level::Error => LeadFilter::Kind(LeadKind::ToFix),
        Level::Warning | Level::HeldBack | Level::Fixed => LeadFilter::All,
    };
    let query = LeadQuery {
        show,
        problem: if current {
            String::new()
        } else {
            group.key.clone()
        },
        from: 0,
        ..draft.query.clone()
    };
    let class = match group.level {
        Level::Error => "chip bad",
        Level::Warning | Level::HeldBack => "chip warn",
        Level::Fixed => "chip",
    };
    view! {
        <li>
            <a
                class=class
                href=paths::draft_leads(&draft.id, &query)
                aria-current=current.then_some("true")
            >
                {t(group.message())}
                " "
                <b>{number(group.count)}</b>
            </a>
        </li>
    }
    .into_any()
}
