//! What a person wrote in place of what the sheet says.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::field::Field;

/// The fields of a lead that were fixed, with what counts now. The cells of the sheet stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Edits(BTreeMap<Field, String>);

impl Edits {
    /// What was written into the field; may be empty on purpose.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }

    /// Writes into the field; `None` takes back what was written.
    pub fn set(&mut self, field: Field, text: Option<String>) {
        match text {
            Some(text) => self.0.insert(field, text),
            None => self.0.remove(&field),
        };
    }

    /// Whether everything is as in the sheet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was written, field by field.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    /// The same with nothing in place of each text of which that holds: the sheet's own text stays covered.
    #[must_use]
    pub fn without(self, is_taken: impl Fn(&str) -> bool) -> Edits {
        let kept = self.0.into_iter();
        let kept = kept.map(|(field, text)| match is_taken(&text) {
            true => (field, String::new()),
            false => (field, text),
        });
        Edits(kept.collect())
    }

    /// The fields that were fixed.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.0.keys().copied()
    }
}

/// All that a person may change about a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadState {
    /// What was written into it.
    #[serde(default, rename = "mended", skip_serializing_if = "Edits::is_empty")]
    pub edits: Edits,
    /// Whether it was left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
}
