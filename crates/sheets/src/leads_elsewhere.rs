//! How many leads the sheets of a workbook seem to hold that are not read: a person is told that they are there.

use super::budget::Budget;
use super::headers::{self, resembles_a_number};
use super::sheets::{Extent, FirstRows, RowsAlone, Workbook};
use super::{ReadOptions, SheetRow};

/// How much text may be looked at, in bytes. Merged cells make much of it out of few bytes that are unpacked.
const MAX_TEXT_BYTES: usize = 64 * 1024 * 1024;

/// Counts in every sheet of those names, as far as it costs little.
pub(super) fn of_workbook<'n>(
    workbook: &mut dyn Workbook,
    names: impl Iterator<Item = &'n String>,
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
) -> Vec<(String, u32)> {
    let mut found = Vec::new();
    let mut text = 0;
    budget.spare(|| {
        for name in names {
            let mut counted = Counted::new(options);
            let mut take = RowsAlone(|row: &SheetRow| {
                text += row.cells.iter().map(String::len).sum::<usize>();
                text <= MAX_TEXT_BYTES && budget.look_at_row().is_ok() && counted.take(row)
            });
            // A sheet that breaks off has the leads that came before.
            let _ = workbook.rows(name, Extent::FirstRows, &mut take);
            note(&mut found, name, counted);
        }
    });
    found
}

/// Notes what was counted in a sheet, unless there was nothing.
pub(super) fn note(found: &mut Vec<(String, u32)>, name: &str, counted: Counted<'_>) {
    let leads = counted.finish();
    if leads > 0 {
        found.push((name.to_owned(), leads));
    }
}

/// Counts the rows of a sheet that look like leads, while they pass.
pub(super) struct Counted<'o> {
    options: &'o ReadOptions<'o>,
    first: FirstRows,
    /// The column that holds the numbers, once that is settled; `None` inside where none does.
    column: Option<Option<usize>>,
    leads: u32,
}

impl<'o> Counted<'o> {
    pub fn new(options: &'o ReadOptions<'o>) -> Counted<'o> {
        Counted {
            options,
            first: FirstRows::default(),
            column: None,
            leads: 0,
        }
    }

    /// Takes a row; `false` when there is nothing to count.
    pub fn take(&mut self, row: &SheetRow) -> bool {
        match self.column {
            None => {
                if !self.first.take(row) {
                    self.decide_headers();
                }
                self.column.is_none_or(|column| column.is_some())
            }
            Some(Some(column)) => {
                self.leads += u32::from(has_number(row, column));
                true
            }
            Some(None) => false,
        }
    }

    fn decide_headers(&mut self) {
        let rows = &self.first.rows;
        let heading = headers::heading(rows, self.options);
        let leads = &rows[heading.place.map_or(0, |place| place + 1)..];
        let columns = leads.iter().filter_map(|row| {
            let is_number = |cell: &String| headers::is_number(cell, self.options.country);
            row.cells.iter().position(is_number)
        });
        let mut counts: Vec<(usize, u32)> = Vec::new();
        for column in columns {
            match counts.iter_mut().find(|(other, _)| *other == column) {
                Some((_, count)) => *count += 1,
                None => counts.push((column, 1)),
            }
        }
        // The first of those that have the most.
        let column = counts
            .iter()
            .rev()
            .max_by_key(|(_, count)| *count)
            .map(|(column, _)| *column);
        self.leads = column.map_or(0, |column| {
            let leads = leads.iter().filter(|row| has_number(row, column)).count();
            u32::try_from(leads).unwrap_or(u32::MAX)
        });
        self.column = Some(column);
    }

    /// How many there were.
    pub fn finish(mut self) -> u32 {
        if self.column.is_none() && !self.first.rows.is_empty() {
            self.decide_headers();
        }
        self.leads
    }
}

fn has_number(row: &SheetRow, column: usize) -> bool {
    row.cells
        .get(column)
        .is_some_and(|cell| resembles_a_number(cell))
}
