//! From the bytes of an answer to values, with errors that name a place and never quote what stands there.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::Error;

const NUL: char = '\0';

/// Decodes a whole body: the one way of an answer's texts into the program.
pub(crate) fn decode_body(bytes: &[u8]) -> Result<Value, Error> {
    let mut source = serde_json::Deserializer::from_slice(bytes);
    let mut value: Value =
        serde_path_to_error::deserialize(&mut source).map_err(|error| unreadable("", &error))?;
    source
        .end()
        .map_err(|error| Error::undecodable(".", error.to_string()))?;
    strip_nul(&mut value);
    Ok(value)
}

/// Takes U+0000 out of every text and key: JSON may carry it (RFC 8259, section 7), the `text` and `jsonb` of Postgres
/// may not, so that an answer with one could not be written down.
fn strip_nul(value: &mut Value) {
    match value {
        Value::String(text) => text.retain(|letter| letter != NUL),
        Value::Array(list) => list.iter_mut().for_each(strip_nul),
        Value::Object(object) => {
            if object.keys().any(|key| key.contains(NUL)) {
                let entries = std::mem::take(object).into_iter();
                *object = entries
                    .map(|(key, value)| (key.replace(NUL, ""), value))
                    .collect();
            }
            object.values_mut().for_each(strip_nul);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Decodes `data` into a type; an error names the place, such as `data.TaskID`.
pub(crate) fn decode_data<T: DeserializeOwned>(data: Value) -> Result<T, Error> {
    serde_path_to_error::deserialize(data).map_err(|error| unreadable("data", &error))
}

fn unreadable(prefix: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Error {
    let mut path = prefix.to_owned();
    for segment in error.path() {
        match segment {
            serde_path_to_error::Segment::Seq { index } => path.push_str(&format!("[{index}]")),
            serde_path_to_error::Segment::Map { key } => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&without_numbers(key));
            }
            _ => {}
        }
    }
    if path.is_empty() {
        path.push('.');
    }
    Error::Undecodable {
        path,
        problem: problem(error.inner()),
    }
}

/// A key that holds a long number may be a phone number. The key of an answer that breaks off was not stripped yet.
fn without_numbers(key: &str) -> String {
    let digits = key.chars().filter(char::is_ascii_digit).count();
    if digits > 4 {
        "*".to_owned()
    } else {
        key.replace(NUL, "")
    }
}

/// serde's message about a value quotes the value, which may be a number or a name: only what was expected is kept.
fn problem(error: &serde_json::Error) -> String {
    let message = error.to_string();
    if !error.is_data() {
        return message;
    }
    match message.rsplit_once(", expected ") {
        Some((_, expected)) => format!("expected {expected}"),
        None if message.starts_with("missing field `") => message,
        None => "not as expected".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn broken_json_is_named_by_path_and_never_quoted() {
        let Err(Error::Undecodable { path, problem }) =
            decode_body(br#"{"data":{"list":[{"a":1},{"a":+62812}]}}"#)
        else {
            panic!()
        };
        assert_eq!(path, "data.list[1].a");
        assert!(!problem.contains("62812"), "{problem}");
        #[derive(serde::Deserialize, Debug)]
        struct Wanted {
            #[serde(rename = "n")]
            _n: Vec<u8>,
        }
        let wrong = decode_data::<Wanted>(serde_json::json!({"n": [1, "+6281234567, expected x"]}))
            .unwrap_err();
        assert_eq!(wrong, Error::undecodable("data.n[1]", "expected u8"));
    }

    #[test]
    fn no_text_and_no_key_of_an_answer_holds_a_nul() {
        let body =
            br#"{"da\u0000ta":["a\u0000b",{"\u0000k\u0000":{"deep":"\u0000"}},7,null,true]}"#;
        assert_eq!(
            decode_body(body),
            Ok(json!({"data": ["ab", {"k": {"deep": ""}}, 7, null, true]}))
        );
        let Err(Error::Undecodable { path, .. }) = decode_body(br#"{"a\u0000":oops}"#) else {
            panic!()
        };
        assert_eq!(path, "a");
    }
}
