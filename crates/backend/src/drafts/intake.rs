//! Leads on their way in: read, judged, and streamed into the database at once.

use std::collections::HashMap;
use std::fs::File;

use jiff::Timestamp;
use leads::views::{RobotVariable, Tally};
use leads::{FaultCounts, LeadState, Mapping, Row, Seen};
use sha2::{Digest, Sha256};
use sqlx::{Acquire, PgConnection, Postgres, Transaction};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::judging::{Judging, settle};
use crate::error::Error;
use crate::sheet::{
    self, ReadOptions, SheetFault, SheetFormat, SheetRow, TakeRows, TextEncoding, UploadedFile,
};
use crate::store;
use crate::store::drafts::{DraftRecord, JudgedBy};
use crate::store::leads::encode;
use crate::store::matches::Remembered;

/// Lines for COPY are handed over when so many bytes have gathered.
const CHUNK: usize = 64 * 1024;

/// Chunks under way between the thread that judges and the one that writes.
const CHUNKS_UNDER_WAY: usize = 8;

/// How a sheet is to be read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The chosen robot's variables: headers may bear their names.
    pub variables: Vec<RobotVariable>,
    /// The encoding that a person chose.
    pub encoding: Option<TextEncoding>,
    /// The sheet that a person chose.
    pub sheet: Option<String>,
}

/// What came of judging a sheet.
#[derive(Default)]
struct Outcome {
    headers: Vec<String>,
    mapping: Mapping,
    remembered_at: Option<Timestamp>,
    tally: Tally,
    faults: FaultCounts,
}

/// Judges rows as they come, and sends them on.
struct Judge {
    judging: Judging,
    variables: Vec<RobotVariable>,
    remembered: HashMap<Vec<u8>, Remembered>,
    recent: HashMap<i64, Uuid>,
    outcome: Outcome,
    seen: Seen,
    draft: String,
    buffer: Vec<u8>,
    chunks: mpsc::Sender<Vec<u8>>,
}

impl Judge {
    /// `false` when nobody takes the leads any more.
    fn flush(&mut self) -> bool {
        let chunk = std::mem::replace(&mut self.buffer, Vec::with_capacity(CHUNK));
        self.chunks.blocking_send(chunk).is_ok()
    }

    fn lead(&mut self, row: u32, cells: &[String], state: &LeadState) -> bool {
        let mended = &state.mended;
        let judged = leads::judge_row(
            &Row { cells, mended },
            &self.outcome.mapping,
            &self.judging.rules(),
        );
        let duplicate_of = match state.left_out {
            true => None,
            false => self.seen.first_row(row, &judged),
        };
        let verdict = self
            .judging
            .verdict(judged, state.left_out, duplicate_of, &self.recent);
        self.outcome.tally.add(verdict.kind);
        if !state.left_out {
            self.outcome.faults.add(&verdict.faults);
        }
        encode(&mut self.buffer, &self.draft, row, cells, state, &verdict);
        self.buffer.len() < CHUNK || self.flush()
    }
}

impl TakeRows for Judge {
    fn headers(&mut self, headers: Vec<String>, first: &[SheetRow]) {
        match self
            .remembered
            .remove(&fingerprint(&headers, &self.variables))
        {
            Some(remembered) => {
                self.outcome.mapping = remembered.mapping.with_genders(&sheet::cells_of(first));
                self.outcome.remembered_at = Some(remembered.matched_at);
            }
            None => {
                self.outcome.mapping = Mapping::of_sheet(
                    &headers,
                    &sheet::cells_of(first),
                    &self.variables,
                    self.judging.country,
                    self.judging.robots.as_ref(),
                );
            }
        }
        self.outcome.headers = headers;
    }

    fn row(&mut self, row: u32, cells: &[String]) -> bool {
        self.lead(row, cells, &LeadState::default())
    }
}

/// What tells sheets with the same headers, for a robot with the same variables.
pub fn fingerprint(headers: &[String], variables: &[RobotVariable]) -> Vec<u8> {
    Sha256::digest(leads::headers_key(headers, variables)).to_vec()
}

/// Reads a sheet into the draft in place of the one it has. When the sheet cannot be used, the draft stays as it was.
pub async fn read_sheet(
    transaction: &mut Transaction<'_, Postgres>,
    judging: &Judging,
    reading: Reading,
    upload: &UploadedFile,
) -> Result<Result<SheetFormat, SheetFault>, Error> {
    let mut file = upload.reader()?;
    let mut savepoint = transaction.begin().await?;
    let remembered = store::matches::of_account(&mut savepoint, judging.lately.account).await?;
    let variables = reading.variables.clone();
    let prepare = move |judge: &mut Judge| {
        judge.variables = variables;
        judge.remembered = remembered;
    };
    let read = stream_leads(&mut savepoint, judging, prepare, move |judge| {
        read_and_judge(&mut file, &reading, judge)
    })
    .await?;
    match read {
        Ok(format) => {
            store::drafts::update_file(
                &mut savepoint,
                judging.draft,
                &upload.file_name,
                &upload.digest,
                upload.size,
                &format,
            )
            .await?;
            store::steps::delete(&mut savepoint, judging.draft).await?;
            savepoint.commit().await?;
            Ok(Ok(format))
        }
        Err(fault) => {
            savepoint.rollback().await?;
            Ok(Err(fault))
        }
    }
}

fn read_and_judge(
    file: &mut File,
    reading: &Reading,
    judge: &mut Judge,
) -> Result<SheetFormat, SheetFault> {
    let options = ReadOptions {
        encoding: reading.encoding,
        sheet: reading.sheet.as_deref(),
        ..ReadOptions::new(judge.judging.country, &reading.variables)
    };
    sheet::read(file, &options, judge)
}

/// Judges the stored leads again where what they were judged by has changed.
pub async fn judge_again(
    transaction: &mut PgConnection,
    judging: &Judging,
    draft: &DraftRecord,
) -> Result<(), Error> {
    let same = draft.country.as_deref() == Some(judging.country.as_str())
        && draft.platform.as_deref() == Some(judging.platform.as_str());
    match (&draft.headers, &draft.mapping) {
        (Some(headers), Some(mapping)) if !same => {
            let remembered_at = draft.remembered_at.as_ref().map(|at| at.to_jiff());
            judge_with(
                transaction,
                judging,
                headers.clone(),
                mapping.0.clone(),
                remembered_at,
            )
            .await
        }
        _ => Ok(()),
    }
}

/// Judges the stored leads with that match of the columns.
pub async fn judge_with(
    transaction: &mut PgConnection,
    judging: &Judging,
    headers: Vec<String>,
    mapping: Mapping,
    remembered_at: Option<Timestamp>,
) -> Result<(), Error> {
    let rows = store::leads::rows(transaction, judging.draft).await?;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|lead| Ok((store::row_number(lead.row)?, lead)))
        .collect::<Result<_, Error>>()?;
    let prepare = move |judge: &mut Judge| {
        judge.outcome.headers = headers;
        judge.outcome.mapping = mapping;
        judge.outcome.remembered_at = remembered_at;
    };
    let judged = stream_leads(transaction, judging, prepare, move |judge| {
        let mut rows = rows.into_iter();
        let all_taken = rows.all(|(row, lead)| judge.lead(row, &lead.cells, &lead.state()));
        if all_taken {
            Ok(())
        } else {
            Err(SheetFault::Stopped)
        }
    })
    .await?;
    judged.map_err(|_| Error::Inconsistent("leads could not be judged again"))
}

/// Runs `work` on a thread of its own and writes the leads that it judges, while it judges them; then what they count up to.
async fn stream_leads<T: Send + 'static>(
    connection: &mut PgConnection,
    judging: &Judging,
    prepare: impl FnOnce(&mut Judge),
    work: impl FnOnce(&mut Judge) -> Result<T, SheetFault> + Send + 'static,
) -> Result<Result<T, SheetFault>, Error> {
    let (sender, mut chunks) = mpsc::channel(CHUNKS_UNDER_WAY);
    let mut judge = Judge {
        judging: judging.clone(),
        variables: Vec::new(),
        remembered: HashMap::new(),
        recent: store::numbers::submitted(connection, judging.lately, None).await?,
        outcome: Outcome::default(),
        seen: Seen::default(),
        draft: judging.draft.to_string(),
        buffer: Vec::with_capacity(CHUNK),
        chunks: sender,
    };
    prepare(&mut judge);
    let judged = tokio::task::spawn_blocking(move || {
        let worked = work(&mut judge)?;
        if judge.flush() {
            Ok((worked, judge.outcome))
        } else {
            Err(SheetFault::Stopped)
        }
    });
    store::leads::replace(connection, judging.draft, &mut chunks).await?;
    let judged = judged
        .await
        .map_err(|error| Error::Machine(std::io::Error::other(error)))?;
    match judged {
        Ok((worked, outcome)) => {
            write_outcome(connection, judging, outcome).await?;
            Ok(Ok(worked))
        }
        Err(fault) => Ok(Err(fault)),
    }
}

async fn write_outcome(
    connection: &mut PgConnection,
    judging: &Judging,
    mut outcome: Outcome,
) -> Result<(), Error> {
    // The last of several rows is only known at the end.
    if judging.keep == leads::DuplicatePolicy::Last {
        settle(connection, judging, None, &mut outcome.tally).await?;
    }
    let judged = JudgedBy {
        headers: &outcome.headers,
        mapping: &outcome.mapping,
        country: judging.country.as_str(),
        platform: &judging.platform,
        remembered_at: outcome.remembered_at,
    };
    store::drafts::update_judged(connection, judging.draft, &judged).await?;
    store::drafts::update_counts(connection, judging.draft, outcome.tally, &outcome.faults).await?;
    Ok(())
}
