//! Reading a body to its end, within bounds of length and time.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use futures::StreamExt;
use tokio::time::timeout;

/// Why a body was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is longer than it may be.
    TooLarge,
    /// It did not arrive in time.
    TooSlow,
    /// The client left.
    BrokenOff,
}

/// Reads a body of at most so many bytes, within that time.
///
/// # Errors
/// When it has more, takes longer, or breaks off.
pub async fn whole_body(body: Body, most: usize, within: Duration) -> Result<Bytes, Unread> {
    let read = timeout(within, read_whole(body, most));
    read.await.unwrap_or(Err(Unread::TooSlow))
}

async fn read_whole(body: Body, most: usize) -> Result<Bytes, Unread> {
    let announced = body.size_hint().lower();
    if announced > most as u64 {
        return Err(Unread::TooLarge);
    }
    let mut bytes = Vec::new();
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Unread::BrokenOff)?;
        if bytes.len() + chunk.len() > most {
            return Err(Unread::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.into())
}
