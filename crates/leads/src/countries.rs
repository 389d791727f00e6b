//! The countries and zones that an account can be of, by their names.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use localization::{Language, Message, sort_by_name};

use crate::country::Country;
use crate::messages::places;
use crate::validate::{has_numbering_plan, zone_label};
use crate::views::{CountryChoice, ZoneChoice, ZonesOfCountry};

/// A country a line, by its name: two letters, name, zones with the one of most people first, and where there is one an example of a
/// number as it is written at home and abroad. From `iso3166.tab` and `zone.tab` of the IANA time zone database (public domain), names
/// as people say them; numbers are libphonenumber's examples, written down since to work all of them out takes seconds.
const TABLE: &str = include_str!("countries.tsv");

/// What the other languages call it, a country a line: two letters, its name in Chinese, Spanish and Indonesian (CLDR 48, Unicode License),
/// and the Chinese name in the letters (Pinyin) by which its speakers sort.
const NAMES: &str = include_str!("country_names.tsv");

/// Where our accounts are: offered before all others.
const OURS: [&str; 4] = ["ID", "IN", "MX", "PH"];

struct Entry {
    code: &'static str,
    /// In the order of [`Language::ALL`].
    names: [&'static str; 4],
    /// The Chinese name in Pinyin.
    pinyin: &'static str,
    zones: Vec<&'static str>,
    /// A number of the country as it is written at home, and abroad.
    example: Option<(&'static str, &'static str)>,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let others = NAMES.lines().filter_map(|line| line.split_once('\t'));
    let others: HashMap<&str, &str> = others.collect();
    TABLE
        .lines()
        .filter_map(|line| entry(line, &others))
        .collect()
});

/// A line of the table; `None` for a country without a numbering plan, whose people nobody can call.
fn entry(line: &'static str, others: &HashMap<&str, &'static str>) -> Option<Entry> {
    let mut columns = line.split('\t');
    let (code, name) = (columns.next()?, columns.next()?);
    let country = Country::parse(code).ok()?;
    let zones = columns.next().unwrap_or_default();
    let example = columns.next().zip(columns.next());
    let mut others = others.get(code)?.split('\t');
    let names = [name, others.next()?, others.next()?, others.next()?];
    let pinyin = others.next()?;
    has_numbering_plan(country).then(|| Entry {
        code,
        names,
        pinyin,
        zones: zones.split_whitespace().collect(),
        example,
    })
}

static BY_CODE: LazyLock<HashMap<&str, &Entry>> =
    LazyLock::new(|| ENTRIES.iter().map(|entry| (entry.code, entry)).collect());

fn entry_of(code: &str) -> Option<&'static Entry> {
    BY_CODE.get(code).copied()
}

/// The country's name; its two letters where it has no numbering plan.
pub fn country_name(country: Country) -> Message {
    match entry_of(country.as_str()) {
        Some(entry) => Message::name(entry.names),
        None => Message::verbatim(country),
    }
}

/// The IANA names of the country's zones, the one of most people first; none for a country without a numbering plan.
pub(crate) fn zones_of(country: Country) -> &'static [&'static str] {
    entry_of(country.as_str()).map_or(&[], |entry| &entry.zones)
}

/// That a zone is none of the country's, where both are known. It is told and not refused: an account may be run from elsewhere.
pub fn zone_elsewhere(country: &str, zone_name: &str) -> Option<Message> {
    let country = Country::parse(country).ok()?;
    let zones = zones_of(country);
    let is_known = !zones.is_empty() && TimeZone::get(zone_name).is_ok();
    let is_elsewhere = is_known && !zones.contains(&zone_name);
    is_elsewhere.then(|| places::zone_elsewhere(country_name(country)))
}

/// The countries to choose from: ours first, then all by their English names.
pub fn country_choices() -> Vec<CountryChoice> {
    let is_ours = |entry: &&Entry| OURS.contains(&entry.code);
    let ours = ENTRIES
        .iter()
        .filter(is_ours)
        .map(|entry| choice(entry, true));
    ours.chain(
        ENTRIES
            .iter()
            .filter(|entry| !is_ours(entry))
            .map(|entry| choice(entry, false)),
    )
    .collect()
}

fn choice(entry: &Entry, is_ours: bool) -> CountryChoice {
    CountryChoice {
        code: entry.code.to_owned(),
        name: Message::name(entry.names),
        is_ours,
        zone: entry.zones.first().copied().unwrap_or_default().to_owned(),
        example: entry
            .example
            .map(|(local, abroad)| places::read_as(abroad, local)),
    }
}

/// Puts choices that belong to countries into the order of the names in that language, ours first. `code` tells the country of one.
pub fn sort_by_country<T>(choices: &mut [T], language: Language, code: impl Fn(&T) -> &str) {
    sort_by_name(choices, language, |choice| {
        entry_of(code(choice)).map_or("", |entry| sorted_by(entry, language))
    });
    choices.sort_by_key(|choice| !OURS.contains(&code(choice)));
}

/// What a name is sorted by. Chinese ones by the Pinyin of the table: to a collation each character has one reading, and Peru (秘鲁, Bìlǔ)
/// would stand where nobody looks for it.
fn sorted_by(entry: &Entry, language: Language) -> &'static str {
    match language {
        Language::Chinese => entry.pinyin,
        Language::Spanish => entry.names[2],
        Language::Indonesian => entry.names[3],
        Language::English | Language::Pseudo => entry.names[0],
    }
}

/// The zones to choose from by their countries, in the order of [`country_choices`], each with its offset now: `Makassar, UTC+08:00`.
pub fn zone_choices(now: Timestamp) -> Vec<ZonesOfCountry> {
    let of = |choice: CountryChoice| {
        let entry = entry_of(&choice.code)?;
        let zones = entry.zones.iter().filter_map(|name| {
            let zone = TimeZone::get(name).ok()?;
            Some(ZoneChoice {
                name: (*name).to_owned(),
                label: zone_label(now, &zone, name),
            })
        });
        Some(ZonesOfCountry {
            code: choice.code,
            country: choice.name,
            zones: zones.collect(),
        })
    };
    country_choices().into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, Region};

    use super::*;
    use crate::validate::{example_mobile, validate_mobile};

    /// What the rules make of a number without its country code.
    fn example(country: Country) -> Option<String> {
        let mobile = example_mobile(country)?;
        let region = Region::from_code(country.as_str()).ok()?;
        let number = PHONE_NUMBER_UTIL
            .parse(mobile.as_str(), Some(region))
            .ok()?;
        let at_home = number.format_as(PhoneNumberFormat::National).into_owned();
        let abroad = number
            .format_as(PhoneNumberFormat::International)
            .into_owned();
        let is_read_so = validate_mobile(&at_home, country).mobile == Some(mobile);
        is_read_so.then(|| format!("{at_home} is read as {abroad}."))
    }

    /// To work one out takes a tenth of a second, so each tenth country stands for the others beside ours.
    #[test]
    fn an_example_is_what_the_rules_make_of_the_librarys() {
        let is_ours = |code: &str| OURS.contains(&code);
        let entries = ENTRIES.iter().enumerate();
        for (_, entry) in entries.filter(|(place, entry)| place % 10 == 0 || is_ours(entry.code)) {
            let country = Country::parse(entry.code).expect("two letters");
            let worked_out = example(country).unwrap_or_default();
            let told = choice(entry, false).example;
            let told = told.map(|told| told.to_string()).unwrap_or_default();
            assert_eq!(told, worked_out, "{}", entry.code);
        }
    }

    fn of(code: &str) -> CountryChoice {
        let choices = country_choices();
        let found = choices.into_iter().find(|choice| choice.code == code);
        found.unwrap_or_else(|| panic!("{code} is not offered"))
    }

    #[test]
    fn ours_come_first_and_the_others_by_their_names() {
        let choices = country_choices();
        let first: Vec<String> = choices
            .iter()
            .take(4)
            .map(|choice| choice.name.to_string())
            .collect();
        assert_eq!(first, ["India", "Indonesia", "Mexico", "Philippines"]);
        assert!(choices.iter().take(4).all(|choice| choice.is_ours));
        assert_eq!(choices[4].name.to_string(), "Afghanistan");
        assert!(choices.len() > 230, "{}", choices.len());
        let mut codes: Vec<&str> = choices.iter().map(|choice| choice.code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), choices.len(), "none is offered twice");
    }

    #[test]
    fn a_country_proposes_the_zone_of_most_of_its_people() {
        for (code, zone) in [
            ("ID", "Asia/Jakarta"),
            ("PH", "Asia/Manila"),
            ("MX", "America/Mexico_City"),
            ("IN", "Asia/Kolkata"),
            ("BR", "America/Sao_Paulo"),
            ("AU", "Australia/Sydney"),
        ] {
            assert_eq!(of(code).zone, zone);
        }
    }

    #[test]
    fn a_zone_of_another_country_is_told() {
        let told = |country, zone| zone_elsewhere(country, zone).map(|told| told.to_string());
        assert_eq!(told("MX", "America/Mexico_City"), None);
        assert_eq!(told("ID", "Asia/Jayapura"), None);
        assert_eq!(
            told("ID", "America/Mexico_City").as_deref(),
            Some(
                "This time zone is not in Indonesia. Start times and calling hours follow it: choose one in Indonesia unless this is intended."
            )
        );
        assert!(told("ID", "UTC").is_some());
        for (country, zone) in [
            ("ID", ""),
            ("ID", "Mars/Olympus"),
            ("", "UTC"),
            ("ZZ", "UTC"),
        ] {
            assert_eq!(told(country, zone), None, "it is refused anyway");
        }
    }

    #[test]
    fn a_country_says_how_its_numbers_are_read() {
        let example = of("PH").example.expect("an example");
        assert_eq!(
            example.to_string(),
            "0905 123 4567 is read as +63 905 123 4567."
        );
        let without: Vec<String> = country_choices()
            .into_iter()
            .filter(|choice| choice.example.is_none())
            .map(|choice| choice.code)
            .collect();
        assert!(without.len() < 25, "{without:?}");
    }

    #[test]
    fn every_zone_of_the_table_is_known_and_has_its_offset() {
        let now: Timestamp = "2026-11-27T12:00:00Z".parse().expect("a moment");
        let choices = zone_choices(now);
        let offered: usize = choices.iter().map(|country| country.zones.len()).sum();
        let written: usize = ENTRIES.iter().map(|entry| entry.zones.len()).sum();
        assert_eq!(offered, written);
        let labels: Vec<String> = choices[1]
            .zones
            .iter()
            .map(|zone| zone.label.to_string())
            .collect();
        assert_eq!(
            labels,
            [
                "Jakarta, UTC+07:00",
                "Pontianak, UTC+07:00",
                "Makassar, UTC+08:00",
                "Jayapura, UTC+09:00"
            ]
        );
    }

    #[test]
    fn a_character_with_two_readings_is_sorted_by_the_one_in_the_name() {
        // Denmark (Dānmài) and Peru (Bìlǔ, whose first character is mostly read mì).
        let mut codes = ["DK", "PE"];
        sort_by_country(&mut codes, Language::Chinese, |code| code);
        assert_eq!(codes, ["PE", "DK"]);
        sort_by_name(&mut codes, Language::Chinese, |code| {
            entry_of(code).map_or("", |entry| entry.names[1])
        });
        assert_eq!(
            codes,
            ["DK", "PE"],
            "a collation reads mì: else the table needs no Pinyin"
        );
    }

    #[test]
    fn every_country_has_a_name_in_each_language_and_its_place_among_the_others() {
        let lines = TABLE.lines().filter(|line| {
            let code = line.split('\t').next().unwrap_or_default();
            Country::parse(code).is_ok_and(has_numbering_plan)
        });
        assert_eq!(ENTRIES.len(), lines.count());
        let mexico = country_name(Country::parse("MX").expect("two letters"));
        let names = Language::ALL.map(|language| mexico.text(language));
        assert_eq!(names, ["Mexico", "墨西哥", "México", "Meksiko"]);
        let first = |language| {
            let mut choices = country_choices();
            sort_by_country(&mut choices, language, |choice| &choice.code);
            let first = choices.iter().take(6);
            first
                .map(|choice| choice.name.text(language))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            first(Language::Chinese),
            [
                "菲律宾",
                "墨西哥",
                "印度",
                "印度尼西亚",
                "阿尔巴尼亚",
                "阿尔及利亚"
            ]
        );
        assert_eq!(
            first(Language::Spanish),
            [
                "Filipinas",
                "India",
                "Indonesia",
                "México",
                "Afganistán",
                "Albania"
            ]
        );
    }
}
