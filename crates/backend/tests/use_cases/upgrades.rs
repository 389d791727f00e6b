//! A database of a version before, brought up to date.

use sqlx::{Executor, PgPool};

/// Applies the migrations up to that version to an empty database, lets it have those data, and applies all that came since.
pub async fn upgraded(pool: &PgPool, version: i64, data: &str) {
    let all = sqlx::migrate!("../../migrations");
    let (before, since): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.version <= version);
    for migration in before {
        pool.execute(&*migration.sql).await.unwrap();
    }
    pool.execute(data).await.unwrap();
    for migration in since {
        pool.execute(&*migration.sql).await.unwrap();
    }
}
