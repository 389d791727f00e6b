//! How often one person may do within an hour what costs much, or tells of many people: a browser that is left to a program, or a stolen
//! session, goes no faster than this. Who works by hand never meets it.
//!
//! The counts are kept in memory, over all accounts, by each process for itself, and begin anew with it: counting costs no statement.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use localization::Message;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::ids::PersonId;
use crate::messages::{busy, file_problems};
use crate::{Backend, Caller};

/// The time over which they are counted.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// One a minute for a whole hour: a check takes longer than that to read. `COXSWAIN_CHECKS_PER_HOUR` sets another one.
const CHECKS: usize = 60;

/// Two a minute. A person takes a file to work with it.
const DOWNLOADS: usize = 120;

/// Ten a minute: as fast as somebody can type who goes through a list of numbers. Each page of what was found counts.
const NUMBER_SEARCHES: usize = 600;

/// What is counted. Architecture invariant: the keys stand in the audit log, and are never changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Costly {
    /// A check of a draft, or a search for the leads that AIRudder refused.
    Check,
    /// A file of a list, of calls or of the audit log.
    Download,
    /// A search by digits of a number in tasks, calls, do-not-call lists, or what is held of it.
    NumberSearch,
}

/// How many of each.
#[derive(Clone, Copy, Debug)]
pub struct HourlyLimits {
    /// Checks.
    pub checks: usize,
    /// Downloads.
    pub downloads: usize,
    /// Searches by number.
    pub number_searches: usize,
}

impl HourlyLimits {
    /// Without limits: tests and benchmarks do within a minute what a person takes a day for.
    pub const NONE: HourlyLimits = HourlyLimits {
        checks: usize::MAX,
        downloads: usize::MAX,
        number_searches: usize::MAX,
    };
}

impl Default for HourlyLimits {
    fn default() -> HourlyLimits {
        HourlyLimits {
            checks: CHECKS,
            downloads: DOWNLOADS,
            number_searches: NUMBER_SEARCHES,
        }
    }
}

/// When somebody did something within the last hour, the oldest first.
#[derive(Clone, Debug, Default)]
pub struct LastHour(VecDeque<Timestamp>);

impl LastHour {
    /// Forgets what is an hour ago.
    pub fn forget_old(&mut self, now: Timestamp) {
        self.0.retain(|at| *at + WINDOW > now);
    }

    /// Counts one more.
    pub fn push(&mut self, now: Timestamp) {
        self.0.push_back(now);
    }

    /// Counts one of that moment no more.
    pub fn take_back(&mut self, at: Timestamp) {
        if let Some(found) = self.0.iter().position(|other| *other == at) {
            self.0.remove(found);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whole seconds, at least one, until there is room for another; `None` where there is.
    pub fn seconds_until_room(&self, most: usize, now: Timestamp) -> Option<u32> {
        if self.len() < most {
            return None;
        }
        let free_at = self.0.front().map_or(now, |oldest| *oldest + WINDOW);
        let seconds = free_at.duration_since(now).as_secs().max(1);
        Some(u32::try_from(seconds).unwrap_or(u32::MAX))
    }
}

/// What people of a process did within the hour.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hourly {
    pub(crate) limits: HourlyLimits,
    done: Arc<Mutex<HashMap<(PersonId, Costly), LastHour>>>,
}

impl Hourly {
    const fn most(&self, of: Costly) -> usize {
        match of {
            Costly::Check => self.limits.checks,
            Costly::Download => self.limits.downloads,
            Costly::NumberSearch => self.limits.number_searches,
        }
    }

    /// Counts one more.
    ///
    /// # Errors
    /// When it is one too many: the seconds until there is room. It is not counted then.
    fn count(&self, person: PersonId, of: Costly, now: Timestamp) -> Result<(), u32> {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.retain(|_, times| {
            times.forget_old(now);
            !times.is_empty()
        });
        let own = done.entry((person, of)).or_default();
        match own.seconds_until_room(self.most(of), now) {
            Some(seconds) => Err(seconds),
            None => {
                own.push(now);
                Ok(())
            }
        }
    }
}

/// That it is too often, and for how long to wait.
fn sentence(of: Costly, most: usize, seconds: u32) -> Message {
    let wait = file_problems::minutes(u64::from(seconds.div_ceil(60)));
    let most = most as u64;
    match of {
        Costly::Check => busy::too_many_checks(most, wait),
        Costly::Download => busy::too_many_downloads(most, wait),
        Costly::NumberSearch => busy::too_many_searches(most, wait),
    }
}

impl Backend {
    /// The same with other limits on what a person may do within an hour.
    pub fn with_hourly_limits(self, limits: HourlyLimits) -> Backend {
        let hourly = Hourly {
            limits,
            ..Hourly::default()
        };
        Backend { hourly, ..self }
    }

    /// Counts what the caller is about to do; asked before anything is done.
    ///
    /// # Errors
    /// [`Error::TooOften`] when it is one too many within an hour, which is noted for the audit log.
    pub(crate) fn count(&self, caller: &Caller, of: Costly, now: Timestamp) -> Result<(), Error> {
        let counted = self.hourly.count(caller.person, of, now);
        counted.map_err(|seconds| {
            caller.source.note_too_often(of);
            Error::TooOften {
                sentence: sentence(of, self.hourly.most(of), seconds),
                seconds,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const ANA: PersonId = PersonId::new(Uuid::from_u128(1));
    const BUDI: PersonId = PersonId::new(Uuid::from_u128(2));

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    #[test]
    fn each_person_has_so_many_of_each_kind_within_an_hour() {
        let hourly = Hourly::default();
        let counts = [
            (Costly::Check, 60),
            (Costly::Download, 120),
            (Costly::NumberSearch, 600),
        ];
        for (of, most) in counts {
            for second in 0..most {
                hourly.count(ANA, of, at(second)).expect("within the limit");
            }
            assert_eq!(hourly.count(ANA, of, at(1200)), Err(2400), "{of:?}");
            assert_eq!(hourly.count(ANA, of, at(3599)), Err(1), "{of:?}");
            hourly.count(BUDI, of, at(3599)).expect("counted apart");
            hourly
                .count(ANA, of, at(3600))
                .expect("the first was an hour ago");
            hourly
                .count(ANA, of, at(3600))
                .expect_err("the second was not");
        }
    }

    #[test]
    fn nobody_is_remembered_for_longer_than_an_hour() {
        let hourly = Hourly::default();
        hourly.count(ANA, Costly::Check, at(0)).unwrap();
        hourly.count(BUDI, Costly::Check, at(3600)).unwrap();
        let kept: Vec<_> = hourly.done.lock().unwrap().keys().copied().collect();
        assert_eq!(kept, [(BUDI, Costly::Check)]);
    }

    #[test]
    fn the_sentence_says_how_long_to_wait() {
        let told = sentence(Costly::Check, 60, 61).to_string();
        assert!(
            told.contains("60 checks") && told.contains("Wait 2 minutes,"),
            "{told}"
        );
    }
}
