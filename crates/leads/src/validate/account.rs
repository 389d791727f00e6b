//! The settings of an account.

use jiff::tz::TimeZone;

use super::mobile::has_numbering_plan;
use super::settings::{keep, parse_platform};
use super::split::{MAX_BATCH_SIZE, MIN_BATCH_SIZE};
use super::text::{is_unreadable, length, trimmed, whole_number};
use crate::country::Country;
use crate::views::{AccountForm, FormProblem, LineRow};

/// The longest name of an account in characters.
pub const MAX_ACCOUNT_NAME_LENGTH: usize = 80;

/// The most days within which nobody is called again.
pub const MAX_COOLDOWN_DAYS: u32 = 90;

/// What stands between a line's name and its label.
const DOT: char = '·';

/// The settings of an account, validated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountSettings {
    /// Its name.
    pub name: String,
    /// The country whose people it calls.
    pub country: Country,
    /// Its zone: the provider reads every time in it.
    pub zone: TimeZone,
    /// The zone's IANA name.
    pub zone_name: String,
    /// The platform of new tasks; may be empty, each task then gives its own.
    pub platform: String,
    /// The lines that the provider allotted; may be empty, no task can then be made.
    pub lines: Vec<LineRow>,
    /// Whether the do-not-call pool is arranged with the provider.
    pub dnc_arranged: bool,
    /// Leads in a batch when a list is split, [`MIN_BATCH_SIZE`] to [`MAX_BATCH_SIZE`].
    pub batch_size: u32,
    /// Days within which nobody is called by another task unless somebody says so, 0 to [`MAX_COOLDOWN_DAYS`].
    pub cooldown_days: u32,
}

/// Reads the form of the account's settings.
///
/// # Errors
/// Everything that has to be fixed. Inputs: `name`, `country`, `zone`, `platform`, `lines`, `batch_size`,
/// `cooldown_days`.
pub fn parse_account_form(form: &AccountForm) -> Result<AccountSettings, Vec<FormProblem>> {
    let mut problems = Vec::new();
    let name = keep("name", parse_name(&form.name), &mut problems);
    let country = keep("country", parse_country(&form.country), &mut problems);
    let zone = keep("zone", parse_zone(&form.zone), &mut problems);
    let platform = match trimmed(&form.platform) {
        "" => Some(String::new()),
        platform => keep("platform", parse_platform(platform), &mut problems),
    };
    let lines = keep("lines", parse_lines(&form.lines), &mut problems);
    let batch_size = keep(
        "batch_size",
        parse_batch_size(&form.batch_size),
        &mut problems,
    );
    let cooldown_days = keep(
        "cooldown_days",
        parse_cooldown_days(&form.cooldown_days),
        &mut problems,
    );
    let settings = || {
        let (zone, zone_name) = zone?;
        Some(AccountSettings {
            name: name?,
            country: country?,
            zone,
            zone_name,
            platform: platform?,
            lines: lines?,
            dnc_arranged: form.dnc_arranged,
            batch_size: batch_size?,
            cooldown_days: cooldown_days?,
        })
    };
    settings().ok_or(problems)
}

/// The form that shows these settings; [`parse_account_form`] reads it back to the same.
pub fn account_form(settings: &AccountSettings) -> AccountForm {
    let lines: Vec<String> = settings.lines.iter().map(write_line).collect();
    AccountForm {
        name: settings.name.clone(),
        country: settings.country.as_str().to_owned(),
        zone: settings.zone_name.clone(),
        platform: settings.platform.clone(),
        lines: lines.join("\n"),
        dnc_arranged: settings.dnc_arranged,
        batch_size: settings.batch_size.to_string(),
        cooldown_days: settings.cooldown_days.to_string(),
    }
}

fn parse_name(text: &str) -> Result<String, String> {
    let name = trimmed(text);
    let found = length(name);
    if name.is_empty() {
        Err("Enter the account name.".to_owned())
    } else if found > MAX_ACCOUNT_NAME_LENGTH {
        Err(format!(
            "The name has {found} characters. Shorten it to {MAX_ACCOUNT_NAME_LENGTH}."
        ))
    } else if is_unreadable(name) {
        Err("The name has unreadable characters. Type it again.".to_owned())
    } else {
        Ok(name.to_owned())
    }
}

fn parse_country(text: &str) -> Result<Country, String> {
    Country::parse(text)
        .ok()
        .filter(|country| has_numbering_plan(*country))
        .ok_or_else(|| "Enter a two-letter country code, such as ID, IN, MX or PH.".to_owned())
}

/// The zone, and its name in the spelling of the IANA database.
fn parse_zone(text: &str) -> Result<(TimeZone, String), String> {
    let unknown =
        || "Enter a time zone from the IANA list, such as America/Mexico_City.".to_owned();
    let zone = TimeZone::get(trimmed(text)).map_err(|_| unknown())?;
    let name = zone.iana_name().ok_or_else(unknown)?.to_owned();
    Ok((zone, name))
}

fn parse_cooldown_days(text: &str) -> Result<u32, String> {
    whole_number(text, 0, MAX_COOLDOWN_DAYS)
        .ok_or_else(|| format!("Enter a whole number of days from 0 to {MAX_COOLDOWN_DAYS}."))
}

fn parse_batch_size(text: &str) -> Result<u32, String> {
    whole_number(text, MIN_BATCH_SIZE, MAX_BATCH_SIZE).ok_or_else(|| {
        format!("Enter a whole number of leads from {MIN_BATCH_SIZE} to {MAX_BATCH_SIZE}.")
    })
}

/// One line a line. Every problem is told, by the place of the line.
fn parse_lines(text: &str) -> Result<Vec<LineRow>, String> {
    let mut lines: Vec<LineRow> = Vec::new();
    let mut sentences = Vec::new();
    for (index, text) in text.lines().enumerate() {
        let place = index + 1;
        let text = trimmed(text);
        if text.is_empty() {
            continue;
        }
        let line = read_line(text);
        if line.name.is_empty() {
            sentences.push(format!(
                "Row {place} has a label but no line. Write the line first."
            ));
        } else if is_unreadable(text) {
            sentences.push(format!(
                "Row {place} has unreadable characters. Type it again."
            ));
        } else if lines.iter().any(|other| other.name == line.name) {
            sentences.push(format!(
                "Row {place} repeats line {}. Remove one.",
                line.name
            ));
        } else {
            lines.push(line);
        }
    }
    if sentences.is_empty() {
        Ok(lines)
    } else {
        Err(sentences.join(" "))
    }
}

fn read_line(text: &str) -> LineRow {
    let (name, label) = text
        .split_once(DOT)
        .or_else(|| text.split_once(char::is_whitespace))
        .unwrap_or((text, ""));
    LineRow {
        name: trimmed(name).to_owned(),
        label: trimmed(label).to_owned(),
    }
}

/// The dot may only be left out where nothing has to be kept apart.
fn write_line(line: &LineRow) -> String {
    if line.label.is_empty() && !line.name.contains(char::is_whitespace) {
        line.name.clone()
    } else {
        format!("{} {DOT} {}", line.name, line.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> AccountForm {
        AccountForm {
            name: " Acme México ".to_owned(),
            country: "mx".to_owned(),
            zone: "america/mexico_city".to_owned(),
            platform: "ACME_1".to_owned(),
            lines: "mx-line-1\n\n mx-line-2 · Ventas · norte\r\nmx-line-3 Cobranza\nmain line ·"
                .to_owned(),
            dnc_arranged: true,
            batch_size: "5000".to_owned(),
            cooldown_days: "7".to_owned(),
        }
    }

    fn sentences(change: impl FnOnce(&mut AccountForm)) -> Vec<(String, String)> {
        let mut form = form();
        change(&mut form);
        let problems = parse_account_form(&form).expect_err("something is wrong");
        problems
            .into_iter()
            .map(|problem| (problem.input, problem.sentence))
            .collect()
    }

    #[test]
    fn the_form_is_read_and_written_back_to_the_same_settings() {
        let settings = parse_account_form(&form()).expect("nothing is wrong");
        assert_eq!(settings.name, "Acme México");
        assert_eq!(settings.country.as_str(), "MX");
        assert_eq!(settings.zone_name, "America/Mexico_City");
        let lines: Vec<(&str, &str)> = settings
            .lines
            .iter()
            .map(|line| (line.name.as_str(), line.label.as_str()))
            .collect();
        assert_eq!(
            lines,
            [
                ("mx-line-1", ""),
                ("mx-line-2", "Ventas · norte"),
                ("mx-line-3", "Cobranza"),
                ("main line", "")
            ]
        );
        assert_eq!(parse_account_form(&account_form(&settings)), Ok(settings));
    }

    #[test]
    fn every_problem_is_named() {
        let problems = sentences(|form| {
            *form = AccountForm {
                platform: "a platform with a long name".to_owned(),
                lines: "· label".to_owned(),
                ..AccountForm::default()
            };
        });
        let inputs: Vec<&str> = problems.iter().map(|(input, _)| input.as_str()).collect();
        assert_eq!(
            inputs,
            [
                "name",
                "country",
                "zone",
                "platform",
                "lines",
                "batch_size",
                "cooldown_days"
            ]
        );
    }

    #[test]
    fn a_country_needs_a_numbering_plan() {
        for country in ["ZZ", "MEX", ""] {
            assert_eq!(
                sentences(|form| form.country = country.to_owned())[0].0,
                "country"
            );
        }
    }

    #[test]
    fn a_zone_is_one_of_the_iana_names() {
        for zone in ["", "Mexico", "UTC-6", "America/Mexico_City/Centro"] {
            assert_eq!(
                sentences(|form| form.zone = zone.to_owned())[0].0,
                "zone",
                "{zone}"
            );
        }
    }

    #[test]
    fn a_repeated_line_is_named_with_its_row() {
        let problems = sentences(|form| form.lines = "one\ntwo\none Ventas".to_owned());
        assert_eq!(problems[0].1, "Row 3 repeats line one. Remove one.");
    }

    #[test]
    fn a_batch_holds_at_least_a_hundred_leads_and_at_most_what_a_task_takes() {
        for size in ["0", "1", "99", "10001", "5,000", "many"] {
            assert_eq!(
                sentences(|form| form.batch_size = size.to_owned())[0].0,
                "batch_size",
                "{size}"
            );
        }
    }
}
