//! Views of a test call: a person hears the robot on a number of their own.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::{FirstLead, LaunchRemedy, LaunchSetting, LineRow};
use crate::field::Field;

/// What a test is a test of, by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TestOf {
    /// A draft.
    Draft(String),
    /// A robot.
    Robot(String),
}

/// The page of a test call.
#[derive(Clone, Debug, PartialEq)]
pub struct TestCallView {
    /// The name of the draft or the robot.
    pub name: String,
    /// The person's number, where they have given one.
    pub own_number: Option<OwnNumber>,
    /// How it is called.
    pub settings: Vec<LaunchSetting>,
    /// What the robot says, as AIRudder tells it.
    pub script: Option<String>,
    /// The language that it says it in, as [`super::RobotRow`] has it.
    pub robot_language: Option<String>,
    /// What is said, and where it comes from.
    pub values: TestValues,
    /// Whether it can be called.
    pub state: TestState,
    /// The task that the draft has become: nothing of it is tested any more.
    pub task: Option<String>,
}

/// A number of a person's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnNumber {
    /// In E.164, as it is sent.
    pub number: String,
    /// For people: `+62 812 335 088`.
    pub in_groups: String,
}

/// Where the values come from that the robot says.
#[derive(Clone, Debug, PartialEq)]
pub enum TestValues {
    /// From a row of a draft.
    Row {
        /// The draft's id.
        draft: String,
        /// The version that the page is drawn for.
        version: i64,
        /// The row; `None` where none is called.
        lead: Option<FirstLead>,
        /// The robot's variables, each with its value.
        says: Vec<(String, String)>,
    },
    /// They are typed.
    Typed {
        /// The robot's id.
        robot: String,
        /// The line that is chosen.
        line: String,
        /// Lines to choose from.
        lines: Vec<LineRow>,
        /// What is typed.
        inputs: Vec<TestInput>,
    },
}

/// A value that is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct TestInput {
    /// The field that it fills.
    pub field: Field,
    /// What it is called.
    pub label: Message,
    /// What is said of it beside that.
    pub hint: Option<String>,
    /// What stands in it.
    pub value: String,
}

/// Whether a person can be called.
#[derive(Clone, Debug, PartialEq)]
pub enum TestState {
    /// By one press.
    Ready {
        /// The words of the button: `Call +62 812 335 088 now`.
        button: Message,
        /// The key of the submission: the same key again shows the same task.
        form_key: String,
        /// What must be known before people are called at night, where they are: it is confirmed by a tick of its own.
        night: Option<Message>,
    },
    /// Nobody knows the person's number.
    NoNumber,
    /// Not as things are.
    Blocked {
        /// Why, and what to do.
        reason: Message,
        /// Where that is done, where it is done in the draft.
        remedy: Option<LaunchRemedy>,
    },
}
