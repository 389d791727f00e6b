//! What fills which field of a lead: a column of the sheet, two columns joined, or one value for all rows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::content::fields_by_content;
use super::gender::{GenderReading, gender_reading};
use super::row::RobotModes;
use super::synonyms::{FIRST_NAME, LAST_NAME, field_named, fold};
use super::text::trimmed;
use crate::country::Country;
use crate::field::Field;
use crate::views::{FormFault, RobotVariable};

/// What fills a field. Written down as `1`, `[0,2]` or `"DIDI"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Source {
    /// A column, from 0.
    Column(usize),
    /// Two columns with a blank between, such as first and last name.
    Joined(usize, usize),
    /// The same for all rows.
    Value(String),
}

impl Source {
    /// The columns that it reads.
    pub fn columns(&self) -> impl Iterator<Item = usize> + use<> {
        let (first, second) = match self {
            Source::Column(column) => (Some(*column), None),
            Source::Joined(first, second) => (Some(*first), Some(*second)),
            Source::Value(_) => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// What it says for a row. A cell that the row does not have is empty.
    pub fn text<'a, S: AsRef<str>>(&'a self, cells: &'a [S]) -> Cow<'a, str> {
        let cell = |column: usize| cells.get(column).map_or("", AsRef::as_ref);
        match self {
            Source::Column(column) => Cow::Borrowed(cell(*column)),
            Source::Joined(first, second) => {
                match (trimmed(cell(*first)), trimmed(cell(*second))) {
                    ("", only) | (only, "") => Cow::Borrowed(only),
                    (first, second) => Cow::Owned(format!("{first} {second}")),
                }
            }
            Source::Value(value) => Cow::Borrowed(value),
        }
    }
}

/// What fills which field. No column fills two.
///
/// Written down as a map from the field's key to its [`Source`]: `{"customer":[0,1],"mobile":2}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Mapping {
    sources: [Option<Source>; Field::ALL.len()],
    genders: GenderReading,
}

/// A mapping as it is written down.
#[derive(Serialize, Deserialize)]
struct Written {
    #[serde(flatten)]
    sources: BTreeMap<Field, Source>,
    #[serde(default, skip_serializing_if = "is_usual")]
    genders: GenderReading,
}

fn is_usual(genders: &GenderReading) -> bool {
    *genders == GenderReading::default()
}

/// Two fields share a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a column fills two fields")]
pub struct SharedColumn;

/// What a person chose for a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceChoice {
    /// A column, from 0.
    pub column: Option<usize>,
    /// A second column, to be joined to it.
    pub joined: Option<usize>,
    /// One value for all rows; empty for none.
    pub value: String,
}

impl Mapping {
    /// Matches the columns of a sheet: by their headers, then by what the first rows hold.
    pub fn of_sheet<S: AsRef<str>>(
        headers: &[String],
        first: &[Vec<S>],
        variables: &[RobotVariable],
        country: Country,
        robots: Option<&RobotModes>,
    ) -> Mapping {
        let none = RobotModes::new();
        let found = fields_by_content(first, headers.len(), country, robots.unwrap_or(&none));
        Mapping::guess(headers, variables)
            .with_content(&found)
            .with_genders(first)
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

    /// How single letters are meant in the column of genders.
    pub fn genders(&self) -> GenderReading {
        self.genders
    }

    fn join_names(&mut self, folded: &[String]) {
        let column = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
            folded.iter().position(|header| names.contains(header))
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

    /// Takes what a person chose for each field. A field without a choice is filled by nothing.
    ///
    /// # Errors
    /// Every choice that cannot be followed, under the field's key as its input: a column that the sheet does not
    /// have, a column chosen twice, a column and a value at once, no column for the number.
    pub fn parse(
        choices: &[(Field, SourceChoice)],
        headers: usize,
    ) -> Result<Mapping, Vec<FormFault>> {
        let mut mapping = Mapping::default();
        let mut faults = Vec::new();
        for (field, choice) in choices {
            match choice.parse(*field, headers, &mapping) {
                Ok(source) => mapping.sources[field.index()] = source,
                Err(sentence) => faults.push(FormFault::new(field.key(), sentence)),
            }
        }
        let mobile_is_judged = faults
            .iter()
            .any(|fault| fault.input == Field::Mobile.key());
        if !mapping.is_usable() && !mobile_is_judged {
            let sentence = "Mobile: choose the column that holds the phone numbers.";
            faults.push(FormFault::new(Field::Mobile.key(), sentence));
        }
        if faults.is_empty() {
            Ok(mapping)
        } else {
            Err(faults)
        }
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

impl SourceChoice {
    /// A column alone.
    pub fn column(column: Option<usize>) -> SourceChoice {
        SourceChoice {
            column,
            ..SourceChoice::default()
        }
    }

    /// The source that was chosen; the sentence of what is wrong names the field, since it is read away from it too.
    fn parse(
        &self,
        field: Field,
        headers: usize,
        chosen: &Mapping,
    ) -> Result<Option<Source>, String> {
        let label = field.label();
        for column in self.column.into_iter().chain(self.joined) {
            if column >= headers {
                return Err(format!(
                    "{label}: the sheet has {headers} columns, and not this one. Choose one of them."
                ));
            }
            if let Some(other) = chosen.filled_by(column) {
                return Err(format!(
                    "{label}: this column already fills {}. Choose another column, or none.",
                    other.label()
                ));
            }
        }
        match (self.column, self.joined, trimmed(&self.value)) {
            (Some(first), Some(second), "") if first == second => Err(format!(
                "{label}: the same column is chosen twice. Choose another one to join, or none."
            )),
            (Some(first), Some(second), "") => Ok(Some(Source::Joined(first, second))),
            (Some(column), None, "") => Ok(Some(Source::Column(column))),
            (None, Some(_), _) => Err(format!(
                "{label}: a column is joined to none. Choose the first one too."
            )),
            (None, None, "") => Ok(None),
            (None, None, _) if field == Field::Mobile => Err(format!(
                "{label}: one number for all rows would call the same person each time. Choose a column."
            )),
            (None, None, value) => Ok(Some(Source::Value(value.to_owned()))),
            (Some(_), ..) => Err(format!(
                "{label}: there is a column and one value for all rows. Keep one of the two."
            )),
        }
    }
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

impl TryFrom<Written> for Mapping {
    type Error = SharedColumn;
    fn try_from(written: Written) -> Result<Mapping, SharedColumn> {
        let mut mapping = Mapping {
            genders: written.genders,
            ..Mapping::default()
        };
        for (field, source) in written.sources {
            if source
                .columns()
                .any(|column| mapping.filled_by(column).is_some())
            {
                return Err(SharedColumn);
            }
            mapping.sources[field.index()] = Some(source);
        }
        Ok(mapping)
    }
}

impl From<Mapping> for Written {
    fn from(mapping: Mapping) -> Written {
        let sources = Field::ALL
            .into_iter()
            .zip(mapping.sources)
            .filter_map(|(field, source)| Some((field, source?)))
            .collect();
        Written {
            sources,
            genders: mapping.genders,
        }
    }
}

#[cfg(test)]
mod tests;
