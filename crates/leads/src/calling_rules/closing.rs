//! When calls that begin at once have to end.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::CallingRules;
use super::verdict::{Asked, Day, zones_asked};

/// Days that are looked at: what goes on for longer is stopped by nobody.
const DAYS: usize = 7;

/// From when on the rule allows no call, where calls go on from the moment of the question; that moment itself where it allows none then.
/// `None` where it allows calls at every hour of the days to come.
pub fn allowed_until(asked: Asked<'_>) -> Option<Timestamp> {
    let zones = zones_asked(asked).into_iter();
    let ends = zones.filter_map(|(zone, _)| allowed_in_zone(asked.rules, &zone, asked.place.now));
    ends.min()
}

fn allowed_in_zone(rules: &CallingRules, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let mut date = zone.to_datetime(now).date();
    for _ in 0..DAYS {
        let day = Day::of(rules, zone, date)?;
        let from = now.max(day.begins);
        if day.closed.is_some() || from < day.opens {
            return Some(from);
        }
        if day.closes < day.ends {
            return Some(from.max(day.closes));
        }
        date = date.tomorrow().ok()?;
    }
    None
}
