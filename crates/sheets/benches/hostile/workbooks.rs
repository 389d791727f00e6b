//! Excel workbooks in a zip archive.

use std::fs::File;
use std::io::{Result, Write};

use sheets::SheetError;

use super::archives::{Parts, archive};
use super::{Ends, Hostile, Scale, repeat};

/// The workbooks.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "xlsx: a shared text of 8 MB in 256 cells",
        make: |scale| shared(scale.of(2, 8) << 20),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "xlsx: a shared text of 400 kB in 256 cells",
        make: |_| shared(400_000),
        ends: |_| too_long(400_000),
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
        ends: |_| Ends::Refused(SheetError::TooMuchText { row: 66 }),
    },
    Hostile {
        name: "xlsx: 500 sheets that are all one part of blank rows",
        make: |scale| {
            let rows = scale.of(2_000, 1_000_000);
            workbook(500, |_| Ok(()), |output| repeat(output, b"<row/>", rows))
        },
        ends: |_| Ends::Refused(SheetError::NoLeadsInSheets { left_out: 436 }),
    },
    Hostile {
        name: "xlsx: 64 sheets that are all one part of 400 MB of blank rows",
        make: |scale| {
            let rows = scale.of(2_000, 70_000_000);
            workbook(64, |_| Ok(()), |output| repeat(output, b"<row/>", rows))
        },
        ends: |scale| match scale {
            Scale::Small => Ends::Refused(SheetError::NoLeads),
            Scale::Full => Ends::Refused(SheetError::TooMuchTime),
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
        ends: |_| Ends::Refused(SheetError::NoLeads),
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
            Scale::Small => Ends::Refused(SheetError::NoLeads),
            Scale::Full => Ends::Refused(SheetError::TooMuchMemory),
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
        ends: |_| Ends::Refused(SheetError::Damaged),
    },
    Hostile {
        name: "xlsx: a comment of XML without end",
        make: |scale| {
            workbook(
                1,
                |_| Ok(()),
                |output| {
                    output.write_all(b"<!--")?;
                    repeat(output, b"x", scale.of(2 << 20, 500 << 20))
                },
            )
        },
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "xlsx: one text of 500 MB within a cell",
        make: |scale| {
            workbook(
                1,
                |_| Ok(()),
                |output| {
                    output.write_all(br#"<row><c t="inlineStr"><is><t>"#)?;
                    repeat(output, b"x", scale.of(2 << 20, 500 << 20))?;
                    output.write_all(b"</t></is></c></row>")
                },
            )
        },
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "xlsx: millions of number formats of a thousand letters",
        make: |scale| {
            workbook(
                1,
                |parts| {
                    parts.add("xl/styles.xml", |output| {
                        output.write_all(b"<styleSheet><numFmts>")?;
                        let formats = scale.of(10_000, 400_000);
                        for format in 0..formats {
                            write!(output, r#"<numFmt numFmtId="{format}" formatCode=""#)?;
                            repeat(output, b"0#", 250)?;
                            output.write_all(br#""/>"#)?;
                        }
                        output.write_all(b"</numFmts><cellXfs>")?;
                        for format in 0..formats {
                            write!(output, r#"<xf numFmtId="{format}"/>"#)?;
                        }
                        output.write_all(b"</cellXfs></styleSheet>")
                    })
                },
                lead,
            )
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xlsx: millions of merged cells",
        make: |scale| {
            workbook(
                1,
                |_| Ok(()),
                |output| {
                    lead(output)?;
                    output.write_all(b"</sheetData><mergeCells>")?;
                    let merged = br#"<mergeCell ref="A1:A1048576"/>"#;
                    repeat(output, merged, scale.of(600_000, 10_000_000))?;
                    output.write_all(b"</mergeCells><sheetData>")
                },
            )
        },
        ends: |_| Ends::Refused(SheetError::TooMuchMemory),
    },
    Hostile {
        name: "xlsx: 256 merged texts of 32,000 bytes over all rows",
        make: |scale| {
            workbook(
                1,
                |_| Ok(()),
                |output| {
                    output.write_all(b"<row>")?;
                    for _ in 0..255 {
                        output.write_all(br#"<c t="inlineStr"><is><t>"#)?;
                        repeat(output, b"x", 32_000)?;
                        output.write_all(b"</t></is></c>")?;
                    }
                    output.write_all(b"</row>")?;
                    let row = br#"<row><c r="IV2"><v>62812345678</v></c></row>"#;
                    repeat(output, row, scale.of(75, 200_000))?;
                    output.write_all(b"</sheetData><mergeCells>")?;
                    for first in ["", "A", "B", "C", "D", "E", "F", "G", "H"] {
                        for last in 'A'..='Z' {
                            let column = format!("{first}{last}");
                            write!(output, r#"<mergeCell ref="{column}1:{column}1048576"/>"#)?;
                        }
                    }
                    output.write_all(b"</mergeCells><sheetData>")
                },
            )
        },
        ends: |_| Ends::Refused(SheetError::TooMuchText { row: 72 }),
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
        ends: |_| Ends::Refused(SheetError::NoLeads),
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
];

/// A cell that is longer than any may be.
pub fn too_long(found: usize) -> Ends {
    Ends::Refused(SheetError::CellTooLong {
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
pub fn with_texts(
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

/// The part that says to what another refers.
pub fn relations(parts: &mut Parts<'_>, name: &str, kind: &str, target: &str) -> Result<()> {
    parts.add(name, |output| {
        write!(
            output,
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>"#
        )
    })
}
