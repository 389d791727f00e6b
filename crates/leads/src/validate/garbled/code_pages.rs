//! The encodings that text is taken for by mistake: code pages of one byte a letter, and those of East Asia.

use std::borrow::Cow;
use std::sync::LazyLock;

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS};

/// An encoding of one byte a letter: what the bytes from 0x80 on mean.
pub(super) struct CodePage {
    letters: [char; 128],
    /// The bytes 0x80 to 0x9F may also have been taken for control characters, as ISO 8859-1 has it.
    is_latin_1_too: bool,
}

/// Code page 437 of MS-DOS, by Unicode's mapping table (VENDORS/MICSFT/PC/CP437.TXT).
const MS_DOS_437: &str = "\
    ÇüéâäàåçêëèïîìÄÅ\
    ÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
    áíóúñÑªº¿⌐¬½¼¡«»\
    ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧\
    ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩\
    ≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

/// Code page 850 of MS-DOS, by Unicode's mapping table (VENDORS/MICSFT/PC/CP850.TXT).
const MS_DOS_850: &str = "\
    ÇüéâäàåçêëèïîìÄÅ\
    ÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»\
    ░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
    ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\
    \u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";

impl CodePage {
    fn of_letters(letters: &str) -> CodePage {
        let mut page = [char::REPLACEMENT_CHARACTER; 128];
        for (place, letter) in page.iter_mut().zip(letters.chars()) {
            *place = letter;
        }
        CodePage {
            letters: page,
            is_latin_1_too: false,
        }
    }

    /// A code page of the web (WHATWG encoding standard).
    fn of_web(label: &str) -> CodePage {
        let bytes: Vec<u8> = (0x80..=0xFF).collect();
        let encoding = Encoding::for_label(label.as_bytes());
        let letters = encoding.map_or(Cow::Borrowed(""), |encoding| {
            encoding.decode_without_bom_handling(&bytes).0
        });
        CodePage {
            is_latin_1_too: label == "windows-1252",
            ..CodePage::of_letters(&letters)
        }
    }

    /// The byte that is read as this character.
    fn byte(&self, character: char) -> Option<u8> {
        match u8::try_from(character) {
            Ok(byte) if byte.is_ascii() => return Some(byte),
            Ok(byte) if self.is_latin_1_too && byte < 0xA0 => return Some(byte),
            _ if character == char::REPLACEMENT_CHARACTER => return None,
            _ => {}
        }
        let place = self
            .letters
            .iter()
            .position(|letter| *letter == character)?;
        u8::try_from(0x80 + place).ok()
    }

    /// The bytes that are read as this text; `None` where no bytes are.
    pub fn bytes(&self, text: &str) -> Option<Vec<u8>> {
        text.chars().map(|character| self.byte(character)).collect()
    }

    /// What the bytes mean; `None` where one means nothing.
    pub fn text(&self, bytes: &[u8]) -> Option<String> {
        bytes
            .iter()
            .map(|byte| match byte.checked_sub(0x80) {
                None => Some(char::from(*byte)),
                Some(place) => Some(self.letters[usize::from(place)])
                    .filter(|letter| *letter != char::REPLACEMENT_CHARACTER),
            })
            .collect()
    }
}

/// The code pages of one byte a letter.
pub(super) struct CodePages {
    pub windows_1252: CodePage,
    pub ms_dos_850: CodePage,
    pub ms_dos_437: CodePage,
    pub macintosh: CodePage,
    pub windows_1251: CodePage,
    pub windows_1253: CodePage,
    others: Vec<CodePage>,
}

impl CodePages {
    /// All of them, the most likely first.
    pub fn all(&self) -> impl Iterator<Item = &CodePage> {
        [
            &self.windows_1252,
            &self.ms_dos_850,
            &self.ms_dos_437,
            &self.macintosh,
            &self.windows_1251,
            &self.windows_1253,
        ]
        .into_iter()
        .chain(&self.others)
    }
}

/// The code pages that Windows, MS-DOS and Macs take text for, by language.
pub(super) static CODE_PAGES: LazyLock<CodePages> = LazyLock::new(|| CodePages {
    windows_1252: CodePage::of_web("windows-1252"),
    ms_dos_850: CodePage::of_letters(MS_DOS_850),
    ms_dos_437: CodePage::of_letters(MS_DOS_437),
    macintosh: CodePage::of_web("macintosh"),
    windows_1251: CodePage::of_web("windows-1251"),
    windows_1253: CodePage::of_web("windows-1253"),
    others: [
        "windows-1250",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "windows-874",
    ]
    .map(CodePage::of_web)
    .into(),
});

/// The encodings of East Asia that Windows takes text for.
const EAST_ASIAN: [&Encoding; 4] = [GBK, BIG5, SHIFT_JIS, EUC_KR];

/// The bytes that are read as this text in each of East Asia's encodings that has its characters.
pub(super) fn east_asian_bytes(text: &str) -> impl Iterator<Item = Vec<u8>> {
    EAST_ASIAN.into_iter().filter_map(move |encoding| {
        let (bytes, _, has_others) = encoding.encode(text);
        (!has_others).then(|| bytes.into_owned())
    })
}

/// Whether GBK reads the first two bytes of a Chinese character in UTF-8 as this one. There are 384 of them, most of them rare.
pub(super) fn is_start_of_utf_8_in_gbk(character: char) -> bool {
    static STARTS: LazyLock<Vec<char>> = LazyLock::new(|| {
        let pairs =
            (0xE4..=0xE9_u8).flat_map(|first| (0x80..=0xBF_u8).map(move |second| [first, second]));
        let mut starts: Vec<char> = pairs
            .filter_map(|pair| GBK.decode_without_bom_handling(&pair).0.chars().next())
            .collect();
        starts.sort_unstable();
        starts
    });
    STARTS.binary_search(&character).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_page_reads_back_what_it_wrote() {
        for page in CODE_PAGES.all() {
            let known: String = page
                .letters
                .iter()
                .filter(|letter| **letter != char::REPLACEMENT_CHARACTER)
                .collect();
            assert!(known.chars().count() > 90);
            let bytes = page.bytes(&known).expect("letters of the page");
            assert_eq!(page.text(&bytes).as_deref(), Some(known.as_str()));
        }
    }

    #[test]
    fn letters_stand_at_the_bytes_of_the_published_tables() {
        let pages = &*CODE_PAGES;
        assert_eq!(
            pages.ms_dos_850.text(b"\xA4\xA0\xD6\xC6\xE9").as_deref(),
            Some("ñáÍãÚ")
        );
        assert_eq!(
            pages.ms_dos_437.text(b"\xA4\xA0\xE9\xC3").as_deref(),
            Some("ñáΘ├")
        );
        assert_eq!(
            pages.macintosh.text(b"\x96\x87\xEA").as_deref(),
            Some("ñáÍ")
        );
        assert_eq!(
            pages.windows_1252.bytes("\u{81}‚€"),
            Some(vec![0x81, 0x82, 0x80])
        );
    }
}
