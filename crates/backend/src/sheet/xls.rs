//! Excel workbooks of 1997 to 2003 (MS-XLS), read with calamine once they are known to fit into memory.
//!
//! The parser lays out each sheet from its first filled cell to its last, whatever lies between, and copies the text of a cell
//! each time that it is named, so the records of the cells are passed over before.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use calamine::{Data, DataRef, Reader, Xls, XlsError};

use super::budget::{Budget, PaidFile};
use super::cells::{self, GrowingRow};
use super::intake::Intake;
use super::sheets::{self, TakeRow, Workbook};
use super::xlsx::{guarded, shown_first};
use super::{LARGEST_FILE, ReadOptions, SheetFault, SheetFormat, xls_records};

/// Reads the workbook.
pub(super) fn read(
    file: &mut File,
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetFault> {
    xls_records::check(&whole(file)?, budget)?;
    let source = BufReader::new(PaidFile::new(&*file, &[], budget)?);
    let workbook = guarded(|| {
        Xls::new(source).map_err(|error| match error {
            XlsError::Password => SheetFault::Protected,
            _ => SheetFault::Damaged,
        })
    })?;
    sheets::read(&mut OldWorkbook(workbook), "xls", options, budget, intake)
}

/// All bytes of the file.
fn whole(file: &mut File) -> Result<Vec<u8>, SheetFault> {
    let length = file.metadata()?.len().min(LARGEST_FILE);
    // A vector that grows while it is read would be up to twice as long.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.seek(SeekFrom::Start(0))?;
    file.by_ref().take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

struct OldWorkbook<R>(Xls<R>);

impl<R: Read + Seek> Workbook for OldWorkbook<R> {
    fn sheets(&self) -> Vec<String> {
        shown_first(self.0.sheets_metadata())
    }

    fn rows(&mut self, sheet: &str, take: &mut TakeRow<'_>) -> Result<(), SheetFault> {
        let range = guarded(|| {
            self.0
                .worksheet_range(sheet)
                .map_err(|_| SheetFault::Damaged)
        })?;
        let Some((first_row, first_column)) = range.start() else {
            return Ok(());
        };
        let first_column = usize::try_from(first_column).unwrap_or(usize::MAX / 2);
        let mut growing = GrowingRow::default();
        for (row, cells) in (first_row.saturating_add(1)..).zip(range.rows()) {
            growing.clear();
            for (column, cell) in (first_column..).zip(cells) {
                growing.put(row, column, &cells::text(&borrowed(cell)))?;
            }
            if !take(growing.numbered(row)) {
                break;
            }
        }
        Ok(())
    }
}

fn borrowed(cell: &Data) -> DataRef<'_> {
    match cell {
        Data::String(text) => DataRef::SharedString(text),
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(value) => DataRef::DateTime(*value),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}
