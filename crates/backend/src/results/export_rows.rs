//! One row of a file of calls: the list's own columns, then what came of the call.

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use leads::results::classify::CallGroup;
use leads::results::matching::cannot_be_told_apart;
use leads::results::meaning::canonical_letter;
use leads::states::BatchState;
use leads::views::header_in_file;
use leads::{Field, LeadKind, Source, numbers};
use localization::{Language, Message};

use super::calls::{shown, words};
use super::view::robot_name;
use crate::error::Unreadable;
use crate::messages::{exports, left_out_rows};
use crate::payload;
use crate::store::batches::BatchRecord;
use crate::store::call_exports::LeadWithCall;
use crate::store::results::CallsOfTask;
use crate::store::{self, At};

/// The columns behind those of the list. None has a name that a list’s own column for a field has: the file is read as the list was.
pub(super) fn behind() -> [Message; 18] {
    [
        leads::called_number_header(),
        exports::sent_reference(),
        exports::call_group(),
        exports::call_result(),
        exports::result_letter(),
        exports::was_reached(),
        exports::dial_began(),
        exports::dial_ended(),
        exports::talk_seconds(),
        exports::how_it_rang(),
        exports::called_by(),
        exports::sip_line(),
        exports::batch(),
        exports::batch_status(),
        cannot_be_told_apart(),
        exports::why_left_out(),
        exports::told_otherwise(),
        leads::row_of_list_header(),
    ]
}

/// Texts in the language of a file. Those in which nothing varies are made once: they stand in every row.
struct Texts {
    language: Language,
    made: RefCell<HashMap<(usize, &'static str), String>>,
}

impl Texts {
    fn of(&self, message: &Message) -> String {
        let Some(identity) = message.identity() else {
            return message.text(self.language);
        };
        let mut made = self.made.borrow_mut();
        let text = made.entry(identity);
        text.or_insert_with(|| message.text(self.language)).clone()
    }
}

/// What the rows of a file are written from.
pub(super) struct ExportRows {
    pub task: CallsOfTask,
    /// First and last row, number and state of each batch.
    batches: Vec<BatchRecord>,
    /// Names of robots by id.
    robots: HashMap<String, String>,
    zone: TimeZone,
    /// The columns of the list, from 0, that are written: without those that were dropped.
    columns: Vec<usize>,
    /// Whether numbers are written whole; else their last four digits.
    whole_numbers: bool,
    texts: Texts,
}

impl ExportRows {
    pub fn new(
        task: CallsOfTask,
        batches: Vec<BatchRecord>,
        zone: TimeZone,
        whole_numbers: bool,
        language: Language,
    ) -> ExportRows {
        let results = task.results.as_ref();
        let robots = results.into_iter().flat_map(|results| {
            let ids = results.robots.iter().map(|robot| robot.robot_id.clone());
            ids.map(|id| (id.clone(), robot_name(results, &id)))
        });
        let all = task.headers.len();
        let columns = match task.columns_dropped {
            true => task.mapping.used_columns(all),
            false => (0..all).collect(),
        };
        ExportRows {
            columns,
            robots: robots.collect(),
            task,
            batches,
            zone,
            whole_numbers,
            texts: Texts {
                language,
                made: RefCell::default(),
            },
        }
    }

    /// The headers of the list, then those [`behind`], each name once: a list that came from such a file has them already.
    pub fn headers(&self) -> Vec<String> {
        let own = self.columns.iter();
        let own = own.filter_map(|column| {
            let header = self.task.headers.get(*column)?;
            Some(header_in_file(header, *column).text(self.texts.language))
        });
        let mut headers: Vec<String> = own.collect();
        for message in behind() {
            let name = self.texts.of(&message);
            let mut header = name.clone();
            for again in 2_u32.. {
                if !headers.contains(&header) {
                    break;
                }
                header = self.texts.of(&exports::again(again, &name));
            }
            headers.push(header);
        }
        headers
    }

    /// The cells of a lead below those headers.
    pub fn cells(&self, lead: &LeadWithCall) -> Result<Vec<String>, Unreadable> {
        let call = &lead.call;
        let group = call.group()?;
        let mut cells = self.own_cells(lead);
        let batch = self.batch(lead);
        let robot = call.robot_id.as_deref();
        let robot = robot.unwrap_or(&self.task.settings.robot_id);
        let of_call = |text: String| group.map_or_else(String::new, |_| text);
        let ring = call.ring_type.as_deref().map(shown).unwrap_or_default();
        let other = call.other();
        let other = other.map(|(name, text)| format!("{name}: {}", shown(text)));
        let told =
            |message: Option<Message>| message.map_or_else(String::new, |it| self.texts.of(&it));
        let yes = |holds: bool| told(holds.then(exports::yes));
        cells.extend([
            of_call(self.number(call.number)),
            self.reference(lead)?,
            told(group.map(CallGroup::label)),
            told(group.map(|group| words(&self.task, call, group))),
            call.letter
                .as_deref()
                .map(canonical_letter)
                .unwrap_or_default(),
            yes(call.reached),
            self.moment(call.started_at.as_ref()),
            self.moment(call.ended_at.as_ref()),
            call.talk_seconds
                .map(|seconds| seconds.to_string())
                .unwrap_or_default(),
            call.ring()
                .map_or(ring, |ring| self.texts.of(&ring.message())),
            of_call(
                self.robots
                    .get(robot)
                    .cloned()
                    .unwrap_or_else(|| robot.to_owned()),
            ),
            of_call(self.task.settings.line.clone()),
            batch
                .map(|(number, _)| number.to_string())
                .unwrap_or_default(),
            told(batch.map(|(_, state)| state.label())),
            yes(call.shares_note),
            told(why_left_out(lead, group, batch.map(|(_, state)| state))),
            other.collect::<Vec<_>>().join("; "),
            store::row_number(call.lead.row)?.to_string(),
        ]);
        Ok(cells)
    }

    /// The cells of the list, fixes included; numbers masked where they are not to be seen.
    fn own_cells(&self, lead: &LeadWithCall) -> Vec<String> {
        let (row, mapping) = (&lead.call.lead, &self.task.mapping);
        let edits = row.edits();
        let mut cells = row.cells.clone();
        // Cells behind the last one that was filled are not stored.
        cells.resize(self.task.headers.len(), String::new());
        for field in Field::ALL {
            let Some(source) = mapping
                .source(field)
                .filter(|_| edits.text(field).is_some())
            else {
                continue;
            };
            let mut text = row.text(field, mapping);
            // A fix of what several columns hold together stands in the first of them.
            for column in source.columns() {
                if let Some(cell) = cells.get_mut(column) {
                    *cell = std::mem::take(&mut text);
                }
            }
        }
        if !self.whole_numbers {
            self.mask(&mut cells);
        }
        let cell = |column: &usize| cells.get_mut(*column).map(std::mem::take);
        self.columns.iter().filter_map(cell).collect()
    }

    /// Of the number itself the last column shows its last digits, other columns that it is put together from show none.
    fn mask(&self, cells: &mut [String]) {
        let source = self.task.mapping.source(Field::Mobile);
        let of_number: Vec<usize> = source.into_iter().flat_map(Source::columns).collect();
        let shown = of_number
            .iter()
            .rev()
            .find(|column| cells.get(**column).is_some_and(|cell| !cell.is_empty()));
        let shown = shown.copied();
        for (column, cell) in cells.iter_mut().enumerate() {
            *cell = match of_number.contains(&column) {
                true if cell.is_empty() => String::new(),
                true if shown == Some(column) => numbers::last_four(cell),
                true => "····".to_owned(),
                false => numbers::mask_numbers(cell),
            };
        }
    }

    fn number(&self, number: Option<i64>) -> String {
        let number = number.map(|number| format!("+{number}"));
        match self.whole_numbers {
            true => number,
            false => number.map(|number| numbers::last_four(&number)),
        }
        .unwrap_or_default()
    }

    /// The comment that was sent with the lead: its own, or the reference that was filled in.
    fn reference(&self, lead: &LeadWithCall) -> Result<String, Unreadable> {
        if !lead.kind.is_sent() {
            return Ok(String::new());
        }
        let own = lead.call.lead.text(Field::Comments, &self.task.mapping);
        let is_filled_in = own.trim().is_empty() && self.task.with_references;
        let text = match is_filled_in {
            true => payload::reference(self.task.draft_id, lead.call.lead.row),
            false => own,
        };
        Ok(match self.whole_numbers {
            true => text,
            false => numbers::mask_numbers(&text),
        })
    }

    /// `2026-11-27 14:32:10-06:00`: sorts as text, and says which hour of two it is when clocks go back.
    fn moment(&self, at: Option<&At>) -> String {
        let at: Option<Timestamp> = at.map(|at| at.to_jiff());
        let there = at.map(|at| at.to_zoned(self.zone.clone()));
        there.map_or_else(String::new, |there| {
            there.strftime("%Y-%m-%d %H:%M:%S%:z").to_string()
        })
    }

    /// Number and state of the batch that the lead was sent in.
    fn batch(&self, lead: &LeadWithCall) -> Option<(i32, BatchState)> {
        let row = lead.call.lead.row;
        let mut batches = self.batches.iter().filter(|_| lead.kind.is_sent());
        let batch = batches.find(|batch| (batch.first_row..=batch.last_row).contains(&row))?;
        Some((batch.number, batch.state().ok()?))
    }
}

/// Why a lead has no call.
fn why_left_out(
    lead: &LeadWithCall,
    group: Option<CallGroup>,
    batch: Option<BatchState>,
) -> Option<Message> {
    if group.is_some() {
        return None;
    }
    match (&lead.refusal, lead.kind.is_sent(), batch) {
        (Some(refusal), ..) => Some(exports::refused(shown(refusal))),
        (None, true, Some(state)) => Some(state.sentence()),
        (None, true, None) => Some(exports::not_sent()),
        (None, false, _) => why_not_sent(lead.kind),
    }
}

/// Why leads of a kind are not sent.
pub(super) fn why_not_sent(kind: LeadKind) -> Option<Message> {
    match kind {
        LeadKind::Ready | LeadKind::Warning => None,
        LeadKind::ToFix => Some(left_out_rows::has_an_error()),
        LeadKind::Duplicate => Some(left_out_rows::duplicate()),
        LeadKind::Recent => Some(left_out_rows::recent()),
        LeadKind::DoNotCall => Some(left_out_rows::do_not_call()),
        LeadKind::HeldBack => Some(left_out_rows::held_back()),
        LeadKind::LeftOut => Some(left_out_rows::left_out()),
    }
}

#[cfg(test)]
mod tests;
