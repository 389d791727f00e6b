//! Text of cells and forms.

use localization::Message;
use unicode_segmentation::UnicodeSegmentation;

use super::whole_number::whole_number;
use crate::messages::shown_characters;

/// Characters without a shape of their own: zero-width and directional marks, soft hyphens, byte-order marks. They come
/// along when text is copied out of web pages and mail.
pub(super) const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

/// The text without blanks and byte-order marks around it.
pub(crate) fn trimmed(text: &str) -> &str {
    let is_shown = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_shown(text.as_bytes().first()) && is_shown(text.as_bytes().last()) {
        // Nearly every text.
        return text;
    }
    text.trim_matches(|character: char| character.is_whitespace() || character == '\u{FEFF}')
}

/// The number of characters: Unicode scalar values, the nearest to what the provider's “characters” can mean.
pub(crate) fn length(text: &str) -> usize {
    text.chars().count()
}

/// As much of the text as fits into so many Unicode scalar values, cut between characters as a person sees them (extended
/// grapheme clusters, Unicode Standard Annex 29). It fits by either count then.
pub(crate) fn cut(text: &str, most: usize) -> &str {
    let mut left = most;
    let end = text.grapheme_indices(true).find_map(|(at, cluster)| {
        match left.checked_sub(length(cluster)) {
            Some(rest) => {
                left = rest;
                None
            }
            None => Some(at),
        }
    });
    trimmed(end.map_or(text, |end| &text[..end]))
}

/// What spreadsheet programs show in place of a value that they could not work out, without the number sign and the
/// opening marks of Spanish: Excel (support page “Hide error values”, its translations), Google Sheets, LibreOffice
/// (help page “Error Codes”). English first, then Spanish, Portuguese, German, French, Italian, Dutch, Turkish, Polish,
/// Russian and Chinese.
#[rustfmt::skip]
const ERROR_VALUES: &[&str] = &[
    "NULL!", "DIV/0!", "VALUE!", "REF!", "NAME?", "NUM!", "N/A", "GETTING_DATA", "SPILL!", "CALC!", "FIELD!", "BLOCKED!",
    "UNKNOWN!", "CONNECT!", "BUSY!", "EXTERNAL!", "PYTHON!", "TIMEOUT!", "ERROR!", "MACRO?",
    "NULO!", "VALOR!", "NOMBRE?", "N/D", "DESBORDAMIENTO!", "CAMPO!", "OBTENIENDO_DATOS", "BLOQUEADO!", "DESCONOCIDO!",
    "NOME?", "NÚM!", "DESPEJAR!", "EXCEDIDO!", "OBTENDO_DADOS",
    "WERT!", "BEZUG!", "ZAHL!", "NV", "ÜBERLAUF!", "KALK!", "FELD!",
    "NUL!", "VALEUR!", "NOM?", "NOMBRE!", "PROPAGATION!", "EPARS!", "CHAMP!",
    "NULLO!", "VALORE!", "RIF!", "LEEG!", "DEEL/0!", "WAARDE!", "VERW!", "NAAM?", "GETAL!", "N/B",
    "BOŞ!", "SAYI/0!", "DEĞER!", "BAŞV!", "AD?", "SAYI!", "YOK", "ZERO!", "DZIEL/0!", "ARG!", "ADR!", "NAZWA?", "LICZBA!",
    "ПУСТО!", "ДЕЛ/0!", "ЗНАЧ!", "ССЫЛКА!", "ИМЯ?", "ЧИСЛО!", "Н/Д", "溢出!", "计算!", "值!",
];

/// Those of which the last sign may be missing, where nothing else stands in the cell.
const ERRORS_WITHOUT_SIGN: [&str; 6] = ["NULL", "DIV/0", "VALUE", "REF", "NAME", "NUM"];

/// What LibreOffice writes before the number of an error, from 501 on, in its translations.
const ERROR_NUMBERS: [&str; 6] = ["Err:", "Error:", "Erro:", "Errore:", "Erreur:", "Fehler:"];

/// Whether the text is what a spreadsheet shows where it could not work a cell out, or has that among its words, as where
/// two columns are joined.
pub(super) fn is_error_value(text: &str) -> bool {
    if !text.bytes().any(|byte| matches!(byte, b'#' | b':')) {
        return false;
    }
    let is_hidden_by_width = text.len() > 2 && text.bytes().all(|byte| byte == b'#');
    is_hidden_by_width
        || is_error_word(text, true)
        || text
            .split_whitespace()
            .any(|word| is_error_word(word, false))
}

/// A hashtag such as `#NV` is one of the errors only where it is the whole cell.
fn is_error_word(word: &str, is_whole: bool) -> bool {
    if let Some(number) = ERROR_NUMBERS
        .iter()
        .find_map(|prefix| without_prefix(word, prefix))
    {
        return number.len() == 3 && whole_number(number, 501, 599).is_some();
    }
    let Some(name) = word.strip_prefix('#') else {
        return false;
    };
    let is_unmistakable = name.ends_with(['!', '?']) || name.contains('/');
    if !(is_whole || is_unmistakable) || name.len() > 24 {
        return false;
    }
    let name = name.trim_start_matches(['¡', '¿']);
    // Some programs leave the last sign out: `#REF`, `#DIV/0`.
    let is_cut = is_whole && ERRORS_WITHOUT_SIGN.contains(&name);
    is_cut || ERROR_VALUES.contains(&name.to_uppercase().as_str())
}

/// What follows those ASCII letters, in either case.
fn without_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// Whether the text is a formula that no program calculated: a text file made by another program, or a cell formatted as
/// text. `="…"` alone is how exports keep a spreadsheet from changing a value, and no formula.
pub(super) fn is_formula(text: &str) -> bool {
    let text = text.strip_prefix('{').unwrap_or(text);
    let Some(formula) = text.strip_prefix('=') else {
        return false;
    };
    let mut characters = formula.chars();
    let (first, second) = (characters.next(), characters.next());
    match (first, second) {
        // `=D` and `=)` are drawn faces.
        (None, _) | (_, None) => false,
        (Some('"'), Some(_)) => formula[1..]
            .trim_end()
            .strip_suffix('"')
            .is_none_or(|inner| inner.replace("\"\"", "").contains('"')),
        (Some(first), Some(_)) => first.is_alphanumeric() || "(+-@$'[{_#".contains(first),
    }
}

/// The text with every occurrence of `find` replaced, in either case; `None` where there is none.
pub fn replaced(text: &str, find: &str, with: &str) -> Option<String> {
    let lower = |text: &str| -> Vec<char> { text.chars().flat_map(char::to_lowercase).collect() };
    let wanted = lower(find);
    if wanted.is_empty() {
        return None;
    }
    let mut found = false;
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match rest_behind(rest, &wanted) {
            Some(behind) => {
                found = true;
                result.push_str(with);
                rest = behind;
            }
            None => {
                result.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    found.then_some(result)
}

/// What follows the lower-case characters at the beginning of the text, where it begins with them.
fn rest_behind<'a>(text: &'a str, wanted: &[char]) -> Option<&'a str> {
    let mut wanted = wanted.iter();
    for (place, character) in text.char_indices() {
        if wanted.len() == 0 {
            return Some(&text[place..]);
        }
        for lower in character.to_lowercase() {
            if wanted.next() != Some(&lower) {
                return None;
            }
        }
    }
    (wanted.len() == 0).then_some("")
}

/// Whether it holds what a decoder could not read, or control characters. Line breaks and tabs are blanks.
pub(crate) fn is_unreadable(text: &str) -> bool {
    text.chars().any(|character| {
        character == char::REPLACEMENT_CHARACTER
            || (character.is_control() && !matches!(character, '\n' | '\r' | '\t'))
    })
}

/// The characters as a sentence shows them: each once, in quotation marks, those without a shape by their code.
pub(super) fn shown(characters: &[char]) -> Message {
    const MOST: usize = 5;
    let mut names: Vec<String> = Vec::new();
    for character in characters {
        let name =
            if is_invisible(*character) || character.is_control() || character.is_whitespace() {
                format!("U+{:04X}", *character as u32)
            } else {
                format!("“{character}”")
            };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(MOST);
    names.truncate(MOST);
    let named = names.into_iter().map(Message::verbatim);
    let more = (more > 0).then(|| shown_characters::more(more));
    Message::list(named.chain(more))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_shown_once_and_those_without_a_shape_by_code() {
        let shown = |characters: &[char]| shown(characters).to_string();
        assert_eq!(shown(&['ó', 'ñ', 'ó']), "“ó” and “ñ”");
        assert_eq!(shown(&['\t', '\u{200B}']), "U+0009 and U+200B");
        assert_eq!(
            shown(&['á', 'é', 'í', 'ó', 'ú', 'ü']),
            "“á”, “é”, “í”, “ó”, “ú” and 1 more"
        );
    }

    #[test]
    fn what_a_spreadsheet_could_not_work_out_is_known_in_every_language() {
        for text in [
            "#N/A",
            "#n/a",
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#DIV/0!",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#GETTING_DATA",
            "#FIELD!",
            "#ERROR!",
            "Err:504",
            "err:502",
            "Fehler:520",
            "#N/D",
            "#¡REF!",
            "#¿NOMBRE?",
            "#¡VALOR!",
            "#¡DIV/0!",
            "#NV",
            "#BEZUG!",
            "#NOM?",
            "#NÚM!",
            "#ЗНАЧ!",
            "########",
            "Ana #N/A",
            "#REF! #REF!",
            "Err:504 López",
        ] {
            assert!(is_error_value(text), "{text}");
        }
        for text in [
            "",
            "#",
            "##",
            "#1",
            "# 5",
            "#promo",
            "#PROMO!",
            "Las Vegas #NV",
            "N/A",
            "Err: 504 people",
            "Err:5",
            "Err:404",
            "Error: none",
            "Depto #3",
            "C#",
            "12:30",
            "ref!",
            "Ana!",
        ] {
            assert!(!is_error_value(text), "{text}");
        }
    }

    #[test]
    fn the_last_sign_of_an_error_may_be_missing() {
        for text in ["#DIV/0", "#REF", "#NUM"] {
            assert!(is_error_value(text), "{text}");
        }
        for text in ["#ref", "#REFORMA", "Ana #REF"] {
            assert!(!is_error_value(text), "{text}");
        }
    }

    #[test]
    fn a_formula_is_told_from_text_that_begins_alike() {
        for text in [
            "=CONCAT(A1;B1)",
            "=A1&\" \"&B1",
            "=+A1",
            "=-1",
            "=@SUM(A1)",
            "=$A$1",
            "='My sheet'!A1",
            "={1,2}",
            "{=SUM(A1:A3)}",
            "=_xlfn.CONCAT(A1)",
            "=\"Sra. \"&B2",
            "=\"a\"&\"b\"",
            "=#REF!+1",
            "=(A1)",
            "=连接(A1)",
            "=1+1",
        ] {
            assert!(is_formula(text), "{text}");
        }
        for text in [
            "",
            "=",
            "==",
            "=====",
            "=D",
            "=)",
            "=> x",
            "= Ana",
            "=\"0812335088\"",
            "=\"say \"\"hi\"\"\"",
            "+1+1",
            "a=b",
            "{name}",
            "@ana",
        ] {
            assert!(!is_formula(text), "{text}");
        }
    }

    #[test]
    fn a_text_is_cut_between_characters_as_a_person_sees_them() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abc d", 4), "abc");
        assert_eq!(cut("नमस्ते", 2), "नम");
        // The third cluster has more scalar values than are left.
        assert_eq!(cut("नमस्ते", 3), "नम");
        assert_eq!(cut("e\u{301}e\u{301}", 3), "e\u{301}");
        assert_eq!(cut("a👩‍👩‍👧", 3), "a");
    }
}
