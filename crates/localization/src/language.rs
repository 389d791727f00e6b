//! Which languages there are, and which one a reader wants.

use std::cmp::Reverse;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Chinese in simplified characters.
    Chinese,
    /// Spanish as in Mexico.
    Spanish,
    /// Indonesian.
    Indonesian,
    /// English with other letters, longer and in brackets: in development it shows what is not in a catalogue.
    Pseudo,
}

impl Language {
    /// The languages that people choose from, in the order in which they are offered.
    pub const ALL: [Language; 4] = [
        Language::English,
        Language::Chinese,
        Language::Spanish,
        Language::Indonesian,
    ];

    /// Its tag (BCP 47), as pages and the database have it.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Chinese => "zh-Hans",
            Language::Spanish => "es-MX",
            Language::Indonesian => "id",
            Language::Pseudo => "qps",
        }
    }

    /// What its speakers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Chinese => "简体中文",
            Language::Spanish => "Español",
            Language::Indonesian => "Bahasa Indonesia",
            Language::Pseudo => "[Ƥşḗḗŭŭḓǿǿ]",
        }
    }

    /// The language with that [`tag`](Language::tag).
    pub fn from_tag(tag: &str) -> Option<Language> {
        let is_pseudo = tag == Language::Pseudo.tag();
        Language::offered(tag).or(is_pseudo.then_some(Language::Pseudo))
    }

    /// The language with that tag, of those that people choose from.
    pub fn offered(tag: &str) -> Option<Language> {
        Language::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
    }

    /// The best language for a reader by the header `Accept-Language` (RFC 9110, section 12.5.4); none where the reader asks for none of them.
    pub fn accepted(header: &str) -> Option<Language> {
        let mut wanted: Vec<(u16, Language)> = header
            .split(',')
            .take(MAX_WANTED)
            .filter_map(|wanted| {
                let (tag, weight) = wanted.split_once(';').unwrap_or((wanted, "q=1"));
                let thousandths = thousandths(weight)?;
                (thousandths > 0).then_some((thousandths, Language::nearest(tag.trim())?))
            })
            .collect();
        // Of languages with the same weight the first counts.
        wanted.sort_by_key(|(weight, _)| Reverse(*weight));
        wanted.first().map(|(_, language)| *language)
    }

    /// The language for who asks for that one: those who read traditional characters or European Spanish are nearer to these than to English.
    fn nearest(tag: &str) -> Option<Language> {
        let primary = tag.split('-').next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "en" => Some(Language::English),
            "zh" => Some(Language::Chinese),
            "es" => Some(Language::Spanish),
            "id" => Some(Language::Indonesian),
            _ => None,
        }
    }

    /// Its place in tables of the languages.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

/// Languages of a header that are looked at: browsers send a handful.
const MAX_WANTED: usize = 32;

/// A weight (RFC 9110, section 12.4.2) in thousandths: `q=0.8` is 800; `None` for what is none.
fn thousandths(weight: &str) -> Option<u16> {
    let value = weight.trim().strip_prefix(['q', 'Q'])?.trim_start();
    let value = value.strip_prefix('=')?.trim();
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let is_plain = fraction.len() <= 3 && fraction.bytes().all(|digit| digit.is_ascii_digit());
    let fraction: u16 = format!("{fraction:0<3}")
        .parse()
        .ok()
        .filter(|_| is_plain)?;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_best_language_that_it_asks_for() {
        let cases = [
            ("zh-CN,zh;q=0.9,en;q=0.8", Some(Language::Chinese)),
            ("zh-Hans", Some(Language::Chinese)),
            ("es-MX,es;q=0.9", Some(Language::Spanish)),
            ("es-419", Some(Language::Spanish)),
            ("id-ID,id;q=0.9,en-US;q=0.8", Some(Language::Indonesian)),
            ("fil-PH,en-PH;q=0.7", Some(Language::English)),
            ("en;q=0.2, id;q=0.9", Some(Language::Indonesian)),
            ("hi-IN", None),
            ("", None),
            ("*;;=,\u{0}", None),
            ("es;q=0, id;q=0.1", Some(Language::Indonesian)),
            ("es;q=NaN, zh;q=1.5, id;q=0.0001, en;q=-1", None),
            ("id, es", Some(Language::Indonesian)),
            ("es; Q = 0.5 , en;q=0.50", Some(Language::Spanish)),
        ];
        for (header, language) in cases {
            assert_eq!(Language::accepted(header), language, "{header}");
        }
    }

    #[test]
    fn a_language_is_found_by_its_tag() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("de"), None);
    }
}
