//! Counts what comes of an upload, and ends it where it comes too slowly, or is too much.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use futures::Stream;
use tokio::time::{Instant, Sleep, sleep_until};

use crate::web::limits::UploadLimits;

/// Bytes handed on at a time while headers of a part are read: whoever reads them takes all that there is, at once.
const PIECE: usize = 8 * 1024;

/// Why an upload was ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ended {
    /// Nothing came for too long.
    #[error("the browser stopped sending")]
    Silence,
    /// Less came than the lowest rate.
    #[error("the upload was too slow")]
    TooSlow,
    /// It took longer than an upload may.
    #[error("the upload took too long")]
    TooLong,
    /// More than is read of any post.
    #[error("far too much was sent")]
    TooMuch,
    /// The headers of a part, or what stands before the first, have no end.
    #[error("the headers of a part are too long")]
    PartHeaders,
}

/// What the reader of the parts and the counted body know of each other.
#[derive(Clone, Debug, Default)]
pub struct Meter(Arc<Mutex<Shared>>);

#[derive(Debug, Default)]
struct Shared {
    /// What the headers of a part may still take, while they are read.
    part_headers: Option<u64>,
    ended: Option<Ended>,
}

impl Meter {
    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on headers of a part are read, of so many bytes at the most.
    pub fn part_headers(&self, most: u64) {
        self.shared().part_headers = Some(most);
    }

    /// From now on the content of a part is read.
    pub fn content(&self) {
        self.shared().part_headers = None;
    }

    /// Why the body was ended, if it was.
    pub fn ended(&self) -> Option<Ended> {
        self.shared().ended
    }
}

/// A body that is counted.
pub struct Metered {
    body: BodyDataStream,
    /// What has come and was not handed on.
    rest: Bytes,
    /// Whether the last call handed something on.
    has_handed: bool,
    meter: Meter,
    limits: UploadLimits,
    begun: Instant,
    bytes: u64,
    deadline: Pin<Box<Sleep>>,
    /// What the deadline stands for.
    threat: Ended,
}

impl Metered {
    /// Counts that body from now on.
    pub fn new(body: Body, limits: &UploadLimits) -> (Metered, Meter) {
        let meter = Meter::default();
        let begun = Instant::now();
        let (at, threat) = deadline(limits, begun, begun, 0);
        let metered = Metered {
            body: body.into_data_stream(),
            rest: Bytes::new(),
            has_handed: false,
            meter: meter.clone(),
            limits: limits.clone(),
            begun,
            bytes: 0,
            deadline: Box::pin(sleep_until(at)),
            threat,
        };
        (metered, meter)
    }

    /// Something has come: the deadline moves.
    fn count(&mut self, chunk: Bytes) -> Result<(), Ended> {
        self.bytes += chunk.len() as u64;
        self.rest = chunk;
        if self.bytes > self.limits.bytes {
            return Err(Ended::TooMuch);
        }
        let now = Instant::now();
        let (at, threat) = deadline(&self.limits, self.begun, now, self.bytes);
        self.deadline.as_mut().reset(at);
        self.threat = threat;
        // Where bytes come all the time nobody waits for the deadline.
        if at <= now { Err(threat) } else { Ok(()) }
    }

    /// The next piece of what has come.
    fn piece(&mut self) -> Result<Bytes, Ended> {
        let mut shared = self.meter.shared();
        let Some(left) = &mut shared.part_headers else {
            return Ok(std::mem::take(&mut self.rest));
        };
        if *left == 0 {
            return Err(Ended::PartHeaders);
        }
        let length = self.rest.len().min(PIECE);
        *left = left.saturating_sub(length as u64);
        Ok(self.rest.split_to(length))
    }

    fn next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, axum::Error>>> {
        while self.rest.is_empty() {
            match Pin::new(&mut self.body).poll_next(context) {
                Poll::Ready(Some(Ok(chunk))) => self.count(chunk).map_err(axum::Error::new)?,
                Poll::Ready(other) => return Poll::Ready(other),
                Poll::Pending => {
                    ready!(self.deadline.as_mut().poll(context));
                    return Poll::Ready(Some(Err(axum::Error::new(self.threat))));
                }
            }
        }
        Poll::Ready(Some(self.piece().map_err(axum::Error::new)))
    }
}

/// When an upload is ended unless more of it comes, and why: `bytes` have come by `heard`.
fn deadline(limits: &UploadLimits, begun: Instant, heard: Instant, bytes: u64) -> (Instant, Ended) {
    // Every byte buys the time that it takes at the lowest rate.
    let bought = Duration::from_secs_f64(bytes as f64 / limits.bytes_per_second.max(1) as f64);
    [
        (begun + limits.whole, Ended::TooLong),
        (begun + limits.grace + bought, Ended::TooSlow),
        (heard + limits.silence, Ended::Silence),
    ]
    .into_iter()
    .min_by_key(|(at, _)| *at)
    .expect("there are three")
}

impl Stream for Metered {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        // The reader of headers asks until there is no more, and looks at what it has only then.
        let reads_headers = this.meter.shared().part_headers.is_some();
        if std::mem::take(&mut this.has_handed) && reads_headers {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let next = ready!(this.next(context));
        match &next {
            Some(Ok(_)) => this.has_handed = true,
            Some(Err(error)) => {
                let ended = std::error::Error::source(error);
                let ended = ended.and_then(|source| source.downcast_ref::<Ended>());
                this.meter.shared().ended = ended.copied();
            }
            None => {}
        }
        Poll::Ready(next)
    }
}
