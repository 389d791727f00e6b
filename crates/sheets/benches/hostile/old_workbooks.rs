//! Excel workbooks of 1997 to 2003.

use std::fs::File;
use std::io::{Result, Write};

use sheets::SheetError;

use super::{Ends, Hostile, Scale, file};

/// The workbooks.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "xls: a shared text of 32,000 letters in a million cells",
        make: |scale| {
            let labels = scale.of(1_000_u32, 1_000_000);
            workbook(&texts(&[32_000], 1), |sheet| {
                for label in 0..labels {
                    let [row, column] = [(label / 16) as u16, (label % 16) as u16];
                    sheet.extend(label_of(row, column, 0));
                }
            })
        },
        ends: |scale| match scale {
            Scale::Small => Ends::Read,
            Scale::Full => Ends::Refused(SheetError::TooMuchText { row: 1_049 }),
        },
    },
    Hostile {
        name: "xls: the same cell millions of times",
        make: |scale| {
            workbook(&texts(&[10], 1), |sheet| {
                for _ in 0..scale.of(1_000, 4_400_000) {
                    sheet.extend(label_of(1, 1, 0));
                }
            })
        },
        ends: |_| Ends::Refused(SheetError::NoLeads),
    },
    Hostile {
        name: "xls: a table of texts in millions of pieces",
        make: |scale| {
            let pieces = scale.of(25_000, 15_000_000);
            workbook(&texts(&[1], pieces), |sheet| {
                sheet.extend(label_of(0, 0, 0))
            })
        },
        ends: |_| Ends::Refused(SheetError::NoLeads),
    },
    Hostile {
        name: "xls: two cells as far apart as may be",
        make: |_| {
            workbook(&texts(&[10], 1), |sheet| {
                sheet.extend(label_of(0, 0, 0));
                sheet.extend(label_of(65_535, 255, 0));
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xls: a sheet that claims to be as large as may be",
        make: |_| {
            workbook(&texts(&[10], 1), |sheet| {
                let sides = [&[0; 4][..], &65_536_u32.to_le_bytes(), &[0, 0, 0, 1, 0, 0]];
                sheet.extend(record(0x0200, &sides.concat()));
            })
        },
        ends: |_| Ends::Refused(SheetError::NoLeads),
    },
    Hostile {
        name: "xls: a directory that runs in a circle",
        make: |_| {
            let sectors = [sector_of(&[1; 1_024]), sector_of(&[FREE; 1_024])];
            file(|output| {
                output.write_all(&header(1, 1))?;
                output.write_all(&sectors.concat())
            })
        },
        ends: |_| Ends::Refused(SheetError::Damaged),
    },
];

const SECTOR: usize = 4_096;
const FREE: u32 = 0xFFFF_FFFF;
const LAST: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;

/// A table of shared texts of so many letters each, and so many records that go on with nothing (MS-XLS 2.4.265).
fn texts(lengths: &[u16], pieces: usize) -> Vec<u8> {
    let mut records = record(0x00FC, &[1, 0, 0, 0, 1, 0, 0, 0]);
    for length in lengths {
        let mut text = length.to_le_bytes().to_vec();
        text.push(0);
        let here = usize::from(*length).min(8_000);
        text.extend(vec![b'x'; here]);
        records.extend(record(0x003C, &text));
        let mut left = usize::from(*length) - here;
        while left > 0 {
            let here = left.min(8_000);
            records.extend(record(0x003C, &[vec![0], vec![b'x'; here]].concat()));
            left -= here;
        }
    }
    for _ in 1..pieces {
        records.extend([0x3C, 0, 0, 0]);
    }
    records
}

fn label_of(row: u16, column: u16, text: u32) -> Vec<u8> {
    let mut data = row.to_le_bytes().to_vec();
    data.extend(column.to_le_bytes());
    data.extend([0, 0]);
    data.extend(text.to_le_bytes());
    record(0x00FD, &data)
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a record");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A workbook of one sheet, `Leads`, with those records.
fn workbook(texts: &[u8], write: impl FnOnce(&mut Vec<u8>)) -> File {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let name = b"Leads";
    let globals = begin(5);
    let at = globals.len() + 4 + 8 + name.len() + texts.len() + 4;
    let at = u32::try_from(at).expect("a stream");
    let sheet = [&at.to_le_bytes()[..], &[0, 0, 5, 0], name].concat();
    let mut stream = globals;
    stream.extend(record(0x0085, &sheet));
    stream.extend(texts);
    stream.extend(record(0x000A, &[]));
    stream.extend(begin(16));
    write(&mut stream);
    stream.extend(record(0x000A, &[]));
    file(|output| compound(output, &stream))
}

/// A compound file of one stream (MS-CFB), with sectors large enough that its table needs no table of its own.
fn compound(output: &mut dyn Write, stream: &[u8]) -> Result<()> {
    let sectors = stream.len().max(SECTOR).div_ceil(SECTOR);
    // The table's own sectors come first, then the directory, then the stream.
    let tables = (sectors + 2).div_ceil(SECTOR / 4 - 1);
    let first = u32::try_from(tables + 1).expect("a small file");
    let mut table: Vec<u32> = vec![TABLE; tables];
    table.push(LAST);
    let last = first + u32::try_from(sectors).expect("a small file") - 1;
    table.extend((first + 1..=last).chain([LAST]));
    table.resize(tables * SECTOR / 4, FREE);
    output.write_all(&header(tables, first - 1))?;
    output.write_all(&sector_of(&table))?;
    let mut directory = entry("Root Entry", 5, 0, 0);
    directory.extend(entry("Workbook", 2, first, stream.len().max(SECTOR)));
    directory.resize(SECTOR, 0);
    output.write_all(&directory)?;
    output.write_all(stream)?;
    output.write_all(&vec![0; sectors * SECTOR - stream.len()])
}

fn sector_of(numbers: &[u32]) -> Vec<u8> {
    numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

/// The header (MS-CFB 2.2) of a file whose table has so many sectors, the first ones; it fills a sector.
fn header(tables: usize, directory: u32) -> Vec<u8> {
    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.resize(24, 0);
    header.extend([0x3E, 0, 4, 0, 0xFE, 0xFF, 12, 0, 6, 0]);
    header.resize(40, 0);
    let tables = u32::try_from(tables).expect("a small file");
    for number in [1, tables, directory, 0, 4_096, LAST, 0, LAST, 0] {
        header.extend(u32::to_le_bytes(number));
    }
    for place in 0..109 {
        let id = if place < tables { place } else { FREE };
        header.extend(id.to_le_bytes());
    }
    header.resize(SECTOR, 0);
    header
}

/// An entry of the directory (MS-CFB 2.6.1).
fn entry(name: &str, kind: u8, start: u32, length: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let name_length = u16::try_from(entry.len() + 2).expect("a short name");
    entry.resize(64, 0);
    entry.extend(name_length.to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([0xFF; 12]);
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend((length as u64).to_le_bytes());
    entry
}
