//! What people said, and why the others were not reached.

use leads::results::classify::CallGroup;
use leads::results::meaning::{letter_with_name, not_named};
use leads::results::ring::RingClass;
use leads::views::{CallQuery, ResultLine, ResultsView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::chart_card::{Card, Line, are_few, figures, lines, note, rate};
use crate::web::components::charts::{PLAIN, group_class};
use crate::web::components::numbers::number;
use crate::web::language::{t, with_elements};
use crate::web::messages::task_results as texts;
use crate::web::pages::task::results::heading;
use crate::web::paths;

/// The results of the robot, in its order.
pub fn said(results: &ResultsView) -> Card {
    let most = results.results.iter().map(|line| line.calls).max();
    let all: u32 = results.results.iter().map(|line| line.calls).sum();
    let sentence = t(texts::said_chart(all));
    let drawn = results.results.iter().map(|line| Line {
        name: name(line),
        part: (line.calls, group_class(line.group)),
        words: rate(line.calls, results.reached),
        href: Some(paths::calls(&results.task, &calls_of(line))),
    });
    let rows = results.results.iter().map(|line| {
        vec![
            t(in_words(line)),
            t(line.group.label()),
            number(line.calls),
            rate(line.calls, results.reached),
        ]
    });
    let chart = match most {
        None => note(t(texts::no_results())),
        Some(most) => {
            let drawn = lines(sentence, most, are_few(results.reached), drawn.collect());
            view! { {drawn} {base(results, all)} {unnamed(results)} }.into_any()
        }
    };
    Card {
        id: "said",
        heading: heading(texts::said(), texts::said_so_far(), results),
        chart,
        figures: figures(
            t(texts::said_figures()),
            &[t(texts::result()), t(texts::group())],
            &[t(texts::calls()), t(texts::share_of_reached())],
            rows.collect(),
        ),
    }
}

/// The letter with its name; what was answered without a letter says so.
fn in_words(line: &ResultLine) -> Message {
    let result = match &line.letter {
        Some(letter) => letter_with_name(letter, line.name.as_deref()),
        None => line.group.label(),
    };
    match &line.robot_name {
        Some(robot) => texts::result_of_robot(result, robot),
        None => result,
    }
}

fn name(line: &ResultLine) -> AnyView {
    let letter = line.letter.clone().unwrap_or_else(|| "–".to_owned());
    let words = match (&line.letter, &line.name) {
        (Some(_), Some(name)) => name.clone(),
        (Some(_), None) => t(not_named()),
        (None, _) => t(line.group.label()),
    };
    let robot = line
        .robot_name
        .clone()
        .map(|robot| view! { " "<small lang="" translate="no">{robot}</small> });
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
    let reached = texts::shares_of_reached(results.reached);
    let others = all.saturating_sub(results.reached);
    let others = (others > 0).then(|| texts::results_not_reached(others));
    note(t(Message::sentences([reached].into_iter().chain(others))))
}

/// The way to name results that have no name yet.
fn unnamed(results: &ResultsView) -> Option<AnyView> {
    let mut lines = results.results.iter();
    let first = lines.find(|line| line.letter.is_some() && line.name.is_none())?;
    let href = paths::robot(&first.robot);
    let text = with_elements(&texts::unnamed(), |_, text| {
        view! { <a href=href.clone()>{text}</a> }.into_any()
    });
    Some(view! { <p class="small">{text}</p> }.into_any())
}

/// How the numbers rang that were not reached.
pub fn not_reached(results: &ResultsView) -> Card {
    let all = results.of(CallGroup::NotReached);
    let most = results.not_reached.iter().map(|(_, calls)| *calls).max();
    let drawn = results.not_reached.iter().map(|(ring, calls)| Line {
        name: t(ring.message()).into_any(),
        part: (*calls, ring_class(*ring)),
        words: rate(*calls, all),
        href: Some(paths::calls(&results.task, &rang(*ring))),
    });
    let rows = results
        .not_reached
        .iter()
        .map(|(ring, calls)| vec![t(ring.message()), number(*calls), rate(*calls, all)]);
    let sentence = t(texts::why_not_chart(all));
    let chart = match most {
        None => note(t(texts::none_unanswered())),
        Some(most) => {
            let drawn = lines(sentence, most, are_few(all), drawn.collect());
            let ended = texts::ended_unanswered(rate(all, results.sent), results.sent);
            view! { {drawn} {note(t(ended))} }.into_any()
        }
    };
    let heading = match all {
        0 => t(texts::why_not()),
        all => t(texts::why_not_some(all)),
    };
    Card {
        id: "not-reached",
        heading,
        chart,
        figures: figures(
            t(texts::why_not_figures()),
            &[t(texts::how_it_rang())],
            &[t(texts::calls()), t(texts::share())],
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
