//! Times as people read them: in the account's zone.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use crate::views::Moment;

/// The moment for the screens: `23 Nov 2026, 09:14` in the zone, RFC 3339 in UTC for machines, both without fractions.
pub fn moment(at: Timestamp, zone: &TimeZone) -> Moment {
    Moment {
        iso: at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        text: at
            .to_zoned(zone.clone())
            .strftime("%-d %b %Y, %H:%M")
            .to_string(),
    }
}

/// A moment to come: `14:20` where it is on the same day in the zone, with its day otherwise.
pub fn coming_moment(at: Timestamp, now: Timestamp, zone: &TimeZone) -> Moment {
    let date = |at: Timestamp| zone.to_datetime(at).date();
    let full = moment(at, zone);
    if date(at) == date(now) {
        Moment {
            text: clock(at, zone),
            ..full
        }
    } else {
        full
    }
}

/// The day in the zone: `18 Nov 2026`.
pub fn day(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%-d %b %Y").to_string()
}

/// The zone and its offset at that moment: `Mexico City, UTC−06:00`. `zone_name` is the IANA name.
pub fn zone_label(now: Timestamp, zone: &TimeZone, zone_name: &str) -> String {
    let place = place(zone_name);
    let offset = offset_label(zone.to_offset(now));
    if place == "UTC" {
        return offset;
    }
    format!("{place}, {offset}")
}

/// The place that an IANA name speaks of: `Mexico City`.
pub(super) fn place(zone_name: &str) -> String {
    let place = zone_name.rsplit('/').next().unwrap_or(zone_name);
    place.replace('_', " ")
}

/// The time of day in the zone: `14:32`.
pub fn clock(now: Timestamp, zone: &TimeZone) -> String {
    now.to_zoned(zone.clone()).strftime("%H:%M").to_string()
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
    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).expect("an IANA name")
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("RFC 3339")
    }

    #[test]
    fn a_moment_is_written_in_the_zone_and_in_utc() {
        let shown = moment(at("2026-11-03T03:14:15.926Z"), &zone("America/Mexico_City"));
        assert_eq!(shown.text, "2 Nov 2026, 21:14");
        assert_eq!(shown.iso, "2026-11-03T03:14:15Z");
        assert_eq!(
            clock(at("2026-11-03T03:14:15Z"), &zone("Asia/Kolkata")),
            "08:44"
        );
    }

    #[test]
    fn what_comes_today_is_told_by_the_hour() {
        let (now, zone) = (at("2026-11-03T03:14:15Z"), zone("America/Mexico_City"));
        let told = |when: &str| coming_moment(at(when), now, &zone);
        assert_eq!(told("2026-11-03T05:59:00Z").text, "23:59");
        assert_eq!(told("2026-11-03T05:59:00Z").iso, "2026-11-03T05:59:00Z");
        assert_eq!(told("2026-11-03T06:00:00Z").text, "3 Nov 2026, 00:00");
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
        ] {
            assert_eq!(zone_label(at(when), &zone(name), name), label);
        }
    }
}
