//! Views of calling rules.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::{FormProblem, Moment};

/// What is said of calls outside the rule.
#[derive(Clone, Debug, PartialEq)]
pub struct BreachView {
    /// The rule, and what is wrong.
    pub sentence: Message,
    /// Where the rule comes from.
    pub source: Message,
    /// Where it can be read, if that is known.
    pub source_address: Option<String>,
    /// Whether an administrator has confirmed the rule.
    pub is_confirmed: bool,
    /// Whether the rule refuses such calls: a second person has to approve them.
    pub is_refused: bool,
    /// The next window that is allowed, where AIRudder plans as far ahead.
    pub next: Option<Message>,
    /// Why none is offered, where one was looked for and there is none.
    pub no_window: Option<Message>,
}

/// A rule set as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleForm {
    /// Whether people may be called on Mondays.
    pub monday: bool,
    /// On Tuesdays.
    pub tuesday: bool,
    /// On Wednesdays.
    pub wednesday: bool,
    /// On Thursdays.
    pub thursday: bool,
    /// On Fridays.
    pub friday: bool,
    /// On Saturdays.
    pub saturday: bool,
    /// On Sundays.
    pub sunday: bool,
    /// The first minute: `08:00`.
    pub from: String,
    /// The last minute: `20:00`.
    pub to: String,
    /// `account` or `strictest`.
    pub zones: String,
    /// `as_other_days` or `no_calls`.
    pub on_holidays: String,
    /// `warn` or `refuse`.
    pub action: String,
    /// Whether a task must say what it is for.
    pub needs_purpose: bool,
    /// Where the rule comes from.
    pub source: String,
    /// The day on which somebody read that: `2026-11-28`.
    pub read_on: String,
}

/// A rule set on the page of all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSetRow {
    /// Two letters.
    pub country: String,
    /// The country's name.
    pub country_name: Message,
    /// The key of the sector.
    pub sector: String,
    /// What it is called.
    pub sector_label: Message,
    /// The same in a sentence.
    pub sector_in_sentence: Message,
    /// The version.
    pub version: u32,
    /// Days, hours, clocks and holidays.
    pub rule: Message,
    /// Whether calls outside are refused; else they need a reason.
    pub is_refused: bool,
    /// Whether a task must say what it is for.
    pub needs_purpose: bool,
    /// Where it comes from.
    pub source: Message,
    /// Where it can be read, if that is known.
    pub source_address: Option<String>,
    /// The day on which that was read: `28 Nov 2026`.
    pub read_on: Message,
    /// Who confirmed it, and when.
    pub confirmed: Option<(String, Moment)>,
    /// Whether it is of this account.
    pub is_of_account: bool,
}

/// The holidays of a country in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct HolidaysOfYear {
    /// Two letters.
    pub country: String,
    /// The country's name.
    pub country_name: Message,
    /// The year.
    pub year: i16,
    /// The holidays, the first first.
    pub holidays: Vec<HolidayRow>,
}

/// A holiday.
#[derive(Clone, Debug, PartialEq)]
pub struct HolidayRow {
    /// The day as it is stored: `2026-12-25`.
    pub date: String,
    /// The day as people read it: `Fri 25 Dec`.
    pub day: Message,
    /// Its name.
    pub name: Message,
    /// Where it was read.
    pub source: String,
    /// Whether the program has brought it: its source is in English then.
    pub is_of_program: bool,
}

/// A task with batches at AIRudder that could call at a time which the rules do not allow any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedOutside {
    /// What stands for its account in addresses.
    pub slug: String,
    /// The account's name.
    pub account: String,
    /// The task's id.
    pub task: String,
    /// The task's name.
    pub name: String,
    /// How many of its batches could.
    pub batches: u32,
}

/// The page of all calling rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CallingRulesView {
    /// The rule sets, by country and sector.
    pub rule_sets: Vec<RuleSetRow>,
    /// The holidays by country and year.
    pub holidays: Vec<HolidaysOfYear>,
    /// What is missing, a sentence each.
    pub missing: Vec<Message>,
}

/// The page on which one rule set is changed.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSetView {
    /// The rule set as it is.
    pub row: RuleSetRow,
    /// What stands in the form.
    pub form: RuleForm,
    /// What has to be fixed.
    pub problems: Vec<FormProblem>,
}
