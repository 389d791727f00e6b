//! By what the history is searched and filtered; all of it holds at once.

use leads::Action;
use leads::states::TaskState;
use leads::views::{TaskListView, TaskQuery};
use leptos::prelude::*;

use crate::web::components::field::Field;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::search::search_field;
use crate::web::paths;
use crate::web::request::caller::may;

/// The search, and a select for each filter.
pub fn filters(query: &TaskQuery, list: &TaskListView) -> AnyView {
    let mine = vec![(TaskQuery::MINE.to_owned(), "Me".to_owned())];
    let people = [mine, list.people.clone()].concat();
    // What looks like a number stays words where somebody has said so.
    let kept = match query.search.as_str() {
        "" => Vec::new(),
        search => vec![("search", search.to_owned())],
    };
    view! {
        <form class="filters" role="search" action=paths::tasks()>
            <HiddenValues values=kept />
            {search_field(
                "Search",
                query.q.clone(),
                Some(in_the_search()),
                list.search_problem.clone(),
            )} {Field::new("state", "Status", &[]).filter("Any status", &states(), &query.state)}
            {Field::new("robot", "Robot", &[]).filter("Any robot", &list.robots, &query.robot)}
            {Field::new("by", "Person", &[]).filter("Anybody", &people, &query.by)}
            {Field::new("period", "Submitted", &[]).filter("Any time", &list.periods, &query.period)}
            <button class="button" type="submit">"Search"</button>
        </form>
    }
    .into_any()
}

fn states() -> Vec<(String, String)> {
    let attention = (TaskQuery::NEEDS_ATTENTION, "Needs attention");
    let states = TaskState::ALL.map(|state| (state.key(), state.label()));
    let tests = (TaskQuery::TESTS, "Tests");
    let all = [attention].into_iter().chain(states).chain([tests]);
    all.map(|(key, label)| (key.to_owned(), label.to_owned()))
        .collect()
}

/// What can be searched for.
fn in_the_search() -> &'static str {
    match may(Action::SeeNumbers) {
        true => "Name, file or end of number",
        false => "Name, file or whole number",
    }
}
