//! Of which years the holidays are known.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use localization::Message;

use super::verdict::{Asked, zones_asked};
use super::{CallSpan, CallingRules, Holiday, OnHolidays, Verdict};
use crate::countries::country_name;
use crate::country::Country;
use crate::messages::calling_rules;

/// Whether the holidays of a year still have to be added: while there is none, and while there are fewer than half as many as of the year
/// before. One that somebody has entered does not make a year.
fn is_missing(holidays: &[Holiday], year: i16) -> bool {
    let known = |year: i16| {
        let of_year = holidays
            .iter()
            .filter(|holiday| holiday.date.year() == year);
        of_year.count()
    };
    let of_year = known(year);
    of_year == 0 || of_year * 2 < known(year.saturating_sub(1))
}

/// The years whose holidays should be known at that moment and are not: this year's at any time, the next one's from 1 December on.
pub fn missing_holidays(holidays: &[Holiday], now: Timestamp, zone: &TimeZone) -> Vec<i16> {
    let today = zone.to_datetime(now).date();
    let year = today.year();
    let next = (today >= date(year, 12, 1)).then_some(year.saturating_add(1));
    let years = [Some(year), next].into_iter().flatten();
    years.filter(|year| is_missing(holidays, *year)).collect()
}

/// The same of what an account's calls are asked about: none where its rule has people called on holidays.
pub fn holidays_to_add(rules: &CallingRules, now: Timestamp, zone: &TimeZone) -> Vec<i16> {
    match rules.rule_set.on_holidays {
        OnHolidays::AsOtherDays => Vec::new(),
        OnHolidays::NoCalls => missing_holidays(&rules.holidays, now, zone),
    }
}

/// That the holidays of a year are missing, and what to do.
pub fn holidays_missing(country: Country, year: i16) -> Message {
    calling_rules::holidays_missing(country_name(country), year.to_string())
}

/// The years in which calls can fall and whose holidays are not known, the first first: none where the rule has people called on holidays.
pub(super) fn unknown_years(spans: &[CallSpan], asked: Asked<'_>) -> Vec<i16> {
    if asked.rules.rule_set.on_holidays == OnHolidays::AsOtherDays {
        return Vec::new();
    }
    let mut years: Vec<i16> = Vec::new();
    for (zone, _) in zones_asked(asked) {
        for span in spans {
            let first = zone.to_datetime(span.from).year();
            years.extend(first..=zone.to_datetime(span.last_redial).year());
        }
    }
    years.sort_unstable();
    years.dedup();
    years.retain(|year| is_missing(&asked.rules.holidays, *year));
    years
}

impl Verdict {
    /// That a holiday among the days of the calls might not be known, and what to do; `None` where the holidays of their years are known, or
    /// do not matter.
    pub fn holidays_unknown(&self) -> Option<Message> {
        let told = |year: &i16| calling_rules::holidays_unknown(year.to_string());
        let mut years = self.unknown_years.iter().map(told);
        let first = years.next()?;
        Some(Message::sentences([first].into_iter().chain(years)))
    }
}
