//! What a sheet says of a row beside its cells: how it is shown, and whether it has the shape of the others.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use crate::messages::hold_reasons;

/// What a sheet says of a row beside its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RowMarks {
    /// Hidden, or filtered out: whoever looks at the sheet does not see the row.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Struck through: most of its filled cells, or one that may be a number to call.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub struck_through: bool,
    /// Why its cells cannot be trusted to stand in their columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<ShapeProblem>,
}

impl RowMarks {
    /// Nothing, which is the rule.
    pub const NONE: RowMarks = RowMarks {
        hidden: false,
        struck_through: false,
        shape: None,
    };

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        *self == RowMarks::NONE
    }
}

/// Why the cells of a row cannot be trusted to stand in their columns, or to be one lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub enum ShapeProblem {
    /// More filled cells than there are headers: a separator within a value was taken for the end of a cell. Where the row has
    /// no more than that, its cells have moved to the right all the same.
    MoreCells {
        /// Cells up to the last that holds something.
        cells: u32,
        /// Headers.
        headers: u32,
    },
    /// A cell in quotation marks goes over lines that would be rows by themselves.
    SpansLines {
        /// The lines that it goes over besides its own.
        lines: u32,
    },
    /// A quotation mark is opened and never closed.
    OpenQuote,
    /// A total, a footer, a second table: not a lead.
    NotALead,
}

/// Why a lead is held back until a person says that it is to be called.
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
pub enum HoldReason {
    /// The row is hidden or filtered out.
    Hidden,
    /// The row is struck through.
    StruckThrough,
    /// A column says that the person is not to be called, or has opted out.
    DoNotCall,
    /// A column says that there is no consent.
    NoConsent,
    /// A column says that the matter is over: paid, closed, deceased.
    Status,
}

/// What a hold is of: the row alone, or the number, which other rows may have as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldScope {
    /// The row alone: another row with the same number may be called.
    #[default]
    Row,
    /// The number: no row with it is called.
    Number,
    /// The number, by what the row of that number says, as a spreadsheet counts rows.
    SaidBy(u32),
}

impl HoldScope {
    /// Whether it is of the row alone, which is what stored data leave out.
    pub fn is_row(&self) -> bool {
        *self == HoldScope::Row
    }
}

impl HoldReason {
    /// Every reason, in the order in which they are told.
    pub const ALL: [HoldReason; 5] = [
        HoldReason::Hidden,
        HoldReason::StruckThrough,
        HoldReason::DoNotCall,
        HoldReason::NoConsent,
        HoldReason::Status,
    ];

    /// The name used in forms, addresses and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The reason with that [`key`](HoldReason::key).
    pub fn from_key(key: &str) -> Option<HoldReason> {
        key.parse().ok()
    }

    /// What people read of so many rows that are held back: `3 rows are hidden in the sheet. They are not called.`
    pub fn held(self, rows: u32) -> Message {
        match self {
            HoldReason::Hidden => hold_reasons::hidden(rows),
            HoldReason::StruckThrough => hold_reasons::struck_through(rows),
            HoldReason::DoNotCall => hold_reasons::do_not_call(rows),
            HoldReason::NoConsent => hold_reasons::no_consent(rows),
            HoldReason::Status => hold_reasons::status(rows),
        }
    }

    /// What people read once somebody has said that they are called: `Rows that are hidden in the sheet are called too.`
    pub fn called(self) -> Message {
        match self {
            HoldReason::Hidden => hold_reasons::hidden_called(),
            HoldReason::StruckThrough => hold_reasons::struck_through_called(),
            HoldReason::DoNotCall => hold_reasons::do_not_call_called(),
            HoldReason::NoConsent => hold_reasons::no_consent_called(),
            HoldReason::Status => hold_reasons::status_called(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_found_by_its_key() {
        for reason in HoldReason::ALL {
            assert_eq!(HoldReason::from_key(reason.key()), Some(reason));
        }
    }

    #[test]
    fn marks_that_say_nothing_take_no_room() {
        let nothing = serde_json::to_string(&RowMarks::default()).expect("plain data");
        assert_eq!(nothing, "{}");
        let marks = RowMarks {
            hidden: true,
            shape: Some(ShapeProblem::MoreCells {
                cells: 5,
                headers: 4,
            }),
            ..RowMarks::default()
        };
        let text = serde_json::to_string(&marks).expect("plain data");
        assert_eq!(serde_json::from_str::<RowMarks>(&text).ok(), Some(marks));
    }
}
