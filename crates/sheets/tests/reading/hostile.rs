//! Files that were made to do harm, in this process: what the limits of the reader itself make of them.

#[path = "../../benches/hostile/mod.rs"]
mod files;

use std::io::Write;

use files::Scale;
use sheets::{ReadOptions, SheetError};

use super::workbooks::{archive, xlsx_of};
use super::{Rows, country, read_bytes};

#[test]
fn every_hostile_file_ends_as_it_should() {
    let mut wrong = Vec::new();
    for hostile in files::all() {
        let mut file = (hostile.make)(Scale::Small);
        let options = ReadOptions::new(country("ID"), &[]);
        let outcome = sheets::read(&mut file, &options, &mut Rows::default());
        if !(hostile.ends)(Scale::Small).is(&outcome) {
            wrong.push(format!("{}: {outcome:?}", hostile.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_entity_brings_the_text_of_another_file_along() {
    let mut other = tempfile::NamedTempFile::new().unwrap();
    other.write_all(b"of another file").unwrap();
    let declared = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY other SYSTEM \"file://{}\">]>",
        other.path().display()
    );
    let data =
        |text: &str| format!("<Row><Cell><Data ss:Type=\"String\">{text}</Data></Cell></Row>");
    let in_2003 = |text: &str| {
        let rows = [data("Mobile"), data(text)].concat();
        let names = "urn:schemas-microsoft-com:office:spreadsheet";
        let workbook = format!(
            "{declared}<Workbook xmlns=\"{names}\" xmlns:ss=\"{names}\"><Worksheet ss:Name=\"Leads\"><Table>{rows}</Table></Worksheet></Workbook>"
        );
        read_bytes(workbook.as_bytes()).map(|(_, rows)| rows.cells().concat().concat())
    };
    assert_eq!(in_2003("&amp;"), Ok("&".to_owned()));
    assert_eq!(
        in_2003("&other;"),
        Ok("&other;".to_owned()),
        "as it is typed"
    );
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let in_xlsx = |text: &str| {
        let row = |text: &str| format!("<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
        let rows = [row("Mobile"), row(text)].concat();
        let sheet = format!(
            "{declared}<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"
        );
        let workbook = xlsx_of("", &[("xl/worksheets/sheet1.xml", sheet.as_bytes())]);
        read_bytes(&workbook).map(|(_, rows)| rows.cells().concat().concat())
    };
    assert_eq!(in_xlsx("&amp;"), Ok("&".to_owned()));
    assert_eq!(in_xlsx("&other;"), Err(SheetError::Damaged));
    let names = "urn:oasis:names:tc:opendocument:xmlns";
    let in_ods = |text: &str| {
        let row = |text: &str| {
            format!(
                "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell></table:table-row>"
            )
        };
        let rows = [row("Mobile"), row(text)].concat();
        let content = format!(
            "{declared}<office:document-content xmlns:office=\"{names}:office:1.0\" xmlns:table=\"{names}:table:1.0\" xmlns:text=\"{names}:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Leads\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        let kind = b"application/vnd.oasis.opendocument.spreadsheet".as_slice();
        let document = archive(&[("mimetype", kind), ("content.xml", content.as_bytes())]);
        read_bytes(&document).map(|(_, rows)| rows.cells().concat().concat())
    };
    assert_eq!(in_ods("&amp;"), Ok("&".to_owned()));
    assert_eq!(in_ods("&other;"), Err(SheetError::Damaged));
}
