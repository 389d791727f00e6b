//! Workbooks in the XML of Excel 2003.

use std::fs::File;
use std::io::{Result, Write};

use sheets::SheetError;

use super::{Ends, Hostile, Scale, file, repeat};

/// The workbooks.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "xml: a cell over billions of rows and columns",
        make: |scale| {
            below_the_leads(
                scale,
                b"<Row/>",
                b"<Row><Cell ss:MergeAcross=\"4294967295\" ss:MergeDown=\"99999999999\"/></Row>",
            )
        },
        ends: more_rows_than_may_be_looked_at,
    },
    Hostile {
        name: "xml: a megabyte that goes down, and short rows below",
        make: |scale| {
            sheet(|output| {
                leads(output)?;
                megabyte_that_goes_down(output)?;
                repeat(output, &row("1"), scale.of(1_000, 500_000))
            })
        },
        ends: |_| Ends::Refused(SheetError::TooMuchText { row: 518 }),
    },
    Hostile {
        name: "xml: a megabyte that goes down in a sheet beside the leads",
        make: |scale| {
            sheet(|output| {
                leads(output)?;
                for _ in 0..scale.of(2, 40) {
                    output.write_all(b"</Table></Worksheet><Worksheet><Table>")?;
                    repeat(output, &row("+62812345678"), 20)?;
                    megabyte_that_goes_down(output)?;
                    repeat(output, &row("1"), scale.of(100, 2_000))?;
                }
                Ok(())
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xml: rows and cells billions apart",
        make: |_| {
            sheet(|output| {
                leads(output)?;
                output.write_all(b"<Row ss:Index=\"4294967296\" ss:Span=\"18446744073709551615\"><Cell ss:Index=\"18446744073709551615\"><Data/></Cell></Row>")?;
                repeat(output, &row("x"), 3)
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xml: a text billions of columns to the right",
        make: |_| {
            sheet(|output| {
                leads(output)?;
                output.write_all(b"<Row><Cell ss:Index=\"4000000000\"><Data>x</Data></Cell></Row>")
            })
        },
        ends: |_| {
            Ends::Refused(SheetError::TooManyColumns {
                row: 7,
                found: 4_000_000_000,
            })
        },
    },
    Hostile {
        name: "xml: a row that ends again and again",
        make: |scale| below_the_leads(scale, b"</Row>", &row("x")),
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xml: columns without end",
        make: |scale| {
            let column = b"<Column ss:Index=\"2\" ss:Span=\"254\" ss:Hidden=\"1\"/>";
            sheet(|output| {
                repeat(output, column, scale.many() / column.len())?;
                leads(output)
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xml: elements without end in one another",
        make: |scale| below_the_leads(scale, b"<a>", b"<Row><Cell><Data>"),
        ends: |_| Ends::Refused(SheetError::Damaged),
    },
    Hostile {
        name: "xml: elements of long names in one another",
        make: |scale| {
            sheet(|output| {
                leads(output)?;
                for _ in 0..900 {
                    output.write_all(b"<")?;
                    repeat(output, b"x", scale.of(2_000, 70_000))?;
                    output.write_all(b">")?;
                }
                Ok(())
            })
        },
        ends: |_| Ends::Refused(SheetError::Damaged),
    },
    Hostile {
        name: "xml: one cell",
        make: |scale| endless(scale, b"x", b"<Row><Cell><Data>"),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "xml: one cell of many pieces",
        make: |scale| {
            sheet(|output| {
                leads(output)?;
                output.write_all(b"<Row><Cell><Data>")?;
                repeat(output, b"x<B/>", scale.many() / 5)?;
                output.write_all(b"</Data></Cell></Row>")
            })
        },
        ends: |scale| {
            Ends::Refused(SheetError::CellTooLong {
                row: 7,
                column: 1,
                found: scale.many() / 5,
            })
        },
    },
    Hostile {
        name: "xml: an attribute of 40 MB",
        make: |scale| {
            sheet(|output| {
                leads(output)?;
                output.write_all(b"<Row><Cell ss:Formula=\"")?;
                repeat(output, b"x", scale.of(2 << 20, 40 << 20))?;
                output.write_all(b"\"/></Row>")
            })
        },
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "xml: cells of 100,000 attributes",
        make: |scale| {
            sheet(|output| {
                leads(output)?;
                for _ in 0..scale.of(2, 64) {
                    output.write_all(b"<Row><Cell")?;
                    repeat(output, b" a=\"1\"", 100_000)?;
                    output.write_all(b"><Data>1</Data></Cell></Row>")?;
                }
                Ok(())
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xml: nothing but rows",
        make: |scale| below_the_leads(scale, b"<Row/>", b""),
        ends: more_rows_than_may_be_looked_at,
    },
    Hostile {
        name: "xml: a row of nothing but cells",
        make: |scale| below_the_leads(scale, b"<Cell/>", b"<Row>"),
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xml: entities of entities",
        make: |_| {
            file(|output| {
                output
                    .write_all(b"<?xml version=\"1.0\"?><!DOCTYPE Workbook [<!ENTITY a0 \"ha\">")?;
                for entity in 1..64 {
                    write!(output, "<!ENTITY a{entity} \"")?;
                    repeat(output, format!("&a{};", entity - 1).as_bytes(), 10)?;
                    output.write_all(b"\">")?;
                }
                output.write_all(b"]>")?;
                output.write_all(ROOT)?;
                leads(output)?;
                output.write_all(&row("&a63;"))?;
                output.write_all(b"</Table></Worksheet></Workbook>")
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xml: characters by name and number without end",
        make: |scale| below_the_leads(scale, b"&#0;&nothing;&#x110000;&amp;", b"<Row><Cell><Data>"),
        ends: |_| Ends::Somehow,
    },
    Hostile {
        name: "xml: a reference without end",
        make: |scale| endless(scale, b"9", b"<Row><Cell><Data>&#"),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "xml: a comment without end",
        make: |scale| endless(scale, b"x", b"<!--"),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "xml: CDATA without end",
        make: |scale| endless(scale, b"x", b"<Row><Cell><Data><![CDATA["),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "xml: 1,000 sheets with names of a kilobyte, and more without",
        make: |scale| {
            file(|output| {
                output.write_all(&ROOT[..ROOT.len() - LAST_TAGS])?;
                for sheet in 0..1_000 {
                    write!(output, "<Worksheet ss:Name=\"{sheet:01000}\"/>")?;
                }
                repeat(output, b"<Worksheet/>", scale.many() / 13)?;
                output.write_all(b"</Workbook>")
            })
        },
        ends: |_| Ends::Refused(SheetError::NoLeadsInSheets { left_out: 936 }),
    },
    Hostile {
        name: "xml: 64 sheets at the end of a long file",
        make: |scale| {
            file(|output| {
                output.write_all(&ROOT[..ROOT.len() - LAST_TAGS])?;
                repeat(output, b"<Style/>", scale.often() / 8)?;
                for _ in 0..64 {
                    output.write_all(b"<Worksheet><Table>")?;
                    output.write_all(&row("1"))?;
                    output.write_all(b"</Table></Worksheet>")?;
                }
                Ok(())
            })
        },
        ends: |_| Ends::Somehow,
    },
    Hostile {
        name: "xml: styles without end that strike through",
        make: |scale| {
            file(|output| {
                output.write_all(&ROOT[..ROOT.len() - LAST_TAGS])?;
                for style in 0..scale.of(20_000, 900_000) {
                    write!(
                        output,
                        "<Style ss:ID=\"s{style}\"><Font ss:StrikeThrough=\"1\"/></Style>"
                    )?;
                }
                output.write_all(&ROOT[ROOT.len() - LAST_TAGS..])?;
                leads(output)?;
                output.write_all(b"</Table></Worksheet>")
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "xml: UTF-8 that begins with the mark of UTF-16",
        make: |scale| {
            file(|output| {
                output.write_all(b"\xFF\xFE")?;
                output.write_all(ROOT)?;
                repeat(output, &row("1"), scale.of(1_000, 900_000))
            })
        },
        ends: |_| Ends::Somehow,
    },
];

const ROOT: &[u8] = b"<Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Leads\"><Table>";

/// How long the tags are that begin the first sheet.
const LAST_TAGS: usize = b"<Worksheet ss:Name=\"Leads\"><Table>".len();

/// Where a file is as large as it may be.
fn more_rows_than_may_be_looked_at(scale: Scale) -> Ends {
    match scale {
        Scale::Small => Ends::Read,
        Scale::Full => Ends::Refused(SheetError::TooMuchTime),
    }
}

fn sheet(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> File {
    file(|output| {
        output.write_all(ROOT)?;
        write(output)?;
        output.write_all(b"</Table></Worksheet></Workbook>")
    })
}

fn row(text: &str) -> Vec<u8> {
    format!("<Row><Cell><Data ss:Type=\"String\">{text}</Data></Cell></Row>").into_bytes()
}

fn leads(output: &mut dyn Write) -> Result<()> {
    output.write_all(&row("Mobile"))?;
    repeat(output, &row("+62812345678"), 5)
}

/// A list of six rows, then how it goes on, and the piece without end.
fn below_the_leads(scale: Scale, piece: &[u8], begin: &[u8]) -> File {
    sheet(|output| {
        leads(output)?;
        output.write_all(begin)?;
        repeat(output, piece, scale.many() / piece.len())
    })
}

/// The same with one piece that is too long: a list of six rows, then how it goes on, and the piece without end.
fn endless(scale: Scale, piece: &[u8], begin: &[u8]) -> File {
    sheet(|output| {
        leads(output)?;
        output.write_all(begin)?;
        repeat(output, piece, scale.bytes() / piece.len())
    })
}

fn megabyte_that_goes_down(output: &mut dyn Write) -> Result<()> {
    output.write_all(b"<Row>")?;
    for _ in 0..32 {
        output.write_all(b"<Cell ss:MergeDown=\"4294967295\"><Data>")?;
        repeat(output, b"x", 32_768)?;
        output.write_all(b"</Data></Cell>")?;
    }
    output.write_all(b"</Row>")
}
