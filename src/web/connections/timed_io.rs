//! A connection whose client has to hurry: with the headers of a request, and in taking the answer.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

use crate::web::limits::HttpLimits;

/// What the connection and the service on it know of each other.
#[derive(Debug, Default)]
pub struct Requests {
    begun: AtomicU64,
    is_answering: AtomicBool,
}

/// A request that is being answered, until this is dropped.
#[derive(Debug)]
pub struct Answering(Arc<Requests>);

impl Requests {
    /// The headers of a request have arrived.
    pub fn begin(self: &Arc<Requests>) -> Answering {
        self.begun.fetch_add(1, Ordering::Relaxed);
        self.is_answering.store(true, Ordering::Relaxed);
        Answering(self.clone())
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.is_answering.store(false, Ordering::Relaxed);
    }
}

type Timer = Option<Pin<Box<Sleep>>>;

/// Whether the time of a timer that was set is over. Wakes the task when it is.
fn is_over(timer: &mut Timer, context: &mut Context<'_>) -> bool {
    timer
        .as_mut()
        .is_some_and(|timer| timer.as_mut().poll(context).is_ready())
}

/// The connection. It fails with [`io::ErrorKind::TimedOut`].
#[derive(Debug)]
pub struct TimedIo<Io> {
    io: Io,
    requests: Arc<Requests>,
    headers_within: Duration,
    stalled_within: Duration,
    taken_within: Duration,
    farewell_within: Duration,
    /// The last request that the timers below know of.
    known: u64,
    headers: Timer,
    stalled: Timer,
    taken: Timer,
    farewell: Timer,
}

impl<Io> TimedIo<Io> {
    /// A new connection: its first headers are waited for from now on.
    pub fn new(io: Io, requests: Arc<Requests>, limits: &HttpLimits) -> TimedIo<Io> {
        TimedIo {
            io,
            requests,
            headers_within: limits.headers,
            stalled_within: limits.stalled_answer,
            taken_within: limits.whole_answer,
            farewell_within: limits.farewell,
            known: 0,
            headers: Some(Box::pin(sleep(limits.headers))),
            stalled: None,
            taken: None,
            farewell: None,
        }
    }

    /// Forgets the timers of the request before.
    fn catch_up(&mut self) {
        let begun = self.requests.begun.load(Ordering::Relaxed);
        if self.known != begun {
            self.known = begun;
            self.headers = None;
            self.stalled = None;
            self.taken = None;
        }
    }

    /// Hands the outcome of a write on, unless the client has not taken anything for too long.
    fn taken<T>(
        &mut self,
        context: &mut Context<'_>,
        outcome: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        self.catch_up();
        if outcome.is_ready() {
            self.stalled = None;
            return outcome;
        }
        let (stalled, taken) = (self.stalled_within, self.taken_within);
        self.stalled.get_or_insert_with(|| Box::pin(sleep(stalled)));
        self.taken.get_or_insert_with(|| Box::pin(sleep(taken)));
        if is_over(&mut self.stalled, context) || is_over(&mut self.taken, context) {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        outcome
    }
}

impl<Io: AsyncRead + Unpin> AsyncRead for TimedIo<Io> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        this.catch_up();
        let before = buffer.filled().len();
        let read = Pin::new(&mut this.io).poll_read(context, buffer);
        if this.requests.is_answering.load(Ordering::Relaxed) {
            return read;
        }
        if this.headers.is_none() && buffer.filled().len() > before {
            this.headers = Some(Box::pin(sleep(this.headers_within)));
        }
        if is_over(&mut this.headers, context) {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        read
    }
}

impl<Io: AsyncRead + AsyncWrite + Unpin> AsyncWrite for TimedIo<Io> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let outcome = Pin::new(&mut this.io).poll_write(context, bytes);
        this.taken(context, outcome)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let outcome = Pin::new(&mut this.io).poll_write_vectored(context, slices);
        this.taken(context, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let outcome = Pin::new(&mut this.io).poll_flush(context);
        this.taken(context, outcome)
    }

    /// Says that nothing more will come, and listens for a while: bytes that nobody has read when a connection is closed
    /// make the client's machine throw away the answer that it has not shown yet.
    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.farewell.is_none() {
            ready!(Pin::new(&mut this.io).poll_shutdown(context))?;
            this.farewell = Some(Box::pin(sleep(this.farewell_within)));
        }
        let mut waste = [0; 4096];
        while !is_over(&mut this.farewell, context) {
            let mut buffer = ReadBuf::new(&mut waste);
            ready!(Pin::new(&mut this.io).poll_read(context, &mut buffer))?;
            if buffer.filled().is_empty() {
                break;
            }
        }
        Poll::Ready(Ok(()))
    }
}
