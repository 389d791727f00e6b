//! What the letters of results mean to a robot: a table that an administrator changes. No letter is better than another by itself.

mod suggest;

use localization::Message;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
pub use suggest::suggest_group;

use super::words::told;
use crate::messages::{calls, robot_results};
use crate::validate::text::{cut, length};
use crate::validate::whole_number;
use crate::views::FormProblem;

/// The longest letter of a result, in characters: the provider has `A` to `I`, and nothing says that it stays so.
pub const MAX_LETTER_LENGTH: usize = 8;

/// The longest name of a result, in characters.
pub const MAX_NAME_LENGTH: usize = 60;

/// The most results of one robot.
pub const MAX_MEANINGS: usize = 64;

/// The last place in the order of results.
pub const MAX_ORDER: u16 = 999;

/// What a result says about the person, the same for all robots.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ResultGroup {
    /// Wants what is offered.
    Interested,
    /// Asks to be called another time.
    CallBack,
    /// Does not want it.
    NotInterested,
    /// Does not want to be called again.
    DoNotCall,
    /// Is not the person who was meant.
    WrongNumber,
    /// No person: a machine took the call.
    AnsweringMachine,
    /// Any other result of a call that a person took.
    ReachedOtherwise,
}

impl ResultGroup {
    /// Every group, in the order in which screens show them.
    pub const ALL: [ResultGroup; 7] = [
        ResultGroup::Interested,
        ResultGroup::CallBack,
        ResultGroup::NotInterested,
        ResultGroup::DoNotCall,
        ResultGroup::WrongNumber,
        ResultGroup::AnsweringMachine,
        ResultGroup::ReachedOtherwise,
    ];

    /// The name used in forms, addresses and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The group with that [`key`](ResultGroup::key).
    pub fn from_key(key: &str) -> Option<ResultGroup> {
        key.parse().ok()
    }

    /// The words that people see.
    pub fn message(self) -> Message {
        match self {
            ResultGroup::Interested => calls::interested(),
            ResultGroup::CallBack => calls::call_back(),
            ResultGroup::NotInterested => calls::not_interested(),
            ResultGroup::DoNotCall => calls::do_not_call(),
            ResultGroup::WrongNumber => calls::wrong_number(),
            ResultGroup::AnsweringMachine => calls::answering_machine(),
            ResultGroup::ReachedOtherwise => calls::reached_otherwise(),
        }
    }

    /// Whether results of the group count as reached, as long as nobody says otherwise: where a person took the call, also one who
    /// was not meant. A machine is nobody.
    pub const fn counts_as_reached(self) -> bool {
        !matches!(self, ResultGroup::AnsweringMachine)
    }
}

/// What one letter means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meaning {
    /// The robot's letter, 1 to [`MAX_LETTER_LENGTH`] characters.
    pub letter: String,
    /// Its name, 1 to [`MAX_NAME_LENGTH`] characters.
    pub name: String,
    /// The group that it is counted in.
    pub group: ResultGroup,
    /// Whether it counts as reached.
    pub reached: bool,
    /// Its place among the results, 1 to [`MAX_ORDER`].
    pub order: u16,
}

/// One row of the form of a robot's results, as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeaningInput {
    /// `letter_0`, with the place of the row.
    pub letter: String,
    /// `name_0`.
    pub name: String,
    /// `group_0`: the key of a group.
    pub group: String,
    /// `reached_0`.
    pub reached: bool,
    /// `order_0`.
    pub order: String,
}

/// The results of one robot: each letter once, in their order. Letters are told apart whatever their case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Meaning>", into = "Vec<Meaning>")]
pub struct Meanings(Vec<Meaning>);

/// A table of results that no form would have taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} problems in a table of results")]
pub struct BrokenMeanings(pub usize);

impl Meanings {
    /// Reads the form. A row without letter and name is not counted.
    ///
    /// # Errors
    /// Everything that has to be fixed, row by row. Inputs: `letter_0`, `name_0`, `group_0`, `order_0` with the place of the row,
    /// and `letter_64` where there are too many rows.
    pub fn parse(rows: &[MeaningInput]) -> Result<Meanings, Vec<FormProblem>> {
        let mut problems = Vec::new();
        let mut letters = HashSet::new();
        let mut meanings = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            if row.letter.trim().is_empty() && row.name.trim().is_empty() {
                continue;
            }
            let mut keep = |input: &str, found: Message| {
                problems.push(FormProblem::new(&format!("{input}_{place}"), found));
            };
            let letter = parse_letter(&row.letter).map_err(|found| keep("letter", found));
            if let Ok(letter) = &letter
                && !letters.insert(canonical_letter(letter))
            {
                keep("letter", robot_results::letter_twice());
            }
            let name = parse_name(&row.name).map_err(|found| keep("name", found));
            let group = ResultGroup::from_key(&row.group)
                .ok_or_else(robot_results::choose_group)
                .map_err(|found| keep("group", found));
            let order = parse_order(&row.order).map_err(|found| keep("order", found));
            if let (Ok(letter), Ok(name), Ok(group), Ok(order)) = (letter, name, group, order) {
                meanings.push(Meaning {
                    letter,
                    name,
                    group,
                    reached: row.reached,
                    order,
                });
            }
        }
        if letters.len() > MAX_MEANINGS {
            let problem = robot_results::too_many(MAX_MEANINGS);
            problems.push(FormProblem::new(&format!("letter_{MAX_MEANINGS}"), problem));
        }
        if problems.is_empty() {
            Ok(Meanings::sorted(meanings))
        } else {
            Err(problems)
        }
    }

    /// The first table of a robot, from letters and names that the provider's details tell. Groups are suggested by the names; the
    /// order is that of the groups, and within one that of the provider. A letter that is blank, too long or told before is left
    /// out, and one without a name stays unnamed. A long name is cut.
    pub fn from_names<L: AsRef<str>, N: AsRef<str>>(names: &[(L, N)]) -> Meanings {
        let mut letters = HashSet::new();
        let mut meanings: Vec<Meaning> = names
            .iter()
            .filter_map(|(letter, name)| {
                let letter = parse_letter(letter.as_ref()).ok()?;
                let name = parse_name(cut(&one_line(name.as_ref()), MAX_NAME_LENGTH)).ok()?;
                letters.insert(canonical_letter(&letter)).then(|| {
                    let group = suggest_group(&name);
                    Meaning {
                        letter,
                        name,
                        group,
                        reached: group.counts_as_reached(),
                        order: 1,
                    }
                })
            })
            .take(MAX_MEANINGS)
            .collect();
        meanings.sort_by_key(|meaning| meaning.group);
        for (order, meaning) in (1..).zip(&mut meanings) {
            meaning.order = order;
        }
        Meanings(meanings)
    }

    fn sorted(mut meanings: Vec<Meaning>) -> Meanings {
        meanings.sort_by_key(|meaning| meaning.order);
        Meanings(meanings)
    }

    /// What a letter means, whatever its case; `None` where it is not named yet.
    pub fn of(&self, letter: &str) -> Option<&Meaning> {
        self.0.iter().find(|meaning| {
            let known = meaning.letter.chars().flat_map(char::to_uppercase);
            known.eq(letter.trim().chars().flat_map(char::to_uppercase))
        })
    }

    /// Every result, in their order.
    pub fn all(&self) -> &[Meaning] {
        &self.0
    }
}

/// The letter as letters are compared and counted: without blanks around it, in upper case.
pub fn canonical_letter(letter: &str) -> String {
    letter.trim().to_uppercase()
}

/// What stands in the place of a name where a letter has none.
pub fn not_named() -> Message {
    robot_results::not_named()
}

/// A letter with its name, as screens show a result: `Takes the voucher (A)`, or `A (not named yet)`.
pub fn letter_with_name(letter: &str, name: Option<&str>) -> Message {
    match name {
        Some(name) => robot_results::letter_with_name(letter, name),
        None => robot_results::letter_not_named(letter),
    }
}

impl From<Meanings> for Vec<Meaning> {
    fn from(meanings: Meanings) -> Vec<Meaning> {
        meanings.0
    }
}

impl TryFrom<Vec<Meaning>> for Meanings {
    type Error = BrokenMeanings;

    fn try_from(meanings: Vec<Meaning>) -> Result<Meanings, BrokenMeanings> {
        let row = |meaning: &Meaning| MeaningInput {
            letter: meaning.letter.clone(),
            name: meaning.name.clone(),
            group: meaning.group.key().to_owned(),
            reached: meaning.reached,
            order: meaning.order.to_string(),
        };
        let rows: Vec<MeaningInput> = meanings.iter().map(row).collect();
        Meanings::parse(&rows).map_err(|problems| BrokenMeanings(problems.len()))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn parse_letter(text: &str) -> Result<String, Message> {
    match told(text) {
        None => Err(robot_results::type_letter()),
        Some(letter) if length(letter) > MAX_LETTER_LENGTH => {
            Err(robot_results::long_letter(MAX_LETTER_LENGTH))
        }
        Some(letter) => Ok(letter.to_owned()),
    }
}

fn parse_name(text: &str) -> Result<String, Message> {
    let name = one_line(text);
    match length(&name) {
        0 => Err(robot_results::type_name()),
        1..=MAX_NAME_LENGTH => Ok(name),
        _ => Err(robot_results::long_name(MAX_NAME_LENGTH)),
    }
}

fn parse_order(text: &str) -> Result<u16, Message> {
    whole_number(text, 1, u32::from(MAX_ORDER))
        .and_then(|order| u16::try_from(order).ok())
        .ok_or_else(|| robot_results::type_order(MAX_ORDER))
}

#[cfg(test)]
mod tests;
