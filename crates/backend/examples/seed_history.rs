//! Writes a history of so many tasks into the database that `DATABASE_URL` names, after bringing its schema up to date:
//! `cargo run -p backend --example seed_history -- 1000000`. `cargo xtask seed --tasks` runs it. Coxswain must have been set up
//! there, and the role must be a superuser; what the history lacks is said in the file of the statements.

use sqlx::{Connection, PgConnection, PgPool};

const STATEMENTS: &str = include_str!("../../../xtask/src/seed/history.sql");

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let tasks: u32 = std::env::args()
        .nth(1)
        .ok_or("say how many tasks")?
        .parse()?;
    #[allow(
        clippy::disallowed_methods,
        reason = "it has no configuration but this"
    )]
    let url = std::env::var("DATABASE_URL")?;
    let pool = PgPool::connect(&url).await?;
    backend::migrate(&pool).await?;
    pool.close().await;
    let mut connection = PgConnection::connect(&url).await?;
    sqlx::query("select set_config('seed.tasks', $1, false)")
        .bind(tasks.to_string())
        .execute(&mut connection)
        .await?;
    // A vacuum must stand alone.
    let (transaction, vacuum) = STATEMENTS
        .rsplit_once("commit;")
        .ok_or("the statements have no commit")?;
    for statements in [format!("{transaction} commit;"), vacuum.to_owned()] {
        sqlx::raw_sql(&statements).execute(&mut connection).await?;
    }
    println!("{tasks} tasks written");
    Ok(())
}
