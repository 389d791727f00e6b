//! Nobody is called twice: which batches keep the numbers that they share with another task from being sent.
//!
//! A batch counts from the moment at which it got into the queue last, not from the submission of its task: one that is sent
//! again today calls today.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::BatchState;

impl BatchState {
    /// Whether a batch in this state has its people called, or may have them called. Certainly not sent, refused and stopped
    /// call nobody; giving up is a person's word that nobody is called.
    pub const fn calls(self) -> bool {
        !matches!(
            self,
            BatchState::Refused | BatchState::NotSent | BatchState::Stopped | BatchState::GivenUp
        )
    }

    /// Whether it is still open if its people are called: it waits, is being sent or searched for, or a person has to decide.
    pub const fn is_undecided(self) -> bool {
        self.calls() && !matches!(self, BatchState::Created)
    }
}

/// Whether a batch of another task, queued last at `queued`, keeps the numbers that it shares from being sent; `from` is what
/// [`send_again_counts_from`] says for a batch that is sent again, and when the cooldown began for a draft.
pub fn keeps_back<T: Ord>(state: BatchState, queued: T, from: T) -> bool {
    state.calls() && queued >= from
}

/// From when on numbers count as called recently: the beginning of the day in that zone, so many days before the present one, which is
/// the last of them. So a list that is called every Monday is not kept back with 7 days, at whatever hour it is called, and with one day
/// nobody is in two tasks of the same day. A window of a later day counts from the day on which it was submitted, as every task does.
/// `None` for no days: nothing counts then.
pub fn cooldown_began(days: u32, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let before = i32::try_from(days.checked_sub(1)?).unwrap_or(i32::MAX);
    let today = now.to_zoned(zone.clone());
    let first = today.checked_sub(before.days());
    let began = first.and_then(|first| first.start_of_day());
    Some(began.map_or(Timestamp::MIN, |began| began.timestamp()))
}

/// From when on batches of other tasks keep a batch from being sent again: those that were queued within the cooldown, and
/// those that were queued since its own task was submitted, however long ago that is and however short the cooldown.
///
/// Where a person has chosen to keep the numbers that were called recently, the choice was about the batches that were queued
/// before that task was submitted. They do not count then. What was queued since does: nobody has chosen to call its numbers
/// once more. The own task's other batches never count, since a number is in two of them only where a person keeps all rows
/// with the same number.
///
/// The submission of the task stands for all of its batches: a batch that was planned for later has a queue date that lies
/// after calls of others which nobody has seen on its review.
pub fn send_again_counts_from<T: Ord>(
    submitted: T,
    cooldown_began: T,
    recent_numbers_were_kept: bool,
) -> T {
    if recent_numbers_were_kept {
        submitted
    } else {
        submitted.min(cooldown_began)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_still_call_is_undecided_until_it_was_created() {
        let undecided = BatchState::ALL
            .into_iter()
            .filter(|state| state.is_undecided());
        let (waits, lost) = (
            [BatchState::Waiting, BatchState::Sending],
            [BatchState::Unknown, BatchState::Absent],
        );
        assert_eq!(undecided.collect::<Vec<_>>(), [waits, lost].concat());
    }

    fn began(days: u32, now: &str, zone: &str) -> Option<String> {
        let now: Timestamp = now.parse().unwrap();
        let zone = TimeZone::get(zone).unwrap();
        cooldown_began(days, now, &zone).map(|began| began.to_zoned(zone).to_string())
    }

    #[test]
    fn the_days_are_those_of_the_calendar_in_the_zone_of_the_account() {
        for (days, now, zone, expected) in [
            (
                7,
                "2026-11-30T01:00:00Z",
                "Asia/Jakarta",
                "2026-11-24T00:00:00+07:00[Asia/Jakarta]",
            ),
            // It is Tuesday there already.
            (
                7,
                "2026-11-30T18:00:00Z",
                "Asia/Jakarta",
                "2026-11-25T00:00:00+07:00[Asia/Jakarta]",
            ),
            (
                1,
                "2026-11-30T18:00:00Z",
                "Asia/Manila",
                "2026-12-01T00:00:00+08:00[Asia/Manila]",
            ),
            (
                7,
                "2026-11-30T01:00:00Z",
                "America/Mexico_City",
                "2026-11-23T00:00:00-06:00[America/Mexico_City]",
            ),
            (
                2,
                "2026-11-30T18:31:00Z",
                "Asia/Kolkata",
                "2026-11-30T00:00:00+05:30[Asia/Kolkata]",
            ),
            // Clocks go forward on 8 March and back on 1 November.
            (
                7,
                "2026-03-12T15:00:00Z",
                "America/New_York",
                "2026-03-06T00:00:00-05:00[America/New_York]",
            ),
            (
                7,
                "2026-11-05T15:00:00Z",
                "America/New_York",
                "2026-10-30T00:00:00-04:00[America/New_York]",
            ),
            // The day on which midnight is skipped begins at one.
            (
                1,
                "2024-04-26T12:00:00Z",
                "Africa/Cairo",
                "2024-04-26T01:00:00+03:00[Africa/Cairo]",
            ),
        ] {
            assert_eq!(
                began(days, now, zone).as_deref(),
                Some(expected),
                "{days} {now} {zone}"
            );
        }
        assert_eq!(began(0, "2026-11-30T01:00:00Z", "Asia/Jakarta"), None);
    }

    #[test]
    fn a_weekly_list_is_free_on_the_same_day_of_the_week_also_an_hour_earlier() {
        let zone = TimeZone::get("America/Mexico_City").unwrap();
        let called: Timestamp = "2026-11-23T16:00:00Z".parse().unwrap();
        let at = |text: &str| cooldown_began(7, text.parse().unwrap(), &zone);
        assert!(at("2026-11-30T15:00:00Z") > Some(called));
        assert!(
            at("2026-11-30T05:59:00Z") <= Some(called),
            "it is Sunday still"
        );
    }
}
