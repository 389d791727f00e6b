//! The documented rules of a create-task request's own fields.

use std::time::Duration;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde_json::{Map, Value};

use crate::{
    robot_catalogue::{Robot, robot_by_id},
    settings::Settings,
    world::after,
};

/// The longest task name, in characters (documented).
const MAX_NAME_LENGTH: usize = 64;
/// The most leads of one task (documented).
const MAX_LEADS: usize = 10_000;
/// How far ahead a task may be scheduled. The documentation says five days; that they are of 24 hours is assumed.
const SCHEDULE_REACH: Duration = Duration::from_secs(5 * 24 * 60 * 60);
/// The shortest time between start and end (documented).
const MIN_WINDOW: Duration = Duration::from_secs(30 * 60);

/// What `Perform` asks for (documented).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Perform {
    /// 1: create the task without the bad leads.
    CreateWithoutBad,
    /// 2: create nothing, only check.
    Check,
    /// 3: create the task if every lead is good.
    CreateIfAllGood,
}

/// A request whose own fields are all good. Its leads are not validated yet.
#[derive(Debug)]
pub(crate) struct TaskOrder<'a> {
    pub name: &'a str,
    /// Start and end; none for `StartImmediately`.
    pub window: Option<(Timestamp, Timestamp)>,
    pub robot_id: &'a str,
    pub redials: u32,
    pub redial_minutes: u32,
    pub perform: Perform,
    pub asynchronous: bool,
    pub do_not_call: bool,
    pub details: &'a [Value],
}

/// Reads `Perform`, if it is one of the three.
pub(crate) fn perform_of(body: &Map<String, Value>) -> Option<Perform> {
    match body.get("Perform").and_then(Value::as_u64) {
        Some(1) => Some(Perform::CreateWithoutBad),
        Some(2) => Some(Perform::Check),
        Some(3) => Some(Perform::CreateIfAllGood),
        _ => None,
    }
}

/// Reads a request's own fields.
///
/// # Errors
/// One sentence for each rule that is broken.
pub(crate) fn read_order<'a>(
    body: &'a Map<String, Value>,
    settings: &Settings,
    now: Timestamp,
) -> Result<TaskOrder<'a>, Vec<String>> {
    let mut problems = Vec::new();
    let name = task_name(body, &mut problems);
    let window = schedule(body, &settings.zone, now, &mut problems);
    let robot_id = known_robot(body, &mut problems);
    check_line(body, &settings.lines, &mut problems);
    let redial_minutes = whole_number(body, "RepeatInterval", 30, &mut problems);
    let redials = whole_number(body, "RepeatNumber", 15, &mut problems);
    if let Some(kind) =
        required_text(body, "Type", &mut problems).filter(|kind| *kind != "promotion")
    {
        problems.push(format!("Type must be promotion, not {kind}"));
    }
    let perform = perform_of(body);
    if perform.is_none() {
        problems.push("Perform must be 1, 2 or 3".to_owned());
    }
    let asynchronous = switch(body, "AsyncCreate", &mut problems);
    let do_not_call = switch(body, "DncSwitch", &mut problems);
    if do_not_call && !settings.options.dnc_arranged {
        problems.push("DncSwitch is not enabled for this account".to_owned());
    }
    let details = details(body, &mut problems);
    match (name, robot_id, perform) {
        (Some(name), Some(robot_id), Some(perform)) if problems.is_empty() => Ok(TaskOrder {
            name,
            window,
            robot_id,
            redials,
            redial_minutes,
            perform,
            asynchronous,
            do_not_call,
            details,
        }),
        _ => Err(problems),
    }
}

fn task_name<'a>(body: &'a Map<String, Value>, problems: &mut Vec<String>) -> Option<&'a str> {
    let name = required_text(body, "TaskName", problems)?;
    if name.chars().count() > MAX_NAME_LENGTH {
        problems.push(format!(
            "TaskName must not be longer than {MAX_NAME_LENGTH} characters"
        ));
    }
    // "English characters" in the documentation; taken as the printable part of ASCII.
    if !name.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        problems.push("TaskName must consist of English characters".to_owned());
    }
    Some(name)
}

fn schedule(
    body: &Map<String, Value>,
    zone: &TimeZone,
    now: Timestamp,
    problems: &mut Vec<String>,
) -> Option<(Timestamp, Timestamp)> {
    let immediately = switch(body, "StartImmediately", problems);
    let start = instant(body, "ScheduleStartTime", !immediately, zone, problems);
    let end = instant(body, "ScheduleEndTime", !immediately, zone, problems);
    if immediately {
        return None;
    }
    for (field, time) in [("ScheduleStartTime", start), ("ScheduleEndTime", end)] {
        // The field has whole seconds only, so the present second still counts.
        if time.is_some_and(|time| time.as_second() < now.as_second()) {
            problems.push(format!("{field} is in the past"));
        }
        if time.is_some_and(|time| time > after(now, SCHEDULE_REACH)) {
            problems.push(format!("{field} must be within the next five days"));
        }
    }
    let (start, end) = (start?, end?);
    if end < after(start, MIN_WINDOW) {
        problems
            .push("ScheduleEndTime must be at least 30 minutes after ScheduleStartTime".to_owned());
    }
    Some((start, end))
}

fn instant(
    body: &Map<String, Value>,
    field: &str,
    required: bool,
    zone: &TimeZone,
    problems: &mut Vec<String>,
) -> Option<Timestamp> {
    let text = match body.get(field) {
        None | Some(Value::Null) if !required => return None,
        Some(Value::String(text)) if text.is_empty() && !required => return None,
        _ => required_text(body, field, problems)?,
    };
    let parsed = Some(text)
        .filter(|text| has_schedule_form(text))
        .and_then(|text| DateTime::strptime("%Y-%m-%d %H:%M:%S", text).ok())
        .and_then(|time| zone.to_ambiguous_timestamp(time).compatible().ok());
    if parsed.is_none() {
        problems.push(format!(
            "{field} must be a time in the form YYYY-MM-DD hh:mm:ss"
        ));
    }
    parsed
}

/// `YYYY-MM-DD hh:mm:ss` to the letter: a lenient parser would let through what the provider may refuse.
fn has_schedule_form(text: &str) -> bool {
    let form = b"0000-00-00 00:00:00";
    text.len() == form.len()
        && text.bytes().zip(form).all(|(byte, wanted)| {
            if *wanted == b'0' {
                byte.is_ascii_digit()
            } else {
                byte == *wanted
            }
        })
}

fn known_robot<'a>(body: &'a Map<String, Value>, problems: &mut Vec<String>) -> Option<&'a str> {
    let method = optional_text(body, "RobotMethod", problems).unwrap_or("single");
    if !matches!(method, "single" | "group") {
        problems.push("RobotMethod must be single or group".to_owned());
        return None;
    }
    let id = required_text(body, "RobotID", problems)?;
    match robot_by_id(id) {
        None => problems.push("RobotID does not exist".to_owned()),
        Some(Robot { mode, .. }) if mode.word() != method => {
            problems.push(format!(
                "RobotMethod {method} does not fit a robot of the mode {}",
                mode.word()
            ));
        }
        Some(_) => return Some(id),
    }
    None
}

fn check_line(body: &Map<String, Value>, lines: &[String], problems: &mut Vec<String>) {
    let line = required_text(body, "SIPLine", problems);
    if line.is_some_and(|line| !lines.is_empty() && !lines.iter().any(|known| known == line)) {
        problems.push("SIPLine is not a line of this account".to_owned());
    }
}

fn details<'a>(body: &'a Map<String, Value>, problems: &mut Vec<String>) -> &'a [Value] {
    match body.get("Details") {
        Some(Value::Array(details)) => {
            if details.is_empty() {
                problems.push("Details must have at least one entry".to_owned());
            }
            if details.len() > MAX_LEADS {
                problems.push(format!(
                    "Details must not have more than {MAX_LEADS} entries"
                ));
            }
            details
        }
        None | Some(Value::Null) => {
            problems.push("Details is required".to_owned());
            &[]
        }
        Some(_) => {
            problems.push("Details must be an array".to_owned());
            &[]
        }
    }
}

fn required_text<'a>(
    body: &'a Map<String, Value>,
    field: &str,
    problems: &mut Vec<String>,
) -> Option<&'a str> {
    let text = optional_text(body, field, problems);
    if text.is_none()
        && !body
            .get(field)
            .is_some_and(|value| !value.is_null() && !value.is_string())
    {
        problems.push(format!("{field} is required"));
    }
    text
}

/// A text that says something: blank counts as left out.
fn optional_text<'a>(
    body: &'a Map<String, Value>,
    field: &str,
    problems: &mut Vec<String>,
) -> Option<&'a str> {
    match body.get(field) {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.as_str()).filter(|text| !text.trim().is_empty()),
        Some(_) => {
            problems.push(format!("{field} must be a string"));
            None
        }
    }
}

fn whole_number(
    body: &Map<String, Value>,
    field: &str,
    most: u32,
    problems: &mut Vec<String>,
) -> u32 {
    let number = body
        .get(field)
        .and_then(Value::as_u64)
        .and_then(|number| u32::try_from(number).ok())
        .filter(|number| *number <= most);
    if number.is_none() {
        let missing = body.get(field).is_none_or(Value::is_null);
        let sentence = if missing {
            format!("{field} is required")
        } else {
            format!("{field} must be a whole number from 0 to {most}")
        };
        problems.push(sentence);
    }
    number.unwrap_or_default()
}

fn switch(body: &Map<String, Value>, field: &str, problems: &mut Vec<String>) -> bool {
    match body.get(field) {
        None | Some(Value::Null) => false,
        Some(Value::Bool(on)) => *on,
        Some(_) => {
            problems.push(format!("{field} must be true or false"));
            false
        }
    }
}
