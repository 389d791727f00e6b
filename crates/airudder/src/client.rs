//! The client: settings, connections, token and the limits of calls at once.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use url::Url;

use crate::token::Tokens;
use crate::{Config, ConfigError, Credentials};

/// Reads under way at once. They have permits of their own, so that people who look at robots do not wait for tasks that
/// are being created, which takes minutes.
pub const READS_AT_ONCE: usize = 4;

/// Stops and cancellations under way at once. They have permits of their own too: nobody is to be called for minutes longer because tasks are
/// being created.
const STOPS_AT_ONCE: usize = 2;

/// A client of one provider account. Clones share connections, token and limits.
#[derive(Clone)]
pub struct Client {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) config: Config,
    pub(crate) reads: reqwest::Client,
    pub(crate) changes: reqwest::Client,
    pub(crate) tokens: Tokens,
    pub(crate) change_permits: Semaphore,
    pub(crate) read_permits: Semaphore,
    pub(crate) stop_permits: Semaphore,
}

impl Client {
    /// The key that it signs in with; `None` where it has a token.
    pub fn app_key(&self) -> Option<&str> {
        match &self.inner.config.credentials {
            Credentials::Key { app_key, .. } => Some(app_key),
            Credentials::Token(_) => None,
        }
    }

    /// Makes a client; nothing is sent yet.
    ///
    /// # Errors
    /// All mistakes in `config` together, or a machine on which HTTPS cannot be set up.
    pub fn new(config: Config) -> Result<Self, ConfigError> {
        let problems = config.problems();
        if !problems.is_empty() {
            return Err(ConfigError::Problems(problems));
        }
        let inner = Inner {
            reads: http(&config, true)?,
            changes: http(&config, false)?,
            tokens: Tokens::new(&config.credentials),
            change_permits: Semaphore::new(config.concurrency.min(Semaphore::MAX_PERMITS)),
            read_permits: Semaphore::new(READS_AT_ONCE),
            stop_permits: Semaphore::new(STOPS_AT_ONCE),
            config,
        };
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// The whole URL of a path (with query) of the provider.
    pub(crate) fn url(&self, path: &str) -> Result<Url, crate::Error> {
        let base = self.inner.config.base_url.as_str().trim_end_matches('/');
        Url::parse(&format!("{base}{path}")).map_err(|_| crate::Error::NotSent {
            reason: crate::NotSentReason::Request,
        })
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("config", &self.inner.config)
            .finish()
    }
}

/// Connections for reads (kept for later calls) or for changes (one each).
///
/// A change gets a fresh connection because of the race with a server that closes an idle one just as a request goes
/// out: the error then does not tell whether the bytes arrived. hyper would repeat a request by itself only if it came
/// back unwritten from a *reused* connection, and reqwest only on HTTP/2 protocol refusals; without idle connections,
/// HTTP/2 and a retry policy, neither can happen to a change.
fn http(config: &Config, keep_idle: bool) -> Result<reqwest::Client, ConfigError> {
    let shortest = config.timeout.min(config.create_timeout);
    let mut builder = reqwest::Client::builder()
        .http1_only()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        // Half of the total at most, so that a dead address ends as "not connected" and not as "no answer in time".
        .connect_timeout((shortest / 2).min(Duration::from_secs(10)));
    if !keep_idle {
        builder = builder.pool_max_idle_per_host(0);
    }
    if config.base_url.scheme() == "http" {
        // Without this a machine that has no root certificates could not even talk to a simulator.
        builder = builder.tls_certs_only([]);
    }
    builder
        .build()
        .map_err(|error| ConfigError::Http(crate::send::deepest_cause(&error)))
}
