//! Which sheet of a workbook is read.

use super::SheetRow;
use super::headers::{self, Heading, LOOKED_AT};
use super::intake::Intake;
use super::{ReadOptions, SheetFault, SheetFormat};

/// Takes a row and its number; `false` ends the reading.
pub(super) type TakeRow<'a> = dyn FnMut(u32, &[String]) -> bool + 'a;

/// A workbook of whatever format.
pub(super) trait Workbook {
    /// The names of its sheets, those that are shown before those that are hidden.
    fn sheets(&self) -> Vec<String>;

    /// Hands on the rows of a sheet, from the first to the last. Blank ones may be left out.
    fn rows(&mut self, sheet: &str, take: &mut TakeRow<'_>) -> Result<(), SheetFault>;
}

/// Reads the sheet that was asked for, or else the one that looks most like leads.
pub(super) fn read(
    workbook: &mut dyn Workbook,
    format: &str,
    options: &ReadOptions<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetFault> {
    let mut names = workbook.sheets();
    let chosen = match options.sheet {
        Some(name) => names
            .iter()
            .position(|other| other == name)
            .ok_or_else(|| SheetFault::NoSuchSheet {
                name: name.to_owned(),
            })?,
        None => likeliest(workbook, &names, options)?,
    };
    let sheet = names.remove(chosen);
    workbook.rows(&sheet, &mut |row, cells| intake.row(row, cells))?;
    Ok(SheetFormat::workbook(format, sheet, names))
}

/// The first of those whose headers name the number, else of those that hold numbers, else of those that hold anything.
fn likeliest(
    workbook: &mut dyn Workbook,
    names: &[String],
    options: &ReadOptions<'_>,
) -> Result<usize, SheetFault> {
    let mut best = None;
    let mut unread = SheetFault::NoLeads;
    for (place, name) in names.iter().enumerate() {
        // A sheet that cannot be read may be a chart; it matters only where no other can.
        let first = match first_rows(workbook, name) {
            Ok(first) => first,
            Err(fault) => {
                unread = fault;
                continue;
            }
        };
        if first.is_empty() {
            continue;
        }
        let rank = rank(headers::heading(&first, options));
        if rank == NAMED {
            return Ok(place);
        }
        if best.is_none_or(|(_, other)| rank > other) {
            best = Some((place, rank));
        }
    }
    best.map(|(place, _)| place).ok_or(unread)
}

const NAMED: u8 = 2;

fn rank(heading: Heading) -> u8 {
    if heading.is_named {
        NAMED
    } else {
        u8::from(heading.has_numbers)
    }
}

fn first_rows(workbook: &mut dyn Workbook, sheet: &str) -> Result<Vec<SheetRow>, SheetFault> {
    let mut first = Vec::new();
    workbook.rows(sheet, &mut |row, cells| {
        if !leads::is_blank(cells) {
            first.push((row, cells.to_vec()));
        }
        first.len() < LOOKED_AT
    })?;
    Ok(first)
}
