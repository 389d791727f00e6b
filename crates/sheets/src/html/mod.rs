//! Tables of web pages, as many programs write them and call them `.xls` (WHATWG HTML, 4.9; Microsoft Office HTML and XML
//! Reference for the attributes that begin with `x:`).
//!
//! Each table counts as a sheet, one within another too. What stands around them is nothing to us: styles, scripts, and what a
//! program complains of.

mod cell;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};
use std::rc::Rc;

use html5gum::{DefaultEmitter, IoReader, Token, Tokenizer};

use crate::budget::{Budget, MAX_PIECE_LENGTH, PaidFile};
use crate::cells::HiddenColumns;
use crate::decoding::Decoding;
use crate::format::TABLE;
use crate::intake::Intake;
use crate::merged::{MergedCell, MergingRow};
use crate::sheets::{self, Extent, TakeSheet, Workbook};
use crate::text_encoding::TextEncoding;
use crate::{ReadOptions, SheetError, SheetFormat, markup};
use cell::{OpenCell, Strike, attribute, is_hidden, is_struck_through, span};

/// The most tables that are counted.
const MAX_TABLES: usize = 10_000;

/// How deep tables may lie in one another; what is deeper is passed over.
const DEEPEST: usize = 64;

/// Reads the table that looks most like leads, or that was chosen.
pub(super) fn read(
    file: &mut File,
    start: &[u8],
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetError> {
    let encoding = markup::encoding(file, start, options)?;
    let mut page = Page {
        file,
        encoding,
        budget,
        tables: Vec::new(),
    };
    page.tables = page.filled_tables()?;
    if page.tables.is_empty() {
        return Err(SheetError::WebPage);
    }
    let format = sheets::read(&mut page, "html", options, budget, intake)?;
    Ok(markup::format(format, encoding))
}

/// A page whose tables are read one by one.
struct Page<'a, 'b> {
    file: &'a File,
    encoding: TextEncoding,
    budget: &'a Budget<'b>,
    /// Those that hold anything, by their place among all.
    tables: Vec<usize>,
}

impl Page<'_, '_> {
    /// Goes over the page; `visit` is told each token, and ends it with `false`.
    fn go_over(
        &self,
        visit: &mut dyn FnMut(Token) -> Result<bool, SheetError>,
    ) -> Result<(), SheetError> {
        let left = Rc::new(Cell::new(MAX_PIECE_LENGTH));
        let source = Pieces {
            inner: Decoding::new(PaidFile::new(self.file, &[], self.budget)?, self.encoding),
            left: Rc::clone(&left),
            budget: self.budget,
        };
        let mut emitter = DefaultEmitter::default();
        // So that what scripts and styles hold is no table.
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(IoReader::new(source), emitter) {
            let token = token.map_err(|error| {
                self.budget
                    .error()
                    .unwrap_or_else(|| SheetError::from(error))
            })?;
            if matches!(token, Token::Error(_)) {
                continue;
            }
            left.set(MAX_PIECE_LENGTH);
            if !visit(token)? {
                break;
            }
        }
        Ok(())
    }

    /// The tables in which anything stands, but for other tables.
    fn filled_tables(&self) -> Result<Vec<usize>, SheetError> {
        let mut filled = BTreeSet::new();
        let mut tables = Tables::default();
        self.go_over(&mut |token| {
            let Some(table) = tables.filled_by(&token) else {
                return Ok(true);
            };
            filled.insert(table);
            Ok(filled.len() < MAX_TABLES)
        })?;
        Ok(filled.into_iter().collect())
    }

    /// Hands on the rows of the table at that place.
    fn table_rows(&self, table: usize, take: &mut dyn TakeSheet) -> Result<(), SheetError> {
        let mut tables = Tables::default();
        let mut reader = TableReader::default();
        self.go_over(&mut |token| {
            tables.pass(&token);
            if tables.innermost() == Some(table) {
                reader.pass(&token, take)?;
            }
            let is_over = tables.next > table && !tables.open.contains(&table);
            Ok(!is_over && !reader.is_stopped)
        })?;
        reader.end_row(take)
    }
}

impl Workbook for Page<'_, '_> {
    fn sheets(&self) -> Vec<String> {
        (1..=self.tables.len())
            .map(|number| format!("{TABLE}{number}"))
            .collect()
    }

    fn rows(&mut self, sheet: &str, _: Extent, take: &mut dyn TakeSheet) -> Result<(), SheetError> {
        let number = sheet
            .strip_prefix(TABLE)
            .and_then(|number| number.parse::<usize>().ok());
        let table = number.and_then(|number| self.tables.get(number.checked_sub(1)?));
        match table {
            Some(table) => self.table_rows(*table, take),
            None => Ok(()),
        }
    }
}

/// Which tables are open.
#[derive(Default)]
struct Tables {
    open: Vec<usize>,
    /// Open tables that are passed over.
    deeper: usize,
    next: usize,
    is_in_cell: bool,
}

impl Tables {
    fn innermost(&self) -> Option<usize> {
        self.open.last().copied().filter(|_| self.deeper == 0)
    }

    fn pass(&mut self, token: &Token) {
        match token {
            Token::StartTag(tag) if *tag.name == b"table"[..] => {
                if self.open.len() < DEEPEST {
                    self.open.push(self.next);
                } else {
                    self.deeper += 1;
                }
                self.next += 1;
                self.is_in_cell = false;
            }
            Token::EndTag(tag) if *tag.name == b"table"[..] => {
                match self.deeper.checked_sub(1) {
                    Some(deeper) => self.deeper = deeper,
                    None => drop(self.open.pop()),
                }
                self.is_in_cell = !self.open.is_empty();
            }
            Token::StartTag(tag) if is_cell(&tag.name) => self.is_in_cell = true,
            _ => {}
        }
    }

    /// The table in a cell of which the token puts something.
    fn filled_by(&mut self, token: &Token) -> Option<usize> {
        self.pass(token);
        match token {
            Token::String(text) if self.is_in_cell && !text.trim_ascii().is_empty() => {
                self.innermost()
            }
            _ => None,
        }
    }
}

fn is_cell(name: &[u8]) -> bool {
    name == b"td" || name == b"th"
}

/// Gathers the cells of one table to rows. End tags may be missing, as HTML allows.
#[derive(Default)]
struct TableReader {
    growing: MergingRow,
    number: u32,
    is_in_row: bool,
    is_hidden: bool,
    /// Whether the row strikes its cells through, and what does within a cell.
    is_struck_through: bool,
    strike: Strike,
    columns: HiddenColumns,
    next_column: usize,
    are_columns_told: bool,
    cell: Option<OpenCell>,
    is_stopped: bool,
}

impl TableReader {
    /// Takes a token of the table.
    fn pass(&mut self, token: &Token, take: &mut dyn TakeSheet) -> Result<(), SheetError> {
        match token {
            Token::StartTag(tag) => match &tag.name[..] {
                b"tr" => {
                    self.end_row(take)?;
                    self.begin_row(take);
                    self.is_hidden = is_hidden(tag);
                    self.is_struck_through = is_struck_through(tag);
                }
                b"td" | b"th" => {
                    self.end_cell()?;
                    if !self.is_in_row {
                        self.begin_row(take);
                    }
                    self.strike = Strike::default();
                    self.cell = Some(OpenCell {
                        columns: span(tag, b"colspan"),
                        rows: span(tag, b"rowspan"),
                        number: attribute(tag, b"x:num"),
                        is_hidden: is_hidden(tag),
                        is_struck_through: self.is_struck_through || is_struck_through(tag),
                        ..OpenCell::default()
                    });
                }
                b"col" => self.note_columns(span(tag, b"span"), is_hidden(tag)),
                b"br" | b"p" | b"div" | b"li" => {
                    self.break_line();
                    self.strike.begin(tag);
                }
                _ => self.strike.begin(tag),
            },
            Token::EndTag(tag) => match &tag.name[..] {
                b"td" | b"th" => self.end_cell()?,
                b"tr" | b"thead" | b"tbody" | b"tfoot" => self.end_row(take)?,
                name => self.strike.end(name),
            },
            Token::String(text) => {
                let is_struck_through = self.strike.is_open();
                if let Some(cell) = &mut self.cell {
                    cell.push(&String::from_utf8_lossy(text), is_struck_through);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Columns come before the rows, and each is told once.
    fn note_columns(&mut self, count: u32, is_hidden: bool) {
        let end = self.next_column.saturating_add(count as usize);
        if is_hidden && count > 0 {
            self.columns.add(self.next_column, end - 1);
        }
        self.next_column = end;
    }

    fn begin_row(&mut self, take: &mut dyn TakeSheet) {
        if !self.are_columns_told {
            self.are_columns_told = true;
            take.hidden_columns(self.columns.columns());
        }
        self.number = self.number.saturating_add(1);
        self.is_in_row = true;
        self.is_hidden = false;
        self.is_struck_through = false;
    }

    fn break_line(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.break_line();
        }
    }

    fn end_cell(&mut self) -> Result<(), SheetError> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let merged = MergedCell {
            text: cell.shown(),
            columns: cell.columns,
            rows: cell.rows,
            is_struck_through: cell.is_all_struck_through(),
        };
        self.growing.put(self.number, &merged)
    }

    fn end_row(&mut self, take: &mut dyn TakeSheet) -> Result<(), SheetError> {
        self.end_cell()?;
        if !self.is_in_row {
            return Ok(());
        }
        self.is_in_row = false;
        let row = self.growing.end(self.number, self.is_hidden);
        self.is_stopped = self.is_stopped || !take.row(row);
        self.growing.clear();
        Ok(())
    }
}

/// A source that gives no more than [`MAX_PIECE_LENGTH`] bytes, or a little more, for one token.
struct Pieces<'a, R> {
    inner: R,
    left: Rc<Cell<usize>>,
    budget: &'a Budget<'a>,
}

impl<R: Read> Read for Pieces<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            return Err(io::Error::other(
                self.budget.refuse(SheetError::PieceTooLong),
            ));
        }
        let read = self.inner.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(read));
        Ok(read)
    }
}
