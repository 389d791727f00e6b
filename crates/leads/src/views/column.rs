//! A column of a list, by its header and by the field that it fills.

use localization::Message;

use super::RobotVariable;
use crate::field::Field;
use crate::messages::column_uses;

/// The header, or the place of its column (from 0) where the file gives it no name.
pub fn header_or_place(header: &str, column: usize) -> Message {
    match header.trim() {
        "" => column_uses::column(column + 1),
        _ => Message::verbatim(header),
    }
}

/// The header of that column (from 0), likewise.
pub fn header_at(headers: &[String], column: usize) -> Message {
    header_or_place(headers.get(column).map_or("", String::as_str), column)
}

/// A field, and what fills it.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnView {
    /// The field.
    pub field: Field,
    /// `Mobile`, or with the robot's own name: `Oferta (ExtraA)`.
    pub label: Message,
    /// The column in the file, from 0.
    pub column: Option<usize>,
    /// The column that is joined to it.
    pub joined: Option<usize>,
    /// The column that counts where the first is empty.
    pub otherwise: Option<usize>,
    /// One value for all rows.
    pub value: Option<String>,
}

/// [`ColumnView::label`] of a field, with the variable of the robot that it is.
pub fn column_label(field: Field, variable: Option<&RobotVariable>) -> Message {
    match variable {
        Some(variable) => column_uses::variable(field.message(), &variable.name),
        None => field.message(),
    }
}

impl ColumnView {
    /// Whether anything fills the field.
    pub const fn is_filled(&self) -> bool {
        self.column.is_some() || self.value.is_some()
    }
}
