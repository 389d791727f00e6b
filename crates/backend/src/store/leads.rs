//! Leads: written with COPY, read by page and by part.

use futures::StreamExt;
use leads::{Fault, LeadKind};
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{stored, whole};

#[derive(sqlx::FromRow)]
pub struct LeadRecord {
    pub row: i32,
    pub cells: Vec<String>,
    pub kind: String,
    pub duplicate_of: Option<i32>,
    pub faults: Json<Vec<Fault>>,
    pub refusal: Option<String>,
}

/// One lead on its way into the database.
pub struct NewLead<'a> {
    pub row: u32,
    pub cells: &'a [String],
    pub kind: LeadKind,
    pub duplicate_of: Option<u32>,
    pub faults: &'a [Fault],
}

/// Appends one line of COPY's text format (PostgreSQL documentation, COPY, “Text Format”).
pub fn encode(buffer: &mut Vec<u8>, draft: Uuid, lead: &NewLead<'_>) {
    let mut line = format!("{draft}\t{}\t", lead.row);
    let mut array = String::from("{");
    for (index, cell) in lead.cells.iter().enumerate() {
        if index > 0 {
            array.push(',');
        }
        array.push('"');
        for character in cell.chars() {
            if matches!(character, '"' | '\\') {
                array.push('\\');
            }
            array.push(character);
        }
        array.push('"');
    }
    array.push('}');
    push_escaped(&mut line, &array);
    line.push('\t');
    line.push_str(lead.kind.key());
    line.push('\t');
    match lead.duplicate_of {
        Some(row) => line.push_str(&row.to_string()),
        None => line.push_str("\\N"),
    }
    line.push('\t');
    let faults = serde_json::to_string(lead.faults).expect("faults are plain data");
    push_escaped(&mut line, &faults);
    line.push('\n');
    buffer.extend_from_slice(line.as_bytes());
}

fn push_escaped(line: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\\' => line.push_str("\\\\"),
            '\t' => line.push_str("\\t"),
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            other => line.push(other),
        }
    }
}

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
        .copy_in_raw("copy leads (draft_id, row, cells, kind, duplicate_of, faults) from stdin")
        .await?;
    while let Some(chunk) = chunks.recv().await {
        copy.send(chunk).await?;
    }
    copy.finish().await
}

/// Every row with its cells, in the order of the file.
pub async fn cells(
    connection: &mut PgConnection,
    draft: Uuid,
) -> sqlx::Result<Vec<(u32, Vec<String>)>> {
    let mut rows = sqlx::query_as("select row, cells from leads where draft_id = $1 order by row")
        .bind(draft)
        .fetch(connection);
    let mut found = Vec::new();
    while let Some(row) = rows.next().await {
        let (row, cells): (i32, Vec<String>) = row?;
        found.push((whole(row), cells));
    }
    Ok(found)
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
) -> sqlx::Result<Vec<(i32, Vec<String>)>> {
    sqlx::query_as(
        "select row, cells from leads where draft_id = $1 and row between $2 and $3 \
         and kind in ('ready', 'doubtful') order by row",
    )
    .bind(draft)
    .bind(first_row)
    .bind(last_row)
    .fetch_all(pool)
    .await
}

/// What a page of leads is asked for.
pub struct PageOf {
    pub draft: Uuid,
    pub kind: Option<LeadKind>,
    /// Show what this check refused.
    pub check: Option<Uuid>,
    pub only_refused: bool,
    pub after: u32,
    pub most: i64,
}

pub async fn page(pool: &PgPool, page: &PageOf) -> sqlx::Result<Vec<LeadRecord>> {
    sqlx::query_as(
        "select leads.row, cells, kind, duplicate_of, faults, check_refusals.words as refusal from leads \
         left join check_refusals on check_refusals.check_id = $3 and check_refusals.row = leads.row \
         where draft_id = $1 and ($2::text is null or kind = $2) \
         and (not $4 or check_refusals.row is not null) and leads.row > $5 order by leads.row limit $6",
    )
    .bind(page.draft)
    .bind(page.kind.map(LeadKind::key))
    .bind(page.check)
    .bind(page.only_refused)
    .bind(stored(page.after))
    .bind(page.most)
    .fetch_all(pool)
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_would_end_a_field_or_a_line_are_escaped() {
        let cells = ["a\tb".to_owned(), "c\"d\\e".to_owned(), "f\r\ng".to_owned()];
        let lead = NewLead {
            row: 2,
            cells: &cells,
            kind: LeadKind::Ready,
            duplicate_of: None,
            faults: &[],
        };
        let mut buffer = Vec::new();
        encode(&mut buffer, Uuid::nil(), &lead);
        let line = String::from_utf8(buffer).unwrap();
        assert_eq!(
            line,
            format!(
                "{}\t2\t{{\"a\\tb\",\"c\\\\\"d\\\\\\\\e\",\"f\\r\\ng\"}}\tready\t\\N\t[]\n",
                Uuid::nil()
            )
        );
    }
}
