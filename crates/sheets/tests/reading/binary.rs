//! Binary workbooks (MS-XLSB), record by record.

use super::workbooks::archive;

/// A record (MS-XLSB 2.1.4).
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let [low, high] = [(kind & 0x7F) as u8, (kind >> 7) as u8];
    let mut bytes = match kind {
        ..0x80 => vec![low],
        _ => vec![low | 0x80, high],
    };
    let mut left = data.len();
    loop {
        let byte = (left & 0x7F) as u8;
        left >>= 7;
        if left == 0 {
            bytes.push(byte);
            break;
        }
        bytes.push(byte | 0x80);
    }
    bytes.extend(data);
    bytes
}

/// A text (MS-XLSB 2.5.169).
pub fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u32::try_from(units.len()).unwrap().to_le_bytes();
    let bytes = units.into_iter().flat_map(u16::to_le_bytes);
    length.into_iter().chain(bytes).collect()
}

/// The begin of a cell: its column and its style (MS-XLSB 2.5.9).
fn cell(kind: u16, column: u32, style: u32, rest: &[u8]) -> Vec<u8> {
    let data = [&column.to_le_bytes()[..], &style.to_le_bytes(), rest].concat();
    record(kind, &data)
}

/// A row (MS-XLSB 2.4.740); `row` from 0.
pub fn row(row: u32, is_hidden: bool) -> Vec<u8> {
    let flags = [0, if is_hidden { 0x10 } else { 0 }, 0];
    let data = [&row.to_le_bytes()[..], &[0; 4], &[0x2C, 1], &flags, &[0; 4]].concat();
    record(0, &data)
}

/// A text in its cell (BrtCellSt).
pub fn text(column: u32, style: u32, text: &str) -> Vec<u8> {
    cell(6, column, style, &wide(text))
}

/// A number (BrtCellReal).
pub fn number(column: u32, style: u32, value: f64) -> Vec<u8> {
    cell(5, column, style, &value.to_le_bytes())
}

/// An error (BrtCellError).
pub fn error(column: u32, code: u8) -> Vec<u8> {
    cell(3, column, 0, &[code])
}

/// A text that cells share (BrtCellIsst).
pub fn shared(column: u32, place: u32) -> Vec<u8> {
    cell(7, column, 0, &place.to_le_bytes())
}

/// Columns (BrtColInfo), from 0.
pub fn hidden_columns(first: u32, last: u32) -> Vec<u8> {
    let numbers = [first, last, 2_560, 0].map(u32::to_le_bytes).concat();
    record(60, &[&numbers[..], &[1, 0]].concat())
}

/// A merged cell (BrtMergeCell): rows and columns from 0.
pub fn merged(rows: (u32, u32), columns: (u32, u32)) -> Vec<u8> {
    let corners = [rows.0, rows.1, columns.0, columns.1];
    record(176, &corners.map(u32::to_le_bytes).concat())
}

/// A workbook of one sheet, `Leads`: records before its rows, its rows, and records after. Style 0 is plain, the others have those
/// formats; the last one is struck through.
pub fn xlsb(before: &[Vec<u8>], rows: &[Vec<u8>], after: &[Vec<u8>], formats: &[&str]) -> Vec<u8> {
    let sheet = [&[0; 4][..], &[1, 0, 0, 0], &wide("rId1"), &wide("Leads")].concat();
    let book = [
        record(131, &[]),
        record(153, &[0; 12]),
        record(156, &sheet),
        record(132, &[]),
    ]
    .concat();
    let styles = styles(formats);
    let texts = record(19, &[&[0][..], &wide("shared")].concat());
    let part = [
        record(129, &[]),
        before.concat(),
        record(145, &[]),
        rows.concat(),
        record(146, &[]),
        after.concat(),
        record(130, &[]),
    ]
    .concat();
    archive(&[
        (
            "[Content_Types].xml",
            b"application/vnd.ms-excel.sheet.binary.macroEnabled.main",
        ),
        (
            "_rels/.rels",
            relations(&[("officeDocument", "xl/workbook.bin")]).as_bytes(),
        ),
        ("xl/workbook.bin", &book),
        (
            "xl/_rels/workbook.bin.rels",
            relations(&[
                ("worksheet", "worksheets/sheet1.bin"),
                ("styles", "styles.bin"),
                ("sharedStrings", "sharedStrings.bin"),
            ])
            .as_bytes(),
        ),
        ("xl/styles.bin", &styles),
        ("xl/sharedStrings.bin", &texts),
        ("xl/worksheets/sheet1.bin", &part),
    ])
}

fn styles(formats: &[&str]) -> Vec<u8> {
    let mut styles = Vec::new();
    for (id, code) in (164_u16..).zip(formats) {
        styles.extend(record(44, &[&id.to_le_bytes()[..], &wide(code)].concat()));
    }
    for flags in [0_u8, 8] {
        styles.extend(record(43, &[&[220, 0, flags, 0][..], &[0; 17]].concat()));
    }
    styles.extend(record(617, &[0; 4]));
    let style = |format: u16, font: u16| {
        let numbers = [0, format, font].map(u16::to_le_bytes).concat();
        record(47, &[&numbers[..], &[0; 10]].concat())
    };
    styles.extend(style(0, 0));
    for (id, _) in (164_u16..).zip(formats) {
        styles.extend(style(id, 0));
    }
    styles.extend(style(0, 1));
    styles.extend(record(618, &[]));
    styles
}

fn relations(relations: &[(&str, &str)]) -> String {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations: String = (1..)
        .zip(relations)
        .map(|(id, (kind, target))| {
            format!(r#"<Relationship Id="rId{id}" Type="{office}/{kind}" Target="{target}"/>"#)
        })
        .collect();
    format!("<Relationships>{relations}</Relationships>")
}
