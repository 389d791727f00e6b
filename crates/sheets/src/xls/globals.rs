//! What the sheets of an old workbook share (MS-XLS 2.1.7.20.3): its sheets, styles and texts.

use leads::Country;

use crate::SheetError;
use crate::compound::{u16_at, u32_at};
use crate::number_format::Epoch;
use crate::styles::Styles;
use crate::texts::SharedTexts;

use super::records::{Pieces, Record, RichText, TextForm, kind, records};

/// The most sheets that are known by name.
const MAX_SHEETS: usize = 10_000;

/// The version of a workbook since Excel 97 (MS-XLS 2.4.21).
const SINCE_97: u16 = 0x0600;

/// Where in the flags of a font it is struck through (MS-XLS 2.4.122).
const STRUCK_THROUGH: u16 = 1 << 3;

/// The number that no font has (MS-XLS 2.5.129).
const NO_FONT: u16 = 4;

/// A sheet, and where it begins in the stream.
pub(super) struct SheetPlace {
    pub name: String,
    pub at: usize,
    pub is_shown: bool,
}

/// What all sheets share.
pub(super) struct Globals {
    pub sheets: Vec<SheetPlace>,
    pub styles: Styles,
    pub texts: SharedTexts,
    pub text_form: TextForm,
    /// A program that calculates has written it.
    pub is_calculated: bool,
}

impl Globals {
    /// Reads the records before those of the sheets.
    ///
    /// # Errors
    /// [`SheetError::Protected`], [`SheetError::TooMuchMemory`].
    pub fn read(stream: &[u8], country: Country) -> Result<Globals, SheetError> {
        let (text_form, epoch) = forms(stream)?;
        let mut globals = Globals {
            sheets: Vec::new(),
            styles: Styles::new(epoch, country),
            texts: SharedTexts::default(),
            text_form,
            is_calculated: false,
        };
        // Styles name formats and fonts, and texts name fonts; some programs write them in another order.
        let pass = |wanted: &[u16], globals: &mut Globals| {
            until_end(stream)
                .filter(|record| wanted.contains(&record.kind))
                .try_for_each(|record| globals.note(stream, record))
        };
        pass(&[kind::FORMAT, kind::FONT], &mut globals)?;
        let rest = [
            kind::STYLE,
            kind::SHEET,
            kind::SHARED_TEXTS,
            kind::CALCULATED_BY,
        ];
        pass(&rest, &mut globals)?;
        Ok(globals)
    }

    fn note(&mut self, stream: &[u8], record: Record<'_>) -> Result<(), SheetError> {
        let number = |at| u16_at(record.data, at).unwrap_or(0);
        match record.kind {
            kind::FORMAT => {
                if let Some(code) = self.text_form.format_code(stream, record) {
                    self.styles.add_format(u32::from(number(0)), code);
                }
            }
            kind::FONT => self.styles.add_font(number(2) & STRUCK_THROUGH != 0),
            kind::STYLE => self
                .styles
                .add_style(u32::from(number(2)), place_of_font(number(0))),
            kind::SHEET => self.note_sheet(record.data),
            kind::SHARED_TEXTS => self.read_texts(stream, record)?,
            kind::CALCULATED_BY => self.is_calculated = true,
            _ => {}
        }
        Ok(())
    }

    /// Notes a sheet that is no chart and no macro (MS-XLS 2.4.28).
    fn note_sheet(&mut self, data: &[u8]) {
        let at = u32_at(data, 0).and_then(|at| usize::try_from(at).ok());
        let name = self.text_form.short_text(data, 6);
        let (Some(at), Some(name), Some(state), Some(0)) = (at, name, data.get(4), data.get(5))
        else {
            return;
        };
        if self.sheets.len() < MAX_SHEETS {
            self.sheets.push(SheetPlace {
                name,
                at,
                is_shown: state & 3 == 0,
            });
        }
    }

    fn read_texts(&mut self, stream: &[u8], record: Record<'_>) -> Result<(), SheetError> {
        let Some(mut pieces) = Pieces::new(stream, record, 8) else {
            return Ok(());
        };
        let mut rich = RichText::default();
        while pieces.rich_text(&mut rich).is_some() {
            let is_struck_through = rich.fonts.first().is_some_and(|(first, _)| *first == 0)
                && rich
                    .fonts
                    .iter()
                    .all(|(_, font)| self.styles.is_struck_through(place_of_font(*font)));
            self.texts
                .push(&rich.text, rich.text.len(), is_struck_through)?;
        }
        Ok(())
    }
}

/// How texts are written, and from when dates count.
///
/// # Errors
/// [`SheetError::Protected`]: nothing else can be understood then.
fn forms(stream: &[u8]) -> Result<(TextForm, Epoch), SheetError> {
    let mut text_form = TextForm::Unicode;
    let mut epoch = Epoch::Of1900;
    let (mut is_old, mut code_page) = (false, 0);
    for record in until_end(stream) {
        let number = u16_at(record.data, 0).unwrap_or(0);
        match record.kind {
            kind::PASSWORD if record.data.iter().any(|byte| *byte != 0) => {
                return Err(SheetError::Protected);
            }
            // Some programs write no version.
            kind::BEGIN => is_old = (1..SINCE_97).contains(&number),
            kind::CODE_PAGE => code_page = number,
            kind::EPOCH if number == 1 => epoch = Epoch::Of1904,
            _ => {}
        }
    }
    if is_old {
        text_form = TextForm::of_code_page(code_page);
    }
    Ok((text_form, epoch))
}

fn until_end(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    records(stream, 0).take_while(|record| record.kind != kind::END)
}

/// The place of a font among those in the file.
fn place_of_font(number: u16) -> u32 {
    u32::from(if number > NO_FONT { number - 1 } else { number })
}
