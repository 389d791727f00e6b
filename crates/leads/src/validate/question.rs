//! What a person is asked of a list before anything of it is ready.

use serde::{Deserialize, Serialize};

use crate::field::Field;

/// One question of the columns. It is asked once for the list, and kept with the mapping; it holds no cells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Question {
    /// Which column fills the field. While it is open, nothing fills it.
    Column {
        /// The field: Mobile, Customer or Platform.
        field: Field,
        /// The columns that may be meant, from 0, the likeliest first.
        candidates: Vec<usize>,
    },
    /// The robot says variables, and the list fills none of them.
    Variables {
        /// The variables' fields, in the robot's order.
        fields: Vec<Field>,
        /// Columns with a similar name, from 0: proposals, never taken without a word.
        near: Vec<(Field, usize)>,
    },
}

impl Question {
    /// The fields that the question is about.
    pub fn fields(&self) -> &[Field] {
        match self {
            Question::Column { field, .. } => std::slice::from_ref(field),
            Question::Variables { fields, .. } => fields,
        }
    }

    /// The field at which every row says that the question is open.
    pub fn stands_at(&self) -> Option<Field> {
        self.fields().first().copied()
    }
}
