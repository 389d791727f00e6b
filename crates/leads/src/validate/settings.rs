//! The settings of a task: everything that is sent besides the leads.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use localization::Message;
use serde::{Deserialize, Serialize};

use super::list_purpose::{ListPurpose, parse_list_purpose};
use super::moments::time_label;
use super::schedule::{Schedule, parse_schedule, window_label};
use super::stagger::MAX_STAGGER_MINUTES;
use super::stop_rule::{StopRule, parse_stop_rule};
use super::task_name::TaskName;
use super::text::{length, trimmed};
use super::whole_number::whole_number;
use crate::field::Field;
use crate::messages::{form_problems, task_settings as texts};
use crate::views::{FormProblem, LineRow, RobotMode, RobotRow, TaskForm};

/// The most redials of an unanswered number (provider's documentation, `RepeatNumber`).
pub const MAX_REDIALS: u8 = 15;

/// The most minutes between redials (provider's documentation, `RepeatInterval`).
pub const MAX_REDIAL_MINUTES: u8 = 30;

/// The settings of a task, validated: each of them is one that the provider's documentation allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskSettings {
    /// The name, without the suffix that keeps it unique.
    pub name: TaskName,
    /// The provider's id of the robot.
    pub robot_id: String,
    /// The robot's name when it was chosen.
    pub robot_name: String,
    /// How the robot dials. A robot whose mode we do not know dials alone, as the provider does by default.
    pub robot_mode: RobotMode,
    /// The line's name.
    pub line: String,
    /// When it calls.
    pub schedule: Schedule,
    /// Redials of an unanswered number, 0 to [`MAX_REDIALS`].
    pub redials: u8,
    /// Minutes between redials, 0 to [`MAX_REDIAL_MINUTES`]; the provider ignores them when there are no redials.
    pub redial_minutes: u8,
    /// Minutes between the batches of a long list, 0 to [`MAX_STAGGER_MINUTES`]; 0 where they start together. Settings that were
    /// stored before there was a choice have none.
    #[serde(default)]
    pub stagger_minutes: u16,
    /// The platform of leads that do not carry their own, 1 to 20 characters.
    pub platform: String,
    /// Whether the provider creates the task asynchronously.
    pub asynchronous: bool,
    /// Whether the provider applies its do-not-call pool.
    pub do_not_call: bool,
    /// When what is left is stopped by itself. Settings that were stored before there was a choice have no rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop_rule: Option<StopRule>,
    /// What the list is for. Settings that were stored before it was asked for say nothing.
    #[serde(default, skip_serializing_if = "ListPurpose::is_empty")]
    pub list_purpose: ListPurpose,
}

/// What the form is validated by.
#[derive(Clone, Copy, Debug)]
pub struct TaskRules<'a> {
    /// The account's robots.
    pub robots: &'a [RobotRow],
    /// The account's lines.
    pub lines: &'a [LineRow],
    /// Whether the do-not-call pool is arranged with the provider.
    pub dnc_arranged: bool,
    /// Whether the calling rule asks what the list is for.
    pub needs_purpose: bool,
    /// The time.
    pub now: Timestamp,
    /// The account's zone.
    pub zone: &'a TimeZone,
}

/// Reads the form of a new task.
///
/// # Errors
/// Everything that has to be fixed, in the order of the form. Inputs: `name`, `robot`, `line`, `when`, `start`, `start_time`,
/// `end`, `end_time`, `redials`, `redial_minutes`, `stagger`, `platform`, `do_not_call`, `stop_percent`, `stop_calls`,
/// `list_purpose`, `list_source`, `legal_basis`.
pub fn parse_task_form(
    form: &TaskForm,
    rules: &TaskRules<'_>,
) -> Result<TaskSettings, Vec<FormProblem>> {
    let mut problems = Vec::new();
    let robot = keep(
        "robot",
        chosen_robot(&form.robot, rules.robots),
        &mut problems,
    );
    let line = keep("line", chosen_line(&form.line, rules.lines), &mut problems);
    let name = keep("name", TaskName::parse(&form.name), &mut problems);
    let schedule = parse_schedule(form, rules.now, rules.zone)
        .map_err(|mut found| problems.append(&mut found))
        .ok();
    let redials = keep("redials", parse_redials(&form.redials), &mut problems);
    let redial_minutes = keep(
        "redial_minutes",
        parse_redial_minutes(&form.redial_minutes, redials),
        &mut problems,
    );
    let stagger_minutes = keep("stagger", parse_stagger(&form.stagger), &mut problems);
    let platform = keep("platform", parse_platform(&form.platform), &mut problems);
    let do_not_call = keep(
        "do_not_call",
        validate_do_not_call(form.do_not_call, rules.dnc_arranged),
        &mut problems,
    );
    let stop_rule = parse_stop_rule(&form.stop_percent, &form.stop_calls)
        .map_err(|mut found| problems.append(&mut found))
        .ok();
    let typed = [&form.list_purpose, &form.list_source, &form.legal_basis];
    let list_purpose = parse_list_purpose(typed.map(String::as_str), rules.needs_purpose)
        .map_err(|mut found| problems.append(&mut found))
        .ok();
    let settings = || {
        let robot = robot?;
        Some(TaskSettings {
            name: name?,
            robot_id: robot.id.clone(),
            robot_name: robot.name.clone(),
            robot_mode: robot.mode.unwrap_or(RobotMode::Single),
            line: line?.name.clone(),
            schedule: schedule?,
            redials: redials?,
            redial_minutes: redial_minutes?,
            stagger_minutes: stagger_minutes?,
            platform: platform?,
            asynchronous: form.asynchronous,
            do_not_call: do_not_call?,
            stop_rule: stop_rule?,
            list_purpose: list_purpose?,
        })
    };
    settings().ok_or(problems)
}

impl TaskSettings {
    /// When it calls: the window, or the moment at which it was submitted where it calls at once.
    pub fn when(&self, submitted_at: Timestamp, now: Timestamp, zone: &TimeZone) -> Message {
        let today = zone.to_datetime(now).date();
        match self.schedule {
            Schedule::Now => time_label(zone.to_datetime(submitted_at), today),
            Schedule::Later { start, end } => window_label(start, end, today, zone),
        }
    }

    /// The settings as label and value, for the screens. Batches that are apart, asynchronous creation and the do-not-call pool
    /// only where it is so.
    pub fn facts(&self, now: Timestamp, zone: &TimeZone) -> Vec<(Message, Message)> {
        let mut facts = vec![
            (texts::robot(), self.robot_in_words()),
            (texts::line(), Message::verbatim(&self.line)),
            (texts::when(), self.window_in_words(now, zone)),
            (texts::redials(), self.redials_in_words()),
            (texts::platform(), Message::verbatim(&self.platform)),
        ];
        if self.stagger_minutes > 0 {
            facts.push((texts::batches(), texts::apart(self.stagger_minutes)));
        }
        if self.do_not_call {
            facts.push((texts::do_not_call(), texts::list_used()));
        }
        if let Some(rule) = self.stop_rule {
            facts.push((texts::stop(), rule.message()));
        }
        if self.asynchronous {
            facts.push((texts::in_background(), texts::yes()));
        }
        let purpose = self.list_purpose.facts().into_iter();
        facts.extend(purpose.map(|(label, value)| (label, Message::verbatim(value))));
        facts
    }

    /// The same in a few words each, for one line: robot, line, when, redials, and what else is not as usual.
    pub fn in_brief(&self, now: Timestamp, zone: &TimeZone) -> Vec<Message> {
        let window = match self.schedule {
            Schedule::Now => texts::briefly_now(),
            Schedule::Later { .. } => self.window_in_words(now, zone),
        };
        let redials = match (self.redials, self.redial_minutes) {
            (0, _) => texts::briefly_no_redials(),
            (redials, 0) => texts::briefly_at_once(redials),
            (1, minutes) => texts::briefly_after(minutes),
            (redials, minutes) => texts::briefly_apart(minutes, redials),
        };
        let robot = Message::verbatim(&self.robot_name);
        let mut words = vec![robot, Message::verbatim(&self.line), window, redials];
        if self.stagger_minutes > 0 {
            words.push(texts::briefly_batches(self.stagger_minutes));
        }
        if self.do_not_call {
            words.push(texts::briefly_list());
        }
        if let Some(rule) = self.stop_rule {
            words.push(texts::briefly_stopped(rule.message()));
        }
        words
    }
}

impl TaskSettings {
    /// The robot, and whether it is a group.
    pub(super) fn robot_in_words(&self) -> Message {
        match self.robot_mode {
            RobotMode::Single => Message::verbatim(&self.robot_name),
            RobotMode::Group => texts::group(&self.robot_name),
        }
    }

    /// When it calls: `Mon 23 Nov, 09:00–18:00`.
    pub(super) fn window_in_words(&self, now: Timestamp, zone: &TimeZone) -> Message {
        match self.schedule {
            Schedule::Now => texts::now(),
            Schedule::Later { start, end } => {
                window_label(start, end, zone.to_datetime(now).date(), zone)
            }
        }
    }

    /// The redials: `2, 5 minutes apart`.
    pub(super) fn redials_in_words(&self) -> Message {
        redials_label(self.redials, self.redial_minutes)
    }
}

/// Reads a platform: 1 to 20 characters that can be printed.
pub(super) fn parse_platform(text: &str) -> Result<String, Message> {
    let platform = trimmed(text);
    let found = length(platform);
    match Field::Platform.longest() {
        _ if platform.is_empty() => Err(form_problems::platform()),
        Some(allowed) if found > allowed => Err(form_problems::long_platform(found, allowed)),
        _ if platform.contains(|character: char| {
            character.is_control() || character == char::REPLACEMENT_CHARACTER
        }) =>
        {
            Err(form_problems::unreadable_platform())
        }
        _ => Ok(platform.to_owned()),
    }
}

/// The value, or nothing and a problem of that input.
pub(crate) fn keep<T>(
    input: &str,
    outcome: Result<T, Message>,
    problems: &mut Vec<FormProblem>,
) -> Option<T> {
    outcome
        .map_err(|sentence| problems.push(FormProblem::new(input, sentence)))
        .ok()
}

fn chosen_robot<'a>(id: &str, robots: &'a [RobotRow]) -> Result<&'a RobotRow, Message> {
    let id = trimmed(id);
    if let Some(robot) = robots.iter().find(|robot| robot.id == id) {
        return Ok(robot);
    }
    Err(if robots.is_empty() {
        form_problems::no_robots()
    } else if id.is_empty() {
        form_problems::robot()
    } else {
        form_problems::robot_gone()
    })
}

fn chosen_line<'a>(name: &str, lines: &'a [LineRow]) -> Result<&'a LineRow, Message> {
    let name = trimmed(name);
    if let Some(line) = lines.iter().find(|line| line.name == name) {
        return Ok(line);
    }
    Err(if lines.is_empty() {
        form_problems::no_lines()
    } else if name.is_empty() {
        form_problems::line()
    } else {
        form_problems::line_gone()
    })
}

fn parse_redials(text: &str) -> Result<u8, Message> {
    small_number(text, MAX_REDIALS).ok_or_else(|| form_problems::redials(MAX_REDIALS))
}

/// Without redials the minutes do not matter, and may be left out.
fn parse_redial_minutes(text: &str, redials: Option<u8>) -> Result<u8, Message> {
    if redials == Some(0) && trimmed(text).is_empty() {
        return Ok(0);
    }
    small_number(text, MAX_REDIAL_MINUTES)
        .ok_or_else(|| form_problems::redial_minutes(MAX_REDIAL_MINUTES))
}

fn parse_stagger(text: &str) -> Result<u16, Message> {
    small_number(text, MAX_STAGGER_MINUTES)
        .ok_or_else(|| form_problems::stagger(MAX_STAGGER_MINUTES))
}

fn small_number<N: Into<u32> + TryFrom<u32>>(text: &str, most: N) -> Option<N> {
    whole_number(text, 0, most.into()).and_then(|number| N::try_from(number).ok())
}

fn validate_do_not_call(wanted: bool, arranged: bool) -> Result<bool, Message> {
    if wanted && !arranged {
        Err(form_problems::do_not_call_off())
    } else {
        Ok(wanted)
    }
}

fn redials_label(redials: u8, redial_minutes: u8) -> Message {
    match (redials, redial_minutes) {
        (0, _) => texts::no_redials(),
        (redials, 0) => texts::redials_at_once(redials),
        (1, minutes) => texts::redial_after(minutes),
        (redials, minutes) => texts::redials_apart(minutes, redials),
    }
}

#[cfg(test)]
mod tests;
