//! Leads with the same number.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::mobile::Mobile;
use crate::fault::{Fault, FaultKind, Level};
use crate::kind::DuplicatePolicy;
use crate::marks::{HoldReason, HoldScope};

/// The numbers seen so far, and the row where each stood first.
#[derive(Clone, Debug, Default)]
pub struct Seen(HashMap<u64, u32>);

impl Seen {
    /// Nothing seen yet, with room for so many numbers.
    pub fn with_capacity(numbers: usize) -> Seen {
        Seen(HashMap::with_capacity(numbers))
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
        faults: &[Fault],
    ) -> Option<u32> {
        if !may_be_sent(faults) {
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

/// Whether a lead with these faults has no error and is not held back.
pub fn may_be_sent(faults: &[Fault]) -> bool {
    faults.iter().all(|fault| fault.level() < Level::HeldBack)
}

/// Whether the lead's row says that its number is not to be called, in whichever row it stands.
pub fn holds_number(faults: &[Fault]) -> bool {
    faults.iter().any(|fault| {
        matches!(
            fault.kind,
            FaultKind::HeldBack {
                scope: HoldScope::Number,
                ..
            }
        )
    })
}

/// What the rows with one number say against calling it: for each reason the first row that says so. It holds back the
/// other rows as well, also those in front, and also where the row itself has an error or was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberHolds(Vec<Fault>);

impl NumberHolds {
    /// Hears the row of a lead. Call it in the order of the file.
    pub fn add(&mut self, row: u32, faults: &[Fault]) {
        for fault in faults {
            let FaultKind::HeldBack {
                reason,
                says,
                scope: HoldScope::Number,
            } = &fault.kind
            else {
                continue;
            };
            if !is_held_for(&self.0, *reason) {
                let kind = FaultKind::HeldBack {
                    reason: *reason,
                    says: says.clone(),
                    scope: HoldScope::SaidBy(row),
                };
                self.0.push(Fault::new(fault.field, kind));
            }
        }
    }

    /// The faults of a lead with the number, with what other rows say in place of what they said before; `None` where that
    /// is the same. For a reason of its own the lead is not held back by another row.
    pub fn applied(&self, faults: &[Fault]) -> Option<Vec<Fault>> {
        if self.0.is_empty() && !faults.iter().any(is_said_by_another) {
            return None;
        }
        let own = faults.iter().filter(|fault| !is_said_by_another(fault));
        let mut held: Vec<Fault> = own.cloned().collect();
        for fault in &self.0 {
            if let FaultKind::HeldBack { reason, .. } = fault.kind
                && !is_held_for(&held, reason)
            {
                held.push(fault.clone());
            }
        }
        held.sort_by_key(|fault| fault.field);
        (held != faults).then_some(held)
    }
}

fn is_said_by_another(fault: &Fault) -> bool {
    matches!(
        fault.kind,
        FaultKind::HeldBack {
            scope: HoldScope::SaidBy(_),
            ..
        }
    )
}

fn is_held_for(faults: &[Fault], why: HoldReason) -> bool {
    faults
        .iter()
        .any(|fault| matches!(fault.kind, FaultKind::HeldBack { reason, .. } if reason == why))
}

/// For each row but the one that is kept, the row with the same number that goes in its place.
///
/// `rows` are the leads of one number that could be sent, in the order of the file. Where all are kept, the later ones
/// still name the first: it is worth knowing.
pub fn same_number(
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
    use super::super::row::{Row, RowRules, judge_row};
    use super::*;
    use crate::country::Country;
    use crate::field::Field;
    use crate::marks::RowMarks;
    use crate::mended::Mended;

    #[test]
    fn the_policy_says_which_row_is_kept() {
        let other = |policy| {
            same_number(policy, &[3, 5, 9])
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
        let mut seen = Seen::default();
        let mut first_row = |row, mobile, platform| {
            let cells = [mobile, platform];
            let mended = &Mended::default();
            let judged = judge_row(
                &Row {
                    cells: &cells,
                    mended,
                    marks: &RowMarks::NONE,
                },
                &mapping,
                &rules,
            );
            seen.first_row(row, judged.lead.mobile.as_ref(), &judged.faults)
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
        let mut seen = Seen::default();
        let mut first_row = |row, marks: &RowMarks| {
            let judged = judge_row(
                &Row {
                    cells: &["+62812335088", "DIDI"],
                    mended: &Mended::default(),
                    marks,
                },
                &mapping,
                &rules,
            );
            seen.first_row(row, judged.lead.mobile.as_ref(), &judged.faults)
        };
        assert_eq!(first_row(2, &hidden), None);
        assert_eq!(first_row(3, &RowMarks::NONE), None);
        assert_eq!(first_row(4, &hidden), None);
        assert_eq!(first_row(5, &RowMarks::NONE), Some(3));
    }

    fn held(reason: HoldReason, scope: HoldScope) -> Fault {
        let says = "“DNC: yes”".to_owned();
        let kind = FaultKind::HeldBack {
            reason,
            says,
            scope,
        };
        Fault::new(Field::Mobile, kind)
    }

    #[test]
    fn what_one_row_says_of_the_number_holds_for_the_others() {
        let own = held(HoldReason::DoNotCall, HoldScope::Number);
        let hidden = held(HoldReason::Hidden, HoldScope::Row);
        let paid = held(HoldReason::Status, HoldScope::Row);
        let of_row_5 = held(HoldReason::DoNotCall, HoldScope::SaidBy(5));
        let missing = Fault::new(Field::Platform, FaultKind::Missing);
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
            of_row_5.sentence(),
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
            serde_json::from_str::<Vec<Fault>>(&stored).ok(),
            Some(told.to_vec())
        );
    }
}
