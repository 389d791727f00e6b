//! Excel workbooks of XML in a zip archive (ECMA-376 part 1, 18), read cell by cell.
//!
//! No crate tells all of what is needed here (hidden rows, text that is struck through, formulas that were never calculated, the
//! text that a number format shows), and those that tell some refuse a whole workbook over one cell that they do not know.

mod cell;
mod merged;
mod rows;
mod styles;
mod texts;

use std::io::{Read, Seek};

use leads::Country;
use quick_xml::events::{BytesStart, Event};

use super::SheetError;
use super::budget::Budget;
use super::merges::Merges;
use super::number_format::Epoch;
use super::package::{Package, Relation};
use super::sheets::{Extent, MAX_NAME_LENGTH, TakeSheet, Workbook, shown_first};
use super::styles::Styles;
use super::xml::{attribute, flag_attribute, plain_attribute};
use texts::SharedTexts;

/// The most sheets that are known by name. Which of them are looked at is decided later.
const MAX_SHEETS: usize = 10_000;

/// A workbook whose sheets are read one by one.
pub(super) struct Xlsx<'b, R> {
    package: Package<'b, R>,
    sheets: Vec<SheetPart>,
    texts: SharedTexts,
    styles: Styles,
    book: BookFlags,
}

/// What the workbook says of all of its sheets.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BookFlags {
    epoch: Epoch,
    /// Every formula is to be calculated when the workbook is opened: what stands there was put by a program that cannot
    /// calculate, which is 0 (ECMA-376 part 1, 18.2.2).
    is_to_be_calculated: bool,
}

struct SheetPart {
    name: String,
    place: usize,
    is_shown: bool,
}

impl<'b, R: Read + Seek> Xlsx<'b, R> {
    /// Reads what all sheets share.
    pub fn open(
        source: R,
        budget: &'b Budget<'b>,
        country: Country,
    ) -> Result<Xlsx<'b, R>, SheetError> {
        let mut package = Package::open(source, budget)?;
        let main = package.main_part("xl/workbook.xml")?;
        let relations = package.relations(&main)?;
        let (named, book) = read_workbook(&mut package, &main)?;
        let sheets = named
            .into_iter()
            .filter_map(|sheet| sheet.part(&package, &relations))
            .collect();
        let related = |package: &Package<'b, R>, kind: &str, name: &str| {
            let related = relations.iter().find(|relation| relation.kind == kind);
            let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
            related
                .and_then(|relation| package.place(&relation.target))
                .or_else(|| package.place(&format!("{folder}/{name}")))
        };
        let mut styles = Styles::new(book.epoch, country);
        if let Some(place) = related(&package, "styles", "styles.xml") {
            styles::read(&mut package.xml(place)?, &mut styles)?;
        }
        let mut texts = SharedTexts::default();
        if let Some(place) = related(&package, "sharedStrings", "sharedStrings.xml") {
            texts.read(&mut package.xml(place)?, budget)?;
        }
        Ok(Xlsx {
            package,
            sheets,
            texts,
            styles,
            book,
        })
    }
}

impl<R: Read + Seek> Workbook for Xlsx<'_, R> {
    fn sheets(&self) -> Vec<String> {
        let sheets = self.sheets.iter();
        shown_first(sheets.map(|sheet| (sheet.name.as_str(), sheet.is_shown)))
    }

    fn rows(
        &mut self,
        sheet: &str,
        extent: Extent,
        take: &mut dyn TakeSheet,
    ) -> Result<(), SheetError> {
        let found = self.sheets.iter().find(|other| other.name == sheet);
        let place = found.ok_or(SheetError::Damaged)?.place;
        let merges = match extent {
            Extent::FirstRows => Merges::default(),
            Extent::WholeSheet => merged::find(&mut self.package.bytes(place)?)?,
        };
        let book = rows::Shared {
            texts: &self.texts,
            styles: &self.styles,
            flags: self.book,
        };
        rows::read(&mut self.package.xml(place)?, &book, merges, take)
    }
}

/// A sheet as the workbook names it.
struct NamedSheet {
    name: String,
    relation: String,
    is_shown: bool,
}

impl NamedSheet {
    fn of(element: &BytesStart<'_>) -> Result<NamedSheet, SheetError> {
        let state = plain_attribute(element, "state");
        Ok(NamedSheet {
            name: attribute(element, "name")?.unwrap_or_default(),
            relation: relation_of(element),
            is_shown: state.is_none_or(|state| state == "visible"),
        })
    }

    /// The sheet with its part; `None` for what is no worksheet, and for one that is not there.
    fn part<R: Read + Seek>(
        self,
        package: &Package<'_, R>,
        relations: &[Relation],
    ) -> Option<SheetPart> {
        let relation = relations
            .iter()
            .find(|relation| relation.id == self.relation)?;
        let is_worksheet = relation.kind == "worksheet"
            || relation.kind.is_empty() && relation.target.contains("worksheets/");
        Some(SheetPart {
            name: self.name,
            place: package.place(&relation.target).filter(|_| is_worksheet)?,
            is_shown: self.is_shown,
        })
    }
}

/// The `r:id` of an element, whatever stands for `r`.
fn relation_of(element: &BytesStart<'_>) -> String {
    let mut attributes = element.attributes();
    attributes
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| {
            let name = attribute.key;
            name.local_name().as_ref() == "id" && name.prefix().is_some()
        })
        .map(|attribute| attribute.value.into_owned())
        .unwrap_or_default()
}

fn read_workbook<R: Read + Seek>(
    package: &mut Package<'_, R>,
    main: &str,
) -> Result<(Vec<NamedSheet>, BookFlags), SheetError> {
    let place = package.place(main).ok_or(SheetError::Damaged)?;
    let mut xml = package.xml(place)?;
    let mut sheets: Vec<NamedSheet> = Vec::new();
    let mut book = BookFlags::default();
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "sheet" if sheets.len() < MAX_SHEETS => {
                    let mut sheet = NamedSheet::of(&element)?;
                    // Nobody looks at one of such a name, but it counts.
                    sheet
                        .name
                        .truncate(sheet.name.floor_char_boundary(MAX_NAME_LENGTH + 1));
                    sheets.push(sheet);
                }
                "workbookPr" if flag_attribute(&element, "date1904") == Some(true) => {
                    book.epoch = Epoch::Of1904;
                }
                "calcPr" => {
                    book.is_to_be_calculated =
                        flag_attribute(&element, "fullCalcOnLoad") == Some(true);
                }
                _ => {}
            },
            Event::Eof => return Ok((sheets, book)),
            _ => {}
        }
    }
}
