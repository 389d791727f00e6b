//! What a person chose for a field.

use super::{Mapping, Source};
use crate::field::Field;
use crate::validate::text::trimmed;

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
                    "{label}: this column does not exist. Choose another."
                ));
            }
            if let Some(other) = chosen.filled_by(column) {
                return Err(format!(
                    "{label}: this column is already used for {}. Choose another, or none.",
                    other.label()
                ));
            }
        }
        if let Some(otherwise) = self.otherwise {
            return self.either(field, otherwise).map(Some);
        }
        match (self.column, self.joined, trimmed(&self.value)) {
            (Some(first), Some(second), "") if first == second => Err(format!(
                "{label}: the second column is the same as the first. Choose another, or none."
            )),
            (Some(first), Some(second), "") => Ok(Some(Source::Joined(first, second))),
            (Some(column), None, "") => Ok(Some(Source::Column(column))),
            (None, Some(_), _) => Err(format!("{label}: choose the first column too.")),
            (None, None, "") => Ok(None),
            (None, None, _) if field == Field::Mobile => Err(format!(
                "{label}: one number for all rows would call the same person each time. Choose a column."
            )),
            (None, None, value) => Ok(Some(Source::Value(value.to_owned()))),
            (Some(_), ..) => Err(format!("{label}: use a column or one value, not both.")),
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
                "{label}: only Mobile can use a second column where the first is empty. Choose none."
            )),
            (None, ..) => Err(format!("{label}: choose the first column too.")),
            (Some(first), None, "") if first == otherwise => Err(format!(
                "{label}: the second column is the same as the first. Choose another, or none."
            )),
            (Some(first), None, "") => Ok(Source::Either { first, otherwise }),
            (Some(_), ..) => Err(format!(
                "{label}: a column for empty cells cannot be combined with an added column or one value. Remove one of them."
            )),
        }
    }
}
