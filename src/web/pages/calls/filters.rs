//! By what the calls of a task are filtered; all of it holds at once, and stands in the address.

use leads::Action;
use leads::results::classify::CallGroup;
use leads::views::{CallQuery, CallsPage};
use leptos::prelude::*;

use crate::web::components::charts::group_class;
use crate::web::components::field::Field;
use crate::web::components::numbers::number;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::search::search_field;
use crate::web::language::{by_name, t};
use crate::web::messages::calls as texts;
use crate::web::paths;
use crate::web::request::caller::may;

/// A filter that is a link.
struct Chip {
    /// By it the keyboard finds the chip on the next page.
    id: String,
    class: String,
    text: String,
    count: Option<u32>,
    /// Whether it is in force: then its link takes it out.
    chosen: bool,
    /// What is shown once it is pressed.
    leads_to: CallQuery,
}

/// The groups, each as a link that adds it to what is shown or takes it out; behind them the filters that only links set.
pub fn chips(page: &CallsPage) -> AnyView {
    let query = &page.query;
    let is_there = |group: &CallGroup| page.groups.iter().any(|(known, _)| known == group);
    let gone = query.groups.iter().filter(|group| !is_there(group));
    let gone = gone.map(|group| (*group, 0));
    let groups = page.groups.iter().copied().chain(gone);
    let groups = groups.map(|(group, count)| Chip {
        id: format!("group-{}", group.key()),
        class: format!("chip of-group {}", group_class(group)),
        text: t(group.label()),
        count: Some(count),
        chosen: query.groups.contains(&group),
        leads_to: toggled(query, group),
    });
    let only = |id: &str, text: String, leads_to: CallQuery| Chip {
        id: id.to_owned(),
        class: "chip".to_owned(),
        text,
        count: None,
        chosen: true,
        leads_to,
    };
    let without = |clear: fn(&mut CallQuery)| {
        let mut others = first_page(query);
        clear(&mut others);
        others
    };
    let stage = query.stage.map(|stage| {
        let text = t(stage.label());
        only("stage", text, without(|query| query.stage = None))
    });
    let ring = query.ring.map(|ring| {
        let text = t(texts::rang(ring.message()));
        only("ring", text, without(|query| query.ring = None))
    });
    let hour = query.hour.map(|hour| {
        let text = t(texts::last_dial_at(hour.message()));
        only("hour", text, without(|query| query.hour = None))
    });
    let talk = query.talk.map(|talk| {
        let text = t(texts::talk_of(talk.message()));
        only("talk", text, without(|query| query.talk = None))
    });
    let chips: Vec<AnyView> = groups
        .chain(stage)
        .chain([ring, hour, talk].into_iter().flatten())
        .map(|of| chip(page, of))
        .collect();
    (!chips.is_empty())
        .then(|| view! { <ul class="chips" aria-label=t(texts::filter_calls()) data-stay="">{chips}</ul> })
        .into_any()
}

fn chip(page: &CallsPage, chip: Chip) -> AnyView {
    let href = paths::calls(&page.task, &chip.leads_to);
    let count = chip.count.map(|count| view! { " " <b>{number(count)}</b> });
    let remove = chip.chosen.then(|| {
        view! {
            <span aria-hidden="true">" ×"</span>
            <span class="visually-hidden">" " {t(texts::chosen())}</span>
        }
    });
    view! {
        <li>
            <a id=chip.id class=chip.class href=href aria-current=chip.chosen.then_some("true")>
                {chip.text}
                {count}
                {remove}
            </a>
        </li>
    }
    .into_any()
}

fn first_page(query: &CallQuery) -> CallQuery {
    CallQuery {
        page: 1,
        ..query.clone()
    }
}

/// The query with that group added, or taken out where it was chosen.
fn toggled(query: &CallQuery, group: CallGroup) -> CallQuery {
    let mut toggled = first_page(query);
    if query.groups.contains(&group) {
        toggled.groups.retain(|chosen| *chosen != group);
    } else {
        toggled.groups.push(group);
        toggled.groups.sort_unstable();
    }
    toggled
}

/// The search and the selects; what links have chosen stays.
pub fn form(page: &CallsPage) -> AnyView {
    let query = &page.query;
    let batch = query
        .batch
        .map(|batch| batch.to_string())
        .unwrap_or_default();
    let batches: Vec<_> = page
        .batches
        .iter()
        .map(|batch| (batch.to_string(), t(texts::batch_number(*batch))))
        .collect();
    // Also what is chosen and not offered: it must not be in force unseen.
    let batches = (!batches.is_empty() || !batch.is_empty()).then(|| {
        Field::new("batch", t(texts::batch()), &[]).filter(&t(texts::any_batch()), &batches, &batch)
    });
    let robots = (!page.robots.is_empty() || !query.robot.is_empty()).then(|| {
        Field::new("robot", t(texts::robot()), &[]).filter_by_name(
            &t(texts::any_robot()),
            &by_name(&page.robots),
            &query.robot,
        )
    });
    let letters: Vec<(String, String)> = page
        .letters
        .iter()
        .map(|(letter, words)| (letter.clone(), t(words.clone())))
        .collect();
    let clear = is_filtered(query)
        .then(|| view! { <a href=paths::calls_of_task(&page.task)>{t(texts::show_all())}</a> });
    view! {
        <form class="filters" role="search" action=paths::calls_of_task(&page.task)>
            <HiddenValues values=kept(query) />
            {search_field(query.q.clone(), Some(in_the_search()), None)}
            {Field::new("letter", t(texts::result()), &[]).filter(&t(texts::any_result()), &letters, &query.letter)}
            {batches}
            {robots}
            <button class="button" type="submit">{t(texts::show())}</button>
            {clear}
        </form>
    }
    .into_any()
}

/// What can be searched for.
fn in_the_search() -> String {
    t(match may(Action::SeeNumbers) {
        true => texts::search_whole(),
        false => texts::search_masked(),
    })
}

/// What the form does not ask for.
fn kept(query: &CallQuery) -> Vec<(&'static str, String)> {
    let groups = query.groups.iter();
    let groups = groups.map(|group| ("group", group.key().to_owned()));
    let stage = query.stage.map(|stage| ("stage", stage.key().to_owned()));
    let ring = query.ring.map(|ring| ("ring", ring.key().to_owned()));
    let hour = query.hour.map(|hour| ("hour", hour.to_string()));
    let talk = query
        .talk
        .map(|talk| ("talk", talk.first_second().to_string()));
    let others = [stage, ring, hour, talk].into_iter().flatten();
    groups.chain(others).collect()
}

fn is_filtered(query: &CallQuery) -> bool {
    let page = CallQuery {
        page: query.page,
        ..CallQuery::default()
    };
    *query != page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_is_pressed_twice_is_as_before_on_the_first_page() {
        let before = CallQuery {
            groups: vec![CallGroup::CallBack],
            q: "4417".to_owned(),
            page: 3,
            ..CallQuery::default()
        };
        for group in CallGroup::ALL {
            let once = toggled(&before, group);
            assert_eq!(once.page, 1, "another filter has other pages");
            assert_ne!(once.groups, before.groups);
            assert!(once.groups.is_sorted());
            assert_eq!(toggled(&once, group), first_page(&before));
        }
    }

    #[test]
    fn the_page_alone_is_no_filter() {
        let third = CallQuery {
            page: 3,
            ..CallQuery::default()
        };
        assert!(!is_filtered(&third));
        assert!(is_filtered(&CallQuery::of_group(CallGroup::Interested)));
    }
}
