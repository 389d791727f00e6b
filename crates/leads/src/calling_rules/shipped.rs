//! What the program itself has brought of calling rules and holidays (`migrations/0050_calling_rules.sql`, corrected by
//! `migrations/0070_applied_lists_and_a_source.sql`), in each language. It is stored in
//! English beside what administrators have written, and recognised by its words. Where a holiday was published stays as it is.

use std::collections::HashMap;
use std::sync::LazyLock;

use localization::Message;

use crate::messages::calling_rules;

/// Where a rule comes from that the program has brought.
struct Source {
    /// What is stored of it.
    stored: &'static str,
    /// What people read of it.
    told: fn() -> Message,
    /// Where it can be read; of several, the one that tells the hours.
    address: Option<&'static str>,
}

const SOURCES: [Source; 7] = [
    Source {
        stored: "Our own choice, after 47 CFR 64.1200 (United States)",
        told: calling_rules::source_of_program,
        address: None,
    },
    Source {
        stored: "POJK 6/POJK.07/2022 art. 25 as the press tells it (detik.com, 9 February 2023); replaced by POJK 22/2023, whose article was not found",
        told: calling_rules::source_of_indonesia_finance,
        address: Some(
            "https://finance.detik.com/moneter/d-6560320/resah-gara-gara-telemarketing-tawarkan-pinjol-asuransi-ke-mana-ngadunya",
        ),
    },
    Source {
        stored: "Our own choice: no rule in force was found. Hours in which a call is no surprise",
        told: calling_rules::source_of_indonesia,
        address: None,
    },
    // It came first and tells nothing of the hours: verdicts of tasks have it, and whoever confirmed the rule with it.
    Source {
        stored: "TRAI, TCCCPR 2018 as amended on 12 February 2025, hours as vendors and the press tell them (hindustantimes.com, 17 February 2025)",
        told: calling_rules::source_of_india_at_first,
        address: None,
    },
    Source {
        stored: "Hours of promotional calls as vendors tell them (conversailabs.com; kedeyo.com, May 2026). TRAI, TCCCPR 2018: the amendment of 12 February 2025, about number series, as the press tells it (hindustantimes.com, 17 February 2025)",
        told: calling_rules::source_of_india,
        address: Some("https://www.conversailabs.com/blog/trai-compliance-for-ai-voice-calling"),
    },
    Source {
        stored: "Our own choice: no rule in force was found. A bill of 2019 asks for Monday to Friday, 08:00 to 19:00 (senado.gob.mx, boletín 421)",
        told: calling_rules::source_of_mexico,
        address: Some(
            "https://comunicacion.senado.gob.mx/index.php/informacion/boletines/46607-regula-senado-llamadas-con-fines-publicitarios-proteger-datos-personales-de-consumidores-el-objetivo.amp.html",
        ),
    },
    Source {
        stored: "Our own choice: no rule in force was found for marketing calls (respicio.ph)",
        told: calling_rules::source_of_philippines,
        address: Some(
            "https://www.respicio.ph/commentaries/allowed-telemarketing-call-hours-under-philippine-law",
        ),
    },
];

fn known(stored: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.stored == stored)
}

/// Where a rule comes from, by what is stored of it.
pub(super) fn source(stored: &str) -> Message {
    match known(stored) {
        Some(source) => (source.told)(),
        None => Message::verbatim(stored),
    }
}

/// Where that can be read, if the program has brought it and knows.
pub(super) fn address_of_source(stored: &str) -> Option<&'static str> {
    known(stored)?.address
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

    const CORRECTED: &str =
        include_str!("../../../../migrations/0070_applied_lists_and_a_source.sql");

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
        let mut sources = shipped(8, 5);
        let corrected = CORRECTED.split_once("set source = '");
        let corrected = corrected.and_then(|(_, behind)| behind.split('\'').next());
        assert!(sources.insert(corrected.expect("a source")));
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
    fn a_source_that_names_a_site_says_where_it_can_be_read_but_for_the_one_that_told_no_hours() {
        for Source {
            stored, address, ..
        } in SOURCES
        {
            let sites = [
                "detik.com",
                "conversailabs.com",
                "senado.gob.mx",
                "respicio.ph",
            ];
            let site = sites.into_iter().find(|site| stored.contains(site));
            let host = address.and_then(|address| address.strip_prefix("https://"));
            let host = host.and_then(|address| address.split('/').next());
            assert_eq!(site.is_some(), host.is_some(), "{stored}");
            assert!(
                host.unwrap_or_default().ends_with(site.unwrap_or_default()),
                "{address:?}"
            );
            assert_eq!(address_of_source(stored), address);
        }
        assert_eq!(address_of_source("Our lawyer said so"), None);
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
