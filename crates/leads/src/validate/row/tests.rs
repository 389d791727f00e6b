//! Rows and their problems.

mod marks;

use super::super::mapping::Source;
use super::*;
use crate::kind::{LeadKind, RowContext};
use crate::problem::NotANumber;

const FIELDS: [Field; 9] = Field::ALL;

fn mapping() -> Mapping {
    let mut mapping = Mapping::default();
    for field in FIELDS {
        mapping.set(field, Some(Source::Column(field.index())));
    }
    mapping
}

fn validate(change: &[(Field, &str)]) -> ValidatedLead {
    let mut cells = ["Siti", "+62812335088", "ACME", "C1", "", "", "", "", ""];
    for (field, value) in change {
        cells[field.index()] = value;
    }
    validate_sheet_row(&cells, &mapping(), &rules(""))
}

fn rules(platform: &str) -> RowRules<'_> {
    RowRules {
        platform,
        ..RowRules::of_country(Country::parse("ID").expect("two letters"))
    }
}

/// Validates a row in which nothing was fixed.
fn validate_sheet_row(cells: &[&str], mapping: &Mapping, rules: &RowRules<'_>) -> ValidatedLead {
    let edits = &Edits::default();
    let marks = &RowMarks::NONE;
    let row = Row {
        cells,
        edits,
        marks,
    };
    validate_row(&row, mapping, rules)
}

fn problems(change: &[(Field, &str)]) -> Vec<Problem> {
    validate(change).problems
}

#[test]
fn numbers_that_end_in_zeros_are_refused_where_the_list_holds_several() {
    let cells = ["Siti", "628123000000", "ACME"];
    for (rounded_list, kind) in [
        (false, ProblemKind::PerhapsRounded),
        (true, ProblemKind::Rounded),
    ] {
        let rules = RowRules {
            rounded_list,
            ..rules("")
        };
        let validated = validate_sheet_row(&cells, &mapping(), &rules);
        assert_eq!(
            validated.problems.first(),
            Some(&Problem::new(Field::Mobile, kind))
        );
        assert_eq!(validated.has_errors(), rounded_list);
        assert_eq!(validated.lead.mobile.is_none(), rounded_list);
    }
}

#[test]
fn a_row_without_problem_becomes_the_lead() {
    let validated = validate(&[
        (Field::Customer, " Siti  Nurhaliza "),
        (Field::RobotId, "r1"),
        (Field::Gender, "Female"),
        (Field::ExtraB, "\u{A0}gold "),
    ]);
    assert_eq!(validated.problems, []);
    assert_eq!(validated.lead.customer, "Siti  Nurhaliza");
    assert_eq!(
        validated.lead.mobile.map(String::from).as_deref(),
        Some("+62812335088")
    );
    assert_eq!(validated.lead.robot_id, "r1");
    assert_eq!(validated.lead.gender, Some(Gender::Female));
    assert_eq!(validated.lead.extra_b, "gold");
    assert_eq!(validated.lead.extra_c, "");
}

#[test]
fn all_problems_of_a_row_are_told_in_the_order_of_the_fields() {
    let long = "x".repeat(65);
    let found = problems(&[
        (Field::Customer, &long),
        (Field::Mobile, "call me"),
        (Field::Platform, ""),
        (Field::Comments, &long),
        (Field::Gender, "robot"),
        (Field::ExtraC, "a\u{FFFD}b"),
    ]);
    let too_long = ProblemKind::TooLong {
        found: 65,
        allowed: 64,
    };
    let no_number = ProblemKind::NotANumber {
        reason: NotANumber::NoNumber,
    };
    assert_eq!(
        found,
        [
            Problem::new(Field::Customer, too_long.clone()),
            Problem::new(Field::Mobile, no_number),
            Problem::new(Field::Platform, ProblemKind::Missing),
            Problem::new(Field::Comments, too_long),
            Problem::new(Field::Gender, ProblemKind::UnknownGender),
            Problem::new(Field::ExtraC, ProblemKind::UnreadableCharacters),
        ]
    );
    assert_eq!(LeadKind::of(&found, RowContext::default()), LeadKind::ToFix);
}

#[test]
fn lengths_count_characters_and_not_bytes() {
    assert_eq!(problems(&[(Field::Comments, &"很".repeat(64))]), []);
    assert_eq!(problems(&[(Field::Platform, &"ñ".repeat(20))]), []);
    assert_eq!(problems(&[(Field::Platform, &"P".repeat(21))]).len(), 1);
    assert_eq!(problems(&[(Field::ExtraA, &"x".repeat(500))]), []);
}

#[test]
fn a_row_without_a_platform_takes_the_tasks() {
    let cells = ["Siti", "+62812335088"];
    let validated = validate_sheet_row(&cells, &mapping(), &rules(" ACME "));
    assert_eq!(validated.problems, []);
    assert_eq!(validated.lead.platform, "ACME");
    assert_eq!(validate(&[(Field::Platform, "OWN")]).lead.platform, "OWN");
}

#[test]
fn a_row_that_ends_early_has_empty_cells() {
    let validated = validate_sheet_row(&["Siti"], &mapping(), &rules("ACME"));
    assert_eq!(
        validated.problems,
        [Problem::new(Field::Mobile, ProblemKind::Missing)]
    );
    let none: [&str; 0] = [];
    assert_eq!(
        validate_sheet_row(&none, &mapping(), &rules("ACME"))
            .problems
            .len(),
        1
    );
}

#[test]
fn a_column_that_fills_no_field_does_not_count() {
    let mut mapping = mapping();
    mapping.set(Field::Gender, None);
    let cells = ["Siti", "+62812335088", "ACME", "C1", "", "robot"];
    assert_eq!(
        validate_sheet_row(&cells, &mapping, &rules("")).problems,
        []
    );
}

#[test]
fn line_breaks_are_blanks_except_in_a_platform() {
    assert_eq!(problems(&[(Field::Customer, "Dela Cruz\nJuan")]), []);
    assert_eq!(
        problems(&[(Field::Platform, "AC\nME")]),
        [Problem::new(
            Field::Platform,
            ProblemKind::UnreadableCharacters
        )]
    );
    assert_eq!(problems(&[(Field::Customer, "Si\u{0}ti")]).len(), 1);
}

#[test]
fn a_formula_is_no_text_and_a_sum_is_one() {
    let validated = validate(&[
        (Field::Customer, "=CONCAT(A2,B2)"),
        (Field::Comments, "+1+1"),
    ]);
    assert_eq!(
        validated.problems,
        [Problem::new(Field::Customer, ProblemKind::NeverCalculated)]
    );
    assert_eq!(validated.lead.comments, "+1+1");
}

#[test]
fn a_formula_that_holds_its_own_text_is_that_text_and_noted() {
    let validated = validate(&[
        (Field::Customer, "=HYPERLINK(\"http://x\",\"Ana\")"),
        (Field::ExtraA, "=\"007\""),
    ]);
    let note = |field, to: &str| {
        let to = to.to_owned();
        let cause = AutoFix::Spelling;
        Problem::new(field, ProblemKind::FixedAutomatically { to, cause })
    };
    assert_eq!(
        validated.problems,
        [note(Field::Customer, "Ana"), note(Field::ExtraA, "007")]
    );
    assert_eq!(
        (
            validated.lead.customer.as_str(),
            validated.lead.extra_a.as_str()
        ),
        ("Ana", "007")
    );
}

#[test]
fn an_error_of_the_spreadsheet_is_told_once_of_a_robot_and_a_gender() {
    let robots = RobotModes::new();
    let cells = ["", "+62812335088", "ACME", "", "#N/A", "#REF!"];
    let rules = RowRules {
        robots: Some(&robots),
        ..rules("")
    };
    assert_eq!(
        validate_sheet_row(&cells, &mapping(), &rules).problems,
        [
            Problem::new(Field::RobotId, ProblemKind::ErrorValue),
            Problem::new(Field::Gender, ProblemKind::ErrorValue),
        ]
    );
}

#[test]
fn a_word_that_is_no_gender_of_a_person_is_left_out_and_said() {
    for text in [
        "Unknown",
        "Company",
        "N/A",
        "-",
        "Tidak diketahui",
        "Empresa",
        "未知",
    ] {
        let validated = validate(&[(Field::Gender, text)]);
        assert_eq!(
            validated.problems,
            [Problem::new(Field::Gender, ProblemKind::GenderLeftEmpty)],
            "{text}"
        );
        assert_eq!(validated.lead.gender, None);
        assert_eq!(
            LeadKind::of(&validated.problems, RowContext::default()),
            LeadKind::Ready
        );
    }
}

#[test]
fn gender_is_understood_in_the_languages_of_the_accounts() {
    for text in ["male", "MALE", "m", "M", "Hombre", "Laki-laki", "男"] {
        assert_eq!(Gender::parse(text), Some(Gender::Male), "{text}");
    }
    for text in ["female", "Female", "f", "F", "mujer", "Perempuan", "女"] {
        assert_eq!(Gender::parse(text), Some(Gender::Female), "{text}");
    }
    for text in ["robot", "h", "mal", "??"] {
        assert_eq!(
            problems(&[(Field::Gender, text)]),
            [Problem::new(Field::Gender, ProblemKind::UnknownGender)],
            "{text}"
        );
    }
}

#[test]
fn a_gender_in_another_word_is_noted_and_still_ready() {
    let validated = validate(&[(Field::Gender, "女")]);
    let to = "female".to_owned();
    assert_eq!(
        validated.problems,
        [Problem::new(
            Field::Gender,
            ProblemKind::FixedAutomatically {
                to,
                cause: AutoFix::Spelling
            }
        )]
    );
    assert_eq!(
        LeadKind::of(&validated.problems, RowContext::default()),
        LeadKind::Ready
    );
    assert_eq!(problems(&[(Field::Gender, " MALE ")]), []);
}

#[test]
fn only_a_row_of_blanks_is_blank() {
    assert!(is_blank(&["", " ", "\u{A0}\t"]));
    assert!(is_blank::<&str>(&[]));
    assert!(!is_blank(&["", "0"]));
}

#[test]
fn what_was_fixed_counts_and_the_sheet_stays_as_it_is() {
    let mut edits = Edits::default();
    edits.set(Field::Mobile, Some("+62812335089".to_owned()));
    edits.set(Field::Comments, Some(String::new()));
    let cells = ["Siti", "call me", "ACME", "C1"];
    let row = Row {
        cells: &cells,
        edits: &edits,
        marks: &RowMarks::NONE,
    };
    let validated = validate_row(&row, &mapping(), &rules(""));
    assert_eq!(validated.problems, []);
    assert_eq!(validated.lead.comments, "");
    let mobile = validated.lead.mobile.expect("a number");
    assert_eq!(mobile.as_str(), "+62812335089");
}

#[test]
fn a_leads_own_robot_must_be_a_single_one_of_the_account() {
    let robots = RobotModes::from([
        ("r1".to_owned(), Some(RobotMode::Single)),
        ("g1".to_owned(), Some(RobotMode::Group)),
    ]);
    let validate = |robot| {
        let cells = ["", "+62812335088", "ACME", "", robot];
        let rules = RowRules {
            robots: Some(&robots),
            ..rules("")
        };
        validate_sheet_row(&cells, &mapping(), &rules).problems
    };
    assert_eq!(validate(" r1 "), []);
    assert_eq!(validate(""), []);
    assert_eq!(
        validate("g1"),
        [Problem::new(Field::RobotId, ProblemKind::GroupRobot)]
    );
    assert_eq!(
        validate("r2"),
        [Problem::new(Field::RobotId, ProblemKind::UnknownRobot)]
    );
}

#[test]
fn nothing_is_ready_while_a_question_is_open() {
    let ask = |field| Question::Column {
        field,
        candidates: vec![0, 1],
    };
    let mut mapping = mapping();
    mapping.ask(vec![
        ask(Field::Mobile),
        ask(Field::Platform),
        Question::Variables {
            fields: vec![Field::ExtraB, Field::ExtraC],
            near: Vec::new(),
        },
    ]);
    mapping.set(Field::Mobile, None);
    mapping.set(Field::Platform, None);
    let validated = validate_sheet_row(&["Siti", "+62812335088"], &mapping, &rules("ACME"));
    let asked = |field| Problem::new(field, ProblemKind::ColumnNotChosen);
    assert_eq!(
        validated.problems,
        [Field::Mobile, Field::Platform, Field::ExtraB].map(asked)
    );
    assert_eq!(
        LeadKind::of(&validated.problems, RowContext::default()),
        LeadKind::ToFix
    );
}

#[test]
fn what_the_robot_says_is_not_to_be_empty_where_the_list_has_a_column_for_it() {
    let spoken = [Field::Customer, Field::ExtraA];
    let rules = RowRules {
        spoken: &spoken,
        ..rules("")
    };
    let cells = ["Siti", "+62812335088", "ACME", "", "", "", " "];
    let unsaid = |field| Problem::new(field, ProblemKind::NothingToSay);
    let validated = validate_sheet_row(&cells, &mapping(), &rules);
    assert_eq!(validated.problems, [unsaid(Field::ExtraA)]);
    let mut without = mapping();
    without.set(Field::ExtraA, None);
    assert_eq!(validate_sheet_row(&cells, &without, &rules).problems, []);
}
