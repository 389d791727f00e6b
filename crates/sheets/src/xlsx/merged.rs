//! The merged cells of a sheet (ECMA-376 part 1, 18.3.1.55). They stand behind all rows, which need them before.
//!
//! Most sheets have none, so the bytes are searched and not taken apart: within rows no `<` stands before such a word.

use std::io::Read;

use memchr::memmem::Finder;

use crate::SheetError;
use crate::merges::Merges;

use super::cell::place;

/// The bytes that are searched at once.
const AT_ONCE: usize = 64 * 1024;

/// The longest element of one merged cell that is understood, in bytes.
const MAX_LENGTH: usize = 256;

const NAME: &[u8] = b"mergeCell";

/// Finds the merged cells in the part of a sheet.
pub(super) fn find(part: &mut impl Read) -> Result<Merges, SheetError> {
    let finder = Finder::new(NAME);
    let mut merges = Merges::default();
    let mut bytes = vec![0; AT_ONCE];
    let mut filled = 0;
    loop {
        let read = part
            .read(&mut bytes[filled..])
            .map_err(|_| SheetError::Damaged)?;
        filled += read;
        let is_end = read == 0;
        // What begins near the end of these bytes is looked at with the next.
        let ready = if is_end {
            filled
        } else {
            filled.saturating_sub(MAX_LENGTH)
        };
        for at in finder.find_iter(&bytes[..filled]) {
            if at < ready {
                let end = filled.min(at + MAX_LENGTH);
                note(&bytes[..end], at, &mut merges)?;
            }
        }
        if is_end {
            return Ok(merges);
        }
        // One byte more tells whether an element begins.
        let keep = ready.saturating_sub(1);
        bytes.copy_within(keep..filled, 0);
        filled -= keep;
    }
}

/// Notes the merged cell whose name stands at that place.
fn note(bytes: &[u8], at: usize, merges: &mut Merges) -> Result<(), SheetError> {
    let before = at.checked_sub(1).map(|before| bytes[before]);
    let rest = &bytes[at + NAME.len()..];
    if !matches!(before, Some(b'<' | b':')) || !rest.first().is_some_and(u8::is_ascii_whitespace) {
        return Ok(());
    }
    let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
    let Ok(element) = std::str::from_utf8(&rest[..end]) else {
        return Ok(());
    };
    let range = element.split_once("ref=").and_then(|(_, value)| {
        let quote = value
            .chars()
            .next()
            .filter(|quote| "\"'".contains(*quote))?;
        value[1..].split(quote).next()
    });
    let corners = range.and_then(|range| {
        let (first, last) = range.split_once(':')?;
        Some((place(first)?, place(last)?))
    });
    let Some(((first_row, left), (last_row, right))) = corners else {
        return Ok(());
    };
    let columns = [left, right].map(|column| u32::try_from(column).unwrap_or(u32::MAX));
    merges.add((first_row, last_row), columns.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in the rows from 1 to 3, of which the first alone is filled but for the last column.
    fn passed(part: &str) -> Vec<Vec<String>> {
        let mut merges = find(&mut part.as_bytes()).expect("merged cells");
        let rows = [["a", "b", "1", "x"], ["", "", "2", "y"], ["", "", "3", "z"]];
        let rows = rows.iter().zip(1..);
        rows.map(|(row, number)| {
            let mut cells = row.map(str::to_owned).to_vec();
            merges.pass(number, &mut cells);
            cells
        })
        .collect()
    }

    #[test]
    fn merged_cells_are_found_wherever_they_stand() {
        let merged = r#"<mergeCells count="2"><mergeCell ref="A1:B2"/><x:mergeCell  ref='C1:C9' /></mergeCells>"#;
        for before in [0, 1, 65_500, 65_526, 65_527, 65_535, 65_536, 200_000] {
            let rows = passed(&format!("{}{merged}", " ".repeat(before)));
            assert_eq!(rows[1], ["a", "", "1", "y"], "{before}");
            assert_eq!(rows[2], ["", "", "1", "z"], "{before}");
        }
    }

    #[test]
    fn what_only_looks_like_merged_cells_is_none() {
        for part in [
            r#"<v>mergeCell ref="A1:A3"</v>"#,
            r#"<mergeCell ref="A1"/>"#,
            r#"<mergeCell/><other ref="A1:A3"/>"#,
            r#"<mergeCells ref="A1:A3"/>"#,
            "<mergeCell",
        ] {
            assert_eq!(passed(part)[1], ["", "", "2", "y"], "{part}");
        }
    }
}
