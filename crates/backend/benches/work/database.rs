//! A database of its own for a benchmark.

use sqlx::{Connection, PgConnection, PgPool};

/// Makes a database on the server that `DATABASE_URL` names, hands it over with its address, and drops it afterwards.
#[allow(
    clippy::disallowed_methods,
    reason = "a benchmark has no configuration but this"
)]
pub async fn with_one(work: impl AsyncFnOnce(PgPool, &str)) {
    let server = std::env::var("DATABASE_URL").expect("DATABASE_URL names a Postgres server");
    let name = format!("bench_{}", std::process::id());
    let mut connection = PgConnection::connect(&server).await.unwrap();
    let create = format!("create database {name}");
    sqlx::query(&create).execute(&mut connection).await.unwrap();
    // As on the connections of the program: Postgres would take 200 ms to compile a statement that takes 2.
    let settings = format!("alter database {name} set jit = off");
    sqlx::query(&settings)
        .execute(&mut connection)
        .await
        .unwrap();
    let (address, _) = server.rsplit_once('/').expect("an address with a database");
    let url = format!("{address}/{name}");
    let pool = PgPool::connect(&url).await.unwrap();
    backend::migrate(&pool).await.unwrap();
    work(pool.clone(), &url).await;
    pool.close().await;
    let drop = format!("drop database {name} with (force)");
    sqlx::query(&drop).execute(&mut connection).await.unwrap();
}
