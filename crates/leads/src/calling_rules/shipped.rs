//! What the program itself has brought of calling rules and holidays (`migrations/0050_calling_rules.sql`), in each language. It is stored in
//! English beside what administrators have written, and recognised by its words. Where a holiday was published stays as it is.

use std::collections::HashMap;
use std::sync::LazyLock;

use localization::Message;

use crate::messages::calling_rules;

/// What is stored of where a rule comes from, and what people read of it.
type Source = (&'static str, fn() -> Message);

/// Where rules come from that the program has brought.
const SOURCES: [Source; 6] = [
    (
        "Our own choice, after 47 CFR 64.1200 (United States)",
        calling_rules::source_of_program,
    ),
    (
        "POJK 6/POJK.07/2022 art. 25 as the press tells it (detik.com, 9 February 2023); replaced by POJK 22/2023, whose article was not found",
        calling_rules::source_of_indonesia_finance,
    ),
    (
        "Our own choice: no rule in force was found. Hours in which a call is no surprise",
        calling_rules::source_of_indonesia,
    ),
    (
        "TRAI, TCCCPR 2018 as amended on 12 February 2025, hours as vendors and the press tell them (hindustantimes.com, 17 February 2025)",
        calling_rules::source_of_india,
    ),
    (
        "Our own choice: no rule in force was found. A bill of 2019 asks for Monday to Friday, 08:00 to 19:00 (senado.gob.mx, boletín 421)",
        calling_rules::source_of_mexico,
    ),
    (
        "Our own choice: no rule in force was found for marketing calls (respicio.ph)",
        calling_rules::source_of_philippines,
    ),
];

/// Where a rule comes from, by what is stored of it.
pub(super) fn source(stored: &str) -> Message {
    let mut known = SOURCES.iter();
    match known.find(|(source, _)| *source == stored) {
        Some((_, message)) => message(),
        None => Message::verbatim(stored),
    }
}

/// A holiday a line: its name in English as it is stored, in Chinese, Spanish and Indonesian.
const HOLIDAYS: &str = include_str!("holiday_names.tsv");

static NAMES: LazyLock<HashMap<&str, [&str; 4]>> =
    LazyLock::new(|| HOLIDAYS.lines().filter_map(names).collect());

fn names(line: &'static str) -> Option<(&'static str, [&'static str; 4])> {
    let columns: Vec<&str> = line.split('\t').collect();
    let names: [&str; 4] = columns.try_into().ok()?;
    Some((names[0], names))
}

/// What each language calls a holiday that the program has brought; any other by the name that somebody wrote.
pub fn holiday_name(stored: &str) -> Message {
    match NAMES.get(stored) {
        Some(names) => Message::name(*names),
        None => Message::verbatim(stored),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use localization::Language;

    use super::*;

    const SHIPPED: &str = include_str!("../../../../migrations/0050_calling_rules.sql");

    /// The text between `'` and `'` that stands so many such texts behind the beginning of each line of a country.
    fn shipped(texts_in_line: usize, place: usize) -> BTreeSet<&'static str> {
        let lines = SHIPPED.lines().map(|line| line.split('\'').collect());
        let lines = lines.filter(|parts: &Vec<&str>| parts[0] == "    (");
        lines
            .filter(|parts| parts.len() == 2 * texts_in_line + 1)
            .map(|parts| parts[2 * place + 1])
            .collect()
    }

    #[test]
    fn whatever_the_program_has_brought_is_told_in_each_language() {
        let sources = shipped(8, 5);
        assert_eq!(sources.len(), SOURCES.len() - 1, "{sources:?}");
        for stored in sources {
            let told = source(stored);
            assert_eq!(told.text(Language::English), stored);
            assert_ne!(told.text(Language::Spanish), stored);
        }
        let holidays = shipped(3, 2);
        assert_eq!(holidays, NAMES.keys().copied().collect());
        assert_eq!(HOLIDAYS.lines().count(), NAMES.len());
        let texts = Language::ALL
            .map(|language| holiday_name("Labour Day (Día del Trabajo)").text(language));
        assert_eq!(
            texts,
            [
                "Labour Day (Día del Trabajo)",
                "劳动节（Día del Trabajo）",
                "Día del Trabajo",
                "Hari Buruh (Día del Trabajo)"
            ]
        );
    }

    #[test]
    fn what_an_administrator_has_written_stays_as_it_is() {
        let texts = |told: Message| Language::ALL.map(|language| told.text(language));
        assert_eq!(
            texts(source("Our lawyer said so")),
            ["Our lawyer said so"; 4]
        );
        assert_eq!(texts(holiday_name("Election day")), ["Election day"; 4]);
    }
}
