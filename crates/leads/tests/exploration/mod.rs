//! Walks over everything that a model can become, one step at a time, in every order.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

/// Everything that a model can become, what takes fewest steps first.
pub struct Explored<S> {
    pub states: Vec<S>,
    index: HashMap<S, usize>,
    /// By which state each was reached first.
    came_from: Vec<Option<usize>>,
}

/// Explores what can become of `start` by those steps.
pub fn explore<S: Copy + Eq + Hash>(start: S, next: impl Fn(S) -> Vec<S>) -> Explored<S> {
    let mut states = vec![start];
    let mut index = HashMap::from([(start, 0)]);
    let mut came_from = vec![None];
    let mut walked = 0;
    while let Some(state) = states.get(walked).copied() {
        for next in next(state) {
            index.entry(next).or_insert_with(|| {
                states.push(next);
                came_from.push(Some(walked));
                states.len() - 1
            });
        }
        walked += 1;
    }
    Explored {
        states,
        index,
        came_from,
    }
}

impl<S: Copy + Eq + Hash + Debug> Explored<S> {
    /// How a state comes about, a line each, by as few steps as it takes.
    pub fn history(&self, of: S) -> String {
        let mut lines = Vec::new();
        let mut at = self.index.get(&of).copied();
        while let Some(index) = at {
            lines.push(format!("{:?}", self.states[index]));
            at = self.came_from[index];
        }
        lines.reverse();
        lines.join("\n")
    }

    /// The states from which those steps lead to no end.
    pub fn stuck(&self, next: impl Fn(S) -> Vec<S>, is_end: impl Fn(S) -> bool) -> Vec<S> {
        let mut before = vec![Vec::new(); self.states.len()];
        for (index, state) in self.states.iter().enumerate() {
            for next in next(*state) {
                before[self.index[&next]].push(index);
            }
        }
        let mut has_way: Vec<bool> = self.states.iter().map(|state| is_end(*state)).collect();
        let mut open: Vec<usize> = (0..has_way.len()).filter(|index| has_way[*index]).collect();
        while let Some(end) = open.pop() {
            for index in &before[end] {
                if !has_way[*index] {
                    has_way[*index] = true;
                    open.push(*index);
                }
            }
        }
        let states = self.states.iter().zip(has_way);
        let stuck = states.filter(|(_, has_way)| !has_way);
        stuck.map(|(state, _)| *state).collect()
    }
}
