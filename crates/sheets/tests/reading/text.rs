use sheets::{ReadOptions, SheetFormat, TextEncoding};

use super::{country, encoded, encoding, read_bytes, read_text, read_with};
use crate::files::file;

#[test]
fn the_delimiter_is_found_by_what_the_file_holds() {
    for delimiter in [',', ';', '\t', '|'] {
        let text = format!("\u{feff}Mobile{delimiter}Customer\n1{delimiter}\"a,b;c\td|e\"\n");
        let (format, rows) = read_text(&text).unwrap();
        assert_eq!(format.delimiter, Some(delimiter));
        assert_eq!(rows.headers, ["Mobile", "Customer"]);
        assert_eq!(rows.cells(), [["1", "a,b;c\td|e"]]);
    }
}

#[test]
fn a_title_full_of_commas_does_not_hide_the_semicolons() {
    let text = "Report, of July, made by Ana, Ben, and Cy\n\nNama;No HP\nBudi, S.;+62812335088\n";
    let (format, rows) = read_text(text).unwrap();
    assert_eq!(format.delimiter, Some(';'));
    assert_eq!(format.header_row, Some(3));
    assert_eq!(rows.cells(), [["Budi, S.", "+62812335088"]]);
}

#[test]
fn a_line_that_declares_the_delimiter_is_no_row() {
    let (format, rows) = read_text("sep=;\r\nMobile;Customer\r\n1;a,b\r\n").unwrap();
    assert_eq!((format.delimiter, format.header_row), (Some(';'), Some(1)));
    assert_eq!(
        (rows.numbers(), rows.cells()),
        (vec![2], vec![vec!["1", "a,b"]])
    );
}

#[test]
fn rows_have_the_numbers_that_a_spreadsheet_shows() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "Mobile,Customer\n\n1,a\n,\n2,\"b\nc\"\n\n\n3,d".replace('\n', end);
        let (_, rows) = read_text(&text).unwrap();
        assert_eq!(rows.numbers(), [3, 5, 8], "{end:?}");
        assert_eq!(rows.rows[1].cells[1], format!("b{end}c"));
    }
}

#[test]
fn blank_lines_above_the_headers_are_counted() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "\n\nMobile\n1\n".replace('\n', end);
        let (format, rows) = read_text(&text).unwrap();
        assert_eq!(format.header_row, Some(3), "{end:?}");
        assert_eq!(rows.numbers(), [4]);
    }
}

#[test]
fn ragged_rows_keep_all_of_their_cells() {
    let (_, rows) = read_text("Mobile,Customer,X\r\n1\r\n2,b,c,d\r\n").unwrap();
    assert_eq!((rows.rows[0].number, &rows.cells()[0]), (2, &vec!["1"]));
    assert_eq!(rows.rows[1].cells.len(), 4);
    assert_eq!(rows.headers, ["Mobile", "Customer", "X", ""]);
}

const SPANISH: &str = "Teléfono;Nombre\n5522221561;Muñoz, José Ángel\n5522221562;Núñez\n";
const CHINESE: &str = "手机号码,姓名\n+62812335088,王小明\n+62812335089,李娜\n";
const TAIWANESE: &str = "手機號碼,姓名\n+62812335088,陳怡君\n+62812335089,林志豪\n";
const JAPANESE: &str =
    "携帯電話番号,氏名,Phone\n1,山田太郎さん,+62812335088\n2,テスト,+62812335089\n";
const RUSSIAN: &str = "Phone,Name\n+62812335088,Наталья Кузнецова\n+62812335089,Сергей Морозов\n";

#[test]
fn the_encoding_is_found_without_a_byte_order_mark() {
    for (text, name) in [
        (SPANISH, "utf-8"),
        (SPANISH, "windows-1252"),
        (SPANISH, "utf-16le"),
        (SPANISH, "utf-16be"),
        (CHINESE, "utf-8"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-16le"),
        (CHINESE, "utf-16be"),
        (SPANISH, "utf-32le"),
        (CHINESE, "utf-32le"),
        (CHINESE, "utf-32be"),
        (TAIWANESE, "big5"),
        (JAPANESE, "shift_jis"),
        (RUSSIAN, "windows-1251"),
    ] {
        let (format, rows) = read_bytes(&encoded(text, name)).unwrap();
        assert_eq!(format.encoding.as_deref(), Some(name), "{text}");
        let first = text.lines().next().unwrap().split([',', ';']);
        assert_eq!(rows.headers, first.collect::<Vec<_>>());
        assert_eq!(rows.rows.len(), 2);
    }
}

#[test]
fn a_byte_order_mark_settles_the_encoding_and_is_no_text() {
    for name in ["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"] {
        let bytes = encoded(&format!("\u{feff}{CHINESE}"), name);
        let (format, rows) = read_bytes(&bytes).unwrap();
        assert_eq!(format.encoding.as_deref(), Some(name));
        assert_eq!(rows.headers[0], "手机号码");
    }
}

#[test]
fn a_chosen_encoding_wins_over_the_guess() {
    let upload = || file("leads.csv", &encoded(RUSSIAN, "windows-1251"));
    let mut options = ReadOptions::new(country("ID"), &[]);
    options.encoding = Some(encoding("KOI8-R"));
    let (format, rows) = read_with(upload(), &options).unwrap();
    assert_eq!(format.encoding.as_deref(), Some("koi8-r"));
    assert_ne!(rows.rows[0].cells[1], "Наталья Кузнецова");

    options.encoding = Some(encoding("cp1251"));
    let (format, rows) = read_with(upload(), &options).unwrap();
    assert_eq!(format.encoding.as_deref(), Some("windows-1251"));
    assert_eq!(rows.rows[0].cells[1], "Наталья Кузнецова");
}

#[test]
fn the_encodings_to_choose_from_go_by_their_own_names() {
    let names: Vec<String> = TextEncoding::all().map(TextEncoding::name).collect();
    assert_eq!(names.len(), 23);
    for name in &names {
        assert_eq!(&encoding(name).name(), name);
    }
    assert_eq!(TextEncoding::named("klingon"), None);
}

#[test]
fn a_stray_byte_in_utf_8_spoils_its_cell_and_not_the_file() {
    let mut bytes = SPANISH.repeat(10).into_bytes();
    bytes.extend_from_slice(b"5522221563;Mu\xF1oz\n");
    let (format, rows) = read_bytes(&bytes).unwrap();
    assert_eq!(format.encoding.as_deref(), Some("utf-8"));
    assert_eq!(rows.rows[0].cells[1], "Muñoz, José Ángel");
    assert_eq!(rows.rows.last().unwrap().cells[1], "Mu\u{fffd}oz");
}

#[test]
fn a_stray_byte_far_below_is_found() {
    let mut bytes = "Mobile,Nombre\n".to_owned();
    for number in 0..20_000 {
        bytes.push_str(&format!("52222{number:05},Jose\n"));
    }
    let mut bytes = bytes.into_bytes();
    bytes.extend_from_slice(&encoded("5522221563,Muñoz\n", "windows-1252"));
    let (format, rows) = read_bytes(&bytes).unwrap();
    assert_eq!(format.encoding.as_deref(), Some("windows-1252"));
    assert_eq!(rows.rows.last().unwrap().cells[1], "Muñoz");
}

#[test]
fn headers_below_the_title_of_a_report_are_found() {
    let text =
        "Campaign report\nMade on,2026-11-23,by Ana\n\nName,Phone,City\nBudi,+62812335088,X\n";
    let (format, rows) = read_text(text).unwrap();
    assert_eq!(format.header_row, Some(4));
    assert_eq!(rows.headers, ["Name", "Phone", "City"]);
    assert_eq!(rows.numbers(), [5]);
}

#[test]
fn headers_of_unknown_words_below_a_title_are_found_by_the_leads_below_them() {
    let text = "Bericht\n\nKunde,Rufnummer,Ort\nBudi,+62812335088,X\nAni,+62812335089,Y\n";
    let (format, rows) = read_text(text).unwrap();
    assert_eq!(format.header_row, Some(3));
    assert_eq!(rows.headers, ["Kunde", "Rufnummer", "Ort"]);
    assert_eq!(rows.rows.len(), 2);
}

#[test]
fn a_sheet_without_headers_loses_no_lead() {
    let text = "Budi,+62812335088,Jakarta\nAni,0812335089\n";
    let (format, rows) = read_text(text).unwrap();
    assert_eq!(format.header_row, None);
    assert_eq!(rows.headers, ["Column 1", "Column 2", "Column 3"]);
    assert_eq!(rows.numbers(), [1, 2]);
}

#[test]
fn a_broken_number_in_the_first_row_is_no_header() {
    let text = "Budi,+6281233\nAni,0812-335-089\nCici,+62812335090\n";
    let (format, rows) = read_text(text).unwrap();
    assert_eq!(format.header_row, None);
    assert_eq!(rows.rows.len(), 3);
}

#[test]
fn one_column_of_numbers_is_a_sheet() {
    let (format, rows) = read_text("+62812335088\n+62812335089\n+62812335088\n").unwrap();
    assert_eq!((format.header_row, rows.rows.len()), (None, 3));
    assert_eq!(rows.headers, ["Column 1"]);
}

#[test]
fn a_lead_whose_comment_is_the_name_of_a_column_is_a_lead() {
    let text = "Budi,+62812335088,x\nAni,+62812335089,y\nCici,,Phone\nDedi,+62812335091,z\n";
    let (format, rows) = read_text(text).unwrap();
    assert_eq!((format.header_row, rows.rows.len()), (None, 4));
}

#[test]
fn characters_that_nobody_types_are_dropped() {
    for before in [0, 5_000] {
        let mut text = format!("Mobile,Customer\n1,{}\n", "x".repeat(before));
        text.push_str("2,b\0c\n\u{1a}");
        let (_, rows) = read_text(&text).unwrap();
        assert_eq!(rows.rows.last().unwrap().cells, ["2", "bc"]);
        assert_eq!(rows.rows.len(), 2);
    }
    // Fields of a fixed width, filled up with zeros.
    let padded = "Mobile\0\0\0\0,Name\0\0\n09171234501,Ana\0\0\0\n";
    let (format, rows) = read_text(padded).unwrap();
    assert_eq!(rows.headers, ["Mobile", "Name"]);
    assert_eq!(rows.cells(), [["09171234501", "Ana"]]);
    assert_eq!(format.encoding.as_deref(), Some("utf-8"));
}

#[test]
fn the_format_of_a_draft_of_before_is_still_read() {
    let stored =
        r#"{"format":"csv","encoding":"utf-8","delimiter":",","sheet":null,"header_row":1}"#;
    let format: SheetFormat = serde_json::from_str(stored).unwrap();
    assert_eq!(format.header_row, Some(1));
    assert!(format.other_sheets.is_empty());
    assert_eq!(format.message().to_string(), "CSV, comma, UTF-8");
    assert_eq!(format.lines.message().to_string(), "0 lines");
    assert!(format.first_rows.is_empty() && format.previews.is_empty() && !format.was_split);
}

#[test]
fn headers_that_are_said_again_are_no_lead() {
    let text = "List of May,,\nName,Phone,Note\nAni,+62812335088,\n Name ,Phone,Note,\nBudi,+62812335089,Note\nName,Phone,\n";
    let (format, rows) = read_text(text).unwrap();
    assert_eq!(format.header_row, Some(2));
    // The last row is not quite the headers: it is for a person to say what it is.
    assert_eq!(rows.numbers(), [3, 5, 6]);
    assert!(read_text("Name,Phone\nName,Phone\n").is_err());
}
