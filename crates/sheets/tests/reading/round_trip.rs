//! A table written as text reads back to the same cells.

use proptest::prelude::*;
use sheets::ReadOptions;

use super::{country, encoded, encoding as named, read_with};
use crate::files::file;

/// Cells that try a reader: delimiters, quotation marks, line ends, letters of every script.
fn cell() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(",".to_owned()),
        Just(";".to_owned()),
        Just("\t".to_owned()),
        Just("|".to_owned()),
        Just("\"".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\r".to_owned()),
        Just(" ".to_owned()),
        "[a-zA-Z0-9=+@-]{1,6}",
        "[áéíóúñçüß]{1,4}",
        "[一-龥]{1,3}",
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

/// Tables whose rows are not blank, below headers that are those of leads.
fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1..6_usize).prop_flat_map(|columns| {
        let row = (
            "[A-Z][a-z]{1,8}",
            proptest::collection::vec(cell(), columns),
        )
            .prop_map(|(first, rest)| std::iter::once(first).chain(rest).collect());
        proptest::collection::vec(row, 1..30)
    })
}

fn written(table: &[Vec<String>], delimiter: char, line_end: &str) -> String {
    let mut text = String::new();
    for row in table {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| {
                let needs_quotes = cell.contains([delimiter, '"', '\n', '\r']);
                if needs_quotes {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    cell.clone()
                }
            })
            .collect();
        text.push_str(&cells.join(&delimiter.to_string()));
        text.push_str(line_end);
    }
    text
}

fn only_latin(table: &mut [Vec<String>]) {
    for cell in table.iter_mut().flatten() {
        *cell = cell.replace(|character| character > 'ÿ', "x");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_reads_back_to_the_same_cells(
        table in table(),
        delimiter in prop_oneof![Just(','), Just(';'), Just('\t'), Just('|')],
        line_end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        encoding in prop_oneof![
            Just("utf-8"), Just("utf-16le"), Just("utf-16be"), Just("windows-1252"), Just("gb18030"),
        ],
        has_mark in any::<bool>(),
    ) {
        let mut whole = vec![vec!["Phone".to_owned(); table[0].len()]];
        whole.extend(table);
        if encoding == "windows-1252" {
            only_latin(&mut whole);
        }
        let is_unicode = encoding.starts_with("utf-");
        let mark = if has_mark && is_unicode { "\u{feff}" } else { "" };
        let text = format!("{mark}{}", written(&whole, delimiter, line_end));
        let mut options = ReadOptions::new(country("ID"), &[]);
        // A few letters at random are no text of any language: then somebody has to say what they are.
        options.encoding = (!is_unicode).then(|| named(encoding));
        let upload = file("table.csv", &encoded(&text, encoding));
        let (format, rows) = read_with(upload, &options).unwrap();
        prop_assert_eq!(format.delimiter, Some(delimiter));
        prop_assert_eq!(format.encoding.as_deref(), Some(encoding));
        prop_assert_eq!(&rows.headers, &whole[0]);
        let cells: Vec<Vec<String>> = rows.rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(cells, &whole[1..]);
    }
}
