//! When they answered, and how long they talked.

use leads::views::{CallQuery, HourLine, ResultsView, TalkLine, ZoneLabel};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::chart_card::{
    Card, Line, are_few, figures, lines, note, rate, too_few,
};
use crate::web::components::charts::{PLAIN, column, minutes};
use crate::web::components::numbers::number;
use crate::web::components::table::Scroll;
use crate::web::language::{between_sentences, t, with_elements};
use crate::web::messages::task_results as texts;
use crate::web::pages::task::results::heading;
use crate::web::paths;

/// The hours of the last dials.
pub fn hours(results: &ResultsView, zone: &ZoneLabel) -> Card {
    let chart = match results.hours.is_empty() {
        true => note(t(texts::no_dials())),
        false => chart(results, zone),
    };
    let rows = results.hours.iter().map(|line| {
        vec![
            t(moment(line)),
            number(line.calls),
            number(line.reached),
            number(not_reached(line)),
            number(line.open),
            rate(line.reached, line.calls),
        ]
    });
    Card {
        id: "hours",
        heading: heading(texts::hours(), texts::hours_so_far(), results),
        chart,
        figures: figures(
            t(texts::hours_figures()),
            &[t(texts::hour())],
            &[
                t(texts::calls()),
                t(texts::reached()),
                t(texts::not_reached()),
                t(texts::not_finished()),
                t(texts::share_reached()),
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
fn moment(line: &HourLine) -> Message {
    let hour = line.hour.time();
    match &line.day {
        Some(day) => texts::day_and_hour(day.clone(), hour),
        None => hour,
    }
}

fn chart(results: &ResultsView, zone: &ZoneLabel) -> AnyView {
    let hours = &results.hours;
    let most = hours.iter().map(|line| line.calls).max().unwrap_or(0);
    let days = hours.iter().map(|line| line.day.as_ref());
    let before = [None].into_iter().chain(days.clone());
    let columns = hours
        .iter()
        .zip(days.zip(before))
        .map(|(line, (day, before))| {
            let href = paths::calls(&results.task, &dialled_in(line));
            hour(
                line,
                most,
                href,
                day.filter(|_| day != before).cloned().map(t),
            )
        })
        .collect_view();
    let any_few = hours.iter().any(|line| are_few(line.calls));
    let calls: u32 = hours.iter().map(|line| line.calls).sum();
    let reached: u32 = hours.iter().map(|line| line.reached).sum();
    let sentence = t(texts::hours_chart(calls, reached));
    let legend = match hours.iter().any(|line| line.open > 0) {
        true => texts::legend_with_open(zone),
        false => texts::legend(zone),
    };
    let legend = with_elements(&legend, |colour, text| {
        view! { <span class=format!("key {colour}")>{text}</span> }.into_any()
    });
    let redials = results.has_redials;
    let redials =
        redials.then(|| format!("{}{}", between_sentences(), t(texts::last_dials_only())));
    let unknown = results.dialled.saturating_sub(calls);
    let unknown = (unknown > 0).then(|| note(t(texts::hour_unknown(unknown))));
    view! {
        <figure class="chart" aria-label=sentence>
            <Scroll label=t(texts::hours_scroll())>
                <ol class="hours">{columns}</ol>
            </Scroll>
            <figcaption class="small muted">{legend} {redials}</figcaption>
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
fn hour(line: &HourLine, most: u32, href: String, day: Option<String>) -> AnyView {
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
    let aloud = t(texts::calls_of_hour(line.calls, moment(line)));
    let hour = t(line.hour.time());
    view! {
        <li class:few=few>
            <a href=href>
                <small>{share}</small>
                {drawn}
                <span class="name" aria-hidden="true">{hour}</span>
                {day.map(|day| view! { <small aria-hidden="true">{day}</small> })}
                <span class="visually-hidden">{aloud}</span>
            </a>
        </li>
    }
    .into_any()
}

/// How long the calls lasted that somebody took.
pub fn talk(results: &ResultsView) -> Card {
    let most = results.talk.iter().map(|line| line.calls).max();
    let drawn = results.talk.iter().map(|line| Line {
        name: t(line.class.message()).into_any(),
        part: (line.calls, "busy"),
        words: rate(line.calls, results.talks),
        href: Some(paths::calls(&results.task, &talked(line))),
    });
    let rows = results.talk.iter().map(|line| {
        vec![
            t(line.class.message()),
            number(line.calls),
            rate(line.calls, results.talks),
        ]
    });
    let sentence = t(texts::talk_chart(results.talks));
    let chart = match average(results) {
        None => note(t(texts::no_talks())),
        Some(average) => {
            let few = are_few(results.talks);
            let drawn = lines(sentence, most.unwrap_or(0), few, drawn.collect());
            let words = texts::talk_average(minutes(average), results.talks);
            view! { {drawn} {note(t(words))} }.into_any()
        }
    };
    Card {
        id: "talk",
        heading: heading(texts::talk(), texts::talk_so_far(), results),
        chart,
        figures: figures(
            t(texts::talk_figures()),
            &[t(texts::talk_length())],
            &[t(texts::calls()), t(texts::share())],
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
    fn a_column_is_read_aloud_in_one_sentence() {
        let line = HourLine {
            hour: "2026-11-27T09".parse().expect("an hour"),
            day: Some(Message::verbatim("Fri 27 Nov")),
            ..HourLine::default()
        };
        let aloud = |calls| texts::calls_of_hour(calls, moment(&line)).to_string();
        assert_eq!(aloud(1_u32), "Fri 27 Nov, 09:00: 1 call");
        assert_eq!(aloud(2), "Fri 27 Nov, 09:00: 2 calls");
    }

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
