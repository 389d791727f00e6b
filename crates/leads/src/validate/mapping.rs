//! What fills which field of a lead: a column of the sheet, two columns joined, or one value for all rows.

mod by_column;
mod choice;
mod source;
mod used;
mod written;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::columns::{SheetHead, match_columns};
use super::gender::{GenderReading, gender_reading};
use super::qualifiers::Qualifiers;
use super::question::Question;
use super::row::RobotModes;
use super::synonyms::{FIRST_NAME, LAST_NAME, field_named, fold};
use crate::country::Country;
use crate::field::Field;
use crate::messages::form_problems;
use crate::views::{FormProblem, RobotVariable};

pub use by_column::{
    ChosenFrom, ColumnChoices, ColumnPart, ColumnUse, MatchedByColumn, field_name,
};
pub use choice::SourceChoice;
pub use source::Source;
use written::StoredMapping;

/// What fills which field. No column fills two.
///
/// StoredMapping down as a map from the field's key to its [`Source`]: `{"customer":[0,1],"mobile":2}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "StoredMapping", into = "StoredMapping")]
pub struct Mapping {
    sources: [Option<Source>; Field::ALL.len()],
    genders: GenderReading,
    questions: Vec<Question>,
    qualifiers: Qualifiers,
    fallback: Option<usize>,
}

/// Two fields share a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a column fills two fields")]
pub struct SharedColumn;

impl Mapping {
    /// Matches the columns of a sheet, by the words of their headers and by what their first rows hold. What that does not
    /// settle is among the [`questions`](Mapping::questions), and nothing fills its field.
    ///
    /// * A header that names a mobile goes before one that names a phone, and that before a mere number. A word for somebody
    ///   else (an emergency contact, a guarantor, an agent, an office) or for something else (an account, an order, an
    ///   identity card) excludes a column.
    /// * Cells that say otherwise take a header's word away. A column of numbers under a header that says nothing is taken
    ///   only where it is the only one.
    /// * A shown column goes before a hidden one, which is never taken without a word.
    pub fn of_sheet<S: AsRef<str>>(
        sheet: &SheetHead<'_, S>,
        variables: &[RobotVariable],
        country: Country,
        robots: Option<&RobotModes>,
    ) -> Mapping {
        let none = RobotModes::new();
        match_columns(sheet, variables, country, robots.unwrap_or(&none))
    }

    /// Matches headers by the names that people use for a field and by the robot's own names for its variables.
    ///
    /// Headers are compared without case, accents, blanks and punctuation, and only as a whole: half a match would
    /// fill a field with something else. Of two columns for one field the first wins, the other stays free. A first name
    /// that stands apart from the last name is joined to it.
    pub fn guess(headers: &[String], variables: &[RobotVariable]) -> Mapping {
        let variables: Vec<(String, Field)> = variables
            .iter()
            .map(|variable| (fold(&variable.name), variable.field))
            .collect();
        let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
        let mut mapping = Mapping::default();
        for (column, header) in folded.iter().enumerate() {
            if header.is_empty() {
                continue;
            }
            let field = candidates(header, &variables)
                .into_iter()
                .find(|field| mapping.source(*field).is_none());
            if let Some(field) = field {
                mapping.set(field, Some(Source::Column(column)));
            }
        }
        mapping.join_names(&folded);
        mapping
    }

    /// Fills fields that nothing fills yet from columns that fill none, by what their cells hold.
    #[must_use]
    pub fn with_content(mut self, found: &[(Field, usize)]) -> Mapping {
        for (field, column) in found {
            if self.source(*field).is_none() && self.filled_by(*column).is_none() {
                self.set(*field, Some(Source::Column(*column)));
            }
        }
        self
    }

    /// Decides by the first rows how the column of genders means its single letters.
    #[must_use]
    pub fn with_genders<S: AsRef<str>>(mut self, rows: &[Vec<S>]) -> Mapping {
        let cells: Vec<Cow<'_, str>> = rows
            .iter()
            .map(|cells| self.text(Field::Gender, cells))
            .collect();
        self.genders = gender_reading(cells.iter().map(AsRef::as_ref));
        self
    }

    /// Finds the columns of this sheet that qualify its leads, in place of those that were known before.
    #[must_use]
    pub fn with_qualifiers<S: AsRef<str>>(
        mut self,
        sheet: &SheetHead<'_, S>,
        country: Country,
    ) -> Mapping {
        self.qualifiers = Qualifiers::of_sheet(sheet, country);
        self
    }

    /// The open questions, in the order in which they are asked.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// Whether a question is open that every row mentions at this field.
    pub fn asks_at(&self, field: Field) -> bool {
        let mut questions = self.questions.iter();
        questions.any(|question| question.stands_at() == Some(field))
    }

    /// Whether an open question about the field offers the column.
    fn offers(&self, field: Field, column: usize) -> bool {
        self.questions.iter().any(|question| match question {
            Question::Column {
                field: about,
                candidates,
            } => *about == field && candidates.contains(&column),
            Question::Variables { near, .. } => near.contains(&(field, column)),
        })
    }

    /// The columns that qualify a lead.
    pub fn qualifiers(&self) -> &Qualifiers {
        &self.qualifiers
    }

    /// The country whose people dial the numbers of the list: that of the account, unless a person said otherwise.
    pub fn country(&self, account: Country) -> Country {
        self.qualifiers.of_list.unwrap_or(account)
    }

    /// Says in which country the numbers of the list are dialled; `None` for that of the account.
    #[must_use]
    pub fn dialled_in(mut self, country: Option<Country>) -> Mapping {
        self.qualifiers.of_list = country;
        self
    }

    /// A column, from 0, that holds a further number of the same person and fills nothing: an offer for the rows whose
    /// number is empty, never used unless it is chosen.
    pub fn fallback(&self) -> Option<usize> {
        self.fallback
            .filter(|column| self.filled_by(*column).is_none())
    }

    /// The same match for another robot: what it says is matched anew, and asked about anew where nothing is found. `fresh` is the
    /// match of the sheet for that robot.
    #[must_use]
    pub fn for_another_robot(mut self, fresh: &Mapping) -> Mapping {
        const SAID: [Field; 3] = [Field::ExtraA, Field::ExtraB, Field::ExtraC];
        for field in SAID {
            self.sources[field.index()] = None;
        }
        for field in SAID {
            let source = fresh.source(field).filter(|source| {
                let mut columns = source.columns();
                columns.all(|column| self.filled_by(column).is_none())
            });
            self.sources[field.index()] = source.cloned();
        }
        let is_of_robot = |question: &Question| matches!(question, Question::Variables { .. });
        self.questions.retain(|question| !is_of_robot(question));
        let asked = fresh
            .questions
            .iter()
            .filter(|question| is_of_robot(question));
        self.questions.extend(asked.cloned());
        self
    }

    pub(super) fn ask(&mut self, questions: Vec<Question>) {
        self.questions = questions;
    }

    pub(super) fn qualify(&mut self, qualifiers: Qualifiers) {
        self.qualifiers = qualifiers;
    }

    pub(super) fn set_fallback(&mut self, column: Option<usize>) {
        self.fallback = column;
    }

    /// How single letters are meant in the column of genders.
    pub fn genders(&self) -> GenderReading {
        self.genders
    }

    fn join_names(&mut self, folded: &[String]) {
        let column = |names: &[&str]| {
            let mut headers = folded.iter();
            headers.position(|header| names.contains(&header.as_str()))
        };
        let (Some(first), Some(last)) = (column(FIRST_NAME), column(LAST_NAME)) else {
            return;
        };
        let is_free = |column| {
            let field = self.filled_by(column);
            field.is_none() || field == Some(Field::Customer)
        };
        let customer = self.source(Field::Customer);
        let replaces_no_other = customer.is_none_or(|source| *source == Source::Column(first));
        if replaces_no_other && is_free(first) && is_free(last) {
            self.set(Field::Customer, Some(Source::Joined(first, last)));
        }
    }

    /// What fills the field.
    pub fn source(&self, field: Field) -> Option<&Source> {
        self.sources[field.index()].as_ref()
    }

    /// The field's text in a row of that many cells, as the sheet has it.
    pub fn text<'a, S: AsRef<str>>(&'a self, field: Field, cells: &'a [S]) -> Cow<'a, str> {
        self.source(field)
            .map_or(Cow::Borrowed(""), |source| source.text(cells))
    }

    /// Fills the field from there, or from nothing. A field that one of the columns filled before loses it.
    pub fn set(&mut self, field: Field, source: Option<Source>) {
        for column in source.iter().flat_map(Source::columns) {
            for other in &mut self.sources {
                if other
                    .iter()
                    .flat_map(Source::columns)
                    .any(|used| used == column)
                {
                    *other = None;
                }
            }
        }
        self.sources[field.index()] = source;
    }

    /// The columns of a sheet with that many headers that fill no field.
    pub fn left_out(&self, headers: usize) -> Vec<usize> {
        (0..headers)
            .filter(|column| self.filled_by(*column).is_none())
            .collect()
    }

    /// Takes what a person chose for each field. A field without a choice is filled by nothing. Every question is answered
    /// by it; how genders are read and which columns qualify a lead is kept.
    ///
    /// # Errors
    /// Every choice that cannot be followed, under the field's key as its input: a column that the sheet does not
    /// have, a column chosen twice, a column and a value at once, no column for the number.
    pub fn parse(
        choices: &[(Field, SourceChoice)],
        headers: usize,
        before: &Mapping,
    ) -> Result<Mapping, Vec<FormProblem>> {
        let mut mapping = Mapping {
            genders: before.genders,
            qualifiers: before.qualifiers.clone(),
            fallback: before.fallback,
            ..Mapping::default()
        };
        let mut problems = Vec::new();
        for (field, choice) in choices {
            match choice.parse(*field, headers, &mapping) {
                Ok(source) => mapping.sources[field.index()] = source,
                Err(sentence) => problems.push(FormProblem::new(field.key(), sentence)),
            }
        }
        let mobile_is_validated = problems
            .iter()
            .any(|problem| problem.input == Field::Mobile.key());
        if !mapping.is_usable() && !mobile_is_validated {
            problems.push(no_number());
        }
        if problems.is_empty() {
            Ok(mapping)
        } else {
            Err(problems)
        }
    }

    /// Answers the question about the field: it is filled so, or left empty, and all else stays as it is.
    ///
    /// # Errors
    /// Why the choice cannot be followed, under the field's key as its input, as in [`parse`](Mapping::parse).
    pub fn with_answer(
        &self,
        field: Field,
        choice: &SourceChoice,
        headers: usize,
    ) -> Result<Mapping, Vec<FormProblem>> {
        let mut mapping = self.clone();
        mapping.sources[field.index()] = None;
        // What the question offers may be taken from another field; what it does not offer, may not.
        let offered = choice.columns().all(|column| mapping.offers(field, column));
        let others = match offered {
            true => Mapping::default(),
            false => mapping.clone(),
        };
        let source = choice
            .parse(field, headers, &others)
            .map_err(|sentence| vec![FormProblem::new(field.key(), sentence)])?;
        if field == Field::Mobile && source.is_none() {
            return Err(vec![no_number()]);
        }
        mapping.set(field, source);
        mapping
            .questions
            .retain(|question| !question.fields().contains(&field));
        Ok(mapping)
    }

    /// Whether leads can be made of it at all: the number has a column.
    pub fn is_usable(&self) -> bool {
        self.source(Field::Mobile).is_some()
    }

    /// The field that the column fills, alone or joined to another one.
    pub fn filled_by(&self, column: usize) -> Option<Field> {
        Field::ALL.into_iter().find(|field| {
            self.source(*field)
                .is_some_and(|source| source.columns().any(|used| used == column))
        })
    }
}

fn no_number() -> FormProblem {
    FormProblem::new(Field::Mobile.key(), form_problems::no_number_column())
}

/// What tells sheets with the same headers for the same robot's variables: written in one way, whatever the case,
/// accents, blanks and punctuation.
pub fn headers_key(headers: &[String], variables: &[RobotVariable]) -> String {
    let headers = headers.iter().map(|header| fold(header));
    let variables = variables
        .iter()
        .map(|variable| format!("{}={}", variable.field.key(), fold(&variable.name)));
    headers.chain(variables).collect::<Vec<_>>().join("\u{1F}")
}

/// The fields that the header may mean, the likeliest first.
///
/// The robot's own name for a variable is more telling than a common word, except for the number: without it there is
/// no lead at all.
fn candidates(folded: &str, variables: &[(String, Field)]) -> Vec<Field> {
    let common = field_named(folded);
    let own = variables
        .iter()
        .filter(|(name, _)| name == folded)
        .map(|(_, field)| *field);
    let mut fields: Vec<Field> = own.chain(common).collect();
    fields.sort_by_key(|field| *field != Field::Mobile);
    fields
}

#[cfg(test)]
mod tests;
