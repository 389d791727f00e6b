//! The rows of a sheet in the XML of Excel 2003.

use quick_xml::events::{BytesStart, Event};

use super::cell::{OpenCell, attribute, is_hidden, number, position, push_text};
use super::{Source, StruckStyles};
use crate::merged::MergingRow;
use crate::xml::Events;
use crate::{SheetError, SheetRow};

type TakeRow<'t> = dyn FnMut(&SheetRow) -> bool + 't;

/// Hands on the rows of the sheet that has begun.
///
/// # Errors
/// [`SheetError::Damaged`] when the file ends before the sheet does: rows are missing.
pub(super) fn read(
    events: &mut Events<'_, Source<'_>>,
    struck: &StruckStyles,
    take: &mut TakeRow<'_>,
) -> Result<(), SheetError> {
    let mut rows = Rows::new(struck);
    while !rows.is_over {
        match &events.next()? {
            Event::Start(element) => rows.start(element, take)?,
            Event::End(element) => rows.end(element.local_name().as_ref(), take)?,
            Event::Eof => return Err(SheetError::Damaged),
            other => rows.text(other),
        }
    }
    Ok(())
}

/// Gathers cells to rows.
struct Rows<'s> {
    struck: &'s StruckStyles,
    growing: MergingRow,
    /// The place of the row behind, from 0, and of the first that may come next.
    behind: usize,
    next: usize,
    is_in_row: bool,
    is_row_hidden: bool,
    is_row_struck: bool,
    cell: Option<OpenCell>,
    /// Whether the sheet has ended, or nobody wants more.
    is_over: bool,
}

impl<'s> Rows<'s> {
    fn new(struck: &'s StruckStyles) -> Rows<'s> {
        Rows {
            struck,
            growing: MergingRow::default(),
            behind: 0,
            next: 0,
            is_in_row: false,
            is_row_hidden: false,
            is_row_struck: false,
            cell: None,
            is_over: false,
        }
    }

    /// An element begins. What should have ended before it does so now.
    fn start(
        &mut self,
        element: &BytesStart<'_>,
        take: &mut TakeRow<'_>,
    ) -> Result<(), SheetError> {
        match element.local_name().as_ref() {
            "Row" => {
                self.end_row(take)?;
                self.begin_row(element)?;
            }
            "Cell" if self.is_in_row => {
                self.end_cell()?;
                if let Some(column) = position(element, "Index")? {
                    self.growing.go_to(column);
                }
                self.cell = Some(self.begin_cell(element)?);
            }
            "Comment" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_in_comment = true;
                }
            }
            "Data" => {
                // A comment has data of its own.
                if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.is_in_comment) {
                    cell.kind = attribute(element, "Type")?.unwrap_or_default();
                    cell.is_in_data = true;
                }
            }
            "Worksheet" => self.end_sheet(take)?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str, take: &mut TakeRow<'_>) -> Result<(), SheetError> {
        match (name, &mut self.cell) {
            ("Data", Some(cell)) => cell.is_in_data = false,
            ("Comment", Some(cell)) => cell.is_in_comment = false,
            ("Cell", _) => self.end_cell()?,
            ("Row", _) => self.end_row(take)?,
            ("Worksheet", _) => self.end_sheet(take)?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, event: &Event<'_>) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.is_in_data) {
            push_text(event, &mut cell.text);
        }
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), SheetError> {
        let index = position(element, "Index")?.unwrap_or(self.next);
        if index < self.next {
            return Err(SheetError::Damaged);
        }
        let passed = u32::try_from(index - self.behind).unwrap_or(u32::MAX);
        self.growing.pass_rows(passed);
        self.growing.begin(row_number(index));
        self.is_in_row = true;
        self.is_row_hidden = is_hidden(element, "Height")?;
        self.is_row_struck = self.struck.of(element)?;
        let span = number(element, "Span")?.unwrap_or(0);
        self.behind = index.saturating_add(1);
        self.next = self.behind.saturating_add(span);
        Ok(())
    }

    /// A cell's own style counts before that of its row.
    fn begin_cell(&self, element: &BytesStart<'_>) -> Result<OpenCell, SheetError> {
        let is_struck_through = match attribute(element, "StyleID")? {
            Some(style) => self.struck.0.contains(&style),
            None => self.is_row_struck,
        };
        Ok(OpenCell {
            is_struck_through,
            ..OpenCell::of(element)?
        })
    }

    fn end_cell(&mut self) -> Result<(), SheetError> {
        match self.cell.take() {
            Some(cell) => self.growing.put(self.growing.number(), &cell.merged()),
            None => Ok(()),
        }
    }

    fn end_row(&mut self, take: &mut TakeRow<'_>) -> Result<(), SheetError> {
        self.end_cell()?;
        if self.is_in_row {
            self.is_in_row = false;
            let row = self.growing.number();
            self.is_over |= !take(self.growing.end(row, self.is_row_hidden));
        }
        Ok(())
    }

    fn end_sheet(&mut self, take: &mut TakeRow<'_>) -> Result<(), SheetError> {
        self.end_row(take)?;
        self.is_over = true;
        Ok(())
    }
}

fn row_number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1)
}
