//! Tasks that need attention: which, why, and who has marked one as done.

use std::collections::BTreeMap;

use jiff::Timestamp;
use leads::states::{BatchState, FailedCancels, TaskState};
use sqlx::PgConnection;
use sqlx::types::Json;

use super::{At, Unreadable, at, count, whole};
use crate::ids::{AccountId, PersonId, TaskId};

/// A task that somebody should look at, or that somebody has marked as done: for its state ([`TaskState::needs_attention`]), or because the
/// provider has not cancelled numbers ([`super::tasks::update_state`]). The partial index of one person's tasks
/// has the same condition.
pub(super) const TO_LOOK_AT: &str = "(state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up') or refused_cancels > 0 or unconfirmed_cancels > 0)";

/// A task that needs attention: what the partial index names, tests aside. Whatever else takes a task off the list marks it as done ([`mark_done`]),
/// so that this stays one condition.
pub(super) const NEEDS_ATTENTION: &str = "(state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up') or refused_cancels > 0 or unconfirmed_cancels > 0) and marked_done_at is null and not is_test";

/// What a task that needs attention tells of its batches; nothing is read for the others.
pub(super) fn of_tasks() -> String {
    format!(
        "cross join lateral (select {NEEDS_ATTENTION} as needs_attention) as looked_at \
         cross join lateral (select coalesce(jsonb_object_agg(state, batches), '{{}}') as batches_by_state, \
             max(last) filter (where state in ('not_sent', 'stopped')) as last_not_sent, \
             min(next) filter (where state = 'unknown') as next_search \
             from (select parts.state, count(*) as batches, max(number) as last, min(look_at) as next from parts \
                 where needs_attention and task_id = tasks.id group by parts.state) as by_state) as standing \
         cross join lateral (select count(*) as refused_leads from (select from part_refusals \
             where needs_attention and task_id = tasks.id limit {most}) as counted) as named",
        most = leads::states::MAX_REFUSED_COUNTED + 1
    )
}

/// What [`of_tasks`] says of one.
#[derive(sqlx::FromRow)]
pub struct StandingRow {
    pub needs_attention: bool,
    pub batches_by_state: Json<BTreeMap<String, u32>>,
    pub last_not_sent: Option<i32>,
    pub next_search: Option<At>,
    pub refused_leads: i64,
}

impl StandingRow {
    /// How many batches are in which state.
    pub fn batches(&self, task: TaskId) -> Result<Vec<(BatchState, u32)>, Unreadable> {
        let states = self.batches_by_state.0.iter();
        states
            .map(|(key, batches)| {
                let state = BatchState::from_key(key);
                let state = state.ok_or_else(|| Unreadable::new("parts", "state", task))?;
                Ok((state, *batches))
            })
            .collect()
    }

    /// The last batch that was not sent, or was stopped.
    pub fn last_not_sent(&self) -> Option<u32> {
        self.last_not_sent
            .and_then(|number| u32::try_from(number).ok())
    }

    /// Refused leads, as far as they are counted.
    pub fn refused_leads(&self) -> sqlx::Result<u32> {
        count(self.refused_leads)
    }
}

/// A task that is locked, to be marked.
#[derive(sqlx::FromRow)]
pub struct MarkedTask {
    pub id: TaskId,
    pub name: String,
    pub state: String,
    pub marked_done_at: Option<At>,
    refused_cancels: i32,
    unconfirmed_cancels: i32,
}

impl MarkedTask {
    pub fn state(&self) -> Result<TaskState, Unreadable> {
        let unreadable = || Unreadable::new("tasks", "state", self.id);
        TaskState::from_key(&self.state).ok_or_else(unreadable)
    }

    /// Numbers that the provider has not cancelled.
    pub fn failed_cancels(&self) -> Result<FailedCancels, Unreadable> {
        failed_cancels(self.id, self.refused_cancels, self.unconfirmed_cancels)
    }
}

/// What is stored with a task of the numbers that the provider has not cancelled.
pub(super) fn failed_cancels(
    task: TaskId,
    refused: i32,
    unconfirmed: i32,
) -> Result<FailedCancels, Unreadable> {
    let counted = |count, column| whole(count, || Unreadable::new("tasks", column, task));
    Ok(FailedCancels {
        refused: counted(refused, "refused_cancels")?,
        unconfirmed: counted(unconfirmed, "unconfirmed_cancels")?,
    })
}

/// A task of the account, locked as [`super::tasks::lock`] does.
pub async fn lock(
    connection: &mut PgConnection,
    account: AccountId,
    id: TaskId,
) -> sqlx::Result<Option<MarkedTask>> {
    sqlx::query_as(
        "select id, name, state, marked_done_at, refused_cancels, unconfirmed_cancels from tasks where id = $1 and account_id = $2 for no key update",
    )
    .bind(id)
    .bind(account)
    .fetch_optional(connection)
    .await
}

/// Marks a task as done: it needs no attention any more, until its state changes.
pub async fn mark_done(
    connection: &mut PgConnection,
    id: TaskId,
    by: PersonId,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query("update tasks set marked_done_at = $2, marked_done_by = $3 where id = $1")
        .bind(id)
        .bind(at(now))
        .bind(by)
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes the mark back.
pub async fn unmark(connection: &mut PgConnection, id: TaskId) -> sqlx::Result<()> {
    sqlx::query("update tasks set marked_done_at = null, marked_done_by = null where id = $1")
        .bind(id)
        .execute(connection)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use sqlx::PgPool;

    use super::*;

    #[test]
    fn statements_name_the_states_that_need_attention() {
        let named: Vec<TaskState> = states_named(TO_LOOK_AT).collect();
        let needing = TaskState::ALL.into_iter();
        let needing: Vec<TaskState> = needing.filter(|state| state.needs_attention()).collect();
        assert!(needing.iter().all(|state| named.contains(state)));
        assert_eq!(named.len(), needing.len());
        assert_eq!(
            NEEDS_ATTENTION,
            format!("{TO_LOOK_AT} and marked_done_at is null and not is_test")
        );
    }

    fn states_named(condition: &str) -> impl Iterator<Item = TaskState> {
        condition.split('\'').filter_map(TaskState::from_key)
    }

    #[sqlx::test(migrations = "../../migrations")]
    async fn the_indexes_name_what_needs_attention_as_the_statements_do(pool: PgPool) {
        let definitions: Vec<(String, String)> = sqlx::query_as(
            "select indexname, translate(indexdef, '()[]', '') from pg_indexes where tablename = 'tasks' \
             and indexname like 'tasks%that_need_attention' order by indexname",
        )
        .fetch_all(&pool)
        .await
        .unwrap();
        let states: Vec<String> = states_named(TO_LOOK_AT)
            .map(|state| format!("'{}'::text", state.key()))
            .collect();
        let to_look_at = format!(
            "state = ANY ARRAY{} OR refused_cancels > 0 OR unconfirmed_cancels > 0",
            states.join(", ")
        );
        let names: Vec<&str> = definitions.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "tasks_of_person_that_need_attention",
                "tasks_that_need_attention"
            ]
        );
        for (name, definition) in &definitions {
            assert!(definition.contains(&to_look_at), "{name}: {definition}");
            let leaves_done_out = definition.contains("marked_done_at IS NULL");
            assert_eq!(
                leaves_done_out,
                name == "tasks_that_need_attention",
                "{definition}"
            );
        }
    }
}
