use std::io::Read;

use super::workbooks::{archive, ods, xlsx};
use super::{country, read, read_bytes, read_text, read_with, workbook};
use crate::files::{file, sample};
use sheets::{MAX_ROWS, ReadOptions, SheetError, StopFlag};

fn reason(bytes: &[u8]) -> SheetError {
    read_bytes(bytes).err().unwrap()
}

#[test]
fn each_file_that_cannot_be_used_is_refused_with_what_to_do() {
    let reason = |name: &str| read(sample(name)).err().unwrap();
    assert_eq!(reason("empty.csv"), SheetError::Empty);
    assert_eq!(reason("header-only.csv"), SheetError::NoLeads);
    assert_eq!(reason("not-a-sheet.csv"), SheetError::Picture);
    assert_eq!(reason("broken.xlsx"), SheetError::Damaged);
}

#[test]
fn what_is_no_spreadsheet_is_told_apart() {
    let noise: Vec<u8> = (0..4000_u32).map(|byte| (byte % 29 + 1) as u8).collect();
    assert_eq!(reason(&noise), SheetError::NotASheet);
    assert_eq!(
        reason(&archive(&[("leads.csv", b"Mobile\n1\n")])),
        SheetError::Archive
    );
    assert_eq!(reason(b"\n\n,,\n"), SheetError::NoLeads);
}

#[test]
fn a_text_file_beyond_a_limit_is_refused_where_it_breaks_it() {
    let wide = ["a"; 257].join(",");
    let too_many = |row, found| Some(SheetError::TooManyColumns { row, found });
    assert_eq!(read_text(&format!("{wide}\n1\n")).err(), too_many(1, 257));
    let wider = ["a"; 1000].join(",");
    assert_eq!(
        read_text(&format!("Mobile\n1\n{wider}\n2\n")).err(),
        too_many(3, 1000)
    );
    let too_long = |row, column, found| Some(SheetError::CellTooLong { row, column, found });
    for length in [32_769, 40_000, 1_000_000] {
        let long = "x".repeat(length);
        assert_eq!(
            read_text(&format!("Mobile,Name\n1,{long}\n")).err(),
            too_long(2, 2, length)
        );
    }
    let full = "x".repeat(32_768);
    let rows = ["Mobile", &full, "1"].join("\n");
    assert_eq!(read_text(&rows).unwrap().1.rows.len(), 2);
}

#[test]
fn a_cell_in_quotation_marks_that_never_ends_is_found() {
    let mut text = "Mobile,Name\n1,a\n2,\"b\n".to_owned();
    text.push_str(&"no line of it is a row\n".repeat(20_000));
    let found = text.len() - "Mobile,Name\n1,a\n2,\"".len();
    let error = read_text(&text).err().unwrap();
    assert_eq!(
        error,
        SheetError::CellTooLong {
            row: 3,
            column: 2,
            found
        }
    );
    assert!(error.to_string().contains("row 3, column 2"));
}

#[test]
fn a_row_too_many_is_named() {
    let rows = |count| "Mobile\n".to_owned() + &"1\n".repeat(count);
    assert_eq!(
        read_text(&rows(200_001)).err(),
        Some(SheetError::TooManyRows { row: 200_002 })
    );
    let (_, read) = read_text(&rows(200_000)).unwrap();
    assert_eq!(read.rows.len(), MAX_ROWS as usize);
}

#[test]
fn how_many_rows_a_file_may_have_is_for_its_reader_to_say() {
    let rows = |count| "Mobile\n".to_owned() + &"1\n".repeat(count);
    let read = |text: &str, max_rows| {
        let options = ReadOptions {
            max_rows,
            ..ReadOptions::new(country("MX"), &[])
        };
        read_with(file("register.csv", text.as_bytes()), &options)
    };
    let (_, found) = read(&rows(200_001), 200_001).unwrap();
    assert_eq!(found.rows.len(), 200_001);
    assert_eq!(
        read(&rows(4), 3).err(),
        Some(SheetError::TooManyRows { row: 5 })
    );
}

#[test]
fn a_workbook_beyond_a_limit_is_refused_where_it_breaks_it() {
    let far = xlsx(r#"<row r="2"><c r="A2"><v>1</v></c><c r="XFD2"><v>1</v></c></row>"#);
    assert_eq!(
        reason(&far),
        SheetError::TooManyColumns {
            row: 2,
            found: 16_384
        }
    );
    let corner = xlsx(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>1</v></c></row>"#,
    );
    assert_eq!(read_bytes(&corner).unwrap().1.numbers(), [1_048_576]);
    let long = "x".repeat(40_000);
    let long = xlsx(&format!(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2" t="inlineStr"><is><t>{long}</t></is></c></row>"#
    ));
    assert_eq!(
        reason(&long),
        SheetError::CellTooLong {
            row: 2,
            column: 2,
            found: 40_000
        }
    );
}

#[test]
fn an_open_document_that_repeats_itself_without_end_is_refused() {
    let cell = r#"<table:table-cell office:value-type="float" office:value="1""#;
    let rows = format!(
        r#"<table:table-row table:number-rows-repeated="1048576">{cell}/></table:table-row>"#
    );
    assert_eq!(
        reason(&ods(&rows)),
        SheetError::TooManyRows { row: 200_002 }
    );
    let columns = format!(
        r#"<table:table-row>{cell} table:number-columns-repeated="16384"/></table:table-row>"#
    );
    assert_eq!(
        reason(&ods(&columns)),
        SheetError::TooManyColumns { row: 1, found: 257 }
    );
}

/// Tables of a document, each with those rows.
fn tables(tables: &[(&str, &str)]) -> Vec<u8> {
    let tables: String = tables
        .iter()
        .map(|(name, rows)| format!(r#"</table:table><table:table table:name="{name}">{rows}"#))
        .collect();
    ods(&tables)
}

/// A row of an open document.
fn row(text: &str) -> String {
    format!(
        "<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
    )
}

#[test]
fn of_many_sheets_the_first_64_are_looked_at_and_a_person_is_told() {
    let leads = row("Mobile") + &row("62812345678");
    let names: Vec<String> = (1..=70).map(|sheet| format!("S{sheet}")).collect();
    // The document has one before, `Leads`, which is empty.
    let with_leads_in = |place: usize| {
        let sheets = names.iter().enumerate();
        let sheets: Vec<(&str, &str)> = sheets
            .map(|(at, name)| (name.as_str(), if at == place { leads.as_str() } else { "" }))
            .collect();
        tables(&sheets)
    };
    let (format, rows) = read_bytes(&with_leads_in(62)).unwrap();
    assert_eq!((format.sheet.as_deref(), rows.rows.len()), (Some("S63"), 1));
    assert_eq!((format.other_sheets.len(), format.sheets_left_out), (63, 7));
    assert!(
        format
            .message()
            .to_string()
            .ends_with("only 64 of 71 sheets read")
    );
    let error = reason(&with_leads_in(63));
    assert_eq!(error, SheetError::NoLeadsInSheets { left_out: 7 });
    assert!(error.to_string().contains("Move the sheet"));
}

#[test]
fn the_likeliest_table_of_an_open_document_is_read_wherever_it_stands() {
    let numbers = row("62812345678") + &row("62812345679");
    let named = row("Mobile") + &row("62812345678");
    let words = row("Note") + &row("nothing");
    for (sheets, expected, rows) in [
        ([("A", &words), ("B", &numbers), ("C", &named)], "C", 1),
        ([("A", &words), ("B", &named), ("C", &numbers)], "B", 1),
        ([("A", &words), ("B", &numbers), ("C", &words)], "B", 2),
        ([("A", &words), ("B", &words), ("C", &words)], "A", 1),
    ] {
        let sheets = sheets.map(|(name, rows)| (name, rows.as_str()));
        let (format, read) = read_bytes(&tables(&sheets)).unwrap();
        assert_eq!(format.sheet.as_deref(), Some(expected), "{sheets:?}");
        assert_eq!(read.rows.len(), rows, "{sheets:?}");
        assert_eq!(format.other_sheets.len(), 3);
        let mut options = ReadOptions::new(country("ID"), &[]);
        options.sheet = Some("C");
        let (chosen, _) = read_with(file("leads.ods", &tables(&sheets)), &options).unwrap();
        assert_eq!(chosen.sheet.as_deref(), Some("C"));
    }
}

#[test]
fn reading_ends_when_nobody_waits_for_it() {
    let stop = StopFlag::default();
    stop.stop();
    for name in [
        "binary-workbook.xlsb",
        "old-workbook.xls",
        "open-document.ods",
        "with-macros.xlsm",
    ] {
        let mut options = ReadOptions::new(country("ID"), &[]);
        options.stop = Some(&stop);
        let read = read_with(workbook(name), &options);
        assert_eq!(read.err(), Some(SheetError::Stopped), "{name}");
    }
    let mut options = ReadOptions::new(country("ID"), &[]);
    options.stop = Some(&stop);
    let read = read_with(file("leads.csv", b"Mobile\n62812345678\n"), &options);
    assert_eq!(read.err(), Some(SheetError::Stopped));
}

#[test]
fn a_text_beyond_the_limit_is_counted_however_it_is_put_together() {
    let cell = |text: &str| {
        let row = format!(
            "<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
        );
        reason(&ods(&row))
    };
    let too_long = |found| SheetError::CellTooLong {
        row: 1,
        column: 1,
        found,
    };
    assert_eq!(
        cell(r#"<text:s text:c="4294967295"/>"#),
        too_long(4_294_967_295)
    );
    assert_eq!(
        cell(&r#"<text:s text:c="32768"/>"#.repeat(3)),
        too_long(3 * 32_768)
    );
    assert_eq!(cell(&"<text:tab/>".repeat(40_000)), too_long(40_000));
    assert_eq!(cell(&"x".repeat(40_000)), too_long(40_000));
    let long = "x".repeat(40_000);
    let value = format!(
        r#"<table:table-row><table:table-cell table:number-columns-repeated="256" office:value-type="string" office:string-value="{long}"/></table:table-row>"#
    );
    assert_eq!(reason(&ods(&value)), too_long(40_000));
}

#[test]
fn an_old_workbook_whose_cells_lie_far_apart_is_read() {
    let (_, rows) = read(workbook("far-apart.xls")).unwrap();
    assert_eq!(rows.numbers(), [2, 65_536]);
}

fn workbook_bytes(name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut file = workbook(name).reader().unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

fn old_workbook() -> Vec<u8> {
    workbook_bytes("old-workbook.xls")
}

#[test]
fn an_old_workbook_whose_directory_runs_in_a_circle_is_refused() {
    let mut bytes = old_workbook();
    let number =
        |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    // MS-CFB 2.2: the first sector of the directory, and the first sector of the table of chains.
    let directory = number(&bytes, 48);
    let table = 512 * (1 + number(&bytes, 76) as usize);
    let entry = table + 4 * directory as usize;
    bytes[entry..entry + 4].copy_from_slice(&directory.to_le_bytes());
    assert_eq!(reason(&bytes), SheetError::Damaged);
}

#[test]
fn a_workbook_with_a_password_is_told_from_a_damaged_one() {
    let mut bytes = old_workbook();
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let name = wide("Workbook");
    let at = bytes
        .windows(name.len())
        .position(|window| window == name)
        .unwrap();
    // MS-OFFCRYPTO 2.3.4.4: the stream that holds a workbook under its password.
    let package = wide("EncryptedPackage");
    bytes[at..at + package.len()].copy_from_slice(&package);
    assert_eq!(reason(&bytes), SheetError::Protected);
}

#[test]
fn a_workbook_of_too_many_parts_is_refused() {
    let names: Vec<String> = (0..2_001).map(|part| format!("xl/media/{part}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(
        reason(&archive(&parts)),
        SheetError::TooManyParts { found: 2_001 }
    );
}

#[test]
fn a_zip_bomb_is_refused_by_what_its_directory_claims() {
    let mut bytes = xlsx("");
    let directory = bytes
        .windows(4)
        .rposition(|window| window == b"PK\x01\x02")
        .unwrap();
    // The unpacked length stands 24 bytes from the beginning of an entry (APPNOTE.TXT 4.3.12).
    bytes[directory + 24..directory + 28].copy_from_slice(&(513_u32 << 20).to_le_bytes());
    let error = reason(&bytes);
    assert_eq!(
        error,
        SheetError::UnpacksTooLarge {
            part: "xl/worksheets/sheet1.xml".to_owned()
        }
    );
    assert!(error.to_string().contains("512 MB"));
}

#[test]
fn a_zip_bomb_that_lies_about_its_size_is_refused() {
    let row = r#"<row><c><v>1</v></c></row>"#;
    let mut bytes = xlsx(&row.repeat(1_000));
    assert!(read_bytes(&bytes).is_ok());
    let directory = bytes
        .windows(4)
        .rposition(|window| window == b"PK\x01\x02")
        .unwrap();
    bytes[directory + 24..directory + 28].copy_from_slice(&100_u32.to_le_bytes());
    assert_eq!(reason(&bytes), SheetError::Damaged);
}

#[test]
fn a_claim_to_share_too_many_texts_reserves_no_memory() {
    let texts = br#"<sst uniqueCount="9000000000000" count="1"><si><t>a</t></si></sst>"#;
    let bytes = archive(&[
        (
            "[Content_Types].xml",
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        ),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/sharedStrings.xml", texts),
    ]);
    assert_eq!(reason(&bytes), SheetError::NoLeads);
}

#[test]
fn workbooks_cut_or_spoilt_anywhere_are_refused_or_read_but_never_crash() {
    for name in [
        "binary-workbook.xlsb",
        "old-workbook.xls",
        "open-document.ods",
    ] {
        let bytes = workbook_bytes(name);
        for step in 1..40 {
            let at = bytes.len() * step / 40;
            // What comes of it matters less than that something does.
            let cut = read_bytes(&bytes[..at]);
            assert!(cut.is_err() || cut.is_ok_and(|(_, rows)| rows.rows.len() <= 2));
            let mut spoilt = bytes.clone();
            spoilt[at..]
                .iter_mut()
                .take(4)
                .for_each(|byte| *byte ^= 0xFF);
            let read = read_bytes(&spoilt);
            assert!(read.is_err() || read.is_ok_and(|(_, rows)| rows.rows.len() < 200));
        }
    }
}

#[test]
fn a_row_of_long_cells_that_is_repeated_forever_is_refused() {
    let text = "x".repeat(300);
    let row = format!(
        r#"<table:table-row table:number-rows-repeated="4294967295"><table:table-cell table:number-columns-repeated="256" office:value-type="string" office:string-value="{text}"/></table:table-row>"#
    );
    let read = read_bytes(&super::workbooks::ods(&row));
    assert_eq!(read.err(), Some(SheetError::TooMuchText { row: 6_991 }));
}
