//! The one place where the program asks for the time and for randomness.
//!
//! Everything else takes both as arguments, so that a test can say what they are.
#![allow(
    clippy::disallowed_methods,
    reason = "the ban elsewhere exists so that the clock and randomness enter here and nowhere else"
)]

use std::time::Instant;

use jiff::Timestamp;
use uuid::Uuid;

/// The present instant.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// A point from which a duration is measured; not affected by changes of the clock.
pub fn stopwatch() -> Instant {
    Instant::now()
}

/// Unguessable bytes from the operating system.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness to every program");
    bytes
}

/// A new id: UUID version 7 (RFC 9562), so that ids sort by the time they were made.
pub fn new_id<Id: From<Uuid>>() -> Id {
    let milliseconds = u64::try_from(now().as_millisecond()).expect("the present is after 1970");
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &random())
        .into_uuid()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_of_version_7_and_differ() {
        let (one, other): (Uuid, Uuid) = (new_id(), new_id());
        assert_eq!(one.get_version_num(), 7);
        assert_ne!(one, other);
    }
}
