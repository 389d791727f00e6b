//! The sample sheets, from their bytes to the verdict of every row.

use backend::sheet::ReadOptions;
use leads::views::RobotVariable;
use leads::{
    Fault, Field, LeadKind, Level, Mapping, Mended, Row, RowRules, Seen, Standing, judge_row,
};
use serde::Deserialize;

use super::{Rows, country, read_with};
use crate::support::sample;

#[derive(Deserialize)]
struct Expected {
    country: String,
    rows: usize,
    error_rows: usize,
    warning_rows: usize,
    duplicate_rows: Option<usize>,
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

fn fields(faults: &[Fault], level: Level) -> Vec<String> {
    let mut fields: Vec<String> = faults
        .iter()
        .filter(|fault| fault.level() == level)
        .map(|fault| fault.field.key().to_owned())
        .collect();
    fields.dedup();
    fields
}

fn judge(rows: &Rows, code: &str, variables: &[RobotVariable]) -> (Vec<Verdict>, Vec<LeadKind>) {
    let mapping = Mapping::guess(&rows.headers, variables);
    let rules = RowRules {
        country: country(code),
        platform: "",
        robots: None,
    };
    let mut seen = Seen::default();
    let judged = rows.rows.iter().map(|(row, cells)| {
        let mended = &Mended::default();
        let judged = judge_row(&Row { cells, mended }, &mapping, &rules);
        let standing = Standing {
            duplicate: seen.first_row(*row, &judged).is_some(),
            ..Standing::default()
        };
        let kind = LeadKind::of(&judged.faults, standing);
        let verdict = Verdict {
            mobile: judged.lead.mobile.map(|mobile| mobile.as_str().to_owned()),
            warnings: fields(&judged.faults, Level::Warning),
            errors: fields(&judged.faults, Level::Error),
        };
        (verdict, kind)
    });
    judged.unzip()
}

fn check(name: &str) {
    let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/data/leads")
        .join(format!("{name}.expected.json"));
    let text = std::fs::read_to_string(path).expect(name);
    let expected: Expected = serde_json::from_str(&text).expect(name);
    let variables = variables();
    let options = ReadOptions::new(country(&expected.country), &variables);
    let (format, rows) = read_with(sample(name), &options).expect(name);
    let (verdicts, kinds) = judge(&rows, &expected.country, &variables);

    if let Some(expected) = &expected.encoding {
        assert_eq!(format.encoding.as_ref(), Some(expected), "{name}");
    }
    if let Some(expected) = &expected.sheet {
        assert_eq!(format.sheet.as_ref(), Some(expected), "{name}");
    }
    let count = |kind| kinds.iter().filter(|other| **other == kind).count();
    assert_eq!(verdicts.len(), expected.rows, "{name}");
    assert_eq!(count(LeadKind::ToMend), expected.error_rows, "{name}");
    let warnings = verdicts
        .iter()
        .filter(|verdict| verdict.errors.is_empty() && !verdict.warnings.is_empty())
        .count();
    assert_eq!(warnings, expected.warning_rows, "{name}");
    if let Some(expected) = expected.duplicate_rows {
        assert_eq!(count(LeadKind::Duplicate), expected, "{name}");
    }
    for (row, (found, expected)) in verdicts
        .iter()
        .zip(expected.leads.iter().flatten())
        .enumerate()
    {
        assert_eq!(found, expected, "{name}, lead {}", row + 1);
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
