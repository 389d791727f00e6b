use std::io::{Cursor, Write};

use leads::{Field, Mapping};
use sheets::{ReadOptions, SheetError};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Rows, country, read, read_bytes, read_with, workbook};
use crate::files::sample;

/// A zip archive of those parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook of one sheet, `Leads`, with those `row` elements.
pub fn xlsx(sheet_data: &str) -> Vec<u8> {
    xlsx_of(&format!("<sheetData>{sheet_data}</sheetData>"), &[])
}

/// A workbook of one sheet, `Leads`, with those elements, and more parts, which may take the place of others.
pub fn xlsx_of(sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packages = "http://schemas.openxmlformats.org/package/2006";
    let types = format!(
        r#"<Types xmlns="{packages}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#
    );
    let root = format!(
        r#"<Relationships xmlns="{packages}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let book = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships xmlns="{packages}/relationships"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let sheet = format!(r#"<worksheet xmlns="{main}">{sheet}</worksheet>"#);
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    parts.extend(more);
    archive(&parts)
}

/// A document of one sheet, `Leads`, with those `table:table-row` elements.
pub fn ods(rows: &str) -> Vec<u8> {
    let names = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Leads">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn a_number_in_a_workbook_keeps_all_of_its_digits() {
    let (format, rows) = read(sample("numeric-phones.xlsx")).unwrap();
    assert_eq!(format.format, "xlsx");
    assert_eq!(rows.rows.len(), 250);
    let mapping = Mapping::guess(&rows.headers, &[]);
    assert!(rows.rows.iter().all(|row| {
        let digits = mapping.text(Field::Mobile, &row.cells);
        digits.len() >= 10 && digits.bytes().all(|byte| byte.is_ascii_digit())
    }));
}

#[test]
fn of_several_sheets_the_one_that_looks_like_leads_is_read() {
    let (format, rows) = read(sample("second-sheet.xlsx")).unwrap();
    assert_eq!(format.sheet.as_deref(), Some("Leads"));
    assert!(!format.other_sheets.is_empty());
    assert!(!format.other_sheets.contains(&"Leads".to_owned()));
    assert_eq!(rows.rows.len(), 60);
}

#[test]
fn another_sheet_can_be_chosen() {
    let (format, _) = read(sample("second-sheet.xlsx")).unwrap();
    let mut options = ReadOptions::new(country("PH"), &[]);
    options.sheet = Some(&format.other_sheets[0]);
    let (chosen, _) = read_with(sample("second-sheet.xlsx"), &options).unwrap();
    assert_eq!(chosen.sheet.as_ref(), Some(&format.other_sheets[0]));
    assert!(chosen.other_sheets.contains(&"Leads".to_owned()));

    options.sheet = Some("Nowhere");
    let name = "Nowhere".to_owned();
    assert_eq!(
        read_with(sample("second-sheet.xlsx"), &options).err(),
        Some(SheetError::NoSuchSheet { name })
    );
}

fn assert_is_the_small_list(rows: &Rows, file: &str) {
    assert_eq!(
        rows.headers,
        ["Nama", "No HP", "Catatan", "Saldo", "Tanggal"],
        "{file}"
    );
    assert_eq!(rows.numbers(), [4, 5], "{file}");
    let cells = rows.cells();
    assert_eq!(cells[0][..2], ["Budi Santoso", "62812345678"], "{file}");
    assert!(cells[0][2].starts_with("Halo é"), "{file}");
    assert_eq!(cells[0][3], "1234.1", "{file}");
    assert_eq!(cells[1][..4], ["Ani 王", "62812345679", "", "10"], "{file}");
}

#[test]
fn every_format_of_workbooks_is_told_by_its_contents_and_read_alike() {
    for (file, expected) in [
        ("with-macros.xlsm", "xlsm"),
        ("binary-workbook.xlsb", "xlsb"),
        ("old-workbook.xls", "xls"),
        ("open-document.ods", "ods"),
    ] {
        let mut upload = workbook(file);
        upload.file_name = "leads.csv".to_owned();
        let (format, rows) = read(upload).expect(file);
        assert_eq!(format.format, expected, "{file}");
        assert_eq!(format.sheet.as_deref(), Some("Leads"), "{file}");
        assert_eq!(format.other_sheets, ["Notes"], "{file}");
        assert_eq!(format.header_row, Some(3), "{file}");
        assert_eq!((format.encoding, format.delimiter), (None, None), "{file}");
        assert_is_the_small_list(&rows, file);
        // The program that wrote the document wrote a date as its number of days.
        if file != "open-document.ods" {
            assert_eq!(rows.cells()[0][4], "2026-11-23", "{file}");
            assert_eq!(rows.cells()[1][4], "2026-01-02", "{file}");
        }
    }
}

#[test]
fn cells_of_a_binary_workbook_that_name_no_column_are_read() {
    let (format, rows) = read(workbook("short-cells.xlsb")).unwrap();
    assert_eq!(format.format, "xlsb");
    assert_eq!(rows.headers, ["Customer", "Mobile", "Comments", "Score"]);
    assert_eq!(
        rows.cells(),
        [
            ["Ani", "+62812335088", "ok", "1.5"],
            ["Budi", "62812335089", "x", "7"],
            ["Citra", "0812335090", "", "true"],
        ]
    );
    assert_eq!(rows.numbers(), [2, 3, 4]);
}

#[test]
fn the_cells_of_a_workbook_stay_in_their_columns() {
    let bytes = xlsx(
        r#"<row r="3"><c r="C3" t="inlineStr"><is><t>Phone</t></is></c><c r="D3" t="inlineStr"><is><t>Name</t></is></c></row>
        <row r="7"><c r="D7" t="inlineStr"><is><t>Budi</t></is></c><c r="C7"><v>62812335088</v></c></row>
        <row r="9"><c r="E9" t="b"><v>1</v></c><c r="C9"><v>6.2812335089E10</v></c></row>"#,
    );
    let (format, rows) = read_bytes(&bytes).unwrap();
    assert_eq!(format.header_row, Some(3));
    assert_eq!(rows.headers, ["", "", "Phone", "Name", ""]);
    assert_eq!(rows.numbers(), [7, 9]);
    assert_eq!(
        rows.cells(),
        [
            vec!["", "", "62812335088", "Budi"],
            vec!["", "", "62812335089", "", "true"]
        ]
    );
}

#[test]
fn the_cells_of_an_open_document_are_read_by_their_type() {
    let bytes = ods(
        r#"<table:table-row><table:table-cell><text:p>Phone</text:p></table:table-cell><table:table-cell><text:p>Note</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row>
          <table:table-cell office:value-type="float" office:value="6.2812335088E10"><text:p>6,28E+10</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><office:annotation><text:p>seen</text:p></office:annotation><text:p>a<text:s text:c="2"/>&lt;<text:span>b</text:span>&#x263A;</text:p><text:p>c</text:p></table:table-cell>
          <table:covered-table-cell table:number-columns-repeated="2"/>
          <table:table-cell office:value-type="date" office:date-value="2026-11-23T00:00:00"><text:p>23/11/26</text:p></table:table-cell>
          <table:table-cell office:value-type="date" office:date-value="2026-11-23T09:30:00"/>
          <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
        </table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>+62812335089</text:p></table:table-cell></table:table-row>"#,
    );
    let (format, rows) = read_bytes(&bytes).unwrap();
    assert_eq!(format.format, "ods");
    assert_eq!(rows.numbers(), [5, 6, 7]);
    assert_eq!(
        rows.cells(),
        [
            vec![
                "62812335088",
                "a  <b☺\nc",
                "",
                "",
                "23/11/26",
                "2026-11-23 09:30:00",
                "true"
            ],
            vec!["+62812335089"; 2],
            vec!["+62812335089"; 2],
        ]
    );
}
