//! The rows of a table (ODF 1.2 part 1, 9.1), handed on one by one: a few bytes may say that a row is repeated a million times.

use std::io::{Read, Seek};

use quick_xml::events::{BytesStart, Event};

use crate::cells::GrowingRow;
use crate::merges::Merges;
use crate::sheets::TakeSheet;
use crate::xml::{Xml, attribute, plain_attribute};
use crate::{MAX_CELL_LENGTH, MAX_COLUMNS, SheetError};

use super::cell::{CellKind, repeated, shown_text};
use super::styles::{Family, Styles};

/// Hands on the rows of the table that has begun.
pub(super) fn read<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    styles: &Styles,
    take: &mut dyn TakeSheet,
) -> Result<(), SheetError> {
    let mut growing = GrowingRow::default();
    let mut merges = Merges::default();
    let mut columns = Columns::default();
    let mut groups = Groups::default();
    let mut above = 0_u32;
    let mut are_columns_told = false;
    loop {
        let (times, is_hidden, default_style) = match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "table-row" => (
                    repeated(&element, "table:number-rows-repeated")?,
                    groups.are_hidden() || is_hidden(&element, styles, Family::Row)?,
                    attribute(&element, "table:default-cell-style-name")?,
                ),
                "table-column" => {
                    columns.note(&element, styles, groups.are_hidden())?;
                    continue;
                }
                "table-row-group" | "table-column-group" => {
                    groups.begin(&element);
                    continue;
                }
                _ => continue,
            },
            Event::End(element) => match element.local_name().as_ref() {
                "table" => return Ok(()),
                "table-row-group" | "table-column-group" => {
                    groups.end();
                    continue;
                }
                _ => continue,
            },
            Event::Eof => return Err(SheetError::Damaged),
            _ => continue,
        };
        if !are_columns_told {
            are_columns_told = true;
            take.hidden_columns(std::mem::take(&mut columns.hidden));
        }
        let mut row = RowCells {
            number: above.saturating_add(1),
            is_struck_through: default_style
                .map(|style| styles.is_struck_through(Family::Cell, &style)),
            columns: &columns,
            styles,
        };
        row.read(xml, &mut growing, &mut merges)?;
        if !growing.is_blank() {
            for time in 1..=times {
                let number = above.saturating_add(time);
                if !take.row(growing.finished(number, is_hidden, &mut merges)) {
                    return Ok(());
                }
            }
        }
        above = above.saturating_add(times);
        growing.clear();
    }
}

/// Whether a row or column is filtered out, hidden, or of no size (19.749).
fn is_hidden(
    element: &BytesStart<'_>,
    styles: &Styles,
    family: Family,
) -> Result<bool, SheetError> {
    let visibility = plain_attribute(element, "table:visibility");
    if visibility.is_some_and(|visibility| visibility != "visible") {
        return Ok(true);
    }
    let style = attribute(element, "table:style-name")?;
    Ok(style.is_some_and(|style| styles.is_of_no_size(family, &style)))
}

/// Groups of rows or columns that are folded, in one another.
#[derive(Default)]
struct Groups(Vec<bool>);

impl Groups {
    fn begin(&mut self, element: &BytesStart<'_>) {
        let display = plain_attribute(element, "table:display");
        self.0
            .push(display.is_some_and(|display| display == "false"));
    }

    fn end(&mut self) {
        self.0.pop();
    }

    fn are_hidden(&self) -> bool {
        self.0.contains(&true)
    }
}

/// What the columns say of their cells.
#[derive(Default)]
struct Columns {
    next: usize,
    hidden: Vec<usize>,
    /// Whether the style of cells without one of their own strikes through.
    are_struck_through: Vec<bool>,
}

impl Columns {
    fn note(
        &mut self,
        element: &BytesStart<'_>,
        styles: &Styles,
        is_in_hidden_group: bool,
    ) -> Result<(), SheetError> {
        let times = repeated(element, "table:number-columns-repeated")?;
        let end = self.next.saturating_add(times as usize);
        let columns = self.next.min(MAX_COLUMNS)..end.min(MAX_COLUMNS);
        if is_in_hidden_group || is_hidden(element, styles, Family::Column)? {
            self.hidden.extend(columns.clone());
        }
        let style = attribute(element, "table:default-cell-style-name")?;
        let is_struck_through =
            style.is_some_and(|style| styles.is_struck_through(Family::Cell, &style));
        self.are_struck_through
            .resize(columns.end, is_struck_through);
        self.next = end;
        Ok(())
    }
}

/// A row whose cells are read.
struct RowCells<'r> {
    number: u32,
    /// Whether the style of the row's cells without one of their own strikes through.
    is_struck_through: Option<bool>,
    columns: &'r Columns,
    styles: &'r Styles,
}

impl RowCells<'_> {
    fn read<R: Read + Seek>(
        &mut self,
        xml: &mut Xml<'_, R>,
        growing: &mut GrowingRow,
        merges: &mut Merges,
    ) -> Result<(), SheetError> {
        let mut column = 0_usize;
        loop {
            let (times, kind, is_struck_through, is_covered) = match xml.next()? {
                Event::Start(element)
                    if matches!(
                        element.local_name().as_ref(),
                        "table-cell" | "covered-table-cell"
                    ) =>
                {
                    let times = repeated(&element, "table:number-columns-repeated")?;
                    let spanned = repeated(&element, "table:number-rows-spanned").unwrap_or(1);
                    let last = self.number.saturating_add(spanned.saturating_sub(1));
                    let first_column = u32::try_from(column).unwrap_or(u32::MAX);
                    merges.add((self.number, last), (first_column, first_column))?;
                    let times = usize::try_from(times).unwrap_or(usize::MAX);
                    let style = attribute(&element, "table:style-name")?;
                    (
                        times,
                        CellKind::of(&element)?,
                        self.is_struck_through(style.as_deref(), column),
                        element.local_name().as_ref() == "covered-table-cell",
                    )
                }
                Event::End(element) if element.local_name().as_ref() == "table-row" => {
                    return Ok(());
                }
                Event::Eof => return Err(SheetError::Damaged),
                _ => continue,
            };
            let shown = shown_text(xml, self.styles)?;
            let is_struck_through = is_struck_through || shown.is_struck_through;
            let text = kind.text(&shown.text);
            if shown.text.length > MAX_CELL_LENGTH && kind.is_shown_text() {
                return Err(SheetError::CellTooLong {
                    row: self.number,
                    column: column.saturating_add(1),
                    found: shown.text.length,
                });
            }
            // What lies under a merged cell is not on the screen.
            if !text.is_empty() && !is_covered {
                // One column too many is enough for the problem.
                for time in 0..times.min(MAX_COLUMNS + 1) {
                    let column = column.saturating_add(time);
                    growing.put(self.number, column, &text, is_struck_through)?;
                }
            }
            column = column.saturating_add(times);
        }
    }

    /// A cell's own style counts before that of its row, and this before that of its column.
    fn is_struck_through(&self, style: Option<&str>, column: usize) -> bool {
        match (style, self.is_struck_through) {
            (Some(style), _) => self.styles.is_struck_through(Family::Cell, style),
            (None, Some(is_struck_through)) => is_struck_through,
            (None, None) => self
                .columns
                .are_struck_through
                .get(column)
                .copied()
                .unwrap_or(false),
        }
    }
}
