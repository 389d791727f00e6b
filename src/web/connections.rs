//! Takes connections and serves HTTP/1.1 on them, within bounds.
//!
//! HTTP/1.1 only: browsers speak HTTP/2 over TLS alone, which is the proxy's, and proxies speak HTTP/1.1 to what is behind
//! them. It is also the protocol for whose headers hyper keeps a time limit.

mod timed_io;

use std::collections::HashMap;
use std::convert::Infallible;
use std::io::Write;
use std::net::{IpAddr, SocketAddr};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{ConnectInfo, Request};
use axum::serve::Listener;
use http_body::{Frame, SizeHint};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use crate::web::limits::HttpLimits;
use timed_io::{Answering, Requests, TimedIo};

/// Bytes that the headers of a request may have, its first line included. There may be a hundred of them, as hyper has it.
const MAX_HEADER_BYTES: usize = 32 * 1024;

/// Bytes that are read from a connection, or kept for it, at a time.
const BUFFER: usize = 128 * 1024;

/// What a connection over the bound is told before it is closed.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\nConnection: close\r\n\
    Content-Type: text/plain; charset=utf-8\r\nContent-Length: 42\r\n\r\nToo many connections. Try again in 10 s.\r\n";

/// Serves until told to stop, then lets the requests under way end. Dropping the future cuts them off.
pub async fn serve(
    mut listener: TcpListener,
    router: Router,
    limits: HttpLimits,
    stop: CancellationToken,
) {
    let connection_limit = ConnectionLimit::new(&limits);
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            // It logs what fails, and waits where the machine has no more to give.
            (stream, peer) = Listener::accept(&mut listener) => match connection_limit.enter(peer.ip()) {
                Some(place) => {
                    let serving = serve_one(stream, peer, router.clone(), limits.clone(), stop.clone());
                    connections.spawn(async move {
                        serving.await;
                        drop(place);
                    });
                }
                None => turn_away(stream),
            },
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

async fn serve_one(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    limits: HttpLimits,
    stop: CancellationToken,
) {
    let requests = Arc::new(Requests::default());
    let io = TokioIo::new(TimedIo::new(stream, requests.clone(), &limits));
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let answering = requests.begin();
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = router.clone().oneshot(request);
        async move {
            let answer = answer.await?;
            Ok::<_, Infallible>(answer.map(|body| TimedResponse {
                body,
                _answering: answering,
            }))
        }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.keep_alive.max(limits.headers))
        .max_header_size(MAX_HEADER_BYTES)
        .max_buf_size(BUFFER);
    let mut connection = pin!(http.serve_connection(io, service));
    let outcome = tokio::select! {
        outcome = connection.as_mut() => outcome,
        () = stop.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = outcome {
        tracing::debug!(%error, "a connection broke");
    }
}

/// Closes a connection for which there is no place. Nothing is waited for: it is told why only if that costs nothing.
fn turn_away(stream: TcpStream) {
    tracing::debug!("a connection was turned away");
    if let Ok(mut stream) = stream.into_std() {
        let _ = stream.write(FULL);
    }
}

/// An answer on its way to the client.
struct TimedResponse {
    body: Body,
    _answering: Answering,
}

impl HttpBody for TimedResponse {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// What one customer of a provider has: an IPv4 address, or the first 64 bits of an IPv6 one (RFC 6177).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Network {
    V4([u8; 4]),
    V6([u16; 4]),
}

impl Network {
    fn of(address: IpAddr) -> Network {
        match address.to_canonical() {
            IpAddr::V4(address) => Network::V4(address.octets()),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Network::V6([a, b, c, d])
            }
        }
    }
}

/// Counts who is inside.
struct ConnectionLimit {
    limits: HttpLimits,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Default)]
struct Inside {
    all: usize,
    by_network: HashMap<Network, usize>,
}

/// The place of one connection, until it is dropped.
struct Place {
    inside: Arc<Mutex<Inside>>,
    /// Where it is counted beside the sum.
    network: Option<Network>,
}

fn lock(inside: &Mutex<Inside>) -> MutexGuard<'_, Inside> {
    inside.lock().unwrap_or_else(PoisonError::into_inner)
}

impl ConnectionLimit {
    fn new(limits: &HttpLimits) -> ConnectionLimit {
        ConnectionLimit {
            limits: limits.clone(),
            inside: Arc::default(),
        }
    }

    /// A place for a connection from there; `None` when there is none.
    fn enter(&self, address: IpAddr) -> Option<Place> {
        let network = (!self.limits.proxies.contain(address)).then(|| Network::of(address));
        let mut inside = lock(&self.inside);
        if inside.all >= self.limits.connections {
            return None;
        }
        if let Some(network) = network {
            let here = inside.by_network.entry(network).or_default();
            if *here >= self.limits.connections_per_network {
                return None;
            }
            *here += 1;
        }
        inside.all += 1;
        Some(Place {
            inside: self.inside.clone(),
            network,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut inside = lock(&self.inside);
        inside.all -= 1;
        let Some(network) = self.network else { return };
        if let Some(here) = inside.by_network.get_mut(&network) {
            *here -= 1;
            if *here == 0 {
                inside.by_network.remove(&network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::routing::get;
    use futures::StreamExt;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::mpsc;

    use super::*;

    const SHORT: Duration = Duration::from_millis(200);
    const LONG: Duration = Duration::from_secs(3600);

    /// Somebody who asked for an answer without end.
    struct Client {
        stream: TcpStream,
        /// Says nothing, and ends when the answer is given up.
        answer: mpsc::Receiver<()>,
        _serving: JoinSet<()>,
    }

    impl Client {
        async fn of(limits: HttpLimits) -> Client {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let addr = listener.local_addr().unwrap();
            let (sender, answer) = mpsc::channel(1);
            let sender = Mutex::new(Some(sender));
            let endless = move || {
                let sender = sender.lock().unwrap().take();
                let bytes = futures::stream::repeat(Bytes::from_static(&[b'x'; 1024]));
                Body::from_stream(bytes.map(move |bytes| {
                    let _goes_with_the_answer = &sender;
                    Ok::<_, Infallible>(bytes)
                }))
            };
            let endless = Arc::new(endless);
            let router = Router::new().route("/", get(move || async move { endless() }));
            let mut serving = JoinSet::new();
            serving.spawn(serve(listener, router, limits, CancellationToken::new()));
            let mut stream = TcpStream::connect(addr).await.unwrap();
            let request = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n";
            stream.write_all(request).await.unwrap();
            Client {
                stream,
                answer,
                _serving: serving,
            }
        }
    }

    #[tokio::test]
    async fn an_answer_that_its_client_does_not_take_is_given_up() {
        let mut client = Client::of(HttpLimits {
            stalled_answer: SHORT,
            whole_answer: LONG,
            ..HttpLimits::default()
        })
        .await;
        // Without the bound it would never be.
        let given_up = tokio::time::timeout(Duration::from_secs(60), client.answer.recv());
        assert_eq!(given_up.await, Ok(None));
    }

    #[tokio::test]
    async fn an_answer_that_its_client_takes_too_slowly_is_given_up() {
        let mut client = Client::of(HttpLimits {
            stalled_answer: LONG,
            whole_answer: SHORT,
            ..HttpLimits::default()
        })
        .await;
        let mut ticks = tokio::time::interval(Duration::from_millis(1));
        let mut buffer = [0; 1024];
        let given_up = async {
            loop {
                tokio::select! {
                    gone = client.answer.recv() => return gone,
                    _ = ticks.tick() => assert!(client.stream.read(&mut buffer).await.unwrap() > 0),
                }
            }
        };
        let given_up = tokio::time::timeout(Duration::from_secs(60), given_up);
        assert_eq!(given_up.await, Ok(None));
    }

    #[test]
    fn a_network_is_one_address_of_the_old_kind_and_64_bits_of_the_new() {
        let network = |text: &str| Network::of(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        assert_eq!(network("192.0.2.1"), network("::ffff:192.0.2.1"));
    }

    #[test]
    fn the_length_of_the_refusal_is_what_it_says() {
        let text = std::str::from_utf8(FULL).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.ends_with(&format!("Content-Length: {}", body.len())));
    }
}
