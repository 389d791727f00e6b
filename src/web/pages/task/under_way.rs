//! What goes on by itself while the page of a task is open.

use crate::web::request::caller::may;
use leads::Action;
use leads::states::{BatchState, Decision, MAX_SEARCHES};
use leads::views::{BatchView, TaskView};
use leptos::prelude::*;
use localization::Message;

use crate::islands::Progress;
use crate::web::components::post_button::PostButton;
use crate::web::components::scripts::LoadIslands;
use crate::web::components::under_way::{LiveStatus, PartialsSource, UnderWay};
use crate::web::language::t;
use crate::web::messages::components;
use crate::web::messages::task_under_way as texts;
use crate::web::paths;

/// The `id` of what can be kept back.
pub const REST_ID: &str = "rest";

/// What goes on by itself, beside the calls.
enum Work {
    /// Batches are sent.
    Sending,
    /// Batches without an answer are searched for.
    Searching,
}

fn work(task: &TaskView) -> Option<Work> {
    let any =
        |wanted: &dyn Fn(BatchState) -> bool| task.batches.iter().any(|batch| wanted(batch.state));
    if any(&|state| !state.is_settled()) {
        Some(Work::Sending)
    } else if any(&|state| state == BatchState::Unknown) {
        Some(Work::Searching)
    } else {
        None
    }
}

/// What goes on by itself, if anything does; the script keeps the page up to date meanwhile.
pub fn under_way(task: &TaskView) -> Option<AnyView> {
    work(task).map(|work| match work {
        Work::Sending => sending(task),
        Work::Searching => reconciling(task),
    })
}

fn partials_source(task: &TaskView) -> PartialsSource {
    PartialsSource {
        partials: paths::task_partials(&task.id),
        view_version: task.view_version,
    }
}

/// How far the sending has come.
fn sending(task: &TaskView) -> AnyView {
    let settled = task.batches.iter().filter(|batch| batch.state.is_settled());
    let done: u32 = settled.map(|batch| batch.leads).sum();
    let rest = rest(task);
    view! {
        <UnderWay
            heading=t(texts::sending())
            done=done
            total=task.leads
            words=components::leads_processed
            reassurance=t(texts::reassurance())
            url=paths::task_progress(&task.id)
            here=paths::task(&task.id)
            news=partials_source(task)
        >
            {rest}
        </UnderWay>
        <LoadIslands />
    }
    .into_any()
}

/// How far the search has come.
fn reconciling(task: &TaskView) -> AnyView {
    // Batches that are known already are called meanwhile.
    let url = match task.results {
        Some(_) => paths::results_progress(&task.id, true),
        None => paths::task_progress(&task.id),
    };
    let here = paths::task(&task.id);
    let (news, text) = (partials_source(task), searches_done(&task.batches));
    let blocker = task.attention.as_ref();
    let blocker = blocker.and_then(|attention| attention.done_blocker.clone());
    let reassurance = [texts::reassurance()].into_iter().chain(blocker);
    let reassurance = t(Message::sentences(reassurance));
    view! {
        <section class="card">
            <div class="body stack">
                <h2>{t(texts::searching())}</h2>
                <p>{t(texts::searching_text())}</p>
                <Progress>
                    <LiveStatus url=url news=Some(news)>{text}</LiveStatus>
                </Progress>
                <p class="muted">{reassurance}</p>
                <noscript><a class="button" href=here>{t(components::reload_page())}</a></noscript>
            </div>
        </section>
        <LoadIslands />
    }
    .into_any()
}

/// Keeps the results up to date while AIRudder is asked for them and nothing else on the page does. It says something only where
/// Coxswain does not answer: as of when they are stands beside it.
pub fn following(task: &TaskView) -> Option<AnyView> {
    let goes_on = task.results.as_ref()?.as_of.next.is_some();
    if !goes_on || work(task).is_some() {
        return None;
    }
    let url = paths::results_progress(&task.id, false);
    let (news, here) = (partials_source(task), paths::task(&task.id));
    let following = view! {
        <Progress>
            <LiveStatus url=url news=Some(news)>""</LiveStatus>
        </Progress>
        <noscript>
            <a class="button" href=here>{t(components::reload_page())}</a>
        </noscript>
        <LoadIslands />
    }
    .into_any();
    Some(following)
}

/// How often the batches without an answer were searched for. A search that fails does not count.
pub fn searches_done(batches: &[BatchView]) -> String {
    let unknown = || {
        batches
            .iter()
            .filter(|batch| batch.state == BatchState::Unknown)
    };
    let Some(searches) = unknown().map(|batch| batch.searches).min() else {
        return String::new();
    };
    let done = texts::searches_done(unknown().count(), MAX_SEARCHES, searches);
    let next = unknown().find_map(|batch| batch.next_search.as_ref());
    let next = next.map(|at| texts::next_search(at.message()));
    t(Message::sentences([done].into_iter().chain(next)))
}

/// What has not gone out yet can be kept back.
pub fn rest(task: &TaskView) -> AnyView {
    let waiting = || {
        let can_stop = |batch: &&BatchView| batch.state.blocker(Decision::Stop).is_none();
        task.batches.iter().filter(can_stop)
    };
    let leads: u32 = waiting().map(|batch| batch.leads).sum();
    let batches = waiting().count();
    let hidden = vec![("task", task.id.clone())];
    let stop = (leads > 0 && may(Action::Launch)).then(|| {
        view! {
            <PostButton action=paths::stop_rest() hidden=hidden text=t(texts::stop_rest(batches)) />
            <span class="muted">{t(texts::rest(batches, leads))}</span>
        }
    });
    view! { <div class="row beside if-any" id=REST_ID>{stop}</div> }.into_any()
}
