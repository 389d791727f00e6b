//! Long lists in parts.

use crate::numbers::{counted, grouped};

/// The most leads that one provider task takes (provider's documentation, `Details`).
pub const MOST_LEADS_IN_A_PART: u32 = 10_000;

/// The fewest leads in a part that an account may ask for: each part is a call of its own, at the check and at the sending.
pub const FEWEST_LEADS_IN_A_PART: u32 = 100;

/// The most parts that one list is sent in.
pub const MOST_PARTS: u32 = 500;

/// Leads in a part unless the account says otherwise: the number that the provider's documentation recommends.
pub const USUAL_PART_SIZE: u32 = 5_000;

/// How many leads each part holds, in their order.
///
/// Up to [`MOST_LEADS_IN_A_PART`] stay together; a longer list is cut into parts of `part_size` (at least 1, at most
/// [`MOST_LEADS_IN_A_PART`]), the last one with what is left. No leads make no part.
pub fn split(leads: u32, part_size: u32) -> Vec<u32> {
    split_longer_than(MOST_LEADS_IN_A_PART, leads, part_size)
}

/// The same, with lists up to `longest_whole` leads (at most [`MOST_LEADS_IN_A_PART`]) staying together.
pub fn split_longer_than(longest_whole: u32, leads: u32, part_size: u32) -> Vec<u32> {
    if leads == 0 {
        return Vec::new();
    }
    if leads <= longest_whole.min(MOST_LEADS_IN_A_PART) {
        return vec![leads];
    }
    let size = part_size.clamp(1, MOST_LEADS_IN_A_PART);
    let rest = leads % size;
    let mut parts = vec![size; (leads / size) as usize];
    if rest > 0 {
        parts.push(rest);
    }
    parts
}

/// Why a list of so many leads cannot be sent in parts of `part_size`, if it cannot: it would be more than [`MOST_PARTS`].
pub fn parts_hindrance(leads: u32, part_size: u32) -> Option<String> {
    if leads <= MOST_LEADS_IN_A_PART {
        return None;
    }
    let parts = leads.div_ceil(part_size.clamp(1, MOST_LEADS_IN_A_PART));
    let enough = leads.div_ceil(MOST_PARTS).max(FEWEST_LEADS_IN_A_PART);
    (parts > MOST_PARTS).then(|| {
        format!(
            "{} in batches of {} would be {} batches; the limit is {MOST_PARTS}. Ask an administrator to raise “Leads per \
             batch” to at least {} under Settings.",
            counted(leads, "lead", "leads"),
            grouped(part_size),
            grouped(parts),
            grouped(enough)
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_list_that_one_task_takes_stays_whole() {
        assert_eq!(split(1, USUAL_PART_SIZE), [1]);
        assert_eq!(split(10_000, USUAL_PART_SIZE), [10_000]);
        assert_eq!(split(10_001, USUAL_PART_SIZE), [5_000, 5_000, 1]);
        assert_eq!(split(15_000, USUAL_PART_SIZE), [5_000, 5_000, 5_000]);
        assert_eq!(split(25_000, 99_999), [10_000, 10_000, 5_000]);
        assert!(split(0, USUAL_PART_SIZE).is_empty());
    }

    #[test]
    fn a_list_is_cut_from_the_length_on_that_is_asked_for() {
        assert_eq!(split_longer_than(3, 3, 2), [3]);
        assert_eq!(split_longer_than(3, 5, 2), [2, 2, 1]);
        assert_eq!(split_longer_than(u32::MAX, 10_001, 9_000), [9_000, 1_001]);
    }

    #[test]
    fn a_list_is_sent_in_at_most_500_parts_and_it_is_said_what_would_do() {
        assert_eq!(parts_hindrance(10_000, 1), None);
        assert_eq!(parts_hindrance(50_000, 100), None);
        assert_eq!(
            parts_hindrance(200_000, 100).as_deref(),
            Some(
                "200,000 leads in batches of 100 would be 2,000 batches; the limit is 500. Ask an administrator to raise “Leads \
                 per batch” to at least 400 under Settings."
            )
        );
        assert_eq!(parts_hindrance(200_000, 400), None);
        for leads in [10_001_u32, 50_001, 123_456, 200_000] {
            let enough = leads.div_ceil(MOST_PARTS).max(FEWEST_LEADS_IN_A_PART);
            assert!(split(leads, enough).len() <= MOST_PARTS as usize, "{leads}");
        }
    }

    proptest! {
        #[test]
        fn no_lead_is_lost_and_no_part_is_too_long(leads in 0_u32..200_000, size in 0_u32..20_000) {
            // Parts of a handful would only make the test slow.
            let parts = split(leads, size.max(50));
            prop_assert_eq!(parts.iter().sum::<u32>(), leads);
            prop_assert!(parts.iter().all(|part| (1..=MOST_LEADS_IN_A_PART).contains(part)));
        }
    }
}
