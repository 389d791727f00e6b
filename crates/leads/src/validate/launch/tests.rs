use jiff::civil::date;
use localization::Language;
use proptest::prelude::*;

use super::*;
use crate::validate::{StopRule, TaskName};
use crate::views::RobotMode;

#[test]
fn the_button_says_whom_it_calls_and_when() {
    let zone = TimeZone::get("Asia/Jakarta").expect("an IANA name");
    let now = "2026-11-26T14:14:00Z".parse().expect("RFC 3339");
    let later = Schedule::Later {
        start: date(2026, 11, 27).at(9, 0, 0, 0),
        end: date(2026, 11, 27).at(18, 0, 0, 0),
    };
    let button =
        |schedule, count, keep| launch_button(schedule, count, keep, false, now, &zone).to_string();
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
    let approving = launch_button(&later, 279, DuplicatePolicy::First, true, now, &zone);
    assert_eq!(
        approving.to_string(),
        "Approve and schedule 279 calls for Fri 27 Nov, 09:00"
    );
    let question = |schedule, keep| launch_question(schedule, 279, keep).to_string();
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
    let called_again = |count, days| called_again(count, days).map(|told| told.to_string());
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
        do_not_call: 3,
        held_back: 1,
        left_out: 1,
        refused: 1,
        refused_ready: 1,
    };
    let told: Vec<String> = launch_lines(tally, 7)
        .iter()
        .map(|line| format!("{} [{}]", line.message, line.show.key()))
        .collect();
    assert_eq!(
        told,
        [
            "279 are called [called]",
            "19 have errors [to_fix]",
            "2 are duplicates [duplicate]",
            "1 is in a task of the last 7 days [recent]",
            "3 are on a do-not-call list [do_not_call]",
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
        list_purpose: crate::ListPurpose::default(),
    }
}

#[test]
fn a_task_says_what_happens_next() {
    let zone = TimeZone::get("Asia/Jakarta").expect("an IANA name");
    let at = |text: &str| text.parse::<Timestamp>().expect("RFC 3339");
    let submitted = at("2026-11-26T14:14:00Z");
    let next = |schedule, now: &str, people| {
        let settings = settings(schedule);
        let next = settings.next_in_words(people, submitted, at(now), &zone);
        next.to_string()
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
    fn the_lines_of_the_recap_add_up_to_the_leads_of_the_list(counts in prop::array::uniform9(0_u32..200_000)) {
        let [ready, to_fix, warnings, duplicates, recent, do_not_call, held_back, left_out, refused] = counts;
        let tally = Tally { ready, to_fix, warnings, duplicates, recent, do_not_call, held_back, left_out, refused, refused_ready: refused.min(ready) };
        let lines = launch_lines(tally, 7);
        prop_assert_eq!(lines.iter().map(|line| line.count).sum::<u32>(), tally.all());
        // What is not called is told only where there is some.
        prop_assert!(lines.iter().skip(1).all(|line| line.count > 0));
    }
}

#[test]
fn a_stop_rule_is_confirmed_with_the_launch_and_can_be_changed() {
    let zone = TimeZone::get("Asia/Jakarta").expect("an IANA name");
    let now = "2026-11-26T14:14:00Z".parse().expect("RFC 3339");
    let lines = |stop_rule| {
        let settings = TaskSettings {
            stop_rule,
            ..settings(Schedule::Now)
        };
        let label = crate::zone_label(now, &zone, "Asia/Jakarta");
        settings.launch_settings(now, &zone, &label)
    };
    assert_eq!(lines(None).len(), 4);
    let rule = StopRule {
        percent: 5,
        calls: 500,
    };
    let last = lines(Some(rule)).pop().expect("a line");
    assert_eq!(
        last.value.to_string(),
        "when fewer than 5% are reached after 500 calls"
    );
    assert_eq!(last.kind.input(), "stop_percent");
    let when = &lines(None)[2];
    assert_eq!(
        when.value.text(Language::Indonesian),
        "Sekarang: 21.14 (Jakarta, UTC+07:00)"
    );
}
