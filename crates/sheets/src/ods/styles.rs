//! What the styles of an open document say: which cells and texts are struck through, which columns have no width, and which
//! tables are hidden (ODF 1.2 part 1, 16.2, 20.384, 20.257 and 20.374).

use std::collections::HashMap;
use std::io::{Read, Seek};

use quick_xml::events::{BytesStart, Event};

use crate::SheetError;
use crate::xml::{Xml, attribute, plain_attribute};

/// The most styles that are kept, and the longest of their names, in bytes. What is beyond counts as plain.
const MAX_STYLES: usize = 65_536;
const MAX_NAME_LENGTH: usize = 256;

/// How many styles may inherit from one another.
const MAX_PARENTS: usize = 20;

/// What a style is for. The others are of no use here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    Cell,
    Text,
    Column,
    Row,
    Table,
}

impl Family {
    fn named(name: &str) -> Option<Family> {
        match name {
            "table-cell" => Some(Family::Cell),
            "text" => Some(Family::Text),
            "table-column" => Some(Family::Column),
            "table-row" => Some(Family::Row),
            "table" => Some(Family::Table),
            _ => None,
        }
    }
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    is_struck_through: Option<bool>,
    is_of_no_size: bool,
    is_hidden: bool,
}

/// The styles of a document, by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<(Family, String), Style>,
}

impl Styles {
    /// Reads the styles up to the content, if there is any.
    pub fn read<R: Read + Seek>(&mut self, xml: &mut Xml<'_, R>) -> Result<(), SheetError> {
        let mut open = None;
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "body" => return Ok(()),
                    "style" => open = begin(&element)?,
                    "text-properties" => {
                        if let Some((_, style)) = &mut open {
                            note_line(&element, style);
                        }
                    }
                    "table-column-properties" | "table-row-properties" => {
                        if let Some((_, style)) = &mut open {
                            style.is_of_no_size = is_of_no_size(&element);
                        }
                    }
                    "table-properties" => {
                        if let Some((_, style)) = &mut open {
                            let display = plain_attribute(&element, "table:display");
                            style.is_hidden = display.is_some_and(|display| display == "false");
                        }
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "style" => {
                    let closed = open.take();
                    self.styles
                        .extend(closed.filter(|_| self.styles.len() < MAX_STYLES));
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Whether a style strikes its text through, itself or by what it inherits from.
    pub fn is_struck_through(&self, family: Family, name: &str) -> bool {
        let mut name = name;
        for _ in 0..MAX_PARENTS {
            let Some(style) = self.styles.get(&(family, name.to_owned())) else {
                return false;
            };
            match (&style.is_struck_through, &style.parent) {
                (Some(is_struck_through), _) => return *is_struck_through,
                (None, Some(parent)) => name = parent,
                (None, None) => return false,
            }
        }
        false
    }

    /// Whether a table of that style is not shown.
    pub fn is_hidden(&self, name: &str) -> bool {
        let style = self.styles.get(&(Family::Table, name.to_owned()));
        style.is_some_and(|style| style.is_hidden)
    }

    /// Whether a row or column of that style is of no height or width.
    pub fn is_of_no_size(&self, family: Family, name: &str) -> bool {
        self.styles
            .get(&(family, name.to_owned()))
            .is_some_and(|style| style.is_of_no_size)
    }
}

type NamedStyle = ((Family, String), Style);

fn begin(element: &BytesStart<'_>) -> Result<Option<NamedStyle>, SheetError> {
    let family = plain_attribute(element, "style:family");
    let family = family.and_then(|family| Family::named(&family));
    let name = attribute(element, "style:name")?.filter(|name| name.len() <= MAX_NAME_LENGTH);
    let parent = attribute(element, "style:parent-style-name")?;
    Ok(family.zip(name).map(|key| {
        let style = Style {
            parent: parent.filter(|parent| parent.len() <= MAX_NAME_LENGTH),
            ..Style::default()
        };
        (key, style)
    }))
}

/// Notes whether there is a line through the text; it has a type in newer documents, a style in all.
fn note_line(element: &BytesStart<'_>, style: &mut Style) {
    let line = [
        "style:text-line-through-style",
        "style:text-line-through-type",
    ]
    .into_iter()
    .find_map(|name| plain_attribute(element, name));
    if let Some(line) = line {
        style.is_struck_through = Some(line != "none");
    }
}

/// A length is a number and its unit.
fn is_of_no_size(element: &BytesStart<'_>) -> bool {
    let length = ["style:column-width", "style:row-height"]
        .into_iter()
        .find_map(|name| plain_attribute(element, name));
    length.is_some_and(|length| {
        let number = length.trim_end_matches(|character: char| character.is_ascii_alphabetic());
        number.parse::<f64>().is_ok_and(|number| number <= 0.0)
    })
}
