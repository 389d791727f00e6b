//! Cells of a web page's tables, and what their elements say of how they are shown.

use std::num::IntErrorKind;

use html5gum::StartTag;

use crate::merged::CellText;
use crate::{MAX_CELL_LENGTH, cells};

/// How much of a cell is kept, in bytes: most of what stands in the file may be blanks that nobody sees.
const MAX_KEPT_BYTES: usize = 4 * MAX_CELL_LENGTH;

/// A cell that grows.
#[derive(Default)]
pub(super) struct OpenCell {
    pub columns: u32,
    pub rows: u32,
    pub text: String,
    pub length: usize,
    /// Characters but for blanks, and those with a line through them.
    pub letters: usize,
    pub struck: usize,
    /// Whether nobody sees it.
    pub is_hidden: bool,
    /// Whether a line goes through it by its own style or its row's.
    pub is_struck_through: bool,
    /// The number behind what is shown, as Excel writes it.
    pub number: Option<String>,
}

impl OpenCell {
    /// Puts text behind it; blanks and line ends are one blank, as a browser shows them.
    pub fn push(&mut self, more: &str, is_struck_through: bool) {
        if !self.is_kept(more.len()) {
            return;
        }
        for character in more.chars() {
            let is_blank = character.is_ascii_whitespace() || character == '\u{a0}';
            if !is_blank {
                self.letters += 1;
                self.struck += usize::from(is_struck_through);
                self.text.push(character);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// Begins another line, unless nothing stands in it yet.
    pub fn break_line(&mut self) {
        if !self.text.is_empty() && self.is_kept(1) {
            self.text.push('\n');
        }
    }

    /// Counts so many bytes more, and tells whether they are kept.
    fn is_kept(&mut self, more: usize) -> bool {
        self.length = self.length.saturating_add(more);
        self.length <= MAX_KEPT_BYTES
    }

    /// Whether a line goes through all that it shows.
    pub fn is_all_struck_through(&self) -> bool {
        self.is_struck_through || (self.struck > 0 && self.struck == self.letters)
    }

    /// What a browser shows of it: nothing where it is hidden.
    pub fn shown(&self) -> CellText {
        let mut text = CellText::default();
        if self.is_hidden {
            return text;
        }
        if self.length > MAX_KEPT_BYTES {
            return CellText::too_long(self.length);
        }
        let shown = self.text.trim();
        let is_rounded = shown.contains(['E', 'e']) && shown.parse::<f64>().is_ok();
        match self.number.as_ref().filter(|_| is_rounded) {
            // 9.845E+09 is all that a narrow column shows of a number.
            Some(number) => match number.trim().parse() {
                Ok(value) => text.push(&cells::number(value)),
                Err(_) => text.push(shown),
            },
            None => text.push(shown),
        }
        text
    }
}

/// How many columns or rows a cell covers: at most so many as HTML allows (WHATWG HTML, 4.9.11).
pub(super) fn span(tag: &StartTag<()>, name: &[u8]) -> u32 {
    const MOST: u32 = 65_534;
    let count = attribute(tag, name).map(|text| text.trim().parse::<u32>());
    match count {
        Some(Ok(count)) => count.clamp(1, MOST),
        Some(Err(error)) if *error.kind() == IntErrorKind::PosOverflow => MOST,
        _ => 1,
    }
}

/// Whether nobody sees the row, column or cell.
pub(super) fn is_hidden(tag: &StartTag<()>) -> bool {
    let is_of_no_size = |size: &str| {
        let number = size.trim_end_matches(|character: char| character.is_ascii_alphabetic());
        number.parse::<f64>().is_ok_and(|number| number <= 0.0)
    };
    tag.attributes.contains_key(&b"hidden"[..])
        || style(tag)
            .split(';')
            .any(|rule| match rule.split_once(':') {
                Some(("display", how)) => how.starts_with("none"),
                Some(("visibility", how)) => how.starts_with("collapse"),
                Some(("height" | "width", size)) => is_of_no_size(size),
                _ => false,
            })
}

/// Whether the element's style draws a line through its text.
pub(super) fn is_struck_through(tag: &StartTag<()>) -> bool {
    style(tag).split(';').any(|rule| {
        rule.split_once(':').is_some_and(|(name, how)| {
            name.starts_with("text-decoration") && how.contains("line-through")
        })
    })
}

/// The style of an element in small letters, without blanks.
fn style(tag: &StartTag<()>) -> String {
    let style = attribute(tag, b"style").unwrap_or_default();
    let style = style.to_ascii_lowercase();
    style
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

pub(super) fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let value = tag.attributes.get(name)?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// The element within a cell that draws a line through its text (WHATWG HTML, 4.5.5 and 4.7.2): its name, and how many of that
/// name are open in one another.
#[derive(Default)]
pub(super) struct Strike(Option<(Vec<u8>, usize)>);

impl Strike {
    pub fn begin(&mut self, tag: &StartTag<()>) {
        let name = &tag.name[..];
        match &mut self.0 {
            Some((open, depth)) if open == name => *depth += 1,
            Some(_) => {}
            None => {
                let is_strike = matches!(name, b"s" | b"strike" | b"del");
                let has_no_end = matches!(name, b"br" | b"img" | b"hr" | b"input");
                if !has_no_end && (is_strike || is_struck_through(tag)) {
                    self.0 = Some((name.to_vec(), 1));
                }
            }
        }
    }

    pub fn end(&mut self, name: &[u8]) {
        if let Some((open, depth)) = &mut self.0
            && open == name
        {
            *depth -= 1;
            if *depth == 0 {
                self.0 = None;
            }
        }
    }

    pub fn is_open(&self) -> bool {
        self.0.is_some()
    }
}
