//! Tables of web pages.

use std::fs::File;
use std::io::{Result, Write};

use sheets::SheetError;

use super::{Ends, Hostile, Scale, file, repeat};

/// The pages.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "html: cells over billions of rows and columns",
        make: |scale| {
            repeated(
                scale,
                b"<tr><td rowspan=99999999 colspan=99999999><td rowspan=4294967295 colspan=65534>",
            )
        },
        ends: |_| Ends::Refused(SheetError::WebPage),
    },
    Hostile {
        name: "html: 256 cells that go down, and nothing but rows below",
        make: |scale| {
            below_the_leads(scale, b"<tr>", |output| {
                output.write_all(b"<tr>")?;
                repeat(output, b"<td rowspan=65534>", 256)
            })
        },
        ends: |scale| match scale {
            Scale::Small => Ends::Read,
            // More rows than may be looked at.
            Scale::Full => Ends::Refused(SheetError::TooMuchTime),
        },
    },
    Hostile {
        name: "html: a megabyte that goes down, and short rows below",
        make: |scale| below_the_leads(scale, b"<tr><td>1", megabyte_that_goes_down),
        // 512 MB are reached before 65,534 rows are.
        ends: |_| Ends::Refused(SheetError::TooMuchText { row: 518 }),
    },
    Hostile {
        name: "html: a megabyte that goes down in a table beside the leads",
        make: |scale| {
            page(|output| {
                leads(output)?;
                for _ in 0..scale.of(2, 60) {
                    output.write_all(b"</table><table>")?;
                    repeat(output, b"<tr><td>Ani<td>+62812345678", 20)?;
                    megabyte_that_goes_down(output)?;
                    repeat(output, b"<tr><td>1", scale.of(100, 2_000))?;
                }
                Ok(())
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "html: elements without end in one another",
        make: |scale| below_the_leads(scale, b"<b>", |output| output.write_all(b"<tr><td>")),
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "html: tables without end in one another",
        make: |scale| {
            let piece = b"<table><tr><td>1";
            page(|output| repeat(output, piece, scale.often() / piece.len()))
        },
        ends: |_| Ends::RefusedWith(&[SheetError::NoLeads, SheetError::TooMuchTime]),
    },
    Hostile {
        name: "html: tables without end beside one another",
        make: |scale| repeated(scale, b"<table><td>1</table>"),
        // 10,000 are counted, the first 64 looked at: each holds a row.
        ends: |_| Ends::Refused(SheetError::NoLeads),
    },
    Hostile {
        name: "html: 64 tables at the end of a long page",
        make: |scale| {
            page(|output| {
                repeat(output, b"<i></i>", scale.often() / 7)?;
                repeat(output, b"</table><table><td>1", 64)
            })
        },
        ends: |_| Ends::Somehow,
    },
    Hostile {
        name: "html: one cell",
        make: |scale| endless(scale, b"x", |output| output.write_all(b"<tr><td>")),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: one cell of many pieces",
        make: |scale| below_the_leads(scale, b"x<b>", |output| output.write_all(b"<tr><td>")),
        ends: |scale| {
            Ends::Refused(SheetError::CellTooLong {
                row: 7,
                column: 1,
                found: scale.many() / 4,
            })
        },
    },
    Hostile {
        name: "html: one cell of line breaks",
        make: |scale| below_the_leads(scale, b"<br>", |output| output.write_all(b"<tr><td>1")),
        ends: |_| Ends::Somehow,
    },
    Hostile {
        name: "html: an attribute without end",
        make: |scale| endless(scale, b"x", |output| output.write_all(b"<tr><td style=\"")),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: attributes without end",
        make: |scale| endless(scale, b"a b c ", |output| output.write_all(b"<tr><td ")),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: cells of 100,000 attributes",
        make: |scale| {
            below_the_leads_once(|output| {
                for _ in 0..scale.of(2, 64) {
                    output.write_all(b"<tr><td")?;
                    for attribute in 0..100_000 {
                        write!(output, " a{attribute}")?;
                    }
                    output.write_all(b">1")?;
                }
                Ok(())
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "html: cells with a megabyte of style",
        make: |scale| {
            below_the_leads_once(|output| {
                for _ in 0..scale.of(2, 62) {
                    output.write_all(b"<tr><td style='")?;
                    repeat(output, b"color:red;", 100_000)?;
                    output.write_all(b"'>1")?;
                }
                Ok(())
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "html: a tag's name without end",
        make: |scale| endless(scale, b"x", |output| output.write_all(b"<x")),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: nothing but rows",
        make: |scale| repeated(scale, b"<tr>"),
        ends: |_| Ends::Refused(SheetError::WebPage),
    },
    Hostile {
        name: "html: a row of nothing but cells",
        make: |scale| below_the_leads(scale, b"<td>", |output| output.write_all(b"<tr>")),
        // All the time that a file may take, or a little less.
        ends: |_| Ends::Somehow,
    },
    Hostile {
        name: "html: columns without end",
        make: |scale| {
            page(|output| {
                let column = b"<col span=99999999 style=display:none>";
                repeat(output, column, scale.many() / column.len())?;
                leads(output)
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "html: characters by name and number without end",
        make: |scale| {
            endless(
                scale,
                b"&#0;&nothing;&#x110000;&amp;&NotLessEqual;",
                |output| output.write_all(b"<tr><td>"),
            )
        },
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: a number of a character without end",
        make: |scale| endless(scale, b"9", |output| output.write_all(b"<tr><td>&#")),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: zeros and control characters in a text",
        make: |scale| endless(scale, b"\0\x01\x02", |output| output.write_all(b"<tr><td>")),
        // The parser notes an error for each of them before it hands on a piece.
        ends: |_| Ends::RefusedWith(&[SheetError::PieceTooLong, SheetError::TooMuchMemory]),
    },
    Hostile {
        name: "html: control characters in an attribute",
        make: |scale| {
            endless(scale, b"\x01\x02\x03", |output| {
                output.write_all(b"<td a='")
            })
        },
        ends: |_| Ends::RefusedWith(&[SheetError::PieceTooLong, SheetError::TooMuchMemory]),
    },
    Hostile {
        name: "html: a comment without end",
        make: |scale| endless(scale, b"x", |output| output.write_all(b"<!--")),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: CDATA without end",
        make: |scale| endless(scale, b"x", |output| output.write_all(b"<![CDATA[")),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: a script without end",
        make: |scale| endless(scale, b"x<td>", |output| output.write_all(b"<script>")),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: a doctype without end",
        make: |scale| endless(scale, b"x", |output| output.write_all(b"<!DOCTYPE \"")),
        ends: |_| Ends::Refused(SheetError::PieceTooLong),
    },
    Hostile {
        name: "html: windows-1251 that says it is UTF-16",
        make: |scale| {
            file(|output| {
                output.write_all(b"<meta charset=utf-16le><table>")?;
                leads(output)?;
                repeat(output, b"<tr><td>\xC0\xED\xFF", scale.many() / 1_000)
            })
        },
        ends: |_| Ends::Read,
    },
    Hostile {
        name: "html: UTF-8 that begins with the mark of UTF-16",
        make: |scale| {
            file(|output| {
                output.write_all(b"\xFF\xFE<html><table>")?;
                leads(output)?;
                repeat(output, b"<tr><td>1", scale.many() / 9)
            })
        },
        ends: |_| Ends::Somehow,
    },
];

fn page(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> File {
    file(|output| {
        output.write_all(b"<html><table>")?;
        write(output)
    })
}

fn leads(output: &mut dyn Write) -> Result<()> {
    output.write_all(b"<tr><td>Name<td>Mobile")?;
    repeat(output, b"<tr><td>Ani<td>+62812345678", 5)
}

fn repeated(scale: Scale, piece: &[u8]) -> File {
    page(|output| repeat(output, piece, scale.many() / piece.len()))
}

fn below_the_leads_once(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> File {
    page(|output| {
        leads(output)?;
        write(output)
    })
}

/// A list of six rows, then what `begin` writes, then the piece without end.
fn below_the_leads(
    scale: Scale,
    piece: &[u8],
    begin: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> File {
    below_the_leads_once(|output| {
        begin(output)?;
        repeat(output, piece, scale.many() / piece.len())
    })
}

/// The same with one piece that is too long: a list of six rows, then what `begin` writes, then the piece without end.
fn endless(scale: Scale, piece: &[u8], begin: impl FnOnce(&mut dyn Write) -> Result<()>) -> File {
    below_the_leads_once(|output| {
        begin(output)?;
        repeat(output, piece, scale.bytes() / piece.len())
    })
}

fn megabyte_that_goes_down(output: &mut dyn Write) -> Result<()> {
    output.write_all(b"<tr>")?;
    for _ in 0..32 {
        output.write_all(b"<td rowspan=65534>")?;
        repeat(output, b"x", 32_768)?;
    }
    Ok(())
}
