//! One task: what was sent, what became of it, and what can be done now.

mod parts;

use leads::states::{Decision, HEALTHY_LOOKS, PartState, TaskState, Tone};
use leads::views::{CallsView, PartView, TaskView};
use leptos::prelude::*;

use crate::islands::Progress;
use crate::web::components::badge::{Badge, tone_class};
use crate::web::components::calls::{CallsBar, reach_rate};
use crate::web::components::facts::{Facts, fact};
use crate::web::components::frame::Section;
use crate::web::components::moment::Time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::{counted, grouped};
use crate::web::components::post_button::PostButton;
use crate::web::components::refused::RefusedTable;
use crate::web::components::scripts::LoadIslands;
use crate::web::components::title::PageTitle;
use crate::web::components::under_way::{News, UnderWay, Watched};
use crate::web::error::AppError;
use crate::web::pages::load::framed;
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// One task.
async fn read(id: String) -> Result<TaskView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::tasks::view(backend, caller, now, parse_id(&id)?).await?)
}

/// The task of the address.
#[component]
pub fn TaskPage() -> impl IntoView {
    framed(Section::Tasks, read(path_value("id")), draw)
}

/// The `id`s of what changes by itself.
const STANDING_ID: &str = "standing";
const ADVICE_ID: &str = "advice";
const REST_ID: &str = "rest";
const REFUSED_ID: &str = "refused";
const HISTORY_ID: &str = "history";

fn draw(task: TaskView) -> AnyView {
    let file = vec![
        fact("File", &task.file_name),
        fact("File fingerprint (SHA-256)", &task.file_digest),
    ];
    view! {
        <PageTitle text=task.name.clone() />
        {head(&task)}
        {advice(&task)}
        {under_way(&task)}
        <div class="split">
            <div class="stack">
                {parts::parts(&task)}
                {refused_leads(&task)}
                {history(&task)}
            </div>
            <div class="stack">
                {task.calls.map(calls)}
                <section class="card">
                    <header><h2>"What was sent"</h2></header>
                    <div class="body"><Facts pairs=task.facts /></div>
                </section>
                <section class="card">
                    <header><h2>"List"</h2></header>
                    <div class="body"><Facts pairs=file /></div>
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// What may look different while parts are sent or looked for, each piece with the `id` of its element.
#[allow(dead_code, reason = "only the server draws pieces")]
pub fn pieces(task: &TaskView) -> Vec<(String, AnyView)> {
    let mut pieces = vec![
        (STANDING_ID.to_owned(), standing(task)),
        (ADVICE_ID.to_owned(), advice(task)),
        (REST_ID.to_owned(), rest(task)),
        (REFUSED_ID.to_owned(), refused_leads(task)),
        (HISTORY_ID.to_owned(), history(task)),
    ];
    let rows = task.parts.iter();
    pieces.extend(rows.map(|part| (parts::row_id(part), parts::row(task, part))));
    pieces
}

fn head(task: &TaskView) -> AnyView {
    let id = task.id.clone();
    view! {
        <div class="page-head">
            <div>
                <h1>{task.name.clone()}</h1>
                {standing(task)}
            </div>
            <div class="row">
                <PostButton action=paths::clone_task() hidden=vec![("task", id.clone())] text="Clone task" icon="copy" />
                <PostButton action=paths::refresh_task() hidden=vec![("task", id)] text="Refresh now" icon="refresh" />
            </div>
        </div>
    }
    .into_any()
}

/// The state, how many leads, by whom and when.
fn standing(task: &TaskView) -> AnyView {
    let (by, at, zone) = (task.by.clone(), task.at.clone(), task.zone.clone());
    let leads = counted(task.leads, "lead", "leads");
    view! {
        <p class="row" id=STANDING_ID>
            <Badge tone=task.state.tone() word=task.state.label() />
            {task.sandbox.then(|| view! { <Badge tone=Tone::Warn word="Sandbox" /> })}
            <span>{leads} " · submitted by " {by} ", " <Time moment=at /> " (" {zone} ")"</span>
        </p>
    }
    .into_any()
}

/// What somebody should do about the state, where somebody should.
const fn advice_on(state: TaskState) -> Option<&'static str> {
    match state {
        TaskState::Unknown => Some(
            "AIRudder gave no clear answer for at least one batch. It might have created the task, so Coxswain searches for it \
             and does not send it again. Do not clone the task yet: its leads might be called twice.",
        ),
        TaskState::Absent => Some(
            "AIRudder does not list a batch after 5 searches. Decide below: send it again or give it up.",
        ),
        TaskState::GivenUp => Some(
            "A batch was given up. Its leads count as not called. If AIRudder lists it later, Refresh finds it.",
        ),
        TaskState::PartlyCreated => Some(
            "Some batches were not created; the table says why. Their leads are not called. A clone of the same list calls \
             the others again: leave those out.",
        ),
        TaskState::NotSent => Some(
            "Nothing was sent and nobody is called. Send the batches from the table, or clone the task.",
        ),
        _ => None,
    }
}

fn advice(task: &TaskView) -> AnyView {
    let advice = advice_on(task.state);
    view! {
        <div class="if-any" id=ADVICE_ID>{advice.map(|text| view! { <NoticeBox tone=Tone::Warn text=text /> })}</div>
    }
    .into_any()
}

/// What goes on by itself, if anything does; the script keeps the page up to date meanwhile.
fn under_way(task: &TaskView) -> Option<AnyView> {
    let any = |wanted: &dyn Fn(PartState) -> bool| task.parts.iter().any(|part| wanted(part.state));
    if any(&|state| !state.is_settled()) {
        Some(sending(task))
    } else if any(&|state| state == PartState::Unknown) {
        Some(looking(task))
    } else {
        None
    }
}

fn news(task: &TaskView) -> News {
    News {
        pieces: paths::task_pieces(&task.id),
        shown: task.shown,
    }
}

/// How far the sending has come.
fn sending(task: &TaskView) -> AnyView {
    let settled = task.parts.iter().filter(|part| part.state.is_settled());
    let done: u32 = settled.map(|part| part.leads).sum();
    let rest = rest(task);
    view! {
        <UnderWay
            heading="Sending to AIRudder"
            done=done
            total=task.leads
            participle="processed"
            reassurance="You can leave this page."
            url=paths::task_progress(&task.id)
            here=paths::task(&task.id)
            news=news(task)
        >
            {rest}
        </UnderWay>
        <LoadIslands />
    }
    .into_any()
}

/// How far the search has come.
fn looking(task: &TaskView) -> AnyView {
    let (url, here) = (paths::task_progress(&task.id), paths::task(&task.id));
    let (news, text) = (news(task), looked_in_words(&task.parts));
    view! {
        <section class="card">
            <div class="body stack">
                <h2>"Searching AIRudder’s tasks"</h2>
                <Progress>
                    <Watched url=url news=Some(news)>{text}</Watched>
                </Progress>
                <p class="muted">"You can leave this page."</p>
                <noscript><a class="button" href=here>"Reload page"</a></noscript>
            </div>
        </section>
        <LoadIslands />
    }
    .into_any()
}

/// How often the parts without an answer were looked for. A look that fails does not count.
pub fn looked_in_words(parts: &[PartView]) -> String {
    let unknown = || parts.iter().filter(|part| part.state == PartState::Unknown);
    let Some(looks) = unknown().map(|part| part.looks).min() else {
        return String::new();
    };
    let parts = counted(unknown().count() as u64, "batch", "batches");
    format!("{parts} not found yet. {looks} of {HEALTHY_LOOKS} searches done.")
}

/// What has not gone out yet can be kept back.
fn rest(task: &TaskView) -> AnyView {
    let waiting = || {
        let can_stop = |part: &&PartView| part.state.hindrance(Decision::Stop).is_none();
        task.parts.iter().filter(can_stop)
    };
    let leads: u32 = waiting().map(|part| part.leads).sum();
    let is_one = waiting().count() == 1;
    let batches = counted(waiting().count() as u64, "batch", "batches");
    let text = format!("Stop {batches}");
    let words = format!(
        "{batches} with {} {} not sent yet. Stopped batches call nobody until you send them. Sent batches continue.",
        counted(leads, "lead", "leads"),
        if is_one { "is" } else { "are" },
    );
    let hidden = vec![("task", task.id.clone())];
    let stop = (leads > 0).then(|| {
        view! {
            <PostButton action=paths::stop_rest() hidden=hidden text=text />
            <span class="muted">{words}</span>
        }
    });
    view! { <div class="row beside if-any" id=REST_ID>{stop}</div> }.into_any()
}

fn calls(calls: CallsView) -> AnyView {
    let mut pairs = vec![
        fact(
            "Reached",
            format!(
                "{} of {} ({})",
                grouped(calls.reached),
                counted(calls.total, "lead", "leads"),
                reach_rate(Some(&calls))
            ),
        ),
        fact(
            "Calls finished",
            format!("{} of {}", grouped(calls.ended), grouped(calls.total)),
        ),
    ];
    pairs.extend(
        calls
            .by_status
            .iter()
            .map(|(status, count)| fact(format!("AIRudder status: {status}"), grouped(*count))),
    );
    pairs.extend(
        calls
            .by_intention
            .iter()
            .map(|(letter, count)| fact(format!("Result {letter}"), grouped(*count))),
    );
    view! {
        <section class="card">
            <header><h2>"Calls"</h2></header>
            <div class="body stack">
                <CallsBar calls=Some(calls) />
                <Facts pairs=pairs />
            </div>
        </section>
    }
    .into_any()
}

fn refused_leads(task: &TaskView) -> AnyView {
    let (leads, all) = (task.refused_leads.clone(), task.refused);
    if all == 0 {
        return view! { <div class="if-any" id=REFUSED_ID></div> }.into_any();
    }
    let shown = u32::try_from(leads.len()).unwrap_or(u32::MAX);
    let more = (all > shown)
        .then(|| view! { <p class="body muted">{format!("Showing {} of {}.", grouped(shown), grouped(all))}</p> });
    view! {
        <section class="card" id=REFUSED_ID>
            <header><h2>{format!("AIRudder refused {}", counted(all, "lead", "leads"))}</h2></header>
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
                    <p>{event.sentence}</p>
                    <p class="muted"><Time moment=event.at /> " · " {event.by}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card" id=HISTORY_ID>
            <header>
                <h2>"Activity"</h2>
                <span class="push small muted">{format!("Times are in {zone}")}</span>
            </header>
            <ol class="events body">{lines}</ol>
        </section>
    }
    .into_any()
}
