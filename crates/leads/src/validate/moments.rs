//! Times as people read them: in the account's zone.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use localization::{DayStyle, Message};

use crate::messages::told_moments;
use crate::places::place_of_zone;
use crate::views::{Moment, Shown, ZoneLabel};

/// Where and when something is asked.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The time.
    pub now: Timestamp,
    /// The account's zone.
    pub zone: &'a TimeZone,
    /// Its IANA name.
    pub zone_name: &'a str,
}

/// The moment for the screens, as [`time_label`] writes it in the zone; RFC 3339 in UTC for machines, without fractions.
pub fn moment(at: Timestamp, now: Timestamp, zone: &TimeZone) -> Moment {
    let (local, today) = (zone.to_datetime(at), zone.to_datetime(now).date());
    Moment {
        iso: at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        at: local,
        shown: match local.year() == today.year() {
            true => Shown::Day,
            false => Shown::DayOfYear,
        },
    }
}

/// A time of the account's zone: `Thu 26 Nov, 21:11`, and `26 Nov 2025, 21:11` where the year is not that of `today`.
pub fn time_label(time: DateTime, today: Date) -> Message {
    Message::moment(time, day_style(time.date(), today))
}

/// A moment to the second, for what is kept as a file: `26 Nov 2026, 21:11:09`.
pub fn exact_moment(at: Timestamp, zone: &TimeZone) -> Message {
    let local = zone.to_datetime(at);
    let day = Message::day(local.date(), DayStyle::Year);
    told_moments::day_and_time(day, Message::time_with_seconds(local.time()))
}

/// The same where nothing else tells the zone: `26 Nov 2026, 21:11:09 (UTC−06:00)`.
pub fn exact_moment_with_offset(at: Timestamp, zone: &TimeZone) -> Message {
    told_moments::in_zone(exact_moment(at, zone), offset_label(zone.to_offset(at)))
}

/// The year only where it is not that of `today`.
pub(crate) fn day_style(date: Date, today: Date) -> DayStyle {
    match date.year() == today.year() {
        true => DayStyle::Weekday,
        false => DayStyle::Year,
    }
}

/// A moment to come: `14:20` where it is on the same day in the zone, with its day otherwise.
pub fn coming_moment(at: Timestamp, now: Timestamp, zone: &TimeZone) -> Moment {
    let date = |at: Timestamp| zone.to_datetime(at).date();
    let full = moment(at, now, zone);
    if date(at) == date(now) {
        Moment {
            shown: Shown::Time,
            ..full
        }
    } else {
        full
    }
}

/// The day in the zone: `Wed 18 Nov`, with its year where that is not this one.
pub fn day(at: Timestamp, now: Timestamp, zone: &TimeZone) -> Message {
    let date = |at: Timestamp| zone.to_datetime(at).date();
    Message::day(date(at), day_style(date(at), date(now)))
}

/// The zone and its offset at that moment: `Mexico City, UTC−06:00`. `zone_name` is the IANA name.
pub fn zone_label(now: Timestamp, zone: &TimeZone, zone_name: &str) -> ZoneLabel {
    ZoneLabel {
        place: place_of_zone(zone_name),
        offset: offset_label(zone.to_offset(now)),
    }
}

/// The time of day in the zone: `14:32`.
pub fn clock(now: Timestamp, zone: &TimeZone) -> Message {
    Message::time(zone.to_datetime(now).time())
}

/// `UTC−06:00`, with a minus sign rather than a hyphen.
fn offset_label(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).expect("an IANA name")
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("RFC 3339")
    }

    #[test]
    fn a_moment_is_written_in_the_zone_and_in_utc() {
        let zone_of_mexico = zone("America/Mexico_City");
        let written = at("2026-11-03T03:14:15.926Z");
        let shown = moment(written, written, &zone_of_mexico);
        assert_eq!(shown.message().to_string(), "Mon 2 Nov, 21:14");
        assert_eq!(shown.iso, "2026-11-03T03:14:15Z");
        assert_eq!(
            clock(at("2026-11-03T03:14:15Z"), &zone("Asia/Kolkata")).to_string(),
            "08:44"
        );
    }

    #[test]
    fn the_year_is_told_where_it_is_another_one_in_the_zone() {
        let new_year = at("2027-01-01T03:00:00Z");
        let told = |name: &str| {
            let moment = moment(at("2026-12-31T20:00:00Z"), new_year, &zone(name));
            moment.message().to_string()
        };
        assert_eq!(told("America/Mexico_City"), "Thu 31 Dec, 14:00");
        assert_eq!(told("Asia/Jakarta"), "Fri 1 Jan, 03:00");
        assert_eq!(told("UTC"), "31 Dec 2026, 20:00");
        assert_eq!(
            day(at("2025-11-26T12:00:00Z"), new_year, &zone("UTC")).to_string(),
            "26 Nov 2025"
        );
    }

    #[test]
    fn a_moment_in_a_file_is_exact_and_written_as_the_language_does() {
        let (at, zone) = (at("2026-11-27T03:11:09Z"), zone("America/Mexico_City"));
        let exact = exact_moment(at, &zone);
        assert_eq!(
            Language::ALL.map(|language| exact.text(language)),
            [
                "26 Nov 2026, 21:11:09",
                "2026年11月26日 21:11:09",
                "26 nov 2026, 21:11:09",
                "26 Nov 2026, 21.11.09"
            ]
        );
        assert_eq!(
            exact_moment_with_offset(at, &zone).to_string(),
            "26 Nov 2026, 21:11:09 (UTC−06:00)"
        );
    }

    #[test]
    fn what_comes_today_is_told_by_the_hour() {
        let (now, zone) = (at("2026-11-03T03:14:15Z"), zone("America/Mexico_City"));
        let told = |when: &str| coming_moment(at(when), now, &zone);
        assert_eq!(told("2026-11-03T05:59:00Z").message().to_string(), "23:59");
        assert_eq!(told("2026-11-03T05:59:00Z").iso, "2026-11-03T05:59:00Z");
        assert_eq!(
            told("2026-11-03T06:00:00Z").message().to_string(),
            "Tue 3 Nov, 00:00"
        );
    }

    #[test]
    fn a_zone_is_named_by_its_place_and_offset() {
        for (name, when, label) in [
            (
                "America/Mexico_City",
                "2026-11-23T00:00:00Z",
                "Mexico City, UTC−06:00",
            ),
            (
                "America/Mexico_City",
                "2026-07-01T00:00:00Z",
                "Mexico City, UTC−06:00",
            ),
            (
                "America/Tijuana",
                "2026-07-01T00:00:00Z",
                "Tijuana, UTC−07:00",
            ),
            ("Asia/Kolkata", "2026-11-23T00:00:00Z", "Kolkata, UTC+05:30"),
            ("UTC", "2026-11-23T00:00:00Z", "UTC+00:00"),
            ("Etc/GMT+6", "2026-11-23T00:00:00Z", "UTC−06:00"),
            ("Etc/GMT-14", "2026-11-23T00:00:00Z", "UTC+14:00"),
            ("Etc/GMT", "2026-11-23T00:00:00Z", "UTC+00:00"),
        ] {
            let shown = zone_label(at(when), &zone(name), name);
            assert_eq!(shown.to_string(), label);
        }
    }
}
