//! The account's voice robots. That the two calls exist is documented; paths, parameters and answers are assumed, so
//! decoding is lenient and every robot is kept whole.

use serde_json::Value;
use url::form_urlencoded;

use crate::lenient::{Object, entries, objects, same_key, text, text_of};
use crate::robot_words;
use crate::{Client, Error, RobotMethod};

const ID_KEYS: [&str; 2] = ["RobotID", "id"];
const NAME_KEYS: [&str; 2] = ["RobotName", "name"];
const MODE_KEYS: [&str; 2] = ["RobotMethod", "mode"];
const LANGUAGE_KEYS: [&str; 4] = ["Language", "RobotLanguage", "Lang", "Locale"];
const VARIABLE_NAME_KEYS: [&str; 4] = ["Name", "VariableName", "Label", "Title"];
const DESCRIPTION_KEYS: [&str; 4] = ["Description", "Desc", "Remark", "Comment"];
const SLOTS: [&str; 3] = ["ExtraA", "ExtraB", "ExtraC"];

/// A robot as far as its JSON is recognised.
#[derive(Clone, Debug, PartialEq)]
pub struct Robot {
    /// The id that tasks name it by.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// The provider's word for its mode; [`RobotMethod::parse`] knows `single` and `group`.
    pub mode: Option<String>,
    /// Its language in the provider's spelling.
    pub language: Option<String>,
    /// The variables it needs, by slot.
    pub variables: Vec<RobotVariable>,
    /// The whole JSON, with the fields nobody knows.
    pub raw: Value,
}

impl Robot {
    /// The mode as creating a task wants it, where it is known.
    pub fn method(&self) -> Option<RobotMethod> {
        self.mode.as_deref().and_then(RobotMethod::parse)
    }

    /// The fields of a robot's JSON, as in [`Robot::raw`], that say something which no other field of [`Robot`] says.
    pub fn further_fields(raw: &Value) -> Vec<(&String, &Value)> {
        let Value::Object(object) = raw else {
            return Vec::new();
        };
        let robot = robot(text_of(object, &ID_KEYS).unwrap_or_default(), object);
        let is_told = |key: &str, value: &Value| {
            let said = text(value);
            let by = |keys: &[&str], known: Option<&String>| {
                known.is_some()
                    && said.as_ref() == known
                    && keys.iter().any(|name| same_key(key, name))
            };
            by(&ID_KEYS, Some(&robot.id))
                || by(&NAME_KEYS, robot.name.as_ref())
                || by(&MODE_KEYS, robot.method().and(robot.mode.as_ref()))
                || by(&LANGUAGE_KEYS, robot.language.as_ref())
                || slot(key).is_some()
                || robot_words::is_of_words(object, key)
                || is_of_variables(value)
        };
        object
            .iter()
            .filter(|(key, value)| !is_told(key, value))
            .collect()
    }
}

/// A variable of a robot and the field of a lead that fills it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RobotVariable {
    /// `ExtraA`, `ExtraB` or `ExtraC`.
    pub slot: String,
    /// What the robot calls it; the slot where it has no name.
    pub name: String,
    /// More about it, where the provider says more.
    pub description: Option<String>,
}

impl Client {
    /// All robots of the account. An entry without an id is left out.
    ///
    /// # Errors
    /// Any of [`Error`]; [`Error::Undecodable`] when there is no list, or one in which no entry has an id.
    pub async fn robots(&self) -> Result<Vec<Robot>, Error> {
        decode_list(
            &self
                .send(&self.get(&self.inner.config.robot_list_path)?)
                .await?,
        )
    }

    /// One robot.
    ///
    /// # Errors
    /// Any of [`Error`]; [`Error::Undecodable`] when the answer is not about that robot.
    pub async fn robot(&self, id: &str) -> Result<Robot, Error> {
        let path = detail_path(&self.inner.config.robot_detail_path, id);
        decode_one(&self.send(&self.get(&path)?).await?, id)
    }
}

fn detail_path(pattern: &str, id: &str) -> String {
    let id = percent_encoded(id);
    if pattern.contains("{id}") {
        return pattern.replace("{id}", &id);
    }
    let joint = if pattern.contains('?') { '&' } else { '?' };
    format!("{pattern}{joint}RobotID={id}")
}

/// Encodes for a path segment as well as for a query (RFC 3986, section 2.1), where `+` would be read differently.
pub(crate) fn percent_encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes())
        .collect::<String>()
        .replace('+', "%20")
}

pub(crate) fn decode_list(data: &Value) -> Result<Vec<Robot>, Error> {
    let list = entries(data, |entry| text_of(entry, &ID_KEYS).is_some())
        .ok_or_else(|| Error::undecodable("data", "expected a list of robots"))?;
    let robots: Vec<Robot> = list
        .iter()
        .filter_map(|entry| Some(robot(text_of(entry, &ID_KEYS)?, entry)))
        .collect();
    if robots.is_empty() && !list.is_empty() {
        return Err(Error::undecodable(
            "data",
            "expected robots with a RobotID, robot_id or id",
        ));
    }
    Ok(robots)
}

/// The object with the wanted id, in `data` or in a list there; or the one object that has a robot's name and no id.
pub(crate) fn decode_one(data: &Value, wanted: &str) -> Result<Robot, Error> {
    let mut candidates = objects(data);
    candidates.extend(
        entries(data, |entry| text_of(entry, &ID_KEYS).is_some())
            .into_iter()
            .flatten(),
    );
    let has_id = |object: &&&Object| text_of(object, &ID_KEYS).is_some_and(|id| id == wanted);
    let nameless_id = |object: &&&Object| {
        text_of(object, &ID_KEYS).is_none() && text_of(object, &NAME_KEYS).is_some()
    };
    let found = candidates.iter().find(has_id).or_else(|| {
        let other = candidates
            .iter()
            .any(|object| text_of(object, &ID_KEYS).is_some());
        if other {
            None
        } else {
            candidates.iter().find(nameless_id)
        }
    });
    found
        .map(|object| robot(wanted.to_owned(), object))
        .ok_or_else(|| Error::undecodable("data", "expected the robot that was asked for"))
}

fn robot(id: String, object: &Object) -> Robot {
    Robot {
        id,
        name: text_of(object, &NAME_KEYS),
        mode: text_of(object, &MODE_KEYS),
        language: text_of(object, &LANGUAGE_KEYS),
        variables: variables(object),
        raw: Value::Object(object.clone()),
    }
}

/// Variables wherever they are recognisable: `{"ExtraA": "Oferta"}` in the robot itself or in an object of it, or a list
/// of objects of which one field says `ExtraA`. One per slot, the first found.
fn variables(robot: &Object) -> Vec<RobotVariable> {
    let mut found = by_slot(robot);
    for value in robot.values() {
        match value {
            Value::Object(object) => found.extend(by_slot(object)),
            Value::Array(list) => found.extend(
                list.iter()
                    .filter_map(Value::as_object)
                    .filter_map(by_field),
            ),
            _ => {}
        }
    }
    found.sort_by(|left, right| left.slot.cmp(&right.slot));
    found.dedup_by(|later, first| later.slot == first.slot);
    found
}

fn slot(word: &str) -> Option<&'static str> {
    let word = word.trim().replace(['_', '-', ' '], "");
    SLOTS
        .into_iter()
        .find(|slot| slot.eq_ignore_ascii_case(&word))
}

fn by_slot(object: &Object) -> Vec<RobotVariable> {
    let variable = |(key, value): (&String, &Value)| {
        let slot = slot(key)?;
        match value {
            Value::Object(inner) => Some(named(slot, inner)),
            _ => Some(RobotVariable {
                slot: slot.to_owned(),
                name: text(value)?,
                description: None,
            }),
        }
    };
    object.iter().filter_map(variable).collect()
}

/// Whether a field of a robot holds its variables and nothing else.
fn is_of_variables(value: &Value) -> bool {
    match value {
        Value::Object(object) => !object.is_empty() && object.keys().all(|key| slot(key).is_some()),
        Value::Array(list) => {
            let is_variable =
                |entry: &Value| entry.as_object().is_some_and(|it| by_field(it).is_some());
            !list.is_empty() && list.iter().all(is_variable)
        }
        _ => false,
    }
}

fn by_field(object: &Object) -> Option<RobotVariable> {
    let slot = object.values().filter_map(Value::as_str).find_map(slot)?;
    Some(named(slot, object))
}

fn named(slot: &str, object: &Object) -> RobotVariable {
    let name = VARIABLE_NAME_KEYS
        .iter()
        .filter_map(|key| text_of(object, &[key]))
        .find(|name| self::slot(name).is_none())
        .unwrap_or_else(|| slot.to_owned());
    RobotVariable {
        slot: slot.to_owned(),
        name,
        description: text_of(object, &DESCRIPTION_KEYS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn robots_are_read_in_every_spelling_and_kept_whole() {
        let data = json!({"page": {"list": [
            {"RobotID": "a", "RobotName": "Ana", "RobotMethod": "single", "Language": "es-MX", "Mood": "calm"},
            {"robot_id": "b", "robot_name": "Budi", "mode": "Group"},
            {"id": 3, "name": "Chandra"},
            {"name": "no id"},
        ]}});
        let robots = decode_list(&data).unwrap();
        let seen: Vec<_> = robots
            .iter()
            .map(|robot| (robot.id.as_str(), robot.name.as_deref(), robot.method()))
            .collect();
        assert_eq!(
            seen,
            [
                ("a", Some("Ana"), Some(RobotMethod::Single)),
                ("b", Some("Budi"), Some(RobotMethod::Group)),
                ("3", Some("Chandra"), None),
            ]
        );
        assert_eq!(robots[0].language.as_deref(), Some("es-MX"));
        assert_eq!(robots[0].raw["Mood"], "calm");
    }

    #[test]
    fn fields_that_say_what_is_read_of_a_robot_are_not_further_ones() {
        let raw = json!({
            "RobotID": "a", "RobotName": "Ana", "RobotMethod": "single", "Language": "es-MX", "Voice": "Ana", "Lang": "es",
            "Variables": [{"Field": "ExtraA", "Name": "Oferta"}], "Steps": [{"Say": "Hola"}], "extra_b": "Fecha",
        });
        let names = |raw| -> Vec<String> {
            let further = Robot::further_fields(raw).into_iter();
            further.map(|(name, _)| name.clone()).collect()
        };
        assert_eq!(names(&raw), ["Lang", "Steps", "Voice"]);
        assert_eq!(
            names(&json!({"id": "a", "mode": "choir"})),
            ["mode"],
            "a mode nobody knows"
        );
    }

    #[test]
    fn a_list_that_is_not_there_is_not_an_empty_list() {
        assert_eq!(decode_list(&json!({"list": []})), Ok(vec![]));
        for data in [json!(null), json!({"total": 3}), json!([{"uuid": "x"}])] {
            assert!(
                matches!(decode_list(&data), Err(Error::Undecodable { .. })),
                "{data}"
            );
        }
    }

    #[test]
    fn variables_are_read_in_each_assumed_shape() {
        for robot_json in [
            json!({"Variables": [{"Field": "ExtraB", "Name": "Fecha"}, {"Field": "ExtraA", "Name": "Oferta"}]}),
            json!({"Variables": {"ExtraA": "Oferta", "ExtraB": "Fecha"}}),
            json!({"ExtraA": "Oferta", "ExtraB": "Fecha", "ExtraC": ""}),
            json!({"params": {"extra_a": {"label": "Oferta"}, "extra_b": {"label": "Fecha"}}}),
            json!({"vars": [{"name": "extra_a", "title": "Oferta"}, {"name": "extra_b", "title": "Fecha"}]}),
        ] {
            let read = variables(robot_json.as_object().unwrap());
            let read: Vec<_> = read
                .iter()
                .map(|variable| (variable.slot.as_str(), variable.name.as_str()))
                .collect();
            assert_eq!(
                read,
                [("ExtraA", "Oferta"), ("ExtraB", "Fecha")],
                "{robot_json}"
            );
        }
    }

    #[test]
    fn only_the_robot_asked_for_is_given() {
        for data in [
            json!({"RobotID": "a", "RobotName": "Ana", "Line": {"id": "z"}}),
            json!({"robot": {"id": "a", "name": "Ana"}}),
            json!([{"id": "b", "name": "Budi"}, {"id": "a", "name": "Ana"}]),
            json!({"RobotName": "Ana"}),
        ] {
            let robot = decode_one(&data, "a").unwrap();
            assert_eq!(
                (robot.id.as_str(), robot.name.as_deref()),
                ("a", Some("Ana")),
                "{data}"
            );
        }
        for data in [
            json!({"RobotID": "b", "RobotName": "Budi"}),
            json!(null),
            json!([]),
        ] {
            assert!(decode_one(&data, "a").is_err(), "{data}");
        }
    }

    #[test]
    fn the_details_path_may_place_the_id() {
        assert_eq!(detail_path("/r/detail", "a b"), "/r/detail?RobotID=a%20b");
        assert_eq!(
            detail_path("/r/detail?v=2", "a+b"),
            "/r/detail?v=2&RobotID=a%2Bb"
        );
        assert_eq!(detail_path("/r/{id}", "a/b"), "/r/a%2Fb");
    }
}
