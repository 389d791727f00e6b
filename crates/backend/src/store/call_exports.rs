//! What files of calls are written from: the same calls as on the pages of results, so many at a time.

use leads::LeadKind;
use sqlx::{PgConnection, Postgres, QueryBuilder};

use super::listed_calls::{CallFilter, LISTED, ListedCall, filtered};
use super::{Stored, plain};
use crate::ids::{DraftId, TaskId};

/// Leads that are read at once.
const LEADS_AT_ONCE: i64 = 1_000;

/// A lead of the list, with its call where it has one.
#[derive(sqlx::FromRow)]
pub struct LeadWithCall {
    #[sqlx(flatten)]
    pub call: ListedCall,
    #[sqlx(try_from = "String")]
    pub kind: LeadKind,
    /// What the provider said where it refused the lead when it made the batch.
    pub refusal: Option<String>,
}

impl Stored for LeadWithCall {
    const TABLE: &'static str = "leads";
    const KEY: &'static [&'static str] = &["row"];
}

/// Whose leads are read.
#[derive(Clone, Copy, Debug)]
pub struct Exported {
    pub task: TaskId,
    pub draft: DraftId,
}

/// The next leads behind a row whose calls are asked for, in the order of the list. Without any there are no more.
pub async fn next_calls(
    connection: &mut PgConnection,
    filter: &CallFilter<'_>,
    draft: DraftId,
    behind: i32,
) -> sqlx::Result<Vec<LeadWithCall>> {
    let mut sql = QueryBuilder::<Postgres>::new(format!(
        "select {LISTED}, kind, null as refusal from (select calls.*"
    ));
    filtered(&mut sql, filter);
    sql.push(" and calls.row > ").push_bind(behind);
    sql.push(" order by calls.row limit ")
        .push_bind(LEADS_AT_ONCE);
    sql.push(") as calls join leads on leads.row = calls.row and leads.draft_id = ")
        .push_bind(draft)
        .push(" order by leads.row");
    sql.build_query_as().fetch_all(connection).await.map(plain)
}

/// The next leads of the list behind a row, whatever became of them, in its order. Without any there are no more.
pub async fn next_leads(
    connection: &mut PgConnection,
    of: Exported,
    behind: i32,
) -> sqlx::Result<Vec<LeadWithCall>> {
    let statement = format!(
        "select {LISTED}, kind, part_refusals.words as refusal \
         from (select * from leads where draft_id = $2 and row > $3 order by row limit $4) as leads \
         left join calls on calls.task_id = $1 and calls.row = leads.row \
         left join part_refusals on part_refusals.task_id = $1 and part_refusals.row = leads.row order by leads.row"
    );
    sqlx::query_as(&statement)
        .bind(of.task)
        .bind(of.draft)
        .bind(behind)
        .bind(LEADS_AT_ONCE)
        .fetch_all(connection)
        .await
        .map(plain)
}
