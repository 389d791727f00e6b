//! Leads on their way into the database, with COPY.

use std::io::Write;

use leads::LeadState;
use sheets::SheetRow;
use sqlx::{Executor, PgConnection, PgPool};
use tokio::sync::mpsc;

use super::leads::NewVerdict;
use crate::ids::DraftId;

/// Appends one line of COPY's text format (PostgreSQL documentation, COPY, “Text Format”), in the order of [`replace`].
pub fn encode(
    buffer: &mut Vec<u8>,
    draft: &str,
    row: &SheetRow,
    state: &LeadState,
    verdict: &NewVerdict,
) {
    // Writing to a vector never fails, and neither does plain data as JSON.
    let written = "writing to memory";
    write!(buffer, "{draft}\t{}\t{{", row.number).expect(written);
    for (index, cell) in row.cells.iter().enumerate() {
        if index > 0 {
            buffer.push(b',');
        }
        buffer.push(b'"');
        push_in_array(buffer, cell);
        buffer.push(b'"');
    }
    write!(buffer, "}}\t{}\t", verdict.kind.key()).expect(written);
    push_or_null(buffer, verdict.duplicate_of);
    if verdict.problems.is_empty() {
        buffer.extend_from_slice(b"[]\t");
    } else {
        push_json(buffer, &verdict.problems);
        buffer.push(b'\t');
    }
    push_or_null(buffer, verdict.number);
    push_or_null(buffer, verdict.recent_task);
    if state.edits.is_empty() {
        buffer.extend_from_slice(b"\\N");
    } else {
        push_json(buffer, &state.edits);
    }
    buffer.extend_from_slice(if state.left_out { b"\tt\t" } else { b"\tf\t" });
    if row.marks.is_empty() {
        buffer.extend_from_slice(b"\\N\n");
    } else {
        push_json(buffer, &row.marks);
        buffer.push(b'\n');
    }
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

/// Writes the leads that come through the channel in COPY's text format, in place of those that the draft has. Call it in a
/// transaction that is given up when the sender turns out to have failed.
pub async fn replace(
    connection: &mut PgConnection,
    draft: DraftId,
    chunks: &mut mpsc::Receiver<Vec<u8>>,
) -> sqlx::Result<()> {
    sqlx::query("delete from leads where draft_id = $1")
        .bind(draft)
        .execute(&mut *connection)
        .await?;
    // Postgres copies into no table with row-level security.
    connection.execute(MAKE_COPIED).await?;
    let mut copy = connection
        .copy_in_raw("copy pg_temp.copied_leads from stdin")
        .await?;
    while let Some(chunk) = chunks.recv().await {
        copy.send(chunk).await?;
    }
    copy.finish().await?;
    connection.execute(TAKE_COPIED).await?;
    Ok(())
}

/// A table of this connection alone, for the leads of one list.
const MAKE_COPIED: &str = "create temporary table copied_leads on commit drop as \
    select draft_id, row, cells, kind, duplicate_of, faults, number, recent_task, mended, left_out, marks from leads with no data";

/// Takes them over into the leads of the account.
const TAKE_COPIED: &str = "insert into leads (draft_id, row, cells, kind, duplicate_of, faults, number, recent_task, mended, left_out, marks, account) \
    select *, (select current_account()) from pg_temp.copied_leads; drop table pg_temp.copied_leads";

/// Lets the database count anew how many leads there are of which draft, kind and number: until it has looked at a long list,
/// it plans as if there were a few leads. Not in a transaction that writes leads: nobody else could look until its end.
pub async fn analyze(pool: &PgPool) -> sqlx::Result<()> {
    sqlx::query("select analyze_leads()").execute(pool).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use leads::{LeadKind, RowMarks};

    use super::*;

    #[test]
    fn cells_that_would_end_a_field_or_a_line_are_escaped() {
        let row = SheetRow {
            number: 2,
            cells: vec!["a\tb".to_owned(), "c\"d\\e".to_owned(), "f\r\ng".to_owned()],
            marks: RowMarks {
                hidden: true,
                ..RowMarks::NONE
            },
        };
        let verdict = NewVerdict {
            kind: LeadKind::Ready,
            duplicate_of: None,
            problems: Vec::new(),
            number: Some(628),
            recent_task: None,
            do_not_call: None,
        };
        let mut state = LeadState::default();
        state
            .edits
            .set(leads::Field::Comments, Some("\\".to_owned()));
        let mut buffer = Vec::new();
        encode(&mut buffer, "7", &row, &state, &verdict);
        let line = String::from_utf8(buffer).unwrap();
        assert_eq!(
            line,
            concat!(
                "7\t2\t{\"a\\tb\",\"c\\\\\"d\\\\\\\\e\",\"f\\r\\ng\"}\tready\t\\N\t[]\t628\t\\N\t",
                "{\"comments\":\"\\\\\\\\\"}\tf\t{\"hidden\":true}\n"
            )
        );
    }
}
