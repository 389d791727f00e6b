//! The batches of a task: one task at AIRudder each.

use crate::web::request::caller::may;
use leads::states::{BatchState, Decision};
use leads::views::{BatchView, BreachView, TaskView};
use leads::{Action, SomebodyElseFor};
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::badge::Badge;
use crate::web::components::calls::{CallsBar, reach_rate};
use crate::web::components::message::with_time;
use crate::web::components::numbers::number;
use crate::web::components::outside_rule::{give_a_reason, outside_rule_saying, reason_field};
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::components::table::{Column, Table};
use crate::web::language::t;
use crate::web::messages::task_batches as texts;
use crate::web::paths;

/// The `id` of the card.
pub const ID: &str = "batches";

/// The batches as a table.
pub fn batches(task: &TaskView) -> AnyView {
    let rows = task
        .batches
        .iter()
        .map(|batch| row(task, batch))
        .collect_view();
    view! {
        <section class="card" id=ID>
            <header>
                <h2>{t(texts::heading())}</h2>
                <span class="push small muted">{t(texts::about())}</span>
            </header>
            <Table
                label=t(texts::heading())
                cards=true
                columns=vec![
                    Column::numbers(t(texts::batch())),
                    Column::words(t(texts::status())),
                    Column::numbers(t(texts::leads())),
                    Column::words(t(texts::calls())),
                ]
            >
                {rows}
            </Table>
        </section>
    }
    .into_any()
}

/// The `id` of a batch's row.
pub fn row_id(batch: &BatchView) -> String {
    format!("batch-{}", batch.number)
}

/// A batch.
pub fn row(task: &TaskView, batch: &BatchView) -> AnyView {
    // The page says once what is not known, and how far the search has come.
    let sentence = (batch.state != BatchState::Unknown)
        .then(|| view! { <small>{t(batch.state.sentence())}</small> });
    let sent_at = batch
        .sent_at
        .clone()
        .map(|moment| view! { <small>{with_time(moment, texts::sent_at)}</small> });
    let words = batch
        .words
        .clone()
        .map(|words| view! { <small>{t(words)}</small> });
    let status = batch
        .provider_status
        .as_ref()
        .map(|status| view! { <small>{t(texts::provider_status(status))}</small> });
    let asked = batch
        .asked
        .clone()
        .map(|moment| view! { <small>{with_time(moment, texts::as_of)}</small> });
    let rate = batch.calls.as_ref().map(|calls| {
        let dialled = calls.dialled.unwrap_or(calls.total);
        t(texts::reached(dialled, reach_rate(Some(calls))))
    });
    view! {
        <tr id=row_id(batch)>
            <td class="number" data-label=t(texts::batch())>{batch.number}</td>
            <td class="sentences name">
                <Badge tone=batch.state.tone() word=t(batch.state.label()) />
                {sentence}
                {sent_at}
                {words}
                {status}
                {stop_told(task, batch)}
                {stop(task, batch)}
                {decisions(task, batch)}
            </td>
            <td class="number" data-label=t(texts::leads())>{number(batch.leads)}</td>
            <td data-label=t(texts::calls())>
                <CallsBar calls=batch.calls.clone() />
                {rate.map(|rate| view! { <small>{rate}</small> })}
                {asked}
            </td>
        </tr>
    }
    .into_any()
}

/// What became of the request that AIRudder stops it. Of a task of one batch the page says it once.
fn stop_told(task: &TaskView, batch: &BatchView) -> Option<AnyView> {
    let stop = batch.stop.as_ref().filter(|_| task.batches.len() > 1)?;
    let is_there = batch.state == BatchState::Created;
    let sentence = stop.of_batch(batch.under_way, is_there);
    Some(view! { <small>{t(sentence)}</small> }.into_any())
}

/// The way to stop it alone, where the task has others.
fn stop(task: &TaskView, batch: &BatchView) -> Option<AnyView> {
    if !batch.can_be_stopped || task.batches.len() < 2 || !may(Action::Launch) {
        return None;
    }
    let sentence = t(texts::stop_text(batch.open, &task.name));
    let asking = view! {
        <Asking
            id=format!("stop-{}", batch.number)
            question=t(texts::stop_question(batch.number))
            text=t(texts::stop(batch.number))
            opener="button"
            action=paths::stop_calling()
            hidden=address(task, batch)
            class="danger"
        >
            <p>{sentence}</p>
        </Asking>
    };
    Some(view! { <div class="row">{asking}</div> }.into_any())
}

/// What a person can decide about the batch; where nothing was created and nothing can be decided, why not.
fn decisions(task: &TaskView, batch: &BatchView) -> Option<AnyView> {
    if !may(Action::Launch) {
        return None;
    }
    let blocker = batch.state.send_again_blocker(batch.start_has_passed);
    let again = match (batch.state, blocker, &batch.outside) {
        (BatchState::Waiting | BatchState::Sending | BatchState::Created, ..) => return None,
        (_, None, _) if batch.needs_somebody_else == Some(SomebodyElseFor::Account) => {
            view! { <small>{t(texts::sent_again_by_others())}</small> }.into_any()
        }
        (_, None, Some(breach)) => send_again_outside(task, batch, breach),
        (BatchState::Absent, None, None) => send_again_unconfirmed(task, batch),
        // Certainly never sent: nothing has to be asked.
        (_, None, None) => {
            let text = t(texts::send(batch.number));
            view! { <PostButton action=paths::send_batch_again() hidden=address(task, batch) text=text /> }
                .into_any()
        }
        (_, Some(blocker), _) => {
            view! { <small>{t(texts::cannot_be_sent_again(blocker))}</small> }.into_any()
        }
    };
    let give_up = batch.state.blocker(Decision::GiveUp);
    let give_up = give_up.is_none().then(|| give_up_batch(task, batch));
    Some(view! { <div class="row">{again} {give_up}</div> }.into_any())
}

/// What the forms of a batch post.
fn address(task: &TaskView, batch: &BatchView) -> Vec<(&'static str, String)> {
    vec![
        ("task", task.id.clone()),
        ("batch", batch.number.to_string()),
    ]
}

/// A batch whose people could be called outside of the calling rule is sent only with a reason, and where the rule refuses only by somebody
/// who had no part in the task; what is said of one that AIRudder may have after all stands with it.
fn send_again_outside(task: &TaskView, batch: &BatchView, breach: &BreachView) -> AnyView {
    let next = batch.allowed_next.clone();
    let next = next.map(|next| view! { <p>{t(next)}</p> });
    if batch.needs_somebody_else.is_some() {
        return outside_rule_saying(breach, t(texts::sent_outside_by_others()), next.into_any());
    }
    let is_unconfirmed = batch.state == BatchState::Absent;
    let doubt = is_unconfirmed.then(|| unconfirmed(batch));
    let form = view! {
        {next}
        {doubt}
        <form class="stack" method="post" action=paths::send_batch_again() novalidate>
            <HiddenValues values=address(task, batch) />
            {reason_field(&format!("reason-{}", batch.number))}
            <div class="row">
                <button class="button" type="submit">{t(texts::send_outside(batch.number))}</button>
            </div>
        </form>
    };
    outside_rule_saying(breach, give_a_reason(), form.into_any())
}

/// A batch that AIRudder may have after all is sent again only by somebody who knows that.
fn send_again_unconfirmed(task: &TaskView, batch: &BatchView) -> AnyView {
    let doubt = unconfirmed(batch);
    view! {
        <Asking
            id=format!("send-again-{}", batch.number)
            question=t(texts::send_again_question(batch.number))
            text=t(texts::send_again(batch.number))
            opener="button"
            action=paths::send_batch_again()
            hidden=address(task, batch)
            class="primary"
        >
            {doubt}
        </Asking>
    }
    .into_any()
}

/// What can happen where AIRudder may have the batch after all.
fn unconfirmed(batch: &BatchView) -> AnyView {
    view! {
        <p>{t(texts::unconfirmed(batch.leads))}</p>
        <p>{t(texts::unconfirmed_risk())}</p>
    }
    .into_any()
}

fn give_up_batch(task: &TaskView, batch: &BatchView) -> AnyView {
    let leads = batch.leads;
    view! {
        <Asking
            id=format!("give-up-{}", batch.number)
            question=t(texts::give_up_question(batch.number))
            text=t(texts::give_up(batch.number))
            opener="button"
            action=paths::give_up_batch()
            hidden=address(task, batch)
            class="danger"
        >
            <p>{t(texts::give_up_text(leads))}</p>
            <p>{t(texts::give_up_later())}</p>
        </Asking>
    }
    .into_any()
}
