//! Rows of tables whose cells may go over several columns and rows.

use leads::RowMarks;

use super::cells::StruckCells;
use super::{MAX_CELL_LENGTH, MAX_COLUMNS, SheetError, SheetRow};

/// How much text goes on in the rows below at most, in bytes.
const MAX_KEPT_BYTES: usize = 1024 * 1024;

/// A cell as the file has it.
#[derive(Clone, Debug, Default)]
pub(super) struct MergedCell {
    /// What it holds.
    pub text: CellText,
    /// How many columns it covers; none is one.
    pub columns: u32,
    /// How many rows it covers; none is one.
    pub rows: u32,
    /// Whether a line goes through all of its text.
    pub is_struck_through: bool,
}

/// The text of a cell. What is longer than any cell may be is counted, but not kept.
#[derive(Clone, Debug, Default)]
pub(super) struct CellText {
    text: String,
    /// In bytes.
    length: usize,
}

impl CellText {
    /// One of so many bytes that none of it is kept.
    pub fn too_long(length: usize) -> CellText {
        CellText {
            text: String::new(),
            length,
        }
    }

    /// Puts more behind it.
    pub fn push(&mut self, more: &str) {
        self.length = self.length.saturating_add(more.len());
        if self.length <= MAX_CELL_LENGTH {
            // Postgres stores no NUL, and nobody types one.
            self.text
                .extend(more.chars().filter(|character| *character != '\0'));
        }
    }

    /// What is kept of it.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<&str> for CellText {
    fn from(text: &str) -> CellText {
        let mut cell = CellText::default();
        cell.push(text);
        cell
    }
}

/// A row that grows cell by cell, among cells of rows above that reach into it.
#[derive(Default)]
pub(super) struct MergingRow {
    row: SheetRow,
    column: usize,
    /// How many rows have gone by.
    passed: u64,
    /// Of each column, how many rows must have gone by before it is free.
    taken_until: Vec<u64>,
    /// The texts that go on below, one at most in a column.
    going_on: Vec<GoingOn>,
    /// How many rows must have gone by before the first of those texts is over.
    next_over: u64,
    /// How long those texts are together, in bytes.
    kept: usize,
    struck: StruckCells,
}

struct GoingOn {
    column: usize,
    until: u64,
    text: String,
}

impl MergingRow {
    /// Puts the next cell into the first column that is free; `row` is for the problem. What is merged over several rows is each
    /// row's own; of several columns it is the first one's.
    pub fn put(&mut self, row: u32, cell: &MergedCell) -> Result<(), SheetError> {
        let reaching = self.taken_until.get(self.column..).unwrap_or_default();
        self.column += reaching
            .iter()
            .take_while(|until| **until > self.passed)
            .count();
        self.put_text(row, &cell.text)?;
        self.struck.note(cell.text.as_str(), cell.is_struck_through);
        let columns = usize::try_from(cell.columns.max(1)).unwrap_or(usize::MAX);
        let end = self.column.saturating_add(columns);
        if cell.rows > 1 {
            self.reach(cell, end.min(MAX_COLUMNS));
        }
        self.column = end;
        Ok(())
    }

    fn put_text(&mut self, row: u32, text: &CellText) -> Result<(), SheetError> {
        if text.length == 0 {
            return Ok(());
        }
        if self.column >= MAX_COLUMNS {
            return Err(SheetError::TooManyColumns {
                row,
                found: self.column.saturating_add(1),
            });
        }
        if text.length > MAX_CELL_LENGTH {
            return Err(SheetError::CellTooLong {
                row,
                column: self.column + 1,
                found: text.length,
            });
        }
        set(&mut self.row.cells, self.column, &text.text);
        Ok(())
    }

    fn reach(&mut self, cell: &MergedCell, end: usize) {
        if self.column >= end {
            return;
        }
        let until = self.passed.saturating_add(u64::from(cell.rows));
        if self.taken_until.len() < end {
            self.taken_until.resize(end, 0);
        }
        self.taken_until[self.column..end].fill(until);
        let covered = self.column..end;
        self.keep_texts(|above| !covered.contains(&above.column));
        let text = cell.text.as_str();
        if !text.is_empty() && self.kept + text.len() <= MAX_KEPT_BYTES {
            self.kept += text.len();
            self.next_over = self.next_over.min(until);
            self.going_on.push(GoingOn {
                column: self.column,
                until,
                text: text.to_owned(),
            });
        }
    }

    fn keep_texts(&mut self, is_kept: impl Fn(&GoingOn) -> bool) {
        self.going_on.retain(|above| is_kept(above));
        let lengths = self.going_on.iter().map(|above| above.text.len());
        self.kept = lengths.sum();
        let ends = self.going_on.iter().map(|above| above.until);
        self.next_over = ends.min().unwrap_or(u64::MAX);
    }

    /// The next cell stands in that column, from 0.
    pub fn go_to(&mut self, column: usize) {
        self.column = column;
    }

    /// The row is over: what reaches into it is put there. A row in which nothing else stands stays blank.
    pub fn end(&mut self, number: u32, is_hidden: bool) -> &SheetRow {
        if !self.struck.is_blank() {
            for above in &self.going_on {
                let cell = self.row.cells.get(above.column);
                if cell.is_none_or(String::is_empty) {
                    set(&mut self.row.cells, above.column, &above.text);
                }
            }
        }
        self.pass_rows(1);
        self.row.number = number;
        self.row.marks = RowMarks {
            hidden: is_hidden,
            struck_through: self.struck.is_row_struck_through(),
            ..RowMarks::NONE
        };
        &self.row
    }

    /// The next row begins.
    pub fn clear(&mut self) {
        self.row.cells.clear();
        self.struck = StruckCells::default();
        self.column = 0;
    }

    /// The next row begins, of that number.
    pub fn begin(&mut self, number: u32) {
        self.clear();
        self.row.number = number;
    }

    /// The number of the row that grows.
    pub fn number(&self) -> u32 {
        self.row.number
    }

    /// So many rows have gone by.
    pub fn pass_rows(&mut self, count: u32) {
        self.passed = self.passed.saturating_add(u64::from(count));
        if self.passed >= self.next_over {
            let passed = self.passed;
            self.keep_texts(|above| above.until > passed);
        }
    }
}

fn set(cells: &mut Vec<String>, column: usize, text: &str) {
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    cells[column].clear();
    cells[column].push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, columns: u32, rows: u32) -> MergedCell {
        MergedCell {
            text: CellText::from(text),
            columns,
            rows,
            is_struck_through: false,
        }
    }

    #[test]
    fn a_merged_cell_is_each_rows_own_and_moves_the_others() {
        let mut row = MergingRow::default();
        row.put(1, &cell("Ana", 1, 2)).expect("it fits");
        row.put(1, &cell("wide", 2, 1)).expect("it fits");
        row.put(1, &cell("x", 1, 1)).expect("it fits");
        assert_eq!(row.end(1, false).cells, ["Ana", "wide", "", "x"]);
        row.clear();
        row.put(2, &cell("y", 1, 1)).expect("it fits");
        assert_eq!(row.end(2, false).cells, ["Ana", "y"]);
        row.clear();
        row.put(3, &cell("z", 1, 1)).expect("it fits");
        assert_eq!(row.end(3, false).cells, ["z"]);
        assert_eq!((row.kept, row.going_on.len()), (0, 0));
    }

    #[test]
    fn a_row_in_which_nothing_else_stands_stays_blank() {
        let mut row = MergingRow::default();
        row.put(1, &cell("A title over three rows", 1, 3))
            .expect("it fits");
        assert_eq!(row.end(1, false).cells, ["A title over three rows"]);
        row.clear();
        assert!(leads::is_blank(&row.end(2, false).cells));
        row.clear();
        row.put(3, &cell("y", 1, 1)).expect("it fits");
        assert_eq!(row.end(3, false).cells, ["A title over three rows", "y"]);
    }

    #[test]
    fn a_claim_to_cover_everything_takes_no_memory() {
        let mut row = MergingRow::default();
        row.put(1, &cell("Ana", u32::MAX, u32::MAX))
            .expect("it fits");
        assert!(row.taken_until.len() <= MAX_COLUMNS);
        let more = row.put(1, &cell("more", 1, 1));
        assert!(matches!(more, Err(SheetError::TooManyColumns { .. })));
    }
}
