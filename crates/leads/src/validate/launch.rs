//! What the launch says: what becomes of the leads of a list, and what its button does.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use localization::Message;

use super::moments::{clock, time_label};
use super::schedule::Schedule;
use super::settings::TaskSettings;
use crate::kind::{DuplicatePolicy, LeadKind};
use crate::messages::launch;
use crate::views::{LaunchLine, LaunchSetting, LeadFilter, SettingKind, Tally, ZoneLabel};

/// What becomes of the leads of a list: first those that are called, then why the others are not. Their counts add up to
/// all of them. `cooldown_days` is how long a number is not called again.
pub fn launch_lines(tally: Tally, cooldown_days: u32) -> Vec<LaunchLine> {
    let refused = tally.refused.min(tally.sent());
    let called = LaunchLine {
        count: tally.called(),
        message: launch::called(tally.called()),
        show: LeadFilter::Called,
    };
    let not_called = LeadKind::ALL.into_iter().filter(|kind| !kind.is_sent());
    let not_called = not_called.map(|kind| LaunchLine {
        count: tally.of(kind),
        message: why_not_called(kind, tally.of(kind), cooldown_days),
        show: LeadFilter::Kind(kind),
    });
    let refused = LaunchLine {
        count: refused,
        message: launch::refused(refused),
        show: LeadFilter::Refused,
    };
    let others = not_called.chain([refused]).filter(|line| line.count > 0);
    [called].into_iter().chain(others).collect()
}

/// Why leads of that kind are not called. Where the cooldown is turned off (0 days), numbers stay marked until the next check.
fn why_not_called(kind: LeadKind, count: u32, cooldown_days: u32) -> Message {
    match (kind, cooldown_days) {
        (LeadKind::ToFix, _) => launch::to_fix(count),
        (LeadKind::Duplicate, _) => launch::duplicate(count),
        (LeadKind::Recent, 0) => launch::recent_task(count),
        (LeadKind::Recent, days) => launch::recent(count, days),
        (LeadKind::DoNotCall, _) => launch::do_not_call(count),
        (LeadKind::HeldBack, _) => launch::held_back(count),
        (LeadKind::LeftOut, _) => launch::left_out(count),
        (LeadKind::Ready | LeadKind::Warning, _) => launch::called(count),
    }
}

/// That people are called again who are in a recent task, as somebody has chosen; `None` where none is.
pub fn called_again(count: u32, cooldown_days: u32) -> Option<Message> {
    (count > 0).then(|| match cooldown_days {
        0 => launch::called_again_recent(count),
        days => launch::called_again(count, days),
    })
}

/// What the launch asks: `Call 279 people?` Where a number in several rows is called for each of them, there are more calls
/// than people.
pub fn launch_question(schedule: &Schedule, count: u32, keep: DuplicatePolicy) -> Message {
    match (schedule, keep) {
        (Schedule::Now, DuplicatePolicy::First | DuplicatePolicy::Last) => {
            launch::question_people(count)
        }
        (Schedule::Now, DuplicatePolicy::All) => launch::question_calls(count),
        (Schedule::Later { .. }, _) => launch::question_schedule(count),
    }
}

/// The words of the launch button: `Call 279 people now`, or `Schedule 279 calls for Fri 27 Nov, 09:00`. With `approves`, for a second
/// person: `Approve and call 279 people now`.
pub fn launch_button(
    schedule: &Schedule,
    count: u32,
    keep: DuplicatePolicy,
    approves: bool,
    now: Timestamp,
    zone: &TimeZone,
) -> Message {
    let start = |start| time_label(start, zone.to_datetime(now).date());
    match (schedule, keep, approves) {
        (Schedule::Later { start: at, .. }, _, false) => launch::schedule_calls(count, start(*at)),
        (Schedule::Later { start: at, .. }, _, true) => {
            launch::approve_and_schedule_calls(count, start(*at))
        }
        (Schedule::Now, DuplicatePolicy::All, false) => launch::place_calls(count),
        (Schedule::Now, DuplicatePolicy::All, true) => launch::approve_and_place_calls(count),
        (Schedule::Now, _, false) => launch::call_people(count),
        (Schedule::Now, _, true) => launch::approve_and_call_people(count),
    }
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
    ) -> Message {
        let PeopleOfTask { sent, to_send } = people;
        if let Schedule::Later { start, .. } = self.schedule
            && zone.to_datetime(now) < start
        {
            let people = sent.saturating_add(to_send);
            return launch::next_at_window(people, self.window_in_words(now, zone));
        }
        if sent == 0 && to_send > 0 {
            return launch::next_once_sent(to_send);
        }
        let under_way = match to_send {
            0 => launch::next_under_way(sent),
            more => launch::next_under_way_and_more(more, sent),
        };
        let results = match now.duration_since(submitted) > FIRST_RESULTS {
            true => launch::refresh_shows_results(sent),
            false => launch::first_results_soon(),
        };
        Message::sentences([under_way, results])
    }

    /// The settings that the launch confirms. `zone_label` names the account's zone.
    pub fn launch_settings(
        &self,
        now: Timestamp,
        zone: &TimeZone,
        zone_label: &ZoneLabel,
    ) -> Vec<LaunchSetting> {
        let when = match self.schedule {
            Schedule::Now => launch::now_at(clock(now, zone), zone_label),
            Schedule::Later { .. } => {
                launch::at_window(self.window_in_words(now, zone), zone_label)
            }
        };
        let setting = |kind, value| LaunchSetting { kind, value };
        let rule = self.stop_rule;
        let rule = rule.map(|rule| setting(SettingKind::StopRule, rule.message()));
        let settings = [
            setting(SettingKind::Robot, self.robot_in_words()),
            setting(SettingKind::Line, Message::verbatim(self.line.as_str())),
            setting(SettingKind::When, when),
            setting(SettingKind::Redials, self.redials_in_words()),
        ];
        settings.into_iter().chain(rule).collect()
    }
}

#[cfg(test)]
mod tests;
