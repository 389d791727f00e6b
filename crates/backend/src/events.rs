//! What happens to tasks and accounts: written by whoever does it, read by the page of a task. The history keeps it for good.

use leads::numbers::counted;
use leads::states::Tone;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Something that happened to a task or an account.
///
/// Architecture invariant: names of kinds and fields are never changed, and a new field has a default. The history is
/// append-only, so what was written once is read for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "detail", rename_all = "snake_case")]
pub enum Event {
    /// An administrator saved the settings of the account.
    SettingsSaved {},
    /// A person submitted a draft.
    Submitted(Submitted),
    /// A person asked the provider for the state.
    Refreshed {},
    /// The provider made a part.
    PartCreated(PartCreated),
    /// A part whose outcome was not known is in the provider's list.
    PartFound(PartCreated),
    /// The provider refused a part.
    PartRefused(PartEnded),
    /// A part was sent, and no answer came that proves anything.
    PartUnknown(PartEnded),
    /// A part was not sent, and will not be by itself.
    PartNotSent(PartEnded),
    /// A part that may have been sent before was not sent again.
    PartNotSentAgain(PartEnded),
    /// A part will be sent later.
    PartPutBack(PartEnded),
    /// The provider does not list a part after so many looks.
    PartAbsent(PartAbsent),
    /// A person put a part into the queue again.
    PartSentAgain(Part),
    /// A person gave a part up.
    PartGivenUp(Part),
    /// A person stopped a part before it was sent.
    PartStopped(Part),
}

/// What was submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// The leads of the check.
    pub leads: u64,
    /// Those that the provider refused in the check.
    pub refused: u64,
    /// Whether the person chose to go on without the refused leads.
    #[serde(default)]
    pub without_refused: bool,
    /// Whether the person chose to have people called at night.
    #[serde(default)]
    pub at_night: bool,
}

/// A part, by its number in the task, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its number.
    pub part: i64,
}

/// A part that is a task of the provider's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartCreated {
    /// Its number.
    pub part: i64,
    /// The provider's id of the task.
    pub provider_id: String,
    /// What the provider or the search says of it.
    pub words: Option<String>,
    /// Leads that the provider did not take.
    #[serde(default)]
    pub refused: u64,
}

/// A part that was not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartEnded {
    /// Its number.
    pub part: i64,
    /// Why.
    pub words: Option<String>,
}

/// A part that the provider does not list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartAbsent {
    /// Its number.
    pub part: i64,
    /// How often it was looked for.
    pub looks: u64,
}

impl Event {
    /// The kind and the detail as they are stored.
    ///
    /// # Errors
    /// Never for the events of this version: all of them are objects of numbers and texts.
    pub fn stored(&self) -> serde_json::Result<(String, Value)> {
        let mut stored = serde_json::to_value(self)?;
        let kind = stored["kind"].as_str().unwrap_or_default().to_owned();
        Ok((kind, stored["detail"].take()))
    }

    /// The event that is stored so.
    ///
    /// # Errors
    /// When this version does not know it: another one wrote it.
    pub fn from_stored(kind: &str, detail: &Value) -> serde_json::Result<Event> {
        serde_json::from_value(json!({ "kind": kind, "detail": detail }))
    }

    /// What people read of it.
    pub fn sentence(&self) -> (String, Tone) {
        let because = |ended: &PartEnded, what: &str| {
            // Not every part that ends has words with it.
            let words = ended.words.as_deref().unwrap_or_default();
            format!("Batch {}: {what}{words}", ended.part)
                .trim_end()
                .to_owned()
        };
        match self {
            Event::SettingsSaved {} => ("Saved the settings.".to_owned(), Tone::Plain),
            Event::Submitted(submitted) => (submitted.sentence(), Tone::Plain),
            Event::Refreshed {} => ("Updated from AIRudder.".to_owned(), Tone::Plain),
            Event::PartCreated(created) => (created.sentence(), Tone::Good),
            Event::PartFound(PartCreated {
                part, provider_id, ..
            }) => (
                format!("Batch {part}: found at AIRudder as {provider_id}."),
                Tone::Good,
            ),
            Event::PartRefused(ended) => (because(ended, ""), Tone::Bad),
            Event::PartUnknown(ended) => (because(ended, "unknown. "), Tone::Warn),
            Event::PartNotSent(ended) => (because(ended, "not sent. "), Tone::Warn),
            Event::PartNotSentAgain(ended) => (because(ended, "not sent again. "), Tone::Warn),
            Event::PartPutBack(ended) => (because(ended, "will be tried again. "), Tone::Plain),
            Event::PartAbsent(PartAbsent { part, looks }) => {
                let searches = counted(*looks, "search", "searches");
                let told =
                    format!("Batch {part}: not found after {searches}. Someone has to decide.");
                (told, Tone::Warn)
            }
            Event::PartSentAgain(Part { part }) => (
                format!("Batch {part}: waiting to be sent again."),
                Tone::Plain,
            ),
            Event::PartGivenUp(Part { part }) => (format!("Batch {part}: given up."), Tone::Warn),
            Event::PartStopped(Part { part }) => (format!("Batch {part}: stopped."), Tone::Warn),
        }
    }
}

impl Submitted {
    fn sentence(&self) -> String {
        let leads = counted(self.leads, "lead", "leads");
        let refused = match self.refused {
            0 => String::new(),
            refused => format!(" without {refused} that AIRudder refused"),
        };
        let at_night = match self.at_night {
            true => ", to be called at night anyway",
            false => "",
        };
        format!("Submitted {leads}{refused}{at_night}.")
    }
}

impl PartCreated {
    fn sentence(&self) -> String {
        let without = match self.refused {
            0 => String::new(),
            refused => format!(
                ", without {}",
                counted(refused, "refused lead", "refused leads")
            ),
        };
        format!(
            "Batch {}: created as {}{without}.",
            self.part, self.provider_id
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn created() -> PartCreated {
        PartCreated {
            part: 2,
            provider_id: "t-1".to_owned(),
            words: None,
            refused: 3,
        }
    }

    fn all() -> Vec<Event> {
        let ended = PartEnded {
            part: 2,
            words: Some("No line.".to_owned()),
        };
        let part = Part { part: 2 };
        vec![
            Event::SettingsSaved {},
            Event::Submitted(Submitted {
                leads: 12,
                refused: 1,
                without_refused: true,
                at_night: true,
            }),
            Event::Refreshed {},
            Event::PartCreated(created()),
            Event::PartFound(created()),
            Event::PartRefused(ended.clone()),
            Event::PartUnknown(ended.clone()),
            Event::PartNotSent(ended.clone()),
            Event::PartNotSentAgain(ended.clone()),
            Event::PartPutBack(ended),
            Event::PartAbsent(PartAbsent { part: 2, looks: 5 }),
            Event::PartSentAgain(part.clone()),
            Event::PartGivenUp(part.clone()),
            Event::PartStopped(part),
        ]
    }

    #[test]
    fn every_event_is_read_as_it_was_written() {
        for event in all() {
            let (kind, detail) = event.stored().unwrap();
            assert!(detail.is_object(), "{kind}: {detail}");
            assert_eq!(Event::from_stored(&kind, &detail).unwrap(), event);
        }
    }

    #[test]
    fn what_older_versions_wrote_is_read() {
        for (kind, detail, sentence) in [
            (
                "submitted",
                json!({ "leads": 2, "refused": 0, "without_refused": false }),
                "Submitted 2 leads.",
            ),
            ("refreshed", json!({}), "Updated from AIRudder."),
            (
                "part_created",
                json!({ "part": 1, "provider_id": "t-1", "words": null, "refused": 0 }),
                "Batch 1: created as t-1.",
            ),
            (
                "part_found",
                json!({ "part": 1, "provider_id": "t-1", "words": null }),
                "Batch 1: found at AIRudder as t-1.",
            ),
            (
                "part_refused",
                json!({ "part": 1, "provider_id": null, "words": "No.", "refused": 0 }),
                "Batch 1: No.",
            ),
        ] {
            let event = Event::from_stored(kind, &detail).unwrap();
            assert_eq!(event.sentence().0, sentence);
        }
    }

    #[test]
    fn what_this_version_does_not_know_is_not_read() {
        for (kind, detail) in [
            ("part_postponed", json!({ "part": 1 })),
            ("part_created", json!({})),
        ] {
            Event::from_stored(kind, &detail).unwrap_err();
        }
    }
}
