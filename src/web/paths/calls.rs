//! The calls of a task, as they are filtered. What stands in the address is written and read here.

use leads::SearchText;
use leads::results::classify::CallGroup;
use leads::results::ring::RingClass;
use leads::results::talk::TalkClass;
use leads::views::{CallQuery, CallStage};

use super::query::with_query;
use super::unusable::{Unusable, read};

/// The calls that the query asks for. What is not filtered by leaves no trace in the address.
pub fn calls(task: impl std::fmt::Display, query: &CallQuery) -> String {
    filtered(&calls_of_task(task), query)
}

/// An address with what is filtered by.
fn filtered(address: &str, query: &CallQuery) -> String {
    let number = |number: u32, least: u32| match number {
        number if number >= least => number.to_string(),
        _ => String::new(),
    };
    let (batch, page) = (number(query.batch.unwrap_or(0), 1), number(query.page, 2));
    let hour = query.hour.map(|hour| hour.to_string()).unwrap_or_default();
    let talk = query.talk.map(|talk| talk.first_second().to_string());
    let talk = talk.unwrap_or_default();
    let groups = query.groups.iter().map(|group| ("group", group.key()));
    let others = [
        ("stage", query.stage.map_or("", CallStage::key)),
        ("letter", &query.letter),
        ("batch", &batch),
        ("robot", &query.robot),
        ("ring", query.ring.map_or("", RingClass::key)),
        ("hour", &hour),
        ("talk", &talk),
        ("q", &query.q),
        ("page", &page),
    ];
    let pairs: Vec<_> = groups.chain(others).collect();
    with_query(address, &pairs)
}

/// All calls of a task; which of them, a form adds.
pub fn calls_of_task(task: impl std::fmt::Display) -> String {
    format!("{}/calls", super::task(task))
}

/// The same calls with their whole numbers, which is written down.
pub fn calls_with_numbers(task: impl std::fmt::Display, query: &CallQuery) -> String {
    with_query(&calls(task, query), &[(NUMBERS, WHOLE)])
}

/// The name and the value that ask for whole numbers.
const NUMBERS: &str = "numbers";
const WHOLE: &str = "whole";

/// The calls that the query asks for as a file; `format` is the end of its name: `csv` or `xlsx`.
pub fn calls_file(task: impl std::fmt::Display, query: &CallQuery, format: &str) -> String {
    let page = CallQuery {
        page: 1,
        ..query.clone()
    };
    with_query(&filtered(&calls_files(task), &page), &[("format", format)])
}

/// The whole list with what came of each row, as a file.
pub fn list_with_results(task: impl std::fmt::Display, format: &str) -> String {
    with_query(&lists_with_results(task), &[("format", format)])
}

/// The files of the calls of a task, whichever calls are asked for.
pub fn calls_files(task: impl std::fmt::Display) -> String {
    format!("{}/calls-file", super::task(task))
}

/// The files of the whole list of a task.
pub fn lists_with_results(task: impl std::fmt::Display) -> String {
    format!("{}/list-with-results", super::task(task))
}

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedCalls {
    /// What of it can be used.
    pub query: CallQuery,
    /// Whether numbers are to be shown whole.
    pub whole_numbers: bool,
    /// What cannot. It is left out, and the page says so.
    pub unusable: Vec<Unusable>,
}

/// Reads the values of an address; `values` gives those of a name, in their order. Groups come in the order of [`CallGroup::ALL`], each
/// once. Of any other name the last value counts. A page that is no number is the first.
pub fn asked_calls(values: impl Fn(&str) -> Vec<String>) -> AskedCalls {
    let mut unusable = Vec::new();
    let last = |name: &str| {
        let value = values(name).pop().unwrap_or_default();
        value.trim().to_owned()
    };
    let mut groups = Vec::new();
    for key in values("group").iter().filter(|key| !key.trim().is_empty()) {
        match CallGroup::from_key(key.trim()) {
            Some(group) => groups.push(group),
            None => unusable.push(Unusable::Group),
        }
    }
    groups.sort_unstable();
    groups.dedup();
    let query = CallQuery {
        groups,
        stage: read(
            &last("stage"),
            CallStage::from_key,
            Unusable::Stage,
            &mut unusable,
        ),
        letter: last("letter"),
        batch: read(&last("batch"), batch, Unusable::Batch, &mut unusable),
        robot: last("robot"),
        ring: read(
            &last("ring"),
            RingClass::from_key,
            Unusable::Ring,
            &mut unusable,
        ),
        hour: read(
            &last("hour"),
            |text| text.parse().ok(),
            Unusable::Hour,
            &mut unusable,
        ),
        talk: read(&last("talk"), talk, Unusable::Talk, &mut unusable),
        q: read(&last("q"), searchable, Unusable::LongSearch, &mut unusable).unwrap_or_default(),
        page: last("page").parse().unwrap_or(1).max(1),
    };
    unusable.dedup();
    AskedCalls {
        query,
        whole_numbers: last(NUMBERS) == WHOLE,
        unusable,
    }
}

/// What is looked for; every word costs a look into every row.
fn searchable(text: &str) -> Option<String> {
    SearchText::parse(text).ok().map(|_| text.to_owned())
}

/// A class of talk by its first second.
fn talk(text: &str) -> Option<TalkClass> {
    text.parse().ok().and_then(TalkClass::beginning_with)
}

fn batch(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads an address as the router does.
    fn read_back(address: &str) -> AskedCalls {
        let url = url::Url::parse(&format!("http://localhost{address}")).unwrap();
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        asked_calls(|wanted| crate::web::paths::values_of(&pairs, wanted))
    }

    #[test]
    fn all_calls_have_the_plain_address() {
        assert_eq!(calls("7", &CallQuery::default()), "/tasks/7/calls");
        let first = CallQuery {
            page: 1,
            ..CallQuery::default()
        };
        assert_eq!(calls("7", &first), "/tasks/7/calls");
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let whole = CallQuery {
            groups: vec![CallGroup::Interested, CallGroup::CallBack],
            stage: Some(CallStage::Reached),
            letter: "A".to_owned(),
            batch: Some(2),
            robot: "robot&1=ñ #".to_owned(),
            ring: Some(RingClass::NoAnswer),
            hour: Some("2026-11-27T09".parse().unwrap()),
            talk: Some(TalkClass::Minutes1),
            q: "O’Neil + 4417".to_owned(),
            page: 3,
        };
        assert_eq!(
            calls("7", &whole),
            "/tasks/7/calls?group=interested&group=call_back&stage=reached&letter=A&batch=2&robot=robot%261%3D%C3%B1%20%23\
             &ring=no_answer&hour=2026-11-27T09&talk=60&q=O%E2%80%99Neil%20%2B%204417&page=3"
        );
        let mut queries = vec![whole];
        queries.extend(CallGroup::ALL.map(CallQuery::of_group));
        queries.extend(CallStage::ALL.map(CallQuery::of_stage));
        queries.extend(RingClass::ALL.map(|ring| CallQuery {
            ring: Some(ring),
            ..CallQuery::default()
        }));
        queries.extend(TalkClass::ALL.map(|talk| CallQuery {
            talk: Some(talk),
            ..CallQuery::default()
        }));
        for query in queries {
            let query = CallQuery {
                page: query.page.max(1),
                ..query
            };
            let asked = read_back(&calls("7", &query));
            assert_eq!((asked.query, asked.unusable), (query, Vec::new()));
        }
    }

    #[test]
    fn whole_numbers_and_files_are_asked_for_beside_the_filter() {
        let query = CallQuery {
            letter: "B".to_owned(),
            page: 3,
            ..CallQuery::default()
        };
        let asked = read_back(&calls_with_numbers("7", &query));
        assert_eq!((asked.query, asked.whole_numbers), (query.clone(), true));
        assert!(!read_back(&calls("7", &query)).whole_numbers);
        // A file has all pages.
        let file = calls_file("7", &query, "csv");
        assert_eq!(file, "/tasks/7/calls-file?letter=B&format=csv");
    }

    #[test]
    fn groups_are_read_in_one_order_and_each_once() {
        let asked = read_back("/tasks/7/calls?group=call_back&group=interested&group=call_back");
        assert_eq!(
            asked.query.groups,
            [CallGroup::Interested, CallGroup::CallBack]
        );
    }

    #[test]
    fn what_cannot_be_used_is_told_and_the_rest_holds() {
        let asked = read_back(
            "/tasks/7/calls?group=interested&group=best&group=worst&batch=0&ring=loud&hour=9&talk=15&stage=won&page=many&other=1",
        );
        assert_eq!(asked.query.groups, [CallGroup::Interested]);
        assert_eq!(
            asked.unusable,
            [
                Unusable::Group,
                Unusable::Stage,
                Unusable::Batch,
                Unusable::Ring,
                Unusable::Hour,
                Unusable::Talk
            ]
        );
        assert_eq!(asked.query.page, 1);
        assert_eq!(
            read_back("/tasks/7/calls?group=&batch=&ring=&hour=&talk=").unusable,
            []
        );
    }
}
