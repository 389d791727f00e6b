//! Views of the list of a task, once it was submitted.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::LeadFilter;

/// A page of the rows of a task's list, whatever became of them. Numbers are masked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRowsView {
    /// The task's id.
    pub task: String,
    /// Its name.
    pub name: String,
    /// Leads that were sent, once any were.
    pub sent: Option<u32>,
    /// Which rows are asked for.
    pub show: LeadFilter,
    /// Where the page begins: behind so many of them.
    pub from: u32,
    /// How many there are.
    pub matched: u32,
    /// Headers of the list's columns that are shown.
    pub headers: Vec<Message>,
    /// The rows of the page.
    pub rows: Vec<ListRow>,
    /// Why there are none any more, where they were deleted.
    pub gone: Option<localization::Message>,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRow {
    /// Its place in the list.
    pub row: u32,
    /// The person's name.
    pub customer: String,
    /// The last digits of the number, or its cell, masked, where that is no number.
    pub number: String,
    /// The cells of the columns that are shown.
    pub cells: Vec<String>,
    /// What became of it, as sentences.
    pub why: Vec<String>,
}
