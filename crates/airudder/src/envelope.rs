//! The envelope `{"data":…,"status":"OK","code":200}` and what a status and a body `code` mean together.

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde_json::{Map, Value};

use crate::decode::decode_body;
use crate::lenient::text;
use crate::retry_after::retry_after;
use crate::{Error, UnknownReason};

/// Longest text of the provider that is kept, in characters.
const WORDS_LIMIT: usize = 500;

/// A whole answer as it came.
pub(crate) struct RawResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// An answer that says no, with the `data` that came with it (null where there is none).
pub(crate) struct No {
    pub(crate) error: Error,
    pub(crate) data: Value,
}

impl From<Error> for No {
    fn from(error: Error) -> Self {
        Self {
            error,
            data: Value::Null,
        }
    }
}

/// The `data` of an answer that says yes, or what kind of no it is.
///
/// The documentation knows success as HTTP 200 with body `code` 200, and failure as HTTP 200 with another `code`. What a
/// failing body looks like beyond that is assumed: the text may stand in `message`, `msg` or `status`.
pub(crate) fn validate(answer: &RawResponse) -> Result<Value, No> {
    if answer.status.is_success() {
        parse_body(answer)
    } else {
        let mut body = match decode_body(&answer.body) {
            Ok(Value::Object(body)) => body,
            _ => Map::new(),
        };
        Err(No {
            error: error_of_status(answer, &body),
            data: take_data(&mut body),
        })
    }
}

fn error_of_status(answer: &RawResponse, body: &Map<String, Value>) -> Error {
    let status = answer.status;
    match status.as_u16() {
        429 => Error::RateLimited {
            retry_after: retry_after(&answer.headers),
        },
        408 => Error::Unknown {
            reason: UnknownReason::Status { status: 408 },
            message: words(body),
        },
        // The token renewal looks for this code, whatever finer one the body has.
        401 => Error::Refused {
            code: 401,
            message: words_or_status(body, status),
        },
        number @ 400..=499 => Error::Refused {
            code: code(body)
                .filter(|code| *code != 200)
                .unwrap_or(number.into()),
            message: words_or_status(body, status),
        },
        number => Error::Unknown {
            reason: UnknownReason::Status { status: number },
            message: words(body),
        },
    }
}

fn parse_body(answer: &RawResponse) -> Result<Value, No> {
    let mut body = match decode_body(&answer.body)? {
        Value::Object(body) => body,
        _ => return Err(Error::undecodable(".", "expected an object").into()),
    };
    let said_ok = body
        .get("status")
        .and_then(Value::as_str)
        .is_some_and(|status| status.eq_ignore_ascii_case("OK"));
    let error = match code(&body) {
        Some(200) => return Ok(take_data(&mut body)),
        None if said_ok && body.get("code").is_none_or(Value::is_null) => {
            return Ok(take_data(&mut body));
        }
        None => Error::undecodable("code", "expected 200 or the code of a failure"),
        Some(429) => Error::RateLimited {
            retry_after: retry_after(&answer.headers),
        },
        Some(code @ (408 | 500..=599)) => Error::Unknown {
            reason: UnknownReason::Code { code },
            message: words(&body),
        },
        Some(code) => {
            let message = match words(&body) {
                words if words.is_empty() => format!("code {code}"),
                words => words,
            };
            Error::Refused { code, message }
        }
    };
    Err(No {
        error,
        data: take_data(&mut body),
    })
}

fn take_data(body: &mut Map<String, Value>) -> Value {
    body.remove("data").unwrap_or(Value::Null)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn validated(status: u16, body: &str) -> Result<Value, Error> {
        let status = StatusCode::from_u16(status).unwrap();
        validate(&RawResponse {
            status,
            headers: HeaderMap::new(),
            body: body.as_bytes().to_vec(),
        })
        .map_err(|no| no.error)
    }

    #[test]
    fn success_gives_the_data() {
        assert_eq!(
            validated(200, r#"{"data":[1],"status":"OK","code":200}"#),
            Ok(serde_json::json!([1]))
        );
        assert_eq!(
            validated(200, r#"{"status":"OK","code":200}"#),
            Ok(Value::Null)
        );
        assert_eq!(
            validated(200, r#"{"data":1,"code":"200"}"#),
            Ok(serde_json::json!(1))
        );
        assert_eq!(
            validated(200, r#"{"data":1,"status":"ok"}"#),
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
                validated(200, body),
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
        assert_eq!(validated(200, r#"{"code":7,"status":"OK"}"#), Err(refused));
    }

    #[test]
    fn an_answer_that_says_neither_yes_nor_no_is_undecodable() {
        for body in [
            r#"{"data":{}}"#,
            r#"{"data":{},"status":"FAIL"}"#,
            r#"{"code":true,"status":"OK"}"#,
        ] {
            let Err(Error::Undecodable { path, .. }) = validated(200, body) else {
                panic!("{body}")
            };
            assert_eq!(path, "code");
        }
        assert!(matches!(
            validated(200, "[]"),
            Err(Error::Undecodable { .. })
        ));
        assert!(matches!(validated(200, ""), Err(Error::Undecodable { .. })));
    }

    #[test]
    fn a_client_error_is_a_refusal_whatever_its_body() {
        assert_eq!(
            validated(400, "<html>"),
            Err(Error::Refused {
                code: 400,
                message: "HTTP 400 Bad Request".into()
            })
        );
        assert_eq!(
            validated(403, r#"{"code":40301,"msg":"no"}"#),
            Err(Error::Refused {
                code: 40301,
                message: "no".into()
            })
        );
        assert_eq!(
            validated(403, r#"{"code":200,"msg":"no"}"#),
            Err(Error::Refused {
                code: 403,
                message: "no".into()
            })
        );
        assert_eq!(
            validated(401, r#"{"code":40101,"msg":"no"}"#),
            Err(Error::Refused {
                code: 401,
                message: "no".into()
            })
        );
    }

    #[test]
    fn a_status_or_code_that_proves_nothing_is_unknown() {
        for status in [301, 303, 307, 408, 500, 502, 503, 504, 520] {
            let Err(Error::Unknown { reason, .. }) = validated(status, r#"{"code":400}"#) else {
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
            assert_eq!(validated(200, &body), Err(unknown));
        }
    }

    #[test]
    fn a_limit_in_the_status_or_in_the_body_is_the_same() {
        assert_eq!(
            validated(429, "slow down"),
            Err(Error::RateLimited { retry_after: None })
        );
        assert_eq!(
            validated(200, r#"{"code":429}"#),
            Err(Error::RateLimited { retry_after: None })
        );
    }
}
