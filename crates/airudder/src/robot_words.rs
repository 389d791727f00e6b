//! What a robot says and what its results mean. Nothing documents these fields, so that several spellings are looked for.

use serde_json::Value;

use crate::Robot;
use crate::lenient::{Object, same_key, text, text_of};

const SCRIPT_KEYS: [&str; 8] = [
    "Script",
    "RobotScript",
    "ScriptContent",
    "ScriptText",
    "Dialogue",
    "Prompt",
    "Speech",
    "Opening",
];
const LABEL_KEYS: [&str; 5] = [
    "IntentionLabels",
    "IntentionLabel",
    "Intentions",
    "ResultLabels",
    "Labels",
];
const LETTER_KEYS: [&str; 5] = ["Letter", "Intention", "Label", "Key", "Code"];
const MEANING_KEYS: [&str; 5] = ["Meaning", "Name", "Description", "Desc", "Title"];

/// The most results of a robot that are read; `Intention` is documented with nine letters.
const LABELS_LIMIT: usize = 100;

/// The most characters of a letter: results are named by one, and what is longer is a name.
const LETTER_LIMIT: usize = 8;

/// A result of a call as the robot's own words have it. That robots tell of them is assumed, and so is every shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RobotLabel {
    /// The letter by which results name it.
    pub letter: String,
    /// What it means.
    pub meaning: String,
}

impl Robot {
    /// What the robot says, from its JSON as in [`Robot::raw`]; `None` where it is not told.
    pub fn script(raw: &Value) -> Option<String> {
        let (_, script) = script_field(raw.as_object()?)?;
        Some(script)
    }

    /// What the letters of results mean to the robot, from its JSON as in [`Robot::raw`]; empty where it is not told.
    pub fn labels(raw: &Value) -> Vec<RobotLabel> {
        let found = raw.as_object().and_then(label_field);
        found.map(|(_, labels)| labels).unwrap_or_default()
    }
}

/// Whether that field of a robot is what [`Robot::script`] or [`Robot::labels`] gives.
pub(crate) fn is_of_words(robot: &Object, key: &str) -> bool {
    script_field(robot).is_some_and(|(script, _)| script == key)
        || label_field(robot).is_some_and(|(labels, _)| labels == key)
}

fn script_field(robot: &Object) -> Option<(&String, String)> {
    first(robot, &SCRIPT_KEYS, text)
}

fn label_field(robot: &Object) -> Option<(&String, Vec<RobotLabel>)> {
    first(robot, &LABEL_KEYS, |value| {
        Some(labels(value)).filter(|labels| !labels.is_empty())
    })
}

/// The first field with one of the names of which something is read.
fn first<'a, T>(
    robot: &'a Object,
    names: &[&str],
    read: impl Fn(&Value) -> Option<T>,
) -> Option<(&'a String, T)> {
    names.iter().find_map(|name| {
        let mut named = robot.iter().filter(|(key, _)| same_key(key, name));
        named.find_map(|(key, value)| Some((key, read(value)?)))
    })
}

/// `{"A": "Will use it"}`, `{"A": {"Name": "Will use it"}}`, `["A: Will use it"]`, or a list of objects with a letter and a
/// meaning. The first of a letter counts.
fn labels(value: &Value) -> Vec<RobotLabel> {
    let pairs: Vec<(String, String)> = match value {
        Value::Object(object) => object
            .iter()
            .filter_map(|(letter, named)| {
                let meaning = match named {
                    Value::Object(named) => text_of(named, &MEANING_KEYS),
                    named => text(named),
                };
                Some((letter.clone(), meaning?))
            })
            .collect(),
        Value::Array(list) => list
            .iter()
            .filter_map(|entry| match entry {
                Value::Object(entry) => Some((
                    text_of(entry, &LETTER_KEYS)?,
                    text_of(entry, &MEANING_KEYS)?,
                )),
                Value::String(text) => letter_and_meaning(text),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    let mut labels = Vec::<RobotLabel>::new();
    for (letter, meaning) in pairs {
        let is_new = labels.iter().all(|label| label.letter != letter);
        if is_new && letter.chars().count() <= LETTER_LIMIT && labels.len() < LABELS_LIMIT {
            labels.push(RobotLabel { letter, meaning });
        }
    }
    labels
}

/// `A: Will use it`, also with a full-width colon, a dash, a full stop, an equals sign or a bracket.
fn letter_and_meaning(text: &str) -> Option<(String, String)> {
    let (letter, meaning) = text.split_once([':', '：', '=', '.', ')', '–', '—'])?;
    let (letter, meaning) = (letter.trim(), meaning.trim());
    let is_letter = letter.len() == 1 && letter.starts_with(|it: char| it.is_ascii_alphabetic());
    (is_letter && !meaning.is_empty()).then(|| (letter.to_owned(), meaning.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(raw: &Value) -> (Option<String>, Vec<(String, String)>, Vec<String>) {
        let labels = Robot::labels(raw).into_iter();
        let further = Robot::further_fields(raw).into_iter();
        (
            Robot::script(raw),
            labels.map(|label| (label.letter, label.meaning)).collect(),
            further.map(|(key, _)| key.clone()).collect(),
        )
    }

    #[test]
    fn script_and_labels_are_read_in_every_spelling_and_are_no_further_fields() {
        let says = (
            Some("Hola".to_owned()),
            vec![
                ("A".to_owned(), "Yes".to_owned()),
                ("B".to_owned(), "No".to_owned()),
            ],
            vec!["Voice".to_owned()],
        );
        for raw in [
            json!({"id": "a", "Script": "Hola", "IntentionLabels": {"A": "Yes", "B": "No"}, "Voice": "Ana"}),
            json!({"id": "a", "script_text": "Hola", "Voice": "Ana", "labels": [
                {"label": "A", "name": "Yes"}, {"label": "B", "name": "No"}, {"name": "no letter"}, "C",
            ]}),
            json!({"id": "a", "Script": "Hola", "Intentions": ["A: Yes", "B) No", "A: later", "Note: none", "C:", 7], "Voice": "Ana"}),
            json!({"id": "a", "Script": "Hola", "result_labels": {"A": {"Name": "Yes"}, "B": {"desc": "No"}, "C": {}}, "Voice": "Ana"}),
        ] {
            assert_eq!(read(&raw), says, "{raw}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_a_further_field_as_it_is() {
        let raw = json!({"id": "a", "Script": {"steps": []}, "Labels": "A to C"});
        let further = vec!["Labels".to_owned(), "Script".to_owned()];
        assert_eq!(read(&raw), (None, Vec::new(), further));
        assert_eq!(Robot::script(&json!("a")), None);
    }
}
