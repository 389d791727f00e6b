//! Bulk fixes: what fixes, clears or leaves out all leads of a group at once.

use localization::Message;

use super::mapping::Mapping;
use super::mobile::calling_code_of;
use super::row::Row;
use super::spoken::without_unspeakable;
use super::text::{cut, trimmed};
use crate::country::Country;
use crate::edits::LeadState;
use crate::field::Field;
use crate::messages::bulk_fixes as texts;
use crate::problem::{Problem, ProblemKind};
use crate::problem_groups::{GroupKey, ProblemCounts, ProblemGroup};
use crate::views::{BulkFixView, Tally};

/// What a bulk fix does with each lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    /// Cuts the text to the length that is allowed.
    Cut,
    /// Empties the field.
    Clear,
    /// Writes what was meant: the number as it is sent, the name with its letters.
    Write,
    /// Takes out the signs that a voice cannot say.
    Strip,
    /// Leaves the lead out.
    LeaveOut,
    /// Takes leads in again that were left out.
    Include,
}

/// Something that is done to all leads of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BulkFix {
    action: Action,
    /// `None` only for those that were left out.
    group: Option<GroupKey>,
}

impl BulkFix {
    /// The bulk fix of that name ([`BulkFixView::key`]); `None` for what is offered for no lead whatever.
    pub fn from_key(key: &str) -> Option<BulkFix> {
        let (action, group) = key.split_once(':')?;
        let action = Action::ALL
            .into_iter()
            .find(|known| known.key() == action)?;
        if action == Action::Include {
            return group.is_empty().then_some(BulkFix {
                action,
                group: None,
            });
        }
        let group = GroupKey::parse(group)?;
        let is_ever_offered = match action {
            Action::LeaveOut => group.level().is_problem(),
            _ => fixes(group) == Some(action),
        };
        is_ever_offered.then_some(BulkFix {
            action,
            group: Some(group),
        })
    }

    /// The group of leads that it is for; `None` for those that were left out.
    pub const fn group(&self) -> Option<GroupKey> {
        self.group
    }

    /// Every bulk fix that is ever offered.
    pub fn all() -> impl Iterator<Item = BulkFix> {
        let of_group = |group: GroupKey| {
            let leave_out = group.level().is_problem().then_some(Action::LeaveOut);
            let actions = fixes(group).into_iter().chain(leave_out);
            actions.map(move |action| BulkFix {
                action,
                group: Some(group),
            })
        };
        let include = BulkFix {
            action: Action::Include,
            group: None,
        };
        GroupKey::all().flat_map(of_group).chain([include])
    }

    /// The words of its button for so many leads, as [`BulkFixView::label`]; `code` is the [calling code](calling_code_of) of the country,
    /// which is only told where it is added. `None` where there is no such code.
    pub fn label(&self, leads: u32, code: &str) -> Option<Message> {
        match (self.action, self.group) {
            (Action::Include, _) | (_, None) => Some(texts::include(leads)),
            (Action::LeaveOut, Some(group)) => Some(texts::leave_out_group(leads, group.message())),
            (action, Some(group)) => fixing_label(action, group, leads, code),
        }
    }

    /// What it has done to so many rows, in a sentence.
    pub fn done(&self, rows: u32) -> Message {
        let Some(group) = self.group else {
            return texts::included(rows);
        };
        let field = group.field().message();
        match self.action {
            Action::Cut => texts::cut(field, rows),
            Action::Clear => texts::cleared(field, rows),
            Action::Write => texts::corrected(field, rows),
            Action::Strip => texts::stripped(field, rows),
            Action::LeaveOut => texts::left_out(group.message(), rows),
            Action::Include => texts::included(rows),
        }
    }

    /// What becomes of a lead; `None` where the bulk fix does not fit it.
    pub fn apply<S: AsRef<str>>(
        &self,
        row: &Row<'_, S>,
        left_out: bool,
        mapping: &Mapping,
        problems: &[Problem],
    ) -> Option<LeadState> {
        let state = |left_out| LeadState {
            edits: row.edits.clone(),
            left_out,
        };
        match self.action {
            Action::Include => return left_out.then(|| state(false)),
            Action::LeaveOut => return (!left_out).then(|| state(true)),
            Action::Cut | Action::Clear | Action::Write | Action::Strip => {}
        }
        let group = self.group?.to_string();
        let problem = problems.iter().find(|problem| problem.key() == group)?;
        let text = match (self.action, &problem.kind) {
            (
                Action::Cut,
                ProblemKind::TooLong { allowed, .. } | ProblemKind::PerhapsTooLong { allowed, .. },
            ) => cut(trimmed(&row.text(problem.field, mapping)), *allowed).to_owned(),
            (
                Action::Write,
                ProblemKind::FixedAutomatically { to, .. } | ProblemKind::Garbled { to },
            ) => to.clone(),
            (Action::Strip, _) => without_unspeakable(&row.text(problem.field, mapping)),
            (Action::Clear, _) => String::new(),
            _ => return None,
        };
        let mut state = state(left_out);
        state.edits.set(problem.field, Some(text));
        Some(state)
    }
}

impl Action {
    const ALL: [Action; 6] = [
        Action::Cut,
        Action::Clear,
        Action::Write,
        Action::Strip,
        Action::LeaveOut,
        Action::Include,
    ];

    const fn key(self) -> &'static str {
        match self {
            Action::Cut => "cut",
            Action::Clear => "clear",
            Action::Write => "write",
            Action::Strip => "strip",
            Action::LeaveOut => "leave_out",
            Action::Include => "take_in",
        }
    }
}

/// The bulk fixes that these leads call for, with the words of their buttons.
pub fn bulk_fixes(counts: &ProblemCounts, tally: Tally, country: Country) -> Vec<BulkFixView> {
    let groups = counts.groups();
    let mut bulk_fixes: Vec<BulkFixView> = groups
        .iter()
        .filter_map(|group| fixing(group, country))
        .collect();
    let problems = groups.iter().filter(|group| group.level.is_problem());
    bulk_fixes.extend(problems.map(leaving_out));
    if tally.left_out > 0 {
        let label = texts::include(tally.left_out);
        bulk_fixes.push(BulkFixView {
            key: "take_in:".to_owned(),
            label_at_group: label.clone(),
            label,
        });
    }
    bulk_fixes
}

/// What fixes the leads of a group, where there is something that cannot make it worse.
fn fixes(group: GroupKey) -> Option<Action> {
    match (group.field(), group.kind()) {
        (Field::Mobile, "country_code" | "lost_zero" | "lost_plus") => Some(Action::Write),
        (Field::Gender, "unknown_gender" | "error_value")
        | (Field::RobotId, "unknown_robot" | "group_robot") => Some(Action::Clear),
        (field, "too_long" | "perhaps_too_long") if field.longest().is_some() => Some(Action::Cut),
        (Field::Mobile | Field::RobotId | Field::Gender, _) => None,
        (_, "garbled") => Some(Action::Write),
        (Field::Comments, "error_value") => Some(Action::Clear),
        (Field::Comments, _) => None,
        (_, "placeholder") => Some(Action::Clear),
        (_, "unspeakable") => Some(Action::Strip),
        _ => None,
    }
}

/// The bulk fix that fixes the leads of a group, with the words of its button.
fn fixing(group: &ProblemGroup, country: Country) -> Option<BulkFixView> {
    let action = fixes(group.group)?;
    let code = calling_code_of(country).unwrap_or_default();
    let label = fixing_label(action, group.group, group.count, &code)?;
    Some(BulkFixView {
        key: key_of(action, group),
        label_at_group: label.clone(),
        label,
    })
}

/// The words of the button that fixes so many leads of a group; `code` is the country's.
fn fixing_label(action: Action, key: GroupKey, count: u32, code: &str) -> Option<Message> {
    let field = key.field();
    Some(match (action, key.kind()) {
        (Action::Write, "lost_plus") => texts::add_plus(count),
        (Action::Write, "garbled") => match field {
            Field::Customer => texts::repair_names(count),
            Field::Platform => texts::repair_platforms(count),
            _ => texts::repair_texts(count, field.message()),
        },
        (Action::Strip, _) => match field {
            Field::Customer => texts::strip_names(count),
            Field::Platform => texts::strip_platforms(count),
            _ => texts::strip_texts(count, field.message()),
        },
        (Action::Write, _) if code.is_empty() => return None,
        (Action::Write, _) => texts::add_code(code, count),
        (Action::Clear, "placeholder") => texts::empty_placeholders(count, field.message()),
        (Action::Clear, "error_value") => texts::empty_errors(count, field.message()),
        (Action::Clear, _) if field == Field::Gender => texts::empty_gender(count),
        (Action::Clear, _) => texts::use_tasks_robot(count),
        (Action::Cut, _) => {
            let allowed = field.longest()?;
            match field {
                Field::Customer => texts::shorten_names(allowed, count),
                Field::Platform => texts::shorten_platforms(allowed, count),
                _ => texts::shorten_comments(allowed, count),
            }
        }
        (Action::LeaveOut | Action::Include, _) => return None,
    })
}

fn leaving_out(group: &ProblemGroup) -> BulkFixView {
    BulkFixView {
        key: key_of(Action::LeaveOut, group),
        label_at_group: texts::leave_out(group.count),
        label: texts::leave_out_group(group.count, group.message()),
    }
}

fn key_of(action: Action, group: &ProblemGroup) -> String {
    format!("{}:{}", action.key(), group.key)
}

#[cfg(test)]
mod tests;
