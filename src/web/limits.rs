//! How many, how much and how long: what clients may take of this program, whoever they are.
//!
//! All of it in one place, and as values, so that a test can make them small.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use sheets::MAX_FILE_BYTES;

/// The bounds of one server.
#[derive(Clone, Debug)]
pub struct HttpLimits {
    /// Connections at once, over all.
    pub connections: usize,
    /// Connections at once from one network: an IPv4 address, or the first 64 bits of an IPv6 one. A browser opens six.
    pub connections_per_network: usize,
    /// Who is not counted by network.
    pub proxies: Proxies,
    /// From the first byte of a request, or from the beginning of a connection, to the end of its headers.
    pub headers: Duration,
    /// Between two requests on a connection. Longer than common proxies keep theirs (nginx: 60 seconds), so that it is they
    /// who close it: a proxy that writes into a connection just closed loses a request.
    pub keep_alive: Duration,
    /// Without a byte of an answer being taken.
    pub stalled_answer: Duration,
    /// From the moment an answer is ready until all of it was taken.
    pub whole_answer: Duration,
    /// How long a client whose connection is closed is listened to, so that what it was told last reaches it
    /// (RFC 9112, section 9.6).
    pub farewell: Duration,
    /// For a page or anything else that changes nothing.
    pub page: Duration,
    /// For what changes something or works on a whole list: uploads and downloads too.
    pub change: Duration,
    /// For a form without a file to arrive, from its first byte to its last.
    pub form: Duration,
    /// Bytes of a push of the provider: an entry of one call, or of a whole task.
    pub push_bytes: usize,
    /// How long the body of a request that is refused unread is read, and how many bytes of it: a browser shows an answer
    /// only after it could send everything.
    pub stranger: Duration,
    /// Likewise.
    pub stranger_bytes: u64,
    /// What an upload may take.
    pub upload: UploadLimits,
    /// How long requests may take to end once the program is told to stop.
    pub last_requests: Duration,
}

/// The bounds of uploads.
#[derive(Clone, Debug)]
pub struct UploadLimits {
    /// From the first byte to the last.
    pub whole: Duration,
    /// Without a byte.
    pub silence: Duration,
    /// How much the browser may be behind the lowest rate.
    pub grace: Duration,
    /// The lowest rate, on the average from the beginning.
    pub bytes_per_second: u64,
    /// Bytes of a whole post that are read, wanted or not: a file that is too large is read to its end, within this bound.
    pub bytes: u64,
    /// Bytes before the first part, and of the headers of each: all of them are kept in memory until they are complete.
    pub part_headers: u64,
    /// Under way at once from one person.
    pub per_person: usize,
    /// Begun by one person within an hour.
    pub per_hour: usize,
    /// Under way at once, over all.
    pub in_all: usize,
    /// Bytes that the folder of temporary files must have free.
    pub free_bytes: u64,
}

/// Says which addresses are proxies: each speaks for many people, whose connections cannot be told apart here.
#[derive(Clone)]
pub struct Proxies(Arc<dyn Fn(IpAddr) -> bool + Send + Sync>);

impl Proxies {
    /// Those for which `is_proxy` says yes.
    pub fn new(is_proxy: impl Fn(IpAddr) -> bool + Send + Sync + 'static) -> Proxies {
        Proxies(Arc::new(is_proxy))
    }

    /// Whether a connection from there is made by a proxy.
    pub fn contain(&self, address: IpAddr) -> bool {
        (self.0)(address)
    }
}

impl Default for Proxies {
    /// Whatever runs on this machine.
    fn default() -> Proxies {
        Proxies::new(|address| address.to_canonical().is_loopback())
    }
}

impl fmt::Debug for Proxies {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Proxies").finish_non_exhaustive()
    }
}

const MINUTE: Duration = Duration::from_secs(60);

impl Default for HttpLimits {
    fn default() -> HttpLimits {
        HttpLimits {
            connections: 1024,
            connections_per_network: 64,
            proxies: Proxies::default(),
            headers: Duration::from_secs(10),
            keep_alive: Duration::from_secs(75),
            stalled_answer: Duration::from_secs(30),
            whole_answer: 10 * MINUTE,
            farewell: Duration::from_secs(2),
            page: MINUTE,
            change: 15 * MINUTE,
            form: Duration::from_secs(30),
            push_bytes: 256 * 1024,
            stranger: Duration::from_secs(5),
            stranger_bytes: 1024 * 1024,
            upload: UploadLimits::default(),
            last_requests: Duration::from_secs(10),
        }
    }
}

impl Default for UploadLimits {
    fn default() -> UploadLimits {
        UploadLimits {
            whole: 10 * MINUTE,
            silence: Duration::from_secs(30),
            grace: Duration::from_secs(30),
            bytes_per_second: 16_000,
            bytes: 8 * MAX_FILE_BYTES,
            part_headers: 64 * 1024,
            per_person: 2,
            per_hour: 30,
            in_all: 8,
            free_bytes: 2 * MAX_FILE_BYTES,
        }
    }
}
