//! What the launch says: what becomes of the leads of a list, and what its button does.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::moments::time_label;
use super::schedule::Schedule;
use super::settings::TaskSettings;
use crate::kind::{DuplicatePolicy, LeadKind};
use crate::numbers::{count_with_noun, format_number};
use crate::views::{LaunchLine, LaunchSetting, LeadFilter, Tally};

/// What becomes of the leads of a list: first those that are called, then why the others are not. Their counts add up to
/// all of them. `cooldown_days` is how long a number is not called again.
pub fn launch_lines(tally: Tally, cooldown_days: u32) -> Vec<LaunchLine> {
    let refused = tally.refused.min(tally.sent());
    let called = LaunchLine {
        count: tally.called(),
        words: either(tally.called(), "is called", "are called").to_owned(),
        show: LeadFilter::Called,
    };
    let not_called = LeadKind::ALL.into_iter().filter(|kind| !kind.is_sent());
    let not_called = not_called.map(|kind| LaunchLine {
        count: tally.of(kind),
        words: why_not_called(kind, tally.of(kind), cooldown_days),
        show: LeadFilter::Kind(kind),
    });
    let refused = LaunchLine {
        count: refused,
        words: "refused by AIRudder".to_owned(),
        show: LeadFilter::Refused,
    };
    let others = not_called.chain([refused]).filter(|line| line.count > 0);
    [called].into_iter().chain(others).collect()
}

fn why_not_called(kind: LeadKind, count: u32, cooldown_days: u32) -> String {
    match kind {
        LeadKind::ToFix => either(count, "has an error", "have errors").to_owned(),
        LeadKind::Duplicate => either(count, "is a duplicate", "are duplicates").to_owned(),
        LeadKind::Recent => format!(
            "{} in {}",
            either(count, "is", "are"),
            recent(cooldown_days)
        ),
        LeadKind::DoNotCall => either(
            count,
            "is on a do-not-call list",
            "are on a do-not-call list",
        )
        .to_owned(),
        LeadKind::HeldBack => either(count, "is held back", "are held back").to_owned(),
        LeadKind::LeftOut => either(count, "is left out", "are left out").to_owned(),
        LeadKind::Ready | LeadKind::Warning => either(count, "is called", "are called").to_owned(),
    }
}

/// A task within the cooldown. Where that was turned off, numbers are marked until the next check.
fn recent(cooldown_days: u32) -> String {
    match cooldown_days {
        0 => "a recent task".to_owned(),
        days => format!(
            "a task of the last {}",
            count_with_noun(days, "day", "days")
        ),
    }
}

/// That people are called again who are in a recent task, as somebody has chosen; `None` where none is.
pub fn called_again(count: u32, cooldown_days: u32) -> Option<String> {
    (count > 0).then(|| {
        format!(
            "{} of them {} called again: {} in {}.",
            format_number(count),
            either(count, "is", "are"),
            either(count, "it is", "they are"),
            recent(cooldown_days)
        )
    })
}

fn either(count: u32, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// What the launch asks: `Call 279 people?` Where a number in several rows is called for each of them, there are more calls
/// than people.
pub fn launch_question(schedule: &Schedule, count: u32, keep: DuplicatePolicy) -> String {
    match (schedule, keep) {
        (Schedule::Now, DuplicatePolicy::First | DuplicatePolicy::Last) => {
            format!("Call {}?", count_people(count))
        }
        (Schedule::Now, DuplicatePolicy::All) => format!("Place {}?", calls(count)),
        (Schedule::Later { .. }, _) => format!("Schedule {}?", calls(count)),
    }
}

/// The words of the button of the launch: `Call 279 people now`, or `Schedule 279 calls for Fri 27 Nov, 09:00`.
pub fn launch_button(
    schedule: &Schedule,
    count: u32,
    keep: DuplicatePolicy,
    now: Timestamp,
    zone: &TimeZone,
) -> String {
    match (schedule, keep) {
        (Schedule::Now, DuplicatePolicy::First | DuplicatePolicy::Last) => {
            format!("Call {} now", count_people(count))
        }
        (Schedule::Now, DuplicatePolicy::All) => format!("Place {} now", calls(count)),
        (Schedule::Later { start, .. }, _) => format!(
            "Schedule {} for {}",
            calls(count),
            time_label(*start, zone.to_datetime(now).date())
        ),
    }
}

/// So many people.
fn count_people(count: u32) -> String {
    count_with_noun(count, "person", "people")
}

fn calls(count: u32) -> String {
    count_with_noun(count, "call", "calls")
}

/// The people of a task, by how far it has come with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeopleOfTask {
    /// Those whose batch AIRudder has.
    pub sent: u32,
    /// Those whose batch is still to be sent.
    pub to_send: u32,
}

/// For so long after a submission its first results are still to come.
const FIRST_RESULTS: SignedDuration = SignedDuration::from_mins(5);

impl TaskSettings {
    /// What happens next with `people` who were submitted at `submitted`, as long as nothing is known of their calls.
    pub fn next_in_words(
        &self,
        people: PeopleOfTask,
        submitted: Timestamp,
        now: Timestamp,
        zone: &TimeZone,
    ) -> String {
        let PeopleOfTask { sent, to_send } = people;
        if let Schedule::Later { start, .. } = self.schedule
            && zone.to_datetime(now) < start
        {
            let people = count_people(sent.saturating_add(to_send));
            let window = self.window_in_words(now, zone);
            return format!("{people} will be called on {window}. Nobody is called before then.");
        }
        if sent == 0 && to_send > 0 {
            let people = count_people(to_send);
            return format!("{people} will be called once the list is sent to AIRudder.");
        }
        let are = either(sent, "is", "are");
        let more = match to_send {
            0 => String::new(),
            more => format!(
                ", {} more once the rest of the list is sent to AIRudder",
                format_number(more)
            ),
        };
        let results = match now.duration_since(submitted) > FIRST_RESULTS {
            true => format!(
                "“Refresh now” shows {}.",
                either(sent, "the result", "the results")
            ),
            false => "First results in about two minutes.".to_owned(),
        };
        format!("{} {are} being called{more}. {results}", count_people(sent))
    }

    /// The settings that the launch confirms, with the inputs that change them. `zone_label` names the account's zone.
    pub fn launch_settings(
        &self,
        now: Timestamp,
        zone: &TimeZone,
        zone_label: &str,
    ) -> Vec<LaunchSetting> {
        let when = match self.schedule {
            Schedule::Now => format!("Now: {}", super::moments::clock(now, zone)),
            Schedule::Later { .. } => self.window_in_words(now, zone),
        };
        let setting = |label: &str, value: String, input: &str| LaunchSetting {
            label: label.to_owned(),
            value,
            input: input.to_owned(),
        };
        let rule = self.stop_rule;
        let rule = rule.map(|rule| setting("Stop what is left", rule.in_words(), "stop_percent"));
        let settings = [
            setting("Robot", self.robot_in_words(), "robot"),
            setting("Line", self.line.clone(), "line"),
            setting("When", format!("{when} ({zone_label})"), "when"),
            setting("Redials", self.redials_in_words(), "redials"),
        ];
        settings.into_iter().chain(rule).collect()
    }
}

#[cfg(test)]
mod tests;
