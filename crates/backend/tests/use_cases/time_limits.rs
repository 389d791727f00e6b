//! Nothing holds a connection with the database for ever, and what is given up is told in words.

use std::time::Duration;

use backend::{Error, TimeLimits, drafts, prepare_connection};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgConnection, PgPool};

use crate::support::{World, many};

/// Long enough for every statement but those that wait for each other here.
const SHORT: Duration = Duration::from_millis(200);

/// Fails where something that has to happen does not happen at all.
async fn soon<T>(event: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(60), event)
        .await
        .expect("it happens")
}

/// A pool like the program's, on the database of that one, with other limits.
fn pool_with(pool: &PgPool, limits: TimeLimits) -> PgPool {
    let options: PgConnectOptions = (*pool.connect_options()).clone();
    PgPoolOptions::new()
        .max_connections(4)
        .after_connect(move |connection, _| Box::pin(prepare_connection(connection, limits)))
        .connect_lazy_with(options)
}

async fn setting(connection: &mut PgConnection, name: &str) -> String {
    sqlx::query_scalar(&format!("show {name}"))
        .fetch_one(connection)
        .await
        .unwrap()
}

fn is_told_to_try_again(error: &Error) -> bool {
    error
        .try_again_later()
        .is_some_and(|sentence| sentence.to_string().contains("Try again in a minute"))
}

#[sqlx::test(migrations = false)]
async fn every_connection_has_the_limits_of_the_program(pool: PgPool) {
    let ours = pool_with(&pool, TimeLimits::ORDINARY);
    let mut connection = ours.acquire().await.unwrap();
    for (name, value) in [
        ("statement_timeout", "10s"),
        ("lock_timeout", "5s"),
        ("idle_in_transaction_session_timeout", "1min"),
    ] {
        assert_eq!(setting(&mut connection, name).await, value, "{name}");
    }
}

#[sqlx::test(migrations = false)]
async fn a_statement_that_takes_too_long_is_given_up_and_told_in_words(pool: PgPool) {
    let ours = pool_with(
        &pool,
        TimeLimits {
            statement: SHORT,
            ..TimeLimits::ORDINARY
        },
    );
    let slow = sqlx::query("select pg_sleep(3600)").execute(&ours);
    let error = Error::from(soon(slow).await.unwrap_err());
    assert!(is_told_to_try_again(&error), "{error:?}");
    // Those who try again by themselves, as the worker does, know it as a failure of the database.
    assert!(matches!(error, Error::Database(_)));
    assert!(Error::NotFound.try_again_later().is_none());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_draft_that_somebody_else_holds_is_not_waited_for_without_end(pool: PgPool) {
    let limit = format!(
        "do $$ begin execute format('alter database %I set lock_timeout = {}', current_database()); end $$",
        SHORT.as_millis()
    );
    sqlx::raw_sql(&limit).execute(&pool).await.unwrap();
    let world = World::new(pool.clone()).await;
    let id = world.draft("Held", many(2)).await;
    let mut other = pool.begin().await.unwrap();
    sqlx::query("select from drafts where id = $1 for update")
        .bind(id)
        .execute(&mut *other)
        .await
        .unwrap();
    let now = world.clock.now();
    let leave_out = || drafts::leave_out(&world.backend, &world.caller, now, id, 2, true);
    let refused = soon(leave_out()).await.unwrap_err();
    assert!(is_told_to_try_again(&refused), "{refused:?}");
    other.rollback().await.unwrap();
    assert!(leave_out().await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_transaction_in_which_nothing_is_asked_for_lets_go_of_what_it_holds(pool: PgPool) {
    let ours = pool_with(
        &pool,
        TimeLimits {
            idle_in_transaction: SHORT,
            ..TimeLimits::ORDINARY
        },
    );
    let mut idle = ours.begin().await.unwrap();
    sqlx::query("lock table drafts in access exclusive mode")
        .execute(&mut *idle)
        .await
        .unwrap();
    let count = sqlx::query("select count(*) from drafts").execute(&pool);
    soon(count).await.expect("it is no longer held");
    let next = sqlx::query("select 1").execute(&mut *idle).await;
    assert!(next.is_err());
}

#[sqlx::test(migrations = false)]
async fn a_migration_waits_for_as_long_as_it_takes(pool: PgPool) {
    let limits = TimeLimits {
        statement: SHORT,
        lock: SHORT,
        idle_in_transaction: SHORT,
    };
    let ours = pool_with(&pool, limits);
    let options = (*pool.connect_options()).clone();
    let mut other = PgConnection::connect_with(&options).await.unwrap();
    // Whatever sqlx notes its migrations in: it cannot make it before this one ends.
    let mut holds = other.begin().await.unwrap();
    sqlx::query("create table _sqlx_migrations (held int)")
        .execute(&mut *holds)
        .await
        .unwrap();
    let migrating = tokio::spawn(async move { backend::migrate(&ours).await });
    let waits_longer = async {
        let waits = "select exists (select from pg_stat_activity where datname = current_database() \
                     and wait_event_type = 'Lock' and now() - query_start > interval '1 second')";
        while !sqlx::query_scalar::<_, bool>(waits)
            .fetch_one(&pool)
            .await
            .unwrap()
        {
            assert!(!migrating.is_finished(), "it was given up");
        }
    };
    soon(waits_longer).await;
    holds.rollback().await.unwrap();
    soon(migrating).await.unwrap().unwrap();
}
