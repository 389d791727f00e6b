//! Regular expressions over digits as tables of steps: what the compiled plans walk through.

use std::collections::HashMap;

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use regex_automata::{Anchored, MatchKind};

/// For each state, the next one for each digit.
pub(super) struct Table {
    steps: Vec<[u16; 10]>,
    /// What it means that the digits end in that state; 0 where no pattern matches.
    marks: Vec<u32>,
}

const DEAD: u16 = 0;
const START: u16 = 1;

impl Table {
    /// Compiles patterns that begin with `^`. A match is marked by what `mark` makes of the patterns that match, by
    /// their places. `None` when the automaton cannot be built or grows too big.
    pub(super) fn compile(
        patterns: &[&str],
        matches: MatchKind,
        mark: impl Fn(&[usize]) -> u32,
    ) -> Option<Table> {
        const MAX_BYTES: usize = 8 << 20;
        let automaton = dense::Builder::new()
            .syntax(syntax::Config::new().unicode(false).utf8(false))
            .configure(
                dense::Config::new()
                    .accelerate(false)
                    .match_kind(matches)
                    .start_kind(StartKind::Anchored)
                    .dfa_size_limit(Some(MAX_BYTES))
                    .determinize_size_limit(Some(MAX_BYTES)),
            )
            .build_many(patterns)
            .ok()?;
        let start = start::Config::new().anchored(Anchored::Yes);
        let mut states = States::new(automaton.start_state(&start).ok()?);
        let mut table = Table {
            steps: vec![[DEAD; 10]],
            marks: vec![0],
        };
        while let Some(state) = states.order.get(table.steps.len() - 1).copied() {
            let mut steps = [DEAD; 10];
            for (step, digit) in steps.iter_mut().zip(b'0'..=b'9') {
                let next = automaton.next_state(state, digit);
                if !automaton.is_dead_state(next) {
                    *step = states.place(next)?;
                }
            }
            table.steps.push(steps);
            let end = automaton.next_eoi_state(state);
            let matching: Vec<usize> = if automaton.is_match_state(end) {
                let count = automaton.match_len(end);
                let pattern = |index| automaton.match_pattern(end, index).as_usize();
                (0..count).map(pattern).collect()
            } else {
                Vec::new()
            };
            let is_match = !matching.is_empty();
            table.marks.push(if is_match { mark(&matching) } else { 0 });
        }
        Some(table)
    }

    /// The mark of all of the digits.
    pub(super) fn mark(&self, digits: &str) -> u32 {
        let mut state = START;
        for digit in digits.bytes() {
            state = self.next(state, digit);
        }
        self.marks[usize::from(state)]
    }

    /// The longest front of the digits that has a mark.
    pub(super) fn marked_front(&self, digits: &str) -> Option<usize> {
        let (mut state, mut found) = (START, None);
        for (end, digit) in digits.bytes().map(Some).chain([None]).enumerate() {
            if self.marks[usize::from(state)] != 0 {
                found = Some(end);
            }
            let Some(digit) = digit else { break };
            state = self.next(state, digit);
            if state == DEAD {
                break;
            }
        }
        found
    }

    fn next(&self, state: u16, digit: u8) -> u16 {
        let steps = &self.steps[usize::from(state)];
        steps
            .get(usize::from(digit.wrapping_sub(b'0')))
            .copied()
            .unwrap_or(DEAD)
    }
}

/// The automaton's states in the order in which the table has them, behind the dead one.
struct States {
    order: Vec<StateID>,
    places: HashMap<StateID, u16>,
}

impl States {
    fn new(start: StateID) -> States {
        States {
            order: vec![start],
            places: HashMap::from([(start, START)]),
        }
    }

    /// `None` when there are more states than the table can hold.
    fn place(&mut self, state: StateID) -> Option<u16> {
        if let Some(place) = self.places.get(&state) {
            return Some(*place);
        }
        self.order.push(state);
        let place = u16::try_from(self.order.len()).ok()?;
        self.places.insert(state, place);
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_the_digits_are_marked_by_every_pattern_that_matches_them() {
        let patterns = [r"^(?:8[1-3]\d{2,4})$", r"^(?:8\d{3})$"];
        let mark = |found: &[usize]| found.iter().fold(0, |mark, place| mark | 1 << place);
        let table = Table::compile(&patterns, MatchKind::All, mark).expect("small");
        for (digits, mark) in [("8123", 3), ("8912", 2), ("81234", 1), ("812345", 1)] {
            assert_eq!(table.mark(digits), mark, "{digits}");
        }
        for digits in ["", "8", "812", "89123", "8123456", "0812", "81a3"] {
            assert_eq!(table.mark(digits), 0, "{digits}");
        }
    }

    #[test]
    fn the_front_ends_where_the_pattern_prefers_it_or_at_the_longest() {
        let end = |pattern, matches, digits| {
            let table = Table::compile(&[pattern], matches, |_| 1).expect("small");
            table.marked_front(digits)
        };
        assert_eq!(end("^(?:0|012)", MatchKind::LeftmostFirst, "0123"), Some(1));
        assert_eq!(end("^(?:0|012)", MatchKind::All, "0123"), Some(3));
        assert_eq!(end("^(?:0|012)", MatchKind::All, "012"), Some(3));
        assert_eq!(end("^(?:0)?", MatchKind::All, "123"), Some(0));
        assert_eq!(end("^(?:0)", MatchKind::All, "123"), None);
    }
}
