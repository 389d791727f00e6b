//! Views of the drafts as a list, and of what is lost with one.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::Moment;
use crate::messages::draft_summaries as texts;
use crate::states::{DraftFilter, DraftState};

/// Days in which a discarded draft can be restored; afterwards it is deleted with its leads.
pub const DAYS_TO_RESTORE: u32 = 7;

/// What the list of drafts is asked for; it is the query of its URL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftQuery {
    /// Words in the name, the file and the person.
    pub q: String,
    /// Which drafts are shown.
    pub show: DraftFilter,
}

/// A draft in the list of drafts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRow {
    /// What it is, and what would be lost with it.
    pub draft: DraftSummary,
    /// How far it has come.
    pub state: DraftState,
    /// The file's name, once there is one.
    pub file_name: Option<String>,
    /// When it last changed.
    pub changed: Moment,
    /// By whom it was discarded, and when; `None` while it is open.
    pub discarded: Option<(String, Moment)>,
}

/// The list of drafts.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftListView {
    /// The drafts, those changed last first.
    pub drafts: Vec<DraftRow>,
    /// Why nothing is found, where more was typed into the search than it takes.
    pub search_problem: Option<Message>,
    /// How many drafts were looked at, where there are more.
    pub looked_at: Option<u32>,
    /// Tasks of the account in all.
    pub tasks: u32,
    /// Tasks that somebody should look at; not counted beyond [`MAX_COUNTED`](super::MAX_COUNTED) and one.
    pub needs_attention: u32,
    /// Open drafts in all, filters aside; likewise.
    pub total: u32,
    /// After how many days a draft is deleted that nobody has changed; `None` where none is.
    pub deleted_after_days: Option<u32>,
}

/// What a draft is, and what would be lost with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftSummary {
    /// Its id.
    pub id: String,
    /// The task's name as typed; may be empty.
    pub name: String,
    /// Who made it.
    pub by: String,
    /// Whether that is the reader.
    pub is_own: bool,
    /// Its leads.
    pub leads: u32,
    /// Steps of fixing that are not undone.
    pub fixes: u32,
}

impl DraftSummary {
    /// Its name, or what stands for it.
    pub fn title(&self) -> Message {
        match self.name.trim() {
            "" => texts::untitled(),
            name => Message::verbatim(name),
        }
    }

    /// The name in a sentence: `“Weekend promo”`.
    pub fn named(&self) -> Message {
        texts::quoted(self.title())
    }

    /// What is asked before it is discarded.
    pub fn discard_question(&self) -> Message {
        texts::discard(self.title())
    }

    /// What goes with it, and for how long there is a way back.
    pub fn discard_sentence(&self) -> Message {
        let goes = match (self.is_own, self.leads, self.fixes) {
            (true, 0, 0) => texts::own_empty(),
            (true, leads, 0) => texts::own_leads(leads),
            (true, 0, fixes) => texts::own_fixes(fixes),
            (true, leads, fixes) => texts::own_leads_and_fixes(fixes, leads),
            (false, 0, 0) => texts::empty(&self.by),
            (false, leads, 0) => texts::leads(leads, &self.by),
            (false, 0, fixes) => texts::fixes(fixes, &self.by),
            (false, leads, fixes) => texts::leads_and_fixes(fixes, leads, &self.by),
        };
        Message::sentences([goes, texts::can_be_undone(DAYS_TO_RESTORE)])
    }
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    fn draft(leads: u32, fixes: u32) -> DraftSummary {
        DraftSummary {
            id: "7".to_owned(),
            name: "Weekend promo".to_owned(),
            by: "Ana".to_owned(),
            is_own: false,
            leads,
            fixes,
        }
    }

    #[test]
    fn the_question_names_the_draft_its_owner_and_what_goes_with_it() {
        let asked = draft(300, 21);
        assert_eq!(
            asked.discard_question().to_string(),
            "Discard “Weekend promo”?"
        );
        for (leads, fixes, sentence) in [
            (300, 21, "Ana’s 300 leads and 21 fixes go too."),
            (12_345, 1, "Ana’s 12,345 leads and 1 fix go too."),
            (1, 0, "Ana’s 1 lead goes too."),
            (0, 0, "Ana started it; it has no leads yet."),
        ] {
            let expected = format!("{sentence} You can undo this for 7 days.");
            assert_eq!(draft(leads, fixes).discard_sentence().to_string(), expected);
        }
        let own = |leads| DraftSummary {
            is_own: true,
            ..draft(leads, 0)
        };
        let told = |leads| own(leads).discard_sentence().to_string();
        assert!(told(300).starts_with("Your 300 leads go too."));
        assert!(told(0).starts_with("You started it;"));
    }

    #[test]
    fn what_goes_with_a_draft_is_told_in_each_language() {
        let told = |language| draft(12_345, 1).discard_sentence().text(language);
        assert_eq!(
            told(Language::Spanish),
            "También se descartan 12,345 leads y 1 corrección de Ana. Puede deshacerlo durante 7 días."
        );
        assert_eq!(
            told(Language::Chinese),
            "Ana 的 12,345 条线索和 1 处修正也会一并丢弃。7 天内可以撤销。"
        );
    }

    #[test]
    fn a_draft_without_a_name_is_called_untitled() {
        let untitled = DraftSummary {
            name: " ".to_owned(),
            ..draft(0, 0)
        };
        assert_eq!(
            untitled.discard_question().to_string(),
            "Discard “Untitled draft”?"
        );
    }
}
