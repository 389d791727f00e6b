//! The time in which the calls of a task can fall.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::validate::{Schedule, Timing, later};

/// For so long, what starts at once is taken to call: AIRudder sets its end and does not tell it; this is the shortest window that it
/// takes (provider's documentation).
pub(super) const CALLS_AT_ONCE_FOR: SignedDuration = SignedDuration::from_mins(30);

/// From one moment to another, calls of a batch can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallSpan {
    /// The number of the batch, from 1; the first of those that have this time together.
    pub batch: u32,
    /// The first moment.
    pub from: Timestamp,
    /// The last moment of a first try.
    pub ends: Timestamp,
    /// The last moment of all: that of the last redial.
    pub last_redial: Timestamp,
}

impl CallSpan {
    fn new(batch: u32, from: Timestamp, ends: Timestamp, redials: SignedDuration) -> CallSpan {
        CallSpan {
            batch,
            from,
            ends,
            last_redial: later(ends, redials),
        }
    }
}

impl Timing {
    /// How much later than the last first try the last redial of a number can begin. What the calls before it take is not counted: a
    /// number that nobody answers rings for less than a minute.
    pub(super) fn redials_take(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.redials) * i64::from(self.redial_minutes))
    }

    /// When calls can fall if the batches are submitted now. Batches with a window end together, and none starts before the first.
    pub fn call_spans(&self, batches: u32, now: Timestamp, zone: &TimeZone) -> Vec<CallSpan> {
        match self.schedule {
            Schedule::Later { .. } => self.span_of_batch(1, now, zone).into_iter().collect(),
            Schedule::Now => {
                let last = match self.stagger_minutes {
                    0 => 1,
                    _ => batches.max(1),
                };
                let mut sent = now;
                let apart = SignedDuration::from_mins(self.stagger_minutes.into());
                (1..=last)
                    .filter_map(|number| {
                        let span = self.span_of_batch(number, sent, zone);
                        sent = later(sent, apart);
                        span
                    })
                    .collect()
            }
        }
    }

    /// When calls of one batch can fall if it is sent at that moment; `None` where its window is beyond the calendar, which the form does
    /// not let pass.
    pub fn span_of_batch(&self, number: u32, sent: Timestamp, zone: &TimeZone) -> Option<CallSpan> {
        let redials = self.redials_take();
        match self.schedule_of_batch(number) {
            Schedule::Now => {
                let ends = later(sent, CALLS_AT_ONCE_FOR);
                Some(CallSpan::new(number, sent, ends, redials))
            }
            Schedule::Later { start, end } => {
                let starts = zone.to_timestamp(start).ok()?;
                // Of an hour that the clocks repeat, the end might be the second.
                let ends = zone.to_ambiguous_zoned(end).later().ok()?.timestamp();
                Some(CallSpan::new(number, starts, ends, redials))
            }
        }
    }
}
