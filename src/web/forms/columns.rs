//! The form of the columns of a draft's file, as it is posted, and what is told of it.

use backend::drafts::Recounted;
use leads::views::{ColumnsView, header_at};
use leads::{ColumnChoices, ColumnUse, Field, LeadKind};
use localization::Message;

use crate::web::messages::columns as texts;

/// The form of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnsForm {
    /// The version of the draft that it was drawn for.
    pub version: i64,
    /// The address of the review that it was come from.
    pub back: String,
    /// What was chosen.
    pub choices: ColumnChoices,
}

impl ColumnsForm {
    /// The form of those names and values; names that it does not have are passed over, and so is what cannot be chosen.
    pub fn of<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> ColumnsForm {
        let mut form = ColumnsForm::default();
        for (name, value) in fields {
            match name {
                "version" => form.version = value.parse().unwrap_or_default(),
                "back" => value.clone_into(&mut form.back),
                _ => form.take(name, value),
            }
        }
        form
    }

    /// `column-3`, `field-mobile`, `value-platform`
    fn take(&mut self, name: &str, value: &str) {
        let Some((kind, of)) = name.split_once('-') else {
            return;
        };
        let choices = &mut self.choices;
        match (kind, Field::from_key(of)) {
            ("column", _) => {
                if let (Ok(column), Some(column_use)) = (of.parse(), ColumnUse::from_key(value)) {
                    choices.uses.insert(column, column_use);
                }
            }
            ("field", Some(field)) => {
                if let Ok(column) = value.parse() {
                    choices.at_fields.insert(field, column);
                }
            }
            ("value", Some(field)) if !value.is_empty() => {
                choices.values.insert(field, value.to_owned());
            }
            _ => {}
        }
    }
}

/// What is told once the columns are saved: how the counts changed, and which columns were replaced.
pub fn saved_in_words(recounted: Recounted, replaced: &[usize], view: &ColumnsView) -> Message {
    let mut sentences = vec![texts::saved(), counts_in_words(recounted)];
    if !replaced.is_empty() {
        let headers = replaced
            .iter()
            .map(|column| header_at(&view.headers, *column));
        let named = Message::list(headers.map(texts::quoted));
        sentences.push(texts::replaced(named));
    }
    Message::sentences(sentences)
}

/// `Ready: 120, before 0. Rows to fix: 3, before 123.`
fn counts_in_words(Recounted { before, after }: Recounted) -> Message {
    let changed = |kind: &LeadKind| before.of(*kind) != after.of(*kind);
    let counts: Vec<Message> = LeadKind::ALL
        .into_iter()
        .filter(changed)
        .map(|kind| texts::count_changed(after.of(kind), before.of(kind), kind.label()))
        .collect();
    match counts.is_empty() {
        true => texts::counts_unchanged(),
        false => Message::sentences(counts),
    }
}

#[cfg(test)]
mod tests {
    use leads::views::Tally;

    use super::*;

    #[test]
    fn what_is_no_choice_is_passed_over() {
        let fields = [
            ("version", "x"),
            ("back", "/drafts/7#leads"),
            ("column-0", "mobile"),
            ("column-1", ""),
            ("column-2", "nobody"),
            ("column-x", "mobile"),
            ("column--1", "mobile"),
            ("field-mobile", "x"),
            ("field-extra_a", "4"),
            ("field-nobody", "4"),
            ("value-platform", "DIDI"),
            ("value-customer", ""),
            ("draft", "7"),
        ];
        let form = ColumnsForm::of(fields);
        assert_eq!((form.version, form.back.as_str()), (0, "/drafts/7#leads"));
        let ColumnChoices {
            uses,
            at_fields,
            values,
        } = form.choices;
        assert_eq!(Vec::from_iter(uses), [(0, ColumnUse::first(Field::Mobile))]);
        assert_eq!(Vec::from_iter(at_fields), [(Field::ExtraA, 4)]);
        assert_eq!(
            Vec::from_iter(values),
            [(Field::Platform, "DIDI".to_owned())]
        );
    }

    #[test]
    fn only_the_counts_that_changed_are_told() {
        let before = Tally {
            ready: 0,
            to_fix: 1_230,
            warnings: 2,
            ..Tally::default()
        };
        let after = Tally {
            ready: 1_227,
            to_fix: 3,
            ..before
        };
        assert_eq!(
            counts_in_words(Recounted { before, after }).to_string(),
            "Ready: 1,227, before 0. Rows to fix: 3, before 1,230."
        );
        let same = Recounted {
            before,
            after: before,
        };
        assert_eq!(counts_in_words(same), texts::counts_unchanged());
    }
}
