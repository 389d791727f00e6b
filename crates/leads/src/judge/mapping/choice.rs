//! What a person chose for a field.

use super::{Mapping, Source};
use crate::field::Field;
use crate::judge::text::trimmed;

/// What a person chose for a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceChoice {
    /// A column, from 0.
    pub column: Option<usize>,
    /// A second column, to be joined to it.
    pub joined: Option<usize>,
    /// A second column for the rows where the first is empty: for the number only.
    pub otherwise: Option<usize>,
    /// One value for all rows; empty for none.
    pub value: String,
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
    pub(super) fn parse(
        &self,
        field: Field,
        headers: usize,
        chosen: &Mapping,
    ) -> Result<Option<Source>, String> {
        let label = field.label();
        for column in self.columns() {
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
        if let Some(otherwise) = self.otherwise {
            return self.either(field, otherwise).map(Some);
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

    pub(super) fn columns(&self) -> impl Iterator<Item = usize> + use<> {
        [self.column, self.joined, self.otherwise]
            .into_iter()
            .flatten()
    }

    /// A column and the one for the rows where it is empty.
    fn either(&self, field: Field, otherwise: usize) -> Result<Source, String> {
        let label = field.label();
        match (self.column, self.joined, trimmed(&self.value)) {
            _ if field != Field::Mobile => Err(format!(
                "{label}: only the number has a second column for rows whose first is empty. Take it out."
            )),
            (None, ..) => Err(format!(
                "{label}: there is a second column and no first. Choose the first one too."
            )),
            (Some(first), None, "") if first == otherwise => Err(format!(
                "{label}: the same column is chosen twice. Choose another one for the rows whose first is empty, or none."
            )),
            (Some(first), None, "") => Ok(Source::Either { first, otherwise }),
            (Some(_), ..) => Err(format!(
                "{label}: a second column goes with a first one alone. Take out what is joined to it, or the one value."
            )),
        }
    }
}
