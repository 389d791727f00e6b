//! How long an account keeps what names people: the choice of an administrator, and the moment at which that ends.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use localization::Message;

use crate::messages::form_problems;
use crate::validate::whole_number;
use crate::views::{FormProblem, RetentionForm};

/// The most days for which anything is kept: ten years.
pub const MAX_RETENTION_DAYS: u32 = 3_650;

/// What an account has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Days for which a task keeps its leads after the last call has ended, 1 to [`MAX_RETENTION_DAYS`].
    pub result_days: u32,
    /// Days for which a draft is kept that nobody touches, 1 to [`MAX_RETENTION_DAYS`].
    pub draft_days: u32,
    /// Whether columns that fill nothing are kept with the leads of a task: result files repeat them.
    pub unused_columns: bool,
}

/// What says that columns that fill nothing are kept.
pub const KEEP_COLUMNS: &str = "keep";

/// What says that they are dropped.
pub const DROP_COLUMNS: &str = "drop";

/// Reads the form. Nothing in it has a default: what is not chosen is a problem.
///
/// # Errors
/// Everything that has to be fixed. Inputs: `result_days`, `draft_days`, `unused_columns`.
pub fn parse_retention_form(form: &RetentionForm) -> Result<Retention, Vec<FormProblem>> {
    let mut problems = Vec::new();
    let mut days = |input: &str, text: &str, sentence: fn(u32) -> Message| {
        let days = whole_number(text, 1, MAX_RETENTION_DAYS);
        if days.is_none() {
            problems.push(FormProblem::new(input, sentence(MAX_RETENTION_DAYS)));
        }
        days
    };
    let result_days = days("result_days", &form.result_days, form_problems::result_days);
    let draft_days = days("draft_days", &form.draft_days, form_problems::draft_days);
    let unused_columns = match form.unused_columns.as_str() {
        KEEP_COLUMNS => Some(true),
        DROP_COLUMNS => Some(false),
        _ => {
            let sentence = form_problems::unused_columns();
            problems.push(FormProblem::new("unused_columns", sentence));
            None
        }
    };
    let retention = || {
        Some(Retention {
            result_days: result_days?,
            draft_days: draft_days?,
            unused_columns: unused_columns?,
        })
    };
    retention().ok_or(problems)
}

/// The form that shows the choice; empty where there is none.
pub fn retention_form(retention: Option<Retention>) -> RetentionForm {
    let Some(retention) = retention else {
        return RetentionForm::default();
    };
    let columns = match retention.unused_columns {
        true => KEEP_COLUMNS,
        false => DROP_COLUMNS,
    };
    RetentionForm {
        result_days: retention.result_days.to_string(),
        draft_days: retention.draft_days.to_string(),
        unused_columns: columns.to_owned(),
    }
}

/// When something is deleted that is kept for so many days: at the beginning of a day of the account's zone, once that many whole days are
/// over. `None` where the calendar ends before.
pub fn end_of_retention(last: Timestamp, days: u32, zone: &TimeZone) -> Option<Timestamp> {
    let day = last.to_zoned(zone.clone()).date();
    let first_without = day.checked_add((i64::from(days) + 1).days()).ok()?;
    let midnight = first_without.to_zoned(zone.clone()).ok()?;
    Some(midnight.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(result_days: &str, draft_days: &str, unused_columns: &str) -> RetentionForm {
        RetentionForm {
            result_days: result_days.to_owned(),
            draft_days: draft_days.to_owned(),
            unused_columns: unused_columns.to_owned(),
        }
    }

    #[test]
    fn nothing_has_a_default() {
        let problems = parse_retention_form(&RetentionForm::default()).expect_err("nothing chosen");
        let inputs: Vec<&str> = problems
            .iter()
            .map(|problem| problem.input.as_str())
            .collect();
        assert_eq!(inputs, ["result_days", "draft_days", "unused_columns"]);
        assert_eq!(retention_form(None), RetentionForm::default());
    }

    #[test]
    fn the_form_is_read_and_written_back() {
        for columns in [KEEP_COLUMNS, DROP_COLUMNS] {
            let typed = form("90", "30", columns);
            let read = parse_retention_form(&typed).expect("all is chosen");
            assert_eq!(retention_form(Some(read)), typed);
        }
        for days in ["0", "3651", "ten", "-1"] {
            let problems =
                parse_retention_form(&form(days, "1", DROP_COLUMNS)).expect_err("no number");
            assert_eq!(problems.len(), 1, "{days}");
        }
    }

    #[test]
    fn whole_days_of_the_account_are_over_before_anything_goes() {
        let zone = TimeZone::get("Asia/Jakarta").expect("a zone");
        // Half past eleven at night in Jakarta.
        let last: Timestamp = "2026-11-23T16:30:00Z".parse().expect("a moment");
        let end = end_of_retention(last, 1, &zone).expect("a moment");
        // The 24th is kept whole.
        assert_eq!(end.to_string(), "2026-11-24T17:00:00Z");
        let end = end_of_retention(last, 90, &zone).expect("a moment");
        assert_eq!(
            end.to_zoned(zone).date(),
            jiff::civil::date(2027, 2, 22),
            "90 days after the 23rd are over with the 21st of February"
        );
        assert_eq!(
            end_of_retention(Timestamp::MAX, MAX_RETENTION_DAYS, &TimeZone::UTC),
            None
        );
    }
}
