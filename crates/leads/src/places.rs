//! The places that time zones are named after, in each language.

use std::collections::HashMap;
use std::sync::LazyLock;

use localization::Message;

/// A place a line: its name in English, Chinese, Spanish and Indonesian. The English name is the last part of the zone's IANA name; the
/// others are those of CLDR 48 (Unicode License).
const TABLE: &str = include_str!("place_names.tsv");

static NAMES: LazyLock<HashMap<&str, [&str; 4]>> =
    LazyLock::new(|| TABLE.lines().filter_map(entry).collect());

fn entry(line: &'static str) -> Option<(&'static str, [&'static str; 4])> {
    let mut columns = line.split('\t');
    let names = [
        columns.next()?,
        columns.next()?,
        columns.next()?,
        columns.next()?,
    ];
    Some((names[0], names))
}

/// The place that an IANA name speaks of, in English: `Mexico City`. Some speak of none, and count hours the other way round than people do:
/// `Etc/GMT+6` is `UTC−6`.
pub(crate) fn place_of_zone(zone_name: &str) -> String {
    if let Some(hours) = zone_name.strip_prefix("Etc/GMT") {
        let turned = |sign: char| if sign == '+' { '−' } else { '+' };
        return match hours.chars().next().filter(|sign| "+-".contains(*sign)) {
            Some(sign) => format!("UTC{}{}", turned(sign), &hours[1..]),
            None => "UTC".to_owned(),
        };
    }
    let place = zone_name.rsplit('/').next().unwrap_or(zone_name);
    place.replace('_', " ")
}

/// What each language calls the place that [`place_of_zone`] names; as it stands there where it is not known.
pub(crate) fn place_name(place: &str) -> Message {
    match NAMES.get(place) {
        Some(names) => Message::name(*names),
        None => Message::verbatim(place),
    }
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn a_zone_without_a_place_is_called_by_its_offset() {
        for (name, called) in [
            ("Etc/GMT+6", "UTC−6"),
            ("Etc/GMT-14", "UTC+14"),
            ("Etc/GMT0", "UTC"),
            ("Etc/UTC", "UTC"),
            ("America/Mexico_City", "Mexico City"),
        ] {
            assert_eq!(place_of_zone(name), called);
        }
    }

    #[test]
    fn a_place_has_a_name_in_each_language() {
        let texts = |place| Language::ALL.map(|language| place_name(place).text(language));
        assert_eq!(
            texts("Mexico City"),
            [
                "Mexico City",
                "墨西哥城",
                "Ciudad de México",
                "Kota Meksiko"
            ]
        );
        assert_eq!(texts("UTC−6"), ["UTC−6"; 4]);
    }
}
