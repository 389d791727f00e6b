//! The countries and zones that an account can be of, by their names.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::country::Country;
use crate::validate::{has_numbering_plan, zone_label};
use crate::views::{CountryChoice, ZoneChoice, ZonesOfCountry};

/// A country a line, by its name: two letters, name, zones with the one of most people first, and where there is one an example of a
/// number as it is written at home and abroad. From `iso3166.tab` and `zone.tab` of the IANA time zone database (public domain), names
/// as people say them; numbers are libphonenumber's examples, written down since to work all of them out takes seconds.
const TABLE: &str = include_str!("countries.tsv");

/// Where our accounts are: offered before all others.
const OURS: [&str; 4] = ["ID", "IN", "MX", "PH"];

struct Entry {
    code: &'static str,
    name: &'static str,
    zones: Vec<&'static str>,
    /// How a number of the country is read: `0917 123 4567 is read as +63 917 123 4567.` Empty where there is no example.
    example: String,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| TABLE.lines().filter_map(entry).collect());

/// A line of the table; `None` for a country without a numbering plan, whose people nobody can call.
fn entry(line: &'static str) -> Option<Entry> {
    let mut columns = line.split('\t');
    let (code, name) = (columns.next()?, columns.next()?);
    let country = Country::parse(code).ok()?;
    let zones = columns.next().unwrap_or_default();
    let example = columns.next().zip(columns.next());
    let example = example.map(|(at_home, abroad)| format!("{at_home} is read as {abroad}."));
    has_numbering_plan(country).then(|| Entry {
        code,
        name,
        zones: zones.split_whitespace().collect(),
        example: example.unwrap_or_default(),
    })
}

/// The country's name; its two letters where it has no numbering plan.
pub fn country_name(country: Country) -> String {
    let mut entries = ENTRIES.iter();
    let entry = entries.find(|entry| entry.code == country.as_str());
    entry.map_or_else(|| country.to_string(), |entry| entry.name.to_owned())
}

/// The IANA names of the country's zones, the one of most people first; none for a country without a numbering plan.
pub(crate) fn zones_of(country: Country) -> &'static [&'static str] {
    let mut entries = ENTRIES.iter();
    let entry = entries.find(|entry| entry.code == country.as_str());
    entry.map_or(&[], |entry| &entry.zones)
}

/// The countries to choose from: ours first, then all by their names.
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
        name: entry.name.to_owned(),
        is_ours,
        zone: entry.zones.first().copied().unwrap_or_default().to_owned(),
        example: entry.example.clone(),
    }
}

/// The zones to choose from by their countries, in the same order, each with its offset now: `Makassar, UTC+08:00`.
pub fn zone_choices(now: Timestamp) -> Vec<ZonesOfCountry> {
    let of = |choice: CountryChoice| {
        let entry = ENTRIES.iter().find(|entry| entry.code == choice.code)?;
        let zones = entry.zones.iter().filter_map(|name| {
            let zone = TimeZone::get(name).ok()?;
            Some(ZoneChoice {
                name: (*name).to_owned(),
                label: zone_label(now, &zone, name),
            })
        });
        Some(ZonesOfCountry {
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
            assert_eq!(entry.example, worked_out, "{}", entry.name);
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
        let first: Vec<&str> = choices
            .iter()
            .take(4)
            .map(|choice| choice.name.as_str())
            .collect();
        assert_eq!(first, ["India", "Indonesia", "Mexico", "Philippines"]);
        assert!(choices.iter().take(4).all(|choice| choice.is_ours));
        assert_eq!(choices[4].name, "Afghanistan");
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
    fn a_country_says_how_its_numbers_are_read() {
        assert_eq!(
            of("PH").example,
            "0905 123 4567 is read as +63 905 123 4567."
        );
        let without: Vec<String> = country_choices()
            .into_iter()
            .filter(|choice| choice.example.is_empty())
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
        let labels: Vec<&str> = choices[1]
            .zones
            .iter()
            .map(|zone| zone.label.as_str())
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
}
