//! The batches of a long list one after the other, so that the rest can be stopped in between.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use localization::{DayStyle, Message};

use super::schedule::{MAX_AHEAD, MIN_WINDOW, Schedule, later};
use super::settings::TaskSettings;
use crate::messages::when;

/// The most minutes between two batches: with more of them a person makes tasks of their own.
pub const MAX_STAGGER_MINUTES: u16 = 240;

/// When the batches of a task call, and how often they try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// When the first batch calls.
    pub schedule: Schedule,
    /// Minutes between batches.
    pub stagger_minutes: u16,
    /// Redials of an unanswered number.
    pub redials: u8,
    /// Minutes between them.
    pub redial_minutes: u8,
}

impl TaskSettings {
    /// When it calls, without what and whom.
    pub const fn timing(&self) -> Timing {
        Timing {
            schedule: self.schedule,
            stagger_minutes: self.stagger_minutes,
            redials: self.redials,
            redial_minutes: self.redial_minutes,
        }
    }

    /// When the batch of that number, from 1, calls.
    pub fn schedule_of_batch(&self, number: u32) -> Schedule {
        self.timing().schedule_of_batch(number)
    }
}

impl Timing {
    /// When the batch of that number, from 1, calls. Of a window the start is moved, by the clock on the wall, and the end stays:
    /// what is sent depends on no zone.
    pub fn schedule_of_batch(&self, number: u32) -> Schedule {
        match self.schedule {
            Schedule::Now => Schedule::Now,
            Schedule::Later { start, end } => Schedule::Later {
                start: start.saturating_add(self.behind_the_first(number)),
                end,
            },
        }
    }

    /// Minutes between the sending of a batch and of the next one. Batches with windows are sent together: AIRudder waits for
    /// their starts.
    pub fn minutes_between_sending(&self) -> u16 {
        match self.schedule {
            Schedule::Now => self.stagger_minutes,
            Schedule::Later { .. } => 0,
        }
    }

    /// Why a list of so many batches cannot be called so, if it cannot: a batch would start at an hour that the clocks skip, or
    /// less than 30 minutes before the end, or later than AIRudder plans ahead.
    pub fn stagger_blocker(
        &self,
        batches: u32,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Option<Message> {
        if self.stagger_minutes == 0 {
            return None;
        }
        let skipped = (2..=batches).find_map(|number| self.skipped_start(number, zone));
        skipped
            .or_else(|| self.window_too_short(batches, now, zone))
            .or_else(|| self.last_too_late(batches))
    }

    /// What is sent at once has no window that ends it: the last batch would go days after anybody looked.
    fn last_too_late(&self, batches: u32) -> Option<Message> {
        let apart = u32::from(self.minutes_between_sending());
        let behind =
            SignedDuration::from_mins(i64::from(apart) * i64::from(batches.saturating_sub(1)));
        (behind > MAX_AHEAD).then(|| {
            let fewer = MAX_AHEAD.as_mins() / i64::from(batches.saturating_sub(1).max(1));
            when::last_too_late(apart, batches, fewer.unsigned_abs())
        })
    }

    /// How the batches follow each other, in words; `None` where they do not, or there is only one.
    pub fn stagger(&self, batches: u32) -> Option<Message> {
        if batches < 2 || self.stagger_minutes == 0 {
            return None;
        }
        let apart = self.stagger_minutes;
        Some(match self.schedule_of_batch(batches) {
            Schedule::Now => {
                let behind = u32::from(apart).saturating_mul(batches - 1);
                when::last_is_sent(apart, batches, behind)
            }
            Schedule::Later { start, .. } => when::last_starts(apart, batches, moment(start)),
        })
    }

    fn behind_the_first(&self, number: u32) -> SignedDuration {
        let places = i64::from(number.saturating_sub(1));
        SignedDuration::from_mins(i64::from(self.stagger_minutes) * places)
    }

    fn skipped_start(&self, number: u32, zone: &TimeZone) -> Option<Message> {
        let Schedule::Later { start, .. } = self.schedule_of_batch(number) else {
            return None;
        };
        let offset = zone.to_ambiguous_zoned(start).offset();
        matches!(offset, AmbiguousOffset::Gap { .. })
            .then(|| when::start_skipped(number, moment(start)))
    }

    fn window_too_short(&self, batches: u32, now: Timestamp, zone: &TimeZone) -> Option<Message> {
        let Schedule::Later { start, end } = self.schedule_of_batch(batches) else {
            return None;
        };
        // A start or an end that is no instant is beyond the calendar: such a window is not long enough either.
        let instants = zone
            .to_timestamp(start)
            .ok()
            .zip(zone.to_timestamp(end).ok());
        let Some((starts, ends)) = instants else {
            return Some(when::window_too_far());
        };
        if ends.duration_since(starts) >= MIN_WINDOW {
            return None;
        }
        let least = later(starts, MIN_WINDOW);
        let start = moment(start);
        Some(if least > later(now, MAX_AHEAD) {
            when::window_too_short_start_earlier(batches, start)
        } else {
            let least = moment(zone.to_datetime(least));
            when::window_too_short_end_later(batches, least, start)
        })
    }
}

/// A moment in a sentence; the year is plain, since AIRudder plans five days ahead.
fn moment(at: DateTime) -> Message {
    Message::moment(at, DayStyle::Weekday)
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;
    use crate::views::RobotMode;

    const NOW: &str = "2026-11-22T15:04:40Z";

    fn settings(schedule: Schedule, stagger_minutes: u16) -> TaskSettings {
        TaskSettings {
            name: crate::TaskName::parse("Black Friday").expect("a name"),
            robot_id: "r1".to_owned(),
            robot_name: "Ana".to_owned(),
            robot_mode: RobotMode::Single,
            line: "mx-line-1".to_owned(),
            schedule,
            redials: 0,
            redial_minutes: 0,
            stagger_minutes,
            platform: "ACME".to_owned(),
            asynchronous: false,
            do_not_call: false,
            stop_rule: None,
            list_purpose: crate::ListPurpose::default(),
        }
    }

    fn window(start: &str, end: &str) -> Schedule {
        let time = |text: &str| text.parse().expect("a civil time");
        Schedule::Later {
            start: time(start),
            end: time(end),
        }
    }

    fn blocker(settings: &TaskSettings, batches: u32, now: &str, place: &str) -> Option<String> {
        let zone = TimeZone::get(place).expect("an IANA name");
        let now = now.parse().expect("RFC 3339");
        let blocker = settings.timing().stagger_blocker(batches, now, &zone);
        blocker.map(|blocker| blocker.to_string())
    }

    fn told(settings: &TaskSettings, batches: u32) -> Option<String> {
        let told = settings.timing().stagger(batches);
        told.map(|told| told.to_string())
    }

    #[test]
    fn each_batch_starts_later_than_the_one_before_and_ends_with_the_others() {
        let later = settings(window("2026-11-23T23:00", "2026-11-24T18:00"), 45);
        assert_eq!(
            [1, 2, 3].map(|number| later.schedule_of_batch(number)),
            ["2026-11-23T23:00", "2026-11-23T23:45", "2026-11-24T00:30"]
                .map(|start| window(start, "2026-11-24T18:00"))
        );
        assert_eq!(later.timing().minutes_between_sending(), 0);
    }

    #[test]
    fn batches_that_call_at_once_are_sent_apart() {
        let now = settings(Schedule::Now, 45);
        assert_eq!(now.schedule_of_batch(3), Schedule::Now);
        assert_eq!(now.timing().minutes_between_sending(), 45);
        assert_eq!(blocker(&now, 20, NOW, "America/Mexico_City"), None);
    }

    #[test]
    fn the_last_batch_is_sent_within_five_days_of_the_first() {
        let place = "America/Mexico_City";
        let apart = settings(Schedule::Now, 240);
        assert_eq!(blocker(&apart, 31, NOW, place), None);
        assert_eq!(
            blocker(&apart, 500, NOW, place).as_deref(),
            Some(
                "500 batches, 240 minutes apart: the last would be sent more than 5 days after the first. Use at most 14 \
                 minutes between batches."
            )
        );
        assert_eq!(blocker(&settings(Schedule::Now, 14), 500, NOW, place), None);
    }

    #[test]
    fn the_last_batch_needs_half_an_hour_before_the_end() {
        let place = "America/Mexico_City";
        let tight = settings(window("2026-11-23T09:00", "2026-11-23T11:30"), 60);
        assert_eq!(blocker(&tight, 3, NOW, place), None);
        assert_eq!(
            blocker(&tight, 4, NOW, place).as_deref(),
            Some(
                "The window is too short: batch 4 would start at Mon 23 Nov, 12:00, less than 30 minutes before the end. Use \
                 fewer minutes between batches, or end at Mon 23 Nov, 12:30 or later."
            )
        );
        let together = settings(tight.schedule, 0);
        assert_eq!(blocker(&together, 40, NOW, place), None);
    }

    #[test]
    fn no_end_is_proposed_that_airudder_would_refuse() {
        let far = settings(window("2026-11-27T07:00", "2026-11-27T09:00"), 120);
        let sentence = blocker(&far, 2, NOW, "America/Mexico_City").expect("too short");
        assert!(
            sentence.ends_with("Use fewer minutes between batches, or choose an earlier start."),
            "{sentence}"
        );
    }

    #[test]
    fn no_batch_starts_at_an_hour_that_the_clocks_skip() {
        // On 8 March 2026 they go from 02:00 to 03:00 in Tijuana.
        let night = settings(window("2026-03-08T01:45", "2026-03-08T09:00"), 30);
        let sentence = blocker(&night, 3, "2026-03-08T08:00:00Z", "America/Tijuana");
        assert_eq!(
            sentence.as_deref(),
            Some(
                "Batch 2 would start at Sun 8 Mar, 02:15, an hour the clocks skip. Change the start or the minutes between \
                 batches."
            )
        );
    }

    #[test]
    fn what_will_happen_is_said_of_more_than_one_batch() {
        let now = settings(Schedule::Now, 30);
        assert_eq!(
            told(&now, 5).as_deref(),
            Some("5 batches, 30 minutes apart. The last is sent 120 minutes after the first.")
        );
        assert_eq!(told(&now, 1), None);
        assert_eq!(told(&settings(Schedule::Now, 0), 5), None);
        let later = settings(window("2026-11-23T09:00", "2026-11-23T18:00"), 1);
        assert_eq!(
            told(&later, 3).as_deref(),
            Some("3 batches, 1 minute apart. The last starts at Mon 23 Nov, 09:02.")
        );
    }

    #[test]
    fn how_batches_follow_is_told_in_each_language() {
        let now = settings(Schedule::Now, 1).timing();
        let told = now.stagger(2).expect("two batches");
        assert_eq!(
            told.text(Language::Spanish),
            "2 lotes, con 1 minuto de diferencia. El último se envía 1 minuto después del primero."
        );
        assert_eq!(
            told.text(Language::Chinese),
            "2 个批次，间隔 1 分钟。最后一个比第一个晚 1 分钟发送。"
        );
    }
}
