//! One task: what was sent, what became of it, and what can be done now.

mod parts;

use leads::states::{Decision, TaskState, Tone};
use leads::views::{CallsView, EventView, TaskView};
use leptos::prelude::*;

use super::path_value;
use crate::components::badge::{Badge, tone_class};
use crate::components::calls::{CallsBar, reach_rate};
use crate::components::facts::{Facts, fact};
use crate::components::frame::Section;
use crate::components::load::framed;
use crate::components::moment::Time;
use crate::components::notice::NoticeBox;
use crate::components::numbers::{counted, grouped};
use crate::components::post_button::PostButton;
use crate::components::refused::RefusedTable;
use crate::components::scripts::LoadIslands;
use crate::components::title::PageTitle;
use crate::components::under_way::UnderWay;
use crate::{api, paths};
use parts::parts;

/// The task of the address.
#[component]
pub fn TaskPage() -> impl IntoView {
    framed(
        Section::Tasks,
        api::tasks::read_task(path_value("id")),
        draw,
    )
}

fn draw(task: TaskView) -> AnyView {
    let sending = task.state == TaskState::Sending;
    let waits = task
        .parts
        .iter()
        .any(|part| part.state.hindrance(Decision::Stop).is_none());
    let file = vec![
        fact("File", &task.file_name),
        fact("SHA-256", &task.file_digest),
    ];
    let refused = task.refused;
    view! {
        <PageTitle text=task.name.clone() />
        {head(&task)}
        {sending.then(|| progress(&task))}
        {waits.then(|| stop_rest(&task.id))}
        {look(task.state).map(|text| view! { <NoticeBox tone=Tone::Warn text=text /> })}
        <div class="split">
            <div class="stack">
                {parts(task.parts, &task.id, task.start_has_passed)}
                {(refused > 0).then(|| refused_leads(task.refused_leads, refused))}
                {history(task.events, &task.zone)}
            </div>
            <div class="stack">
                {task.calls.map(calls)}
                <section class="card">
                    <header><h2>"What was sent"</h2></header>
                    <div class="body"><Facts pairs=task.facts /></div>
                </section>
                <section class="card">
                    <header><h2>"Leads"</h2></header>
                    <div class="body"><Facts pairs=file /></div>
                </section>
            </div>
        </div>
    }
    .into_any()
}

fn head(task: &TaskView) -> AnyView {
    let (id, by, at) = (task.id.clone(), task.by.clone(), task.at.clone());
    let leads = counted(task.leads, "lead", "leads");
    let zone = task.zone.clone();
    view! {
        <div class="page-head">
            <div>
                <h1>{task.name.clone()}</h1>
                <p class="row">
                    <Badge tone=task.state.tone() word=task.state.label() />
                    {task.sandbox.then(|| view! { <Badge tone=Tone::Warn word="Sandbox" /> })}
                    <span>{leads} " · submitted by " {by} ", " <Time moment=at /> " (" {zone} ")"</span>
                </p>
            </div>
            <div class="row">
                <PostButton action=paths::clone_task() hidden=vec![("task", id.clone())] text="Clone" icon="copy" />
                <PostButton action=paths::refresh_task() hidden=vec![("task", id)] text="Refresh" icon="refresh" />
            </div>
        </div>
    }
    .into_any()
}

/// What somebody should do about the state, where somebody should.
const fn look(state: TaskState) -> Option<&'static str> {
    match state {
        TaskState::Unknown => Some(
            "AIRudder gave no usable answer for at least one part: it may have made the task, so it is not sent again by \
             itself. Coxswain looks for it in AIRudder’s list; Refresh looks at once. Until it is found, a clone might call \
             the same leads twice.",
        ),
        TaskState::Absent => Some(
            "A part was sent without a usable answer, and AIRudder does not list it after 5 looks. Decide below: send it again, \
             or give it up. Sent again it has the same name, so that AIRudder can refuse what it has already.",
        ),
        TaskState::GivenUp => Some(
            "A part was given up: it was sent without a usable answer, and AIRudder did not list it. Its leads count as not \
             called. Should it turn up after all, Refresh finds it.",
        ),
        TaskState::PartlyCreated => Some(
            "Some parts were created, others were not. The parts below say why. The leads of the others are not called. \
             A clone with the same file would call the leads of the created parts again: leave them out of it.",
        ),
        TaskState::NotSent => Some(
            "Nothing was sent, and nobody is called. The parts below say why. Send them again, or clone the task.",
        ),
        _ => None,
    }
}

/// How far the sending has come; the script keeps it up to date.
fn progress(task: &TaskView) -> AnyView {
    let settled: u32 = task
        .parts
        .iter()
        .filter(|part| part.state.is_settled())
        .map(|part| part.leads)
        .sum();
    view! {
        <UnderWay
            heading="Sending to AIRudder"
            done=settled
            total=task.leads
            participle="sent"
            reassurance="You can leave this page: the sending goes on."
            url=paths::task_progress(&task.id)
            here=paths::task(&task.id)
        />
        <LoadIslands />
    }
    .into_any()
}

/// What has not gone out yet can be kept back.
fn stop_rest(task: &str) -> AnyView {
    let hidden = vec![("task", task.to_owned())];
    view! {
        <div class="row">
            <PostButton action=paths::stop_rest() hidden=hidden text="Stop the rest" />
            <span class="muted">"Parts that still wait are not sent. Those sent already go on."</span>
        </div>
    }
    .into_any()
}

fn calls(calls: CallsView) -> AnyView {
    let rate = reach_rate(Some(&calls));
    let mut pairs = vec![
        fact("Reach rate", rate),
        fact("Reached", grouped(calls.reached)),
        fact(
            "Ended",
            format!("{} of {}", grouped(calls.ended), grouped(calls.total)),
        ),
    ];
    pairs.extend(
        calls
            .by_status
            .iter()
            .map(|(status, count)| fact(format!("State “{status}”"), grouped(*count))),
    );
    pairs.extend(
        calls
            .by_intention
            .iter()
            .map(|(letter, count)| fact(format!("Intention {letter}"), grouped(*count))),
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

fn refused_leads(leads: Vec<leads::views::RefusedLead>, all: u32) -> AnyView {
    let shown = u32::try_from(leads.len()).unwrap_or(u32::MAX);
    let more = (all > shown)
        .then(|| view! { <p class="body muted">{format!("The first {} of {}.", grouped(shown), grouped(all))}</p> });
    view! {
        <section class="card">
            <header><h2>{format!("{} refused by AIRudder", counted(all, "lead", "leads"))}</h2></header>
            <RefusedTable leads=leads />
            {more}
        </section>
    }
    .into_any()
}

fn history(events: Vec<EventView>, zone: &str) -> AnyView {
    let lines = events
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
        <section class="card">
            <header>
                <h2>"History"</h2>
                <span class="push small muted">{format!("Times in {zone}")}</span>
            </header>
            <ol class="events body">{lines}</ol>
        </section>
    }
    .into_any()
}
