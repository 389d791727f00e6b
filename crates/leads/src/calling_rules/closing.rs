//! When calls that begin at once have to end.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::CallingRules;
use super::verdict::{Asked, Breach, BreachKind, Day, zones_asked};

/// Days that are looked at: what goes on for longer is stopped by nobody.
const DAYS: usize = 7;

/// When calls that begin at once have to end: from then on the rule allows none. `None` where it allows calls at every hour of the days to come,
/// or where they may fall outside of it for some other reason than that they begin before the hours: then nothing ends them.
pub fn calls_end(breaches: &[Breach], asked: Asked<'_>) -> Option<Timestamp> {
    let is_early = |breach: &Breach| breach.kind == BreachKind::TooEarly;
    // Where the hours go on to midnight, what is before the next day's can be what comes after this day's.
    let ends_with_hours = breaches.is_empty() || asked.rules.rule_set.hours.closes().is_some();
    if !breaches.iter().all(is_early) || !ends_with_hours {
        return None;
    }
    let zones = zones_asked(asked).into_iter();
    let ends = zones.filter_map(|(zone, _)| end_in_zone(asked.rules, &zone, asked.place.now));
    ends.min()
}

/// From when on the rule allows no call by the clock of one zone. What begins before the hours of a day goes on into them.
fn end_in_zone(rules: &CallingRules, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let today = zone.to_datetime(now).date();
    let mut date = today;
    for _ in 0..DAYS {
        let day = Day::of(rules, zone, date)?;
        let from = now.max(day.begins);
        if day.closed.is_some() || (from < day.opens && date != today) {
            return Some(from);
        }
        if day.closes < day.ends {
            return Some(from.max(day.closes));
        }
        date = date.tomorrow().ok()?;
    }
    None
}
