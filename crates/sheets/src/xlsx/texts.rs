//! The texts that cells share (ECMA-376 part 1, 18.4), and the text of a cell itself, which is written alike.

use std::io::{Read, Seek};

use quick_xml::events::Event;

use crate::budget::Budget;
use crate::xml::{GrowingText, Xml, flag_attribute};
use crate::{MAX_CELL_LENGTH, SheetError};

pub(super) use crate::texts::SharedTexts;

impl SharedTexts {
    /// Reads all of them.
    pub fn read<R: Read + Seek>(
        &mut self,
        xml: &mut Xml<'_, R>,
        budget: &Budget<'_>,
    ) -> Result<(), SheetError> {
        let mut text = GrowingText::default();
        loop {
            let is_text = match xml.next()? {
                Event::Start(element) => element.local_name().as_ref() == "si",
                Event::Eof => return Ok(()),
                _ => false,
            };
            if is_text {
                text.clear();
                let is_struck_through = rich_text(xml, &mut text)?;
                self.push(&text.text, text.length, is_struck_through)
                    .map_err(|error| budget.refuse(error))?;
            }
        }
    }
}

/// Reads a text to the end of its element, which has begun; whether all of it is struck through.
///
/// How it is pronounced (`rPh`) is no part of it.
pub(super) fn rich_text<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    text: &mut GrowingText,
) -> Result<bool, SheetError> {
    let (mut depth, mut pronounced_at) = (0_usize, None);
    let (mut is_in_text, mut is_struck_run) = (false, false);
    let (mut struck, mut all) = (0, 0);
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(element) => {
                depth += 1;
                match element.local_name().as_ref() {
                    "rPh" if pronounced_at.is_none() => pronounced_at = Some(depth),
                    "r" => is_struck_run = false,
                    "strike" => is_struck_run = flag_attribute(element, "val").unwrap_or(true),
                    "t" => is_in_text = pronounced_at.is_none(),
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => {
                unescape(&mut text.text);
                return Ok(struck > 0 && struck == all);
            }
            Event::End(element) => {
                is_in_text &= element.local_name().as_ref() != "t";
                if element.local_name().as_ref() == "r" {
                    is_struck_run = false;
                }
                if pronounced_at == Some(depth) {
                    pronounced_at = None;
                }
                depth -= 1;
            }
            Event::Eof => return Err(SheetError::Damaged),
            other if is_in_text => {
                let before = text.length;
                text.push_event(other)?;
                let more = text.length - before;
                all += more;
                struck += if is_struck_run { more } else { 0 };
            }
            _ => {}
        }
    }
}

/// Characters that XML cannot hold, and few others, are written `_x000D_` (ECMA-376 part 1, 22.9.2.19).
pub(super) fn unescape(text: &mut String) {
    if !text.contains("_x") || text.len() > MAX_CELL_LENGTH {
        return;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let escaped = rest.get(at + 2..at + 6).filter(|digits| {
            digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && rest[at + 6..].starts_with('_')
        });
        let character = escaped
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        match character {
            Some(character) => {
                plain.push(character);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    *text = plain;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_understood() {
        for (written, meant) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("a_xb_", "a_xb_"),
            ("_x", "_x"),
            ("_xD800_", "_xD800_"),
            ("_x00é_", "_x00é_"),
        ] {
            let mut text = written.to_owned();
            unescape(&mut text);
            assert_eq!(text, meant);
        }
    }
}
