//! Tasks: what was submitted, and what became of it.

mod approve;
mod as_sent;
mod attention;
mod confirm;
mod decide;
mod follow_up;
mod history;
mod left_out;
mod number_search;
mod proof;
mod refresh;
mod stop;
mod stop_view;
mod submit;
mod view;

use std::hash::{DefaultHasher, Hash, Hasher};

pub use approve::approve;
pub use as_sent::as_sent;
pub use attention::{mark_done, needs_attention_again};
pub use confirm::LaunchConfirmation;
pub use decide::{give_up, send_again, stop_rest};
pub use history::list;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use leads::states::{BatchState, Calling, FailedCancels, TaskState};
use leads::views::ProgressView;
use leads::{Action, Schedule};
pub(crate) use left_out::{
    BatchSource, LeftOutFor, build, leave_out_of_batch, put_back_into_batch,
};
pub use proof::{
    AppliedList, LeftOutLater, ProofView, ProvenBatch, ProvenCheck, ProvenRule, proof_file,
    proof_view,
};
pub use refresh::refresh;
use sqlx::PgConnection;
pub use stop::{Stopped, cancel_again, cancel_number, stop_calling};
pub(crate) use stop::{StoppedBy, stop_unasked};
pub(crate) use stop_view::stop_view;
pub use submit::{Submission, submit};
pub use view::view;

use crate::error::Error;
use crate::ids::AccountId;
use crate::ids::TaskId;
use crate::store::batches::BatchRecord;
use crate::store::shown_batches::ShownBatch;
use crate::store::tasks::TaskRecord;
use crate::{Backend, Caller, messages, store};

/// How far the submission has come.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task.
pub async fn progress(
    backend: &Backend,
    caller: &Caller,
    id: TaskId,
) -> Result<ProgressView, Error> {
    caller.must(Action::See)?;
    let task = store::tasks::by_id(&backend.pool, caller.account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    let mut connection = backend.pool.acquire().await?;
    let batches = store::shown_batches::of_task(&mut connection, id).await?;
    let (mut done, mut ended, mut reconciling) = (0, true, false);
    for ShownBatch { batch, .. } in &batches {
        let state = batch.state()?;
        if state.is_settled() {
            done += batch.leads()?;
        } else {
            ended = false;
        }
        reconciling |= state == BatchState::Unknown;
    }
    Ok(ProgressView {
        done,
        total: task.lead_count,
        ended,
        reconciling,
        view_version: view_version(&batches, task.failed_cancels()?),
    })
}

/// A number that stands for how the batches look, and for the numbers that AIRudder has not cancelled: another one once any of
/// them looks different.
fn view_version(batches: &[ShownBatch], cancels: FailedCancels) -> u32 {
    let mut hasher = DefaultHasher::new();
    cancels.hash(&mut hasher);
    for shown in batches {
        let batch = &shown.batch;
        (&batch.state, batch.searches, batch.fence, &batch.words).hash(&mut hasher);
        let stop = shown.stop();
        stop.map(|stop| (stop.state, &stop.words)).hash(&mut hasher);
    }
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}

/// Writes what the batches of a task add up to, and how many of its numbers AIRudder has not cancelled. Call it in the transaction
/// that changed something of it, with the task locked.
pub(crate) async fn update_task_state(
    connection: &mut PgConnection,
    task: TaskId,
) -> Result<(), Error> {
    let batches = store::batches::of_task(connection, task).await?;
    store::tasks::update_state(connection, task, task_state(&batches)?).await?;
    Ok(())
}

/// As [`update_task_state`], for what the provider has done: that is written though another batch of the task cannot be read.
/// Then the state of the task stays as it was, and the log says of which value.
pub(crate) async fn update_readable_state(
    connection: &mut PgConnection,
    task: TaskId,
) -> Result<(), Error> {
    match update_task_state(connection, task).await {
        Err(error @ Error::Unreadable(_)) => {
            tracing::error!(%task, %error, "what the batches of a task add up to is not known");
            Ok(())
        }
        added => added,
    }
}

/// What those batches of a task add up to.
fn task_state<'a>(batches: impl IntoIterator<Item = &'a BatchRecord>) -> Result<TaskState, Error> {
    let mut states = Vec::new();
    for batch in batches {
        states.push((batch.state()?, calling(batch)?));
    }
    Ok(TaskState::of(&states))
}

/// Whether the hour at which a batch's calls were to start is over. A start that is no instant in the zone counts as over: nobody
/// is called at an hour that nobody chose.
pub(crate) fn start_has_passed(schedule: &Schedule, zone: &TimeZone, now: Timestamp) -> bool {
    match schedule {
        Schedule::Now => false,
        Schedule::Later { start, .. } => !zone.to_timestamp(*start).is_ok_and(|start| start >= now),
    }
}

/// Fails where a task went to another provider than the one that this program talks to.
/// A task of the account, as far as it is of the provider that this program talks to.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, [`Error::Conflict`] when it went to the other provider.
async fn of_this_provider(
    backend: &Backend,
    account: AccountId,
    id: TaskId,
) -> Result<TaskRecord, Error> {
    let task = store::tasks::by_id(&backend.pool, account, id).await?;
    let task = task.ok_or(Error::NotFound)?;
    same_provider(backend, &task)?;
    Ok(task)
}

fn same_provider(backend: &Backend, task: &TaskRecord) -> Result<(), Error> {
    let sentence = match (task.sandbox, backend.sandbox) {
        (true, false) => messages::tasks::ran_in_the_sandbox(),
        (false, true) => messages::tasks::is_at_airudder(),
        _ => return Ok(()),
    };
    Err(Error::Conflict(sentence))
}

fn calling(batch: &BatchRecord) -> Result<Calling, Error> {
    Ok(match batch.provider_status.as_deref() {
        None => Calling::NotStarted,
        Some(status) if leads::results::call::is_final_word(status) => Calling::Ended,
        Some(_) => match batch.calls()? {
            Some(calls) if calls.total > 0 && calls.ended == calls.total => Calling::Ended,
            Some(calls) if calls.has_started() => Calling::UnderWay,
            _ => Calling::NotStarted,
        },
    })
}
