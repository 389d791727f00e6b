//! Calls: one for each lead of a batch that the provider has created, from that moment on.
//!
//! A trigger begins them (`migrations/0025_calls.sql`), in the transaction that marks the batch as created.

use leads::results::call::CallFacts;
use leads::results::classify::{CallGroup, Classified};
use leads::results::ring::RingClass;
use sqlx::PgConnection;

use super::{At, Stored, Unreadable, plain, row_number};
use crate::ids::TaskId;
use crate::results::is_open;

/// A call as it is stored.
#[derive(sqlx::FromRow)]
pub struct CallRecord {
    pub row: i32,
    pub number: i64,
    pub listed: bool,
    pub closed: bool,
    pub status: Option<String>,
    pub ring_type: Option<String>,
    pub hangup_type: Option<String>,
    pub letter: Option<String>,
    pub robot_id: Option<String>,
    pub started_at: Option<At>,
    pub ended_at: Option<At>,
    pub shares_note: bool,
    pub call_group: String,
    pub dialled: bool,
    pub reached: bool,
    pub talk_seconds: Option<i32>,
}

impl CallRecord {
    /// The lead's row.
    pub fn row(&self) -> Result<u32, Unreadable> {
        row_number(self.row)
    }

    /// Whether that is what is stored of what the call means.
    pub fn is_classified(&self, classified: &Classified) -> bool {
        self.call_group == classified.group.key()
            && (self.dialled, self.reached) == (classified.dialled, classified.reached)
            && self.talk_seconds == talk(classified)
    }

    /// What the provider has told of it.
    pub fn facts(&self) -> CallFacts {
        CallFacts {
            listed: self.listed,
            closed: self.closed,
            status: self.status.clone(),
            ring_type: self.ring_type.clone(),
            hangup_type: self.hangup_type.clone(),
            letter: self.letter.clone(),
            robot_id: self.robot_id.clone(),
            started: self.started_at.as_ref().map(|at| at.to_jiff()),
            ended: self.ended_at.as_ref().map(|at| at.to_jiff()),
        }
    }
}

impl Stored for CallRecord {
    const TABLE: &'static str = "calls";
    const KEY: &'static [&'static str] = &["task_id", "row"];
}

/// The calls of a batch, by row. Nobody else writes them while its poll is held.
pub async fn of_batch(
    connection: &mut PgConnection,
    task: TaskId,
    batch: i32,
) -> sqlx::Result<Vec<CallRecord>> {
    sqlx::query_as(
        "select task_id, row, number, listed, closed, status, ring_type, hangup_type, letter, robot_id, started_at, ended_at, \
         shares_note, call_group, dialled, reached, talk_seconds from calls where task_id = $1 and part = $2 order by row",
    )
    .bind(task)
    .bind(batch)
    .fetch_all(connection)
    .await
    .map(plain)
}

/// One call, as far as deciding about it needs.
#[derive(sqlx::FromRow)]
pub struct OneCall {
    pub row: i32,
    #[sqlx(rename = "part")]
    pub batch: i32,
    call_group: String,
    is_asked_for: bool,
}

impl OneCall {
    /// Whether more may come of it.
    pub fn is_open(&self) -> Result<bool, Unreadable> {
        let unreadable = || Unreadable::new("calls", "call_group", self.row);
        let group = CallGroup::from_key(&self.call_group).ok_or_else(unreadable)?;
        Ok(is_open(group, self.is_asked_for))
    }
}

/// The call of a lead.
pub async fn one(
    connection: &mut PgConnection,
    task: TaskId,
    row: u32,
) -> sqlx::Result<Option<OneCall>> {
    // No row of a list has a number beyond that.
    let row = i32::try_from(row).unwrap_or(i32::MAX);
    sqlx::query_as(
        "select row, calls.part, call_group, due_at is not null as is_asked_for from calls \
         join call_polls on call_polls.task_id = calls.task_id and call_polls.part = calls.part \
         where calls.task_id = $1 and row = $2",
    )
    .bind(task)
    .bind(row)
    .fetch_optional(connection)
    .await
}

/// A call of which something else is known now.
pub struct ChangedCall {
    pub row: i32,
    pub facts: CallFacts,
    pub classified: Classified,
    /// Fields of the provider that are not known, by name.
    pub other: Vec<(String, String)>,
    pub shares_note: bool,
}

/// Writes what is known now.
pub async fn update(
    connection: &mut PgConnection,
    task: TaskId,
    changed: &[ChangedCall],
) -> sqlx::Result<()> {
    let words = |of: fn(&CallFacts) -> &Option<String>| words(changed, of);
    sqlx::query(
        "update calls set listed = new.listed, closed = new.closed, status = new.status, ring_type = new.ring_type, \
         ring = new.ring, hangup_type = new.hangup_type, letter = new.letter, robot_id = new.robot_id, \
         started_at = new.started_at, ended_at = new.ended_at, other = coalesce(new.other, calls.other), \
         call_group = new.call_group, dialled = new.dialled, reached = new.reached, talk_seconds = new.talk_seconds, \
         shares_note = new.shares_note \
         from unnest($2::int[], $3::bool[], $4::bool[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], \
             $11::timestamptz[], $12::timestamptz[], $13::jsonb[], $14::text[], $15::bool[], $16::bool[], $17::int[], $18::bool[]) \
         as new (row, listed, closed, status, ring_type, ring, hangup_type, letter, robot_id, started_at, ended_at, other, \
             call_group, dialled, reached, talk_seconds, shares_note) \
         where calls.task_id = $1 and calls.row = new.row",
    )
    .bind(task)
    .bind(values(changed, |call| call.row))
    .bind(values(changed, |call| call.facts.listed))
    .bind(values(changed, |call| call.facts.closed))
    .bind(words(|facts| &facts.status))
    .bind(words(|facts| &facts.ring_type))
    .bind(rings(changed))
    .bind(words(|facts| &facts.hangup_type))
    .bind(words(|facts| &facts.letter))
    .bind(words(|facts| &facts.robot_id))
    .bind(values(changed, |call| call.facts.started.map(super::at)))
    .bind(values(changed, |call| call.facts.ended.map(super::at)))
    .bind(values(changed, other))
    .bind(values(changed, |call| call.classified.group.key()))
    .bind(values(changed, |call| call.classified.dialled))
    .bind(values(changed, |call| call.classified.reached))
    .bind(values(changed, |call| talk(&call.classified)))
    .bind(values(changed, |call| call.shares_note))
    .execute(connection)
    .await?;
    Ok(())
}

fn words(changed: &[ChangedCall], of: fn(&CallFacts) -> &Option<String>) -> Vec<Option<&str>> {
    let facts = changed.iter().map(|call| &call.facts);
    facts.map(|facts| of(facts).as_deref()).collect()
}

fn rings(changed: &[ChangedCall]) -> Vec<Option<&'static str>> {
    let words = words(changed, |facts| &facts.ring_type).into_iter();
    words
        .map(|word| word.map(|word| RingClass::of(word).key()))
        .collect()
}

fn values<T>(changed: &[ChangedCall], of: impl Fn(&ChangedCall) -> T) -> Vec<T> {
    changed.iter().map(of).collect()
}

fn other(call: &ChangedCall) -> Option<serde_json::Value> {
    (!call.other.is_empty()).then(|| {
        let fields = call.other.iter();
        fields
            .map(|(name, text)| (name.clone(), serde_json::Value::from(text.as_str())))
            .collect()
    })
}

fn talk(classified: &Classified) -> Option<i32> {
    // Longer than 68 years is no talk.
    let seconds = classified.talk_seconds?;
    Some(i32::try_from(seconds).unwrap_or(i32::MAX))
}

/// Counts the calls of a batch anew: how many have the same in common.
pub async fn recount(connection: &mut PgConnection, task: TaskId, batch: i32) -> sqlx::Result<()> {
    sqlx::query("delete from call_counts where task_id = $1 and part = $2")
        .bind(task)
        .bind(batch)
        .execute(&mut *connection)
        .await?;
    sqlx::query(&format!(
        "insert into call_counts (task_id, part, robot_id, call_group, letter, ring, half_hour, talk_from, calls, dialled, reached, talk_seconds) \
         select task_id, part, robot_id, call_group, letter, ring, {HALF_HOUR}, {TALK_FROM}, count(*), \
         count(*) filter (where dialled), count(*) filter (where reached), coalesce(sum(talk_seconds), 0) \
         from calls where task_id = $1 and part = $2 group by 1, 2, 3, 4, 5, 6, 7, 8"
    ))
    .bind(task)
    .bind(batch)
    .execute(connection)
    .await?;
    Ok(())
}

/// The half hour in which the last dial of a call began: zones differ by halves of an hour.
pub(super) const HALF_HOUR: &str = "date_bin('30 minutes', started_at, 'epoch')";

/// Where the class of its talk begins, in seconds.
pub(super) const TALK_FROM: &str = "case when talk_seconds < 10 then 0 when talk_seconds < 30 then 10 when talk_seconds < 60 then 30 \
    when talk_seconds < 120 then 60 when talk_seconds < 180 then 120 when talk_seconds >= 180 then 180 end";

/// The groups of calls that are not over, and may still be called ([`CallGroup::is_over`]), as a list of SQL.
pub(super) const OPEN_GROUPS: &str = "('not_dialled', 'calling', 'waiting_for_redial', 'not_told')";

/// The states of a batch of which AIRudder dials numbers, or may, as a list of SQL ([`leads::states::may_be_called_at_airudder`]).
pub(super) const MAY_CALL: &str = "('sending', 'created', 'unknown', 'absent')";

#[cfg(test)]
mod tests {
    use leads::states::{BatchState, Calling, may_be_called_at_airudder};

    use super::super::failed_stops::{FAILED, MANY_TRIES};
    use super::*;

    #[test]
    fn the_batches_that_statements_take_for_callable_are_those_of_the_rule() {
        let callable = BatchState::ALL.into_iter();
        let callable =
            callable.filter(|state| may_be_called_at_airudder(*state, Calling::NotStarted));
        let callable: Vec<String> = callable.map(|state| format!("'{}'", state.key())).collect();
        assert_eq!(MAY_CALL, format!("({})", callable.join(", ")));
    }

    #[test]
    fn the_open_groups_of_statements_are_the_calls_that_are_not_over() {
        let open = CallGroup::ALL.into_iter().filter(|group| !group.is_over());
        let open: Vec<String> = open.map(|group| format!("'{}'", group.key())).collect();
        assert_eq!(OPEN_GROUPS, format!("({})", open.join(", ")));
    }

    #[test]
    fn a_cancellation_has_failed_after_as_many_tries_in_statements_as_in_the_worker() {
        let failed: Vec<&str> = FAILED
            .split(" or ")
            .filter(|part| part.contains("attempts"))
            .collect();
        // A try that is under way is counted already.
        assert_eq!(
            failed,
            [
                format!("stops.state in ('waiting', 'unclear') and stops.attempts >= {MANY_TRIES}"),
                format!("stops.state = 'asking' and stops.attempts > {MANY_TRIES})"),
            ]
        );
    }
}
