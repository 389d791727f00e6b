//! The history: append-only, each event tied to the one before it in its account. The database sees to both.

use futures::Stream;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use sqlx::{PgConnection, PgPool, Postgres, Transaction};

use super::{At, at, audit};
use crate::Caller;
use crate::audit::{Actor, AuditAction, AuditEntry, AuditObject};
use crate::events::Event;
use crate::ids::{AccountId, DraftId, PersonId, TaskId};

pub struct NewEvent {
    pub account: AccountId,
    pub draft: Option<DraftId>,
    pub task: Option<TaskId>,
    pub at: Timestamp,
    /// Who did it; nobody where the worker did.
    pub by: Option<Actor>,
    pub event: Event,
}

impl NewEvent {
    /// Something the caller did.
    pub fn of(caller: &Caller, at: Timestamp, event: Event) -> NewEvent {
        NewEvent {
            account: caller.account.id,
            draft: None,
            task: None,
            at,
            by: Some(caller.actor()),
            event,
        }
    }

    /// Something that the worker did for a task.
    pub fn of_task(account: AccountId, task: TaskId, at: Timestamp, event: Event) -> NewEvent {
        NewEvent {
            account,
            draft: None,
            task: Some(task),
            at,
            by: None,
            event,
        }
    }

    pub fn draft(mut self, draft: DraftId) -> NewEvent {
        self.draft = Some(draft);
        self
    }

    pub fn task(mut self, task: TaskId) -> NewEvent {
        self.task = Some(task);
        self
    }
}

#[derive(Deserialize)]
pub struct EventRow {
    pub id: i64,
    pub at: Timestamp,
    pub by_name: Option<String>,
    pub kind: String,
    pub detail: Value,
}

/// Writes an event, and where a person caused it what the audit log tells of it.
pub async fn insert(connection: &mut PgConnection, event: &NewEvent) -> sqlx::Result<()> {
    let encoded = event.event.stored();
    let (kind, mut detail) = encoded.map_err(|error| sqlx::Error::Encode(error.into()))?;
    let words = taken_words(&mut detail);
    sqlx::query(
        "with written as (insert into events (account_id, draft_id, task_id, at, by_user, kind, detail) \
             values ($1, $2, $3, $4, $5, $6, $7) returning id, task_id, account_id) \
         insert into event_words (event_id, task_id, words, account) select id, task_id, $8::text, account_id from written where $8::text is not null",
    )
    .bind(event.account)
    .bind(event.draft)
    .bind(event.task)
    .bind(at(event.at))
    .bind(event.by.as_ref().and_then(|by| by.person))
    .bind(kind)
    .bind(detail)
    .bind(words)
    .execute(&mut *connection)
    .await?;
    match audited(event) {
        Some(entry) => audit::insert(connection, &entry).await,
        None => Ok(()),
    }
}

/// Takes the words of the provider out of an event: they may name somebody, and are kept beside it for as long as its leads are. What is tied
/// into the chain holds none.
fn taken_words(detail: &mut Value) -> Option<String> {
    match detail.get_mut("words")?.take() {
        Value::String(words) => Some(words),
        _ => None,
    }
}

/// The detail of a row of `events` with its words, as long as they are kept, for every statement that reads what an event says. Events
/// of earlier versions have theirs in the detail.
pub(super) const TOLD_DETAIL: &str = "events.detail || coalesce((select jsonb_build_object('words', words) from event_words \
    where event_id = events.id), '{}')";

/// The entry of the audit log that an event is; `None` where nobody in person did it, or it has no place there.
fn audited(event: &NewEvent) -> Option<AuditEntry> {
    let actor = event.by.clone()?;
    let action = AuditAction::of_event(&event.event)?;
    let task = event.task.map(AuditObject::Task);
    Some(AuditEntry {
        at: event.at,
        actor,
        action,
        account: Some(event.account),
        object: task.or(event.draft.map(AuditObject::Draft)),
    })
}

/// An event with its place in the chain of its account; `detail` as the database writes it.
#[derive(sqlx::FromRow)]
pub struct ChainedEvent {
    pub number: i64,
    pub account_id: AccountId,
    pub draft_id: Option<DraftId>,
    pub task_id: Option<TaskId>,
    pub at: At,
    pub by_user: Option<PersonId>,
    pub kind: String,
    pub detail: String,
    pub hash: Vec<u8>,
}

/// Where the chain of an account ends; without numbers where it has no event.
#[derive(sqlx::FromRow)]
pub struct HeadRow {
    pub account_id: AccountId,
    pub name: String,
    pub number: Option<i64>,
    pub hash: Option<Vec<u8>>,
}

/// A transaction in which everything is as it was at one instant.
pub async fn snapshot(pool: &PgPool) -> sqlx::Result<Transaction<'static, Postgres>> {
    let mut transaction = pool.begin().await?;
    sqlx::query("set transaction isolation level repeatable read, read only")
        .execute(&mut *transaction)
        .await?;
    super::allow_for_a_whole_list(&mut transaction).await?;
    Ok(transaction)
}

pub async fn heads(connection: &mut PgConnection) -> sqlx::Result<Vec<HeadRow>> {
    sqlx::query_as(
        "select accounts.id as account_id, name, number, hash \
         from accounts left join event_heads on event_heads.account_id = accounts.id where accounts.id = (select current_account())",
    )
    .fetch_all(connection)
    .await
}

/// The events of an account, from the first one on.
pub fn chain(
    connection: &mut PgConnection,
    account: AccountId,
) -> impl Stream<Item = sqlx::Result<ChainedEvent>> + Unpin + '_ {
    sqlx::query_as(
        "select number, account_id, draft_id, task_id, at, by_user, kind, detail::text as detail, hash \
         from events where account_id = $1 order by number",
    )
    .bind(account)
    .fetch(connection)
}
