//! The schema: which migrations this version needs, which of them are missing, and making them.

use std::collections::BTreeSet;

use localization::Message;
use sqlx::{Connection, PgPool};

use super::{NO_LIMITS, Scope, grants, limit_times};
use crate::error::Error;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// Makes the migrations that are missing, on a connection of its own that may take as long as it takes: a migration that
/// rebuilds a large table, or that waits for another process which migrates, is not given up.
///
/// # Errors
/// When the database cannot be reached, or a migration fails.
pub async fn migrate(pool: &PgPool) -> Result<(), Error> {
    let mut connection = pool.acquire().await?.detach();
    limit_times(&mut connection, NO_LIMITS, Scope::Connection).await?;
    MIGRATIONS.run_direct(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

/// Gives a role of the database what the application needs, and nothing more: it can neither change the schema nor rewrite a log. To be
/// done after each migration, by the owner of the schema. Only a command does it, so what it refuses is in English.
///
/// # Errors
/// [`Error::Conflict`] where there is no such role, or it could change the schema anyway; when the database fails.
pub async fn grant_to_application(pool: &PgPool, role: &str) -> Result<(), Error> {
    let mut transaction = pool.begin().await?;
    if !grants::exists(&mut transaction, role).await? {
        let sentence = format!(
            "The database has no role “{role}”. Create it: create role {role} login password '…';"
        );
        return Err(Error::Conflict(Message::verbatim(sentence)));
    }
    if grants::may_change_the_schema(&mut transaction, role).await? {
        let sentence = format!(
            "The role “{role}” owns the tables or is a superuser. Use another role for the application."
        );
        return Err(Error::Conflict(Message::verbatim(sentence)));
    }
    grants::grant(&mut transaction, role).await?;
    transaction.commit().await?;
    Ok(())
}

/// The migrations of this version that the database lacks, by the names of their files without `.sql`, in order. Migrations
/// that only the database knows are no problem: a newer version may be starting beside this one.
///
/// # Errors
/// When the database does not answer.
pub async fn missing_migrations(pool: &PgPool) -> sqlx::Result<Vec<String>> {
    // An empty database has no list of migrations either.
    let is_listed: bool = sqlx::query_scalar("select to_regclass('_sqlx_migrations') is not null")
        .fetch_one(pool)
        .await?;
    let mut made = BTreeSet::new();
    if is_listed {
        let versions = sqlx::query_scalar("select version from _sqlx_migrations where success");
        let versions: Vec<i64> = versions.fetch_all(pool).await?;
        made.extend(versions);
    }
    let missing = MIGRATIONS
        .iter()
        .filter(|migration| !made.contains(&migration.version));
    Ok(missing.map(file_name).collect())
}

/// sqlx keeps the number and the words of a file's name apart.
fn file_name(migration: &sqlx::migrate::Migration) -> String {
    let words = migration.description.replace(' ', "_");
    format!("{:04}_{words}", migration.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_named_as_their_files_are() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations");
        let files = std::fs::read_dir(folder).unwrap();
        let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let files: BTreeSet<String> = files
            .filter_map(|name| Some(name.strip_suffix(".sql")?.to_owned()))
            .collect();
        let named: BTreeSet<String> = MIGRATIONS.iter().map(file_name).collect();
        assert!(!named.is_empty());
        assert_eq!(named, files);
    }
}
