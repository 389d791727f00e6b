//! Leads with the same number.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::row::JudgedLead;
use crate::fault::Level;
use crate::kind::DuplicatePolicy;

/// The numbers seen so far, and the row where each stood first.
#[derive(Clone, Debug, Default)]
pub struct Seen(HashMap<u64, u32>);

impl Seen {
    /// The row where the lead's number stood first; `None` when this is the first time, which is then remembered. Ask in
    /// the order of the file.
    ///
    /// A lead that is not sent for another reason, because of an error or because it is held back, is not asked for and not
    /// remembered: it must not hide one that is.
    pub fn first_row(&mut self, row: u32, judged: &JudgedLead) -> Option<u32> {
        if judged.has_errors() || is_held_back(judged) {
            return None;
        }
        match self.0.entry(judged.lead.mobile.as_ref()?.number()) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(place) => {
                place.insert(row);
                None
            }
        }
    }
}

fn is_held_back(judged: &JudgedLead) -> bool {
    let mut faults = judged.faults.iter();
    faults.any(|fault| fault.level() == Level::HeldBack)
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
            seen.first_row(row, &judged)
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
            seen.first_row(row, &judged)
        };
        assert_eq!(first_row(2, &hidden), None);
        assert_eq!(first_row(3, &RowMarks::NONE), None);
        assert_eq!(first_row(4, &hidden), None);
        assert_eq!(first_row(5, &RowMarks::NONE), Some(3));
    }
}
