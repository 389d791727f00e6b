//! Work on a whole list: a few at once, none of it on the threads that serve requests, and each to its end.

use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use sheets::reader::{ReadingHandle, SheetReader};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

use crate::error::Error;
use crate::{Backend, messages, store};

/// How long somebody waits for their turn.
const WORK_TIMEOUT: Duration = Duration::from_secs(60);

/// Does work on a whole list when its turn has come.
///
/// The work runs on by itself: a request that is given up takes neither the work nor its turn with it, so that there are
/// never more of them than there are turns. The token tells the work that nobody waits for it any more.
///
/// Ask for the turn before a transaction is begun: whoever holds a draft must not wait for others who wait for the draft.
///
/// # Errors
/// [`Error::Busy`] where no turn came in time, [`Error::Machine`] where the work panicked; else what the work says.
pub(crate) async fn run<T, F>(
    backend: Backend,
    work: impl FnOnce(CancellationToken) -> F,
) -> Result<T, Error>
where
    T: Send + 'static,
    F: Future<Output = Result<T, Error>> + Send + 'static,
{
    let turn = turn(&backend.intake, WORK_TIMEOUT).await?;
    let given_up = CancellationToken::new();
    let request = given_up.clone().drop_guard();
    let work = work(given_up);
    let task = async move {
        let outcome = work.await;
        drop(turn);
        outcome
    };
    let outcome = tokio::spawn(task.in_current_span()).await;
    request.disarm();
    outcome.map_err(|error| Error::Machine(std::io::Error::other(error)))?
}

async fn turn(
    semaphore: &Arc<Semaphore>,
    patience: Duration,
) -> Result<OwnedSemaphorePermit, Error> {
    let turn = Arc::clone(semaphore).acquire_owned();
    let turn = tokio::time::timeout(patience, turn).await;
    match turn {
        Ok(Ok(turn)) => Ok(turn),
        _ => Err(Error::Busy {
            sentence: messages::busy::lists(),
            seconds: 60,
        }),
    }
}

/// From so many leads on, a list changes what the best plan of a query is.
const LONG_LIST: u32 = 5_000;

/// The database looks at long lists at most so often.
const ANALYZE_EVERY: SignedDuration = SignedDuration::from_secs(10);

/// Lets the database look at what was written of a long list: beside the request, which has ended by then, and never in
/// anybody's way. Where it has looked a moment ago it looks again a moment later. Where it fails, the database looks by itself
/// when it comes round to it.
pub(super) fn schedule_analyze(backend: &Backend, now: Timestamp, leads: u32) {
    if leads < LONG_LIST {
        return;
    }
    let mut last = backend
        .analyzed_leads
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    let Some(pause) = pause_before_analyze(*last, now) else {
        return;
    };
    *last = Some(now + pause);
    let pool = backend.pool.clone();
    tokio::spawn(async move {
        tokio::time::sleep(pause.unsigned_abs()).await;
        if let Err(error) = store::copy::analyze(&pool).await {
            tracing::warn!(%error, "the database could not look at a long list");
        }
    });
}

/// How long to wait for the next look, when the last one was at that moment; `None` where one is to come, and will see what was
/// written now.
fn pause_before_analyze(last: Option<Timestamp>, now: Timestamp) -> Option<SignedDuration> {
    let Some(last) = last else {
        return Some(SignedDuration::ZERO);
    };
    let since = now.duration_since(last);
    (!since.is_negative()).then(|| (ANALYZE_EVERY - since).max(SignedDuration::ZERO))
}

/// What ends work that nobody waits for any more. Nobody hears of it.
pub(crate) fn nobody_waits() -> Error {
    Error::Machine(std::io::Error::other("nobody waits for the work any more"))
}

/// Computes on a thread that serves no requests.
///
/// # Errors
/// [`Error::Machine`] where it panicked.
pub(crate) async fn compute<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Error::Machine(std::io::Error::other(error)))
}

/// Reads a file on a thread that serves no requests. The reading ends early when nobody waits for it any more.
///
/// # Errors
/// [`Error::Machine`] where it panicked.
pub(crate) async fn read<T: Send + 'static>(
    sheets: &SheetReader,
    given_up: &CancellationToken,
    work: impl FnOnce(&ReadingHandle) -> T + Send + 'static,
) -> Result<T, Error> {
    let (stop, reader) = sheets.begin();
    let mut reading = pin!(compute(move || work(&reader)));
    tokio::select! {
        read = &mut reading => read,
        () = given_up.cancelled() => {
            drop(stop);
            // The turn goes with the work, so its end is waited for.
            reading.await
        }
    }
}

#[cfg(test)]
mod tests {
    use sqlx::postgres::PgPoolOptions;
    use tokio::sync::oneshot;

    use super::*;
    use crate::SHEETS_AT_ONCE;

    /// A backend whose database and provider are never asked for anything.
    fn backend() -> Backend {
        let pool = PgPoolOptions::new().connect_lazy("postgres://nobody@127.0.0.1:1/none");
        let credentials = airudder::Credentials::Key {
            app_key: "nobody".to_owned(),
            app_secret: airudder::Secret::new("nothing"),
        };
        let address = "http://127.0.0.1:1".parse().unwrap();
        let config = airudder::Config::new(address, credentials);
        Backend::new(pool.unwrap(), airudder::Client::new(config).unwrap(), true)
    }

    /// Fails where something that has to happen does not happen at all.
    async fn soon<T>(event: impl Future<Output = T>) -> T {
        tokio::time::timeout(Duration::from_secs(60), event)
            .await
            .expect("it happens")
    }

    #[tokio::test]
    async fn a_request_that_is_given_up_leaves_its_turn_with_the_work_that_goes_on() {
        let backend = backend();
        let (started, has_started) = oneshot::channel();
        let (release, released) = std::sync::mpsc::channel::<()>();
        let (told, was_told) = oneshot::channel();
        let request = tokio::spawn({
            let backend = backend.clone();
            async move {
                run(backend, |given_up| async move {
                    started.send(()).unwrap();
                    given_up.cancelled().await;
                    told.send(()).unwrap();
                    // A thread that is in the middle of something.
                    compute(move || released.recv().is_ok()).await
                })
                .await
            }
        });
        soon(has_started).await.unwrap();
        request.abort();
        assert!(soon(request).await.unwrap_err().is_cancelled());
        soon(was_told).await.expect("the work is told");
        assert_eq!(backend.intake.available_permits(), SHEETS_AT_ONCE - 1);
        release.send(()).expect("the work goes on");
        let all = u32::try_from(SHEETS_AT_ONCE).unwrap();
        let all = soon(Arc::clone(&backend.intake).acquire_many_owned(all)).await;
        drop(all.unwrap());
    }

    #[tokio::test]
    async fn a_request_that_is_given_up_while_it_waits_takes_no_turn() {
        let backend = backend();
        let all = u32::try_from(SHEETS_AT_ONCE).unwrap();
        let all = Arc::clone(&backend.intake).acquire_many_owned(all).await;
        {
            let mut waits = Box::pin(run(backend.clone(), |_| async { Ok(()) }));
            assert!(futures::poll!(&mut waits).is_pending());
        }
        drop(all.unwrap());
        assert_eq!(backend.intake.available_permits(), SHEETS_AT_ONCE);
    }

    #[tokio::test]
    async fn work_that_panics_gives_its_turn_back() {
        let backend = backend();
        let outcome = run(backend.clone(), |_| async {
            compute::<()>(|| panic!("a list that nobody has thought of")).await
        });
        let outcome: Result<(), Error> = outcome.await;
        assert!(matches!(outcome, Err(Error::Machine(_))), "{outcome:?}");
        assert_eq!(backend.intake.available_permits(), SHEETS_AT_ONCE);
    }

    #[test]
    fn the_database_looks_at_long_lists_at_most_every_ten_seconds_and_misses_none() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let seconds = |seconds| Some(SignedDuration::from_secs(seconds));
        assert_eq!(pause_before_analyze(None, at(0)), seconds(0));
        assert_eq!(pause_before_analyze(Some(at(0)), at(3)), seconds(7));
        assert_eq!(pause_before_analyze(Some(at(0)), at(10)), seconds(0));
        assert_eq!(pause_before_analyze(Some(at(0)), at(60)), seconds(0));
        // The look that is to come at that moment sees this list as well.
        assert_eq!(pause_before_analyze(Some(at(10)), at(3)), None);
    }

    #[tokio::test]
    async fn whoever_waits_too_long_for_a_turn_is_told_to_try_again() {
        let turns = Arc::new(Semaphore::new(1));
        let first = turn(&turns, Duration::ZERO).await.unwrap();
        let second = turn(&turns, Duration::ZERO).await;
        let Err(Error::Busy { sentence, .. }) = second else {
            panic!("{second:?}");
        };
        let sentence = sentence.to_string();
        assert!(sentence.contains("Try again in a minute"), "{sentence}");
        drop(first);
        assert!(turn(&turns, Duration::ZERO).await.is_ok());
    }
}
