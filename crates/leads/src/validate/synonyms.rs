//! The headers that people write, in the languages of the accounts.
//!
//! The names stand in the files as people write them; they are compared [folded](fold).

mod chinese;
mod english;
mod filipino;
mod hindi;
mod indonesian;
mod portuguese;
mod spanish;

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::field::Field;

/// The names that one language has for a field.
///
/// Never a word that often only counts the rows: “number”, “número”, “nomor”, “编号”, “क्रमांक”, “bilang”. Nor a word that
/// as often means something else: “id”, “date”, “cp” (in Mexico the postal code). Nor a fixed line's name: the mobile may
/// stand in a later column, and the first match wins.
type Names = (Field, &'static [&'static str]);

const LANGUAGES: [&[Names]; 7] = [
    english::NAMES,
    chinese::NAMES,
    spanish::NAMES,
    indonesian::NAMES,
    portuguese::NAMES,
    hindi::NAMES,
    filipino::NAMES,
];

/// The header without case, accents, blanks and punctuation: what two headers are compared by.
///
/// Accents are marks that modify a letter (canonical combining class above 0). The vowel signs of the scripts of India
/// are marks too, but without them other words would remain.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        // Most headers; taking characters apart takes far longer.
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return letters
            .map(|letter| char::from(letter.to_ascii_lowercase()))
            .collect();
    }
    text.nfkd()
        .filter(|character| {
            canonical_combining_class(*character) == 0 && character.is_alphanumeric()
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// The field that goes by this name, if one does. The name is [folded](fold).
pub(super) fn field_named(folded: &str) -> Option<Field> {
    static FIELDS: LazyLock<HashMap<String, Field>> =
        LazyLock::new(|| names().map(|(field, name)| (fold(name), field)).collect());
    FIELDS.get(folded).copied()
}

fn names() -> impl Iterator<Item = (Field, &'static str)> {
    LANGUAGES
        .into_iter()
        .flatten()
        .flat_map(|(field, names)| names.iter().map(|name| (*field, *name)))
}

/// A first name that may stand apart from the last name, [folded](fold).
#[rustfmt::skip]
pub(super) const FIRST_NAME: &[&str] = &[
    "firstname", "fname", "givenname", "givennames", "forename", "nombre", "nombres", "primernombre", "namadepan", "nome", "primeironome", "prenome",
    "pangalan", "unangpangalan", "pehlanaam", "पहलानाम", "परथमनाम",
];

/// A last name that stands apart from the first name, [folded](fold).
#[rustfmt::skip]
pub(super) const LAST_NAME: &[&str] = &[
    "lastname", "lname", "surname", "surnames", "familyname", "apellido", "apellidos", "primerapellido", "apellidopaterno", "appaterno", "apaterno", "namabelakang",
    "sobrenome", "ultimonome", "apelyido", "upanaam", "उपनाम", "अंतिमनाम",
];

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn case_accents_blanks_and_punctuation_do_not_count() {
        assert_eq!(fold(" Teléfono-Celular: "), "telefonocelular");
        assert_eq!(fold("\u{FEFF}platform_name"), "platformname");
        assert_eq!(fold("Ｍｏｂｉｌｅ"), "mobile");
        assert_eq!(fold("No. HP"), "nohp");
        assert_eq!(fold("手机 号码"), "手机号码");
    }

    #[test]
    fn names_that_stand_apart_are_written_as_they_are_compared() {
        for name in FIRST_NAME.iter().chain(LAST_NAME) {
            assert_eq!(fold(name), *name);
        }
    }

    #[test]
    fn vowel_signs_count_and_dots_below_letters_do_not() {
        assert_ne!(fold("लड़का"), fold("लड़की"));
        assert_eq!(fold("लड\u{93C}का"), fold("लडका"));
        assert_eq!(fold("फ़ोन नंबर"), fold("फोन नंबर"));
    }

    #[test]
    fn every_name_belongs_to_one_field() {
        let shared: Vec<_> = names()
            .filter(|(field, name)| field_named(&fold(name)) != Some(*field))
            .collect();
        assert_eq!(shared, []);
    }

    #[test]
    fn every_language_names_the_fields_that_people_fill() {
        for language in LANGUAGES {
            for field in Field::ALL {
                let count = language.iter().filter(|(named, _)| *named == field).count();
                assert_eq!(count, 1, "{language:?}");
            }
        }
    }

    #[test]
    fn every_field_goes_by_its_own_key_and_by_its_label_in_every_language() {
        for field in Field::ALL {
            assert_eq!(field_named(&fold(field.key())), Some(field));
            for language in Language::ALL {
                let label = field.message().text(language);
                assert_eq!(field_named(&fold(&label)), Some(field), "{label}");
            }
        }
    }

    #[test]
    fn headers_of_every_language_are_matched() {
        for (header, field) in [
            ("Customer's Mobile No.", Field::Mobile),
            ("Phone Number 1", Field::Mobile),
            ("First & Last Name", Field::Customer),
            ("客戶姓名", Field::Customer),
            ("手機號碼", Field::Mobile),
            ("Teléfono móvil", Field::Mobile),
            ("Nº de celular", Field::Mobile),
            ("Nama Lengkap", Field::Customer),
            ("No. Handphone", Field::Mobile),
            ("Jenis Kelamin (L/P)", Field::Gender),
            ("Nome Completo", Field::Customer),
            ("Número do Celular", Field::Mobile),
            ("Observações", Field::Comments),
            ("मोबाइल नंबर", Field::Mobile),
            ("ग्राहक का नाम", Field::Customer),
            ("Mobile Sankhya", Field::Mobile),
            ("टिप्पणी", Field::Comments),
            ("Pangalan", Field::Customer),
            ("Numero ng Telepono", Field::Mobile),
            ("Kasarian", Field::Gender),
        ] {
            assert_eq!(field_named(&fold(header)), Some(field), "{header}");
        }
    }

    #[test]
    fn what_only_counts_rows_or_may_mean_anything_is_no_name() {
        for header in [
            "No",
            "No.",
            "Nº",
            "S.No",
            "Sr. No.",
            "#",
            "Number",
            "Número",
            "Numero",
            "Nomor",
            "Nomer",
            "序号",
            "编号",
            "क्रमांक",
            "क्र.",
            "Bilang",
            "ID",
            "Row",
            "Fila",
            "Baris",
            "Linha",
            "Index",
            "Date",
            "Status",
        ] {
            assert_eq!(field_named(&fold(header)), None, "{header}");
        }
    }
}
