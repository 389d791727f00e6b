//! Excel workbooks in a zip archive.

use std::fs::File;
use std::io::{Result, Write};

use backend::sheet::SheetFault;

use super::archives::{Parts, archive};
use super::{Ends, Hostile, Scale, repeat};

/// The workbooks.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "xlsx: a shared text of 8 MB in 256 cells",
        make: |scale| shared(scale.of(1, 8) << 20),
        ends: |scale| too_long(scale.of(1, 8) << 20),
    },
    Hostile {
        name: "xlsx: a shared text of 32,000 bytes in 256 cells of 10,000 rows",
        make: |scale| {
            with_texts(
                |output| text(output, 32_000),
                |output| {
                    for _ in 0..scale.of(70, 10_000) {
                        output.write_all(b"<row>")?;
                        repeat(output, br#"<c t="s"><v>0</v></c>"#, 256)?;
                        output.write_all(b"</row>")?;
                    }
                    Ok(())
                },
            )
        },
        ends: |_| Ends::Refused(SheetFault::TooMuchText { row: 66 }),
    },
    Hostile {
        name: "xlsx: 500 sheets that are all one part of blank rows",
        make: |scale| {
            let rows = scale.of(2_000, 1_000_000);
            workbook(500, |_| Ok(()), |output| repeat(output, b"<row/>", rows))
        },
        ends: |_| Ends::Refused(SheetFault::NoLeadsInSheets { left_out: 436 }),
    },
    Hostile {
        name: "xlsx: 64 sheets that are all one part of 400 MB of blank rows",
        make: |scale| {
            let rows = scale.of(2_000, 70_000_000);
            workbook(64, |_| Ok(()), |output| repeat(output, b"<row/>", rows))
        },
        ends: |scale| match scale {
            Scale::Small => Ends::Refused(SheetFault::NoLeads),
            Scale::Full => Ends::Refused(SheetFault::TooMuchTime),
        },
    },
    Hostile {
        name: "xlsx: shared texts that are claimed and not there",
        make: |_| {
            workbook(
                1,
                |parts| {
                    let texts = br#"<sst uniqueCount="9000000000000"><si><t>a</t></si></sst>"#;
                    parts.add("xl/sharedStrings.xml", |output| output.write_all(texts))
                },
                |_| Ok(()),
            )
        },
        ends: |_| Ends::Refused(SheetFault::TooMuchMemory),
    },
    Hostile {
        name: "xlsx: millions of shared texts that nobody has counted",
        make: |scale| {
            with_texts(
                |output| repeat(output, b"<si><t>a</t></si>", scale.of(1_000, 30_000_000)),
                |_| Ok(()),
            )
        },
        ends: |scale| match scale {
            Scale::Small => Ends::Refused(SheetFault::NoLeads),
            Scale::Full => Ends::Refused(SheetFault::TooMuchMemory),
        },
    },
    Hostile {
        name: "xlsx: millions of styles",
        make: |scale| {
            workbook(
                1,
                |parts| {
                    parts.add("xl/styles.xml", |output| {
                        output.write_all(b"<styleSheet><cellXfs>")?;
                        repeat(
                            output,
                            br#"<xf numFmtId="14"/>"#,
                            scale.of(10_000, 25_000_000),
                        )?;
                        output.write_all(b"</cellXfs></styleSheet>")
                    })
                },
                lead,
            )
        },
        ends: |scale| match scale {
            Scale::Small => Ends::Read,
            Scale::Full => Ends::Somehow,
        },
    },
    Hostile {
        name: "xlsx: elements without end in one another",
        make: |scale| {
            let depth = scale.of(10_000, 100_000_000);
            workbook(1, |_| Ok(()), |output| repeat(output, b"<a>", depth))
        },
        ends: |_| {
            Ends::RefusedWith(&[
                SheetFault::NoLeads,
                SheetFault::Damaged,
                SheetFault::TooMuchMemory,
            ])
        },
    },
    Hostile {
        name: "xlsx: a comment of XML without end",
        make: |scale| {
            workbook(
                1,
                |_| Ok(()),
                |output| {
                    output.write_all(b"<!--")?;
                    repeat(output, b"x", scale.of(1 << 20, 500 << 20))
                },
            )
        },
        ends: |scale| match scale {
            Scale::Small => Ends::Refused(SheetFault::Damaged),
            Scale::Full => Ends::Refused(SheetFault::TooMuchMemory),
        },
    },
    Hostile {
        name: "xlsx: one text of 500 MB within a cell",
        make: |scale| {
            workbook(
                1,
                |_| Ok(()),
                |output| {
                    output.write_all(br#"<row><c t="inlineStr"><is><t>"#)?;
                    repeat(output, b"x", scale.of(1 << 20, 500 << 20))?;
                    output.write_all(b"</t></is></c></row>")
                },
            )
        },
        ends: |scale| match scale {
            Scale::Small => too_long(1 << 20),
            Scale::Full => Ends::Refused(SheetFault::TooMuchMemory),
        },
    },
    Hostile {
        name: "xlsx: an element with a hundred thousand attributes",
        make: |scale| {
            workbook(
                1,
                |_| Ok(()),
                |output| {
                    output.write_all(b"<row><c")?;
                    for attribute in 0..scale.of(1_000, 100_000) {
                        write!(output, r#" a{attribute}="""#)?;
                    }
                    output.write_all(b"><v>1</v></c></row>")
                },
            )
        },
        ends: |_| Ends::Refused(SheetFault::NoLeads),
    },
    Hostile {
        name: "xlsx: 2,000 parts",
        make: |_| {
            workbook(
                1,
                |parts| {
                    for part in 5..2_000 {
                        parts.add(&format!("xl/media/{part}"), |_| Ok(()))?;
                    }
                    Ok(())
                },
                lead,
            )
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xlsx: 64 MB that do not pack",
        make: |scale| {
            workbook(
                1,
                |_| Ok(()),
                |output| {
                    let mut number = 88_172_645_463_325_252_u64;
                    for row in 0..scale.of(200, 150_000) {
                        write!(output, r#"<row r="{}">"#, row + 1)?;
                        for _ in 0..20 {
                            // Marsaglia's xorshift: digits that do not pack well.
                            number ^= number << 13;
                            number ^= number >> 7;
                            number ^= number << 17;
                            write!(output, "<c><v>{number}</v></c>")?;
                        }
                        output.write_all(b"</row>")?;
                    }
                    Ok(())
                },
            )
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xlsb: a shared text of 8 MB in 256 cells",
        make: |scale| binary(scale.of(1, 8) << 20),
        ends: |_| Ends::Refused(SheetFault::PieceTooLong),
    },
    Hostile {
        name: "xlsb: a shared text of 400 kB in 256 cells",
        make: |_| binary(400_000),
        ends: |_| too_long(400_000),
    },
];

fn too_long(found: usize) -> Ends {
    Ends::Refused(SheetFault::CellTooLong {
        row: 1,
        column: 1,
        found,
    })
}

fn lead(output: &mut dyn Write) -> Result<()> {
    output.write_all(b"<row><c><v>62812345678</v></c></row><row><c><v>62812345679</v></c></row>")
}

fn text(output: &mut dyn Write, length: usize) -> Result<()> {
    output.write_all(b"<si><t>")?;
    repeat(output, b"x", length)?;
    output.write_all(b"</t></si>")
}

fn shared(length: usize) -> File {
    with_texts(
        |output| text(output, length),
        |output| {
            output.write_all(b"<row>")?;
            repeat(output, br#"<c t="s"><v>0</v></c>"#, 256)?;
            output.write_all(b"</row>")
        },
    )
}

/// A workbook of one sheet whose cells share texts, which nobody has counted.
fn with_texts(
    texts: impl FnOnce(&mut dyn Write) -> Result<()>,
    rows: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> File {
    workbook(
        1,
        |parts| {
            parts.add("xl/sharedStrings.xml", |output| {
                output.write_all(b"<sst>")?;
                texts(output)?;
                output.write_all(b"</sst>")
            })
        },
        rows,
    )
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of so many sheets that are all the same part, with those rows.
pub fn workbook(
    sheets: usize,
    more: impl FnOnce(&mut Parts<'_>) -> Result<()>,
    rows: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> File {
    archive(|parts| {
        types(parts, "spreadsheetml.sheet.main+xml")?;
        parts.add("xl/workbook.xml", |output| {
            write!(
                output,
                r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>"#
            )?;
            for sheet in 1..=sheets {
                write!(
                    output,
                    r#"<sheet name="{sheet}" sheetId="{sheet}" r:id="rId1"/>"#
                )?;
            }
            output.write_all(b"</sheets></workbook>")
        })?;
        relations(
            parts,
            "xl/_rels/workbook.xml.rels",
            "worksheet",
            "worksheets/sheet1.xml",
        )?;
        more(parts)?;
        parts.add("xl/worksheets/sheet1.xml", |output| {
            write!(output, r#"<worksheet xmlns="{MAIN}"><sheetData>"#)?;
            rows(output)?;
            output.write_all(b"</sheetData></worksheet>")
        })
    })
}

fn types(parts: &mut Parts<'_>, main: &str) -> Result<()> {
    parts.add("[Content_Types].xml", |output| {
        write!(
            output,
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook" ContentType="application/vnd.openxmlformats-officedocument.{main}"/></Types>"#
        )
    })?;
    relations(parts, "_rels/.rels", "officeDocument", "xl/workbook.xml")
}

fn relations(parts: &mut Parts<'_>, name: &str, kind: &str, target: &str) -> Result<()> {
    parts.add(name, |output| {
        write!(
            output,
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>"#
        )
    })
}

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
