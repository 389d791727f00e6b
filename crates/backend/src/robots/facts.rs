//! What else the provider tells of a robot, in words: nobody documents its fields, and most people have no use for their names.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

/// Names that say little to people, and what they mean.
const IN_WORDS: [(&str, &str); 5] = [
    ("BargeIn", "Can be interrupted"),
    ("UpdateTime", "Last changed"),
    ("CreateTime", "Created"),
    ("AverageTalkTime", "Average call"),
    ("SilenceTimeoutSeconds", "Hangs up after silence (seconds)"),
];

/// The fields of the answer beside what is shown of a robot anyway: a name and a text each.
pub(super) fn facts(raw: &Value, now: Timestamp, zone: &TimeZone) -> Vec<(String, String)> {
    airudder::Robot::further_fields(raw)
        .into_iter()
        .map(|(name, value)| (name_in_words(name), in_words(value, now, zone)))
        .collect()
}

/// `SilenceTimeout` and `silence_timeout` become `Silence timeout`, `SIPCodec` becomes `SIP codec`.
fn name_in_words(name: &str) -> String {
    if let Some((_, words)) = IN_WORDS.iter().find(|(known, _)| *known == name) {
        return (*words).to_owned();
    }
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

fn in_words(value: &Value, now: Timestamp, zone: &TimeZone) -> String {
    match value {
        Value::String(text) => text.parse().map_or_else(
            |_| text.clone(),
            |at: Timestamp| leads::moment(at, now, zone).message().to_string(),
        ),
        Value::Null => "–".to_owned(),
        Value::Bool(true) => "Yes".to_owned(),
        Value::Bool(false) => "No".to_owned(),
        Value::Array(items) => {
            let items = items.iter().map(|item| in_words(item, now, zone));
            items.collect::<Vec<_>>().join(", ")
        }
        // Another robot, of a group.
        Value::Object(fields) if fields.contains_key("RobotName") => {
            in_words(&fields["RobotName"], now, zone)
        }
        Value::Object(fields) => quantity(fields).unwrap_or_else(|| {
            let fields = fields.iter().map(|(name, value)| {
                format!("{}: {}", name_in_words(name), in_words(value, now, zone))
            });
            fields.collect::<Vec<_>>().join("; ")
        }),
        Value::Number(number) => number.to_string(),
    }
}

/// `{"Unit": "second", "Value": 43}` is `43 seconds`.
fn quantity(fields: &Map<String, Value>) -> Option<String> {
    let (unit, value) = (
        fields.get("Unit")?.as_str()?,
        fields.get("Value")?.as_i64()?,
    );
    let s = if value == 1 || unit.ends_with('s') {
        ""
    } else {
        "s"
    };
    (fields.len() == 2).then(|| format!("{value} {unit}{s}"))
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let told: Vec<(&str, &str)> = told
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        assert_eq!(
            told,
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
    }
}
