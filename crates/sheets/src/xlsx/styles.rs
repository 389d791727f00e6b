//! The styles of a workbook (ECMA-376 part 1, 18.8).

use std::io::{Read, Seek};

use quick_xml::events::Event;

use crate::SheetError;
use crate::styles::Styles;
use crate::xml::{Xml, attribute, flag_attribute, number_attribute};

/// Which list of the styles the elements stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Fonts,
    CellStyles,
    Other,
}

/// Reads the formats, the fonts, and the styles of cells, which come in that order.
pub(super) fn read<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    styles: &mut Styles,
) -> Result<(), SheetError> {
    let mut list = List::Other;
    let mut is_struck_through = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match (element.local_name().as_ref(), list) {
                ("fonts", _) => list = List::Fonts,
                ("cellXfs", _) => list = List::CellStyles,
                ("numFmt", List::Other) => {
                    let code = attribute(&element, "formatCode")?;
                    if let (Some(id), Some(code)) = (number_attribute(&element, "numFmtId"), code) {
                        styles.add_format(id, code);
                    }
                }
                ("font", List::Fonts) => is_struck_through = false,
                ("strike", List::Fonts) => {
                    is_struck_through = flag_attribute(&element, "val").unwrap_or(true);
                }
                ("xf", List::CellStyles) => {
                    let number = |name| number_attribute(&element, name).unwrap_or(0);
                    styles.add_style(number("numFmtId"), number("fontId"));
                }
                _ => {}
            },
            Event::End(element) => match (element.local_name().as_ref(), list) {
                ("font", List::Fonts) => styles.add_font(is_struck_through),
                ("fonts", _) => list = List::Other,
                // Formats of conditional formatting come after, and are none of any cell.
                ("cellXfs", _) => return Ok(()),
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
