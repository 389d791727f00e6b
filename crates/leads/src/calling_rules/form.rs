//! Forms of rules and holidays, as administrators type them.

use jiff::civil::Date;
use localization::Message;

use super::hours::{WEEK, clock};
use super::{Holiday, Hours, OnHolidays, RuleAction, RuleSet, RuleSetId, Weekdays, ZoneBasis};
use crate::messages::form_problems;
use crate::numbers::mask_numbers;
use crate::validate::{is_unreadable, keep, length, trimmed};
use crate::views::{FormProblem, RuleForm};

/// The longest source, in characters.
const MAX_SOURCE_LENGTH: usize = 500;

/// The longest reason, in characters.
pub const MAX_REASON_LENGTH: usize = 500;

/// The longest name of a holiday, in characters.
const MAX_HOLIDAY_NAME_LENGTH: usize = 120;

/// The form that shows a rule set; [`parse_rule_form`] reads it back to the same.
pub fn rule_form(rule_set: &RuleSet) -> RuleForm {
    let days = WEEK.map(|day| rule_set.days.contains(day));
    RuleForm {
        monday: days[0],
        tuesday: days[1],
        wednesday: days[2],
        thursday: days[3],
        friday: days[4],
        saturday: days[5],
        sunday: days[6],
        from: clock(rule_set.hours.from()),
        to: clock(rule_set.hours.to()),
        zones: <&str>::from(rule_set.zones).to_owned(),
        on_holidays: <&str>::from(rule_set.on_holidays).to_owned(),
        action: <&str>::from(rule_set.action).to_owned(),
        needs_purpose: rule_set.needs_purpose,
        source: rule_set.source.clone(),
        read_on: rule_set.read_on.to_string(),
    }
}

/// Reads a rule set of that country, sector and version.
///
/// # Errors
/// Everything that has to be fixed. Inputs: `monday`, `from`, `to`, `zones`, `on_holidays`, `action`, `source`, `read_on`.
pub fn parse_rule_form(form: &RuleForm, id: RuleSetId) -> Result<RuleSet, Vec<FormProblem>> {
    let mut problems = Vec::new();
    let days = keep("monday", parse_days(form), &mut problems);
    let from = keep("from", parse_minute(&form.from), &mut problems);
    let to = keep("to", parse_minute(&form.to), &mut problems);
    let hours = match (from, to) {
        (Some(from), Some(to)) => {
            let hours = Hours::new(from, to);
            let hours = hours.ok_or_else(form_problems::rule_end);
            keep("to", hours, &mut problems)
        }
        _ => None,
    };
    let zones = parse_choice::<ZoneBasis>(&form.zones, form_problems::rule_zones);
    let zones = keep("zones", zones, &mut problems);
    let on_holidays = parse_choice(&form.on_holidays, form_problems::rule_holidays);
    let on_holidays: Option<OnHolidays> = keep("on_holidays", on_holidays, &mut problems);
    let action = parse_choice(&form.action, form_problems::rule_action);
    let action: Option<RuleAction> = keep("action", action, &mut problems);
    let source = keep("source", parse_source(&form.source), &mut problems);
    let read_on = keep("read_on", parse_date(&form.read_on), &mut problems);
    let rule_set = || {
        Some(RuleSet {
            id,
            days: days?,
            hours: hours?,
            zones: zones?,
            on_holidays: on_holidays?,
            action: action?,
            needs_purpose: form.needs_purpose,
            source: source?,
            read_on: read_on?,
            is_confirmed: false,
        })
    };
    rule_set().ok_or(problems)
}

/// A holiday as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HolidayForm {
    /// The day: `2026-12-25`.
    pub date: String,
    /// Its name.
    pub name: String,
    /// Where it was read.
    pub source: String,
}

/// Reads a holiday, with its source.
///
/// # Errors
/// Everything that has to be fixed. Inputs: `date`, `name`, `source`.
pub fn parse_holiday_form(form: &HolidayForm) -> Result<(Holiday, String), Vec<FormProblem>> {
    let mut problems = Vec::new();
    let date = keep("date", parse_date(&form.date), &mut problems);
    let name = parse_text(
        &form.name,
        form_problems::holiday_name,
        MAX_HOLIDAY_NAME_LENGTH,
    );
    let name = keep("name", name, &mut problems);
    let source = keep("source", parse_source(&form.source), &mut problems);
    let holiday = || {
        Some((
            Holiday {
                date: date?,
                name: name?,
            },
            source?,
        ))
    };
    holiday().ok_or(problems)
}

/// Reads why people are to be called outside of a rule. Phone numbers in it are masked: what is kept of it is not erased.
///
/// # Errors
/// What is wrong with it.
pub fn parse_reason(text: &str) -> Result<String, Message> {
    let reason = mask_numbers(trimmed(text));
    let found = length(&reason);
    if reason.is_empty() {
        Err(form_problems::reason())
    } else if found > MAX_REASON_LENGTH {
        Err(form_problems::long_reason(found, MAX_REASON_LENGTH))
    } else if is_unreadable(&reason) {
        Err(form_problems::unreadable_reason())
    } else {
        Ok(reason)
    }
}

fn parse_days(form: &RuleForm) -> Result<Weekdays, Message> {
    let days = [
        form.monday,
        form.tuesday,
        form.wednesday,
        form.thursday,
        form.friday,
        form.saturday,
        form.sunday,
    ];
    let places = days.iter().zip(0u8..);
    let bits = places.fold(0, |bits, (is_chosen, place)| {
        bits | u8::from(*is_chosen) << place
    });
    Weekdays::from_bits(bits).ok_or_else(form_problems::rule_days)
}

/// What stands between hours and minutes: `08:00`, Indonesian `08.00`, and what a Chinese keyboard types.
const BETWEEN_HOURS_AND_MINUTES: [char; 3] = [':', '.', '：'];

/// `08:00`; `24:00` is the end of the day.
fn parse_minute(text: &str) -> Result<u16, Message> {
    let wrong = form_problems::rule_time;
    let parts = trimmed(text).split_once(BETWEEN_HOURS_AND_MINUTES);
    let (hour, minute) = parts.ok_or_else(wrong)?;
    let part = |part: &str, most: u16| {
        let is_plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        let number = part.parse::<u16>().ok().filter(|number| *number <= most);
        number.filter(|_| is_plain).ok_or_else(wrong)
    };
    let minutes = part(hour, 24)? * 60 + part(minute, 59)?;
    if minutes > 24 * 60 {
        Err(wrong())
    } else {
        Ok(minutes)
    }
}

fn parse_choice<T: std::str::FromStr>(text: &str, sentence: fn() -> Message) -> Result<T, Message> {
    trimmed(text).parse().map_err(|_| sentence())
}

fn parse_source(text: &str) -> Result<String, Message> {
    parse_text(text, form_problems::rule_source, MAX_SOURCE_LENGTH)
}

fn parse_text(text: &str, missing: fn() -> Message, most: usize) -> Result<String, Message> {
    let text = trimmed(text);
    let found = length(text);
    if text.is_empty() {
        Err(missing())
    } else if found > most {
        Err(form_problems::long_text(found, most))
    } else if is_unreadable(text) {
        Err(form_problems::unreadable_text())
    } else {
        Ok(text.to_owned())
    }
}

fn parse_date(text: &str) -> Result<Date, Message> {
    let text = trimmed(text);
    let is_plain = text.len() == 10;
    let date = text.parse::<Date>().ok().filter(|_| is_plain);
    date.ok_or_else(form_problems::rule_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_keeps_no_phone_number_and_no_more_than_its_length() {
        let reason = parse_reason(" The client asked from +62 812 3350 8812, 27 November ");
        assert_eq!(
            reason.as_deref(),
            Ok("The client asked from +•••• 8812, 27 November")
        );
        assert!(parse_reason(" ").is_err());
        let letters = "a".repeat(MAX_REASON_LENGTH);
        assert!(parse_reason(&letters).is_ok());
        // Masked it is longer than it was.
        let number = " 0812335";
        let reason = format!("{}{number}", &letters[number.len()..]);
        assert_eq!(reason.len(), MAX_REASON_LENGTH);
        assert!(parse_reason(&reason).is_err());
    }

    #[test]
    fn a_time_is_read_as_each_language_writes_it() {
        for text in ["08:30", "08.30", "08：30", " 08.30 "] {
            assert_eq!(parse_minute(text), Ok(8 * 60 + 30), "{text}");
        }
        assert_eq!(parse_minute("24.00"), Ok(24 * 60));
        for text in [
            "", "0830", "8.30", "08,30", "08.3", "08:30:00", "08.60", "24.01",
        ] {
            assert_eq!(
                parse_minute(text),
                Err(form_problems::rule_time()),
                "{text}"
            );
        }
    }
}
