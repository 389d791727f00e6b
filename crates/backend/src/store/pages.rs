//! Pages of leads: filtered, searched and sorted.

use futures::{Stream, TryStreamExt};
use leads::views::{LeadFilter, LeadQuery};
use leads::{Field, GroupKey, LeadKind, Mapping, SearchText, Source};
use sqlx::{PgConnection, PgPool, Postgres, QueryBuilder};

use super::cell_search::push_holds;
use super::leads::{COLUMNS, LeadRecord, group_path};
use super::{At, Located, Stored, audit};
use crate::audit::AuditEntry;
use crate::ids::{CheckId, DraftId};

/// A lead on a page, with what others say of it.
#[derive(sqlx::FromRow)]
pub struct PageRecord {
    #[sqlx(flatten)]
    pub lead: LeadRecord,
    pub refusal: Option<String>,
    pub recent_name: Option<String>,
    pub recent_at: Option<At>,
    /// The name of the do-not-call list that its number is on.
    pub listed_in: Option<String>,
    /// How many leads match what was asked for, where they were counted.
    pub matched: Option<i64>,
    /// The nearest rows to fix, where they were looked for.
    pub to_fix_before: Option<i32>,
    pub to_fix_behind: Option<i32>,
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
    /// Whether what AIRudder said in the task that the draft follows is shown too.
    pub shows_refused_before: bool,
    pub mapping: &'a Mapping,
    /// Its problem may be anything that stands in an address; what is searched for is in `search`.
    pub query: &'a LeadQuery,
    pub search: &'a SearchText,
    /// Only these rows.
    pub rows: Option<&'a [u32]>,
    /// Whether all that match are counted.
    pub counts: bool,
    /// Whether the rows to fix on either side are looked for.
    pub looks_beside: bool,
    pub most: i64,
    /// What is written down of the page, where numbers stand on it whole.
    pub look: Option<&'a AuditEntry>,
}

/// The leads of a page. What stands beside them is joined to those alone, however many are passed over before them. Where all that match
/// are counted and the page is beyond their end, the first of them comes in its place, to say how many there are.
pub async fn page(pool: &PgPool, page: &PageOf<'_>) -> sqlx::Result<Vec<PageRecord>> {
    let mut sql = QueryBuilder::<Postgres>::new("with shown as (");
    push_leads(&mut sql, page);
    sql.push(")");
    if let Some(look) = page.look {
        audit::push_with(&mut sql, look, LOOKED_AT)?;
    }
    sql.push(format_args!(
        " select {COLUMNS}, coalesce(check_refusals.words, refused_before.words) as refusal, tasks.name as recent_name, tasks.submitted_at as recent_at, \
         (select name from do_not_call_lists where id = leads.do_not_call) as listed_in, matched, {} from shown as leads left join tasks on tasks.id = recent_task \
         left join check_refusals on check_refusals.row = leads.row and check_refusals.check_id = ",
        if page.looks_beside {
            BESIDE
        } else {
            NOTHING_BESIDE
        },
    ));
    sql.push_bind(page.check)
        .push(REFUSED_BEFORE)
        .push_bind(page.shows_refused_before);
    push_order(&mut sql, page);
    sql.build_query_as().fetch_all(pool).await.map(super::plain)
}

/// The leads of the page alone, with how many match where that is counted.
fn push_leads(sql: &mut QueryBuilder<'_, Postgres>, page: &PageOf<'_>) {
    let from = i64::from(page.query.from);
    let leads_of_draft = " from leads where leads.draft_id = ";
    if page.counts && from > 0 {
        // Only rows and their places are sorted; whole leads are read for the page alone.
        sql.push("select leads.*, matched from (select leads.row as placed_row, count(*) over () as matched, row_number() over (");
        push_order(sql, page);
        sql.push(") as place")
            .push(leads_of_draft)
            .push_bind(page.draft);
        push_filter(sql, page);
        sql.push(") as placed join leads on leads.row = placed_row and leads.draft_id = ");
        sql.push_bind(page.draft)
            .push(" where place > ")
            .push_bind(from);
        sql.push(" and place <= ").push_bind(from + page.most);
        sql.push(" or matched <= ")
            .push_bind(from)
            .push(" and place = 1");
        return;
    }
    sql.push(if page.counts {
        "select leads.*, count(*) over () as matched"
    } else {
        "select leads.*, null::bigint as matched"
    });
    sql.push(leads_of_draft).push_bind(page.draft);
    push_filter(sql, page);
    push_order(sql, page);
    sql.push(" offset ").push_bind(from);
    sql.push(" limit ").push_bind(page.most);
}

/// How many leads are looked at, and in which rows of the list.
const LOOKED_AT: &str = "(select jsonb_build_object('leads', count(*), 'first_row', min(row), 'last_row', max(row)) from shown)";

/// What AIRudder said of the row in the task that the draft follows: it holds while nothing else was fixed since.
const REFUSED_BEFORE: &str = " left join draft_refusals as refused_before on refused_before.draft_id = leads.draft_id \
    and refused_before.row = leads.row and refused_before.mended_then is not distinct from leads.mended and ";

/// The nearest rows to fix on either side of a row.
const BESIDE: &str = "(select max(other.row) from leads as other where other.draft_id = leads.draft_id and other.kind = 'to_mend' \
    and other.row < leads.row) as to_fix_before, \
    (select min(other.row) from leads as other where other.draft_id = leads.draft_id and other.kind = 'to_mend' \
    and other.row > leads.row) as to_fix_behind";
const NOTHING_BESIDE: &str = "null::int as to_fix_before, null::int as to_fix_behind";

fn push_filter(sql: &mut QueryBuilder<'_, Postgres>, page: &PageOf<'_>) {
    let refused = "exists (select from check_refusals where check_refusals.row = leads.row and check_refusals.check_id = ";
    if let Some(rows) = page.rows {
        let rows: Vec<i64> = rows.iter().map(|row| i64::from(*row)).collect();
        sql.push(" and leads.row = any(").push_bind(rows).push(")");
    }
    match page.query.show {
        LeadFilter::All => {}
        LeadFilter::Kind(LeadKind::Duplicate) => {
            sql.push(" and not leads.left_out and leads.number in (select doubled.number from leads as doubled where kind = 'duplicate' and doubled.draft_id = ")
                .push_bind(page.draft)
                .push(")");
        }
        LeadFilter::Kind(kind) => {
            // Spelt out: only so the partial index is known to fit.
            sql.push(format!(" and kind = '{}'", kind.key()));
            if kind.is_sent() && page.check.is_some() {
                sql.push(" and not ")
                    .push(refused)
                    .push_bind(page.check)
                    .push(")");
            }
        }
        LeadFilter::Called => {
            sql.push(" and kind in ('ready', 'doubtful') and not ")
                .push(refused)
                .push_bind(page.check)
                .push(")");
        }
        LeadFilter::Refused => {
            sql.push(" and ")
                .push(refused)
                .push_bind(page.check)
                .push(")");
        }
        LeadFilter::RefusedBefore => {
            sql.push(" and leads.row in (select row from draft_refusals where draft_id = ")
                .push_bind(page.draft)
                .push(")");
        }
    }
    match GroupKey::parse(&page.query.problem) {
        Some(group) => {
            sql.push(" and not leads.left_out and faults @? ")
                .push_bind(group_path(group))
                .push("::jsonpath");
        }
        None if page.query.problem.is_empty() => {}
        None => {
            sql.push(" and false");
        }
    }
    push_search(sql, page.search);
}

fn push_search(sql: &mut QueryBuilder<'_, Postgres>, search: &SearchText) {
    if !search.is_empty() {
        sql.push(" and (");
        push_holds(sql, search.as_str());
        // As the page shows it, whatever the cell says.
        if let Some(digits) = search.number_digits() {
            sql.push(" or strpos(leads.number::text, ")
                .push_bind(digits)
                .push(") > 0");
        }
        sql.push(")");
    }
}

/// Leads with the same number stand together where duplicates are shown; else as they are sorted, or in the order of the file. Cells are
/// sorted as the database does, and not by the language of the reader: the address of a page shows the same rows to everybody, a list has up
/// to 200,000 of them in whatever languages, and a Postgres without ICU has no collation for each of ours.
fn push_order(sql: &mut QueryBuilder<'_, Postgres>, page: &PageOf<'_>) {
    match page.query.sort {
        None if page.query.show == LeadFilter::Kind(LeadKind::Duplicate) => {
            sql.push(" order by leads.number, leads.row");
        }
        None => {
            sql.push(" order by leads.row");
        }
        Some(sort) => {
            sql.push(" order by lower(");
            push_text(sql, sort.field, page.mapping);
            sql.push(if sort.descending {
                ") desc, leads.row"
            } else {
                "), leads.row"
            });
        }
    }
}

/// The rows that have to be fixed, or that the check has refused (without one: the task that the draft follows), in the order of the file,
/// as they come; of a group, the rows with its problem that were not left out.
pub fn to_fix(
    connection: &mut PgConnection,
    draft: DraftId,
    check: Option<CheckId>,
    group: Option<GroupKey>,
) -> impl Stream<Item = sqlx::Result<PageRecord>> + Unpin + '_ {
    sqlx::query_as(
        "select leads.draft_id, leads.row, cells, mended, leads.left_out, marks, leads.number, kind, duplicate_of, faults, recent_task, \
         coalesce(check_refusals.words, refused_before.words) as refusal, null as recent_name, null::timestamptz as recent_at, null as listed_in, \
         null::bigint as matched, null::int as to_fix_before, null::int as to_fix_behind \
         from leads left join check_refusals on check_refusals.row = leads.row and check_refusals.check_id = $2 \
          left join draft_refusals as refused_before on $2::uuid is null and refused_before.draft_id = leads.draft_id \
              and refused_before.row = leads.row and refused_before.mended_then is not distinct from leads.mended \
          where leads.draft_id = $1 and case when $3::jsonpath is null \
              then kind = 'to_mend' or check_refusals.row is not null or refused_before.row is not null \
              else not leads.left_out and faults @? $3::jsonpath end order by leads.row",
    )
    .bind(draft)
    .bind(check)
    .bind(group.map(group_path))
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
