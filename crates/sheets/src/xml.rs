//! The XML of workbooks: events none of which is too long or too deep, attributes, and text.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::budget::{Budget, Piecewise};
use super::{MAX_CELL_LENGTH, SheetError};

/// How deep elements may lie in one another. The parser keeps the names of all that are open.
const DEEPEST: usize = 1_000;

/// The longest name of an element, in bytes. The formats have none longer than 40.
const MAX_NAME_LENGTH: usize = 1_024;

/// The events of a file or a part, none of them too long and none too deep.
pub(super) struct Events<'a, S> {
    reader: Reader<Piecewise<'a, S>>,
    buffer: Vec<u8>,
    depth: usize,
}

/// The events of a part of an archive.
pub(super) type Xml<'a, R> = Events<'a, BufReader<ZipFile<'a, R>>>;

impl<'a, R: Read + Seek> Xml<'a, R> {
    /// # Errors
    /// [`SheetError::Damaged`] when there is no such part.
    pub fn of_part(
        archive: &'a mut ZipArchive<R>,
        name: &str,
        budget: &'a Budget<'a>,
    ) -> Result<Xml<'a, R>, SheetError> {
        let part = archive.by_name(name).map_err(|_| SheetError::Damaged)?;
        Ok(Xml::of_file(part, budget))
    }

    /// # Errors
    /// [`SheetError::Damaged`] when there are not so many parts.
    pub fn of_index(
        archive: &'a mut ZipArchive<R>,
        index: usize,
        budget: &'a Budget<'a>,
    ) -> Result<Xml<'a, R>, SheetError> {
        let part = archive.by_index(index).map_err(|_| SheetError::Damaged)?;
        Ok(Xml::of_file(part, budget))
    }

    fn of_file(part: ZipFile<'a, R>, budget: &'a Budget<'a>) -> Xml<'a, R> {
        Events::of_source(BufReader::new(part), budget)
    }
}

impl<'a, S: BufRead> Events<'a, S> {
    pub fn of_source(source: S, budget: &'a Budget<'a>) -> Events<'a, S> {
        let mut reader = Reader::from_reader(Piecewise::new(source, budget));
        reader.config_mut().expand_empty_elements = true;
        Events {
            reader,
            buffer: Vec::new(),
            depth: 0,
        }
    }

    /// Takes what programs write and do not open, or do not close.
    pub fn leniently(mut self) -> Events<'a, S> {
        let config = self.reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        self
    }

    pub fn next(&mut self) -> Result<Event<'_>, SheetError> {
        self.buffer.clear();
        self.reader.get_mut().next_piece();
        let event = self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(|_| SheetError::Damaged)?;
        match &event {
            Event::Start(element) if element.name().as_ref().len() > MAX_NAME_LENGTH => {
                return Err(SheetError::Damaged);
            }
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > DEEPEST {
            return Err(SheetError::Damaged);
        }
        Ok(event)
    }
}

/// The value of an attribute; `None` where the element has none of that name.
///
/// # Errors
/// [`SheetError::Damaged`] when it cannot be read.
pub(super) fn attribute(
    element: &BytesStart<'_>,
    name: &str,
) -> Result<Option<String>, SheetError> {
    let attribute = element
        .try_get_attribute(name)
        .map_err(|_| SheetError::Damaged)?;
    attribute
        .map(|attribute| {
            let version = quick_xml::XmlVersion::default();
            let value = attribute.normalized_value(version);
            value.map(|value| value.into_owned())
        })
        .transpose()
        .map_err(|_| SheetError::Damaged)
}

/// The value of an attribute that holds no references: a number, a word of the format.
pub(super) fn plain_attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let attribute = element.try_get_attribute(name).ok().flatten();
    attribute.map(|attribute| attribute.value)
}

/// An attribute that is a whole number.
pub(super) fn number_attribute(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    plain_attribute(element, name)?.trim().parse().ok()
}

/// An attribute that says yes or no (ECMA-376 part 1, 22.9.2.7); `None` where it is not there.
pub(super) fn flag_attribute(element: &BytesStart<'_>, name: &str) -> Option<bool> {
    let value = plain_attribute(element, name)?;
    Some(matches!(value.trim(), "1" | "true" | "on"))
}

/// A text as it is put together. What is longer than any cell may be is counted, but not kept.
#[derive(Debug, Default)]
pub(super) struct GrowingText {
    pub text: String,
    /// In bytes.
    pub length: usize,
}

impl GrowingText {
    pub fn clear(&mut self) {
        self.text.clear();
        self.length = 0;
    }

    pub fn push(&mut self, more: &str) {
        self.length = self.length.saturating_add(more.len());
        if self.length <= MAX_CELL_LENGTH {
            self.text.push_str(more);
        }
    }

    pub fn push_blanks(&mut self, count: usize) {
        self.length = self.length.saturating_add(count);
        if self.length <= MAX_CELL_LENGTH {
            self.text.push_str(&" ".repeat(count));
        }
    }

    /// Takes the text of an event, if it has any.
    ///
    /// # Errors
    /// [`SheetError::Damaged`] where it refers to nothing that is known.
    pub fn push_event(&mut self, event: &Event<'_>) -> Result<(), SheetError> {
        match event {
            Event::Text(more) => self.push(&more.xml10_content()),
            Event::CData(more) => self.push(&more.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference
                    .resolve_char_ref()
                    .map_err(|_| SheetError::Damaged)?;
                match (character, resolve_predefined_entity(reference.as_ref())) {
                    (Some(character), _) => self.push(character.encode_utf8(&mut [0; 4])),
                    (None, Some(meant)) => self.push(meant),
                    (None, None) => return Err(SheetError::Damaged),
                }
            }
            _ => {}
        }
        Ok(())
    }
}
