//! The results of a task in five lines, to be pasted into a chat.

use super::classify::CallGroup;
use super::rate::Rate;
use crate::numbers::format_number;
use crate::views::ResultsView;

/// Five lines without a line break at the end: name and moment, dialled and reached, what people said, who is not to be called again, the
/// address of the results. Each number with what it is of; “so far” while calls are open. The moment of the numbers is said with its
/// zone; before AIRudder has told anything there is none.
pub fn summary_text(name: &str, link: &str, results: &ResultsView) -> String {
    let so_far = if results.as_of.open > 0 {
        " so far"
    } else {
        ""
    };
    let rate = |part: u32, base: u32, of: &str| {
        let (part, base) = (u64::from(part), u64::from(base));
        Rate { part, base }.with_base(of)
    };
    let as_of = match &results.as_of.told_in_full {
        Some(as_of) => format!("results{so_far}, as of {as_of}"),
        None => "AIRudder has not told of all its calls yet".to_owned(),
    };
    let of_reached = |group| rate(results.of(group), results.reached, "reached");
    let sent = format!("{} sent", format_number(results.sent));
    [
        format!("{name}: {as_of}"),
        format!(
            "Dialled {} · reached {}",
            rate(results.dialled, results.sent, &sent),
            rate(results.reached, results.dialled, "dialled")
        ),
        format!(
            "Interested {} · call back {}",
            of_reached(CallGroup::Interested),
            of_reached(CallGroup::CallBack)
        ),
        format!("Do not call again {}", of_reached(CallGroup::DoNotCall)),
        link.to_owned(),
    ]
    .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
    .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::AsOf;

    const AS_OF: &str = "27 Nov 2026, 14:32 (Mexico City, UTC−06:00)";

    fn results(open: u32) -> ResultsView {
        ResultsView {
            sent: 9_506,
            dialled: 9_412,
            reached: 4_812,
            groups: vec![
                (CallGroup::Interested, 1_204),
                (CallGroup::CallBack, 431),
                (CallGroup::DoNotCall, 38),
            ],
            as_of: AsOf {
                open,
                told_in_full: Some(AS_OF.to_owned()),
                ..AsOf::default()
            },
            ..ResultsView::default()
        }
    }

    #[test]
    fn a_summary_is_five_lines_with_what_each_number_is_of() {
        let link = "https://coxswain.example/tasks/1";
        assert_eq!(
            summary_text("Ride vouchers,\nweek 48", link, &results(94)),
            "Ride vouchers, week 48: results so far, as of 27 Nov 2026, 14:32 (Mexico City, UTC−06:00)\n\
             Dialled 9,412 (99.0 % of 9,506 sent) · reached 4,812 (51.1 % of dialled)\n\
             Interested 1,204 (25.0 % of reached) · call back 431 (9.0 % of reached)\n\
             Do not call again 38 (0.8 % of reached)\n\
             https://coxswain.example/tasks/1"
        );
    }

    #[test]
    fn a_task_that_has_ended_has_no_so_far_and_one_without_calls_no_rates() {
        assert!(!summary_text("Task", "l", &results(0)).contains("so far"));
        let none = summary_text("Task", "l", &ResultsView::default());
        assert!(none.starts_with("Task: AIRudder has not told of all its calls yet\n"));
        assert!(none.contains("Dialled 0 · reached 0\n"));
    }
}
