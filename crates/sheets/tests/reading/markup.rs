//! Tables of web pages and the XML of Excel 2003.

use localization::Language;
use proptest::prelude::*;
use sheets::{ReadOptions, SheetError, SheetFormat};

use super::{Rows, country, encoded, read_bytes, read_text, read_with};
use crate::files::file;

const TABLE: &str = "<table border=1><tr><th>Name</th><th>Mobile</th></tr>\
    <tr><td>Asha Menon</td><td style='mso-number-format:\"\\@\"'>09845031276</td></tr>\
    <tr><td>Vikram Rao</td><td>09845031277</td></tr></table>";

fn assert_is_the_table(bytes: &[u8], what: &str) {
    let options = ReadOptions::new(country("IN"), &[]);
    let (format, rows) = read_with(file("export.xls", bytes), &options).unwrap();
    assert_eq!(format.format, "html", "{what}");
    assert_eq!(format.sheet, None);
    assert_eq!(rows.headers, ["Name", "Mobile"], "{what}");
    assert_eq!(
        rows.cells(),
        [["Asha Menon", "09845031276"], ["Vikram Rao", "09845031277"]],
        "{what}"
    );
    assert_eq!(
        format.lines.message().to_string(),
        "3 lines: 1 header, 2 leads"
    );
}

#[test]
fn a_table_is_read_whatever_stands_before_it() {
    for before in [
        "",
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body>",
        "\u{feff}<html><body>",
        "<br />\n<b>Notice</b>:  Undefined index: region in <b>/var/www/export.php</b> on line <b>12</b><br />\n",
        "PHP Warning:  Undefined array key \"region\" in /var/www/export.php on line 12\n",
        "<style>td{mso-number-format:\"\\@\"} /* <table><tr><td>9845031270</td></tr></table> */</style>\n",
        "<!-- <table><tr><td>9845031270</td></tr></table> -->",
        "<script>document.write('<table><tr><td>9845031270</td></tr></table>')</script>",
        "\n\n  <!DOCTYPE html><html><head><meta charset=utf-8><title>Leads</title></head><body><h1>Leads</h1>",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>",
    ] {
        assert_is_the_table(format!("{before}{TABLE}").as_bytes(), before);
    }
    for (encoding, mark) in [
        ("utf-16le", "\u{feff}"),
        ("utf-16le", ""),
        ("utf-16be", "\u{feff}"),
        ("utf-32le", "\u{feff}"),
    ] {
        let text = format!("{mark}<html><body>{TABLE}</body></html>");
        assert_is_the_table(&encoded(&text, encoding), encoding);
    }
}

#[test]
fn cells_are_read_as_a_browser_shows_them() {
    let text = "<table>\n<tr><td colspan=3>Contact Numbers</td></tr>\
        <tr><td>Name<td>Mobile<td>City\
        <tr><td rowspan=2>Ana &amp;\n  Ben&nbsp;</td><td> 0917&#49;234501 </td><td><b>Ce</b>bu</td></tr>\
        <tr><td>09171234502<td>Makati<br>Manila</tr>\
        <tr style='display: none'><td>Carla<td>09171234503<td>\
        <tr><td>Dina<td x:num=\"9171234504\">9.17E+09<td>&Ntilde;u&ntilde;ez\
        </table>";
    let options = ReadOptions::new(country("PH"), &[]);
    let (format, rows) = read_with(file("export.xls", text.as_bytes()), &options).unwrap();
    assert_eq!(format.header_row, Some(2));
    assert_eq!(
        rows.cells(),
        [
            vec!["Ana & Ben", "09171234501", "Cebu"],
            vec!["Ana & Ben", "09171234502", "Makati\nManila"],
            vec!["Carla", "09171234503"],
            vec!["Dina", "9171234504", "Ñuñez"],
        ]
    );
    let hidden: Vec<bool> = rows.rows.iter().map(|row| row.marks.hidden).collect();
    assert_eq!(hidden, [false, false, true, false]);
}

#[test]
fn of_several_tables_the_likeliest_is_read_and_another_can_be_chosen() {
    let text = format!(
        "<html><body><table><tr><td>Logo</td><td>Menu</td></tr></table>\
         <table><tr><td>Layout {TABLE} behind</td></tr></table>\
         <table><tr><td>Email</td></tr><tr><td>a@example.com</td></tr></table></body></html>"
    );
    let mut options = ReadOptions::new(country("IN"), &[]);
    let (format, rows) = read_with(file("export.xls", text.as_bytes()), &options).unwrap();
    assert_eq!(format.sheet.as_deref(), Some("Table 3"));
    assert_eq!(format.other_sheets, ["Table 1", "Table 2", "Table 4"]);
    let told = |format: &SheetFormat| format.name_of("Table 3").text(Language::Spanish);
    assert_eq!(told(&format), "Tabla 3");
    let message = format.message().text(Language::Spanish);
    assert!(message.contains("hoja “Tabla 3”"), "{message}");
    let of_excel = SheetFormat {
        format: "xlsx".to_owned(),
        ..SheetFormat::default()
    };
    assert_eq!(told(&of_excel), "Table 3", "somebody has named it so");
    assert_eq!(rows.rows.len(), 2);
    options.sheet = Some("Table 4");
    let (_, rows) = read_with(file("export.xls", text.as_bytes()), &options).unwrap();
    assert_eq!(rows.cells(), [["a@example.com"]]);
    options.sheet = Some("Table 2");
    let (_, rows) = read_with(file("export.xls", text.as_bytes()), &options).unwrap_or_default();
    assert!(
        rows.rows
            .iter()
            .all(|row| row.cells.concat() != "09845031276")
    );
}

#[test]
fn the_encoding_of_a_page_is_the_one_it_declares_unless_it_is_another() {
    let page = |charset: &str| {
        format!(
            "<meta http-equiv=Content-Type content=\"text/html; charset={charset}\">\
            <table><tr><td>Name<td>Mobile<tr><td>Наталья<td>+62812335088</table>"
        )
    };
    for (declared, written) in [
        ("windows-1251", "windows-1251"),
        ("koi8-r", "koi8-r"),
        ("windows-1251", "utf-8"),
    ] {
        let (format, rows) = read_bytes(&encoded(&page(declared), written)).unwrap();
        assert_eq!(format.encoding.as_deref(), Some(written), "{declared}");
        assert_eq!(rows.cells()[0][0], "Наталья");
    }
}

fn workbook(sheets: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{sheets}</Workbook>"
    )
}

fn data(kind: &str, text: &str) -> String {
    format!("<Data ss:Type=\"{kind}\">{text}</Data>")
}

const LEADS: &str = "<Worksheet ss:Name=\"Leads\"><Table ss:ExpandedColumnCount=\"4\">\
    <Column ss:Width=\"60\"/><Column ss:Index=\"3\" ss:Hidden=\"1\"/>\
    <Row ss:Index=\"2\"><Cell><Data ss:Type=\"String\">Name</Data></Cell>\
    <Cell><Data ss:Type=\"String\">Mobile</Data></Cell>\
    <Cell ss:Index=\"4\"><Data ss:Type=\"String\">City</Data></Cell></Row>\
    <Row><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">Ana &amp; Ben</Data></Cell>\
    <Cell><Data ss:Type=\"Number\">9171234501</Data></Cell>\
    <Cell ss:Index=\"4\"><ss:Data ss:Type=\"String\"><B>Ce</B>bu</ss:Data></Cell></Row>\
    <Row><Cell ss:Index=\"2\"><Data ss:Type=\"Number\">9.171234502E9</Data></Cell></Row>\
    <Row ss:Hidden=\"1\"><Cell ss:MergeAcross=\"0\"><Data ss:Type=\"String\">Carla</Data></Cell>\
    <Cell><Data ss:Type=\"String\">09171234503</Data></Cell></Row>\
    </Table></Worksheet>";

fn assert_is_leads(format: &SheetFormat, rows: &Rows) {
    assert_eq!(format.format, "xml");
    assert_eq!(format.header_row, Some(2));
    assert_eq!(rows.headers, ["Name", "Mobile", "", "City"]);
    assert_eq!(
        rows.cells(),
        [
            vec!["Ana & Ben", "9171234501", "", "Cebu"],
            vec!["Ana & Ben", "9171234502"],
            vec!["Carla", "09171234503"],
        ]
    );
    let hidden: Vec<bool> = rows.rows.iter().map(|row| row.marks.hidden).collect();
    assert_eq!(hidden, [false, false, true]);
    assert_eq!(
        format.lines.message().to_string(),
        "5 lines: 1 header, 1 blank, 3 leads"
    );
}

#[test]
fn a_workbook_in_the_xml_of_excel_2003_is_read() {
    let options = ReadOptions::new(country("PH"), &[]);
    for encoding in ["utf-8", "utf-16le"] {
        let bytes = encoded(&format!("\u{feff}{}", workbook(LEADS)), encoding);
        let (format, rows) = read_with(file("export.xls", &bytes), &options).unwrap();
        assert_is_leads(&format, &rows);
        assert_eq!(rows.hidden_columns, [2]);
    }
}

#[test]
fn of_several_worksheets_the_likeliest_is_read_and_another_can_be_chosen() {
    let other = |name: &str, visible: &str| {
        format!(
            "<Worksheet ss:Name=\"{name}\"><Table><Row><Cell>{}</Cell></Row><Row><Cell>{}</Cell></Row></Table>\
             <x:WorksheetOptions>{visible}</x:WorksheetOptions></Worksheet>",
            data("String", "Note"),
            data("DateTime", "2026-11-23T00:00:00.000")
        )
    };
    let hidden = "<x:Visible>SheetHidden</x:Visible>";
    let text = workbook(&format!(
        "{}{LEADS}{}",
        other("Old", hidden),
        other("Notes", "")
    ));
    let mut options = ReadOptions::new(country("PH"), &[]);
    let (format, rows) = read_with(file("export.xls", text.as_bytes()), &options).unwrap();
    assert_is_leads(&format, &rows);
    assert_eq!(format.other_sheets, ["Notes", "Old"]);
    options.sheet = Some("Notes");
    let (_, rows) = read_with(file("export.xls", text.as_bytes()), &options).unwrap();
    assert_eq!(rows.cells(), [["2026-11-23"]]);
}

#[test]
fn what_is_too_large_or_damaged_is_refused() {
    let wide = "<td>1".repeat(300);
    let error = read_text(&format!("<table><tr>{wide}</table>")).err();
    assert_eq!(
        error,
        Some(SheetError::TooManyColumns { row: 1, found: 257 })
    );
    let long = "x".repeat(40_000);
    let error = read_text(&format!("<table><tr><td>{long}</table>")).err();
    let too_long = |found| SheetError::CellTooLong {
        row: 1,
        column: 1,
        found,
    };
    assert_eq!(error, Some(too_long(40_000)));
    let cell = format!("<Row><Cell>{}</Cell></Row>", data("String", &long));
    let text = workbook(&format!(
        "<Worksheet ss:Name=\"a\"><Table>{cell}</Table></Worksheet>"
    ));
    assert_eq!(read_text(&text).err(), Some(too_long(40_000)));
    let comment = format!("<table><tr><td>1</td></tr><!-- {}", "x".repeat(3_000_000));
    assert_eq!(read_text(&comment).err(), Some(SheetError::PieceTooLong));
    let deep = format!("<table><tr><td>{}", "<table><tr><td>".repeat(100_000));
    assert_eq!(read_text(&deep).err(), Some(SheetError::WebPage));
    let row = workbook(
        "<Worksheet ss:Name=\"a\"><Table><Row ss:Index=\"5\"/><Row ss:Index=\"2\"/></Table></Worksheet>",
    );
    assert_eq!(read_text(&row).err(), Some(SheetError::Damaged));
}

#[test]
fn the_comment_of_a_cell_is_no_part_of_it() {
    let comment = "<Comment ss:Author=\"Ana\"><ss:Data xmlns=\"http://www.w3.org/TR/REC-html40\"><B>Ana:</B> 5 calls</ss:Data></Comment>";
    let text = workbook(&format!(
        "<Worksheet ss:Name=\"a\"><Table><Row><Cell>{}{comment}</Cell></Row><Row><Cell>{}{comment}</Cell></Row></Table></Worksheet>",
        data("String", "Mobile"),
        data("Number", "9171234501"),
    ));
    let options = ReadOptions::new(country("PH"), &[]);
    let (_, rows) = read_with(file("export.xls", text.as_bytes()), &options).unwrap();
    assert_eq!(rows.headers, ["Mobile"]);
    assert_eq!(rows.cells(), [["9171234501"]]);
}

#[test]
fn a_workbook_whose_end_is_missing_is_refused_and_not_read_in_part() {
    let text = workbook(LEADS);
    let options = ReadOptions::new(country("PH"), &[]);
    let end = text.find("</Table>").unwrap();
    for length in [end - 30, end, end + "</Table>".len()] {
        let read = read_with(file("export.xls", &text.as_bytes()[..length]), &options);
        assert_eq!(read.err(), Some(SheetError::Damaged), "{length}");
    }
}

#[test]
fn a_row_that_ends_twice_or_never_is_one_row() {
    let row = |text: &str| format!("<Row><Cell>{}</Cell>", data("String", text));
    let text = workbook(&format!(
        "<Worksheet ss:Name=\"a\"><Table>{}</Row>{}</Row></Row>{}{}</Table></Worksheet>",
        row("Mobile"),
        row("09171234501"),
        row("09171234502"),
        row("09171234503"),
    ));
    let options = ReadOptions::new(country("PH"), &[]);
    let (_, rows) = read_with(file("export.xls", text.as_bytes()), &options).unwrap();
    assert_eq!(rows.numbers(), [2, 3, 4]);
    assert_eq!(
        rows.cells(),
        [["09171234501"], ["09171234502"], ["09171234503"]]
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_reads_the_same_in_every_kind_of_text(
        table in proptest::collection::vec(
            ("[A-Za-z&<>\"' ;áñ一-龥]{0,8}[a-z]", 0..10_000_000_u32, "[A-Za-z,;<&]{0,6}"), 1..25,
        ),
    ) {
        let rows: Vec<[String; 3]> = std::iter::once(["Name".to_owned(), "Mobile".to_owned(), "City".to_owned()])
            .chain(table.into_iter().map(|(name, number, city)| {
                let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
                [name, format!("0917{number:07}"), city]
            }))
            .collect();
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let csv: String = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n").collect();
        let html: String = rows.iter().map(|row| {
            format!("<tr>{}</tr>", row.iter().map(|cell| format!("<td>{}</td>", escaped(cell))).collect::<String>())
        }).collect();
        let html = format!("<html><table>{html}</table></html>");
        let xml: String = rows.iter().map(|row| {
            format!("<Row>{}</Row>", row.iter().map(|cell| format!("<Cell>{}</Cell>", data("String", &escaped(cell)))).collect::<String>())
        }).collect();
        let xml = workbook(&format!("<Worksheet ss:Name=\"a\"><Table>{xml}</Table></Worksheet>"));
        let options = ReadOptions::new(country("PH"), &[]);
        let mut read = Vec::new();
        for text in [csv, html, xml] {
            let (format, rows) = read_with(file("list", text.as_bytes()), &options).unwrap();
            let cells: Vec<Vec<String>> = rows.rows.iter().map(|row| {
                let mut cells = row.cells.clone();
                cells.resize(3, String::new());
                cells
            }).collect();
            read.push((rows.headers, cells, format.lines));
        }
        prop_assert_eq!(&read[0], &read[1]);
        prop_assert_eq!(&read[0], &read[2]);
    }
}

#[test]
fn a_row_that_stands_for_several_empty_ones_counts_as_so_many() {
    let cell = |text: &str| format!("<Cell>{}</Cell>", data("String", text));
    let merged = format!("<Cell ss:MergeDown=\"3\">{}</Cell>", data("String", "Ana"));
    let text = workbook(&format!(
        "<Worksheet ss:Name=\"Leads\"><Table><Row>{}{}</Row><Row>{merged}{}</Row><Row ss:Span=\"1\"/>\
         <Row><Cell ss:Index=\"2\">{}</Cell></Row></Table></Worksheet>",
        cell("Name"),
        cell("Mobile"),
        cell("09171234501"),
        data("String", "09171234502"),
    ));
    let options = ReadOptions::new(country("PH"), &[]);
    let (format, rows) = read_with(file("export.xls", text.as_bytes()), &options).unwrap();
    let numbers: Vec<u32> = rows.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [2, 5]);
    assert_eq!(
        rows.cells(),
        [vec!["Ana", "09171234501"], vec!["Ana", "09171234502"]]
    );
    assert_eq!(
        format.lines.message().to_string(),
        "5 lines: 1 header, 2 blank, 2 leads"
    );
}
