//! The card of what the results of a robot mean.

use leads::results::meaning::{Meaning, not_named};
use leads::views::RobotResultsView;
use leptos::prelude::*;

use crate::web::components::message::with_time;
use crate::web::components::table::{Column, Table};
use crate::web::language::t;
use crate::web::messages::robot as texts;
use crate::web::paths;

/// The table, and for administrators the way to change it.
pub fn results(view: RobotResultsView) -> AnyView {
    let change = view.may_change.then(|| {
        view! { <a class="push" href=paths::robot_results(&view.robot)>{t(texts::change_results())}</a> }
    });
    let changed = view.changed.clone().map(|(by, at)| {
        let told = with_time(at, |at| texts::changed_by(at, by));
        view! { <p class="body small muted">{told}</p> }
    });
    view! {
        <section class="card">
            <header>
                <h2>{t(texts::results())}</h2>
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
                <p class="muted">{t(texts::results_not_told())}</p>
            </div>
        }
        .into_any();
    }
    let columns = vec![
        Column::words(t(texts::result())),
        Column::words(t(texts::name())),
        Column::words(t(texts::group())),
        Column::words(t(texts::counts_as_reached())),
    ];
    let named = view.results.iter().map(named).collect_view();
    let unnamed = view.unnamed.iter().map(|letter| unnamed(letter));
    let unnamed = unnamed.collect_view();
    view! {
        <Table label=t(texts::what_results_mean()) cards=true columns=columns>
            {named} {unnamed}
        </Table>
    }
    .into_any()
}

fn named(meaning: &Meaning) -> AnyView {
    let reached = match meaning.reached {
        true => texts::reached_yes(),
        false => texts::reached_no(),
    };
    view! {
        <tr>
            <td data-label=t(texts::result())><span class="letter">{meaning.letter.clone()}</span></td>
            <td class="name">{meaning.name.clone()}</td>
            <td data-label=t(texts::group())>{t(meaning.group.message())}</td>
            <td data-label=t(texts::counts_as_reached())>{t(reached)}</td>
        </tr>
    }
    .into_any()
}

/// A letter that calls have had.
fn unnamed(letter: &str) -> AnyView {
    view! {
        <tr>
            <td data-label=t(texts::result())><span class="letter">{letter.to_owned()}</span></td>
            <td class="name muted">{t(not_named())}</td>
            <td></td>
            <td data-label=t(texts::counts_as_reached())>{t(texts::reached_yes())}</td>
        </tr>
    }
    .into_any()
}
