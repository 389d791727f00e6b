//! The calls of a task. Shape believed from public clients; every enumeration is open and kept as text.

use std::fmt;

use serde_json::Value;

use crate::call_fields::Fields;
use crate::lenient::{Object, text_of, value_of};
use crate::{CallTime, Client, Error, paths};

/// The most entries of one answer: a task of the most leads with every redial told apart, rounded up.
const CALLS_LIMIT: usize = 200_000;

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

/// The provider's result for one number. Texts as they came, of which the first [`Call::TEXT_LIMIT`] characters are kept;
/// blank ones are `None`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Call {
    /// The number dialled, as it came: optional `+`, 8 to 15 digits, blanks and hyphens between them. No field is
    /// documented for it. It is looked for under usual names first, then in every other field whose text is a number and
    /// whose name does not speak of something else; two fields that name different numbers name none.
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
    /// `CallStartTime`.
    pub start_time: Option<CallTime>,
    /// `CallEndTime`.
    pub end_time: Option<CallTime>,
    /// Every other field that holds something, as (name, text): at most [`Call::OTHER_LIMIT`], by name. What is neither a
    /// text nor a number is compact JSON. They may name a person.
    pub other: Vec<(String, String)>,
}

impl Call {
    /// The most characters of a text, also of a name in [`Call::other`].
    pub const TEXT_LIMIT: usize = 500;
    /// The most fields of [`Call::other`].
    pub const OTHER_LIMIT: usize = 20;
}

impl fmt::Debug for Call {
    // Number, comments and fields nobody knows name a person; so might a state that has digits.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has_digit = |text: &&str| text.contains(|letter: char| letter.is_ascii_digit());
        let status = self.status.as_deref().filter(|text| !has_digit(text));
        formatter
            .debug_struct("Call")
            .field("status", &status)
            .finish_non_exhaustive()
    }
}

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

pub(crate) fn decode(data: &Value) -> Result<TaskCalls, Error> {
    let object = data
        .as_object()
        .ok_or_else(|| Error::undecodable("data", "expected an object"))?;
    let calls = match value_of(object, &["detail", "details"]) {
        None => Vec::new(),
        Some(Value::Array(entries)) if entries.len() > CALLS_LIMIT => {
            let problem = format!("expected at most {CALLS_LIMIT} entries");
            return Err(Error::undecodable("data.detail", problem));
        }
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
    let mut fields = Fields::of(entry);
    // The number last: comments may well be one.
    Call {
        comments: fields.take_text("Comments"),
        status: fields.take_text("Status"),
        ring_type: fields.take_text("RingType"),
        hangup_type: fields.take_text("HangupType"),
        intention: fields.take_text("Intention"),
        robot_id: fields.take_text("RobotID"),
        start_time: fields.take_time("CallStartTime"),
        end_time: fields.take_time("CallEndTime"),
        callee: fields.take_number(),
        other: fields.rest(),
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
            start_time: Some(CallTime::of_text("2026-01-02T03:04:05Z")),
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

    fn only_call(entry: Value) -> Call {
        decode(&json!({ "detail": [entry] }))
            .unwrap()
            .calls
            .remove(0)
    }

    #[test]
    fn fields_nobody_knows_are_kept_and_bounded() {
        let long = "é".repeat(600);
        let call = only_call(
            json!({"Comments": "C1", "Status": {"code": 3}, "Empty": "", "Nothing": null, "Retries": 2,
            "Tags": ["a", {"b": true}], "Long": long, "Deep": [long, long, long], "Answered": false}),
        );
        let texts: Vec<(&str, &str)> = call
            .other
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let deep = format!("[\"{}", "é".repeat(498));
        let wanted = [
            ("Answered", "false"),
            ("Deep", deep.as_str()),
            ("Long", &long[..1000]),
            ("Retries", "2"),
            ("Status", r#"{"code":3}"#),
            ("Tags", r#"["a",{"b":true}]"#),
        ];
        assert_eq!(texts, wanted);
        assert_eq!(call.status, None);

        let many: Object = (0..50)
            .map(|n| (format!("{n:03}{}", "x".repeat(900)), json!(n)))
            .collect();
        let call = only_call(Value::Object(many));
        assert_eq!(call.other.len(), Call::OTHER_LIMIT);
        assert!(
            call.other
                .iter()
                .all(|(name, _)| name.len() == Call::TEXT_LIMIT)
        );
        assert_eq!(
            only_call(json!({ "Comments": long })).comments,
            Some("é".repeat(500))
        );
    }

    #[test]
    fn more_entries_than_any_task_can_have_are_not_read() {
        let data = json!({"detail": vec![json!({}); CALLS_LIMIT + 1]});
        let Err(Error::Undecodable { path, .. }) = decode(&data) else {
            panic!("all were read")
        };
        assert_eq!(path, "data.detail");
    }
}
