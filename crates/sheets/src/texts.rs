//! The texts that the cells of a workbook share, kept as tightly as it goes.

use super::{MAX_CELL_LENGTH, SheetError};

/// The most memory that they take together, in bytes.
const MAX_SHARED: usize = 160 * 1024 * 1024;

/// Texts lie in pieces of memory of that size, none in two of them: a piece that grew would be there twice while it moves.
const PIECE: usize = 1024 * 1024;

/// What a text takes besides its bytes: its place, and as much again twice while the list of places moves.
const PLACE_TAKES: usize = 24;

/// The highest bit of where a text begins.
const STRUCK_THROUGH: u32 = 1 << 31;

/// A text that cells share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SharedText<'t> {
    /// Its words; nothing where it is longer than any cell may be.
    pub text: &'t str,
    /// How long it is, in bytes.
    pub length: usize,
    /// Whether all of it is struck through.
    pub is_struck_through: bool,
}

/// The texts, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct SharedTexts {
    pieces: Vec<String>,
    /// Where each begins, counted in bytes over all pieces, and how long it is.
    places: Vec<(u32, u32)>,
}

impl SharedTexts {
    /// Notes the next text; `length` is that of the whole, which may be longer than what was kept of it.
    ///
    /// # Errors
    /// [`SheetError::TooMuchMemory`].
    pub fn push(
        &mut self,
        text: &str,
        length: usize,
        is_struck_through: bool,
    ) -> Result<(), SheetError> {
        let text = if length > MAX_CELL_LENGTH { "" } else { text };
        let takes = self.pieces.len() * PIECE + (self.places.len() + 1) * PLACE_TAKES;
        if takes > MAX_SHARED {
            return Err(SheetError::TooMuchMemory);
        }
        let fits = |piece: &String| piece.len() < PIECE && piece.len() + text.len() <= PIECE;
        if !self.pieces.last().is_some_and(fits) {
            self.pieces.push(String::with_capacity(PIECE));
        }
        let piece = self.pieces.len() - 1;
        let begin = piece * PIECE + self.pieces[piece].len();
        self.pieces[piece].push_str(text);
        let begin = u32::try_from(begin).map_err(|_| SheetError::TooMuchMemory)?;
        let struck_through = if is_struck_through { STRUCK_THROUGH } else { 0 };
        // An escaped text is shorter than it was written, and its length that of what is meant.
        let length = if length > MAX_CELL_LENGTH {
            length
        } else {
            text.len()
        };
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        self.places.push((begin | struck_through, length));
        Ok(())
    }

    /// The text of that place, from 0.
    pub fn get(&self, place: usize) -> Option<SharedText<'_>> {
        let (begin, length) = *self.places.get(place)?;
        let is_struck_through = begin & STRUCK_THROUGH != 0;
        let begin = (begin & !STRUCK_THROUGH) as usize;
        let length = length as usize;
        let kept = if length > MAX_CELL_LENGTH { 0 } else { length };
        let piece = self.pieces.get(begin / PIECE)?;
        Some(SharedText {
            text: piece.get(begin % PIECE..begin % PIECE + kept)?,
            length,
            is_struck_through,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back() {
        let mut texts = SharedTexts::default();
        let long = "é".repeat(MAX_CELL_LENGTH / 2);
        for place in 0..200 {
            texts.push(&long, long.len(), place % 2 == 0).unwrap();
            texts.push("", 0, false).unwrap();
            texts.push("x", MAX_CELL_LENGTH + 1, false).unwrap();
        }
        for place in 0..200 {
            let text = texts.get(3 * place).unwrap();
            assert_eq!(
                (text.text, text.is_struck_through),
                (&*long, place % 2 == 0)
            );
            assert_eq!(texts.get(3 * place + 1).unwrap().text, "");
            assert_eq!(
                texts.get(3 * place + 2).unwrap().length,
                MAX_CELL_LENGTH + 1
            );
        }
        assert_eq!(texts.get(600), None);
    }

    #[test]
    fn too_many_texts_are_refused() {
        let mut texts = SharedTexts::default();
        let refused = (0..10_000_000).try_for_each(|_| texts.push("a", 1, false));
        assert_eq!(refused, Err(SheetError::TooMuchMemory));
    }
}
