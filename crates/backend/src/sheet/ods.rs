//! OpenDocument spreadsheets (ODF 1.2 part 1, chapter 9).
//!
//! Read row by row: a few bytes may say that a row is repeated a million times, so a sheet must not be laid out in
//! memory as it claims to be.

use std::io::{BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::cells::{self, GrowingRow};
use super::sheets::{TakeRow, Workbook};
use super::{LONGEST_CELL, MOST_COLUMNS, SheetFault};

/// A workbook and the names of its sheets.
pub(super) struct Ods<R> {
    archive: ZipArchive<R>,
    sheets: Vec<String>,
}

type Xml<'a, R> = Reader<BufReader<ZipFile<'a, R>>>;

/// Opens an `.ods`.
pub(super) fn open<R: Read + Seek>(source: R) -> Result<Ods<R>, SheetFault> {
    let mut archive = ZipArchive::new(source).map_err(|_| SheetFault::Damaged)?;
    if is_encrypted(&mut archive)? {
        return Err(SheetFault::Protected);
    }
    let mut sheets = Vec::new();
    let mut xml = part(&mut archive, "content.xml")?;
    let mut buffer = Vec::new();
    while let Some(name) = next_table(&mut xml, &mut buffer)? {
        sheets.push(name);
    }
    drop(xml);
    Ok(Ods { archive, sheets })
}

/// A document with a password says so of each part (ODF 1.2 part 3, 4.4).
fn is_encrypted<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<bool, SheetFault> {
    if archive.index_for_name("META-INF/manifest.xml").is_none() {
        return Ok(false);
    }
    let mut xml = part(archive, "META-INF/manifest.xml")?;
    let mut buffer = Vec::new();
    loop {
        match event(&mut xml, &mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "encryption-data" => {
                return Ok(true);
            }
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

fn part<'a, R: Read + Seek>(
    archive: &'a mut ZipArchive<R>,
    name: &str,
) -> Result<Xml<'a, R>, SheetFault> {
    let part = archive.by_name(name).map_err(|_| SheetFault::Damaged)?;
    let mut xml = Reader::from_reader(BufReader::new(part));
    xml.config_mut().expand_empty_elements = true;
    Ok(xml)
}

fn event<'b, R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    buffer: &'b mut Vec<u8>,
) -> Result<Event<'b>, SheetFault> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(|_| SheetFault::Damaged)
}

/// Goes to the beginning of the next table; its name, or `None` when there are no more.
fn next_table<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    buffer: &mut Vec<u8>,
) -> Result<Option<String>, SheetFault> {
    loop {
        match event(xml, buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "table" => {
                return Ok(Some(attribute(&element, "table:name")?.unwrap_or_default()));
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetFault> {
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
fn repeated(element: &BytesStart<'_>, name: &str) -> Result<u32, SheetFault> {
    match attribute(element, name)? {
        Some(count) => count.parse().map_err(|_| SheetFault::Damaged),
        None => Ok(1),
    }
}

impl<R: Read + Seek> Workbook for Ods<R> {
    fn sheets(&self) -> Vec<String> {
        self.sheets.clone()
    }

    fn rows(&mut self, sheet: &str, take: &mut TakeRow<'_>) -> Result<(), SheetFault> {
        let mut xml = part(&mut self.archive, "content.xml")?;
        let mut buffer = Vec::new();
        while let Some(name) = next_table(&mut xml, &mut buffer)? {
            if name == sheet {
                return table_rows(&mut xml, &mut buffer, take);
            }
        }
        Err(SheetFault::Damaged)
    }
}

fn table_rows<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    buffer: &mut Vec<u8>,
    take: &mut TakeRow<'_>,
) -> Result<(), SheetFault> {
    let mut growing = GrowingRow::default();
    let mut above = 0_u32;
    loop {
        let times = match event(xml, buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "table-row" => {
                repeated(&element, "table:number-rows-repeated")?
            }
            Event::End(element) if element.local_name().as_ref() == "table" => return Ok(()),
            Event::Eof => return Err(SheetFault::Damaged),
            _ => continue,
        };
        row_cells(xml, buffer, above.saturating_add(1), &mut growing)?;
        if !leads::is_blank(growing.cells()) {
            for time in 1..=times {
                if !take(above.saturating_add(time), growing.cells()) {
                    return Ok(());
                }
            }
        }
        above = above.saturating_add(times);
        growing.clear();
    }
}

fn row_cells<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    buffer: &mut Vec<u8>,
    row: u32,
    growing: &mut GrowingRow,
) -> Result<(), SheetFault> {
    let mut column = 0_usize;
    loop {
        let (times, value) = match event(xml, buffer)? {
            Event::Start(element)
                if matches!(
                    element.local_name().as_ref(),
                    "table-cell" | "covered-table-cell"
                ) =>
            {
                let times = repeated(&element, "table:number-columns-repeated")?;
                (
                    usize::try_from(times).unwrap_or(usize::MAX),
                    value(&element)?,
                )
            }
            Event::End(element) if element.local_name().as_ref() == "table-row" => return Ok(()),
            Event::Eof => return Err(SheetFault::Damaged),
            _ => continue,
        };
        let shown = shown_text(xml, buffer)?;
        let text = value.unwrap_or(shown);
        if !text.is_empty() {
            // One column too many is enough for the fault.
            for time in 0..times.min(MOST_COLUMNS + 1) {
                growing.put(row, column.saturating_add(time), text.clone())?;
            }
        }
        column = column.saturating_add(times);
    }
}

/// The value of a cell by its type; `None` where the text that it shows is the value.
fn value(cell: &BytesStart<'_>) -> Result<Option<String>, SheetFault> {
    let Some(kind) = attribute(cell, "office:value-type")? else {
        return Ok(None);
    };
    let value = match kind.as_str() {
        "float" | "currency" | "percentage" => {
            attribute(cell, "office:value")?.map(|value| in_full(&value))
        }
        "date" => attribute(cell, "office:date-value")?.map(|value| cells::iso_date(&value)),
        "boolean" => attribute(cell, "office:boolean-value")?,
        "string" => attribute(cell, "office:string-value")?,
        _ => None,
    };
    Ok(value.map(|value| cells::without_nul(&value)))
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

/// The text that a cell shows, without its comments; paragraphs become lines.
fn shown_text<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    buffer: &mut Vec<u8>,
) -> Result<String, SheetFault> {
    let mut text = String::new();
    let mut paragraphs = 0;
    let (mut depth, mut comment_at) = (0_usize, None);
    loop {
        let event = event(xml, buffer)?;
        match &event {
            Event::Start(element) => {
                depth += 1;
                match element.local_name().as_ref() {
                    "annotation" if comment_at.is_none() => comment_at = Some(depth),
                    "p" if comment_at.is_none() => {
                        paragraphs += 1;
                        text.push_str(if paragraphs > 1 { "\n" } else { "" });
                    }
                    "s" if comment_at.is_none() => {
                        let blanks = repeated(element, "text:c")? as usize;
                        text.push_str(&" ".repeat(blanks.min(LONGEST_CELL + 1)));
                    }
                    "tab" if comment_at.is_none() => text.push('\t'),
                    "line-break" if comment_at.is_none() => text.push('\n'),
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => return Ok(cells::without_nul(&text)),
            Event::End(_) => {
                if comment_at == Some(depth) {
                    comment_at = None;
                }
                depth -= 1;
            }
            Event::Eof => return Err(SheetFault::Damaged),
            // Blanks between elements are no text, and what is too long already need not grow.
            _ if paragraphs == 0 || comment_at.is_some() || text.len() > LONGEST_CELL => {}
            other => push_text(other, &mut text)?,
        }
    }
}

fn push_text(event: &Event<'_>, text: &mut String) -> Result<(), SheetFault> {
    match event {
        Event::Text(more) => text.push_str(&more.xml10_content()),
        Event::CData(more) => text.push_str(&more.xml10_content()),
        Event::GeneralRef(reference) => {
            let character = reference
                .resolve_char_ref()
                .map_err(|_| SheetFault::Damaged)?;
            match (character, resolve_predefined_entity(reference.as_ref())) {
                (Some(character), _) => text.push(character),
                (None, Some(meant)) => text.push_str(meant),
                (None, None) => return Err(SheetFault::Damaged),
            }
        }
        _ => {}
    }
    Ok(())
}
