//! Asking the provider for the calls of a batch, and writing down what it tells.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::time::Duration;

use airudder::TaskCalls;
use jiff::{SignedDuration, Timestamp};
use leads::Action;
use leads::results::polling::{
    ASKED_AFTER_END, Polled, WATCHED_EVERY, is_too_old, wait_after_failures,
};
use sqlx::PgConnection;

use super::meanings::{self, BatchOf, MeaningsByRobot};
use super::reading::{self, Inputs, NO_STATUS, Reading};
use super::stop_rule;
use crate::drafts::whole_list;
use crate::error::{Error, Unreadable};
use crate::ids::TaskId;
use crate::payload::{self, PayloadInputs};
use crate::provider::{Failure, Now};
use crate::store::call_polls::{self, PollRecord};
use crate::store::calls::CallRecord;
use crate::store::checks::CheckRecord;
use crate::store::results::{PollState, ResultsRecord};
use crate::store::rows::RowRecord;
use crate::tasks::{BatchSource, put_back_into_batch};
use crate::{Backend, Caller, do_not_call, store, tasks};

/// That somebody looks is noted so often.
const NOTED_EVERY: SignedDuration = SignedDuration::from_secs(20);

/// Asks for the calls of a batch whose poll is held, and gives it back, whatever comes of it.
///
/// # Errors
/// [`Error::Provider`] where it does not answer, and what else stands in the way: then it is asked again later, with growing waits.
pub(crate) async fn ask(backend: &Backend, now: impl Now, poll: &PollRecord) -> Result<(), Error> {
    let mut retry_after = None;
    let asked = async {
        let answer = backend.provider.calls(&now, poll.provider_id()?).await;
        retry_after = answer.as_ref().err().and_then(Failure::retry_after);
        write_down(backend, now(), poll, answer?).await
    };
    let asked = asked.await;
    if asked.is_err() {
        put_back(backend, now(), poll, retry_after).await?;
    }
    asked
}

/// Gives a batch back of whose calls nothing could be learnt. `retry_after` is for how long the provider asks to wait.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn put_back(
    backend: &Backend,
    now: Timestamp,
    poll: &PollRecord,
    retry_after: Option<SignedDuration>,
) -> Result<(), Error> {
    let wait = wait_after_failures(poll.failures()? + 1);
    let due = now + wait.max(retry_after.unwrap_or_default());
    let due = Some(due).filter(|_| !is_too_old(created_at(poll, now), now));
    let mut transaction = backend.pool.begin().await?;
    if due.is_none() {
        store::tasks::lock(&mut transaction, poll.task_id).await?;
    }
    call_polls::failed(&mut transaction, poll, due).await?;
    if due.is_none() {
        // It calls nobody any more, so that nobody has to be cancelled.
        tasks::update_readable_state(&mut transaction, poll.task_id).await?;
    }
    Ok(transaction.commit().await?)
}

fn created_at(poll: &PollRecord, now: Timestamp) -> Timestamp {
    poll.created_at.as_ref().map_or(now, |at| at.to_jiff())
}

/// Whether calls of a task are still asked for.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_asked_for(backend: &Backend, caller: &Caller, task: TaskId) -> Result<bool, Error> {
    caller.must(Action::See)?;
    Ok(call_polls::is_open(&backend.pool, caller.account.id, task).await?)
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
    caller.must(Action::See)?;
    if note_watch(backend, caller, now, task).await? {
        backend.wake_worker();
    }
    Ok(())
}

/// The same without waking the worker; whether anything of the task is asked for.
pub(crate) async fn note_watch(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
) -> Result<bool, Error> {
    let every = Duration::try_from(WATCHED_EVERY).unwrap_or_default();
    let account = caller.account.id;
    Ok(call_polls::watch(&backend.pool, now, account, task, every).await?)
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
    let is_put_back = put_back_called(&mut transaction, now, poll, &answer).await?;
    let records = store::calls::of_batch(&mut transaction, poll.task_id, poll.batch).await?;
    let task = poll.task_id;
    let meanings = meanings(&mut transaction, now, poll, &records, &answer).await?;
    let sent = match needs_notes(&records, &answer) {
        true => Some(sent_leads(&mut transaction, poll, &[]).await?),
        false => None,
    };
    let status = answer
        .status
        .clone()
        .unwrap_or_else(|| NO_STATUS.to_owned());
    let closes =
        poll.asked_after_end()? >= ASKED_AFTER_END || is_too_old(created_at(poll, now), now);
    let robot = poll.robot_id.clone();
    let reading = whole_list::compute(move || {
        let inputs = Inputs {
            records,
            notes: sent.map(SentLeads::notes).unwrap_or_default(),
            robot,
            meanings,
        };
        reading::read(&inputs, &answer, closes)
    });
    let reading = reading.await??;
    store::calls::update(&mut transaction, task, &reading.changed).await?;
    let opted_out =
        do_not_call::add_opt_outs(&mut transaction, backend, now, task, &reading.changed).await?;
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
    call_polls::answered(&mut transaction, now, poll, &polled(poll, &reading, now)?).await?;
    let is_stopped = stop_rule::apply(&mut transaction, now, poll).await?;
    tasks::update_readable_state(&mut transaction, task).await?;
    transaction.commit().await?;
    if is_stopped || is_put_back || opted_out > 0 {
        backend.wake_worker();
    }
    Ok(())
}

/// Puts leads back that were left out of the batch when it was sent again, and that AIRudder calls: it has the batch from a sending before.
/// Whether there were any.
async fn put_back_called(
    connection: &mut PgConnection,
    now: Timestamp,
    poll: &PollRecord,
    answer: &TaskCalls,
) -> Result<bool, Error> {
    let (task, batch) = (poll.task_id, poll.batch);
    let left_out = store::left_out::of_batch(connection, task, batch).await?;
    if left_out.is_empty() {
        return Ok(false);
    }
    let records = store::calls::of_batch(connection, task, batch).await?;
    let rows: Vec<i32> = left_out.iter().map(|(row, _)| *row).collect();
    let notes = sent_leads(connection, poll, &rows).await?.notes();
    let rows = reading::told_of(&records, &left_out, &notes, answer)?;
    if rows.is_empty() {
        return Ok(false);
    }
    let batch = store::batches::one(connection, task, batch).await?;
    let origin = store::batches::origin(&mut *connection, &batch).await?;
    let check = store::checks::by_id(&mut *connection, origin.check_id).await?;
    let source = BatchSource {
        batch: &batch,
        origin: &origin,
        check: &check.ok_or(Error::Inconsistent("a task without its check"))?,
    };
    put_back_into_batch(connection, now, &source, &rows).await?;
    Ok(true)
}

/// When the batch is asked for next.
fn polled<'a>(
    poll: &PollRecord,
    reading: &'a Reading,
    now: Timestamp,
) -> Result<call_polls::Polled<'a>, Unreadable> {
    // The answer by which a batch is over is the one before the first of those that are asked for after its end.
    let asked = match reading.ended {
        true => Some(poll.asked_after_end()?),
        false => None,
    };
    let standing = Polled {
        created: created_at(poll, now),
        watched: poll.watched_at.as_ref().map(|at| at.to_jiff()),
        asked_after_end: asked,
    };
    Ok(call_polls::Polled {
        due: standing.next(now),
        asked_after_end: asked.map_or(0, |asked| asked + 1),
        strangers: &reading.strangers,
        shared_notes: reading.shared_notes,
        first_dial: reading.first_dial,
    })
}

/// By what an answer is read: the newest names, and where the batch is over those that it was read by then.
async fn meanings(
    connection: &mut PgConnection,
    now: Timestamp,
    poll: &PollRecord,
    records: &[CallRecord],
    answer: &TaskCalls,
) -> Result<MeaningsByRobot, Error> {
    let of = BatchOf {
        account: poll.account_id,
        task: poll.task_id,
        batch: poll.batch,
    };
    let robots = robots(poll, records, answer);
    match records.iter().any(|record| record.closed) {
        true => meanings::as_read(connection, of).await,
        false => meanings::newest_for_batch(connection, now, of, &robots).await,
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

/// Whether only the note tells whose an entry is: it names no number, or one that was sent several times.
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

/// `left_out` are rows that were taken out of it since.
async fn sent_leads(
    connection: &mut PgConnection,
    poll: &PollRecord,
    left_out: &[i32],
) -> Result<SentLeads, Error> {
    let check = store::checks::by_id(&mut *connection, poll.check_id).await?;
    let (first, last) = (poll.first_row, poll.last_row);
    Ok(SentLeads {
        check: check.ok_or(Error::Inconsistent("a task without its check"))?,
        name: poll.provider_name.clone(),
        number: store::row_number(poll.batch)?,
        leads: store::leads::of_batch_with(connection, poll.draft_id, (first, last), left_out)
            .await?,
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
