//! The settings of an account.

use jiff::tz::TimeZone;
use localization::{Language, Message};

use super::account_language::parse_language;
use super::list_purpose::{ListPurpose, parse_list_purpose};
use super::mobile::has_numbering_plan;
use super::settings::{keep, parse_platform};
use super::split::{MAX_BATCH_SIZE, MIN_BATCH_SIZE};
use super::text::{is_unreadable, length, trimmed};
use super::whole_number::whole_number;
use crate::country::Country;
use crate::messages::form_problems;
use crate::sector::Sector;
use crate::views::{AccountForm, FormProblem, LineForm, LineRow};

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
    /// The language of people who have chosen none, where their browser asks for none of ours.
    pub language: Language,
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
    /// Whether leads without a note get a short reference when they are sent.
    pub fill_notes: bool,
    /// Whether whoever had a hand in a draft needs the approval of somebody who had none to have its people called.
    pub two_persons: bool,
    /// What it sells: calling rules and do-not-call lists are of a sector.
    pub sector: Sector,
    /// What its lists are for unless a draft says otherwise.
    pub list_purpose: ListPurpose,
    /// Leads in a batch when a list is split, [`MIN_BATCH_SIZE`] to [`MAX_BATCH_SIZE`].
    pub batch_size: u32,
    /// Days within which nobody is called by another task unless somebody says so, 0 to [`MAX_COOLDOWN_DAYS`].
    pub cooldown_days: u32,
}

/// Reads the form of the account's settings.
///
/// # Errors
/// Everything that has to be fixed. Inputs: `name`, `language`, `country`, `zone`, `platform`, `batch_size`, `cooldown_days`, `sector`, `list_purpose`, `list_source`, `legal_basis`, and those of
/// [`line_input`].
pub fn parse_account_form(form: &AccountForm) -> Result<AccountSettings, Vec<FormProblem>> {
    let mut problems = Vec::new();
    let name = keep("name", parse_name(&form.name), &mut problems);
    let country = keep("country", parse_country(&form.country), &mut problems);
    let language = keep(
        "language",
        parse_language(&form.language, country.as_ref()),
        &mut problems,
    );
    let zone = keep("zone", parse_zone(&form.zone), &mut problems);
    let platform = match trimmed(&form.platform) {
        "" => Some(String::new()),
        platform => keep("platform", parse_platform(platform), &mut problems),
    };
    let lines = parse_lines(form, &mut problems);
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
    let sector = keep("sector", Sector::parse(&form.sector), &mut problems);
    let typed = [&form.list_purpose, &form.list_source, &form.legal_basis];
    let list_purpose = parse_list_purpose(typed.map(String::as_str), false)
        .map_err(|mut found| problems.append(&mut found))
        .ok();
    let settings = || {
        let (zone, zone_name) = zone?;
        Some(AccountSettings {
            name: name?,
            country: country?,
            language: language?,
            zone,
            zone_name,
            platform: platform?,
            lines: lines?,
            dnc_arranged: form.dnc_arranged,
            fill_notes: form.fill_notes,
            two_persons: form.two_persons,
            sector: sector?,
            list_purpose: list_purpose?,
            batch_size: batch_size?,
            cooldown_days: cooldown_days?,
        })
    };
    settings().ok_or(problems)
}

/// The form that shows these settings; [`parse_account_form`] reads it back to the same.
pub fn account_form(settings: &AccountSettings) -> AccountForm {
    let lines = settings.lines.iter().map(|line| LineForm {
        name: line.name.clone(),
        label: line.label.clone(),
        remove: false,
    });
    AccountForm {
        name: settings.name.clone(),
        country: settings.country.as_str().to_owned(),
        language: settings.language.tag().to_owned(),
        zone: settings.zone_name.clone(),
        platform: settings.platform.clone(),
        lines: lines.collect(),
        default_line: 0,
        dnc_arranged: settings.dnc_arranged,
        fill_notes: settings.fill_notes,
        two_persons: settings.two_persons,
        sector: settings.sector.key().to_owned(),
        list_purpose: settings.list_purpose.purpose.clone(),
        list_source: settings.list_purpose.source.clone(),
        legal_basis: settings.list_purpose.legal_basis.clone(),
        batch_size: settings.batch_size.to_string(),
        cooldown_days: settings.cooldown_days.to_string(),
    }
}

fn parse_name(text: &str) -> Result<String, Message> {
    let name = trimmed(text);
    let found = length(name);
    if name.is_empty() {
        Err(form_problems::account_name())
    } else if found > MAX_ACCOUNT_NAME_LENGTH {
        Err(form_problems::long_name(found, MAX_ACCOUNT_NAME_LENGTH))
    } else if is_unreadable(name) {
        Err(form_problems::unreadable_name())
    } else {
        Ok(name.to_owned())
    }
}

fn parse_country(text: &str) -> Result<Country, Message> {
    Country::parse(text)
        .ok()
        .filter(|country| has_numbering_plan(*country))
        .ok_or_else(form_problems::country)
}

/// The zone, and its name in the spelling of the IANA database.
fn parse_zone(text: &str) -> Result<(TimeZone, String), Message> {
    let zone = TimeZone::get(trimmed(text)).map_err(|_| form_problems::zone())?;
    let name = zone.iana_name().ok_or_else(form_problems::zone)?.to_owned();
    Ok((zone, name))
}

fn parse_cooldown_days(text: &str) -> Result<u32, Message> {
    whole_number(text, 0, MAX_COOLDOWN_DAYS)
        .ok_or_else(|| form_problems::cooldown_days(MAX_COOLDOWN_DAYS))
}

fn parse_batch_size(text: &str) -> Result<u32, Message> {
    whole_number(text, MIN_BATCH_SIZE, MAX_BATCH_SIZE)
        .ok_or_else(|| form_problems::batch_size(MIN_BATCH_SIZE, MAX_BATCH_SIZE))
}

/// The `name` and `id` of the input for the name of the line at that place, from 0.
pub fn line_input(place: usize) -> String {
    format!("lines[{place}][name]")
}

/// The lines that stay, the chosen one first. Every problem is told, at its line.
fn parse_lines(form: &AccountForm, problems: &mut Vec<FormProblem>) -> Option<Vec<LineRow>> {
    let mut lines: Vec<LineRow> = Vec::new();
    let before = problems.len();
    for (place, typed) in form.lines.iter().enumerate() {
        let (name, label) = (trimmed(&typed.name), trimmed(&typed.label));
        if typed.remove || (name.is_empty() && label.is_empty()) {
            continue;
        }
        if let Some(sentence) = problem_of_line(name, label, &lines) {
            problems.push(FormProblem::new(&line_input(place), sentence));
            continue;
        }
        let line = LineRow {
            name: name.to_owned(),
            label: label.to_owned(),
        };
        if place == form.default_line {
            lines.insert(0, line);
        } else {
            lines.push(line);
        }
    }
    (problems.len() == before).then_some(lines)
}

fn problem_of_line(name: &str, label: &str, others: &[LineRow]) -> Option<Message> {
    if name.is_empty() {
        Some(form_problems::line_without_name(label))
    } else if is_unreadable(name) || is_unreadable(label) {
        Some(form_problems::unreadable_line())
    } else if others.iter().any(|other| other.name == name) {
        Some(form_problems::line_twice(name))
    } else {
        None
    }
}

/// The lines of a text, one a line: the name, then optionally ` · ` or blank and a label.
pub fn lines_of_text(text: &str) -> Vec<LineForm> {
    text.lines().map(line_of_text).collect()
}

fn line_of_text(text: &str) -> LineForm {
    let text = trimmed(text);
    let (name, label) = text
        .split_once(DOT)
        .or_else(|| text.split_once(char::is_whitespace))
        .unwrap_or((text, ""));
    LineForm {
        name: trimmed(name).to_owned(),
        label: trimmed(label).to_owned(),
        remove: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> AccountForm {
        AccountForm {
            name: " Acme México ".to_owned(),
            country: "mx".to_owned(),
            language: String::new(),
            zone: "america/mexico_city".to_owned(),
            platform: "ACME_1".to_owned(),
            lines: lines_of_text(
                "mx-line-1\n\n mx-line-2 · Ventas · norte\r\nmx-line-3 Cobranza\nmain line ·",
            ),
            default_line: 0,
            dnc_arranged: true,
            fill_notes: true,
            two_persons: true,
            sector: "finance".to_owned(),
            list_purpose: "Offers of loans".to_owned(),
            list_source: String::new(),
            legal_basis: "Consent".to_owned(),
            batch_size: "5.000".to_owned(),
            cooldown_days: "7".to_owned(),
        }
    }

    fn sentences(change: impl FnOnce(&mut AccountForm)) -> Vec<(String, String)> {
        let mut form = form();
        change(&mut form);
        let problems = parse_account_form(&form).expect_err("something is wrong");
        problems
            .into_iter()
            .map(|problem| (problem.input, problem.sentence.to_string()))
            .collect()
    }

    #[test]
    fn the_form_is_read_and_written_back_to_the_same_settings() {
        let settings = parse_account_form(&form()).expect("nothing is wrong");
        assert_eq!(settings.name, "Acme México");
        assert_eq!(settings.country.as_str(), "MX");
        assert_eq!(settings.zone_name, "America/Mexico_City");
        assert_eq!(settings.language, Language::Spanish);
        assert_eq!(settings.batch_size, 5000);
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
                lines: lines_of_text("one\n· label"),
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
                "lines[1][name]",
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
    fn a_repeated_line_is_told_where_it_stands_unless_it_goes() {
        let repeated = |form: &mut AccountForm| form.lines = lines_of_text("one\ntwo\none Ventas");
        assert_eq!(
            sentences(repeated),
            [(
                "lines[2][name]".to_owned(),
                "Line one is there twice. Remove one.".to_owned()
            )]
        );
        let mut form = form();
        repeated(&mut form);
        form.lines[0].remove = true;
        assert_eq!(names(&form), ["two", "one"]);
    }

    #[test]
    fn the_chosen_line_comes_first_and_the_others_keep_their_order() {
        let mut form = form();
        form.lines = lines_of_text("\none\n\ntwo\nthree");
        for (chosen, expected) in [
            (1, ["one", "two", "three"]),
            (4, ["three", "one", "two"]),
            (2, ["one", "two", "three"]),
            (usize::MAX, ["one", "two", "three"]),
        ] {
            form.default_line = chosen;
            assert_eq!(names(&form), expected, "{chosen}");
        }
    }

    fn names(form: &AccountForm) -> Vec<String> {
        let settings = parse_account_form(form).expect("nothing is wrong");
        settings.lines.into_iter().map(|line| line.name).collect()
    }

    #[test]
    fn a_batch_holds_at_least_a_hundred_leads_and_at_most_what_a_task_takes() {
        for size in ["0", "1", "99", "10001", "5,00", "many"] {
            assert_eq!(
                sentences(|form| form.batch_size = size.to_owned()),
                [(
                    "batch_size".to_owned(),
                    "Enter a whole number of leads from 100 to 10,000.".to_owned()
                )],
                "{size}"
            );
        }
    }
}
