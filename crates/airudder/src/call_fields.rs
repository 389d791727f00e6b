//! Taking the fields of a call one by one, so that what nobody knows is left over.

use std::io;

use serde_json::Value;

use crate::lenient::{Object, same_key, text};
use crate::{Call, CallTime};

/// Usual names of the field that holds the number dialled; none is documented.
const CALLEE_KEYS: [&str; 8] = [
    "CalleeNumber",
    "Callee",
    "Mobile",
    "PhoneNumber",
    "CalledNumber",
    "CallNumber",
    "Phone",
    "Number",
];

/// Parts of names of fields that hold something like a number which is not the number dialled: times, and the line that
/// calls.
const OTHER_WORDS: [&str; 10] = [
    "time", "date", "duration", "caller", "from", "line", "trunk", "source", "agent", "transfer",
];

/// Whole names of the same kind, and ends of names.
const OTHER_NAMES: [&str; 3] = ["ani", "cli", "did"];
const OTHER_ENDS: [&str; 2] = ["id", "at"];

/// 2015 and 2040 in seconds since 1970: a number without `+` in between may be the time of a call.
const CALL_SECONDS: std::ops::Range<u64> = 1_420_070_400..2_208_988_800;

/// What is left of a call's fields.
pub(crate) struct Fields<'a> {
    left: Vec<(&'a str, &'a Value)>,
}

impl<'a> Fields<'a> {
    pub(crate) fn of(entry: &'a Object) -> Self {
        let left = entry.iter().map(|(key, value)| (key.as_str(), value));
        Self {
            left: left.collect(),
        }
    }

    /// Takes the first field of that name, in any spelling, from which something can be read.
    fn take<T>(&mut self, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let (place, found) = self
            .left
            .iter()
            .enumerate()
            .filter(|(_, (key, _))| same_key(key, name))
            .find_map(|(place, (_, value))| Some((place, read(value)?)))?;
        self.left.remove(place);
        Some(found)
    }

    pub(crate) fn take_text(&mut self, name: &str) -> Option<String> {
        self.take(name, |value| text(value).map(bounded))
    }

    pub(crate) fn take_time(&mut self, name: &str) -> Option<CallTime> {
        self.take(name, |value| {
            let mut time = CallTime::of_value(value)?;
            time.text = bounded(time.text);
            Some(time)
        })
    }

    /// Takes the number dialled: see [`Call::callee`].
    pub(crate) fn take_number(&mut self) -> Option<String> {
        let usual = |value: &Value| text(value).filter(|text| is_phone_number(text));
        CALLEE_KEYS
            .iter()
            .find_map(|name| self.take(name, usual))
            .or_else(|| self.take_number_elsewhere())
    }

    fn take_number_elsewhere(&mut self) -> Option<String> {
        let found: Vec<(usize, String)> = self
            .left
            .iter()
            .enumerate()
            .filter(|(_, (key, _))| may_name_number(key))
            .filter_map(|(place, (_, value))| Some((place, text(value)?)))
            .filter(|(_, text)| is_phone_number(text) && !may_be_time(text))
            .collect();
        let (place, number) = found.first()?;
        let is_same = |(_, other): &(usize, String)| digits(other).eq(digits(number));
        if !found.iter().all(is_same) {
            return None;
        }
        self.left.remove(*place);
        Some(number.clone())
    }

    /// The fields that nobody took: see [`Call::other`].
    pub(crate) fn rest(self) -> Vec<(String, String)> {
        let told = |value: &Value| match value {
            Value::Null => None,
            Value::String(_) | Value::Number(_) => text(value).map(bounded),
            value => Some(compact(value)),
        };
        self.left
            .into_iter()
            .filter_map(|(key, value)| Some((bounded(key.to_owned()), told(value)?)))
            .take(Call::OTHER_LIMIT)
            .collect()
    }
}

/// Optional `+`, 8 to 15 digits (the most of ITU-T E.164), and nothing else but blanks and hyphens between them.
fn is_phone_number(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_prefix('+').unwrap_or(text);
    let is_digit = |letter: char| letter.is_ascii_digit();
    text.starts_with(is_digit)
        && text.ends_with(is_digit)
        && text
            .chars()
            .all(|letter| is_digit(letter) || matches!(letter, ' ' | '-'))
        && (8..=15).contains(&digits(text).count())
}

fn digits(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(char::is_ascii_digit)
}

/// Whether a field of that name may hold the number dialled.
fn may_name_number(key: &str) -> bool {
    let key = key.to_lowercase();
    !OTHER_WORDS.iter().any(|word| key.contains(word))
        && !OTHER_NAMES.contains(&key.as_str())
        && !OTHER_ENDS.iter().any(|end| key.ends_with(end))
}

/// Whether digits without a `+` may be a date (`20260102`, with the time behind it), or seconds or milliseconds since 1970.
fn may_be_time(text: &str) -> bool {
    if text.trim().starts_with('+') {
        return false;
    }
    let digits: String = digits(text).collect();
    let two = |start: usize| digits.get(start..start + 2)?.parse::<u32>().ok();
    let is_date = matches!(digits.len(), 8 | 10 | 12 | 14)
        && matches!(two(0), Some(19 | 20))
        && matches!(two(4), Some(1..=12))
        && matches!(two(6), Some(1..=31));
    let is_count = digits.parse::<u64>().is_ok_and(|count| {
        CALL_SECONDS.contains(&count)
            || (digits.len() == 13 && CALL_SECONDS.contains(&(count / 1000)))
    });
    is_date || is_count
}

/// The first [`Call::TEXT_LIMIT`] characters.
fn bounded(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(Call::TEXT_LIMIT) {
        text.truncate(end);
    }
    text
}

/// As much of the JSON of `value` as is kept; the rest is not written at all.
fn compact(value: &Value) -> String {
    let mut start = Start(Vec::new());
    // The error says that there is more, which is left out.
    let _ = serde_json::to_writer(&mut start, value);
    let valid = match std::str::from_utf8(&start.0) {
        Ok(text) => text.len(),
        Err(cut) => cut.valid_up_to(),
    };
    start.0.truncate(valid);
    bounded(String::from_utf8(start.0).unwrap_or_default())
}

/// Takes as many bytes as the longest text can have.
struct Start(Vec<u8>);

impl io::Write for Start {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = 4 * Call::TEXT_LIMIT - self.0.len();
        if room == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        let taken = bytes.len().min(room);
        self.0.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn number(entry: Value) -> Option<String> {
        Fields::of(entry.as_object().unwrap()).take_number()
    }

    #[test]
    fn the_number_is_found_under_usual_names_first() {
        for (entry, wanted) in [
            (
                json!({"callee_number": "+62 812-3456-7890", "Dest": "+639059000011"}),
                "+62 812-3456-7890",
            ),
            (json!({"Mobile": 6281234567890_u64}), "6281234567890"),
            // A place in the list is no number.
            (
                json!({"Number": 3, "Dest": "6281234567890"}),
                "6281234567890",
            ),
            (
                json!({"Phone": "Siti", "Called": "+6281234567890"}),
                "+6281234567890",
            ),
        ] {
            assert_eq!(number(entry.clone()).as_deref(), Some(wanted), "{entry}");
        }
    }

    #[test]
    fn elsewhere_only_what_is_a_number_and_nothing_else_is_one() {
        for entry in [
            json!({"Dest": "+628123", "Other": "+6281234567890123"}),
            json!({"Dest": "+6281234567890 ext 3"}),
            json!({"Dest": "6281234567890.5"}),
            json!({"Dest": "-6281234567890"}),
            json!({"Trace": "20260102030405", "Day": "2026-01-02", "Short": "20260102"}),
            json!({"Began": 1_767_323_045, "Stopped": 1_767_323_045_123_u64, "Text": "1767323045"}),
            json!({"CallID": "628123456789", "CreatedAt": "628123456789", "ring_time": "6281234567"}),
            json!({"Trace": "0123456789abcdef0123456789abcdef", "Hash": "01234567890123456789012345678901"}),
            json!({"CallerNumber": "+6281234567890", "SIPLine": "+6281234567891", "ANI": "+6281234567892"}),
            json!({"Dest": "+6281234567890", "Target": "+6281234567891"}),
            json!({"Dest": ["+6281234567890"]}),
        ] {
            assert_eq!(number(entry.clone()), None, "{entry}");
        }
        let twice = json!({"Dest": "6281234567890", "Target": "+62 812 3456 7890"});
        assert_eq!(number(twice).as_deref(), Some("6281234567890"));
    }

    #[test]
    fn a_number_that_is_taken_is_not_left_over() {
        let entry = json!({"Dest": "6281234567890", "Comments": "+639059000011", "X": "+"});
        let mut fields = Fields::of(entry.as_object().unwrap());
        assert_eq!(
            fields.take_text("Comments").as_deref(),
            Some("+639059000011")
        );
        assert_eq!(fields.take_number().as_deref(), Some("6281234567890"));
        assert_eq!(fields.rest(), [("X".to_owned(), "+".to_owned())]);
    }
}
