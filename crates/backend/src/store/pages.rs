//! Pages of leads: filtered, searched and sorted.

use futures::{Stream, TryStreamExt};
use leads::views::{LeadFilter, LeadQuery};
use leads::{Field, GroupKey, Mapping, SearchText, Source};
use sqlx::{PgConnection, PgPool, Postgres, QueryBuilder};

use super::leads::{COLUMNS, LeadRecord, group_path};
use super::{At, Located, Stored};
use crate::ids::{CheckId, DraftId};

/// A lead on a page, with what others say of it.
#[derive(sqlx::FromRow)]
pub struct PageRecord {
    #[sqlx(flatten)]
    pub lead: LeadRecord,
    pub refusal: Option<String>,
    pub recent_name: Option<String>,
    pub recent_at: Option<At>,
}

impl Stored for PageRecord {
    const TABLE: &'static str = LeadRecord::TABLE;
    const KEY: &'static [&'static str] = LeadRecord::KEY;
}

/// What a page of leads is asked for.
pub struct PageOf<'a> {
    pub draft: DraftId,
    /// The check whose refusals are shown.
    pub check: Option<CheckId>,
    pub mapping: &'a Mapping,
    /// Its problem may be anything that stands in an address; what is searched for is in `search`.
    pub query: &'a LeadQuery,
    pub search: &'a SearchText,
    /// Only these rows.
    pub rows: Option<&'a [u32]>,
    pub most: i64,
}

pub async fn page(pool: &PgPool, page: &PageOf<'_>) -> sqlx::Result<Vec<PageRecord>> {
    let query = page.query;
    let mut sql = QueryBuilder::<Postgres>::new(format!(
        "select {COLUMNS}, check_refusals.words as refusal, tasks.name as recent_name, tasks.submitted_at as recent_at \
         from leads left join tasks on tasks.id = recent_task \
         left join check_refusals on check_refusals.row = leads.row and check_refusals.check_id = "
    ));
    sql.push_bind(page.check)
        .push(" where leads.draft_id = ")
        .push_bind(page.draft);
    if let Some(rows) = page.rows {
        let rows: Vec<i64> = rows.iter().map(|row| i64::from(*row)).collect();
        sql.push(" and leads.row = any(").push_bind(rows).push(")");
    }
    match query.show {
        LeadFilter::All => {}
        LeadFilter::Kind(kind) => {
            // Spelt out: only so the partial index is known to fit.
            sql.push(format!(" and kind = '{}'", kind.key()));
        }
        LeadFilter::Called => {
            sql.push(" and kind in ('ready', 'doubtful') and check_refusals.row is null");
        }
        LeadFilter::Refused => {
            sql.push(" and check_refusals.row is not null");
        }
    }
    match GroupKey::parse(&query.problem) {
        Some(group) => {
            sql.push(" and not leads.left_out and faults @? ")
                .push_bind(group_path(group))
                .push("::jsonpath");
        }
        None if query.problem.is_empty() => {}
        None => {
            sql.push(" and false");
        }
    }
    if !page.search.is_empty() {
        sql.push(" and strpos(lower(array_to_string(cells, ' ') || ' ' || coalesce(mended::text, '')), lower(")
            .push_bind(page.search.as_str())
            .push(")) > 0");
    }
    match query.sort {
        None => {
            sql.push(" and leads.row > ")
                .push_bind(i64::from(query.from))
                .push(" order by leads.row");
        }
        Some(sort) => {
            sql.push(" order by lower(");
            push_text(&mut sql, sort.field, page.mapping);
            sql.push(if sort.descending {
                ") desc, leads.row"
            } else {
                "), leads.row"
            });
            sql.push(" offset ").push_bind(i64::from(query.from));
        }
    }
    sql.push(" limit ").push_bind(page.most);
    sql.build_query_as().fetch_all(pool).await.map(super::plain)
}

/// The rows that have to be fixed, or that the check has refused, in the order of the file, as they come.
pub fn to_fix(
    connection: &mut PgConnection,
    draft: DraftId,
    check: Option<CheckId>,
) -> impl Stream<Item = sqlx::Result<PageRecord>> + Unpin + '_ {
    sqlx::query_as(
        "select leads.draft_id, leads.row, cells, mended, leads.left_out, marks, leads.number, kind, duplicate_of, faults, recent_task, \
         check_refusals.words as refusal, null as recent_name, null::timestamptz as recent_at \
         from leads left join check_refusals on check_refusals.row = leads.row and check_refusals.check_id = $2 \
         where leads.draft_id = $1 and (kind = 'to_mend' or check_refusals.row is not null) order by leads.row",
    )
    .bind(draft)
    .bind(check)
    .fetch(connection)
    .map_ok(|Located(record)| record)
}

/// The field's text in SQL, as `leads::Row::text` has it.
fn push_text(sql: &mut QueryBuilder<'_, Postgres>, field: Field, mapping: &Mapping) {
    sql.push("coalesce(mended ->> ").push_bind(field.key());
    // A column beyond what an index can say is beyond every row: its text is empty.
    let place = |column: usize| i32::try_from(column.saturating_add(1)).unwrap_or(i32::MAX);
    if let Some(Source::Either { first, otherwise }) = mapping.source(field) {
        sql.push(", nullif(btrim(cells[")
            .push_bind(place(*first))
            .push("]), ''), cells[")
            .push_bind(place(*otherwise))
            .push("], '')");
        return;
    }
    sql.push(", concat_ws(' '");
    for column in mapping
        .source(field)
        .iter()
        .flat_map(|source| source.columns())
    {
        sql.push(", cells[").push_bind(place(column)).push("]");
    }
    sql.push("))");
}
