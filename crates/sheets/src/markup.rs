//! What HTML and XML have in common: in which encoding they are, and how they were understood.

use std::fs::File;

use super::encoding;
use super::text_encoding::TextEncoding;
use super::{ReadOptions, SheetError, SheetFormat};

/// How far below the beginning the encoding is declared (WHATWG HTML, 13.2.3.2, and what Excel writes before it).
const DECLARED_WITHIN: usize = 4096;

/// The encoding that was chosen, that the mark or the bytes tell for certain, that the text declares, or that is the likeliest.
pub(super) fn encoding(
    file: &mut File,
    start: &[u8],
    options: &ReadOptions<'_>,
) -> Result<TextEncoding, SheetError> {
    let found = encoding::find(file, start, options)?;
    if found.guessed_at.is_none() || options.encoding.is_some() {
        return Ok(found.encoding);
    }
    // What is no UTF-8 was declared to be so by mistake.
    let declared = declared(start)
        .filter(|declared| *declared != TextEncoding::UTF_8 && declared.is_like_ascii());
    Ok(declared.unwrap_or(found.encoding))
}

/// `<meta charset=…>`, `<meta … content="text/html; charset=…">`, `<?xml … encoding="…"?>`.
fn declared(start: &[u8]) -> Option<TextEncoding> {
    let start = &start[..start.len().min(DECLARED_WITHIN)];
    let text = String::from_utf8_lossy(start).to_ascii_lowercase();
    let behind = ["charset=", "encoding="]
        .into_iter()
        .filter_map(|word| Some(text.split_once(word)?.1))
        .next()?;
    let label = behind.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|character: char| {
        !(character.is_ascii_alphanumeric() || "-_:.".contains(character))
    })?;
    TextEncoding::named(&label[..end])
}

/// A page of one table is no workbook of sheets.
pub(super) fn format(format: SheetFormat, encoding: TextEncoding) -> SheetFormat {
    let is_alone = format.other_sheets.is_empty() && format.sheets_left_out == 0;
    SheetFormat {
        encoding: Some(encoding.name()),
        sheet: format.sheet.filter(|_| !is_alone),
        ..format
    }
}
