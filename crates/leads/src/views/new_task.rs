//! The view of the form of a new task.

use localization::Message;

use super::{
    BreachView, ColumnView, FormProblem, LineRow, RobotRow, SheetView, Tally, TaskForm, ZoneLabel,
};
use crate::problem_groups::ProblemGroup;

/// The form of a new task.
#[derive(Clone, Debug, PartialEq)]
pub struct NewTaskView {
    /// The draft that the form saves: a new id, or the draft that is being changed.
    pub draft: String,
    /// The version that the form is drawn for; 0 for a new draft.
    pub version: i64,
    /// The values to show.
    pub form: TaskForm,
    /// What has to be fixed; empty on a first visit.
    pub problems: Vec<FormProblem>,
    /// The list that is already stored, if one is.
    pub list: Option<KeptList>,
    /// The task whose settings the form has, as id and name.
    pub like: Option<(String, String)>,
    /// Robots to choose from, those used last first.
    pub robots: Vec<RobotRow>,
    /// How many of them, from the first on, the account's last tasks were called by.
    pub robots_used: usize,
    /// Lines to choose from.
    pub lines: Vec<LineRow>,
    /// What may be chosen of when to call.
    pub when: WhenView,
    /// Whether the do-not-call pool may be used.
    pub dnc_arranged: bool,
    /// Whether leads without a note get a reference when they are sent.
    pub fills_notes: bool,
    /// Batches that the list is sent in.
    pub batches: u32,
    /// Characters that the task name may have.
    pub max_name_length: usize,
    /// The calling rule of the account, in words.
    pub rule: Message,
    /// Whether that asks what the list is for.
    pub needs_purpose: bool,
    /// What must be known where the form has people called outside of it.
    pub outside: Option<BreachView>,
    /// That a holiday among the days of the calls might not be known, where the rule looks at holidays.
    pub unknown_holidays: Option<Message>,
    /// Why the robots are not fresh, if they are not.
    pub notice: Option<Message>,
}

/// A list that is kept with its draft, as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptList {
    /// The file.
    pub sheet: SheetView,
    /// Its headers.
    pub headers: Vec<String>,
    /// What fills each field.
    pub columns: Vec<ColumnView>,
    /// Leads by kind.
    pub tally: Tally,
    /// What most leads have to be fixed or looked at for.
    pub problems: Vec<ProblemGroup>,
    /// Questions that wait on the review.
    pub questions: u32,
    /// Whether nothing of the list is in the way of a check.
    pub can_be_checked: bool,
}

/// What may be chosen of when to call.
#[derive(Clone, Debug, PartialEq)]
pub struct WhenView {
    /// The choices.
    pub choices: Vec<WhenChoice>,
    /// What was chosen, in words; `None` where it is no time yet.
    pub in_words: Option<Message>,
    /// The days on which calls may start and end: what is posted, and what people see.
    pub days: Vec<(String, Message)>,
    /// The times of day that may be chosen: what is posted, and what people see.
    pub times: Vec<(String, Message)>,
    /// The latest end: `Tue 1 Dec, 21:20`.
    pub latest: Message,
    /// The account's zone and offset.
    pub zone: ZoneLabel,
}

/// One of the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct WhenChoice {
    /// What is posted.
    pub key: String,
    /// Its words.
    pub label: Message,
    /// The hours that it means now, where it has some.
    pub hours: Option<Message>,
    /// Whether it is chosen.
    pub is_chosen: bool,
}
