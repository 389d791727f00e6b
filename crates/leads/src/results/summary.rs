//! The results of a task in five lines, to be pasted into a chat.

use super::classify::CallGroup;
use super::sums::CallCounts;
use crate::numbers::format_number;

/// What a summary is made of.
#[derive(Clone, Copy, Debug)]
pub struct Summary<'a> {
    /// The task’s name.
    pub name: &'a str,
    /// The moment of the counts, with its zone: `27 Nov 2026, 14:32 (Mexico City, UTC−06:00)`.
    pub as_of: &'a str,
    /// The address of the results.
    pub link: &'a str,
    /// The calls.
    pub counts: &'a CallCounts,
}

/// Five lines without a line break at the end: name and moment, dialled and reached, what people said, who is not to be called again, the
/// link. Each number with what it is of; “so far” while calls are open.
pub fn summary_text(summary: &Summary<'_>) -> String {
    let counts = summary.counts;
    let so_far = if counts.open() > 0 { " so far" } else { "" };
    let of_reached = |group| counts.rate_of_reached(group).with_base("reached");
    [
        format!("{}: results{so_far}, as of {}", summary.name, summary.as_of),
        format!(
            "Dialled {} · reached {}",
            counts
                .dial_rate()
                .with_base(&format!("{} sent", format_number(counts.leads()))),
            counts.reach_rate().with_base("dialled")
        ),
        format!(
            "Interested {} · call back {}",
            of_reached(CallGroup::Interested),
            of_reached(CallGroup::CallBack)
        ),
        format!("Do not call again {}", of_reached(CallGroup::DoNotCall)),
        summary.link.to_owned(),
    ]
    .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
    .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::call::{CallFacts, ToldCall};
    use crate::results::classify::classify;
    use crate::results::meaning::Meanings;

    fn counts(calls: &[(&str, &str, u32)]) -> CallCounts {
        let names = [
            ("A", "Interested"),
            ("B", "Call back"),
            ("C", "Do not call"),
            ("D", "Not interested"),
        ];
        let meanings = Meanings::from_names(&names);
        let mut counts = CallCounts::default();
        for (status, letter, times) in calls {
            let facts = CallFacts::read(&ToldCall {
                status: Some(status),
                letter: Some(letter),
                ..ToldCall::default()
            });
            for _ in 0..*times {
                counts.add(&facts, classify(&facts, Some(&meanings)));
            }
        }
        counts
    }

    #[test]
    fn a_summary_is_five_lines_with_what_each_number_is_of() {
        let counts = counts(&[
            ("finished", "A", 1_204),
            ("finished", "B", 431),
            ("finished", "C", 38),
            ("finished", "D", 3_139),
            ("finished", "--", 4_600),
            ("pending", "--", 94),
        ]);
        let summary = Summary {
            name: "Ride vouchers,\nweek 48",
            as_of: "27 Nov 2026, 14:32 (Mexico City, UTC−06:00)",
            link: "https://coxswain.example/tasks/1",
            counts: &counts,
        };
        assert_eq!(
            summary_text(&summary),
            "Ride vouchers, week 48: results so far, as of 27 Nov 2026, 14:32 (Mexico City, UTC−06:00)\n\
             Dialled 9,412 (99.0 % of 9,506 sent) · reached 4,812 (51.1 % of dialled)\n\
             Interested 1,204 (25.0 % of reached) · call back 431 (9.0 % of reached)\n\
             Do not call again 38 (0.8 % of reached)\n\
             https://coxswain.example/tasks/1"
        );
    }

    #[test]
    fn a_task_that_has_ended_has_no_so_far_and_one_without_calls_no_rates() {
        let ended = counts(&[("finished", "A", 1)]);
        let none = CallCounts::default();
        let text = |counts| {
            summary_text(&Summary {
                name: "Task",
                as_of: "now",
                link: "l",
                counts,
            })
        };
        assert!(!text(&ended).contains("so far"));
        assert!(text(&ended).contains("reached 1 (100.0 % of dialled)"));
        assert!(text(&none).contains("Dialled 0 · reached 0\n"));
    }
}
