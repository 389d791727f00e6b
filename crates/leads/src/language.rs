//! What people call a language.

use localization::Message;

use crate::countries::country_name;
use crate::country::Country;
use crate::messages::places;

/// Languages by their codes of ISO 639, of the countries in which accounts call: their names in the order of [`localization::Language::ALL`] (CLDR).
const LANGUAGES: [(&str, [&str; 4]); 17] = [
    ("bn", ["Bengali", "孟加拉语", "bengalí", "Bengali"]),
    ("ceb", ["Cebuano", "宿务语", "cebuano", "Cebuano"]),
    ("en", ["English", "英语", "inglés", "Inggris"]),
    ("es", ["Spanish", "西班牙语", "español", "Spanyol"]),
    ("fil", ["Filipino", "菲律宾语", "filipino", "Filipino"]),
    ("gu", ["Gujarati", "古吉拉特语", "guyaratí", "Gujarat"]),
    ("hi", ["Hindi", "印地语", "hindi", "Hindi"]),
    (
        "id",
        ["Indonesian", "印度尼西亚语", "indonesio", "Indonesia"],
    ),
    ("jv", ["Javanese", "爪哇语", "javanés", "Jawa"]),
    ("kn", ["Kannada", "卡纳达语", "canarés", "Kannada"]),
    (
        "ml",
        ["Malayalam", "马拉雅拉姆语", "malayálam", "Malayalam"],
    ),
    ("mr", ["Marathi", "马拉地语", "maratí", "Marathi"]),
    ("ta", ["Tamil", "泰米尔语", "tamil", "Tamil"]),
    ("te", ["Telugu", "泰卢固语", "telugu", "Telugu"]),
    ("th", ["Thai", "泰语", "tailandés", "Thai"]),
    ("tl", ["Tagalog", "他加禄语", "tagalo", "Tagalog"]),
    ("zh", ["Chinese", "中文", "chino", "Tionghoa"]),
];

/// UN M.49 for Latin America and the Caribbean, which tags of Spanish name, and what it is called.
const LATIN_AMERICA: (&str, [&str; 4]) = (
    "419",
    [
        "Latin America",
        "拉丁美洲",
        "Latinoamérica",
        "Amerika Latin",
    ],
);

/// A language as pages name it.
#[derive(Debug)]
pub struct NamedLanguage {
    /// Its name: `Spanish (Mexico)`.
    pub name: Message,
    /// The tag for the attribute `lang`, where what was told is one.
    pub tag: Option<String>,
}

/// The language of a tag (RFC 5646) of a language and perhaps a region, such as `es-MX`. What is not such a tag, or is of another language,
/// stays as it is.
pub fn named_language(told: &str) -> NamedLanguage {
    let told = told.trim();
    let (code, region) = match told.split_once(['-', '_']) {
        Some((code, region)) => (code, Some(region)),
        None => (told, None),
    };
    let code = code.to_ascii_lowercase();
    let known = LANGUAGES.iter().find(|(known, _)| *known == code);
    let language = known.map(|(_, names)| Message::name(*names));
    let name = match (language, region) {
        (Some(language), None) => Some((language, code)),
        (Some(language), Some(region)) => region_name(region).map(|name| {
            let tag = format!("{code}-{}", region.to_ascii_uppercase());
            (places::language_of_region(language, name), tag)
        }),
        (None, _) => None,
    };
    match name {
        Some((name, tag)) => NamedLanguage {
            name,
            tag: Some(tag),
        },
        None => NamedLanguage {
            name: Message::verbatim(told),
            tag: None,
        },
    }
}

fn region_name(region: &str) -> Option<Message> {
    match region == LATIN_AMERICA.0 {
        true => Some(Message::name(LATIN_AMERICA.1)),
        false => Country::parse(region).ok().map(country_name),
    }
}

#[cfg(test)]
mod tests {
    use localization::Language;

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
            let named = named_language(tag);
            assert_eq!(named.name.to_string(), name);
            let tag = tag.replace('_', "-").to_ascii_lowercase();
            assert_eq!(named.tag.map(|tag| tag.to_ascii_lowercase()), Some(tag));
        }
        let spanish = named_language("es-MX").name;
        assert_eq!(spanish.text(Language::Chinese), "西班牙语（墨西哥）");
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
            let named = named_language(text);
            assert_eq!((named.name.to_string().as_str(), named.tag), (text, None));
        }
    }
}
