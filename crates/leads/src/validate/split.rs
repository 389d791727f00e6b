//! Long lists in batches.

use localization::Message;

use crate::messages::when;

/// The most leads that one provider task takes (provider's documentation, `Details`).
pub const MAX_BATCH_SIZE: u32 = 10_000;

/// The fewest leads in a batch that an account may ask for: each batch is a call of its own, at the check and at the sending.
pub const MIN_BATCH_SIZE: u32 = 100;

/// The most batches that one list is sent in.
pub const MAX_BATCHES: u32 = 500;

/// Leads in a batch unless the account says otherwise: the number that the provider's documentation recommends.
pub const DEFAULT_BATCH_SIZE: u32 = 5_000;

/// How many leads each batch holds, in their order.
///
/// Up to [`MAX_BATCH_SIZE`] stay together; a longer list is cut into batches of `batch_size` (at least 1, at most
/// [`MAX_BATCH_SIZE`]), the last one with what is left. No leads make no batch.
pub fn split(leads: u32, batch_size: u32) -> Vec<u32> {
    split_longer_than(MAX_BATCH_SIZE, leads, batch_size)
}

/// The same, with lists up to `max_whole` leads (at most [`MAX_BATCH_SIZE`]) staying together.
pub fn split_longer_than(max_whole: u32, leads: u32, batch_size: u32) -> Vec<u32> {
    if leads == 0 {
        return Vec::new();
    }
    if leads <= max_whole.min(MAX_BATCH_SIZE) {
        return vec![leads];
    }
    let size = batch_size.clamp(1, MAX_BATCH_SIZE);
    let rest = leads % size;
    let mut batches = vec![size; (leads / size) as usize];
    if rest > 0 {
        batches.push(rest);
    }
    batches
}

/// Why a list of so many leads cannot be sent in batches of `batch_size`, if it cannot: it would be more than [`MAX_BATCHES`].
pub fn batches_blocker(leads: u32, batch_size: u32) -> Option<Message> {
    if leads <= MAX_BATCH_SIZE {
        return None;
    }
    let batches = leads.div_ceil(batch_size.clamp(1, MAX_BATCH_SIZE));
    let enough = leads.div_ceil(MAX_BATCHES).max(MIN_BATCH_SIZE);
    (batches > MAX_BATCHES)
        .then(|| when::too_many_batches(batches, enough, leads, MAX_BATCHES, batch_size))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_list_that_one_task_takes_stays_whole() {
        assert_eq!(split(1, DEFAULT_BATCH_SIZE), [1]);
        assert_eq!(split(10_000, DEFAULT_BATCH_SIZE), [10_000]);
        assert_eq!(split(10_001, DEFAULT_BATCH_SIZE), [5_000, 5_000, 1]);
        assert_eq!(split(15_000, DEFAULT_BATCH_SIZE), [5_000, 5_000, 5_000]);
        assert_eq!(split(25_000, 99_999), [10_000, 10_000, 5_000]);
        assert!(split(0, DEFAULT_BATCH_SIZE).is_empty());
    }

    #[test]
    fn a_list_is_cut_from_the_length_on_that_is_asked_for() {
        assert_eq!(split_longer_than(3, 3, 2), [3]);
        assert_eq!(split_longer_than(3, 5, 2), [2, 2, 1]);
        assert_eq!(split_longer_than(u32::MAX, 10_001, 9_000), [9_000, 1_001]);
    }

    #[test]
    fn a_list_is_sent_in_at_most_500_batches_and_it_is_said_what_would_do() {
        assert_eq!(batches_blocker(10_000, 1), None);
        assert_eq!(batches_blocker(50_000, 100), None);
        assert_eq!(
            batches_blocker(200_000, 100)
                .map(|told| told.to_string())
                .as_deref(),
            Some(
                "200,000 leads in batches of 100 would be 2,000 batches; the limit is 500. Ask an administrator to raise “Leads \
                 per batch” to at least 400 under Settings."
            )
        );
        assert_eq!(batches_blocker(200_000, 400), None);
        for leads in [10_001_u32, 50_001, 123_456, 200_000] {
            let enough = leads.div_ceil(MAX_BATCHES).max(MIN_BATCH_SIZE);
            assert!(
                split(leads, enough).len() <= MAX_BATCHES as usize,
                "{leads}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_lead_is_lost_and_no_batch_is_too_long(leads in 0_u32..200_000, size in 0_u32..20_000) {
            // Batches of a handful would only make the test slow.
            let batches = split(leads, size.max(50));
            prop_assert_eq!(batches.iter().sum::<u32>(), leads);
            prop_assert!(batches.iter().all(|batch| (1..=MAX_BATCH_SIZE).contains(batch)));
        }
    }
}
