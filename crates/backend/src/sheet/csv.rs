//! Delimited text (RFC 4180, and what spreadsheets really write).

use std::fs::File;
use std::io::BufRead;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::budget::{Budget, PaidFile};
use super::decoding::Decoding;
use super::encoding::{self, Understood};
use super::intake::Intake;
use super::{LONGEST_CELL, MOST_COLUMNS, ReadOptions, SheetFault, SheetFormat, SheetRow};

/// Reads the file; `start` is how it begins.
pub(super) fn read(
    file: &mut File,
    start: &[u8],
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetFault> {
    let Understood { encoding, layout } = encoding::understand(file, start, options)?;
    let source = PaidFile::new(file, &[], budget)?;
    let mut records = Records::new(Decoding::new(source, encoding), layout.delimiter);
    if layout.is_declared {
        records.skip_declaration()?;
    }
    let mut row = SheetRow::default();
    while records.read(&mut row)? {
        if !intake.row(&row) {
            break;
        }
    }
    Ok(SheetFormat::text(
        encoding.name(),
        char::from(layout.delimiter),
    ))
}

/// Reads the records of UTF-8 text. A record has at most as many cells, and a cell at most as many bytes, as the
/// limits allow: more is counted, but not kept.
pub(super) struct Records<R> {
    source: R,
    parser: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    row: u32,
    last_byte: u8,
}

impl<R: BufRead> Records<R> {
    pub fn new(source: R, delimiter: u8) -> Records<R> {
        Records {
            source,
            parser: ReaderBuilder::new().delimiter(delimiter).build(),
            text: vec![0; 2 * LONGEST_CELL],
            ends: vec![0; MOST_COLUMNS + 1],
            row: 0,
            last_byte: 0,
        }
    }

    /// Reads the next record into `row`, in place of the one before; `false` at the end of the text.
    pub fn read(&mut self, row: &mut SheetRow) -> Result<bool, SheetFault> {
        self.pass_blank_lines()?;
        self.row = self.row.saturating_add(1);
        let (mut written, mut fields) = (0, 0);
        loop {
            let input = self.source.fill_buf()?;
            let (result, read, more_written, more_fields) =
                self.parser
                    .read_record(input, &mut self.text[written..], &mut self.ends[fields..]);
            self.last_byte = read.checked_sub(1).map_or(self.last_byte, |at| input[at]);
            self.source.consume(read);
            written += more_written;
            fields += more_fields;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.make_room(written, fields)?,
                ReadRecordResult::OutputEndsFull => {
                    return Err(self.too_many_columns(fields)?);
                }
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(false),
            }
        }
        row.number = self.row;
        self.fill(&mut row.cells, written, fields)?;
        Ok(true)
    }

    /// A line that names the delimiter is no row: spreadsheets take it away.
    fn skip_declaration(&mut self) -> Result<(), SheetFault> {
        self.read(&mut SheetRow::default())?;
        self.row = 0;
        Ok(())
    }

    /// Empty lines are rows to a spreadsheet, though the parser passes over them.
    fn pass_blank_lines(&mut self) -> Result<(), SheetFault> {
        while let Some(byte) = self.source.fill_buf()?.first().copied() {
            match (self.last_byte, byte) {
                (b'\r', b'\n') => {}
                (_, b'\r' | b'\n') => self.row = self.row.saturating_add(1),
                _ => break,
            }
            self.last_byte = byte;
            self.source.consume(1);
        }
        self.last_byte = 0;
        Ok(())
    }

    fn make_room(&mut self, written: usize, fields: usize) -> Result<(), SheetFault> {
        let begin = fields.checked_sub(1).map_or(0, |last| self.ends[last]);
        if written - begin > LONGEST_CELL {
            return Err(self.cell_too_long(begin, fields)?);
        }
        self.text.resize(2 * self.text.len(), 0);
        Ok(())
    }

    /// Passes over the rest of a cell that began there in its record, to tell how long it is.
    fn cell_too_long(&mut self, begin: usize, fields: usize) -> Result<SheetFault, SheetFault> {
        while self.pass(1)?.0 == 0 {}
        Ok(SheetFault::CellTooLong {
            row: self.row,
            column: fields + 1,
            found: self.ends[0].saturating_sub(begin),
        })
    }

    /// Passes over the rest of a record, to tell how many cells it has.
    fn too_many_columns(&mut self, mut fields: usize) -> Result<SheetFault, SheetFault> {
        loop {
            let (more, is_ended) = self.pass(self.ends.len())?;
            fields += more;
            if is_ended {
                break;
            }
        }
        Ok(SheetFault::TooManyColumns {
            row: self.row,
            found: fields,
        })
    }

    /// Reads on without keeping the text: how many cells ended, at most so many, and whether the record did.
    fn pass(&mut self, most: usize) -> Result<(usize, bool), SheetFault> {
        let input = self.source.fill_buf()?;
        let (result, read, _, fields) =
            self.parser
                .read_record(input, &mut self.text, &mut self.ends[..most]);
        self.source.consume(read);
        let is_ended = matches!(result, ReadRecordResult::Record | ReadRecordResult::End);
        Ok((fields, is_ended))
    }

    fn fill(
        &self,
        cells: &mut Vec<String>,
        written: usize,
        fields: usize,
    ) -> Result<(), SheetFault> {
        let text =
            std::str::from_utf8(&self.text[..written]).map_err(|_| SheetFault::Unreadable)?;
        let has_stray = text.bytes().any(is_stray);
        cells.resize_with(fields, String::new);
        let mut begin = 0;
        for (cell, end) in cells.iter_mut().zip(&self.ends[..fields]) {
            cell.clear();
            cell.push_str(text.get(begin..*end).unwrap_or_default());
            if has_stray {
                cell.retain(|character| !character.is_ascii() || !is_stray(character as u8));
            }
            begin = *end;
        }
        Ok(())
    }
}

/// Postgres stores no NUL, and DOS ended files with Ctrl-Z; nobody types either.
fn is_stray(byte: u8) -> bool {
    matches!(byte, 0 | 0x1A)
}
