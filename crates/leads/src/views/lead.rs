//! Views of leads: counted, asked for, shown one by one.

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::field::Field;
use crate::kind::LeadKind;
use crate::messages::lead_filters;
use crate::problem::{Level, Problem};
use crate::problem_groups::GroupKey;

/// How many leads are of which kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// [`LeadKind::Ready`].
    pub ready: u32,
    /// [`LeadKind::ToFix`].
    pub to_fix: u32,
    /// [`LeadKind::Warning`].
    pub warnings: u32,
    /// [`LeadKind::Duplicate`].
    pub duplicates: u32,
    /// [`LeadKind::Recent`].
    pub recent: u32,
    /// [`LeadKind::DoNotCall`].
    #[serde(default)]
    pub do_not_call: u32,
    /// [`LeadKind::HeldBack`].
    pub held_back: u32,
    /// [`LeadKind::LeftOut`].
    pub left_out: u32,
    /// Leads that AIRudder refused in the last check of the draft as it is.
    pub refused: u32,
    /// Those of them that are [`LeadKind::Ready`]; the others have a warning.
    pub refused_ready: u32,
}

impl Tally {
    /// How many are of that kind.
    pub const fn of(&self, kind: LeadKind) -> u32 {
        match kind {
            LeadKind::Ready => self.ready,
            LeadKind::Warning => self.warnings,
            LeadKind::ToFix => self.to_fix,
            LeadKind::Duplicate => self.duplicates,
            LeadKind::Recent => self.recent,
            LeadKind::DoNotCall => self.do_not_call,
            LeadKind::HeldBack => self.held_back,
            LeadKind::LeftOut => self.left_out,
        }
    }

    const fn of_mut(&mut self, kind: LeadKind) -> &mut u32 {
        match kind {
            LeadKind::Ready => &mut self.ready,
            LeadKind::Warning => &mut self.warnings,
            LeadKind::ToFix => &mut self.to_fix,
            LeadKind::Duplicate => &mut self.duplicates,
            LeadKind::Recent => &mut self.recent,
            LeadKind::DoNotCall => &mut self.do_not_call,
            LeadKind::HeldBack => &mut self.held_back,
            LeadKind::LeftOut => &mut self.left_out,
        }
    }

    /// Counts one more of that kind.
    pub const fn add(&mut self, kind: LeadKind) {
        *self.of_mut(kind) += 1;
    }

    /// Counts one of the first kind as one of the second.
    pub const fn turn(&mut self, from: LeadKind, to: LeadKind) {
        let count = self.of_mut(from);
        *count = count.saturating_sub(1);
        self.add(to);
    }

    /// Leads that are called if nothing changes: those that are sent and that AIRudder did not refuse.
    pub const fn called(&self) -> u32 {
        self.sent().saturating_sub(self.refused)
    }

    /// All leads.
    pub const fn all(&self) -> u32 {
        self.ready
            + self.to_fix
            + self.warnings
            + self.duplicates
            + self.recent
            + self.do_not_call
            + self.held_back
            + self.left_out
    }

    /// The leads that a check asks about.
    pub const fn sent(&self) -> u32 {
        self.ready + self.warnings
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
    /// Those that a submission calls: what is sent and was not refused.
    Called,
    /// Those that AIRudder refused in the check.
    Refused,
    /// Those that AIRudder refused in the task that the draft follows.
    RefusedBefore,
}

impl LeadFilter {
    /// The name used in URLs: `all`, `called`, `refused`, `refused_before`, or a kind's; where the stored key has an older word, the word of the screen.
    pub fn key(self) -> &'static str {
        match self {
            LeadFilter::All => "all",
            LeadFilter::Called => "called",
            LeadFilter::Kind(LeadKind::ToFix) => "to_fix",
            LeadFilter::Kind(LeadKind::Warning) => "warning",
            LeadFilter::Kind(kind) => kind.key(),
            LeadFilter::Refused => "refused",
            LeadFilter::RefusedBefore => "refused_before",
        }
    }

    /// What people call the leads that are shown.
    pub fn label(self) -> Message {
        match self {
            LeadFilter::All => lead_filters::all(),
            LeadFilter::Called => lead_filters::called(),
            LeadFilter::Refused => lead_filters::refused(),
            LeadFilter::RefusedBefore => lead_filters::refused_before(),
            LeadFilter::Kind(kind) => kind.label(),
        }
    }

    /// The filter of that [`key`](LeadFilter::key); all leads for any other word. Addresses that were kept from before still
    /// say `to_fix` and `warnings`.
    pub fn from_key(key: &str) -> LeadFilter {
        match key {
            "called" => LeadFilter::Called,
            "refused" => LeadFilter::Refused,
            "refused_before" => LeadFilter::RefusedBefore,
            "to_fix" => LeadFilter::Kind(LeadKind::ToFix),
            "warning" => LeadFilter::Kind(LeadKind::Warning),
            _ => LeadKind::from_key(key).map_or(LeadFilter::All, LeadFilter::Kind),
        }
    }
}

/// What the review shows of the leads; it is the query of its address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LeadQuery {
    /// The kind of leads.
    pub show: LeadFilter,
    /// Only leads with a problem of this group ([`ProblemGroup::key`](crate::problem_groups::ProblemGroup::key)); empty for any.
    pub problem: String,
    /// Only leads with a cell that holds this, in either case.
    pub q: String,
    /// The field to sort by, and whether from the end; the order of the file otherwise.
    pub sort: Option<LeadSort>,
    /// Where the page begins: behind so many of the leads that are asked for.
    pub from: u32,
}

/// An order of leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadSort {
    /// The field.
    pub field: Field,
    /// From the end to the beginning.
    pub descending: bool,
}

impl LeadSort {
    /// The name used in URLs: the field's key, with a minus in front where it descends.
    pub fn key(self) -> String {
        let minus = if self.descending { "-" } else { "" };
        format!("{minus}{}", self.field.key())
    }

    /// The order of that [`key`](LeadSort::key).
    pub fn from_key(key: &str) -> Option<LeadSort> {
        let (descending, field) = match key.strip_prefix('-') {
            Some(field) => (true, field),
            None => (false, key),
        };
        Some(LeadSort {
            field: Field::from_key(field)?,
            descending,
        })
    }
}

impl LeadQuery {
    /// Whether anything but all leads in the order of the file is asked for.
    pub fn is_narrowed(&self) -> bool {
        self.show != LeadFilter::All || !self.problem.is_empty() || !self.q.is_empty()
    }

    /// The same rows whatever they contain, from the first.
    pub fn without_search(&self) -> LeadQuery {
        LeadQuery {
            q: String::new(),
            from: 0,
            ..self.clone()
        }
    }
}

/// What is written into a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellChange {
    /// The row in the file.
    pub row: u32,
    /// The field.
    pub field: Field,
    /// The text.
    pub text: String,
}

/// What the review grid sends: cells to write into, or a step back or forth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EditRequest {
    /// The draft's id.
    pub draft: String,
    /// The rows that the page shows: what changes in others is not answered.
    pub shown: Vec<u32>,
    /// What the page shows of the leads.
    pub query: LeadQuery,
    /// Cells to write into.
    pub cells: Vec<CellChange>,
    /// `true` to do the last step again, `false` to take it back; nothing where cells are written.
    pub again: Option<bool>,
}

/// Pieces of a page, drawn anew.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partials {
    /// The `id` of each element, and the HTML that takes its place.
    pub elements: Vec<(String, String)>,
    /// What is read aloud.
    pub said: String,
}

/// Something that fixes, clears or leaves out all leads of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkFixView {
    /// Its name in forms.
    pub key: String,
    /// The words of the button: `Shorten 12 comments to 64 characters`.
    pub label: Message,
    /// The same where it stands at its group, which it need not name.
    pub label_at_group: Message,
}

/// A problem as the cell shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProblemView {
    /// How much it weighs.
    pub level: Level,
    /// Its group; `None` where AIRudder refused the lead.
    pub group: Option<GroupKey>,
    /// What is wrong, and how to fix it.
    pub sentence: Message,
}

impl ProblemView {
    /// A problem of a lead.
    pub fn of(problem: &Problem) -> ProblemView {
        ProblemView {
            level: problem.level(),
            group: GroupKey::parse(&problem.key()),
            sentence: problem.message(),
        }
    }

    /// What is wrong in a few words: `Mobile: too few digits`.
    pub fn label(&self) -> Message {
        self.group
            .map_or_else(lead_filters::refused, GroupKey::message)
    }

    /// That AIRudder has refused the lead, in its words.
    pub fn of_refusal(words: &str) -> ProblemView {
        ProblemView {
            level: Level::Error,
            group: None,
            sentence: lead_filters::airudder_says(words),
        }
    }
}

/// One cell of the review.
#[derive(Clone, Debug, PartialEq)]
pub struct CellView {
    /// The field it fills.
    pub field: Field,
    /// What counts: what was fixed, else what the file says.
    pub value: String,
    /// How that is shown, where it is shown otherwise: a number as it will be called, `+62 812 335 088`.
    pub shown: Option<String>,
    /// What the file says, where it was fixed.
    pub from_sheet: Option<String>,
    /// What is wrong with it.
    pub problems: Vec<ProblemView>,
}

/// One lead of the review.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadView {
    /// The row in the file, as a spreadsheet shows it.
    pub row: u32,
    /// Its kind.
    pub kind: LeadKind,
    /// The row with the same number that is sent in its place.
    pub duplicate_of: Option<u32>,
    /// The task in which its number was submitted recently.
    pub recent: Option<RecentView>,
    /// The name of the do-not-call list that its number is on.
    pub do_not_call: Option<String>,
    /// The nearest row to fix before it and behind it in the file; only where one lead alone is asked for.
    pub to_fix_beside: (Option<u32>, Option<u32>),
    /// One cell for each field of [`DraftView::fields`](super::draft::DraftView::fields), in that order. The provider's refusal stands in the cell that it
    /// speaks of, as an error that starts with `AIRudder:`.
    pub cells: Vec<CellView>,
}

/// The task in which a number was submitted recently.
#[derive(Clone, Debug, PartialEq)]
pub struct RecentView {
    /// The task's id.
    pub task: String,
    /// The task's name.
    pub name: String,
    /// The day, in the account's zone: `Wed 18 Nov`.
    pub day: Message,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_found_by_its_key() {
        for field in Field::ALL {
            for descending in [false, true] {
                let sort = LeadSort { field, descending };
                assert_eq!(LeadSort::from_key(&sort.key()), Some(sort));
            }
        }
        assert_eq!(LeadSort::from_key("--mobile"), None);
    }

    #[test]
    fn a_filter_is_found_by_its_key_and_by_the_one_it_had_before() {
        let kinds = LeadKind::ALL.map(LeadFilter::Kind);
        let others = [
            LeadFilter::All,
            LeadFilter::Refused,
            LeadFilter::RefusedBefore,
        ];
        for filter in others.into_iter().chain(kinds) {
            assert_eq!(LeadFilter::from_key(filter.key()), filter);
        }
        for kind in LeadKind::ALL {
            assert_eq!(LeadFilter::from_key(kind.key()), LeadFilter::Kind(kind));
        }
    }

    #[test]
    fn a_lead_that_turns_into_another_kind_is_counted_once() {
        let mut tally = Tally::default();
        for kind in LeadKind::ALL {
            tally.add(kind);
        }
        tally.turn(LeadKind::ToFix, LeadKind::Ready);
        assert_eq!((tally.to_fix, tally.ready, tally.all()), (0, 2, 8));
    }
}
