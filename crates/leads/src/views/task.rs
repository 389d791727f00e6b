//! Views of tasks: the history, and one task.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::{
    BreachView, ChainView, ComparedTask, Moment, RefusedLead, ResultsView, StopView, StoppingView,
    TaskRetention, TestOf, ZoneLabel,
};
use crate::results::rate::Rate;
use crate::second_person::SomebodyElseFor;
use crate::states::{Attention, BatchState, FailedCancels, TaskState, Tone};

/// What costs to be counted is counted up to this number; people see `10,000+` where there is more.
pub const MAX_COUNTED: u32 = 10_000;

/// What the history is asked for; it is the query of its URL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskQuery {
    /// Words in the name, the robot, the person, the line, the file, the provider's names and ids.
    pub q: String,
    /// A [`TaskState`] key, [`TaskQuery::NEEDS_ATTENTION`], [`TaskQuery::TESTS`], or empty.
    pub state: String,
    /// [`TaskQuery::MINE`], the id of a person, or empty for everybody.
    pub by: String,
    /// The id of a robot, or empty.
    pub robot: String,
    /// A key of [`crate::periods`], or empty for all time.
    pub period: String,
    /// [`TaskQuery::AS_WORDS`] where what looks like a phone number is not to be looked for as one.
    pub search: String,
    /// The cursor of an older page, or empty.
    pub before: String,
}

impl TaskQuery {
    /// The state that stands for all that somebody should look at.
    pub const NEEDS_ATTENTION: &str = "needs_attention";
    /// The state that stands for calls of people's own numbers: no other shows them.
    pub const TESTS: &str = "tests";
    /// The person that stands for the caller.
    pub const MINE: &str = "me";
    /// The search in which digits are words.
    pub const AS_WORDS: &str = "words";

    /// All tasks that somebody should look at.
    pub fn needing_attention() -> TaskQuery {
        TaskQuery {
            state: TaskQuery::NEEDS_ATTENTION.to_owned(),
            ..TaskQuery::default()
        }
    }
}

/// A task in the history.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskRow {
    /// Its id.
    pub id: String,
    /// The name as typed.
    pub name: String,
    /// The robot's name.
    pub robot: String,
    /// What its batches add up to; `None` where what is stored of it cannot be read.
    pub state: Option<TaskState>,
    /// Whether the sandbox stood in for AIRudder: nobody was really called.
    pub sandbox: bool,
    /// Whether it called its person's own number.
    pub is_test: bool,
    /// Leads submitted.
    pub leads: u32,
    /// Batches.
    pub batches: u32,
    /// What is known of its calls.
    pub calls: Option<CallsView>,
    /// When it calls: the window, or the moment at which it was submitted to call at once.
    pub when: Message,
    /// Who submitted it.
    pub by: String,
    /// Why somebody should look at it, and what to do; nothing where nobody should, or somebody has marked it as done.
    pub attention: Option<Attention>,
}

/// A task in which a number that was searched for was to be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberMatch {
    /// The task.
    pub task: String,
    /// Its name.
    pub name: String,
    /// When it was submitted.
    pub at: Moment,
    /// The number, masked to its last four digits.
    pub number: String,
    /// The lead's row in the list.
    pub row: u32,
    /// Whom the list names.
    pub customer: String,
    /// What became of its batch.
    pub state: BatchState,
    /// Whether the sandbox stood in for AIRudder: nobody was really called.
    pub sandbox: bool,
    /// Whether somebody called a number of their own.
    pub is_test: bool,
    /// AIRudder's words where it refused the lead.
    pub refusal: Option<String>,
    /// AIRudder's word for the state of the batch, when it was last asked.
    pub provider_status: Option<String>,
}

/// What a search for a number has found, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberMatches {
    /// The tasks.
    pub matches: Vec<NumberMatch>,
    /// Whether there are older ones that are not shown.
    pub more: bool,
}

/// A page of the history, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskListView {
    /// The tasks.
    pub tasks: Vec<TaskRow>,
    /// In their place, where a number was searched for: the tasks with that number.
    pub numbers: Option<NumberMatches>,
    /// The robots by which the list can be filtered: id and name.
    pub robots: Vec<(String, String)>,
    /// The other people by whom: id and name.
    pub people: Vec<(String, String)>,
    /// The periods: key and label.
    pub periods: Vec<(String, Message)>,
    /// Why nothing is found, where more was typed into the search than it takes.
    pub search_problem: Option<Message>,
    /// The cursor of the next older page.
    pub next: Option<String>,
    /// When the oldest task was submitted that a search has looked at, where it stopped before the page was full: it goes on from
    /// there on the next page.
    pub searched_back_to: Option<Moment>,
    /// Tasks of the account in all, filters aside.
    pub total: u32,
    /// Tasks that need attention; not counted beyond [`MAX_COUNTED`] and one.
    pub needs_attention: u32,
    /// Open drafts; not counted beyond [`MAX_COUNTED`] and one.
    pub drafts: u32,
    /// For administrators, a sentence for each year whose holidays are missing, on which the rule allows no calls.
    pub missing_holidays: Vec<Message>,
    /// The account's zone and offset.
    pub zone: ZoneLabel,
}

/// What the provider tells of calls, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallsView {
    /// Leads that the provider tells of.
    pub total: u32,
    /// Those that were dialled; not told where they were counted by an older version.
    #[serde(default)]
    pub dialled: Option<u32>,
    /// Calls that have ended.
    pub ended: u32,
    /// Calls that a person answered: the provider gives a result letter.
    pub reached: u32,
    /// Calls by the provider's word for their state.
    pub by_status: Vec<(String, u32)>,
    /// Ended calls by the robot's result letter.
    pub by_intention: Vec<(String, u32)>,
}

impl CallsView {
    /// Reached of the dialled leads; of all of them where nobody has counted those.
    pub fn reach_rate(&self) -> Rate {
        Rate {
            part: self.reached.into(),
            base: self.dialled.unwrap_or(self.total).into(),
        }
    }

    /// Whether any call is under way or has ended.
    pub fn has_started(&self) -> bool {
        match self.dialled {
            Some(dialled) => self.ended > 0 || dialled > 0,
            // As an older version counted.
            None => self.ended > 0 || self.by_status.iter().any(|(status, _)| status != "pending"),
        }
    }

    /// Adds the calls of another batch.
    pub fn add(&mut self, other: &CallsView) {
        self.dialled = match (self.total, self.dialled, other.dialled) {
            (0, _, others) => others,
            (_, dialled, others) => dialled
                .zip(others)
                .map(|(dialled, others)| dialled + others),
        };
        self.total += other.total;
        self.ended += other.ended;
        self.reached += other.reached;
        add_counts(&mut self.by_status, &other.by_status);
        add_counts(&mut self.by_intention, &other.by_intention);
    }
}

fn add_counts(counts: &mut Vec<(String, u32)>, others: &[(String, u32)]) {
    for (word, count) in others {
        match counts.iter_mut().find(|(known, _)| known == word) {
            Some((_, known)) => *known += count,
            None => counts.push((word.clone(), *count)),
        }
    }
}

/// One batch of a task.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchView {
    /// From 1.
    pub number: u32,
    /// Its state.
    pub state: BatchState,
    /// Its name at AIRudder.
    pub provider_name: String,
    /// AIRudder's id of it.
    pub provider_id: Option<String>,
    /// Searches of AIRudder’s list that have not found it, since it became unknown last.
    pub searches: u32,
    /// When it is searched for next, where it is.
    pub next_search: Option<Moment>,
    /// Leads sent.
    pub leads: u32,
    /// The row of the first of them.
    pub first_row: u32,
    /// When it will be sent, where it waits for a time to come.
    pub sent_at: Option<Moment>,
    /// Whether the hour at which its calls were to start is over: then it cannot be sent any more.
    pub start_has_passed: bool,
    /// What a person must know who sends it again now, where people could be called outside of the calling rule.
    pub outside: Option<BreachView>,
    /// When its people may be called next, or that AIRudder does not plan as far ahead, where they may not be now.
    pub allowed_next: Option<Message>,
    /// What asks that somebody else than the reader sends it again, where something does.
    pub needs_somebody_else: Option<SomebodyElseFor>,
    /// The provider's words, or what went wrong.
    pub words: Option<Message>,
    /// The provider's word for its state, when it was last asked.
    pub provider_status: Option<String>,
    /// What the provider tells of its calls.
    pub calls: Option<CallsView>,
    /// When the provider was last asked.
    pub asked: Option<Moment>,
    /// The request to AIRudder to stop it, where there is one.
    pub stop: Option<StopView>,
    /// Whether it can be stopped at AIRudder, or stopping it asked for again.
    pub can_be_stopped: bool,
    /// Leads of it whose calls are not over, as far as AIRudder has told.
    pub open: u32,
    /// Calls of it that were under way when AIRudder last told.
    pub under_way: u32,
}

/// One line of a task's history.
#[derive(Clone, Debug, PartialEq)]
pub struct EventView {
    /// When.
    pub at: Moment,
    /// The person, or `Coxswain`.
    pub by: String,
    /// What happened.
    pub sentence: Message,
    /// The tone of its dot.
    pub tone: Tone,
}

/// The way back from a task that was refused, or created in part.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUpView {
    /// What happened to people: whom AIRudder refused, and who is called.
    pub happened: Message,
    /// Leads that are not called and that AIRudder did not refuse by themselves.
    pub others: u32,
    /// Leads that AIRudder refused by themselves.
    pub refused: u32,
    /// Whether some of its leads are called.
    pub is_partly_called: bool,
    /// Whether a batch may still be created: it has to be decided first.
    pub is_undecided: bool,
    /// The tasks that follow it already, id and name.
    pub followed_by: Vec<(String, String)>,
}

/// One task.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskView {
    /// Its id.
    pub id: String,
    /// The name as typed.
    pub name: String,
    /// What its batches add up to.
    pub state: TaskState,
    /// Whether the sandbox stood in for AIRudder: nobody was really called.
    pub sandbox: bool,
    /// What it was a test of, where it called its person's own number.
    pub test: Option<TestOf>,
    /// Leads submitted.
    pub leads: u32,
    /// Why somebody should look at it for its state, and what to do; nothing where nobody should, or somebody has marked it as done.
    pub attention: Option<Attention>,
    /// Numbers that AIRudder has not cancelled; none where somebody has marked the task as done.
    pub failed_cancels: FailedCancels,
    /// Who marked it as done and when, where it needs attention and somebody has.
    pub done: Option<(String, Moment)>,
    /// What happens next, as far as it goes as planned: who is called, and when.
    pub next: Message,
    /// Who submitted it.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Who approved it as a second person, and when.
    pub approved: Option<(String, Moment)>,
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of the file, in hexadecimal.
    pub file_digest: String,
    /// What was sent, as label and value.
    pub facts: Vec<(Message, Message)>,
    /// Its batches.
    pub batches: Vec<BatchView>,
    /// What came of its calls; nothing before AIRudder has created a batch.
    pub results: Option<ResultsView>,
    /// The task whose settings it began with, once that has calls.
    pub compared: Option<ComparedTask>,
    /// The follow-ups of calls that it belongs with; `None` where it is alone.
    pub chain: Option<ChainView>,
    /// What can be stopped, and what was.
    pub stopping: StoppingView,
    /// The way back, where batches were refused or the task was created in part.
    pub follow_up: Option<FollowUpView>,
    /// Leads that AIRudder refused, at most 200 of them, numbers masked.
    pub refused_leads: Vec<RefusedLead>,
    /// All leads refused.
    pub refused: u32,
    /// Its history, oldest first.
    pub events: Vec<EventView>,
    /// For how long its leads and calls are kept.
    pub retention: TaskRetention,
    /// The account's zone and offset.
    pub zone: ZoneLabel,
    /// Another number once its batches or failed cancellations look different: [`ProgressView::view_version`].
    pub view_version: u32,
}

/// How far a check or a submission has come; what the progress island asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressView {
    /// Leads dealt with.
    pub done: u32,
    /// All leads.
    pub total: u32,
    /// Whether nothing more is asked or sent by itself.
    pub ended: bool,
    /// Whether a batch without an answer is still looked for.
    pub reconciling: bool,
    /// Stands for how the batches look; another number says that the page has to show them anew.
    pub view_version: u32,
}
