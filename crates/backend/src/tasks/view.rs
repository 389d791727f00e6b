//! One task: what was sent, by whom, when, and what became of it.

use jiff::{SignedDuration, Timestamp};
use leads::TaskSettings;
use leads::numbers;
use leads::states::{PartState, Tone};
use leads::views::{EventView, PartView, RefusedLead, TaskView};
use serde_json::Value;
use uuid::Uuid;

use crate::accounts::Account;
use crate::drafts::{MOST_NAMED, refused_lead};
use crate::error::{Error, Unreadable};
use crate::store::events::EventRow;
use crate::store::parts::PartRecord;
use crate::{Backend, Caller, accounts, store};

/// Of a part that is sent within this time it is not told when.
const SOON: SignedDuration = SignedDuration::from_mins(1);

/// What is shown of an event that cannot be read.
const UNREADABLE_EVENT: &str =
    "Something that this version of Coxswain cannot read. The log says which event it is.";

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
    let account = accounts::of(backend, caller).await?;
    let task = store::tasks::by_id(&backend.pool, account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    let check = store::checks::by_id(&backend.pool, task.check_id)
        .await?
        .ok_or(Error::Inconsistent("a task without its check"))?;
    let mut connection = backend.pool.acquire().await?;
    let parts = store::parts::of_task(&mut connection, id).await?;
    drop(connection);
    let events = store::events::of_task(&backend.pool, id).await?;
    let refused = store::parts::refused_leads(&backend.pool, id, task.draft_id, MOST_NAMED).await?;
    let mut facts = task.settings.0.facts(account.zone());
    if task.without_refused {
        facts.push(("Refused leads".to_owned(), "Left out, as chosen".to_owned()));
    }
    let parts_view = parts
        .iter()
        .map(|part| part_view(part, &task.settings.0, &account, now));
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
        refused_leads: refused
            .into_iter()
            .map(|record| refused_lead(record, &check.mapping.0).map(masked))
            .collect::<Result<_, _>>()?,
        refused: store::parts::count_refused(&backend.pool, id).await?,
        events: events
            .into_iter()
            .map(|event| event_view(event, &account))
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
    let (sentence, tone) = sentence(&event.kind, &event.detail).unwrap_or_else(|| {
        let place = Unreadable::new("events", "kind and detail", event.id);
        tracing::error!(error = %place, "an event of a task cannot be read");
        (UNREADABLE_EVENT.to_owned(), Tone::Bad)
    });
    EventView {
        at: leads::moment(event.at.to_jiff(), account.zone()),
        by: event.by_name.unwrap_or_else(|| "Coxswain".to_owned()),
        sentence,
        tone,
    }
}

/// What an event says, `None` where it cannot be read. Kinds are never renamed: the history keeps them for good.
fn sentence(kind: &str, detail: &Value) -> Option<(String, Tone)> {
    match kind {
        "submitted" => {
            let number = |name: &str| detail.get(name).and_then(Value::as_u64);
            let leads = numbers::counted(number("leads")?, "lead", "leads");
            let refused = match number("refused")? {
                0 => String::new(),
                refused => format!(", going on without {refused} that AIRudder refused"),
            };
            // Older events do not say it.
            let at_night = match detail.get("at_night").and_then(Value::as_bool) {
                Some(true) => ", to be called at night all the same",
                _ => "",
            };
            let told = format!("Submitted {leads}{refused}{at_night}.");
            Some((told, Tone::Plain))
        }
        "refreshed" => Some(("Asked AIRudder for the state.".to_owned(), Tone::Plain)),
        _ => sentence_of_part(kind, detail),
    }
}

/// What an event of a part says.
fn sentence_of_part(kind: &str, detail: &Value) -> Option<(String, Tone)> {
    let number = |name: &str| detail.get(name).and_then(Value::as_u64);
    let text = |name: &str| detail.get(name).and_then(Value::as_str);
    let part = format!("Part {}", number("part")?);
    // Not every part that ends has words with it.
    let words = text("words").unwrap_or_default();
    Some(match kind {
        "part_created" => {
            let without = match number("refused")? {
                0 => String::new(),
                refused => format!(
                    ", without {}",
                    numbers::counted(refused, "refused lead", "refused leads")
                ),
            };
            let id = text("provider_id")?;
            (
                format!("{part}: AIRudder made the task {id}{without}."),
                Tone::Good,
            )
        }
        "part_refused" => (format!("{part}: {words}"), Tone::Bad),
        "part_unknown" => (format!("{part}: unknown. {words}"), Tone::Warn),
        "part_not_sent" => (format!("{part}: not sent. {words}"), Tone::Warn),
        "part_put_back" => (format!("{part}: will be tried again. {words}"), Tone::Plain),
        "part_found" => {
            let id = text("provider_id")?;
            (
                format!("{part}: found at AIRudder under its name, as {id}."),
                Tone::Good,
            )
        }
        "part_absent" => {
            let looks = numbers::counted(number("looks")?, "look", "looks");
            (
                format!("{part}: AIRudder does not list it after {looks}. Somebody has to decide."),
                Tone::Warn,
            )
        }
        "part_not_sent_again" => (format!("{part}: not sent again. {words}"), Tone::Warn),
        "part_sent_again" => (
            format!("{part}: into the queue again, under the same name."),
            Tone::Plain,
        ),
        "part_given_up" => (format!("{part}: given up."), Tone::Warn),
        "part_stopped" => (format!("{part}: stopped before it was sent."), Tone::Warn),
        _ => return None,
    })
}
