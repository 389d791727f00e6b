//! The one place that talks to the provider: headers, time limit, bounded reading, token and its renewal.

use std::error::Error as _;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, USER_AGENT};
use reqwest::{Method, Response, StatusCode};
use serde_json::Value;
use url::Url;

use crate::envelope::{self, No, RawResponse};
use crate::token::Token;
use crate::{Client, Credentials, Error, NotSentReason, UnknownReason};

/// Longest answer that is read, in bytes: 64 MiB, several times the results of a task of 10,000 calls.
pub const ANSWER_LIMIT: usize = 64 * 1024 * 1024;

/// What is to be sent.
pub(crate) struct Request {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) timeout: Duration,
    /// Whether it keeps people from being called: then it waits for nothing that calls them.
    pub(crate) stops: bool,
}

impl Request {
    pub(crate) fn changes(&self) -> bool {
        self.method != Method::GET
    }
}

impl Client {
    pub(crate) fn get(&self, path: &str) -> Result<Request, Error> {
        let timeout = self.inner.config.timeout;
        Ok(Request {
            method: Method::GET,
            url: self.url(path)?,
            body: None,
            timeout,
            stops: false,
        })
    }

    pub(crate) fn post(&self, path: &str, body: Vec<u8>) -> Result<Request, Error> {
        let timeout = self.inner.config.timeout;
        Ok(Request {
            method: Method::POST,
            url: self.url(path)?,
            body: Some(body),
            timeout,
            stops: false,
        })
    }

    /// A request that stops calls.
    pub(crate) fn stop(&self, path: &str, body: Vec<u8>) -> Result<Request, Error> {
        Ok(Request {
            stops: true,
            ..self.post(path, body)?
        })
    }

    /// Sends with a token and gives the `data` of a successful answer (null where there is none).
    ///
    /// A 401 is a refusal, so that sending once more with a new token cannot do anything twice.
    pub(crate) async fn send(&self, request: &Request) -> Result<Value, Error> {
        self.exchange(request).await.map_err(|no| no.error)
    }

    /// The same, with the `data` of an answer that says no.
    pub(crate) async fn exchange(&self, request: &Request) -> Result<Value, No> {
        let permits = match (request.stops, request.changes()) {
            (true, _) => &self.inner.stop_permits,
            (false, true) => &self.inner.change_permits,
            (false, false) => &self.inner.read_permits,
        };
        let _permit = permits
            .acquire()
            .await
            .expect("the semaphore is never closed");
        let tokens = &self.inner.tokens;
        let token = tokens.current(|| self.authenticate()).await?;
        match self.attempt(request, Some(&token)).await {
            Err(No {
                error: Error::Refused { code: 401, .. },
                ..
            }) if tokens.can_renew() => {
                let token = tokens.replace(&token, || self.authenticate()).await?;
                self.attempt(request, Some(&token)).await
            }
            result => result,
        }
    }

    /// Sends once. Without a token for the token request itself.
    pub(crate) async fn attempt(
        &self,
        request: &Request,
        token: Option<&Token>,
    ) -> Result<Value, No> {
        let client = if request.changes() {
            &self.inner.changes
        } else {
            &self.inner.reads
        };
        let mut outgoing = client
            .request(request.method.clone(), request.url.clone())
            .headers(headers(token)?)
            .timeout(request.timeout);
        if let Some(body) = &request.body {
            outgoing = outgoing.body(body.clone());
        }
        let response = outgoing.send().await.map_err(|error| failure(&error))?;
        let answer = read(response).await?;
        tracing::debug!(
            path = request.url.path(),
            status = answer.status.as_u16(),
            "provider answered"
        );
        envelope::validate(&answer).map_err(|No { error, data }| {
            let error = if request.changes() {
                error.of_change()
            } else {
                error
            };
            No {
                error: self.without_secrets(error, token),
                data,
            }
        })
    }

    /// A provider that echoes credentials in its words must not bring them before people.
    fn without_secrets(&self, mut error: Error, token: Option<&Token>) -> Error {
        if let Error::Refused { message, .. } | Error::Unknown { message, .. } = &mut error {
            let mut secrets: Vec<&str> =
                token.map(|token| token.text.expose()).into_iter().collect();
            if let Credentials::Key {
                app_key,
                app_secret,
            } = &self.inner.config.credentials
            {
                secrets.extend([app_secret.expose(), app_key.as_str()]);
            }
            for secret in secrets.into_iter().filter(|secret| !secret.is_empty()) {
                *message = message.replace(secret, "[hidden]");
            }
        }
        error
    }
}

/// The documented headers. `Content-Type` goes with every call, as the documentation lists it for every call.
fn headers(token: Option<&Token>) -> Result<HeaderMap, Error> {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(USER_AGENT, HeaderValue::from_static("Airudder"));
    if let Some(token) = token {
        let mut value =
            HeaderValue::from_str(&format!("Token {}", token.text.expose())).map_err(|_| {
                Error::NotSent {
                    reason: NotSentReason::Request,
                }
            })?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    Ok(headers)
}

/// Only what failed before a connection stood is certain not to have been sent. Everything later, also an error on
/// writing, leaves open how much the provider has seen.
fn failure(error: &reqwest::Error) -> Error {
    let cause = deepest_cause(error);
    if error.is_builder() {
        Error::NotSent {
            reason: NotSentReason::Request,
        }
    } else if error.is_connect() && error.is_dns() {
        Error::NotSent {
            reason: NotSentReason::NameLookup { cause },
        }
    } else if error.is_connect() {
        Error::NotSent {
            reason: NotSentReason::Connect { cause },
        }
    } else if error.is_timeout() {
        Error::Unknown {
            reason: UnknownReason::TimedOut,
            message: String::new(),
        }
    } else {
        Error::Unknown {
            reason: UnknownReason::ConnectionBroken { cause },
            message: String::new(),
        }
    }
}

/// The innermost message: the outer ones repeat the URL, whose query names a task.
pub(crate) fn deepest_cause(error: &reqwest::Error) -> String {
    let Some(mut cause) = error.source() else {
        return "no cause given".to_owned();
    };
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}

/// Reads the body up to the limit. Where the status alone already decides, a body that is cut or too long is kept as far
/// as it came.
async fn read(mut response: Response) -> Result<RawResponse, Error> {
    let status = response.status();
    let mut answer = RawResponse {
        status,
        headers: response.headers().clone(),
        body: Vec::new(),
    };
    let unusable = |reason| Error::Unknown {
        reason,
        message: String::new(),
    };
    let problem = if response
        .content_length()
        .is_some_and(|length| length > ANSWER_LIMIT as u64)
    {
        UnknownReason::AnswerTooLong
    } else {
        loop {
            match response.chunk().await {
                Ok(None) => return Ok(answer),
                Ok(Some(chunk)) if answer.body.len() + chunk.len() > ANSWER_LIMIT => {
                    break UnknownReason::AnswerTooLong;
                }
                Ok(Some(chunk)) => answer.body.extend_from_slice(&chunk),
                Err(error) if error.is_timeout() => break UnknownReason::TimedOut,
                Err(error) => {
                    break UnknownReason::AnswerCut {
                        cause: deepest_cause(&error),
                    };
                }
            }
        }
    };
    if decides(status) {
        Ok(answer)
    } else {
        Err(unusable(problem))
    }
}

fn decides(status: StatusCode) -> bool {
    !status.is_success()
}
