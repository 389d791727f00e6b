//! How many passwords are hashed at once, and how many wait.
//!
//! A hash takes 19 MiB and tens of milliseconds of a processor. The permit for it belongs to the work and not to the request:
//! a thread cannot be called back, so a browser that hangs up leaves its hash running, and it must go on counting.

use std::fmt;
use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError};

use crate::error::Error;
use crate::messages;

/// Hashes at once: as many as a small machine bears.
const AT_ONCE: usize = 4;

/// Hashes that wait for their turn, about a second's work. Who comes after them is sent away, which costs nothing.
const WAITING: usize = 64;

/// Seconds after which it is worth trying again; the queue is empty by then.
const TRY_AGAIN: u32 = 5;

/// The queue of a process.
#[derive(Clone)]
pub(crate) struct Hashing {
    /// One for each hash that runs or waits.
    places: Arc<Semaphore>,
    /// One for each hash that runs.
    turns: Arc<Semaphore>,
}

/// The right to one hash. Given up where it is dropped before the work begins, and when the work ends afterwards.
#[derive(Debug)]
pub(crate) struct Place {
    place: OwnedSemaphorePermit,
    turns: Arc<Semaphore>,
}

impl Default for Hashing {
    fn default() -> Hashing {
        Hashing::new(AT_ONCE, WAITING)
    }
}

impl fmt::Debug for Hashing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Hashing").finish_non_exhaustive()
    }
}

impl Hashing {
    /// A queue in which so many run and so many more wait.
    pub(crate) fn new(at_once: usize, waiting: usize) -> Hashing {
        Hashing {
            places: Arc::new(Semaphore::new(at_once + waiting)),
            turns: Arc::new(Semaphore::new(at_once)),
        }
    }

    /// Takes a place in the queue, at once or not at all.
    ///
    /// # Errors
    /// [`Error::Busy`] when the queue is full.
    pub(crate) fn place(&self) -> Result<Place, Error> {
        match self.places.clone().try_acquire_owned() {
            Ok(place) => Ok(Place {
                place,
                turns: self.turns.clone(),
            }),
            Err(TryAcquireError::NoPermits | TryAcquireError::Closed) => Err(Error::Busy {
                sentence: messages::busy::people(),
                seconds: TRY_AGAIN,
            }),
        }
    }
}

impl Place {
    /// Waits for its turn and does the work, off the threads that serve requests.
    pub(crate) async fn work<T: Send + 'static>(
        self,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let Place { place, turns } = self;
        let turn = turns.acquire_owned().await.expect("never closed");
        let work = move || {
            let _permits = (place, turn);
            work()
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|error| Error::Machine(std::io::Error::other(error)))?
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    /// A hash that has begun, and goes on until `end` is dropped.
    struct Running {
        request: tokio::task::JoinHandle<Result<(), Error>>,
        end: mpsc::Sender<()>,
    }

    /// Starts a hash and waits until it works.
    async fn begin(hashing: &Hashing) -> Running {
        let place = hashing.place().expect("a place");
        let (end, ended) = mpsc::channel::<()>();
        let (began, has_begun) = tokio::sync::oneshot::channel();
        let request = tokio::spawn(place.work(move || {
            began.send(()).expect("the test waits");
            let _ = ended.recv();
            Ok(())
        }));
        has_begun.await.expect("it begins");
        Running { request, end }
    }

    /// Whether another hash would wait now.
    fn all_turns_are_taken(hashing: &Hashing) -> bool {
        hashing.turns.available_permits() == 0
    }

    #[tokio::test]
    async fn a_hash_whose_client_has_left_counts_until_it_has_ended() {
        let hashing = Hashing::new(1, 1);
        let left = begin(&hashing).await;
        left.request.abort();
        assert!(left.request.await.expect_err("given up").is_cancelled());
        assert!(all_turns_are_taken(&hashing), "the thread still works");

        let next = hashing.place().expect("one may wait");
        assert!(
            matches!(hashing.place(), Err(Error::Busy { .. })),
            "the one that was left and the one that waits are two"
        );
        drop(left.end);
        next.work(|| Ok(())).await.expect("its turn comes");
        assert!(!all_turns_are_taken(&hashing));
    }

    #[tokio::test]
    async fn who_finds_the_queue_full_is_sent_away_at_once() {
        let hashing = Hashing::new(2, 1);
        let running = [begin(&hashing).await, begin(&hashing).await];
        let waiting = hashing.place().expect("one may wait");
        let refused = hashing.place().expect_err("the queue is full");
        assert!(matches!(refused, Error::Busy { seconds, .. } if seconds > 0));

        // Who hangs up while waiting leaves the place to others.
        drop(waiting);
        let place = hashing.place().expect("a place is free again");
        for Running { request, end } in running {
            drop(end);
            request.await.expect("no panic").expect("it worked");
        }
        place.work(|| Ok(())).await.expect("its turn comes");
    }

    #[tokio::test]
    async fn a_process_hashes_four_passwords_at_once_and_lets_64_wait() {
        let hashing = Hashing::default();
        let mut running = Vec::new();
        for _ in 0..4 {
            assert!(!all_turns_are_taken(&hashing));
            running.push(begin(&hashing).await);
        }
        assert!(all_turns_are_taken(&hashing));
        let waiting: Vec<_> = (0..64).map(|_| hashing.place().expect("a place")).collect();
        assert!(hashing.place().is_err());
        drop((waiting, running));
    }
}
