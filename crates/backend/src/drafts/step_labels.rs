//! What the steps of a draft are that can be undone, told in the language of whoever looks.
//!
//! The English label is stored beside it: earlier versions have stored nothing else.

use leads::{BulkFix, Field};
use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::steps;
use crate::store::steps::{ERASED_LABEL, StepName};
use crate::stored_sentences::{with_number, with_words};

/// What a step is. It is stored as it is written here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// One cell.
    Cell { field: Field, row: u32 },
    /// So many cells at once.
    Cells(usize),
    /// A row was left out.
    LeaveOutRow(u32),
    /// A row was taken in again.
    IncludeRow(u32),
    /// One of several rows with the same number was kept.
    KeepRow(u32),
    /// So many leads were left out that AIRudder had refused.
    LeaveOutRefused(usize),
    /// A text was replaced in a field.
    Replace { field: Field, find: String },
    /// Rows were fixed in a file.
    FixedRows { file: String },
    /// A bulk fix by its key; how many leads it was offered for, and the calling code that it may have added.
    BulkFix {
        key: String,
        leads: u32,
        code: String,
    },
}

impl StepKind {
    /// What people read; `None` for a bulk fix that this version does not know.
    pub fn message(&self) -> Option<Message> {
        Some(match self {
            StepKind::Cell { field, row } => steps::cell(field.message(), *row),
            StepKind::Cells(cells) => steps::cells(*cells),
            StepKind::LeaveOutRow(row) => steps::leave_out_row(*row),
            StepKind::IncludeRow(row) => steps::include_row(*row),
            StepKind::KeepRow(row) => steps::keep_row(*row),
            StepKind::LeaveOutRefused(leads) => steps::leave_out_refused(*leads),
            StepKind::Replace { field, find } => steps::replace(field.message(), find),
            StepKind::FixedRows { file } => steps::fixed_rows(file),
            StepKind::BulkFix { key, leads, code } => {
                return BulkFix::from_key(key)?.label(*leads, code);
            }
        })
    }
}

/// What was stored of a step, as a message.
pub(super) fn read(stored: &StepName) -> Message {
    let kind = stored.what.as_ref();
    let kind = kind.and_then(|kind| StepKind::deserialize(&kind.0).ok());
    let message = kind.and_then(|kind| kind.message());
    message.unwrap_or_else(|| read_label(&stored.label))
}

/// The English label, as a message.
fn read_label(label: &str) -> Message {
    if label == ERASED_LABEL {
        return steps::erased();
    }
    let rows = [steps::leave_out_row, steps::include_row, steps::keep_row];
    let of_row = rows.into_iter().find_map(|of| with_number(of, label));
    let message = of_row
        .or_else(|| with_number(steps::cells, label))
        .or_else(|| with_number(steps::leave_out_refused, label))
        .or_else(|| with_words(|file| steps::fixed_rows(file), label))
        .or_else(|| of_field(label))
        .or_else(|| of_bulk_fix(label));
    message.unwrap_or_else(|| Message::verbatim(label))
}

fn of_field(label: &str) -> Option<Message> {
    Field::ALL.into_iter().find_map(|field| {
        let cell = with_number(|row| steps::cell(field.message(), row), label);
        let replace = || with_words(|find| steps::replace(field.message(), find), label);
        cell.or_else(replace)
    })
}

fn of_bulk_fix(label: &str) -> Option<Message> {
    // The code that was added, where one was: the digits behind the first `+`.
    let (_, behind) = label.split_once('+').unwrap_or_default();
    let code: String = behind.chars().take_while(char::is_ascii_digit).collect();
    BulkFix::all().find_map(|bulk_fix| {
        let of = |leads: u64| {
            let leads = u32::try_from(leads).unwrap_or(u32::MAX);
            bulk_fix.label(leads, &code)
        };
        of(1)?;
        with_number(
            |leads| of(leads).unwrap_or_else(|| Message::verbatim("")),
            label,
        )
    })
}

#[cfg(test)]
mod tests {
    use localization::Language;
    use serde_json::{Value, json};
    use sqlx::types::Json;

    use super::*;

    fn texts(message: &Message) -> [String; 4] {
        Language::ALL.map(|language| message.text(language))
    }

    fn stored(label: &str, what: Option<Value>) -> StepName {
        StepName {
            label: label.to_owned(),
            what: what.map(Json),
        }
    }

    fn bulk_fix(key: &str, leads: u32, code: &str) -> StepKind {
        StepKind::BulkFix {
            key: key.to_owned(),
            leads,
            code: code.to_owned(),
        }
    }

    fn one_of_each() -> Vec<StepKind> {
        vec![
            StepKind::Cell {
                field: Field::Mobile,
                row: 12_345,
            },
            StepKind::Cells(1),
            StepKind::Cells(2_310),
            StepKind::LeaveOutRow(4),
            StepKind::IncludeRow(7),
            StepKind::KeepRow(8),
            StepKind::LeaveOutRefused(2),
            StepKind::Replace {
                field: Field::Customer,
                find: "in row 5".to_owned(),
            },
            StepKind::FixedRows {
                file: "“A” in row 2.xlsx".to_owned(),
            },
            bulk_fix("write:mobile.lost_plus", 1, "62"),
            bulk_fix("write:mobile.country_code", 1_204, "62"),
            bulk_fix("leave_out:mobile.too_short", 12, "62"),
            bulk_fix("cut:comments.too_long", 1, "62"),
            bulk_fix("take_in:", 2, "62"),
        ]
    }

    #[test]
    fn a_step_is_told_in_the_language_of_the_reader() {
        for kind in one_of_each() {
            let told = kind.message().expect("a bulk fix that there is");
            let what = serde_json::to_value(&kind).unwrap();
            assert_eq!(texts(&read(&stored("", Some(what)))), texts(&told));
        }
    }

    #[test]
    fn so_is_one_of_which_only_the_english_label_is_stored() {
        for kind in one_of_each() {
            let told = kind.message().expect("a bulk fix that there is");
            let read = read(&stored(&told.to_string(), None));
            assert_eq!(texts(&read), texts(&told));
        }
        // All of them take a test too long.
        for bulk_fix in BulkFix::all().step_by(11) {
            let told = bulk_fix.label(3, "62").expect("a label");
            let read = read(&stored(&told.to_string(), None));
            assert_eq!(texts(&read), texts(&told));
        }
        let in_spanish = |label: &str, what| read(&stored(label, what)).text(Language::Spanish);
        assert_eq!(in_spanish("Mobile in row 5", None), "Celular en la fila 5");
        assert_eq!(in_spanish("Leave out 2 rows", None), "Leave out 2 rows");
        let of_a_later_version = Some(json!({"turn_round": 5}));
        assert_eq!(
            in_spanish("Mobile in row 5", of_a_later_version),
            "Celular en la fila 5"
        );
        let unknown = serde_json::to_value(bulk_fix("swap:mobile.dummy", 2, "")).unwrap();
        assert_eq!(in_spanish("Swap 2", Some(unknown)), "Swap 2");
    }

    /// As versions without `what` have stored those of [`one_of_each`].
    const STORED_LABELS: [&str; 14] = [
        "Mobile in row 12345",
        "1 cell",
        "2,310 cells",
        "Leave out row 4",
        "Include row 7",
        "Keep row 8",
        "Leave out 2 refused leads",
        "Replace “in row 5” in Customer",
        "Fixed rows from ““A” in row 2.xlsx”",
        "Add + to 1 number",
        "Add +62 to 1,204 numbers",
        "Leave out 12 rows (Mobile: too few digits)",
        "Shorten 1 comment to 64 characters",
        "Include 2 rows again",
    ];

    #[test]
    fn labels_of_versions_before_are_read_in_the_words_of_then() {
        for (label, kind) in STORED_LABELS.into_iter().zip(one_of_each()) {
            let told = kind.message().expect("a bulk fix that there is");
            assert_eq!(
                texts(&read(&stored(label, None))),
                texts(&told),
                "“{label}” is not understood any more. Steps in databases have nothing else: let `read_label` know the old words beside the \
                 new ones"
            );
        }
    }

    #[test]
    fn a_label_that_was_erased_says_so_in_the_language_of_the_reader() {
        let told = read(&stored(ERASED_LABEL, None));
        assert_eq!(told.text(Language::English), ERASED_LABEL);
        assert_ne!(told.text(Language::Spanish), ERASED_LABEL);
    }

    /// What is stored is written here, so that no other name of a kind takes its place.
    #[test]
    fn what_is_stored_stays_readable() {
        let stored: Vec<String> = one_of_each()
            .iter()
            .map(|kind| serde_json::to_string(kind).unwrap())
            .collect();
        assert_eq!(stored[0], r#"{"cell":{"field":"mobile","row":12345}}"#);
        assert_eq!(stored[2], r#"{"cells":2310}"#);
        assert_eq!(
            stored[9],
            r#"{"bulk_fix":{"key":"write:mobile.lost_plus","leads":1,"code":"62"}}"#
        );
    }
}
