//! Being told to stop.

use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::cli::failure::Failure;

/// Ctrl-C, and what a service manager sends. None is lost from the moment this is made.
pub struct StopSignals {
    interrupt: Signal,
    terminate: Signal,
}

impl StopSignals {
    /// Listens from now on.
    ///
    /// # Errors
    /// [`Failure::Output`] where the machine lets nobody listen.
    pub fn listen() -> Result<StopSignals, Failure> {
        let listen = |kind| signal(kind).map_err(Failure::Output);
        Ok(StopSignals {
            interrupt: listen(SignalKind::interrupt())?,
            terminate: listen(SignalKind::terminate())?,
        })
    }

    /// Waits for the next of them.
    pub async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }

    /// Waits for the one after the next.
    pub async fn next_but_one(&mut self) {
        self.next().await;
        self.next().await;
    }
}
