//! Calls at night: said before anything is submitted, and only done when somebody has said so.
//!
//! AIRudder takes one window without hours for each day (provider's documentation), so a window over several days runs through
//! every night between them. What single countries forbid is not validated here: the hours are those at which calls are complained
//! about everywhere.

use jiff::civil::{DateTime, Time, time};
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::moments::{Place, place};
use super::schedule::{Schedule, later, parse_schedule};
use super::settings::TaskSettings;
use super::stagger::MAX_STAGGER_MINUTES;
use super::text::whole_number;
use crate::numbers::{count_with_noun, format_number};
use crate::views::TaskForm;

/// From this hour of the account's zone on, calls are calls at night. India's regulator lets nobody be called from here on
/// (TRAI, Telecom Commercial Communications Customer Preference Regulations), and the United States' neither (47 CFR 64.1200).
pub const NIGHT_BEGINS: Time = time(21, 0, 0, 0);

/// Until this hour of the account's zone, calls are calls at night (47 CFR 64.1200; in India an hour longer).
pub const NIGHT_ENDS: Time = time(8, 0, 0, 0);

/// What is said of every call at night.
const COMPLAINTS: &str =
    "People complain about calls between 21:00 and 08:00, and many countries forbid them.";

/// A day and a time in a sentence; the year is plain, since AIRudder plans five days ahead.
const DAY_AND_TIME: &str = "%a %-d %b, %H:%M";

impl TaskSettings {
    /// What a person must know who has people called at night with these settings, in words; `None` where nobody is. `batches` is
    /// the number of batches of the list, each of which may begin later than the one before.
    ///
    /// How long a task that starts now goes on calling is AIRudder's to say: only the moments at which its batches are sent count.
    pub fn night_warning(&self, batches: u32, place: Place<'_>) -> Option<String> {
        night_warning(self.schedule, self.stagger_minutes, batches, place)
    }

    /// What a person must know who has one batch sent again, in words; `None` where it calls nobody at night. A window was
    /// confirmed with its hours when the task was submitted; what starts at once calls when it is sent.
    pub fn night_warning_of_sending_again(&self, place: Place<'_>) -> Option<String> {
        match self.schedule {
            Schedule::Now => sent_at_night(0, 1, place),
            Schedule::Later { .. } => None,
        }
    }
}

/// Likewise for a form as typed; `None` too where its window has to be changed anyway.
pub fn night_warning_of_form(form: &TaskForm, batches: u32, place: Place<'_>) -> Option<String> {
    let schedule = parse_schedule(form, place.now, place.zone).ok()?;
    let stagger = whole_number(&form.stagger, 0, MAX_STAGGER_MINUTES.into());
    let stagger = stagger.and_then(|minutes| u16::try_from(minutes).ok());
    night_warning(schedule, stagger.unwrap_or(0), batches, place)
}

fn night_warning(schedule: Schedule, stagger: u16, batches: u32, at: Place<'_>) -> Option<String> {
    match schedule {
        Schedule::Now => sent_at_night(stagger, batches, at),
        Schedule::Later { start, end } => window_at_night(start, end, at),
    }
}

/// Whether calls at that time of day are calls at night.
fn is_night(time: Time) -> bool {
    time >= NIGHT_BEGINS || time < NIGHT_ENDS
}

/// The first batch of a list that is sent at night, where nothing is planned.
fn sent_at_night(stagger: u16, batches: u32, at: Place<'_>) -> Option<String> {
    let place = place(at.zone_name);
    let apart = SignedDuration::from_mins(stagger.into());
    // Batches that are not apart are all sent now.
    let last = if stagger == 0 { 1 } else { batches.max(1) };
    let mut sent = at.now;
    for number in 1..=last {
        let local = at.zone.to_datetime(sent);
        if is_night(local.time()) {
            return Some(if number == 1 {
                format!(
                    "It is {} in {place}: people would be called now, at night. {COMPLAINTS}",
                    local.strftime("%H:%M")
                )
            } else {
                format!(
                    "Batch {} of {} is sent on {} in {place}, at night. {COMPLAINTS}",
                    format_number(number),
                    format_number(batches),
                    local.strftime(DAY_AND_TIME)
                )
            });
        }
        sent = later(sent, apart);
    }
    None
}

/// The batches of a list start within the window and end with it, so that the window says everything.
fn window_at_night(start: DateTime, end: DateTime, at: Place<'_>) -> Option<String> {
    let place = place(at.zone_name);
    let begins_at_night = is_night(start.time());
    let (how, window) = if start.date() == end.date() {
        let ends_at_night = end.time() > NIGHT_BEGINS || end.time() <= NIGHT_ENDS;
        let how = match (begins_at_night, ends_at_night) {
            (false, false) => return None,
            (true, false) => "starts at night",
            (false, true) => "reaches into the night",
            (true, true) if start.time() < NIGHT_ENDS && end.time() > NIGHT_BEGINS => {
                "starts and ends at night"
            }
            (true, true) => "is at night",
        };
        let window = format!("{}–{}", start.strftime(DAY_AND_TIME), end.strftime("%H:%M"));
        (how, window)
    } else {
        let [start, end] = [start, end].map(|time| time.strftime(DAY_AND_TIME).to_string());
        ("runs through the night", format!("{start} – {end}"))
    };
    let mut sentences = vec![
        format!("This window {how} ({window} in {place})."),
        COMPLAINTS.to_owned(),
    ];
    sentences.extend(over_several_days(start, end, at.zone));
    if start.time() >= NIGHT_BEGINS {
        let morning = start.time().wrapping_sub(SignedDuration::from_hours(12));
        sentences.push(format!(
            "If you meant {} in the morning, change the start.",
            morning.strftime("%H:%M")
        ));
    }
    Some(sentences.join(" "))
}

/// What a window is that ends on another day than it starts: people who write 09:00 on Monday to 18:00 on Tuesday mean two days.
fn over_several_days(start: DateTime, end: DateTime, zone: &TimeZone) -> Option<String> {
    if start.date() == end.date() {
        return None;
    }
    // A start or an end that is no instant is beyond the calendar; the form does not let it pass.
    let (starts, ends) = zone
        .to_timestamp(start)
        .ok()
        .zip(zone.to_timestamp(end).ok())?;
    let long = in_words(ends.duration_since(starts));
    let days = start.date().duration_until(end.date()).as_hours() / 24 + 1;
    Some(if end.time() > start.time() {
        format!(
            "It is one window of {long}, not {days} days of office hours. To call only by day, create a task for each day."
        )
    } else {
        format!("It ends on another day and lasts {long}.")
    })
}

/// `33 hours`, `8 hours and 30 minutes`.
fn in_words(duration: SignedDuration) -> String {
    let minutes = duration.as_mins().unsigned_abs();
    let hours = count_with_noun(minutes / 60, "hour", "hours");
    match minutes % 60 {
        0 => hours,
        rest => format!("{hours} and {}", count_with_noun(rest, "minute", "minutes")),
    }
}

#[cfg(test)]
mod tests;
