//! Calls of one's own number at night. Calling rules are for the people of a list; somebody who has themself called may do so at any hour
//! that they say they want.

use jiff::civil::{Time, time};

use localization::Message;

use super::moments::{Place, clock};
use crate::messages::when;
use crate::places::{place_name, place_of_zone};

/// From this hour of the account's zone on, calls are calls at night. India's regulator lets nobody be called from here on
/// (TRAI, Telecom Commercial Communications Customer Preference Regulations), and the United States' neither (47 CFR 64.1200).
const NIGHT_BEGINS: Time = time(21, 0, 0, 0);

/// Until this hour of the account's zone, calls are calls at night (47 CFR 64.1200; in India an hour longer).
const NIGHT_ENDS: Time = time(8, 0, 0, 0);

/// What a person must know who has their own number called at night, in words; `None` by day.
pub fn night_warning(at: Place<'_>) -> Option<Message> {
    let local = at.zone.to_datetime(at.now);
    let is_night = local.time() >= NIGHT_BEGINS || local.time() < NIGHT_ENDS;
    is_night.then(|| {
        let place = place_name(&place_of_zone(at.zone_name));
        when::at_night(place, clock(at.now, at.zone))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;

    fn warning(now: &str) -> Option<String> {
        let zone = TimeZone::get("America/Mexico_City").expect("an IANA name");
        let warning = night_warning(Place {
            now: now.parse().expect("RFC 3339"),
            zone: &zone,
            zone_name: "America/Mexico_City",
        });
        warning.map(|warning| warning.to_string())
    }

    #[test]
    fn the_night_is_from_nine_to_eight_by_the_clock_of_the_account() {
        for (now, said) in [
            ("2026-11-23T02:59:59Z", None),
            (
                "2026-11-23T03:00:00Z",
                Some("It is 21:00 in Mexico City: you would be called now, at night."),
            ),
            (
                "2026-11-23T13:59:59Z",
                Some("It is 07:59 in Mexico City: you would be called now, at night."),
            ),
            ("2026-11-23T14:00:00Z", None),
        ] {
            assert_eq!(warning(now).as_deref(), said, "{now}");
        }
    }
}
