//! Workbooks in the XML of Excel 2003 (Microsoft, XML Spreadsheet Reference), which programs still write and call `.xls`.

mod cell;
mod rows;

use std::collections::HashSet;
use std::fs::File;

use quick_xml::events::{BytesStart, Event};

use super::budget::{Budget, PaidFile};
use super::cells::HiddenColumns;
use super::decoding::Decoding;
use super::format::SHEET;
use super::intake::Intake;
use super::sheets::{self, Extent, MAX_NAME_LENGTH, TakeSheet, Workbook};
use super::text_encoding::TextEncoding;
use super::xml::Events;
use super::{ReadOptions, SheetError, SheetFormat, SheetRow, markup};
use cell::{attribute, is_hidden, is_set, number, position};

/// The most styles with a line through their font that are kept.
const MAX_STRUCK_STYLES: usize = 4_096;

/// The most sheets that are counted.
const MAX_COUNTED: usize = 1_000;

/// Reads the sheet that looks most like leads, or that was chosen.
pub(super) fn read(
    file: &mut File,
    start: &[u8],
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetError> {
    let encoding = markup::encoding(file, start, options)?;
    let mut workbook = XmlWorkbook {
        file,
        encoding,
        budget,
        sheets: Vec::new(),
    };
    workbook.sheets = workbook.worksheets()?;
    let format = sheets::read(&mut workbook, "xml", options, budget, intake)?;
    let encoding = Some(encoding.name());
    Ok(SheetFormat { encoding, ..format })
}

/// A sheet as far as it is known before its rows are read.
#[derive(Default)]
struct Worksheet {
    name: String,
    is_hidden: bool,
    hidden_columns: HiddenColumns,
}

struct XmlWorkbook<'a, 'b> {
    file: &'a File,
    encoding: TextEncoding,
    budget: &'a Budget<'b>,
    sheets: Vec<Worksheet>,
}

type Source<'a> = Decoding<PaidFile<'a, &'a File>>;

impl XmlWorkbook<'_, '_> {
    fn events(&self) -> Result<Events<'_, Source<'_>>, SheetError> {
        let source = PaidFile::new(self.file, &[], self.budget)?;
        let source = Decoding::new(source, self.encoding);
        Ok(Events::of_source(source, self.budget).leniently())
    }

    /// The worksheets of the file, those that are shown before those that are hidden.
    fn worksheets(&self) -> Result<Vec<Worksheet>, SheetError> {
        let mut sheets: Vec<Worksheet> = Vec::new();
        let mut events = self.events()?;
        let mut column = 0_usize;
        let mut is_in_visible = false;
        loop {
            match &events.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "Worksheet" if sheets.len() == MAX_COUNTED => break,
                    "Worksheet" => {
                        column = 0;
                        let name = attribute(element, "Name")?.unwrap_or_default();
                        let number = sheets.len() + 1;
                        sheets.push(Worksheet {
                            name: unique(&name, number, &sheets),
                            ..Worksheet::default()
                        });
                    }
                    "Column" => {
                        if let Some(sheet) = sheets.last_mut() {
                            column = hide_column(element, column, &mut sheet.hidden_columns)?;
                        }
                    }
                    "Visible" => is_in_visible = true,
                    _ => {}
                },
                Event::Text(text) if is_in_visible => {
                    let is_hidden = text.xml10_content().contains("Hidden");
                    if let Some(sheet) = sheets.last_mut() {
                        sheet.is_hidden |= is_hidden;
                    }
                }
                Event::End(_) => is_in_visible = false,
                Event::Eof => break,
                _ => {}
            }
        }
        sheets.sort_by_key(|sheet| sheet.is_hidden);
        Ok(sheets)
    }

    fn sheet_rows(
        &self,
        sheet: &str,
        take: &mut dyn FnMut(&SheetRow) -> bool,
    ) -> Result<(), SheetError> {
        let mut events = self.events()?;
        let mut before: Vec<Worksheet> = Vec::new();
        let mut struck = StruckStyles::default();
        let mut style = None;
        loop {
            let name = match &events.next()? {
                Event::Start(element) if element.local_name().as_ref() == "Worksheet" => {
                    let name = attribute(element, "Name")?.unwrap_or_default();
                    unique(&name, before.len() + 1, &before)
                }
                Event::Start(element) => {
                    match element.local_name().as_ref() {
                        "Style" => style = attribute(element, "ID")?,
                        "Font" if is_set(element, "StrikeThrough")? => struck.add(style.take()),
                        _ => {}
                    }
                    continue;
                }
                Event::Eof => return Ok(()),
                _ => continue,
            };
            if name == sheet {
                return rows::read(&mut events, &struck, take);
            }
            if before.len() < MAX_COUNTED {
                before.push(Worksheet {
                    name,
                    ..Worksheet::default()
                });
            }
        }
    }
}

/// The styles whose font has a line through it.
#[derive(Default)]
struct StruckStyles(HashSet<String>);

impl StruckStyles {
    fn add(&mut self, style: Option<String>) {
        let style = style.filter(|style| style.len() <= MAX_NAME_LENGTH);
        self.0
            .extend(style.filter(|_| self.0.len() < MAX_STRUCK_STYLES));
    }

    /// Whether the element has one of them.
    fn of(&self, element: &BytesStart<'_>) -> Result<bool, SheetError> {
        let style = attribute(element, "StyleID")?;
        Ok(style.is_some_and(|style| self.0.contains(&style)))
    }
}

/// A name that no sheet before has.
fn unique(name: &str, number: usize, before: &[Worksheet]) -> String {
    let is_usable = !name.is_empty()
        && name.len() <= MAX_NAME_LENGTH
        && before.iter().all(|other| other.name != name);
    if is_usable {
        name.to_owned()
    } else {
        format!("{SHEET}{number}")
    }
}

impl Workbook for XmlWorkbook<'_, '_> {
    fn sheets(&self) -> Vec<String> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    fn rows(&mut self, sheet: &str, _: Extent, take: &mut dyn TakeSheet) -> Result<(), SheetError> {
        let known = self.sheets.iter().find(|known| known.name == sheet);
        let hidden = known.map(|known| known.hidden_columns.columns());
        if let Some(hidden) = hidden.filter(|hidden| !hidden.is_empty()) {
            take.hidden_columns(hidden);
        }
        self.sheet_rows(sheet, &mut |row| take.row(row))
    }
}

/// Notes the columns that are hidden, and gives back the column behind them.
fn hide_column(
    element: &BytesStart<'_>,
    next: usize,
    hidden: &mut HiddenColumns,
) -> Result<usize, SheetError> {
    let first = position(element, "Index")?.unwrap_or(next);
    let last = first.saturating_add(number(element, "Span")?.unwrap_or(0));
    if is_hidden(element, "Width")? {
        hidden.add(first, last);
    }
    Ok(last.saturating_add(1))
}
