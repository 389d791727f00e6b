//! Which sheet of a workbook is read.

use super::SheetRow;
use super::budget::Budget;
use super::headers::{self, Heading, LOOKED_AT};
use super::intake::{Intake, MAX_WAITING};
use super::{ReadOptions, SheetError, SheetFormat, append, leads_elsewhere};

/// The most sheets of a workbook that are looked at and offered, those that are shown before those that are hidden.
pub(super) const MAX_SHEETS: usize = 64;

/// The longest name of a sheet that is looked at, in bytes. Excel allows 31 characters.
pub(super) const MAX_NAME_LENGTH: usize = 1024;

/// Takes what a sheet holds.
pub(super) trait TakeSheet {
    /// Which columns are hidden, from 0. Told before the first row.
    fn hidden_columns(&mut self, _: Vec<usize>) {}

    /// Takes a row; `false` ends the reading.
    fn row(&mut self, row: &SheetRow) -> bool;
}

impl TakeSheet for Intake<'_> {
    fn hidden_columns(&mut self, columns: Vec<usize>) {
        self.hide_columns(columns);
    }

    fn row(&mut self, row: &SheetRow) -> bool {
        Intake::row(self, row)
    }
}

/// Takes the rows of a sheet and nothing else.
pub(super) struct RowsAlone<F>(pub F);

impl<F: FnMut(&SheetRow) -> bool> TakeSheet for RowsAlone<F> {
    fn row(&mut self, row: &SheetRow) -> bool {
        (self.0)(row)
    }
}

/// How much of a sheet somebody wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// A few rows, to tell what the sheet holds. What stands behind all rows is not worth a search.
    FirstRows,
    /// Everything.
    WholeSheet,
}

/// A workbook of whatever format.
pub(super) trait Workbook {
    /// The names of its sheets, those that are shown before those that are hidden.
    fn sheets(&self) -> Vec<String>;

    /// Hands on the rows of a sheet, from the first to the last. Blank ones may be left out.
    fn rows(
        &mut self,
        sheet: &str,
        extent: Extent,
        take: &mut dyn TakeSheet,
    ) -> Result<(), SheetError>;
}

/// The names of sheets, given with whether they are shown; those that are hidden come last.
pub(super) fn shown_first<'n>(sheets: impl Iterator<Item = (&'n str, bool)>) -> Vec<String> {
    let (shown, hidden): (Vec<_>, Vec<_>) = sheets.partition(|(_, is_shown)| *is_shown);
    let names = shown.into_iter().chain(hidden);
    names.map(|(name, _)| name.to_owned()).collect()
}

/// Reads the sheet that was asked for, or else the one that looks most like leads.
pub(super) fn read(
    workbook: &mut dyn Workbook,
    format: &str,
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetError> {
    let mut names = workbook.sheets();
    let all = names.len();
    names.retain(|name| name.len() <= MAX_NAME_LENGTH);
    names.truncate(MAX_SHEETS);
    let left_out = u32::try_from(all - names.len()).unwrap_or(u32::MAX);
    let chosen = match options.sheet {
        Some(name) => names
            .iter()
            .position(|other| other == name)
            .ok_or_else(|| no_such_sheet(name))?,
        None => likeliest(workbook, &names, options, budget)
            .map_err(|error| with_left_out(error, left_out))?,
    };
    let sheet = names.remove(chosen);
    workbook.rows(&sheet, Extent::WholeSheet, intake)?;
    let and_sheets = append::sheets(
        &sheet,
        &names,
        options,
        intake,
        &mut |name, extent, take| workbook.rows(name, extent, take),
    )?;
    let leads_elsewhere = if intake.is_over() {
        Vec::new()
    } else {
        let left = names.iter().filter(|name| !and_sheets.contains(name));
        leads_elsewhere::of_workbook(workbook, left, options, budget)
    };
    Ok(SheetFormat {
        and_sheets,
        leads_elsewhere,
        ..SheetFormat::workbook(format, sheet, names, left_out)
    })
}

pub(super) fn no_such_sheet(name: &str) -> SheetError {
    SheetError::NoSuchSheet {
        name: name.to_owned(),
    }
}

/// Where nothing was found, it matters that not everything was looked at.
pub(super) fn with_left_out(error: SheetError, left_out: u32) -> SheetError {
    match error {
        SheetError::NoLeads if left_out > 0 => SheetError::NoLeadsInSheets { left_out },
        error => error,
    }
}

/// The first of those whose headers name the number, else of those that hold numbers, else of those that hold anything.
fn likeliest(
    workbook: &mut dyn Workbook,
    names: &[String],
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
) -> Result<usize, SheetError> {
    let mut best = Best::default();
    for (place, name) in names.iter().enumerate() {
        let mut first = FirstRows::default();
        let mut take = RowsAlone(|row: &SheetRow| budget.look_at_row().is_ok() && first.take(row));
        let looked = workbook.rows(name, Extent::FirstRows, &mut take);
        if let Some(error) = budget.error() {
            return Err(error);
        }
        match looked {
            Ok(()) if first.rows.is_empty() => {}
            Ok(()) => best.rank(place, first.rank(options)),
            Err(error) => best.unread(error),
        }
        if best.is_named() {
            break;
        }
    }
    best.place()
}

const NAMED: u8 = 2;

/// Whether the headers of a sheet of that rank name the number: no other can be likelier.
pub(super) fn is_named(rank: u8) -> bool {
    rank == NAMED
}

/// The likeliest of the sheets that were looked at.
pub(super) struct Best {
    found: Option<(usize, u8)>,
    unread: SheetError,
}

impl Default for Best {
    fn default() -> Best {
        Best {
            found: None,
            unread: SheetError::NoLeads,
        }
    }
}

impl Best {
    pub fn rank(&mut self, place: usize, rank: u8) {
        if self.found.is_none_or(|(_, other)| rank > other) {
            self.found = Some((place, rank));
        }
    }

    /// A sheet that cannot be read may be a chart; it matters only where no other can.
    pub fn unread(&mut self, error: SheetError) {
        self.unread = error;
    }

    /// Whether no other sheet can be likelier.
    pub fn is_named(&self) -> bool {
        self.found.is_some_and(|(_, rank)| rank == NAMED)
    }

    pub fn place(self) -> Result<usize, SheetError> {
        self.found.map(|(place, _)| place).ok_or(self.unread)
    }
}

/// The first rows of a sheet that are not blank: as many as it takes to tell what it holds.
#[derive(Default)]
pub(super) struct FirstRows {
    pub rows: Vec<SheetRow>,
    bytes: u64,
}

impl FirstRows {
    /// `false` when there are enough of them.
    pub fn take(&mut self, row: &SheetRow) -> bool {
        if !leads::is_blank(&row.cells) {
            self.bytes += row.cells.iter().map(|cell| cell.len() as u64).sum::<u64>();
            self.rows.push(row.clone());
        }
        self.rows.len() < LOOKED_AT && self.bytes < MAX_WAITING
    }

    /// How much they look like leads.
    pub fn rank(&self, options: &ReadOptions<'_>) -> u8 {
        let Heading {
            is_named,
            has_numbers,
            ..
        } = headers::heading(&self.rows, options);
        if is_named {
            NAMED
        } else {
            u8::from(has_numbers)
        }
    }
}
