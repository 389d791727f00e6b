//! The view of the columns of a draft's file.

use localization::Message;

use super::{Moment, RobotVariable};
use crate::field::Field;
use crate::validate::{ColumnPart, ColumnUse, Mapping, field_name};

/// The columns of a draft's file, and what each is for.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnsView {
    /// The draft's id.
    pub id: String,
    /// Counts every change of the draft: a form says which it was made for.
    pub version: i64,
    /// What the draft is called.
    pub title: Message,
    /// The file's name.
    pub file_name: String,
    /// The file's headers, in its order.
    pub headers: Vec<String>,
    /// What the first rows hold, by the column: at most three values each.
    pub samples: Vec<Vec<String>>,
    /// How the columns are matched.
    pub mapping: Mapping,
    /// The variables of the robot, which says them.
    pub variables: Vec<RobotVariable>,
    /// When the columns were matched in this way before, where that was remembered.
    pub remembered: Option<Moment>,
    /// The task it has become, if it was submitted.
    pub task: Option<String>,
}

impl ColumnsView {
    /// Whether the robot says the field.
    pub fn is_said(&self, field: Field) -> bool {
        self.variables
            .iter()
            .any(|variable| variable.field == field)
    }

    /// Whether leads are nothing without the field: the number is called, and the robot says its variables.
    pub fn is_needed(&self, field: Field) -> bool {
        field == Field::Mobile || self.is_said(field)
    }

    /// What people call the field.
    pub fn name(&self, field: Field) -> Message {
        field_name(field, &self.variables)
    }

    /// The fields that the robot says, in its order; those of every lead, the number first; and the second columns that a field can
    /// have.
    pub fn uses(&self) -> [Vec<ColumnUse>; 3] {
        let said: Vec<Field> = self
            .variables
            .iter()
            .map(|variable| variable.field)
            .collect();
        let mut others: Vec<Field> = Field::ALL
            .into_iter()
            .filter(|field| !self.is_said(*field))
            .collect();
        others.sort_by_key(|field| *field != Field::Mobile);
        let fields = said.iter().chain(&others);
        let seconds = fields.filter_map(|field| {
            let part = ColumnPart::second_of(*field)?;
            Some(ColumnUse {
                field: *field,
                part,
            })
        });
        let seconds = seconds.collect();
        let first = |fields: Vec<Field>| fields.into_iter().map(ColumnUse::first).collect();
        [first(said), first(others), seconds]
    }
}
