//! The calls of a task as `/detail` and a push tell them, in every reading of what is not known.

use axum::response::{IntoResponse as _, Response};
use jiff::{Timestamp, fmt::temporal::DateTimePrinter};
use serde::{Serialize, Serializer, ser::SerializeMap as _};

use crate::{
    call_options::{CallAnswer, CallComments, CallNumber, CallOrder, CallTimes, CallsListed},
    fate::{Draw, Fate, shuffle},
    outcomes::{NONE, RingType},
    progress::{Call, call_at, is_over, task_status_where},
    settings::Settings,
    world::{Task, TaskLead, after},
};

/// One entry of `data.detail`; written straight into an answer, of which ten thousand are to take a few milliseconds.
pub(crate) struct Entry<'a> {
    /// Pushes carry it, entries of an answer do not.
    pub task_id: Option<&'a str>,
    pub lead: &'a TaskLead,
    pub call: Call,
    pub told: CallAnswer,
}

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { lead, call, .. } = self;
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = self.task_id {
            map.serialize_entry("TaskID", id)?;
        }
        match self.told.number {
            CallNumber::Absent => {}
            CallNumber::Mobile => map.serialize_entry("Mobile", &lead.mobile)?,
            CallNumber::Callee => map.serialize_entry("CalleeNumber", &lead.mobile)?,
            CallNumber::Odd => map.serialize_entry("Dest", lead.mobile.trim_start_matches('+'))?,
        }
        match self.told.comments {
            CallComments::Absent => {}
            CallComments::AsSent => map.serialize_entry("Comments", &lead.comments)?,
            CallComments::TrailingBlank => {
                map.serialize_entry("Comments", &format_args!("{} ", lead.comments))?;
            }
        }
        let words = self.told.ring_words;
        let ring_type = call.ring_type.map_or(NONE, |it| it.word(words));
        map.serialize_entry("Status", call.status)?;
        map.serialize_entry("RingType", ring_type)?;
        map.serialize_entry("HangupType", call.hangup_type)?;
        map.serialize_entry("Intention", call.intention)?;
        map.serialize_entry("RobotID", &lead.robot_id)?;
        let (start, end) = match self.told.times {
            CallTimes::Dial => (call.started, call.ended),
            CallTimes::Talk => (call.answered, call.answered.and(call.ended)),
        };
        map.serialize_entry("CallStartTime", &start.map(utc).unwrap_or_default())?;
        map.serialize_entry("CallEndTime", &end.map(utc).unwrap_or_default())?;
        map.end()
    }
}

#[derive(Serialize)]
struct Envelope<'a> {
    data: Calls<'a>,
    status: &'static str,
    code: u16,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Calls<'a> {
    #[serde(rename = "TaskID")]
    task_id: &'a str,
    status: &'static str,
    #[serde(rename = "detail")]
    detail: Vec<Entry<'a>>,
}

/// The documented success with every call of a task as it is at `now`.
pub(crate) fn answer(task: &Task, settings: &Settings, now: Timestamp) -> Response {
    let told = settings.options.calls;
    let calls: Vec<Call> = (0..task.leads.len())
        .map(|position| call_at(task, position, settings, now))
        .collect();
    let status = task_status_where(task, settings, now, || calls.iter().all(is_over));
    let stranger = stranger(task, settings, now);
    let extra = stranger.as_ref().map(|(lead, call)| (lead, *call));
    let listed = task.leads.iter().zip(calls).chain(extra);
    let mut detail: Vec<Entry> = listed
        .filter(|(_, call)| told.listed == CallsListed::All || call.started.is_some())
        .map(|(lead, call)| Entry {
            task_id: None,
            lead,
            call,
            told,
        })
        .collect();
    put_in_order(&mut detail, told.order, task, now);
    let data = Calls {
        task_id: &task.id,
        status,
        detail,
    };
    axum::Json(Envelope {
        data,
        status: "OK",
        code: 200,
    })
    .into_response()
}

fn put_in_order(detail: &mut [Entry], order: CallOrder, task: &Task, now: Timestamp) {
    match order {
        CallOrder::AsSent => {}
        CallOrder::Reversed => detail.reverse(),
        CallOrder::Shuffled => {
            let draw = Draw::from_text(&format!("{}\n{}", task.id, now.as_second()));
            shuffle(detail, draw);
        }
    }
}

/// The call to a number that nobody sent, from when the task begins to dial.
fn stranger(task: &Task, settings: &Settings, now: Timestamp) -> Option<(TaskLead, Call)> {
    let start = task.window.0;
    if !settings.options.calls.stranger || now < start {
        return None;
    }
    let is_sent = |mobile: &str| task.leads.iter().any(|lead| lead.mobile == mobile);
    let mobile = (0..=task.leads.len())
        .map(|number| format!("+628990{number:06}"))
        .find(|mobile| !is_sent(mobile))?;
    let lead = TaskLead {
        fate: Fate::new(&mobile, 0),
        mobile,
        comments: "not of this list".to_owned(),
        robot_id: task.robot_id.clone(),
        cancelled_at: None,
    };
    let call = Call {
        status: "finished",
        ring_type: Some(RingType::Answered),
        hangup_type: "robot",
        intention: "A",
        started: Some(start),
        answered: Some(start),
        ended: Some(after(start, settings.options.call_duration)),
    };
    Some((lead, call))
}

/// `YYYY-MM-DDThh:mm:ssZ`, the form that public clients read.
pub(crate) fn utc(instant: Timestamp) -> String {
    const SECONDS: DateTimePrinter = DateTimePrinter::new().precision(Some(0));
    SECONDS.timestamp_to_string(&instant)
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, HttpBody as _};

    use super::*;

    #[test]
    fn a_task_without_calls_has_an_answer() {
        let start = Timestamp::UNIX_EPOCH;
        let task = Task {
            id: "t".to_owned(),
            name: "July".to_owned(),
            robot_id: String::new(),
            created_at: start,
            listed_from: start,
            window: (start, start),
            redials: 0,
            redial_minutes: 0,
            stopped_at: None,
            leads: Vec::new(),
        };
        let answer = answer(&task, &Settings::default(), start);
        let length = Body::size_hint(answer.body()).exact();
        let wanted =
            r#"{"data":{"TaskID":"t","Status":"finished","detail":[]},"status":"OK","code":200}"#;
        assert_eq!(length, Some(wanted.len() as u64));
    }

    #[test]
    fn times_are_whole_seconds_that_have_begun() {
        let instant = Timestamp::from_millisecond(1_719_802_800_999).expect("within range");
        assert_eq!(utc(instant), "2024-07-01T03:00:00Z");
    }
}
