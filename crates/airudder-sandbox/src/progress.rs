//! How the calls of a task go, worked out anew from the clock each time somebody asks.
//!
//! Nothing runs in the background: the same task at the same instant always looks the same. How each dial ends says
//! [`crate::outcomes`].

use jiff::Timestamp;

use crate::{
    options::SandboxOptions,
    outcomes::{NONE, Outcome, RingType, outcome},
    pace::{first_dial, latest_end},
    sentinels::{CallSentinel, call_sentinel},
    settings::Settings,
    world::{Task, TaskLead, after},
};

/// A number's call, as its last dial so far has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Call {
    pub status: &'static str,
    /// `None` where there is nothing to tell.
    pub ring_type: Option<RingType>,
    pub hangup_type: &'static str,
    /// A letter, or `--`.
    pub intention: &'static str,
    /// When the last dial began.
    pub started: Option<Timestamp>,
    /// When a person answered it.
    pub answered: Option<Timestamp>,
    /// When it ended.
    pub ended: Option<Timestamp>,
}

struct Dial {
    outcome: Outcome,
    start: Timestamp,
    answered: Option<Timestamp>,
    end: Timestamp,
}

/// The state of a task: `pending`, `calling`, `finished` or `stopped`.
pub(crate) fn task_status(task: &Task, settings: &Settings, now: Timestamp) -> &'static str {
    // The last leads are dialled last, so a task that is under way is found out at once.
    let all_over = || {
        (0..task.leads.len())
            .rev()
            .all(|position| is_over(&call_at(task, position, settings, now)))
    };
    task_status_where(task, settings, now, all_over)
}

/// The same where somebody knows whether all calls are over.
pub(crate) fn task_status_where(
    task: &Task,
    settings: &Settings,
    now: Timestamp,
    all_over: impl FnOnce() -> bool,
) -> &'static str {
    if task.stopped_at.is_some() {
        "stopped"
    } else if now < task.window.0 {
        "pending"
    } else if now >= latest_end(task, &settings.options) || all_over() {
        "finished"
    } else {
        "calling"
    }
}

/// Whether nothing more will happen to a call.
pub(crate) fn is_over(call: &Call) -> bool {
    !matches!(call.status, "pending" | "calling")
}

/// The call of the lead at `position` as it is at `now`.
pub(crate) fn call_at(task: &Task, position: usize, settings: &Settings, now: Timestamp) -> Call {
    let options = &settings.options;
    let lead = &task.leads[position];
    let halted_at = [task.stopped_at, lead.cancelled_at]
        .into_iter()
        .flatten()
        .min();
    let no_dial_from = halted_at.map_or(task.window.1, |halted| halted.min(task.window.1));

    let mut start = first_dial(task, position, options);
    let mut last: Option<Dial> = None;
    for number in 0..=task.redials {
        if start > now || start >= no_dial_from {
            return waiting(last.as_ref(), now, no_dial_from, halted_at.is_some());
        }
        let dial = dial(
            outcome(lead, number, task.redials, start, settings),
            start,
            options,
        );
        if now < dial.end {
            return in_progress(&dial, now);
        }
        if dial.outcome.is_answered() {
            return ended(&dial, final_status(lead));
        }
        start = after(
            dial.end,
            options.redial_minute.saturating_mul(task.redial_minutes),
        );
        last = Some(dial);
    }
    let dial = last.expect("a range that includes 0 has at least one dial");
    ended(&dial, "finished")
}

fn dial(outcome: Outcome, start: Timestamp, options: &SandboxOptions) -> Dial {
    let (ringing, all) = outcome.lengths(options);
    Dial {
        outcome,
        start,
        answered: outcome.is_answered().then(|| after(start, ringing)),
        end: after(start, all),
    }
}

/// Before a dial that has not begun, or never will.
fn waiting(last: Option<&Dial>, now: Timestamp, no_dial_from: Timestamp, halted: bool) -> Call {
    let status = match (now < no_dial_from, halted, last) {
        (true, ..) => "pending",
        (false, false, Some(_)) => "finished",
        (false, ..) => "cancelled",
    };
    match last {
        Some(dial) => ended(dial, status),
        None => Call {
            status,
            ring_type: None,
            hangup_type: NONE,
            intention: NONE,
            started: None,
            answered: None,
            ended: None,
        },
    }
}

fn in_progress(dial: &Dial, now: Timestamp) -> Call {
    Call {
        status: "calling",
        ring_type: None,
        hangup_type: NONE,
        intention: NONE,
        started: Some(dial.start),
        answered: dial.answered.filter(|answered| *answered <= now),
        ended: None,
    }
}

fn ended(dial: &Dial, status: &'static str) -> Call {
    Call {
        status,
        ring_type: Some(dial.outcome.ring_type),
        hangup_type: dial.outcome.hangup_type,
        intention: dial.outcome.intention,
        started: Some(dial.start),
        answered: dial.answered,
        ended: Some(dial.end),
    }
}

fn final_status(lead: &TaskLead) -> &'static str {
    if call_sentinel(&lead.mobile) == Some(CallSentinel::UnheardOf) {
        "settled-offline"
    } else {
        "finished"
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{
        call_options::TalkLength, fate::Fate, outcomes::LONGEST_DIAL, robot_catalogue::ROBOTS,
    };

    /// 13:13:20 in Jakarta.
    const START: i64 = 1_700_028_800;

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(START + second).expect("within range")
    }

    fn task(mobile: &str, redials: u32) -> Task {
        let lead = TaskLead {
            mobile: mobile.into(),
            fate: Fate::new(mobile, 0),
            comments: String::new(),
            robot_id: ROBOTS[0].id(),
            cancelled_at: None,
        };
        Task {
            id: String::new(),
            name: String::new(),
            robot_id: String::new(),
            created_at: second(-100),
            listed_from: second(-100),
            window: (second(0), second(1800)),
            redials,
            redial_minutes: 10,
            stopped_at: None,
            leads: vec![lead],
        }
    }

    fn settings() -> Settings {
        with_options(SandboxOptions {
            call_duration: Duration::from_secs(4),
            redial_minute: Duration::from_secs(60),
            ..SandboxOptions::default()
        })
    }

    fn with_options(options: SandboxOptions) -> Settings {
        Settings {
            options,
            ..Settings::default()
        }
    }

    fn statuses(task: &Task, seconds: &[i64]) -> Vec<&'static str> {
        seconds
            .iter()
            .map(|at| call_at(task, 0, &settings(), second(*at)).status)
            .collect()
    }

    #[test]
    fn an_unanswered_number_is_dialled_again_after_the_interval() {
        let task = task("+639059000013", 2);
        let seen = statuses(&task, &[-1, 0, 3, 4, 603, 604, 608, 1211, 1212]);
        assert_eq!(
            seen,
            [
                "pending", "calling", "calling", "pending", "pending", "calling", "pending",
                "calling", "finished"
            ]
        );
        let last = call_at(&task, 0, &settings(), second(5000));
        assert_eq!(
            (last.ring_type, last.intention),
            (Some(RingType::Answered), "B")
        );
        assert_eq!(
            (last.started, last.ended),
            (Some(second(1208)), Some(second(1212)))
        );
    }

    #[test]
    fn no_dial_begins_after_the_end_of_the_schedule() {
        let mut task = task("+639059000010", 15);
        task.window.1 = second(604);
        assert_eq!(
            statuses(&task, &[603, 604, 9000]),
            ["pending", "finished", "finished"]
        );
        assert_eq!(
            call_at(&task, 0, &settings(), second(9000)).started,
            Some(second(0))
        );
    }

    #[test]
    fn a_stop_lets_the_call_in_progress_end_and_begins_no_other() {
        let mut task = task("+639059000010", 3);
        task.stopped_at = Some(second(2));
        assert_eq!(statuses(&task, &[3, 4]), ["calling", "cancelled"]);
        task.stopped_at = Some(second(-5));
        assert_eq!(statuses(&task, &[0]), ["cancelled"]);
        assert_eq!(task_status(&task, &settings(), second(0)), "stopped");
    }

    #[test]
    fn numbers_take_turns_when_there_are_more_than_can_be_dialled_at_once() {
        let mut task = task("+639059000011", 0);
        task.leads = vec![task.leads[0].clone(); 3];
        let options = with_options(SandboxOptions {
            calls_at_once: 2,
            ..settings().options
        });
        let at = |position| call_at(&task, position, &options, second(4)).status;
        assert_eq!([at(0), at(1), at(2)], ["finished", "finished", "calling"]);
        assert_eq!(task_status(&task, &options, second(7)), "calling");
        assert_eq!(task_status(&task, &options, second(8)), "finished");
    }

    #[test]
    fn ordinary_numbers_end_in_many_ways_and_always_the_same_way() {
        let calls = |_| {
            (0..200)
                .map(|n| {
                    let task = task(&format!("+62812368{n:03}"), 0);
                    call_at(&task, 0, &settings(), second(60))
                })
                .collect::<Vec<_>>()
        };
        let [first, second_run] = [0, 1].map(calls);
        assert_eq!(first, second_run);
        let is_answered = |call: &Call| call.ring_type == Some(RingType::Answered);
        let answered = first.iter().filter(|call| is_answered(call)).count();
        assert!((90..140).contains(&answered), "{answered} of 200 answered");
        assert!(
            first
                .iter()
                .any(|call| call.ring_type == Some(RingType::Busy))
                && first
                    .iter()
                    .any(|call| call.intention == "--" && is_answered(call))
        );
    }

    #[test]
    fn a_call_is_told_to_be_answered_once_it_is_and_ends_within_its_bound() {
        for talk in [TalkLength::Bounded, TalkLength::Plausible] {
            let settings = with_options(SandboxOptions {
                talk,
                ..settings().options
            });
            for number in 0..100 {
                let task = task(&format!("+62812368{number:03}"), 0);
                let end = call_at(&task, 0, &settings, second(300));
                let (Some(answered), Some(ended)) = (end.answered, end.ended) else {
                    assert!(end.intention == NONE && !is_over_at(&task, &settings, end.started));
                    continue;
                };
                assert!(second(0) < answered && answered < ended);
                let ringing = call_at(&task, 0, &settings, second(0));
                assert_eq!((ringing.status, ringing.answered), ("calling", None));
                assert_eq!(
                    call_at(&task, 0, &settings, answered).answered,
                    Some(answered)
                );
                let bound = match talk {
                    TalkLength::Bounded => Duration::from_secs(4),
                    TalkLength::Plausible => LONGEST_DIAL,
                };
                assert!(ended <= after(second(0), bound));
            }
        }
    }

    fn is_over_at(task: &Task, settings: &Settings, instant: Option<Timestamp>) -> bool {
        is_over(&call_at(task, 0, settings, instant.expect("dialled")))
    }

    #[test]
    fn a_task_of_long_talks_is_finished_when_its_last_call_is_over() {
        let settings = with_options(SandboxOptions {
            talk: TalkLength::Plausible,
            calls_at_once: 10,
            ..settings().options
        });
        let mut task = task("+62812368000", 2);
        task.redial_minutes = 1;
        let template = task.leads[0].clone();
        task.leads = (0..200)
            .map(|number| {
                let mobile = format!("+62812368{number:03}");
                let fate = Fate::new(&mobile, 0);
                TaskLead {
                    mobile,
                    fate,
                    ..template.clone()
                }
            })
            .collect();
        let ends = (0..200).filter_map(|n| call_at(&task, n, &settings, second(1700)).ended);
        let last = ends.max().expect("calls have ended");
        assert!(last > second(20 * 40), "twenty rounds take their time");
        let before = after(last, Duration::ZERO)
            .checked_sub(Duration::from_secs(1))
            .expect("within range");
        assert_eq!(task_status(&task, &settings, before), "calling");
        assert_eq!(task_status(&task, &settings, last), "finished");
        assert!(latest_end(&task, &settings.options) >= last);
    }
}
