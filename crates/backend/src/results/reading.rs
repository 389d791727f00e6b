//! What an answer of the provider changes about the calls of a batch.

use std::collections::{BTreeMap, HashMap, HashSet};

use airudder::{Call, CallTime, TaskCalls};
use jiff::Timestamp;
use leads::numbers;
use leads::results::call::{CallFacts, ToldCall, advance, is_final_word};
use leads::results::classify::{Classified, classify};
use leads::results::matching::{Owner, SentCall, ToldOwner, match_calls};
use leads::views::CallsView;

use super::meanings::MeaningsByRobot;
use crate::error::Error;
use crate::store::calls::{CallRecord, ChangedCall};
use crate::store::row_number;

/// Stands for a state that the provider does not tell.
pub(crate) const NO_STATUS: &str = "not given";

/// Numbers that were not sent are kept up to so many.
const MAX_STRANGERS: usize = 200;

/// By what an answer is read.
pub(super) struct Inputs {
    /// The calls as they are stored.
    pub records: Vec<CallRecord>,
    /// The note that each row was sent with; none where numbers alone decide.
    pub notes: HashMap<i32, String>,
    /// The robot that calls where the answer names none.
    pub robot: String,
    /// What the letters mean.
    pub meanings: MeaningsByRobot,
}

/// What an answer says of a batch.
pub(super) struct Reading {
    /// The calls of which something else is known now.
    pub changed: Vec<ChangedCall>,
    /// Numbers that were not sent, masked.
    pub strangers: Vec<String>,
    /// Leads that share a note, so that it is not known which call is whose.
    pub shared_notes: u32,
    /// When the first of the last dials began, as far as it is told.
    pub first_dial: Option<Timestamp>,
    /// All calls of the batch, counted.
    pub counted: CallsView,
    /// Whether nothing more will happen to any of them, as the answer has it.
    pub ended: bool,
}

/// The call of one lead while an answer is read.
struct Current<'a> {
    facts: CallFacts,
    entry: Option<&'a Call>,
    shares_note: bool,
}

/// Reads an answer. `closes` says that no other will be asked for: what is not over then is not told.
pub(super) fn read(inputs: &Inputs, answer: &TaskCalls, closes: bool) -> Result<Reading, Error> {
    let (mut current, strangers) = tied(inputs, answer)?;
    for call in &mut current {
        call.facts.closed |= closes;
    }
    let (changed, counted) = compare(inputs, &current);
    let all_final = !current.is_empty() && current.iter().all(|call| call.facts.is_final());
    Ok(Reading {
        changed,
        counted,
        strangers,
        shared_notes: current.iter().map(|call| u32::from(call.shares_note)).sum(),
        first_dial: current.iter().filter_map(|call| call.facts.started).min(),
        ended: answer.status.as_deref().is_some_and(is_final_word) || all_final,
    })
}

/// Reads what is stored of a batch anew, by what the letters mean now: the calls that mean something else, and all of them counted.
pub(super) fn read_stored(inputs: &Inputs) -> (Vec<ChangedCall>, CallsView) {
    let records = inputs.records.iter();
    let current = records.map(|record| Current {
        facts: record.facts(),
        entry: None,
        shares_note: record.shares_note,
    });
    compare(inputs, &current.collect::<Vec<_>>())
}

/// What is known of each call in the order of the records: those that are stored otherwise, and all of them counted.
fn compare(inputs: &Inputs, current: &[Current<'_>]) -> (Vec<ChangedCall>, CallsView) {
    let mut changed = Vec::new();
    let mut counts = Counts::default();
    for (record, call) in inputs.records.iter().zip(current) {
        let classified = inputs.classify(&call.facts);
        counts.add(&call.facts, &classified);
        let is_new = record.facts() != call.facts
            || record.shares_note != call.shares_note
            || !record.is_classified(&classified);
        if is_new {
            changed.push(ChangedCall {
                row: record.row,
                facts: call.facts.clone(),
                classified,
                other: call
                    .entry
                    .map(|entry| entry.other.clone())
                    .unwrap_or_default(),
                shares_note: call.shares_note,
            });
        }
    }
    (changed, counts.view())
}

impl Inputs {
    /// What a call means, by the robot that called.
    pub fn classify(&self, facts: &CallFacts) -> Classified {
        let robot = facts.robot_id.as_deref().unwrap_or(&self.robot);
        classify(facts, self.meanings.of(robot))
    }
}

/// The calls in the order of the records, each with what the answer tells of it; and the numbers that were not sent.
fn tied<'a>(
    inputs: &Inputs,
    answer: &'a TaskCalls,
) -> Result<(Vec<Current<'a>>, Vec<String>), Error> {
    let mut current = Vec::with_capacity(inputs.records.len());
    let mut places = HashMap::with_capacity(inputs.records.len());
    for record in &inputs.records {
        places.insert(record.row()?, current.len());
        current.push(Current {
            facts: record.facts(),
            entry: None,
            shares_note: record.shares_note,
        });
    }
    let records = inputs.records.iter();
    let leads = numbered(records.map(|record| (record.row, record.number)));
    let matches = match_calls(&sent_calls(&leads, &inputs.notes)?, &told_owners(answer));
    let facts: Vec<CallFacts> = answer.calls.iter().map(facts_of).collect();
    let mut strangers = Vec::new();
    for (place, owner) in matches.owners.iter().enumerate() {
        match owner {
            Owner::Row(row) => {
                let call = &mut current[places[row]];
                // What was only somebody's of several does not count against what is certainly this lead's.
                call.facts = match call.shares_note {
                    true => facts[place].clone(),
                    false => advance(&call.facts, &facts[place]),
                };
                call.shares_note = false;
                call.entry = Some(&answer.calls[place]);
            }
            Owner::Stranger => strangers.push(stranger(&answer.calls[place])),
            Owner::OneOf(_) => {}
        }
    }
    for group in &matches.ambiguous {
        // An answer that lists fewer of them than were listed before cannot say which are missing.
        let listed = group
            .rows
            .iter()
            .filter(|row| current[places[*row]].facts.listed);
        if group.entries.len() < listed.count() {
            continue;
        }
        for (row, told) in group.spread(|entry| &facts[entry]) {
            let call = &mut current[places[&row]];
            let closed = call.facts.closed;
            call.facts = told.cloned().unwrap_or_default();
            call.facts.closed = closed;
            call.shares_note = true;
        }
    }
    strangers.truncate(MAX_STRANGERS);
    Ok((current, strangers))
}

/// Of which leads that were left out an answer certainly tells: rows of `left_out`, which has their numbers too. `notes` has the note of every row.
pub(super) fn told_of(
    records: &[CallRecord],
    left_out: &[(i32, i64)],
    notes: &HashMap<i32, String>,
    answer: &TaskCalls,
) -> Result<Vec<i32>, Error> {
    let of_calls = records.iter().map(|record| (record.row, record.number));
    let leads = numbered(of_calls.chain(left_out.iter().copied()));
    let owners = match_calls(&sent_calls(&leads, notes)?, &told_owners(answer)).owners;
    let told: HashSet<Owner> = owners.into_iter().collect();
    let mut rows: Vec<i32> = left_out.iter().map(|(row, _)| *row).collect();
    rows.retain(|row| row_number(*row).is_ok_and(|row| told.contains(&Owner::Row(row))));
    Ok(rows)
}

/// Rows with their numbers as in E.164.
fn numbered(leads: impl Iterator<Item = (i32, i64)>) -> Vec<(i32, String)> {
    leads
        .map(|(row, number)| (row, format!("+{number}")))
        .collect()
}

/// Leads as they were sent, in their order.
fn sent_calls<'a>(
    leads: &'a [(i32, String)],
    notes: &'a HashMap<i32, String>,
) -> Result<Vec<SentCall<'a>>, Error> {
    let sent = leads.iter().map(|(row, number)| {
        Ok(SentCall {
            row: row_number(*row)?,
            number,
            comments: notes.get(row).map_or("", String::as_str),
        })
    });
    sent.collect()
}

fn told_owners(answer: &TaskCalls) -> Vec<ToldOwner<'_>> {
    answer.calls.iter().map(told_owner).collect()
}

fn told_owner(call: &Call) -> ToldOwner<'_> {
    ToldOwner {
        number: call.callee.as_deref(),
        comments: call.comments.as_deref(),
    }
}

/// What an entry tells. The client reads more forms of times than the rules do.
fn facts_of(call: &Call) -> CallFacts {
    let told = ToldCall {
        status: call.status.as_deref(),
        ring_type: call.ring_type.as_deref(),
        hangup_type: call.hangup_type.as_deref(),
        letter: call.intention.as_deref(),
        robot_id: call.robot_id.as_deref(),
        started: None,
        ended: None,
    };
    // To the second, as it is documented: the database keeps less than a nanosecond, so that nothing would ever stay the same.
    let second = |time: &CallTime| Timestamp::from_second(time.instant?.as_second()).ok();
    CallFacts {
        started: call.start_time.as_ref().and_then(second),
        ended: call.end_time.as_ref().and_then(second),
        ..CallFacts::read(&told)
    }
}

/// What is kept of a number that was not sent.
fn stranger(call: &Call) -> String {
    match &call.callee {
        Some(number) => numbers::last_four(number),
        None => "no number given".to_owned(),
    }
}

/// The calls of a batch, counted for lists of tasks.
#[derive(Default)]
struct Counts {
    view: CallsView,
    dialled: u32,
    by_status: BTreeMap<String, u32>,
    by_letter: BTreeMap<String, u32>,
}

impl Counts {
    fn add(&mut self, facts: &CallFacts, classified: &Classified) {
        self.view.total += 1;
        self.view.ended += u32::from(facts.is_final());
        self.view.reached += u32::from(classified.reached);
        self.dialled += u32::from(classified.dialled);
        let status = facts.status.as_deref().unwrap_or(NO_STATUS);
        *self.by_status.entry(status.to_owned()).or_default() += 1;
        if let Some(letter) = &facts.letter {
            *self.by_letter.entry(letter.clone()).or_default() += 1;
        }
    }

    fn view(self) -> CallsView {
        CallsView {
            dialled: Some(self.dialled),
            by_status: self.by_status.into_iter().collect(),
            by_intention: self.by_letter.into_iter().collect(),
            ..self.view
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lead of which an answer has told that its call is over, and that has the note of others.
    fn over(row: i32, letter: &str) -> CallRecord {
        CallRecord {
            row,
            number: 62_812_900_000 + i64::from(row),
            listed: true,
            closed: false,
            status: Some("finished".to_owned()),
            ring_type: None,
            hangup_type: None,
            letter: Some(letter.to_owned()),
            robot_id: None,
            started_at: None,
            ended_at: None,
            shares_note: true,
            call_group: "unnamed".to_owned(),
            dialled: true,
            reached: true,
            talk_seconds: None,
        }
    }

    fn told(letter: &str) -> Call {
        Call {
            comments: Some("VIP".to_owned()),
            status: Some("finished".to_owned()),
            intention: Some(letter.to_owned()),
            ..Call::default()
        }
    }

    fn read_of(letters: &[&str]) -> Reading {
        let records = vec![over(2, "A"), over(3, "B"), over(4, "C")];
        let notes = records.iter().map(|record| (record.row, "VIP".to_owned()));
        let inputs = Inputs {
            notes: notes.collect(),
            records,
            robot: String::new(),
            meanings: MeaningsByRobot::default(),
        };
        let answer = TaskCalls {
            task_id: None,
            status: None,
            calls: letters.iter().map(|letter| told(letter)).collect(),
        };
        read(&inputs, &answer, false).unwrap()
    }

    #[test]
    fn an_answer_that_lists_fewer_of_those_who_share_a_note_takes_nothing_back() {
        for letters in [&["A", "C"][..], &["B"], &[]] {
            let reading = read_of(letters);
            assert!(reading.changed.is_empty(), "{letters:?}");
            assert_eq!((reading.shared_notes, reading.counted.reached), (3, 3));
        }
    }

    #[test]
    fn an_answer_that_lists_all_of_them_counts_anew() {
        let reading = read_of(&["A", "B", "D"]);
        let letters = [("A", 1), ("B", 1), ("D", 1)];
        let letters = letters.map(|(letter, calls)| (letter.to_owned(), calls));
        assert_eq!(reading.counted.by_intention, letters);
        assert_eq!(reading.shared_notes, 3);
    }
}
