//! AIRudder, or what stands in for it: the one place from which it is called.
//!
//! Architecture invariant: the client is private to this module, so that every call asks the circuit breaker first and tells it
//! how it ended ([`Provider::cancel_call`] says what it does not tell). While the breaker is open nobody calls; who wanted to works with
//! what is stored.

mod circuit_breaker;
pub(crate) mod robots;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use airudder::{
    Certainty, Client, CreateTask, Robot, TaskAnswer, TaskCalls, TaskListPage, UnknownReason,
};
use circuit_breaker::Circuit;
pub(crate) use circuit_breaker::{Down, Gate};
use jiff::{SignedDuration, Timestamp};
use localization::Message;

use crate::error::provider_message;
use crate::messages;

/// The provider, and what the calls of this process have shown of it. Clones share both.
#[derive(Clone, Debug)]
pub(crate) struct Provider {
    /// None where there are no credentials to sign in with: nobody is called then.
    client: Arc<RwLock<Option<Client>>>,
    circuit: Arc<Mutex<Circuit>>,
}

/// What the provider may ask to be waited for, at the least and at the most.
const MIN_RETRY_AFTER: SignedDuration = SignedDuration::from_secs(1);
const MAX_RETRY_AFTER: SignedDuration = SignedDuration::from_mins(10);

/// Why a call brought nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Nobody calls the provider at the moment: it has not answered several times in a row.
    #[error("the provider does not answer, so it was not called")]
    LeftAlone,
    /// There are no credentials to call it with.
    #[error("there are no credentials to call the provider with")]
    NoCredentials,
    /// It was called.
    #[error(transparent)]
    Call(#[from] airudder::Error),
}

impl Failure {
    /// What is certain about a change that ended so.
    pub fn certainty(&self) -> Certainty {
        match self {
            Failure::LeftAlone | Failure::NoCredentials => Certainty::NotSent,
            Failure::Call(error) => error.certainty(),
        }
    }

    /// How long the provider asks to wait, where it does, within reason.
    pub fn retry_after(&self) -> Option<SignedDuration> {
        let wait = match self {
            Failure::LeftAlone | Failure::NoCredentials => None,
            Failure::Call(error) => error.retry_after(),
        };
        let signed = |wait| SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX);
        wait.map(|wait| signed(wait).clamp(MIN_RETRY_AFTER, MAX_RETRY_AFTER))
    }

    /// What to say of it to people. It may hold words of the provider, and numbers with them.
    pub fn message(&self) -> Message {
        match self {
            Failure::LeftAlone => messages::provider::left_alone(),
            Failure::NoCredentials => messages::provider::no_credentials(),
            Failure::Call(error) => provider_message(error),
        }
    }
}

/// A moment for each call: a use case works with the one at which it began, the worker with a clock.
pub(crate) trait Now: Fn() -> Timestamp {}
impl<T: Fn() -> Timestamp> Now for T {}

impl Provider {
    pub fn new(client: Client) -> Provider {
        Provider {
            client: Arc::new(RwLock::new(Some(client))),
            circuit: Arc::default(),
        }
    }

    /// One that nobody can call before it [has a client](Provider::replace).
    pub fn without_client() -> Provider {
        Provider {
            client: Arc::default(),
            circuit: Arc::default(),
        }
    }

    /// Signs in by another client from now on, or by none. What was not reached says nothing of the new one.
    pub fn replace(&self, client: Option<Client>) {
        *self.client.write().unwrap_or_else(PoisonError::into_inner) = client;
        *self.circuit() = Circuit::default();
    }

    /// Whether it can be called at all.
    pub fn has_client(&self) -> bool {
        self.client().is_ok()
    }

    /// The key that it signs in with, where it has one.
    pub fn app_key(&self) -> Option<String> {
        Some(self.client().ok()?.app_key()?.to_owned())
    }

    /// A clone, so that no lock is held across a call.
    fn client(&self) -> Result<Client, Failure> {
        let client = self.client.read().unwrap_or_else(PoisonError::into_inner);
        client.clone().ok_or(Failure::NoCredentials)
    }

    /// Whether it may be called now. Whoever is told to probe calls [`Provider::probe`]; nobody else is told so before the
    /// next pause ends.
    pub fn gate(&self, now: Timestamp) -> Gate {
        if !self.has_client() {
            return Gate::Closed;
        }
        self.circuit().gate(now)
    }

    /// Since when nobody calls it, and until when; `None` while it is called.
    pub fn down(&self) -> Option<Down> {
        self.circuit().down()
    }

    /// Finds out whether it answers again, by a call that changes nothing. For whom [`Provider::gate`] has told to.
    pub async fn probe(&self, now: impl Now) -> Result<(), Failure> {
        let client = self.client()?;
        self.record_result(now, client.tasks(1, 1)).await.map(drop)
    }

    /// Creates a task, or checks it. After `longest` it counts as sent, without an answer.
    pub async fn create_task(
        &self,
        now: impl Now,
        longest: Duration,
        task: &CreateTask,
    ) -> Result<TaskAnswer, Failure> {
        let client = self.client()?;
        let answer = async {
            let answer = tokio::time::timeout(longest, client.create_task(task));
            answer.await.unwrap_or_else(|_| Err(no_answer_in_time()))
        };
        self.call(now, answer).await
    }

    /// A page of its tasks.
    pub async fn tasks(
        &self,
        now: impl Now,
        page: u32,
        most: u32,
    ) -> Result<TaskListPage, Failure> {
        let client = self.client()?;
        self.call(now, client.tasks(page, most)).await
    }

    /// How the calls of a task stand.
    pub async fn calls(&self, now: impl Now, task: &str) -> Result<TaskCalls, Failure> {
        let client = self.client()?;
        self.call(now, client.calls(task)).await
    }

    /// Stops a task: no further call of it begins.
    pub async fn stop_task(&self, now: impl Now, task: &str) -> Result<(), Failure> {
        let client = self.client()?;
        self.call(now, client.stop_task(task)).await
    }

    /// Cancels the calls of a task to one number, written as it was sent. Where that fails, the breaker is not told: it is asked again for days
    /// (`worker/stop.rs`), and would keep everybody else from calling a provider that fails at nothing but this.
    pub async fn cancel_call(
        &self,
        now: impl Now,
        task: &str,
        number: &str,
    ) -> Result<(), Failure> {
        let client = self.client()?;
        if self.down().is_some() {
            return Err(Failure::LeftAlone);
        }
        let answer = client.cancel_call(task, number).await;
        if answer.is_ok() {
            self.circuit().note(now(), None);
        }
        Ok(answer?)
    }

    /// All robots of the account.
    pub async fn robots(&self, now: impl Now) -> Result<Vec<Robot>, Failure> {
        let client = self.client()?;
        self.call(now, client.robots()).await
    }

    /// One robot.
    pub async fn robot(&self, now: impl Now, id: &str) -> Result<Robot, Failure> {
        let client = self.client()?;
        self.call(now, client.robot(id)).await
    }

    async fn call<T>(
        &self,
        now: impl Now,
        call: impl Future<Output = Result<T, airudder::Error>>,
    ) -> Result<T, Failure> {
        match self.gate(now()) {
            Gate::Closed => Err(Failure::LeftAlone),
            Gate::Open | Gate::Probe => self.record_result(now, call).await,
        }
    }

    async fn record_result<T>(
        &self,
        now: impl Now,
        call: impl Future<Output = Result<T, airudder::Error>>,
    ) -> Result<T, Failure> {
        let answer = call.await;
        let now = now();
        self.circuit().note(now, answer.as_ref().err());
        Ok(answer?)
    }

    /// Never hold it across an `await`.
    fn circuit(&self) -> MutexGuard<'_, Circuit> {
        self.circuit.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn no_answer_in_time() -> airudder::Error {
    airudder::Error::Unknown {
        reason: UnknownReason::TimedOut,
        message: String::new(),
    }
}
