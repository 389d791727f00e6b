//! Asking the provider for the calls of a batch, and writing down what it tells.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::time::Duration;

use airudder::{Certainty, TaskCalls};
use jiff::{SignedDuration, Timestamp};
use leads::results::polling::{ASKED_AFTER_END, Polled, WATCHED_EVERY, wait_after_failures};

use super::meanings;
use super::reading::{self, Inputs, NO_STATUS, Reading};
use crate::drafts::whole_list;
use crate::error::Error;
use crate::ids::TaskId;
use crate::payload::{self, PayloadInputs};
use crate::provider::Now;
use crate::store::call_polls::{self, PollRecord};
use crate::store::calls::CallRecord;
use crate::store::checks::CheckRecord;
use crate::store::results::{PollState, ResultsRecord};
use crate::store::rows::RowRecord;
use crate::{Backend, Caller, store, tasks};

/// That somebody looks is noted so often.
const NOTED_EVERY: SignedDuration = SignedDuration::from_secs(20);

/// A batch that the provider refuses to tell of so often in a row is not asked for any more: it knows it no longer.
const MAX_REFUSALS: u32 = 5;

/// Asks for the calls of a batch whose poll is held, and gives it back.
///
/// # Errors
/// [`Error::Provider`] where it does not answer: then it is asked again by and by.
pub(crate) async fn ask(backend: &Backend, now: impl Now, poll: &PollRecord) -> Result<(), Error> {
    let answer = backend.provider.calls(&now, poll.provider_id()?).await;
    let now = now();
    match answer {
        Ok(answer) => write_down(backend, now, poll, answer).await,
        Err(failure) => {
            let is_unknown =
                failure.certainty() == Certainty::Refused && failures(poll) >= MAX_REFUSALS;
            match is_unknown {
                true => call_polls::failed(&backend.pool, poll, None).await?,
                false => put_back(backend, now, poll).await?,
            }
            Err(failure.into())
        }
    }
}

/// Gives a batch back that could not be asked for.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn put_back(
    backend: &Backend,
    now: Timestamp,
    poll: &PollRecord,
) -> sqlx::Result<()> {
    let due = now + wait_after_failures(failures(poll));
    call_polls::failed(&backend.pool, poll, Some(due)).await
}

/// Requests in a row without an answer, the one that has just failed among them.
fn failures(poll: &PollRecord) -> u32 {
    u32::try_from(poll.failures).unwrap_or(0) + 1
}

/// Notes that somebody looks at a task: what is not over is asked for more often.
///
/// # Errors
/// When the database cannot be written.
pub async fn watch(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
) -> Result<(), Error> {
    let every = Duration::try_from(WATCHED_EVERY).unwrap_or_default();
    let account = caller.account.id;
    if call_polls::watch(&backend.pool, now, account, task, every).await? {
        backend.wake_worker();
    }
    Ok(())
}

/// The same beside a page that is drawn, where that is not noted already: nobody waits for it. `seen` is what is stored of the results.
pub(crate) fn watch_in_background(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    seen: Option<&ResultsRecord>,
) {
    let is_noted = |poll: &PollState| {
        let watched = poll.watched_at;
        poll.due_at.is_none()
            || watched.is_some_and(|watched| now.duration_since(watched) < NOTED_EVERY)
    };
    if seen.is_some_and(|seen| seen.polls.iter().all(is_noted)) {
        return;
    }
    let (backend, caller) = (backend.clone(), caller.clone());
    tokio::spawn(async move {
        if let Err(error) = watch(&backend, &caller, now, task).await {
            tracing::warn!(%task, %error, "that somebody looks at a task could not be noted");
        }
    });
}

/// Writes down what an answer tells, in one transaction: the calls, their counts, and when it is asked again.
async fn write_down(
    backend: &Backend,
    now: Timestamp,
    poll: &PollRecord,
    answer: TaskCalls,
) -> Result<(), Error> {
    let mut transaction = backend.pool.begin().await?;
    store::tasks::lock(&mut transaction, poll.task_id).await?;
    if !call_polls::lock(&mut transaction, poll).await? {
        // Somebody else has asked since, and knows more.
        return Ok(());
    }
    let records = store::calls::of_batch(&mut transaction, poll.task_id, poll.batch).await?;
    let robots = robots(poll, &records, &answer);
    let (account, task) = (poll.account_id, poll.task_id);
    let meanings = meanings::newest_for_task(&mut transaction, now, account, task, &robots).await?;
    let sent = match needs_notes(&records, &answer) {
        true => Some(sent_leads(backend, poll).await?),
        false => None,
    };
    let status = answer
        .status
        .clone()
        .unwrap_or_else(|| NO_STATUS.to_owned());
    let asked = u32::try_from(poll.asked_after_end).unwrap_or(0);
    let robot = poll.robot_id.clone();
    let reading = whole_list::compute(move || {
        let inputs = Inputs {
            records,
            notes: sent.map(SentLeads::notes).unwrap_or_default(),
            robot,
            meanings,
        };
        reading::read(&inputs, &answer, asked >= ASKED_AFTER_END)
    });
    let reading = reading.await??;
    store::calls::update(&mut transaction, task, &reading.changed).await?;
    if !reading.changed.is_empty() {
        store::calls::recount(&mut transaction, task, poll.batch).await?;
    }
    store::batches::update_calls(
        &mut transaction,
        now,
        task,
        poll.batch,
        &status,
        &reading.counted,
    )
    .await?;
    call_polls::answered(&mut transaction, now, poll, &polled(poll, &reading, now)).await?;
    tasks::update_readable_state(&mut transaction, task).await?;
    transaction.commit().await?;
    Ok(())
}

/// When the batch is asked for next.
fn polled<'a>(poll: &PollRecord, reading: &'a Reading, now: Timestamp) -> call_polls::Polled<'a> {
    // The answer by which a batch is over is the one before the first of those that are asked for after its end.
    let asked = reading
        .ended
        .then(|| u32::try_from(poll.asked_after_end).unwrap_or(0));
    let standing = Polled {
        created: poll.created_at.as_ref().map_or(now, |at| at.to_jiff()),
        watched: poll.watched_at.as_ref().map(|at| at.to_jiff()),
        asked_after_end: asked,
    };
    call_polls::Polled {
        due: standing.next(now),
        asked_after_end: asked.map_or(0, |asked| asked + 1),
        strangers: &reading.strangers,
        shared_notes: reading.shared_notes,
    }
}

/// The robots that the calls may be of.
fn robots<'a>(
    poll: &'a PollRecord,
    records: &'a [CallRecord],
    answer: &'a TaskCalls,
) -> BTreeSet<&'a str> {
    let stored = records
        .iter()
        .filter_map(|record| record.robot_id.as_deref());
    let told = answer
        .calls
        .iter()
        .filter_map(|call| call.robot_id.as_deref());
    stored.chain(told).chain([poll.robot_id.as_str()]).collect()
}

/// Whether an entry can only be told to be whose by the note of its lead: it names no number, or one that was sent several times.
fn needs_notes(records: &[CallRecord], answer: &TaskCalls) -> bool {
    let numbers: HashSet<i64> = records.iter().map(|record| record.number).collect();
    numbers.len() < records.len() || answer.calls.iter().any(|call| call.callee.is_none())
}

/// What a batch was sent as.
struct SentLeads {
    check: CheckRecord,
    name: String,
    number: u32,
    leads: Vec<RowRecord>,
}

async fn sent_leads(backend: &Backend, poll: &PollRecord) -> Result<SentLeads, Error> {
    let check = store::checks::by_id(&backend.pool, poll.check_id).await?;
    let (first, last) = (poll.first_row, poll.last_row);
    Ok(SentLeads {
        check: check.ok_or(Error::Inconsistent("a task without its check"))?,
        name: poll.provider_name.clone(),
        number: store::row_number(poll.batch)?,
        leads: store::leads::of_batch(&backend.pool, poll.draft_id, first, last).await?,
    })
}

impl SentLeads {
    /// The note that each row was sent with.
    fn notes(self) -> HashMap<i32, String> {
        let inputs = PayloadInputs::of_check(&self.check, &self.name, self.number);
        let payload = payload::build(&inputs, self.leads);
        let notes = payload
            .task
            .details
            .into_iter()
            .map(|detail| detail.comments.unwrap_or_default());
        payload.rows.into_iter().zip(notes).collect()
    }
}
