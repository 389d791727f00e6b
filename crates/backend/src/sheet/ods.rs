//! OpenDocument spreadsheets (ODF 1.2 part 1, chapter 9).
//!
//! Read row by row: a few bytes may say that a row is repeated a million times, so a sheet must not be laid out in
//! memory as it claims to be. All sheets stand in one part, one after the other: it is gone over once, and a second time only
//! where no sheet names the number in its headers.

use std::io::{Read, Seek};

use quick_xml::events::Event;
use zip::ZipArchive;

use super::budget::Budget;
use super::cells::GrowingRow;
use super::intake::Intake;
use super::ods_cells::{Xml, attribute, repeated, shown_text, value};
use super::sheets::{self, Best, FirstRows, LONGEST_NAME, MOST_SHEETS, TakeRow};
use super::{LONGEST_CELL, MOST_COLUMNS, ReadOptions, SheetFault, SheetFormat, SheetRow};

/// Reads the sheet that was asked for, or else the one that looks most like leads.
pub(super) fn read<R: Read + Seek>(
    source: R,
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetFault> {
    let mut archive = ZipArchive::new(source).map_err(|_| SheetFault::Damaged)?;
    if is_encrypted(&mut archive, budget)? {
        return Err(SheetFault::Protected);
    }
    let mut tables = Tables::default();
    tables.go_over(
        &mut Xml::of_part(&mut archive, "content.xml", budget)?,
        options,
        budget,
        intake,
    )?;
    let place = match (tables.is_read, options.sheet) {
        (Some(place), _) => place,
        (None, Some(name)) => return Err(sheets::no_such_sheet(name)),
        (None, None) => {
            let best = tables.best.place();
            let place = best.map_err(|fault| sheets::with_left_out(fault, tables.left_out))?;
            let mut xml = Xml::of_part(&mut archive, "content.xml", budget)?;
            read_table(&mut xml, place, intake)?;
            place
        }
    };
    let sheet = tables.names.remove(place);
    Ok(SheetFormat::workbook(
        "ods",
        sheet,
        tables.names,
        tables.left_out,
    ))
}

/// What is known of the tables of a document once it was gone over.
#[derive(Default)]
struct Tables {
    names: Vec<String>,
    left_out: u32,
    best: Best,
    /// The one whose rows were handed on meanwhile.
    is_read: Option<usize>,
}

impl Tables {
    /// Hands on the rows of the sheet that was asked for, or of the first that names the number; of the others it looks at the
    /// first rows.
    fn go_over<R: Read + Seek>(
        &mut self,
        xml: &mut Xml<'_, R>,
        options: &ReadOptions<'_>,
        budget: &Budget<'_>,
        intake: &mut Intake<'_>,
    ) -> Result<(), SheetFault> {
        while let Some(name) = next_table(xml)? {
            if self.names.len() == MOST_SHEETS || name.len() > LONGEST_NAME {
                self.left_out = self.left_out.saturating_add(1);
                continue;
            }
            let place = self.names.len();
            let is_chosen = options.sheet == Some(name.as_str());
            self.names.push(name);
            if self.is_read.is_some() {
                continue;
            }
            if is_chosen {
                table_rows(xml, &mut |row| intake.row(row))?;
                self.is_read = Some(place);
            } else if options.sheet.is_none() {
                self.look_at(xml, options, budget, intake, place)?;
            }
            if intake.is_over() {
                break;
            }
        }
        Ok(())
    }

    fn look_at<R: Read + Seek>(
        &mut self,
        xml: &mut Xml<'_, R>,
        options: &ReadOptions<'_>,
        budget: &Budget<'_>,
        intake: &mut Intake<'_>,
        place: usize,
    ) -> Result<(), SheetFault> {
        let mut first = FirstRows::default();
        let mut is_read = false;
        let mut take = |row: &SheetRow| {
            if is_read {
                return intake.row(row);
            }
            if budget.look_at_row().is_err() {
                return false;
            }
            if first.take(row) {
                return true;
            }
            self.best.rank(place, first.rank(options));
            is_read = self.best.is_named();
            is_read && first.rows.iter().all(|row| intake.row(row))
        };
        let looked = table_rows(xml, &mut take);
        if is_read {
            self.is_read = Some(place);
            return looked;
        }
        match looked {
            Ok(()) if first.rows.is_empty() => {}
            Ok(()) => {
                self.best.rank(place, first.rank(options));
                if self.best.is_named() {
                    // The table has ended before there were enough rows: these are all of its own.
                    self.is_read = Some(place);
                    first.rows.iter().all(|row| intake.row(row));
                }
            }
            Err(fault) => self.best.unread(fault),
        }
        budget.fault().map_or(Ok(()), Err)
    }
}

/// Hands on the rows of the table at that place among those that are looked at.
fn read_table<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    place: usize,
    intake: &mut Intake<'_>,
) -> Result<(), SheetFault> {
    let mut before = 0;
    while let Some(name) = next_table(xml)? {
        if name.len() > LONGEST_NAME {
            continue;
        }
        if before == place {
            return table_rows(xml, &mut |row| intake.row(row));
        }
        before += 1;
    }
    Err(SheetFault::Damaged)
}

/// A document with a password says so of each part (ODF 1.2 part 3, 4.4).
fn is_encrypted<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    budget: &Budget<'_>,
) -> Result<bool, SheetFault> {
    if archive.index_for_name("META-INF/manifest.xml").is_none() {
        return Ok(false);
    }
    let mut xml = Xml::of_part(archive, "META-INF/manifest.xml", budget)?;
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "encryption-data" => {
                return Ok(true);
            }
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

/// Goes to the beginning of the next table; its name, or `None` when there are no more.
fn next_table<R: Read + Seek>(xml: &mut Xml<'_, R>) -> Result<Option<String>, SheetFault> {
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "table" => {
                return Ok(Some(attribute(&element, "table:name")?.unwrap_or_default()));
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}

fn table_rows<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    take: &mut TakeRow<'_>,
) -> Result<(), SheetFault> {
    let mut growing = GrowingRow::default();
    let mut above = 0_u32;
    loop {
        let times = match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "table-row" => {
                repeated(&element, "table:number-rows-repeated")?
            }
            Event::End(element) if element.local_name().as_ref() == "table" => return Ok(()),
            Event::Eof => return Err(SheetFault::Damaged),
            _ => continue,
        };
        row_cells(xml, above.saturating_add(1), &mut growing)?;
        if !leads::is_blank(growing.cells()) {
            for time in 1..=times {
                if !take(growing.numbered(above.saturating_add(time))) {
                    return Ok(());
                }
            }
        }
        above = above.saturating_add(times);
        growing.clear();
    }
}

fn row_cells<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    row: u32,
    growing: &mut GrowingRow,
) -> Result<(), SheetFault> {
    let mut column = 0_usize;
    loop {
        let (times, value) = match xml.next()? {
            Event::Start(element)
                if matches!(
                    element.local_name().as_ref(),
                    "table-cell" | "covered-table-cell"
                ) =>
            {
                let times = repeated(&element, "table:number-columns-repeated")?;
                let times = usize::try_from(times).unwrap_or(usize::MAX);
                (times, value(&element)?)
            }
            Event::End(element) if element.local_name().as_ref() == "table-row" => return Ok(()),
            Event::Eof => return Err(SheetFault::Damaged),
            _ => continue,
        };
        let shown = shown_text(xml)?;
        if value.is_none() && shown.length > LONGEST_CELL {
            return Err(SheetFault::CellTooLong {
                row,
                column: column.saturating_add(1),
                found: shown.length,
            });
        }
        let text = value.unwrap_or(shown.text);
        if !text.is_empty() {
            // One column too many is enough for the fault.
            for time in 0..times.min(MOST_COLUMNS + 1) {
                growing.put(row, column.saturating_add(time), &text)?;
            }
        }
        column = column.saturating_add(times);
    }
}
