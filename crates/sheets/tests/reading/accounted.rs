//! Every line of a file is accounted for.

use proptest::prelude::*;
use sheets::{LineCount, ReadOptions};

use super::{country, read, read_text, read_with};
use crate::files::file;

fn assert_adds_up(lines: LineCount, handed_on: usize, what: &str) {
    let LineCount {
        total,
        above,
        header,
        blank,
        repeated_headers,
        leads,
    } = lines;
    assert_eq!(
        total,
        above + header + blank + repeated_headers + leads,
        "{what}"
    );
    assert_eq!(leads as usize, handed_on, "{what}");
}

#[test]
fn the_lines_of_every_sample_add_up() {
    let data = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data");
    let mut read_samples = 0;
    for folder in ["leads", "sheets"] {
        for entry in std::fs::read_dir(data.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.ends_with(".json") {
                continue;
            }
            let Ok((format, rows)) = read(file(&name, &std::fs::read(&path).unwrap())) else {
                continue;
            };
            assert_adds_up(format.lines, rows.rows.len(), &name);
            let last = rows.rows.last().unwrap().number;
            assert!(format.lines.total >= last, "{name}");
            assert_eq!(
                format.header_row.is_some(),
                format.lines.header > 0,
                "{name}"
            );
            read_samples += 1;
        }
    }
    assert!(read_samples >= 15, "only {read_samples} samples were read");
}

#[test]
fn a_line_is_what_a_spreadsheet_shows_as_one() {
    for (text, words) in [
        ("Mobile\n1\n2\n", "3 lines: 1 header, 2 leads"),
        ("Mobile\n1\n\n\n\n", "2 lines: 1 header, 1 lead"),
        (
            "\n\nMobile\n\n1\n,,\n2",
            "7 lines: 1 header, 4 blank, 2 leads",
        ),
        ("sep=;\nMobile;Name\n1;a\n", "2 lines: 1 header, 1 lead"),
        (
            "Mobile,Note\n1,\"two\nlines\"\n2,x\n",
            "3 lines: 1 header, 2 leads",
        ),
        ("+62812335088\n+62812335089\n", "2 lines: 2 leads"),
        (
            "Title\nMobile,Name\n+62812335088,a\nMobile,Name\n+62812335089,b\n",
            "5 lines: 1 above the headers, 1 header, 1 repeated header, 2 leads",
        ),
    ] {
        assert_eq!(
            read_text(text).unwrap().0.lines.message().to_string(),
            words,
            "{text:?}"
        );
    }
}

#[test]
fn hundreds_of_empty_columns_are_nothing() {
    let empty = ",".repeat(900);
    let text = format!("Mobile,Name{empty}\n+62812335088,a{empty}\n+62812335089,\"b\nc\"{empty}\n");
    let (_, rows) = read_text(&text).unwrap();
    assert_eq!(rows.rows.len(), 2);
    assert_eq!(rows.headers[..2], ["Mobile", "Name"]);
}

#[test]
fn any_delimiter_may_be_declared() {
    for delimiter in [',', ';', '\t', '|', '^', '~', ':'] {
        for mark in ["", "\u{feff}"] {
            for line in ["sep=", "SEP=", "\"sep="] {
                let quote = if line.starts_with('"') { "\"" } else { "" };
                let d = delimiter;
                let text =
                    format!("{mark}{line}{d}{quote}\r\nMobile{d}Name\r\n+62812335088{d}a, b\r\n");
                let text = text.replace("a, b", if delimiter == ',' { "\"a, b\"" } else { "a, b" });
                let (format, rows) = read_text(&text).unwrap();
                assert_eq!(format.delimiter, Some(delimiter), "{text:?}");
                assert_eq!(rows.cells(), [["+62812335088", "a, b"]]);
                assert_eq!(rows.numbers(), [2]);
            }
        }
    }
}

/// Lines of every kind, the headers and a lead among them.
fn lines() -> impl Strategy<Value = Vec<String>> {
    let line = prop_oneof![
        4 => (0..10_000_000_u32, "[A-Za-z ,;\"]{0,12}").prop_map(|(number, name)| format!("0917{number:07},{name}")),
        1 => Just(String::new()),
        1 => Just(",,".to_owned()),
        1 => Just("Mobile,Name".to_owned()),
        1 => Just("Total,3".to_owned()),
        1 => Just("Name,Mobile".to_owned()),
        1 => "[ -~]{0,20}",
    ];
    proptest::collection::vec(line, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_lines_of_any_text_add_up(above in 0..3_usize, lines in lines()) {
        let mut text = "Report\n".repeat(above);
        text.push_str("Mobile,Name\n09171234501,Ana\n09171234502,Ben\n");
        text.push_str(&lines.join("\n"));
        let options = ReadOptions::new(country("PH"), &[]);
        let (format, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
        assert_adds_up(format.lines, rows.rows.len(), &text);
    }
}
