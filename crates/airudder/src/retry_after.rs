//! How long the provider asks to wait.

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

/// `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date. A date is measured against the answer's own `Date`, so
/// that the provider's clock is compared with itself and ours does not matter.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = date(headers, RETRY_AFTER)?;
    let sent = date(headers, DATE)?;
    Some(Duration::try_from(until.duration_since(sent)).unwrap_or(Duration::ZERO))
}

fn date(headers: &HeaderMap, name: HeaderName) -> Option<Timestamp> {
    DateTimeParser::new()
        .parse_timestamp(headers.get(name)?.to_str().ok()?.trim())
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(pairs: &[(HeaderName, &str)]) -> Option<Duration> {
        let headers = pairs
            .iter()
            .map(|(name, value)| (name.clone(), value.parse().unwrap()))
            .collect();
        retry_after(&headers)
    }

    #[test]
    fn seconds_are_taken_as_they_are() {
        assert_eq!(wait(&[(RETRY_AFTER, "17")]), Some(Duration::from_secs(17)));
    }

    #[test]
    fn a_date_is_measured_from_the_date_of_the_answer() {
        let date = (DATE, "Fri, 31 Dec 1999 23:59:29 GMT");
        assert_eq!(
            wait(&[(RETRY_AFTER, "Fri, 31 Dec 1999 23:59:59 GMT"), date.clone()]),
            Some(Duration::from_secs(30))
        );
        assert_eq!(
            wait(&[(RETRY_AFTER, "Fri, 31 Dec 1999 23:00:00 GMT"), date]),
            Some(Duration::ZERO)
        );
    }

    #[test]
    fn nothing_is_made_up() {
        assert_eq!(wait(&[]), None);
        assert_eq!(wait(&[(RETRY_AFTER, "soon")]), None);
        assert_eq!(
            wait(&[(RETRY_AFTER, "Fri, 31 Dec 1999 23:59:59 GMT")]),
            None
        );
    }
}
