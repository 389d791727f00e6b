//! The character encodings that a text file may be in.

use encoding_rs::{Decoder, Encoding};
use localization::Message;
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850};

use crate::messages::formats;

/// A character encoding: one of the WHATWG encoding standard, or one that no browser reads but spreadsheets write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextEncoding(Coding);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coding {
    Web(&'static Encoding),
    Dos(DosPage),
    /// UTF-32, in which order of bytes.
    Utf32 {
        is_big_endian: bool,
    },
}

/// The code pages in which Excel writes “CSV (MS-DOS)”.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DosPage {
    /// Western Europe and Latin America.
    Page850,
    /// The United States.
    Page437,
}

impl DosPage {
    fn table(self) -> &'static [char; 128] {
        match self {
            DosPage::Page850 => &DECODING_TABLE_CP850,
            DosPage::Page437 => &DECODING_TABLE_CP437,
        }
    }
}

/// The encodings to choose from, the most common first.
const TO_CHOOSE: [&str; 23] = [
    "utf-8",
    "windows-1252",
    "macintosh",
    "ibm850",
    "ibm437",
    "utf-16le",
    "utf-16be",
    "utf-32le",
    "utf-32be",
    "gb18030",
    "big5",
    "shift_jis",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "windows-874",
    "euc-kr",
    "euc-jp",
];

/// The name of an encoding, and what people know it by.
type Label = (&'static str, fn() -> Message);

/// What people call the encodings: by the languages that are written in them, or by who writes them.
const LABELS: [Label; 23] = [
    ("utf-8", formats::all_languages),
    ("windows-1252", formats::western_european),
    ("macintosh", formats::western_european_mac),
    ("ibm850", formats::western_european_dos),
    ("ibm437", formats::american_dos),
    ("utf-16le", formats::all_languages_excel),
    ("utf-16be", formats::all_languages_unicode),
    ("utf-32le", formats::all_languages_unicode),
    ("utf-32be", formats::all_languages_unicode),
    ("gb18030", formats::chinese_simplified),
    ("big5", formats::chinese_traditional),
    ("shift_jis", formats::japanese),
    ("windows-1250", formats::central_european),
    ("windows-1251", formats::cyrillic),
    ("windows-1253", formats::greek),
    ("windows-1254", formats::turkish),
    ("windows-1255", formats::hebrew),
    ("windows-1256", formats::arabic),
    ("windows-1257", formats::baltic),
    ("windows-1258", formats::vietnamese),
    ("windows-874", formats::thai),
    ("euc-kr", formats::korean),
    ("euc-jp", formats::japanese_unix),
];

impl TextEncoding {
    pub(super) const UTF_8: TextEncoding = TextEncoding(Coding::Web(encoding_rs::UTF_8));
    pub(super) const UTF_16LE: TextEncoding = TextEncoding(Coding::Web(encoding_rs::UTF_16LE));
    pub(super) const UTF_16BE: TextEncoding = TextEncoding(Coding::Web(encoding_rs::UTF_16BE));
    pub(super) const UTF_32LE: TextEncoding = TextEncoding(Coding::Utf32 {
        is_big_endian: false,
    });
    pub(super) const UTF_32BE: TextEncoding = TextEncoding(Coding::Utf32 {
        is_big_endian: true,
    });
    pub(super) const MACINTOSH: TextEncoding = TextEncoding(Coding::Web(encoding_rs::MACINTOSH));
    pub(super) const DOS_850: TextEncoding = TextEncoding(Coding::Dos(DosPage::Page850));
    pub(super) const DOS_437: TextEncoding = TextEncoding(Coding::Dos(DosPage::Page437));

    pub(super) const fn web(encoding: &'static Encoding) -> TextEncoding {
        TextEncoding(Coding::Web(encoding))
    }

    /// The encodings to choose from, the most common first.
    pub fn all() -> impl Iterator<Item = TextEncoding> {
        TO_CHOOSE.into_iter().filter_map(TextEncoding::named)
    }

    /// The encoding that goes by this name or label in the WHATWG standard, or by its name at IANA, in either case.
    pub fn named(label: &str) -> Option<TextEncoding> {
        match label.trim().to_ascii_lowercase().as_str() {
            "ibm850" | "cp850" | "850" => Some(TextEncoding::DOS_850),
            "ibm437" | "cp437" | "437" => Some(TextEncoding::DOS_437),
            "utf-32le" => Some(TextEncoding::UTF_32LE),
            "utf-32be" => Some(TextEncoding::UTF_32BE),
            _ => Encoding::for_label_no_replacement(label.as_bytes()).map(TextEncoding::web),
        }
    }

    /// The encoding that the mark at the beginning of a text tells.
    pub(super) fn of_mark(start: &[u8]) -> Option<TextEncoding> {
        // The mark of UTF-32LE begins with that of UTF-16LE.
        if start.starts_with(b"\xFF\xFE\0\0") {
            Some(TextEncoding::UTF_32LE)
        } else if start.starts_with(b"\0\0\xFE\xFF") {
            Some(TextEncoding::UTF_32BE)
        } else {
            Encoding::for_bom(start).map(|(encoding, _)| TextEncoding::web(encoding))
        }
    }

    /// Its name in lower case: in the WHATWG standard, or at IANA.
    pub fn name(self) -> String {
        match self.0 {
            Coding::Web(encoding) => encoding.name().to_ascii_lowercase(),
            Coding::Dos(DosPage::Page850) => "ibm850".to_owned(),
            Coding::Dos(DosPage::Page437) => "ibm437".to_owned(),
            Coding::Utf32 { is_big_endian } => if is_big_endian {
                "utf-32be"
            } else {
                "utf-32le"
            }
            .to_owned(),
        }
    }

    /// What people call it: the languages that are written in it, or who writes it.
    pub fn message(self) -> Message {
        let name = self.name();
        match LABELS.iter().find(|(known, _)| *known == name) {
            Some((_, languages)) => formats::encoding(languages(), name),
            None => Message::verbatim(name),
        }
    }

    /// Whether each byte is a letter by itself.
    pub(super) fn is_single_byte(self) -> bool {
        match self.0 {
            Coding::Web(encoding) => encoding.is_single_byte(),
            Coding::Dos(_) => true,
            Coding::Utf32 { .. } => false,
        }
    }

    /// Whether a line's end and a delimiter are the bytes that they are in ASCII.
    pub(super) fn is_like_ascii(self) -> bool {
        match self.0 {
            Coding::Web(encoding) => encoding.is_ascii_compatible(),
            Coding::Dos(_) => true,
            Coding::Utf32 { .. } => false,
        }
    }

    /// The text, without its mark, and whether some of the bytes were none in this encoding.
    pub(super) fn decode(self, bytes: &[u8]) -> (String, bool) {
        if let Coding::Web(encoding) = self.0 {
            let (text, had_problems) = encoding.decode_with_bom_removal(bytes);
            return (text.into_owned(), had_problems);
        }
        let mut text = vec![0; 4 * bytes.len() + 4];
        let (_, written, _) = self.new_decoder().decode(bytes, &mut text, true);
        text.truncate(written);
        let text = String::from_utf8(text).unwrap_or_default();
        let had_problems = text.contains(char::REPLACEMENT_CHARACTER);
        (text, had_problems)
    }

    pub(super) fn new_decoder(self) -> AnyDecoder {
        match self.0 {
            Coding::Web(encoding) => AnyDecoder::Web(encoding.new_decoder_with_bom_removal()),
            Coding::Dos(page) => AnyDecoder::Dos(page.table()),
            Coding::Utf32 { is_big_endian } => AnyDecoder::Utf32 {
                is_big_endian,
                is_begun: false,
            },
        }
    }
}

/// Turns bytes into UTF-8, piece by piece.
pub(super) enum AnyDecoder {
    Web(Decoder),
    Dos(&'static [char; 128]),
    Utf32 { is_big_endian: bool, is_begun: bool },
}

impl AnyDecoder {
    /// How many bytes were read and written, and whether it is done with all of them. What is left over is to come again with
    /// what follows it.
    pub fn decode(&mut self, bytes: &[u8], text: &mut [u8], is_last: bool) -> (usize, usize, bool) {
        match self {
            AnyDecoder::Web(decoder) => {
                let (result, read, written, _) = decoder.decode_to_utf8(bytes, text, is_last);
                (
                    read,
                    written,
                    result == encoding_rs::CoderResult::InputEmpty,
                )
            }
            AnyDecoder::Dos(table) => put_all(bytes.chunks(1), text, |byte| match byte {
                [byte] => dos_character(table, *byte),
                _ => char::REPLACEMENT_CHARACTER,
            }),
            AnyDecoder::Utf32 {
                is_big_endian,
                is_begun,
            } => {
                let whole = if is_last {
                    bytes.len()
                } else {
                    bytes.len() - bytes.len() % 4
                };
                let mark = if *is_big_endian {
                    b"\0\0\xFE\xFF"
                } else {
                    b"\xFF\xFE\0\0"
                };
                let skipped = if !*is_begun && bytes.starts_with(mark) {
                    4
                } else {
                    0
                };
                *is_begun |= whole > 0;
                let from = skipped.min(whole);
                let (read, written, is_done) =
                    put_all(bytes[from..whole].chunks(4), text, |four| {
                        utf_32_character(four, *is_big_endian)
                    });
                (from + read, written, is_done)
            }
        }
    }
}

fn dos_character(table: &[char; 128], byte: u8) -> char {
    match byte.checked_sub(128) {
        Some(place) => table[usize::from(place)],
        None => char::from(byte),
    }
}

fn utf_32_character(bytes: &[u8], is_big_endian: bool) -> char {
    let Ok(four) = <[u8; 4]>::try_from(bytes) else {
        return char::REPLACEMENT_CHARACTER;
    };
    let code = if is_big_endian {
        u32::from_be_bytes(four)
    } else {
        u32::from_le_bytes(four)
    };
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Writes a character for each chunk, as long as there is room for any.
fn put_all<'b>(
    chunks: impl Iterator<Item = &'b [u8]>,
    text: &mut [u8],
    character: impl Fn(&'b [u8]) -> char,
) -> (usize, usize, bool) {
    let (mut read, mut written) = (0, 0);
    for chunk in chunks {
        if text.len() - written < 4 {
            return (read, written, false);
        }
        let character = character(chunk);
        written += character.encode_utf8(&mut text[written..]).len();
        read += chunk.len();
    }
    (read, written, true)
}
