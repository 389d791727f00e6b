//! A file of leads validated without a database: for operators on the command line, and for measuring.
//!
//! The same rules as for a draft, in the same order: the file is read, its columns are matched, each row is validated, what
//! one row says against calling its number holds for the others, and a number that comes again is a duplicate of its first
//! row.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;

use leads::views::{RobotVariable, Tally};
use leads::{
    Country, Edits, Field, FirstRows, HoldReason, LeadKind, Level, Mapping, Mobile, NumberHolds,
    Problem, ProblemKind, Question, Row, RowContext, RowRules, SheetHead,
};

use crate::reader::SheetReader;
use crate::{ReadOptions, RowSink, SheetError, SheetFormat, SheetHeaders, SheetRow};

/// What a file is validated by.
#[derive(Clone, Debug)]
pub struct FileRules {
    /// The country whose people dial the numbers that have no country code.
    pub country: Country,
    /// The robot's variables: headers may bear their names.
    pub variables: Vec<RobotVariable>,
    /// The platform of rows without one of their own, where it is known. A task has one for all of its leads, so where it
    /// is not known and the file has no column for it, a missing platform is nobody's problem.
    pub platform: Option<String>,
}

/// A file, understood and validated.
#[derive(Clone, Debug)]
pub struct FileCheck {
    /// How the file was understood.
    pub format: SheetFormat,
    /// Its columns, in the order of the file.
    pub columns: Vec<CheckedColumn>,
    /// The leads by their kind: each is counted once.
    pub tally: Tally,
    /// Leads with a warning and no error, duplicates among them: [`Tally::warnings`] leaves those out.
    pub warned: u32,
    /// What a person would have to answer before any lead is ready.
    pub questions: Vec<Question>,
    /// How many leads are held back, by the reason. A lead may have several.
    pub held_back: BTreeMap<HoldReason, u32>,
    /// What the sheet hides.
    pub hidden: Hidden,
    /// The leads, in the order of the file.
    pub leads: Vec<CheckedLead>,
}

/// What a sheet hides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Rows that are hidden or filtered out.
    pub rows: u32,
    /// Columns, from 0.
    pub columns: Vec<usize>,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedColumn {
    /// Its header.
    pub header: String,
    /// The field that it fills; `None` where it is left out.
    pub field: Option<Field>,
}

/// A lead and its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedLead {
    /// Its row as a spreadsheet shows it.
    pub row: u32,
    /// Its number; `None` where the cell holds none.
    pub mobile: Option<Mobile>,
    /// The row where its number stood first. A lead with an error is no duplicate: it is not sent anyway.
    pub duplicate_of: Option<u32>,
    /// Everything that is to be said of it, in the order of the fields.
    pub problems: Vec<Problem>,
}

impl CheckedLead {
    /// What becomes of it.
    pub fn kind(&self) -> LeadKind {
        let context = RowContext {
            duplicate: self.duplicate_of.is_some(),
            ..RowContext::default()
        };
        LeadKind::of(&self.problems, context)
    }
}

/// Reads the file from its beginning to its end, and validates every row.
///
/// # Errors
/// A [`SheetError`] that says what to do.
pub fn check(
    reader: &SheetReader,
    file: &mut File,
    rules: &FileRules,
) -> Result<FileCheck, SheetError> {
    let mut validate = ListValidator {
        rules,
        headers: Vec::new(),
        mapping: Mapping::default(),
        hidden: Hidden::default(),
        rounded: false,
        first_rounded: None,
        leads: Vec::new(),
    };
    let options = ReadOptions::new(rules.country, &rules.variables);
    let (_stop, reading) = reader.begin();
    let format = reading.read(file, &options, &mut validate)?;
    if let Some(row) = validate.first_rounded.take() {
        validate.lead(&row);
    }
    let mut leads = validate.leads;
    leads.sort_by_key(|lead| lead.row);
    hold_numbers(&mut leads);
    find_duplicates(&mut leads);
    let mut checked = FileCheck {
        format,
        columns: columns(validate.headers, &validate.mapping),
        tally: Tally::default(),
        warned: 0,
        questions: validate.mapping.questions().to_vec(),
        held_back: BTreeMap::new(),
        hidden: validate.hidden,
        leads: Vec::new(),
    };
    for lead in &leads {
        checked.count(lead);
    }
    checked.leads = leads;
    Ok(checked)
}

/// Holds back the leads whose number another row says not to call, whichever comes first.
fn hold_numbers(leads: &mut [CheckedLead]) {
    let mut holds: HashMap<u64, NumberHolds> = HashMap::new();
    for lead in leads
        .iter()
        .filter(|lead| leads::holds_number(&lead.problems))
    {
        if let Some(mobile) = &lead.mobile {
            let holds = holds.entry(mobile.number()).or_default();
            holds.add(lead.row, &lead.problems);
        }
    }
    if holds.is_empty() {
        return;
    }
    for lead in leads {
        let number = lead.mobile.as_ref().map(Mobile::number);
        let holds = number.and_then(|number| holds.get(&number));
        if let Some(problems) = holds.and_then(|holds| holds.applied(&lead.problems)) {
            lead.problems = problems;
        }
    }
}

fn find_duplicates(leads: &mut [CheckedLead]) {
    let mut seen = FirstRows::with_capacity(leads.len());
    for lead in leads {
        lead.duplicate_of = seen.first_row(lead.row, lead.mobile.as_ref(), &lead.problems);
    }
}

impl FileCheck {
    fn count(&mut self, lead: &CheckedLead) {
        self.tally.add(lead.kind());
        let worst = lead.problems.iter().map(Problem::level).max();
        self.warned += u32::from(worst == Some(Level::Warning));
        for error in &lead.problems {
            if let ProblemKind::HeldBack { reason, .. } = error.kind {
                *self.held_back.entry(reason).or_default() += 1;
            }
        }
    }
}

fn columns(headers: Vec<String>, mapping: &Mapping) -> Vec<CheckedColumn> {
    headers
        .into_iter()
        .enumerate()
        .map(|(column, header)| CheckedColumn {
            header,
            field: mapping.filled_by(column),
        })
        .collect()
}

struct ListValidator<'a> {
    rules: &'a FileRules,
    headers: Vec<String>,
    mapping: Mapping,
    hidden: Hidden,
    /// Whether several numbers of the list were rounded, and the first that ends in zeros as long as it is the only one.
    rounded: bool,
    first_rounded: Option<SheetRow>,
    leads: Vec<CheckedLead>,
}

impl RowSink for ListValidator<'_> {
    fn headers(&mut self, headers: SheetHeaders, first: &[SheetRow]) {
        let rules = self.rules;
        let first = crate::cells_of(first);
        let sheet = SheetHead {
            headers: &headers.names,
            hidden: &headers.hidden,
            first: &first,
        };
        self.mapping = Mapping::of_sheet(&sheet, &rules.variables, rules.country, None);
        self.headers = headers.names;
        self.hidden.columns = headers.hidden;
    }

    fn row(&mut self, row: &SheetRow) -> bool {
        let text = self.mapping.text(Field::Mobile, &row.cells);
        if !self.rounded && leads::ends_in_zeros(&text) {
            let Some(first) = self.first_rounded.take() else {
                self.first_rounded = Some(row.clone());
                return true;
            };
            self.rounded = true;
            self.lead(&first);
        }
        self.lead(row);
        true
    }
}

impl ListValidator<'_> {
    fn lead(&mut self, row: &SheetRow) {
        let SheetRow {
            number,
            cells,
            marks,
        } = row;
        let row = *number;
        let rules = RowRules {
            platform: self.rules.platform.as_deref().unwrap_or_default(),
            // Only the account knows its robots.
            rounded_list: self.rounded,
            ..RowRules::of_country(self.rules.country)
        };
        let edits = &Edits::default();
        let mut validated = leads::validate_row(
            &Row {
                cells,
                edits,
                marks,
            },
            &self.mapping,
            &rules,
        );
        if self.rules.platform.is_none() && self.mapping.source(Field::Platform).is_none() {
            validated.problems.retain(|error| {
                error.field != Field::Platform || error.kind != ProblemKind::Missing
            });
        }
        self.hidden.rows += u32::from(marks.hidden);
        self.leads.push(CheckedLead {
            row,
            mobile: validated.lead.mobile,
            // What the rows say of each other is known at the end.
            duplicate_of: None,
            problems: validated.problems,
        });
    }
}
