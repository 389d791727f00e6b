//! The audit log as a chain, and its signed heads.

use futures::Stream;
use jiff::Timestamp;
use sqlx::PgConnection;

use super::{At, at};
use crate::audit::SignedHead;
use crate::ids::{AccountId, PersonId};

/// An entry with its place in the chain; `detail` as the database writes it.
#[derive(sqlx::FromRow)]
pub struct ChainedEntry {
    pub number: i64,
    pub form: i16,
    pub at: At,
    pub source: String,
    pub person: Option<PersonId>,
    pub session: Option<String>,
    pub address: Option<String>,
    pub browser: Option<String>,
    pub action: String,
    pub action_group: String,
    pub account: Option<AccountId>,
    pub object_kind: Option<String>,
    pub object_id: Option<String>,
    pub outcome: String,
    pub detail: String,
    pub hash: Vec<u8>,
}

/// The entries, from the first one on.
pub fn chain(
    connection: &mut PgConnection,
) -> impl Stream<Item = sqlx::Result<ChainedEntry>> + Unpin + '_ {
    sqlx::query_as(
        "select number, form, at, source, person, session, address, browser, action, action_group, account, object_kind, object_id, \
         outcome, detail::text as detail, hash from audit_log order by number",
    )
    .fetch(connection)
}

/// The number and the hash of the last entry; 0 and zeros where there is none.
pub async fn head(connection: &mut PgConnection) -> sqlx::Result<(i64, Vec<u8>)> {
    sqlx::query_as("select number, hash from audit_log_head")
        .fetch_one(connection)
        .await
}

/// The head, where there is an entry, it was not signed yet, and none was since then.
pub async fn head_to_sign(
    connection: &mut PgConnection,
    since: Timestamp,
) -> sqlx::Result<Option<(i64, Vec<u8>)>> {
    sqlx::query_as(
        "select number, hash from audit_log_head where number > 0 and not exists (select from audit_log_signed_heads as signed \
         where signed.number = audit_log_head.number or signed.number < audit_log_head.number and signed.signed_at > $1 \
             and signed.signed_at <= $1 + interval '1 hour')",
    )
    .bind(at(since))
    .fetch_optional(connection)
    .await
}

/// Writes a signed head, unless another process has signed the same one; whether it did.
pub async fn insert_signed_head(
    connection: &mut PgConnection,
    now: Timestamp,
    head: &SignedHead,
) -> sqlx::Result<bool> {
    let inserted = sqlx::query(
        "insert into audit_log_signed_heads (number, hash, signature, signed_at) values ($1, $2, $3, $4) on conflict do nothing",
    )
    .bind(head.number)
    .bind(&head.hash)
    .bind(&head.signature)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// The signed heads, the oldest first.
pub async fn signed_heads(connection: &mut PgConnection) -> sqlx::Result<Vec<SignedHead>> {
    sqlx::query_as("select number, hash, signature from audit_log_signed_heads order by number")
        .fetch_all(connection)
        .await
}

/// Entries of transactions that have ended without being tied to the others.
pub async fn count_pending(connection: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar("select count(*) from audit_log_pending")
        .fetch_one(connection)
        .await
}
