//! One task: what was sent, what became of it, and what can be done now.

mod attention;
mod batches;
mod chain;
mod follow_up;
mod list_rows;
mod next;
mod parts;
mod results;
mod stopping;
mod support;
pub mod tabs;
mod under_way;

pub use list_rows::ListRowsPage;
pub use parts::{TaskActivityPage, TaskBatchesPage, TaskListPage};
pub use under_way::searches_done;

use crate::web::request::caller::may;
use leads::Action;
use leads::states::{BatchState, Tone};
use leads::views::{BatchView, TaskRetention, TaskView, TestOf};
use leptos::prelude::*;

use crate::web::components::badge::{Badge, tone_class};
use crate::web::components::facts::{Fact, fact, named};
use crate::web::components::icon::Icon;
use crate::web::components::layout::Section;
use crate::web::components::message::with_time;
use crate::web::components::moment::Time;
use crate::web::components::post_button::PostButton;
use crate::web::components::refused::RefusedTable;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::{between_sentences, t, with_elements};
use crate::web::messages::task as texts;
use crate::web::pages::load::in_layout;
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// One task, with the follow-ups that it belongs with where those are shown, and where people find Coxswain.
async fn read(id: String, with_chain: bool) -> Result<(TaskView, String), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = backend::tasks::view(backend, caller, now, parse_id(&id)?, with_chain).await?;
    Ok((task, request.origin))
}

/// The task of the address.
#[component]
pub fn TaskPage() -> impl IntoView {
    in_layout(
        Section::Tasks,
        read(path_value("id"), true),
        |(task, origin)| draw(&task, &origin),
    )
}

/// The `id`s of what changes by itself.
const STATUS_LINE_ID: &str = "standing";
const REFUSED_ID: &str = "refused";
const HISTORY_ID: &str = "history";

fn draw(task: &TaskView, origin: &str) -> AnyView {
    view! {
        <PageTitle text=task.name.clone() />
        {head(task)}
        {tabs_of(task, tabs::Shown::Results)}
        {next::next(task)}
        {follow_up::follow_up(task)}
        {attention::failed_cancels(task)}
        {attention::attention(task)}
        {under_way::under_way(task)}
        {stopping::stopping(task)}
        {task.results.as_ref().map(|of| results::results(task, of, origin))}
        {everything_else(task)}
    }
    .into_any()
}

/// Batches, activity and what was sent, while they are what there is to look at: before there are calls, where something did not go as it
/// should, and of a test. Each has a page of its own, too.
fn everything_else(task: &TaskView) -> Option<AnyView> {
    let is_created = |batch: &BatchView| batch.state == BatchState::Created;
    let went_well = task.batches.iter().all(is_created) && task.refused == 0;
    if task.results.is_some() && went_well && task.test.is_none() {
        return None;
    }
    Some(
        view! {
            <div class="split">
                <div class="stack">
                    {batches::batches(task)}
                    {refused_leads(task)}
                    {history(task)}
                </div>
                <div class="stack">{parts::what_was_sent(task)} {support::support(task)}</div>
            </div>
        }
        .into_any(),
    )
}

fn tabs_of(task: &TaskView, shown: tabs::Shown) -> AnyView {
    let calls = task.results.as_ref().map(|results| results.sent);
    tabs::tabs(&task.id, calls, shown)
}

/// What may look different while batches are sent or looked for, or calls are under way, each part with the `id` of its element; `origin` is
/// where people find Coxswain.
pub fn partials(task: &TaskView, origin: &str) -> Vec<(String, AnyView)> {
    let mut partials = vec![
        (STATUS_LINE_ID.to_owned(), status_line(task)),
        (next::ID.to_owned(), next::next(task)),
        (follow_up::ID.to_owned(), follow_up::follow_up(task)),
        (
            attention::CANCELS_ID.to_owned(),
            attention::failed_cancels(task),
        ),
        (attention::ID.to_owned(), attention::attention(task)),
        (under_way::REST_ID.to_owned(), under_way::rest(task)),
        (stopping::ID.to_owned(), stopping::stopping(task)),
        (REFUSED_ID.to_owned(), refused_leads(task)),
        (HISTORY_ID.to_owned(), history(task)),
        (support::ID.to_owned(), support::support(task)),
    ];
    let rows = task.batches.iter();
    partials.extend(rows.map(|batch| (batches::row_id(batch), batches::row(task, batch))));
    let results = task.results.as_ref();
    partials.extend(
        results
            .into_iter()
            .flat_map(|of| results::partials(task, of, origin)),
    );
    partials
}

fn head(task: &TaskView) -> AnyView {
    let id = task.id.clone();
    let again = match &task.test {
        _ if !may(Action::Prepare) => ().into_any(),
        None => view! {
            <a class="button" href=paths::new_task_like(&id)>
                <Icon name="copy" />
                {t(texts::new_task_like())}
            </a>
        }
        .into_any(),
        Some(TestOf::Draft(draft)) => {
            view! { <a class="button primary" href=paths::draft(draft)>{t(texts::back_to_review())}</a> }
                .into_any()
        }
        Some(TestOf::Robot(robot)) => {
            view! { <a class="button" href=paths::robot(robot)>{t(texts::open_robot())}</a> }.into_any()
        }
    };
    view! {
        <div class="page-head">
            <div>
                <h1 translate="no">{task.name.clone()}</h1>
                {status_line(task)}
                <p class="small muted">{t(task.retention.message())} {between_sentences()} {proof_before(task)}</p>
            </div>
            <div class="row">
                {again}
                <PostButton action=paths::refresh_task() hidden=vec![("task", id)] text=t(texts::refresh()) icon="refresh" />
            </div>
        </div>
    }
    .into_any()
}

/// The list; of a test the row whose values are said.
fn list_fact(task: &TaskView) -> Option<Fact> {
    let row = task.batches.first().map_or(0, |batch| batch.first_row);
    match &task.test {
        None => Some(named(t(texts::list()), &task.file_name)),
        Some(_) if task.file_name.is_empty() => None,
        Some(_) => Some(fact(
            t(texts::values()),
            t(texts::values_of_row(&task.file_name, row)),
        )),
    }
}

/// That the proof has to be downloaded before the list and the calls are deleted; of a test there is none.
fn proof_before(task: &TaskView) -> Option<Vec<AnyView>> {
    let is_to_be_deleted = matches!(
        task.retention,
        TaskRetention::AfterLastCall { .. } | TaskRetention::Until { .. }
    );
    let is_proven = task.test.is_none() && is_to_be_deleted;
    is_proven.then(|| {
        with_elements(&texts::proof_before(), |_, text| {
            view! { <a href=paths::proof(&task.id) download=true>{text}</a> }.into_any()
        })
    })
}

/// The state, how many leads, by whom and when.
fn status_line(task: &TaskView) -> AnyView {
    let is_test = task.test.is_some();
    view! {
        <p class="row" id=STATUS_LINE_ID>
            <Badge tone=task.state.tone() word=t(task.state.message()) />
            {is_test.then(|| view! { <Badge tone=Tone::Plain word=t(texts::test()) /> })}
            {task.sandbox.then(|| view! { <Badge tone=Tone::Warn word=t(texts::sandbox()) /> })}
            <span>{submitted(task)}</span>
        </p>
    }
    .into_any()
}

/// How many leads, by whom and when; and who approved it, where somebody did.
fn submitted(task: &TaskView) -> Vec<AnyView> {
    let (at, by, leads, zone) = (&task.at, &task.by, task.leads, &task.zone);
    let Some((approver, approved)) = &task.approved else {
        return with_time(at.clone(), |at| texts::submitted(at, by, leads, zone));
    };
    let of = (approved.message(), at.message());
    let told = texts::submitted_and_approved(of.0, approver, of.1, by, leads, zone);
    with_elements(&told, |name, _| {
        let moment = match name {
            "approved" => approved,
            _ => at,
        };
        view! { <Time moment=moment.clone() /> }.into_any()
    })
}

fn refused_leads(task: &TaskView) -> AnyView {
    let (leads, all) = (task.refused_leads.clone(), task.refused);
    if all == 0 {
        return view! { <div class="if-any" id=REFUSED_ID></div> }.into_any();
    }
    let shown = u32::try_from(leads.len()).unwrap_or(u32::MAX);
    let more = (all > shown)
        .then(|| view! { <p class="body muted">{t(texts::refused_shown(all, shown))}</p> });
    view! {
        <section class="card" id=REFUSED_ID>
            <header><h2>{t(texts::refused(all))}</h2></header>
            <RefusedTable leads=leads />
            {more}
        </section>
    }
    .into_any()
}

fn history(task: &TaskView) -> AnyView {
    let zone = &task.zone;
    let lines = task
        .events
        .clone()
        .into_iter()
        .map(|event| {
            view! {
                <li class=tone_class(event.tone)>
                    <p>{t(event.sentence)}</p>
                    <p class="muted"><Time moment=event.at /> " · " {event.by}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card" id=HISTORY_ID>
            <header>
                <h2>{t(texts::activity())}</h2>
                <span class="push small muted">{t(texts::times(zone))}</span>
            </header>
            <ol class="events body">{lines}</ol>
        </section>
    }
    .into_any()
}
