//! Limits on wrong passwords and keys.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::{Backend, store};

/// The time within which failures are counted.
pub(crate) const WINDOW: SignedDuration = SignedDuration::from_mins(15);

// Wrong keys that are allowed within that time, from one address and in all. Nobody guesses 120 bits or more; the limits spare the log and the
// database, and are far above what people mistype.
const KEYS_PER_ADDRESS: i64 = 5;
const KEYS_OF_ALL: i64 = 50;

/// An attempt, counted as failed until it is deleted.
pub(crate) struct Attempt {
    pub(crate) id: i64,
    /// Minutes until another attempt is allowed, where this one is not.
    pub(crate) wait: Option<u32>,
}

/// Counts an attempt; more than `allowed` within a quarter of an hour have to wait.
pub(crate) async fn attempt(
    backend: &Backend,
    now: Timestamp,
    subject: &[u8],
    allowed: i64,
) -> sqlx::Result<Attempt> {
    let id = store::users::insert_failure(&backend.pool, now, subject).await?;
    let blocking =
        store::users::failure_that_blocks(&backend.pool, subject, now - WINDOW, allowed).await?;
    let wait = blocking.map(|failed_at| minutes_until(failed_at + WINDOW, now));
    Ok(Attempt { id, wait })
}

fn minutes_until(end: Timestamp, now: Timestamp) -> u32 {
    let seconds = end.duration_since(now).as_secs().max(1);
    u32::try_from((seconds + 59) / 60).unwrap_or(u32::MAX)
}

/// The stored key of what failures are counted for.
pub(crate) fn subject(kind: &str, value: &str) -> Vec<u8> {
    Sha256::digest(format!("{kind}:{value}")).to_vec()
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

/// Checks a key of that kind. The attempt is counted first, so that simultaneous attempts are limited like consecutive ones.
pub(crate) async fn check_key(
    backend: &Backend,
    now: Timestamp,
    kind: &str,
    address: IpAddr,
    works: impl Future<Output = Result<bool, Error>>,
) -> Result<Guess, Error> {
    let network = subject(&format!("{kind} address"), &network_of(address));
    let attempts = [
        attempt(backend, now, &network, KEYS_PER_ADDRESS).await?,
        attempt(backend, now, &subject(kind, ""), KEYS_OF_ALL).await?,
    ];
    let wait = attempts.iter().filter_map(|attempt| attempt.wait).max();
    let works = wait.is_none() && works.await?;
    if works || wait.is_some() {
        for attempt in &attempts {
            store::users::delete_failure(&backend.pool, attempt.id).await?;
        }
    }
    Ok(match wait {
        Some(minutes) => Guess::Wait { minutes },
        None if works => Guess::Right,
        None => Guess::Wrong,
    })
}
