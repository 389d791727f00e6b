//! Leads: fixed in place, read in batches, by number and by batch of a task.

use futures::{Stream, TryStreamExt};
use leads::{Edits, GroupKey, LeadKind, LeadState, Problem};
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool, Postgres, QueryBuilder};

use super::rows::RowRecord;
use super::{Located, Stored, plain, stored};
use crate::ids::{DoNotCallListId, DraftId, TaskId};

/// A lead with its verdict.
#[derive(sqlx::FromRow)]
pub struct LeadRecord {
    #[sqlx(flatten)]
    pub row: RowRecord,
    pub number: Option<i64>,
    #[sqlx(try_from = "String")]
    pub kind: LeadKind,
    pub duplicate_of: Option<i32>,
    #[sqlx(rename = "faults")]
    pub problems: Json<Vec<Problem>>,
    pub recent_task: Option<TaskId>,
}

impl LeadRecord {
    pub fn kind(&self) -> LeadKind {
        self.kind
    }
}

impl Stored for LeadRecord {
    const TABLE: &'static str = "leads";
    const KEY: &'static [&'static str] = &["draft_id", "row"];
}

/// What the columns of a lead are called, for every statement that reads whole leads.
pub const COLUMNS: &str = "leads.draft_id, leads.row, cells, mended, leads.left_out, marks, leads.number, kind, duplicate_of, faults, recent_task";

/// A verdict on its way into the database.
pub struct NewVerdict {
    pub kind: LeadKind,
    pub duplicate_of: Option<u32>,
    pub problems: Vec<Problem>,
    pub number: Option<i64>,
    pub recent_task: Option<TaskId>,
    pub do_not_call: Option<DoNotCallListId>,
}

/// Every row, or each of those, in the order of the file, as it comes.
pub fn rows(
    connection: &mut PgConnection,
    draft: DraftId,
    rows: Option<Vec<i32>>,
) -> impl Stream<Item = sqlx::Result<RowRecord>> + Unpin + '_ {
    sqlx::query_as(
        "select row, cells, mended, left_out, marks from leads where draft_id = $1 and ($2::int[] is null or row = any($2)) order by row",
    )
    .bind(draft)
    .bind(rows)
    .fetch(connection)
    .map_ok(|Located(row)| row)
}

/// The cells of the first rows, in the order of the file.
pub async fn first_cells(
    connection: impl sqlx::PgExecutor<'_>,
    draft: DraftId,
    most: i64,
) -> sqlx::Result<Vec<Vec<String>>> {
    sqlx::query_scalar("select cells from leads where draft_id = $1 order by row limit $2")
        .bind(draft)
        .bind(most)
        .fetch_all(connection)
        .await
}

/// The rows with the number of that row, itself among them, in the order of the file; none where it has no number.
pub async fn rows_with_number_of(
    pool: &PgPool,
    draft: DraftId,
    row: i32,
) -> sqlx::Result<Vec<i32>> {
    let rows = "select leads.row from leads as one join leads using (draft_id, number) where draft_id = $1 and one.row = $2 order by 1";
    let rows = sqlx::query_scalar(rows).bind(draft).bind(row);
    rows.fetch_all(pool).await
}

/// Which leads of a draft are meant.
#[derive(Clone, Debug)]
pub enum Which {
    All,
    /// Those that were left out.
    LeftOut,
    /// Those with a problem of that group that were not left out.
    OfGroup(GroupKey),
    /// Those rows.
    Rows(Vec<i32>),
}

/// Leads that are read at once, and the bytes of their cells after which there are enough.
const LEADS_AT_ONCE: i64 = 1_000;
const BYTES_AT_ONCE: i64 = 8 * 1024 * 1024;

/// The next of those leads behind a row, in the order of the file: as many as may be in memory at once, but one at least.
/// Without any there are no more.
pub async fn next_of(
    connection: &mut PgConnection,
    draft: DraftId,
    which: &Which,
    behind: i32,
) -> sqlx::Result<Vec<LeadRecord>> {
    let mut sql = QueryBuilder::<Postgres>::new(format!(
        "select {COLUMNS} from (select *, octet_length(cells::text) as bytes, \
         sum(octet_length(cells::text)) over (order by row) as bytes_so_far \
         from (select * from leads where draft_id = "
    ));
    sql.push_bind(draft).push(" and row > ").push_bind(behind);
    match which {
        Which::All => {}
        Which::LeftOut => {
            sql.push(" and left_out");
        }
        Which::OfGroup(group) => {
            sql.push(" and not left_out and faults @? ")
                .push_bind(group_path(*group))
                .push("::jsonpath");
        }
        Which::Rows(rows) => {
            sql.push(" and row = any(")
                .push_bind(rows.as_slice())
                .push(")");
        }
    }
    sql.push(" order by row limit ")
        .push_bind(LEADS_AT_ONCE)
        .push(") as leads) as leads where bytes_so_far - bytes < ")
        .push_bind(BYTES_AT_ONCE)
        .push(" order by row");
    sql.build_query_as().fetch_all(connection).await.map(plain)
}

/// Where the key of a problem's kind may stand in the problem as it is stored.
const KIND_IN: [&str; 5] = ["kind", "reason", "cause", "service", "shape"];

/// Finds the problems of a group as [`Problem`] is stored. Both words come from fixed lists, so nothing that somebody wrote gets
/// into the path.
pub fn group_path(group: GroupKey) -> String {
    let (field, kind) = (group.field().key(), group.kind());
    let is_kind = KIND_IN.map(|place| format!("@.{place} == \"{kind}\""));
    format!(
        "$[*] ? (@.field == \"{field}\" && ({}))",
        is_kind.join(" || ")
    )
}

/// The numbers of the rows that are sent, in the order of the file.
pub async fn sent_rows(connection: &mut PgConnection, draft: DraftId) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar(
        "select row from leads where draft_id = $1 and kind in ('ready', 'doubtful') order by row",
    )
    .bind(draft)
    .fetch_all(connection)
    .await
}

/// The leads of a batch: those that are sent, from one row to another.
pub async fn of_batch(
    connection: impl sqlx::PgExecutor<'_>,
    draft: DraftId,
    first_row: i32,
    last_row: i32,
) -> sqlx::Result<Vec<RowRecord>> {
    of_batch_with(connection, draft, (first_row, last_row), &[]).await
}

/// The same with those other rows of it.
pub async fn of_batch_with(
    connection: impl sqlx::PgExecutor<'_>,
    draft: DraftId,
    (first_row, last_row): (i32, i32),
    others: &[i32],
) -> sqlx::Result<Vec<RowRecord>> {
    sqlx::query_as(
        "select row, cells, mended, left_out, marks from leads where draft_id = $1 and row between $2 and $3 \
         and (kind in ('ready', 'doubtful') or row = any($4)) order by row",
    )
    .bind(draft)
    .bind(first_row)
    .bind(last_row)
    .bind(others)
    .fetch_all(connection)
    .await
    .map(plain)
}

/// Writes what was changed about leads, and what is now said of them.
pub async fn update(
    connection: &mut PgConnection,
    draft: DraftId,
    changed: &[(i32, LeadState, NewVerdict)],
) -> sqlx::Result<()> {
    let rows: Vec<i32> = changed.iter().map(|(row, ..)| *row).collect();
    let edits: Vec<Option<Json<&Edits>>> = changed
        .iter()
        .map(|(_, state, _)| (!state.edits.is_empty()).then_some(Json(&state.edits)))
        .collect();
    let left_out: Vec<bool> = changed.iter().map(|(_, state, _)| state.left_out).collect();
    let numbers: Vec<Option<i64>> = changed.iter().map(|(.., new)| new.number).collect();
    let kinds: Vec<&str> = changed.iter().map(|(.., new)| new.kind.key()).collect();
    let problems: Vec<Json<&[Problem]>> = changed
        .iter()
        .map(|(.., new)| Json(new.problems.as_slice()))
        .collect();
    let recent: Vec<Option<TaskId>> = changed.iter().map(|(.., new)| new.recent_task).collect();
    let lists: Vec<Option<DoNotCallListId>> =
        changed.iter().map(|(.., new)| new.do_not_call).collect();
    sqlx::query(
        "update leads set mended = new.mended, left_out = new.left_out, number = new.number, kind = new.kind, \
         faults = new.faults, recent_task = new.recent_task, do_not_call = new.do_not_call, duplicate_of = null \
         from unnest($2::int[], $3::jsonb[], $4::bool[], $5::bigint[], $6::text[], $7::jsonb[], $8::uuid[], $9::uuid[]) \
         as new (row, mended, left_out, number, kind, faults, recent_task, do_not_call) \
         where leads.draft_id = $1 and leads.row = new.row",
    )
    .bind(draft)
    .bind(rows)
    .bind(edits)
    .bind(left_out)
    .bind(numbers)
    .bind(kinds)
    .bind(problems)
    .bind(recent)
    .bind(lists)
    .execute(connection)
    .await?;
    Ok(())
}

/// A lead with a number: what decides which of those with the same number is sent, if any is.
#[derive(sqlx::FromRow)]
pub struct NumberedRecord {
    pub row: i32,
    pub number: i64,
    pub left_out: bool,
    #[sqlx(try_from = "String")]
    pub kind: LeadKind,
    pub duplicate_of: Option<i32>,
    #[sqlx(rename = "faults")]
    pub problems: Json<Vec<Problem>>,
    pub recent_task: Option<TaskId>,
    pub do_not_call: Option<DoNotCallListId>,
}

impl Stored for NumberedRecord {
    const TABLE: &'static str = "leads";
    const KEY: &'static [&'static str] = &["row"];
}

/// The leads with those numbers, or all that have one, by number and in the order of the file, as they come.
pub fn numbered<'a>(
    connection: &'a mut PgConnection,
    draft: DraftId,
    numbers: Option<&'a [i64]>,
) -> impl Stream<Item = sqlx::Result<NumberedRecord>> + Unpin + 'a {
    // An index is only used where the statement does not leave it open whether there is a condition.
    let statement = match numbers {
        Some(_) => {
            "select row, number, left_out, kind, duplicate_of, faults, recent_task, do_not_call from leads where draft_id = $1 \
             and number = any($2) order by number, row"
        }
        None => {
            "select row, number, left_out, kind, duplicate_of, faults, recent_task, do_not_call from leads where draft_id = $1 \
             and number is not null and $2::bigint[] is null order by number, row"
        }
    };
    sqlx::query_as(statement)
        .bind(draft)
        .bind(numbers)
        .fetch(connection)
        .map_ok(|Located(lead)| lead)
}

/// A lead that turns into another kind, or of which something else is said, because of another one with the same number.
pub struct Turn {
    pub row: i32,
    pub from: LeadKind,
    pub to: LeadKind,
    pub duplicate_of: Option<u32>,
    /// What is said of it now; `None` where that stays.
    pub problems: Option<Json<Vec<Problem>>>,
}

pub async fn turn(
    connection: &mut PgConnection,
    draft: DraftId,
    turns: &[Turn],
) -> sqlx::Result<()> {
    let rows: Vec<i32> = turns.iter().map(|turn| turn.row).collect();
    let kinds: Vec<&str> = turns.iter().map(|turn| turn.to.key()).collect();
    let others: Vec<Option<i32>> = turns
        .iter()
        .map(|turn| turn.duplicate_of.map(stored).transpose())
        .collect::<sqlx::Result<_>>()?;
    let problems: Vec<Option<&Json<Vec<Problem>>>> =
        turns.iter().map(|turn| turn.problems.as_ref()).collect();
    sqlx::query(
        "update leads set kind = new.kind, duplicate_of = new.duplicate_of, \
         faults = coalesce(new.faults, leads.faults) \
         from unnest($2::int[], $3::text[], $4::int[], $5::jsonb[]) as new (row, kind, duplicate_of, faults) \
         where leads.draft_id = $1 and leads.row = new.row",
    )
    .bind(draft)
    .bind(rows)
    .bind(kinds)
    .bind(others)
    .bind(problems)
    .execute(connection)
    .await?;
    Ok(())
}

/// How many rows of a draft a person has fixed.
pub async fn count_fixed(connection: &mut PgConnection, draft: DraftId) -> sqlx::Result<u64> {
    let fixed: i64 = sqlx::query_scalar(
        "select count(*) from leads where draft_id = $1 and mended is not null and mended <> '{}'",
    )
    .bind(draft)
    .fetch_one(connection)
    .await?;
    Ok(fixed.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[sqlx::test(migrations = "../../migrations")]
    async fn only_so_many_leads_are_read_at_once_as_may_be_in_memory(pool: PgPool) {
        let mut connection = pool.acquire().await.unwrap();
        let draft = DraftId::from(Uuid::from_u128(1));
        // Without anybody who owns them: it is about the leads alone.
        sqlx::raw_sql("set session_replication_role = replica")
            .execute(&mut *connection)
            .await
            .unwrap();
        for row in [2, 3, 4, 7] {
            sqlx::query(
                "insert into leads (draft_id, row, cells, kind, faults, left_out, account) \
                 values ($1, $2, array[repeat('x', $3)], 'ready', '[]', $2 = 7, $1)",
            )
            .bind(draft)
            .bind(row)
            .bind(5 * 1024 * 1024)
            .execute(&mut *connection)
            .await
            .unwrap();
        }
        let mut next = async |which: Which, behind| -> Vec<i32> {
            let leads = next_of(&mut connection, draft, &which, behind).await;
            leads
                .unwrap()
                .into_iter()
                .map(|lead| lead.row.row)
                .collect()
        };
        assert_eq!(next(Which::All, 0).await, [2, 3]);
        assert_eq!(next(Which::All, 3).await, [4, 7]);
        assert_eq!(next(Which::All, 7).await, Vec::<i32>::new());
        assert_eq!(next(Which::LeftOut, 0).await, [7]);
        assert_eq!(next(Which::Rows(vec![7, 4, 99]), 0).await, [4, 7]);
        let group = GroupKey::parse("mobile.missing").expect("a group");
        assert_eq!(next(Which::OfGroup(group), 0).await, Vec::<i32>::new());
    }
}
