//! What else the provider tells of a robot, in words: nobody documents its fields, and most people have no use for their names.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use localization::{Message, Number};
use serde_json::{Map, Value};

use crate::messages::robot_facts as texts;

/// The fields of the answer beside what is shown of a robot anyway: a name and a text each.
pub(super) fn facts(raw: &Value, now: Timestamp, zone: &TimeZone) -> Vec<(Message, Message)> {
    airudder::Robot::further_fields(raw)
        .into_iter()
        .map(|(name, value)| (name_in_words(name), in_words(value, now, zone)))
        .collect()
}

/// What a name means that says little to people. Any other is AIRudder’s own, and the same in every language.
fn name_in_words(name: &str) -> Message {
    match name {
        "BargeIn" => texts::can_be_interrupted(),
        "UpdateTime" => texts::last_changed(),
        "CreateTime" => texts::created(),
        "AverageTalkTime" => texts::average_call(),
        "SilenceTimeoutSeconds" => texts::hangs_up_after_silence(),
        other => Message::verbatim(apart(other)),
    }
}

/// `SilenceTimeout` and `silence_timeout` become `Silence timeout`, `SIPCodec` becomes `SIP codec`.
fn apart(name: &str) -> String {
    let mut words = String::new();
    let mut before = ' ';
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends_acronym =
            before.is_uppercase() && letters.peek().is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && (before.is_lowercase() || ends_acronym) {
            words.push(' ');
        }
        let is_of_acronym = letters.peek().is_none_or(|next| next.is_uppercase());
        match letter {
            '_' | '-' => words.push(' '),
            letter if is_of_acronym => words.push(letter),
            letter => words.extend(letter.to_lowercase()),
        }
        before = letter;
    }
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn in_words(value: &Value, now: Timestamp, zone: &TimeZone) -> Message {
    match value {
        Value::String(text) => text.parse().map_or_else(
            |_| Message::verbatim(text),
            |at: Timestamp| leads::moment(at, now, zone).message(),
        ),
        Value::Null => Message::verbatim("–"),
        Value::Bool(true) => texts::yes(),
        Value::Bool(false) => texts::no(),
        Value::Array(items) => {
            let items = items.iter().map(|item| in_words(item, now, zone));
            let items = items.reduce(texts::and_item);
            items.unwrap_or_else(|| Message::verbatim(""))
        }
        // Another robot, of a group.
        Value::Object(fields) if fields.contains_key("RobotName") => {
            in_words(&fields["RobotName"], now, zone)
        }
        Value::Object(fields) => quantity(fields).unwrap_or_else(|| {
            let fields = fields
                .iter()
                .map(|(name, value)| texts::named(name_in_words(name), in_words(value, now, zone)));
            let fields = fields.reduce(|first, field| texts::and_field(field, first));
            fields.unwrap_or_else(|| Message::verbatim(""))
        }),
        // Nobody says what it is: a whole number may name something, as a caller ID does, and then has no groups.
        Value::Number(number) => match amount(number).filter(|_| number.is_f64()) {
            Some(amount) => texts::number(amount),
            None => Message::verbatim(number.to_string()),
        },
    }
}

/// The number with the digits behind its point; nothing where it is written with an exponent.
fn amount(number: &serde_json::Number) -> Option<Number> {
    let digits = number.to_string();
    let fraction_digits = digits.split_once('.').map_or(0, |(_, digits)| digits.len());
    let value = number.as_f64().filter(|_| !digits.contains('e'))?;
    Some(Number::decimal(value, fraction_digits))
}

/// `{"Unit": "second", "Value": 43}` is `43 seconds`. A unit that nobody has met yet stays as AIRudder writes it.
fn quantity(fields: &Map<String, Value>) -> Option<Message> {
    let (unit, value) = (
        fields.get("Unit")?.as_str()?,
        amount(fields.get("Value")?.as_number()?)?,
    );
    let words = match unit {
        "second" | "seconds" => texts::seconds(value),
        "minute" | "minutes" => texts::minutes(value),
        unit => texts::quantity(unit, value),
    };
    (fields.len() == 2).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use localization::Language;
    use serde_json::json;

    #[test]
    fn fields_that_nobody_documents_are_told_in_words() {
        let raw = json!({
            "RobotID": "a", "RobotName": "Ana", "BargeIn": true, "UpdateTime": "2024-06-20T02:18:37Z", "SIPCodec": "PCMA",
            "AverageTalkTime": {"Unit": "second", "Value": 43}, "MaxCallLength": 1, "member_names": ["A", "B"],
            "Members": [{"RobotID": "b", "RobotName": "Budi"}], "CallerID": 7,
            "Window": {"OpensAt": "09:00", "Days": null},
        });
        let now = "2026-11-27T12:00:00Z".parse().expect("a moment");
        let zone = TimeZone::get("Asia/Jakarta").expect("a zone");
        let told = facts(&raw, now, &zone);
        let in_language = |language| {
            let told = told.iter();
            let told = told.map(|(name, text)| (name.text(language), text.text(language)));
            told.collect::<Vec<_>>()
        };
        let english = in_language(Language::English);
        let english: Vec<(&str, &str)> = english
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        assert_eq!(
            english,
            [
                ("Average call", "43 seconds"),
                ("Can be interrupted", "Yes"),
                ("Caller ID", "7"),
                ("Max call length", "1"),
                ("Members", "Budi"),
                ("SIP codec", "PCMA"),
                ("Last changed", "20 Jun 2024, 09:18"),
                ("Window", "Days: –; Opens at: 09:00"),
                ("Member names", "A, B"),
            ]
        );
        let chinese = in_language(Language::Chinese);
        assert_eq!(chinese[0], ("平均通话时长".to_owned(), "43 秒".to_owned()));
        assert_eq!(chinese[7].1, "Days：–；Opens at：09:00");
    }

    #[test]
    fn an_amount_is_written_as_the_language_does_and_what_may_be_a_name_is_not() {
        let told = |value: Value| {
            let now = "2026-11-27T12:00:00Z".parse().expect("a moment");
            let words = in_words(&value, now, &TimeZone::UTC);
            [Language::English, Language::Indonesian].map(|language| words.text(language))
        };
        assert_eq!(told(json!(0.75)), ["0.75", "0,75"]);
        assert_eq!(told(json!(62_812_335_088_u64)), ["62812335088"; 2]);
        let huge = json!(1e300);
        assert_eq!(told(huge.clone()), [huge.to_string(), huge.to_string()]);
        let quantity = |value: Value, unit: &str| told(json!({"Unit": unit, "Value": value}));
        assert_eq!(quantity(json!(1200), "word"), ["1,200 word", "1.200 word"]);
        assert_eq!(quantity(json!(1.5), "second"), ["1.5 seconds", "1,5 detik"]);
    }
}
