//! When calls of a batch that is sent again are allowed, for whoever is told that they are not now.

use localization::{DayStyle, Message};

use super::next::window_or_why;
use super::verdict::Asked;
use crate::messages::calling_rules;
use crate::validate::{Schedule, Timing};

/// When the rule allows calls of a batch next, and what to do then: the start of the window that a launch would be offered. What is sent
/// at once can be sent again then; a batch with a window keeps it, and calls at another time only as a new task. Where AIRudder does not plan
/// as far ahead, it says so.
pub fn allowed_again(timing: Timing, batch: u32, asked: Asked<'_>) -> Message {
    let alone = Timing {
        schedule: timing.schedule_of_batch(batch),
        stagger_minutes: 0,
        ..timing
    };
    let next = match window_or_why(alone, 1, asked) {
        Ok(next) => next,
        Err(why) => return why.message(),
    };
    let at = Message::moment(next.start, DayStyle::Weekday);
    match alone.schedule {
        Schedule::Now => calling_rules::allowed_from(at),
        Schedule::Later { .. } => calling_rules::allowed_from_in_new_task(at),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::DateTime;
    use jiff::tz::TimeZone;
    use localization::Language;

    use super::*;
    use crate::calling_rules::{CallingRules, RuleSet, ZoneBasis, tests::rule};
    use crate::validate::Place;

    /// What is told of a batch on a Saturday evening in Jakarta, where a rule holds from Monday to Saturday, 08:00 to 18:00.
    fn told(timing: Timing, batch: u32, zones: ZoneBasis) -> Message {
        let zone_name = "Asia/Jakarta";
        let zone = TimeZone::get(zone_name).expect("an IANA name");
        let now: DateTime = "2026-11-28T18:20".parse().expect("a civil time");
        let rules = CallingRules {
            rule_set: RuleSet {
                zones,
                ..rule(0b11_1111, 8, 18)
            },
            holidays: Vec::new(),
        };
        let place = Place {
            now: zone.to_timestamp(now).expect("a moment"),
            zone: &zone,
            zone_name,
        };
        let rules = &rules;
        allowed_again(timing, batch, Asked { rules, place })
    }

    fn timing(schedule: Schedule) -> Timing {
        Timing {
            schedule,
            stagger_minutes: 120,
            redials: 3,
            redial_minutes: 60,
        }
    }

    fn window(start: &str, end: &str) -> Timing {
        let time = |text: &str| text.parse::<DateTime>().expect("a civil time");
        timing(Schedule::Later {
            start: time(start),
            end: time(end),
        })
    }

    #[test]
    fn what_is_sent_at_once_is_told_the_next_opening_in_each_language() {
        let told = told(timing(Schedule::Now), 1, ZoneBasis::Account);
        assert_eq!(
            Language::ALL.map(|language| told.text(language)),
            [
                "Calls are allowed next from Mon 30 Nov, 08:00.",
                "下次允许呼叫的时间从 11月30日周一 08:00 开始。",
                "Las llamadas se permiten de nuevo a partir del lun 30 de nov, 08:00.",
                "Panggilan diizinkan lagi mulai Sen, 30 Nov, 08.00.",
            ]
        );
    }

    #[test]
    fn a_batch_is_told_its_own_time_whatever_the_batches_before_it_take() {
        // Ten batches before it are two hours apart, which no day has room for.
        let told = told(timing(Schedule::Now), 11, ZoneBasis::Strictest);
        assert!(told.to_string().ends_with("Mon 30 Nov, 08:00."), "{told}");
    }

    #[test]
    fn a_batch_that_keeps_its_window_is_led_to_a_new_task() {
        let sunday = window("2026-11-29T10:00", "2026-11-29T12:00");
        let told = told(sunday, 1, ZoneBasis::Account);
        assert_eq!(
            told.to_string(),
            "Calls are allowed next from Mon 30 Nov, 10:00. To call then, start a new task with these settings."
        );
    }

    #[test]
    fn where_redials_take_longer_than_the_hours_that_is_told_in_each_language() {
        let redials = Timing {
            redials: 10,
            ..timing(Schedule::Now)
        };
        let told = told(redials, 1, ZoneBasis::Account);
        assert_eq!(
            Language::ALL.map(|language| told.text(language)),
            [
                "No time in the next five days is allowed, and AIRudder plans no further ahead. The redials take longer than the calling rule allows: choose fewer redials, or fewer minutes between them.",
                "未来五天内没有允许的时间，而 AIRudder 不会安排更远的时间。重拨持续的时间超过了呼叫规则允许的时段：请减少重拨次数，或缩短重拨间隔。",
                "No hay ningún horario permitido en los próximos cinco días, y AIRudder no programa llamadas más allá. Las rellamadas duran más de lo que permite la regla de llamadas: elija menos rellamadas, o menos minutos entre ellas.",
                "Tidak ada waktu yang diizinkan dalam lima hari ke depan, dan AIRudder tidak menjadwalkan lebih jauh. Panggil ulang berlangsung lebih lama daripada waktu yang diberi aturan panggilan: kurangi jumlah panggil ulang atau jedanya.",
            ]
        );
    }
}
