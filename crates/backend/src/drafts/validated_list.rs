//! Rows validated as they come, with their lines for COPY.

use std::collections::HashMap;
use std::io::{Seek, Write};

use jiff::Timestamp;
use leads::views::{RobotVariable, Tally};
use leads::{
    DuplicatePolicy, Field, FirstRows, LeadState, ListNumbers, Mapping, ProblemCounts, Row,
    SheetHead,
};
use sheets::{RowSink, SheetHeaders, SheetRow};
use tempfile::SpooledTempFile;
use tokio_util::sync::CancellationToken;

use super::intake::fingerprint;
use super::validation::{NumberFacts, ValidationRules};
use super::whole_list;
use crate::error::Error;
use crate::store::copy::encode;
use crate::store::matches::Remembered;

/// Lines for COPY are handed over when so many bytes have gathered.
pub(super) const CHUNK: usize = 64 * 1024;

/// Lines of up to so many bytes wait in memory, more on the disk.
const MAX_IN_MEMORY: usize = 4 * 1024 * 1024;

/// What came of validating a list.
#[derive(Default)]
pub(super) struct ListSummary {
    pub(super) headers: Vec<String>,
    pub(super) mapping: Mapping,
    pub(super) remembered_at: Option<Timestamp>,
    pub(super) tally: Tally,
    pub(super) problems: ProblemCounts,
    pub(super) common: ListNumbers,
}

/// A list that was read to its end and validated. Its lines for COPY wait: nothing of a list that is refused half-way gets
/// into the database.
pub struct ValidatedList {
    pub(super) summary: ListSummary,
    pub(super) lines: SpooledTempFile,
    /// The numbers of the leads, each once.
    pub(super) numbers: Vec<i64>,
    /// Those of several leads that a row says not to call.
    pub(super) held: Vec<i64>,
    /// By what was decided which of the leads with the same number is sent.
    pub(super) keep: DuplicatePolicy,
}

impl ValidatedList {
    /// How many leads it has.
    pub const fn leads(&self) -> u32 {
        self.summary.tally.all()
    }
}

/// Validates rows as they come, and writes their lines.
pub(super) struct ListValidator {
    pub(super) validation: ValidationRules,
    pub(super) variables: Vec<RobotVariable>,
    pub(super) remembered: HashMap<Vec<u8>, Remembered>,
    pub(super) summary: ListSummary,
    seen: FirstRows,
    numbers: Vec<i64>,
    /// The numbers that rows say not to call.
    held: Vec<i64>,
    draft: String,
    buffer: Vec<u8>,
    lines: SpooledTempFile,
    failure: Option<std::io::Error>,
    given_up: CancellationToken,
    /// The first row whose number ends in zeros, as long as it is the only one.
    first_rounded: Option<(SheetRow, LeadState)>,
}

fn as_row<'a>(row: &'a SheetRow, state: &'a LeadState) -> Row<'a, String> {
    Row {
        cells: &row.cells,
        edits: &state.edits,
        marks: &row.marks,
    }
}

impl ListValidator {
    pub(super) fn new(validation: ValidationRules, given_up: CancellationToken) -> ListValidator {
        let validation = ValidationRules {
            rounded_list: false,
            ..validation
        };
        ListValidator {
            draft: validation.draft.to_string(),
            validation,
            variables: Vec::new(),
            remembered: HashMap::new(),
            summary: ListSummary::default(),
            seen: FirstRows::default(),
            numbers: Vec::new(),
            held: Vec::new(),
            buffer: Vec::with_capacity(CHUNK),
            lines: SpooledTempFile::new(MAX_IN_MEMORY),
            failure: None,
            given_up,
            first_rounded: None,
        }
    }

    /// `false` when there is no room for the lines.
    fn flush(&mut self) -> bool {
        let written = self.lines.write_all(&self.buffer);
        self.buffer.clear();
        self.failure = written.err();
        self.failure.is_none()
    }

    /// `false` when nobody waits for the list any more, or there is no room for it.
    ///
    /// A number that ends in zeros may be meant so; several were rounded by a spreadsheet. So the first waits until another one
    /// comes, or the list ends.
    pub(super) fn lead(&mut self, row: &SheetRow, state: &LeadState) -> bool {
        let text = as_row(row, state).text(Field::Mobile, &self.summary.mapping);
        if !self.validation.rounded_list && leads::ends_in_zeros(&text) {
            let Some((first, its_state)) = self.first_rounded.take() else {
                self.first_rounded = Some((row.clone(), state.clone()));
                return true;
            };
            self.validation.rounded_list = true;
            if !self.validate(&first, &its_state) {
                return false;
            }
        }
        self.validate(row, state)
    }

    fn validate(&mut self, row: &SheetRow, state: &LeadState) -> bool {
        let validated = leads::validate_row(
            &as_row(row, state),
            &self.summary.mapping,
            &self.validation.rules(),
        );
        let duplicate_of = match state.left_out {
            true => None,
            false => {
                let mobile = validated.lead.mobile.as_ref();
                self.seen.first_row(row.number, mobile, &validated.problems)
            }
        };
        self.summary.common.add(&validated);
        // Which numbers were submitted recently, or are on a do-not-call list, is asked once all are known.
        let verdict = self.validation.verdict(
            validated,
            state.left_out,
            duplicate_of,
            &NumberFacts::default(),
        );
        self.summary.tally.add(verdict.kind);
        if !state.left_out {
            self.summary.problems.add(&verdict.problems);
        }
        self.numbers.extend(verdict.number);
        if leads::holds_number(&verdict.problems) {
            self.held.extend(verdict.number);
        }
        encode(&mut self.buffer, &self.draft, row, state, &verdict);
        !self.given_up.is_cancelled() && (self.buffer.len() < CHUNK || self.flush())
    }

    /// Whether it takes no more rows.
    pub(super) fn has_stopped(&self) -> bool {
        self.failure.is_some() || self.given_up.is_cancelled()
    }

    /// Why it takes no more rows.
    pub(super) fn why_stopped(self) -> Error {
        self.failure
            .map_or_else(whole_list::nobody_waits, Error::Machine)
    }

    pub(super) fn finish(mut self) -> Result<ValidatedList, Error> {
        if let Some((row, state)) = self.first_rounded.take() {
            self.validate(&row, &state);
        }
        self.summary.common.rounded = self.validation.rounded_list;
        self.flush();
        if let Some(failure) = self.failure {
            return Err(Error::Machine(failure));
        }
        self.lines.rewind()?;
        let mut numbers = self.numbers;
        numbers.sort_unstable();
        let mut held = self.held;
        held.sort_unstable();
        held.dedup();
        held.retain(|number| is_repeated(&numbers, *number));
        numbers.dedup();
        Ok(ValidatedList {
            summary: self.summary,
            lines: self.lines,
            numbers,
            held,
            keep: self.validation.keep,
        })
    }
}

/// Whether the number comes more than once among the sorted ones.
fn is_repeated(sorted: &[i64], number: i64) -> bool {
    let first = sorted.partition_point(|other| *other < number);
    sorted.get(first + 1) == Some(&number)
}

/// Whether the match was made before the column that it calls was hidden.
fn calls_hidden_column(mapping: &Mapping, hidden: &[usize]) -> bool {
    let called = mapping.source(Field::Mobile);
    called.is_some_and(|source| source.columns().any(|column| hidden.contains(&column)))
}

impl RowSink for ListValidator {
    fn headers(&mut self, headers: SheetHeaders, first: &[SheetRow]) {
        let SheetHeaders {
            names: headers,
            hidden,
        } = headers;
        let first = sheets::cells_of(first);
        let head = SheetHead {
            headers: &headers,
            hidden: &hidden,
            first: &first,
        };
        let country = self.validation.country;
        let remembered = self
            .remembered
            .remove(&fingerprint(&headers, &self.variables))
            .filter(|remembered| !calls_hidden_column(&remembered.mapping, &hidden));
        match remembered {
            Some(remembered) => {
                self.summary.mapping = remembered
                    .mapping
                    .with_genders(&first)
                    .with_qualifiers(&head, country);
                self.summary.remembered_at = Some(remembered.matched_at);
            }
            None => {
                self.summary.mapping = Mapping::of_sheet(
                    &head,
                    &self.variables,
                    country,
                    self.validation.robots.as_ref(),
                );
            }
        }
        self.summary.headers = headers;
    }

    fn row(&mut self, row: &SheetRow) -> bool {
        self.lead(row, &LeadState::default())
    }
}
