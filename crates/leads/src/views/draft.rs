//! Views of drafts: the form of a new task, the review of its leads, the check.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::{
    AllRecentView, BreachView, BulkFixView, ColumnView, DraftSummary, FormProblem, LeadQuery,
    LeadView, Moment, Tally, ZoneLabel,
};
use crate::country::Country;
use crate::field::Field;
use crate::kind::DuplicatePolicy;
use crate::marks::HoldReason;
use crate::messages::calls_at_night;
use crate::problem_groups::ProblemGroup;
use crate::states::{CheckState, SearchEnd};

/// The form of a new task as typed: nothing is lost when a field is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskForm {
    /// Task name, without the suffix that keeps it unique.
    pub name: String,
    /// The robot's id.
    pub robot: String,
    /// The line's name.
    pub line: String,
    /// `now` or `later`; what the form posts may be any choice of it (`leads::Preset`).
    pub when: String,
    /// The choice that the window of a `later` was worked out from; empty where a person chose the window.
    pub preset: String,
    /// Start in the account's zone: a day, or a day and a time as `datetime-local` writes them.
    pub start: String,
    /// The time of day of a start that is a day only: `10:00`.
    pub start_time: String,
    /// End, likewise.
    pub end: String,
    /// Its time of day, likewise.
    pub end_time: String,
    /// Redials of an unanswered number.
    pub redials: String,
    /// Minutes between redials.
    pub redial_minutes: String,
    /// Minutes between the batches of a long list.
    pub stagger: String,
    /// Platform of leads that do not carry their own.
    pub platform: String,
    /// Let AIRudder create the task asynchronously.
    pub asynchronous: bool,
    /// Apply AIRudder's do-not-call pool.
    pub do_not_call: bool,
    /// Stop what is left when fewer than so many per cent are reached.
    pub stop_percent: String,
    /// After so many calls.
    pub stop_calls: String,
    /// Why the people of the list are called.
    pub list_purpose: String,
    /// Where the list is from.
    pub list_source: String,
    /// Why its people may be called.
    pub legal_basis: String,
}

impl Default for TaskForm {
    /// Nothing typed. Minutes between batches have always been none: drafts and forms without that field mean it so.
    fn default() -> TaskForm {
        let empty = String::new;
        TaskForm {
            name: empty(),
            robot: empty(),
            line: empty(),
            when: empty(),
            preset: empty(),
            start: empty(),
            start_time: empty(),
            end: empty(),
            end_time: empty(),
            redials: empty(),
            redial_minutes: empty(),
            stagger: "0".to_owned(),
            platform: empty(),
            asynchronous: false,
            do_not_call: false,
            stop_percent: empty(),
            stop_calls: empty(),
            list_purpose: empty(),
            list_source: empty(),
            legal_basis: empty(),
        }
    }
}

/// A line of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRow {
    /// The name that AIRudder allotted.
    pub name: String,
    /// What people call it; may be empty.
    pub label: String,
}

/// The sheet of a draft, as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetView {
    /// The file's name.
    pub file_name: String,
    /// Format for people: `CSV, comma, UTF-8` or `XLSX, sheet “Leads”`.
    pub format: Message,
    /// Where every line went: `10,003 lines: 1 header, 2 blank, 10,000 leads`.
    pub lines: Message,
    /// The row of the headers, from 1; `None` where there are none.
    pub header_row: Option<u32>,
    /// The first rows with their numbers, among which the headers can be chosen; empty where the file is not kept.
    pub first_rows: Vec<(u32, String)>,
    /// Other sheets that hold rows like leads, and how many.
    pub other_lists: Vec<(NamedSheet, u32)>,
    /// Leads found.
    pub rows: u32,
    /// SHA-256 of the file, in hexadecimal.
    pub digest: String,
    /// Where the file can be read in another way, how.
    pub other_reading: Option<OtherReading>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedSheet {
    /// What it is chosen by.
    pub key: String,
    /// Its name for people.
    pub name: Message,
}

/// Another way to read a file: what was found by guessing can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum OtherReading {
    /// The encoding of a text file.
    Encoding {
        /// The one it was read in, by its name in the WHATWG encoding standard.
        current: String,
        /// Those in which the file reads as text, each in another way, with what a person can tell them by.
        readings: Vec<EncodingReading>,
        /// All others that are known.
        others: Vec<EncodingReading>,
    },
    /// A sheet of a workbook.
    Sheet {
        /// The one that was read.
        current: String,
        /// All of them.
        all: Vec<NamedSheet>,
    },
}

/// How a file reads in an encoding.
#[derive(Clone, Debug, PartialEq)]
pub struct EncodingReading {
    /// The encoding's name in the WHATWG encoding standard.
    pub name: String,
    /// What people call it: `Turkish (windows-1254)`.
    pub label: Message,
    /// The first cell with letters beyond ASCII; empty where none was looked for.
    pub sample: String,
}

/// A dry run, as far as it has come.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckView {
    /// Its state.
    pub state: CheckState,
    /// Leads that the provider has answered for.
    pub done: u32,
    /// Leads asked about.
    pub total: u32,
    /// Leads refused so far.
    pub refused: u32,
    /// What the provider said of the whole task, or of a lead that could not be told.
    pub words: Vec<Message>,
    /// Refusals that name no lead.
    pub unnamed: u32,
    /// How many checks it takes to find their leads, roughly; 0 where nobody may ask for it.
    pub finding_takes: u32,
    /// How far the search for those leads has come, once somebody has asked for it.
    pub search: Option<SearchView>,
    /// When it ended.
    pub ended: Option<Moment>,
    /// Until when it can be submitted without another one: a time of today, or with its day.
    pub good_until: Option<Moment>,
    /// Seconds until then; 0 once it is over, and before it has ended.
    pub seconds_left: u32,
    /// Whether the draft is still as it was checked, and the check recent enough.
    pub current: bool,
}

/// How far the search for refused leads has come that a check does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchView {
    /// Checks made.
    pub asked: u32,
    /// How many it takes, roughly.
    pub about: u32,
    /// Leads found.
    pub found: u32,
    /// How it ended; `None` while it goes on.
    pub end: Option<SearchEnd>,
}

/// A column that may be meant.
#[derive(Clone, Debug, PartialEq)]
pub struct CandidateView {
    /// The column in the file, from 0.
    pub column: usize,
    /// Its header, or its place where the file gives it no name.
    pub header: Message,
    /// What its first cells hold, at most three.
    pub samples: Vec<String>,
}

/// A question that has to be answered before any lead is ready.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionView {
    /// Several columns may fill a field.
    Column {
        /// The field.
        field: Field,
        /// The columns.
        candidates: Vec<CandidateView>,
    },
    /// The robot says fields that no column fills.
    Variables {
        /// The fields, with the robot's own names.
        fields: Vec<(Field, Message)>,
        /// Columns whose headers are near, by the field.
        near: Vec<(Field, CandidateView)>,
    },
}

/// The country in which the numbers of a list are dialled: a question, or what was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct ListCountryView {
    /// What there is to say.
    pub sentence: Message,
    /// The country that the button stands for; `None` for that of the account.
    pub country: Option<Country>,
    /// The words of the button.
    pub button: Message,
}

/// The task that a draft follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowsView {
    /// Its id.
    pub task: String,
    /// Its name.
    pub name: String,
    /// Whether it calls people again because of what came of their calls; else it has those who were not called.
    pub calls: bool,
    /// Leads of the draft that AIRudder refused in it.
    pub refused: u32,
}

/// Rows that are held back for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldBackView {
    /// Why.
    pub reason: HoldReason,
    /// How many rows are held back; 0 where a person said that they are called.
    pub count: u32,
    /// Whether a person said that they are called.
    pub is_called: bool,
}

/// The review of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftView {
    /// Its id.
    pub id: String,
    /// Counts every change: a form says which it was made for.
    pub version: i64,
    /// The task's name as typed.
    pub name: String,
    /// What would be lost with it.
    pub summary: DraftSummary,
    /// The task whose leads it has, where it follows one.
    pub follows: Option<FollowsView>,
    /// The sheet.
    pub sheet: SheetView,
    /// What has to be answered before any lead is ready.
    pub questions: Vec<QuestionView>,
    /// Rows that are held back, and those that were, by their reasons.
    pub held_back: Vec<HeldBackView>,
    /// Which do-not-call lists are out of date, as a sentence.
    pub outdated_lists: Option<localization::Message>,
    /// A second column of numbers, for the rows whose first is empty.
    pub fallback: Option<CandidateView>,
    /// What there is to say of the country of the numbers, once for the list.
    pub list_country: Option<ListCountryView>,
    /// Leads by kind.
    pub tally: Tally,
    /// How the leads are split: leads in each batch.
    pub batches: Vec<u32>,
    /// How the batches follow each other, in words, where they do not start together.
    pub stagger: Option<Message>,
    /// What must be known where people could be called outside of the calling rule.
    pub outside: Option<BreachView>,
    /// That a holiday among the days of the calls might not be known, where the rule looks at holidays.
    pub unknown_holidays: Option<Message>,
    /// The file's headers, in its order.
    pub headers: Vec<String>,
    /// Which column fills which field: all nine fields.
    pub columns: Vec<ColumnView>,
    /// Headers of the columns that fill no field.
    pub left_out: Vec<String>,
    /// How it will be called, in a few words each: robot, line, when, redials; empty while that is not known.
    pub call: Vec<Message>,
    /// What is wrong with the settings by now (a start that has passed, a robot that is gone).
    pub problems: Vec<FormProblem>,
    /// What is wrong with the leads, counted, whatever the filter.
    pub problem_groups: Vec<ProblemGroup>,
    /// What can be done about a whole group at once.
    pub bulk_fixes: Vec<BulkFixView>,
    /// What Undo takes back, in words; `None` where nothing was fixed.
    pub undo: Option<Message>,
    /// What Redo does again, in words.
    pub redo: Option<Message>,
    /// Which of several leads with the same number is sent.
    pub keep: DuplicatePolicy,
    /// Whether numbers that were submitted recently are left out.
    pub leave_out_recent: bool,
    /// Why nobody is left to call, where all were called recently.
    pub all_recent: Option<AllRecentView>,
    /// How many days “recently” means; 0 for nothing of the kind.
    pub cooldown_days: u32,
    /// When the columns were matched in this way before, where that was remembered.
    pub remembered: Option<Moment>,
    /// The robots that a lead can have as its own, id and name; only where one lead alone is asked for.
    pub lead_robots: Vec<(String, String)>,
    /// What is shown of the leads.
    pub query: LeadQuery,
    /// Whether the review chose that by itself, since its address does not say it.
    pub is_opened: bool,
    /// Why nothing is found, where more was typed into the search than it takes.
    pub search_problem: Option<Message>,
    /// The fields that the table shows.
    pub fields: Vec<ColumnView>,
    /// The leads of this page.
    pub leads: Vec<LeadView>,
    /// How many leads match what is asked for.
    pub matched: u32,
    /// The last check.
    pub check: Option<CheckView>,
    /// Why a check cannot be asked for, if it cannot.
    pub check_blocker: Option<Message>,
    /// Why it cannot be submitted, if it cannot.
    pub submit_blocker: Option<Message>,
    /// Leads that a submission sends: those checked less those refused.
    pub submit_count: u32,
    /// The key of the submission: the same key again shows the same task.
    pub form_key: String,
    /// The task it has become, if it was submitted.
    pub task: Option<String>,
    /// The account's zone and offset.
    pub zone: ZoneLabel,
}

/// The tick without which nobody is called at night. What the submission answers without it names these words too.
pub fn call_at_night() -> Message {
    calls_at_night::call_anyway()
}
