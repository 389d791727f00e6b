//! Cells merged over several rows: what stands in the first is the value of every row that it covers.
//!
//! A cell merged over several columns fills the first of them only: the others have headers of their own, or none.

use super::{MOST_COLUMNS, SheetFault};

/// The most merged cells of one sheet that go over several rows: one for every second row of the largest sheet.
const MOST_MERGES: usize = 524_288;

/// A cell that goes over several rows, counted from 1; the column is counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    first_row: u32,
    last_row: u32,
    column: u32,
}

/// The merged cells of a sheet, those of several rows.
#[derive(Debug, Default)]
pub(super) struct Merges {
    all: Vec<Merge>,
    is_sorted: bool,
    next: usize,
    /// What goes down, by column: the last row, and the text.
    open: Vec<(usize, u32, String)>,
}

impl Merges {
    /// Notes a merged cell; rows from 1, columns from 0.
    ///
    /// # Errors
    /// [`SheetFault::TooMuchMemory`] when there are too many.
    pub fn add(&mut self, rows: (u32, u32), first_column: u32) -> Result<(), SheetFault> {
        let (first_row, last_row) = rows;
        if last_row <= first_row || first_column as usize >= MOST_COLUMNS {
            return Ok(());
        }
        if self.all.len() == MOST_MERGES {
            return Err(SheetFault::TooMuchMemory);
        }
        self.is_sorted = false;
        self.all.push(Merge {
            first_row,
            last_row,
            column: first_column,
        });
        Ok(())
    }

    /// Lets what was merged above go down into the row, then takes what goes down from it. Rows must come in their order.
    ///
    /// A row in which nothing else stands stays blank.
    pub fn pass(&mut self, row: u32, cells: &mut Vec<String>) {
        let is_done = self.all.is_empty() && self.open.is_empty();
        if is_done || cells.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        self.open.retain(|(_, last_row, _)| *last_row >= row);
        for (column, _, text) in &self.open {
            if cells.len() <= *column {
                cells.resize(column + 1, String::new());
            }
            if cells[*column].trim().is_empty() {
                cells[*column].clone_from(text);
            }
        }
        self.open_those_of(row, cells);
    }

    fn open_those_of(&mut self, row: u32, cells: &[String]) {
        if !self.is_sorted {
            self.all.sort_unstable();
            self.is_sorted = true;
        }
        while let Some(merge) = self.all.get(self.next) {
            if merge.first_row > row {
                return;
            }
            self.next += 1;
            let column = merge.column as usize;
            let text = cells.get(column).filter(|text| !text.trim().is_empty());
            // The first row of a merged cell may be one that is left out, and holds nothing then.
            if merge.first_row == row
                && let Some(text) = text
            {
                self.open.retain(|(other, _, _)| *other != column);
                self.open.push((column, merge.last_row, text.clone()));
            }
        }
        self.all.clear();
        self.next = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(merges: &mut Merges, row: u32, cells: &[&str]) -> Vec<String> {
        let mut cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        merges.pass(row, &mut cells);
        cells
    }

    #[test]
    fn a_value_goes_down_as_far_as_its_cell() {
        let mut merges = Merges::default();
        merges.add((4, 5), 1).unwrap();
        merges.add((2, 3), 0).unwrap();
        merges.add((2, 2), 1).unwrap();
        assert_eq!(
            passed(&mut merges, 1, &["Name", "Phone"]),
            ["Name", "Phone"]
        );
        assert_eq!(passed(&mut merges, 2, &["Ani", "1"]), ["Ani", "1"]);
        assert_eq!(passed(&mut merges, 3, &["", "2"]), ["Ani", "2"]);
        assert_eq!(passed(&mut merges, 4, &["", "3"]), ["", "3"]);
        assert_eq!(passed(&mut merges, 5, &["Budi"]), ["Budi", "3"]);
    }

    #[test]
    fn a_row_in_which_nothing_else_stands_stays_blank() {
        let mut merges = Merges::default();
        merges.add((1, 3), 0).unwrap();
        passed(&mut merges, 1, &["A title over three rows"]);
        assert_eq!(passed(&mut merges, 2, &["", ""]), ["", ""]);
    }

    #[test]
    fn too_many_merged_cells_are_refused() {
        let mut merges = Merges::default();
        let too_many = (0..=MOST_MERGES as u32).try_for_each(|at| merges.add((at, at + 1), 0));
        assert_eq!(too_many, Err(SheetFault::TooMuchMemory));
    }
}
