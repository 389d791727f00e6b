//! Views of robots.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::Moment;
use crate::field::Field;
use crate::messages::robot_modes;
use crate::results::meaning::Meaning;

/// How a robot dials.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RobotMode {
    /// One robot.
    Single,
    /// A group of robots.
    Group,
}

impl RobotMode {
    /// The provider's word, also used in URLs and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The mode of that [`key`](RobotMode::key).
    pub fn from_key(key: &str) -> Option<RobotMode> {
        key.parse().ok()
    }

    /// The word that people see.
    pub fn label(self) -> Message {
        match self {
            RobotMode::Single => robot_modes::single(),
            RobotMode::Group => robot_modes::group(),
        }
    }
}

/// A variable of a robot: what one of the extra fields means to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RobotVariable {
    /// `ExtraA`, `ExtraB` or `ExtraC`.
    pub field: Field,
    /// The robot's own name for it.
    pub name: String,
    /// What the provider says of it.
    pub description: Option<String>,
}

/// A robot in a list or a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RobotRow {
    /// The provider's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How it dials; `None` when the provider uses a word that we do not know.
    pub mode: Option<RobotMode>,
    /// The language it speaks, as the provider tells it: mostly a tag ([`crate::named_language`]).
    pub language: Option<String>,
    /// Its variables, as far as known.
    pub variables: Vec<RobotVariable>,
    /// What it says, or the beginning of it; `None` where that is not known.
    pub says: Option<String>,
}

/// The list of robots.
#[derive(Clone, Debug, PartialEq)]
pub struct RobotListView {
    /// The robots that match the search.
    pub robots: Vec<RobotRow>,
    /// How many the account has.
    pub total: usize,
    /// When the provider last told the list.
    pub as_of: Option<Moment>,
    /// Why the list is not fresh, if it is not.
    pub notice: Option<Message>,
}

/// What the results of a robot mean, as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RobotResultsView {
    /// The robot's id.
    pub robot: String,
    /// Its name.
    pub robot_name: String,
    /// The results in their order.
    pub results: Vec<Meaning>,
    /// Letters that calls of the robot have had and that have no name yet.
    pub unnamed: Vec<String>,
    /// The version that this is; 0 where nothing was ever named. Whoever saves says which one was changed.
    pub version: u32,
    /// Who changed it last, and when; `None` where it is what AIRudder tells of the robot.
    pub changed: Option<(String, Moment)>,
    /// Whether the person may change it.
    pub may_change: bool,
}

/// One robot.
#[derive(Clone, Debug, PartialEq)]
pub struct RobotView {
    /// What the list tells.
    pub robot: RobotRow,
    /// What it says, where told.
    pub script: Option<String>,
    /// What the letters of results mean to it.
    pub results: RobotResultsView,
    /// Every other field the provider tells, with its name in words.
    pub facts: Vec<(localization::Message, localization::Message)>,
    /// When the provider last told them.
    pub as_of: Option<Moment>,
    /// Why they are not fresh, if they are not.
    pub notice: Option<Message>,
}
