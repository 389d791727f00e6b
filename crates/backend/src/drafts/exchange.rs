//! Rows to mend as a file, and back again.

use std::collections::BTreeMap;
use std::fs::File;

use jiff::Timestamp;
use leads::views::{CellChange, LeadFilter, LeadQuery};
use leads::{Country, Field, LeadKind, Row};
use uuid::Uuid;

use super::mend::written;
use super::mending::Mending;
use super::review::{Columns, faults_of};
use crate::error::Error;
use crate::sheet::{
    self, FileKind, REASON_HEADER, ROW_HEADER, ReadOptions, RowToMend, SheetFault, SheetRow,
    TakeRows, UploadedFile, unescape_formula,
};
use crate::store::leads::LeadRecord;
use crate::store::pages::PageOf;
use crate::{Backend, Caller, accounts, robots, store};

/// A file for people.
#[derive(Debug)]
pub struct Download {
    /// What to call it.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The rows of a draft that have to be mended, or that AIRudder refused in its last check, with what is wrong.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft in the account.
pub async fn rows_to_mend(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    kind: FileKind,
) -> Result<Download, Error> {
    let account = accounts::of(backend, caller).await?;
    let known = robots::known(backend, &account, now).await?.robots;
    let draft = store::drafts::by_id(&backend.pool, account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    let columns = Columns::of_draft(&draft, &known)?;
    let fields = columns.shown();
    let check = store::checks::last_of(&mut *backend.pool.acquire().await?, id).await?;
    let check = check.filter(|check| check.draft_version == draft.version);
    let mut rows = BTreeMap::new();
    for show in [LeadFilter::Kind(LeadKind::ToMend), LeadFilter::Refused] {
        let query = LeadQuery {
            show,
            ..LeadQuery::default()
        };
        let wanted = PageOf {
            draft: id,
            check: check.as_ref().map(|check| check.id),
            mapping: &columns.mapping,
            query: &query,
            rows: None,
            most: i64::from(sheet::MOST_ROWS),
        };
        for record in store::pages::page(&backend.pool, &wanted).await? {
            let mended = record.lead.row.mended();
            let row = Row {
                cells: &record.lead.row.cells,
                mended: &mended,
            };
            let text = |field: Field| row.text(field, &columns.mapping).into_owned();
            let reasons = fields
                .iter()
                .flat_map(|column| faults_of(&record, column.field, &fields))
                .map(|fault| fault.sentence);
            let row_to_mend = RowToMend {
                row: store::row_number(record.lead.row.row)?,
                cells: fields.iter().map(|column| text(column.field)).collect(),
                reason: reasons.collect::<Vec<_>>().join(" "),
            };
            rows.insert(row_to_mend.row, row_to_mend);
        }
    }
    let headers: Vec<String> = fields.into_iter().map(|column| column.label).collect();
    let mut bytes = Vec::new();
    sheet::write_rows_to_mend(kind, &headers, rows.into_values(), &mut bytes)?;
    let file_name = format!("rows-to-mend.{}", kind.extension());
    Ok(Download { file_name, bytes })
}

/// A template for the leads of a robot.
///
/// # Errors
/// [`Error::NotFound`] where the account has no such robot.
pub async fn template(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    robot: &str,
) -> Result<Download, Error> {
    let account = accounts::of(backend, caller).await?;
    let (record, _) = robots::detailed(backend, account.id, now, robot).await?;
    let mut bytes = Vec::new();
    let settings = &account.settings;
    sheet::write_template(
        settings.country,
        &settings.platform,
        &record.variables.0,
        &mut bytes,
    )?;
    let file_name = "leads-template.xlsx".to_owned();
    Ok(Download { file_name, bytes })
}

/// The rows of a file that was downloaded and mended.
#[derive(Default)]
struct MendedRows {
    headers: Vec<String>,
    rows: Vec<SheetRow>,
}

impl TakeRows for MendedRows {
    fn headers(&mut self, headers: Vec<String>, _: &[SheetRow]) {
        self.headers = headers;
    }

    fn row(&mut self, row: u32, cells: &[String]) -> bool {
        self.rows.push((row, cells.to_vec()));
        true
    }
}

/// Takes the rows of a mended file back: each replaces the row of its number, and nothing else changes. How many changed.
///
/// # Errors
/// [`Error::Conflict`] where the file cannot be read, is not such a file, or names a row that the draft does not have:
/// nothing is changed then.
pub async fn take_mended_rows(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    upload: UploadedFile,
) -> Result<usize, Error> {
    let account = accounts::of(backend, caller).await?;
    let known = robots::known(backend, &account, now).await?.robots;
    let country = account.settings.country;
    let _turn = backend.intake.acquire().await.expect("never closed");
    let file = upload.reader()?;
    let read = tokio::task::spawn_blocking(move || read_mended(file, country))
        .await
        .map_err(|error| Error::Machine(std::io::Error::other(error)))?;
    let mended = read.map_err(|fault| Error::Conflict(fault.to_string()))?;
    let mut mending = Mending::open(backend, caller, now, id).await?;
    let columns = Columns::of_draft(&mending.draft, &known)?;
    let labels: Vec<(Field, String)> = columns
        .all()
        .into_iter()
        .map(|column| (column.field, column.label))
        .collect();
    let texts = mended_cells(&mended, &labels).map_err(Error::Conflict)?;
    let rows: Vec<i32> = texts
        .keys()
        .filter_map(|row| i32::try_from(*row).ok())
        .collect();
    let leads = store::leads::of_rows(&mut mending.transaction, id, &rows).await?;
    let found: Vec<u32> = leads
        .iter()
        .map(|lead| store::row_number(lead.row.row))
        .collect::<Result<_, _>>()?;
    if let Some(row) = texts.keys().find(|row| !found.contains(row)) {
        return Err(Error::Conflict(format!(
            "The file names row {row}, which this draft does not have. Nothing was changed: choose the file that was made from this draft."
        )));
    }
    let changes: Vec<_> = found
        .into_iter()
        .zip(leads)
        .map(|(row, lead): (u32, LeadRecord)| {
            let own = texts.get(&row).into_iter().flatten();
            let state = written(&lead, own, &mending.mapping);
            (lead, state)
        })
        .filter(|(lead, state)| lead.row.state() != *state)
        .collect();
    let changed = changes.len();
    let label = format!("Rows from “{}”", upload.file_name);
    mending.step(caller, now, &label, changes).await?;
    Ok(changed)
}

fn read_mended(mut file: File, country: Country) -> Result<MendedRows, SheetFault> {
    let mut mended = MendedRows::default();
    let options = ReadOptions::new(country, &[]);
    let format = sheet::read(&mut file, &options, &mut mended)?;
    if format.format == "csv" {
        let cells = mended.rows.iter_mut().flat_map(|(_, cells)| cells);
        for cell in cells.chain(&mut mended.headers) {
            *cell = unescape_formula(cell).to_owned();
        }
    }
    Ok(mended)
}

/// The changes by the row that they are for. Columns of other names are nobody's business here.
fn mended_cells(
    mended: &MendedRows,
    labels: &[(Field, String)],
) -> Result<BTreeMap<u32, Vec<CellChange>>, String> {
    let place = |name: &str| {
        mended
            .headers
            .iter()
            .position(|header| header.trim() == name)
    };
    let Some(number) = place(ROW_HEADER).filter(|_| place(REASON_HEADER).is_some()) else {
        return Err(format!(
            "This is not a file of rows to mend: its columns “{ROW_HEADER}” and “{REASON_HEADER}” are missing. Download the rows, mend them, and choose that file."
        ));
    };
    let fields: Vec<(Field, usize)> = labels
        .iter()
        .filter_map(|(field, label)| Some((*field, place(label)?)))
        .collect();
    let mut changes = BTreeMap::new();
    for (line, cells) in &mended.rows {
        let cell = |place: usize| cells.get(place).map_or("", String::as_str);
        let Ok(row) = cell(number).trim().parse::<u32>() else {
            return Err(format!(
                "Row {line} of the file has no number under “{ROW_HEADER}”. Nothing was changed: keep that column as it is."
            ));
        };
        let own = fields.iter().map(|(field, place)| CellChange {
            row,
            field: *field,
            text: cell(*place).to_owned(),
        });
        changes.insert(row, own.collect());
    }
    Ok(changes)
}
