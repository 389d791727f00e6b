//! When numbers take their turns, and when a task is over at the latest.

use std::time::Duration;

use jiff::Timestamp;

use crate::{
    call_options::TalkLength,
    options::SandboxOptions,
    outcomes::LONGEST_DIAL,
    world::{Task, after},
};

/// How long after a round of calls the next begins where talks are as long as they would be: about as long as a dial
/// lasts as a rule.
const PLAUSIBLE_ROUND: Duration = Duration::from_secs(40);

/// When the lead at `position` is dialled first.
pub(crate) fn first_dial(task: &Task, position: usize, options: &SandboxOptions) -> Timestamp {
    let rounds = round_length(options).saturating_mul(turn(position, options));
    after(task.window.0, rounds)
}

/// When the last dial has ended even if no number ever answers.
pub(crate) fn latest_end(task: &Task, options: &SandboxOptions) -> Timestamp {
    let longest = match options.talk {
        TalkLength::Bounded => options.call_duration,
        TalkLength::Plausible => options.call_duration.max(LONGEST_DIAL),
    };
    let rounds = round_length(options).saturating_mul(turn(task.leads.len(), options));
    let dials = longest.saturating_mul(task.redials.saturating_add(1));
    let pauses = options
        .redial_minute
        .saturating_mul(task.redial_minutes.saturating_mul(task.redials));
    after(
        task.window.0,
        rounds.saturating_add(dials).saturating_add(pauses),
    )
}

/// How many rounds of calls go before the one that this lead is in.
fn turn(position: usize, options: &SandboxOptions) -> u32 {
    u32::try_from(position / options.calls_at_once.max(1)).unwrap_or(u32::MAX)
}

fn round_length(options: &SandboxOptions) -> Duration {
    match options.talk {
        TalkLength::Bounded => options.call_duration,
        TalkLength::Plausible => PLAUSIBLE_ROUND,
    }
}
