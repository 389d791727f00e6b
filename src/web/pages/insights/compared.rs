//! Robots and lines side by side, each with the interval of its rate.

use leads::results::insights::{Compared, comparisons, interval_text};
use leads::results::rate::Rate;
use leads::results::talk::TalkClass;
use leads::views::InsightsView;
use leptos::prelude::*;

use super::tasks_of;
use crate::web::components::chart_card::{Card, RateLine, figures, note, rate_lines};
use crate::web::components::charts::minutes;
use crate::web::components::numbers::format_number;

/// The most that are drawn; the others are in the figures.
const MAX_DRAWN: usize = 12;

/// The robots by reach.
pub fn robots(insights: &InsightsView) -> Card {
    let link = |robot: &Compared| Some(tasks_of(&robot.id));
    side_by_side(
        &insights.robots,
        &Words {
            id: "robots",
            heading: "Robots side by side",
            label: "Figures: robots side by side",
            name: "Robot",
            one: "robot",
        },
        link,
    )
}

/// The lines by reach.
pub fn lines(insights: &InsightsView) -> Card {
    side_by_side(
        &insights.lines,
        &Words {
            id: "lines",
            heading: "Lines side by side",
            label: "Figures: lines side by side",
            name: "Line",
            one: "line",
        },
        |_| None,
    )
}

struct Words {
    id: &'static str,
    heading: &'static str,
    label: &'static str,
    name: &'static str,
    one: &'static str,
}

fn side_by_side(
    compared: &[Compared],
    words: &Words,
    link: impl Fn(&Compared) -> Option<String>,
) -> Card {
    let drawn = compared.iter().take(MAX_DRAWN).map(|line| RateLine {
        name: line.name.clone(),
        rate: line.sums.reach_rate(),
        class: "good",
        of: "dialled",
        href: link(line),
    });
    let sentences = comparisons(compared, "reaches").into_iter();
    let sentences = sentences
        .take(MAX_DRAWN - 1)
        .map(|sentence| view! { <li>{sentence}</li> })
        .collect_view();
    let best_known = compared.first().filter(|_| compared.len() > 1);
    let best_known = best_known.map(|line| {
        note(format!(
            "Each is compared with {}, the {} of the most calls.",
            line.name, words.one
        ))
    });
    let rows = compared.iter().map(|line| {
        let (reach, interest) = (line.sums.reach_rate(), line.sums.interest_rate());
        let interval = |rate: Rate| interval_text(rate).unwrap_or_else(|| "–".to_owned());
        vec![
            line.name.clone(),
            format_number(line.sums.calls),
            format_number(reach.base),
            format_number(reach.part),
            reach.text(),
            interval(reach),
            format_number(interest.part),
            interest.text(),
            interval(interest),
        ]
    });
    let columns = [
        "Sent",
        "Dialled",
        "Reached",
        "Of dialled",
        "95 % interval of reach",
        "Interested",
        "Of reached",
        "95 % interval of interest",
    ];
    Card {
        id: words.id,
        heading: words.heading.to_owned(),
        chart: view! {
            {rate_lines(format!("{}: reached of dialled, with 95 % intervals", words.heading), drawn.collect())}
            <ul class="comparisons small">{sentences}</ul>
            {best_known}
            {others(compared.len())}
        }
        .into_any(),
        figures: figures(words.label, &[words.name], &columns, rows.collect()),
    }
}

fn others(all: usize) -> Option<AnyView> {
    let others = all.checked_sub(MAX_DRAWN).filter(|others| *others > 0)?;
    Some(note(format!(
        "{} more with fewer calls are among the figures.",
        format_number(u64::try_from(others).unwrap_or(u64::MAX))
    )))
}

/// How long people talk with each robot: many short talks show a fault of the robot.
pub fn talk(insights: &InsightsView) -> Card {
    let talked = insights.robots.iter().filter(|line| line.sums.talks() > 0);
    let drawn = talked.clone().take(MAX_DRAWN).map(|line| RateLine {
        name: line.name.clone(),
        rate: line.sums.short_talk_rate(),
        class: "warn",
        of: "talks",
        href: None,
    });
    let drawn: Vec<RateLine> = drawn.collect();
    let rows = talked.map(|line| {
        let mean = line.sums.mean_talk_seconds();
        let start = [
            line.name.clone(),
            format_number(line.sums.talks()),
            mean.map_or_else(|| "–".to_owned(), minutes),
        ];
        let classes = line.sums.talks.map(|talks| {
            let rate = Rate {
                part: talks.into(),
                base: line.sums.talks().into(),
            };
            format!("{} ({})", format_number(talks), rate.text())
        });
        start.into_iter().chain(classes).collect()
    });
    let columns: Vec<&'static str> = ["Talks", "Average"]
        .into_iter()
        .chain(TalkClass::ALL.map(TalkClass::label))
        .collect();
    let words = "Share of talks under 10 seconds, of calls whose talk is known. Many short talks often show a fault of the robot: a voice that \
                 does not start, or a first sentence that makes people hang up. A talk lasts from the beginning of the last dial to its end.";
    let chart = match drawn.is_empty() {
        true => note("AIRudder has not reported a talk on these days.".to_owned()),
        false => view! {
            {rate_lines("Talks under 10 seconds by robot, with 95 % intervals".to_owned(), drawn)}
            {note(words.to_owned())}
        }
        .into_any(),
    };
    Card {
        id: "talk",
        heading: "How long they talked".to_owned(),
        chart,
        figures: figures(
            "Figures: how long they talked",
            &["Robot"],
            &columns,
            rows.collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_drawn_is_told() {
        assert!(others(MAX_DRAWN).is_none());
        assert!(others(MAX_DRAWN + 1).is_some());
        assert!(others(0).is_none());
    }
}
