//! When they answered, and how long they talked.

use leads::views::{CallQuery, HourLine, ResultsView, TalkLine};
use leptos::prelude::*;

use crate::web::components::chart_card::{
    Card, Line, are_few, figures, lines, note, rate, too_few,
};
use crate::web::components::charts::{PLAIN, column, minutes};
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::table::Scroll;
use crate::web::pages::task::results::so_far;
use crate::web::paths;

/// The hours of the last dials.
pub fn hours(results: &ResultsView, zone: &str) -> Card {
    let chart = match results.hours.is_empty() {
        true => note("AIRudder has not reported a dial yet.".to_owned()),
        false => chart(results, zone),
    };
    let rows = results.hours.iter().map(|line| {
        vec![
            moment(line),
            format_number(line.calls),
            format_number(line.reached),
            format_number(not_reached(line)),
            format_number(line.open),
            rate(line.reached, line.calls),
        ]
    });
    Card {
        id: "hours",
        heading: so_far("When they answered", results),
        chart,
        figures: figures(
            "Figures: when they answered",
            &["Hour"],
            &[
                "Calls",
                "Reached",
                "Not reached",
                "Not finished",
                "Share reached",
            ],
            rows.collect(),
        ),
    }
}

/// Calls of the hour that are over, and nobody was reached.
fn not_reached(line: &HourLine) -> u32 {
    line.calls.saturating_sub(line.reached + line.open)
}

/// `Fri 27 Nov, 09:00`.
fn moment(line: &HourLine) -> String {
    match &line.day {
        Some(day) => format!("{day}, {}", line.hour.time()),
        None => line.hour.time(),
    }
}

fn chart(results: &ResultsView, zone: &str) -> AnyView {
    let hours = &results.hours;
    let most = hours.iter().map(|line| line.calls).max().unwrap_or(0);
    let days = hours.iter().map(|line| line.day.as_ref());
    let before = [None].into_iter().chain(days.clone());
    let columns = hours
        .iter()
        .zip(days.zip(before))
        .map(|(line, (day, before))| {
            let href = paths::calls(&results.task, &dialled_in(line));
            hour(line, most, href, day.filter(|_| day != before))
        })
        .collect_view();
    let any_few = hours.iter().any(|line| are_few(line.calls));
    let calls: u32 = hours.iter().map(|line| line.calls).sum();
    let reached: u32 = hours.iter().map(|line| line.reached).sum();
    let sentence = format!(
        "Calls by the hour of their last dial: {} of {} were reached.",
        format_number(reached),
        count_with_noun(calls, "call", "calls")
    );
    let open = hours.iter().any(|line| line.open > 0);
    let open = open.then(|| view! { " "<span class="key busy">"Not finished"</span> });
    let redials = match results.has_redials {
        true => " Of numbers that were dialled again only the last dial is known.",
        false => "",
    };
    let unknown = results.dialled.saturating_sub(calls);
    let unknown = (unknown > 0).then(|| {
        let calls = count_with_noun(unknown, "call", "calls");
        note(format!("AIRudder does not tell when {calls} were dialled."))
    });
    view! {
        <figure class="chart" aria-label=sentence>
            <Scroll label="Hours">
                <ol class="hours">{columns}</ol>
            </Scroll>
            <figcaption class="small muted">
                <span class="key good">"Reached"</span>
                " "
                <span class="key plain">"Not reached"</span>
                {open}
                {format!(". Each call stands at the hour of its last dial, in {zone}.{redials}")}
            </figcaption>
        </figure>
        {any_few.then(too_few)}
        {unknown}
    }
    .into_any()
}

fn dialled_in(line: &HourLine) -> CallQuery {
    CallQuery {
        hour: Some(line.hour),
        ..CallQuery::default()
    }
}

fn talked(line: &TalkLine) -> CallQuery {
    CallQuery {
        talk: Some(line.class),
        ..CallQuery::default()
    }
}

/// A column that leads to its calls; of few calls without a share.
fn hour(line: &HourLine, most: u32, href: String, day: Option<&String>) -> AnyView {
    let few = are_few(line.calls);
    let share = match few {
        true => "–".to_owned(),
        false => rate(line.reached, line.calls),
    };
    let parts = [
        (line.reached, "good"),
        (not_reached(line), PLAIN),
        (line.open, "busy"),
    ];
    let drawn = column(&parts, most);
    let calls = format!(": {}", count_with_noun(line.calls, "call", "calls"));
    let (day, hour) = (day.cloned(), line.hour.time());
    view! {
        <li class:few=few>
            <a href=href>
                <small>{share}</small>
                {drawn}
                <span class="name">{hour}</span>
                {day.map(|day| view! { <small>{day}</small> })}
                <span class="visually-hidden">{calls}</span>
            </a>
        </li>
    }
    .into_any()
}

/// How long the calls lasted that somebody took.
pub fn talk(results: &ResultsView) -> Card {
    let most = results.talk.iter().map(|line| line.calls).max();
    let drawn = results.talk.iter().map(|line| Line {
        name: line.class.label().into_any(),
        part: (line.calls, "busy"),
        words: rate(line.calls, results.talks),
        href: Some(paths::calls(&results.task, &talked(line))),
    });
    let rows = results.talk.iter().map(|line| {
        vec![
            line.class.label().to_owned(),
            format_number(line.calls),
            rate(line.calls, results.talks),
        ]
    });
    let sentence = format!(
        "How long {} lasted.",
        count_with_noun(results.talks, "call", "calls")
    );
    let chart = match average(results) {
        None => note("AIRudder has not reported a talk yet.".to_owned()),
        Some(average) => {
            let few = are_few(results.talks);
            let drawn = lines(sentence, most.unwrap_or(0), few, drawn.collect());
            let words = format!(
                "{} on average over {}, from the beginning of the last dial to its end.",
                minutes(average),
                count_with_noun(results.talks, "call", "calls")
            );
            view! { {drawn} {note(words)} }.into_any()
        }
    };
    Card {
        id: "talk",
        heading: so_far("How long they talked", results),
        chart,
        figures: figures(
            "Figures: how long they talked",
            &["Talk"],
            &["Calls", "Share"],
            rows.collect(),
        ),
    }
}

/// The mean of the talks in whole seconds, rounded half up.
fn average(results: &ResultsView) -> Option<u64> {
    let talks = u64::from(results.talks);
    (talks > 0).then(|| (2 * results.talk_seconds + talks) / (2 * talks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_average_is_of_the_calls_whose_talk_is_known() {
        let of = |talk_seconds, talks| {
            average(&ResultsView {
                talk_seconds,
                talks,
                ..ResultsView::default()
            })
        };
        assert_eq!(of(0, 0), None);
        assert_eq!(of(3, 2), Some(2));
        assert_eq!(of(100, 3), Some(33));
    }
}
