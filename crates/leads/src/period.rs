//! The days of which tasks are listed, chosen by a word of the address.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use localization::{DayStyle, Message};

use crate::messages::choices;

/// So many months are offered, this one included.
const MONTHS: i32 = 12;

/// From the first moment on, up to the second and without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first moment.
    pub since: Timestamp,
    /// The first one that does not belong to it.
    pub until: Timestamp,
}

impl Period {
    /// The period that a key of [`periods`] stands for, by days of the zone; `None` for all time, which any other text means.
    pub fn of_key(key: &str, now: Timestamp, zone: &TimeZone) -> Option<Period> {
        let today = zone.to_datetime(now).date();
        let tomorrow = today.tomorrow().ok()?;
        let (first, end) = match key {
            "today" => (today, tomorrow),
            "7-days" => (today.checked_sub(6.days()).ok()?, tomorrow),
            "30-days" => (today.checked_sub(29.days()).ok()?, tomorrow),
            month => {
                let first: Date = format!("{month}-01").parse().ok()?;
                (first, first.checked_add(1.month()).ok()?)
            }
        };
        let starts = |day: Date| Some(day.to_zoned(zone.clone()).ok()?.timestamp());
        Some(Period {
            since: starts(first)?,
            until: starts(end)?,
        })
    }
}

/// The periods that can be chosen: key and label, the shortest first, then months, the newest first.
pub fn periods(now: Timestamp, zone: &TimeZone) -> Vec<(String, Message)> {
    let today = zone.to_datetime(now).date();
    let days = [
        ("today", choices::today()),
        ("7-days", choices::last_days(7)),
        ("30-days", choices::last_days(30)),
    ];
    let months = (0..MONTHS).filter_map(|back| {
        let month = today.first_of_month().checked_sub(back.months()).ok()?;
        let key = month.strftime("%Y-%m").to_string();
        Some((key, Message::day(month, DayStyle::Month)))
    });
    let days = days.map(|(key, label)| (key.to_owned(), label));
    days.into_iter().chain(months).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-27T03:00:00Z";

    fn period(key: &str, zone: &str) -> Option<(String, String)> {
        let zone = TimeZone::get(zone).expect("an IANA name");
        let period = Period::of_key(key, NOW.parse().expect("RFC 3339"), &zone)?;
        Some((period.since.to_string(), period.until.to_string()))
    }

    #[test]
    fn days_are_those_of_the_zone() {
        let between = |since: &str, until: &str| Some((since.to_owned(), until.to_owned()));
        // In Mexico it is still the evening before.
        for (key, zone, since, until) in [
            (
                "today",
                "Asia/Manila",
                "2026-11-26T16:00:00Z",
                "2026-11-27T16:00:00Z",
            ),
            (
                "today",
                "America/Mexico_City",
                "2026-11-26T06:00:00Z",
                "2026-11-27T06:00:00Z",
            ),
            (
                "7-days",
                "Asia/Kolkata",
                "2026-11-20T18:30:00Z",
                "2026-11-27T18:30:00Z",
            ),
            (
                "30-days",
                "UTC",
                "2026-10-29T00:00:00Z",
                "2026-11-28T00:00:00Z",
            ),
            (
                "2026-11",
                "America/Tijuana",
                "2026-11-01T07:00:00Z",
                "2026-12-01T08:00:00Z",
            ),
            (
                "2025-12",
                "UTC",
                "2025-12-01T00:00:00Z",
                "2026-01-01T00:00:00Z",
            ),
        ] {
            assert_eq!(period(key, zone), between(since, until), "{key} {zone}");
        }
    }

    #[test]
    fn any_other_text_means_all_time() {
        for key in [
            "",
            "yesterday",
            "2026",
            "2026-13",
            "2026-11-27",
            "9999-12",
            "-1-days",
        ] {
            assert_eq!(period(key, "UTC"), None, "{key}");
        }
    }

    #[test]
    fn every_period_that_is_offered_is_understood() {
        let (now, zone) = (NOW.parse().expect("RFC 3339"), TimeZone::UTC);
        let offered = periods(now, &zone);
        assert_eq!(offered.len(), 15);
        let (key, label) = &offered[3];
        assert_eq!(
            (key.as_str(), label.to_string().as_str()),
            ("2026-11", "November 2026")
        );
        assert_eq!(offered[14].1.to_string(), "December 2025");
        for (key, label) in offered {
            assert!(Period::of_key(&key, now, &zone).is_some(), "{label}");
        }
    }
}
