//! The rows of a sheet (ECMA-376 part 1, 18.3.1.73), handed on while their part is unpacked.

use std::io::{Read, Seek};

use quick_xml::events::{BytesStart, Event};

use crate::SheetError;
use crate::cells::{HiddenColumns, Rows};
use crate::merges::Merges;
use crate::sheets::TakeSheet;
use crate::styles::Styles;
use crate::xml::{Xml, flag_attribute, number_attribute, plain_attribute};

use super::BookFlags;
use super::cell::CellParts;
use super::texts::{SharedTexts, rich_text, unescape};

/// What all sheets of a workbook share.
#[derive(Clone, Copy)]
pub(super) struct Shared<'t> {
    pub texts: &'t SharedTexts,
    pub styles: &'t Styles,
    pub flags: BookFlags,
}

/// Where the next text belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    Value,
    Formula,
    Other,
}

/// Hands on the rows of a sheet.
pub(super) fn read<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    shared: &Shared<'_>,
    merges: Merges,
    take: &mut dyn TakeSheet,
) -> Result<(), SheetError> {
    if !columns_before_rows(xml, take)? {
        return Ok(());
    }
    let mut rows = Rows::new(take, merges);
    let mut cell = CellParts::default();
    let mut here = Here::default();
    let mut inside = In::Other;
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "c" => cell.begin(element),
                "v" => {
                    inside = In::Value;
                    cell.has_value = true;
                    // The last of several is what counts, and none comes after a text in the cell.
                    cell.value.clear();
                }
                "f" => {
                    inside = In::Formula;
                    cell.has_formula = true;
                }
                "is" => {
                    cell.has_value = true;
                    cell.is_struck_through = rich_text(xml, &mut cell.value)?;
                }
                "row" => here.begin(element, &mut rows)?,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "c" => {
                    let column = here.column(&cell, &mut rows)?;
                    cell.put(&mut rows, column, shared)?;
                    if rows.is_stopped() {
                        return Ok(());
                    }
                }
                "v" => {
                    unescape(&mut cell.value.text);
                    inside = In::Other;
                }
                "f" => inside = In::Other,
                "sheetData" => break,
                _ => {}
            },
            Event::Eof => return Err(SheetError::Damaged),
            _ if inside == In::Value => cell.value.push_event(&event)?,
            _ if inside == In::Formula => cell.formula.push_event(&event)?,
            _ => {}
        }
    }
    rows.end();
    Ok(())
}

/// Tells which columns are hidden (18.3.1.13), and goes to where the rows begin; whether there are any.
fn columns_before_rows<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    take: &mut dyn TakeSheet,
) -> Result<bool, SheetError> {
    let mut hidden = HiddenColumns::default();
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "col" if is_hidden(&element, "width") => {
                    let first = number_attribute(&element, "min").unwrap_or(1);
                    let last = number_attribute(&element, "max").unwrap_or(first);
                    let [first, last] = [first, last].map(|column| column.saturating_sub(1));
                    hidden.add(first as usize, last as usize);
                }
                "sheetData" => {
                    take.hidden_columns(hidden.columns());
                    return Ok(true);
                }
                _ => {}
            },
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

/// Whether a row or column is hidden, or so low or narrow that nobody sees it.
fn is_hidden(element: &BytesStart<'_>, size: &str) -> bool {
    flag_attribute(element, "hidden") == Some(true)
        || plain_attribute(element, size)
            .and_then(|size| size.trim().parse::<f64>().ok())
            .is_some_and(|size| size <= 0.0)
}

/// Where the next cell stands that does not say so.
#[derive(Default)]
struct Here {
    is_hidden: bool,
    /// Whether the row says its number.
    is_numbered: bool,
    next_column: usize,
}

impl Here {
    fn begin(&mut self, element: &BytesStart<'_>, rows: &mut Rows<'_>) -> Result<(), SheetError> {
        let number = number_attribute(element, "r").filter(|row| *row > 0);
        self.is_numbered = number.is_some();
        self.is_hidden = is_hidden(element, "ht");
        self.next_column = 0;
        let row = number.unwrap_or(rows.row().saturating_add(1));
        rows.begin(row, self.is_hidden)
    }

    fn column(&mut self, cell: &CellParts, rows: &mut Rows<'_>) -> Result<usize, SheetError> {
        let column = match cell.place {
            Some((row, column)) => {
                if !self.is_numbered && row > rows.row() {
                    rows.begin(row, self.is_hidden)?;
                }
                column
            }
            None => self.next_column,
        };
        self.next_column = column.saturating_add(1);
        Ok(column)
    }
}
