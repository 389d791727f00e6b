//! Letters that were read in the wrong encoding before the file was made.
//!
//! Two ways lead there. UTF-8 is taken for another encoding: each letter becomes two or three characters (`JosÃ©`), and
//! reading them back is certain, since next to nothing else is valid UTF-8. Or one encoding of one byte a letter is taken for
//! another (`Mu¤oz`): that is only told by signs that stand within no word, and read back where a single encoding makes a
//! word of it.

mod code_pages;
mod escapes;
mod signs;

use code_pages::{CODE_PAGES, CodePage, east_asian_bytes, is_start_of_utf_8_in_gbk};
use signs::{Evidence, evidence, is_east_asian, is_letter_of_latin, is_well_formed};

use unicode_normalization::UnicodeNormalization;

use super::text::is_unreadable;
use crate::problem::ProblemKind;

/// Text that was read wrongly, saved, and read wrongly again: more often than this nobody does it.
const MAX_TIMES: usize = 3;

/// What is to be said of letters that look as if they had been read in the wrong encoding, or been lost in one. In a name
/// signs are warned of that other texts may have.
pub(super) fn garbled(text: &str, is_name: bool) -> Option<ProblemKind> {
    let Some(to) = escapes::unescaped(text) else {
        return of_letters(text, is_name);
    };
    match of_letters(&to, is_name) {
        None if !is_unreadable(&to) => {
            let to = super::text::trimmed(&to).to_owned();
            Some(ProblemKind::Garbled { to })
        }
        None => Some(ProblemKind::LettersLost),
        found => found,
    }
}

fn of_letters(text: &str, is_name: bool) -> Option<ProblemKind> {
    let uncertain = || has_lost_letters(text, is_name).then_some(ProblemKind::LettersLost);
    if text.is_ascii() || !is_suspicious(text) {
        return uncertain();
    }
    let undone = undo_all(text);
    let now = undone.as_ref().map_or(text, |undone| &undone.text);
    match (evidence(now, is_name), undone) {
        (_, Some(undone))
            if undone.is_partly_left
                || is_unreadable(&undone.text)
                || has_lost_letters(&undone.text, is_name) =>
        {
            Some(ProblemKind::LettersLost)
        }
        (Evidence::None, Some(undone)) => {
            let to = super::text::trimmed(&undone.text).to_owned();
            Some(ProblemKind::Garbled { to })
        }
        (Evidence::None, None) => uncertain(),
        (_, Some(_)) | (Evidence::Lead, None) => Some(ProblemKind::LettersLost),
        (found, None) => match (reread(text, is_name, found), found) {
            (Some(to), _) => Some(ProblemKind::Garbled { to }),
            (None, Evidence::OnlyIfReadable) => uncertain(),
            (None, _) => Some(ProblemKind::LettersLost),
        },
    }
}

/// Accents that stand apart, as Macs write them in the names of files, joined to their letters.
fn composed(text: String) -> String {
    if text.contains(|mark| matches!(mark, '\u{300}'..='\u{36F}')) {
        text.nfc().collect()
    } else {
        text
    }
}

/// Whether letters became question marks: a program saved the text in an encoding that lacks them.
///
/// A name has no question mark. In other texts two of them are warned of as a whole word, and any between letters, but for web
/// addresses.
fn has_lost_letters(text: &str, is_name: bool) -> bool {
    if !text.contains('?') {
        return false;
    }
    is_name || text.split_whitespace().any(is_word_without_letters)
}

fn is_word_without_letters(word: &str) -> bool {
    if word.contains(['/', '=']) {
        return false;
    }
    if word.len() > 1 && word.bytes().all(|byte| byte == b'?') {
        return true;
    }
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphabetic);
    word.match_indices('?').any(|(at, _)| {
        let behind = word[at..].trim_start_matches('?');
        is_letter(word[..at].chars().next_back()) && is_letter(behind.chars().next())
    })
}

/// Whether the text is worth a closer look. Nearly no text is: this is asked of every one that is not ASCII.
fn is_suspicious(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|character| {
        let last = std::mem::replace(&mut before, character);
        match character {
            '\0'..='\x7F' => {
                character.is_ascii_alphabetic() && !is_letter_of_latin(last) && last.is_alphabetic()
            }
            // Signs of Latin-1.
            '\u{80}'..='\u{BF}' | '×' | '÷' => true,
            // What the first byte of a letter in UTF-8 becomes, and what U+FFFD becomes in GBK.
            'Ã' | 'Â' | 'Ă' | 'Ĺ' | '锟' => true,
            '\u{C0}'..='\u{DE}' | '\u{100}'..='\u{24F}' => {
                character == 'ƒ' || last.is_alphabetic() && character.is_uppercase()
            }
            '\u{DF}'..='\u{FF}' => false,
            // Modifiers, punctuation, symbols, private letters, half-width katakana.
            '\u{2B0}'..='\u{2FF}'
            | '\u{2000}'..='\u{2BFF}'
            | '\u{E000}'..='\u{F8FF}'
            | '\u{FB00}'..='\u{FB06}'
            | '\u{FF61}'..='\u{FF9F}' => true,
            '\u{4E00}'..='\u{9FFF}' => {
                last.is_ascii_alphabetic()
                    || !is_east_asian(last) && is_start_of_utf_8_in_gbk(character)
            }
            _ => last.is_ascii_alphabetic() && character.is_alphabetic(),
        }
    })
}

/// A text of which words were read back.
struct Undone {
    text: String,
    /// Whether another word has what the first byte of a letter is taken for, and could not be read back.
    is_partly_left: bool,
}

/// The text with each of its words read back that was UTF-8; `None` where none was.
fn undo_all(text: &str) -> Option<Undone> {
    let mut is_partly_left = false;
    let mut undone = String::with_capacity(text.len());
    let mut is_changed = false;
    // Other blanks may be bytes of a letter.
    for piece in text.split_inclusive(|character: char| character.is_ascii_whitespace()) {
        let word = piece.trim_end_matches(|character: char| character.is_ascii_whitespace());
        match undo(word, MAX_TIMES) {
            Some(right) => {
                is_changed = true;
                undone.push_str(&right);
            }
            None => {
                is_partly_left |= word.contains(['Ã', 'Â']);
                undone.push_str(word);
            }
        }
        undone.push_str(&piece[word.len()..]);
    }
    is_changed.then_some(Undone {
        text: undone,
        is_partly_left,
    })
}

/// The word as UTF-8, where some encoding reads the bytes of a plausible word so; and that again, where it was garbled twice.
fn undo(word: &str, times: usize) -> Option<String> {
    if word.is_ascii() || times == 0 {
        return None;
    }
    let finish = |read: String| {
        let right = undo(&read, times - 1);
        right.or_else(|| Some(composed(read)).filter(|read| is_well_formed(word, read)))
    };
    let single = CODE_PAGES
        .all()
        .filter_map(|page| utf_8(word, page))
        .find_map(finish);
    if single.is_some() || !word.contains(is_east_asian) {
        return single;
    }
    east_asian_bytes(word)
        .filter_map(|bytes| String::from_utf8(bytes).ok())
        .find_map(finish)
}

/// The bytes as UTF-8. A last byte that may be missing is the no-break space, which is taken for a blank at the end.
/// Words in capital letters end with `Ã` by themselves (`IRMÃ`).
fn utf_8(word: &str, page: &CodePage) -> Option<String> {
    let error = match String::from_utf8(page.bytes(word)?) {
        Ok(text) => return Some(text),
        Err(error) => error,
    };
    let is_cut_off = error.utf8_error().error_len().is_none();
    let is_small = word
        .chars()
        .nth_back(1)
        .is_some_and(|before| !before.is_ascii_uppercase());
    let blank = page.bytes("\u{A0}").filter(|_| is_cut_off && is_small)?;
    let mut bytes = error.into_bytes();
    bytes.extend(blank);
    String::from_utf8(bytes).ok()
}

/// The text read in another encoding of one byte a letter, where just one makes names and words of it.
fn reread(text: &str, is_name: bool, found: Evidence) -> Option<String> {
    let distinct_signs = || {
        let mut signs: Vec<char> = text.chars().filter(|sign| !sign.is_ascii()).collect();
        signs.sort_unstable();
        signs.dedup();
        signs.len()
    };
    // One dash alone may be one.
    if found == Evidence::Dash && distinct_signs() < 2 {
        return None;
    }
    let has_blank_letters = text.contains('\u{A0}') && !text.contains(' ');
    if has_blank_letters {
        return None;
    }
    let pages = &*CODE_PAGES;
    let pairs = [
        (&pages.windows_1252, &pages.macintosh),
        (&pages.windows_1252, &pages.ms_dos_850),
        (&pages.windows_1252, &pages.ms_dos_437),
        (&pages.macintosh, &pages.windows_1252),
        (&pages.ms_dos_850, &pages.windows_1252),
        (&pages.ms_dos_437, &pages.windows_1252),
        (&pages.windows_1251, &pages.windows_1252),
        (&pages.windows_1253, &pages.windows_1252),
    ];
    let mut readings: Vec<String> = pairs
        .into_iter()
        .filter_map(|(taken_for, meant)| meant.text(&taken_for.bytes(text)?))
        .filter(|reading| {
            signs::is_plain_text(reading) && evidence(reading, is_name) == Evidence::None
        })
        .collect();
    readings.sort_unstable();
    readings.dedup();
    match readings.as_slice() {
        [_] => readings.pop(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
