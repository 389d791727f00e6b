//! Checks, their batches, and what the provider refused.

use std::time::Duration;

use jiff::Timestamp;
use leads::states::{CheckState, RefusalSearch};
use leads::{Country, Mapping, TaskSettings};
use serde::Deserialize;
use serde_json::Value;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::rows::RowRecord;
use super::{At, Stored, Unreadable, at, plain_one, whole};
use crate::ids::{CheckId, DraftId, PersonId};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CheckRecord {
    pub id: CheckId,
    pub draft_id: DraftId,
    pub draft_version: i64,
    #[sqlx(try_from = "String")]
    pub state: CheckState,
    pub settings: Json<TaskSettings>,
    pub mapping: Json<Mapping>,
    #[sqlx(try_from = "String")]
    pub country: Country,
    #[sqlx(try_from = "i32")]
    pub lead_count: u32,
    pub ended_at: Option<At>,
    pub sandbox: bool,
    /// Whether leads without a note are sent with a reference.
    pub with_references: bool,
    pub has_words: bool,
}

impl Stored for CheckRecord {
    const TABLE: &'static str = "checks";
    const KEY: &'static [&'static str] = &["id"];
}

pub(super) const COLUMNS: &str = "id, draft_id, draft_version, state, settings, mapping, country, lead_count, ended_at, sandbox, with_references, \
    exists (select from check_parts where check_id = checks.id and words <> '{}') as has_words";

/// The check of that draft that was started last.
pub async fn last_of(
    connection: &mut PgConnection,
    draft: DraftId,
) -> sqlx::Result<Option<CheckRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from checks where draft_id = $1 order by started_at desc, id desc limit 1"
    ))
    .bind(draft)
    .fetch_optional(connection)
    .await
    .map(plain_one)
}

pub async fn by_id(
    connection: impl sqlx::PgExecutor<'_>,
    id: CheckId,
) -> sqlx::Result<Option<CheckRecord>> {
    sqlx::query_as(&format!("select {COLUMNS} from checks where id = $1"))
        .bind(id)
        .fetch_optional(connection)
        .await
        .map(plain_one)
}

pub struct NewCheck<'a> {
    pub id: CheckId,
    pub draft: DraftId,
    pub draft_version: i64,
    pub settings: &'a TaskSettings,
    pub mapping: &'a Mapping,
    pub country: &'a str,
    pub leads: i32,
    pub sandbox: bool,
    pub with_references: bool,
    pub started_by: PersonId,
}

/// Starts a check; one of the draft that still runs is of an older version, and ends as failed.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    check: &NewCheck<'_>,
) -> sqlx::Result<()> {
    sqlx::query(
        "update checks set state = 'failed', ended_at = $2 where draft_id = $1 and state = 'running'",
    )
    .bind(check.draft)
    .bind(at(now))
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into checks (id, draft_id, draft_version, state, settings, mapping, country, lead_count, started_by, started_at, sandbox, \
         with_references) values ($1, $2, $3, 'running', $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(check.id)
    .bind(check.draft)
    .bind(check.draft_version)
    .bind(Json(check.settings))
    .bind(Json(check.mapping))
    .bind(check.country)
    .bind(check.leads)
    .bind(check.started_by)
    .bind(at(now))
    .bind(check.sandbox)
    .bind(check.with_references)
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes the check of that draft that is running, with its batches; whether there was one.
pub async fn delete_running(connection: &mut PgConnection, draft: DraftId) -> sqlx::Result<bool> {
    let result = sqlx::query("delete from checks where draft_id = $1 and state = 'running'")
        .bind(draft)
        .execute(connection)
        .await?;
    Ok(result.rows_affected() > 0)
}

pub struct NewCheckBatch {
    pub number: i32,
    pub provider_name: String,
    pub first_row: i32,
    pub last_row: i32,
    pub leads: i32,
}

/// Writes the batches of a check, all at once: a long list has hundreds.
pub async fn insert_batches(
    connection: &mut PgConnection,
    now: Timestamp,
    check: CheckId,
    batches: &[NewCheckBatch],
) -> sqlx::Result<()> {
    let names: Vec<&str> = batches
        .iter()
        .map(|batch| batch.provider_name.as_str())
        .collect();
    let numbers = |of: fn(&NewCheckBatch) -> i32| batches.iter().map(of).collect::<Vec<i32>>();
    sqlx::query(
        "insert into check_parts (check_id, number, provider_name, first_row, last_row, lead_count, state, not_before) \
         select $1, new.*, 'waiting', $2 from unnest($3::int[], $4::text[], $5::int[], $6::int[], $7::int[]) as new",
    )
    .bind(check)
    .bind(at(now))
    .bind(numbers(|batch| batch.number))
    .bind(names)
    .bind(numbers(|batch| batch.first_row))
    .bind(numbers(|batch| batch.last_row))
    .bind(numbers(|batch| batch.leads))
    .execute(connection)
    .await?;
    Ok(())
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CheckBatchRecord {
    pub check_id: CheckId,
    pub number: i32,
    pub provider_name: String,
    pub first_row: i32,
    pub last_row: i32,
    pub lead_count: i32,
    pub attempts: i32,
    pub fence: i64,
    /// Refusals that name no row.
    pub unnamed: i32,
    search: Option<Value>,
}

impl CheckBatchRecord {
    fn unreadable(&self, column: &str) -> Unreadable {
        let row = format_args!("{} {}", self.check_id, self.number);
        Unreadable::new("check_parts", column, row)
    }

    /// Its number, from 1.
    pub fn number(&self) -> Result<u32, Unreadable> {
        whole(self.number, || self.unreadable("number"))
    }

    pub fn leads(&self) -> Result<u32, Unreadable> {
        whole(self.lead_count, || self.unreadable("lead_count"))
    }

    pub fn unnamed(&self) -> Result<u32, Unreadable> {
        whole(self.unnamed, || self.unreadable("unnamed"))
    }

    /// How far the search for them has come, once somebody has asked for it.
    pub fn search(&self) -> Result<Option<RefusalSearch>, Unreadable> {
        let search = self.search.as_ref().map(RefusalSearch::deserialize);
        search.transpose().map_err(|_| self.unreadable("search"))
    }
}

const BATCH_COLUMNS: &str = "check_id, number, provider_name, first_row, last_row, lead_count, attempts, fence, unnamed, search";

/// Takes the next batch that waits, or whose lease has run out by the clock of the database: a check creates nothing, so asking
/// twice does no harm.
pub async fn lease_batch(
    pool: &PgPool,
    now: Timestamp,
    lease: Duration,
) -> sqlx::Result<Option<CheckBatchRecord>> {
    sqlx::query_as(&format!(
        "update check_parts set state = 'asking', lease_until = clock_timestamp() + make_interval(secs => $2), \
         fence = fence + 1, attempts = attempts + 1 \
         where (check_id, number) = ( \
             select check_id, number from check_parts \
             where ((state = 'waiting' and not_before <= $1) or (state = 'asking' and lease_until < clock_timestamp())) \
             and exists (select from checks where checks.id = check_id and checks.state = 'running') \
             order by not_before, number for update skip locked limit 1) \
         returning {BATCH_COLUMNS}"
    ))
    .bind(at(now))
    .bind(lease.as_secs_f64())
    .fetch_optional(pool)
    .await
}

/// Renews the lease; `false` when it was lost.
pub async fn renew(pool: &PgPool, batch: &CheckBatchRecord, lease: Duration) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update check_parts set lease_until = clock_timestamp() + make_interval(secs => $4) \
         where check_id = $1 and number = $2 and fence = $3 and state = 'asking'",
    )
    .bind(batch.check_id)
    .bind(batch.number)
    .bind(batch.fence)
    .bind(lease.as_secs_f64())
    .execute(pool)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// How asking about a batch ended.
pub struct CheckBatchUpdate<'a> {
    pub state: &'static str,
    pub digest: Option<&'a [u8]>,
    pub words: &'a [String],
    /// Refusals that name no row.
    pub unnamed: i32,
}

/// Writes how it ended, if the lease still holds.
pub async fn end_batch(
    connection: &mut PgConnection,
    batch: &CheckBatchRecord,
    end: &CheckBatchUpdate<'_>,
) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update check_parts set state = $4, payload_digest = $5, words = $6, unnamed = $7, lease_until = null \
         where check_id = $1 and number = $2 and fence = $3 and state = 'asking'",
    )
    .bind(batch.check_id)
    .bind(batch.number)
    .bind(batch.fence)
    .bind(end.state)
    .bind(end.digest)
    .bind(end.words)
    .bind(end.unnamed)
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Puts a batch back in the queue until `not_before`.
pub async fn put_back(
    pool: &PgPool,
    batch: &CheckBatchRecord,
    not_before: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query(
        "update check_parts set state = 'waiting', not_before = $4, lease_until = null \
         where check_id = $1 and number = $2 and fence = $3 and state = 'asking'",
    )
    .bind(batch.check_id)
    .bind(batch.number)
    .bind(batch.fence)
    .bind(at(not_before))
    .execute(pool)
    .await?;
    Ok(())
}

pub async fn insert_refusals(
    connection: &mut PgConnection,
    check: CheckId,
    refusals: &[(i32, String)],
) -> sqlx::Result<()> {
    let (rows, words): (Vec<i32>, Vec<String>) = refusals.iter().cloned().unzip();
    sqlx::query(
        "insert into check_refusals (check_id, row, words) select $1, * from unnest($2::int[], $3::text[]) \
         on conflict (check_id, row) do update set words = check_refusals.words || ' · ' || excluded.words",
    )
    .bind(check)
    .bind(rows)
    .bind(words)
    .execute(connection)
    .await?;
    Ok(())
}

/// Locks a check before anything of it is written: of two batches that end at once, the second must see the first. `false` when
/// it is gone, with its draft.
pub async fn lock(connection: &mut PgConnection, check: CheckId) -> sqlx::Result<bool> {
    let found = sqlx::query("select from checks where id = $1 for update")
        .bind(check)
        .fetch_optional(connection)
        .await?;
    Ok(found.is_some())
}

/// Ends the check when all of its batches have ended. The check must be locked. Once a search was begun, what the check says of
/// other leads is as old as before.
pub async fn end_if_all_batches_ended(
    connection: &mut PgConnection,
    now: Timestamp,
    check: CheckId,
) -> sqlx::Result<()> {
    sqlx::query(
        "update checks set ended_at = coalesce(ended_at, $2), state = case when exists \
             (select from check_parts where check_id = $1 and state = 'failed') then 'failed' else 'done' end \
         where id = $1 and state = 'running' and not exists \
             (select from check_parts where check_id = $1 and state in ('waiting', 'asking'))",
    )
    .bind(check)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}

pub async fn batches(
    connection: &mut PgConnection,
    check: CheckId,
) -> sqlx::Result<Vec<CheckBatchRecord>> {
    sqlx::query_as(&format!(
        "select {BATCH_COLUMNS} from check_parts where check_id = $1 order by number"
    ))
    .bind(check)
    .fetch_all(connection)
    .await
}

/// Leads that the provider has answered for.
pub async fn leads_done(pool: &PgPool, check: CheckId) -> sqlx::Result<u32> {
    let done: i64 = sqlx::query_scalar(
        "select coalesce(sum(lead_count), 0) from check_parts where check_id = $1 and state in ('done', 'failed')",
    )
    .bind(check)
    .fetch_one(pool)
    .await?;
    super::count(done)
}

pub async fn count_refused(connection: &mut PgConnection, check: CheckId) -> sqlx::Result<u32> {
    let refused: i64 =
        sqlx::query_scalar("select count(*) from check_refusals where check_id = $1")
            .bind(check)
            .fetch_one(connection)
            .await?;
    super::count(refused)
}

/// A lead that the provider has refused.
#[derive(Deserialize)]
pub struct RefusedRecord {
    #[serde(flatten)]
    pub row: RowRecord,
    pub words: String,
}
