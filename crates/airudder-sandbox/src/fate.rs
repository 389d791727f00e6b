//! Chance that is none: everything that differs from number to number comes out of the number itself.

use sha2::{Digest as _, Sha256};

/// What is drawn for a number of a task. The same number draws the same wherever it is in the first task that it is in;
/// in later ones it draws anew, so that calling somebody again is worth it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fate {
    /// The number's own, whatever task it is in.
    pub number: Draw,
    /// The number's in this task.
    pub in_task: Draw,
}

impl Fate {
    /// `tasks_before` counts how often the number was in a task before.
    pub fn new(mobile: &str, tasks_before: u32) -> Self {
        let number = Draw::from_text(mobile);
        Self {
            number,
            in_task: number.of(u64::from(tasks_before)),
        }
    }
}

/// 64 bits that look random, from which more can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Draw(u64);

impl Draw {
    /// The same text always draws the same.
    pub fn from_text(text: &str) -> Self {
        let hash = Sha256::digest(text.as_bytes());
        let first = hash[..8].try_into().expect("a hash has 32 bytes");
        Self(u64::from_le_bytes(first))
    }

    /// A further draw, one for each `which`: the finalizer of SplitMix64 (Steele, Lea and Flood 2014) over the next state.
    pub fn of(self, which: u64) -> Self {
        let next = which.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0.wrapping_add(next);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Self(bits ^ (bits >> 31))
    }

    /// A number from 0 to below `end`, which is at least 1.
    pub fn below(self, end: u64) -> u64 {
        // The remainder favours small numbers by less than a millionth where `end` is small.
        self.0 % end
    }
}

/// Puts `items` into an order that only `draw` decides (Fisher and Yates; Durstenfeld 1964).
pub(crate) fn shuffle<T>(items: &mut [T], draw: Draw) {
    for last in (1..items.len()).rev() {
        let end = last as u64 + 1;
        let chosen = draw.of(end).below(end);
        items.swap(last, usize::try_from(chosen).unwrap_or(last));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_draws_the_same_again_and_anew_in_a_later_task() {
        let [first, again] = [0, 0].map(|tasks| Fate::new("+6281236827301", tasks).in_task);
        assert_eq!(first, again);
        let later = Fate::new("+6281236827301", 1);
        assert_ne!(later.in_task, first);
        assert_eq!(later.number, Fate::new("+6281236827301", 0).number);
    }

    #[test]
    fn draws_are_spread_evenly() {
        let draw = Draw::from_text("any");
        let mut counts = [0_u32; 10];
        for which in 0..10_000 {
            counts[usize::try_from(draw.of(which).below(10)).expect("below ten")] += 1;
        }
        assert!(
            counts.iter().all(|count| (900..1100).contains(count)),
            "{counts:?}"
        );
    }

    #[test]
    fn a_shuffled_list_holds_the_same_in_another_order() {
        let sorted: Vec<u32> = (0..100).collect();
        let mut shuffled = sorted.clone();
        shuffle(&mut shuffled, Draw::from_text("a task"));
        assert_ne!(shuffled, sorted);
        shuffled.sort_unstable();
        assert_eq!(shuffled, sorted);
    }
}
