//! Encodings that spreadsheets write and browsers do not read.

use sheets::{ReadOptions, SheetFormat, TextEncoding};

use super::{Rows, country, encoding, read_with};
use crate::files::file;

/// The text in an encoding of one byte a letter that knows these letters.
fn in_bytes(text: &str, letters: &[(char, u8)]) -> Vec<u8> {
    text.chars()
        .map(|character| match u8::try_from(character) {
            Ok(byte) if byte.is_ascii() => byte,
            _ => {
                letters
                    .iter()
                    .find(|(letter, _)| *letter == character)
                    .unwrap()
                    .1
            }
        })
        .collect()
}

const MAC: &[(char, u8)] = &[
    ('á', 0x87),
    ('é', 0x8E),
    ('í', 0x92),
    ('ñ', 0x96),
    ('ó', 0x97),
    ('ú', 0x9C),
    ('Í', 0xEA),
    ('ã', 0x8B),
    ('ç', 0x8D),
];
const DOS: &[(char, u8)] = &[
    ('á', 0xA0),
    ('é', 0x82),
    ('í', 0xA1),
    ('ñ', 0xA4),
    ('ó', 0xA2),
    ('ú', 0xA3),
    ('Í', 0xD6),
    ('ã', 0xC6),
    ('ç', 0x87),
];

const MEXICAN: &str = "Nombre,Celular,Ciudad\r\nMaría Muñoz,5512345601,León\r\n\
    José Peña,5512345602,Mérida\r\nÍñigo Núñez,5512345603,Querétaro\r\n\
    Sofía Ibáñez,5512345604,San Luis Potosí\r\n";
const BRAZILIAN: &str = "Nome;Celular;Cidade\r\nJoão Conceição;11987654321;São Paulo\r\n\
    José Araújo;11987654322;Goiânia\r\n";

fn read_in(bytes: &[u8], code: &str) -> (SheetFormat, Rows) {
    let options = ReadOptions::new(country(code), &[]);
    read_with(file("list.csv", bytes), &options).unwrap()
}

#[test]
fn the_encodings_of_excel_for_mac_and_of_ms_dos_are_found() {
    let brazilian = BRAZILIAN.replace('â', "a");
    for (text, code) in [(MEXICAN, "MX"), (&brazilian, "BR")] {
        for (letters, name) in [(MAC, "macintosh"), (DOS, "ibm850")] {
            let (format, rows) = read_in(&in_bytes(text, letters), code);
            assert_eq!(format.encoding.as_deref(), Some(name), "{code}");
            let expected: Vec<Vec<&str>> = text
                .lines()
                .skip(1)
                .map(|line| line.split([',', ';']).collect())
                .collect();
            assert_eq!(rows.cells(), expected);
            assert!(format.was_guessed());
        }
    }
}

#[test]
fn a_guess_shows_how_lines_read_in_other_encodings() {
    let (format, _) = read_in(&in_bytes(MEXICAN, MAC), "MX");
    let line = |name: &str| {
        let preview = format
            .previews
            .iter()
            .find(|preview| preview.encoding == name);
        preview.map(|preview| preview.lines[0].as_str())
    };
    assert_eq!(format.previews[0].encoding, "macintosh");
    assert_eq!(line("macintosh"), Some("María Muñoz,5512345601,León"));
    assert_eq!(line("windows-1252"), Some("Mar’a Mu–oz,5512345601,Le—n"));
    assert_eq!(line("ibm850"), Some("MarÆa Muûoz,5512345601,Leùn"));
    assert!(
        format
            .previews
            .iter()
            .all(|preview| preview.lines.len() == 3)
    );
    // Those that read the same are shown once, and those in which it is no text are not.
    let all: std::collections::HashSet<_> = format
        .previews
        .iter()
        .map(|preview| &preview.lines)
        .collect();
    assert_eq!(all.len(), format.previews.len());
    assert_eq!(line("utf-8"), None);
    assert!(read_in(MEXICAN.as_bytes(), "MX").0.previews.is_empty());
}

#[test]
fn a_chosen_encoding_may_be_chosen_again() {
    let upload = || file("list.csv", &in_bytes(MEXICAN, DOS));
    let mut options = ReadOptions::new(country("MX"), &[]);
    for name in ["ibm437", "macintosh", "windows-1252"] {
        options.encoding = Some(encoding(name));
        let (format, _) = read_with(upload(), &options).unwrap();
        assert_eq!(format.encoding.as_deref(), Some(name));
        assert_eq!(format.previews[0].encoding, name);
        assert!(format.previews.len() > 3);
    }
}

#[test]
fn text_that_ends_within_a_character_is_read_to_its_end() {
    for name in ["utf-32le", "utf-32be"] {
        let mut bytes = super::encoded("Phone,Name\n+62812335088,王", name);
        bytes.extend_from_slice(&[0, 0]);
        let mut options = ReadOptions::new(country("ID"), &[]);
        options.encoding = TextEncoding::named(name);
        let (_, rows) = read_with(file("list.csv", &bytes), &options).unwrap();
        assert_eq!(rows.cells(), [["+62812335088", "王\u{fffd}"]]);
    }
}
