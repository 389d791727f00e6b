//! Tables of web pages, as many programs write them and call them `.xls` (WHATWG HTML, 4.9; Microsoft Office HTML and XML
//! Reference for the attributes that begin with `x:`).
//!
//! Each table counts as a sheet, one within another too. What stands around them is nothing to us: styles, scripts, and what a
//! program complains of.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};
use std::rc::Rc;

use html5gum::{DefaultEmitter, IoReader, StartTag, Token, Tokenizer};

use super::budget::{Budget, LONGEST_PIECE, PaidFile};
use super::decoding::Decoding;
use super::intake::Intake;
use super::merged::{CellText, MergedCell, MergingRow};
use super::sheets::{self, Extent, TakeSheet, Workbook};
use super::text_encoding::TextEncoding;
use super::{ReadOptions, SheetFault, SheetFormat, SheetRow, cells, markup};

/// The most tables that are counted.
const MOST_TABLES: usize = 10_000;

/// How deep tables may lie in one another; what is deeper is passed over.
const DEEPEST: usize = 64;

/// Reads the table that looks most like leads, or that was chosen.
pub(super) fn read(
    file: &mut File,
    start: &[u8],
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetFault> {
    let encoding = markup::encoding(file, start, options)?;
    let mut page = Page {
        file,
        encoding,
        budget,
        tables: Vec::new(),
    };
    page.tables = page.filled_tables()?;
    if page.tables.is_empty() {
        return Err(SheetFault::WebPage);
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
        visit: &mut dyn FnMut(Token) -> Result<bool, SheetFault>,
    ) -> Result<(), SheetFault> {
        let left = Rc::new(Cell::new(LONGEST_PIECE));
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
                    .fault()
                    .unwrap_or_else(|| SheetFault::from(error))
            })?;
            if matches!(token, Token::Error(_)) {
                continue;
            }
            left.set(LONGEST_PIECE);
            if !visit(token)? {
                break;
            }
        }
        Ok(())
    }

    /// The tables in which anything stands, but for other tables.
    fn filled_tables(&self) -> Result<Vec<usize>, SheetFault> {
        let mut filled = BTreeSet::new();
        let mut tables = Tables::default();
        self.go_over(&mut |token| {
            let Some(table) = tables.filled_by(&token) else {
                return Ok(true);
            };
            filled.insert(table);
            Ok(filled.len() < MOST_TABLES)
        })?;
        Ok(filled.into_iter().collect())
    }

    /// Hands on the rows of the table at that place.
    fn table_rows(
        &self,
        table: usize,
        take: &mut dyn FnMut(&SheetRow) -> bool,
    ) -> Result<(), SheetFault> {
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
            .map(|number| format!("Table {number}"))
            .collect()
    }

    fn rows(&mut self, sheet: &str, _: Extent, take: &mut dyn TakeSheet) -> Result<(), SheetFault> {
        let number = sheet
            .strip_prefix("Table ")
            .and_then(|number| number.parse::<usize>().ok());
        let table = number.and_then(|number| self.tables.get(number.checked_sub(1)?));
        match table {
            Some(table) => self.table_rows(*table, &mut |row| take.row(row)),
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
    cell: Option<OpenCell>,
    is_stopped: bool,
}

#[derive(Default)]
struct OpenCell {
    columns: u32,
    rows: u32,
    text: String,
    length: usize,
    /// The number behind what is shown, as Excel writes it.
    number: Option<String>,
}

impl TableReader {
    /// Takes a token of the table.
    fn pass(
        &mut self,
        token: &Token,
        take: &mut dyn FnMut(&SheetRow) -> bool,
    ) -> Result<(), SheetFault> {
        match token {
            Token::StartTag(tag) => match &tag.name[..] {
                b"tr" => {
                    self.end_row(take)?;
                    self.begin_row(is_hidden(tag));
                }
                b"td" | b"th" => {
                    self.end_cell()?;
                    if !self.is_in_row {
                        self.begin_row(false);
                    }
                    self.cell = Some(OpenCell {
                        columns: span(tag, b"colspan"),
                        rows: span(tag, b"rowspan"),
                        number: attribute(tag, b"x:num"),
                        ..OpenCell::default()
                    });
                }
                b"br" | b"p" | b"div" | b"li" => self.break_line(),
                _ => {}
            },
            Token::EndTag(tag) => match &tag.name[..] {
                b"td" | b"th" => self.end_cell()?,
                b"tr" | b"thead" | b"tbody" | b"tfoot" => self.end_row(take)?,
                _ => {}
            },
            Token::String(text) => {
                if let Some(cell) = &mut self.cell {
                    cell.push(&String::from_utf8_lossy(text));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_row(&mut self, is_hidden: bool) {
        self.number = self.number.saturating_add(1);
        self.is_in_row = true;
        self.is_hidden = is_hidden;
    }

    fn break_line(&mut self) {
        if let Some(cell) = &mut self.cell
            && !cell.text.is_empty()
        {
            cell.text.push('\n');
        }
    }

    fn end_cell(&mut self) -> Result<(), SheetFault> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let merged = MergedCell {
            text: cell.shown(),
            columns: cell.columns,
            rows: cell.rows,
        };
        self.growing.put(self.number, &merged)
    }

    fn end_row(&mut self, take: &mut dyn FnMut(&SheetRow) -> bool) -> Result<(), SheetFault> {
        self.end_cell()?;
        if !self.is_in_row {
            return Ok(());
        }
        self.is_in_row = false;
        let row = self.growing.end(self.number, self.is_hidden);
        self.is_stopped = self.is_stopped || !take(row);
        self.growing.clear();
        Ok(())
    }
}

impl OpenCell {
    /// Puts text behind it; blanks and line ends are one blank, as a browser shows them.
    fn push(&mut self, more: &str) {
        self.length = self.length.saturating_add(more.len());
        if self.length > 4 * super::LONGEST_CELL {
            return;
        }
        for character in more.chars() {
            let is_blank = character.is_ascii_whitespace() || character == '\u{a0}';
            if !is_blank {
                self.text.push(character);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    fn shown(&self) -> CellText {
        let mut text = CellText::default();
        let shown = self.text.trim();
        let is_rounded = shown.contains(['E', 'e']) && shown.parse::<f64>().is_ok();
        match self.number.as_ref().filter(|_| is_rounded) {
            // 9.845E+09 is all that a narrow column shows of a number.
            Some(number) => match number.trim().parse() {
                Ok(value) => text.push(&cells::number(value)),
                Err(_) => text.push(shown),
            },
            None => text.push(shown),
        }
        if self.length > 4 * super::LONGEST_CELL {
            // More than is kept: its length tells that it is too long.
            text.push(&" ".repeat(super::LONGEST_CELL + 1));
        }
        text
    }
}

/// How many columns or rows a cell covers: at most so many as HTML allows.
fn span(tag: &StartTag<()>, name: &[u8]) -> u32 {
    attribute(tag, name)
        .and_then(|text| text.trim().parse::<u32>().ok())
        .map_or(1, |count| count.clamp(1, 65_534))
}

fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = attribute(tag, b"style").unwrap_or_default();
    let style: String = style
        .to_ascii_lowercase()
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    style.contains("display:none") || tag.attributes.contains_key(&b"hidden"[..])
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let value = tag.attributes.get(name)?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// A source that gives no more than [`LONGEST_PIECE`] bytes, or a little more, for one token.
struct Pieces<'a, R> {
    inner: R,
    left: Rc<Cell<usize>>,
    budget: &'a Budget<'a>,
}

impl<R: Read> Read for Pieces<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            return Err(io::Error::other(
                self.budget.refuse(SheetFault::PieceTooLong),
            ));
        }
        let read = self.inner.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(read));
        Ok(read)
    }
}
