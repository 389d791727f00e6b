//! Views of how long what names people is kept.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::Moment;
use crate::messages::task_retention;

/// How long an account keeps what names people, as typed. Nothing in it has a default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionForm {
    /// Days after the last call of a task.
    #[serde(default)]
    pub result_days: String,
    /// Days of a draft that nobody touches.
    #[serde(default)]
    pub draft_days: String,
    /// [`KEEP_COLUMNS`](crate::KEEP_COLUMNS), [`DROP_COLUMNS`](crate::DROP_COLUMNS), or nothing.
    #[serde(default)]
    pub unused_columns: String,
}

/// For how long a task keeps its leads.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskRetention {
    /// The account has not chosen how long.
    NotChosen,
    /// So many days after its last call, which has not ended yet.
    AfterLastCall {
        /// The days.
        days: u32,
    },
    /// Until that day.
    Until {
        /// The day on which they are deleted, such as `Mon 23 Feb 2027`.
        day: Message,
        /// The days for which they are kept.
        days: u32,
    },
    /// They were deleted, or are being deleted.
    Deleted {
        /// When that began.
        at: Moment,
    },
}

impl TaskRetention {
    /// Whether they were deleted, or are being deleted.
    pub fn is_deleted(&self) -> bool {
        matches!(self, TaskRetention::Deleted { .. })
    }

    /// What stands on the page of a task.
    pub fn message(&self) -> Message {
        match self {
            TaskRetention::NotChosen => task_retention::not_chosen(),
            TaskRetention::AfterLastCall { days } => task_retention::after_last_call(*days),
            TaskRetention::Until { day, .. } => task_retention::until(day.clone()),
            TaskRetention::Deleted { at } => task_retention::deleted(at),
        }
    }
}
