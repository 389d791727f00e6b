//! A file of calls is read as the list was that it came from, in whichever language it was written.

use std::io::Seek;

use leads::{Country, Mapping, SheetHead};
use sheets::reader::SheetReader;
use sheets::{Cover, FileKind, ReadOptions, RowSink, SheetHeaders, SheetRow};

use super::*;
use crate::messages::export_cover;

/// A list as it was uploaded: the country, the headers, and two rows.
type List = (&'static str, [&'static str; 3], [[&'static str; 3]; 2]);

const LISTS: [List; 8] = [
    (
        "PH",
        ["Name", "Phone", "Comments"],
        [["Ana", "0917-123-4501", ""], ["Ben", "09189044425", "late"]],
    ),
    (
        "PH",
        ["Customer", "Contact number", "Notes"],
        [["Ana", "0917-123-4501", ""], ["Ben", "09189044425", "late"]],
    ),
    (
        "CN",
        ["姓名", "手机号", "备注"],
        [
            ["王小明", "138 1234 5671", ""],
            ["李雷", "13912345672", "晚上"],
        ],
    ),
    (
        "CN",
        ["客户", "电话", "说明"],
        [
            ["王小明", "138 1234 5671", ""],
            ["李雷", "13912345672", "晚上"],
        ],
    ),
    (
        "MX",
        ["Nombre", "Teléfono", "Comentarios"],
        [["Ana", "55 1234 5601", ""], ["Beto", "5512345699", "tarde"]],
    ),
    (
        "MX",
        ["Cliente", "Celular", "Notas"],
        [["Ana", "55 1234 5601", ""], ["Beto", "5512345699", "tarde"]],
    ),
    (
        "ID",
        ["Nama", "No. HP", "Keterangan"],
        [
            ["Ani", "0812-3350-8801", ""],
            ["Budi", "081390417725", "sore"],
        ],
    ),
    (
        "ID",
        ["Pelanggan", "Telepon", "Catatan"],
        [
            ["Ani", "0812-3350-8801", ""],
            ["Budi", "081390417725", "sore"],
        ],
    ),
];

/// What stands below the headers that are written behind, of a call that was made and of a row that was left out.
fn cells_behind(number: &str, country: Country, language: Language) -> [String; 18] {
    let mobile = leads::validate_mobile(number, country).mobile.unwrap();
    let text = |message: Message| message.text(language);
    [
        mobile.as_str().to_owned(),
        "CX-7KQ2-2".to_owned(),
        text(CallGroup::Interested.label()),
        "Wants a callback".to_owned(),
        "A".to_owned(),
        text(exports::yes()),
        "2026-11-27 14:32:10-06:00".to_owned(),
        "2026-11-27 14:33:20-06:00".to_owned(),
        "48".to_owned(),
        text(leads::results::ring::RingClass::ALL[0].message()),
        "Vouchers".to_owned(),
        "line_1".to_owned(),
        "1".to_owned(),
        text(BatchState::Created.label()),
        String::new(),
        why_not_sent(LeadKind::Duplicate).map_or_else(String::new, text),
        String::new(),
        "2".to_owned(),
    ]
}

fn mapping(headers: &[String], rows: &[Vec<String>], country: Country) -> Mapping {
    let head = SheetHead {
        headers,
        hidden: &[],
        first: rows,
    };
    Mapping::of_sheet(&head, &[], country, None)
}

/// The headers and rows of a file as it is read.
#[derive(Default)]
struct Read {
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl RowSink for Read {
    fn headers(&mut self, headers: SheetHeaders, _: &[SheetRow]) {
        self.headers = headers.names;
    }

    fn row(&mut self, row: &SheetRow) -> bool {
        self.rows.push(row.cells.clone());
        true
    }
}

fn written_and_read(
    kind: FileKind,
    language: Language,
    headers: &[String],
    rows: &[Vec<String>],
    country: Country,
) -> Read {
    let text = |message: Message| message.text(language);
    let lines = [
        (text(export_cover::task()), "Week 48".to_owned()),
        (text(export_cover::so_far()), text(export_cover::open(3))),
        (text(export_cover::rows()), text(export_cover::whole_list())),
        (
            text(export_cover::reached()),
            text(CallGroup::DoNotCall.sentence()),
        ),
    ];
    let cover = Cover {
        sheet: &text(export_cover::about()),
        rows_sheet: &text(export_cover::calls()),
        lines: &lines,
    };
    let mut file = tempfile::tempfile().unwrap();
    sheets::write_rows_with_cover(kind, &cover, headers, rows.to_vec(), &mut file).unwrap();
    file.rewind().unwrap();
    let mut read = Read::default();
    let (_stop, reader) = SheetReader::in_process().begin();
    let format = reader.read(&mut file, &ReadOptions::new(country, &[]), &mut read);
    let sheet = format.unwrap().sheet;
    let expected = (kind == FileKind::Xlsx).then(|| text(export_cover::calls()));
    assert_eq!(sheet, expected, "{language:?}");
    read
}

#[test]
fn a_file_of_calls_fills_the_fields_that_its_list_filled_in_every_language() {
    for language in Language::ALL {
        for (country, own, rows) in LISTS {
            let country = Country::parse(country).unwrap();
            let own: Vec<String> = own.iter().map(ToString::to_string).collect();
            let rows = rows.map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>());
            let before = mapping(&own, &rows, country);
            let mut headers = own.clone();
            headers.extend(behind().map(|header| header.text(language)));
            let exported = rows.each_ref().map(|row| {
                let mut cells = row.clone();
                cells.extend(cells_behind(&row[1], country, language));
                cells
            });
            for kind in [FileKind::Csv, FileKind::Xlsx] {
                let read = written_and_read(kind, language, &headers, &exported, country);
                assert_eq!(read.headers, headers, "{language:?}");
                assert_eq!(read.rows.len(), 2, "{language:?} {own:?}");
                let after = mapping(&read.headers, &read.rows, country);
                assert_eq!(after.questions(), [], "{language:?} {own:?}");
                for field in Field::ALL {
                    assert_eq!(
                        after.source(field),
                        before.source(field),
                        "{language:?} {own:?} {field:?}"
                    );
                }
                assert_eq!(after.fallback(), None, "{language:?} {own:?}");
            }
        }
    }
}

#[test]
fn no_header_is_there_twice_in_any_language() {
    for language in Language::ALL {
        let mut headers = behind().map(|header| header.text(language));
        headers.sort();
        assert!(
            headers.windows(2).all(|pair| pair[0] != pair[1]),
            "{headers:?}"
        );
    }
}
