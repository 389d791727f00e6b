//! Limits on wrong passwords and keys.
//!
//! Nobody can keep somebody else out of a browser that they have signed in with before: guesses made elsewhere do
//! not count against it. In a new browser, a stranger who never pauses can keep them waiting; a reset link lets them in. What is counted over all networks only slows down.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::store::failures;
use crate::{Backend, store};

/// For how long failures are kept.
pub(crate) const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);

/// How failures of one subject make it wait.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    /// How long a failure counts.
    within: SignedDuration,
    /// So many cost nothing.
    free: i64,
    /// How long after the last failure the next attempt is heard, once there were so many.
    wait: SignedDuration,
    /// Up to where that doubles with each failure more; the same as `wait` where it does not.
    most: SignedDuration,
}

/// A browser that its person has signed in with before. Other browsers have no part in its failures, so it waits only for its own.
pub(crate) const KNOWN_DEVICE: Limit = Limit {
    within: SignedDuration::from_hours(24),
    free: 5,
    wait: SignedDuration::from_mins(1),
    most: SignedDuration::from_mins(15),
};

/// A person, tried from one network by browsers that are not known: at most a hundred guesses a day.
pub(crate) const PERSON_FROM_NETWORK: Limit = KNOWN_DEVICE;

/// Somebody who is signed in and types their own password again.
pub(crate) const OWN_PASSWORD: Limit = KNOWN_DEVICE;

/// Somebody who has given their password and shows their second factor, or sets one up: only who knows the password makes them wait, and a
/// passkey is heard all the time. 24 guesses a day find one of the three codes of a million that count after decades.
pub(crate) const SECOND_FACTOR: Limit = Limit {
    within: SignedDuration::from_hours(24),
    free: 5,
    wait: SignedDuration::from_secs(30),
    most: SignedDuration::from_hours(1),
};

/// Challenges for passkeys from one network: each is a row, and anybody can ask for one.
pub(crate) const CHALLENGES: Limit = Limit {
    within: SignedDuration::from_mins(15),
    free: 60,
    wait: SignedDuration::from_mins(15),
    most: SignedDuration::from_mins(15),
};

/// A network, whoever is tried from it. A whole office may share one.
pub(crate) const NETWORK: Limit = Limit {
    within: SignedDuration::from_mins(15),
    free: 30,
    wait: SignedDuration::from_mins(1),
    most: SignedDuration::from_mins(1),
};

/// A person, tried by all browsers that are not known: slower from then on.
pub(crate) const PERSON: Limit = Limit {
    within: SignedDuration::from_hours(1),
    free: 50,
    wait: SignedDuration::from_secs(30),
    most: SignedDuration::from_secs(30),
};

/// Everybody, tried by all browsers that are not known: the brake for guesses that come from many networks.
pub(crate) const EVERYBODY: Limit = Limit {
    within: SignedDuration::from_mins(15),
    free: 300,
    wait: SignedDuration::from_secs(2),
    most: SignedDuration::from_secs(2),
};

// Nobody guesses a key of 150 bits or more; the limits spare the log and the database, and are far above what people mistype.
const KEYS_FROM_NETWORK: Limit = Limit {
    within: SignedDuration::from_mins(15),
    free: 5,
    wait: SignedDuration::from_mins(15),
    most: SignedDuration::from_mins(15),
};
const KEYS_OF_EVERYBODY: Limit = Limit {
    within: SignedDuration::from_mins(15),
    free: 50,
    wait: SignedDuration::from_secs(10),
    most: SignedDuration::from_secs(10),
};

impl Limit {
    /// When the next attempt is heard after so many failures, of which that was the last; `None` where it is heard at once.
    fn heard_from(self, failures: i64, last: Timestamp) -> Option<Timestamp> {
        // From 30 doublings on it is longer than any limit.
        let doublings = u32::try_from((failures - self.free).min(30)).ok()?;
        let doubled = self.wait.saturating_mul(1 << doublings);
        Some(last + doubled.min(self.most))
    }
}

/// What an attempt counts for, and how: by a digest, so that the table does not tell who it was.
pub(crate) struct Subject {
    digest: Vec<u8>,
    limit: Limit,
}

/// The subject of that kind and name. The digest has a key where the installation has one: networks and emails can be tried out one after the
/// other.
pub(crate) fn subject(backend: &Backend, kind: &str, name: &str, limit: Limit) -> Subject {
    let named = format!("{kind}:{name}");
    let digest = match backend.encryption_keys() {
        Ok(keys) => keys.sign("failed sign-in", named.as_bytes()),
        Err(_) => Sha256::digest(&named).to_vec(),
    };
    Subject { digest, limit }
}

/// What wrong passwords of one person count for, from that network.
pub(crate) fn of_person(backend: &Backend, email: &str, address: IpAddr) -> [Subject; 2] {
    let from = format!("{} {email}", network_of(address));
    [
        subject(backend, "person from", &from, PERSON_FROM_NETWORK),
        subject(backend, "person", email, PERSON),
    ]
}

/// An attempt that is heard. It counts as failed until it is told to have succeeded.
pub(crate) struct Attempt {
    ids: Vec<i64>,
}

/// What becomes of an attempt.
pub(crate) enum Heard {
    /// It is looked at.
    Yes(Attempt),
    /// It is not, and counts for nothing.
    Wait {
        /// Minutes until the next one is heard, rounded up.
        minutes: u32,
    },
}

/// Counts an attempt before it is looked at, so that of many at once no more are heard than of many in a row. What is not heard counts for
/// nothing, also where its client hangs up: it is decided before anything is written.
pub(crate) async fn attempt(
    backend: &Backend,
    now: Timestamp,
    subjects: &[Subject],
) -> sqlx::Result<Heard> {
    let digests: Vec<&[u8]> = subjects.iter().map(|subject| &*subject.digest).collect();
    let since: Vec<Timestamp> = subjects
        .iter()
        .map(|subject| now - subject.limit.within)
        .collect();
    let mut transaction = backend.pool.begin().await?;
    failures::lock(&mut transaction, &digests).await?;
    let counted = failures::counted(&mut transaction, &digests, &since).await?;
    let heard_from = subjects.iter().zip(counted).filter_map(|(subject, of)| {
        let last = of.last?.to_jiff();
        subject.limit.heard_from(of.failures, last)
    });
    if let Some(at) = heard_from.max().filter(|at| *at > now) {
        let minutes = minutes_until(at, now);
        return Ok(Heard::Wait { minutes });
    }
    let ids = failures::insert(&mut transaction, now, &digests).await?;
    transaction.commit().await?;
    Ok(Heard::Yes(Attempt { ids }))
}

impl Attempt {
    /// It was no failure.
    pub(crate) async fn take_back(self, backend: &Backend) -> sqlx::Result<()> {
        failures::delete(&backend.pool, &self.ids).await
    }

    /// It succeeded: the failures before it are forgotten too, of those subjects.
    pub(crate) async fn succeeded(
        self,
        backend: &Backend,
        forgotten: &[Subject],
    ) -> sqlx::Result<()> {
        self.take_back(backend).await?;
        forget(backend, forgotten).await
    }
}

/// Forgets the failures of those subjects.
pub(crate) async fn forget(backend: &Backend, subjects: &[Subject]) -> sqlx::Result<()> {
    let digests: Vec<&[u8]> = subjects.iter().map(|subject| &*subject.digest).collect();
    failures::forget(&backend.pool, &digests).await
}

/// Deletes failures that count no more.
///
/// # Errors
/// When the database fails.
pub async fn delete_old(backend: &Backend, now: Timestamp) -> Result<(), Error> {
    Ok(store::failures::delete_old(&backend.pool, now - KEPT_FOR).await?)
}

fn minutes_until(end: Timestamp, now: Timestamp) -> u32 {
    let seconds = end.duration_since(now).as_secs().max(1);
    u32::try_from((seconds + 59) / 60).unwrap_or(u32::MAX)
}

/// The network that one customer of a provider has: the address, or the first 64 bits of an IPv6 one (RFC 6177).
pub(crate) fn network_of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("{:x?}", &address.segments()[..4]),
    }
}

/// What became of a key that somebody gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guess {
    /// It works.
    Right,
    /// It does not, and counts as a failure.
    Wrong,
    /// It was not looked at.
    Wait {
        /// Minutes until the next one is heard, rounded up.
        minutes: u32,
    },
}

/// Checks a key of that kind.
pub(crate) async fn check_key(
    backend: &Backend,
    now: Timestamp,
    kind: &str,
    address: IpAddr,
    works: impl Future<Output = Result<bool, Error>>,
) -> Result<Guess, Error> {
    let network = network_of(address);
    let subjects = [
        subject(
            backend,
            &format!("{kind} address"),
            &network,
            KEYS_FROM_NETWORK,
        ),
        subject(backend, kind, "", KEYS_OF_EVERYBODY),
    ];
    let attempt = match attempt(backend, now, &subjects).await? {
        Heard::Wait { minutes } => return Ok(Guess::Wait { minutes }),
        Heard::Yes(attempt) => attempt,
    };
    if works.await? {
        attempt.take_back(backend).await?;
        Ok(Guess::Right)
    } else {
        Ok(Guess::Wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_a_quarter_of_an_hour() {
        let last = Timestamp::UNIX_EPOCH;
        let wait = |failures| {
            let heard = PERSON_FROM_NETWORK.heard_from(failures, last);
            heard.map(|at| at.duration_since(last).as_mins())
        };
        assert_eq!(wait(4), None);
        let waits: Vec<_> = (5..11).map(wait).collect();
        assert_eq!(waits, [1, 2, 4, 8, 15, 15].map(Some));
        assert_eq!(wait(i64::MAX), Some(15));
    }

    #[test]
    fn each_wrong_code_makes_the_wait_longer_and_none_longer_than_an_hour() {
        let last = Timestamp::UNIX_EPOCH;
        let waits = |failures| SECOND_FACTOR.heard_from(failures, last);
        assert_eq!(waits(4), None);
        for (failures, seconds) in [
            (5, 30),
            (6, 60),
            (11, 32 * 60),
            (12, 3600),
            (i64::from(u32::MAX), 3600),
        ] {
            assert_eq!(
                waits(failures),
                Some(last + SignedDuration::from_secs(seconds)),
                "{failures}"
            );
        }
    }

    #[test]
    fn what_is_counted_over_everybody_never_waits_longer_than_half_a_minute() {
        for limit in [PERSON, EVERYBODY] {
            let heard = limit.heard_from(1_000_000, Timestamp::UNIX_EPOCH);
            let wait = heard.expect("it is limited").as_second();
            assert!(wait <= 30, "{wait}");
        }
    }
}
