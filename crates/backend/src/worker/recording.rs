//! Writing down what the provider has said, also while the database is restarting: it is known here only.

use std::future::Future;
use std::time::Duration;

use crate::error::Error;

/// How often writing an outcome is tried while the database does not answer: for about a minute.
const TRIES_TO_RECORD: u32 = 8;

/// The wait before the second try; it doubles with every further one.
const FIRST_RECORD_BACKOFF: Duration = Duration::from_millis(500);

/// Writes, and tries again where the database does not take it.
///
/// # Errors
/// That of the last try.
pub(super) async fn with_retries<Writing>(write: impl Fn() -> Writing) -> Result<(), Error>
where
    Writing: Future<Output = Result<(), Error>>,
{
    let (mut tries, mut wait) = (1, FIRST_RECORD_BACKOFF);
    loop {
        match write().await {
            Err(Error::Database(error)) if tries < TRIES_TO_RECORD => {
                tracing::warn!(%error, "what the provider has said could not be written yet");
                tokio::time::sleep(wait).await;
                (tries, wait) = (tries + 1, wait * 2);
            }
            written => return written,
        }
    }
}
