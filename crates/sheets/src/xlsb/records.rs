//! The records of a binary workbook (MS-XLSB 2.1.4), none of them longer than any may be.

use std::io::{self, BufReader, Read};

use crate::SheetError;
use crate::budget::MAX_PIECE_LENGTH;
use crate::compound::{u16_at, u32_at};

/// The kinds of records that are understood (MS-XLSB 2.3.2).
pub(super) mod kind {
    /// BrtRowHdr.
    pub const ROW: u16 = 0;
    /// BrtCellBlank, the first of the cells that name their column.
    pub const CELL_BLANK: u16 = 1;
    /// BrtCellRk.
    pub const CELL_RK: u16 = 2;
    /// BrtCellError.
    pub const CELL_ERROR: u16 = 3;
    /// BrtCellBool.
    pub const CELL_BOOL: u16 = 4;
    /// BrtCellReal.
    pub const CELL_REAL: u16 = 5;
    /// BrtCellSt.
    pub const CELL_TEXT: u16 = 6;
    /// BrtCellIsst.
    pub const CELL_SHARED_TEXT: u16 = 7;
    /// BrtFmlaString.
    pub const FORMULA_TEXT: u16 = 8;
    /// BrtFmlaNum.
    pub const FORMULA_NUMBER: u16 = 9;
    /// BrtFmlaBool.
    pub const FORMULA_BOOL: u16 = 10;
    /// BrtFmlaError, the last of the cells that name their column.
    pub const FORMULA_ERROR: u16 = 11;
    /// BrtShortBlank, the first of the cells that stand right of the one before, without their column.
    pub const SHORT_BLANK: u16 = 12;
    /// BrtShortIsst, the last of them.
    pub const SHORT_SHARED_TEXT: u16 = 18;
    /// BrtSSTItem.
    pub const SHARED_TEXT: u16 = 19;
    /// BrtFont.
    pub const FONT: u16 = 43;
    /// BrtFmt.
    pub const FORMAT: u16 = 44;
    /// BrtXF.
    pub const STYLE: u16 = 47;
    /// BrtColInfo.
    pub const COLUMNS: u16 = 60;
    /// BrtCellRString.
    pub const CELL_RICH_TEXT: u16 = 62;
    /// BrtBeginSheetData.
    pub const BEGIN_ROWS: u16 = 145;
    /// BrtEndSheetData.
    pub const END_ROWS: u16 = 146;
    /// BrtWbProp.
    pub const WORKBOOK: u16 = 153;
    /// BrtBundleSh.
    pub const SHEET: u16 = 156;
    /// BrtMergeCell.
    pub const MERGED_CELL: u16 = 176;
    /// BrtBeginCellXFs.
    pub const BEGIN_STYLES: u16 = 617;
    /// BrtEndCellXFs.
    pub const END_STYLES: u16 = 618;
}

/// The records of a part, one after the other.
pub(super) struct Records<R> {
    source: BufReader<R>,
    data: Vec<u8>,
}

impl<R: Read> Records<R> {
    pub fn new(source: R) -> Records<R> {
        Records {
            source: BufReader::with_capacity(64 * 1024, source),
            data: Vec::new(),
        }
    }

    /// The next record that is wanted: its kind, and its data; `None` at the end. The others are passed over.
    ///
    /// # Errors
    /// [`SheetError::PieceTooLong`], and [`SheetError::Damaged`] when the part breaks off.
    pub fn next(
        &mut self,
        is_wanted: impl Fn(u16) -> bool,
    ) -> Result<Option<(u16, &[u8])>, SheetError> {
        loop {
            let Some((kind, length)) = begin(&mut self.source)? else {
                return Ok(None);
            };
            if is_wanted(kind) {
                self.data.resize(length, 0);
                self.source
                    .read_exact(&mut self.data)
                    .map_err(|_| SheetError::Damaged)?;
                return Ok(Some((kind, &self.data)));
            }
            let passed = io::copy(
                &mut self.source.by_ref().take(length as u64),
                &mut io::sink(),
            );
            if passed.ok() != Some(length as u64) {
                return Err(SheetError::Damaged);
            }
        }
    }
}

/// The kind of the next record and the length of its data; `None` at the end.
fn begin(source: &mut impl Read) -> Result<Option<(u16, usize)>, SheetError> {
    let Some(low) = byte(source)? else {
        return Ok(None);
    };
    let mut kind = u16::from(low);
    if low & 0x80 != 0 {
        let high = byte(source)?.unwrap_or(0);
        kind = u16::from(low & 0x7F) | u16::from(high & 0x7F) << 7;
    }
    let mut length = 0_usize;
    for place in 0..4 {
        let next = byte(source)?.unwrap_or(0);
        length |= usize::from(next & 0x7F) << (7 * place);
        if next & 0x80 == 0 {
            break;
        }
    }
    if length > MAX_PIECE_LENGTH {
        return Err(SheetError::PieceTooLong);
    }
    Ok(Some((kind, length)))
}

fn byte(source: &mut impl Read) -> Result<Option<u8>, SheetError> {
    let mut byte = [0];
    let read = source.read(&mut byte).map_err(|_| SheetError::Damaged)?;
    Ok((read == 1).then_some(byte[0]))
}

/// The text that stands there (MS-XLSB 2.5.169), and where it ends. What is cut off is no text.
pub(super) fn wide_text(data: &[u8], at: usize) -> Option<(String, usize)> {
    let characters = u32_at(data, at)? as usize;
    let begin = at.checked_add(4)?;
    let end = begin.checked_add(characters.checked_mul(2)?)?;
    let units = data.get(begin..end)?.chunks_exact(2);
    let units = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let text = char::decode_utf16(units)
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    Some((text, end))
}

/// A text with fonts of its own (MS-XLSB 2.5.122), and whether all of it is in fonts that strike it through.
pub(super) fn rich_text(
    data: &[u8],
    at: usize,
    is_struck_through: impl Fn(u32) -> bool,
) -> Option<(String, bool)> {
    let flags = *data.get(at)?;
    let (text, end) = wide_text(data, at + 1)?;
    if flags & 1 == 0 {
        return Some((text, false));
    }
    let runs = u32_at(data, end).unwrap_or(0) as usize;
    let runs = data
        .get(end + 4..)
        .unwrap_or_default()
        .chunks_exact(4)
        .take(runs);
    let mut is_struck = false;
    for (place, run) in runs.enumerate() {
        let (first, font) = (u16_at(run, 0)?, u16_at(run, 2)?);
        if place == 0 && first > 0 || !is_struck_through(u32::from(font)) {
            return Some((text, false));
        }
        is_struck = true;
    }
    Some((text, is_struck))
}

/// A number in four bytes (MS-XLSB 2.5.123, MS-XLS 2.5.217).
pub(super) use crate::compound::rk_number;

/// A number in eight bytes.
pub(super) use crate::compound::f64_at;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_longer_than_any_is_refused() {
        let claimed = [0x06, 0xFF, 0xFF, 0xFF, 0x7F];
        let mut records = Records::new(&claimed[..]);
        assert_eq!(records.next(|_| true).err(), Some(SheetError::PieceTooLong));
    }

    #[test]
    fn records_that_nobody_wants_are_passed_over() {
        let bytes = [0x2B, 2, 1, 2, 0xE9, 0x04, 0, 0x2C, 1, 7];
        let mut records = Records::new(&bytes[..]);
        let found = records.next(|kind| kind != kind::FONT).unwrap();
        assert_eq!(found, Some((kind::BEGIN_STYLES, &[][..])));
        assert_eq!(
            records.next(|_| true).unwrap(),
            Some((kind::FORMAT, &[7][..]))
        );
        assert_eq!(records.next(|_| true).unwrap(), None);
    }

    #[test]
    fn a_part_that_breaks_off_is_damaged() {
        for wanted in [true, false] {
            let mut records = Records::new(&[0x2B, 9, 1][..]);
            assert_eq!(records.next(|_| wanted).err(), Some(SheetError::Damaged));
        }
    }

    #[test]
    fn a_text_is_struck_through_where_every_piece_of_it_is() {
        let text = |runs: &[[u8; 4]]| {
            let mut data = vec![1, 2, 0, 0, 0, b'a', 0, b'b', 0, runs.len() as u8, 0, 0, 0];
            data.extend(runs.concat());
            rich_text(&data, 0, |font| font == 3).unwrap()
        };
        assert_eq!(text(&[[0, 0, 3, 0]]), ("ab".to_owned(), true));
        assert!(text(&[[0, 0, 3, 0], [1, 0, 3, 0]]).1);
        assert!(!text(&[[0, 0, 3, 0], [1, 0, 2, 0]]).1);
        assert!(!text(&[[1, 0, 3, 0]]).1);
        assert!(!text(&[]).1);
        assert_eq!(rich_text(&[1, 9, 0, 0, 0, b'a', 0], 0, |_| true), None);
    }
}
