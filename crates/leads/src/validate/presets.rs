//! When to call, as the form of a task offers it: choices whose hours follow from the clock of the account.
//!
//! A choice is worked out when the form is saved, so that “tomorrow” goes on meaning the day that somebody chose. Only *today* is
//! worked out again: its start is as soon as it can be, and has passed before long.

use jiff::civil::{Date, DateTime, Time, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use localization::{DayStyle, Message};
use strum::{EnumString, IntoStaticStr};

use super::moments::time_label;
use super::schedule::{
    MAX_AHEAD, MIN_WINDOW, Schedule, later, parse_schedule, read_time, window_label,
};
use super::text::trimmed;
use crate::messages::when;
use crate::views::{TaskForm, WhenChoice, WhenView, ZoneLabel};

/// When the days of the choices begin and end.
const DAY_OPENS: Time = time(9, 0, 0, 0);
const DAY_CLOSES: Time = time(18, 0, 0, 0);

/// How far ahead the start of *today* is at the least: a check holds for 15 minutes, and takes some itself.
pub(crate) const START_AHEAD: SignedDuration = SignedDuration::from_mins(20);

/// Minutes between the times that the form offers.
const STEP_MINUTES: i8 = 30;

/// Days of the form's selects: a window ends within five days, so on the sixth at the latest.
const DAYS: i64 = 6;

/// A choice of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Preset {
    /// At once.
    Now,
    /// From the next half hour on, until 18:00.
    Today,
    /// The next day, 09:00–18:00.
    Tomorrow,
    /// A window that the person chooses.
    Later,
}

impl Preset {
    /// What the form posts as `when`.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The choice of that [`key`](Preset::key).
    pub fn from_key(key: &str) -> Option<Preset> {
        trimmed(key).parse().ok()
    }

    /// Its words on the form.
    pub fn message(self) -> Message {
        let closes = Message::time(DAY_CLOSES);
        match self {
            Preset::Now => when::now(),
            Preset::Today => when::today_until(closes),
            Preset::Tomorrow => when::tomorrow_hours(Message::time(DAY_OPENS), closes),
            Preset::Later => when::later(),
        }
    }

    /// The hours that it means at that moment; `None` where it has none, or none are left.
    pub fn window(self, now: Timestamp, zone: &TimeZone) -> Option<(DateTime, DateTime)> {
        match self {
            Preset::Now | Preset::Later => None,
            Preset::Today => today(now, zone),
            Preset::Tomorrow => {
                let tomorrow = zone.to_datetime(now).date().tomorrow().ok()?;
                of_day(tomorrow, zone)
            }
        }
    }
}

/// The choices that are possible now, and the one that the form has, in the order of the form.
fn offered_presets(form: &TaskForm, now: Timestamp, zone: &TimeZone) -> Vec<Preset> {
    let all = [Preset::Now, Preset::Today, Preset::Tomorrow, Preset::Later];
    let chosen = chosen_preset(form, now, zone);
    let is_possible = |preset: &Preset| match preset {
        Preset::Now | Preset::Later => true,
        Preset::Today | Preset::Tomorrow => {
            chosen == Some(*preset) || preset.window(now, zone).is_some()
        }
    };
    all.into_iter().filter(is_possible).collect()
}

/// The choice that a form stands for; `None` where nobody has chosen. A choice whose day is over is the window that it meant.
fn chosen_preset(form: &TaskForm, now: Timestamp, zone: &TimeZone) -> Option<Preset> {
    let preset = Preset::from_key(&form.when)?;
    match (preset, Preset::from_key(&form.preset)) {
        (Preset::Later, Some(chosen)) if is_of_its_day(form, chosen, now, zone) => Some(chosen),
        _ => Some(preset),
    }
}

/// The form with the hours of what was chosen in it, and days and times put together. Hours that stood in the form `before` by
/// the same choice stay while they can: a form that is saved without a change is the same form.
pub fn with_window(
    form: TaskForm,
    before: Option<&TaskForm>,
    now: Timestamp,
    zone: &TimeZone,
) -> TaskForm {
    let Some(preset @ (Preset::Today | Preset::Tomorrow)) = Preset::from_key(&form.when) else {
        return TaskForm {
            preset: String::new(),
            ..joined(form)
        };
    };
    let stays = |before: &&TaskForm| {
        before.preset == preset.key()
            && is_of_its_day(before, preset, now, zone)
            && has_not_begun(before, now, zone)
    };
    if let Some(before) = before.filter(stays) {
        return TaskForm {
            when: before.when.clone(),
            preset: before.preset.clone(),
            start: before.start.clone(),
            end: before.end.clone(),
            start_time: before.start_time.clone(),
            end_time: before.end_time.clone(),
            ..form
        };
    }
    worked_out(form, preset, now, zone)
}

/// The form for a check that begins now: *today* starts as soon as it can.
pub fn with_window_of_now(form: &TaskForm, now: Timestamp, zone: &TimeZone) -> TaskForm {
    match chosen_preset(form, now, zone) {
        Some(Preset::Today) => worked_out(form.clone(), Preset::Today, now, zone),
        _ => form.clone(),
    }
}

/// The hours by which a stored form is read: those in it, but *today* starts again once its start has passed.
pub(super) fn window_as_read(form: &TaskForm, now: Timestamp, zone: &TimeZone) -> TaskForm {
    if has_not_begun(form, now, zone) {
        joined(form.clone())
    } else {
        with_window_of_now(&joined(form.clone()), now, zone)
    }
}

/// When to call for a task that goes on with what that one did not do: as it was planned, or like it where that has begun.
pub fn when_of_follow_up(form: &TaskForm, now: Timestamp, zone: &TimeZone) -> TaskForm {
    if has_not_begun(form, now, zone) {
        form.clone()
    } else {
        when_like(form, now, zone)
    }
}

/// When to call for a task like that one: now where that was so, else the same hours on the next day that has them.
pub fn when_like(form: &TaskForm, now: Timestamp, zone: &TimeZone) -> TaskForm {
    let nothing_chosen = TaskForm {
        when: String::new(),
        preset: String::new(),
        start: String::new(),
        end: String::new(),
        ..form.clone()
    };
    let chosen = match Preset::from_key(&form.when) {
        Some(Preset::Later) => Preset::from_key(&form.preset).unwrap_or(Preset::Later),
        Some(preset) => preset,
        None => return nothing_chosen,
    };
    let with = |preset| worked_out(nothing_chosen.clone(), preset, now, zone);
    match chosen {
        Preset::Now => TaskForm {
            when: Preset::Now.key().to_owned(),
            ..nothing_chosen
        },
        Preset::Today if today(now, zone).is_some() => with(Preset::Today),
        Preset::Today | Preset::Tomorrow => with(Preset::Tomorrow),
        Preset::Later => same_hours(form, now, zone)
            .map(|window| with_hours(nothing_chosen.clone(), window))
            .unwrap_or(nothing_chosen),
    }
}

/// What the form shows of when to call. `zone_label` names the zone.
pub fn when_view(
    form: &TaskForm,
    now: Timestamp,
    zone: &TimeZone,
    zone_label: ZoneLabel,
) -> WhenView {
    let today = zone.to_datetime(now).date();
    let chosen = chosen_preset(form, now, zone);
    let choice = |preset: Preset| WhenChoice {
        key: preset.key().to_owned(),
        label: preset.message(),
        hours: preset
            .window(now, zone)
            .map(|(start, end)| window_label(start, end, today, zone)),
        is_chosen: chosen == Some(preset),
    };
    let in_words = match parse_schedule(form, now, zone) {
        Ok(Schedule::Now) => Some(Preset::Now.message()),
        Ok(Schedule::Later { start, end }) => Some(window_label(start, end, today, zone)),
        Err(_) => None,
    };
    let choices = offered_presets(form, now, zone).into_iter().map(choice);
    WhenView {
        choices: choices.collect(),
        in_words,
        days: schedule_days(now, zone),
        times: schedule_times(),
        latest: time_label(zone.to_datetime(later(now, MAX_AHEAD)), today),
        zone: zone_label,
    }
}

/// The days of the form's selects: what they post, and what people see.
fn schedule_days(now: Timestamp, zone: &TimeZone) -> Vec<(String, Message)> {
    let today = zone.to_datetime(now).date();
    let day = |ahead: i64| {
        let date = today.checked_add(ahead.days()).ok()?;
        // Zones have left a day out.
        let exists = date.to_zoned(zone.clone()).ok()?.date() == date;
        // Everybody knows of which year the days of a week are.
        let label = Message::day(date, DayStyle::Weekday);
        let label = match ahead {
            0 => when::today(label),
            1 => when::tomorrow(label),
            _ => label,
        };
        exists.then(|| (date.to_string(), label))
    };
    (0..DAYS).filter_map(day).collect()
}

/// The times of the form's selects, each half hour: what they post, and what people see.
fn schedule_times() -> Vec<(String, Message)> {
    let steps = 24 * 60 / i64::from(STEP_MINUTES);
    let times = (0..steps).map(|step| {
        let midnight = Time::midnight();
        midnight.wrapping_add((step * i64::from(STEP_MINUTES)).minutes())
    });
    times
        .map(|time| (time.strftime("%H:%M").to_string(), Message::time(time)))
        .collect()
}

/// A day and a time of day, as the selects show them, of what stands in the form.
pub fn day_and_time<'a>(point: &'a str, time: &'a str) -> (&'a str, &'a str) {
    match (read_time(point), point.get(..10), point.get(11..16)) {
        (Some(_), Some(day), Some(time)) => (day, time),
        _ => (point, time),
    }
}

/// From the next half hour that is far enough ahead until the day closes, where that is long enough.
fn today(now: Timestamp, zone: &TimeZone) -> Option<(DateTime, DateTime)> {
    let earliest = later(now, START_AHEAD);
    let day = zone.to_datetime(now).date();
    let (closes_at, end) = existing(day.to_datetime(DAY_CLOSES), zone)?;
    let mut time = zone.to_datetime(earliest);
    let past = i64::from(time.minute() % STEP_MINUTES);
    let is_whole = past == 0 && time.second() == 0 && time.subsec_nanosecond() == 0;
    if !is_whole {
        let whole = time.date().at(time.hour(), time.minute(), 0, 0);
        time = whole
            .checked_add((i64::from(STEP_MINUTES) - past).minutes())
            .ok()?;
    }
    // Of an hour that the clocks repeat the first is meant, which may have passed.
    loop {
        let (at, start) = existing(time, zone)?;
        if closes_at.duration_since(at) < MIN_WINDOW {
            return None;
        }
        if at >= earliest {
            return (start.date() == day && end.date() == day).then_some((start, end));
        }
        time = time.checked_add(i64::from(STEP_MINUTES).minutes()).ok()?;
    }
}

/// The hours of a whole day; `None` where the zone leaves the day out.
fn of_day(day: Date, zone: &TimeZone) -> Option<(DateTime, DateTime)> {
    let (_, start) = existing(day.to_datetime(DAY_OPENS), zone)?;
    let (_, end) = existing(day.to_datetime(DAY_CLOSES), zone)?;
    (start.date() == day && end.date() == day).then_some((start, end))
}

/// The moment of a time of the zone; the clocks may skip it, then it is as much later.
fn existing(time: DateTime, zone: &TimeZone) -> Option<(Timestamp, DateTime)> {
    let zoned = zone.to_ambiguous_zoned(time).compatible().ok()?;
    Some((zoned.timestamp(), zoned.datetime()))
}

/// The hours of the form's window on the next day on which they have not begun.
fn same_hours(form: &TaskForm, now: Timestamp, zone: &TimeZone) -> Option<(DateTime, DateTime)> {
    let (start, end) = (read_time(&form.start)?, read_time(&form.end)?);
    let today = zone.to_datetime(now).date();
    let (earliest, latest) = (later(now, START_AHEAD), later(now, MAX_AHEAD));
    (0..DAYS).find_map(|ahead| {
        let day = today.checked_add(ahead.days()).ok()?;
        let days = start.date().until(day).ok()?;
        let (shifted_start, shifted_end) =
            (start.checked_add(days).ok()?, end.checked_add(days).ok()?);
        let (begins, starts) = existing(shifted_start, zone)?;
        let (ends, closes) = existing(shifted_end, zone)?;
        let is_possible =
            begins >= earliest && ends <= latest && ends.duration_since(begins) >= MIN_WINDOW;
        (is_possible && (starts, closes) == (shifted_start, shifted_end))
            .then_some((starts, closes))
    })
}

fn worked_out(form: TaskForm, preset: Preset, now: Timestamp, zone: &TimeZone) -> TaskForm {
    let key = preset.key().to_owned();
    match preset.window(now, zone) {
        Some(window) => TaskForm {
            preset: key,
            ..with_hours(form, window)
        },
        // What was chosen is no longer possible: the form says so.
        None => TaskForm { when: key, ..form },
    }
}

/// The form with a window that a person has chosen: it calls then and at no other time.
pub fn with_chosen_window(form: TaskForm, start: DateTime, end: DateTime) -> TaskForm {
    let form = TaskForm {
        preset: String::new(),
        ..form
    };
    with_hours(form, (start, end))
}

fn with_hours(form: TaskForm, (start, end): (DateTime, DateTime)) -> TaskForm {
    let time = |time: DateTime| time.strftime("%H:%M").to_string();
    TaskForm {
        when: Preset::Later.key().to_owned(),
        start: start.strftime("%Y-%m-%dT%H:%M").to_string(),
        end: end.strftime("%Y-%m-%dT%H:%M").to_string(),
        start_time: time(start),
        end_time: time(end),
        ..form
    }
}

/// The form with each day and its time put together.
fn joined(form: TaskForm) -> TaskForm {
    let point = |day: &str, time: &str| {
        let (day, time) = (trimmed(day), trimmed(time));
        match (day.len(), time.is_empty()) {
            (10, false) => format!("{day}T{time}"),
            _ => day.to_owned(),
        }
    };
    let (start, end) = (
        point(&form.start, &form.start_time),
        point(&form.end, &form.end_time),
    );
    let time = |point: &str, time: &str| day_and_time(point, time).1.to_owned();
    TaskForm {
        start_time: time(&start, &form.start_time),
        end_time: time(&end, &form.end_time),
        start,
        end,
        ..form
    }
}

/// Whether the hours in the form are those of that choice on this day.
fn is_of_its_day(form: &TaskForm, preset: Preset, now: Timestamp, zone: &TimeZone) -> bool {
    let today = zone.to_datetime(now).date();
    let day = match preset {
        Preset::Today => Some(today),
        Preset::Tomorrow => today.tomorrow().ok(),
        Preset::Now | Preset::Later => None,
    };
    day.is_some() && read_time(&form.start).map(|start| start.date()) == day
}

/// Whether the start of the form is still to come.
fn has_not_begun(form: &TaskForm, now: Timestamp, zone: &TimeZone) -> bool {
    let start = read_time(trimmed(&form.start)).and_then(|start| existing(start, zone));
    start.is_some_and(|(at, _)| at >= now)
}

#[cfg(test)]
mod tests;
