//! What can go wrong, told apart by what is then certain.

use std::fmt;
use std::time::Duration;

/// What is certain about a change (creating, stopping, cancelling) that ended in an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The provider has done nothing; the same call may be made again.
    NotSent,
    /// The provider looked at the call and turned it down; nothing was changed.
    Refused,
    /// The change may have happened. Find out before doing anything again.
    Unknown,
}

/// Why a call came to nothing. `Display` and `Debug` hold no secret, no phone number and none of the provider's words;
/// those are in `message`, for people who may see them.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No byte of the call left for the provider.
    #[error("not sent: {reason}")]
    NotSent {
        /// What stood in the way.
        reason: NotSentReason,
    },
    /// The provider turned the call down: HTTP 4xx other than 408 and 429, or a body `code` that is neither 200, 408,
    /// 429 nor 5xx.
    #[error("refused by the provider with code {code}")]
    Refused {
        /// The body's `code`, or the HTTP status where the body has none.
        code: i64,
        /// The provider's words, or the HTTP status where there are none.
        message: String,
    },
    /// The call was sent and no usable answer came back.
    #[error("sent, without a usable answer: {reason}")]
    Unknown {
        /// What came instead of an answer.
        reason: UnknownReason,
        /// The provider's words, empty where there are none.
        message: String,
    },
    /// HTTP 429 or body `code` 429: turned away before it was looked at (RFC 6585, section 4).
    #[error("the provider asks for fewer calls")]
    RateLimited {
        /// How long to wait, where the provider says so.
        retry_after: Option<Duration>,
    },
    /// A read was answered with something else than expected. (For a change this is [`Error::Unknown`].)
    #[error("the answer cannot be read at `{path}`: {problem}")]
    Undecodable {
        /// Where in the JSON, such as `data.detail[3].Status`; `.` is the whole answer.
        path: String,
        /// What was expected there. Never what was found.
        problem: String,
    },
}

/// What kept a call from being sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSentReason {
    /// The host name has no address.
    #[error("the provider's address could not be looked up ({cause})")]
    NameLookup {
        /// The system's words.
        cause: String,
    },
    /// No TCP or TLS connection came about, including one that took too long.
    #[error("no connection with the provider could be made ({cause})")]
    Connect {
        /// The system's words.
        cause: String,
    },
    /// The request could not be put together.
    #[error("the request could not be put together")]
    Request,
    /// No token could be had. The inner error is that of the token request.
    #[error("no token could be had: {0}")]
    Token(Box<Error>),
}

/// What came back instead of a usable answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownReason {
    /// Nothing, or not all, within the time allowed.
    #[error("no complete answer within the time allowed")]
    TimedOut,
    /// The connection broke before an answer began.
    #[error("the connection broke ({cause})")]
    ConnectionBroken {
        /// The system's words.
        cause: String,
    },
    /// The connection broke within a successful answer.
    #[error("the answer was cut short ({cause})")]
    AnswerCut {
        /// The system's words.
        cause: String,
    },
    /// The answer is longer than [`crate::ANSWER_LIMIT`].
    #[error("the answer is too long")]
    AnswerTooLong,
    /// An HTTP status that says neither yes nor no: 3xx, 408, 5xx.
    #[error("HTTP status {status}")]
    Status {
        /// The HTTP status.
        status: u16,
    },
    /// A body `code` that says neither yes nor no: 408, 5xx; or a refusal that names a task all the same.
    #[error("body code {code}")]
    Code {
        /// The body's `code`.
        code: i64,
    },
    /// A change was answered with something else than expected.
    #[error("the answer cannot be read at `{path}`: {problem}")]
    Undecodable {
        /// As in [`Error::Undecodable`].
        path: String,
        /// As in [`Error::Undecodable`].
        problem: String,
    },
}

impl Error {
    /// What is certain when a change ended in this error.
    ///
    /// A 4xx says that the request was not accepted (RFC 9110, section 15.5), save 408, which proxies also send when
    /// they lose patience with what stands behind them. A 5xx, in the status or in the body, may come from a gateway
    /// whose backend went on working, so it proves nothing.
    pub fn certainty(&self) -> Certainty {
        match self {
            Self::NotSent { .. } | Self::RateLimited { .. } => Certainty::NotSent,
            Self::Refused { .. } => Certainty::Refused,
            Self::Unknown { .. } | Self::Undecodable { .. } => Certainty::Unknown,
        }
    }

    /// How long the provider asks to wait, also where it was the token request that it turned away.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after } => *retry_after,
            Self::NotSent {
                reason: NotSentReason::Token(error),
            } => error.retry_after(),
            _ => None,
        }
    }

    /// The provider's own words, where it said any. They may name a phone number: show them, do not log them.
    pub fn provider_words(&self) -> Option<&str> {
        match self {
            Self::Refused { message, .. } | Self::Unknown { message, .. } => {
                Some(message.as_str()).filter(|words| !words.is_empty())
            }
            Self::NotSent {
                reason: NotSentReason::Token(error),
            } => error.provider_words(),
            _ => None,
        }
    }

    pub(crate) fn undecodable(path: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::Undecodable {
            path: path.into(),
            problem: problem.into(),
        }
    }

    /// For a change an answer that cannot be read leaves open whether the change was made.
    pub(crate) fn of_change(self) -> Self {
        match self {
            Self::Undecodable { path, problem } => Self::Unknown {
                reason: UnknownReason::Undecodable { path, problem },
                message: String::new(),
            },
            other => other,
        }
    }
}

impl fmt::Debug for Error {
    // Derived, it would carry the provider's words, and with them phone numbers, into logs.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "airudder::Error({self})")
    }
}
