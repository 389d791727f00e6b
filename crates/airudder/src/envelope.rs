//! The envelope `{"data":…,"status":"OK","code":200}` and what a status and a body `code` mean together.

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::lenient::text;
use crate::retry_after::retry_after;
use crate::{Error, UnknownReason};

/// Longest text of the provider that is kept, in characters.
const WORDS_LIMIT: usize = 500;

/// A whole answer as it came.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// The `data` of an answer that says yes, or what kind of no it is.
///
/// The documentation knows success as HTTP 200 with body `code` 200, and failure as HTTP 200 with another `code`. What a
/// failing body looks like beyond that is assumed: the text may stand in `message`, `msg` or `status`.
pub(crate) fn judge(answer: &Answer) -> Result<Value, Error> {
    if answer.status.is_success() {
        judge_body(answer)
    } else {
        Err(judge_status(answer))
    }
}

fn judge_status(answer: &Answer) -> Error {
    let status = answer.status;
    let body = serde_json::from_slice::<Map<String, Value>>(&answer.body).unwrap_or_default();
    match status.as_u16() {
        429 => Error::RateLimited {
            retry_after: retry_after(&answer.headers),
        },
        408 => Error::Unknown {
            reason: UnknownReason::Status { status: 408 },
            message: words(&body),
        },
        // The token renewal looks for this code, whatever finer one the body has.
        401 => Error::Refused {
            code: 401,
            message: words_or_status(&body, status),
        },
        number @ 400..=499 => Error::Refused {
            code: code(&body)
                .filter(|code| *code != 200)
                .unwrap_or(number.into()),
            message: words_or_status(&body, status),
        },
        number => Error::Unknown {
            reason: UnknownReason::Status { status: number },
            message: words(&body),
        },
    }
}

fn judge_body(answer: &Answer) -> Result<Value, Error> {
    let mut body: Map<String, Value> = match decode_slice(&answer.body)? {
        Value::Object(body) => body,
        _ => return Err(Error::undecodable(".", "expected an object")),
    };
    let said_ok = body
        .get("status")
        .and_then(Value::as_str)
        .is_some_and(|status| status.eq_ignore_ascii_case("OK"));
    match code(&body) {
        Some(200) => {}
        None if said_ok && body.get("code").is_none_or(Value::is_null) => {}
        None => {
            return Err(Error::undecodable(
                "code",
                "expected 200 or the code of a failure",
            ));
        }
        Some(429) => {
            return Err(Error::RateLimited {
                retry_after: retry_after(&answer.headers),
            });
        }
        Some(code @ (408 | 500..=599)) => {
            return Err(Error::Unknown {
                reason: UnknownReason::Code { code },
                message: words(&body),
            });
        }
        Some(code) => {
            let message = match words(&body) {
                words if words.is_empty() => format!("code {code}"),
                words => words,
            };
            return Err(Error::Refused { code, message });
        }
    }
    Ok(body.remove("data").unwrap_or(Value::Null))
}

/// The body's `code`: a whole number, or a text that is one.
fn code(body: &Map<String, Value>) -> Option<i64> {
    match body.get("code")? {
        Value::Number(number) => number.as_i64(),
        Value::String(digits) => digits.trim().parse().ok(),
        _ => None,
    }
}

fn words(body: &Map<String, Value>) -> String {
    let said = ["message", "msg", "status"]
        .iter()
        .filter_map(|key| body.get(*key).and_then(text))
        .find(|words| !words.eq_ignore_ascii_case("OK"))
        .unwrap_or_default();
    said.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .take(WORDS_LIMIT)
        .collect()
}

fn words_or_status(body: &Map<String, Value>, status: StatusCode) -> String {
    match words(body) {
        words if words.is_empty() => format!("HTTP {status}"),
        words => words,
    }
}

fn decode_slice(bytes: &[u8]) -> Result<Value, Error> {
    let mut source = serde_json::Deserializer::from_slice(bytes);
    let value =
        serde_path_to_error::deserialize(&mut source).map_err(|error| unreadable("", &error))?;
    source
        .end()
        .map_err(|error| Error::undecodable(".", error.to_string()))?;
    Ok(value)
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

/// A key that holds a long number may be a phone number.
fn without_numbers(key: &str) -> String {
    let digits = key.chars().filter(char::is_ascii_digit).count();
    if digits > 4 {
        "*".to_owned()
    } else {
        key.to_owned()
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

    fn judged(status: u16, body: &str) -> Result<Value, Error> {
        let status = StatusCode::from_u16(status).unwrap();
        judge(&Answer {
            status,
            headers: HeaderMap::new(),
            body: body.as_bytes().to_vec(),
        })
    }

    #[test]
    fn success_gives_the_data() {
        assert_eq!(
            judged(200, r#"{"data":[1],"status":"OK","code":200}"#),
            Ok(serde_json::json!([1]))
        );
        assert_eq!(
            judged(200, r#"{"status":"OK","code":200}"#),
            Ok(Value::Null)
        );
        assert_eq!(
            judged(200, r#"{"data":1,"code":"200"}"#),
            Ok(serde_json::json!(1))
        );
        assert_eq!(
            judged(200, r#"{"data":1,"status":"ok"}"#),
            Ok(serde_json::json!(1))
        );
    }

    #[test]
    fn the_words_are_found_in_message_msg_or_status() {
        for body in [
            r#"{"code":403,"message":"no","msg":"other"}"#,
            r#"{"code":403,"message":"","msg":"no","status":"FAIL"}"#,
            r#"{"code":403,"status":"no"}"#,
            r#"{"code":403,"status":"no","message":{"a":1}}"#,
        ] {
            assert_eq!(
                judged(200, body),
                Err(Error::Refused {
                    code: 403,
                    message: "no".into()
                }),
                "{body}"
            );
        }
    }

    #[test]
    fn a_failure_without_words_is_still_a_refusal() {
        let refused = Error::Refused {
            code: 7,
            message: "code 7".into(),
        };
        assert_eq!(judged(200, r#"{"code":7,"status":"OK"}"#), Err(refused));
    }

    #[test]
    fn an_answer_that_says_neither_yes_nor_no_is_undecodable() {
        for body in [
            r#"{"data":{}}"#,
            r#"{"data":{},"status":"FAIL"}"#,
            r#"{"code":true,"status":"OK"}"#,
        ] {
            let Err(Error::Undecodable { path, .. }) = judged(200, body) else {
                panic!("{body}")
            };
            assert_eq!(path, "code");
        }
        assert!(matches!(judged(200, "[]"), Err(Error::Undecodable { .. })));
        assert!(matches!(judged(200, ""), Err(Error::Undecodable { .. })));
    }

    #[test]
    fn a_client_error_is_a_refusal_whatever_its_body() {
        assert_eq!(
            judged(400, "<html>"),
            Err(Error::Refused {
                code: 400,
                message: "HTTP 400 Bad Request".into()
            })
        );
        assert_eq!(
            judged(403, r#"{"code":40301,"msg":"no"}"#),
            Err(Error::Refused {
                code: 40301,
                message: "no".into()
            })
        );
        assert_eq!(
            judged(403, r#"{"code":200,"msg":"no"}"#),
            Err(Error::Refused {
                code: 403,
                message: "no".into()
            })
        );
        assert_eq!(
            judged(401, r#"{"code":40101,"msg":"no"}"#),
            Err(Error::Refused {
                code: 401,
                message: "no".into()
            })
        );
    }

    #[test]
    fn a_status_or_code_that_proves_nothing_is_unknown() {
        for status in [301, 303, 307, 408, 500, 502, 503, 504, 520] {
            let Err(Error::Unknown { reason, .. }) = judged(status, r#"{"code":400}"#) else {
                panic!("{status}")
            };
            assert_eq!(reason, UnknownReason::Status { status });
        }
        for code in [408, 500, 504] {
            let body = format!(r#"{{"code":{code},"message":"busy"}}"#);
            let unknown = Error::Unknown {
                reason: UnknownReason::Code { code },
                message: "busy".into(),
            };
            assert_eq!(judged(200, &body), Err(unknown));
        }
    }

    #[test]
    fn a_limit_in_the_status_or_in_the_body_is_the_same() {
        assert_eq!(
            judged(429, "slow down"),
            Err(Error::RateLimited { retry_after: None })
        );
        assert_eq!(
            judged(200, r#"{"code":429}"#),
            Err(Error::RateLimited { retry_after: None })
        );
    }

    #[test]
    fn broken_json_is_named_by_path_and_never_quoted() {
        let Err(Error::Undecodable { path, problem }) =
            judged(200, r#"{"data":{"list":[{"a":1},{"a":+62812}]}}"#)
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
}
