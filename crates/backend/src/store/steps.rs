//! What was fixed in a draft, a step at a time.

use jiff::Timestamp;
use leads::LeadState;
use serde::Deserialize;
use serde_json::Value;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::{Stored, at, count, plain};
use crate::drafts::StepKind;
use crate::ids::{DraftId, PersonId};

/// One lead of a step.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct StepLead {
    pub row: i32,
    pub before: Json<LeadState>,
    pub after: Json<LeadState>,
}

impl Stored for StepLead {
    const TABLE: &'static str = "step_leads";
    const KEY: &'static [&'static str] = &["draft_id", "number", "row"];
}

/// A step that can be undone, or done again.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct StepRecord {
    pub number: i32,
    #[sqlx(flatten)]
    pub name: StepName,
}

/// What a step is called.
#[derive(Clone, Debug, Deserialize, sqlx::FromRow)]
pub struct StepName {
    /// In English. Steps of earlier versions have nothing else.
    pub label: String,
    /// What it is, to be told in any language.
    pub what: Option<Json<Value>>,
}

/// [`StepName`] as one value.
pub const STEP_NAME: &str = "jsonb_build_object('label', label, 'what', what)";

/// The label of a step that named a number which was erased.
pub const ERASED_LABEL: &str = "Erased on request";

/// A new step.
pub struct NewStep<'a> {
    pub draft: DraftId,
    pub label: &'a str,
    pub what: Json<&'a StepKind>,
    pub made_by: PersonId,
}

/// Begins a step; its number. Those that were undone cannot be done again any more.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    step: &NewStep<'_>,
) -> sqlx::Result<i32> {
    sqlx::query("delete from steps where draft_id = $1 and undone")
        .bind(step.draft)
        .execute(&mut *connection)
        .await?;
    sqlx::query_scalar(
        "insert into steps (draft_id, number, label, what, made_by, made_at) \
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 from steps where draft_id = $1 returning number",
    )
    .bind(step.draft)
    .bind(step.label)
    .bind(step.what)
    .bind(step.made_by)
    .bind(at(now))
    .fetch_one(connection)
    .await
}

/// Makes leads part of a step. One that is part of it already was changed once more: what was before stays.
pub async fn insert_leads(
    connection: &mut PgConnection,
    draft: DraftId,
    number: i32,
    leads: &[StepLead],
) -> sqlx::Result<()> {
    let rows: Vec<i32> = leads.iter().map(|lead| lead.row).collect();
    let before: Vec<&Json<LeadState>> = leads.iter().map(|lead| &lead.before).collect();
    let after: Vec<&Json<LeadState>> = leads.iter().map(|lead| &lead.after).collect();
    sqlx::query(
        "insert into step_leads (draft_id, number, row, before, after) \
         select $1, $2, * from unnest($3::int[], $4::jsonb[], $5::jsonb[]) \
         on conflict (draft_id, number, row) do update set after = excluded.after",
    )
    .bind(draft)
    .bind(number)
    .bind(rows)
    .bind(before)
    .bind(after)
    .execute(connection)
    .await?;
    Ok(())
}

/// The last step that was not undone, or the first that was.
pub async fn next(
    connection: &mut PgConnection,
    draft: DraftId,
    undone: bool,
) -> sqlx::Result<Option<StepRecord>> {
    let order = if undone { "number" } else { "number desc" };
    sqlx::query_as(&format!(
        "select number, label, what from steps where draft_id = $1 and undone = $2 order by {order} limit 1"
    ))
    .bind(draft)
    .bind(undone)
    .fetch_optional(connection)
    .await
}

/// How many leads a step has changed.
pub async fn count_leads(
    connection: &mut PgConnection,
    draft: DraftId,
    number: i32,
) -> sqlx::Result<u32> {
    let leads =
        sqlx::query_scalar("select count(*) from step_leads where draft_id = $1 and number = $2")
            .bind(draft)
            .bind(number)
            .fetch_one(connection)
            .await?;
    count(leads)
}

/// Leads of a step that are read at once: each may hold nine long texts, before and after.
const LEADS_AT_ONCE: i64 = 250;

/// The next leads of a step behind a row. Without any there are no more.
pub async fn next_leads(
    connection: &mut PgConnection,
    draft: DraftId,
    number: i32,
    behind: i32,
) -> sqlx::Result<Vec<StepLead>> {
    sqlx::query_as(
        "select draft_id, number, row, before, after from step_leads where draft_id = $1 and number = $2 and row > $3 \
         order by row limit $4",
    )
    .bind(draft)
    .bind(number)
    .bind(behind)
    .bind(LEADS_AT_ONCE)
    .fetch_all(connection)
    .await
    .map(plain)
}

/// Notes that a step was undone, or done again.
pub async fn set_undone(
    connection: &mut PgConnection,
    draft: DraftId,
    number: i32,
    undone: bool,
) -> sqlx::Result<()> {
    sqlx::query("update steps set undone = $3 where draft_id = $1 and number = $2")
        .bind(draft)
        .bind(number)
        .bind(undone)
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets every step: the leads they were about are replaced.
pub async fn delete(connection: &mut PgConnection, draft: DraftId) -> sqlx::Result<()> {
    sqlx::query("delete from steps where draft_id = $1")
        .bind(draft)
        .execute(connection)
        .await?;
    Ok(())
}
