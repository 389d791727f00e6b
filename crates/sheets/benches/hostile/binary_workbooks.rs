//! Excel workbooks of binary records in a zip archive.

use std::fs::File;
use std::io::{Result, Write};

use sheets::SheetError;

use super::archives::archive;
use super::workbooks::{relations, too_long};
use super::{Ends, Hostile, repeat};

/// The workbooks.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "xlsb: a shared text of 8 MB in 256 cells",
        make: |scale| binary(scale.of(1, 8) << 20),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "xlsb: a shared text of 400 kB in 256 cells",
        make: |_| binary(400_000),
        ends: |_| too_long(400_000),
    },
];

/// A binary workbook of one row of 256 cells that share a text of so many letters (MS-XLSB 2.1).
fn binary(length: usize) -> File {
    let characters = u32::try_from(length).expect("a text");
    archive(|parts| {
        parts.add("[Content_Types].xml", |output| {
            output.write_all(b"application/vnd.ms-excel.sheet.binary.macroEnabled.main")
        })?;
        relations(
            parts,
            "xl/_rels/workbook.bin.rels",
            "worksheet",
            "worksheets/sheet1.bin",
        )?;
        parts.add("xl/workbook.bin", |output| {
            // BrtBundleSh: shown, its number, its relation, its name.
            let sheet = [&[0; 4][..], &[1, 0, 0, 0], &wide("rId1"), &wide("Leads")].concat();
            record(output, 0x8F, &[])?;
            record(output, 0x9C, &sheet)?;
            record(output, 0x90, &[])?;
            record(output, 0x84, &[])
        })?;
        parts.add("xl/sharedStrings.bin", |output| {
            record(output, 0x9F, &[1, 0, 0, 0, 1, 0, 0, 0])?;
            begin(output, 0x13, 5 + 2 * length)?;
            output.write_all(&[0])?;
            output.write_all(&characters.to_le_bytes())?;
            repeat(output, b"x\0", length)?;
            record(output, 0xA0, &[])
        })?;
        parts.add("xl/worksheets/sheet1.bin", |output| {
            record(output, 0x81, &[])?;
            record(output, 0x94, &[0; 16])?;
            record(output, 0x91, &[])?;
            record(output, 0x00, &[0; 25])?;
            for column in 0..256_u32 {
                let cell = [&column.to_le_bytes()[..], &[0; 4], &[0; 4]].concat();
                record(output, 0x07, &cell)?;
            }
            record(output, 0x92, &[])?;
            record(output, 0x82, &[])
        })
    })
}

fn wide(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).expect("a short text");
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    length.to_le_bytes().into_iter().chain(units).collect()
}

fn record(output: &mut dyn Write, kind: u16, data: &[u8]) -> Result<()> {
    begin(output, kind, data.len())?;
    output.write_all(data)
}

/// The kind and length of a record (MS-XLSB 2.1.4).
fn begin(output: &mut dyn Write, kind: u16, length: usize) -> Result<()> {
    let [low, high] = [(kind & 0x7F) as u8, (kind >> 7) as u8];
    match kind {
        ..0x80 => output.write_all(&[low])?,
        _ => output.write_all(&[low | 0x80, high])?,
    }
    let mut left = length;
    loop {
        let byte = (left & 0x7F) as u8;
        left >>= 7;
        if left == 0 {
            return output.write_all(&[byte]);
        }
        output.write_all(&[byte | 0x80])?;
    }
}
