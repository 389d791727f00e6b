//! The view of a list that was called recently.

use serde::{Deserialize, Serialize};

use crate::numbers::{count_with_noun, format_number};

/// Why nobody is left to call: the numbers are in tasks of the last days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllRecentView {
    /// Leads that are left out for that.
    pub count: u32,
    /// Whether they are all leads of the list.
    pub is_all: bool,
    /// Days that count as recent, today among them.
    pub days: u32,
    /// The task in which most of them are.
    pub task: String,
    /// Its name.
    pub name: String,
    /// The day of its submission: `Thu 19 Nov`.
    pub day: String,
    /// How many other tasks the rest is in.
    pub other_tasks: u32,
}

impl AllRecentView {
    /// What stands before the name of the task.
    pub fn beginning(&self) -> String {
        let days = count_with_noun(self.days, "day", "days");
        let leads = match (self.is_all, self.count) {
            (true, 1) => "The lead was".to_owned(),
            (true, count) => format!("All {} were", format_number(count)),
            (false, 1) => "No lead is ready: 1 was".to_owned(),
            (false, count) => format!("No lead is ready: {} were", format_number(count)),
        };
        format!("{leads} called within {days}, in")
    }

    /// What stands behind it.
    pub fn end(&self) -> String {
        match self.other_tasks {
            0 => format!("({}).", self.day),
            others => {
                let others = count_with_noun(others, "other task", "other tasks");
                format!("({}) and {others}.", self.day)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_how_many_were_called_where_and_when() {
        let said = |count, is_all, other_tasks| {
            let view = AllRecentView {
                count,
                is_all,
                days: 7,
                task: "7".to_owned(),
                name: "Week 47".to_owned(),
                day: "Thu 19 Nov".to_owned(),
                other_tasks,
            };
            format!("{} {} {}", view.beginning(), view.name, view.end())
        };
        for (text, expected) in [
            (
                said(120, true, 0),
                "All 120 were called within 7 days, in Week 47 (Thu 19 Nov).",
            ),
            (
                said(1, true, 0),
                "The lead was called within 7 days, in Week 47 (Thu 19 Nov).",
            ),
            (
                said(12_345, false, 2),
                "No lead is ready: 12,345 were called within 7 days, in Week 47 (Thu 19 Nov) and 2 other tasks.",
            ),
        ] {
            assert_eq!(text, expected);
        }
    }
}
