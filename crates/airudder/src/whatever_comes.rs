//! Answers of every shape: reading one never panics, and what is kept of it is bounded.

use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::{Call, Error, Robot, calls, robots};

/// Keys that mean something to a reader, in several spellings, and others.
fn key() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "detail",
        "Details",
        "TaskID",
        "Status",
        "Comments",
        "RingType",
        "Intention",
        "RobotID",
        "CallStartTime",
        "call_end_time",
        "CalleeNumber",
        "Number",
        "Dest",
        "id",
        "name",
        "List",
        "IntentionLabels",
        "labels",
        "Letter",
        "Meaning",
        "Script",
        "ExtraA",
        "Variables",
        "A",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => ".{0,12}"]
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\+?[0-9 -]{6,18}".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{8}(Z|\\+07:00)?".prop_map(Value::from),
        "[A-I][:.)] ?.{0,8}".prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        ".{490,700}".prop_map(Value::from),
    ]
}

fn any_answer() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(5, 200, 30, |inner| {
        let object = prop::collection::vec((key(), inner.clone()), 0..30)
            .prop_map(|entries| Value::Object(entries.into_iter().collect::<Map<_, _>>()));
        prop_oneof![
            prop::collection::vec(inner, 0..10).prop_map(Value::Array),
            object
        ]
    })
}

fn is_bounded(call: &Call) -> bool {
    let texts = [
        &call.callee,
        &call.comments,
        &call.status,
        &call.ring_type,
        &call.hangup_type,
        &call.intention,
        &call.robot_id,
    ];
    let times = [&call.start_time, &call.end_time];
    let other = call.other.iter().flat_map(|(name, text)| [name, text]);
    call.other.len() <= Call::OTHER_LIMIT
        && texts
            .into_iter()
            .flatten()
            .chain(times.into_iter().flatten().map(|time| &time.text))
            .chain(other)
            .all(|text| text.chars().count() <= Call::TEXT_LIMIT)
}

proptest! {
    #[test]
    fn calls_are_read_within_bounds_or_named_as_unreadable(entries in prop::collection::vec(any_answer(), 0..5), whole in any_answer()) {
        let mut data = Map::new();
        data.insert("detail".to_owned(), Value::Array(entries));
        for data in [Value::Object(data), whole] {
            match calls::decode(&data) {
                Ok(read) => prop_assert!(read.calls.iter().all(is_bounded)),
                Err(error) => {
                    let is_named = matches!(error, Error::Undecodable { .. });
                    prop_assert!(is_named);
                }
            }
        }
    }

    #[test]
    fn no_number_of_a_call_is_in_its_debug_output(number in "\\+62[1-9][0-9]{9}", field in key()) {
        let mut entry = Map::new();
        entry.insert(field, Value::from(number.as_str()));
        let data = serde_json::json!({ "detail": [entry] });
        let shown = format!("{:?}", calls::decode(&data));
        prop_assert!(!shown.contains(&number[1..]), "{shown}");
    }

    #[test]
    fn robots_are_read_or_named_as_unreadable(data in any_answer()) {
        let listed = robots::decode_list(&data).unwrap_or_default();
        for robot in robots::decode_one(&data, "a").into_iter().chain(listed) {
            prop_assert!(Robot::labels(&robot.raw).len() <= 100);
            let fields = robot.raw.as_object().map_or(0, Map::len);
            prop_assert!(Robot::further_fields(&robot.raw).len() <= fields);
            prop_assert!(Robot::script(&robot.raw).is_none_or(|script| !script.trim().is_empty()));
        }
    }

    #[test]
    fn a_body_of_any_bytes_is_read_or_named_as_unreadable(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = crate::decode::decode_body(&bytes) {
            let is_named = matches!(error, Error::Undecodable { .. });
            prop_assert!(is_named);
        }
    }
}
