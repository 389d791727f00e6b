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
        vec![
            setting("Robot", self.robot_in_words(), "robot"),
            setting("Line", self.line.clone(), "line"),
            setting("When", format!("{when} ({zone_label})"), "when"),
            setting("Redials", self.redials_in_words(), "redials"),
        ]
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::validate::TaskName;
    use crate::views::RobotMode;

    #[test]
    fn the_button_says_whom_it_calls_and_when() {
        let zone = TimeZone::get("Asia/Jakarta").expect("an IANA name");
        let now = "2026-11-26T14:14:00Z".parse().expect("RFC 3339");
        let later = Schedule::Later {
            start: date(2026, 11, 27).at(9, 0, 0, 0),
            end: date(2026, 11, 27).at(18, 0, 0, 0),
        };
        let button = |schedule, count, keep| launch_button(schedule, count, keep, now, &zone);
        for (schedule, count, keep, words) in [
            (
                &Schedule::Now,
                279,
                DuplicatePolicy::First,
                "Call 279 people now",
            ),
            (
                &Schedule::Now,
                1,
                DuplicatePolicy::Last,
                "Call 1 person now",
            ),
            (
                &Schedule::Now,
                9_812,
                DuplicatePolicy::All,
                "Place 9,812 calls now",
            ),
            (
                &later,
                279,
                DuplicatePolicy::First,
                "Schedule 279 calls for Fri 27 Nov, 09:00",
            ),
            (
                &later,
                1,
                DuplicatePolicy::All,
                "Schedule 1 call for Fri 27 Nov, 09:00",
            ),
        ] {
            assert_eq!(button(schedule, count, keep), words);
        }
        let question = |schedule, keep| launch_question(schedule, 279, keep);
        assert_eq!(
            question(&Schedule::Now, DuplicatePolicy::First),
            "Call 279 people?"
        );
        assert_eq!(
            question(&Schedule::Now, DuplicatePolicy::All),
            "Place 279 calls?"
        );
        assert_eq!(
            question(&later, DuplicatePolicy::First),
            "Schedule 279 calls?"
        );
    }

    #[test]
    fn who_is_called_again_is_told() {
        assert_eq!(called_again(0, 7), None);
        assert_eq!(
            called_again(1, 7).as_deref(),
            Some("1 of them is called again: it is in a task of the last 7 days.")
        );
        assert_eq!(
            called_again(12_345, 0).as_deref(),
            Some("12,345 of them are called again: they are in a recent task.")
        );
    }

    #[test]
    fn each_line_of_the_recap_says_what_becomes_of_its_leads() {
        let tally = Tally {
            ready: 278,
            to_fix: 19,
            warnings: 2,
            duplicates: 2,
            recent: 1,
            held_back: 1,
            left_out: 1,
            refused: 1,
            refused_ready: 1,
        };
        let told: Vec<String> = launch_lines(tally, 7)
            .iter()
            .map(|line| format!("{} {} [{}]", line.count, line.words, line.show.key()))
            .collect();
        assert_eq!(
            told,
            [
                "279 are called [called]",
                "19 have errors [to_fix]",
                "2 are duplicates [duplicate]",
                "1 is in a task of the last 7 days [recent]",
                "1 is held back [held_back]",
                "1 is left out [left_out]",
                "1 refused by AIRudder [refused]",
            ]
        );
    }

    fn settings(schedule: Schedule) -> TaskSettings {
        TaskSettings {
            name: TaskName::parse("Week 47").expect("a good name"),
            robot_id: "robot".to_owned(),
            robot_name: "Robot".to_owned(),
            robot_mode: RobotMode::Single,
            line: "line".to_owned(),
            schedule,
            redials: 0,
            redial_minutes: 0,
            stagger_minutes: 0,
            platform: "app".to_owned(),
            asynchronous: false,
            do_not_call: false,
            stop_rule: None,
        }
    }

    #[test]
    fn a_task_says_what_happens_next() {
        let zone = TimeZone::get("Asia/Jakarta").expect("an IANA name");
        let at = |text: &str| text.parse::<Timestamp>().expect("RFC 3339");
        let submitted = at("2026-11-26T14:14:00Z");
        let next = |schedule, now: &str, people| {
            settings(schedule).next_in_words(people, submitted, at(now), &zone)
        };
        let later = Schedule::Later {
            start: date(2026, 11, 27).at(9, 0, 0, 0),
            end: date(2026, 11, 27).at(18, 0, 0, 0),
        };
        let people = |sent, to_send| PeopleOfTask { sent, to_send };
        for (schedule, now, people, words) in [
            (
                Schedule::Now,
                "2026-11-26T14:14:10Z",
                people(0, 279),
                "279 people will be called once the list is sent to AIRudder.",
            ),
            (
                Schedule::Now,
                "2026-11-26T14:14:10Z",
                people(20, 40),
                "20 people are being called, 40 more once the rest of the list is sent to AIRudder. First results in about two \
                 minutes.",
            ),
            (
                Schedule::Now,
                "2026-11-26T14:14:10Z",
                people(279, 0),
                "279 people are being called. First results in about two minutes.",
            ),
            (
                Schedule::Now,
                "2026-11-26T14:14:10Z",
                people(1, 0),
                "1 person is being called. First results in about two minutes.",
            ),
            (
                Schedule::Now,
                "2026-11-26T15:14:00Z",
                people(279, 0),
                "279 people are being called. “Refresh now” shows the results.",
            ),
            (
                later,
                "2026-11-26T14:14:10Z",
                people(200, 79),
                "279 people will be called on Fri 27 Nov, 09:00–18:00. Nobody is called before then.",
            ),
            (
                later,
                "2026-11-27T02:00:00Z",
                people(1, 0),
                "1 person is being called. “Refresh now” shows the result.",
            ),
        ] {
            assert_eq!(next(schedule, now, people), words);
        }
    }

    proptest! {
        #[test]
        fn the_lines_of_the_recap_add_up_to_the_leads_of_the_list(counts in prop::array::uniform8(0_u32..200_000)) {
            let [ready, to_fix, warnings, duplicates, recent, held_back, left_out, refused] = counts;
            let tally = Tally { ready, to_fix, warnings, duplicates, recent, held_back, left_out, refused, refused_ready: refused.min(ready) };
            let lines = launch_lines(tally, 7);
            prop_assert_eq!(lines.iter().map(|line| line.count).sum::<u32>(), tally.all());
            // What is not called is told only where there is some.
            prop_assert!(lines.iter().skip(1).all(|line| line.count > 0));
        }
    }
}
