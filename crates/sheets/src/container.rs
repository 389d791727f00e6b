//! What kind of file the first bytes tell.

use super::encoding;
use super::text_encoding::TextEncoding;
use super::{SheetError, compound, shortcut};

/// What kind of file it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Compound,
    /// A web page that holds a table.
    Html,
    /// The XML of Excel 2003.
    Xml2003,
    Text,
    /// Nothing that holds leads, or holds them so that they cannot be read.
    Refused(SheetError),
}

impl Container {
    /// Of a file that begins so.
    pub fn of(start: &[u8]) -> Container {
        // A zip archive's first local header (APPNOTE.TXT 4.3.7).
        if start.starts_with(b"PK\x03\x04") {
            return Container::Zip;
        }
        if start.starts_with(&compound::MAGIC) {
            return Container::Compound;
        }
        if let Some(error) = binary(start) {
            return Container::Refused(error);
        }
        if shortcut::is_google(start) {
            return Container::Refused(SheetError::GoogleShortcut);
        }
        of_text(&readable(start))
    }
}

/// What has a signature of bytes (IANA media types; Wikipedia, List of file signatures).
fn binary(start: &[u8]) -> Option<SheetError> {
    let begins = |signature: &[u8]| start.starts_with(signature);
    let at = |from: usize, signature: &[u8]| {
        start
            .get(from..)
            .is_some_and(|rest| rest.starts_with(signature))
    };
    let is_picture = begins(b"\x89PNG\r\n")
        || begins(b"\xFF\xD8\xFF")
        || begins(b"GIF87a")
        || begins(b"GIF89a")
        || (begins(b"RIFF") && at(8, b"WEBP"))
        // The two reserved words of a bitmap are zero.
        || (begins(b"BM") && at(6, b"\0\0\0\0"))
        || begins(b"II*\0")
        || begins(b"MM\0*")
        || (at(4, b"ftyp")
            && [&b"heic"[..], b"heix", b"hevc", b"heif", b"mif1", b"msf1", b"avif"]
                .into_iter()
                .any(|brand| at(8, brand)));
    let is_packed = begins(b"\x1F\x8B")
        || begins(b"Rar!\x1A\x07")
        || begins(b"7z\xBC\xAF\x27\x1C")
        || begins(b"BZh91AY&SY")
        || begins(b"\xFD7zXZ\0")
        || begins(b"\x28\xB5\x2F\xFD");
    // PDF may begin with anything of up to 1024 bytes (ISO 32000-1, implementation note 13).
    let is_pdf = memchr::memmem::find(&start[..start.len().min(1024)], b"%PDF-").is_some();
    if is_picture {
        Some(SheetError::Picture)
    } else if is_packed {
        Some(SheetError::Packed)
    } else if is_pdf {
        Some(SheetError::Pdf)
    } else {
        other_format(start)
    }
}

/// What spreadsheets and databases write for programs (Microsoft, SYLK; Lotus, DIF; Apache Parquet; SQLite, Database File
/// Format, 1.3).
fn other_format(start: &[u8]) -> Option<SheetError> {
    let begins = |signature: &[u8]| start.starts_with(signature);
    // A list may begin with the headers ID and Phone, between semicolons: the records of SYLK tell.
    let second = start.split(|byte| *byte == b'\n').nth(1);
    let is_sylk = begins(b"ID;P")
        && second.is_some_and(|line| {
            let records = [&b"P;"[..], b"B;", b"C;", b"F;", b"O;", b"NN;"];
            records.iter().any(|record| line.starts_with(record))
        });
    let kind = if is_sylk {
        "SYLK (.slk)"
    } else if begins(b"TABLE\r\n0,1") || begins(b"TABLE\n0,1") {
        "DIF (.dif)"
    } else if begins(b"PAR1") {
        "Parquet"
    } else if begins(b"SQLite format 3\0") {
        "SQLite database"
    } else {
        return None;
    };
    let kind = kind.to_owned();
    Some(SheetError::OtherFormat { kind })
}

/// The beginning of a text as far as markup goes, which is ASCII in every encoding.
fn readable(start: &[u8]) -> String {
    let encoding = TextEncoding::of_mark(start).or_else(|| encoding::without_mark(start));
    match encoding {
        Some(encoding) => encoding.decode(start).0,
        None => String::from_utf8_lossy(start).into_owned(),
    }
}

/// How long the words may be that a program says before a table.
const SAID_BEFORE: usize = 4096;

fn of_text(text: &str) -> Container {
    let text = text.trim_start_matches(|character: char| {
        character.is_whitespace() || character == '\u{feff}' || character == '\0'
    });
    let lower = text.to_ascii_lowercase();
    let begins = |word: &str| lower.starts_with(word);
    let has = |word: &str| lower.contains(word);
    if begins("{\\rtf") {
        return Container::Refused(SheetError::Document);
    }
    if begins("begin:vcard") {
        return Container::Refused(SheetError::VCard);
    }
    let head = lower.get(..floor(&lower, SAID_BEFORE)).unwrap_or_default();
    if head.contains("mime-version:") && head.contains("multipart/related") {
        return Container::Refused(SheetError::WebArchive);
    }
    if begins("[internetshortcut]") {
        return Container::Refused(SheetError::Shortcut);
    }
    if is_json(text) {
        return Container::Refused(SheetError::Json);
    }
    if has("urn:schemas-microsoft-com:office:spreadsheet") && begins("<") && has("<workbook")
        || has("urn:schemas-microsoft-com:office:spreadsheet") && begins("<") && has(":workbook")
    {
        return Container::Xml2003;
    }
    if begins("<?xml") && !has("<html") && !has("<table") {
        return Container::Refused(SheetError::WebPage);
    }
    // A program's notice may stand above delimited text too.
    let is_notice = ["<br", "<b>"].into_iter().any(begins);
    if is_notice && !has("<table") && !has("<html") {
        return Container::Text;
    }
    if is_markup(&lower) || table_stands_below_words(head) {
        return Container::Html;
    }
    Container::Text
}

/// JSON begins with an object or a list; a cell in brackets goes on otherwise.
fn is_json(text: &str) -> bool {
    let mut inner = text.chars().filter(|character| !character.is_whitespace());
    match (inner.next(), inner.next()) {
        (Some('{'), Some('"' | '}')) => true,
        (Some('['), Some('{' | '[')) => true,
        (Some('['), Some('"')) => {
            text.trim_end().ends_with([']', ',', '"']) && text.contains("\",")
        }
        _ => false,
    }
}

/// Elements that the files begin with which programs write as tables for spreadsheets.
const MARKUP: &[&str] = &[
    "!doctype html",
    "!--",
    "![",
    "html",
    "head",
    "meta",
    "title",
    "style",
    "link",
    "script",
    "body",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "div",
    "span",
    "center",
    "font",
    "form",
    "input",
    "br",
    "hr",
    "b",
    "i",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "img",
    "pre",
    "section",
    "article",
    "main",
    "?xml",
];

fn is_markup(lower: &str) -> bool {
    let Some(inside) = lower.strip_prefix('<') else {
        return false;
    };
    MARKUP.iter().any(|name| {
        inside.strip_prefix(name).is_some_and(|rest| {
            let next = rest.chars().next().unwrap_or(' ');
            *name == "!--" || *name == "![" || !next.is_ascii_alphanumeric()
        })
    })
}

/// A program's warnings may stand above the page that it writes: a table begins a line below them.
fn table_stands_below_words(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim_start);
    lines.any(|line| {
        ["<table", "<html", "<!doctype html"]
            .into_iter()
            .any(|tag| line.starts_with(tag))
    })
}

/// The longest beginning that ends with a character.
fn floor(text: &str, most: usize) -> usize {
    (0..=most.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or(0)
}
