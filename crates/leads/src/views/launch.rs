//! The launch: the page on which a person confirms who is called, by what and when, before anybody is.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::{BreachView, CheckView, FormProblem, LeadFilter, Moment};
use crate::field::Field;
use crate::messages::launch;
use crate::second_person::LaunchStep;

/// The launch of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct LaunchView {
    /// The draft's id.
    pub id: String,
    /// The version that the page is drawn for.
    pub version: i64,
    /// The task's name as typed.
    pub name: String,
    /// The file's name.
    pub file_name: String,
    /// How it is called; empty where the settings have to be completed.
    pub settings: Vec<LaunchSetting>,
    /// That a holiday among the days of the calls might not be known, where the calling rule looks at holidays.
    pub unknown_holidays: Option<Message>,
    /// What becomes of the leads of the list: the counts add up to all of them.
    pub lines: Vec<LaunchLine>,
    /// That some of those called are in a recent task, where somebody has chosen so.
    pub called_again: Option<Message>,
    /// Leads of the list.
    pub all: u32,
    /// Leads that the check asked about, by batch.
    pub batches: Vec<u32>,
    /// How the batches follow each other, in words, where they do not start together.
    pub stagger: Option<Message>,
    /// The first lead that is called, where any is.
    pub first: Option<FirstLead>,
    /// The robot's script, where the provider tells one.
    pub script: Option<String>,
    /// The language that the robot speaks, as [`super::RobotRow`] has it.
    pub robot_language: Option<String>,
    /// What the robot says of a lead.
    pub says: Vec<SpokenView>,
    /// The last check, without the leads it refused.
    pub check: Option<CheckView>,
    /// What is wrong with the settings.
    pub problems: Vec<FormProblem>,
    /// Whether people can be called now.
    pub state: LaunchState,
    /// The task it has become, if it was submitted.
    pub task: Option<String>,
}

/// A setting on the launch.
#[derive(Clone, Debug, PartialEq)]
pub struct LaunchSetting {
    /// Which one.
    pub kind: SettingKind,
    /// Its value.
    pub value: Message,
}

/// Which setting is confirmed on the launch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingKind {
    /// Who calls.
    Robot,
    /// The SIP line.
    Line,
    /// When.
    When,
    /// How often AIRudder tries again.
    Redials,
    /// When what is left is stopped by itself.
    StopRule,
    /// Whether the calling rule is kept.
    CallingRule,
    /// When the rule ends the calls.
    CallsEnd,
}

impl SettingKind {
    /// What people call it.
    pub fn label(self) -> Message {
        match self {
            SettingKind::Robot => launch::robot(),
            SettingKind::Line => launch::line(),
            SettingKind::When => launch::when(),
            SettingKind::Redials => launch::redials(),
            SettingKind::StopRule => launch::stop_rule(),
            SettingKind::CallingRule => launch::calling_rule(),
            SettingKind::CallsEnd => launch::calls_end(),
        }
    }

    /// The words of the link that changes it. The element `hidden` is only read aloud.
    pub fn change(self) -> Message {
        match self {
            SettingKind::Robot => launch::change_robot(),
            SettingKind::Line => launch::change_line(),
            SettingKind::When => launch::change_when(),
            SettingKind::Redials => launch::change_redials(),
            SettingKind::StopRule => launch::change_stop_rule(),
            SettingKind::CallingRule => launch::change_calling_rule(),
            SettingKind::CallsEnd => launch::change_calls_end(),
        }
    }

    /// The `id` of the input that changes it, in the form of the task.
    pub const fn input(self) -> &'static str {
        match self {
            SettingKind::Robot => "robot",
            SettingKind::Line => "line",
            SettingKind::When | SettingKind::CallingRule | SettingKind::CallsEnd => "when",
            SettingKind::Redials => "redials",
            SettingKind::StopRule => "stop_percent",
        }
    }
}

/// What becomes of some leads of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct LaunchLine {
    /// How many leads.
    pub count: u32,
    /// What becomes of them: `19 have errors`.
    pub message: Message,
    /// The filter of the review that shows them.
    pub show: LeadFilter,
}

/// The lead whose values stand for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstLead {
    /// The row in the file.
    pub row: u32,
    /// The person's name as in the file; may be empty.
    pub customer: String,
}

/// A variable that the robot says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpokenView {
    /// The robot's name for it.
    pub name: String,
    /// The field that fills it.
    pub field: Field,
    /// Its value in the first lead that is called; may be empty.
    pub sample: String,
    /// Leads of the list in which it is empty.
    pub empty: u32,
}

/// Whether people can be called.
#[derive(Clone, Debug, PartialEq)]
pub enum LaunchState {
    /// They can, by one press.
    Ready(Box<ReadyView>),
    /// The check is running.
    Checking,
    /// They cannot.
    Blocked {
        /// Why, and what to do.
        reason: Message,
        /// Where that is done.
        remedy: LaunchRemedy,
    },
}

/// What the one button does.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyView {
    /// The heading: `Call 279 people?`
    pub question: Message,
    /// The words of the button: `Call 279 people now`; of that of a second person, who approves by it: `Approve and call 279 people now`.
    pub button: Message,
    /// When the check ended.
    pub checked: Moment,
    /// Until when it can be submitted without another one.
    pub good_until: Moment,
    /// Seconds until then.
    pub seconds_left: u32,
    /// The key of the submission: the same key again shows the same task.
    pub form_key: String,
    /// Whether AIRudder refused leads, which are left out.
    pub without_refused: bool,
    /// Which do-not-call lists are out of date, as a sentence.
    pub outdated_lists: Option<Message>,
    /// What must be known where people could be called outside of the calling rule.
    pub outside: Option<OutsideView>,
    /// Who may have them called, where the account asks for a second person.
    pub approval: Option<ApprovalView>,
}

/// That people could be called outside of the calling rule.
#[derive(Clone, Debug, PartialEq)]
pub struct OutsideView {
    /// What is wrong, and what is allowed next.
    pub breach: BreachView,
    /// The reason for going on that somebody gave, and their name: without one nobody is called.
    pub reason: Option<(String, String)>,
}

/// Where the account asks for a second person: what the reader can do, if they may launch, and who did what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalView {
    /// What the reader can do.
    pub step: LaunchStep,
    /// The names of those who had a hand in the draft, the first of them first.
    pub contributors: Vec<String>,
    /// Who approved exactly this, and when; nobody where no approval holds.
    pub approved: Option<(String, Moment)>,
    /// The hexadecimal digits of the digest of what goes out, which the forms send back.
    pub digest: String,
}

/// What helps where nobody can be called yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LaunchRemedy {
    /// Another check.
    CheckAgain,
    /// The form of the task.
    CompleteSettings,
    /// The review.
    Review,
}
