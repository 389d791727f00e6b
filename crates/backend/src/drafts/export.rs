//! Files for people: the rows to fix, and a template.

use std::fs::File;
use std::io::{self, Seek};

use futures::TryStreamExt;
use jiff::Timestamp;
use leads::views::ColumnView;
use leads::{Action, Field, GroupKey, Row, RowMarks};
use localization::{Language, Message};
use sheets::{FileKind, RowToFix};
use tokio::sync::mpsc;

use super::lead_views::problems_of;
use super::review::Columns;
use super::whole_list;
use crate::audit::{AuditAction, AuditEntry, AuditObject, FileOf};
use crate::error::{Error, Unreadable};
use crate::hourly::Costly;
use crate::ids::DraftId;
use crate::messages::file_names;
use crate::store::pages::PageRecord;
use crate::{Backend, Caller, accounts, robots, store};

/// A file for people, from its first byte on. It has no name in any folder.
#[derive(Debug)]
pub struct Download {
    /// What to call it: in English of ASCII alone.
    pub file_name: Message,
    /// Its bytes.
    pub file: File,
    /// Its bytes, counted.
    pub size: u64,
}

impl Download {
    pub(crate) fn of(file_name: Message, mut file: File) -> Result<Download, Error> {
        let size = file.metadata()?.len();
        file.rewind()?;
        Ok(Download {
            file_name,
            file,
            size,
        })
    }
}

/// Rows on their way from one place to the next: enough to keep both busy.
pub const ROWS_UNDER_WAY: usize = 64;

/// The rows of a draft that have to be fixed, or that AIRudder refused in its last check, with what is wrong; of a group, the rows
/// with its problem. Headers and reasons are in that language; [`import_fixed_rows`](super::import_fixed_rows) knows those of each.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft in the account; [`Error::TooOften`].
pub async fn rows_to_fix(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    kind: FileKind,
    group: Option<GroupKey>,
    language: Language,
) -> Result<Download, Error> {
    caller.must(Action::Prepare)?;
    backend.count(caller, Costly::Download, now)?;
    let account = accounts::of(backend, caller).await?;
    let known = robots::known(backend, &account, now).await?.robots;
    let (backend, caller) = (backend.clone(), caller.clone());
    let written = whole_list::run(backend.clone(), |given_up| async move {
        let draft = store::drafts::by_id(&backend.pool, account.id, id).await?;
        let draft = draft.ok_or(Error::NotFound)?;
        let columns = Columns::of_draft(&draft, &known)?;
        let mut transaction = backend.pool.begin().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        let check = store::checks::last_of(&mut transaction, id).await?;
        let check = check.filter(|check| check.draft_version == draft.version);
        let (sender, rows) = mpsc::channel(ROWS_UNDER_WAY);
        let file = tokio::task::spawn_blocking(move || write_rows(kind, language, &columns, rows));
        let check = check.map(|check| check.id);
        let mut records = store::pages::to_fix(&mut transaction, id, check, group);
        let mut rows_written = 0;
        while let Some(record) = records.try_next().await? {
            if given_up.is_cancelled() || sender.send(record).await.is_err() {
                break;
            }
            rows_written += 1;
        }
        drop((sender, records));
        let taken = AuditAction::FileDownloaded {
            file: FileOf::RowsToFix,
            rows: rows_written,
            whole_numbers: true,
        };
        let entry = AuditEntry::of(&caller, now, taken).about(AuditObject::Draft(id));
        store::audit::insert(&mut *transaction, &entry).await?;
        transaction.commit().await?;
        let file = file
            .await
            .map_err(|error| Error::Machine(io::Error::other(error)))??;
        Download::of(file_names::rows_to_fix(kind.extension()), file)
    });
    written.await
}

fn write_rows(
    kind: FileKind,
    language: Language,
    columns: &Columns,
    mut records: mpsc::Receiver<PageRecord>,
) -> Result<File, Error> {
    let fields = columns.shown();
    let headers = fields.iter().map(|column| columns.header(column.field));
    let headers: Vec<String> = headers.map(|header| header.text(language)).collect();
    let records = std::iter::from_fn(|| records.blocking_recv());
    let row = |record: &PageRecord| row_to_fix(record, columns, &fields, language);
    written(records, row, |rows, file| {
        sheets::write_rows_to_fix(kind, &headers, rows, language, file)
    })
}

/// The file that `write` makes of records, each as a `row`. A record that cannot be read ends it, and is what is wrong then.
pub(crate) fn written<Record, Row>(
    records: impl Iterator<Item = Record>,
    row: impl Fn(&Record) -> Result<Row, Unreadable>,
    write: impl FnOnce(&mut dyn Iterator<Item = Row>, &mut io::BufWriter<File>) -> io::Result<()>,
) -> Result<File, Error> {
    let mut unreadable = None;
    let mut rows =
        records.map_while(|record| row(&record).map_err(|error| unreadable = Some(error)).ok());
    let mut file = io::BufWriter::new(tempfile::tempfile()?);
    write(&mut rows, &mut file)?;
    drop(rows);
    match unreadable {
        Some(error) => Err(error.into()),
        None => Ok(file.into_inner().map_err(io::Error::from)?),
    }
}

fn row_to_fix(
    record: &PageRecord,
    columns: &Columns,
    fields: &[ColumnView],
    language: Language,
) -> Result<RowToFix, Unreadable> {
    let edits = record.lead.row.edits();
    let row = Row {
        cells: &record.lead.row.cells,
        edits: &edits,
        marks: &RowMarks::NONE,
    };
    let text = |field: Field| row.text(field, &columns.mapping).into_owned();
    let reasons = fields
        .iter()
        .flat_map(|column| problems_of(record, column.field, fields))
        .map(|problem| problem.sentence);
    Ok(RowToFix {
        row: store::row_number(record.lead.row.row)?,
        cells: fields.iter().map(|column| text(column.field)).collect(),
        reason: Message::sentences(reasons).text(language),
    })
}

/// A template for the leads of a robot, in that language.
///
/// # Errors
/// [`Error::NotFound`] where the account has no such robot.
pub async fn template(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    robot: &str,
    language: Language,
) -> Result<Download, Error> {
    caller.must(Action::Prepare)?;
    let account = accounts::of(backend, caller).await?;
    let (record, _) = robots::detailed(backend, account.id, now, robot).await?;
    let settings = account.settings;
    let written = whole_list::compute(move || {
        let mut file = io::BufWriter::new(tempfile::tempfile()?);
        let variables = &record.variables.0;
        let (country, platform) = (settings.country, &settings.platform);
        sheets::write_template(country, platform, variables, language, &mut file)?;
        Ok::<_, io::Error>(file.into_inner()?)
    });
    Download::of(file_names::list_template("xlsx"), written.await??)
}
