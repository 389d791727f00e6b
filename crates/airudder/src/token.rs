//! The account's token: obtained once, kept, renewed by one request even when many callers wait.

use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::config::can_stand_in_a_header;
use crate::decode::decode_data;
use crate::{Client, Credentials, Error, NotSentReason, Secret, paths};

/// A token lives 24 hours (the provider's documentation); its answer names no expiry.
const LIFETIME: Duration = Duration::from_secs(24 * 3600);
/// Renewed an hour early, so that no call goes out with a token about to die.
const RENEW_AFTER: Duration = Duration::from_secs(23 * 3600);
/// Pause after a renewal that failed while the old token still lives.
const RENEW_AGAIN: Duration = Duration::from_secs(60);

/// A token and which one in the row of tokens it is: a renewal may give the same text again.
#[derive(Clone)]
pub(crate) struct Token {
    pub(crate) text: Secret,
    generation: u64,
}

struct Held {
    token: Token,
    dies_at: Instant,
    renew_at: Instant,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    /// How the last request for a token failed; none after one that succeeded.
    failure: Option<Error>,
}

/// The token in use, and the lock that makes requests for one single file.
pub(crate) struct Tokens {
    fixed: Option<Token>,
    state: Mutex<State>,
    /// Requests for a token that have ended. A caller that sees it grow while waiting shares that request's outcome.
    ended: AtomicU64,
}

impl Tokens {
    pub(crate) fn new(credentials: &Credentials) -> Self {
        let fixed = match credentials {
            Credentials::Token(text) => Some(Token {
                text: text.clone(),
                generation: 0,
            }),
            Credentials::Key { .. } => None,
        };
        Self {
            fixed,
            state: Mutex::default(),
            ended: AtomicU64::new(0),
        }
    }

    pub(crate) fn can_renew(&self) -> bool {
        self.fixed.is_none()
    }

    /// The token to use now, obtained or renewed if it must be.
    pub(crate) async fn current<F, R>(&self, obtain: F) -> Result<Token, Error>
    where
        F: FnOnce() -> R,
        R: Future<Output = Result<Secret, Error>>,
    {
        if let Some(token) = &self.fixed {
            return Ok(token.clone());
        }
        let ended = self.ended.load(Ordering::Acquire);
        let mut state = self.state.lock().await;
        match &state.held {
            Some(held) if Instant::now() < held.renew_at => Ok(held.token.clone()),
            _ => self.obtain(&mut state, ended, obtain).await,
        }
    }

    /// A token in place of `stale`, which the provider has just refused. If somebody has replaced that one already,
    /// nothing is sent.
    pub(crate) async fn replace<F, R>(&self, stale: &Token, obtain: F) -> Result<Token, Error>
    where
        F: FnOnce() -> R,
        R: Future<Output = Result<Secret, Error>>,
    {
        let ended = self.ended.load(Ordering::Acquire);
        let mut state = self.state.lock().await;
        match &state.held {
            Some(held) if held.token.generation != stale.generation => {
                return Ok(held.token.clone());
            }
            _ => state.held = None,
        }
        self.obtain(&mut state, ended, obtain).await
    }

    /// Obtains a token, holding the lock. `ended_before` was read before waiting for the lock.
    async fn obtain<F, R>(
        &self,
        state: &mut State,
        ended_before: u64,
        obtain: F,
    ) -> Result<Token, Error>
    where
        F: FnOnce() -> R,
        R: Future<Output = Result<Secret, Error>>,
    {
        let ended = self.ended.load(Ordering::Acquire);
        if ended > ended_before
            && let Some(error) = &state.failure
        {
            return Err(error.clone());
        }
        let result = obtain().await;
        self.ended.store(ended + 1, Ordering::Release);
        let now = Instant::now();
        match result {
            Ok(text) => {
                let token = Token {
                    text,
                    generation: ended + 1,
                };
                let held = Held {
                    token: token.clone(),
                    dies_at: now + LIFETIME,
                    renew_at: now + RENEW_AFTER,
                };
                *state = State {
                    held: Some(held),
                    failure: None,
                };
                Ok(token)
            }
            Err(error) => {
                let error = Error::NotSent {
                    reason: NotSentReason::Token(Box::new(error)),
                };
                state.failure = Some(error.clone());
                match state.held.as_mut().filter(|held| now < held.dies_at) {
                    Some(held) => {
                        held.renew_at = (now + RENEW_AGAIN).min(held.dies_at);
                        Ok(held.token.clone())
                    }
                    None => Err(error),
                }
            }
        }
    }
}

#[derive(Deserialize)]
struct AuthData {
    token: String,
}

impl Client {
    /// `POST auth` with key and secret. Documented; asking again starts the 24 hours anew.
    pub(crate) async fn authenticate(&self) -> Result<Secret, Error> {
        let Credentials::Key {
            app_key,
            app_secret,
        } = &self.inner.config.credentials
        else {
            return Err(Error::NotSent {
                reason: NotSentReason::Request,
            });
        };
        let body = json!({ "APPKey": app_key, "APPSecret": app_secret.expose() });
        let request = self.post(paths::AUTH, body.to_string().into_bytes())?;
        let data: AuthData =
            decode_data(self.attempt(&request, None).await.map_err(|no| no.error)?)?;
        if can_stand_in_a_header(&data.token) {
            Ok(Secret::new(data.token))
        } else {
            Err(Error::undecodable(
                "data.token",
                "expected a text that fits in a header",
            ))
        }
    }
}
