//! The fields of a lead, as the provider's documentation of `Details[]` lists them.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use crate::messages::fields;

/// One field of a lead.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    /// The person's name.
    Customer,
    /// The number to call.
    Mobile,
    /// The platform that the lead comes from.
    Platform,
    /// Free text that the provider echoes in every answer.
    Comments,
    /// A robot of this lead's own, instead of the task's.
    RobotId,
    /// `male` or `female`.
    Gender,
    /// The robot's first variable.
    ExtraA,
    /// The robot's second variable.
    ExtraB,
    /// The robot's third variable.
    ExtraC,
}

impl Field {
    /// Every field, in the order in which screens and templates show them.
    pub const ALL: [Field; 9] = [
        Field::Customer,
        Field::Mobile,
        Field::Platform,
        Field::Comments,
        Field::RobotId,
        Field::Gender,
        Field::ExtraA,
        Field::ExtraB,
        Field::ExtraC,
    ];

    /// The field's place in [`Field::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name used in forms, URLs and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The field with that [`key`](Field::key).
    pub fn from_key(key: &str) -> Option<Field> {
        key.parse().ok()
    }

    /// The name that people see.
    pub fn message(self) -> Message {
        match self {
            Field::Customer => fields::customer(),
            Field::Mobile => fields::mobile(),
            Field::Platform => fields::platform(),
            Field::Comments => fields::comments(),
            Field::RobotId => fields::robot(),
            Field::Gender => fields::gender(),
            Field::ExtraA => fields::extra_a(),
            Field::ExtraB => fields::extra_b(),
            Field::ExtraC => fields::extra_c(),
        }
    }

    /// The name that templates and files have, the same for whoever reads them; AIRudder's names for the variables of robots.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Customer => "Customer",
            Field::Mobile => "Mobile",
            Field::Platform => "Platform",
            Field::Comments => "Comments",
            Field::RobotId => "Robot",
            Field::Gender => "Gender",
            Field::ExtraA => "ExtraA",
            Field::ExtraB => "ExtraB",
            Field::ExtraC => "ExtraC",
        }
    }

    /// The longest value in characters, where the provider's documentation names one.
    pub const fn longest(self) -> Option<usize> {
        match self {
            Field::Platform => Some(20),
            Field::Customer | Field::Comments => Some(64),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_key_and_stands_at_its_index() {
        for (index, field) in Field::ALL.into_iter().enumerate() {
            assert_eq!(Field::from_key(field.key()), Some(field));
            assert_eq!(field.index(), index);
        }
    }
}
