//! What the screens show: plain data that crosses from the server to the pages.
//!
//! Times are already by the clock of the account's zone, and what may not be seen is already masked: a page only draws.

mod account;
mod audit;
mod call_follow_up;
mod call_query;
mod calling_rules;
mod column;
mod columns;
mod draft;
mod draft_list;
mod factors;
mod insights;
mod launch;
mod lead;
mod list_rows;
mod moment;
mod new_task;
mod page_of_leads;
mod people;
mod recent;
mod replacement;
mod results;
mod retention;
mod robot;
mod stop;
mod task;
mod test_call;

pub use account::*;
pub use audit::*;
pub use call_follow_up::*;
pub use calling_rules::*;
pub use column::*;
pub use columns::*;
pub use draft::*;
pub use draft_list::*;
pub use factors::*;
pub use insights::*;
pub use launch::*;
pub use lead::*;
pub use list_rows::*;
use localization::Message;
pub use moment::*;
pub use new_task::*;
pub use page_of_leads::*;
pub use people::*;
pub use recent::*;
pub use replacement::*;
pub use results::*;
pub use retention::*;
pub use robot::*;
use serde::{Deserialize, Serialize};
pub use stop::*;
pub use task::*;
pub use test_call::*;

use crate::states::Tone;

/// A message above the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// How it looks.
    pub tone: Tone,
    /// One or two sentences.
    pub text: String,
    /// What can be done about it. Notices of sessions that are older have none.
    #[serde(default)]
    pub action: Option<NoticeAction>,
}

impl Notice {
    /// A message and nothing to press.
    pub fn new(tone: Tone, text: impl Into<String>) -> Notice {
        Notice {
            tone,
            text: text.into(),
            action: None,
        }
    }
}

/// What the button of a message does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoticeAction {
    /// Takes back the last step of a draft.
    UndoStep {
        /// The draft.
        draft: String,
        /// The address of its review, with the leads that were shown.
        back: String,
    },
    /// Takes back that a task was marked as done.
    NeedsAttentionAgain {
        /// The task.
        task: String,
        /// The address of the page on which it was marked.
        back: String,
    },
    /// Brings back a draft that was discarded.
    RestoreDraft {
        /// The draft.
        draft: String,
    },
}

/// A field of a form that has to be fixed.
#[derive(Clone, Debug, PartialEq)]
pub struct FormProblem {
    /// The `name` and `id` of the input.
    pub input: String,
    /// What is wrong, and how to fix it.
    pub sentence: Message,
}

impl FormProblem {
    /// A problem of that input.
    pub fn new(input: &str, sentence: Message) -> FormProblem {
        FormProblem {
            input: input.to_owned(),
            sentence,
        }
    }
}

/// The most tasks that need attention of which every page says how many they are.
pub const MAX_ATTENTION_SHOWN: u32 = 99;

/// What the layout around every page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutView {
    /// The account's name.
    pub account_name: String,
    /// The time in the account's zone: `14:32`.
    pub clock: Message,
    /// The zone and its offset now: `Mexico City, UTC−06:00`.
    pub zone: ZoneLabel,
    /// The person's id: forms that are filled in at length say by it whom they were drawn for.
    pub person: String,
    /// The person's name.
    pub person_name: String,
    /// Whether the sandbox stands in for AIRudder: nobody is really called.
    pub sandbox: bool,
    /// That AIRudder does not answer, since when, and what follows; `None` as long as it does.
    pub provider_down: Option<Message>,
    /// Whether the person is to choose how long the account keeps leads and calls: nobody has yet.
    pub chooses_retention: bool,
    /// Tasks of the account that need attention; not counted beyond [`MAX_ATTENTION_SHOWN`] and one.
    pub needs_attention: u32,
    /// The accounts that the person may work in: what stands for each in addresses, and its name.
    pub accounts: Vec<(String, String)>,
    /// What the last action has to say; shown once.
    pub notice: Option<Notice>,
}

/// A lead that AIRudder refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedLead {
    /// The row in the file.
    pub row: u32,
    /// The person's name as in the file.
    pub customer: String,
    /// The number; masked outside the review.
    pub mobile: String,
    /// The provider's words.
    pub words: String,
}
