//! Calls counted: by group, by letter, by how the unanswered ones rang; and the rates that come of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::call::CallFacts;
use super::classify::{CallGroup, Classified};
use super::meaning::canonical_letter;
use super::ring::RingClass;
use crate::numbers::format_number;

/// A part of a whole. A part of a rate can be more than its base where the two are counted apart: nothing forbids that interested people
/// do not count as reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// How many of them.
    pub part: u64,
    /// Of how many.
    pub base: u64,
}

impl Rate {
    /// The rate in tenths of a per cent, rounded half up; `None` of nothing.
    fn tenths(self) -> Option<u128> {
        let (part, base) = (u128::from(self.part), u128::from(self.base));
        (base > 0).then(|| (part * 2_000 + base) / (base * 2))
    }

    /// The rate in per cent with one decimal, rounded half up; `None` of nothing.
    pub fn percent(self) -> Option<f64> {
        self.tenths().map(|tenths| tenths as f64 / 10.0)
    }

    /// The rate as people read it: `51.1 %`. What rounding would make none or all of them is told apart (`under 0.1 %`, `over 99.9 %`),
    /// and nothing of nothing is a dash.
    pub fn text(self) -> String {
        match self.tenths() {
            None => "–".to_owned(),
            Some(0) if self.part > 0 => "under 0.1 %".to_owned(),
            Some(1_000) if self.part < self.base => "over 99.9 %".to_owned(),
            Some(tenths) => {
                let whole = u64::try_from(tenths / 10).unwrap_or(u64::MAX);
                format!("{}.{} %", format_number(whole), tenths % 10)
            }
        }
    }

    /// The part with its rate and what it is of: `4,812 (51.1 % of dialled)`; the part alone where that is nothing.
    pub fn with_base(self, base: &str) -> String {
        let part = format_number(self.part);
        if self.base == 0 {
            return part;
        }
        format!("{part} ({} of {base})", self.text())
    }
}

/// Calls counted. Every lead is in exactly one group, so that the groups sum up to the leads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallCounts {
    groups: [u64; CallGroup::COUNT],
    letters: BTreeMap<String, u64>,
    rings: [u64; RingClass::ALL.len()],
    /// Calls that count as dialled.
    pub dialled: u64,
    /// Calls that count as reached.
    pub reached: u64,
    /// Calls whose talk is known.
    pub talks: u64,
    /// The seconds of all of them.
    pub talk_seconds: u64,
}

impl CallCounts {
    /// Counts a call.
    pub fn add(&mut self, facts: &CallFacts, call: Classified) {
        self.groups[call.group.index()] += 1;
        if let Some(letter) = &facts.letter {
            match self.letters.get_mut(letter) {
                Some(count) => *count += 1,
                None => *self.letters.entry(canonical_letter(letter)).or_default() += 1,
            }
        }
        if call.group == CallGroup::NotReached {
            let ring = facts
                .ring_type
                .as_deref()
                .map_or(RingClass::Other, RingClass::of);
            self.rings[ring.index()] += 1;
        }
        self.dialled += u64::from(call.dialled);
        self.reached += u64::from(call.reached);
        if let Some(seconds) = call.talk_seconds {
            self.talks += 1;
            self.talk_seconds += u64::from(seconds);
        }
    }

    /// Adds the calls that were counted elsewhere.
    pub fn merge(&mut self, other: &CallCounts) {
        for (count, further) in self.groups.iter_mut().zip(other.groups) {
            *count += further;
        }
        for (count, further) in self.rings.iter_mut().zip(other.rings) {
            *count += further;
        }
        for (letter, further) in &other.letters {
            *self.letters.entry(letter.clone()).or_default() += further;
        }
        self.dialled += other.dialled;
        self.reached += other.reached;
        self.talks += other.talks;
        self.talk_seconds += other.talk_seconds;
    }

    /// All leads.
    pub fn leads(&self) -> u64 {
        self.groups.iter().sum()
    }

    /// Leads of a group.
    pub fn of(&self, group: CallGroup) -> u64 {
        self.groups[group.index()]
    }

    /// Leads of each group that has any, in the order in which screens show them.
    pub fn by_group(&self) -> impl Iterator<Item = (CallGroup, u64)> {
        let groups = CallGroup::ALL.into_iter().zip(self.groups);
        groups.filter(|(_, count)| *count > 0)
    }

    /// Calls by their letter in upper case, in the order of the alphabet: screens put them into the order of the robot’s results.
    pub fn by_letter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.letters
            .iter()
            .map(|(letter, count)| (letter.as_str(), *count))
    }

    /// How the calls of [`CallGroup::NotReached`] rang: they sum up to that group.
    pub fn by_ring(&self) -> impl Iterator<Item = (RingClass, u64)> {
        let rings = RingClass::ALL.into_iter().zip(self.rings);
        rings.filter(|(_, count)| *count > 0)
    }

    /// Leads that are not over, and of which more may be told.
    pub fn open(&self) -> u64 {
        let open = [
            CallGroup::NotDialled,
            CallGroup::Calling,
            CallGroup::WaitingForRedial,
        ];
        open.into_iter().map(|group| self.of(group)).sum()
    }

    /// Dialled of all leads.
    pub fn dial_rate(&self) -> Rate {
        Rate {
            part: self.dialled,
            base: self.leads(),
        }
    }

    /// Reached of the dialled ones.
    pub fn reach_rate(&self) -> Rate {
        Rate {
            part: self.reached,
            base: self.dialled,
        }
    }

    /// Leads of a group, of the reached ones.
    pub fn rate_of_reached(&self, group: CallGroup) -> Rate {
        Rate {
            part: self.of(group),
            base: self.reached,
        }
    }

    /// The mean length of a talk in whole seconds, rounded half up; `None` where no talk is known.
    pub fn mean_talk_seconds(&self) -> Option<u64> {
        (self.talks > 0).then(|| (self.talk_seconds + self.talks / 2) / self.talks)
    }
}

#[cfg(test)]
mod tests;
