//! Excel workbooks in a zip archive (ECMA-376, MS-XLSB), read with calamine, cell by cell.

use std::io::{Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Cell, DataRef, Reader, Sheet, SheetType, SheetVisible, Xlsb, XlsbError, Xlsx, XlsxError,
};

use super::SheetFault;
use super::cells::{self, GrowingRow};
use super::sheets::{TakeRow, Workbook};

/// Opens an `.xlsx` or `.xlsm`.
pub(super) fn open<R: Read + Seek>(source: R) -> Result<Xlsx<R>, SheetFault> {
    guarded(|| Xlsx::new(source).map_err(xlsx_fault))
}

/// Opens an `.xlsb`.
pub(super) fn open_binary<R: Read + Seek>(source: R) -> Result<Xlsb<R>, SheetFault> {
    guarded(|| Xlsb::new(source).map_err(xlsb_fault))
}

impl<R: Read + Seek> Workbook for Xlsx<R> {
    fn sheets(&self) -> Vec<String> {
        shown_first(self.sheets_metadata())
    }

    fn rows(&mut self, sheet: &str, take: &mut TakeRow<'_>) -> Result<(), SheetFault> {
        let mut cells = guarded(|| self.worksheet_cells_reader(sheet).map_err(xlsx_fault))?;
        let mut rows = Rows::new(take);
        while let Some(cell) = guarded(|| cells.next_cell().map_err(xlsx_fault))?
            && rows.put(&cell)?
        {}
        rows.end()
    }
}

impl<R: Read + Seek> Workbook for Xlsb<R> {
    fn sheets(&self) -> Vec<String> {
        shown_first(self.sheets_metadata())
    }

    fn rows(&mut self, sheet: &str, take: &mut TakeRow<'_>) -> Result<(), SheetFault> {
        let mut cells = guarded(|| self.worksheet_cells_reader(sheet).map_err(xlsb_fault))?;
        let mut rows = Rows::new(take);
        while let Some(cell) = guarded(|| cells.next_cell().map_err(xlsb_fault))?
            && rows.put(&cell)?
        {}
        rows.end()
    }
}

/// The names of worksheets, without charts and macros; hidden sheets come last.
pub(super) fn shown_first(sheets: &[Sheet]) -> Vec<String> {
    let mut sheets: Vec<&Sheet> = sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .collect();
    sheets.sort_by_key(|sheet| sheet.visible != SheetVisible::Visible);
    sheets.into_iter().map(|sheet| sheet.name.clone()).collect()
}

/// The parsers index without looking where a file is not what it says; for the person that is a damaged file.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, SheetFault>) -> Result<T, SheetFault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(SheetFault::Damaged))
}

fn xlsx_fault(error: XlsxError) -> SheetFault {
    match error {
        XlsxError::Password => SheetFault::Protected,
        _ => SheetFault::Damaged,
    }
}

fn xlsb_fault(error: XlsbError) -> SheetFault {
    match error {
        XlsbError::Password => SheetFault::Protected,
        _ => SheetFault::Damaged,
    }
}

/// Gathers cells to rows.
struct Rows<'a, 't> {
    take: &'a mut TakeRow<'t>,
    /// The number of the row that grows, from 1.
    row: u32,
    growing: GrowingRow,
    is_stopped: bool,
}

impl<'a, 't> Rows<'a, 't> {
    fn new(take: &'a mut TakeRow<'t>) -> Rows<'a, 't> {
        Rows {
            take,
            row: 0,
            growing: GrowingRow::default(),
            is_stopped: false,
        }
    }

    /// Takes the next cell; `false` when nobody wants more.
    fn put(&mut self, cell: &Cell<DataRef<'_>>) -> Result<bool, SheetFault> {
        let (row, column) = cell.get_position();
        let row = row.saturating_add(1);
        if row < self.row {
            return Err(SheetFault::Damaged);
        }
        if row > self.row {
            self.hand_on();
            self.row = row;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX - 1);
        self.growing
            .put(row, column, &cells::text(cell.get_value()))?;
        Ok(!self.is_stopped)
    }

    fn hand_on(&mut self) {
        if !self.is_stopped && !self.growing.cells().is_empty() {
            self.is_stopped = !(self.take)(self.growing.numbered(self.row));
        }
        self.growing.clear();
    }

    fn end(mut self) -> Result<(), SheetFault> {
        self.hand_on();
        Ok(())
    }
}
