//! Excel workbooks of 1993 to 2003 (MS-XLS), read record by record.
//!
//! The file is in memory as a whole, and its rows are handed on one by one, in their order, wherever their records stand.

mod cell;
mod globals;
mod records;
mod rows;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use super::budget::Budget;
use super::compound::Compound;
use super::intake::Intake;
use super::sheets::{self, Extent, TakeSheet, Workbook, shown_first};
use super::{MAX_FILE_BYTES, ReadOptions, SheetError, SheetFormat};
use globals::Globals;

/// Reads the workbook.
pub(super) fn read(
    file: &mut File,
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetError> {
    let bytes = whole(file)?;
    let stream = workbook_stream(&bytes)?;
    drop(bytes);
    budget.go_on()?;
    let globals = Globals::read(&stream, options.country).map_err(|error| budget.refuse(error))?;
    let mut workbook = OldWorkbook {
        stream: &stream,
        globals,
        budget,
    };
    sheets::read(&mut workbook, "xls", options, budget, intake)
}

/// All bytes of the file.
fn whole(file: &mut File) -> Result<Vec<u8>, SheetError> {
    let length = file.metadata()?.len().min(MAX_FILE_BYTES);
    // A vector that grows while it is read would be up to twice as long.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.seek(SeekFrom::Start(0))?;
    file.by_ref().take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, SheetError> {
    let compound = Compound::parse(bytes)?;
    // A workbook of any kind under its password (MS-OFFCRYPTO 2.3.4.4).
    if compound.has("EncryptedPackage") {
        return Err(SheetError::Protected);
    }
    // Since 1997 the stream is called so; before that it was a book.
    let name = ["Workbook", "Book"]
        .into_iter()
        .find(|name| compound.has(name))
        .ok_or(SheetError::NotASheet)?;
    compound.stream(name).ok_or(SheetError::Damaged)
}

struct OldWorkbook<'s> {
    stream: &'s [u8],
    globals: Globals,
    budget: &'s Budget<'s>,
}

impl Workbook for OldWorkbook<'_> {
    fn sheets(&self) -> Vec<String> {
        let sheets = self.globals.sheets.iter();
        shown_first(sheets.map(|sheet| (sheet.name.as_str(), sheet.is_shown)))
    }

    fn rows(&mut self, sheet: &str, _: Extent, take: &mut dyn TakeSheet) -> Result<(), SheetError> {
        let mut sheets = self.globals.sheets.iter();
        let found = sheets.find(|other| other.name == sheet);
        let at = found.ok_or(SheetError::Damaged)?.at;
        rows::read(self.stream, at, &self.globals, self.budget, take)
    }
}
