//! Cells of the XML of Excel 2003, and the attributes of its elements.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::super::merged::{CellText, MergedCell};
use super::super::{SheetError, cells};

/// A cell that grows.
#[derive(Default)]
pub(super) struct OpenCell {
    pub columns: u32,
    pub rows: u32,
    /// Whether its style strikes its text through.
    pub is_struck_through: bool,
    /// How its value is to be read: `String`, `Number`, `DateTime`, `Boolean` or `Error`.
    pub kind: String,
    pub text: CellText,
    /// Whether the text that follows is its value.
    pub is_in_data: bool,
    /// Whether what follows is its comment.
    pub is_in_comment: bool,
}

impl OpenCell {
    pub fn of(element: &BytesStart<'_>) -> Result<OpenCell, SheetError> {
        let covers = |name| -> Result<u32, SheetError> {
            let more = number(element, name)?.unwrap_or(0);
            Ok(u32::try_from(more).unwrap_or(u32::MAX).saturating_add(1))
        };
        Ok(OpenCell {
            columns: covers("MergeAcross")?,
            rows: covers("MergeDown")?,
            ..OpenCell::default()
        })
    }

    /// Its text by its type.
    pub fn merged(self) -> MergedCell {
        let shown = self.text.as_str();
        let text = match self.kind.as_str() {
            "Number" => in_full(shown).as_deref().map(CellText::from),
            "DateTime" => Some(CellText::from(&*cells::iso_date(shown.trim()))),
            "Boolean" => match shown.trim() {
                "1" => Some(CellText::from("true")),
                "0" => Some(CellText::from("false")),
                _ => None,
            },
            _ => None,
        };
        MergedCell {
            text: text.unwrap_or(self.text),
            columns: self.columns,
            rows: self.rows,
            is_struck_through: self.is_struck_through,
        }
    }
}

/// Digits stay as they are; what is in exponent form is written in full.
fn in_full(value: &str) -> Option<String> {
    let value = value.trim();
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(value.to_owned());
    }
    value.parse().ok().map(cells::number)
}

pub(super) fn push_text(event: &Event<'_>, text: &mut CellText) {
    match event {
        Event::Text(more) => text.push(&more.xml10_content()),
        Event::CData(more) => text.push(&more.xml10_content()),
        Event::GeneralRef(reference) => {
            let character = reference.resolve_char_ref().ok().flatten();
            match (character, resolve_predefined_entity(reference.as_ref())) {
                (Some(character), _) => text.push(character.encode_utf8(&mut [0; 4])),
                (None, Some(meant)) => text.push(meant),
                (None, None) => {
                    text.push("&");
                    text.push(reference.as_ref());
                    text.push(";");
                }
            }
        }
        _ => {}
    }
}

/// Whether a row or column is hidden, or of no size by the attribute of that name.
pub(super) fn is_hidden(element: &BytesStart<'_>, size: &str) -> Result<bool, SheetError> {
    let size = attribute(element, size)?.and_then(|size| size.trim().parse::<f64>().ok());
    Ok(is_set(element, "Hidden")? || size.is_some_and(|size| size <= 0.0))
}

/// Whether the attribute of that name is there and says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> Result<bool, SheetError> {
    let value = attribute(element, name)?;
    Ok(value.is_some_and(|value| value != "0" && !value.eq_ignore_ascii_case("false")))
}

/// A place that counts from 1 in the file, from 0 here.
pub(super) fn position(element: &BytesStart<'_>, name: &str) -> Result<Option<usize>, SheetError> {
    Ok(number(element, name)?.map(|place| place.saturating_sub(1)))
}

pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Result<Option<usize>, SheetError> {
    attribute(element, name)?
        .map(|text| text.trim().parse().map_err(|_| SheetError::Damaged))
        .transpose()
}

/// The attribute of that name, whatever its prefix: `ss:Index`, or `Index` where a program leaves it out.
pub(super) fn attribute(
    element: &BytesStart<'_>,
    name: &str,
) -> Result<Option<String>, SheetError> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| SheetError::Damaged)?;
        if attribute.key.local_name().as_ref() == name {
            let version = quick_xml::XmlVersion::default();
            let value = attribute
                .normalized_value(version)
                .map_err(|_| SheetError::Damaged)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}
