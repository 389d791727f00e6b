//! Receipts of numbers that were erased. One is begun before anything is erased, and tells at every moment what is gone.

use jiff::Timestamp;
use serde_json::Value;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::{At, at};
use crate::ids::{ErasureId, PersonId};

/// A receipt.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ReceiptRow {
    pub id: ErasureId,
    erased_at: At,
    pub by_name: Option<String>,
    pub number_hash: Vec<u8>,
    pub last_four: i32,
    pub on_do_not_call: bool,
    pub held: Json<Value>,
    applied_again_at: Option<At>,
    pub is_unfinished: bool,
}

impl ReceiptRow {
    /// When the number was erased.
    pub fn erased_at(&self) -> Timestamp {
        self.erased_at.to_jiff()
    }

    /// When it was erased once more.
    pub fn applied_again_at(&self) -> Option<Timestamp> {
        self.applied_again_at.map(At::to_jiff)
    }
}

/// A receipt of which nothing is erased yet.
pub struct NewReceipt<'a> {
    pub id: ErasureId,
    pub erased_at: Timestamp,
    pub by: Option<PersonId>,
    pub number_hash: &'a [u8],
    pub last_four: i32,
    pub applied_again_at: Option<Timestamp>,
}

/// Lets nobody else begin a receipt before the transaction ends.
pub async fn lock(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("select pg_advisory_xact_lock(hashtextextended('erasures', 0))")
        .execute(connection)
        .await?;
    Ok(())
}

/// A receipt that was begun.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct BegunReceipt {
    pub id: ErasureId,
    /// Whether the number was left on the company's do-not-call list.
    pub on_do_not_call: bool,
}

/// The receipt of a number that was begun and is not finished; `hashes` are those that the number may have.
pub async fn unfinished(
    connection: &mut PgConnection,
    hashes: &[Vec<u8>],
) -> sqlx::Result<Option<BegunReceipt>> {
    sqlx::query_as(
        "select id, on_do_not_call from erasures where is_unfinished and number_hash = any($1) order by erased_at limit 1",
    )
    .bind(hashes)
    .fetch_optional(connection)
    .await
}

/// The receipts that were begun and are not finished.
pub async fn unfinished_ids(pool: &PgPool) -> sqlx::Result<Vec<ErasureId>> {
    sqlx::query_scalar("select id from erasures where is_unfinished order by erased_at, id")
        .fetch_all(pool)
        .await
}

/// Begins a receipt; one that was begun stays as it is.
pub async fn begin(connection: &mut PgConnection, new: &NewReceipt<'_>) -> sqlx::Result<()> {
    sqlx::query(
        "insert into erasures (id, erased_at, erased_by, number_hash, last_four, on_do_not_call, held, applied_again_at, is_unfinished) \
         values ($1, $2, $3, $4, $5, false, '[]', $6, true) on conflict (id) do nothing",
    )
    .bind(new.id)
    .bind(at(new.erased_at))
    .bind(new.by)
    .bind(new.number_hash)
    .bind(new.last_four)
    .bind(new.applied_again_at.map(at))
    .execute(connection)
    .await?;
    Ok(())
}

/// Adds what was erased in one account; `false` where there is no such receipt.
pub async fn add(connection: &mut PgConnection, id: ErasureId, held: &Value) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update erasures set held = held || jsonb_build_array($2::jsonb) where id = $1",
    )
    .bind(id)
    .bind(held)
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Writes that the number was left on the company's do-not-call list.
pub async fn note_on_list(connection: &mut PgConnection, id: ErasureId) -> sqlx::Result<()> {
    sqlx::query("update erasures set on_do_not_call = true where id = $1")
        .bind(id)
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes that everything is erased.
pub async fn finish(connection: &mut PgConnection, id: ErasureId) -> sqlx::Result<()> {
    sqlx::query("update erasures set is_unfinished = false where id = $1")
        .bind(id)
        .execute(connection)
        .await?;
    Ok(())
}

/// The receipts, newest first, as many; or the one that is asked for.
pub async fn receipts(
    pool: &PgPool,
    id: Option<ErasureId>,
    most: i64,
) -> sqlx::Result<Vec<ReceiptRow>> {
    sqlx::query_as(
        "select erasures.id, erased_at, users.name as by_name, number_hash, last_four, on_do_not_call, held, applied_again_at, is_unfinished \
         from erasures left join users on users.id = erased_by where $1::uuid is null or erasures.id = $1 \
         order by erased_at desc, erasures.id limit $2",
    )
    .bind(id)
    .bind(most)
    .fetch_all(pool)
    .await
}
