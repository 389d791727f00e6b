//! Cells that are not what they say, formulas that were never calculated, and errors: none of them spoils a workbook.

use leads::{Field, Mapping};

use super::binary::{self, xlsb};
use super::workbooks::{ods, xlsx, xlsx_of};
use super::{Rows, read, read_bytes, workbook};

/// A list of three leads whose second has that cell as its score.
fn with_odd_cell(cell: &str) -> Vec<u8> {
    let text = |place: &str, text: &str| {
        format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let lead = |row: u32, score: &str| {
        format!(r#"<row r="{row}"><c r="A{row}"><v>9845031270</v></c>{score}</row>"#)
    };
    xlsx(&format!(
        r#"<row r="1">{}{}</row>{}{}{}"#,
        text("A1", "Mobile"),
        text("B1", "Score"),
        lead(2, ""),
        lead(3, cell),
        lead(4, r#"<c r="B4"><v>7</v></c>"#)
    ))
}

fn score(rows: &Rows) -> String {
    assert_eq!(rows.numbers(), [2, 3, 4]);
    assert_eq!(rows.cells()[2][1], "7");
    rows.cells()[1].get(1).copied().unwrap_or("").to_owned()
}

#[test]
fn an_odd_cell_of_a_workbook_spoils_nothing_but_itself() {
    for (cell, expected) in [
        (
            r#"<c r="B3" t="e"><v>#GETTING_DATA</v></c>"#,
            "#GETTING_DATA",
        ),
        (r#"<c r="B3" t="e"><v>#SPILL!</v></c>"#, "#SPILL!"),
        (r#"<c r="B3" t="e"><v>#CALC!</v></c>"#, "#CALC!"),
        (r#"<c r="B3" t="e"><v>#DIV/0!</v></c>"#, "#DIV/0!"),
        (r#"<c r="B3" t="e"><v>what</v></c>"#, "#N/A"),
        (r#"<c r="B3" t="s"><v>99</v></c>"#, "#N/A"),
        (r#"<c r="B3" t="s"><v>-1</v></c>"#, "#N/A"),
        (r#"<c r="B3" t="s"><v></v></c>"#, "#N/A"),
        (r#"<c r="B3"><v> </v></c>"#, "#N/A"),
        (r#"<c r="B3"><v>n/a</v></c>"#, "#N/A"),
        (r#"<c r="B3"><v>inf</v></c>"#, "#N/A"),
        (r#"<c r="B3" t="x"><v>1</v></c>"#, "#N/A"),
        (r#"<c r="B3" t="b"><v>maybe</v></c>"#, "#N/A"),
        (r#"<c r="B3" s="99999"><v>5</v></c>"#, "5"),
        (r#"<c r="B3" s="x"><v>5</v></c>"#, "5"),
        (r#"<c r="B3"><v/></c>"#, ""),
        (
            r#"<c r="B3" t="inlineStr"><is><t>a_x0041_</t></is></c>"#,
            "aA",
        ),
        (
            r#"<c r="B3" t="d"><v>2026-12-05T00:00:00</v></c>"#,
            "2026-12-05",
        ),
    ] {
        let (_, rows) = read_bytes(&with_odd_cell(cell)).expect(cell);
        assert_eq!(score(&rows), expected, "{cell}");
    }
}

#[test]
fn an_odd_cell_of_a_binary_workbook_spoils_nothing_but_itself() {
    use binary::{error, number, record, row, shared, text};
    let odd = [
        (error(1, 0x2A), "#N/A"),
        (error(1, 0x17), "#REF!"),
        (error(1, 0x2B), "#GETTING_DATA"),
        (error(1, 0xEE), "#N/A"),
        (shared(1, 0), "shared"),
        (shared(1, 99), "#N/A"),
        (record(5, &[1, 0, 0, 0, 0, 0, 0, 0, 1]), "#N/A"),
        (number(1, 0, f64::NAN), "#N/A"),
        (number(1, 77, 5.0), "5"),
    ];
    for (cell, expected) in odd {
        let rows = [
            row(0, false),
            text(0, 0, "Mobile"),
            text(1, 0, "Score"),
            row(1, false),
            number(0, 0, 9_845_031_270.0),
            row(2, false),
            number(0, 0, 9_845_031_270.0),
            cell,
            row(3, false),
            number(0, 0, 9_845_031_270.0),
            number(1, 0, 7.0),
        ];
        let (_, rows) = read_bytes(&xlsb(&[], &rows, &[], &[])).expect(expected);
        assert_eq!(score(&rows), expected);
    }
}

#[test]
fn an_odd_cell_of_an_open_document_spoils_nothing_but_itself() {
    let list = |cell: &str| {
        let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
        let number = r#"<table:table-cell office:value-type="float" office:value="9845031270"><text:p>9845031270</text:p></table:table-cell>"#;
        let text =
            |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
        ods(&[
            row(&(text("Mobile") + &text("Score"))),
            row(number),
            row(&format!("{number}{cell}")),
            row(&format!("{number}{}", text("7"))),
        ]
        .concat())
    };
    for (cell, expected) in [
        (
            r##"<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>"##,
            "#N/A",
        ),
        (
            r##"<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>Err:504</text:p></table:table-cell>"##,
            "Err:504",
        ),
        (
            r#"<table:table-cell office:value-type="float" office:value="n/a"><text:p>n/a</text:p></table:table-cell>"#,
            "n/a",
        ),
        (
            r#"<table:table-cell office:value-type="what" office:value="1"><text:p>one</text:p></table:table-cell>"#,
            "one",
        ),
        (
            r#"<table:table-cell table:formula="of:=VLOOKUP([.A3];[.D:.E];2)"/>"#,
            "=VLOOKUP([.A3];[.D:.E];2)",
        ),
    ] {
        let (_, rows) = read_bytes(&list(cell)).expect(cell);
        assert_eq!(score(&rows), expected, "{cell}");
    }
}

#[test]
fn a_formula_that_was_never_calculated_is_its_own_text() {
    for (cell, expected) in [
        (
            "<c r=\"B3\"><f>CONCATENATE(A1,\"&lt;\")</f><v/></c>",
            "=CONCATENATE(A1,\"<\")",
        ),
        (r#"<c r="B3"><f>A1+1</f></c>"#, "=A1+1"),
        (r#"<c r="B3" t="str"><f>A1</f></c>"#, "=A1"),
        (r#"<c r="B3"><f t="shared" si="0"/><v/></c>"#, "=?"),
        // A text of no characters is what a formula may well come to.
        (r#"<c r="B3" t="str"><f>IF(A1="","",A1)</f><v></v></c>"#, ""),
        (r#"<c r="B3" t="str"><f>A1</f><v>62</v></c>"#, "62"),
        (r#"<c r="B3"><f>A1</f><v>0</v></c>"#, "0"),
    ] {
        let (_, rows) = read_bytes(&with_odd_cell(cell)).expect(cell);
        assert_eq!(score(&rows), expected, "{cell}");
    }
}

#[test]
fn a_list_of_nothing_but_formulas_is_no_empty_list() {
    let rows: String = (2..5)
        .map(|row| {
            format!(r#"<row r="{row}"><c r="A{row}"><f>'[list.xlsx]Data'!A{row}</f><v/></c></row>"#)
        })
        .collect();
    let header = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>No HP</t></is></c></row>"#;
    let (_, read_rows) = read_bytes(&xlsx(&format!("{header}{rows}"))).unwrap();
    assert_eq!(read_rows.cells()[0], ["='[list.xlsx]Data'!A2"]);
    let mapping = Mapping::guess(&read_rows.headers, &[]);
    assert!(
        mapping
            .text(Field::Mobile, &["=x".to_owned()])
            .starts_with('=')
    );

    let (_, old) = read(workbook("never-calculated.xls")).unwrap();
    assert_eq!(
        old.cells(),
        [["Person 1", "=?"], ["Person 2", "=?"], ["Person 3", "=?"]]
    );
}

#[test]
fn the_zero_of_a_program_that_cannot_calculate_is_no_value() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Mobile</t></is></c></row><row r="2"><c r="A2"><f>B1&amp;C1</f><v>0</v></c></row><row r="3"><c r="A3"><v>0</v></c></row></sheetData>"#;
    let book = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>"#;
    let bytes = xlsx_of(sheet, &[("xl/workbook.xml", book.as_bytes())]);
    let (_, rows) = read_bytes(&bytes).unwrap();
    assert_eq!(rows.cells(), [["=B1&C1"], ["0"]]);
}
