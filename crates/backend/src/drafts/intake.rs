//! Leads on their way in: read, judged, and streamed into the database at once.

use std::fs::File;

use leads::views::{RobotVariable, Tally};
use leads::{Country, LeadKind, Level, Mapping, RowRules, Seen};
use sqlx::{Acquire, Postgres, Transaction};
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::error::Error;
use crate::sheet::{self, ReadOptions, SheetFault, SheetFormat, TakeRows, UploadedFile};
use crate::store;
use crate::store::drafts::{DraftRecord, Judged};
use crate::store::leads::{NewLead, encode};

/// Lines for COPY are handed over when so many bytes have gathered.
const CHUNK: usize = 64 * 1024;

/// Chunks under way between the thread that judges and the one that writes.
const CHUNKS_UNDER_WAY: usize = 8;

/// What leads are judged by.
#[derive(Clone, Debug)]
pub struct Judging {
    pub draft: Uuid,
    pub country: Country,
    pub platform: String,
    pub variables: Vec<RobotVariable>,
}

/// What came of judging a sheet.
struct Outcome {
    headers: Vec<String>,
    mapping: Mapping,
    tally: Tally,
}

/// Judges rows as they come, and sends them on.
struct Judge {
    judging: Judging,
    outcome: Outcome,
    seen: Seen,
    buffer: Vec<u8>,
    chunks: mpsc::Sender<Vec<u8>>,
}

impl Judge {
    fn new(judging: Judging, chunks: mpsc::Sender<Vec<u8>>) -> Judge {
        let outcome = Outcome {
            headers: Vec::new(),
            mapping: Mapping::default(),
            tally: Tally::default(),
        };
        Judge {
            judging,
            outcome,
            seen: Seen::default(),
            buffer: Vec::with_capacity(CHUNK),
            chunks,
        }
    }

    /// `false` when nobody takes the leads any more.
    fn flush(&mut self) -> bool {
        let chunk = std::mem::replace(&mut self.buffer, Vec::with_capacity(CHUNK));
        self.chunks.blocking_send(chunk).is_ok()
    }
}

impl TakeRows for Judge {
    fn headers(&mut self, headers: Vec<String>) {
        self.outcome.mapping = Mapping::guess(&headers, &self.judging.variables);
        self.outcome.headers = headers;
    }

    fn row(&mut self, row: u32, cells: &[String]) -> bool {
        let rules = RowRules {
            country: self.judging.country,
            platform: &self.judging.platform,
        };
        let judged = leads::judge_row(cells, &self.outcome.mapping, &rules);
        let refused = judged
            .faults
            .iter()
            .any(|fault| fault.level() == Level::Error);
        // A lead that is not sent must not hide a good one with the same number.
        let duplicate_of = match &judged.lead.mobile {
            Some(mobile) if !refused => self.seen.first_row(mobile, row),
            _ => None,
        };
        let kind = LeadKind::of(&judged.faults, duplicate_of.is_some());
        self.outcome.tally.add(kind);
        let lead = NewLead {
            row,
            cells,
            kind,
            duplicate_of,
            faults: &judged.faults,
        };
        encode(&mut self.buffer, self.judging.draft, &lead);
        self.buffer.len() < CHUNK || self.flush()
    }
}

/// Reads a sheet into the draft in place of the one it has. When the sheet cannot be used, the draft stays as it was.
pub async fn read_sheet(
    transaction: &mut Transaction<'_, Postgres>,
    judging: &Judging,
    upload: UploadedFile,
) -> Result<Result<(), SheetFault>, Error> {
    let mut file = upload.file.reopen()?;
    let mut savepoint = transaction.begin().await?;
    let read = stream_leads(&mut savepoint, judging, move |judge| {
        read_and_judge(&mut file, judge)
    })
    .await?;
    match read {
        Ok((format, outcome)) => {
            update_judged(&mut savepoint, judging, &outcome).await?;
            store::drafts::update_file(
                &mut savepoint,
                judging.draft,
                &upload.file_name,
                &upload.digest,
                upload.size,
                &format,
            )
            .await?;
            savepoint.commit().await?;
            Ok(Ok(()))
        }
        Err(fault) => {
            savepoint.rollback().await?;
            Ok(Err(fault))
        }
    }
}

fn read_and_judge(file: &mut File, judge: &mut Judge) -> Result<SheetFormat, SheetFault> {
    let variables = judge.judging.variables.clone();
    let options = ReadOptions::new(judge.judging.country, &variables);
    sheet::read(file, &options, judge)
}

/// Judges the stored leads again where what they were judged by has changed.
pub async fn judge_again(
    transaction: &mut Transaction<'_, Postgres>,
    judging: &Judging,
    draft: &DraftRecord,
) -> Result<(), Error> {
    let same = draft.country.as_deref() == Some(judging.country.as_str())
        && draft.platform.as_deref() == Some(judging.platform.as_str());
    match (&draft.headers, &draft.mapping) {
        (Some(headers), Some(mapping)) if !same => {
            judge_with(transaction, judging, headers.clone(), mapping.0.clone()).await
        }
        _ => Ok(()),
    }
}

/// Judges the stored leads with that match of the columns.
pub async fn judge_with(
    transaction: &mut Transaction<'_, Postgres>,
    judging: &Judging,
    headers: Vec<String>,
    mapping: Mapping,
) -> Result<(), Error> {
    let rows = store::leads::cells(transaction, judging.draft).await?;
    let judged = stream_leads(transaction, judging, move |judge| {
        judge.outcome.headers = headers;
        judge.outcome.mapping = mapping;
        let all_taken = rows.iter().all(|(row, cells)| judge.row(*row, cells));
        if all_taken {
            Ok(())
        } else {
            Err(SheetFault::Stopped)
        }
    })
    .await?;
    match judged {
        Ok(((), outcome)) => update_judged(transaction, judging, &outcome).await,
        Err(_) => Err(Error::Inconsistent("leads could not be judged again")),
    }
}

/// Runs `work` on a thread of its own and writes the leads that it judges, while it judges them.
async fn stream_leads<T: Send + 'static>(
    transaction: &mut Transaction<'_, Postgres>,
    judging: &Judging,
    work: impl FnOnce(&mut Judge) -> Result<T, SheetFault> + Send + 'static,
) -> Result<Result<(T, Outcome), SheetFault>, Error> {
    let (sender, mut chunks) = mpsc::channel(CHUNKS_UNDER_WAY);
    let mut judge = Judge::new(judging.clone(), sender);
    let judged = tokio::task::spawn_blocking(move || {
        let worked = work(&mut judge)?;
        if judge.flush() {
            Ok((worked, judge.outcome))
        } else {
            Err(SheetFault::Stopped)
        }
    });
    store::leads::replace(transaction, judging.draft, &mut chunks).await?;
    judged
        .await
        .map_err(|error| Error::Machine(std::io::Error::other(error)))
}

async fn update_judged(
    transaction: &mut Transaction<'_, Postgres>,
    judging: &Judging,
    outcome: &Outcome,
) -> Result<(), Error> {
    let judged = Judged {
        headers: &outcome.headers,
        mapping: &outcome.mapping,
        country: judging.country.as_str(),
        platform: &judging.platform,
        tally: outcome.tally,
    };
    store::drafts::update_judged(transaction, judging.draft, &judged).await?;
    Ok(())
}
