//! A simulator of the AIRudder outbound-call API that listens on loopback only.
//!
//! It plays the provider for development, for tests and for people who want to see each failure with their own
//! eyes. It is written from what is known of the API, not from any client of it, and shares no code with one.
//! Whatever the provider's documentation leaves open is an option ([`SandboxOptions`]); whatever can go wrong has a sentinel:
//! a task name or a number that makes it go wrong. The crate's README lists both, and how the real service differs.
//!
//! State lives in memory, inside the router: a new router knows no task and no token.
//! Nothing runs in the background but what pushes, where it is asked for.
//! The clock is an argument, so a test can drive a day of calls by hand.

use std::{net::SocketAddr, sync::Arc};

use tokio::net::TcpListener;

mod answer;
mod call_entries;
mod call_options;
mod choice;
mod country_codes;
mod create;
mod fate;
mod faults;
mod gate;
mod lead_rules;
mod option_parser;
mod options;
mod outcomes;
mod pace;
mod progress;
mod push_target;
mod pushes;
mod robot_catalogue;
mod robots;
mod sentinels;
mod settings;
mod stopping;
mod task_rules;
mod tasks;
mod world;

pub use call_options::{
    CallAnswer, CallComments, CallNumber, CallOrder, CallTimes, CallsListed, PushOptions,
    PushOrder, RingWords, TalkLength,
};
pub use option_parser::{OptionProblem, OptionProblems};
pub use options::{
    AllRefused, AsyncAnswer, BadToken, CommentsEcho, DuplicateNames, EmptyList, ErrorHttp,
    ErrorShape, ErrorText, IndexBase, ListShape, NothingMade, NumberEcho, RefusedDetails,
    SandboxOptions, Spelling, TokenRenewal,
};
pub use push_target::{PushTarget, PushTargetProblem};
pub use settings::{DEFAULT_APP_KEY, DEFAULT_APP_SECRET, Settings};

/// Tells the present instant. Tokens, schedules and calls go by it; latencies and hangs go by real time.
pub type Clock = Arc<dyn Fn() -> jiff::Timestamp + Send + Sync>;

/// Somebody asked the simulator to listen where other machines can reach it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the sandbox listens on loopback only; use an address such as 127.0.0.1:4010 instead of {0}"
)]
pub struct NotLoopback(pub SocketAddr);

/// Says whether the simulator may listen on `addr`.
///
/// # Errors
/// [`NotLoopback`] for every address that another machine could reach, `0.0.0.0` and `::` included.
pub fn check_loopback(addr: SocketAddr) -> Result<(), NotLoopback> {
    if addr.ip().to_canonical().is_loopback() {
        Ok(())
    } else {
        Err(NotLoopback(addr))
    }
}

/// The whole simulated API as a router with its own, empty state. It pushes nothing: see [`serve`].
pub fn router(settings: Settings, clock: Clock) -> axum::Router {
    gate::guarded_router(Arc::new(world::Sandbox::new(settings, clock)))
}

/// Serves the simulated API on `listener`, and sends pushes where the settings ask for them, until the future is dropped.
///
/// # Errors
/// An error of kind `InvalidInput` that holds [`NotLoopback`] where the listener is not on loopback, and whatever the listener itself or the client that pushes reports.
pub async fn serve(listener: TcpListener, settings: Settings, clock: Clock) -> std::io::Result<()> {
    let addr = listener.local_addr()?;
    check_loopback(addr)
        .map_err(|problem| std::io::Error::new(std::io::ErrorKind::InvalidInput, problem))?;
    tracing::info!(%addr, "the sandbox of the provider listens");
    let sandbox = Arc::new(world::Sandbox::new(settings, clock));
    let sender = pushes::Sender::of(&sandbox)?;
    let served = axum::serve(listener, gate::guarded_router(sandbox)).into_future();
    match sender {
        None => served.await,
        Some(sender) => tokio::select! {
            outcome = served => outcome,
            never = sender.run() => match never {},
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_addresses_may_be_listened_on() {
        for good in [
            "127.0.0.1:0",
            "127.9.9.9:4010",
            "[::1]:4010",
            "[::ffff:127.0.0.1]:1",
        ] {
            assert_eq!(
                check_loopback(good.parse().expect("an address")),
                Ok(()),
                "{good}"
            );
        }
        for bad in [
            "0.0.0.0:4010",
            "[::]:4010",
            "192.168.1.4:80",
            "[2001:db8::1]:80",
        ] {
            let addr = bad.parse().expect("an address");
            assert_eq!(check_loopback(addr), Err(NotLoopback(addr)), "{bad}");
        }
    }
}
