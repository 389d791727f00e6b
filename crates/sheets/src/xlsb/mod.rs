//! Binary Excel workbooks in a zip archive (MS-XLSB), read record by record.
//!
//! Other programs than Excel write short cells, which name no column; they are understood too.

mod records;
mod rows;

use std::io::{Read, Seek};

use leads::Country;

use super::SheetError;
use super::budget::Budget;
use super::compound::{u16_at, u32_at};
use super::merges::Merges;
use super::number_format::Epoch;
use super::package::Package;
use super::sheets::{Extent, MAX_NAME_LENGTH, TakeSheet, Workbook, shown_first};
use super::styles::Styles;
use super::texts::SharedTexts;
use records::{Records, kind, rich_text, wide_text};

/// The most sheets that are known by name.
const MAX_SHEETS: usize = 10_000;

/// Where in the flags of a font it is struck through (MS-XLSB 2.5.46).
const STRUCK_THROUGH: u16 = 1 << 3;

/// A workbook whose sheets are read one by one.
pub(super) struct Xlsb<'b, R> {
    package: Package<'b, R>,
    sheets: Vec<SheetPart>,
    texts: SharedTexts,
    styles: Styles,
}

struct SheetPart {
    name: String,
    place: usize,
    is_shown: bool,
}

impl<'b, R: Read + Seek> Xlsb<'b, R> {
    /// Reads what all sheets share.
    pub fn open(
        source: R,
        budget: &'b Budget<'b>,
        country: Country,
    ) -> Result<Xlsb<'b, R>, SheetError> {
        let mut package = Package::open(source, budget)?;
        let main = package.main_part("xl/workbook.bin")?;
        let (sheets, epoch) = read_workbook(&mut package, &main)?;
        let relations = package.relations(&main)?;
        let related = |package: &Package<'b, R>, kind: &str, name: &str| {
            let related = relations.iter().find(|relation| relation.kind == kind);
            let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
            related
                .and_then(|relation| package.place(&relation.target))
                .or_else(|| package.place(&format!("{folder}/{name}")))
        };
        let mut styles = Styles::new(epoch, country);
        if let Some(place) = related(&package, "styles", "styles.bin") {
            read_styles(Records::new(package.bytes(place)?), &mut styles)?;
        }
        let mut texts = SharedTexts::default();
        if let Some(place) = related(&package, "sharedStrings", "sharedStrings.bin") {
            read_texts(Records::new(package.bytes(place)?), &styles, &mut texts)
                .map_err(|error| budget.refuse(error))?;
        }
        Ok(Xlsb {
            package,
            sheets,
            texts,
            styles,
        })
    }
}

impl<R: Read + Seek> Workbook for Xlsb<'_, R> {
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
            Extent::WholeSheet => rows::merged(Records::new(self.package.bytes(place)?))?,
        };
        let records = Records::new(self.package.bytes(place)?);
        rows::read(records, &self.texts, &self.styles, merges, take)
    }
}

fn read_workbook<R: Read + Seek>(
    package: &mut Package<'_, R>,
    main: &str,
) -> Result<(Vec<SheetPart>, Epoch), SheetError> {
    let place = package.place(main).ok_or(SheetError::Damaged)?;
    let relations = package.relations(main)?;
    let mut named = Vec::new();
    let mut epoch = Epoch::Of1900;
    let mut records = Records::new(package.bytes(place)?);
    while let Some((kind, data)) =
        records.next(|kind| [kind::WORKBOOK, kind::SHEET].contains(&kind))?
    {
        if kind == kind::WORKBOOK {
            if data.first().is_some_and(|flags| flags & 1 == 1) {
                epoch = Epoch::Of1904;
            }
        } else if named.len() < MAX_SHEETS {
            named.extend(named_sheet(data));
        }
    }
    drop(records);
    let sheets = named
        .into_iter()
        .filter_map(|(name, id, is_shown)| {
            let relation = relations
                .iter()
                .find(|relation| relation.id == id && relation.kind == "worksheet")?;
            let place = package.place(&relation.target)?;
            Some(SheetPart {
                name,
                place,
                is_shown,
            })
        })
        .collect();
    Ok((sheets, epoch))
}

/// The name of a sheet, its relation, and whether it is shown (MS-XLSB 2.4.313).
fn named_sheet(data: &[u8]) -> Option<(String, String, bool)> {
    let state = u32_at(data, 0)?;
    let (relation, end) = wide_text(data, 8)?;
    let (mut name, _) = wide_text(data, end)?;
    // Nobody looks at one of such a name, but it counts.
    name.truncate(name.floor_char_boundary(MAX_NAME_LENGTH + 1));
    Some((name, relation, state == 0))
}

/// Reads the formats, the fonts, and the styles of cells (MS-XLSB 2.4.681, 2.4.691, 2.4.846).
fn read_styles<R: Read>(mut records: Records<R>, styles: &mut Styles) -> Result<(), SheetError> {
    let mut is_of_cells = false;
    let wanted = [
        kind::FORMAT,
        kind::FONT,
        kind::STYLE,
        kind::BEGIN_STYLES,
        kind::END_STYLES,
    ];
    while let Some((kind, data)) = records.next(|kind| wanted.contains(&kind))? {
        match kind {
            kind::BEGIN_STYLES => is_of_cells = true,
            kind::END_STYLES => break,
            kind::FORMAT => {
                if let (Some(id), Some((code, _))) = (u16_at(data, 0), wide_text(data, 2)) {
                    styles.add_format(u32::from(id), code);
                }
            }
            kind::FONT => {
                let flags = u16_at(data, 2).unwrap_or(0);
                styles.add_font(flags & STRUCK_THROUGH != 0);
            }
            _ if is_of_cells => {
                let number = |at| u32::from(u16_at(data, at).unwrap_or(0));
                styles.add_style(number(2), number(4));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Reads the texts that cells share (MS-XLSB 2.4.728).
fn read_texts<R: Read>(
    mut records: Records<R>,
    styles: &Styles,
    texts: &mut SharedTexts,
) -> Result<(), SheetError> {
    while let Some((_, data)) = records.next(|kind| kind == kind::SHARED_TEXT)? {
        let text = rich_text(data, 0, |font| styles.is_struck_through(font));
        let (text, is_struck_through) = text.ok_or(SheetError::Damaged)?;
        texts.push(&text, text.len(), is_struck_through)?;
    }
    Ok(())
}
