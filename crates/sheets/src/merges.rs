//! Merged cells: what stands in the first cell is the value of every row that they cover, and what lies under them is not on the
//! screen.
//!
//! A cell merged over several columns fills the first of them only: the others have headers of their own, or none.

use super::{MAX_COLUMNS, SheetError};

/// The most merged cells of one sheet that go over several rows: one for every second row of the largest sheet.
const MAX_MERGES: usize = 524_288;

/// A merged cell: rows counted from 1, columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    first_row: u32,
    last_row: u32,
    left: u16,
    right: u16,
}

impl Merge {
    /// Empties what it covers beside its first column.
    fn cover(self, cells: &mut [String]) {
        let covered = cells
            .iter_mut()
            .take(usize::from(self.right) + 1)
            .skip(usize::from(self.left) + 1);
        covered.for_each(String::clear);
    }
}

/// The merged cells of a sheet.
#[derive(Debug, Default)]
pub(super) struct Merges {
    all: Vec<Merge>,
    is_sorted: bool,
    next: usize,
    /// What goes down, with its text.
    open: Vec<(Merge, String)>,
}

impl Merges {
    /// Notes a merged cell; rows from 1, columns from 0, both ends included.
    ///
    /// # Errors
    /// [`SheetError::TooMuchMemory`] when too many go over several rows.
    pub fn add(&mut self, rows: (u32, u32), columns: (u32, u32)) -> Result<(), SheetError> {
        let (first_row, last_row) = rows;
        let (left, right) = columns;
        let is_of_one_row = last_row <= first_row;
        if left as usize >= MAX_COLUMNS || last_row < first_row || (is_of_one_row && right <= left)
        {
            return Ok(());
        }
        if self.all.len() == MAX_MERGES {
            // What is merged in one row only is hardly ever laid over anything.
            return match is_of_one_row {
                true => Ok(()),
                false => Err(SheetError::TooMuchMemory),
            };
        }
        let [left, right] =
            [left, right.max(left)].map(|column| u16::try_from(column).unwrap_or(u16::MAX));
        self.is_sorted = false;
        self.all.push(Merge {
            first_row,
            last_row,
            left,
            right,
        });
        Ok(())
    }

    /// Lets what was merged above go down into the row, in place of what lies under it, then takes what goes down from it. Rows
    /// must come in their order.
    ///
    /// A row in which nothing else stands stays blank.
    pub fn pass(&mut self, row: u32, cells: &mut Vec<String>) {
        let is_done = self.all.is_empty() && self.open.is_empty();
        let are_blank = |cells: &[String]| cells.iter().all(|cell| cell.trim().is_empty());
        if is_done || are_blank(cells) {
            return;
        }
        self.open.retain(|(merge, _)| merge.last_row >= row);
        for (merge, _) in &self.open {
            if let Some(first) = cells.get_mut(usize::from(merge.left)) {
                first.clear();
            }
            merge.cover(cells);
        }
        if !self.open.is_empty() && are_blank(cells) {
            return;
        }
        for (merge, text) in &self.open {
            let column = usize::from(merge.left);
            if cells.len() <= column && !text.is_empty() {
                cells.resize(column + 1, String::new());
            }
            if let Some(first) = cells.get_mut(column) {
                first.clone_from(text);
            }
        }
        self.open_those_of(row, cells);
    }

    fn open_those_of(&mut self, row: u32, cells: &mut [String]) {
        if !self.is_sorted {
            self.all.sort_unstable();
            self.is_sorted = true;
        }
        while let Some(merge) = self.all.get(self.next).copied() {
            if merge.first_row > row {
                return;
            }
            self.next += 1;
            if merge.last_row < row {
                continue;
            }
            let column = usize::from(merge.left);
            // The first row of a merged cell may be one that is left out, and holds nothing then.
            let text = match cells.get_mut(column) {
                Some(first) if merge.first_row == row => first.clone(),
                Some(first) => {
                    first.clear();
                    String::new()
                }
                None => String::new(),
            };
            merge.cover(cells);
            if merge.last_row > row {
                self.open.retain(|(other, _)| other.left != merge.left);
                self.open.push((merge, text));
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
        merges.add((4, 5), (1, 1)).unwrap();
        merges.add((2, 3), (0, 0)).unwrap();
        merges.add((2, 2), (1, 1)).unwrap();
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
        merges.add((1, 3), (0, 0)).unwrap();
        passed(&mut merges, 1, &["A title over three rows"]);
        assert_eq!(passed(&mut merges, 2, &["", ""]), ["", ""]);
    }

    #[test]
    fn what_lies_under_a_merged_cell_is_not_there() {
        let mut merges = Merges::default();
        merges.add((1, 2), (0, 1)).unwrap();
        merges.add((3, 3), (1, 2)).unwrap();
        merges.add((4, 6), (0, 0)).unwrap();
        assert_eq!(passed(&mut merges, 1, &["Ani", "x", "1"]), ["Ani", "", "1"]);
        assert_eq!(passed(&mut merges, 2, &["y", "z", "2"]), ["Ani", "", "2"]);
        assert_eq!(
            passed(&mut merges, 3, &["Budi", "3", "4"]),
            ["Budi", "3", ""]
        );
        // The first row of the next merged cell is blank, and so is all of it.
        assert_eq!(passed(&mut merges, 5, &["under", "5"]), ["", "5"]);
        assert_eq!(passed(&mut merges, 6, &["under", ""]), ["", ""]);
        assert_eq!(passed(&mut merges, 7, &["Citra", "7"]), ["Citra", "7"]);
    }

    #[test]
    fn too_many_merged_cells_are_refused() {
        let mut merges = Merges::default();
        let too_many = (0..=MAX_MERGES as u32).try_for_each(|at| merges.add((at, at + 1), (0, 0)));
        assert_eq!(too_many, Err(SheetError::TooMuchMemory));
    }
}
