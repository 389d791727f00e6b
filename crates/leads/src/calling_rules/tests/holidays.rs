//! Years whose holidays are not known.

use jiff::civil::date;
use jiff::tz::TimeZone;
use localization::Language;

use super::super::*;
use super::{asked, indonesian, timing, window};
use crate::validate::Schedule;

/// So many holidays of a year.
fn of_year(year: i16, count: i8) -> Vec<Holiday> {
    let days = (1..=count).map(|day| Holiday {
        date: date(year, 1, day),
        name: "Feast".to_owned(),
    });
    days.collect()
}

fn missing(holidays: &[Holiday], now: &str) -> Vec<i16> {
    missing_holidays(holidays, now.parse().expect("RFC 3339"), &TimeZone::UTC)
}

#[test]
fn holidays_of_the_next_year_are_missed_from_december_on() {
    let this_year = of_year(2026, 1);
    assert_eq!(missing(&[], "2026-11-30T12:00:00Z"), [2026]);
    assert_eq!(missing(&this_year, "2026-11-30T23:59:59Z"), [] as [i16; 0]);
    assert_eq!(missing(&this_year, "2026-12-01T00:00:00Z"), [2027]);
    let both = [this_year, of_year(2027, 1)].concat();
    assert_eq!(missing(&both, "2026-12-31T00:00:00Z"), [] as [i16; 0]);
}

#[test]
fn a_year_is_missed_until_it_has_half_as_many_holidays_as_the_year_before() {
    for (before, known, is_missed) in [
        (17, 0, true),
        (17, 1, true),
        (17, 8, true),
        (17, 9, false),
        (16, 8, false),
        (1, 1, false),
        (0, 0, true),
        (0, 1, false),
    ] {
        let holidays = [of_year(2026, before), of_year(2027, known)].concat();
        let missed = missing(&holidays, "2027-03-01T00:00:00Z");
        assert_eq!(missed == [2027], is_missed, "{before}, then {known}");
    }
}

#[test]
fn calls_of_a_year_whose_holidays_are_not_known_are_told_though_they_keep_the_rule() {
    let mut rules = indonesian(ZoneBasis::Account);
    rules.holidays = of_year(2026, 10);
    rules.holidays.extend(of_year(2027, 4));
    let told = |rules: &CallingRules, timing, now| {
        let verdict = asked(rules, timing, 1, now);
        assert!(verdict.is_kept(), "{:?}", verdict.breaches);
        verdict.holidays_unknown()
    };
    let december = window("2026-12-31T09:00", "2026-12-31T17:00");
    assert_eq!(told(&rules, december, "2026-12-30T10:00"), None);
    let january = window("2027-01-05T09:00", "2027-01-05T17:00");
    let sentence = told(&rules, january, "2027-01-04T10:00").expect("2027 is not known");
    assert_eq!(
        Language::ALL.map(|language| sentence.text(language)),
        [
            "Holidays of 2027 are not known yet: a call on one of them would count as allowed. An administrator adds them under Settings, Calling rules.",
            "2027 年的节假日尚不清楚：在这些日子呼叫会被视为允许。请管理员在“设置”的“呼叫规则”中添加。",
            "Todavía no se conocen los días festivos de 2027: una llamada en uno de ellos contaría como permitida. Un administrador los agrega en Configuración, Reglas de llamadas.",
            "Hari libur 2027 belum diketahui: panggilan pada hari itu akan dianggap diizinkan. Administrator menambahkannya di Pengaturan, Aturan panggilan.",
        ]
    );
    let now = timing(Schedule::Now);
    assert!(told(&rules, now, "2027-01-05T10:00").is_some());
    rules.holidays.push(Holiday {
        date: date(2027, 12, 25),
        name: "Feast".to_owned(),
    });
    assert_eq!(told(&rules, now, "2027-01-05T10:00"), None, "half of ten");
    rules.holidays.clear();
    rules.rule_set.on_holidays = OnHolidays::AsOtherDays;
    assert_eq!(told(&rules, now, "2027-01-05T10:00"), None, "no matter");
}

#[test]
fn every_clock_that_counts_tells_of_its_own_year() {
    let mut rules = indonesian(ZoneBasis::Strictest);
    rules.rule_set.hours = Hours::new(0, 24 * 60).expect("hours");
    rules.holidays = of_year(2026, 10);
    let unknown = |zones| {
        let mut rules = rules.clone();
        rules.rule_set.zones = zones;
        // It is 2027 in Jayapura.
        let verdict = asked(&rules, timing(Schedule::Now), 1, "2026-12-31T23:00");
        verdict.unknown_years
    };
    assert_eq!(unknown(ZoneBasis::Strictest), [2027]);
    assert_eq!(unknown(ZoneBasis::Account), [] as [i16; 0]);
}
