//! Stopping what is left of a task by itself, because its calls reach too few.

use jiff::Timestamp;
use sqlx::PgConnection;

use crate::error::Error;
use crate::events::{Event, StopRuleApplied};
use crate::store;
use crate::store::call_polls::PollRecord;
use crate::store::events::{self, NewEvent};
use crate::tasks::{self, Stopped, StoppedBy};

/// Applies the stop rule of a task once, where it has one and the figures that are counted by now say so. The task is locked; whatever is
/// to be stopped is stopped as a person would stop it.
pub(super) async fn apply(
    connection: &mut PgConnection,
    now: Timestamp,
    poll: &PollRecord,
) -> Result<bool, Error> {
    let (Some(rule), task) = (poll.stop_rule(), poll.task_id) else {
        return Ok(false);
    };
    let figures = store::stops::figures(connection, task).await?;
    let (dialled, reached) = figures.dialled_and_reached();
    if figures.is_applied || !rule.applies(dialled, reached) {
        return Ok(false);
    }
    // Where nothing is left to stop, nothing is said of the rule.
    let stopped = tasks::stop_unasked(
        connection,
        now,
        poll.account_id,
        (task, None),
        StoppedBy::StopRule,
    )
    .await?;
    if stopped == Stopped::default() {
        return Ok(false);
    }
    store::stops::mark_rule_applied(connection, now, task, &figures).await?;
    let event = Event::StopRuleApplied(StopRuleApplied::of(rule, dialled, reached));
    let event = NewEvent::of_task(poll.account_id, task, now, event);
    events::insert(connection, &event).await?;
    Ok(true)
}
