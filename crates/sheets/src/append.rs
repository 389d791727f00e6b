//! Several sheets of a workbook taken as one list: the rows of the others follow those of the first, in its columns.
//!
//! A row of another sheet bears the number that it has there, and the number of the list's last row before that sheet more: where the
//! list has 100 rows so far, row 2 of the next sheet is row 102. So numbers rise, and none comes twice.

use super::headers::{self, Heading};
use super::intake::Intake;
use super::sheets::{Extent, FirstRows, MAX_NAME_LENGTH, RowsAlone, TakeSheet, no_such_sheet};
use super::{ReadOptions, SheetError, SheetRow};

/// Hands on the rows of a sheet of that name.
pub(super) type ReadSheet<'r> =
    dyn FnMut(&str, Extent, &mut dyn TakeSheet) -> Result<(), SheetError> + 'r;

/// Hands on the rows of the sheets that are to be taken too, behind those of the sheet that was read; the names of those that were
/// taken, each once. `others` are the other sheets of the workbook.
///
/// # Errors
/// [`SheetError::OtherHeaders`] when a sheet has other headers than the first, in whatever order and spelling;
/// [`SheetError::NoSuchSheet`]; and whatever a row of theirs is refused with.
pub(super) fn sheets(
    first: &str,
    others: &[String],
    options: &ReadOptions<'_>,
    intake: &mut Intake<'_>,
    read: &mut ReadSheet<'_>,
) -> Result<Vec<String>, SheetError> {
    let mut taken: Vec<String> = Vec::new();
    if options.and_sheets.is_empty() || intake.is_over() {
        return Ok(taken);
    }
    let mut rows = FirstRows::default();
    let mut take = RowsAlone(|row: &SheetRow| rows.take(row));
    read(first, Extent::FirstRows, &mut take)?;
    let list = Headers::of(&rows, options);
    for name in options.and_sheets {
        if name == first || taken.contains(name) {
            continue;
        }
        if name.len() > MAX_NAME_LENGTH || !others.contains(name) {
            return Err(no_such_sheet(name));
        }
        let mut appended = Appended {
            options,
            list: &list,
            rows_before: intake.last_row(),
            intake: &mut *intake,
            first: FirstRows::default(),
            columns: None,
            row: SheetRow::default(),
        };
        read(name, Extent::WholeSheet, &mut appended)?;
        appended.end(name)?;
        if intake.is_over() {
            break;
        }
        taken.push(name.clone());
    }
    Ok(taken)
}

/// The headers of a sheet, and where they stand among its first rows.
struct Headers {
    place: Option<usize>,
    /// One for each column, written in one way.
    keys: Vec<String>,
}

impl Headers {
    fn of(first: &FirstRows, options: &ReadOptions<'_>) -> Headers {
        let Heading { place, .. } = headers::heading(&first.rows, options);
        let names = headers::header_cells(&first.rows, place);
        let key = |name: &String| leads::headers_key(std::slice::from_ref(name), &[]);
        Headers {
            place,
            keys: names.iter().map(key).collect(),
        }
    }

    /// Where each column of another sheet stands in this one; `None` where one has a header that the other has not. A header that comes
    /// several times is told by its turn, and so are columns without one: what is too many of these stands behind all others.
    fn columns_of(&self, other: &Headers) -> Option<Vec<usize>> {
        let mut free: Vec<Option<&str>> = self.keys.iter().map(|key| Some(key.as_str())).collect();
        let mut columns = Vec::with_capacity(other.keys.len());
        let mut behind = self.keys.len();
        for key in &other.keys {
            match free.iter().position(|free| *free == Some(key.as_str())) {
                Some(column) => {
                    free[column] = None;
                    columns.push(column);
                }
                None if key.is_empty() => {
                    columns.push(behind);
                    behind += 1;
                }
                None => return None,
            }
        }
        let is_missing = free.iter().flatten().any(|key| !key.is_empty());
        (!is_missing && self.place.is_some() == other.place.is_some()).then_some(columns)
    }
}

/// Takes the rows of one more sheet.
struct Appended<'a, 'i> {
    options: &'a ReadOptions<'a>,
    list: &'a Headers,
    rows_before: u32,
    intake: &'a mut Intake<'i>,
    first: FirstRows,
    /// Where its columns stand in the list, once that is known; nothing inside where they have no place there.
    columns: Option<Option<Vec<usize>>>,
    row: SheetRow,
}

impl Appended<'_, '_> {
    fn decide_headers(&mut self) -> bool {
        let first = std::mem::take(&mut self.first);
        let headers = Headers::of(&first, self.options);
        self.columns = Some(self.list.columns_of(&headers));
        let begin = headers.place.map_or(0, |place| place + 1);
        let above = u32::try_from(headers.place.unwrap_or(0)).unwrap_or(u32::MAX);
        self.intake.pass_headers(above, headers.place.is_some());
        first.rows[begin..].iter().all(|row| self.hand_on(row))
    }

    fn hand_on(&mut self, row: &SheetRow) -> bool {
        let Some(Some(columns)) = &self.columns else {
            return false;
        };
        let mut behind = columns.iter().map(|column| column + 1).max().unwrap_or(0);
        self.row.number = self.rows_before.saturating_add(row.number);
        self.row.marks.clone_from(&row.marks);
        self.row.cells.clear();
        for (place, cell) in row.cells.iter().enumerate() {
            // A cell beyond all headers stays beyond them.
            let column = columns.get(place).copied().unwrap_or_else(|| {
                behind += 1;
                behind - 1
            });
            if cell.is_empty() {
                continue;
            }
            if self.row.cells.len() <= column {
                self.row.cells.resize(column + 1, String::new());
            }
            self.row.cells[column].clone_from(cell);
        }
        self.intake.row(&self.row)
    }

    /// # Errors
    /// [`SheetError::OtherHeaders`].
    fn end(mut self, name: &str) -> Result<(), SheetError> {
        if self.columns.is_none() && !self.first.rows.is_empty() {
            self.decide_headers();
        }
        match self.columns {
            Some(None) => Err(SheetError::OtherHeaders {
                sheet: name.to_owned(),
            }),
            _ => Ok(()),
        }
    }
}

impl TakeSheet for Appended<'_, '_> {
    fn row(&mut self, row: &SheetRow) -> bool {
        match &self.columns {
            None => self.first.take(row) || self.decide_headers(),
            Some(_) => self.hand_on(row),
        }
    }
}
