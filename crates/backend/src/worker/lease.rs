//! Leases: how a process shows, for as long as it works on a batch, that it is alive.

use std::convert::Infallible;

use super::Pace;

/// Renews a lease for as long as it is polled; `renew` says `false` where the lease is lost. Then there is nothing to renew any
/// more: what was sent is sent.
async fn keep<R>(pace: Pace, number: i32, renew: impl Fn() -> R) -> Infallible
where
    R: Future<Output = sqlx::Result<bool>>,
{
    loop {
        tokio::time::sleep(pace.lease / 4).await;
        match renew().await {
            Ok(true) => {}
            Ok(false) => {
                tracing::warn!(batch = number, "the lease of a batch was lost");
                return std::future::pending().await;
            }
            Err(error) => {
                tracing::warn!(batch = number, %error, "a lease could not be renewed");
            }
        }
    }
}

/// Does the work while the lease is renewed beside it.
pub(super) async fn with_lease_renewal<R, T>(
    pace: Pace,
    number: i32,
    renew: impl Fn() -> R,
    work: impl Future<Output = T>,
) -> T
where
    R: Future<Output = sqlx::Result<bool>>,
{
    tokio::select! {
        done = work => done,
        never = keep(pace, number, renew) => match never {},
    }
}
