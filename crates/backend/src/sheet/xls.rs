//! Excel workbooks of 1997 to 2003 (MS-XLS), read with calamine once they are known to fit into memory.
//!
//! The parser lays out each sheet from its first filled cell to its last, whatever lies between, so the records of the
//! cells are passed over before.

use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom};

use calamine::{Data, DataRef, Reader, Xls, XlsError};

use super::cells::{self, GrowingRow};
use super::compound::{Compound, u16_at, u32_at};
use super::intake::Intake;
use super::sheets::{self, TakeRow, Workbook};
use super::xlsx::{guarded, shown_first};
use super::{LARGEST_FILE, MOST_UNPACKED, ReadOptions, SheetFault, SheetFormat};

/// The most cells of all sheets together, the empty ones between them counted.
const MOST_CELLS: u64 = 8_000_000;

/// The most that the format allows on one sheet: 65,536 rows by 256 columns.
const LARGEST_SHEET: u64 = 65_536 * 256;

/// Reads the workbook.
pub(super) fn read(
    file: &mut File,
    options: &ReadOptions<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetFault> {
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    file.by_ref().take(LARGEST_FILE).read_to_end(&mut bytes)?;
    check(&bytes)?;
    let workbook = guarded(|| {
        Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => SheetFault::Protected,
            _ => SheetFault::Damaged,
        })
    })?;
    sheets::read(&mut OldWorkbook(workbook), "xls", options, intake)
}

struct OldWorkbook(Xls<Cursor<Vec<u8>>>);

impl Workbook for OldWorkbook {
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
                growing.put(row, column, cells::text(&borrowed(cell)))?;
            }
            if !take(row, growing.cells()) {
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

/// Refuses what the parser would choke on.
fn check(bytes: &[u8]) -> Result<(), SheetFault> {
    let compound = Compound::parse(bytes)?;
    if compound.has("EncryptedPackage") {
        return Err(SheetFault::Protected);
    }
    // Since 1997 the stream is called so; before that it was a book.
    let name = ["Workbook", "Book"]
        .into_iter()
        .find(|name| compound.has(name))
        .ok_or(SheetFault::NotASheet)?;
    let stream = compound.stream(name).ok_or(SheetFault::Damaged)?;
    let (mut cells, mut passed) = (0, 0);
    for (at, sheet) in bound_sheets(&stream)? {
        let extent = extent(stream.get(at..).ok_or(SheetFault::Damaged)?)?;
        // Many sheets may claim to begin at the same place.
        passed += extent.passed as u64;
        cells += extent.cells();
        if passed > MOST_UNPACKED {
            return Err(SheetFault::Damaged);
        }
        if cells > MOST_CELLS {
            return Err(SheetFault::TooSparse {
                sheet,
                rows: extent.rows(),
                columns: extent.columns(),
            });
        }
    }
    Ok(())
}

/// The type of a record, its data, and how many bytes both took.
fn record(stream: &[u8]) -> Option<(u16, &[u8], usize)> {
    let length = usize::from(u16_at(stream, 2)?);
    let data = stream.get(4..4 + length)?;
    Some((u16_at(stream, 0)?, data, 4 + length))
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const PASSWORD: u16 = 0x002F;
const SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const NUMBERS: u16 = 0x00BD;

/// Where each sheet begins in the stream, and its name (MS-XLS 2.4.28).
fn bound_sheets(mut stream: &[u8]) -> Result<Vec<(usize, String)>, SheetFault> {
    let mut sheets = Vec::new();
    while let Some((kind, data, length)) = record(stream) {
        match kind {
            PASSWORD if u16_at(data, 0).unwrap_or(0) != 0 => return Err(SheetFault::Protected),
            SHEET => {
                let at = u32_at(data, 0).and_then(|at| usize::try_from(at).ok());
                sheets.push((at.ok_or(SheetFault::Damaged)?, sheet_name(data)));
            }
            END => break,
            _ => {}
        }
        stream = &stream[length..];
    }
    Ok(sheets)
}

fn sheet_name(data: &[u8]) -> String {
    let is_wide = data.get(7).is_some_and(|flags| flags & 1 == 1);
    let text = data.get(8..).unwrap_or_default();
    if is_wide {
        encoding_rs::UTF_16LE
            .decode_without_bom_handling(text)
            .0
            .into_owned()
    } else {
        text.iter().map(|byte| char::from(*byte)).collect()
    }
}

/// From where to where the filled cells of a sheet go.
#[derive(Default)]
struct Extent {
    first: Option<(u16, u16)>,
    last: (u16, u16),
    passed: usize,
}

impl Extent {
    fn add(&mut self, row: u16, columns: (u16, u16)) {
        let (first_row, first_column) = self.first.unwrap_or((row, columns.0));
        self.first = Some((first_row.min(row), first_column.min(columns.0)));
        self.last = (self.last.0.max(row), self.last.1.max(columns.1));
    }

    fn rows(&self) -> u32 {
        self.first
            .map_or(0, |(row, _)| u32::from(self.last.0 - row) + 1)
    }

    fn columns(&self) -> u32 {
        self.first
            .map_or(0, |(_, column)| u32::from(self.last.1 - column) + 1)
    }

    fn cells(&self) -> u64 {
        u64::from(self.rows()) * u64::from(self.columns())
    }
}

/// Passes over the records of a sheet that begins there; charts within it have records of their own.
fn extent(mut stream: &[u8]) -> Result<Extent, SheetFault> {
    let mut extent = Extent::default();
    let mut depth = 0_u32;
    while let Some((kind, data, length)) = record(stream) {
        extent.passed += length;
        stream = &stream[length..];
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth > 1 => {}
            DIMENSIONS => check_dimensions(data)?,
            // Number, Label, RString, BoolErr, RK, LabelSst, Formula: row and column come first.
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 | NUMBERS => {
                let row = u16_at(data, 0).ok_or(SheetFault::Damaged)?;
                let first = u16_at(data, 2).ok_or(SheetFault::Damaged)?;
                let last = match kind {
                    NUMBERS => u16_at(data, data.len() - 2).ok_or(SheetFault::Damaged)?,
                    _ => first,
                };
                if last < first {
                    return Err(SheetFault::Damaged);
                }
                extent.add(row, (first, last));
            }
            _ => {}
        }
    }
    Ok(extent)
}

/// The parser reserves memory for as many cells as a sheet claims to have (MS-XLS 2.4.90).
fn check_dimensions(data: &[u8]) -> Result<(), SheetFault> {
    let narrow = |at| u16_at(data, at).map(u32::from);
    let sides = if data.len() == 10 {
        [narrow(0), narrow(2), narrow(4), narrow(6)]
    } else {
        [u32_at(data, 0), u32_at(data, 4), narrow(8), narrow(10)]
    };
    let [Some(top), Some(bottom), Some(left), Some(right)] = sides else {
        return Err(SheetFault::Damaged);
    };
    let rows = bottom.checked_sub(top);
    // Where the columns make no sense, the parser starts from the first.
    let columns = right.checked_sub(left).unwrap_or(right).max(1);
    let is_empty = bottom == 0 || right == 0;
    let area = rows.map(|rows| u64::from(rows) * u64::from(columns));
    match area {
        _ if is_empty => Ok(()),
        Some(area) if area <= LARGEST_SHEET => Ok(()),
        _ => Err(SheetFault::Damaged),
    }
}
