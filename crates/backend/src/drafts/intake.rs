//! Leads on their way in: read and validated to the end, then copied into the database.

use std::io::Read;

use futures::TryStreamExt;
use jiff::Timestamp;
use leads::views::{RobotVariable, Tally};
use leads::{DuplicatePolicy, Mapping, SheetHead};
use sha2::{Digest, Sha256};
use sheets::reader::ReadingHandle;
use sheets::{HeaderChoice, ReadOptions, SheetError, SheetFormat, TextEncoding, UploadedFile};
use sqlx::PgConnection;
use tempfile::SpooledTempFile;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::validated_list::{CHUNK, ListValidator, ValidatedList};
use super::validation::{ValidationRules, recently_submitted, resolve_stored_duplicates};
use super::whole_list;
use crate::Backend;
use crate::error::Error;
use crate::ids::DraftId;
use crate::store;
use crate::store::drafts::{DraftRecord, ValidationRecord};
use crate::store::rows::RowRecord;

/// Chunks under way between the thread that reads the lines and the connection that writes them.
const CHUNKS_UNDER_WAY: usize = 8;

/// Rows that are handed over at once when a stored list is validated again, and the bytes after which there are enough.
const ROWS_AT_ONCE: usize = 500;
const BYTES_AT_ONCE: usize = 1024 * 1024;

/// Rows by whose cells the columns are matched.
const FIRST_ROWS: i64 = 20;

/// How a sheet is to be read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The chosen robot's variables: headers may bear their names.
    pub variables: Vec<RobotVariable>,
    /// The encoding that a person chose.
    pub encoding: Option<TextEncoding>,
    /// The sheet that a person chose.
    pub sheet: Option<String>,
    /// Sheets that are to be taken too, as one list.
    pub and_sheets: Vec<String>,
    /// Where a person said that the headers are.
    pub header_row: Option<HeaderChoice>,
}

impl Reading {
    /// As the file of the draft is read now.
    pub fn as_it_is(variables: Vec<RobotVariable>, format: &SheetFormat) -> Reading {
        let encoding = format.encoding.as_deref();
        Reading {
            variables,
            encoding: encoding.and_then(TextEncoding::named),
            sheet: format.sheet.clone(),
            and_sheets: format.and_sheets.clone(),
            header_row: None,
        }
    }
}

/// What tells sheets with the same headers, for a robot with the same variables.
pub fn fingerprint(headers: &[String], variables: &[RobotVariable]) -> Vec<u8> {
    Sha256::digest(leads::headers_key(headers, variables)).to_vec()
}

/// Reads a sheet to its end and validates it: its format and its leads, or what is wrong with it.
pub async fn read_sheet(
    backend: &Backend,
    validation: &ValidationRules,
    reading: Reading,
    upload: &UploadedFile,
    given_up: CancellationToken,
) -> Result<Result<(SheetFormat, ValidatedList), SheetError>, Error> {
    let mut file = upload.reader()?;
    let mut validate = ListValidator::new(validation.clone(), given_up.clone());
    validate.variables.clone_from(&reading.variables);
    let mut connection = backend.pool.acquire().await?;
    validate.remembered =
        store::matches::of_account(&mut connection, validation.recent_window.account).await?;
    drop(connection);
    let read = move |reader: &ReadingHandle| -> Result<Result<(SheetFormat, ValidatedList), SheetError>, Error> {
        let options = ReadOptions {
            encoding: reading.encoding,
            sheet: reading.sheet.as_deref(),
            and_sheets: &reading.and_sheets,
            header_row: reading.header_row,
            ..ReadOptions::new(validate.validation.country, &reading.variables)
        };
        match reader.read(&mut file, &options, &mut validate) {
            Ok(format) => Ok(Ok((format, validate.finish()?))),
            Err(SheetError::Stopped) if validate.has_stopped() => Err(validate.why_stopped()),
            Err(problem) => Ok(Err(problem)),
        }
    };
    whole_list::read(&backend.sheets, &given_up, read).await?
}

/// Puts a sheet that was read in place of the one that the draft has.
pub async fn replace_sheet(
    transaction: &mut PgConnection,
    validation: &ValidationRules,
    upload: &UploadedFile,
    format: &SheetFormat,
    list: ValidatedList,
) -> Result<(), Error> {
    let draft = validation.draft;
    store_list(transaction, validation, list).await?;
    store::drafts::update_file(
        transaction,
        draft,
        &upload.file_name,
        &upload.digest,
        upload.size,
        format,
    )
    .await?;
    store::steps::delete(transaction, draft).await?;
    store::follow_ups::forget_refusals(transaction, draft).await?;
    store::call_follow_ups::forget(transaction, draft).await?;
    Ok(())
}

/// The headers and the match by which stored leads have to be validated again, where what they were validated by has changed.
pub fn revalidation_needed(validation: &ValidationRules, draft: &DraftRecord) -> Option<Matched> {
    let same = draft.country.as_deref() == Some(validation.country.as_str())
        && draft.variables.0 == validation.variables
        && draft.platform.as_deref() == Some(validation.platform.as_str());
    Matched::as_it_stands(draft).ok().filter(|_| !same)
}

/// A match of columns with fields.
pub struct Matched {
    pub headers: Vec<String>,
    pub mapping: Mapping,
    pub remembered_at: Option<Timestamp>,
}

impl Matched {
    /// As the draft's columns are matched now.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the draft has no list yet.
    pub fn as_it_stands(draft: &DraftRecord) -> Result<Matched, Error> {
        let (Some(headers), Some(mapping)) = (&draft.headers, &draft.mapping) else {
            return Err(Error::NotFound);
        };
        Ok(Matched {
            headers: headers.clone(),
            mapping: mapping.0.clone(),
            remembered_at: draft.remembered_at.as_ref().map(|at| at.to_jiff()),
        })
    }
}

/// The match of a list whose robot may have been changed: what the robot says is matched anew, by the first leads of `source`.
pub async fn matched_for_robot(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    (source, draft): (DraftId, &DraftRecord),
    matched: Matched,
) -> Result<Matched, Error> {
    if draft.variables.0 == validation.variables {
        return Ok(matched);
    }
    let first = store::leads::first_cells(connection, source, FIRST_ROWS).await?;
    let head = SheetHead {
        headers: &matched.headers,
        hidden: &[],
        first: &first,
    };
    let (variables, robots) = (&validation.variables, validation.robots.as_ref());
    let fresh = Mapping::of_sheet(&head, variables, validation.country, robots);
    Ok(Matched {
        mapping: matched.mapping.for_another_robot(&fresh),
        ..matched
    })
}

/// Validates the stored leads with that match of the columns; how many there are of each kind.
pub async fn revalidate(
    transaction: &mut PgConnection,
    validation: &ValidationRules,
    matched: Matched,
    given_up: CancellationToken,
) -> Result<Tally, Error> {
    let own = validation.draft;
    validate_leads_of(transaction, (own, None), validation, matched, given_up).await
}

/// Validates the leads of a draft, or those of some rows, fixes included, for the one that the rules are of: they become its leads.
pub async fn validate_leads_of(
    transaction: &mut PgConnection,
    (source, rows): (DraftId, Option<Vec<i32>>),
    validation: &ValidationRules,
    matched: Matched,
    given_up: CancellationToken,
) -> Result<Tally, Error> {
    let mut validate = ListValidator::new(validation.clone(), given_up);
    validate.summary.headers = matched.headers;
    validate.summary.mapping = matched.mapping;
    validate.summary.remembered_at = matched.remembered_at;
    let (sender, mut batches) = mpsc::channel::<Vec<RowRecord>>(1);
    let validated = tokio::task::spawn_blocking(move || {
        while let Some(rows) = batches.blocking_recv() {
            for row in rows {
                let state = row.state();
                if !validate.lead(&row.sheet_row()?, &state) {
                    return Err(validate.why_stopped());
                }
            }
        }
        validate.finish()
    });
    send_rows(transaction, source, rows, sender).await?;
    let list = validated
        .await
        .map_err(|error| Error::Machine(std::io::Error::other(error)))??;
    store_list(transaction, validation, list).await
}

/// Hands on the stored rows, until nobody takes them any more.
async fn send_rows(
    connection: &mut PgConnection,
    draft: DraftId,
    rows: Option<Vec<i32>>,
    sender: mpsc::Sender<Vec<RowRecord>>,
) -> Result<(), Error> {
    let mut rows = store::leads::rows(connection, draft, rows);
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while let Some(row) = rows.try_next().await? {
        bytes += row.cells.iter().map(String::len).sum::<usize>();
        batch.push(row);
        if batch.len() == ROWS_AT_ONCE || bytes > BYTES_AT_ONCE {
            bytes = 0;
            if sender.send(std::mem::take(&mut batch)).await.is_err() {
                return Ok(());
            }
        }
    }
    // Who no longer takes them says why when asked.
    let _ = sender.send(batch).await;
    Ok(())
}

/// Writes a validated list in place of the leads that the draft has, and what it counts up to, which is returned.
async fn store_list(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    list: ValidatedList,
) -> Result<Tally, Error> {
    let (sender, mut chunks) = mpsc::channel(CHUNKS_UNDER_WAY);
    let lines = list.lines;
    let sent = tokio::task::spawn_blocking(move || send_lines(lines, &sender));
    store::copy::replace(connection, validation.draft, &mut chunks).await?;
    sent.await
        .map_err(|error| Error::Machine(std::io::Error::other(error)))??;
    let mut summary = list.summary;
    let recent = recently_submitted(connection, validation.recent_window, &list.numbers).await?;
    if !recent.is_empty() {
        store::numbers::set_recent(connection, validation.draft, &recent).await?;
    }
    let listed = validation.screening.listed(connection, &list.numbers);
    let listed = listed.await?;
    if !listed.is_empty() {
        store::do_not_call::mark(connection, validation.draft, &listed).await?;
    }
    // The last of several rows, and what a later row says of the number, is only known at the end.
    let mut unsettled = list.held;
    unsettled.extend(listed.into_keys());
    if validation.leave_out_recent {
        unsettled.extend(recent.into_keys());
    }
    let unsettled = match validation.keep {
        DuplicatePolicy::First | DuplicatePolicy::All if validation.keep == list.keep => {
            Some(unsettled.as_slice())
        }
        _ => None,
    };
    if unsettled.is_none_or(|numbers| !numbers.is_empty()) {
        let counts = (&mut summary.tally, &mut summary.problems);
        resolve_stored_duplicates(connection, validation, unsettled, counts).await?;
    }
    let validated = ValidationRecord {
        headers: &summary.headers,
        mapping: &summary.mapping,
        country: validation.country.as_str(),
        platform: &validation.platform,
        variables: &validation.variables,
        numbers: &summary.common,
        remembered_at: summary.remembered_at,
    };
    store::drafts::update_validated(connection, validation.draft, &validated).await?;
    store::drafts::update_counts(
        connection,
        validation.draft,
        summary.tally,
        &summary.problems,
    )
    .await?;
    Ok(summary.tally)
}

/// Hands on the lines, until nobody takes them any more.
fn send_lines(mut lines: SpooledTempFile, sender: &mpsc::Sender<Vec<u8>>) -> std::io::Result<()> {
    loop {
        let mut chunk = Vec::with_capacity(CHUNK);
        Read::by_ref(&mut lines)
            .take(CHUNK as u64)
            .read_to_end(&mut chunk)?;
        if chunk.is_empty() || sender.blocking_send(chunk).is_err() {
            return Ok(());
        }
    }
}
