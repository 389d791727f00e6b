//! By what the history is searched and filtered; all of it holds at once.

use leads::states::TaskState;
use leads::views::{TaskListView, TaskQuery};
use leptos::prelude::*;

use crate::web::components::search::search_field;
use crate::web::pages::task_tabs::{MINE, NEEDS_ATTENTION};
use crate::web::paths;

/// A filter: `name` and `id` of its select, its label, values with what people see of them, and the value in force.
struct Filter<'a> {
    name: &'static str,
    label: &'static str,
    choices: Vec<(String, String)>,
    chosen: &'a str,
}

/// The search, and a select for each filter.
pub fn filters(query: &TaskQuery, list: &TaskListView) -> AnyView {
    let first = |value: &str, text: &str| vec![(value.to_owned(), text.to_owned())];
    let states = TaskState::ALL.map(|state| (state.key().to_owned(), state.label().to_owned()));
    let filters = [
        Filter {
            name: "state",
            label: "Status",
            choices: [
                first("", "Any status"),
                first(NEEDS_ATTENTION, "Needs attention"),
                states.to_vec(),
            ]
            .concat(),
            chosen: &query.state,
        },
        Filter {
            name: "robot",
            label: "Robot",
            choices: [first("", "Any robot"), list.robots.clone()].concat(),
            chosen: &query.robot,
        },
        Filter {
            name: "by",
            label: "Person",
            choices: [first("", "Anybody"), first(MINE, "Me"), list.people.clone()].concat(),
            chosen: &query.by,
        },
        Filter {
            name: "period",
            label: "Submitted",
            choices: [first("", "Any time"), list.periods.clone()].concat(),
            chosen: &query.period,
        },
    ];
    view! {
        <form class="filters" role="search" action=paths::tasks()>
            {search_field(
                "Search",
                query.q.clone(),
                Some("Name, file, line, or the end of a phone number"),
                list.search_problem.clone(),
            )}
            {filters.map(select).collect_view()}
            <button class="button" type="submit">"Search"</button>
        </form>
    }
    .into_any()
}

fn select(filter: Filter<'_>) -> AnyView {
    let options = filter
        .choices
        .into_iter()
        .map(|(value, text)| {
            let selected = value == filter.chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=filter.name>{filter.label}</label>
            <select id=filter.name name=filter.name>
                {options}
            </select>
        </div>
    }
    .into_any()
}
