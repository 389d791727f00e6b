//! Leads: written with COPY, mended in place, read by page and by part.

use std::io::Write;

use leads::{Fault, LeadKind, LeadState, Mended};
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{Stored, plain, stored};

/// A row of the sheet as it is judged: its cells, and what a person changed about it.
#[derive(sqlx::FromRow)]
pub struct RowRecord {
    pub row: i32,
    pub cells: Vec<String>,
    pub mended: Option<Json<Mended>>,
    pub left_out: bool,
}

impl RowRecord {
    pub fn state(&self) -> LeadState {
        LeadState {
            mended: self.mended(),
            left_out: self.left_out,
        }
    }

    pub fn mended(&self) -> Mended {
        self.mended
            .as_ref()
            .map(|mended| mended.0.clone())
            .unwrap_or_default()
    }
}

/// A lead with its verdict.
#[derive(sqlx::FromRow)]
pub struct LeadRecord {
    #[sqlx(flatten)]
    pub row: RowRecord,
    pub number: Option<i64>,
    #[sqlx(try_from = "String")]
    pub kind: LeadKind,
    pub duplicate_of: Option<i32>,
    pub faults: Json<Vec<Fault>>,
    pub recent_task: Option<Uuid>,
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

impl Stored for RowRecord {
    const TABLE: &'static str = "leads";
    const KEY: &'static [&'static str] = &["row"];
}

/// What the columns of a lead are called, for every statement that reads whole leads.
pub const COLUMNS: &str = "leads.draft_id, leads.row, cells, mended, leads.left_out, leads.number, kind, duplicate_of, faults, recent_task";

/// A verdict on its way into the database.
pub struct NewVerdict {
    pub kind: LeadKind,
    pub duplicate_of: Option<u32>,
    pub faults: Vec<Fault>,
    pub number: Option<i64>,
    pub recent_task: Option<Uuid>,
}

/// Appends one line of COPY's text format (PostgreSQL documentation, COPY, “Text Format”), in the order of [`replace`].
pub fn encode(
    buffer: &mut Vec<u8>,
    draft: &str,
    row: u32,
    cells: &[String],
    state: &LeadState,
    verdict: &NewVerdict,
) {
    // Writing to a vector never fails, and neither does plain data as JSON.
    let written = "writing to memory";
    write!(buffer, "{draft}\t{row}\t{{").expect(written);
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            buffer.push(b',');
        }
        buffer.push(b'"');
        push_in_array(buffer, cell);
        buffer.push(b'"');
    }
    write!(buffer, "}}\t{}\t", verdict.kind.key()).expect(written);
    push_or_null(buffer, verdict.duplicate_of);
    if verdict.faults.is_empty() {
        buffer.extend_from_slice(b"[]\t");
    } else {
        push_json(buffer, &verdict.faults);
        buffer.push(b'\t');
    }
    push_or_null(buffer, verdict.number);
    push_or_null(buffer, verdict.recent_task);
    if state.mended.is_empty() {
        buffer.extend_from_slice(b"\\N");
    } else {
        push_json(buffer, &state.mended);
    }
    buffer.extend_from_slice(if state.left_out { b"\tt\n" } else { b"\tf\n" });
}

fn push_or_null(buffer: &mut Vec<u8>, value: Option<impl std::fmt::Display>) {
    match value {
        Some(value) => write!(buffer, "{value}\t").expect("writing to memory"),
        None => buffer.extend_from_slice(b"\\N\t"),
    }
}

fn push_json(buffer: &mut Vec<u8>, value: &impl serde::Serialize) {
    let json = serde_json::to_string(value).expect("plain data");
    for byte in json.bytes() {
        push_escaped(buffer, byte);
    }
}

/// Within an array a quotation mark and a backslash are escaped once more.
fn push_in_array(buffer: &mut Vec<u8>, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'"' => buffer.extend_from_slice(b"\\\\\""),
            b'\\' => buffer.extend_from_slice(b"\\\\\\\\"),
            other => push_escaped(buffer, other),
        }
    }
}

fn push_escaped(buffer: &mut Vec<u8>, byte: u8) {
    match byte {
        b'\\' => buffer.extend_from_slice(b"\\\\"),
        b'\t' => buffer.extend_from_slice(b"\\t"),
        b'\n' => buffer.extend_from_slice(b"\\n"),
        b'\r' => buffer.extend_from_slice(b"\\r"),
        other => buffer.push(other),
    }
}

/// So many leads change what the best plan is.
const MANY: u64 = 5_000;

/// Writes the leads that come through the channel in COPY's text format, in place of those that the draft has. Call it in a
/// transaction that is given up when the sender turns out to have failed.
pub async fn replace(
    connection: &mut PgConnection,
    draft: Uuid,
    chunks: &mut mpsc::Receiver<Vec<u8>>,
) -> sqlx::Result<u64> {
    sqlx::query("delete from leads where draft_id = $1")
        .bind(draft)
        .execute(&mut *connection)
        .await?;
    let mut copy = connection
        .copy_in_raw(
            "copy leads (draft_id, row, cells, kind, duplicate_of, faults, number, recent_task, mended, left_out) from stdin",
        )
        .await?;
    while let Some(chunk) = chunks.recv().await {
        copy.send(chunk).await?;
    }
    let copied = copy.finish().await?;
    if copied >= MANY {
        // Until the database has looked at a long list, it plans as if there were a few leads.
        sqlx::query("analyze leads (draft_id, row, kind, number)")
            .execute(connection)
            .await?;
    }
    Ok(copied)
}

/// Every row, in the order of the file.
pub async fn rows(connection: &mut PgConnection, draft: Uuid) -> sqlx::Result<Vec<RowRecord>> {
    sqlx::query_as(
        "select row, cells, mended, left_out from leads where draft_id = $1 order by row",
    )
    .bind(draft)
    .fetch_all(connection)
    .await
    .map(plain)
}

/// Every lead, in the order of the file.
pub async fn all(connection: &mut PgConnection, draft: Uuid) -> sqlx::Result<Vec<LeadRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from leads where draft_id = $1 order by row"
    ))
    .bind(draft)
    .fetch_all(connection)
    .await
    .map(plain)
}

/// Those rows, with their verdicts.
pub async fn of_rows(
    connection: &mut PgConnection,
    draft: Uuid,
    rows: &[i32],
) -> sqlx::Result<Vec<LeadRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from leads where draft_id = $1 and row = any($2) order by row"
    ))
    .bind(draft)
    .bind(rows)
    .fetch_all(connection)
    .await
    .map(plain)
}

/// The leads with a fault of that group that were not left out; those that were, where there is no group.
pub async fn of_group(
    connection: &mut PgConnection,
    draft: Uuid,
    group: Option<(&str, &str)>,
) -> sqlx::Result<Vec<LeadRecord>> {
    let condition = match group {
        Some(_) => "not leads.left_out and faults @? $2::jsonpath",
        None => "leads.left_out and $2::text is null",
    };
    sqlx::query_as(&format!(
        "select {COLUMNS} from leads where draft_id = $1 and {condition} order by row"
    ))
    .bind(draft)
    .bind(group.map(|(field, kind)| group_path(field, kind)))
    .fetch_all(connection)
    .await
    .map(plain)
}

/// Finds the faults of a group as [`Fault`] is stored: the kind's key stands in `kind`, `reason` or `cause`.
pub fn group_path(field: &str, kind: &str) -> String {
    format!(
        "$[*] ? (@.field == \"{field}\" && (@.kind == \"{kind}\" || @.reason == \"{kind}\" || @.cause == \"{kind}\"))"
    )
}

/// The numbers of the rows that are sent, in the order of the file.
pub async fn sent_rows(connection: &mut PgConnection, draft: Uuid) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar(
        "select row from leads where draft_id = $1 and kind in ('ready', 'doubtful') order by row",
    )
    .bind(draft)
    .fetch_all(connection)
    .await
}

/// The leads of a part: those that are sent, from one row to another.
pub async fn of_part(
    pool: &PgPool,
    draft: Uuid,
    first_row: i32,
    last_row: i32,
) -> sqlx::Result<Vec<RowRecord>> {
    sqlx::query_as(
        "select row, cells, mended, left_out from leads where draft_id = $1 and row between $2 and $3 \
         and kind in ('ready', 'doubtful') order by row",
    )
    .bind(draft)
    .bind(first_row)
    .bind(last_row)
    .fetch_all(pool)
    .await
    .map(plain)
}

/// Writes what was changed about leads, and what is now said of them.
pub async fn update(
    connection: &mut PgConnection,
    draft: Uuid,
    changed: &[(i32, LeadState, NewVerdict)],
) -> sqlx::Result<()> {
    let rows: Vec<i32> = changed.iter().map(|(row, ..)| *row).collect();
    let mended: Vec<Option<Json<&Mended>>> = changed
        .iter()
        .map(|(_, state, _)| (!state.mended.is_empty()).then_some(Json(&state.mended)))
        .collect();
    let left_out: Vec<bool> = changed.iter().map(|(_, state, _)| state.left_out).collect();
    let numbers: Vec<Option<i64>> = changed.iter().map(|(.., new)| new.number).collect();
    let kinds: Vec<&str> = changed.iter().map(|(.., new)| new.kind.key()).collect();
    let faults: Vec<Json<&[Fault]>> = changed
        .iter()
        .map(|(.., new)| Json(new.faults.as_slice()))
        .collect();
    let recent: Vec<Option<Uuid>> = changed.iter().map(|(.., new)| new.recent_task).collect();
    sqlx::query(
        "update leads set mended = new.mended, left_out = new.left_out, number = new.number, kind = new.kind, \
         faults = new.faults, recent_task = new.recent_task, duplicate_of = null \
         from unnest($2::int[], $3::jsonb[], $4::bool[], $5::bigint[], $6::text[], $7::jsonb[], $8::uuid[]) \
         as new (row, mended, left_out, number, kind, faults, recent_task) \
         where leads.draft_id = $1 and leads.row = new.row",
    )
    .bind(draft)
    .bind(rows)
    .bind(mended)
    .bind(left_out)
    .bind(numbers)
    .bind(kinds)
    .bind(faults)
    .bind(recent)
    .execute(connection)
    .await?;
    Ok(())
}

/// The leads with those numbers that could be sent, or all that could, by number and in the order of the file.
pub async fn sendable(
    connection: &mut PgConnection,
    draft: Uuid,
    numbers: Option<&[i64]>,
) -> sqlx::Result<Vec<LeadRecord>> {
    // An index is only used where the statement does not leave it open whether there is a condition.
    let condition = match numbers {
        Some(_) => "number = any($2)",
        None => "number is not null and $2::bigint[] is null",
    };
    sqlx::query_as(&format!(
        "select {COLUMNS} from leads where draft_id = $1 and {condition} \
         and kind not in ('to_mend', 'left_out') order by number, row"
    ))
    .bind(draft)
    .bind(numbers)
    .fetch_all(connection)
    .await
    .map(plain)
}

/// A lead that turns into another kind, because of another one with the same number.
pub struct Turn {
    pub row: i32,
    pub from: LeadKind,
    pub to: LeadKind,
    pub duplicate_of: Option<u32>,
}

pub async fn turn(connection: &mut PgConnection, draft: Uuid, turns: &[Turn]) -> sqlx::Result<()> {
    let rows: Vec<i32> = turns.iter().map(|turn| turn.row).collect();
    let kinds: Vec<&str> = turns.iter().map(|turn| turn.to.key()).collect();
    let others: Vec<Option<i32>> = turns
        .iter()
        .map(|turn| turn.duplicate_of.map(stored).transpose())
        .collect::<sqlx::Result<_>>()?;
    sqlx::query(
        "update leads set kind = new.kind, duplicate_of = new.duplicate_of \
         from unnest($2::int[], $3::text[], $4::int[]) as new (row, kind, duplicate_of) \
         where leads.draft_id = $1 and leads.row = new.row",
    )
    .bind(draft)
    .bind(rows)
    .bind(kinds)
    .bind(others)
    .execute(connection)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_would_end_a_field_or_a_line_are_escaped() {
        let cells = ["a\tb".to_owned(), "c\"d\\e".to_owned(), "f\r\ng".to_owned()];
        let verdict = NewVerdict {
            kind: LeadKind::Ready,
            duplicate_of: None,
            faults: Vec::new(),
            number: Some(628),
            recent_task: None,
        };
        let mut state = LeadState::default();
        state
            .mended
            .set(leads::Field::Comments, Some("\\".to_owned()));
        let mut buffer = Vec::new();
        encode(&mut buffer, "7", 2, &cells, &state, &verdict);
        let line = String::from_utf8(buffer).unwrap();
        assert_eq!(
            line,
            concat!(
                "7\t2\t{\"a\\tb\",\"c\\\\\"d\\\\\\\\e\",\"f\\r\\ng\"}\tready\t\\N\t[]\t628\t\\N\t",
                "{\"comments\":\"\\\\\\\\\"}\tf\n"
            )
        );
    }
}
