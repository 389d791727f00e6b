//! Creating a call task: what is sent, with every documented field.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// When the provider may dial. On the wire these are `StartImmediately`, `ScheduleStartTime` and `ScheduleEndTime`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// At once; the provider works out both times.
    Immediately,
    /// Between two times, `YYYY-MM-DD hh:mm:ss` in the account's time zone, without an offset. Documented: both within
    /// the next five days, the end at least 30 minutes after the start.
    Window {
        /// `ScheduleStartTime`.
        start: String,
        /// `ScheduleEndTime`.
        end: String,
    },
}

/// What the provider does about details it refuses. On the wire a number, `Perform`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Perform {
    /// 1: create the task without the refused details, and return those.
    WithoutRefused,
    /// 2: create nothing, only return the refused details.
    CheckOnly,
    /// 3: create the task if no detail is refused, else create nothing and return the refused ones.
    AllOrNothing,
}

impl Perform {
    /// The number on the wire.
    pub fn number(self) -> u8 {
        match self {
            Self::WithoutRefused => 1,
            Self::CheckOnly => 2,
            Self::AllOrNothing => 3,
        }
    }
}

impl Serialize for Perform {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

/// Whether the task's `RobotID` names one robot or a group of robots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RobotMethod {
    /// `single`, the provider's default.
    Single,
    /// `group`.
    Group,
}

impl RobotMethod {
    /// Reads the provider's word; nothing for a word that is not known.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "single" => Some(Self::Single),
            "group" => Some(Self::Group),
            _ => None,
        }
    }
}

/// `Gender` of a detail; empty by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// `male`.
    Male,
    /// `female`.
    Female,
}

/// One entry of `Details`: a number to dial. `None` leaves a field out.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Detail {
    /// `Mobile`: `+`, country code and number.
    pub mobile: String,
    /// `Platform`: at most 20 letters.
    pub platform: String,
    /// `Customer`: at most 64 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// `Comments`: at most 64 characters; comes back with errors and results.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<String>,
    /// `RobotID`: a robot of `single` mode that wins over the task's.
    #[serde(rename = "RobotID", skip_serializing_if = "Option::is_none")]
    pub robot_id: Option<String>,
    /// `Gender`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// `ExtraA`: a variable of the robot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_a: Option<String>,
    /// `ExtraB`: a variable of the robot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_b: Option<String>,
    /// `ExtraC`: a variable of the robot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_c: Option<String>,
}

impl fmt::Debug for Detail {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Detail(hidden)")
    }
}

/// Everything that creating a task takes. The client sends it as it is: the provider's rules are for the caller to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreateTask {
    /// `TaskName`: unique per task, at most 64 English characters by the documentation. The one public client of the call cuts
    /// at 63 and calls that the limit: give it at most 63.
    pub task_name: String,
    /// When to dial.
    pub schedule: Schedule,
    /// `RobotID`.
    pub robot_id: String,
    /// `SIPLine`: a line allotted to the account.
    pub sip_line: String,
    /// `RepeatInterval`: 0 to 30 minutes between redials.
    pub repeat_interval: u8,
    /// `RepeatNumber`: 0 to 15 redials.
    pub repeat_number: u8,
    /// `Type`: `promotion` for marketing.
    pub task_type: String,
    /// `Perform`.
    pub perform: Perform,
    /// `RobotMethod`; the provider takes `single` without it.
    pub robot_method: Option<RobotMethod>,
    /// `AsyncCreate`: create asynchronously. How its end is told is not known.
    pub async_create: Option<bool>,
    /// `DncSwitch`: apply the provider's do-not-call pool, once arranged with the vendor.
    pub dnc_switch: Option<bool>,
    /// `Details`: at most 10,000.
    pub details: Vec<Detail>,
}

impl CreateTask {
    /// `Type` of marketing tasks.
    pub const PROMOTION: &'static str = "promotion";

    /// The JSON that is sent, byte for byte: the same task always gives the same bytes, so that they can be digested.
    pub fn body(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("texts, numbers and flags always serialise")
    }
}

impl Serialize for CreateTask {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // serde_json does not use the count of fields.
        let mut task = serializer.serialize_struct("CreateTask", 14)?;
        task.serialize_field("TaskName", &self.task_name)?;
        match &self.schedule {
            Schedule::Immediately => task.serialize_field("StartImmediately", &true)?,
            Schedule::Window { start, end } => {
                task.serialize_field("ScheduleStartTime", start)?;
                task.serialize_field("ScheduleEndTime", end)?;
            }
        }
        task.serialize_field("RobotID", &self.robot_id)?;
        task.serialize_field("SIPLine", &self.sip_line)?;
        task.serialize_field("RepeatInterval", &self.repeat_interval)?;
        task.serialize_field("RepeatNumber", &self.repeat_number)?;
        task.serialize_field("Type", &self.task_type)?;
        task.serialize_field("Perform", &self.perform)?;
        if let Some(method) = &self.robot_method {
            task.serialize_field("RobotMethod", method)?;
        }
        if let Some(asynchronously) = &self.async_create {
            task.serialize_field("AsyncCreate", asynchronously)?;
        }
        if let Some(dnc) = &self.dnc_switch {
            task.serialize_field("DncSwitch", dnc)?;
        }
        task.serialize_field("Details", &self.details)?;
        task.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn every_documented_field_has_its_wire_name() {
        let mut task = CreateTask {
            task_name: "n".into(),
            schedule: Schedule::Window {
                start: "2026-01-02 03:04:05".into(),
                end: "2026-01-02 04:04:05".into(),
            },
            robot_id: "r".into(),
            sip_line: "s".into(),
            repeat_interval: 5,
            repeat_number: 2,
            task_type: CreateTask::PROMOTION.into(),
            perform: Perform::AllOrNothing,
            robot_method: Some(RobotMethod::Group),
            async_create: Some(true),
            dnc_switch: Some(false),
            details: vec![Detail {
                mobile: "+6212341234".into(),
                platform: "p".into(),
                customer: Some("c".into()),
                comments: Some("k".into()),
                robot_id: Some("q".into()),
                gender: Some(Gender::Female),
                extra_a: Some("a".into()),
                extra_b: Some("b".into()),
                extra_c: Some("d".into()),
            }],
        };
        let sent: Value = serde_json::from_slice(&task.body()).unwrap();
        let wanted = json!({
            "TaskName": "n", "ScheduleStartTime": "2026-01-02 03:04:05", "ScheduleEndTime": "2026-01-02 04:04:05",
            "RobotID": "r", "SIPLine": "s", "RepeatInterval": 5, "RepeatNumber": 2, "Type": "promotion", "Perform": 3,
            "RobotMethod": "group", "AsyncCreate": true, "DncSwitch": false,
            "Details": [{"Mobile": "+6212341234", "Platform": "p", "Customer": "c", "Comments": "k", "RobotID": "q",
                "Gender": "female", "ExtraA": "a", "ExtraB": "b", "ExtraC": "d"}],
        });
        assert_eq!(sent, wanted);

        task.schedule = Schedule::Immediately;
        (task.robot_method, task.async_create, task.dnc_switch) = (None, None, None);
        task.details = vec![Detail {
            mobile: "+1".into(),
            platform: "p".into(),
            ..Detail::default()
        }];
        let bytes = r#"{"TaskName":"n","StartImmediately":true,"RobotID":"r","SIPLine":"s","RepeatInterval":5,"#.to_owned()
            + r#""RepeatNumber":2,"Type":"promotion","Perform":3,"Details":[{"Mobile":"+1","Platform":"p"}]}"#;
        assert_eq!(String::from_utf8(task.body()).unwrap(), bytes);
        assert!(!format!("{task:?}").contains("+1"));
    }
}
