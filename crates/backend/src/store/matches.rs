//! How the columns of sheets were matched before.

use std::collections::HashMap;

use jiff::Timestamp;
use leads::Mapping;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::{At, at};
use crate::ids::AccountId;

/// Matches that are looked through: those used last.
const MAX_REMEMBERED: i64 = 1_000;

/// A match that was made before, and when.
#[derive(Clone, Debug)]
pub struct Remembered {
    pub mapping: Mapping,
    pub matched_at: Timestamp,
}

/// Remembers how a person matched the columns of a sheet with that fingerprint.
pub async fn remember(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    fingerprint: &[u8],
    mapping: &Mapping,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into column_matches (account_id, fingerprint, mapping, matched_at) values ($1, $2, $3, $4) \
         on conflict (account_id, fingerprint) do update set mapping = excluded.mapping, matched_at = excluded.matched_at",
    )
    .bind(account)
    .bind(fingerprint)
    .bind(Json(mapping))
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}

/// The account's matches by fingerprint.
pub async fn of_account(
    connection: &mut PgConnection,
    account: AccountId,
) -> sqlx::Result<HashMap<Vec<u8>, Remembered>> {
    let rows: Vec<(Vec<u8>, Json<Mapping>, At)> = sqlx::query_as(
        "select fingerprint, mapping, matched_at from column_matches where account_id = $1 order by matched_at desc limit $2",
    )
    .bind(account)
    .bind(MAX_REMEMBERED)
    .fetch_all(connection)
    .await?;
    let remembered = |(fingerprint, mapping, at): (Vec<u8>, Json<Mapping>, At)| {
        let mapping = mapping.0;
        let matched_at = at.to_jiff();
        (
            fingerprint,
            Remembered {
                mapping,
                matched_at,
            },
        )
    };
    Ok(rows.into_iter().map(remembered).collect())
}
