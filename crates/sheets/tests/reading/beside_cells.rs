//! What a sheet says beside its cells, and how it shows them, in every format of workbooks: the same list, written four times.

use leads::RowMarks;
use sheets::{ReadOptions, SheetError, SheetFormat, UploadedFile};

use super::binary::{self, xlsb};
use super::workbooks::{archive, xlsx_of};
use super::{Rows, country, read, read_bytes, read_with, workbook};
use crate::files::file;

const FORMATS: [&str; 7] = [
    r"\+0",
    "dd/mm/yyyy",
    "0.00E+00",
    "0.0%",
    r##""$"#,##0.00"##,
    "0000000000",
    "General",
];

/// The list: a hidden column, a row that is filtered out, a name merged over two rows, a row that is struck through.
fn in_xlsx() -> Vec<u8> {
    let formats: String = (164..)
        .zip(FORMATS)
        .map(|(id, code)| {
            let code = code.replace('"', "&quot;");
            format!(r#"<numFmt numFmtId="{id}" formatCode="{code}"/>"#)
        })
        .collect();
    let styles: String = (164..171)
        .map(|id| format!(r#"<xf numFmtId="{id}" fontId="0"/>"#))
        .collect();
    let styles = format!(
        r#"<styleSheet><numFmts>{formats}</numFmts><fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/>{styles}<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>"#
    );
    let text = |column: char, text: &str| {
        format!(r#"<c r="{column}1" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let headers: String = ('A'..)
        .zip(HEADERS)
        .map(|(column, header)| text(column, header))
        .collect();
    let lead = |row: u32, name: &str, mobile: u64, style: u32| {
        let name = match name {
            "" => format!(r#"<c r="A{row}" s="7"/>"#),
            name => format!(r#"<c r="A{row}" t="inlineStr"><is><t>{name}</t></is></c>"#),
        };
        let hidden = if row == 3 { r#" hidden="1""# } else { "" };
        format!(
            r#"<row r="{row}"{hidden}>{name}<c r="B{row}" t="inlineStr"><is><t>0811 {before}</t></is></c><c r="C{row}" s="{style}"><v>{mobile}</v></c><c r="D{row}" s="4"><v>0.155</v></c><c r="E{row}" s="5"><v>12500.5</v></c><c r="F{row}" s="2"><v>46361</v></c><c r="G{row}" s="6"><v>12345</v></c></row>"#,
            before = row - 1,
        )
    };
    let rows = [
        format!(r#"<row r="1">{headers}</row>"#),
        lead(2, "Ani", 6_281_233_508_801, 1),
        lead(3, "Budi", 6_281_233_508_802, 2),
        lead(4, "Citra", 6_281_233_508_803, 0),
        lead(5, "Dewi", 6_281_233_508_804, 3),
        lead(6, "", 6_281_233_508_805, 7),
        // A text is struck through by its own letters too.
        r#"<row r="7"><c r="A7" t="inlineStr"><is><r><rPr><strike/></rPr><t>Eka</t></r></is></c><c r="C7" s="8"><v>6281233508806</v></c></row>"#
            .to_owned(),
    ];
    let sheet = format!(
        r#"<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData>{}</sheetData><mergeCells count="1"><mergeCell ref="A5:A6"/></mergeCells>"#,
        rows.concat()
    );
    xlsx_of(&sheet, &[("xl/styles.xml", styles.as_bytes())])
}

const HEADERS: [&str; 7] = [
    "Name",
    "Old number",
    "Mobile",
    "Rate",
    "Balance",
    "Due",
    "Code",
];

fn in_xlsb() -> Vec<u8> {
    use binary::{number, row, text};
    let mut rows = vec![row(0, false)];
    rows.extend(
        (0..)
            .zip(HEADERS)
            .map(|(column, header)| text(column, 0, header)),
    );
    let leads = [
        ("Ani", 6_281_233_508_801.0, 1),
        ("Budi", 6_281_233_508_802.0, 2),
        ("Citra", 6_281_233_508_803.0, 0),
        ("Dewi", 6_281_233_508_804.0, 3),
        ("", 6_281_233_508_805.0, 7),
    ];
    for (at, (name, mobile, style)) in (1..).zip(leads) {
        rows.push(row(at, at == 2));
        if !name.is_empty() {
            rows.push(text(0, 0, name));
        }
        rows.push(text(1, 0, &format!("0811 {at}")));
        rows.push(number(2, style, mobile));
        rows.push(number(3, 4, 0.155));
        rows.push(number(4, 5, 12_500.5));
        rows.push(number(5, 2, 46_361.0));
        rows.push(number(6, 6, 12_345.0));
    }
    let struck_through = 8;
    rows.push(row(6, false));
    rows.push(text(0, struck_through, "Eka"));
    rows.push(number(2, struck_through, 6_281_233_508_806.0));
    let before = [binary::hidden_columns(1, 1)];
    let after = [binary::merged((4, 5), (0, 0))];
    xlsb(&before, &rows, &after, &FORMATS)
}

fn in_ods() -> Vec<u8> {
    let text = |text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let value = |kind: &str, value: &str, shown: &str| {
        format!(
            r#"<table:table-cell office:value-type="{kind}" office:value="{value}"><text:p>{shown}</text:p></table:table-cell>"#
        )
    };
    let row = |attributes: &str, cells: &[String]| {
        format!(
            "<table:table-row{attributes}>{}</table:table-row>",
            cells.concat()
        )
    };
    let mut rows = vec![row("", &HEADERS.map(text))];
    let leads = [
        ("Ani", "6281233508801", "+6281233508801"),
        ("Budi", "6281233508802", "###"),
        ("Citra", "6281233508803", "6281233508803"),
        ("Dewi", "6281233508804", "6.28E+012"),
        ("", "6281233508805", "6281233508805"),
    ];
    for (at, (name, mobile, shown)) in (1..).zip(leads) {
        let name = match name {
            "" => "<table:covered-table-cell/>".to_owned(),
            "Dewi" => text(name).replacen(
                "<table:table-cell",
                r#"<table:table-cell table:number-rows-spanned="2""#,
                1,
            ),
            name => text(name),
        };
        let hidden = match at {
            2 => r#" table:visibility="filter""#,
            _ => "",
        };
        let cells = [
            name,
            text(&format!("0811 {at}")),
            value("float", mobile, shown),
            value("percentage", "0.155", "15.5%"),
            value("currency", "12500.5", "$12,500.50"),
            r#"<table:table-cell office:value-type="date" office:date-value="2026-12-05"><text:p>05/12/2026</text:p></table:table-cell>"#.to_owned(),
            value("float", "12345", "0000012345"),
        ];
        rows.push(row(hidden, &cells));
    }
    rows.push(format!(
        r#"<table:table-row><table:table-cell office:value-type="string"><text:p><text:span text:style-name="T1">Eka</text:span></text:p></table:table-cell><table:table-cell/>{}</table:table-row>"#,
        value("float", "6281233508806", "6281233508806").replacen("<table:table-cell", r#"<table:table-cell table:style-name="ce2""#, 1)
    ));
    document(&rows.concat())
}

/// A document whose styles strike cells and texts through, with those rows.
fn document(rows: &str) -> Vec<u8> {
    let names = "urn:oasis:names:tc:opendocument:xmlns";
    let root = format!(
        r#"xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" xmlns:style="{names}:style:1.0""#
    );
    let styles = format!(
        r#"<office:document-styles {root}><office:styles><style:style style:name="Gone" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style></office:styles></office:document-styles>"#
    );
    let content = format!(
        r#"<office:document-content {root}><office:automatic-styles><style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Gone"/><style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Leads"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="1022"/>{}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        rows
    );
    archive(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("styles.xml", styles.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// The list in every format, with the name of each.
fn lists() -> [(&'static str, UploadedFile); 4] {
    [
        ("xlsx", file("leads.xlsx", &in_xlsx())),
        ("xlsb", file("leads.xlsb", &in_xlsb())),
        ("xls", workbook("beside-the-cells.xls")),
        ("ods", file("leads.ods", &in_ods())),
    ]
}

fn each_list(check: impl Fn(&str, SheetFormat, Rows)) {
    for (name, list) in lists() {
        let (format, rows) = read(list).expect(name);
        assert_eq!(format.format, name);
        check(name, format, rows);
    }
}

#[test]
fn rows_that_are_hidden_or_struck_through_are_marked_in_every_format() {
    each_list(|name, _, rows| {
        assert_eq!(rows.numbers(), [2, 3, 4, 5, 6, 7], "{name}");
        let marks: Vec<&RowMarks> = rows.rows.iter().map(|row| &row.marks).collect();
        let hidden = RowMarks {
            hidden: true,
            ..RowMarks::NONE
        };
        let struck_through = RowMarks {
            struck_through: true,
            ..RowMarks::NONE
        };
        let none = RowMarks::NONE;
        assert_eq!(
            marks,
            [&none, &hidden, &none, &none, &none, &struck_through],
            "{name}"
        );
    });
}

#[test]
fn hidden_columns_are_told_in_every_format() {
    each_list(|name, _, rows| {
        assert_eq!(rows.hidden_columns, [1], "{name}");
        assert_eq!(rows.headers[..7], HEADERS, "{name}");
    });
}

#[test]
fn a_merged_name_is_that_of_every_row_in_every_format() {
    each_list(|name, _, rows| {
        let names: Vec<&str> = rows.cells().iter().map(|cells| cells[0]).collect();
        assert_eq!(
            names,
            ["Ani", "Budi", "Citra", "Dewi", "Dewi", "Eka"],
            "{name}"
        );
    });
}

#[test]
fn cells_are_read_as_they_are_shown_and_no_digit_is_lost_in_every_format() {
    each_list(|name, _, rows| {
        let cells = rows.cells();
        let mobiles: Vec<&str> = cells.iter().map(|cells| cells[2]).collect();
        assert_eq!(
            mobiles,
            [
                "+6281233508801",
                "6281233508802",
                "6281233508803",
                "6281233508804",
                "6281233508805",
                "6281233508806",
            ],
            "{name}"
        );
        for cells in &cells[..5] {
            let shown = ["15.5%", "$12,500.50", "05/12/2026", "0000012345"];
            assert_eq!(cells[3..7], shown, "{name}");
        }
    });
}

#[test]
fn a_row_that_is_struck_through_in_part_is_not_marked() {
    let rows = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Mobile</t></is></c></row>
        <row r="2"><c r="A2"><v>6281233508801</v></c><c r="B2" t="inlineStr"><is><r><rPr><strike/></rPr><t>old</t></r></is></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><r><rPr><strike/></rPr><t>62812</t></r><r><t>33508802</t></r></is></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>6281233508803</t></r></is></c></row></sheetData>"#;
    let (_, rows) = read_bytes(&xlsx_of(rows, &[])).unwrap();
    assert_eq!(rows.rows.len(), 3);
    assert!(rows.rows.iter().all(|row| row.marks.is_empty()));
}

#[test]
fn rows_and_columns_of_no_size_are_hidden_too() {
    let rows = r#"<cols><col min="3" max="16384" width="0"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Mobile</t></is></c></row><row r="2" ht="0" customHeight="1"><c r="A2"><v>6281233508801</v></c></row></sheetData>"#;
    let (_, read) = read_bytes(&xlsx_of(rows, &[])).unwrap();
    assert_eq!(read.hidden_columns, (2..256).collect::<Vec<_>>());
    assert!(read.rows[0].marks.hidden);
}

#[test]
fn a_title_merged_over_rows_makes_no_row_and_a_header_merged_over_two_is_that_of_both() {
    let text = |place: &str, text: &str| {
        format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let rows = format!(
        r#"<sheetData><row r="1">{}</row><row r="2"/><row r="3">{}{}</row><row r="4">{}{}</row><row r="5">{}<c r="B5"><v>6281233508801</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells>"#,
        text("A1", "Customers of May"),
        text("A3", "Name"),
        text("B3", "Contact"),
        text("B4", "Mobile"),
        text("C4", "Email"),
        text("A5", "Ani"),
    );
    let (format, read) = read_bytes(&xlsx_of(&rows, &[])).unwrap();
    assert_eq!(format.header_row, Some(4));
    assert_eq!(read.headers, ["Name", "Mobile", "Email"]);
    assert_eq!(read.numbers(), [5]);
}

#[test]
fn folded_groups_of_an_open_document_are_hidden() {
    let cell = |text: &str| {
        format!(
            "<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
        )
    };
    let rows = format!(
        r#"{}<table:table-row-group table:display="false">{}</table:table-row-group>{}"#,
        cell("Mobile"),
        cell("+6281233508801"),
        cell("+6281233508802")
    );
    let (_, read) = read_bytes(&super::workbooks::ods(&rows)).unwrap();
    let hidden: Vec<bool> = read.rows.iter().map(|row| row.marks.hidden).collect();
    assert_eq!(hidden, [true, false]);
}

#[test]
fn sheets_that_hold_leads_too_are_named_with_how_many() {
    let (format, _) = read(workbook("beside-the-cells.xls")).unwrap();
    assert_eq!(format.leads_elsewhere, [("More".to_owned(), 2)]);
    let table = |name: &str, rows: u32| {
        let rows: String = (0..rows)
            .map(|row| {
                format!("<table:table-row><table:table-cell><text:p>Ani</text:p></table:table-cell><table:table-cell><text:p>+62812335{row:05}</text:p></table:table-cell></table:table-row>")
            })
            .collect();
        format!(
            r#"</table:table><table:table table:name="{name}"><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell><text:p>Mobile</text:p></table:table-cell></table:table-row>{rows}"#
        )
    };
    let sheets = [
        table("May", 3),
        table("Empty", 0),
        table("June", 700),
        table("July", 5),
    ];
    let bytes = super::workbooks::ods(&sheets.concat());
    let mut options = ReadOptions::new(country("ID"), &[]);
    options.sheet = Some("July");
    let (format, rows) = read_with(file("leads.ods", &bytes), &options).unwrap();
    assert_eq!(rows.rows.len(), 5);
    assert_eq!(
        format.leads_elsewhere,
        [("May".to_owned(), 3), ("June".to_owned(), 700)]
    );
}

#[test]
fn spreadsheets_that_are_elsewhere_or_of_another_program_are_refused_by_name() {
    let numbers = archive(&[
        ("Index/Document.iwa", b"\0"),
        ("Metadata/Properties.plist", b"bplist00"),
    ]);
    assert_eq!(read_bytes(&numbers).err(), Some(SheetError::Numbers));
    let shortcut = br#"{"url": "https://docs.google.com/spreadsheets/d/1aB", "doc_id": "1aB", "email": "a@example.com"}"#;
    assert_eq!(read_bytes(shortcut).err(), Some(SheetError::GoogleShortcut));
}
