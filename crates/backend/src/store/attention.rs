//! Tasks that need attention: which, why, and who has marked one as done.

use std::collections::BTreeMap;

use jiff::Timestamp;
use leads::states::{BatchState, TaskState};
use sqlx::PgConnection;
use sqlx::types::Json;

use super::{At, Unreadable, at, count};
use crate::ids::{AccountId, PersonId, TaskId};

/// The states that somebody should look at ([`TaskState::needs_attention`]), as the older partial indexes of the history name them.
pub(super) const STATES: &str =
    "state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up')";

/// A task that needs attention: what the partial index names, tests aside. Whatever else takes a task off the list marks it as done ([`mark_done`]),
/// so that this stays one condition.
pub(super) const NEEDS_ATTENTION: &str = "state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up') and marked_done_at is null and not is_test";

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
}

impl MarkedTask {
    pub fn state(&self) -> Result<TaskState, Unreadable> {
        let unreadable = || Unreadable::new("tasks", "state", self.id);
        TaskState::from_key(&self.state).ok_or_else(unreadable)
    }
}

/// A task of the account, locked as [`super::tasks::lock`] does.
pub async fn lock(
    connection: &mut PgConnection,
    account: AccountId,
    id: TaskId,
) -> sqlx::Result<Option<MarkedTask>> {
    sqlx::query_as(
        "select id, name, state, marked_done_at from tasks where id = $1 and account_id = $2 for no key update",
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
        let named: Vec<TaskState> = STATES.split('\'').filter_map(TaskState::from_key).collect();
        let needing = TaskState::ALL.into_iter();
        let needing: Vec<TaskState> = needing.filter(|state| state.needs_attention()).collect();
        assert!(needing.iter().all(|state| named.contains(state)));
        assert_eq!(named.len(), needing.len());
        assert_eq!(
            NEEDS_ATTENTION,
            format!("{STATES} and marked_done_at is null and not is_test")
        );
    }

    #[sqlx::test(migrations = "../../migrations")]
    async fn the_indexes_name_what_needs_attention_as_the_statements_do(pool: PgPool) {
        let definitions: Vec<(String, String)> = sqlx::query_as(
            "select indexname, translate(indexdef, '()[]', '') from pg_indexes where tablename = 'tasks' \
             and (indexname like 'tasks_to_look_at%' or indexname = 'tasks_needing_attention') order by indexname",
        )
        .fetch_all(&pool)
        .await
        .unwrap();
        let states: Vec<String> = STATES
            .split('\'')
            .filter(|key| TaskState::from_key(key).is_some())
            .map(|key| format!("'{key}'::text"))
            .collect();
        let states = format!("ARRAY{}", states.join(", "));
        let names: Vec<&str> = definitions.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "tasks_needing_attention",
                "tasks_to_look_at",
                "tasks_to_look_at_by_person"
            ]
        );
        for (name, definition) in &definitions {
            assert!(definition.contains(&states), "{name}: {definition}");
            let leaves_done_out = definition.contains("marked_done_at IS NULL");
            assert_eq!(
                leaves_done_out,
                name == "tasks_needing_attention",
                "{definition}"
            );
        }
    }
}
