//! How a dial ends. All of it is made up; only that there are such ends is believed.
//!
//! The outcome is drawn from the number, from which dial of it this is, from how often it was in a task before, from the
//! hour of the dial in the account's zone, and from what the robot's letters are. Nothing else goes into it, so a list
//! that is called at the same hour by the same robot ends the same way.

use std::time::Duration;

use jiff::Timestamp;

use crate::{
    call_options::{RingWords, TalkLength},
    fate::Draw,
    options::SandboxOptions,
    robot_catalogue::robot_by_id,
    sentinels::{CallSentinel, call_sentinel},
    settings::Settings,
    world::TaskLead,
};

/// What stands where there is nothing to tell.
pub(crate) const NONE: &str = "--";

/// Longer than any dial where talks are as long as they would be.
pub(crate) const LONGEST_DIAL: Duration = Duration::from_secs(240);

/// What lasts one `call-duration` where talks are bounded.
const BOUNDED_AS: u32 = 60;

/// Reachable numbers in a hundred that answer, by the hour at which they are dialled. Few in the morning, most after work.
const ANSWER_BY_HOUR: [u64; 24] = [
    32, 30, 30, 30, 30, 31, 34, 40, 46, 50, 54, 57, 53, 54, 57, 60, 63, 66, 70, 71, 64, 54, 44, 36,
];

const LETTERS: [&str; 9] = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];

/// What the telephone network made of a dial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum RingType {
    Answered,
    NoAnswer,
    Busy,
    NotInUse,
    OnHold,
    SwitchedOff,
    OutOfServiceArea,
    Unregistered,
    AnsweringMachine,
    DoNotCall,
    /// No documentation and no sibling product has it.
    CallScreened,
}

impl RingType {
    /// The word of `RingType`. The classes are those of two sibling products; their spelling is made up.
    pub fn word(self, words: RingWords) -> &'static str {
        let (snake, plain) = match self {
            Self::Answered => ("answered", "Answered"),
            Self::NoAnswer => ("no_answer", "No answer"),
            Self::Busy => ("busy", "Busy"),
            Self::NotInUse => ("not_in_use", "Not in use"),
            Self::OnHold => ("on_hold", "On hold"),
            Self::SwitchedOff => ("power_off", "Switched off"),
            Self::OutOfServiceArea => ("out_of_service_area", "Out of the service area"),
            Self::Unregistered => ("unregistered", "Unregistered or wrong number"),
            Self::AnsweringMachine => ("answering_machine", "Answering machine"),
            Self::DoNotCall => ("do_not_call", "Do not call"),
            Self::CallScreened => ("call_screened", "Call screened"),
        };
        match words {
            RingWords::Snake => snake,
            RingWords::Plain => plain,
        }
    }
}

/// How one dial ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub ring_type: RingType,
    pub hangup_type: &'static str,
    /// A letter, or `--`.
    pub intention: &'static str,
    length: DialLength,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DialLength {
    /// One `call-duration` without ringing, whatever the other options say.
    Fixed,
    /// In seconds.
    Drawn { ringing: u32, talk: u32 },
}

impl Outcome {
    /// Whether a person answered. Who is not reached is dialled again.
    pub fn is_answered(self) -> bool {
        matches!(self.ring_type, RingType::Answered | RingType::CallScreened)
    }

    /// How long it rings, and how long the dial lasts in all.
    pub fn lengths(self, options: &SandboxOptions) -> (Duration, Duration) {
        let (ringing, talk) = match self.length {
            DialLength::Fixed => return (Duration::ZERO, options.call_duration),
            DialLength::Drawn { ringing, talk } => (ringing, talk),
        };
        let last = |seconds: u32| match options.talk {
            TalkLength::Plausible => Duration::from_secs(u64::from(seconds)),
            TalkLength::Bounded => {
                options
                    .call_duration
                    .saturating_mul(seconds.min(BOUNDED_AS))
                    / BOUNDED_AS
            }
        };
        (last(ringing), last(ringing.saturating_add(talk)))
    }
}

/// The end of dial `number`, counted from 0, of `redials` and one.
pub(crate) fn outcome(
    lead: &TaskLead,
    number: u32,
    redials: u32,
    start: Timestamp,
    settings: &Settings,
) -> Outcome {
    if let Some(sentinel) = call_sentinel(&lead.mobile) {
        return of_sentinel(sentinel, number < redials);
    }
    let dial = lead.fate.in_task.of(u64::from(number));
    if let Some(ring_type) = never_reached(lead.fate.number) {
        return unanswered(ring_type, dial);
    }
    let hour = usize::try_from(hour_of(start, settings)).unwrap_or_default();
    if dial.of(0).below(100) < ANSWER_BY_HOUR[hour % 24] {
        answered(&lead.robot_id, dial)
    } else {
        unanswered(not_this_time(dial), dial)
    }
}

fn of_sentinel(sentinel: CallSentinel, is_redialled: bool) -> Outcome {
    let ends = |ring_type, hangup_type, intention| Outcome {
        ring_type,
        hangup_type,
        intention,
        length: DialLength::Fixed,
    };
    match sentinel {
        CallSentinel::Unanswered(ring_type) => ends(ring_type, NONE, NONE),
        CallSentinel::Answered(letter) => ends(RingType::Answered, "robot", letter),
        CallSentinel::HangsUp => ends(RingType::Answered, "callee", NONE),
        CallSentinel::BusyAtFirst if is_redialled => ends(RingType::Busy, NONE, NONE),
        CallSentinel::BusyAtFirst => ends(RingType::Answered, "robot", "B"),
        CallSentinel::UnheardOf => ends(RingType::CallScreened, "carrier", "Z"),
    }
}

/// One number in eighteen ends the same way whenever it is dialled.
fn never_reached(number: Draw) -> Option<RingType> {
    match number.of(0).below(1000) {
        0..25 => Some(RingType::NotInUse),
        25..45 => Some(RingType::Unregistered),
        45..55 => Some(RingType::DoNotCall),
        _ => None,
    }
}

fn not_this_time(dial: Draw) -> RingType {
    match dial.of(1).below(100) {
        0..52 => RingType::NoAnswer,
        52..71 => RingType::Busy,
        71..85 => RingType::SwitchedOff,
        85..92 => RingType::OutOfServiceArea,
        92..98 => RingType::AnsweringMachine,
        _ => RingType::OnHold,
    }
}

fn unanswered(ring_type: RingType, dial: Draw) -> Outcome {
    let ringing = match ring_type {
        RingType::NoAnswer => seconds(dial.of(2), 28, 45),
        RingType::AnsweringMachine => seconds(dial.of(2), 15, 30),
        // A message of the network, or a tone.
        _ => seconds(dial.of(2), 3, 9),
    };
    Outcome {
        ring_type,
        hangup_type: NONE,
        intention: NONE,
        length: DialLength::Drawn { ringing, talk: 0 },
    }
}

fn answered(robot_id: &str, dial: Draw) -> Outcome {
    let intentions = robot_by_id(robot_id).map_or(&[][..], |robot| robot.intentions);
    let mut rest = dial.of(3).below(100);
    let said = LETTERS.iter().zip(intentions).find(|(_, intention)| {
        let is_it = rest < intention.share;
        rest = rest.saturating_sub(intention.share);
        is_it
    });
    let (letter, talk) = match said {
        Some((letter, intention)) => {
            // From a little more than half as long as usual to one and a half times.
            let share = dial.of(4).below(100) + 55;
            (*letter, intention.talk * share / 100)
        }
        // Hung up at once.
        None => (NONE, dial.of(4).below(6) + 1),
    };
    let callee_ends = said.is_none() || dial.of(5).below(10) < 3;
    Outcome {
        ring_type: RingType::Answered,
        hangup_type: if callee_ends { "callee" } else { "robot" },
        intention: letter,
        length: DialLength::Drawn {
            ringing: seconds(dial.of(2), 4, 26),
            talk: u32::try_from(talk).unwrap_or_default(),
        },
    }
}

fn seconds(draw: Draw, shortest: u32, end: u32) -> u32 {
    let more = draw.below(u64::from(end - shortest));
    shortest + u32::try_from(more).unwrap_or_default()
}

/// The hour in the account's zone, 0 to 23.
fn hour_of(instant: Timestamp, settings: &Settings) -> i64 {
    let offset = settings.zone.to_offset(instant).seconds();
    (instant.as_second() + i64::from(offset)).rem_euclid(86_400) / 3_600
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashSet};

    use super::*;
    use crate::{fate::Fate, robot_catalogue::ROBOTS};

    /// In Jakarta, which is seven hours ahead.
    fn at_hour(hour: i64) -> Timestamp {
        Timestamp::from_second(1_700_006_400 + (hour - 7) * 3600).expect("within range")
    }

    fn lead(number: u32, robot_id: &str) -> TaskLead {
        let mobile = format!("+62812368{number:05}");
        TaskLead {
            fate: Fate::new(&mobile, 0),
            mobile,
            comments: String::new(),
            robot_id: robot_id.to_owned(),
            cancelled_at: None,
        }
    }

    fn outcomes(count: u32, robot_id: &str, hour: i64) -> Vec<Outcome> {
        let settings = Settings::default();
        (0..count)
            .map(|number| outcome(&lead(number, robot_id), 0, 0, at_hour(hour), &settings))
            .collect()
    }

    fn answered_of(outcomes: &[Outcome]) -> usize {
        outcomes.iter().filter(|it| it.is_answered()).count()
    }

    #[test]
    fn a_little_more_than_half_answer_fewer_in_the_morning_and_more_after_work() {
        let robot = ROBOTS[0].id();
        let [morning, afternoon, evening] =
            [8, 14, 18].map(|hour| answered_of(&outcomes(2000, &robot, hour)));
        assert!((1000..1200).contains(&afternoon), "{afternoon} of 2000");
        assert!(morning + 100 < afternoon && afternoon + 100 < evening);
    }

    #[test]
    fn every_way_of_ringing_happens_and_has_words_of_its_own() {
        let seen: HashSet<RingType> = outcomes(3000, &ROBOTS[0].id(), 12)
            .iter()
            .map(|it| it.ring_type)
            .collect();
        assert_eq!(seen.len(), 10, "all but the sentinel's: {seen:?}");
        for words in [RingWords::Snake, RingWords::Plain] {
            let told: HashSet<&str> = seen.iter().map(|it| it.word(words)).collect();
            assert_eq!(told.len(), seen.len());
        }
    }

    #[test]
    fn a_number_that_is_not_in_use_never_is() {
        let settings = Settings::default();
        let ends = |number, dial| {
            let lead = lead(number, "");
            outcome(&lead, dial, 9, at_hour(18), &settings).ring_type
        };
        let unused: Vec<u32> = (0..500)
            .filter(|number| ends(*number, 0) == RingType::NotInUse)
            .collect();
        assert!(!unused.is_empty());
        for number in unused {
            assert!((1..10).all(|dial| ends(number, dial) == RingType::NotInUse));
        }
    }

    #[test]
    fn calls_end_with_the_letters_of_their_robot_as_often_as_the_robot_has_it() {
        for robot in ROBOTS {
            let answered: Vec<Outcome> = outcomes(4000, &robot.id(), 18)
                .into_iter()
                .filter(|it| it.is_answered())
                .collect();
            let mut counts = BTreeMap::<&str, usize>::new();
            for end in &answered {
                *counts.entry(end.intention).or_default() += 1;
            }
            for (letter, intention) in LETTERS.iter().zip(robot.intentions) {
                let share = counts.remove(letter).unwrap_or_default() * 100 / answered.len();
                let off = share.abs_diff(usize::try_from(intention.share).expect("a share"));
                assert!(off <= 3, "{} {letter}: {share} %", robot.name);
            }
            assert_eq!(counts.into_keys().collect::<Vec<_>>(), [NONE]);
        }
    }

    #[test]
    fn talks_last_as_their_letter_has_it_and_no_dial_lasts_too_long() {
        let plausible = SandboxOptions {
            talk: TalkLength::Plausible,
            ..SandboxOptions::default()
        };
        let bounded = SandboxOptions::default();
        let mut talks = BTreeMap::<&str, Vec<Duration>>::new();
        for robot in ROBOTS {
            for end in outcomes(2000, &robot.id(), 18) {
                let (ringing, all) = end.lengths(&plausible);
                assert!(all <= LONGEST_DIAL && ringing <= all);
                let (short_ringing, short) = end.lengths(&bounded);
                assert!(short <= bounded.call_duration && short_ringing <= short);
                if robot.name == "Cashback EN-PH v4" && end.is_answered() {
                    talks.entry(end.intention).or_default().push(all - ringing);
                }
            }
        }
        let mean = |letter: &str| {
            talks[letter].iter().sum::<Duration>().as_secs() / talks[letter].len() as u64
        };
        let means = ["A", "B", "D", NONE].map(mean);
        assert!(means.is_sorted_by(|left, right| left > right), "{means:?}");
    }
}
