//! The records of an old workbook (MS-XLS 2.4), passed over to know what the parser would make of them: how many cells it
//! lays out, and how much text it copies into them.

use super::budget::Budget;
use super::compound::{Compound, u16_at, u32_at};
use super::{MOST_UNPACKED, SheetFault};

/// The most memory that the cells of all sheets take together, in bytes, the empty ones between them counted.
const MOST_LAID_OUT: u64 = 180 * 1024 * 1024;

/// What a cell takes where it is laid out, and what a record of one takes before.
const CELL_TAKES: u64 = 32;
const RECORD_TAKES: u64 = 40;

/// What a text takes besides its bytes.
const TEXT_TAKES: u64 = 16;

/// The most pieces of the table of shared texts. Each has 8 kB where somebody has a use for it, and the parser moves all that
/// are left for each that it takes.
const MOST_PIECES: u32 = 20_000;

/// The most that the format allows on one sheet: 65,536 rows by 256 columns.
const LARGEST_SHEET: u64 = 65_536 * 256;

/// Refuses what the parser would choke on.
pub(super) fn check(bytes: &[u8], budget: &Budget<'_>) -> Result<(), SheetFault> {
    let compound = Compound::parse(bytes)?;
    if compound.has("EncryptedPackage") {
        return Err(SheetFault::Protected);
    }
    // Since 1997 the stream is called so; before that it was a book.
    let name = ["Workbook", "Book"]
        .into_iter()
        .find(|name| compound.has(name))
        .ok_or(SheetFault::NotASheet)?;
    let stream = compound.stream(name).ok_or(SheetFault::Damaged)?;
    let texts = shared_texts(&stream)?;
    let (mut takes, mut passed) = (0, 0);
    for (at, sheet) in bound_sheets(&stream)? {
        budget.go_on()?;
        let extent = extent(stream.get(at..).ok_or(SheetFault::Damaged)?, &texts, &sheet)?;
        // Many sheets may claim to begin at the same place.
        passed += extent.passed as u64;
        takes += extent.takes();
        if passed > MOST_UNPACKED {
            return Err(SheetFault::Damaged);
        }
        if takes > MOST_LAID_OUT {
            let is_sparse = extent.cells() * CELL_TAKES > MOST_LAID_OUT / 2;
            return Err(match is_sparse {
                true => SheetFault::TooSparse {
                    sheet,
                    rows: extent.rows(),
                    columns: extent.columns(),
                },
                false => SheetFault::TooMuchMemory,
            });
        }
    }
    Ok(())
}

/// The type of a record, its data, and how many bytes both took.
fn record(stream: &[u8]) -> Option<(u16, &[u8], usize)> {
    let length = usize::from(u16_at(stream, 2)?);
    let data = stream.get(4..4 + length)?;
    Some((u16_at(stream, 0)?, data, 4 + length))
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const PASSWORD: u16 = 0x002F;
const SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const NUMBERS: u16 = 0x00BD;
const SHARED: u16 = 0x00FC;
const CONTINUE: u16 = 0x003C;
const NAMES_A_SHARED_TEXT: u16 = 0x00FD;
const TEXT_OF_A_FORMULA: u16 = 0x0207;

/// Where each sheet begins in the stream, and its name (MS-XLS 2.4.28).
fn bound_sheets(mut stream: &[u8]) -> Result<Vec<(usize, String)>, SheetFault> {
    let mut sheets = Vec::new();
    while let Some((kind, data, length)) = record(stream) {
        match kind {
            PASSWORD if u16_at(data, 0).unwrap_or(0) != 0 => return Err(SheetFault::Protected),
            SHEET => {
                let at = u32_at(data, 0).and_then(|at| usize::try_from(at).ok());
                sheets.push((at.ok_or(SheetFault::Damaged)?, sheet_name(data)));
            }
            END => break,
            _ => {}
        }
        stream = &stream[length..];
    }
    Ok(sheets)
}

fn sheet_name(data: &[u8]) -> String {
    let is_wide = data.get(7).is_some_and(|flags| flags & 1 == 1);
    let text = data.get(8..).unwrap_or_default();
    if is_wide {
        encoding_rs::UTF_16LE
            .decode_without_bom_handling(text)
            .0
            .into_owned()
    } else {
        text.iter().map(|byte| char::from(*byte)).collect()
    }
}

/// From where to where the filled cells of a sheet go.
#[derive(Default)]
struct Extent {
    first: Option<(u16, u16)>,
    last: (u16, u16),
    passed: usize,
    records: u64,
    text: u64,
}

impl Extent {
    fn add(&mut self, row: u16, columns: (u16, u16)) {
        let (first_row, first_column) = self.first.unwrap_or((row, columns.0));
        self.first = Some((first_row.min(row), first_column.min(columns.0)));
        self.last = (self.last.0.max(row), self.last.1.max(columns.1));
    }

    fn rows(&self) -> u32 {
        self.first
            .map_or(0, |(row, _)| u32::from(self.last.0 - row) + 1)
    }

    fn columns(&self) -> u32 {
        self.first
            .map_or(0, |(_, column)| u32::from(self.last.1 - column) + 1)
    }

    /// Laid out, and once more: either as the records were read, or as a copy that the parser gives away.
    fn takes(&self) -> u64 {
        let laid_out = self.cells() * CELL_TAKES + self.text;
        laid_out + laid_out.max(self.records * RECORD_TAKES)
    }

    fn cells(&self) -> u64 {
        u64::from(self.rows()) * u64::from(self.columns())
    }
}

/// Passes over the records of a sheet that begins there; charts within it have records of their own.
fn extent(mut stream: &[u8], texts: &[u32], sheet: &str) -> Result<Extent, SheetFault> {
    let mut extent = Extent::default();
    let mut depth = 0_u32;
    while let Some((kind, data, length)) = record(stream) {
        extent.passed += length;
        stream = &stream[length..];
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth > 1 => {}
            DIMENSIONS => check_dimensions(data, sheet)?,
            TEXT_OF_A_FORMULA => {
                extent.records += 1;
                extent.text += data.len() as u64 * 3 + TEXT_TAKES;
            }
            // Number, Label, RString, BoolErr, RK, LabelSst, Formula: row and column come first.
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 | NUMBERS => {
                let row = u16_at(data, 0).ok_or(SheetFault::Damaged)?;
                let first = u16_at(data, 2).ok_or(SheetFault::Damaged)?;
                let last = match kind {
                    NUMBERS => u16_at(data, data.len() - 2).ok_or(SheetFault::Damaged)?,
                    _ => first,
                };
                if last < first {
                    return Err(SheetFault::Damaged);
                }
                extent.add(row, (first, last));
                extent.records += u64::from(last - first) + 1;
                extent.text += match kind {
                    NAMES_A_SHARED_TEXT => shared_length(data, texts) + TEXT_TAKES,
                    // Text within the record: one byte becomes at most three.
                    0x0204 | 0x00D6 => data.len() as u64 * 3 + TEXT_TAKES,
                    _ => 0,
                };
            }
            _ => {}
        }
    }
    Ok(extent)
}

/// The parser reserves memory for as many cells as a sheet claims to have (MS-XLS 2.4.90).
fn check_dimensions(data: &[u8], sheet: &str) -> Result<(), SheetFault> {
    let narrow = |at| u16_at(data, at).map(u32::from);
    let sides = if data.len() == 10 {
        [narrow(0), narrow(2), narrow(4), narrow(6)]
    } else {
        [u32_at(data, 0), u32_at(data, 4), narrow(8), narrow(10)]
    };
    let [Some(top), Some(bottom), Some(left), Some(right)] = sides else {
        return Err(SheetFault::Damaged);
    };
    if bottom == 0 || right == 0 {
        return Ok(());
    }
    let rows = bottom.checked_sub(top).ok_or(SheetFault::Damaged)?;
    // Where the columns make no sense, the parser starts from the first.
    let columns = right.checked_sub(left).unwrap_or(right).max(1);
    let area = u64::from(rows) * u64::from(columns);
    if area > LARGEST_SHEET {
        return Err(SheetFault::Damaged);
    }
    if area * RECORD_TAKES > MOST_LAID_OUT {
        return Err(SheetFault::TooSparse {
            sheet: sheet.to_owned(),
            rows,
            columns,
        });
    }
    Ok(())
}

/// How long the text is that a cell names (MS-XLS 2.4.149), in bytes.
fn shared_length(data: &[u8], texts: &[u32]) -> u64 {
    let place = u32_at(data, 6).and_then(|place| usize::try_from(place).ok());
    let length = place.and_then(|place| texts.get(place));
    length.map_or(0, |length| u64::from(*length))
}

/// The lengths of the texts that cells share, in bytes of UTF-8 at most (MS-XLS 2.4.265, 2.5.293).
///
/// Whatever does not add up ends the list: the parser refuses it, too.
fn shared_texts(mut stream: &[u8]) -> Result<Vec<u32>, SheetFault> {
    while let Some((kind, data, length)) = record(stream) {
        stream = &stream[length..];
        match kind {
            SHARED => {
                let mut pieces = Pieces {
                    data: data.get(8..).unwrap_or_default(),
                    rest: stream,
                    taken: 0,
                };
                let mut texts = Vec::new();
                while let Some(length) = pieces.text() {
                    texts.push(length);
                }
                return match pieces.taken > MOST_PIECES {
                    true => Err(SheetFault::TooMuchMemory),
                    false => Ok(texts),
                };
            }
            END => break,
            _ => {}
        }
    }
    Ok(Vec::new())
}

/// The table of shared texts, which goes on in as many records as it takes.
struct Pieces<'a> {
    data: &'a [u8],
    rest: &'a [u8],
    taken: u32,
}

impl Pieces<'_> {
    /// Goes to the record that goes on; `None` where none does, or too many do.
    fn next_piece(&mut self) -> Option<()> {
        let (kind, data, length) = record(self.rest)?;
        self.taken += 1;
        if kind != CONTINUE || self.taken > MOST_PIECES {
            return None;
        }
        self.data = data;
        self.rest = &self.rest[length..];
        Some(())
    }

    /// Passes over the next text; how long it is.
    fn text(&mut self) -> Option<u32> {
        while self.data.is_empty() {
            self.next_piece()?;
        }
        let characters = u16_at(self.data, 0)?;
        let flags = *self.data.get(2)?;
        let mut at = 3;
        let (mut formats, mut extras) = (0, 0);
        if flags & 8 != 0 {
            formats = 4 * usize::from(u16_at(self.data, at)?);
            at += 2;
        }
        if flags & 4 != 0 {
            extras = usize::try_from(u32_at(self.data, at)?).ok()?;
            at += 4;
        }
        self.data = self.data.get(at..)?;
        let length = self.characters(usize::from(characters), flags & 1 == 1)?;
        self.skip(formats)?;
        self.skip(extras)?;
        Some(length)
    }

    /// A text that goes on in the next record says there anew how wide its characters are.
    fn characters(&mut self, mut left: usize, mut is_wide: bool) -> Option<u32> {
        let mut length = 0_u32;
        loop {
            let width = if is_wide { 2 } else { 1 };
            let here = left.min(self.data.len() / width);
            // A character of two bytes becomes at most three, one of a single byte at most two.
            length = length.saturating_add(u32::try_from(here * (width + 1)).ok()?);
            self.data = self.data.get(here * width..)?;
            left -= here;
            if left == 0 {
                return Some(length);
            }
            self.next_piece()?;
            is_wide = self.data.first()? & 1 == 1;
            self.data = &self.data[1..];
        }
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            if self.data.is_empty() {
                self.next_piece()?;
            }
            let here = bytes.min(self.data.len());
            self.data = &self.data[here..];
            bytes -= here;
        }
        Some(())
    }
}
