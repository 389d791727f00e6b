//! What else there is of a task, each with an address of its own: its list, its batches, and what happened to it.

use crate::web::request::caller::may;
use leads::Action;
use leads::views::TaskView;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::facts::{Facts, told};
use crate::web::components::layout::Section;
use crate::web::components::title::PageTitle;
use crate::web::language::{t, with_elements};
use crate::web::messages::task as texts;
use crate::web::pages::launch::line_of_leads;
use crate::web::pages::load::in_layout;
use crate::web::pages::path_value;
use crate::web::pages::task::tabs::Shown;
use crate::web::pages::task::{
    attention, batches, follow_up, head, history, list_fact, read, refused_leads, stopping,
    support, tabs_of, under_way,
};
use crate::web::paths;

/// The list of the task of the address, and with which settings it was sent.
#[component]
pub fn TaskListPage() -> impl IntoView {
    part(Shown::List, texts::list(), list)
}

/// The batches of the task of the address.
#[component]
pub fn TaskBatchesPage() -> impl IntoView {
    part(Shown::Batches, texts::batches(), batches_and_decisions)
}

/// What happened to the task of the address.
#[component]
pub fn TaskActivityPage() -> impl IntoView {
    part(Shown::Activity, texts::activity(), history)
}

fn part(shown: Shown, name: Message, draw: fn(&TaskView) -> AnyView) -> AnyView {
    in_layout(
        Section::Tasks,
        read(path_value("id"), false),
        move |(task, _)| {
            view! {
                <PageTitle text=t(texts::part_title(name, &task.name)) />
                {head(&task)}
                {tabs_of(&task, shown)}
                {draw(&task)}
            }
            .into_any()
        },
    )
}

fn batches_and_decisions(task: &TaskView) -> AnyView {
    view! {
        {follow_up::follow_up(task)}
        {attention::failed_cancels(task)}
        {attention::attention(task)}
        {under_way::under_way(task)}
        {stopping::stopping(task)}
        {batches::batches(task)}
        {refused_leads(task)}
        {support::support(task)}
    }
    .into_any()
}

fn list(task: &TaskView) -> AnyView {
    view! {
        <div class="split">
            <div class="stack">{rows(task)}</div>
            <div class="stack">{what_was_sent(task)}</div>
        </div>
    }
    .into_any()
}

/// What became of the rows, each line with the way to them.
fn rows(task: &TaskView) -> Option<AnyView> {
    let is_kept = !task.retention.is_deleted();
    let results = task
        .results
        .as_ref()
        .filter(|_| task.test.is_none() && is_kept)?;
    let lines = results.list.iter();
    let lines = lines.map(|line| view! { <li>{line_of_leads(line, paths::task_rows(&results.task, line.show, 0))}</li> });
    Some(
        view! {
            <section class="card">
                <header><h2>{t(texts::rows())}</h2></header>
                <div class="body stack">
                    <ul class="chips">{lines.collect_view()}</ul>
                    <p class="small muted">{t(texts::rows_file())}</p>
                    <div class="row">
                        <a class="button" href=paths::list_with_results(&task.id, "xlsx") download=true>
                            {t(texts::download_list())}
                        </a>
                        <a class="button" href=paths::list_with_results(&task.id, "csv") download=true>{t(texts::as_csv())}</a>
                    </div>
                </div>
            </section>
        }
        .into_any(),
    )
}

/// The settings and the list, as they were sent.
pub fn what_was_sent(task: &TaskView) -> AnyView {
    let mut sent: Vec<_> = task.facts.iter().cloned().map(told).collect();
    sent.extend(list_fact(task));
    let proof = task.test.is_none().then(|| {
        let proof = with_elements(&texts::proof(), |_, text| {
            view! { <a href=paths::proof(&task.id) download=true>{text}</a> }.into_any()
        });
        view! { <p>{proof}</p> }
    });
    let has_list = task.test.is_none() && !task.retention.is_deleted();
    let downloads = (has_list && may(Action::SeeNumbers)).then(|| {
        view! {
            <div class="row">
                <a class="button" href=paths::leads_as_sent(&task.id) download=true>{t(texts::download_leads())}</a>
                <a class="button" href=paths::leads_as_sent_as_csv(&task.id) download=true>{t(texts::as_csv())}</a>
            </div>
        }
    });
    view! {
        <section class="card">
            <header><h2>{t(texts::sent())}</h2></header>
            <div class="body stack">
                <Facts pairs=sent />
                {proof}
                {downloads}
            </div>
        </section>
    }
    .into_any()
}
