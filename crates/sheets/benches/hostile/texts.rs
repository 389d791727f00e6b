//! Delimited text.

use std::fs::File;
use std::io::Write;

use sheets::SheetError;

use super::{Ends, Hostile, Scale, file, repeat};

/// The texts.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "csv: one line",
        make: |scale| repeated(b"x", bytes(scale)),
        ends: |scale| too_long(bytes(scale)),
    },
    Hostile {
        name: "csv: nothing but quotation marks",
        make: |scale| repeated(b"\"", bytes(scale)),
        // The first opens a cell, and every two after it are one of its text; the last closes it.
        ends: |scale| too_long(bytes(scale) / 2 - 1),
    },
    Hostile {
        name: "csv: lines of one byte",
        make: |scale| repeated(b"1\n", bytes(scale) / 2),
        ends: |_| Ends::Refused(SheetError::TooManyRows { row: 200_002 }),
    },
    Hostile {
        name: "csv: nothing but line ends",
        make: |scale| repeated(b"\n", bytes(scale)),
        ends: |_| Ends::Refused(SheetError::NoLeads),
    },
    Hostile {
        name: "csv: nothing but delimiters",
        make: |scale| repeated(b",", bytes(scale)),
        ends: |scale| {
            Ends::Refused(SheetError::TooManyColumns {
                row: 1,
                found: bytes(scale) + 1,
            })
        },
    },
    Hostile {
        name: "csv: lines of delimiters",
        make: |scale| repeated(b",,,,,,,\n", bytes(scale) / 8),
        ends: |_| Ends::Refused(SheetError::NoLeads),
    },
    Hostile {
        name: "csv: UTF-16 that breaks off in a character",
        make: |_| {
            let text = "Mobile\n+62812345678\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes);
            let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text).chain([0x3D]).collect();
            file(|output| output.write_all(&bytes))
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "csv: every cell as long as it may be",
        make: |scale| {
            file(|output| {
                for _ in 0..scale.of(2, 8) {
                    for column in 0..256 {
                        repeat(output, b"x", 32_000)?;
                        output.write_all(if column == 255 { b"\n" } else { b"," })?;
                    }
                }
                Ok(())
            })
        },
        ends: |_| Ends::Read,
    },
];

/// Even, and at most as large as a file may be.
fn bytes(scale: Scale) -> usize {
    scale.of(2 << 20, 64 << 20)
}

fn repeated(bytes: &[u8], times: usize) -> File {
    file(|output| repeat(output, bytes, times))
}

fn too_long(found: usize) -> Ends {
    Ends::Refused(SheetError::CellTooLong {
        row: 1,
        column: 1,
        found,
    })
}
