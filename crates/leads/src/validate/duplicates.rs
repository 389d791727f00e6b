//! Leads with the same number.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::mobile::Mobile;
use crate::kind::DuplicatePolicy;
use crate::marks::{HoldReason, HoldScope};
use crate::problem::{Level, Problem, ProblemKind};

/// The numbers seen so far, and the row where each stood first.
#[derive(Clone, Debug, Default)]
pub struct FirstRows(HashMap<u64, u32>);

impl FirstRows {
    /// Nothing seen yet, with room for so many numbers.
    pub fn with_capacity(numbers: usize) -> FirstRows {
        FirstRows(HashMap::with_capacity(numbers))
    }

    /// The row where the lead's number stood first; `None` when this is the first time, which is then remembered. Ask in
    /// the order of the file.
    ///
    /// A lead that is not sent for another reason, because of an error or because it is held back, is not asked for and not
    /// remembered: it must not hide one that is.
    pub fn first_row(
        &mut self,
        row: u32,
        mobile: Option<&Mobile>,
        problems: &[Problem],
    ) -> Option<u32> {
        if !may_be_sent(problems) {
            return None;
        }
        match self.0.entry(mobile?.number()) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(place) => {
                place.insert(row);
                None
            }
        }
    }
}

/// Whether a lead with these problems has no error and is not held back.
pub fn may_be_sent(problems: &[Problem]) -> bool {
    problems
        .iter()
        .all(|problem| problem.level() < Level::HeldBack)
}

/// Whether the lead's row says that its number is not to be called, in whichever row it stands.
pub fn holds_number(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| {
        matches!(
            problem.kind,
            ProblemKind::HeldBack {
                scope: HoldScope::Number,
                ..
            }
        )
    })
}

/// What the rows with one number say against calling it: for each reason the first row that says so. It holds back the
/// other rows as well, also those in front, and also where the row itself has an error or was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberHolds(Vec<Problem>);

impl NumberHolds {
    /// Hears the row of a lead. Call it in the order of the file.
    pub fn add(&mut self, row: u32, problems: &[Problem]) {
        for problem in problems {
            let ProblemKind::HeldBack {
                reason,
                says,
                scope: HoldScope::Number,
            } = &problem.kind
            else {
                continue;
            };
            if !is_held_for(&self.0, *reason) {
                let kind = ProblemKind::HeldBack {
                    reason: *reason,
                    says: says.clone(),
                    scope: HoldScope::SaidBy(row),
                };
                self.0.push(Problem::new(problem.field, kind));
            }
        }
    }

    /// The problems of a lead with the number, with what other rows say in place of what they said before; `None` where that
    /// is the same. For a reason of its own the lead is not held back by another row.
    pub fn applied(&self, problems: &[Problem]) -> Option<Vec<Problem>> {
        if self.0.is_empty() && !problems.iter().any(is_said_by_another) {
            return None;
        }
        let own = problems
            .iter()
            .filter(|problem| !is_said_by_another(problem));
        let mut held: Vec<Problem> = own.cloned().collect();
        for problem in &self.0 {
            if let ProblemKind::HeldBack { reason, .. } = problem.kind
                && !is_held_for(&held, reason)
            {
                held.push(problem.clone());
            }
        }
        held.sort_by_key(|problem| problem.field);
        (held != problems).then_some(held)
    }
}

fn is_said_by_another(problem: &Problem) -> bool {
    matches!(
        problem.kind,
        ProblemKind::HeldBack {
            scope: HoldScope::SaidBy(_),
            ..
        }
    )
}

fn is_held_for(problems: &[Problem], why: HoldReason) -> bool {
    problems.iter().any(
        |problem| matches!(problem.kind, ProblemKind::HeldBack { reason, .. } if reason == why),
    )
}

/// For each row but the one that is kept, the row with the same number that goes in its place.
///
/// `rows` are the leads of one number that could be sent, in the order of the file. Where all are kept, the later ones
/// still name the first: it is worth knowing.
pub fn resolve_duplicates(
    policy: DuplicatePolicy,
    rows: &[u32],
) -> impl Iterator<Item = (u32, Option<u32>)> {
    let kept = match policy {
        DuplicatePolicy::First | DuplicatePolicy::All => rows.first(),
        DuplicatePolicy::Last => rows.last(),
    };
    rows.iter()
        .map(move |row| (*row, kept.copied().filter(|kept| kept != row)))
}

#[cfg(test)]
mod tests {
    use super::super::mapping::Mapping;
    use super::super::row::{Row, RowRules, validate_row};
    use super::*;
    use crate::country::Country;
    use crate::edits::Edits;
    use crate::field::Field;
    use crate::marks::RowMarks;

    #[test]
    fn the_policy_says_which_row_is_kept() {
        let other = |policy| {
            resolve_duplicates(policy, &[3, 5, 9])
                .map(|(_, other)| other)
                .collect::<Vec<_>>()
        };
        assert_eq!(other(DuplicatePolicy::First), [None, Some(3), Some(3)]);
        assert_eq!(other(DuplicatePolicy::All), [None, Some(3), Some(3)]);
        assert_eq!(other(DuplicatePolicy::Last), [Some(9), Some(9), None]);
    }

    #[test]
    fn every_later_row_names_the_first_one_that_is_sent() {
        let mapping = Mapping::guess(&["Mobile".to_owned(), "Platform".to_owned()], &[]);
        let rules = RowRules::of_country(Country::parse("ID").expect("two letters"));
        let mut seen = FirstRows::default();
        let mut first_row = |row, mobile, platform| {
            let cells = [mobile, platform];
            let edits = &Edits::default();
            let validated = validate_row(
                &Row {
                    cells: &cells,
                    edits,
                    marks: &RowMarks::NONE,
                },
                &mapping,
                &rules,
            );
            seen.first_row(row, validated.lead.mobile.as_ref(), &validated.problems)
        };
        assert_eq!(first_row(2, "+62812335088", ""), None);
        assert_eq!(first_row(3, "+62812335088", "DIDI"), None);
        assert_eq!(first_row(4, "+62812335089", "DIDI"), None);
        assert_eq!(first_row(5, "0812335088", "DIDI"), Some(3));
        assert_eq!(first_row(6, "+62812335088", "DIDI"), Some(3));
        assert_eq!(first_row(7, "call me", "DIDI"), None);
    }

    #[test]
    fn a_row_that_is_held_back_hides_none_that_is_sent() {
        let mapping = Mapping::guess(&["Mobile".to_owned(), "Platform".to_owned()], &[]);
        let rules = RowRules::of_country(Country::parse("ID").expect("two letters"));
        let hidden = RowMarks {
            hidden: true,
            ..RowMarks::NONE
        };
        let mut seen = FirstRows::default();
        let mut first_row = |row, marks: &RowMarks| {
            let validated = validate_row(
                &Row {
                    cells: &["+62812335088", "DIDI"],
                    edits: &Edits::default(),
                    marks,
                },
                &mapping,
                &rules,
            );
            seen.first_row(row, validated.lead.mobile.as_ref(), &validated.problems)
        };
        assert_eq!(first_row(2, &hidden), None);
        assert_eq!(first_row(3, &RowMarks::NONE), None);
        assert_eq!(first_row(4, &hidden), None);
        assert_eq!(first_row(5, &RowMarks::NONE), Some(3));
    }

    fn held(reason: HoldReason, scope: HoldScope) -> Problem {
        let says = "“DNC: yes”".to_owned();
        let kind = ProblemKind::HeldBack {
            reason,
            says,
            scope,
        };
        Problem::new(Field::Mobile, kind)
    }

    #[test]
    fn what_one_row_says_of_the_number_holds_for_the_others() {
        let own = held(HoldReason::DoNotCall, HoldScope::Number);
        let hidden = held(HoldReason::Hidden, HoldScope::Row);
        let paid = held(HoldReason::Status, HoldScope::Row);
        let of_row_5 = held(HoldReason::DoNotCall, HoldScope::SaidBy(5));
        let missing = Problem::new(Field::Platform, ProblemKind::Missing);
        let mut holds = NumberHolds::default();
        holds.add(2, &[hidden.clone(), paid.clone()]);
        assert_eq!(holds.applied(&[]), None);
        holds.add(5, &[paid, own.clone()]);
        holds.add(7, std::slice::from_ref(&own));
        let applied = holds.applied(std::slice::from_ref(&missing));
        assert_eq!(applied, Some(vec![of_row_5.clone(), missing.clone()]));
        let applied = holds.applied(std::slice::from_ref(&hidden));
        assert_eq!(applied, Some(vec![hidden, of_row_5.clone()]));
        assert_eq!(holds.applied(std::slice::from_ref(&own)), None);
        assert_eq!(
            of_row_5.message().to_string(),
            "Row 5 has the same number and says “DNC: yes”. Not called unless you choose to."
        );
        // What was said before is no longer said, or said by another row.
        let told = [of_row_5, missing.clone()];
        assert_eq!(holds.applied(&told), None);
        let mut others = NumberHolds::default();
        assert_eq!(others.applied(&told), Some(vec![missing.clone()]));
        others.add(9, &[own]);
        let of_row_9 = held(HoldReason::DoNotCall, HoldScope::SaidBy(9));
        assert_eq!(others.applied(&told), Some(vec![of_row_9, missing]));
        // It is stored with the lead.
        let stored = serde_json::to_string(&told).expect("plain data");
        assert_eq!(
            serde_json::from_str::<Vec<Problem>>(&stored).ok(),
            Some(told.to_vec())
        );
    }
}
