//! Delimited text (RFC 4180, and what spreadsheets really write).

use std::fs::File;
use std::io::BufRead;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use leads::{RowMarks, ShapeProblem};

use super::budget::{Budget, PaidFile};
use super::decoding::Decoding;
use super::encoding::{self, Understood};
use super::headers;
use super::intake::Intake;
use super::quotes::{self, RowShape};
use super::{MAX_CELL_LENGTH, MAX_COLUMNS, ReadOptions, SheetError, SheetFormat, SheetRow};

/// Empty cells at the end of a row are passed over, up to as many columns as Excel has.
const MAX_ENDS: usize = 16_384;

/// The longest record: as many cells as are read, each as long as it may be.
const MAX_RECORD_LENGTH: usize = MAX_COLUMNS * MAX_CELL_LENGTH;

/// How much of a text is read again in all, where quotation marks have swallowed rows. A list that a person wrote needs little.
const MAX_READ_AGAIN: usize = 64 * 1024 * 1024;

/// What was read is let go when it is so long.
const WORTH_LETTING_GO: usize = 64 * 1024;

/// Reads the file; `start` is how it begins.
pub(super) fn read(
    file: &mut File,
    start: &[u8],
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetError> {
    let Understood {
        encoding,
        layout,
        previews,
    } = encoding::understand(file, start, options)?;
    let source = PaidFile::new(file, &[], budget)?;
    let delimiter = layout.delimiter;
    let mut records = Records::new(Decoding::new(source, encoding), delimiter, layout.shape);
    if layout.is_declared {
        records.skip_declaration()?;
    }
    intake.expect_delimited_text();
    let mut row = SheetRow::default();
    while records.read(&mut row)? {
        if !intake.row(&row) {
            break;
        }
    }
    Ok(SheetFormat {
        previews,
        ..SheetFormat::text(encoding.name(), char::from(delimiter))
    })
}

/// Reads the records of UTF-8 text. A record has at most as many cells, and a cell at most as many bytes, as the
/// limits allow: more is counted, but not kept.
///
/// A quotation mark that swallows lines which would be rows holds nothing together: its line is a row by itself, marked with
/// what is wrong, and so are the lines below.
pub(super) struct Records<R> {
    source: R,
    /// What was read of the source, from the record that is read now on.
    window: Vec<u8>,
    from: usize,
    is_source_at_end: bool,
    parser: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    shape: RowShape,
    delimiter: u8,
    row: u32,
    last_byte: u8,
    read_again: usize,
}

/// A record that was read.
struct Record {
    /// Where it ends in the window.
    end: usize,
    written: usize,
    fields: usize,
}

impl<R: BufRead> Records<R> {
    pub fn new(source: R, delimiter: u8, shape: RowShape) -> Records<R> {
        Records {
            source,
            window: Vec::new(),
            from: 0,
            is_source_at_end: false,
            parser: ReaderBuilder::new().delimiter(delimiter).build(),
            text: vec![0; 2 * MAX_CELL_LENGTH],
            ends: vec![0; MAX_ENDS + 1],
            shape,
            delimiter,
            row: 0,
            last_byte: 0,
            read_again: 0,
        }
    }

    /// Reads the next record into `row`, in place of the one before; `false` at the end of the text.
    pub fn read(&mut self, row: &mut SheetRow) -> Result<bool, SheetError> {
        if self.from >= WORTH_LETTING_GO {
            self.window.drain(..self.from);
            self.from = 0;
        }
        self.pass_blank_lines()?;
        self.row = self.row.saturating_add(1);
        row.number = self.row;
        row.marks = RowMarks::NONE;
        let record = match self.record()? {
            Parsed::Record(record) => record,
            Parsed::End => return Ok(false),
            Parsed::OpenQuote { end } => {
                self.take_line(row, ShapeProblem::OpenQuote, end)?;
                return Ok(true);
            }
        };
        if let Some(problem) = self.problem(&record)? {
            self.take_line(row, problem, record.end)?;
            return Ok(true);
        }
        self.fill(&mut row.cells, &record)?;
        self.last_byte = self.window[record.end.saturating_sub(1)];
        self.from = record.end;
        Ok(true)
    }

    /// A line that names the delimiter is no row: spreadsheets take it away.
    fn skip_declaration(&mut self) -> Result<(), SheetError> {
        self.read(&mut SheetRow::default())?;
        self.row = 0;
        Ok(())
    }

    /// Empty lines are rows to a spreadsheet, though the parser passes over them.
    fn pass_blank_lines(&mut self) -> Result<(), SheetError> {
        loop {
            if self.from == self.window.len() && !self.read_more()? {
                break;
            }
            let byte = self.window[self.from];
            match (self.last_byte, byte) {
                (b'\r', b'\n') => {}
                (_, b'\r' | b'\n') => self.row = self.row.saturating_add(1),
                _ => break,
            }
            self.last_byte = byte;
            self.from += 1;
        }
        self.last_byte = 0;
        Ok(())
    }

    /// Reads more of the source into the window; `false` at its end.
    fn read_more(&mut self) -> Result<bool, SheetError> {
        if self.from == self.window.len() {
            self.window.clear();
            self.from = 0;
        }
        let more = self.source.fill_buf()?;
        let length = more.len();
        self.window.extend_from_slice(more);
        self.source.consume(length);
        self.is_source_at_end = length == 0;
        Ok(length > 0)
    }

    fn record(&mut self) -> Result<Parsed, SheetError> {
        let (mut at, mut written, mut fields) = (self.from, 0, 0);
        loop {
            let (result, read, more_written, more_fields) = self.parser.read_record(
                &self.window[at..],
                &mut self.text[written..],
                &mut self.ends[fields..],
            );
            at += read;
            written += more_written;
            fields += more_fields;
            match result {
                // The window does not begin anew within a record: where it is empty, the record is too.
                ReadRecordResult::InputEmpty => {
                    let is_empty = at == self.from;
                    self.read_more()?;
                    at = if is_empty { self.from } else { at };
                }
                ReadRecordResult::OutputFull => {
                    let begin = fields.checked_sub(1).map_or(0, |last| self.ends[last]);
                    let is_too_long =
                        written - begin > MAX_CELL_LENGTH || written > MAX_RECORD_LENGTH;
                    if is_too_long && self.swallows_rows(at) {
                        return Ok(Parsed::OpenQuote { end: at });
                    }
                    if written - begin > MAX_CELL_LENGTH {
                        return Err(self.cell_too_long(at, begin, fields)?);
                    }
                    if written > MAX_RECORD_LENGTH {
                        return Err(self.too_many_columns(at, fields)?);
                    }
                    self.text.resize(2 * self.text.len(), 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    if self.swallows_rows(at) {
                        return Ok(Parsed::OpenQuote { end: at });
                    }
                    return Err(self.too_many_columns(at, fields)?);
                }
                ReadRecordResult::Record => {
                    return Ok(Parsed::Record(Record {
                        end: at,
                        written,
                        fields,
                    }));
                }
                ReadRecordResult::End => return Ok(Parsed::End),
            }
        }
    }

    /// What its quotation marks have done to a record. Most records are one line and not the last: nothing then.
    fn problem(&self, record: &Record) -> Result<Option<ShapeProblem>, SheetError> {
        let spans = memchr::memchr2(b'\n', b'\r', &self.text[..record.written]).is_some();
        if !spans && !self.is_source_at_end {
            return Ok(None);
        }
        let raw = &self.window[self.from..record.end];
        if memchr::memchr(b'"', raw).is_none() {
            return Ok(None);
        }
        let raw = std::str::from_utf8(raw).map_err(|_| SheetError::Unreadable)?;
        Ok(quotes::problem(raw, &self.shape))
    }

    /// Whether what was read of a record so far has swallowed rows. It may end within a character.
    fn swallows_rows(&self, end: usize) -> bool {
        let raw = &self.window[self.from..end];
        let raw = match std::str::from_utf8(raw) {
            Ok(raw) => raw,
            Err(error) => std::str::from_utf8(&raw[..error.valid_up_to()]).unwrap_or_default(),
        };
        quotes::swallows_rows(raw, &self.shape)
    }

    /// Takes the first line of a record as a row by itself; what is below it, up to where the record was read, is read again.
    fn take_line(
        &mut self,
        row: &mut SheetRow,
        problem: ShapeProblem,
        record_end: usize,
    ) -> Result<(), SheetError> {
        let raw = &self.window[self.from..];
        self.read_again += record_end - self.from;
        if self.read_again > MAX_READ_AGAIN {
            return Err(SheetError::TooMuchTime);
        }
        let end = memchr::memchr2(b'\n', b'\r', raw).unwrap_or(raw.len());
        let line = std::str::from_utf8(&raw[..end]).map_err(|_| SheetError::Unreadable)?;
        row.cells = quotes::split_line(line, self.delimiter);
        row.cells.iter_mut().for_each(drop_stray);
        self.trim(&mut row.cells)?;
        row.marks.shape = Some(problem);
        self.last_byte = raw.get(end).copied().unwrap_or(0);
        self.from += (end + 1).min(raw.len());
        self.parser.reset();
        Ok(())
    }

    /// Passes over the rest of a cell that began there in its record, to tell how long it is.
    fn cell_too_long(
        &mut self,
        at: usize,
        begin: usize,
        fields: usize,
    ) -> Result<SheetError, SheetError> {
        self.from = at;
        while self.pass(1)?.0 == 0 {}
        Ok(SheetError::CellTooLong {
            row: self.row,
            column: fields + 1,
            found: self.ends[0].saturating_sub(begin),
        })
    }

    /// Passes over the rest of a record, to tell how many cells it has.
    fn too_many_columns(&mut self, at: usize, mut fields: usize) -> Result<SheetError, SheetError> {
        self.from = at;
        loop {
            let (more, is_ended) = self.pass(self.ends.len())?;
            fields += more;
            if is_ended {
                break;
            }
        }
        Ok(SheetError::TooManyColumns {
            row: self.row,
            found: fields,
        })
    }

    /// Reads on without keeping the text: how many cells ended, at most so many, and whether the record did.
    fn pass(&mut self, most: usize) -> Result<(usize, bool), SheetError> {
        if self.from == self.window.len() {
            self.read_more()?;
        }
        let (result, read, _, fields) = self.parser.read_record(
            &self.window[self.from..],
            &mut self.text,
            &mut self.ends[..most],
        );
        self.from += read;
        let is_ended = matches!(result, ReadRecordResult::Record | ReadRecordResult::End);
        Ok((fields, is_ended))
    }

    fn fill(&self, cells: &mut Vec<String>, record: &Record) -> Result<(), SheetError> {
        let text = std::str::from_utf8(&self.text[..record.written])
            .map_err(|_| SheetError::Unreadable)?;
        let has_stray = memchr::memchr2(STRAY[0], STRAY[1], text.as_bytes()).is_some();
        let mut fields = record.fields;
        let begin_of = |field: usize| field.checked_sub(1).map_or(0, |last| self.ends[last]);
        let is_empty = |field: usize| {
            let cell = text.get(begin_of(field)..self.ends[field]);
            cell.is_some_and(headers::is_blank)
        };
        while fields > MAX_COLUMNS && is_empty(fields - 1) {
            fields -= 1;
        }
        if fields > MAX_COLUMNS {
            return Err(self.has_too_many_columns(fields));
        }
        cells.resize_with(fields, String::new);
        let mut begin = 0;
        for (cell, end) in cells.iter_mut().zip(&self.ends[..fields]) {
            cell.clear();
            cell.push_str(text.get(begin..*end).unwrap_or_default());
            if has_stray {
                drop_stray(cell);
            }
            begin = *end;
        }
        Ok(())
    }

    fn trim(&self, cells: &mut Vec<String>) -> Result<(), SheetError> {
        while cells.len() > MAX_COLUMNS && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        if cells.len() > MAX_COLUMNS {
            return Err(self.has_too_many_columns(cells.len()));
        }
        Ok(())
    }

    fn has_too_many_columns(&self, found: usize) -> SheetError {
        SheetError::TooManyColumns {
            row: self.row,
            found,
        }
    }
}

/// What reading a record came to.
enum Parsed {
    Record(Record),
    /// Quotation marks hold more together than a record may be, and have swallowed rows. It was read up to there.
    OpenQuote {
        end: usize,
    },
    End,
}

/// Postgres stores no NUL, and DOS ended files with Ctrl-Z; nobody types either.
const STRAY: [u8; 2] = [0, 0x1A];

/// Takes those characters out that nobody types.
fn drop_stray(cell: &mut String) {
    cell.retain(|character| !STRAY.map(char::from).contains(&character));
}
