//! From the list to interest, level by level; and why the others of the list were not sent.

use leads::results::classify::CallGroup;
use leads::states::BatchState;
use leads::views::{CallQuery, CallStage, LaunchLine, LeadFilter, ResultsView, TaskView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::chart_card::{Base, Card, Line, figures, lines, note, rate_of};
use crate::web::components::charts::PLAIN;
use crate::web::components::numbers::number;
use crate::web::language::{t, with_elements};
use crate::web::messages::task_results as texts;
use crate::web::pages::launch::line_of_leads;
use crate::web::pages::task::REFUSED_ID;
use crate::web::paths;

/// A level of the funnel.
struct Level {
    name: String,
    count: u32,
    class: &'static str,
    /// What it is of.
    words: String,
    href: String,
}

/// The funnel. A test has no list: it begins with what was sent.
pub fn funnel(task: &TaskView, results: &ResultsView) -> Card {
    let levels = levels(task, results);
    let whole = levels.iter().map(|level| level.count).max().unwrap_or(0);
    let rows = levels
        .iter()
        .map(|level| {
            let share = match level.words.as_str() {
                "" => "–",
                words => words,
            };
            vec![level.name.clone(), number(level.count), share.to_owned()]
        })
        .collect();
    let drawn = levels.into_iter().map(|level| Line {
        name: level.name.into_any(),
        part: (level.count, level.class),
        words: level.words,
        href: Some(level.href),
    });
    let chart = lines(t(in_words(task, results)), whole, false, drawn.collect());
    let left_out = task.test.is_none().then(|| left_out(task, results));
    Card {
        id: "funnel",
        heading: t(texts::funnel()),
        chart: view! { {chart} {left_out} }.into_any(),
        figures: figures(
            t(texts::funnel_figures()),
            &[t(texts::level())],
            &[t(texts::leads()), t(texts::share())],
            rows,
        ),
    }
}

/// All levels with their counts.
fn in_words(task: &TaskView, results: &ResultsView) -> Message {
    let interested = results.of(CallGroup::Interested);
    let (dialled, reached, sent) = (results.dialled, results.reached, results.sent);
    match task.test {
        None => texts::funnel_of_list(dialled, interested, results.listed, reached, sent),
        Some(_) => texts::funnel_of_test(dialled, interested, reached, sent),
    }
}

fn levels(task: &TaskView, results: &ResultsView) -> Vec<Level> {
    let calls = |query: &CallQuery| paths::calls(&results.task, query);
    let interested = results.of(CallGroup::Interested);
    let is_of_a_list = task.test.is_none();
    let sent_of = match is_of_a_list {
        true => rate_of(results.sent, results.listed, Base::Listed),
        false => String::new(),
    };
    let list = is_of_a_list.then(|| Level {
        name: t(texts::listed()),
        count: results.listed,
        class: PLAIN,
        words: String::new(),
        href: paths::task_rows(&results.task, LeadFilter::All, 0),
    });
    let calls = [
        Level {
            name: t(texts::sent()),
            count: results.sent,
            class: PLAIN,
            words: sent_of,
            href: calls(&CallQuery::default()),
        },
        Level {
            name: t(texts::dialled()),
            count: results.dialled,
            class: "busy",
            words: rate_of(results.dialled, results.sent, Base::Sent),
            href: calls(&CallQuery::of_stage(CallStage::Dialled)),
        },
        Level {
            name: t(texts::reached()),
            count: results.reached,
            class: "good",
            words: rate_of(results.reached, results.dialled, Base::Dialled),
            href: calls(&CallQuery::of_stage(CallStage::Reached)),
        },
        Level {
            name: t(texts::interested()),
            count: interested,
            class: "interest",
            words: rate_of(interested, results.reached, Base::Reached),
            href: calls(&CallQuery::of_group(CallGroup::Interested)),
        },
    ];
    list.into_iter().chain(calls).collect()
}

/// Why leads of the list are not among those that were sent, each reason with its leads.
fn left_out(task: &TaskView, results: &ResultsView) -> AnyView {
    let is_called = |line: &&LaunchLine| line.show == LeadFilter::Called;
    let called: u32 = results
        .list
        .iter()
        .filter(is_called)
        .map(|line| line.count)
        .sum();
    let others = results.list.iter().filter(|line| !is_called(line));
    let others: Vec<_> = others
        .map(|line| view! { <li>{line_of_leads(line, paths::task_rows(&results.task, line.show, 0))}</li> })
        .collect();
    let out = results.listed.saturating_sub(called);
    let heading = (out > 0).then(|| note(t(texts::left_out(out))));
    let not_created = task.batches.iter();
    let not_created = not_created.filter(|batch| batch.state != BatchState::Created);
    let waiting: u32 = not_created.map(|batch| batch.leads).sum();
    let refused = called.saturating_sub(results.sent + waiting);
    let refused = (refused > 0).then(|| {
        let href = format!("{}#{REFUSED_ID}", paths::task_batches(&task.id));
        leading_on(&texts::refused(refused), &href)
    });
    let waiting = (waiting > 0)
        .then(|| leading_on(&texts::not_created(waiting), &paths::task_batches(&task.id)));
    let list = (!others.is_empty()).then(|| view! { <ul class="chips small">{others}</ul> });
    view! {
        <div class="left-out">{heading} {list}</div>
        {refused}
        {waiting}
    }
    .into_any()
}

/// A sentence below the chart with the way to what it says.
fn leading_on(sentence: &Message, href: &str) -> AnyView {
    let sentence = with_elements(sentence, |_, text| {
        view! { <a href=href.to_owned()>{text}</a> }.into_any()
    });
    view! { <p class="small muted">{sentence}</p> }.into_any()
}
