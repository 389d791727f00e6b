//! The character encoding of a text file: by its byte order mark, else by what its bytes look like.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, SHIFT_JIS, WINDOWS_1252};

use super::delimiter::{self, Layout};
use super::letters;
use super::previews::{self, EncodingPreview};
use super::text_encoding::TextEncoding;
use super::{ReadOptions, SheetError};

/// How much of a file is looked at to tell its encoding, once it is known not to be UTF-8.
const LOOKED_AT: u64 = 4 * 1024 * 1024;

/// Zeros further below tell nothing of the encoding: some program put them into its text.
const SEARCHED_FOR_ZEROS: usize = 4096;

/// A file's encoding, and how its beginning is laid out in it.
pub(super) struct Understood {
    pub encoding: TextEncoding,
    pub layout: Layout,
    /// How it reads in other encodings, where this one was guessed.
    pub previews: Vec<EncodingPreview>,
}

/// Finds the encoding of a text file that begins so.
///
/// # Errors
/// [`SheetError::NotASheet`] when the bytes are no text.
pub(super) fn understand(
    file: &mut File,
    start: &[u8],
    options: &ReadOptions<'_>,
) -> Result<Understood, SheetError> {
    let Found {
        encoding,
        guessed_at,
    } = find(file, start, options)?;
    let (text, _) = encoding.decode(start);
    // Nothing but text begins with the mark of UTF-8; rows to fix may hold as many control characters as they like.
    if !start.starts_with(b"\xEF\xBB\xBF") && is_binary(&text) {
        return Err(SheetError::NotASheet);
    }
    let layout = delimiter::layout(&text, options);
    let Some(at) = guessed_at else {
        return Ok(Understood {
            encoding,
            layout,
            previews: Vec::new(),
        });
    };
    let better = (options.encoding.is_none() && !layout.heading.is_named)
        .then(|| better_guess(start, options))
        .flatten();
    let (encoding, layout) = better.unwrap_or((encoding, layout));
    Ok(Understood {
        encoding,
        layout,
        previews: previews::of(&lines_around(file, at)?, encoding),
    })
}

/// The encoding of a text, and where the first byte stands that made it a guess.
pub(super) struct Found {
    pub encoding: TextEncoding,
    pub guessed_at: Option<u64>,
}

/// The encoding that was chosen, that the mark tells, or that the bytes look like.
///
/// # Errors
/// [`SheetError::NotASheet`] when the bytes are no text.
pub(super) fn find(
    file: &mut File,
    start: &[u8],
    options: &ReadOptions<'_>,
) -> Result<Found, SheetError> {
    if let Some(encoding) = options.encoding {
        // Whoever chose once may choose again.
        let guessed_at = if encoding.is_like_ascii() {
            first_byte_that_is_not_utf_8(file)?
        } else {
            None
        };
        return Ok(Found {
            encoding,
            guessed_at,
        });
    }
    if let Some(encoding) = TextEncoding::of_mark(start).or_else(|| without_mark(start)) {
        return Ok(Found {
            encoding,
            guessed_at: None,
        });
    }
    let zeros = start.iter().filter(|byte| **byte == 0).count();
    if 2 * zeros > start.len() {
        return Err(SheetError::NotASheet);
    }
    match first_byte_that_is_not_utf_8(file)? {
        None => Ok(Found {
            encoding: TextEncoding::UTF_8,
            guessed_at: None,
        }),
        Some(at) => guess(file, at, options),
    }
}

/// Latin text in UTF-16 has a zero in every other byte, and even Chinese has them at the ends of cells and lines; in UTF-32 each
/// character has at least one. A few zeros in plain text are nothing of the kind.
pub(super) fn without_mark(start: &[u8]) -> Option<TextEncoding> {
    let looked_at = &start[..start.len().min(SEARCHED_FOR_ZEROS)];
    let mut zeros = [0_usize; 4];
    for (place, byte) in looked_at.iter().enumerate() {
        zeros[place % 4] += usize::from(*byte == 0);
    }
    let all: usize = zeros.iter().sum();
    if all == 0 || (4 * all < looked_at.len() && is_utf_8_without_zeros(looked_at)) {
        return None;
    }
    let quarter = looked_at.len() / 4;
    let most = quarter - quarter / 10;
    if zeros[3] >= quarter && zeros[2] >= most && quarter > 0 {
        return Some(TextEncoding::UTF_32LE);
    }
    if zeros[0] >= quarter && zeros[1] >= most && quarter > 0 {
        return Some(TextEncoding::UTF_32BE);
    }
    // A few are found in the other half too: in UTF-16LE the letter 一 is written with one.
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
    let encoding = if even < odd {
        TextEncoding::UTF_16LE
    } else {
        TextEncoding::UTF_16BE
    };
    // The beginning of a long file is cut after an even number of bytes: half a pair is no sign of another encoding.
    let (text, _) = encoding.decode(start);
    let unreadable = text
        .chars()
        .filter(|character| *character == char::REPLACEMENT_CHARACTER)
        .count();
    (unreadable <= 1 && !is_binary(&text)).then_some(encoding)
}

fn is_utf_8_without_zeros(bytes: &[u8]) -> bool {
    let bytes: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    // A character may be cut at the end.
    std::str::from_utf8(&bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// The lines around a place in the file.
fn lines_around(file: &mut File, at: u64) -> Result<Vec<u8>, SheetError> {
    const AROUND: u64 = 32 * 1024;
    let from = at.saturating_sub(AROUND / 2);
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.by_ref().take(AROUND).read_to_end(&mut bytes)?;
    let first = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
    match first.filter(|_| from > 0) {
        Some(end) => Ok(bytes.split_off(end)),
        None => Ok(bytes),
    }
}

/// Text has few control characters besides the ends of lines. Zeros are dropped where they stand in text.
fn is_binary(text: &str) -> bool {
    let controls = text
        .chars()
        .filter(|character| {
            character.is_ascii_control() && !"\0\t\n\r\u{b}\u{c}\u{1a}".contains(*character)
        })
        .count();
    controls * 200 > text.len()
}

/// `None` when the whole file is UTF-8, as plain ASCII is.
fn first_byte_that_is_not_utf_8(file: &mut File) -> Result<Option<u64>, SheetError> {
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

/// The likeliest encoding of a text that is no UTF-8 from that byte on.
fn guess(
    file: &mut File,
    not_utf_8_at: u64,
    options: &ReadOptions<'_>,
) -> Result<Found, SheetError> {
    let from = not_utf_8_at.saturating_sub(LOOKED_AT / 4);
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.by_ref().take(LOOKED_AT).read_to_end(&mut bytes)?;
    if is_damaged_utf_8(&bytes) {
        return Ok(Found {
            encoding: TextEncoding::UTF_8,
            guessed_at: None,
        });
    }
    let country = options.country.as_str().to_ascii_lowercase();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let guess = detector.guess(Some(country.as_bytes()), Utf8Detection::Deny);
    let guess = TextEncoding::web(widest(guess));
    let encoding = if guess.is_single_byte() {
        letters::likelier(&bytes, guess, options.country)
    } else {
        guess
    };
    Ok(Found {
        encoding,
        guessed_at: Some(not_utf_8_at),
    })
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
fn better_guess(start: &[u8], options: &ReadOptions<'_>) -> Option<(TextEncoding, Layout)> {
    // The beginning of a long file may end within a character; in none of these does a line's end stand in one.
    let last_line_end = start.iter().rposition(|byte| *byte == b'\n');
    let start = &start[..last_line_end.unwrap_or(start.len())];
    let web = [GB18030, BIG5, SHIFT_JIS, WINDOWS_1252].map(TextEncoding::web);
    let others = [TextEncoding::MACINTOSH, TextEncoding::DOS_850];
    web.into_iter().chain(others).find_map(|encoding| {
        let (text, had_problems) = encoding.decode(start);
        let layout = delimiter::layout(&text, options);
        (!had_problems && layout.heading.is_named).then_some((encoding, layout))
    })
}
