//! The history: append-only.

use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::{At, at};
use crate::Caller;

pub struct NewEvent {
    pub account: Uuid,
    pub draft: Option<Uuid>,
    pub task: Option<Uuid>,
    pub at: Timestamp,
    pub by: Option<Uuid>,
    pub kind: &'static str,
    pub detail: Value,
}

impl NewEvent {
    /// Something the caller did.
    pub fn of(caller: &Caller, at: Timestamp, kind: &'static str) -> NewEvent {
        NewEvent {
            account: caller.account,
            draft: None,
            task: None,
            at,
            by: Some(caller.person),
            kind,
            detail: json!({}),
        }
    }

    /// Something that the worker did for a task.
    pub fn of_task(account: Uuid, task: Uuid, at: Timestamp, kind: &'static str) -> NewEvent {
        NewEvent {
            account,
            draft: None,
            task: Some(task),
            at,
            by: None,
            kind,
            detail: json!({}),
        }
    }

    pub fn draft(mut self, draft: Uuid) -> NewEvent {
        self.draft = Some(draft);
        self
    }

    pub fn task(mut self, task: Uuid) -> NewEvent {
        self.task = Some(task);
        self
    }

    pub fn detail(mut self, detail: Value) -> NewEvent {
        self.detail = detail;
        self
    }
}

#[derive(sqlx::FromRow)]
pub struct EventRow {
    pub at: At,
    pub by_name: Option<String>,
    pub kind: String,
    pub detail: Value,
}

pub async fn insert(connection: &mut PgConnection, event: &NewEvent) -> sqlx::Result<()> {
    sqlx::query(
        "insert into events (account_id, draft_id, task_id, at, by_user, kind, detail) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(event.account)
    .bind(event.draft)
    .bind(event.task)
    .bind(at(event.at))
    .bind(event.by)
    .bind(event.kind)
    .bind(&event.detail)
    .execute(connection)
    .await?;
    Ok(())
}

/// A task's events, oldest first.
pub async fn of_task(pool: &PgPool, task: Uuid) -> sqlx::Result<Vec<EventRow>> {
    sqlx::query_as(
        "select events.at, users.name as by_name, events.kind, events.detail \
         from events left join users on users.id = events.by_user \
         where events.task_id = $1 order by events.id",
    )
    .bind(task)
    .fetch_all(pool)
    .await
}
