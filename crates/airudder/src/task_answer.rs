//! What creating a task comes back with, and what that means for the task.

use std::fmt;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::decode::decode_data;
use crate::envelope::No;
use crate::{DetailError, Error, Perform, UnknownReason, lenient};

/// What a create call says. Documented; whether `TaskID` is absent, null or empty when nothing was created is not, so all
/// three are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct TaskAnswer {
    /// `TaskID`.
    #[serde(rename = "TaskID", default, deserialize_with = "text_or_nothing")]
    pub task_id: Option<String>,
    /// `detail_error_list`: the refused details, empty where there are none.
    #[serde(
        rename = "detail_error_list",
        default,
        deserialize_with = "list_or_nothing"
    )]
    pub detail_errors: Vec<DetailError>,
    /// The no of an answer that names refused details under a failing `code`. The documentation knows an error answer of
    /// this call, and does not say whether refused details come with it.
    #[serde(skip)]
    pub refusal: Option<Refusal>,
}

/// The failing code that refused details came with, and the provider's words.
#[derive(Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The body's `code`, or the HTTP status where the body has none.
    pub code: i64,
    /// The provider's words. They may name a phone number: show them, do not log them.
    pub message: String,
}

impl fmt::Debug for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Refusal(code {})", self.code)
    }
}

/// What an answer means for the task, by the documented table of `Perform`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreateOutcome {
    /// The task exists.
    Created {
        /// Its id at the provider.
        task_id: String,
    },
    /// No task was made.
    NothingCreated,
    /// The answer fits no line of the documented table, for instance a yes without id and without errors, or a no with an
    /// id. To be treated like an answer that was lost.
    Unclear,
}

impl TaskAnswer {
    /// What this answer to a call with `perform` means.
    pub fn outcome(&self, perform: Perform) -> CreateOutcome {
        if let Some(refusal) = &self.refusal {
            let is_certain = perform == Perform::CheckOnly || !proves_nothing(refusal.code);
            return if self.task_id.is_none() && is_certain {
                CreateOutcome::NothingCreated
            } else {
                CreateOutcome::Unclear
            };
        }
        match (perform, &self.task_id, self.detail_errors.is_empty()) {
            (Perform::CheckOnly, _, _) => CreateOutcome::NothingCreated,
            (Perform::WithoutRefused, Some(id), _) | (Perform::AllOrNothing, Some(id), true) => {
                CreateOutcome::Created {
                    task_id: id.clone(),
                }
            }
            (Perform::AllOrNothing, None, false) => CreateOutcome::NothingCreated,
            _ => CreateOutcome::Unclear,
        }
    }
}

/// True for a code that a gateway may have written while the provider went on working.
fn proves_nothing(code: i64) -> bool {
    matches!(code, 408 | 500..=599)
}

/// The answer that a no with refused details is. Without them it stays an error; one that names a task all the same, where
/// a task was asked for, is unknown.
pub(crate) fn answer_of_no(no: No, perform: Perform) -> Result<TaskAnswer, Error> {
    let refusal = match &no.error {
        // A bad token is refused before the task is looked at.
        Error::Refused { code: 401, .. } => None,
        Error::Refused { code, message }
        | Error::Unknown {
            reason: UnknownReason::Code { code },
            message,
        } => Some(Refusal {
            code: *code,
            message: message.clone(),
        }),
        _ => None,
    };
    let Some(refusal) = refusal else {
        return Err(no.error);
    };
    let names_a_task = no.data.get("TaskID").and_then(lenient::text).is_some();
    match decode_data::<TaskAnswer>(no.data) {
        Ok(answer) if !answer.detail_errors.is_empty() => Ok(TaskAnswer {
            refusal: Some(refusal),
            ..answer
        }),
        _ if names_a_task && perform != Perform::CheckOnly => Err(Error::Unknown {
            reason: UnknownReason::Code { code: refusal.code },
            message: refusal.message,
        }),
        _ => Err(no.error),
    }
}

fn text_or_nothing<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        value @ (Value::String(_) | Value::Number(_)) => Ok(lenient::text(&value)),
        _ => Err(serde::de::Error::custom("wrong type, expected a text")),
    }
}

fn list_or_nothing<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<DetailError>, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(task_id: Option<&str>, errors: usize) -> TaskAnswer {
        let error = DetailError {
            field: String::new(),
            msg: String::new(),
            comments: String::new(),
        };
        TaskAnswer {
            task_id: task_id.map(str::to_owned),
            detail_errors: vec![error; errors],
            refusal: None,
        }
    }

    #[test]
    fn the_outcome_follows_the_documented_table() {
        use Perform::{AllOrNothing, CheckOnly, WithoutRefused};
        let created = CreateOutcome::Created {
            task_id: "t".into(),
        };
        for (perform, id, errors, outcome) in [
            (WithoutRefused, Some("t"), 0, created.clone()),
            (WithoutRefused, Some("t"), 2, created.clone()),
            (WithoutRefused, None, 2, CreateOutcome::Unclear),
            (CheckOnly, Some("t"), 0, CreateOutcome::NothingCreated),
            (CheckOnly, None, 2, CreateOutcome::NothingCreated),
            (AllOrNothing, Some("t"), 0, created),
            (AllOrNothing, None, 1, CreateOutcome::NothingCreated),
            (AllOrNothing, Some("t"), 1, CreateOutcome::Unclear),
            (AllOrNothing, None, 0, CreateOutcome::Unclear),
        ] {
            assert_eq!(
                answer(id, errors).outcome(perform),
                outcome,
                "{perform:?} {id:?} {errors}"
            );
        }
    }

    #[test]
    fn a_refusal_with_details_created_nothing_unless_it_names_a_task_or_proves_nothing() {
        use Perform::{AllOrNothing, CheckOnly, WithoutRefused};
        for perform in [WithoutRefused, CheckOnly, AllOrNothing] {
            for (code, id, outcome) in [
                (400, None, CreateOutcome::NothingCreated),
                (400, Some("t"), CreateOutcome::Unclear),
                (500, Some("t"), CreateOutcome::Unclear),
            ] {
                let refusal = Refusal {
                    code,
                    message: String::new(),
                };
                let refused = TaskAnswer {
                    refusal: Some(refusal),
                    ..answer(id, 1)
                };
                assert_eq!(refused.outcome(perform), outcome, "{perform:?} {refused:?}");
            }
        }
        let unsure = TaskAnswer {
            refusal: Some(Refusal {
                code: 500,
                message: String::new(),
            }),
            ..answer(None, 1)
        };
        assert_eq!(unsure.outcome(AllOrNothing), CreateOutcome::Unclear);
        assert_eq!(unsure.outcome(CheckOnly), CreateOutcome::NothingCreated);
    }
}
