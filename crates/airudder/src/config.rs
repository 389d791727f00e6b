//! Where the provider is, who we are there, and how patient to be.

use std::fmt;
use std::time::Duration;

use url::Url;

use crate::{Secret, paths};

/// How the client proves who it is.
#[derive(Clone)]
pub enum Credentials {
    /// An application key and its secret: the client obtains tokens with them and renews them.
    Key {
        /// `APPKey` of the provider's documentation.
        app_key: String,
        /// `APPSecret` of the provider's documentation.
        app_secret: Secret,
    },
    /// A token obtained elsewhere. It lives 24 hours and is never renewed by the client.
    Token(Secret),
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Key { .. } => "Credentials::Key(hidden)",
            Self::Token(_) => "Credentials::Token(hidden)",
        })
    }
}

/// Settings of a [`crate::Client`]. [`Config::new`] fills in the defaults.
#[derive(Clone, Debug)]
pub struct Config {
    /// Scheme, host and, where a gateway stands in between, a path put before the provider's own paths.
    pub base_url: Url,
    /// Who we are.
    pub credentials: Credentials,
    /// Total time allowed for creating a task; default 150 s, because public clients see long lists take that long.
    pub create_timeout: Duration,
    /// Total time allowed for any other call; default 30 s.
    pub timeout: Duration,
    /// Path and query of the robot list; default [`paths::ROBOT_LIST`], which is assumed.
    pub robot_list_path: String,
    /// Path and query of one robot; default [`paths::ROBOT_DETAIL`], which is assumed. `{id}` in it is replaced by the
    /// robot's id; without it `RobotID=…` is added to the query.
    pub robot_detail_path: String,
    /// Changes (creating, checking, stopping, cancelling) under way at once, at least 1; default 4. The provider's limits
    /// are not known. Reads have a limit of their own, [`crate::READS_AT_ONCE`]; token requests do not count.
    pub concurrency: usize,
}

impl Config {
    /// The provider at `base_url` with default paths, time limits and concurrency.
    pub fn new(base_url: Url, credentials: Credentials) -> Self {
        Self {
            base_url,
            credentials,
            create_timeout: Duration::from_secs(150),
            timeout: Duration::from_secs(30),
            robot_list_path: paths::ROBOT_LIST.to_owned(),
            robot_detail_path: paths::ROBOT_DETAIL.to_owned(),
            concurrency: 4,
        }
    }

    /// Every mistake in the settings; empty when they can be used.
    pub fn problems(&self) -> Vec<ConfigProblem> {
        let base = &self.base_url;
        let base_is_wrong = !matches!(base.scheme(), "http" | "https")
            || base.host_str().is_none()
            || !base.username().is_empty()
            || base.password().is_some()
            || base.query().is_some()
            || base.fragment().is_some();
        let credentials_are_missing = match &self.credentials {
            Credentials::Key {
                app_key,
                app_secret,
            } => app_key.trim().is_empty() || app_secret.expose().trim().is_empty(),
            Credentials::Token(token) => !can_stand_in_a_header(token.expose()),
        };
        let checks = [
            (base_is_wrong, ConfigProblem::BaseUrl),
            (credentials_are_missing, ConfigProblem::Credentials),
            (self.create_timeout.is_zero(), ConfigProblem::CreateTimeout),
            (self.timeout.is_zero(), ConfigProblem::Timeout),
            (
                !is_path(&self.robot_list_path),
                ConfigProblem::RobotListPath,
            ),
            (
                !is_path(&self.robot_detail_path),
                ConfigProblem::RobotDetailPath,
            ),
            (self.concurrency == 0, ConfigProblem::Concurrency),
        ];
        checks
            .into_iter()
            .filter_map(|(wrong, problem)| wrong.then_some(problem))
            .collect()
    }
}

/// True for a token that fits in `Authorization: Token …`: visible ASCII, and not empty (RFC 9110, section 5.5).
pub(crate) fn can_stand_in_a_header(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_path(path: &str) -> bool {
    path.starts_with('/') && !path.contains('#') && !path.contains(char::is_whitespace)
}

/// One mistake in a [`Config`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigProblem {
    /// The base URL cannot be built upon.
    #[error("the base URL must be http or https with a host, and without user, query and fragment")]
    BaseUrl,
    /// Key, secret or token cannot be used.
    #[error("the key, secret or token is empty or has characters that a header cannot carry")]
    Credentials,
    /// No time to create a task.
    #[error("the time allowed for creating a task must be more than zero")]
    CreateTimeout,
    /// No time for a call.
    #[error("the time allowed for a call must be more than zero")]
    Timeout,
    /// The robot list's path cannot be used.
    #[error("the path of the robot list must start with / and have neither blanks nor #")]
    RobotListPath,
    /// The robot details' path cannot be used.
    #[error("the path of the robot details must start with / and have neither blanks nor #")]
    RobotDetailPath,
    /// No change could ever be made.
    #[error("the number of changes at once must be at least 1")]
    Concurrency,
}

/// Why a client could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// Mistakes in the settings, all of them.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Problems(Vec<ConfigProblem>),
    /// The TLS or HTTP machinery could not be set up, for instance because the machine has no root certificates.
    #[error("the HTTPS client could not be set up: {0}")]
    Http(String),
}
