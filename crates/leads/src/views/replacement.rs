//! The view of what a replacement of a text would do.

use localization::Message;

use super::{ColumnView, FormProblem};

/// What replacing a text in all cells of a field would do.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplacementView {
    /// The draft's id.
    pub id: String,
    /// Counts every change of the draft: what is confirmed is what was shown.
    pub version: i64,
    /// What the draft is called.
    pub title: Message,
    /// The fields to choose from.
    pub fields: Vec<ColumnView>,
    /// What the chosen field is called.
    pub name: Message,
    /// Its cells: one in each row.
    pub all: u32,
    /// Those that hold the text.
    pub found: u32,
    /// Those that would be changed.
    pub changed: u32,
    /// The first of them.
    pub first: Vec<ReplacedCell>,
    /// Why nothing can be replaced.
    pub problems: Vec<FormProblem>,
    /// The task it has become, if it was submitted.
    pub task: Option<String>,
}

/// A cell before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplacedCell {
    /// The row in the file.
    pub row: u32,
    /// An excerpt of its text, with the place that changes.
    pub before: String,
    /// The same, changed.
    pub after: String,
}
