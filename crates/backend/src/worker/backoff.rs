//! How long to wait before something is tried again.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::SignedDuration;

use crate::provider::Failure;

/// The shortest wait and the longest one; in between it doubles.
const MIN_BACKOFF: SignedDuration = SignedDuration::from_secs(1);
const MAX_BACKOFF: SignedDuration = SignedDuration::from_mins(1);

/// The longest wait for what is asked again for days.
const MAX_PATIENCE: SignedDuration = SignedDuration::from_mins(10);

/// How long to wait before try number `attempts` + 1.
///
/// Between half the doubled wait and the whole of it, so that batches which failed together do not come back together. The name's
/// own random suffix spreads them.
pub(super) fn exponential(attempts: i32, name: &str) -> SignedDuration {
    doubled(attempts, name, MAX_BACKOFF)
}

/// The same for what is asked again for days: the longest wait is ten minutes.
pub(super) fn patient(attempts: i32, name: &str) -> SignedDuration {
    doubled(attempts, name, MAX_PATIENCE)
}

fn doubled(attempts: i32, name: &str, longest: SignedDuration) -> SignedDuration {
    let doublings = u32::try_from(attempts.saturating_sub(1))
        .unwrap_or(0)
        .min(10);
    let whole = (MIN_BACKOFF * (1_i32 << doublings)).min(longest);
    let mut hasher = DefaultHasher::new();
    (attempts, name).hash(&mut hasher);
    let thousandths = i32::try_from(hasher.finish() % 500).unwrap_or(0);
    whole / 1000 * (500 + thousandths)
}

/// How long the provider asks us to wait, within reason; where it asks for nothing, as [`exponential`] says.
pub(super) fn retry_after(failure: &Failure, attempts: i32, name: &str) -> SignedDuration {
    let asked_for = failure.retry_after();
    asked_for.unwrap_or_else(|| exponential(attempts, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_a_minute_and_is_never_less_than_half_of_that() {
        for (attempts, whole) in (1..=8).zip([1, 2, 4, 8, 16, 32, 60, 60]) {
            let whole = SignedDuration::from_secs(whole);
            for name in ["Friday-29az2azk", "Friday-7c9k2m4p", ""] {
                let wait = exponential(attempts, name);
                assert!(whole / 2 <= wait && wait <= whole, "{attempts}: {wait}");
            }
        }
    }

    #[test]
    fn what_is_asked_again_for_days_waits_up_to_ten_minutes() {
        for (attempts, whole) in [(1, 1), (5, 16), (8, 128), (11, 600), (1_000_000, 600)] {
            let whole = SignedDuration::from_secs(whole);
            let wait = patient(attempts, "Friday-29az2azk 2");
            assert!(whole / 2 <= wait && wait <= whole, "{attempts}: {wait}");
        }
    }

    #[test]
    fn batches_that_fail_together_come_back_apart() {
        let waits: std::collections::BTreeSet<SignedDuration> = (0..40)
            .map(|batch| exponential(3, &format!("Friday-29az2a{batch:02}")))
            .collect();
        assert!(waits.len() > 30, "only {} different waits", waits.len());
    }

    #[test]
    fn the_provider_is_waited_for_as_it_says_within_reason() {
        for (told, waited) in [(0, 1), (7, 7), (86_400, 600)] {
            let failure = Failure::from(airudder::Error::RateLimited {
                retry_after: Some(std::time::Duration::from_secs(told)),
            });
            let waited = SignedDuration::from_secs(waited);
            assert_eq!(
                retry_after(&failure, 1, "Friday"),
                waited,
                "told {told} seconds"
            );
        }
    }
}
