//! `coxswain leads check`: a file validated as the screens validate it, without server and database.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use leads::numbers::{count_with_noun, format_number};
use leads::problem_groups::GroupKey;
use leads::views::RobotVariable;
use leads::{Country, Field, LeadKind, Level};
use sheets::SheetError;
use sheets::file_check::{self, CheckedColumn, CheckedLead, FileCheck, FileRules};

mod verdict;

use verdict::{QuestionVerdict, question_verdict, write_json};

use crate::cli::sheet_reading;

/// How many rows with the same problem are named to people.
const ROWS_NAMED: usize = 5;

/// What the command is given.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// List file (CSV or workbook)
    file: PathBuf,
    /// Country for numbers without a country code, in two letters
    #[arg(long, value_parser = parse_country)]
    country: Country,
    /// Robot variable names for ExtraA, ExtraB and ExtraC, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    robot_variables: Vec<String>,
    /// Platform for rows without one. Without this option and without a column for it, a missing platform is not a problem:
    /// each task sets one for all its leads
    #[arg(long, value_name = "NAME")]
    platform: Option<String>,
    /// Print one JSON object with the result of every lead
    #[arg(long)]
    json: bool,
}

/// Why a file was not validated, or the verdict not printed.
#[derive(Debug, thiserror::Error)]
pub enum CheckFailure {
    /// There is no such file, or it may not be read.
    #[error("{} cannot be opened: {source}", path.display())]
    Closed {
        /// The file.
        path: PathBuf,
        /// What the machine says.
        source: io::Error,
    },
    /// The path leads to a folder or a device.
    #[error("{} is not a file", .0.display())]
    NotAFile(PathBuf),
    /// The file is no sheet of leads, or too large a one.
    #[error("{0}")]
    Sheet(#[from] SheetError),
    /// No process can be started that reads the file.
    #[error("the file cannot be read in a process of its own: {0}")]
    NoProcess(io::Error),
    /// More names than a robot has variables.
    #[error("a robot has at most 3 variables, {0} given")]
    TooManyVariables(usize),
    /// Standard output does not take the verdict.
    #[error("cannot write the result: {0}")]
    Output(io::Error),
}

fn parse_country(text: &str) -> Result<Country, String> {
    let country = Country::parse(text).map_err(|problem| problem.to_string())?;
    if leads::has_numbering_plan(country) {
        Ok(country)
    } else {
        Err(format!("no numbering plan for country {country}"))
    }
}

/// Validates the file and prints the verdict on standard output.
///
/// # Errors
/// A [`CheckFailure`] with a sentence for the person who gave the command. Whoever stops reading early is no failure.
pub fn run(arguments: CheckArguments) -> Result<(), CheckFailure> {
    let rules = FileRules {
        country: arguments.country,
        variables: variables(&arguments.robot_variables)?,
        platform: arguments.platform,
    };
    let reader = sheet_reading::own_process().map_err(CheckFailure::NoProcess)?;
    let checked = file_check::check(&reader, &mut open(&arguments.file)?, &rules)?;
    let mut output = BufWriter::new(io::stdout().lock());
    let written = if arguments.json {
        write_json(&mut output, &checked)
    } else {
        write_text(&mut output, &checked)
    };
    match written.and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CheckFailure::Output(error)),
        _ => Ok(()),
    }
}

fn open(path: &Path) -> Result<File, CheckFailure> {
    let closed = |source| CheckFailure::Closed {
        path: path.to_owned(),
        source,
    };
    let file = File::open(path).map_err(closed)?;
    if file.metadata().map_err(closed)?.is_file() {
        Ok(file)
    } else {
        Err(CheckFailure::NotAFile(path.to_owned()))
    }
}

fn variables(names: &[String]) -> Result<Vec<RobotVariable>, CheckFailure> {
    let fields = [Field::ExtraA, Field::ExtraB, Field::ExtraC];
    if names.len() > fields.len() {
        return Err(CheckFailure::TooManyVariables(names.len()));
    }
    let named = fields.into_iter().zip(names);
    Ok(named
        .filter(|(_, name)| !name.trim().is_empty())
        .map(|(field, name)| RobotVariable {
            field,
            name: name.trim().to_owned(),
            description: None,
        })
        .collect())
}

fn write_text(output: &mut impl Write, checked: &FileCheck) -> io::Result<()> {
    let headers_at = match checked.format.header_row {
        Some(row) => format!("headers in row {row}"),
        None => "no headers".to_owned(),
    };
    writeln!(
        output,
        "{}; {headers_at}",
        printable(&checked.format.message().to_string())
    )?;
    writeln!(output, "{}", checked.format.lines.message())?;
    writeln!(output, "\nColumns")?;
    for (place, CheckedColumn { header, field }) in (1..).zip(&checked.columns) {
        let field = field.map_or("not used", Field::name);
        writeln!(output, "  {place:>3}  {field:<9}  {}", printable(header))?;
    }
    for question in &checked.questions {
        let QuestionVerdict { text, columns, .. } = question_verdict(question, &checked.columns);
        writeln!(output, "  {text} {}", printable(&columns.join(", ")))?;
    }
    let has_number = |column: &CheckedColumn| column.field == Some(Field::Mobile);
    if checked.questions.is_empty() && !checked.columns.iter().any(has_number) {
        writeln!(
            output,
            "  No phone number column found. Rename its header to “Mobile”."
        )?;
    }
    writeln!(
        output,
        "\n{}",
        count_with_noun(checked.tally.all(), "lead", "leads")
    )?;
    for (name, leads) in &checked.format.leads_elsewhere {
        let leads = count_with_noun(*leads, "row", "rows");
        writeln!(
            output,
            "  Sheet {} was not read: {leads} look like leads.",
            printable(name)
        )?;
    }
    for kind in LeadKind::ALL {
        writeln!(
            output,
            "  {:>9}  {}",
            format_number(checked.tally.of(kind)),
            kind.label()
        )?;
    }
    write_problems(output, &checked.leads)
}

/// The rows of one kind of problem, and the sentence of the first.
struct Group {
    rows: Vec<u32>,
    count: u32,
    sentence: String,
}

fn write_problems(output: &mut impl Write, leads: &[CheckedLead]) -> io::Result<()> {
    let mut groups: BTreeMap<_, Group> = BTreeMap::new();
    for lead in leads {
        for problem in &lead.problems {
            let key = (
                std::cmp::Reverse(problem.level()),
                problem.field,
                problem.kind.key(),
            );
            let group = groups.entry(key).or_insert_with(|| Group {
                rows: Vec::new(),
                count: 0,
                sentence: problem.message().to_string(),
            });
            group.count += 1;
            if group.rows.len() < ROWS_NAMED {
                group.rows.push(lead.row);
            }
        }
    }
    for ((level, field, kind), group) in groups {
        let level = match level.0 {
            Level::Error => "Error",
            Level::HeldBack => "Held back",
            Level::Warning => "Warning",
            Level::Fixed => "Fixed automatically",
        };
        let Group {
            rows,
            count,
            sentence,
        } = group;
        let problem = GroupKey::parse(&format!("{}.{kind}", field.key()));
        let problem = problem.map_or_else(|| kind.to_owned(), |group| group.problem().to_string());
        writeln!(
            output,
            "\n{level}: {}, {problem}, {}",
            field.name(),
            count_with_noun(count, "row", "rows")
        )?;
        let more = if count as usize > rows.len() {
            ", …"
        } else {
            ""
        };
        let rows: Vec<String> = rows.iter().map(u32::to_string).collect();
        writeln!(output, "  {}", printable(&sentence))?;
        writeln!(output, "  rows {}{more}", rows.join(", "))?;
    }
    Ok(())
}

/// A file's own words, without what would steer a terminal.
fn printable(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect()
}
