//! What is done now and then: the head of the audit log is signed; sessions and links that have expired, pushes of last week, and drafts
//! that nobody wants back are deleted.

use std::time::Duration;

use backend::installation::Installation;
use backend::{Backend, audit, drafts, guesses, people, pushes, sessions};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::web::clock;

/// How often.
const EVERY: Duration = Duration::from_secs(10 * 60);

/// Cleans until it is told to stop; a draft that is being deleted then stays as it was.
pub async fn clean(installation: Installation, stop: CancellationToken) {
    let mut ticks = tokio::time::interval(EVERY);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        let now = clock::now();
        clean_installation(installation.backend(), now).await;
        for account in installation.accounts() {
            clean_account(&account.backend, now, &stop).await;
        }
    }
}

/// What is of no account.
async fn clean_installation(backend: &Backend, now: Timestamp) {
    if let Err(error) = audit::sign_head(backend, now).await {
        tracing::warn!(%error, "the head of the audit log could not be signed");
    }
    if let Err(error) = sessions::delete_expired(backend.pool(), now).await {
        tracing::warn!(%error, "expired sessions could not be deleted");
    }
    if let Err(error) = people::delete_expired_links(backend, now).await {
        tracing::warn!(%error, "expired links could not be deleted");
    }
    if let Err(error) = guesses::delete_old(backend, now).await {
        tracing::warn!(%error, "failed sign-ins of yesterday could not be deleted");
    }
}

async fn clean_account(backend: &Backend, now: Timestamp, stop: &CancellationToken) {
    if let Err(error) = pushes::delete_old(backend, now).await {
        tracing::warn!(%error, "old pushes could not be deleted");
    }
    let deleting = drafts::delete_unwanted(backend, now);
    match stop.run_until_cancelled(deleting).await {
        None | Some(Ok(0)) => {}
        Some(Ok(drafts)) => {
            tracing::info!(drafts, "drafts were deleted that nobody wants back")
        }
        Some(Err(error)) => tracing::warn!(%error, "unwanted drafts could not be deleted"),
    }
}
