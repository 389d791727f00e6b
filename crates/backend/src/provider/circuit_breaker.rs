//! Whether the provider answers at all: after repeated failures nobody calls it for a while, then a probe finds out.
//!
//! Each process finds out for itself: nothing of it is stored, and a process that has just started takes the provider to be up.

use airudder::{Error as Failure, NotSentReason, UnknownReason};
use jiff::{SignedDuration, Timestamp};

/// Failures in a row after which the provider is not called any more.
const FAILURES: u32 = 5;

/// The first pause; it doubles with each probe that fails.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(30);

/// The longest pause.
const MAX_PAUSE: SignedDuration = SignedDuration::from_mins(5);

/// What the calls of this process have shown.
#[derive(Debug, Default)]
pub(crate) struct Circuit {
    failures: u32,
    failing_since: Option<Timestamp>,
    pause: Option<Pause>,
}

#[derive(Clone, Copy, Debug)]
struct Pause {
    length: SignedDuration,
    until: Timestamp,
    is_probed: bool,
}

/// What may be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// The provider may be called.
    Open,
    /// Nobody calls it.
    Closed,
    /// The caller, and nobody else, is to find out whether it answers again.
    Probe,
}

/// Since when the provider has not answered, and when it is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Down {
    pub since: Timestamp,
    pub until: Timestamp,
}

impl Circuit {
    /// What may be done now. A probe is given out once a pause.
    pub fn gate(&mut self, now: Timestamp) -> Gate {
        match &mut self.pause {
            None => Gate::Open,
            Some(pause) if now < pause.until => Gate::Closed,
            Some(pause) => {
                // Should the probe be lost, the next one follows after another pause.
                pause.until = now + pause.length;
                pause.is_probed = true;
                Gate::Probe
            }
        }
    }

    /// Takes note of how a call has ended.
    pub fn note(&mut self, now: Timestamp, failure: Option<&Failure>) {
        if !failure.is_some_and(is_down) {
            *self = Circuit::default();
            return;
        }
        self.failures = self.failures.saturating_add(1);
        self.failing_since.get_or_insert(now);
        let length = match self.pause {
            None if self.failures < FAILURES => return,
            None => FIRST_PAUSE,
            Some(pause) if pause.is_probed => (pause.length * 2).min(MAX_PAUSE),
            // A call that was under way when the pause began says nothing new.
            Some(_) => return,
        };
        self.pause = Some(Pause {
            length,
            until: now + length,
            is_probed: false,
        });
    }

    /// Whether nobody calls the provider.
    pub fn down(&self) -> Option<Down> {
        let pause = self.pause?;
        Some(Down {
            since: self.failing_since?,
            until: pause.until,
        })
    }
}

/// Whether a failure says that nobody answers, or only a gateway. One that says no, or asks for patience, is there.
fn is_down(failure: &Failure) -> bool {
    match failure {
        Failure::NotSent { reason } => match reason {
            NotSentReason::NameLookup { .. } | NotSentReason::Connect { .. } => true,
            NotSentReason::Token(failure) => is_down(failure),
            NotSentReason::Request => false,
        },
        Failure::Unknown { reason, .. } => match reason {
            UnknownReason::TimedOut
            | UnknownReason::ConnectionBroken { .. }
            | UnknownReason::AnswerCut { .. } => true,
            UnknownReason::Status { status } => *status >= 500,
            UnknownReason::Code { code } => *code >= 500,
            UnknownReason::AnswerTooLong | UnknownReason::Undecodable { .. } => false,
        },
        Failure::Refused { .. } | Failure::RateLimited { .. } | Failure::Undecodable { .. } => {
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn refused_connection() -> Failure {
        Failure::NotSent {
            reason: NotSentReason::Connect {
                cause: "connection refused".to_owned(),
            },
        }
    }

    fn failed(times: u32) -> Circuit {
        let mut circuit = Circuit::default();
        for _ in 0..times {
            circuit.note(at(0), Some(&refused_connection()));
        }
        circuit
    }

    #[test]
    fn only_failures_in_a_row_stop_the_calls() {
        let mut circuit = failed(FAILURES - 1);
        circuit.note(at(1), None);
        circuit.note(at(2), Some(&refused_connection()));
        assert_eq!(circuit.gate(at(2)), Gate::Open);
        assert_eq!(circuit.down(), None);
        assert_eq!(failed(FAILURES).gate(at(0)), Gate::Closed);
    }

    #[test]
    fn one_probe_a_pause_is_given_out_and_pauses_grow_to_five_minutes() {
        let mut circuit = failed(FAILURES + 3);
        let (mut now, mut pauses) = (0, Vec::new());
        for _ in 0..6 {
            let until = circuit.down().unwrap().until;
            pauses.push(until.as_second() - at(now).as_second());
            assert_eq!(
                circuit.gate(until - SignedDuration::from_secs(1)),
                Gate::Closed
            );
            assert_eq!(circuit.gate(until), Gate::Probe);
            assert_eq!(circuit.gate(until), Gate::Closed);
            circuit.note(until, Some(&refused_connection()));
            now = until.as_second() - at(0).as_second();
        }
        assert_eq!(pauses, [30, 60, 120, 240, 300, 300]);
        assert_eq!(circuit.down().unwrap().since, at(0));
        circuit.note(at(now), None);
        assert_eq!(circuit.gate(at(now)), Gate::Open);
    }

    #[test]
    fn a_refusal_counts_as_reachable() {
        let mut circuit = failed(FAILURES - 1);
        circuit.note(at(0), Some(&Failure::RateLimited { retry_after: None }));
        circuit.note(at(0), Some(&refused_connection()));
        assert_eq!(circuit.gate(at(0)), Gate::Open);
    }
}
