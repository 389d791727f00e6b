//! By what the history is searched and filtered; all of it holds at once.

use leads::Action;
use leads::states::TaskState;
use leads::views::{TaskListView, TaskQuery};
use leptos::prelude::*;

use crate::web::components::field::Field;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::search::search_field;
use crate::web::language::{by_name, t};
use crate::web::messages::tasks as texts;
use crate::web::paths;
use crate::web::request::caller::may;

/// The search, and a select for each filter.
pub fn filters(query: &TaskQuery, list: &TaskListView) -> AnyView {
    let mine = vec![(TaskQuery::MINE.to_owned(), t(texts::me()))];
    let people = [mine, by_name(&list.people)].concat();
    // What looks like a number stays words where somebody has said so.
    let kept = match query.search.as_str() {
        "" => Vec::new(),
        search => vec![("search", search.to_owned())],
    };
    let periods = list.periods.iter();
    let periods = periods.map(|(key, label)| (key.clone(), t(label.clone())));
    let periods: Vec<(String, String)> = periods.collect();
    view! {
        <form class="filters" role="search" action=paths::tasks()>
            <HiddenValues values=kept />
            {search_field(
                query.q.clone(),
                Some(in_the_search()),
                list.search_problem.clone().map(t),
            )} {Field::new("state", t(texts::status()), &[]).filter(&t(texts::any_status()), &states(), &query.state)}
            {Field::new("robot", t(texts::robot()), &[]).filter_by_name(&t(texts::any_robot()), &by_name(&list.robots), &query.robot)}
            {Field::new("by", t(texts::person()), &[]).filter(&t(texts::anybody()), &people, &query.by)}
            {Field::new("period", t(texts::submitted()), &[]).filter(&t(texts::any_time()), &periods, &query.period)}
            <button class="button" type="submit">{t(texts::search())}</button>
        </form>
    }
    .into_any()
}

fn states() -> Vec<(String, String)> {
    let attention = (TaskQuery::NEEDS_ATTENTION, t(texts::needs_attention()));
    let states = TaskState::ALL.map(|state| (state.key(), t(state.message())));
    let tests = (TaskQuery::TESTS, t(texts::tests()));
    let all = [attention].into_iter().chain(states).chain([tests]);
    all.map(|(key, label)| (key.to_owned(), label)).collect()
}

/// What can be searched for.
fn in_the_search() -> String {
    t(match may(Action::SeeNumbers) {
        true => texts::search_whole(),
        false => texts::search_masked(),
    })
}
