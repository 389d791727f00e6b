//! What a person chose for a field.

use super::{Mapping, Source};
use crate::field::Field;
use crate::messages::form_problems;
use crate::validate::text::trimmed;
use localization::Message;

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
    ) -> Result<Option<Source>, Message> {
        let name = field.message();
        for column in self.columns() {
            if column >= headers {
                return Err(form_problems::no_such_column(name));
            }
            if let Some(other) = chosen.filled_by(column) {
                return Err(form_problems::column_in_use(name, other.message()));
            }
        }
        if let Some(otherwise) = self.otherwise {
            return self.either(field, otherwise).map(Some);
        }
        match (self.column, self.joined, trimmed(&self.value)) {
            (Some(first), Some(second), "") if first == second => {
                Err(form_problems::same_column(name))
            }
            (Some(first), Some(second), "") => Ok(Some(Source::Joined(first, second))),
            (Some(column), None, "") => Ok(Some(Source::Column(column))),
            (None, Some(_), _) => Err(form_problems::first_column(name)),
            (None, None, "") => Ok(None),
            (None, None, _) if field == Field::Mobile => Err(form_problems::one_number(name)),
            (None, None, value) => Ok(Some(Source::Value(value.to_owned()))),
            (Some(_), ..) => Err(form_problems::column_and_value(name)),
        }
    }

    pub(super) fn columns(&self) -> impl Iterator<Item = usize> + use<> {
        [self.column, self.joined, self.otherwise]
            .into_iter()
            .flatten()
    }

    /// A column and the one for the rows where it is empty.
    fn either(&self, field: Field, otherwise: usize) -> Result<Source, Message> {
        let name = field.message();
        match (self.column, self.joined, trimmed(&self.value)) {
            _ if field != Field::Mobile => Err(form_problems::only_mobile(name)),
            (None, ..) => Err(form_problems::first_column(name)),
            (Some(first), None, "") if first == otherwise => Err(form_problems::same_column(name)),
            (Some(first), None, "") => Ok(Source::Either { first, otherwise }),
            (Some(_), ..) => Err(form_problems::fallback_alone(name)),
        }
    }
}
