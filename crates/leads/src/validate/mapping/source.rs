//! What fills one field.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::validate::text::trimmed;

/// What fills a field. StoredMapping down as `1`, `[0,2]`, `{"first":2,"otherwise":3}` or `"DIDI"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Source {
    /// A column, from 0.
    Column(usize),
    /// Two columns with a blank between, such as first and last name.
    Joined(usize, usize),
    /// A column, and another one for the rows where it is empty.
    Either {
        /// The column that goes before.
        first: usize,
        /// The column for the rows where it is empty.
        otherwise: usize,
    },
    /// The same for all rows.
    Value(String),
}

impl Source {
    /// The columns that it reads.
    pub fn columns(&self) -> impl Iterator<Item = usize> + use<> {
        let (first, second) = match self {
            Source::Column(column) => (Some(*column), None),
            Source::Joined(first, second) => (Some(*first), Some(*second)),
            Source::Either { first, otherwise } => (Some(*first), Some(*otherwise)),
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
            Source::Either { first, otherwise } => match cell(*first) {
                empty if trimmed(empty).is_empty() => Cow::Borrowed(cell(*otherwise)),
                text => Cow::Borrowed(text),
            },
            Source::Value(value) => Cow::Borrowed(value),
        }
    }
}
