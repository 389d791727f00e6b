//! Start and end of a call.

use std::fmt;

use jiff::Timestamp;
use serde_json::Value;

/// The form is believed from public clients (`YYYY-MM-DDThh:mm:ssZ`), so a time that is written in another way is kept as
/// it came.
#[derive(Clone, PartialEq, Eq)]
pub struct CallTime {
    /// The instant, where the text says it: RFC 3339 with an offset or `Z`, or seconds or milliseconds since 1970. A text
    /// without an offset says none, since nobody knows whose clock it is; nor does one before 2000 or after 2100, which
    /// stands for nothing in many a program.
    pub instant: Option<Timestamp>,
    /// What the provider wrote.
    pub text: String,
}

impl CallTime {
    /// Reads what a text says.
    pub fn of_text(text: &str) -> Self {
        let trimmed = text.trim();
        let instant = match trimmed.parse::<i64>() {
            Ok(count) => since_1970(count),
            Err(_) => trimmed.parse().ok(),
        };
        Self {
            instant: instant.filter(|it: &Timestamp| is_plausible(*it)),
            text: text.to_owned(),
        }
    }

    /// The same for a JSON value; nothing where it is neither a text nor a number, or is blank.
    pub(crate) fn of_value(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) if !text.trim().is_empty() => Some(Self::of_text(text)),
            Value::Number(number) => {
                let mut time = Self::of_text(&number.to_string());
                // Some programs write seconds with a fraction.
                if let (None, None, Some(seconds)) =
                    (time.instant, number.as_i64(), number.as_f64())
                {
                    time.instant = Timestamp::from_millisecond((seconds * 1000.0) as i64)
                        .ok()
                        .filter(|it| is_plausible(*it));
                }
                Some(time)
            }
            _ => None,
        }
    }
}

impl fmt::Debug for CallTime {
    // The text is the provider's: nobody knows what else it may hold.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CallTime")
            .field("instant", &self.instant)
            .finish_non_exhaustive()
    }
}

/// Seconds, or milliseconds where seconds would be thousands of years away.
fn since_1970(count: i64) -> Option<Timestamp> {
    if count < 100_000_000_000 {
        Timestamp::from_second(count).ok()
    } else {
        Timestamp::from_millisecond(count).ok()
    }
}

/// From 2000 to 2100.
fn is_plausible(instant: Timestamp) -> bool {
    (946_684_800..4_102_444_800).contains(&instant.as_second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_instant_is_read_where_the_text_says_it() {
        let wanted: Timestamp = "2026-01-02T03:04:05Z".parse().unwrap();
        for value in [
            json!("2026-01-02T03:04:05Z"),
            json!("2026-01-02t10:04:05+07:00"),
            json!(" 2026-01-02 03:04:05Z "),
            json!("2026-01-02T03:04:05.000Z"),
            json!(1_767_323_045),
            json!("1767323045"),
            json!(1_767_323_045_000_i64),
            json!(1_767_323_045.0),
        ] {
            let time = CallTime::of_value(&value).unwrap();
            assert_eq!(time.instant, Some(wanted), "{value}");
        }
    }

    #[test]
    fn what_says_no_instant_is_kept_as_it_came() {
        for text in [
            "2026-01-02 03:04:05",
            "2026-01-02T03:04:05",
            "02/01/2026 03:04",
            "just now",
            "--",
            "0001-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z",
            "0",
            "-5",
            "9223372036854775807",
        ] {
            let time = CallTime::of_value(&json!(text)).unwrap();
            assert_eq!((time.instant, time.text.as_str()), (None, text));
        }
        for number in [json!(1e300), json!(-1e300), json!(u64::MAX), json!(0.5)] {
            assert_eq!(CallTime::of_value(&number).unwrap().instant, None);
        }
        for nothing in [json!(null), json!(""), json!(" "), json!([1]), json!(true)] {
            assert_eq!(CallTime::of_value(&nothing), None);
        }
    }
}
