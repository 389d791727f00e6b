//! What people call a language.

use crate::countries::country_name;
use crate::country::Country;

/// Languages by their codes of ISO 639, of the countries in which accounts call.
const LANGUAGES: [(&str, &str); 17] = [
    ("bn", "Bengali"),
    ("ceb", "Cebuano"),
    ("en", "English"),
    ("es", "Spanish"),
    ("fil", "Filipino"),
    ("gu", "Gujarati"),
    ("hi", "Hindi"),
    ("id", "Indonesian"),
    ("jv", "Javanese"),
    ("kn", "Kannada"),
    ("ml", "Malayalam"),
    ("mr", "Marathi"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("th", "Thai"),
    ("tl", "Tagalog"),
    ("zh", "Chinese"),
];

/// UN M.49 for Latin America and the Caribbean, which tags of Spanish name.
const LATIN_AMERICA: &str = "419";

/// The name of a language tag (RFC 5646) of a language and perhaps a region: `Spanish (Mexico)` for `es-MX`. What is not such a tag, or
/// is of another language, stays as it is.
pub fn language_name(tag: &str) -> String {
    let mut parts = tag.trim().split(['-', '_']);
    let code = parts.next().unwrap_or_default().to_ascii_lowercase();
    let known = LANGUAGES.iter().find(|(known, _)| *known == code);
    match (known, parts.next(), parts.next()) {
        (Some((_, name)), None, _) => (*name).to_owned(),
        (Some((_, name)), Some(LATIN_AMERICA), None) => format!("{name} (Latin America)"),
        (Some((_, name)), Some(region), None) => match Country::parse(region) {
            Ok(country) => format!("{name} ({})", country_name(country)),
            Err(_) => tag.to_owned(),
        },
        _ => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_named_by_its_language_and_its_region() {
        for (tag, name) in [
            ("es-MX", "Spanish (Mexico)"),
            ("es-419", "Spanish (Latin America)"),
            ("id_ID", "Indonesian (Indonesia)"),
            ("EN-ph", "English (Philippines)"),
            ("hi", "Hindi"),
        ] {
            assert_eq!(language_name(tag), name);
        }
    }

    #[test]
    fn what_is_no_known_tag_stays_as_it_is() {
        for text in [
            "",
            "Bahasa Indonesia",
            "xx-MX",
            "es-Latn-MX",
            "es-nowhere",
            "Español",
        ] {
            assert_eq!(language_name(text), text);
        }
    }
}
