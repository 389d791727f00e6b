//! What nobody sees on the screen, or sees with a line through it.

use super::workbooks::{archive, xlsx_of};
use super::{read, read_bytes};
use crate::files::file;

#[test]
fn a_hidden_table_of_an_open_document_is_read_after_those_that_are_shown() {
    let names = "urn:oasis:names:tc:opendocument:xmlns";
    let table = |name: &str, style: &str, number: &str| {
        let row = |cell: &str| {
            format!(
                "<table:table-row><table:table-cell><text:p>{cell}</text:p></table:table-cell></table:table-row>"
            )
        };
        format!(
            r#"<table:table table:name="{name}" table:style-name="{style}">{}{}</table:table>"#,
            row("Mobile"),
            row(number)
        )
    };
    let document = |tables: &str| {
        let content = format!(
            r#"<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" xmlns:style="{names}:style:1.0"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
        );
        archive(&[
            (
                "mimetype",
                b"application/vnd.oasis.opendocument.spreadsheet",
            ),
            ("content.xml", content.as_bytes()),
        ])
    };
    let old = table("Old", "ta2", "+62812335080");
    let new = table("New", "ta1", "+62812335081");
    let more = table("More", "ta1", "+62812335082");
    let (format, rows) = read_bytes(&document(&[old.clone(), new, more].concat())).unwrap();
    assert_eq!(format.sheet.as_deref(), Some("New"));
    assert_eq!(rows.cells(), [["+62812335081"]]);
    assert_eq!(format.other_sheets, ["More", "Old"]);
    let (format, _) = read_bytes(&document(&old)).unwrap();
    assert_eq!(format.sheet.as_deref(), Some("Old"));
}

#[test]
fn what_lies_under_merged_cells_is_not_read() {
    let text = |place: &str, text: &str| {
        format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let rows = format!(
        r#"<sheetData><row r="1">{}{}{}</row><row r="2">{}{}{}</row><row r="3">{}{}{}</row></sheetData><mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="A2:A2"/><mergeCell ref="C2:D2"/></mergeCells>"#,
        text("A1", "Name"),
        text("B1", "Mobile"),
        text("C1", "City"),
        text("A2", "Ani"),
        text("B2", "+62812335081"),
        text("D2", "+62812335089"),
        text("A3", "Budi"),
        text("B3", "+62812335082"),
        text("C3", "Depok"),
    );
    let (_, rows) = read_bytes(&xlsx_of(&rows, &[])).unwrap();
    assert_eq!(rows.cells()[0], ["Ani", "+62812335081", "", ""]);
    assert_eq!(rows.cells()[1], ["Budi", "+62812335081", "Depok"]);
}

#[test]
fn a_struck_number_or_most_cells_struck_hold_the_row_back() {
    let page = |cells: &str| {
        format!("<table><tr><td>No</td><td>Name</td><td>Mobile</td></tr><tr>{cells}</tr></table>")
    };
    for (cells, is_struck_through) in [
        ("<td>1</td><td>Ani</td><td><s>+62812335081</s></td>", true),
        (
            "<td>1</td><td>Ani</td><td style='text-decoration: line-through'>+62812335081</td>",
            true,
        ),
        (
            "<td>1</td><td>Ani</td><td><span style='text-decoration:line-through'>+62812335081</span></td>",
            true,
        ),
        (
            "<td><del>1</del></td><td><del>Ani</del></td><td>+62812335081</td>",
            true,
        ),
        ("<td>1</td><td><s>Ani</s></td><td>+62812335081</td>", false),
        ("<td>1</td><td>Ani</td><td>+628123<s>3</s>5081</td>", false),
    ] {
        let (_, rows) = read(file("leads.xls", page(cells).as_bytes())).unwrap();
        let marks = &rows.rows[0].marks;
        assert_eq!(marks.struck_through, is_struck_through, "{cells}");
    }
}

#[test]
fn what_a_page_hides_is_hidden() {
    let page = "<table><colgroup><col><col span=2 style='display:none'></colgroup>\
                <tr><td>Name</td><td>Old</td><td>Older</td><td>Mobile</td></tr>\
                <tr style='height:0pt'><td>A</td><td>1</td><td>2</td><td>+62812335081</td></tr>\
                <tr style='visibility: collapse'><td>B</td><td>1</td><td>2</td><td>+62812335082</td></tr>\
                <tr><td>C</td><td style='display:none'>1</td><td>2</td><td>+62812335083</td></tr></table>";
    let (_, rows) = read_bytes(page.as_bytes()).unwrap();
    assert_eq!(rows.hidden_columns, [1, 2]);
    let hidden: Vec<bool> = rows.rows.iter().map(|row| row.marks.hidden).collect();
    assert_eq!(hidden, [true, true, false]);
    assert_eq!(rows.cells()[2], ["C", "", "2", "+62812335083"]);
}

#[test]
fn the_xml_of_excel_2003_strikes_through_and_hides_too() {
    let row = |attributes: &str, style: &str, number: &str| {
        format!(
            r#"<Row{attributes}><Cell><Data ss:Type="String">Ani</Data></Cell><Cell{style}><Data ss:Type="String">{number}</Data></Cell></Row>"#
        )
    };
    let text = format!(
        r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><Font ss:Bold="1"/></Style><Style ss:ID="s2"><Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="Leads"><Table>{}{}{}{}</Table></Worksheet></Workbook>"#,
        row("", "", "Mobile"),
        row("", r#" ss:StyleID="s2""#, "+62812335081"),
        row(r#" ss:Height="0""#, r#" ss:StyleID="s1""#, "+62812335082"),
        row(r#" ss:StyleID="s2""#, "", "+62812335083"),
    );
    let (_, rows) = read_bytes(text.as_bytes()).unwrap();
    let marks: Vec<(bool, bool)> = rows
        .rows
        .iter()
        .map(|row| (row.marks.hidden, row.marks.struck_through))
        .collect();
    assert_eq!(marks, [(false, true), (true, false), (false, true)]);
}
