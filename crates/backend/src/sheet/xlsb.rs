//! Binary workbooks (MS-XLSB) made ready for the parser, which passes over two kinds of cells without a word: short
//! cells, which other programs than Excel write and which name no column, and rich text within the sheet. Both are
//! written again as the cells that it knows. On the way the texts are counted that the cells share, and no record is longer
//! than any may be: the parser keeps the former all, and the latter whole.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::SheetFault;
use super::archive::{MOST_SHARED, TEXT_TAKES};
use super::budget::{Budget, LONGEST_PIECE};

/// How hard what is written again is packed: it is read once, right away.
const PACKED: i64 = 1;

/// BrtSSTItem: a text that cells share (MS-XLSB 2.4.728).
const SHARED_TEXT: u16 = 19;

/// BrtRowHdr, and the first and last of the kinds of cells that name their column (MS-XLSB 2.3.2).
const ROW: u16 = 0;
const CELLS: std::ops::RangeInclusive<u16> = 1..=11;

/// BrtShortBlank to BrtShortIsst: a cell right of the one before, without its column (MS-XLSB 2.3.2).
const SHORT_CELLS: std::ops::RangeInclusive<u16> = 12..=18;

/// What makes a short kind of cell the one that names its column: BrtCellBlank is 1, BrtShortBlank 12.
const FROM_SHORT: u16 = 11;

/// BrtCellSt and BrtCellRString: text, and text with formats, whose flags stand before it (MS-XLSB 2.4.322, 2.4.318).
const TEXT: u16 = 6;
const RICH_TEXT: u16 = 62;

/// The column and the style that a cell begins with, in bytes (MS-XLSB 2.5.9).
const CELL_BEGIN: usize = 8;

/// The workbook in which every cell is one that the parser knows; `None` where the given one is such already.
///
/// # Errors
/// [`SheetFault::PieceTooLong`] when a record is longer than any may be, [`SheetFault::TooMuchMemory`] when too much is shared.
pub(super) fn with_known_cells<R: Read + Seek>(
    source: R,
    budget: &Budget<'_>,
) -> Result<Option<File>, SheetFault> {
    let mut archive = ZipArchive::new(source).map_err(|_| SheetFault::Damaged)?;
    if !has_unknown_cells(&mut archive, budget)? {
        return Ok(None);
    }
    let mut written = ZipWriter::new(BufWriter::new(tempfile::tempfile()?));
    for index in 0..archive.len() {
        let part = archive
            .by_index_raw(index)
            .map_err(|_| SheetFault::Damaged)?;
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        if !is_sheet(&name) {
            written
                .raw_copy_file(part)
                .map_err(|_| SheetFault::Damaged)?;
            continue;
        }
        drop(part);
        let part = archive.by_index(index).map_err(|_| SheetFault::Damaged)?;
        written
            .start_file(
                name,
                SimpleFileOptions::default().compression_level(Some(PACKED)),
            )
            .map_err(|_| SheetFault::Damaged)?;
        rewrite(BufReader::new(part), &mut written)?;
    }
    let written = written.finish().map_err(|_| SheetFault::Damaged)?;
    let mut written = written
        .into_inner()
        .map_err(io::IntoInnerError::into_error)?;
    written.rewind()?;
    Ok(Some(written))
}

fn is_sheet(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("xl/worksheets/") && name.ends_with(".bin")
}

fn is_read_by_the_parser(name: &str) -> bool {
    let others = ["xl/workbook.bin", "xl/styles.bin", "xl/sharedstrings.bin"];
    is_sheet(name) || others.contains(&name.to_ascii_lowercase().as_str())
}

fn has_unknown_cells<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    budget: &Budget<'_>,
) -> Result<bool, SheetFault> {
    let mut is_found = false;
    let mut shared = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| SheetFault::Damaged)?;
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        if !is_read_by_the_parser(&name) {
            continue;
        }
        let mut records = BufReader::new(part);
        while let Some((kind, length)) = begin(&mut records)? {
            budget.go_on()?;
            is_found |= is_sheet(&name) && (kind == RICH_TEXT || SHORT_CELLS.contains(&kind));
            if kind == SHARED_TEXT {
                // Two bytes a character of which each becomes one to three.
                shared = shared.saturating_add(TEXT_TAKES + length);
            }
            if shared > MOST_SHARED {
                return Err(SheetFault::TooMuchMemory);
            }
            // What breaks off is the parser's to tell.
            io::copy(&mut records.by_ref().take(length), &mut io::sink())
                .map_err(|_| SheetFault::Damaged)?;
        }
    }
    Ok(is_found)
}

/// The kind of the next record and the length of its data (MS-XLSB 2.1.4); `None` at the end.
fn begin(source: &mut impl Read) -> Result<Option<(u16, u64)>, SheetFault> {
    let Some(low) = byte(source)? else {
        return Ok(None);
    };
    let mut kind = u16::from(low);
    if low & 0x80 != 0 {
        let high = byte(source)?.unwrap_or(0);
        kind = u16::from(low & 0x7F) | u16::from(high & 0x7F) << 7;
    }
    let mut length = 0;
    for place in 0..4 {
        let next = byte(source)?.unwrap_or(0);
        length |= u64::from(next & 0x7F) << (7 * place);
        if next & 0x80 == 0 {
            break;
        }
    }
    if length > LONGEST_PIECE as u64 {
        return Err(SheetFault::PieceTooLong);
    }
    Ok(Some((kind, length)))
}

fn byte(source: &mut impl Read) -> Result<Option<u8>, SheetFault> {
    let mut byte = [0];
    let read = source.read(&mut byte).map_err(|_| SheetFault::Damaged)?;
    Ok((read == 1).then_some(byte[0]))
}

fn rewrite(mut source: impl Read, output: &mut impl Write) -> Result<(), SheetFault> {
    let mut next_column = 0_u32;
    let mut data = Vec::new();
    while let Some((mut kind, length)) = begin(&mut source)? {
        data.clear();
        source
            .by_ref()
            .take(length)
            .read_to_end(&mut data)
            .map_err(|_| SheetFault::Damaged)?;
        if kind == ROW {
            next_column = 0;
        } else if SHORT_CELLS.contains(&kind) {
            kind -= FROM_SHORT;
            data.splice(..0, next_column.to_le_bytes());
        } else if kind == RICH_TEXT && data.len() > CELL_BEGIN {
            kind = TEXT;
            data.remove(CELL_BEGIN);
        }
        if CELLS.contains(&kind)
            && let Some(column) = super::compound::u32_at(&data, 0)
        {
            next_column = column.saturating_add(1);
        }
        write_record(output, kind, &data)?;
    }
    Ok(())
}

fn write_record(output: &mut impl Write, kind: u16, data: &[u8]) -> io::Result<()> {
    let mut begin = Vec::with_capacity(6);
    let [low, high] = [(kind & 0x7F) as u8, (kind >> 7) as u8];
    if kind < 0x80 {
        begin.push(low);
    } else {
        begin.extend([low | 0x80, high]);
    }
    let mut length = data.len();
    while length >= 0x80 {
        begin.push((length & 0x7F) as u8 | 0x80);
        length >>= 7;
    }
    begin.push((length & 0x7F) as u8);
    output.write_all(&begin)?;
    output.write_all(data)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(bytes: &[u8]) -> Vec<(u16, Vec<u8>)> {
        let mut source = bytes;
        let mut records = Vec::new();
        while let Some((kind, length)) = begin(&mut source).unwrap() {
            let mut data = vec![0; length as usize];
            source.read_exact(&mut data).unwrap();
            records.push((kind, data));
        }
        records
    }

    fn written(records: &[(u16, &[u8])]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (kind, data) in records {
            write_record(&mut bytes, *kind, data).unwrap();
        }
        bytes
    }

    #[test]
    fn a_short_cell_stands_right_of_the_one_before() {
        let style = [0; 4];
        let source = written(&[
            (ROW, &[0; 17]),
            (5, &[&[3, 0, 0, 0][..], &style, &[1; 8]].concat()),
            (16, &[&style[..], &[2; 8]].concat()),
            (12, &style),
            (17, &[&style[..], &[1, 0, 0, 0, 65, 0]].concat()),
            (ROW, &[1; 17]),
            (13, &[&style[..], &[9; 4]].concat()),
            (0x0092, &[]),
        ]);
        let mut output = Vec::new();
        rewrite(&source[..], &mut output).unwrap();
        let columns: Vec<(u16, Option<u8>)> = records(&output)
            .iter()
            .map(|(kind, data)| (*kind, data.first().copied().filter(|_| *kind != ROW)))
            .collect();
        let expected = [
            (ROW, None),
            (5, Some(3)),
            (5, Some(4)),
            (1, Some(5)),
            (6, Some(6)),
            (ROW, None),
            (2, Some(0)),
            (0x0092, None),
        ];
        assert_eq!(columns, expected);
    }

    #[test]
    fn rich_text_becomes_text() {
        let cell = [2, 0, 0, 0, 0, 0, 0, 0];
        let text = [1, 0, 0, 0, 65, 0];
        let source = written(&[(RICH_TEXT, &[&cell[..], &[1], &text].concat())]);
        let mut output = Vec::new();
        rewrite(&source[..], &mut output).unwrap();
        assert_eq!(records(&output), [(TEXT, [&cell[..], &text].concat())]);
    }

    #[test]
    fn a_record_longer_than_any_is_damage() {
        let claimed = [0x06, 0xFF, 0xFF, 0xFF, 0x7F];
        assert_eq!(begin(&mut &claimed[..]), Err(SheetFault::PieceTooLong));
        let long = vec![7; 300];
        assert_eq!(records(&written(&[(300, &long)])), [(300, long)]);
    }
}
