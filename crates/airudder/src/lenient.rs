//! Reading JSON whose exact shape is not known: keys in any spelling, arrays wherever they stand.

use std::collections::VecDeque;

use serde_json::{Map, Value};

/// A JSON object.
pub(crate) type Object = Map<String, Value>;

/// Keys under which an answer without entries may carry `null` instead of an empty array.
const LIST_KEYS: [&str; 7] = [
    "list", "data", "items", "rows", "records", "tasks", "robots",
];

/// True where two keys differ only in case, underscores and hyphens: `RobotID`, `robot_id`, `robotId`.
pub(crate) fn same_key(left: &str, right: &str) -> bool {
    // Ten thousand calls are some millions of comparisons: nothing is put together for one.
    letters(left).eq(letters(right))
}

fn letters(key: &str) -> impl Iterator<Item = char> + '_ {
    key.chars()
        .filter(|letter| !matches!(letter, '_' | '-'))
        .flat_map(char::to_lowercase)
}

/// A text or number as text; blank ones and everything else as nothing.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The value of the first of `names` that is there and not null.
pub(crate) fn value_of<'a>(object: &'a Object, names: &[&str]) -> Option<&'a Value> {
    names.iter().find_map(|name| {
        object
            .iter()
            .find(|(key, value)| same_key(key, name) && !value.is_null())
            .map(|(_, value)| value)
    })
}

/// The text of the first of `names` that has one.
pub(crate) fn text_of(object: &Object, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        object
            .iter()
            .filter(|(key, _)| same_key(key, name))
            .find_map(|(_, value)| text(value))
    })
}

/// All objects at and under `data`, nearest first; the entries of arrays are not entered.
pub(crate) fn objects(data: &Value) -> Vec<&Object> {
    let mut found = Vec::new();
    let mut waiting: VecDeque<&Value> = VecDeque::from([data]);
    while let Some(value) = waiting.pop_front() {
        if let Value::Object(object) = value {
            found.push(object);
            waiting.extend(object.values());
        }
    }
    found
}

/// The entries of the list in `data`: the nearest array that has an entry which `known` recognises, else the nearest
/// array of objects, else an empty one (also one written as null under a name usual for lists). Nothing if there is no
/// list at all.
pub(crate) fn entries(data: &Value, known: impl Fn(&Object) -> bool) -> Option<Vec<&Object>> {
    let objects_under = objects(data);
    let mut arrays: Vec<&Vec<Value>> = data.as_array().into_iter().collect();
    arrays.extend(
        objects_under
            .iter()
            .flat_map(|object| object.values())
            .filter_map(Value::as_array),
    );
    let lists: Vec<Vec<&Object>> = arrays
        .iter()
        .map(|array| array.iter().filter_map(Value::as_object).collect())
        .collect();
    let recognised = lists
        .iter()
        .find(|list| list.iter().any(|entry| known(entry)));
    if let Some(list) = recognised.or_else(|| lists.iter().find(|list| !list.is_empty())) {
        return Some(list.clone());
    }
    let empty = arrays.iter().any(|array| array.is_empty())
        || objects_under
            .iter()
            .flat_map(|object| object.iter())
            .any(|(key, value)| {
                value.is_null() && LIST_KEYS.iter().any(|name| same_key(key, name))
            });
    empty.then(Vec::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn names(data: &Value) -> Option<Vec<String>> {
        let list = entries(data, |entry| entry.contains_key("id"))?;
        Some(
            list.iter()
                .filter_map(|entry| text_of(entry, &["id"]))
                .collect(),
        )
    }

    #[test]
    fn the_list_is_found_wherever_it_stands() {
        let list = json!([{"id": "a"}, {"id": 2}]);
        for data in [
            list.clone(),
            json!({"list": list}),
            json!({"total": 2, "page": {"rows": list}}),
            json!({"Filters": [{"label": "x"}], "Robots": list}),
        ] {
            assert_eq!(
                names(&data),
                Some(vec!["a".to_owned(), "2".to_owned()]),
                "{data}"
            );
        }
    }

    #[test]
    fn an_empty_list_is_told_apart_from_no_list() {
        assert_eq!(names(&json!([])), Some(vec![]));
        assert_eq!(names(&json!({"total": 0, "list": null})), Some(vec![]));
        assert_eq!(names(&json!(null)), None);
        assert_eq!(names(&json!({"total": 0})), None);
        assert_eq!(names(&json!({"tags": ["a"]})), None);
    }

    #[test]
    fn keys_are_found_in_any_spelling() {
        for spelling in ["RobotID", "robot_id", "robotId", "robot-id"] {
            let data = json!({ spelling: "r" });
            let object = data.as_object().unwrap();
            assert_eq!(
                text_of(object, &["RobotID"]).as_deref(),
                Some("r"),
                "{spelling}"
            );
        }
    }
}
