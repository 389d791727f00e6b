//! The character encoding of a text file: by its byte order mark, else by what its bytes look like.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252,
};

use super::delimiter::{self, Layout};
use super::{ReadOptions, SheetFault};

/// How much of a file is looked at to tell its encoding, once it is known not to be UTF-8.
const LOOKED_AT: u64 = 4 * 1024 * 1024;

/// Zeros further below do not make a file binary or UTF-16: some program put them into its text.
const SEARCHED_FOR_ZEROS: usize = 4096;

/// A character encoding of the WHATWG encoding standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextEncoding(pub(super) &'static Encoding);

impl TextEncoding {
    /// The encodings to choose from, the most common first.
    pub fn all() -> impl Iterator<Item = TextEncoding> {
        [
            "utf-8",
            "windows-1252",
            "utf-16le",
            "utf-16be",
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
        ]
        .into_iter()
        .filter_map(TextEncoding::named)
    }

    /// The encoding that goes by this name or label in the standard, in either case.
    pub fn named(label: &str) -> Option<TextEncoding> {
        Encoding::for_label_no_replacement(label.as_bytes()).map(TextEncoding)
    }

    /// Its name in the standard, in lower case.
    pub fn name(self) -> String {
        self.0.name().to_ascii_lowercase()
    }

    fn decode(self, bytes: &[u8]) -> (String, bool) {
        let (text, had_faults) = self.0.decode_with_bom_removal(bytes);
        (text.into_owned(), had_faults)
    }
}

/// A file's encoding, and how its beginning is laid out in it.
pub(super) struct Understood {
    pub encoding: TextEncoding,
    pub layout: Layout,
}

/// Finds the encoding of a text file that begins so.
///
/// # Errors
/// [`SheetFault::NotASheet`] when the bytes are no text.
pub(super) fn understand(
    file: &mut File,
    start: &[u8],
    options: &ReadOptions<'_>,
) -> Result<Understood, SheetFault> {
    let certain = options
        .encoding
        .or_else(|| Encoding::for_bom(start).map(|(encoding, _)| TextEncoding(encoding)));
    let (encoding, guessed) = match certain {
        Some(encoding) => (encoding, false),
        None if start[..start.len().min(SEARCHED_FOR_ZEROS)].contains(&0) => {
            (utf_16_without_mark(start)?, false)
        }
        None => match first_byte_that_is_not_utf_8(file)? {
            None => (TextEncoding(UTF_8), false),
            Some(at) => guess(file, at, options)?,
        },
    };
    let (text, _) = encoding.decode(start);
    // Nothing but text begins with the mark of UTF-8; rows to mend may hold as many control characters as they like.
    if !start.starts_with(b"\xEF\xBB\xBF") && is_binary(&text) {
        return Err(SheetFault::NotASheet);
    }
    let understood = Understood {
        encoding,
        layout: delimiter::layout(&text, options),
    };
    if guessed && !understood.layout.heading.is_named {
        return Ok(better_guess(start, options).unwrap_or(understood));
    }
    Ok(understood)
}

/// Latin text in UTF-16 has a zero in every other byte, and even Chinese has them at the ends of cells and lines.
fn utf_16_without_mark(start: &[u8]) -> Result<TextEncoding, SheetFault> {
    let zeros = |offset: usize| {
        start
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    // A few are found in the other half too: in UTF-16LE the letter 一 is written with one.
    let encoding = if zeros(0) < zeros(1) {
        UTF_16LE
    } else {
        UTF_16BE
    };
    // The beginning of a long file is cut after an even number of bytes: half a pair is no sign of another encoding.
    let (text, _) = encoding.decode_without_bom_handling(start);
    let unreadable = text
        .chars()
        .filter(|character| *character == char::REPLACEMENT_CHARACTER)
        .count();
    if unreadable > 1 {
        return Err(SheetFault::NotASheet);
    }
    Ok(TextEncoding(encoding))
}

/// Text has few control characters besides the ends of lines.
fn is_binary(text: &str) -> bool {
    let controls = text
        .chars()
        .filter(|character| {
            character.is_ascii_control() && !"\t\n\r\u{b}\u{c}\u{1a}".contains(*character)
        })
        .count();
    controls * 200 > text.len()
}

/// `None` when the whole file is UTF-8, as plain ASCII is.
fn first_byte_that_is_not_utf_8(file: &mut File) -> Result<Option<u64>, SheetFault> {
    file.seek(SeekFrom::Start(0))?;
    let mut buffer = vec![0; 1 << 16];
    let (mut kept, mut before) = (0, 0_u64);
    loop {
        let read = file.read(&mut buffer[kept..])?;
        let filled = kept + read;
        let (valid, is_whole) = match std::str::from_utf8(&buffer[..filled]) {
            Ok(_) => (filled, true),
            // A character cut in two by the buffer's end goes on in the next one.
            Err(error) => (error.valid_up_to(), error.error_len().is_none() && read > 0),
        };
        before += valid as u64;
        if !is_whole {
            return Ok(Some(before));
        }
        if read == 0 {
            return Ok(None);
        }
        buffer.copy_within(valid..filled, 0);
        kept = filled - valid;
    }
}

/// The likeliest encoding, and whether it is a guess.
fn guess(
    file: &mut File,
    not_utf_8_at: u64,
    options: &ReadOptions<'_>,
) -> Result<(TextEncoding, bool), SheetFault> {
    let from = not_utf_8_at.saturating_sub(LOOKED_AT / 4);
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.by_ref().take(LOOKED_AT).read_to_end(&mut bytes)?;
    if is_damaged_utf_8(&bytes) {
        return Ok((TextEncoding(UTF_8), false));
    }
    let country = options.country.as_str().to_ascii_lowercase();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let guess = detector.guess(Some(country.as_bytes()), Utf8Detection::Deny);
    Ok((TextEncoding(widest(guess)), true))
}

/// Text of any other encoding is hardly ever UTF-8 by chance; a few stray bytes were pasted into it.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut characters, mut strays) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        characters += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        strays += chunk.invalid().len();
    }
    characters > 20 * strays
}

/// GB 18030 holds all of GBK.
fn widest(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

/// A short file tells little by its bytes: then the encoding is the one in which its headers are those of leads.
fn better_guess(start: &[u8], options: &ReadOptions<'_>) -> Option<Understood> {
    // The beginning of a long file may end within a character; in none of these does a line's end stand in one.
    let last_line_end = start.iter().rposition(|byte| *byte == b'\n');
    let start = &start[..last_line_end.unwrap_or(start.len())];
    [GB18030, BIG5, SHIFT_JIS, WINDOWS_1252]
        .into_iter()
        .map(TextEncoding)
        .find_map(|encoding| {
            let (text, had_faults) = encoding.decode(start);
            let layout = delimiter::layout(&text, options);
            (!had_faults && layout.heading.is_named).then_some(Understood { encoding, layout })
        })
}
