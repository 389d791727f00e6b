//! When the provider is asked for the calls of a batch: often while somebody looks, seldom otherwise, and not for ever.

use jiff::{SignedDuration, Timestamp};

/// Between two answers while somebody has the page of the task open.
pub const WATCHED_EVERY: SignedDuration = SignedDuration::from_secs(30);

/// Between two answers otherwise.
pub const UNWATCHED_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// For so long after the page was last drawn somebody counts as looking: it asks again by itself every 30 seconds.
const LOOKS_FOR: SignedDuration = SignedDuration::from_secs(90);

/// Answers that are asked for after the one by which the batch is over: what is told late still counts.
pub const ASKED_AFTER_END: u32 = 3;

/// A batch that has not ended so long after it was created is not asked for any more by itself. A window ends five days after the
/// submission at the latest (provider's documentation).
const ASKED_FOR: SignedDuration = SignedDuration::from_hours(8 * 24);

/// The longest wait after requests without an answer.
const LONGEST_BACKOFF: SignedDuration = SignedDuration::from_mins(10);

/// What is known of a batch once an answer was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Polled {
    /// When the batch was created.
    pub created: Timestamp,
    /// When somebody last looked at its task.
    pub watched: Option<Timestamp>,
    /// Answers asked for since the batch is over, this one among them; `None` while it is not.
    pub asked_after_end: Option<u32>,
}

impl Polled {
    /// When the next answer is asked for; `None` where this was the last.
    pub fn next(&self, now: Timestamp) -> Option<Timestamp> {
        let is_over = self
            .asked_after_end
            .is_some_and(|asked| asked >= ASKED_AFTER_END);
        if is_over || is_too_old(self.created, now) {
            return None;
        }
        let is_watched = self
            .watched
            .is_some_and(|watched| now.duration_since(watched) < LOOKS_FOR);
        let wait = if is_watched {
            WATCHED_EVERY
        } else {
            UNWATCHED_EVERY
        };
        now.checked_add(wait).ok()
    }
}

/// Whether a batch that was created then is not asked for any more by itself, over or not.
pub fn is_too_old(created: Timestamp, now: Timestamp) -> bool {
    now.duration_since(created) > ASKED_FOR
}

/// How long to wait after so many requests in a row without an answer: doubled each time, from the interval of somebody who looks.
pub fn wait_after_failures(failures: u32) -> SignedDuration {
    let doublings = failures.saturating_sub(1).min(8);
    (WATCHED_EVERY * (1_i32 << doublings)).min(LONGEST_BACKOFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn next(watched: Option<i64>, asked_after_end: Option<u32>) -> Option<i64> {
        let polled = Polled {
            created: at(0),
            watched: watched.map(at),
            asked_after_end,
        };
        let now = at(1_000);
        let next = polled.next(now)?;
        Some(next.as_second() - now.as_second())
    }

    #[test]
    fn a_batch_is_asked_for_more_often_while_somebody_looks() {
        assert_eq!(next(None, None), Some(300));
        assert_eq!(next(Some(990), None), Some(30));
        assert_eq!(next(Some(910), None), Some(300));
    }

    #[test]
    fn after_its_end_it_is_asked_for_three_times_more() {
        let waits = [0, 1, 2, 3, 4].map(|asked| next(Some(1_000), Some(asked)));
        assert_eq!(waits, [Some(30), Some(30), Some(30), None, None]);
    }

    #[test]
    fn one_that_never_ends_is_not_asked_for_for_ever() {
        let polled = Polled {
            created: at(0),
            watched: None,
            asked_after_end: None,
        };
        let days = |days: i64| at(days * 86_400 + 1);
        assert!(polled.next(days(7)).is_some());
        assert_eq!(polled.next(days(8)), None);
    }

    #[test]
    fn the_wait_after_failures_doubles_up_to_ten_minutes() {
        let waits = [1, 2, 3, 4, 5, 6, 100].map(|failures| wait_after_failures(failures).as_secs());
        assert_eq!(waits, [30, 60, 120, 240, 480, 600, 600]);
    }
}
