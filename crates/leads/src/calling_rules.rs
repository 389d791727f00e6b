//! Calling rules: on which days and at which hours people of a country may be called, as data that a person can read, change and confirm.
//!
//! One function answers everybody who asks ([`verdict()`]): the form, the review, the launch, the submission, and the worker right before it
//! sends a batch.

mod again;
mod closing;
mod form;
mod holidays;
mod hours;
mod next;
mod shipped;
mod spans;
mod verdict;
mod words;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

pub use again::allowed_again;
pub use closing::calls_end;
pub use form::{HolidayForm, parse_holiday_form, parse_reason, parse_rule_form, rule_form};
pub use holidays::{holidays_missing, holidays_to_add, missing_holidays};
pub use hours::{Hours, Weekdays};
pub use next::{AllowedWindow, NoWindow};
pub use shipped::holiday_name;
pub use spans::CallSpan;
pub use verdict::{Asked, Breach, BreachKind, Verdict, verdict, verdict_of_form, verdict_of_spans};
pub use words::{ReasonTold, outside_told, verdict_told};

use crate::country::Country;
use crate::sector::Sector;

/// Which version of which rule set: there is one rule set for each country and sector. Version 0 is the rule of the program, for where
/// nobody has written any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RuleSetId {
    /// The country whose people are called.
    pub country: Country,
    /// What the account sells.
    pub sector: Sector,
    /// From 1; each change makes a new one, and the old one stays.
    pub version: u32,
}

/// By whose clock the hours hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ZoneBasis {
    /// The account's zone.
    Account,
    /// Every zone of the country at once: nobody in it is called outside the hours.
    Strictest,
}

/// What holidays change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum OnHolidays {
    /// Nothing.
    AsOtherDays,
    /// Nobody may be called.
    NoCalls,
}

/// What happens to calls outside the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RuleAction {
    /// Whoever launches can go on with a reason.
    Warn,
    /// A second person has to approve the reason.
    Refuse,
}

/// When people may be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSet {
    /// Which one.
    pub id: RuleSetId,
    /// The days of the week.
    pub days: Weekdays,
    /// The hours of each of them.
    pub hours: Hours,
    /// By whose clock.
    pub zones: ZoneBasis,
    /// What holidays change.
    pub on_holidays: OnHolidays,
    /// What happens outside.
    pub action: RuleAction,
    /// Whether a task must say what it is for, where its list is from, and why its people may be called.
    #[serde(default)]
    pub needs_purpose: bool,
    /// Where the rule comes from: an address, or words.
    pub source: String,
    /// The day on which somebody read the source.
    pub read_on: Date,
    /// Whether an administrator has confirmed this version: until then it is nobody's word but the program's.
    #[serde(default)]
    pub is_confirmed: bool,
}

/// A day on which a country does not work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: String,
}

/// What an account's calls are asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallingRules {
    /// The rule set of the account's country and sector.
    pub rule_set: RuleSet,
    /// The holidays of its country that are known, the first first.
    pub holidays: Vec<Holiday>,
}

impl RuleSet {
    /// The rule for a country for which nobody has written any: not before 08:00 nor from 21:00 on, in the account's zone. The hours are
    /// those of 47 CFR 64.1200 (United States); calls outside them are complained about everywhere.
    pub fn of_the_program(country: Country, sector: Sector) -> RuleSet {
        RuleSet {
            id: RuleSetId {
                country,
                sector,
                version: 0,
            },
            days: Weekdays::ALL,
            hours: Hours::of_the_program(),
            zones: ZoneBasis::Account,
            on_holidays: OnHolidays::AsOtherDays,
            action: RuleAction::Warn,
            needs_purpose: false,
            source: "Our own choice, after 47 CFR 64.1200 (United States)".to_owned(),
            read_on: jiff::civil::date(2026, 11, 28),
            is_confirmed: false,
        }
    }

    /// Where the source can be read: it is an address itself, or one that the program has brought.
    pub fn source_address(&self) -> Option<&str> {
        let source = self.source.as_str();
        match source.starts_with("https://") {
            true => Some(source),
            false => shipped::address_of_source(source),
        }
    }
}

#[cfg(test)]
mod tests;
