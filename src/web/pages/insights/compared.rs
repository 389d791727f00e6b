//! Robots and lines side by side, each with the interval of its rate.

use leads::results::insights::{Compared, comparisons, interval};
use leads::results::rate::Rate;
use leads::results::talk::TalkClass;
use leads::views::InsightsView;
use leptos::prelude::*;
use localization::Message;

use super::tasks_of;
use crate::web::components::chart_card::{
    Base, Card, RateLine, figures_of_named, note, rate_lines,
};
use crate::web::components::charts::minutes;
use crate::web::components::numbers::number;
use crate::web::language::t;
use crate::web::messages::insights as texts;

/// The most that are drawn; the others are in the figures.
const MAX_DRAWN: usize = 12;

/// The robots by reach.
pub fn robots(insights: &InsightsView) -> Card {
    let link = |robot: &Compared| Some(tasks_of(&robot.id));
    side_by_side(
        &insights.robots,
        Words {
            id: "robots",
            heading: texts::robots(),
            figures: texts::robots_figures(),
            chart: texts::robots_chart(),
            name: texts::robot(),
            best_known: |name| texts::best_known_robot(name),
        },
        link,
    )
}

/// The lines by reach.
pub fn lines(insights: &InsightsView) -> Card {
    side_by_side(
        &insights.lines,
        Words {
            id: "lines",
            heading: texts::lines(),
            figures: texts::lines_figures(),
            chart: texts::lines_chart(),
            name: texts::line(),
            best_known: |name| texts::best_known_line(name),
        },
        |_| None,
    )
}

struct Words {
    id: &'static str,
    heading: Message,
    /// What the figures are called.
    figures: Message,
    /// What the chart shows.
    chart: Message,
    /// What one of them is called above its names.
    name: Message,
    /// With which one the others are compared.
    best_known: fn(&str) -> Message,
}

fn side_by_side(
    compared: &[Compared],
    words: Words,
    link: impl Fn(&Compared) -> Option<String>,
) -> Card {
    let drawn = compared.iter().take(MAX_DRAWN).map(|line| RateLine {
        name: line.name.clone(),
        rate: line.sums.reach_rate(),
        class: "good",
        of: Base::Dialled,
        href: link(line),
    });
    let sentences = comparisons(compared).into_iter();
    let sentences = sentences
        .take(MAX_DRAWN - 1)
        .map(|sentence| view! { <li>{t(sentence)}</li> })
        .collect_view();
    let best_known = compared.first().filter(|_| compared.len() > 1);
    let best_known = best_known.map(|line| note(t((words.best_known)(&line.name))));
    let columns = [
        texts::sent(),
        texts::dialled(),
        texts::reached(),
        texts::share_of_dialled(),
        texts::interval_of_reach(),
        texts::interested(),
        texts::share_of_reached(),
        texts::interval_of_interest(),
    ];
    Card {
        id: words.id,
        heading: t(words.heading),
        chart: view! {
            {rate_lines(t(words.chart), drawn.collect())}
            <ul class="comparisons small">{sentences}</ul>
            {best_known}
            {others(compared.len())}
        }
        .into_any(),
        figures: figures_of_named(
            t(words.figures),
            &t(words.name),
            &columns.map(t),
            compared.iter().map(row).collect(),
        ),
    }
}

/// The figures of one of them.
fn row(line: &Compared) -> Vec<String> {
    let (reach, interest) = (line.sums.reach_rate(), line.sums.interest_rate());
    let interval = |rate: Rate| interval(rate).map_or_else(|| "–".to_owned(), t);
    vec![
        line.name.clone(),
        number(line.sums.calls),
        number(reach.base),
        number(reach.part),
        t(reach.message()),
        interval(reach),
        number(interest.part),
        t(interest.message()),
        interval(interest),
    ]
}

fn others(all: usize) -> Option<AnyView> {
    let others = all.checked_sub(MAX_DRAWN).filter(|others| *others > 0)?;
    Some(note(t(texts::others_in_figures(others))))
}

/// How long people talk with each robot: many short talks show a fault of the robot.
pub fn talk(insights: &InsightsView) -> Card {
    let talked = insights.robots.iter().filter(|line| line.sums.talks() > 0);
    let drawn = talked.clone().take(MAX_DRAWN).map(|line| RateLine {
        name: line.name.clone(),
        rate: line.sums.short_talk_rate(),
        class: "warn",
        of: Base::Talks,
        href: None,
    });
    let drawn: Vec<RateLine> = drawn.collect();
    let rows = talked.map(|line| {
        let mean = line.sums.mean_talk_seconds();
        let start = [
            line.name.clone(),
            number(line.sums.talks()),
            mean.map_or_else(|| "–".to_owned(), minutes),
        ];
        let classes = line.sums.talks.map(|talks| {
            let rate = Rate {
                part: talks.into(),
                base: line.sums.talks().into(),
            };
            t(texts::talks_with_share(talks, rate.message()))
        });
        start.into_iter().chain(classes).collect()
    });
    let classes = TalkClass::ALL.map(|class| t(class.message()));
    let columns = [texts::talks(), texts::average_talk()].map(t).into_iter();
    let columns: Vec<String> = columns.chain(classes).collect();
    let chart = match drawn.is_empty() {
        true => note(t(texts::no_talks())),
        false => view! {
            {rate_lines(t(texts::talk_chart()), drawn)}
            {note(t(texts::talk_meaning()))}
        }
        .into_any(),
    };
    Card {
        id: "talk",
        heading: t(texts::talk()),
        chart,
        figures: figures_of_named(
            t(texts::talk_figures()),
            &t(texts::robot()),
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
