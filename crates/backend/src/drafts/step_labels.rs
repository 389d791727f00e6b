//! What the steps of a draft are called that can be undone: stored in English, told in the language of whoever looks.

use leads::Field;
use localization::Message;

use crate::messages::steps;
use crate::stored_sentences::{with_number, with_words};

/// The label that was stored, as a message. That of a fix of a whole group stays as it is.
pub(super) fn read(stored: &str) -> Message {
    let rows = [steps::leave_out_row, steps::include_row, steps::keep_row];
    let of_row = rows.into_iter().find_map(|of| with_number(of, stored));
    let label = of_row
        .or_else(|| with_number(steps::cells, stored))
        .or_else(|| with_number(steps::leave_out_refused, stored))
        .or_else(|| with_words(|file| steps::fixed_rows(file), stored))
        .or_else(|| of_field(stored));
    label.unwrap_or_else(|| Message::verbatim(stored))
}

fn of_field(stored: &str) -> Option<Message> {
    Field::ALL.into_iter().find_map(|field| {
        let cell = with_number(|row| steps::cell(field.message(), row), stored);
        let replace = || with_words(|find| steps::replace(field.message(), find), stored);
        cell.or_else(replace)
    })
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn a_label_is_told_in_the_language_of_the_reader() {
        for label in [
            steps::cell(Field::Mobile.message(), 12_345_u64),
            steps::cells(1_u64),
            steps::cells(2_310_u64),
            steps::include_row(7_u64),
            steps::leave_out_refused(2_u64),
            steps::replace(Field::Customer.message(), "in row 5"),
            steps::fixed_rows("“A” in row 2.xlsx"),
        ] {
            let read = read(&label.to_string());
            assert_eq!(
                Language::ALL.map(|language| read.text(language)),
                Language::ALL.map(|language| label.text(language))
            );
        }
        let told = read("Mobile in row 5").text(Language::Spanish);
        assert_eq!(told, "Celular en la fila 5");
        assert_eq!(read("Add + to 3 numbers").to_string(), "Add + to 3 numbers");
    }
}
