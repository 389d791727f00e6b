//! The sample sheets, validated row by row: every verdict must be the expected one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use leads::country::Country;
use leads::problem::{Level, Problem, ProblemKind};
use leads::{
    Edits, Field, FirstRows, LeadKind, Mapping, Mobile, Row, RowContext, RowMarks, RowRules,
    Source, fields_by_content, is_blank, validate_row,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Expected {
    country: String,
    rows: usize,
    error_rows: usize,
    warning_rows: usize,
    duplicate_rows: Option<usize>,
    leads: Option<Vec<Verdict>>,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Verdict {
    mobile: Option<String>,
    errors: Vec<String>,
    warnings: Vec<String>,
}

struct Validated {
    verdicts: Vec<Verdict>,
    kinds: Vec<LeadKind>,
}

fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/data/leads")
        .join(name)
}

fn expected(name: &str) -> Expected {
    let text = std::fs::read_to_string(sample(&format!("{name}.expected.json"))).expect(name);
    serde_json::from_str(&text).expect(name)
}

fn fields(problems: &[Problem], level: Level) -> Vec<String> {
    let mut fields: Vec<String> = problems
        .iter()
        .filter(|problem| problem.level() == level)
        .map(|problem| problem.field.key().to_owned())
        .collect();
    fields.dedup();
    fields
}

/// The headers, and the rows that are not blank.
fn read_file(name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = std::fs::read_to_string(sample(name)).expect(name);
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let headers = cells(reader.headers().expect(name));
    let rows = reader
        .records()
        .map(|record| cells(&record.expect(name)))
        .filter(|cells: &Vec<String>| !is_blank(cells))
        .collect();
    (headers, rows)
}

fn validate_file(name: &str, country: &str) -> Validated {
    let (headers, rows) = read_file(name);
    let mapping = Mapping::guess(&headers, &[]);
    assert!(mapping.is_usable(), "{name}: {headers:?}");
    let rules = RowRules::of_country(Country::parse(country).expect(country));
    let mut seen = FirstRows::default();
    let mut validated = Validated {
        verdicts: Vec::new(),
        kinds: Vec::new(),
    };
    for (row, cells) in (2_u32..).zip(rows) {
        let edits = &Edits::default();
        let row_of_sheet = Row {
            cells: &cells,
            edits,
            marks: &RowMarks::NONE,
        };
        let lead = validate_row(&row_of_sheet, &mapping, &rules);
        let context = RowContext {
            duplicate: seen
                .first_row(row, lead.lead.mobile.as_ref(), &lead.problems)
                .is_some(),
            ..RowContext::default()
        };
        validated.kinds.push(LeadKind::of(&lead.problems, context));
        let mobile = lead.lead.mobile.as_ref();
        validated.verdicts.push(Verdict {
            mobile: mobile.map(Mobile::as_str).map(str::to_owned),
            errors: fields(&lead.problems, Level::Error),
            warnings: fields(&lead.problems, Level::Warning),
        });
    }
    validated
}

fn count(validated: &Validated, wanted: impl Fn(&Verdict) -> bool) -> usize {
    validated
        .verdicts
        .iter()
        .filter(|verdict| wanted(verdict))
        .count()
}

fn check(name: &str) {
    let expected = expected(name);
    let validated = validate_file(name, &expected.country);
    assert_eq!(validated.verdicts.len(), expected.rows, "{name}");
    if let Some(leads) = &expected.leads {
        for (index, (found, wanted)) in validated.verdicts.iter().zip(leads).enumerate() {
            assert_eq!(found, wanted, "{name}, lead {index}");
        }
        assert_eq!(leads.len(), expected.rows, "{name}");
    }
    let errors = count(&validated, |verdict| !verdict.errors.is_empty());
    let warnings = count(&validated, |verdict| !verdict.warnings.is_empty());
    assert_eq!(
        (errors, warnings),
        (expected.error_rows, expected.warning_rows),
        "{name}"
    );
    if let Some(duplicates) = expected.duplicate_rows {
        let found = validated
            .kinds
            .iter()
            .filter(|kind| **kind == LeadKind::Duplicate);
        assert_eq!(found.count(), duplicates, "{name}");
    }
}

#[test]
fn a_clean_list_has_no_problem_however_its_numbers_are_spelt() {
    check("clean-500.csv");
}

#[test]
fn every_problem_of_a_messy_list_stands_at_its_field() {
    check("messy-300.csv");
}

#[test]
fn a_number_that_comes_again_is_a_duplicate_however_it_is_spelt() {
    check("duplicates.csv");
}

#[test]
fn the_longest_list_that_one_task_takes_is_validated() {
    check("max-10000.csv");
}

#[test]
fn columns_in_another_order_and_under_other_names_are_matched() {
    check("shuffled-extra-columns.csv");
}

#[test]
fn the_cells_alone_tell_which_columns_hold_the_number_and_the_gender() {
    let mut genders = 0;
    for name in [
        "clean-500.csv",
        "duplicates.csv",
        "max-10000.csv",
        "messy-300.csv",
        "shuffled-extra-columns.csv",
    ] {
        let (headers, rows) = read_file(name);
        let named = Mapping::guess(&headers, &[]);
        let country = Country::parse(&expected(name).country).expect(name);
        let found = fields_by_content(&rows, headers.len(), country, &BTreeMap::new());
        for (field, column) in &found {
            genders += usize::from(*field == Field::Gender);
            let source = Some(&Source::Column(*column));
            assert_eq!(named.source(*field), source, "{name}: {field:?}");
        }
        assert!(
            found.iter().any(|(field, _)| *field == Field::Mobile),
            "{name}"
        );
    }
    // In the messy lists other words stand among the genders.
    assert!(genders >= 3, "{genders}");
}

#[test]
fn names_that_were_read_in_the_wrong_encoding_are_warned_of_and_read_back() {
    let (headers, rows) = read_file("double-utf8.csv");
    let mapping = Mapping::guess(&headers, &[]);
    let rules = RowRules {
        platform: "ACME",
        ..RowRules::of_country(Country::parse("MX").expect("two letters"))
    };
    let meant: Vec<Vec<ProblemKind>> = rows
        .iter()
        .map(|cells| {
            let row = Row {
                cells,
                edits: &Edits::default(),
                marks: &RowMarks::NONE,
            };
            let problems = validate_row(&row, &mapping, &rules).problems;
            let of_name = problems
                .into_iter()
                .filter(|problem| problem.field == Field::Customer);
            of_name.map(|problem| problem.kind).collect()
        })
        .collect();
    let garbled = ["María Muñoz", "José Peña", "Sofía Ibáñez"].map(|name| {
        let to = name.to_owned();
        vec![ProblemKind::Garbled { to }]
    });
    assert_eq!(meant, garbled);
}
