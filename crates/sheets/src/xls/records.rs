//! The records of an old workbook (MS-XLS 2.1.4), and the texts in them.

use encoding_rs::Encoding;

use crate::compound::{u16_at, u32_at};

/// The kinds of records that are understood (MS-XLS 2.3.1).
pub(super) mod kind {
    /// Formula.
    pub const FORMULA: u16 = 0x0006;
    /// EOF.
    pub const END: u16 = 0x000A;
    /// Date1904.
    pub const EPOCH: u16 = 0x0022;
    /// FilePass.
    pub const PASSWORD: u16 = 0x002F;
    /// Font.
    pub const FONT: u16 = 0x0031;
    /// Continue.
    pub const CONTINUE: u16 = 0x003C;
    /// CodePage.
    pub const CODE_PAGE: u16 = 0x0042;
    /// ColInfo.
    pub const COLUMNS: u16 = 0x007D;
    /// BoundSheet8.
    pub const SHEET: u16 = 0x0085;
    /// MulRk.
    pub const NUMBERS: u16 = 0x00BD;
    /// RString.
    pub const RICH_TEXT: u16 = 0x00D6;
    /// XF.
    pub const STYLE: u16 = 0x00E0;
    /// MergeCells.
    pub const MERGED_CELLS: u16 = 0x00E5;
    /// SST.
    pub const SHARED_TEXTS: u16 = 0x00FC;
    /// LabelSst.
    pub const SHARED_TEXT: u16 = 0x00FD;
    /// RecalcId.
    pub const CALCULATED_BY: u16 = 0x01C1;
    /// Number.
    pub const NUMBER: u16 = 0x0203;
    /// Label.
    pub const TEXT: u16 = 0x0204;
    /// BoolErr.
    pub const TRUTH_OR_ERROR: u16 = 0x0205;
    /// String.
    pub const TEXT_OF_FORMULA: u16 = 0x0207;
    /// Row.
    pub const ROW: u16 = 0x0208;
    /// RK.
    pub const SHORT_NUMBER: u16 = 0x027E;
    /// Format.
    pub const FORMAT: u16 = 0x041E;
    /// BOF.
    pub const BEGIN: u16 = 0x0809;
}

/// A record: its kind, its data, and where the next one begins in the stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'s> {
    pub kind: u16,
    pub data: &'s [u8],
    pub end: usize,
}

/// The record that begins there; `None` at the end of the stream, or where it breaks off.
pub(super) fn record_at(stream: &[u8], at: usize) -> Option<Record<'_>> {
    let length = usize::from(u16_at(stream, at.checked_add(2)?)?);
    let begin = at.checked_add(4)?;
    let end = begin.checked_add(length)?;
    Some(Record {
        kind: u16_at(stream, at)?,
        data: stream.get(begin..end)?,
        end,
    })
}

/// The records from there on.
pub(super) fn records(stream: &[u8], at: usize) -> impl Iterator<Item = Record<'_>> {
    let mut next = at;
    std::iter::from_fn(move || {
        let record = record_at(stream, next)?;
        next = record.end;
        Some(record)
    })
}

/// How the texts of a workbook are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum TextForm {
    /// Since Excel 97: one byte or two for each letter.
    Unicode,
    /// In Excel 5.0 and 95: bytes in the code page of the machine.
    Bytes(&'static Encoding),
}

impl TextForm {
    /// The code page of a workbook before Excel 97 (MS-XLS 2.4.52); that of Western Europe where it is none that is known.
    pub fn of_code_page(number: u16) -> TextForm {
        let name: &[u8] = match number {
            874 => b"windows-874",
            932 => b"shift_jis",
            936 => b"gbk",
            949 => b"euc-kr",
            950 => b"big5",
            1250 => b"windows-1250",
            1251 => b"windows-1251",
            1253 => b"windows-1253",
            1254 => b"windows-1254",
            1255 => b"windows-1255",
            1256 => b"windows-1256",
            1257 => b"windows-1257",
            1258 => b"windows-1258",
            10_000 => b"macintosh",
            _ => b"windows-1252",
        };
        TextForm::Bytes(Encoding::for_label(name).unwrap_or(encoding_rs::WINDOWS_1252))
    }

    /// The text of a record (MS-XLS 2.5.294), which may go on in those that follow. What is cut off is no text.
    pub fn long_text(self, stream: &[u8], record: Record<'_>, at: usize) -> Option<String> {
        let characters = usize::from(u16_at(record.data, at)?);
        match self {
            TextForm::Unicode => {
                let flags = *record.data.get(at + 2)?;
                let mut pieces = Pieces::new(stream, record, at + 3)?;
                let mut text = String::new();
                pieces.characters(characters, flags & 1 == 1, &mut text)?;
                Some(text)
            }
            TextForm::Bytes(_) => self.decode(record.data.get(at + 2..)?, characters),
        }
    }

    /// A text of at most 255 letters (MS-XLS 2.5.240).
    pub fn short_text(self, data: &[u8], at: usize) -> Option<String> {
        let characters = usize::from(*data.get(at)?);
        match self {
            TextForm::Unicode => {
                let is_wide = data.get(at + 1)? & 1 == 1;
                let mut text = String::new();
                push_characters(data.get(at + 2..)?, characters, is_wide, &mut text);
                Some(text)
            }
            TextForm::Bytes(_) => self.decode(data.get(at + 1..)?, characters),
        }
    }

    /// The code of a number format (MS-XLS 2.4.126).
    pub fn format_code(self, stream: &[u8], record: Record<'_>) -> Option<String> {
        match self {
            TextForm::Unicode => self.long_text(stream, record, 2),
            TextForm::Bytes(_) => self.short_text(record.data, 2),
        }
    }

    fn decode(self, bytes: &[u8], length: usize) -> Option<String> {
        let TextForm::Bytes(encoding) = self else {
            return None;
        };
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(..length)?);
        Some(text.into_owned())
    }
}

/// Adds so many characters at most; how many there were.
fn push_characters(data: &[u8], most: usize, is_wide: bool, text: &mut String) -> usize {
    if is_wide {
        let units = data.chunks_exact(2).take(most);
        let count = units.len();
        let units = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let characters = char::decode_utf16(units);
        text.extend(characters.map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)));
        count
    } else {
        let bytes = &data[..data.len().min(most)];
        text.extend(bytes.iter().map(|byte| char::from(*byte)));
        bytes.len()
    }
}

/// A text that cells share, as its record holds it.
#[derive(Debug, Default)]
pub(super) struct RichText {
    pub text: String,
    /// The letter from which each font is used, and its number in the file.
    pub fonts: Vec<(u16, u16)>,
}

/// What goes on in as many records as it takes.
pub(super) struct Pieces<'s> {
    stream: &'s [u8],
    data: &'s [u8],
    next: usize,
}

impl<'s> Pieces<'s> {
    /// From that place in the record's data on.
    pub fn new(stream: &'s [u8], record: Record<'s>, at: usize) -> Option<Pieces<'s>> {
        Some(Pieces {
            stream,
            data: record.data.get(at..)?,
            next: record.end,
        })
    }

    fn next_piece(&mut self) -> Option<()> {
        let record = record_at(self.stream, self.next)?;
        if record.kind != kind::CONTINUE {
            return None;
        }
        self.data = record.data;
        self.next = record.end;
        Some(())
    }

    /// Takes the next text of the table (MS-XLS 2.5.293); `None` at its end, and where it does not add up.
    pub fn rich_text(&mut self, rich: &mut RichText) -> Option<()> {
        rich.text.clear();
        rich.fonts.clear();
        while self.data.is_empty() {
            self.next_piece()?;
        }
        let characters = usize::from(u16_at(self.data, 0)?);
        let flags = *self.data.get(2)?;
        let mut at = 3;
        let (mut fonts, mut extras) = (0, 0);
        if flags & 8 != 0 {
            fonts = usize::from(u16_at(self.data, at)?);
            at += 2;
        }
        if flags & 4 != 0 {
            extras = usize::try_from(u32_at(self.data, at)?).ok()?;
            at += 4;
        }
        self.data = self.data.get(at..)?;
        self.characters(characters, flags & 1 == 1, &mut rich.text)?;
        for _ in 0..fonts {
            while self.data.is_empty() {
                self.next_piece()?;
            }
            rich.fonts
                .push((u16_at(self.data, 0)?, u16_at(self.data, 2)?));
            self.data = self.data.get(4..)?;
        }
        self.skip(extras)
    }

    /// A text that goes on in the next record says there anew how wide its characters are.
    fn characters(&mut self, mut left: usize, mut is_wide: bool, text: &mut String) -> Option<()> {
        loop {
            let here = push_characters(self.data, left, is_wide, text);
            let width = if is_wide { 2 } else { 1 };
            self.data = self.data.get(here * width..)?;
            left -= here;
            if left == 0 {
                return Some(());
            }
            self.next_piece()?;
            is_wide = self.data.first()? & 1 == 1;
            self.data = &self.data[1..];
        }
    }

    fn skip(&mut self, mut left: usize) -> Option<()> {
        while left > self.data.len() {
            left -= self.data.len();
            self.next_piece()?;
        }
        self.data = &self.data[left..];
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(records: &[(u16, &[u8])]) -> Vec<u8> {
        let mut stream = Vec::new();
        for (kind, data) in records {
            stream.extend(kind.to_le_bytes());
            stream.extend((data.len() as u16).to_le_bytes());
            stream.extend(*data);
        }
        stream
    }

    fn texts(stream: &[u8]) -> Vec<(String, Vec<(u16, u16)>)> {
        let record = record_at(stream, 0).unwrap();
        let mut pieces = Pieces::new(stream, record, 8).unwrap();
        let mut rich = RichText::default();
        let mut texts = Vec::new();
        while pieces.rich_text(&mut rich).is_some() {
            texts.push((rich.text.clone(), rich.fonts.clone()));
        }
        texts
    }

    #[test]
    fn a_text_goes_on_in_the_next_record_with_letters_of_another_width() {
        let begin = [0; 8];
        let first = [&begin[..], &[4, 0, 0], b"ab"].concat();
        let second = [1, b'c', 0, 0xA7, 0x67, 1, 0, 8, 1, 0, b'z', 0, 0, 5, 0];
        let stream = stream(&[
            (kind::SHARED_TEXTS, &first),
            (kind::CONTINUE, &second),
            (kind::END, &[]),
        ]);
        assert_eq!(
            texts(&stream),
            [
                ("abc\u{67A7}".to_owned(), vec![]),
                ("z".to_owned(), vec![(0, 5)])
            ]
        );
    }

    #[test]
    fn a_table_that_does_not_add_up_ends() {
        let stream = stream(&[(kind::SHARED_TEXTS, &[0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, b'a'])]);
        assert_eq!(texts(&stream), []);
    }

    #[test]
    fn a_text_before_unicode_is_in_its_code_page() {
        let data = [3, b'a', 0xF1, b'o'];
        let text = |page| TextForm::of_code_page(page).short_text(&data, 0);
        assert_eq!(text(1252).as_deref(), Some("año"));
        assert_eq!(text(1251).as_deref(), Some("aсo"));
        assert_eq!(text(0).as_deref(), Some("año"));
    }
}
