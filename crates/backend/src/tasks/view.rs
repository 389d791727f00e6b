//! One task: what was sent, by whom, when, and what became of it.

use jiff::{SignedDuration, Timestamp};
use leads::TaskSettings;
use leads::numbers;
use leads::states::{PartState, Tone};
use leads::views::{EventView, PartView, RefusedLead, TaskView};
use uuid::Uuid;

use crate::accounts::Account;
use crate::drafts::{MOST_NAMED, refused_lead};
use crate::error::{Error, Unreadable};
use crate::events::Event;
use crate::store::events::EventRow;
use crate::store::parts::PartRecord;
use crate::{Backend, Caller, store};

/// Of a part that is sent within this time it is not told when.
const SOON: SignedDuration = SignedDuration::from_mins(1);

/// What is shown of an event that cannot be read.
const UNREADABLE_EVENT: &str =
    "This version of Coxswain cannot read this event. The log says which one it is.";

/// One task.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task.
pub async fn view(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
) -> Result<TaskView, Error> {
    let account = &*caller.account;
    let viewed = store::tasks::viewed(&backend.pool, account.id, id, MOST_NAMED)
        .await?
        .ok_or(Error::NotFound)?;
    let (task, mapping) = (viewed.task, viewed.mapping);
    let mut connection = backend.pool.acquire().await?;
    let parts = store::parts::of_task(&mut connection, id).await?;
    drop(connection);
    let mut facts = task.settings.0.facts(account.zone());
    if task.without_refused {
        facts.push(("Leads AIRudder refused".to_owned(), "Left out".to_owned()));
    }
    let parts_view = parts
        .iter()
        .map(|part| part_view(part, &task.settings.0, account, now));
    Ok(TaskView {
        parts: parts_view.collect::<Result<_, _>>()?,
        id: id.to_string(),
        name: task.name,
        // Of the parts that are shown: the task may have changed since it was read.
        state: super::sum(&parts)?,
        sandbox: task.sandbox,
        leads: task.lead_count,
        by: task.by_name,
        at: leads::moment(task.submitted_at.to_jiff(), account.zone()),
        file_name: task.file_name,
        file_digest: hex::encode(&task.file_digest),
        facts,
        calls: super::all_calls(parts.iter())?,
        refused_leads: viewed
            .refused_leads
            .into_iter()
            .map(|record| refused_lead(&record, &mapping).map(masked))
            .collect::<Result<_, _>>()?,
        refused: viewed.refused,
        events: viewed
            .events
            .into_iter()
            .map(|event| event_view(event, account))
            .collect(),
        zone: account.zone_label(now),
        shown: super::shown(&parts),
    })
}

fn part_view(
    part: &PartRecord,
    settings: &TaskSettings,
    account: &Account,
    now: Timestamp,
) -> Result<PartView, Error> {
    let number = part.number()?;
    let schedule = settings.schedule_of_part(number);
    let state = part.state()?;
    let planned = part.not_before.to_jiff();
    let is_to_come = state == PartState::Waiting && planned.duration_since(now) > SOON;
    Ok(PartView {
        number,
        state,
        sent_at: is_to_come.then(|| leads::coming_moment(planned, now, account.zone())),
        start_has_passed: super::start_has_passed(&schedule, account.zone(), now),
        provider_name: part.provider_name.clone(),
        provider_id: part.provider_task_id.clone(),
        looks: part.looks()?,
        leads: part.leads()?,
        words: part.words.as_deref().map(numbers::mask_numbers),
        provider_status: part.provider_status.clone(),
        calls: part.calls()?,
        asked: part
            .asked_at
            .as_ref()
            .map(|at| leads::moment(at.to_jiff(), account.zone())),
    })
}

/// Outside the review nobody needs whole numbers.
fn masked(lead: RefusedLead) -> RefusedLead {
    RefusedLead {
        mobile: numbers::last_four(&lead.mobile),
        words: numbers::mask_numbers(&lead.words),
        ..lead
    }
}

/// An event that cannot be read says so, and does not hide the others.
fn event_view(event: EventRow, account: &Account) -> EventView {
    let (sentence, tone) = match Event::from_stored(&event.kind, &event.detail) {
        Ok(event) => event.sentence(),
        Err(error) => {
            let place = Unreadable::new("events", "kind and detail", event.id);
            tracing::error!(error = %place, %error, "an event of a task cannot be read");
            (UNREADABLE_EVENT.to_owned(), Tone::Bad)
        }
    };
    EventView {
        at: leads::moment(event.at, account.zone()),
        by: event.by_name.unwrap_or_else(|| "Coxswain".to_owned()),
        sentence,
        tone,
    }
}
