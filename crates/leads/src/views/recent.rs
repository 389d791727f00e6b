//! The view of a list that was called recently.

use localization::Message;

use crate::messages::recently_called as texts;

/// Why nobody is left to call: the numbers are in tasks of the last days.
#[derive(Clone, Debug, PartialEq)]
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
    pub day: Message,
    /// How many other tasks the rest is in.
    pub other_tasks: u32,
}

impl AllRecentView {
    /// What there is to say. The element `link` is the name of the task.
    pub fn sentence(&self) -> Message {
        let (count, days, others) = (self.count, self.days, self.other_tasks);
        let (day, name) = (self.day.clone(), &self.name);
        match (self.is_all, others) {
            (true, 0) => texts::all(count, day, days, name),
            (true, _) => texts::all_and_others(count, day, days, name, others),
            (false, 0) => texts::none_ready(count, day, days, name),
            (false, _) => texts::none_ready_and_others(count, day, days, name, others),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use localization::{DayStyle, Language};

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
                day: Message::day(date(2026, 11, 19), DayStyle::Weekday),
                other_tasks,
            };
            view.sentence()
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
            assert_eq!(text.to_string(), expected);
        }
        assert_eq!(
            said(12_345, false, 2).text(Language::Indonesian),
            "Tidak ada prospek yang siap: 12.345 sudah ditelepon dalam 7 hari terakhir, di Week 47 (Kam, 19 Nov) dan 2 tugas lain."
        );
    }
}
