//! The calls of a task. Shape believed from public clients; every enumeration is open and kept as text.

use std::fmt;

use serde_json::Value;

use crate::lenient::{Object, text_of, value_of};
use crate::{Client, Error, paths};

/// A task's state and its calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskCalls {
    /// `TaskID`.
    pub task_id: Option<String>,
    /// `Status`: `pending`, `finished`, …
    pub status: Option<String>,
    /// `detail`, in the provider's order.
    pub calls: Vec<Call>,
}

/// The provider's result for one number. Texts as they came; blank ones are `None`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Call {
    /// The number dialled, if a key says it (none is documented).
    pub callee: Option<String>,
    /// `Comments`, as sent with the lead.
    pub comments: Option<String>,
    /// `Status`: `pending`, `calling`, `finished`, `cancelled`, …
    pub status: Option<String>,
    /// `RingType`.
    pub ring_type: Option<String>,
    /// `HangupType`.
    pub hangup_type: Option<String>,
    /// `Intention`: the robot's result label, `A` to `I` or `--`; its meaning differs by robot.
    pub intention: Option<String>,
    /// `RobotID`.
    pub robot_id: Option<String>,
    /// `CallStartTime`, `YYYY-MM-DDThh:mm:ssZ`.
    pub start_time: Option<String>,
    /// `CallEndTime`, in the same form.
    pub end_time: Option<String>,
}

impl fmt::Debug for Call {
    // Number and comments name a person.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Call")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

const CALLEE_KEYS: [&str; 8] = [
    "CalleeNumber",
    "Callee",
    "Mobile",
    "PhoneNumber",
    "CalledNumber",
    "CallNumber",
    "Phone",
    "Number",
];

impl Client {
    /// State and calls of a task, all at once: pages of this answer were never seen.
    ///
    /// # Errors
    /// Any of [`Error`]; [`Error::Undecodable`] names the place, such as `data.detail[3]`.
    pub async fn calls(&self, task_id: &str) -> Result<TaskCalls, Error> {
        let path = format!(
            "{}?TaskID={}",
            paths::TASK_CALLS,
            crate::robots::percent_encoded(task_id)
        );
        decode(&self.send(&self.get(&path)?).await?)
    }
}

fn decode(data: &Value) -> Result<TaskCalls, Error> {
    let object = data
        .as_object()
        .ok_or_else(|| Error::undecodable("data", "expected an object"))?;
    let calls = match value_of(object, &["detail", "details"]) {
        None => Vec::new(),
        Some(Value::Array(entries)) => entries
            .iter()
            .enumerate()
            .map(|(index, entry)| {
                let problem =
                    || Error::undecodable(format!("data.detail[{index}]"), "expected an object");
                entry.as_object().map(call).ok_or_else(problem)
            })
            .collect::<Result<_, _>>()?,
        Some(_) => return Err(Error::undecodable("data.detail", "expected an array")),
    };
    Ok(TaskCalls {
        task_id: text_of(object, &["TaskID"]),
        status: text_of(object, &["Status"]),
        calls,
    })
}

fn call(entry: &Object) -> Call {
    Call {
        callee: text_of(entry, &CALLEE_KEYS),
        comments: text_of(entry, &["Comments"]),
        status: text_of(entry, &["Status"]),
        ring_type: text_of(entry, &["RingType"]),
        hangup_type: text_of(entry, &["HangupType"]),
        intention: text_of(entry, &["Intention"]),
        robot_id: text_of(entry, &["RobotID"]),
        start_time: text_of(entry, &["CallStartTime"]),
        end_time: text_of(entry, &["CallEndTime"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn strange_values_of_enumerations_are_kept() {
        let data = json!({"TaskID": "t", "Status": "paused?", "detail": [
            {"Comments": "C1", "Status": "dreaming", "RingType": 7, "HangupType": "", "Intention": "--", "RobotID": null,
             "CallStartTime": "2026-01-02T03:04:05Z", "callee_number": "+6212341234"}]});
        let TaskCalls {
            task_id,
            status,
            calls,
        } = decode(&data).unwrap();
        assert_eq!(
            (task_id.as_deref(), status.as_deref()),
            (Some("t"), Some("paused?"))
        );
        let wanted = Call {
            callee: Some("+6212341234".into()),
            comments: Some("C1".into()),
            status: Some("dreaming".into()),
            ring_type: Some("7".into()),
            intention: Some("--".into()),
            start_time: Some("2026-01-02T03:04:05Z".into()),
            ..Call::default()
        };
        assert!(calls == [wanted]);
        assert!(!format!("{calls:?}").contains("6212341234"));
    }

    #[test]
    fn a_task_without_calls_yet_has_none() {
        assert!(
            decode(&json!({"Status": "pending"}))
                .unwrap()
                .calls
                .is_empty()
        );
        assert!(
            decode(&json!({"Status": "pending", "detail": null}))
                .unwrap()
                .calls
                .is_empty()
        );
    }

    #[test]
    fn the_place_of_something_unexpected_is_named() {
        for (data, wanted) in [
            (json!([]), "data"),
            (json!({"detail": "none"}), "data.detail"),
            (json!({"detail": [{}, 3]}), "data.detail[1]"),
        ] {
            let Err(Error::Undecodable { path, .. }) = decode(&data) else {
                panic!("{data}")
            };
            assert_eq!(path, wanted);
        }
    }
}
