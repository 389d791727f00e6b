//! A test call: the one lead of a person who wants to hear the robot first, and the settings that it is called with.

use localization::Message;

use super::gender::Gender;
use super::mapping::{Mapping, Source};
use super::mobile::{Mobile, validate_mobile};
use super::presets::Preset;
use super::row::{Lead, Row, RowRules, ValidatedLead, validate_row};
use super::task_name::TaskName;
use super::text::{length, trimmed};
use crate::country::Country;
use crate::edits::Edits;
use crate::field::Field;
use crate::marks::RowMarks;
use crate::messages::test_calls;
use crate::problem::{Level, Problem};
use crate::views::{FormProblem, TaskForm};

/// The longest value in characters that is typed for a test of a robot.
pub const MAX_TEST_VALUE_LENGTH: usize = 200;

/// Reads the number of a person's own, as one in a list of that country.
///
/// # Errors
/// What has to be fixed.
pub fn parse_own_number(text: &str, country: Country) -> Result<Mobile, Message> {
    if trimmed(text).is_empty() {
        return Err(test_calls::own_number());
    }
    let validated = validate_mobile(text, country);
    let problems = validated.problems.into_iter();
    let sentences = problems.map(|problem| problem.message());
    validated
        .mobile
        .ok_or_else(|| Message::sentences(sentences))
}

/// The form of a test: robot, line, platform and do-not-call pool of that one, to be called once and at once.
pub fn test_form(form: &TaskForm) -> TaskForm {
    TaskForm {
        name: TaskName::of_test(&form.name).into(),
        robot: form.robot.clone(),
        line: form.line.clone(),
        when: Preset::Now.key().to_owned(),
        redials: "0".to_owned(),
        redial_minutes: "0".to_owned(),
        platform: form.platform.clone(),
        do_not_call: form.do_not_call,
        ..TaskForm::default()
    }
}

/// A sheet of one lead: every field has a column of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestSheet {
    /// The names of the fields.
    pub headers: Vec<String>,
    /// The cells of the lead.
    pub cells: Vec<String>,
    /// Which column fills which field.
    pub mapping: Mapping,
}

impl TestSheet {
    fn of(text: impl Fn(Field) -> String) -> TestSheet {
        let mut mapping = Mapping::default();
        for field in Field::ALL {
            mapping.set(field, Some(Source::Column(field.index())));
        }
        TestSheet {
            headers: Field::ALL.map(|field| field.name().to_owned()).to_vec(),
            cells: Field::ALL.map(text).to_vec(),
            mapping,
        }
    }

    /// The sheet with what is said to that lead, for that number.
    pub fn of_lead(lead: &Lead, number: &Mobile) -> TestSheet {
        TestSheet::of(|field| match field {
            Field::Customer => lead.customer.clone(),
            Field::Mobile => number.as_str().to_owned(),
            Field::Platform => lead.platform.clone(),
            Field::Comments => lead.comments.clone(),
            Field::RobotId => lead.robot_id.clone(),
            Field::Gender => lead
                .gender
                .map_or_else(String::new, |gender: Gender| gender.key().to_owned()),
            Field::ExtraA => lead.extra_a.clone(),
            Field::ExtraB => lead.extra_b.clone(),
            Field::ExtraC => lead.extra_c.clone(),
        })
    }
}

/// The lead of values that were typed; what none was typed for is empty.
///
/// # Errors
/// What has to be fixed.
pub fn lead_of_values(values: &[(Field, String)], rules: &RowRules<'_>) -> Result<Lead, Message> {
    let too_long = values
        .iter()
        .map(|(_, value)| length(value))
        .find(|found| *found > MAX_TEST_VALUE_LENGTH);
    if let Some(found) = too_long {
        return Err(test_calls::long_value(found, MAX_TEST_VALUE_LENGTH));
    }
    let sheet = TestSheet::of(|field| {
        let typed = values.iter().find(|(found, _)| *found == field);
        typed.map_or_else(String::new, |(_, value)| value.clone())
    });
    let row = Row {
        cells: &sheet.cells,
        edits: &Edits::default(),
        marks: &RowMarks::NONE,
    };
    lead_without_number(validate_row(&row, &sheet.mapping, rules))
}

/// The lead as far as a test needs it: without its number, in place of which stands that of a person's own.
///
/// # Errors
/// What has to be fixed in the other fields.
pub fn lead_without_number(validated: ValidatedLead) -> Result<Lead, Message> {
    let errors = validated
        .problems
        .iter()
        .filter(|problem| problem.level() == Level::Error && problem.field != Field::Mobile);
    let sentences: Vec<Message> = errors.map(Problem::message).collect();
    match sentences.is_empty() {
        true => Ok(validated.lead),
        false => Err(Message::sentences(sentences)),
    }
}

/// Why nothing can be tested.
#[derive(Clone, Debug, PartialEq)]
pub enum NotTested {
    /// The settings have to be completed.
    Settings(Vec<FormProblem>),
    /// No lead of the list is called.
    NoLead,
    /// The list has no such row.
    NoRow(u32),
    /// The values of that row have to be fixed.
    ValuesOfRow(u32, Message),
    /// The values that were typed have to be fixed.
    Values(Message),
}

impl NotTested {
    /// What to say of it.
    pub fn message(&self) -> Message {
        match self {
            NotTested::Settings(problems) => {
                let sentences = problems.iter().map(|problem| problem.sentence.clone());
                let first = [test_calls::settings_first()].into_iter();
                Message::sentences(first.chain(sentences))
            }
            NotTested::NoLead => test_calls::no_lead(),
            NotTested::NoRow(row) => test_calls::no_row(*row),
            NotTested::ValuesOfRow(row, told) => test_calls::in_row(*row, told.clone()),
            NotTested::Values(told) => told.clone(),
        }
    }
}

/// The words of the button that has a person called: `Call +62 812 335 088 now`.
pub fn call_now(number: &Mobile) -> Message {
    test_calls::call_now(number.in_groups())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indonesia() -> Country {
        Country::parse("ID").expect("a country")
    }

    #[test]
    fn a_number_of_ones_own_is_read_as_one_in_a_list() {
        for typed in ["+62 812 3350 088", "0812 335 0088", "62812-3350088"] {
            let number = parse_own_number(typed, indonesia()).expect(typed);
            assert_eq!(number.as_str(), "+628123350088", "{typed}");
        }
        for (typed, sentence) in [
            (" ", "Enter your own number."),
            (
                "+62812335088 / +62812343062",
                "This cell has two numbers. Keep one.",
            ),
        ] {
            let refused = parse_own_number(typed, indonesia());
            let told = refused.err().map(|told| told.to_string());
            assert_eq!(told.as_deref(), Some(sentence), "{typed}");
        }
    }

    #[test]
    fn a_test_calls_once_and_at_once_whatever_the_form_says() {
        let form = TaskForm {
            name: "Week 47".to_owned(),
            robot: "r".to_owned(),
            line: "l".to_owned(),
            when: "later".to_owned(),
            start: "2026-11-23T09:00".to_owned(),
            redials: "3".to_owned(),
            redial_minutes: "5".to_owned(),
            stagger: "30".to_owned(),
            platform: "DIDI".to_owned(),
            do_not_call: true,
            ..TaskForm::default()
        };
        let expected = TaskForm {
            name: "Test: Week 47".to_owned(),
            when: "now".to_owned(),
            start: String::new(),
            redials: "0".to_owned(),
            redial_minutes: "0".to_owned(),
            stagger: "0".to_owned(),
            ..form.clone()
        };
        assert_eq!(test_form(&form), expected);
    }

    #[test]
    fn a_lead_for_ones_own_number_says_what_the_lead_says() {
        let values = [
            (Field::Customer, " Budi ".to_owned()),
            (Field::Gender, "F".to_owned()),
            (Field::ExtraB, "Rp 50.000".to_owned()),
        ];
        let rules = RowRules {
            platform: "DIDI",
            ..RowRules::of_country(indonesia())
        };
        let lead = lead_of_values(&values, &rules).expect("good values");
        let number = Mobile::from_e164("+628123350088").expect("a number");
        let sheet = TestSheet::of_lead(&lead, &number);
        let row = Row {
            cells: &sheet.cells,
            edits: &Edits::default(),
            marks: &RowMarks::NONE,
        };
        let again = validate_row(&row, &sheet.mapping, &RowRules::of_country(indonesia()));
        let expected = Lead {
            mobile: Some(number),
            ..lead
        };
        assert_eq!(again.lead, expected);
        assert_eq!(expected.customer, "Budi");
        assert_eq!(expected.platform, "DIDI");
    }

    #[test]
    fn what_is_wrong_with_a_value_is_told_and_the_number_is_passed_over() {
        let rules = RowRules {
            platform: "DIDI",
            ..RowRules::of_country(indonesia())
        };
        let refused = |field, value: &str| lead_of_values(&[(field, value.to_owned())], &rules);
        let sentence = refused(Field::Customer, &"x".repeat(65)).expect_err("too long");
        assert_eq!(
            sentence.to_string(),
            "Customer has 65 characters. Shorten it to 64."
        );
        let sentence = refused(Field::ExtraA, &"x".repeat(201)).expect_err("too long");
        assert_eq!(
            sentence.to_string(),
            "A value has 201 characters. Shorten it to 200."
        );
    }
}
