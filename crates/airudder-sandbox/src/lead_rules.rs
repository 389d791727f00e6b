//! The documented rules of one entry of `Details`, and the entries of `detail_error_list`.

use serde_json::{Value, json};

use crate::{
    country_codes::has_country_code,
    options::{CommentsEcho, IndexBase, NumberEcho, SandboxOptions},
    robot_catalogue::{Mode, robot_by_id},
    sentinels::{LeadSentinel, lead_sentinel},
};

/// The longest `Platform`. The documentation counts letters; the simulator counts characters.
const MAX_PLATFORM_LENGTH: usize = 20;
/// The longest `Customer` and `Comments`, in characters (documented).
const MAX_TEXT_LENGTH: usize = 64;

/// What the task's own fields mean for its leads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LeadContext<'a> {
    pub options: &'a SandboxOptions,
    /// `Perform` 1 or 3.
    pub creating: bool,
    /// `DncSwitch`.
    pub do_not_call: bool,
}

/// A lead that may be dialled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GoodLead {
    pub mobile: String,
    pub comments: String,
    pub robot_id: Option<String>,
}

/// Validates the lead at `position` (counted from 0).
///
/// # Errors
/// One entry of `detail_error_list` for each rule that is broken.
pub(crate) fn validate_lead(
    position: usize,
    lead: &Value,
    context: LeadContext<'_>,
) -> Result<GoodLead, Vec<Value>> {
    if !lead.is_object() {
        return Err(vec![entry(
            position,
            "Detail Format Error",
            "",
            "",
            context.options,
        )]);
    }
    let mobile = lead["Mobile"].as_str().unwrap_or_default();
    let comments = lead["Comments"].as_str().unwrap_or_default();
    let mut reasons = mobile_reason(&lead["Mobile"])
        .into_iter()
        .collect::<Vec<_>>();
    reasons.extend(platform_reason(&lead["Platform"]));
    reasons.extend(long_reason(
        &lead["Customer"],
        "Customer Type Error",
        "Customer Too Long",
    ));
    reasons.extend(long_reason(
        &lead["Comments"],
        "Comments Type Error",
        "Comments Too Long",
    ));
    reasons.extend(gender_reason(&lead["Gender"]));
    reasons.extend(robot_reason(&lead["RobotID"]));
    reasons.extend(
        ["ExtraA", "ExtraB", "ExtraC"]
            .into_iter()
            .filter_map(|field| text_reason(&lead[field], "Extra Type Error")),
    );

    let mut entries: Vec<Value> = Vec::new();
    match lead_sentinel(mobile) {
        Some(LeadSentinel::Refused(reason)) => reasons.push(reason),
        Some(LeadSentinel::RefusedAtCreation(reason)) if context.creating => reasons.push(reason),
        Some(LeadSentinel::InDoNotCallPool(reason)) if context.do_not_call => reasons.push(reason),
        Some(LeadSentinel::RefusedWithoutTrace(reason)) => {
            entries.push(json!({"field": "Details", "msg": reason, "comments": ""}))
        }
        _ => {}
    }
    entries.extend(
        reasons
            .into_iter()
            .map(|reason| entry(position, reason, mobile, comments, context.options)),
    );
    if !entries.is_empty() {
        return Err(entries);
    }
    let robot_id = lead["RobotID"]
        .as_str()
        .filter(|id| !id.is_empty())
        .map(str::to_owned);
    Ok(GoodLead {
        mobile: mobile.to_owned(),
        comments: comments.to_owned(),
        robot_id,
    })
}

fn entry(
    position: usize,
    reason: &str,
    mobile: &str,
    comments: &str,
    options: &SandboxOptions,
) -> Value {
    let index = match options.index_base {
        IndexBase::Zero => position,
        IndexBase::One => position + 1,
    };
    let msg = match options.number_echo {
        NumberEcho::Digits => format!("{reason}: {}", mobile.strip_prefix('+').unwrap_or(mobile)),
        NumberEcho::AsSent => format!("{reason}: {mobile}"),
        NumberEcho::Absent => reason.to_owned(),
    };
    let comments = match options.comments_echo {
        CommentsEcho::TrailingBlank if !comments.is_empty() => format!("{comments} "),
        _ => comments.to_owned(),
    };
    json!({"field": format!("Details[{index}]"), "msg": msg, "comments": comments})
}

fn mobile_reason(value: &Value) -> Option<&'static str> {
    let mobile = match value {
        Value::String(mobile) if !mobile.is_empty() => mobile,
        Value::Null | Value::String(_) => return Some("Mobile Required"),
        _ => return Some("Mobile Type Error"),
    };
    let Some(digits) = mobile.strip_prefix('+') else {
        return Some("Country Code Error");
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some("Number Format Error");
    }
    if !has_country_code(digits) {
        return Some("Country Code Error");
    }
    // E.164 allows 15 digits; fewer than 8 reach no mobile phone anywhere.
    (!(8..=15).contains(&digits.len())).then_some("Number Format Error")
}

fn platform_reason(value: &Value) -> Option<&'static str> {
    match value {
        Value::String(text) if text.trim().is_empty() => Some("Platform Required"),
        Value::String(text) => {
            (text.chars().count() > MAX_PLATFORM_LENGTH).then_some("Platform Too Long")
        }
        Value::Null => Some("Platform Required"),
        _ => Some("Platform Type Error"),
    }
}

fn long_reason(
    value: &Value,
    wrong_type: &'static str,
    too_long: &'static str,
) -> Option<&'static str> {
    let long = value
        .as_str()
        .is_some_and(|text| text.chars().count() > MAX_TEXT_LENGTH);
    if long {
        Some(too_long)
    } else {
        text_reason(value, wrong_type)
    }
}

fn text_reason(value: &Value, wrong_type: &'static str) -> Option<&'static str> {
    (!value.is_string() && !value.is_null()).then_some(wrong_type)
}

fn gender_reason(value: &Value) -> Option<&'static str> {
    let known = value.is_null() || matches!(value.as_str(), Some("" | "male" | "female"));
    (!known).then_some("Gender Error")
}

fn robot_reason(value: &Value) -> Option<&'static str> {
    let id = match value {
        Value::Null => return None,
        Value::String(id) if id.is_empty() => return None,
        Value::String(id) => id,
        _ => return Some("RobotID Type Error"),
    };
    let single = robot_by_id(id).is_some_and(|robot| robot.mode == Mode::Single);
    (!single).then_some("RobotID Error")
}
