//! How the calls of a task go, worked out anew from the clock each time somebody asks.
//!
//! Nothing runs in the background: the same task at the same instant always looks the same. The outcome of a dial
//! comes from a hash of the number and of which dial it is, so a list gives the same result every time it is run.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::{
    options::SandboxOptions,
    sentinels::{CallSentinel, call_sentinel},
    world::{Task, TaskLead, after},
};

/// What stands where there is nothing to tell.
const NONE: &str = "--";

/// One entry of `data.detail`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Call {
    pub status: &'static str,
    pub ring_type: &'static str,
    pub hangup_type: &'static str,
    /// A letter, or `--`.
    pub intention: &'static str,
    /// When the last dial began.
    pub started: Option<Timestamp>,
    /// When the last dial ended.
    pub ended: Option<Timestamp>,
}

struct CallOutcome {
    answered: bool,
    ring_type: &'static str,
    hangup_type: &'static str,
    intention: &'static str,
}

struct Dial {
    outcome: CallOutcome,
    start: Timestamp,
    end: Timestamp,
}

/// The state of a task: `pending`, `calling`, `finished` or `stopped`.
pub(crate) fn task_status(task: &Task, options: &SandboxOptions, now: Timestamp) -> &'static str {
    if task.stopped_at.is_some() {
        return "stopped";
    }
    if now < task.window.0 {
        return "pending";
    }
    // The last leads are dialled last, so a task that is under way is found out at once.
    let all_over = || {
        (0..task.leads.len())
            .rev()
            .all(|position| is_over(&call_at(task, position, options, now)))
    };
    if now >= latest_end(task, options) || all_over() {
        "finished"
    } else {
        "calling"
    }
}

/// When the last dial has ended even if no number ever answers.
fn latest_end(task: &Task, options: &SandboxOptions) -> Timestamp {
    let rounds = turn(task.leads.len(), options).saturating_add(1);
    let dials = options
        .call_duration
        .saturating_mul(rounds.saturating_add(task.redials));
    let pauses = options
        .redial_minute
        .saturating_mul(task.redial_minutes.saturating_mul(task.redials));
    after(task.window.0, dials.saturating_add(pauses))
}

/// Whether nothing more will happen to a call.
pub(crate) fn is_over(call: &Call) -> bool {
    !matches!(call.status, "pending" | "calling")
}

/// The call of the lead at `position` as it is at `now`.
pub(crate) fn call_at(
    task: &Task,
    position: usize,
    options: &SandboxOptions,
    now: Timestamp,
) -> Call {
    let lead = &task.leads[position];
    let halted_at = [task.stopped_at, lead.cancelled_at]
        .into_iter()
        .flatten()
        .min();
    let no_dial_from = halted_at.map_or(task.window.1, |halted| halted.min(task.window.1));

    let mut start = after(
        task.window.0,
        options
            .call_duration
            .saturating_mul(turn(position, options)),
    );
    let mut last: Option<Dial> = None;
    for number in 0..=task.redials {
        if start > now || start >= no_dial_from {
            return waiting(last.as_ref(), now, no_dial_from, halted_at.is_some());
        }
        let dial = Dial {
            outcome: outcome(lead, number, task.redials),
            start,
            end: after(start, options.call_duration),
        };
        if now < dial.end {
            return in_progress(&dial);
        }
        if dial.outcome.answered {
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

/// How many rounds of calls go before the one that this lead is in.
fn turn(position: usize, options: &SandboxOptions) -> u32 {
    u32::try_from(position / options.calls_at_once.max(1)).unwrap_or(u32::MAX)
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
            ring_type: NONE,
            hangup_type: NONE,
            intention: NONE,
            started: None,
            ended: None,
        },
    }
}

fn in_progress(dial: &Dial) -> Call {
    Call {
        status: "calling",
        ring_type: NONE,
        hangup_type: NONE,
        intention: NONE,
        started: Some(dial.start),
        ended: None,
    }
}

fn ended(dial: &Dial, status: &'static str) -> Call {
    let CallOutcome {
        ring_type,
        hangup_type,
        intention,
        ..
    } = dial.outcome;
    Call {
        status,
        ring_type,
        hangup_type,
        intention,
        started: Some(dial.start),
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

fn outcome(lead: &TaskLead, number: u32, redials: u32) -> CallOutcome {
    let answered = |hangup_type, intention| CallOutcome {
        answered: true,
        ring_type: "answered",
        hangup_type,
        intention,
    };
    let unanswered = |ring_type| CallOutcome {
        answered: false,
        ring_type,
        hangup_type: NONE,
        intention: NONE,
    };
    match call_sentinel(&lead.mobile) {
        Some(CallSentinel::NeverAnswers) => return unanswered("no_answer"),
        Some(CallSentinel::Interested) => return answered("robot", "A"),
        Some(CallSentinel::HangsUp) => return answered("callee", NONE),
        Some(CallSentinel::BusyAtFirst) if number < redials => return unanswered("busy"),
        Some(CallSentinel::BusyAtFirst) => return answered("robot", "B"),
        Some(CallSentinel::UnheardOf) => {
            return CallOutcome {
                ring_type: "call_screened",
                ..answered("carrier", "Z")
            };
        }
        None => {}
    }
    let hash = Sha256::digest(format!("{}\n{number}", lead.mobile).as_bytes());
    // 140 of 256: a little more than half of all dials are answered.
    if hash[0] >= 140 {
        return unanswered(
            ["no_answer", "busy", "power_off", "no_answer"][usize::from(hash[1] % 4)],
        );
    }
    let letters = [
        "A", "B", "C", "D", "E", "F", "G", "H", "I", NONE, "A", "B", "D", "D", NONE, "C",
    ];
    answered(
        if hash[2] % 2 == 0 { "robot" } else { "callee" },
        letters[usize::from(hash[3] % 16)],
    )
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const START: i64 = 1_700_000_000;

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(START + second).expect("within range")
    }

    fn task(mobile: &str, redials: u32) -> Task {
        let lead = TaskLead {
            mobile: mobile.into(),
            comments: String::new(),
            robot_id: String::new(),
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

    fn options() -> SandboxOptions {
        SandboxOptions {
            call_duration: Duration::from_secs(4),
            redial_minute: Duration::from_secs(60),
            ..SandboxOptions::default()
        }
    }

    fn statuses(task: &Task, seconds: &[i64]) -> Vec<&'static str> {
        seconds
            .iter()
            .map(|at| call_at(task, 0, &options(), second(*at)).status)
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
        let last = call_at(&task, 0, &options(), second(5000));
        assert_eq!((last.ring_type, last.intention), ("answered", "B"));
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
            call_at(&task, 0, &options(), second(9000)).started,
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
        assert_eq!(task_status(&task, &options(), second(0)), "stopped");
    }

    #[test]
    fn numbers_take_turns_when_there_are_more_than_can_be_dialled_at_once() {
        let mut task = task("+639059000011", 0);
        task.leads = vec![task.leads[0].clone(); 3];
        let options = SandboxOptions {
            calls_at_once: 2,
            ..options()
        };
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
                    call_at(
                        &task(&format!("+62812368{n:03}"), 0),
                        0,
                        &options(),
                        second(60),
                    )
                })
                .collect::<Vec<_>>()
        };
        let [first, second_run] = [0, 1].map(calls);
        assert_eq!(first, second_run);
        let answered = first
            .iter()
            .filter(|call| call.ring_type == "answered")
            .count();
        assert!((70..150).contains(&answered), "{answered} of 200 answered");
        assert!(
            first.iter().any(|call| call.ring_type == "busy")
                && first
                    .iter()
                    .any(|call| call.intention == "--" && call.ring_type == "answered")
        );
    }
}
