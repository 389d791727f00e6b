//! Views of drafts: the form of a new task, the review of its leads, the check.

use serde::{Deserialize, Serialize};

use super::{FormFault, Moment, RefusedLead, RobotRow};
use crate::fault::{LeadKind, Level};
use crate::field::Field;
use crate::states::CheckState;

/// The form of a new task as typed: nothing is lost when a field is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskForm {
    /// Task name, without the suffix that keeps it unique.
    pub name: String,
    /// The robot's id.
    pub robot: String,
    /// The line's name.
    pub line: String,
    /// `now` or `later`.
    pub when: String,
    /// Start in the account's zone, as `datetime-local` writes it.
    pub start: String,
    /// End, likewise.
    pub end: String,
    /// Redials of an unanswered number.
    pub redials: String,
    /// Minutes between redials.
    pub redial_minutes: String,
    /// Platform of leads that do not carry their own.
    pub platform: String,
    /// Let AIRudder create the task asynchronously.
    pub asynchronous: bool,
    /// Apply AIRudder's do-not-call pool.
    pub do_not_call: bool,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetView {
    /// The file's name.
    pub file_name: String,
    /// Format for people: `CSV, comma, UTF-8` or `XLSX, sheet “Leads”`.
    pub format: String,
    /// Leads found.
    pub rows: u32,
    /// SHA-256 of the file, in hexadecimal.
    pub digest: String,
}

/// The form of a new task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTaskView {
    /// The draft that the form saves: a new id, or the draft that is being changed.
    pub draft: String,
    /// The version that the form is drawn for; 0 for a new draft.
    pub version: i64,
    /// The values to show.
    pub form: TaskForm,
    /// What has to be mended; empty on a first visit.
    pub problems: Vec<FormFault>,
    /// The sheet that is already stored, if one is.
    pub sheet: Option<SheetView>,
    /// Robots to choose from.
    pub robots: Vec<RobotRow>,
    /// Lines to choose from.
    pub lines: Vec<LineRow>,
    /// Whether the do-not-call box may be used.
    pub dnc_arranged: bool,
    /// The account's zone and offset.
    pub zone: String,
    /// Earliest start, as `datetime-local` writes it.
    pub earliest: String,
    /// Latest end, likewise.
    pub latest: String,
    /// Characters that the task name may have.
    pub name_longest: usize,
    /// Why the robots are not fresh, if they are not.
    pub notice: Option<String>,
}

/// How many leads are of which kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// [`LeadKind::Ready`].
    pub ready: u32,
    /// [`LeadKind::ToMend`].
    pub to_mend: u32,
    /// [`LeadKind::Doubtful`].
    pub doubtful: u32,
    /// [`LeadKind::Duplicate`].
    pub duplicates: u32,
    /// Leads that AIRudder refused in the last check of the draft as it is.
    pub refused: u32,
}

impl Tally {
    /// How many are of that kind.
    pub const fn of(&self, kind: LeadKind) -> u32 {
        match kind {
            LeadKind::Ready => self.ready,
            LeadKind::ToMend => self.to_mend,
            LeadKind::Doubtful => self.doubtful,
            LeadKind::Duplicate => self.duplicates,
        }
    }

    /// Counts one more of that kind.
    pub const fn add(&mut self, kind: LeadKind) {
        match kind {
            LeadKind::Ready => self.ready += 1,
            LeadKind::ToMend => self.to_mend += 1,
            LeadKind::Doubtful => self.doubtful += 1,
            LeadKind::Duplicate => self.duplicates += 1,
        }
    }

    /// All leads.
    pub const fn all(&self) -> u32 {
        self.ready + self.to_mend + self.doubtful + self.duplicates
    }

    /// The leads that a check asks about.
    pub const fn sent(&self) -> u32 {
        self.ready + self.doubtful
    }
}

/// Which leads the review shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeadFilter {
    /// All of them.
    #[default]
    All,
    /// One kind.
    Kind(LeadKind),
    /// Those that AIRudder refused in the check.
    Refused,
}

impl LeadFilter {
    /// The name used in URLs: `all`, a kind's key, or `refused`.
    pub const fn key(self) -> &'static str {
        match self {
            LeadFilter::All => "all",
            LeadFilter::Kind(kind) => kind.key(),
            LeadFilter::Refused => "refused",
        }
    }

    /// The filter of that [`key`](LeadFilter::key); all leads for any other word.
    pub fn from_key(key: &str) -> LeadFilter {
        match key {
            "refused" => LeadFilter::Refused,
            _ => LeadKind::from_key(key).map_or(LeadFilter::All, LeadFilter::Kind),
        }
    }
}

/// A fault as the cell shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultView {
    /// How much it weighs.
    pub level: Level,
    /// What is wrong, and how to mend it.
    pub sentence: String,
}

/// One cell of the review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellView {
    /// The field it fills.
    pub field: Field,
    /// As in the file.
    pub value: String,
    /// What is wrong with it.
    pub faults: Vec<FaultView>,
}

/// One lead of the review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadView {
    /// The row in the file, as a spreadsheet shows it.
    pub row: u32,
    /// Its kind.
    pub kind: LeadKind,
    /// The earlier row with the same number.
    pub duplicate_of: Option<u32>,
    /// One cell for each field of [`DraftView::fields`], in that order. The provider's refusal stands in the cell that it
    /// speaks of, as an error that starts with `AIRudder:`.
    pub cells: Vec<CellView>,
}

/// A field, and the column that fills it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnView {
    /// The field.
    pub field: Field,
    /// `Mobile`, or with the robot's own name: `ExtraA · Oferta`.
    pub label: String,
    /// The column in the file, from 0.
    pub column: Option<usize>,
}

/// A dry run, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    /// Its state.
    pub state: CheckState,
    /// Leads that the provider has answered for.
    pub done: u32,
    /// Leads asked about.
    pub total: u32,
    /// Leads refused so far.
    pub refused: u32,
    /// The refused leads, at most 200 of them.
    pub refused_leads: Vec<RefusedLead>,
    /// What the provider said of the whole task, or of a lead that could not be told.
    pub words: Vec<String>,
    /// When it ended.
    pub ended: Option<Moment>,
    /// Whether the draft is still as it was checked, and the check recent enough.
    pub current: bool,
}

/// The review of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// Its id.
    pub id: String,
    /// Counts every change: a form says which it was made for.
    pub version: i64,
    /// The task's name as typed.
    pub name: String,
    /// The sheet.
    pub sheet: SheetView,
    /// Leads by kind.
    pub tally: Tally,
    /// How the leads are split: leads in each part.
    pub parts: Vec<u32>,
    /// The file's headers, in its order.
    pub headers: Vec<String>,
    /// Which column fills which field: all nine fields.
    pub columns: Vec<ColumnView>,
    /// Headers of the columns that fill no field.
    pub left_out: Vec<String>,
    /// The settings as label and value.
    pub facts: Vec<(String, String)>,
    /// What is wrong with the settings by now (a start that has passed, a robot that is gone).
    pub problems: Vec<FormFault>,
    /// The filter in force.
    pub filter: LeadFilter,
    /// The fields that the table shows.
    pub fields: Vec<ColumnView>,
    /// The leads of this page.
    pub leads: Vec<LeadView>,
    /// The row to page on from, if there are more.
    pub next: Option<u32>,
    /// Whether this is not the first page.
    pub paged: bool,
    /// The last check.
    pub check: Option<CheckView>,
    /// Why a check cannot be asked for, if it cannot.
    pub check_hindrance: Option<String>,
    /// Why it cannot be submitted, if it cannot.
    pub submit_hindrance: Option<String>,
    /// Leads that a submission sends: those checked less those refused.
    pub submit_count: u32,
    /// The key of the submission: the same key again shows the same task.
    pub form_key: String,
    /// The task it has become, if it was submitted.
    pub task: Option<String>,
    /// The account's zone and offset.
    pub zone: String,
}

/// A draft in the list of drafts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRow {
    /// Its id.
    pub id: String,
    /// The name as typed; may be empty.
    pub name: String,
    /// The file's name, once there is one.
    pub file_name: Option<String>,
    /// Leads read.
    pub rows: u32,
    /// Whether it can be reviewed, or the form has to be mended first.
    pub reviewable: bool,
    /// Who made it.
    pub by: String,
    /// When it last changed.
    pub changed: Moment,
}
