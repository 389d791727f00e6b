//! What people read of rules.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::{
    Breach, BreachKind, Holiday, OnHolidays, RuleAction, RuleSet, RuleSetId, Verdict, ZoneBasis,
};
use crate::countries::country_name;
use crate::numbers::format_number;
use crate::validate::window_label;
use crate::views::BreachView;

/// A day and a time in a sentence; the year is plain, since AIRudder plans five days ahead.
const DAY_AND_TIME: &str = "%a %-d %b, %H:%M";

impl RuleSet {
    /// `Mon–Sat 08:00–18:00, by every clock of Indonesia, not on holidays`.
    pub fn in_words(&self) -> String {
        let mut words = format!("{} {}", self.days.in_words(), self.hours.in_words());
        if self.zones == ZoneBasis::Strictest {
            let country = country_name(self.id.country);
            words.push_str(&format!(", by every clock of {country}"));
        }
        if self.on_holidays == OnHolidays::NoCalls {
            words.push_str(", not on holidays");
        }
        words
    }

    /// `the calling rule for Indonesia, financial products`.
    pub fn name(&self) -> String {
        let country = country_name(self.id.country);
        format!(
            "the calling rule for {country}, {}",
            self.id.sector.label().to_lowercase()
        )
    }
}

impl RuleSetId {
    /// `the calling rule for Indonesia, financial products, version 2`.
    pub fn in_words(&self) -> String {
        let sector = self.sector.label().to_lowercase();
        let country = country_name(self.country);
        format!(
            "the calling rule for {country}, {sector}, version {}",
            self.version
        )
    }
}

impl Breach {
    /// `Batch 2: Sat 28 Nov, 20:30 in Mexico City is after the hours.`
    pub fn sentence(&self) -> String {
        let at = self.at.strftime(DAY_AND_TIME);
        let place = &self.place;
        let day = self.at.strftime("%a %-d %b");
        let what = match &self.kind {
            BreachKind::TooEarly => format!("{at} in {place} is before the hours."),
            BreachKind::TooLate => format!("{at} in {place} is after the hours."),
            BreachKind::RedialTooLate => {
                format!("the last redial could fall at {at} in {place}, after the hours.")
            }
            BreachKind::Day => {
                format!(
                    "{day}: the rule allows no calls on {}s.",
                    self.at.strftime("%A")
                )
            }
            BreachKind::Holiday(name) => format!("{day} is a holiday: {name}."),
        };
        match self.batch {
            1 => {
                let mut letters = what.chars();
                let first = letters
                    .next()
                    .map(|letter| letter.to_uppercase().to_string());
                format!("{}{}", first.unwrap_or_default(), letters.as_str())
            }
            batch => format!("Batch {}: {what}", format_number(batch)),
        }
    }
}

impl Verdict {
    /// What is said of calls outside the rule: the rule, what is wrong, and where people could be called instead; `None` where it is
    /// kept. The source stands beside it.
    pub fn sentence(&self) -> Option<String> {
        if self.is_kept() {
            return None;
        }
        let breaches: Vec<String> = self.breaches.iter().map(Breach::sentence).collect();
        Some(format!(
            "Calls could fall outside {} ({}). {}",
            self.rule_set.name(),
            self.rule_set.in_words(),
            breaches.join(" ")
        ))
    }

    /// The same for a page, with the next window that is allowed.
    pub fn view(&self, now: Timestamp, zone: &TimeZone) -> Option<BreachView> {
        let sentence = self.sentence()?;
        let today = zone.to_datetime(now).date();
        Some(BreachView {
            sentence,
            source: self.rule_set.source.clone(),
            source_address: self.rule_set.source_address().map(str::to_owned),
            is_confirmed: self.rule_set.is_confirmed,
            is_refused: self.rule_set.action == RuleAction::Refuse,
            next: self
                .next
                .map(|next| window_label(next.start, next.end, today, zone)),
        })
    }

    /// What is answered where calls are not placed because of the rule.
    pub fn refusal(&self, now: Timestamp, zone: &TimeZone) -> String {
        let sentence = self.sentence().unwrap_or_default();
        let today = zone.to_datetime(now).date();
        let instead = match self.next {
            Some(next) => format!(
                "Allowed next: {}.",
                window_label(next.start, next.end, today, zone)
            ),
            None => {
                "No time in the next five days is allowed, and AIRudder plans no further ahead."
                    .to_owned()
            }
        };
        format!("{sentence} {instead} Source: {}.", self.rule_set.source)
    }
}

/// The years whose holidays should be known at that moment and are not: this year's at any time, the next one's from 1 December on.
pub fn missing_holidays(holidays: &[Holiday], now: Timestamp, zone: &TimeZone) -> Vec<i16> {
    let today = zone.to_datetime(now).date();
    let year = today.year();
    let next = (today >= date(year, 12, 1)).then_some(year.saturating_add(1));
    let is_missing = |year: &i16| holidays.iter().all(|holiday| holiday.date.year() != *year);
    [Some(year), next]
        .into_iter()
        .flatten()
        .filter(is_missing)
        .collect()
}
