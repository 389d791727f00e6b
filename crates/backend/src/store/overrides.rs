//! Why a draft is to be called outside of a calling rule.

use jiff::Timestamp;
use leads::calling_rules::{BreachKind, RuleSetId};
use serde::Deserialize;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::{at, stored};
use crate::ids::{DraftId, PersonId};

/// The reason that somebody wrote on the launch of a draft.
#[derive(Clone, Debug, Deserialize)]
pub struct OverrideRecord {
    /// The version of the draft for which it holds.
    pub draft_version: i64,
    /// The rule for which it holds.
    pub rule: RuleSetId,
    /// In which ways people could be called outside of it when it was written.
    pub kinds: Vec<BreachKind>,
    pub reason: String,
    pub by: PersonId,
    pub by_name: String,
    pub at: Timestamp,
}

/// A reason that is given.
pub struct NewOverride<'a> {
    pub draft: DraftId,
    pub draft_version: i64,
    pub rule: RuleSetId,
    pub kinds: Vec<&'a BreachKind>,
    pub reason: &'a str,
    pub by: PersonId,
}

/// Writes a reason in the place of the one before.
pub async fn replace(
    connection: &mut PgConnection,
    now: Timestamp,
    new: &NewOverride<'_>,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into calling_overrides (draft_id, draft_version, country, sector, rule_version, reason, asked_by, asked_at, kinds) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (draft_id) do update set draft_version = excluded.draft_version, \
         country = excluded.country, sector = excluded.sector, rule_version = excluded.rule_version, reason = excluded.reason, \
         asked_by = excluded.asked_by, asked_at = excluded.asked_at, \
         kinds = excluded.kinds",
    )
    .bind(new.draft)
    .bind(new.draft_version)
    .bind(new.rule.country.as_str())
    .bind(new.rule.sector.key())
    .bind(stored(new.rule.version)?)
    .bind(new.reason)
    .bind(new.by)
    .bind(at(now))
    .bind(Json(&new.kinds))
    .execute(connection)
    .await?;
    Ok(())
}
