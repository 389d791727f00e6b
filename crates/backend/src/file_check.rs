//! A file of leads judged without a database: for operators on the command line, and for measuring.
//!
//! The same rules as for a draft, in the same order: the file is read, its columns are matched, each row is judged, and
//! a number that comes again is a duplicate of its first row.

use std::collections::BTreeMap;
use std::fs::File;

use leads::views::{RobotVariable, Tally};
use leads::{
    Country, Fault, FaultKind, Field, HoldReason, LeadKind, Level, Mapping, Mended, Mobile,
    Question, Row, RowRules, Seen, SheetHead, Standing,
};

use crate::sheet::{self, ReadOptions, SheetFault, SheetFormat, SheetHeaders, SheetRow, TakeRows};
use crate::sheet_reader::SheetReader;

/// What a file is judged by.
#[derive(Clone, Debug)]
pub struct FileRules {
    /// The country whose people dial the numbers that have no country code.
    pub country: Country,
    /// The robot's variables: headers may bear their names.
    pub variables: Vec<RobotVariable>,
    /// The platform of rows without one of their own, where it is known. A task has one for all of its leads, so where it
    /// is not known and the file has no column for it, a missing platform is nobody's fault.
    pub platform: Option<String>,
}

/// A file, understood and judged.
#[derive(Clone, Debug)]
pub struct FileCheck {
    /// How the file was understood.
    pub format: SheetFormat,
    /// Its columns, in the order of the file.
    pub columns: Vec<CheckedColumn>,
    /// The leads by their kind: each is counted once.
    pub tally: Tally,
    /// Leads with a warning and no error, duplicates among them: [`Tally::doubtful`] leaves those out.
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
    pub faults: Vec<Fault>,
}

impl CheckedLead {
    /// What becomes of it.
    pub fn kind(&self) -> LeadKind {
        let standing = Standing {
            duplicate: self.duplicate_of.is_some(),
            ..Standing::default()
        };
        LeadKind::of(&self.faults, standing)
    }
}

/// Reads the file from its beginning to its end, and judges every row.
///
/// # Errors
/// A [`SheetFault`] that says what to do.
pub fn check(
    reader: &SheetReader,
    file: &mut File,
    rules: &FileRules,
) -> Result<FileCheck, SheetFault> {
    let mut judge = Judge {
        rules,
        headers: Vec::new(),
        mapping: Mapping::default(),
        seen: Seen::default(),
        tally: Tally::default(),
        warned: 0,
        held_back: BTreeMap::new(),
        hidden: Hidden::default(),
        rounded: false,
        first_rounded: None,
        leads: Vec::new(),
    };
    let options = ReadOptions::new(rules.country, &rules.variables);
    let (_stop, reading) = reader.begin();
    let format = reading.read(file, &options, &mut judge)?;
    if let Some(row) = judge.first_rounded.take() {
        judge.lead(&row);
    }
    judge.leads.sort_by_key(|lead| lead.row);
    let questions = judge.mapping.questions().to_vec();
    Ok(FileCheck {
        format,
        columns: columns(judge.headers, &judge.mapping),
        tally: judge.tally,
        warned: judge.warned,
        questions,
        held_back: judge.held_back,
        hidden: judge.hidden,
        leads: judge.leads,
    })
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

struct Judge<'a> {
    rules: &'a FileRules,
    headers: Vec<String>,
    mapping: Mapping,
    seen: Seen,
    tally: Tally,
    warned: u32,
    held_back: BTreeMap<HoldReason, u32>,
    hidden: Hidden,
    /// Whether several numbers of the list were rounded, and the first that ends in zeros as long as it is the only one.
    rounded: bool,
    first_rounded: Option<SheetRow>,
    leads: Vec<CheckedLead>,
}

impl TakeRows for Judge<'_> {
    fn headers(&mut self, headers: SheetHeaders, first: &[SheetRow]) {
        let rules = self.rules;
        let first = sheet::cells_of(first);
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

impl Judge<'_> {
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
        let mended = &Mended::default();
        let mut judged = leads::judge_row(
            &Row {
                cells,
                mended,
                marks,
            },
            &self.mapping,
            &rules,
        );
        if self.rules.platform.is_none() && self.mapping.source(Field::Platform).is_none() {
            judged
                .faults
                .retain(|fault| fault.field != Field::Platform || fault.kind != FaultKind::Missing);
        }
        let duplicate_of = self.seen.first_row(row, &judged);
        let worst = judged.faults.iter().map(Fault::level).max();
        let lead = CheckedLead {
            row,
            mobile: judged.lead.mobile,
            duplicate_of,
            faults: judged.faults,
        };
        self.tally.add(lead.kind());
        self.hidden.rows += u32::from(marks.hidden);
        for fault in &lead.faults {
            if let FaultKind::HeldBack { reason, .. } = fault.kind {
                *self.held_back.entry(reason).or_default() += 1;
            }
        }
        self.warned += u32::from(worst == Some(Level::Warning));
        self.leads.push(lead);
    }
}
