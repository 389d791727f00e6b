//! OpenDocument spreadsheets.

use std::fs::File;
use std::io::{Result, Write};

use sheets::SheetError;

use super::archives::archive;
use super::{Ends, Hostile, Scale, repeat};

/// The documents.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "ods: a cell of 40,000 times 32,768 blanks",
        make: |_| in_a_cell(|output| repeat(output, br#"<text:s text:c="32768"/>"#, 40_000)),
        ends: |_| too_long(40_000 * 32_768),
    },
    Hostile {
        name: "ods: a cell of many tabs and line breaks",
        make: |scale| {
            in_a_cell(|output| {
                repeat(
                    output,
                    b"<text:tab/><text:line-break/>",
                    scale.of(40_000, 8_000_000),
                )
            })
        },
        ends: |scale| too_long(scale.of(80_000, 16_000_000)),
    },
    Hostile {
        name: "ods: an attribute of 8 MB in 256 columns",
        make: |_| long_attribute(8 << 20),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "ods: an attribute of 40 MB in 256 columns",
        make: |scale| long_attribute(scale.of(2 << 20, 40 << 20)),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "ods: a text of 40,000 bytes in 256 columns of 4 billion rows",
        make: |_| repeated(40_000),
        ends: |_| too_long(40_000),
    },
    Hostile {
        name: "ods: a text of 32,000 bytes in 256 columns of 4 billion rows",
        make: |_| repeated(32_000),
        // The 66th row is the first one beyond 512 MB.
        ends: |_| Ends::Refused(SheetError::TooMuchText { row: 66 }),
    },
    Hostile {
        name: "ods: 60,000 empty tables",
        make: |_| {
            document(|output| {
                for table in 0..60_000 {
                    write!(output, r#"<table:table table:name="{table}"/>"#)?;
                }
                Ok(())
            })
        },
        ends: |_| Ends::Refused(SheetError::NoLeadsInSheets { left_out: 59_936 }),
    },
    Hostile {
        name: "ods: millions of empty rows",
        make: |scale| {
            in_a_table(|output| {
                let row = b"<table:table-row><table:table-cell/></table:table-row>";
                repeat(output, row, scale.of(100_000, 9_000_000))
            })
        },
        ends: |_| Ends::Refused(SheetError::NoLeads),
    },
    Hostile {
        name: "ods: rows of blanks only",
        make: |scale| {
            in_a_table(|output| {
                let row = b"<table:table-row><table:table-cell><text:p> </text:p></table:table-cell></table:table-row>";
                repeat(output, row, scale.of(50_000, 5_000_000))
            })
        },
        ends: |_| Ends::Refused(SheetError::NoLeads),
    },
    Hostile {
        name: "ods: elements without end in one another",
        make: |scale| in_a_table(|output| repeat(output, b"<a>", scale.of(100_000, 100_000_000))),
        ends: |_| Ends::Refused(SheetError::Damaged),
    },
    Hostile {
        name: "ods: a comment of XML without end",
        make: |scale| endless(scale, b"<!--"),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "ods: CDATA without end",
        make: |scale| endless(scale, b"<![CDATA["),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "ods: an instruction without end",
        make: |scale| endless(scale, b"<?"),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "ods: an attribute's name without end",
        make: |scale| endless(scale, b"<b "),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "ods: a text without end",
        make: |scale| endless(scale, b""),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
];

fn too_long(found: usize) -> Ends {
    Ends::Refused(SheetError::CellTooLong {
        row: 1,
        column: 1,
        found,
    })
}

/// A document of those tables.
pub fn document(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> File {
    let media_type = b"application/vnd.oasis.opendocument.spreadsheet";
    archive(|parts| {
        parts.add("mimetype", |output| output.write_all(media_type))?;
        parts.add("content.xml", |output| {
            let names = "urn:oasis:names:tc:opendocument:xmlns";
            write!(
                output,
                r#"<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body><office:spreadsheet>"#
            )?;
            write(output)?;
            output.write_all(
                b"</office:spreadsheet></office:body></office:document-content>",
            )
        })
    })
}

fn in_a_table(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> File {
    document(|output| {
        output.write_all(br#"<table:table table:name="Leads">"#)?;
        write(output)?;
        output.write_all(b"</table:table>")
    })
}

fn in_a_cell(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> File {
    in_a_table(|output| {
        output.write_all(b"<table:table-row><table:table-cell><text:p>")?;
        write(output)?;
        output.write_all(b"</text:p></table:table-cell></table:table-row>")
    })
}

fn long_attribute(length: usize) -> File {
    in_a_table(|output| {
        output.write_all(
            br#"<table:table-row><table:table-cell table:number-columns-repeated="256" office:value-type="string" office:string-value=""#,
        )?;
        repeat(output, b"x", length)?;
        output.write_all(br#""/></table:table-row>"#)
    })
}

fn repeated(length: usize) -> File {
    in_a_table(|output| {
        output.write_all(
            br#"<table:table-row table:number-rows-repeated="4294967295"><table:table-cell table:number-columns-repeated="256"><text:p>"#,
        )?;
        repeat(output, b"x", length)?;
        output.write_all(b"</text:p></table:table-cell></table:table-row>")
    })
}

fn endless(scale: Scale, begin: &[u8]) -> File {
    in_a_table(|output| {
        output.write_all(begin)?;
        repeat(output, b"x", scale.of(2 << 20, 400 << 20))
    })
}
