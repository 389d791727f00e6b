//! The running application: the server, the worker, and the cleaning of sessions, stopped together.

use std::net::SocketAddr;
use std::time::Duration;

use backend::Backend;
use backend::worker::Pace;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::router::router;
use super::site::Site;
use super::state::AppState;
use super::{clock, session};

/// How long requests may take to end once the application is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// What runs, until [`Application::stop`].
#[derive(Debug)]
pub struct Application {
    stop: CancellationToken,
    server: JoinHandle<std::io::Result<()>>,
    worker: JoinHandle<()>,
    cleaning: JoinHandle<()>,
}

impl Application {
    /// Brings the database up to date: the program's own tables, and that of sessions.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn migrate(pool: &sqlx::PgPool) -> Result<(), backend::Error> {
        backend::migrate(pool).await?;
        session::migrate(pool).await?;
        Ok(())
    }

    /// Starts everything. The database is up to date by then.
    pub fn start(listener: TcpListener, backend: Backend, site: Site, pace: Pace) -> Application {
        let stop = CancellationToken::new();
        let service = router(AppState::new(backend.clone(), site))
            .into_make_service_with_connect_info::<SocketAddr>();
        let stopped = stop.clone().cancelled_owned();
        let server = axum::serve(listener, service).with_graceful_shutdown(stopped);
        Application {
            server: tokio::spawn(server.into_future()),
            cleaning: tokio::spawn(session::delete_expired(
                backend.pool().clone(),
                stop.clone(),
            )),
            worker: tokio::spawn(backend::worker::run(
                backend,
                clock::now,
                pace,
                stop.clone(),
            )),
            stop,
        }
    }

    /// Takes no more requests, lets those under way end, and waits for the worker to finish what it holds.
    pub async fn stop(self) {
        self.stop.cancel();
        if tokio::time::timeout(LAST_REQUESTS, self.server)
            .await
            .is_err()
        {
            tracing::warn!("some requests had not ended when the server stopped");
        }
        for (name, task) in [
            ("worker", self.worker),
            ("cleaning of sessions", self.cleaning),
        ] {
            if let Err(error) = task.await {
                tracing::error!(%error, name, "a task had ended before it was told to");
            }
        }
    }
}
