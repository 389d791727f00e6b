//! The verdict for programs: one JSON object.

use std::collections::BTreeMap;
use std::io::{self, Write};

use leads::{Field, Level, Problem, Question};
use serde::{Serialize, Serializer};
use sheets::file_check::{CheckedColumn, CheckedLead, FileCheck};

/// The object for programs. The leads are written one by one from where they are.
///
/// `ready` counts the leads that nothing is to be said against but notes; a lead with a warning that is a duplicate, too,
/// counts among both.
#[derive(Serialize)]
struct Verdict<'a> {
    format: &'a str,
    encoding: Option<&'a str>,
    delimiter: Option<char>,
    sheet: Option<&'a str>,
    header_row: Option<u32>,
    #[serde(serialize_with = "serialize_columns")]
    columns: &'a [CheckedColumn],
    rows: u32,
    ready: u32,
    error_rows: u32,
    warning_rows: u32,
    duplicate_rows: u32,
    lines: LinesVerdict,
    held_back: HeldBackVerdict,
    question: Option<QuestionVerdict<'a>>,
    hidden: HiddenVerdict<'a>,
    other_sheets: Vec<OtherSheetVerdict<'a>>,
    #[serde(serialize_with = "serialize_leads")]
    leads: &'a [CheckedLead],
}

/// Where every line of the file went: `total` is the sum of the others.
#[derive(Serialize)]
struct LinesVerdict {
    total: u32,
    above: u32,
    header: u32,
    blank: u32,
    repeated_headers: u32,
    held_back: u32,
    leads: u32,
}

/// Leads that are not called unless a person says so. A lead may have several reasons.
#[derive(Serialize)]
struct HeldBackVerdict {
    rows: u32,
    reasons: BTreeMap<&'static str, u32>,
}

#[derive(Serialize)]
pub(super) struct QuestionVerdict<'a> {
    field: &'static str,
    pub text: String,
    pub columns: Vec<&'a str>,
}

#[derive(Serialize)]
struct HiddenVerdict<'a> {
    rows: u32,
    columns: Vec<&'a str>,
}

#[derive(Serialize)]
struct OtherSheetVerdict<'a> {
    name: &'a str,
    leads: u32,
}

#[derive(Serialize)]
struct ColumnVerdict<'a> {
    header: &'a str,
    field: Option<&'static str>,
}

#[derive(Serialize)]
struct LeadVerdict<'a> {
    row: u32,
    mobile: Option<&'a str>,
    duplicate_of: Option<u32>,
    #[serde(rename = "faults")]
    problems: Vec<ProblemVerdict>,
}

#[derive(Serialize)]
struct ProblemVerdict {
    field: &'static str,
    level: Level,
    kind: &'static str,
    message: String,
}

fn serialize_columns<S: Serializer>(
    columns: &[CheckedColumn],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(columns.iter().map(|column| ColumnVerdict {
        header: &column.header,
        field: column.field.map(Field::key),
    }))
}

fn serialize_leads<S: Serializer>(leads: &[CheckedLead], serializer: S) -> Result<S::Ok, S::Error> {
    let verdict = |problem: &Problem| ProblemVerdict {
        field: problem.field.key(),
        level: problem.level(),
        kind: problem.kind.key(),
        message: problem.message().to_string(),
    };
    serializer.collect_seq(leads.iter().map(|lead| LeadVerdict {
        row: lead.row,
        mobile: lead.mobile.as_ref().map(leads::Mobile::as_str),
        duplicate_of: lead.duplicate_of,
        problems: lead.problems.iter().map(verdict).collect(),
    }))
}

fn lines(checked: &FileCheck) -> LinesVerdict {
    let lines = &checked.format.lines;
    let held_back = checked.tally.held_back;
    LinesVerdict {
        total: lines.total,
        above: lines.above,
        header: lines.header,
        blank: lines.blank,
        repeated_headers: lines.repeated_headers,
        held_back,
        leads: lines.leads.saturating_sub(held_back),
    }
}

fn held_back(checked: &FileCheck) -> HeldBackVerdict {
    let reasons = checked.held_back.iter();
    HeldBackVerdict {
        rows: checked.tally.held_back,
        reasons: reasons
            .map(|(reason, rows)| (reason.key(), *rows))
            .collect(),
    }
}

pub(super) fn question_verdict<'a>(
    question: &Question,
    columns: &'a [CheckedColumn],
) -> QuestionVerdict<'a> {
    match question {
        Question::Column { field, candidates } => QuestionVerdict {
            field: field.key(),
            text: match field {
                Field::Mobile => "Which column has the phone numbers?".to_owned(),
                field => format!("Which column is {}?", field.name()),
            },
            columns: headers(candidates, columns),
        },
        Question::Variables { fields, near } => QuestionVerdict {
            field: fields.first().map_or("", |field| field.key()),
            text: "The robot says variables that no column has. Which columns have them?"
                .to_owned(),
            columns: headers(
                &near.iter().map(|(_, column)| *column).collect::<Vec<_>>(),
                columns,
            ),
        },
    }
}

fn headers<'a>(places: &[usize], columns: &'a [CheckedColumn]) -> Vec<&'a str> {
    places
        .iter()
        .filter_map(|place| Some(columns.get(*place)?.header.as_str()))
        .collect()
}

pub(super) fn write_json(output: &mut impl Write, checked: &FileCheck) -> io::Result<()> {
    let verdict = Verdict {
        format: &checked.format.format,
        encoding: checked.format.encoding.as_deref(),
        delimiter: checked.format.delimiter,
        sheet: checked.format.sheet.as_deref(),
        header_row: checked.format.header_row,
        columns: &checked.columns,
        rows: checked.tally.all(),
        ready: checked.tally.ready,
        error_rows: checked.tally.to_fix,
        warning_rows: checked.warned,
        duplicate_rows: checked.tally.duplicates,
        lines: lines(checked),
        held_back: held_back(checked),
        question: checked
            .questions
            .first()
            .map(|question| question_verdict(question, &checked.columns)),
        hidden: HiddenVerdict {
            rows: checked.hidden.rows,
            columns: headers(&checked.hidden.columns, &checked.columns),
        },
        other_sheets: checked
            .format
            .leads_elsewhere
            .iter()
            .map(|(name, leads)| OtherSheetVerdict {
                name,
                leads: *leads,
            })
            .collect(),
        leads: &checked.leads,
    };
    serde_json::to_writer(&mut *output, &verdict)?;
    writeln!(output)
}
