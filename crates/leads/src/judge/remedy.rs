//! Remedies: what mends, clears or leaves out all leads of a group at once.

use super::mapping::Mapping;
use super::mobile::calling_code;
use super::row::Row;
use super::spoken::without_unspeakable;
use super::text::{cut, trimmed};
use crate::country::Country;
use crate::fault::{Fault, FaultKind, Level};
use crate::fault_groups::{FaultCounts, FaultGroup, GroupKey};
use crate::field::Field;
use crate::mended::LeadState;
use crate::numbers::counted;
use crate::views::{RemedyView, Tally};

/// What a remedy does with each lead.
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
    TakeIn,
}

/// Something that is done to all leads of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remedy {
    action: Action,
    /// `None` only for those that were left out.
    group: Option<GroupKey>,
}

impl Remedy {
    /// The remedy of that name ([`RemedyView::key`]); `None` for what is offered for no lead whatever.
    pub fn from_key(key: &str) -> Option<Remedy> {
        let (action, group) = key.split_once(':')?;
        let action = Action::ALL
            .into_iter()
            .find(|known| known.key() == action)?;
        if action == Action::TakeIn {
            return group.is_empty().then_some(Remedy {
                action,
                group: None,
            });
        }
        let group = GroupKey::parse(group)?;
        let is_ever_offered = match action {
            Action::LeaveOut => group.level() != Level::Note,
            _ => mends(group) == Some(action),
        };
        is_ever_offered.then_some(Remedy {
            action,
            group: Some(group),
        })
    }

    /// The group of leads that it is for; `None` for those that were left out.
    pub const fn group(&self) -> Option<GroupKey> {
        self.group
    }

    /// What becomes of a lead; `None` where the remedy does not fit it.
    pub fn apply<S: AsRef<str>>(
        &self,
        row: &Row<'_, S>,
        left_out: bool,
        mapping: &Mapping,
        faults: &[Fault],
    ) -> Option<LeadState> {
        let state = |left_out| LeadState {
            mended: row.mended.clone(),
            left_out,
        };
        match self.action {
            Action::TakeIn => return left_out.then(|| state(false)),
            Action::LeaveOut => return (!left_out).then(|| state(true)),
            Action::Cut | Action::Clear | Action::Write | Action::Strip => {}
        }
        let group = self.group?.to_string();
        let fault = faults.iter().find(|fault| fault.key() == group)?;
        let text = match (self.action, &fault.kind) {
            (
                Action::Cut,
                FaultKind::TooLong { allowed, .. } | FaultKind::PerhapsTooLong { allowed, .. },
            ) => cut(trimmed(&row.text(fault.field, mapping)), *allowed).to_owned(),
            (Action::Write, FaultKind::Rewritten { to, .. } | FaultKind::Garbled { to }) => {
                to.clone()
            }
            (Action::Strip, _) => without_unspeakable(&row.text(fault.field, mapping)),
            (Action::Clear, _) => String::new(),
            _ => return None,
        };
        let mut state = state(left_out);
        state.mended.set(fault.field, Some(text));
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
        Action::TakeIn,
    ];

    const fn key(self) -> &'static str {
        match self {
            Action::Cut => "cut",
            Action::Clear => "clear",
            Action::Write => "write",
            Action::Strip => "strip",
            Action::LeaveOut => "leave_out",
            Action::TakeIn => "take_in",
        }
    }
}

/// The remedies that these leads call for, with the words of their buttons.
pub fn remedies(counts: &FaultCounts, tally: Tally, country: Country) -> Vec<RemedyView> {
    let groups = counts.groups();
    let mut remedies: Vec<RemedyView> = groups
        .iter()
        .filter_map(|group| mending(group, country))
        .collect();
    let faulty = |group: &&FaultGroup| group.level != Level::Note;
    remedies.extend(groups.iter().filter(faulty).map(leaving_out));
    if tally.left_out > 0 {
        remedies.push(RemedyView {
            key: "take_in:".to_owned(),
            label: format!("Include {} again", counted(tally.left_out, "row", "rows")),
        });
    }
    remedies
}

/// What mends the leads of a group, where there is something that cannot make it worse.
fn mends(group: GroupKey) -> Option<Action> {
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

/// The remedy that mends the leads of a group, with the words of its button.
fn mending(group: &FaultGroup, country: Country) -> Option<RemedyView> {
    let key = GroupKey::parse(&group.key)?;
    let action = mends(key)?;
    let plural = |one: &str, many: &str| counted(group.count, one, many);
    let field = key.field();
    let label = match (action, key.kind()) {
        (Action::Write, "lost_plus") => {
            format!("Add + to {}", plural("number", "numbers"))
        }
        (Action::Write, "garbled") => {
            format!("Repair the letters of {}", texts(field, group.count))
        }
        (Action::Strip, _) => format!("Remove symbols from {}", texts(field, group.count)),
        (Action::Write, _) => {
            let code = calling_code(country)?;
            format!("Add +{code} to {}", plural("number", "numbers"))
        }
        (Action::Clear, "placeholder") => format!(
            "Empty {} in {}",
            plural("placeholder", "placeholders"),
            field.label()
        ),
        (Action::Clear, "error_value") => {
            format!("Empty {} in {}", plural("error", "errors"), field.label())
        }
        (Action::Clear, _) if field == Field::Gender => {
            format!("Empty gender in {}", plural("row", "rows"))
        }
        (Action::Clear, _) => format!("Use the task’s robot for {}", plural("row", "rows")),
        (Action::Cut, _) => {
            let allowed = field.longest()?;
            format!(
                "Shorten {} to {allowed} characters",
                texts(field, group.count)
            )
        }
        (Action::LeaveOut | Action::TakeIn, _) => return None,
    };
    Some(view(action, group, label))
}

/// So many texts of a field: `3 names`, `1 comment`, `12 texts of ExtraA`.
fn texts(field: Field, count: u32) -> String {
    match field {
        Field::Customer => counted(count, "name", "names"),
        Field::Platform => counted(count, "platform", "platforms"),
        Field::Comments => counted(count, "comment", "comments"),
        _ => format!("{} of {}", counted(count, "text", "texts"), field.label()),
    }
}

fn leaving_out(group: &FaultGroup) -> RemedyView {
    let rows = counted(group.count, "row", "rows");
    let label = format!("Leave out {rows} ({})", group.label);
    view(Action::LeaveOut, group, label)
}

fn view(action: Action, group: &FaultGroup, label: String) -> RemedyView {
    RemedyView {
        key: format!("{}:{}", action.key(), group.key),
        label,
    }
}

#[cfg(test)]
mod tests;
