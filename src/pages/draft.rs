//! The review of a draft: every lead judged, then the check at AIRudder, then the submission.

mod actions;
mod check;
mod columns;
mod grid;

use leads::fault::LeadKind;
use leads::states::CheckState;
use leads::views::{DraftView, LeadFilter, Tally};
use leptos::prelude::*;
use leptos_router::components::Redirect;

use super::{path_id, query_value};
use crate::components::error_summary::ErrorSummary;
use crate::components::facts::Facts;
use crate::components::frame::Section;
use crate::components::load::framed;
use crate::components::numbers::{counted, grouped, listed};
use crate::components::scripts::LoadIslands;
use crate::components::steps::Steps;
use crate::components::table::Pager;
use crate::components::tabs::{Tab, Tabs};
use crate::components::title::PageTitle;
use crate::islands::PressOnce;
use crate::{api, paths};

/// A table of so many fields fits beside the columns and the settings.
const FIELDS_BESIDE: usize = 5;

/// The draft of the address; what has become a task leads there.
#[component]
pub fn DraftPage() -> impl IntoView {
    let loading = api::drafts::read_draft(
        path_id(),
        query_value("show"),
        query_value("after").parse().ok(),
    );
    framed(Section::Tasks, loading, |draft| match &draft.task {
        Some(task) => view! { <Redirect path=paths::task(task) /> }.into_any(),
        None => draw(draft),
    })
}

fn draw(draft: DraftView) -> AnyView {
    let name = if draft.name.is_empty() {
        "Without a name".to_owned()
    } else {
        draft.name.clone()
    };
    let sheet = format!(
        "{} · {} · {}",
        draft.sheet.file_name,
        draft.sheet.format,
        counted(draft.sheet.rows, "lead", "leads")
    );
    view! {
        <PageTitle text="Review" error=!draft.problems.is_empty() />
        <ErrorSummary problems=draft.problems.clone() />
        <div class="page-head">
            <div>
                <h1>{name}</h1>
                <p>{sheet}</p>
            </div>
        </div>
        <Steps current=step(&draft) />
        {tally(&draft)}
        {split_in_words(&draft.parts).map(|text| view! { <p>{text}</p> })}
        <PressOnce>
            {check::check(&draft)} {leads_and_settings(&draft)}
        </PressOnce>
        <LoadIslands />
    }
    .into_any()
}

/// The leads, with columns and settings beside them; a wide table has them above, and the whole width for itself.
fn leads_and_settings(draft: &DraftView) -> AnyView {
    let leads = view! {
        <section class="card">
            <header><Tabs tabs=tabs(draft) /></header>
            {grid::grid(draft)}
            {pager(draft)}
            {actions::actions(draft)}
        </section>
    };
    let settings = view! { {columns::columns(draft)} {call(draft)} };
    if draft.fields.len() > FIELDS_BESIDE {
        view! { <div class="stack"><div class="overview">{settings}</div> {leads}</div> }.into_any()
    } else {
        view! { <div class="split">{leads} <div class="stack">{settings}</div></div> }.into_any()
    }
}

/// The step that the draft has come to.
fn step(draft: &DraftView) -> usize {
    match &draft.check {
        Some(check) if check.state == CheckState::Running => 2,
        Some(check) if check.state == CheckState::Done && check.current => 3,
        _ => 1,
    }
}

fn tally(draft: &DraftView) -> AnyView {
    let Tally {
        ready,
        to_mend,
        doubtful,
        duplicates,
        ..
    } = draft.tally;
    let count = |word: &'static str, class: &'static str, number: u32| {
        let class = if number > 0 { class } else { "" };
        view! {
            <div>
                <dt>{word}</dt>
                <dd class=class>{grouped(number)}</dd>
            </div>
        }
    };
    let parts = u32::try_from(draft.parts.len()).unwrap_or(u32::MAX);
    view! {
        <dl class="tally">
            {count("Ready", "", ready)} {count("To mend", "bad", to_mend)} {count("Doubtful", "warn", doubtful)}
            {count("Duplicates left out", "", duplicates)} {count("Provider tasks", "", parts)}
        </dl>
    }
    .into_any()
}

/// How a long list is split; nothing where one task is enough.
fn split_in_words(parts: &[u32]) -> Option<String> {
    (parts.len() > 1).then(|| {
        let all: u32 = parts.iter().sum();
        let sizes: Vec<String> = parts.iter().map(|size| grouped(*size)).collect();
        format!(
            "{} leads are sent as {} AIRudder tasks: {}.",
            grouped(all),
            parts.len(),
            listed(&sizes)
        )
    })
}

fn tabs(draft: &DraftView) -> Vec<Tab> {
    let tab = |filter: LeadFilter, text: &'static str, count: u32| Tab {
        href: paths::draft_leads(&draft.id, filter, None),
        text,
        count: Some(count),
        current: draft.filter == filter,
    };
    let of_kind = |kind: LeadKind| tab(LeadFilter::Kind(kind), kind.label(), draft.tally.of(kind));
    vec![
        tab(LeadFilter::All, "All", draft.tally.all()),
        of_kind(LeadKind::ToMend),
        of_kind(LeadKind::Doubtful),
        of_kind(LeadKind::Duplicate),
        tab(LeadFilter::Refused, "Refused", draft.tally.refused),
    ]
}

fn pager(draft: &DraftView) -> AnyView {
    let first = draft.paged.then(|| {
        (
            paths::draft_leads(&draft.id, draft.filter, None),
            "First page",
        )
    });
    let next = draft.next.map(|row| {
        (
            paths::draft_leads(&draft.id, draft.filter, Some(row)),
            "Next page",
        )
    });
    view! { <Pager first=first next=next /> }.into_any()
}

/// How it will be called, as it was entered.
fn call(draft: &DraftView) -> AnyView {
    view! {
        <section class="card">
            <header>
                <h2>"Call"</h2>
                <a class="push" href=paths::new_task_of_draft(&draft.id)>
                    "Change"
                    <span class="visually-hidden">" how to call"</span>
                </a>
            </header>
            <div class="body"><Facts pairs=draft.facts.clone() /></div>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_says_how_it_is_split() {
        assert_eq!(
            split_in_words(&[5_000, 5_000, 240]).as_deref(),
            Some("10,240 leads are sent as 3 AIRudder tasks: 5,000, 5,000 and 240.")
        );
        assert_eq!(split_in_words(&[240]), None);
    }
}
