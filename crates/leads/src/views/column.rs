//! A column of a list, by its header and by the field that it fills.

use localization::Message;

use super::RobotVariable;
use crate::field::Field;
use crate::messages::column_uses;

/// What is stored as the header of a column of a list without headers, by its place from 0. People read it in their language:
/// [`header_or_place`].
pub fn header_of_place(column: usize) -> String {
    format!("Column {}", column + 1)
}

/// The header, or the place of its column (from 0) where the file gives it no name.
pub fn header_or_place(header: &str, column: usize) -> Message {
    let trimmed = header.trim();
    match trimmed.is_empty() || trimmed == header_of_place(column) {
        true => column_uses::column(column + 1),
        false => Message::verbatim(header),
    }
}

/// The header as it stands in a file for people: a column without one stays so.
pub fn header_in_file(header: &str, column: usize) -> Message {
    match header.trim() {
        "" => Message::verbatim(header),
        _ => header_or_place(header, column),
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

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn a_column_without_a_name_is_told_by_its_place_in_the_language_of_the_reader() {
        let told = |header: &str| header_or_place(header, 1).text(Language::Spanish);
        assert_eq!(told(&header_of_place(1)), "Columna 2");
        assert_eq!(told(" "), "Columna 2");
        assert_eq!(told("Teléfono"), "Teléfono");
        // Somebody has named it so: it is at another place.
        assert_eq!(told("Column 7"), "Column 7");
        let in_file = |header: &str| header_in_file(header, 1).text(Language::Spanish);
        assert_eq!(
            [in_file(&header_of_place(1)), in_file("")],
            ["Columna 2", ""]
        );
    }
}
