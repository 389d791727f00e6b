//! How many files people may send: counted before a byte of one is read.
//!
//! The counts are kept in memory, by each process for itself, and begin anew with it. They guard this machine's disk,
//! processors and connections, which are this process's too.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use backend::drafts::FileProblem;
use backend::hourly::LastHour;
use jiff::Timestamp;

use crate::web::limits::UploadLimits;
use backend::ids::PersonId;

/// Seconds after which an upload under way may have ended.
const SOON: u32 = 30;

/// Why a file is not taken now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// So many of this person are under way already.
    UnderWay(u64),
    /// This person has sent so many within an hour; in so many seconds there is room for one.
    TooMany(u64, u32),
    /// So many are under way, over all.
    Busy(u64),
    /// The disk is full.
    NoRoom,
}

impl NotNow {
    /// What is kept of it with the draft, and what the person reads.
    pub fn problem(self) -> FileProblem {
        match self {
            NotNow::UnderWay(files) => FileProblem::StillReading(files),
            NotNow::TooMany(files, seconds) => FileProblem::TooMany {
                files,
                minutes: seconds.div_ceil(60),
            },
            NotNow::Busy(files) => FileProblem::OthersSend(files),
            NotNow::NoRoom => FileProblem::NoRoom,
        }
    }

    /// Seconds after which it is worth trying again.
    pub const fn seconds(self) -> u32 {
        match self {
            NotNow::TooMany(_, seconds) => seconds,
            NotNow::UnderWay(_) | NotNow::Busy(_) | NotNow::NoRoom => SOON,
        }
    }

    /// The HTTP status: the disk is nobody's problem.
    pub const fn status(self) -> u16 {
        match self {
            NotNow::NoRoom => 503,
            NotNow::UnderWay(_) | NotNow::TooMany(..) | NotNow::Busy(_) => 429,
        }
    }
}

/// The uploads of a process.
#[derive(Clone, Debug, Default)]
pub struct Uploads(Arc<Mutex<HashMap<PersonId, OfPerson>>>);

/// The uploads of one person.
#[derive(Debug, Default)]
struct OfPerson {
    under_way: usize,
    /// When those of the last hour began, the oldest first.
    begun: LastHour,
}

/// An upload under way, until this is dropped: also where its client leaves.
#[derive(Debug)]
pub struct UnderWay {
    uploads: Uploads,
    person: PersonId,
    begun: Timestamp,
}

impl Uploads {
    fn lock(&self) -> MutexGuard<'_, HashMap<PersonId, OfPerson>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins an upload; `free` says how many bytes the disk has left, where that is known.
    ///
    /// # Errors
    /// When it is one too many. It is not counted then.
    pub fn begin(
        &self,
        limits: &UploadLimits,
        person: PersonId,
        now: Timestamp,
        free: Option<u64>,
    ) -> Result<UnderWay, NotNow> {
        let mut people = self.lock();
        people.retain(|_, person| {
            person.begun.forget_old(now);
            person.under_way > 0 || !person.begun.is_empty()
        });
        let in_all: usize = people.values().map(|person| person.under_way).sum();
        let own = people.entry(person).or_default();
        if own.under_way >= limits.per_person {
            return Err(NotNow::UnderWay(own.under_way as u64));
        }
        if let Some(seconds) = own.begun.seconds_until_room(limits.per_hour, now) {
            return Err(NotNow::TooMany(own.begun.len() as u64, seconds));
        }
        if in_all >= limits.in_all {
            return Err(NotNow::Busy(in_all as u64));
        }
        if free.is_some_and(|free| free < limits.free_bytes) {
            return Err(NotNow::NoRoom);
        }
        own.under_way += 1;
        own.begun.push(now);
        Ok(UnderWay {
            uploads: self.clone(),
            person,
            begun: now,
        })
    }
}

impl UnderWay {
    /// Does not count among those of the hour: the form came without a file.
    pub fn without_file(self) {
        if let Some(person) = self.uploads.lock().get_mut(&self.person) {
            person.begun.take_back(self.begun);
        }
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        if let Some(person) = self.uploads.lock().get_mut(&self.person) {
            person.under_way -= 1;
        }
    }
}

/// Bytes that are free where temporary files are written; `None` where the machine does not say.
pub fn free_bytes() -> Option<u64> {
    let folder = rustix::fs::statvfs(std::env::temp_dir()).ok()?;
    Some(folder.f_bavail.saturating_mul(folder.f_frsize))
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
    fn two_files_of_a_person_are_taken_at_once_and_another_when_one_is_done() {
        let (uploads, limits) = (Uploads::default(), UploadLimits::default());
        let begin = |person| uploads.begin(&limits, person, at(0), None);
        let one = begin(ANA).unwrap();
        let _two = begin(ANA).unwrap();
        assert_eq!(begin(ANA).unwrap_err(), NotNow::UnderWay(2));
        let _other = begin(BUDI).expect("another person's are counted apart");
        drop(one);
        begin(ANA).expect("there is room again");
    }

    #[test]
    fn thirty_files_of_a_person_are_taken_within_an_hour() {
        let (uploads, limits) = (Uploads::default(), UploadLimits::default());
        let begin = |seconds| uploads.begin(&limits, ANA, at(seconds), None);
        for second in 0..30 {
            drop(begin(second).unwrap());
        }
        let refused = begin(3599).unwrap_err();
        assert_eq!(refused, NotNow::TooMany(30, 1));
        assert!(
            refused
                .problem()
                .message()
                .to_string()
                .contains("Wait 1 minute,")
        );
        let refused = begin(60).unwrap_err();
        assert_eq!(refused.seconds(), 3540);
        assert!(
            refused
                .problem()
                .message()
                .to_string()
                .contains("Wait 59 minutes,")
        );
        begin(3600).expect("the first was an hour ago");
        begin(3600).expect_err("the second was not");
    }

    #[test]
    fn a_form_without_a_file_does_not_count_as_one() {
        let (uploads, limits) = (Uploads::default(), UploadLimits::default());
        for _ in 0..40 {
            let upload = uploads.begin(&limits, ANA, at(0), None).unwrap();
            upload.without_file();
        }
        assert_eq!(uploads.lock()[&ANA].under_way, 0);
    }

    #[test]
    fn eight_files_are_taken_at_once_over_all() {
        let (uploads, limits) = (Uploads::default(), UploadLimits::default());
        let begin =
            |person| uploads.begin(&limits, PersonId::new(Uuid::from_u128(person)), at(0), None);
        let taken: Vec<_> = (0..8).map(|person| begin(person).unwrap()).collect();
        assert_eq!(begin(8).unwrap_err(), NotNow::Busy(8));
        drop(taken);
        begin(8).expect("there is room again");
    }

    #[test]
    fn no_file_is_taken_where_the_disk_is_nearly_full() {
        let (uploads, limits) = (Uploads::default(), UploadLimits::default());
        let begin = |free| uploads.begin(&limits, ANA, at(0), Some(free));
        assert_eq!(begin(1).unwrap_err(), NotNow::NoRoom);
        begin(limits.free_bytes).expect("there is room");
    }

    #[test]
    fn nobody_is_remembered_for_longer_than_an_hour() {
        let (uploads, limits) = (Uploads::default(), UploadLimits::default());
        drop(uploads.begin(&limits, ANA, at(0), None).unwrap());
        drop(uploads.begin(&limits, BUDI, at(3600), None).unwrap());
        assert!(!uploads.lock().contains_key(&ANA));
    }
}
