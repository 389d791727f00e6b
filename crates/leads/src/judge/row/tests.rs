//! Rows and their faults.

mod marks;

use super::super::mapping::Source;
use super::*;
use crate::fault::NotANumber;
use crate::kind::{LeadKind, Standing};

const FIELDS: [Field; 9] = Field::ALL;

fn mapping() -> Mapping {
    let mut mapping = Mapping::default();
    for field in FIELDS {
        mapping.set(field, Some(Source::Column(field.index())));
    }
    mapping
}

fn judge(change: &[(Field, &str)]) -> JudgedLead {
    let mut cells = ["Siti", "+62812335088", "ACME", "C1", "", "", "", "", ""];
    for (field, value) in change {
        cells[field.index()] = value;
    }
    judge_sheet_row(&cells, &mapping(), &rules(""))
}

fn rules(platform: &str) -> RowRules<'_> {
    RowRules {
        platform,
        ..RowRules::of_country(Country::parse("ID").expect("two letters"))
    }
}

/// Judges a row in which nothing was mended.
fn judge_sheet_row(cells: &[&str], mapping: &Mapping, rules: &RowRules<'_>) -> JudgedLead {
    let mended = &Mended::default();
    let marks = &RowMarks::NONE;
    let row = Row {
        cells,
        mended,
        marks,
    };
    judge_row(&row, mapping, rules)
}

fn faults(change: &[(Field, &str)]) -> Vec<Fault> {
    judge(change).faults
}

#[test]
fn numbers_that_end_in_zeros_are_refused_where_the_list_holds_several() {
    let cells = ["Siti", "628123000000", "ACME"];
    for (rounded_list, kind) in [
        (false, FaultKind::PerhapsRounded),
        (true, FaultKind::Rounded),
    ] {
        let rules = RowRules {
            rounded_list,
            ..rules("")
        };
        let judged = judge_sheet_row(&cells, &mapping(), &rules);
        assert_eq!(
            judged.faults.first(),
            Some(&Fault::new(Field::Mobile, kind))
        );
        assert_eq!(judged.has_errors(), rounded_list);
        assert_eq!(judged.lead.mobile.is_none(), rounded_list);
    }
}

#[test]
fn a_row_without_fault_becomes_the_lead() {
    let judged = judge(&[
        (Field::Customer, " Siti  Nurhaliza "),
        (Field::RobotId, "r1"),
        (Field::Gender, "Female"),
        (Field::ExtraB, "\u{A0}gold "),
    ]);
    assert_eq!(judged.faults, []);
    assert_eq!(judged.lead.customer, "Siti  Nurhaliza");
    assert_eq!(
        judged.lead.mobile.map(String::from).as_deref(),
        Some("+62812335088")
    );
    assert_eq!(judged.lead.robot_id, "r1");
    assert_eq!(judged.lead.gender, Some(Gender::Female));
    assert_eq!(judged.lead.extra_b, "gold");
    assert_eq!(judged.lead.extra_c, "");
}

#[test]
fn all_faults_of_a_row_are_told_in_the_order_of_the_fields() {
    let long = "x".repeat(65);
    let found = faults(&[
        (Field::Customer, &long),
        (Field::Mobile, "call me"),
        (Field::Platform, ""),
        (Field::Comments, &long),
        (Field::Gender, "robot"),
        (Field::ExtraC, "a\u{FFFD}b"),
    ]);
    let too_long = FaultKind::TooLong {
        found: 65,
        allowed: 64,
    };
    let no_number = FaultKind::NotANumber {
        reason: NotANumber::NoNumber,
    };
    assert_eq!(
        found,
        [
            Fault::new(Field::Customer, too_long.clone()),
            Fault::new(Field::Mobile, no_number),
            Fault::new(Field::Platform, FaultKind::Missing),
            Fault::new(Field::Comments, too_long),
            Fault::new(Field::Gender, FaultKind::UnknownGender),
            Fault::new(Field::ExtraC, FaultKind::UnreadableCharacters),
        ]
    );
    assert_eq!(LeadKind::of(&found, Standing::default()), LeadKind::ToMend);
}

#[test]
fn lengths_count_characters_and_not_bytes() {
    assert_eq!(faults(&[(Field::Comments, &"很".repeat(64))]), []);
    assert_eq!(faults(&[(Field::Platform, &"ñ".repeat(20))]), []);
    assert_eq!(faults(&[(Field::Platform, &"P".repeat(21))]).len(), 1);
    assert_eq!(faults(&[(Field::ExtraA, &"x".repeat(500))]), []);
}

#[test]
fn a_row_without_a_platform_takes_the_tasks() {
    let cells = ["Siti", "+62812335088"];
    let judged = judge_sheet_row(&cells, &mapping(), &rules(" ACME "));
    assert_eq!(judged.faults, []);
    assert_eq!(judged.lead.platform, "ACME");
    assert_eq!(judge(&[(Field::Platform, "OWN")]).lead.platform, "OWN");
}

#[test]
fn a_row_that_ends_early_has_empty_cells() {
    let judged = judge_sheet_row(&["Siti"], &mapping(), &rules("ACME"));
    assert_eq!(
        judged.faults,
        [Fault::new(Field::Mobile, FaultKind::Missing)]
    );
    let none: [&str; 0] = [];
    assert_eq!(
        judge_sheet_row(&none, &mapping(), &rules("ACME"))
            .faults
            .len(),
        1
    );
}

#[test]
fn a_column_that_fills_no_field_does_not_count() {
    let mut mapping = mapping();
    mapping.set(Field::Gender, None);
    let cells = ["Siti", "+62812335088", "ACME", "C1", "", "robot"];
    assert_eq!(judge_sheet_row(&cells, &mapping, &rules("")).faults, []);
}

#[test]
fn line_breaks_are_blanks_except_in_a_platform() {
    assert_eq!(faults(&[(Field::Customer, "Dela Cruz\nJuan")]), []);
    assert_eq!(
        faults(&[(Field::Platform, "AC\nME")]),
        [Fault::new(Field::Platform, FaultKind::UnreadableCharacters)]
    );
    assert_eq!(faults(&[(Field::Customer, "Si\u{0}ti")]).len(), 1);
}

#[test]
fn a_formula_is_no_text_and_a_sum_is_one() {
    let judged = judge(&[
        (Field::Customer, "=CONCAT(A2,B2)"),
        (Field::Comments, "+1+1"),
    ]);
    assert_eq!(
        judged.faults,
        [Fault::new(Field::Customer, FaultKind::NeverCalculated)]
    );
    assert_eq!(judged.lead.comments, "+1+1");
}

#[test]
fn a_formula_that_holds_its_own_text_is_that_text_and_noted() {
    let judged = judge(&[
        (Field::Customer, "=HYPERLINK(\"http://x\",\"Ana\")"),
        (Field::ExtraA, "=\"007\""),
    ]);
    let note = |field, to: &str| {
        let to = to.to_owned();
        let cause = Cause::Spelling;
        Fault::new(field, FaultKind::Rewritten { to, cause })
    };
    assert_eq!(
        judged.faults,
        [note(Field::Customer, "Ana"), note(Field::ExtraA, "007")]
    );
    assert_eq!(
        (judged.lead.customer.as_str(), judged.lead.extra_a.as_str()),
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
        judge_sheet_row(&cells, &mapping(), &rules).faults,
        [
            Fault::new(Field::RobotId, FaultKind::ErrorValue),
            Fault::new(Field::Gender, FaultKind::ErrorValue),
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
        let judged = judge(&[(Field::Gender, text)]);
        assert_eq!(
            judged.faults,
            [Fault::new(Field::Gender, FaultKind::GenderLeftEmpty)],
            "{text}"
        );
        assert_eq!(judged.lead.gender, None);
        assert_eq!(
            LeadKind::of(&judged.faults, Standing::default()),
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
            faults(&[(Field::Gender, text)]),
            [Fault::new(Field::Gender, FaultKind::UnknownGender)],
            "{text}"
        );
    }
}

#[test]
fn a_gender_in_another_word_is_noted_and_still_ready() {
    let judged = judge(&[(Field::Gender, "女")]);
    let to = "female".to_owned();
    assert_eq!(
        judged.faults,
        [Fault::new(
            Field::Gender,
            FaultKind::Rewritten {
                to,
                cause: Cause::Spelling
            }
        )]
    );
    assert_eq!(
        LeadKind::of(&judged.faults, Standing::default()),
        LeadKind::Ready
    );
    assert_eq!(faults(&[(Field::Gender, " MALE ")]), []);
}

#[test]
fn only_a_row_of_blanks_is_blank() {
    assert!(is_blank(&["", " ", "\u{A0}\t"]));
    assert!(is_blank::<&str>(&[]));
    assert!(!is_blank(&["", "0"]));
}

#[test]
fn what_was_mended_counts_and_the_sheet_stays_as_it_is() {
    let mut mended = Mended::default();
    mended.set(Field::Mobile, Some("+62812335089".to_owned()));
    mended.set(Field::Comments, Some(String::new()));
    let cells = ["Siti", "call me", "ACME", "C1"];
    let row = Row {
        cells: &cells,
        mended: &mended,
        marks: &RowMarks::NONE,
    };
    let judged = judge_row(&row, &mapping(), &rules(""));
    assert_eq!(judged.faults, []);
    assert_eq!(judged.lead.comments, "");
    let mobile = judged.lead.mobile.expect("a number");
    assert_eq!(mobile.as_str(), "+62812335089");
}

#[test]
fn a_leads_own_robot_must_be_a_single_one_of_the_account() {
    let robots = RobotModes::from([
        ("r1".to_owned(), Some(RobotMode::Single)),
        ("g1".to_owned(), Some(RobotMode::Group)),
    ]);
    let judge = |robot| {
        let cells = ["", "+62812335088", "ACME", "", robot];
        let rules = RowRules {
            robots: Some(&robots),
            ..rules("")
        };
        judge_sheet_row(&cells, &mapping(), &rules).faults
    };
    assert_eq!(judge(" r1 "), []);
    assert_eq!(judge(""), []);
    assert_eq!(
        judge("g1"),
        [Fault::new(Field::RobotId, FaultKind::GroupRobot)]
    );
    assert_eq!(
        judge("r2"),
        [Fault::new(Field::RobotId, FaultKind::UnknownRobot)]
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
    let judged = judge_sheet_row(&["Siti", "+62812335088"], &mapping, &rules("ACME"));
    let asked = |field| Fault::new(field, FaultKind::ColumnNotChosen);
    assert_eq!(
        judged.faults,
        [Field::Mobile, Field::Platform, Field::ExtraB].map(asked)
    );
    assert_eq!(
        LeadKind::of(&judged.faults, Standing::default()),
        LeadKind::ToMend
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
    let unsaid = |field| Fault::new(field, FaultKind::NothingToSay);
    let judged = judge_sheet_row(&cells, &mapping(), &rules);
    assert_eq!(judged.faults, [unsaid(Field::ExtraA)]);
    let mut without = mapping();
    without.set(Field::ExtraA, None);
    assert_eq!(judge_sheet_row(&cells, &without, &rules).faults, []);
}
