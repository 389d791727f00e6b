//! By what the history is searched and filtered; all of it holds at once.

use leads::Action;
use leads::states::TaskState;
use leads::views::{TaskListView, TaskQuery};
use leptos::prelude::*;

use crate::web::components::field::{Field, with_chosen};
use crate::web::components::post_button::HiddenValues;
use crate::web::components::search::search_field;
use crate::web::paths;
use crate::web::request::caller::may;

/// The search, and a select for each filter.
pub fn filters(query: &TaskQuery, list: &TaskListView) -> AnyView {
    let filter = |name, label, any: &str, choices: Vec<(String, String)>, chosen: &str| {
        let any = (String::new(), any.to_owned());
        let choices = [vec![any], choices].concat();
        Field::new(name, label, &[]).select(chosen, with_chosen(choices, chosen))
    };
    let mine = vec![(TaskQuery::MINE.to_owned(), "Me".to_owned())];
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
            )} {filter("state", "Status", "Any status", states(), &query.state)}
            {filter("robot", "Robot", "Any robot", list.robots.clone(), &query.robot)}
            {filter("by", "Person", "Anybody", [mine, list.people.clone()].concat(), &query.by)}
            {filter("period", "Submitted", "Any time", list.periods.clone(), &query.period)}
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
