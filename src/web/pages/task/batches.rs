//! The batches of a task: one task at AIRudder each.

use crate::web::request::caller::may;
use leads::Action;
use leads::states::{BatchState, Decision};
use leads::views::{BatchView, TaskView};
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::badge::Badge;
use crate::web::components::calls::{CallsBar, reach_rate};
use crate::web::components::moment::Time;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::outside_rule::{outside_rule, reason_field};
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::components::table::{Column, Table};
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
                <h2>"Batches"</h2>
                <span class="push small muted">"Each batch is one task at AIRudder"</span>
            </header>
            <Table
                label="Batches"
                cards=true
                columns=vec![
                    Column::numbers("Batch"),
                    Column::words("Status"),
                    Column::numbers("Leads"),
                    Column::words("Calls"),
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
        .then(|| view! { <small>{batch.state.sentence()}</small> });
    let sent_at = batch
        .sent_at
        .clone()
        .map(|moment| view! { <small>"Will be sent at " <Time moment=moment /> "."</small> });
    let words = batch
        .words
        .clone()
        .map(|words| view! { <small>{words}</small> });
    let status = batch
        .provider_status
        .as_ref()
        .map(|status| view! { <small>{format!("Status at AIRudder: {status}")}</small> });
    let asked = batch
        .asked
        .clone()
        .map(|moment| view! { <small>"As of " <Time moment=moment /></small> });
    let rate = batch.calls.as_ref().map(|calls| {
        format!(
            "{} of {} dialled reached",
            reach_rate(Some(calls)),
            format_number(calls.dialled.unwrap_or(calls.total))
        )
    });
    view! {
        <tr id=row_id(batch)>
            <td class="number" data-label="Batch">{batch.number}</td>
            <td class="sentences name">
                <Badge tone=batch.state.tone() word=batch.state.label() />
                {sentence}
                {sent_at}
                {words}
                {status}
                {stop_told(task, batch)}
                {stop(task, batch)}
                {decisions(task, batch)}
            </td>
            <td class="number" data-label="Leads">{format_number(batch.leads)}</td>
            <td data-label="Calls">
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
    Some(view! { <small>{sentence}</small> }.into_any())
}

/// The way to stop it alone, where the task has others.
fn stop(task: &TaskView, batch: &BatchView) -> Option<AnyView> {
    if !batch.can_be_stopped || task.batches.len() < 2 || !may(Action::Launch) {
        return None;
    }
    let sentence = format!(
        "{} of “{}” {} not over. AIRudder is asked to dial no more of them; what is being dialled may go on to its end.",
        count_with_noun(batch.open, "lead", "leads"),
        task.name,
        if batch.open == 1 { "is" } else { "are" }
    );
    let asking = view! {
        <Asking
            id=format!("stop-{}", batch.number)
            question=format!("Stop calling for batch {}?", batch.number)
            text=format!("Stop batch {}", batch.number)
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

/// What stands in the place of the button for somebody who had a hand in the draft.
const SENT_AGAIN_BY_OTHERS: &str = "You changed the draft of this task: only a launcher or an administrator who did not can send this batch again.";

/// What a person can decide about the batch; where nothing was created and nothing can be decided, why not.
fn decisions(task: &TaskView, batch: &BatchView) -> Option<AnyView> {
    if !may(Action::Launch) {
        return None;
    }
    let blocker = batch.state.send_again_blocker(batch.start_has_passed);
    let again = match (batch.state, blocker) {
        (BatchState::Waiting | BatchState::Sending | BatchState::Created, _) => return None,
        (_, None) if task.sent_again_by_others => {
            view! { <small>{SENT_AGAIN_BY_OTHERS}</small> }.into_any()
        }
        (_, None) if batch.outside.is_some() => send_again_outside(task, batch),
        (BatchState::Absent, None) => send_again_unconfirmed(task, batch),
        // Certainly never sent: nothing has to be asked.
        (_, None) => {
            let text = format!("Send batch {}", batch.number);
            view! { <PostButton action=paths::send_batch_again() hidden=address(task, batch) text=text /> }
                .into_any()
        }
        (_, Some(blocker)) => {
            view! { <small>"Cannot be sent again: " {blocker}</small> }.into_any()
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

/// A batch whose people could be called outside of the calling rule is sent only with a reason; what is said of one that AIRudder may
/// have after all stands with it.
fn send_again_outside(task: &TaskView, batch: &BatchView) -> AnyView {
    let breach = batch.outside.as_ref();
    let is_unconfirmed = batch.state == BatchState::Absent;
    let doubt = is_unconfirmed.then(|| unconfirmed(batch));
    let form = view! {
        {doubt}
        <form class="stack" method="post" action=paths::send_batch_again() novalidate>
            <HiddenValues values=address(task, batch) />
            {reason_field(&format!("reason-{}", batch.number))}
            <div class="row">
                <button class="button" type="submit">{format!("Send batch {} outside of the rule", batch.number)}</button>
            </div>
        </form>
    };
    breach
        .map(|breach| outside_rule(breach, None, form.into_any()))
        .into_any()
}

/// A batch that AIRudder may have after all is sent again only by somebody who knows that.
fn send_again_unconfirmed(task: &TaskView, batch: &BatchView) -> AnyView {
    let doubt = unconfirmed(batch);
    view! {
        <Asking
            id=format!("send-again-{}", batch.number)
            question=format!("Send batch {} again?", batch.number)
            text=format!("Send batch {} again", batch.number)
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
    let leads = count_with_noun(batch.leads, "lead", "leads");
    let are = if batch.leads == 1 { "is" } else { "are" };
    view! {
        <p>
            {format!(
                "Coxswain searches AIRudder’s tasks once more. If the batch is not there, its {leads} {are} sent again under \
                 the same name, which AIRudder can refuse."
            )}
        </p>
        <p>
            "If AIRudder created the task without listing it, people might be called twice. If you are not sure, ask \
             AIRudder first."
        </p>
    }
    .into_any()
}

fn give_up_batch(task: &TaskView, batch: &BatchView) -> AnyView {
    let leads = count_with_noun(batch.leads, "lead counts", "leads count");
    view! {
        <Asking
            id=format!("give-up-{}", batch.number)
            question=format!("Give up batch {}?", batch.number)
            text=format!("Give up batch {}", batch.number)
            opener="button"
            action=paths::give_up_batch()
            hidden=address(task, batch)
            class="danger"
        >
            <p>
                {format!(
                    "This batch will never be sent. Its {leads} as not called; another task can call them."
                )}
            </p>
            <p>"If AIRudder lists the batch later, “Refresh now” finds it."</p>
        </Asking>
    }
    .into_any()
}
