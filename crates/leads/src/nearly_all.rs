//! A problem that nearly all leads have: then a column is matched wrongly, rather than each of the rows filled in wrongly.

use crate::problem::Level;
use crate::problem_groups::ProblemGroup;

/// In a shorter list single rows say nothing of its columns.
const MIN_LEADS: u32 = 10;

/// The error that more than nine of ten leads have.
pub fn of_nearly_all(groups: &[ProblemGroup], leads: u32) -> Option<&ProblemGroup> {
    let is_error = |group: &&ProblemGroup| group.level == Level::Error;
    let most = groups
        .iter()
        .filter(is_error)
        .max_by_key(|group| group.count)?;
    let nearly_all = u64::from(most.count) * 10 > u64::from(leads) * 9;
    (leads >= MIN_LEADS && nearly_all).then_some(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Field;
    use crate::problem::{Problem, ProblemKind};
    use crate::problem_groups::ProblemCounts;

    fn counted(kind: &ProblemKind, leads: usize) -> Vec<ProblemGroup> {
        let mut counts = ProblemCounts::default();
        for _ in 0..leads {
            counts.add(&[Problem::new(Field::Mobile, kind.clone())]);
        }
        counts.groups()
    }

    #[test]
    fn an_error_of_more_than_nine_in_ten_leads_is_one_of_the_columns() {
        let key = |errors, leads| {
            let groups = counted(&ProblemKind::Missing, errors);
            of_nearly_all(&groups, leads).map(|group| group.key.clone())
        };
        assert_eq!(key(91, 100).as_deref(), Some("mobile.missing"));
        assert_eq!(key(90, 100), None);
        assert_eq!(key(10, 10).as_deref(), Some("mobile.missing"));
        assert_eq!(key(9, 9), None, "a short list");
        assert_eq!(key(0, 100), None);
        let warnings = counted(&ProblemKind::FixedLine, 100);
        assert_eq!(of_nearly_all(&warnings, 100), None);
    }
}
