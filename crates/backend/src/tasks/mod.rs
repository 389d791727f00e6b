//! Tasks: what was submitted, and what became of it.

mod decide;
mod history;
mod refresh;
mod submit;
mod view;

use std::hash::{DefaultHasher, Hash, Hasher};

pub use decide::{give_up, send_again, stop_rest};
pub use history::list;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use leads::Schedule;
use leads::states::{Calling, PartState, TaskState};
use leads::views::{CallsView, ProgressView};
pub use refresh::refresh;
use sqlx::PgConnection;
pub use submit::{Submission, submit};
use uuid::Uuid;
pub use view::view;

use crate::error::Error;
use crate::store::parts::PartRecord;
use crate::store::tasks::TaskRecord;
use crate::{Backend, Caller, store};

/// The provider's word for a task whose calls have all ended.
const ENDED: &str = "finished";

/// How far the submission has come.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task.
pub async fn progress(backend: &Backend, caller: &Caller, id: Uuid) -> Result<ProgressView, Error> {
    let task = store::tasks::by_id(&backend.pool, caller.account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    let mut connection = backend.pool.acquire().await?;
    let parts = store::parts::of_task(&mut connection, id).await?;
    let (mut done, mut ended, mut looking) = (0, true, false);
    for part in &parts {
        let state = part.state()?;
        if state.is_settled() {
            done += part.leads()?;
        } else {
            ended = false;
        }
        looking |= state == PartState::Unknown;
    }
    Ok(ProgressView {
        done,
        total: task.lead_count,
        ended,
        looking,
        shown: shown(&parts),
    })
}

/// A number that stands for how the parts look: another one once any of them looks different.
fn shown(parts: &[PartRecord]) -> u32 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        (&part.state, part.looks, part.fence, &part.words).hash(&mut hasher);
    }
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}

/// A new draft with the settings of a task: the weekly repeat. Its leads are another file.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task.
pub async fn clone_task(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    new_draft: Uuid,
) -> Result<Uuid, Error> {
    let task = store::tasks::by_id(&backend.pool, caller.account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    let submitted = store::drafts::by_id(&backend.pool, caller.account.id, task.draft_id)
        .await?
        .ok_or(Error::Inconsistent("a task without its draft"))?;
    let mut form = submitted.form.0;
    // A window of last week has passed: the times are asked for anew.
    form.start.clear();
    form.end.clear();
    let mut connection = backend.pool.acquire().await?;
    store::drafts::insert(
        &mut connection,
        now,
        caller.account.id,
        caller.person,
        new_draft,
        &form,
    )
    .await?;
    Ok(new_draft)
}

/// Writes what the parts of a task add up to. Call it in the transaction that changed one of them, with the task locked.
pub(crate) async fn add_up(connection: &mut PgConnection, task: Uuid) -> Result<(), Error> {
    let parts = store::parts::of_task(connection, task).await?;
    store::tasks::update_state(connection, task, sum(&parts)?).await?;
    Ok(())
}

/// As [`add_up`], for what the provider has done: that is written though another part of the task cannot be read. Then the state
/// of the task stays as it was, and the log says of which value.
pub(crate) async fn add_up_what_is_readable(
    connection: &mut PgConnection,
    task: Uuid,
) -> Result<(), Error> {
    match add_up(connection, task).await {
        Err(error @ Error::Unreadable(_)) => {
            tracing::error!(%task, %error, "what the parts of a task add up to is not known");
            Ok(())
        }
        added => added,
    }
}

/// What those parts of a task add up to.
fn sum(parts: &[PartRecord]) -> Result<TaskState, Error> {
    let mut states = Vec::with_capacity(parts.len());
    for part in parts {
        states.push((part.state()?, calling(part)?));
    }
    Ok(TaskState::of(&states))
}

/// Whether the hour at which a part's calls were to start is over. A start that is no instant in the zone counts as over: nobody
/// is called at an hour that nobody chose.
pub(crate) fn start_has_passed(schedule: &Schedule, zone: &TimeZone, now: Timestamp) -> bool {
    match schedule {
        Schedule::Now => false,
        Schedule::Later { start, .. } => !zone.to_timestamp(*start).is_ok_and(|start| start >= now),
    }
}

/// Fails where a task went to another provider than the one that this program talks to.
fn same_provider(backend: &Backend, task: &TaskRecord) -> Result<(), Error> {
    let sentence = match (task.sandbox, backend.sandbox) {
        (true, false) => "This task ran in the sandbox; AIRudder does not have it.",
        (false, true) => "This task is at AIRudder; Coxswain uses the sandbox now.",
        _ => return Ok(()),
    };
    Err(Error::Conflict(sentence.to_owned()))
}

fn calling(part: &PartRecord) -> Result<Calling, Error> {
    Ok(match part.provider_status.as_deref() {
        None => Calling::NotStarted,
        Some(status) if status.eq_ignore_ascii_case(ENDED) => Calling::Ended,
        Some(_) if part.calls()?.is_some_and(|calls| calls.has_started()) => Calling::UnderWay,
        Some(_) => Calling::NotStarted,
    })
}

/// The calls of several parts together; `None` when none was asked for yet.
fn all_calls<'a>(parts: impl Iterator<Item = &'a PartRecord>) -> Result<Option<CallsView>, Error> {
    let mut all: Option<CallsView> = None;
    for part in parts {
        if let Some(calls) = part.calls()? {
            all.get_or_insert_default().add(&calls);
        }
    }
    Ok(all)
}
