//! All SQL of Coxswain: one file for each thing that is stored.
//!
//! A row struct says what the database holds; what it means is the business of the modules above. A statement that must
//! have changed a row says so by the number of rows it changed.

pub mod accounts;
pub mod checks;
pub mod drafts;
pub mod events;
pub mod files;
pub mod leads;
pub mod looks;
pub mod matches;
pub mod numbers;
pub mod pages;
pub mod parts;
mod readable;
pub mod robots;
pub mod sessions;
pub mod steps;
pub mod tasks;
pub mod users;

use jiff_sqlx::ToSqlx;
pub use readable::{Stored, Unreadable, count, plain, plain_one, row_number, stored, whole};
use sqlx::{PgConnection, PgPool};

use crate::error::Error;

/// A moment as sqlx binds it.
pub type At = jiff_sqlx::Timestamp;

/// Makes a moment bindable.
pub fn at(moment: jiff::Timestamp) -> At {
    moment.to_sqlx()
}

/// Brings the schema up to date.
///
/// # Errors
/// When the database cannot be reached, or a migration fails.
pub async fn migrate(pool: &PgPool) -> Result<(), Error> {
    MIGRATIONS.run(pool).await?;
    Ok(())
}

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// Whether every migration of this version was made. More of them are no fault: a newer version may be starting beside this one.
pub async fn schema_is_current(pool: &PgPool) -> sqlx::Result<bool> {
    let wanted: Vec<i64> = MIGRATIONS
        .iter()
        .map(|migration| migration.version)
        .collect();
    sqlx::query_scalar(
        "select not exists (select from unnest($1::bigint[]) as wanted \
         where wanted not in (select version from _sqlx_migrations where success))",
    )
    .bind(wanted)
    .fetch_one(pool)
    .await
}

/// Makes a new connection keep what is committed through it, also where the server is set up to lose its last commits when it
/// crashes: that a part is being sent must outlive that, otherwise it would be sent again. A server that does more than to write
/// commits down is left as it is.
///
/// # Errors
/// When the database cannot be reached.
pub async fn keep_what_is_committed(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query(
        "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Fails where a statement did not find the row it was meant for.
pub fn one_row(result: &sqlx::postgres::PgQueryResult, what: &'static str) -> Result<(), Error> {
    if result.rows_affected() == 1 {
        Ok(())
    } else {
        Err(Error::Inconsistent(what))
    }
}
