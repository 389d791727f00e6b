//! What the provider has told of one call, what state that is, and how two answers become one.

use jiff::Timestamp;
use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::words::{squeezed, told};
use crate::messages::calls;
use crate::states::Tone;

/// Seconds since 1970 of 1 January 2000. What lies before is a program's way to write that there is no time (year 1 or 1970).
const FIRST_MOMENT: i64 = 946_684_800;

/// One entry of the provider's answer, as it came. Its shape is believed from public clients, so nothing in it is required.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToldCall<'a> {
    /// `Status`.
    pub status: Option<&'a str>,
    /// `RingType`.
    pub ring_type: Option<&'a str>,
    /// `HangupType`.
    pub hangup_type: Option<&'a str>,
    /// `Intention`.
    pub letter: Option<&'a str>,
    /// `RobotID`.
    pub robot_id: Option<&'a str>,
    /// `CallStartTime`, `YYYY-MM-DDThh:mm:ssZ`.
    pub started: Option<&'a str>,
    /// `CallEndTime`, in the same form.
    pub ended: Option<&'a str>,
}

/// What the provider has told of the call of one lead. All its words are open enumerations and are kept as they came; blanks and
/// `--` are `None`. The default is a lead of which nothing was told yet. Only the last dial of a number is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct CallFacts {
    /// Whether an answer has listed the lead.
    pub listed: bool,
    /// Whether nothing more will be told: the provider has ended the batch, and was asked for the last time. The caller sets it.
    pub closed: bool,
    /// The provider's word for the state.
    pub status: Option<String>,
    /// Its word for how the number rang.
    pub ring_type: Option<String>,
    /// Its word for who hung up.
    pub hangup_type: Option<String>,
    /// The robot's result: a letter, whose meaning differs by robot.
    pub letter: Option<String>,
    /// The robot that called.
    pub robot_id: Option<String>,
    /// When the last dial began.
    pub started: Option<Timestamp>,
    /// When the last dial ended.
    pub ended: Option<Timestamp>,
}

impl CallFacts {
    /// What an entry tells. A time that cannot be read, or lies before the year 2000, is not told.
    pub fn read(entry: &ToldCall<'_>) -> CallFacts {
        let word = |text: Option<&str>| text.and_then(told).map(str::to_owned);
        CallFacts {
            listed: true,
            closed: false,
            status: word(entry.status),
            ring_type: word(entry.ring_type),
            hangup_type: word(entry.hangup_type),
            letter: word(entry.letter),
            robot_id: word(entry.robot_id),
            started: entry.started.and_then(moment),
            ended: entry.ended.and_then(moment),
        }
    }

    /// The provider's word for the state, where it is none that we know: it is shown as it came.
    pub fn unknown_status(&self) -> Option<&str> {
        let word = self.status.as_deref()?;
        StatusWord::of(word).is_none().then_some(word)
    }

    /// Whole seconds from the beginning of the last dial to its end; `None` where either is not told, or the end lies before
    /// the beginning.
    pub fn seconds(&self) -> Option<u32> {
        let seconds = self.ended?.as_second() - self.started?.as_second();
        u32::try_from(seconds).ok()
    }

    /// Whether the provider's words say that nothing more will happen to the call.
    pub fn is_final(&self) -> bool {
        CallState::told_by(self).is_final()
    }
}

/// Whether a word of the provider says that nothing more will happen: to a call, or to a batch of calls, of which it has the same words.
pub fn is_final_word(word: &str) -> bool {
    let word = StatusWord::of(word);
    matches!(word, Some(StatusWord::Ended | StatusWord::Cancelled))
}

/// A moment as the provider writes it.
fn moment(text: &str) -> Option<Timestamp> {
    let moment: Timestamp = text.trim().parse().ok()?;
    (moment.as_second() >= FIRST_MOMENT).then_some(moment)
}

/// The provider's words for states, as far as they are known. `pending`, `calling`, `finished` and `cancelled` are seen in public
/// clients; the others are assumed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StatusWord {
    Waiting,
    Calling,
    Ended,
    Cancelled,
}

impl StatusWord {
    fn of(word: &str) -> Option<StatusWord> {
        match squeezed(word).as_str() {
            "pending" | "waiting" | "queued" | "queueing" | "scheduled" | "notstarted"
            | "notdialled" | "notdialed" | "redial" | "redialling" | "redialing"
            | "waitingforredial" | "retry" | "retrying" => Some(StatusWord::Waiting),
            "calling" | "dialling" | "dialing" | "ringing" | "talking" | "oncall" | "incall"
            | "inprogress" | "ongoing" => Some(StatusWord::Calling),
            "finished" | "finish" | "completed" | "complete" | "ended" | "done" | "failed" => {
                Some(StatusWord::Ended)
            }
            "cancelled" | "canceled" | "cancel" | "stopped" | "terminated" => {
                Some(StatusWord::Cancelled)
            }
            _ => None,
        }
    }
}

/// The state of a call.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CallState {
    /// No dial has begun.
    NotDialled,
    /// A dial is under way.
    Calling,
    /// Dialled, and to be dialled again.
    WaitingForRedial,
    /// Nothing more will happen: the last dial has ended.
    Ended,
    /// Nothing more will happen: the call was cancelled, or its batch stopped. A dial before may have ended.
    Cancelled,
    /// The provider has ended the batch without telling how the call went, or lists the lead without a state that we know.
    NotTold,
}

impl CallState {
    /// Every state.
    pub const ALL: [CallState; 6] = [
        CallState::NotDialled,
        CallState::Calling,
        CallState::WaitingForRedial,
        CallState::Ended,
        CallState::Cancelled,
        CallState::NotTold,
    ];

    /// The state that these facts tell. What is not over once nothing more will be told is [`CallState::NotTold`], also where the
    /// last word was that the number is being called.
    pub fn of(facts: &CallFacts) -> CallState {
        let state = CallState::told_by(facts);
        if facts.closed && !state.is_final() {
            CallState::NotTold
        } else {
            state
        }
    }

    /// The state by the provider's words and times alone. A call with an unknown word is over with its end. Without a word
    /// it is not, since each dial has an end and another may follow.
    fn told_by(facts: &CallFacts) -> CallState {
        let was_dialled = facts.started.is_some() || facts.ended.is_some();
        match facts.status.as_deref().map(StatusWord::of) {
            Some(Some(StatusWord::Ended)) => CallState::Ended,
            Some(Some(StatusWord::Cancelled)) => CallState::Cancelled,
            Some(Some(StatusWord::Calling)) => CallState::Calling,
            Some(Some(StatusWord::Waiting)) if was_dialled => CallState::WaitingForRedial,
            Some(Some(StatusWord::Waiting)) => CallState::NotDialled,
            Some(None) if facts.ended.is_some() => CallState::Ended,
            None if !facts.listed => CallState::NotDialled,
            Some(None) | None => CallState::NotTold,
        }
    }

    /// The name used in stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The state with that [`key`](CallState::key).
    pub fn from_key(key: &str) -> Option<CallState> {
        key.parse().ok()
    }

    /// Whether nothing more will happen to the call. [`CallState::NotTold`] is not final: an answer that comes late still counts.
    pub const fn is_final(self) -> bool {
        matches!(self, CallState::Ended | CallState::Cancelled)
    }

    /// The words that people see.
    pub fn message(self) -> Message {
        match self {
            CallState::NotDialled => calls::not_dialled(),
            CallState::Calling => calls::calling(),
            CallState::WaitingForRedial => calls::waiting_for_redial(),
            CallState::Ended => calls::ended(),
            CallState::Cancelled => calls::cancelled(),
            CallState::NotTold => calls::not_told(),
        }
    }

    /// The tone of its dot.
    pub const fn tone(self) -> Tone {
        match self {
            CallState::NotDialled | CallState::Ended => Tone::Plain,
            CallState::Calling | CallState::WaitingForRedial => Tone::Busy,
            CallState::Cancelled | CallState::NotTold => Tone::Warn,
        }
    }

    /// How far the call has come, for two answers about the same dial.
    const fn rank(self) -> u8 {
        match self {
            CallState::NotTold | CallState::NotDialled => 0,
            CallState::Calling => 1,
            CallState::WaitingForRedial => 2,
            CallState::Cancelled => 3,
            CallState::Ended => 4,
        }
    }
}

/// How far a call has come: a final answer before an open one, then the later dial, then the state within the dial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Progress {
    is_final: bool,
    started: Option<Timestamp>,
    rank: u8,
}

impl Progress {
    /// How far the call of these facts has come.
    pub fn of(facts: &CallFacts) -> Progress {
        let state = CallState::told_by(facts);
        Progress {
            is_final: state.is_final(),
            started: facts.started,
            rank: state.rank(),
        }
    }
}

/// What is known of a call once `new` was told as well. A call never moves backwards, whatever order answers come in: the one
/// that is further by [`Progress`] counts, and of two that are equally far the new one.
///
/// What it does not tell is kept from the other one where both are of the same dial, which its beginning tells. A final answer
/// without a beginning is of the last dial that is known. The robot is the lead's, and is kept from dial to dial.
pub fn advance(old: &CallFacts, new: &CallFacts) -> CallFacts {
    let (ahead, behind) = if Progress::of(new) >= Progress::of(old) {
        (new, old)
    } else {
        (old, new)
    };
    let without_beginning = |facts: &CallFacts| facts.is_final() && facts.started.is_none();
    let same_dial =
        ahead.started == behind.started || without_beginning(ahead) || without_beginning(behind);
    let word = |of: fn(&CallFacts) -> &Option<String>| {
        let kept = of(behind).as_ref().filter(|_| same_dial);
        of(ahead).as_ref().or(kept).cloned()
    };
    CallFacts {
        listed: old.listed || new.listed,
        closed: old.closed || new.closed,
        status: word(|facts| &facts.status),
        ring_type: word(|facts| &facts.ring_type),
        hangup_type: word(|facts| &facts.hangup_type),
        letter: word(|facts| &facts.letter),
        robot_id: ahead
            .robot_id
            .as_ref()
            .or(behind.robot_id.as_ref())
            .cloned(),
        started: ahead.started.or(behind.started.filter(|_| same_dial)),
        ended: ahead.ended.or(behind.ended.filter(|_| same_dial)),
    }
}

#[cfg(test)]
mod tests;
