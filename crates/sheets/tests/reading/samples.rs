//! The sample sheets, from their bytes to the verdict of every row.

use leads::views::RobotVariable;
use leads::{Country, Field, Level, Problem, ProblemKind};
use serde::Deserialize;
use sheets::file_check::{self, CheckedColumn, FileRules};
use sheets::reader::SheetReader;

use super::country;
use crate::files::{file, sample};

#[derive(Deserialize)]
struct Expected {
    country: String,
    rows: usize,
    error_rows: u32,
    warning_rows: u32,
    duplicate_rows: Option<u32>,
    encoding: Option<String>,
    sheet: Option<String>,
    leads: Option<Vec<Verdict>>,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Verdict {
    mobile: Option<String>,
    errors: Vec<String>,
    warnings: Vec<String>,
}

fn variables() -> Vec<RobotVariable> {
    let variable = |field, name: &str| RobotVariable {
        field,
        name: name.to_owned(),
        description: None,
    };
    vec![
        variable(Field::ExtraA, "Oferta"),
        variable(Field::ExtraB, "Ciudad"),
        variable(Field::ExtraC, "Saldo"),
    ]
}

fn fields(problems: &[Problem], level: Level) -> Vec<String> {
    let mut fields: Vec<String> = problems
        .iter()
        .filter(|error| error.level() == level)
        .map(|error| error.field.key().to_owned())
        .collect();
    fields.dedup();
    fields
}

fn check(name: &str) {
    let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/data/leads")
        .join(format!("{name}.expected.json"));
    let text = std::fs::read_to_string(path).expect(name);
    let expected: Expected = serde_json::from_str(&text).expect(name);
    let rules = FileRules {
        country: country(&expected.country),
        variables: variables(),
        platform: None,
    };
    let mut file = sample(name).reader().expect(name);
    let checked = file_check::check(&SheetReader::in_process(), &mut file, &rules).expect(name);

    if let Some(expected) = &expected.encoding {
        assert_eq!(checked.format.encoding.as_ref(), Some(expected), "{name}");
    }
    if let Some(expected) = &expected.sheet {
        assert_eq!(checked.format.sheet.as_ref(), Some(expected), "{name}");
    }
    assert_eq!(checked.leads.len(), expected.rows, "{name}");
    assert_eq!(checked.tally.all() as usize, expected.rows, "{name}");
    assert_eq!(checked.tally.to_fix, expected.error_rows, "{name}");
    assert_eq!(checked.warned, expected.warning_rows, "{name}");
    if let Some(expected) = expected.duplicate_rows {
        assert_eq!(checked.tally.duplicates, expected, "{name}");
    }
    let found = checked.leads.iter().map(|lead| Verdict {
        mobile: lead.mobile.clone().map(String::from),
        errors: fields(&lead.problems, Level::Error),
        warnings: fields(&lead.problems, Level::Warning),
    });
    for (found, (row, expected)) in found.zip((1..).zip(expected.leads.iter().flatten())) {
        assert_eq!(&found, expected, "{name}, lead {row}");
    }
}

#[test]
fn every_sample_gets_its_verdicts() {
    let folder =
        std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/leads");
    let mut checked = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(sample) = name.strip_suffix(".expected.json") {
            check(sample);
            checked += 1;
        }
    }
    assert!(checked >= 10, "only {checked} samples were found");
}

fn checked(text: &str, country: Country, platform: Option<&str>) -> file_check::FileCheck {
    let rules = FileRules {
        country,
        variables: Vec::new(),
        platform: platform.map(str::to_owned),
    };
    let mut file = file("leads.csv", text.as_bytes()).reader().unwrap();
    file_check::check(&SheetReader::in_process(), &mut file, &rules).unwrap()
}

#[test]
fn a_platform_is_missed_only_where_the_file_or_the_person_has_one() {
    let without = "Phone,Name\n+62812335088,Ani\n";
    assert_eq!(checked(without, country("ID"), None).tally.ready, 1);
    assert_eq!(checked(without, country("ID"), Some("Demo")).tally.ready, 1);
    let problems = |platform| {
        let checked = checked(without, country("ID"), platform);
        checked.leads[0].problems.clone()
    };
    let missing = Problem::new(Field::Platform, ProblemKind::Missing);
    assert_eq!(problems(Some("")), std::slice::from_ref(&missing));
    let empty_cell = "Phone,Platform\n+62812335088,\n+62812335089,Demo\n";
    let checked = checked(empty_cell, country("ID"), None);
    assert_eq!(checked.leads[0].problems, [missing]);
    assert_eq!((checked.tally.to_fix, checked.tally.ready), (1, 1));
}

#[test]
fn every_column_is_named_and_a_refused_lead_hides_no_later_one() {
    let text = "Phone,Note to self,Comments\n\
        +62812335088,a,ok\n\
        0812 335 088,b,ok\n\
        +62812335089,c,a comment that is longer than the sixty-four letters which one may have\n\
        +62812335089,d,ok\n";
    let checked = checked(text, country("ID"), None);
    let column = |header: &str, field| CheckedColumn {
        header: header.to_owned(),
        field,
    };
    assert_eq!(
        checked.columns,
        [
            column("Phone", Some(Field::Mobile)),
            column("Note to self", None),
            column("Comments", Some(Field::Comments)),
        ]
    );
    let repeats: Vec<Option<u32>> = checked.leads.iter().map(|lead| lead.duplicate_of).collect();
    assert_eq!(repeats, [None, Some(2), None, None]);
    assert_eq!(checked.tally.all(), 4);
}
