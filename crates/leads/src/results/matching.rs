//! Which call is whose: ties the entries of the provider's answer to the leads that were sent.
//!
//! Nothing documents that an entry names its number, nor in which order entries come. So an entry is tied by its number where it
//! holds one, else by the note that was sent with the lead, else not at all; never by its position.

use localization::Message;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::call::{CallFacts, Progress};
use crate::messages::{calls, not_told_apart};

/// The most digits of a number that is compared; E.164 allows 15.
const MAX_DIGITS: usize = 18;

/// What a lead says that cannot be told apart from others.
pub fn cannot_be_told_apart() -> Message {
    calls::cannot_be_told_apart()
}

/// Why, and what to do about it next time.
pub fn why_not_told_apart() -> Message {
    not_told_apart::why()
}

/// A lead as it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentCall<'a> {
    /// Its row: unique in the batch.
    pub row: u32,
    /// The number, as in E.164.
    pub number: &'a str,
    /// The note; blank where there was none.
    pub comments: &'a str,
}

/// What an entry of the answer says about whom it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToldOwner<'a> {
    /// The number, with or without a plus.
    pub number: Option<&'a str>,
    /// The note; the provider echoes it with blanks behind it.
    pub comments: Option<&'a str>,
}

/// Whose call an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The lead with that row. Several entries can be about one lead; [`advance`](super::call::advance) makes them one.
    Row(u32),
    /// None that was sent: shown, and not counted.
    Stranger,
    /// One of several leads that nothing tells apart: the place of the group in [`Matches::ambiguous`].
    OneOf(usize),
}

/// Leads that nothing tells apart, and the entries about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ambiguous {
    /// The rows, in their order, without those that another entry is tied to for certain. So there can be fewer rows than entries, or
    /// none.
    pub rows: Vec<u32>,
    /// The places of the entries in the answer, in their order.
    pub entries: Vec<usize>,
}

/// Whose each entry is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// The owner of each entry, in the order of the answer.
    pub owners: Vec<Owner>,
    /// The groups that cannot be told apart, by their first row. No row is in two of them.
    pub ambiguous: Vec<Ambiguous>,
}

impl Ambiguous {
    /// The entries spread over the rows, so that counts are right though no row is certain: the call that is furthest goes to
    /// the first row. `None` for rows that no entry is left for; entries without a row are not counted.
    ///
    /// What a row gets replaces what it had: with every answer the calls may lie on other rows. `facts` gives those of an entry.
    pub fn spread<'a>(
        &self,
        facts: impl Fn(usize) -> &'a CallFacts,
    ) -> Vec<(u32, Option<&'a CallFacts>)> {
        let mut calls: Vec<&CallFacts> = self.entries.iter().map(|entry| facts(*entry)).collect();
        // The rest only makes it certain which call comes first, whatever the order of the answer.
        calls.sort_by_key(|call| {
            let words = [&call.letter, &call.ring_type, &call.hangup_type];
            (Reverse(Progress::of(call)), call.ended, words)
        });
        let calls = calls.into_iter().map(Some).chain(std::iter::repeat(None));
        self.rows.iter().copied().zip(calls).collect()
    }
}

/// Ties each entry to a lead, in one pass over both.
///
/// * A number that was sent once decides by itself. Where it was sent several times, the note decides among its leads.
/// * A number that was not sent is a stranger's, unless the note was sent with exactly one lead. Where no number of the whole answer was
///   sent, numbers are written in a way that is not known (masked, without the country), and only notes count.
/// * Without a number, the note decides. Where the answer tells notes at all, no note is one like any other: it ties the only entry
///   without one to the only lead without one.
/// * Leads that are left are [`Owner::OneOf`] their group; groups that share a lead are one.
pub fn match_calls(sent: &[SentCall<'_>], entries: &[ToldOwner<'_>]) -> Matches {
    let index = Index::of(sent);
    let entries: Vec<Keys<'_>> = entries.iter().map(Keys::of).collect();
    let told = Told {
        numbers: entries.iter().any(|entry| index.has_number(entry)),
        comments: entries.iter().any(|entry| !entry.comments.is_empty()),
    };
    let blanks = entries.iter().filter(|entry| entry.says_nothing()).count();
    let found: Vec<Candidates<'_>> = entries
        .iter()
        .map(|entry| index.candidates(entry, told))
        .map(|candidates| match candidates {
            Candidates::One(_, Key::Comments("")) if blanks > 1 || !told.comments => {
                candidates.as_several()
            }
            _ => candidates,
        })
        .collect();
    let groups = Groups::of(sent.len(), &found, &index);
    groups.matches(sent, &found, &index)
}

/// What the whole answer tells.
#[derive(Clone, Copy)]
struct Told {
    /// Whether numbers stand in it as they were sent.
    numbers: bool,
    /// Whether notes stand in it.
    comments: bool,
}

/// What entries are tied by.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'a> {
    Number(u64),
    Comments(&'a str),
    Both(u64, &'a str),
}

/// What one entry can be compared by.
struct Keys<'a> {
    number: Option<u64>,
    has_number: bool,
    comments: &'a str,
}

impl<'a> Keys<'a> {
    fn of(entry: &ToldOwner<'a>) -> Keys<'a> {
        let text = entry.number.map(str::trim).unwrap_or_default();
        Keys {
            number: digits(text),
            has_number: !text.is_empty(),
            comments: entry.comments.map(str::trim).unwrap_or_default(),
        }
    }

    fn says_nothing(&self) -> bool {
        !self.has_number && self.comments.is_empty()
    }
}

/// The digits of a number as a number, behind a one that keeps zeros at their beginning; `None` where it holds anything but digits and
/// what is written between them, such as a masked number.
fn digits(number: &str) -> Option<u64> {
    let number = number.strip_prefix("00").unwrap_or(number);
    let is_gap = |letter: char| matches!(letter, '+' | ' ' | '-' | '.' | '(' | ')');
    let mut value = 1_u64;
    let mut count = 0;
    for letter in number.chars().filter(|letter| !is_gap(*letter)) {
        value = value.checked_mul(10)? + u64::from(letter.to_digit(10)?);
        count += 1;
    }
    (1..=MAX_DIGITS).contains(&count).then_some(value)
}

/// The leads by what entries are tied by. Leads are places in what was sent.
struct Index<'a> {
    by_number: HashMap<u64, Vec<usize>>,
    by_comments: HashMap<&'a str, Vec<usize>>,
    /// Only of numbers that were sent several times.
    by_both: HashMap<(u64, &'a str), Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(sent: &[SentCall<'a>]) -> Index<'a> {
        let mut index = Index {
            by_number: HashMap::with_capacity(sent.len()),
            by_comments: HashMap::with_capacity(sent.len()),
            by_both: HashMap::new(),
        };
        for (place, call) in sent.iter().enumerate() {
            if let Some(number) = digits(call.number) {
                index.by_number.entry(number).or_default().push(place);
            }
            let of_comments = index.by_comments.entry(call.comments.trim());
            of_comments.or_default().push(place);
        }
        for (number, places) in index
            .by_number
            .iter()
            .filter(|(_, places)| places.len() > 1)
        {
            for place in places {
                let key = (*number, sent[*place].comments.trim());
                index.by_both.entry(key).or_default().push(*place);
            }
        }
        index
    }

    /// Whether the number of an entry was sent.
    fn has_number(&self, entry: &Keys<'_>) -> bool {
        entry
            .number
            .is_some_and(|number| self.by_number.contains_key(&number))
    }

    /// The leads that an entry can be about.
    fn candidates(&self, entry: &Keys<'a>, told: Told) -> Candidates<'a> {
        if let Some(number) = entry.number.filter(|_| self.has_number(entry)) {
            return match self.found(Key::Both(number, entry.comments)) {
                both @ (Candidates::One(..) | Candidates::Several(_)) if told.comments => both,
                _ => self.found(Key::Number(number)),
            };
        }
        match self.found(Key::Comments(entry.comments)) {
            // A number that we did not send, and a note that decides nothing.
            Candidates::Several(_) if entry.has_number && told.numbers => Candidates::None,
            Candidates::One(_, Key::Comments("")) if entry.has_number => Candidates::None,
            found => found,
        }
    }

    fn found(&self, key: Key<'a>) -> Candidates<'a> {
        match self.places(key) {
            [] => Candidates::None,
            [only] => Candidates::One(*only, key),
            _ => Candidates::Several(key),
        }
    }

    fn places(&self, key: Key<'a>) -> &[usize] {
        let places = match key {
            Key::Number(number) => self.by_number.get(&number),
            Key::Comments(comments) => self.by_comments.get(comments),
            Key::Both(number, comments) => self.by_both.get(&(number, comments)),
        };
        places.map(Vec::as_slice).unwrap_or_default()
    }
}

/// The leads that an entry can be about: all that have the key.
#[derive(Clone, Copy)]
enum Candidates<'a> {
    None,
    One(usize, Key<'a>),
    Several(Key<'a>),
}

impl<'a> Candidates<'a> {
    fn as_several(self) -> Candidates<'a> {
        match self {
            Candidates::One(_, key) => Candidates::Several(key),
            other => other,
        }
    }
}

/// Leads joined into groups: a forest in which each lead names another one of its group, and the first one itself.
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    /// Joins the leads that an entry cannot tell apart. Each key is joined once, however many entries have it.
    fn of(leads: usize, found: &[Candidates<'_>], index: &Index<'_>) -> Groups {
        let mut groups = Groups {
            parents: (0..leads).collect(),
        };
        let mut joined = HashSet::new();
        for candidates in found {
            if let Candidates::Several(key) = candidates
                && joined.insert(*key)
            {
                let places = index.places(*key);
                for pair in places.windows(2) {
                    groups.join(pair[0], pair[1]);
                }
            }
        }
        groups
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.parents[one.max(other)] = one.min(other);
    }

    /// The first lead of the group.
    fn first(&mut self, mut place: usize) -> usize {
        while self.parents[place] != place {
            // Halves the way for the next time.
            self.parents[place] = self.parents[self.parents[place]];
            place = self.parents[place];
        }
        place
    }

    fn matches(
        mut self,
        sent: &[SentCall<'_>],
        found: &[Candidates<'_>],
        index: &Index<'_>,
    ) -> Matches {
        let mut is_certain = vec![false; sent.len()];
        let mut entries: HashMap<usize, Vec<usize>> = HashMap::new();
        for (entry, candidates) in found.iter().enumerate() {
            match candidates {
                Candidates::One(place, _) => is_certain[*place] = true,
                Candidates::Several(key) => {
                    let first = self.first(index.places(*key)[0]);
                    entries.entry(first).or_default().push(entry);
                }
                Candidates::None => {}
            }
        }
        let mut firsts: Vec<usize> = entries.keys().copied().collect();
        firsts.sort_unstable();
        let numbers: HashMap<usize, usize> = firsts
            .iter()
            .enumerate()
            .map(|(number, first)| (*first, number))
            .collect();
        let mut ambiguous: Vec<Ambiguous> = firsts
            .iter()
            .map(|first| Ambiguous {
                rows: Vec::new(),
                entries: entries.remove(first).unwrap_or_default(),
            })
            .collect();
        let mut owners = vec![Owner::Stranger; found.len()];
        for (number, group) in ambiguous.iter().enumerate() {
            for entry in &group.entries {
                owners[*entry] = Owner::OneOf(number);
            }
        }
        for (place, call) in sent.iter().enumerate() {
            let group = numbers.get(&self.first(place));
            if let Some(group) = group.filter(|_| !is_certain[place]) {
                ambiguous[*group].rows.push(call.row);
            }
        }
        for (owner, candidates) in owners.iter_mut().zip(found) {
            if let Candidates::One(place, _) = candidates {
                *owner = Owner::Row(sent[*place].row);
            }
        }
        Matches { owners, ambiguous }
    }
}

#[cfg(test)]
mod tests;
