//! What OpenDocument spreadsheets are made of: events, attributes, and the text of a cell (ODF 1.2 part 1, 6.1 and 19.385).

use std::io::{BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::budget::{Budget, Piecewise};
use super::cells;
use super::{LONGEST_CELL, SheetFault};

/// How deep elements may lie in one another. The parser keeps the names of all that are open.
const DEEPEST: usize = 1_000;

/// The events of a part, none of them too long and none too deep.
pub(super) struct Xml<'a, R: Read> {
    reader: Reader<Piecewise<'a, BufReader<ZipFile<'a, R>>>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<'a, R: Read + Seek> Xml<'a, R> {
    pub fn of_part(
        archive: &'a mut ZipArchive<R>,
        name: &str,
        budget: &'a Budget<'a>,
    ) -> Result<Xml<'a, R>, SheetFault> {
        let part = archive.by_name(name).map_err(|_| SheetFault::Damaged)?;
        let mut reader = Reader::from_reader(Piecewise::new(BufReader::new(part), budget));
        reader.config_mut().expand_empty_elements = true;
        Ok(Xml {
            reader,
            buffer: Vec::new(),
            depth: 0,
        })
    }

    pub fn next(&mut self) -> Result<Event<'_>, SheetFault> {
        self.buffer.clear();
        self.reader.get_mut().next_piece();
        let event = self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(|_| SheetFault::Damaged)?;
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > DEEPEST {
            return Err(SheetFault::Damaged);
        }
        Ok(event)
    }
}

pub(super) fn attribute(
    element: &BytesStart<'_>,
    name: &str,
) -> Result<Option<String>, SheetFault> {
    let attribute = element
        .try_get_attribute(name)
        .map_err(|_| SheetFault::Damaged)?;
    attribute
        .map(|attribute| {
            let version = quick_xml::XmlVersion::default();
            let value = attribute.normalized_value(version);
            value.map(|value| value.into_owned())
        })
        .transpose()
        .map_err(|_| SheetFault::Damaged)
}

/// How often a row or cell is repeated: once, unless it says so.
pub(super) fn repeated(element: &BytesStart<'_>, name: &str) -> Result<u32, SheetFault> {
    match attribute(element, name)? {
        Some(count) => count.parse().map_err(|_| SheetFault::Damaged),
        None => Ok(1),
    }
}

/// The value of a cell by its type; `None` where the text that it shows is the value.
pub(super) fn value(cell: &BytesStart<'_>) -> Result<Option<String>, SheetFault> {
    let Some(kind) = attribute(cell, "office:value-type")? else {
        return Ok(None);
    };
    let value = match kind.as_str() {
        "float" | "currency" | "percentage" => {
            attribute(cell, "office:value")?.map(|value| in_full(&value))
        }
        "date" => {
            attribute(cell, "office:date-value")?.map(|value| cells::iso_date(&value).into_owned())
        }
        "boolean" => attribute(cell, "office:boolean-value")?,
        "string" => attribute(cell, "office:string-value")?,
        _ => None,
    };
    Ok(value)
}

/// Digits stay as they are; what is in exponent form is written in full.
fn in_full(value: &str) -> String {
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        return value.to_owned();
    }
    value
        .parse()
        .map_or_else(|_| value.to_owned(), cells::number)
}

/// The text that a cell shows. What is longer than any cell may be is counted, but not kept.
#[derive(Default)]
pub(super) struct ShownText {
    pub text: String,
    /// In bytes.
    pub length: usize,
    paragraphs: usize,
}

impl ShownText {
    fn push(&mut self, more: &str) {
        self.length = self.length.saturating_add(more.len());
        if self.length <= LONGEST_CELL {
            self.text.push_str(more);
        }
    }

    fn push_blanks(&mut self, count: usize) {
        self.length = self.length.saturating_add(count);
        if self.length <= LONGEST_CELL {
            self.text.push_str(&" ".repeat(count));
        }
    }

    fn paragraph(&mut self) {
        self.paragraphs += 1;
        if self.paragraphs > 1 {
            self.push("\n");
        }
    }
}

/// The text that a cell shows, without its comments; paragraphs become lines.
pub(super) fn shown_text<R: Read + Seek>(xml: &mut Xml<'_, R>) -> Result<ShownText, SheetFault> {
    let mut shown = ShownText::default();
    let (mut depth, mut comment_at) = (0_usize, None);
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(element) => {
                depth += 1;
                match element.local_name().as_ref() {
                    "annotation" if comment_at.is_none() => comment_at = Some(depth),
                    "p" if comment_at.is_none() => shown.paragraph(),
                    "s" if comment_at.is_none() => {
                        shown.push_blanks(repeated(element, "text:c")? as usize);
                    }
                    "tab" if comment_at.is_none() => shown.push("\t"),
                    "line-break" if comment_at.is_none() => shown.push("\n"),
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => return Ok(shown),
            Event::End(_) => {
                if comment_at == Some(depth) {
                    comment_at = None;
                }
                depth -= 1;
            }
            Event::Eof => return Err(SheetFault::Damaged),
            // Blanks between elements are no text.
            _ if shown.paragraphs == 0 || comment_at.is_some() => {}
            other => push_text(other, &mut shown)?,
        }
    }
}

fn push_text(event: &Event<'_>, shown: &mut ShownText) -> Result<(), SheetFault> {
    match event {
        Event::Text(more) => shown.push(&more.xml10_content()),
        Event::CData(more) => shown.push(&more.xml10_content()),
        Event::GeneralRef(reference) => {
            let character = reference
                .resolve_char_ref()
                .map_err(|_| SheetFault::Damaged)?;
            match (character, resolve_predefined_entity(reference.as_ref())) {
                (Some(character), _) => shown.push(character.encode_utf8(&mut [0; 4])),
                (None, Some(meant)) => shown.push(meant),
                (None, None) => return Err(SheetFault::Damaged),
            }
        }
        _ => {}
    }
    Ok(())
}
