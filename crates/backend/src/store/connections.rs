//! The pool of connections with the database, and what is done about connections that have died in it.

use std::future::Future;
use std::time::Duration;

use sqlx::postgres::{PgArguments, PgPoolOptions, PgRow};
use sqlx::query::QueryAs;
use sqlx::{Connection, FromRow, PgPool, Postgres};

use super::{TimeLimits, prepare_connection};
use crate::ids::AccountId;

/// A connection that was not used for longer is tried before it is used, in any case: what drops connections that nobody uses, such
/// as a firewall, takes longer than this.
const UNUSED: Duration = Duration::from_secs(30);

/// How long the first question of a request waits for its answer. It looks one row up.
const SILENT: Duration = Duration::from_secs(5);

tokio::task_local! {
    /// Set while a request is answered that only reads.
    static READS_ONLY: ();
}

/// Answers a request that only reads. It takes connections as they are, where anything else tries each before it is used, which costs
/// a round trip: a dead one is found out by the first question of the request ([`super::sessions::find`]), which is asked again.
pub async fn reads_only<T>(request: impl Future<Output = T>) -> T {
    READS_ONLY.scope((), request).await
}

/// A pool of so many connections, each with the limits of time that pages, forms and the worker have.
pub fn pool_options(connections: u32) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(connections)
        .test_before_acquire(false)
        .before_acquire(|connection, metadata| {
            let is_trusted = metadata.idle_for < UNUSED && READS_ONLY.try_with(|()| ()).is_ok();
            Box::pin(async move {
                if !is_trusted {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .after_connect(|connection, _| {
            Box::pin(prepare_connection(connection, TimeLimits::ORDINARY))
        })
}

/// The setting by which the database knows for which account a connection works.
const ACCOUNT: &str = "coxswain.account";

/// A pool like that one whose connections work for an account: they reach no rows of another one.
pub(crate) fn of_account(pool: &PgPool, account: AccountId) -> PgPool {
    let options = pool.connect_options().as_ref().clone();
    let options = options.options([(ACCOUNT, account.to_string())]);
    pool.options().clone().connect_lazy_with(options)
}

/// Asks, and asks again where the connection was dead: when the database has restarted all of the pool are, and each that is found
/// out is thrown away. A connection that says nothing is thrown away as well, and not asked for again: with the others it would be
/// the same.
pub(super) async fn find_on_a_live_one<'q, T>(
    pool: &PgPool,
    question: impl Fn() -> QueryAs<'q, Postgres, T, PgArguments>,
) -> sqlx::Result<Option<T>>
where
    T: for<'r> FromRow<'r, PgRow> + Send + Unpin,
{
    let mut left = pool.options().get_max_connections();
    loop {
        let mut connection = pool.acquire().await?;
        let answer = question().fetch_optional(&mut *connection);
        match tokio::time::timeout(SILENT, answer).await {
            Ok(Err(error)) if left > 0 && is_of_a_dead_connection(&error) => left -= 1,
            Ok(answer) => return answer,
            Err(_) => {
                connection.close_on_drop();
                return Err(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into()));
            }
        }
    }
}

/// Whether the connection broke, or the server has closed it (class 57P of PostgreSQL's error codes: it stops, crashes or starts).
fn is_of_a_dead_connection(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| code.starts_with("57P")),
        _ => false,
    }
}
