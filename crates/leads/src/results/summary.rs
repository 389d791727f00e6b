//! The results of a task in five lines, to be pasted into a chat.

use localization::{Language, Message};

use super::classify::CallGroup;
use super::rate::Rate;
use crate::messages::summary;
use crate::views::ResultsView;

/// Four lines: name and moment, dialled and reached, what people said, who is not to be called again. Each number with what it is of; “so
/// far” while calls are open. The moment of the numbers is said with its zone; before AIRudder has told anything there is none.
fn lines(name: &str, results: &ResultsView) -> [Message; 4] {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let rate = |part: u32, base: u32, of: Message| {
        let (part, base) = (u64::from(part), u64::from(base));
        Rate { part, base }.with_base(of)
    };
    let of_reached = |group| rate(results.of(group), results.reached, summary::reached());
    [
        match &results.as_of.told_in_full {
            Some(moment) if results.as_of.open > 0 => summary::so_far_as_of(moment.clone(), name),
            Some(moment) => summary::as_of(moment.clone(), name),
            None => summary::not_told(name),
        },
        summary::dialled_and_reached(
            rate(results.dialled, results.sent, summary::sent(results.sent)),
            rate(results.reached, results.dialled, summary::dialled()),
        ),
        summary::interested_and_call_back(
            of_reached(CallGroup::CallBack),
            of_reached(CallGroup::Interested),
        ),
        summary::do_not_call(of_reached(CallGroup::DoNotCall)),
    ]
}

/// The same in that language, with the address of the results as the last line, and no line break behind it.
pub fn summary_text(language: Language, name: &str, link: &str, results: &ResultsView) -> String {
    let lines = lines(name, results).map(|line| line.text(language));
    format!("{}\n{link}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;
    use crate::views::{AsOf, ZoneLabel};

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
                told_in_full: Some(AsOf::in_full(
                    datetime(2026, 11, 27, 14, 32, 10, 0),
                    &ZoneLabel {
                        place: "Mexico City".to_owned(),
                        offset: "UTC−06:00".to_owned(),
                    },
                )),
                ..AsOf::default()
            },
            ..ResultsView::default()
        }
    }

    #[test]
    fn a_summary_is_five_lines_with_what_each_number_is_of() {
        let link = "https://coxswain.example/tasks/1";
        assert_eq!(
            summary_text(
                Language::English,
                "Ride vouchers,\nweek 48",
                link,
                &results(94)
            ),
            "Ride vouchers, week 48: results so far, as of 27 Nov 2026, 14:32 (Mexico City, UTC−06:00)\n\
             Dialled 9,412 (99.0% of 9,506 sent) · reached 4,812 (51.1% of dialled)\n\
             Interested 1,204 (25.0% of reached) · call back 431 (9.0% of reached)\n\
             Do not call again 38 (0.8% of reached)\n\
             https://coxswain.example/tasks/1"
        );
    }

    #[test]
    fn a_task_that_has_ended_has_no_so_far_and_one_without_calls_no_rates() {
        assert!(!summary_text(Language::English, "Task", "l", &results(0)).contains("so far"));
        let none = summary_text(Language::English, "Task", "l", &ResultsView::default());
        assert!(none.starts_with("Task: AIRudder has not told of all its calls yet\n"));
        assert!(none.contains("Dialled 0 · reached 0\n"));
    }
}
