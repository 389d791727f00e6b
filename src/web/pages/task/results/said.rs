//! What people said, and why the others were not reached.

use leads::results::classify::CallGroup;
use leads::results::meaning::{NOT_NAMED, letter_with_name};
use leads::results::ring::RingClass;
use leads::views::{CallQuery, ResultLine, ResultsView};
use leptos::prelude::*;

use crate::web::components::chart_card::{
    Card, Line, are_few, figures, lines, note, rate, rate_of,
};
use crate::web::components::charts::{PLAIN, group_class};
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::pages::task::results::so_far;
use crate::web::paths;

/// The results of the robot, in its order.
pub fn said(results: &ResultsView) -> Card {
    let most = results.results.iter().map(|line| line.calls).max();
    let all: u32 = results.results.iter().map(|line| line.calls).sum();
    let sentence = format!(
        "Results of {} by what people said, in the order of the robot’s results.",
        count_with_noun(all, "call", "calls")
    );
    let drawn = results.results.iter().map(|line| Line {
        name: name(line),
        part: (line.calls, group_class(line.group)),
        words: rate(line.calls, results.reached),
        href: Some(paths::calls(&results.task, &calls_of(line))),
    });
    let rows = results.results.iter().map(|line| {
        vec![
            in_words(line),
            line.group.label().to_owned(),
            format_number(line.calls),
            rate(line.calls, results.reached),
        ]
    });
    let chart = match most {
        None => note("No call has a result yet.".to_owned()),
        Some(most) => {
            let drawn = lines(sentence, most, are_few(results.reached), drawn.collect());
            view! { {drawn} {base(results, all)} {unnamed(results)} }.into_any()
        }
    };
    Card {
        id: "said",
        heading: so_far("What people said", results),
        chart,
        figures: figures(
            "Figures: what people said",
            &["Result", "Group"],
            &["Calls", "Share of reached"],
            rows.collect(),
        ),
    }
}

/// The letter with its name; what was answered without a letter says so.
fn in_words(line: &ResultLine) -> String {
    let result = match &line.letter {
        Some(letter) => letter_with_name(letter, line.name.as_deref()),
        None => line.group.label().to_owned(),
    };
    match &line.robot_name {
        Some(robot) => format!("{result}, {robot}"),
        None => result,
    }
}

fn name(line: &ResultLine) -> AnyView {
    let letter = line.letter.clone().unwrap_or_else(|| "–".to_owned());
    let words = match (&line.letter, &line.name) {
        (Some(_), Some(name)) => name.clone(),
        (Some(_), None) => NOT_NAMED.to_owned(),
        (None, _) => line.group.label().to_owned(),
    };
    let robot = line
        .robot_name
        .clone()
        .map(|robot| view! { " "<small>{robot}</small> });
    view! { <span class="letter">{letter}</span> " " {words} {robot} }.into_any()
}

fn calls_of(line: &ResultLine) -> CallQuery {
    let robot = match line.robot_name {
        Some(_) => line.robot.clone(),
        None => String::new(),
    };
    let groups = match line.letter {
        Some(_) => Vec::new(),
        None => vec![line.group],
    };
    CallQuery {
        groups,
        letter: line.letter.clone().unwrap_or_default(),
        robot,
        ..CallQuery::default()
    }
}

/// What the shares are of.
fn base(results: &ResultsView, all: u32) -> AnyView {
    let reached = format_number(results.reached);
    let others = all.saturating_sub(results.reached);
    let others = match others {
        0 => String::new(),
        others => format!(
            " {} not count as reached.",
            count_with_noun(others, "call with a result does", "calls with a result do")
        ),
    };
    note(format!("Shares are of {reached} reached.{others}"))
}

/// The way to name results that have no name yet.
fn unnamed(results: &ResultsView) -> Option<AnyView> {
    let mut lines = results.results.iter();
    let first = lines.find(|line| line.letter.is_some() && line.name.is_none())?;
    let href = paths::robot(&first.robot);
    Some(
        view! {
            <p class="small">
                "A result has no name yet and counts as reached. "
                <a href=href>"Name this robot’s results"</a>
            </p>
        }
        .into_any(),
    )
}

/// How the numbers rang that were not reached.
pub fn not_reached(results: &ResultsView) -> Card {
    let all = results.of(CallGroup::NotReached);
    let most = results.not_reached.iter().map(|(_, calls)| *calls).max();
    let drawn = results.not_reached.iter().map(|(ring, calls)| Line {
        name: ring.label().into_any(),
        part: (*calls, ring_class(*ring)),
        words: rate(*calls, all),
        href: Some(paths::calls(&results.task, &rang(*ring))),
    });
    let rows = results.not_reached.iter().map(|(ring, calls)| {
        vec![
            ring.label().to_owned(),
            format_number(*calls),
            rate(*calls, all),
        ]
    });
    let sentence = format!(
        "How {} rang at the last dial, the most frequent first.",
        count_with_noun(
            all,
            "number that was not reached",
            "numbers that were not reached"
        )
    );
    let chart = match most {
        None => note("No call has ended without an answer yet.".to_owned()),
        Some(most) => {
            let drawn = lines(sentence, most, are_few(all), drawn.collect());
            let base = note(format!(
                "{} ended without an answer.",
                rate_of(all, results.sent, "sent")
            ));
            view! { {drawn} {base} }.into_any()
        }
    };
    let heading = match all {
        0 => "Why others were not reached".to_owned(),
        1 => "Why 1 was not reached".to_owned(),
        all => format!("Why {} were not reached", format_number(all)),
    };
    Card {
        id: "not-reached",
        heading,
        chart,
        figures: figures(
            "Figures: why they were not reached",
            &["How it rang"],
            &["Calls", "Share"],
            rows.collect(),
        ),
    }
}

/// Numbers that nobody can be reached at stand out: to dial them again changes nothing.
const fn ring_class(ring: RingClass) -> &'static str {
    match ring {
        RingClass::NotInUse | RingClass::WrongNumber => "warn",
        RingClass::DoNotCall => "bad",
        _ => PLAIN,
    }
}

fn rang(ring: RingClass) -> CallQuery {
    CallQuery {
        ring: Some(ring),
        ..CallQuery::of_group(CallGroup::NotReached)
    }
}
