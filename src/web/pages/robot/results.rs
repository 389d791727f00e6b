//! The card of what the results of a robot mean.

use leads::results::meaning::{Meaning, NOT_NAMED};
use leads::views::RobotResultsView;
use leptos::prelude::*;

use crate::web::components::moment::Time;
use crate::web::components::table::{Column, Table};
use crate::web::paths;

/// The table, and for administrators the way to change it.
pub fn results(view: RobotResultsView) -> AnyView {
    let change = view.may_change.then(|| {
        view! { <a class="push" href=paths::robot_results(&view.robot)>"Change"</a> }
    });
    let changed = view.changed.clone().map(|(by, at)| {
        view! { <p class="body small muted">"Changed by " {by} ", " <Time moment=at /></p> }
    });
    view! {
        <section class="card">
            <header>
                <h2>"Results"</h2>
                {change}
            </header>
            {table(&view)}
            {changed}
        </section>
    }
    .into_any()
}

fn table(view: &RobotResultsView) -> AnyView {
    if view.results.is_empty() && view.unnamed.is_empty() {
        return view! {
            <div class="body">
                <p class="muted">"AIRudder does not tell what this robot’s results mean."</p>
            </div>
        }
        .into_any();
    }
    let columns = vec![
        Column::words("Result"),
        Column::words("Name"),
        Column::words("Group"),
        Column::words("Counts as reached"),
    ];
    let named = view.results.iter().map(named).collect_view();
    let unnamed = view.unnamed.iter().map(|letter| unnamed(letter));
    let unnamed = unnamed.collect_view();
    view! {
        <Table label="What the results mean" cards=true columns=columns>
            {named} {unnamed}
        </Table>
    }
    .into_any()
}

fn named(meaning: &Meaning) -> AnyView {
    view! {
        <tr>
            <td data-label="Result"><span class="letter">{meaning.letter.clone()}</span></td>
            <td class="name">{meaning.name.clone()}</td>
            <td data-label="Group">{meaning.group.label()}</td>
            <td data-label="Counts as reached">{if meaning.reached { "Yes" } else { "No" }}</td>
        </tr>
    }
    .into_any()
}

/// A letter that calls have had.
fn unnamed(letter: &str) -> AnyView {
    view! {
        <tr>
            <td data-label="Result"><span class="letter">{letter.to_owned()}</span></td>
            <td class="name muted">{NOT_NAMED}</td>
            <td></td>
            <td data-label="Counts as reached">"Yes"</td>
        </tr>
    }
    .into_any()
}
