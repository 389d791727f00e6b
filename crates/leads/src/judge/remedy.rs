//! Remedies: what mends, clears or leaves out all leads of a group at once.

use super::mapping::Mapping;
use super::mobile::calling_code;
use super::row::Row;
use super::text::trimmed;
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
    /// Writes the number as it is sent.
    Write,
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
            Action::Cut | Action::Clear | Action::Write => {}
        }
        let group = self.group?.to_string();
        let fault = faults.iter().find(|fault| fault.key() == group)?;
        let text = match (self.action, &fault.kind) {
            (Action::Cut, FaultKind::TooLong { allowed, .. }) => {
                let text = row.text(fault.field, mapping);
                let cut: String = trimmed(&text).chars().take(*allowed).collect();
                trimmed(&cut).to_owned()
            }
            (Action::Write, FaultKind::Rewritten { to, .. }) => to.clone(),
            (Action::Clear, _) => String::new(),
            _ => return None,
        };
        let mut state = state(left_out);
        state.mended.set(fault.field, Some(text));
        Some(state)
    }
}

impl Action {
    const ALL: [Action; 5] = [
        Action::Cut,
        Action::Clear,
        Action::Write,
        Action::LeaveOut,
        Action::TakeIn,
    ];

    const fn key(self) -> &'static str {
        match self {
            Action::Cut => "cut",
            Action::Clear => "clear",
            Action::Write => "write",
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
            label: format!("Take in again {}", counted(tally.left_out, "row", "rows")),
        });
    }
    remedies
}

/// What mends the leads of a group, where there is something that cannot make it worse.
fn mends(group: GroupKey) -> Option<Action> {
    match (group.field(), group.kind()) {
        (Field::Mobile, "country_code" | "lost_zero" | "lost_plus") => Some(Action::Write),
        (Field::Gender, "unknown_gender") | (Field::RobotId, "unknown_robot" | "group_robot") => {
            Some(Action::Clear)
        }
        (field, "too_long") if field.longest().is_some() => Some(Action::Cut),
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
            format!("Add the plus to {}", plural("number", "numbers"))
        }
        (Action::Write, _) => {
            let code = calling_code(country)?;
            format!("Add +{code} to {}", plural("number", "numbers"))
        }
        (Action::Clear, _) if field == Field::Gender => {
            format!("Clear {}", plural("gender", "genders"))
        }
        (Action::Clear, _) => format!("Use the task’s robot for {}", plural("row", "rows")),
        (_, _) => {
            let allowed = field.longest()?;
            let name = field.label().to_lowercase();
            let texts = match field {
                Field::Comments => plural("comment", "comments"),
                _ => plural(&name, &format!("{name}s")),
            };
            format!("Cut {texts} to {allowed} characters")
        }
    };
    Some(view(action, group, label))
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
mod tests {
    use super::super::mapping::Source;
    use super::super::row::{RowRules, judge_row};
    use super::*;
    use crate::marks::RowMarks;
    use crate::mended::Mended;

    fn mapping() -> Mapping {
        let mut mapping = Mapping::default();
        for field in Field::ALL {
            mapping.set(field, Some(Source::Column(field.index())));
        }
        mapping
    }

    fn country() -> Country {
        Country::parse("ID").expect("two letters")
    }

    fn faults_of(row: &Row<'_, &str>) -> Vec<Fault> {
        judge_row(row, &mapping(), &RowRules::of_country(country())).faults
    }

    /// What the remedy writes into the field of a lead with that text in it.
    fn mended(key: &str, field: Field, text: &str) -> Option<LeadState> {
        let mut cells = ["", "+62812335088", "ACME", "", "", "", "", "", ""];
        cells[field.index()] = text;
        let none = Mended::default();
        let row = Row {
            cells: &cells,
            mended: &none,
            marks: &RowMarks::NONE,
        };
        let faults = faults_of(&row);
        Remedy::from_key(key)
            .expect("a remedy")
            .apply(&row, false, &mapping(), &faults)
    }

    #[test]
    fn a_long_comment_is_cut_by_characters_and_keeps_no_blank_at_its_end() {
        let long = format!("{} {}", "é".repeat(63), "x".repeat(9));
        let state = mended("cut:comments.too_long", Field::Comments, &long).expect("it fits");
        let cut = "é".repeat(63);
        assert_eq!(state.mended.text(Field::Comments), Some(cut.as_str()));
        assert_eq!(
            mended("cut:comments.too_long", Field::Comments, "short"),
            None
        );
    }

    #[test]
    fn a_gender_is_cleared_and_a_row_left_out() {
        let state = mended("clear:gender.unknown_gender", Field::Gender, "cat").expect("it fits");
        assert_eq!(state.mended.text(Field::Gender), Some(""));
        let state = mended("leave_out:gender.unknown_gender", Field::Gender, "cat");
        assert_eq!(state.map(|state| state.left_out), Some(true));
    }

    #[test]
    fn a_remedy_is_offered_where_it_mends_and_names_what_it_does() {
        let mut counts = FaultCounts::default();
        let rows = [("call me", "x"), ("+62812335088", "y")];
        for (mobile, letter) in rows {
            let long = letter.repeat(65);
            let cells = ["", mobile, "ACME", long.as_str()];
            let none = Mended::default();
            let row = Row {
                cells: &cells,
                mended: &none,
                marks: &RowMarks::NONE,
            };
            counts.add(&faults_of(&row));
        }
        let tally = Tally {
            left_out: 1_204,
            ..Tally::default()
        };
        let offered = remedies(&counts, tally, country());
        let labels: Vec<&str> = offered.iter().map(|remedy| remedy.label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "Cut 2 comments to 64 characters",
                "Leave out 2 rows (Comments: too long)",
                "Leave out 1 row (Mobile: no phone number)",
                "Take in again 1,204 rows",
            ]
        );
        for remedy in offered {
            assert!(Remedy::from_key(&remedy.key).is_some(), "{}", remedy.key);
        }
    }

    #[test]
    fn what_is_never_offered_is_no_remedy() {
        for key in [
            "",
            "cut",
            "cut:",
            "take_in:mobile.missing",
            "burn:mobile.too_short",
            "leave_out:",
            // A note is nothing to leave a lead out for, and an empty field is nothing to cut.
            "leave_out:mobile.country_code",
            "cut:comments.missing",
            "cut:mobile.too_long",
            "write:mobile.too_short",
            "clear:mobile.missing",
            "leave_out:a\"b.c",
            "leave_out:mobile.x\" || @.field like_regex \".*\" || @.kind == \"",
        ] {
            assert_eq!(Remedy::from_key(key), None, "{key}");
        }
        assert!(Remedy::from_key("take_in:").is_some());
        assert!(Remedy::from_key("leave_out:mobile.too_short").is_some());
    }
}
