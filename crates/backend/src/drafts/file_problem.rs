//! Why the last file of a draft was not taken, as it is stored with the draft.

use localization::Message;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use sheets::SheetError;

use crate::messages::file_problems;
use crate::store::drafts::DraftRecord;

/// Why a file was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// What is wrong with the file.
    Sheet(SheetError),
    /// Its turn to be read did not come.
    NotRead,
    /// So many files of the same person were being read.
    StillReading(u64),
    /// The same person had sent so many within an hour, and has to wait so many minutes.
    TooMany {
        /// Files.
        files: u64,
        /// Minutes, rounded up.
        minutes: u32,
    },
    /// Other people were sending so many files.
    OthersSend(u64),
    /// The disk of the server was full.
    NoRoom,
    /// A sentence as it was told: drafts of earlier versions have nothing else.
    Told(String),
    /// Something that a later version has stored, and this one does not know.
    #[serde(skip)]
    OfLaterVersion,
}

impl FileProblem {
    /// That of the draft.
    pub(super) fn of(draft: &DraftRecord) -> Option<FileProblem> {
        draft.sheet_problem.as_deref().map(FileProblem::from_stored)
    }

    fn from_stored(text: &str) -> FileProblem {
        let is_json = || serde_json::from_str::<IgnoredAny>(text).is_ok();
        serde_json::from_str(text).unwrap_or_else(|_| match is_json() {
            true => FileProblem::OfLaterVersion,
            false => FileProblem::Told(text.to_owned()),
        })
    }

    /// As it is stored: a sentence as it is, everything else as JSON.
    pub(super) fn stored(&self) -> String {
        match self {
            FileProblem::Told(sentence) => sentence.clone(),
            other => serde_json::to_string(other).unwrap_or_else(|_| other.message().to_string()),
        }
    }

    /// What people read.
    pub fn message(&self) -> Message {
        match self {
            FileProblem::Sheet(error) => error.message(),
            FileProblem::NotRead => file_problems::not_read(),
            FileProblem::StillReading(files) => file_problems::still_reading(*files),
            FileProblem::TooMany { files, minutes } => {
                file_problems::too_many(*files, file_problems::minutes(*minutes))
            }
            FileProblem::OthersSend(files) => file_problems::busy(*files),
            FileProblem::NoRoom => file_problems::no_room(),
            FileProblem::Told(sentence) => Message::verbatim(sentence),
            FileProblem::OfLaterVersion => file_problems::of_later_version(),
        }
    }
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn what_is_stored_is_told_in_the_language_of_whoever_reads_it() {
        for problem in [
            FileProblem::Sheet(SheetError::TooManyRows { row: 200_002 }),
            FileProblem::Sheet(SheetError::Pdf),
            FileProblem::NotRead,
            FileProblem::StillReading(2),
            FileProblem::TooMany {
                files: 60,
                minutes: 12,
            },
            FileProblem::OthersSend(8),
            FileProblem::NoRoom,
            FileProblem::Told("“lista.csv” pesa demasiado.".to_owned()),
        ] {
            assert_eq!(FileProblem::from_stored(&problem.stored()), problem);
        }
        let stored = FileProblem::Sheet(SheetError::Empty).stored();
        assert_eq!(stored, r#"{"sheet":"Empty"}"#);
        let told = FileProblem::from_stored(&stored).message();
        assert_eq!(
            told.text(Language::Spanish),
            "El archivo está vacío. Elija otro archivo."
        );
    }

    #[test]
    fn what_a_later_version_has_stored_is_not_shown_as_it_is_stored() {
        for stored in [
            r#""molten""#,
            r#"{"sheet":"Molten"}"#,
            r#"{"molten":{"by":3}}"#,
        ] {
            let problem = FileProblem::from_stored(stored);
            assert_eq!(problem, FileProblem::OfLaterVersion);
            let told = problem.message().text(Language::Spanish);
            assert!(!told.contains("olten"), "{told}");
        }
    }

    #[test]
    fn a_sentence_from_before_stays_as_it_is() {
        let before = "The file is empty. Choose another file.";
        assert_eq!(
            FileProblem::from_stored(before).message().to_string(),
            before
        );
    }
}
