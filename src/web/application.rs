//! The running application: the server, the worker, and the cleaning, stopped together.

mod cleaning;

use std::future::Future;
use std::time::Duration;

use backend::installation::Installation;
use backend::worker::Pace;
use sheets::reader::SheetReader;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::web::limits::HttpLimits;
use crate::web::request::site::Site;
use crate::web::request::state::AppState;
use crate::web::router::router;
use crate::web::{clock, connections};

/// How long the worker may take to end beside a call to the provider that is under way: it may wait for a token first.
const BESIDE_THE_CALL: Duration = Duration::from_secs(60);

/// How long the cleaning may take to end: one statement.
const LAST_CLEANING: Duration = Duration::from_secs(10);

/// What runs, until [`Application::stop`].
#[derive(Debug)]
pub struct Application {
    stop: CancellationToken,
    server: BackgroundTask,
    worker: BackgroundTask,
    cleaning: BackgroundTask,
    sheets: SheetReader,
}

/// A task of the application that is to run until it is told to stop.
#[derive(Debug)]
struct BackgroundTask {
    name: &'static str,
    /// `None` once it is known to have ended.
    task: Option<JoinHandle<()>>,
    /// How long it may take to end.
    within: Duration,
}

impl BackgroundTask {
    fn start(
        name: &'static str,
        within: Duration,
        work: impl Future<Output = ()> + Send + 'static,
    ) -> BackgroundTask {
        BackgroundTask {
            name,
            task: Some(tokio::spawn(work)),
            within,
        }
    }

    /// Waits until it ends, told to or not; never comes back a second time.
    async fn ended(&mut self) -> &'static str {
        let Some(task) = &mut self.task else {
            return std::future::pending().await;
        };
        let outcome = task.await;
        self.task = None;
        match outcome {
            Ok(()) => tracing::error!(task = self.name, "a task has ended by itself"),
            Err(error) => tracing::error!(task = self.name, %error, "a task has ended by itself"),
        }
        self.name
    }

    /// Waits until it ends, and cuts it off where that takes too long.
    async fn stop(&mut self) {
        let Some(mut task) = self.task.take() else {
            return;
        };
        match timeout(self.within, &mut task).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::error!(task = self.name, %error, "a task broke while it stopped");
            }
            Err(_) => {
                tracing::warn!(
                    task = self.name,
                    "a task had not ended in time, and was cut off"
                );
                task.abort();
            }
        }
    }
}

impl Application {
    /// Starts everything. The database is up to date by then.
    pub fn start(
        listener: TcpListener,
        installation: Installation,
        site: Site,
        pace: Pace,
        limits: HttpLimits,
    ) -> Application {
        let stop = CancellationToken::new();
        let state = AppState::new(installation.clone(), site).with_limits(limits.clone());
        let last_requests = limits.last_requests;
        let server = connections::serve(listener, router(state), limits, stop.clone());
        let cleaning = cleaning::clean(installation.clone(), stop.clone());
        let sheets = installation.backend().sheets().clone();
        let last_call = pace.max_call.saturating_add(BESIDE_THE_CALL);
        let worker = backend::worker::run_all(installation, clock::now, pace, stop.clone());
        Application {
            stop,
            server: BackgroundTask::start("server", last_requests, server),
            worker: BackgroundTask::start("worker", last_call, worker),
            cleaning: BackgroundTask::start("cleaning", LAST_CLEANING, cleaning),
            sheets,
        }
    }

    /// Waits until something ends that was not told to: it has panicked, or has a problem. Its name; the log has the rest.
    pub async fn ended(&mut self) -> &'static str {
        tokio::select! {
            name = self.server.ended() => name,
            name = self.worker.ended() => name,
            name = self.cleaning.ended() => name,
        }
    }

    /// Runs until it is told to stop, or until something ends that was not told to; then everything else stops too.
    ///
    /// # Errors
    /// The name of what ended by itself.
    pub async fn run(mut self, told_to_stop: impl Future<Output = ()>) -> Result<(), &'static str> {
        let outcome = tokio::select! {
            () = told_to_stop => Ok(()),
            name = self.ended() => Err(name),
        };
        tracing::info!("shutting down");
        self.stop().await;
        outcome
    }

    /// Takes no more requests, lets those under way end, and waits for the worker to finish what it holds: each for as long
    /// as it may take, and no longer.
    pub async fn stop(mut self) {
        self.stop.cancel();
        // Their requests end by that, and tell the person to send the file again.
        self.sheets.close();
        tokio::join!(self.server.stop(), self.worker.stop(), self.cleaning.stop());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An application whose worker does that, and whose other tasks run until they are told to stop.
    fn with_worker(work: impl Future<Output = ()> + Send + 'static) -> Application {
        let stop = CancellationToken::new();
        let soon = Duration::from_millis(10);
        Application {
            server: BackgroundTask::start("server", soon, stop.clone().cancelled_owned()),
            worker: BackgroundTask::start("worker", soon, work),
            cleaning: BackgroundTask::start("cleaning", soon, stop.clone().cancelled_owned()),
            sheets: SheetReader::in_process(),
            stop,
        }
    }

    #[tokio::test]
    async fn a_worker_that_panics_or_just_ends_is_noticed() {
        let mut application = with_worker(async { panic!("a failure of the worker") });
        assert_eq!(application.ended().await, "worker");
        application.stop().await;
        let mut application = with_worker(async {});
        assert_eq!(application.ended().await, "worker");
        application.stop().await;
    }

    #[tokio::test]
    async fn everything_ends_when_the_worker_ends_by_itself() {
        let never = std::future::pending;
        let panics = with_worker(async { panic!("a failure of the worker") });
        assert_eq!(panics.run(never()).await, Err("worker"));
        let ends = with_worker(async {});
        assert_eq!(ends.run(never()).await, Err("worker"));
    }

    #[tokio::test]
    async fn it_ends_well_when_it_is_told_to() {
        let application = with_worker(std::future::pending());
        assert_eq!(application.run(async {}).await, Ok(()));
    }

    #[tokio::test]
    async fn a_task_that_does_not_end_when_told_to_is_cut_off() {
        let (alive, is_dropped) = tokio::sync::oneshot::channel::<()>();
        let application = with_worker(async move {
            std::future::pending::<()>().await;
            drop(alive);
        });
        application.stop().await;
        is_dropped.await.expect_err("nothing of it is left");
    }
}
