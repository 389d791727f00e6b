//! OpenDocument spreadsheets (ODF 1.2 part 1, chapter 9).
//!
//! Read row by row: a few bytes may say that a row is repeated a million times, so a sheet must not be laid out in
//! memory as it claims to be. All sheets stand in one part, one after the other: it is gone over once, and a second time only
//! where no sheet names the number in its headers.

mod cell;
mod rows;
mod styles;

use std::io::{Read, Seek};

use quick_xml::events::Event;
use zip::ZipArchive;

use super::append;
use super::budget::Budget;
use super::intake::Intake;
use super::leads_elsewhere::{self, Counted};
use super::sheets::{self, Best, FirstRows, MAX_NAME_LENGTH, MAX_SHEETS, RowsAlone, TakeSheet};
use super::xml::{Xml, attribute};
use super::{ReadOptions, SheetError, SheetFormat, SheetRow};
use styles::Styles;

/// The part of the tables, and that of the styles which people give names to.
const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";

/// Reads the sheet that was asked for, or else the one that looks most like leads.
pub(super) fn read<R: Read + Seek>(
    source: R,
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetError> {
    let mut archive = ZipArchive::new(source).map_err(|_| SheetError::Damaged)?;
    if is_encrypted(&mut archive, budget)? {
        return Err(SheetError::Protected);
    }
    let mut styles = Styles::default();
    if archive.index_for_name(STYLES).is_some() {
        styles.read(&mut Xml::of_part(&mut archive, STYLES, budget)?)?;
    }
    let mut xml = Xml::of_part(&mut archive, CONTENT, budget)?;
    styles.read(&mut xml)?;
    let mut tables = Tables::new(options, budget, &styles);
    tables.go_over(&mut xml, intake)?;
    drop(xml);
    let place = match (tables.is_read, options.sheet) {
        (Some(place), _) => place,
        (None, Some(name)) => return Err(sheets::no_such_sheet(name)),
        (None, None) => {
            let best = tables.best().place();
            let place = best.map_err(|error| sheets::with_left_out(error, tables.left_out))?;
            let mut xml = Xml::of_part(&mut archive, CONTENT, budget)?;
            read_table(&mut xml, place, &styles, intake)?;
            place
        }
    };
    let left_out = tables.left_out;
    let sheet = tables.names.remove(place);
    tables.hidden.remove(place);
    let are_shown = tables.hidden.iter().map(|is_hidden| !is_hidden);
    let names = sheets::shown_first(tables.names.iter().map(String::as_str).zip(are_shown));
    let and_sheets = append::sheets(&sheet, &names, options, intake, &mut |name, _, take| {
        let mut xml = Xml::of_part(&mut archive, CONTENT, budget)?;
        read_named(&mut xml, name, &styles, take)
    })?;
    let read: Vec<&str> = and_sheets
        .iter()
        .chain([&sheet])
        .map(String::as_str)
        .collect();
    let mut leads_elsewhere = Vec::new();
    if names.len() > and_sheets.len() && !intake.is_over() {
        budget.spare(|| {
            // A document that breaks off has the leads that came before.
            let _ = Xml::of_part(&mut archive, CONTENT, budget).and_then(|mut xml| {
                count_elsewhere(
                    &mut xml,
                    &read,
                    options,
                    &styles,
                    budget,
                    &mut leads_elsewhere,
                )
            });
        });
    }
    Ok(SheetFormat {
        and_sheets,
        leads_elsewhere,
        ..SheetFormat::workbook("ods", sheet, names, left_out)
    })
}

/// What is known of the tables of a document once it was gone over.
struct Tables<'t> {
    options: &'t ReadOptions<'t>,
    budget: &'t Budget<'t>,
    styles: &'t Styles,
    names: Vec<String>,
    /// Whether each of them is hidden.
    hidden: Vec<bool>,
    left_out: u32,
    best: Best,
    /// The places and ranks of those that are hidden, which count after all others.
    hidden_ranks: Vec<(usize, u8)>,
    /// The one whose rows were handed on meanwhile.
    is_read: Option<usize>,
}

impl<'t> Tables<'t> {
    fn new(options: &'t ReadOptions<'t>, budget: &'t Budget<'t>, styles: &'t Styles) -> Tables<'t> {
        Tables {
            options,
            budget,
            styles,
            names: Vec::new(),
            hidden: Vec::new(),
            left_out: 0,
            best: Best::default(),
            hidden_ranks: Vec::new(),
            is_read: None,
        }
    }

    /// The likeliest of those that were looked at.
    fn best(&mut self) -> Best {
        let mut best = std::mem::take(&mut self.best);
        for (place, rank) in self.hidden_ranks.drain(..) {
            best.rank(place, rank);
        }
        best
    }

    /// Hands on the rows of the sheet that was asked for, or of the first that is shown and names the number; of the others it
    /// looks at the first rows.
    fn go_over<R: Read + Seek>(
        &mut self,
        xml: &mut Xml<'_, R>,
        intake: &mut Intake<'_>,
    ) -> Result<(), SheetError> {
        while let Some(table) = next_table(xml)? {
            let is_hidden = table.is_hidden(self.styles);
            let name = table.name;
            if self.names.len() == MAX_SHEETS || name.len() > MAX_NAME_LENGTH {
                self.left_out = self.left_out.saturating_add(1);
                continue;
            }
            let place = self.names.len();
            let is_chosen = self.options.sheet == Some(name.as_str());
            self.names.push(name);
            self.hidden.push(is_hidden);
            if self.is_read.is_some() {
                continue;
            }
            if is_chosen {
                rows::read(xml, self.styles, intake)?;
                self.is_read = Some(place);
            } else if self.options.sheet.is_none() {
                self.look_at(xml, intake, place)?;
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
        intake: &mut Intake<'_>,
        place: usize,
    ) -> Result<(), SheetError> {
        let mut look = Look {
            options: self.options,
            budget: self.budget,
            intake,
            first: FirstRows::default(),
            hidden_columns: Vec::new(),
            rank: None,
            may_be_read: !self.hidden[place],
            is_read: false,
        };
        let looked = rows::read(xml, self.styles, &mut look);
        if looked.is_ok() {
            // The table may have ended before there were enough rows: these are all of its own.
            look.settle();
        }
        match look.rank {
            Some(rank) if look.may_be_read => self.best.rank(place, rank),
            Some(rank) => self.hidden_ranks.push((place, rank)),
            None => {}
        }
        if look.is_read {
            self.is_read = Some(place);
            return looked;
        }
        if let Err(error) = looked {
            self.best.unread(error);
        }
        self.budget.error().map_or(Ok(()), Err)
    }
}

/// Looks at the first rows of a table, and hands on all of them where they name the number.
struct Look<'l, 'i> {
    options: &'l ReadOptions<'l>,
    budget: &'l Budget<'l>,
    intake: &'l mut Intake<'i>,
    first: FirstRows,
    hidden_columns: Vec<usize>,
    /// How much the table looks like leads, once that is settled.
    rank: Option<u8>,
    /// Not where the table is hidden: one that is shown may follow.
    may_be_read: bool,
    is_read: bool,
}

impl Look<'_, '_> {
    /// `false` where nothing more of the table is wanted.
    fn settle(&mut self) -> bool {
        if self.rank.is_some() || self.first.rows.is_empty() {
            return self.is_read;
        }
        let rank = self.first.rank(self.options);
        self.rank = Some(rank);
        self.is_read = self.may_be_read && sheets::is_named(rank);
        if self.is_read {
            self.intake
                .hide_columns(std::mem::take(&mut self.hidden_columns));
        }
        self.is_read && self.first.rows.iter().all(|row| self.intake.row(row))
    }
}

impl TakeSheet for Look<'_, '_> {
    fn hidden_columns(&mut self, columns: Vec<usize>) {
        self.hidden_columns = columns;
    }

    fn row(&mut self, row: &SheetRow) -> bool {
        if self.is_read {
            return self.intake.row(row);
        }
        self.budget.look_at_row().is_ok() && (self.first.take(row) || self.settle())
    }
}

/// Hands on the rows of the table at that place among those that are looked at.
fn read_table<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    place: usize,
    styles: &Styles,
    intake: &mut Intake<'_>,
) -> Result<(), SheetError> {
    let mut before = 0;
    while let Some(Table { name, .. }) = next_table(xml)? {
        if name.len() > MAX_NAME_LENGTH {
            continue;
        }
        if before == place {
            return rows::read(xml, styles, intake);
        }
        before += 1;
    }
    Err(SheetError::Damaged)
}

/// Hands on the rows of the first table of that name.
fn read_named<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    name: &str,
    styles: &Styles,
    take: &mut dyn TakeSheet,
) -> Result<(), SheetError> {
    while let Some(other) = next_table(xml)? {
        if other.name == name {
            return rows::read(xml, styles, take);
        }
    }
    Err(SheetError::Damaged)
}

/// Counts the leads in all tables but those, among those that are looked at.
fn count_elsewhere<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    read: &[&str],
    options: &ReadOptions<'_>,
    styles: &Styles,
    budget: &Budget<'_>,
    found: &mut Vec<(String, u32)>,
) -> Result<(), SheetError> {
    let mut place = 0;
    while let Some(Table { name, .. }) = next_table(xml)? {
        if place == MAX_SHEETS || name.len() > MAX_NAME_LENGTH {
            continue;
        }
        place += 1;
        if read.contains(&name.as_str()) {
            continue;
        }
        let mut counted = Counted::new(options);
        let mut take =
            RowsAlone(|row: &SheetRow| budget.look_at_row().is_ok() && counted.take(row));
        let looked = rows::read(xml, styles, &mut take);
        leads_elsewhere::note(found, &name, counted);
        looked?;
    }
    Ok(())
}

/// A document with a password says so of each part (ODF 1.2 part 3, 4.4).
fn is_encrypted<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    budget: &Budget<'_>,
) -> Result<bool, SheetError> {
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

/// A table that begins.
struct Table {
    name: String,
    style: Option<String>,
}

impl Table {
    fn is_hidden(&self, styles: &Styles) -> bool {
        let style = self.style.as_deref();
        style.is_some_and(|style| styles.is_hidden(style))
    }
}

/// Goes to the beginning of the next table; `None` when there are no more.
fn next_table<R: Read + Seek>(xml: &mut Xml<'_, R>) -> Result<Option<Table>, SheetError> {
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "table" => {
                return Ok(Some(Table {
                    name: attribute(&element, "table:name")?.unwrap_or_default(),
                    style: attribute(&element, "table:style-name")?,
                }));
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}
