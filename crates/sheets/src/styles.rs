//! What the styles of a workbook say of its cells: their number format, and whether they are struck through.

use std::collections::HashMap;

use leads::Country;

use super::number_format::{Epoch, MAX_CODE_LENGTH, NumberFormat};

/// The most styles of cells; Excel has at most 65,490.
const MAX_STYLES: usize = 65_536;

/// The most fonts and number formats that are kept; Excel has at most 1,024 fonts, and 250 formats of its own.
const MAX_FONTS: usize = 65_536;
const MAX_FORMATS: usize = 1_024;

/// The styles of a workbook, in the order of its file; those beyond what any program writes count as plain.
#[derive(Debug, Default)]
pub(super) struct Styles {
    epoch: Epoch,
    country: Option<Country>,
    codes: HashMap<u32, String>,
    fonts: Vec<bool>,
    formats: Vec<NumberFormat>,
    places: HashMap<u32, u32>,
    cells: Vec<Style>,
}

#[derive(Clone, Copy, Debug)]
struct Style {
    format: u32,
    is_struck_through: bool,
}

static GENERAL: NumberFormat = NumberFormat::General;

impl Styles {
    pub fn new(epoch: Epoch, country: Country) -> Styles {
        Styles {
            epoch,
            country: Some(country),
            ..Styles::default()
        }
    }

    /// Notes a format by its number in the file, before the styles that name it.
    pub fn add_format(&mut self, id: u32, code: String) {
        if self.codes.len() < MAX_FORMATS && code.len() <= MAX_CODE_LENGTH {
            self.codes.insert(id, code);
        }
    }

    /// Notes the next font.
    pub fn add_font(&mut self, is_struck_through: bool) {
        if self.fonts.len() < MAX_FONTS {
            self.fonts.push(is_struck_through);
        }
    }

    /// Whether the font of that place strikes its text through.
    pub fn is_struck_through(&self, font: u32) -> bool {
        self.fonts.get(font as usize).copied().unwrap_or(false)
    }

    /// Notes the next style of cells.
    pub fn add_style(&mut self, format: u32, font: u32) {
        if self.cells.len() == MAX_STYLES {
            return;
        }
        let is_struck_through = self.is_struck_through(font);
        let format = self.place_of(format);
        self.cells.push(Style {
            format,
            is_struck_through,
        });
    }

    fn place_of(&mut self, id: u32) -> u32 {
        if let Some(place) = self.places.get(&id) {
            return *place;
        }
        if self.formats.len() == MAX_FORMATS {
            return u32::MAX;
        }
        let format = match (self.codes.get(&id), self.country) {
            (Some(code), _) => NumberFormat::parse(code, self.epoch),
            (None, Some(country)) => NumberFormat::built_in(id, self.epoch, country),
            (None, None) => NumberFormat::General,
        };
        let place = u32::try_from(self.formats.len()).unwrap_or(u32::MAX);
        self.formats.push(format);
        self.places.insert(id, place);
        place
    }

    /// The number format of cells of that style, and whether they are struck through.
    pub fn of_cell(&self, style: u32) -> (&NumberFormat, bool) {
        match self.cells.get(style as usize) {
            Some(style) => (
                self.formats.get(style.format as usize).unwrap_or(&GENERAL),
                style.is_struck_through,
            ),
            None => (&GENERAL, false),
        }
    }
}
