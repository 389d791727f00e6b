//! How lines of a text read in each encoding, for whoever chooses one.

use serde::{Deserialize, Serialize};

use super::text_encoding::TextEncoding;

/// How many lines are shown.
const LINES: usize = 3;

/// The longest line that is shown, in characters.
const MAX_LENGTH: usize = 80;

/// How lines with letters beyond ASCII read in an encoding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingPreview {
    /// The encoding, by its [`name`](TextEncoding::name).
    pub encoding: String,
    /// Up to three lines, cut after 80 characters.
    pub lines: Vec<String>,
}

/// How the first lines of `bytes` that are not ASCII read in each encoding that is offered, the chosen one first. Encodings in
/// which they are no text are left out, and those in which they read as in one before.
pub(super) fn of(bytes: &[u8], chosen: TextEncoding) -> Vec<EncodingPreview> {
    let lines: Vec<&[u8]> = bytes
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .filter(|line| !line.is_ascii())
        .take(LINES)
        .collect();
    let mut previews: Vec<EncodingPreview> = Vec::new();
    if lines.is_empty() || !chosen.is_like_ascii() {
        return previews;
    }
    let others = TextEncoding::all().filter(|encoding| *encoding != chosen);
    for encoding in std::iter::once(chosen).chain(others) {
        if !encoding.is_like_ascii() {
            continue;
        }
        let decoded: Vec<(String, bool)> = lines
            .iter()
            .map(|line| encoding.decode(short(line)))
            .collect();
        let is_text = decoded.iter().all(|(text, had_problems)| {
            !had_problems
                && !text
                    .chars()
                    .any(|character| character.is_control() && character != '\t')
        });
        let lines: Vec<String> = decoded
            .iter()
            .map(|(text, _)| text.chars().take(MAX_LENGTH).collect())
            .collect();
        let is_new = previews.iter().all(|other| other.lines != lines);
        if is_new && (is_text || encoding == chosen) {
            previews.push(EncodingPreview {
                encoding: encoding.name(),
                lines,
            });
        }
    }
    previews
}

/// The beginning of a line, up to an ASCII character: no character is cut in two there.
fn short(line: &[u8]) -> &[u8] {
    let most = 3 * MAX_LENGTH;
    if line.len() <= most {
        return line;
    }
    let end = line[..most]
        .iter()
        .rposition(|byte| b",;\t| \"".contains(byte));
    &line[..end.unwrap_or(most)]
}
