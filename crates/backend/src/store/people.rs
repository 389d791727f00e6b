//! People, for those who administer them and for themselves.

use jiff::Timestamp;
use sqlx::{PgConnection, PgExecutor, PgPool};

use super::users::ROLE;
use super::{At, at, factors, users};
use crate::Role;
use crate::ids::PersonId;

/// A person as administrators see them.
#[derive(sqlx::FromRow)]
pub struct PersonRow {
    pub id: PersonId,
    pub email: String,
    pub name: String,
    /// What they may do in the account of the connection; `None` where nothing.
    pub role: Option<String>,
    pub created_at: At,
    pub seen_at: Option<At>,
    pub disabled_at: Option<At>,
    pub has_second_factor: bool,
}

/// The columns of a [`PersonRow`], without the role.
const COLUMNS: &str = "id, email, name, created_at, seen_at, disabled_at";

pub async fn all(pool: &PgPool) -> sqlx::Result<Vec<PersonRow>> {
    sqlx::query_as(&format!(
        "select {COLUMNS}, {ROLE} as role, {} as has_second_factor from users order by lower(name), email",
        factors::HAS_SECOND_FACTOR
    ))
    .fetch_all(pool)
    .await
}

pub async fn by_id(connection: &mut PgConnection, id: PersonId) -> sqlx::Result<Option<PersonRow>> {
    sqlx::query_as(&format!(
        "select {COLUMNS}, {ROLE} as role, {} as has_second_factor from users where id = $1",
        factors::HAS_SECOND_FACTOR
    ))
    .bind(id)
    .fetch_optional(connection)
    .await
}

pub async fn id_of(executor: impl PgExecutor<'_>, email: &str) -> sqlx::Result<Option<PersonId>> {
    sqlx::query_scalar("select id from users where email = $1")
        .bind(email)
        .fetch_optional(executor)
        .await
}

/// Locks all administrators who are not disabled, until the transaction ends. Who waits for it sees them as they are afterwards: of two
/// people who take the role from each other the second finds one left.
pub async fn lock_administrators(connection: &mut PgConnection) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar(
        "select id from users where role = $1 and disabled_at is null order by id for update",
    )
    .bind(Role::Administrator.key())
    .fetch_all(connection)
    .await
}

/// Gives a person that role in the account of the connection, or takes theirs away. An administrator is one in every account; who was one
/// keeps nothing of it.
pub async fn update_role(
    connection: &mut PgConnection,
    id: PersonId,
    role: Option<Role>,
) -> sqlx::Result<()> {
    let key = role.unwrap_or(Role::Viewer).key();
    sqlx::query("update users set role = $2, session_epoch = session_epoch + 1 where id = $1")
        .bind(id)
        .bind(key)
        .execute(&mut *connection)
        .await?;
    match role {
        Some(Role::Administrator) => users::delete_roles(connection, id, true).await,
        Some(role) => users::set_role(connection, id, None, role.key()).await,
        None => users::delete_roles(connection, id, false).await,
    }
}

pub async fn disable(
    connection: &mut PgConnection,
    now: Timestamp,
    id: PersonId,
) -> sqlx::Result<()> {
    sqlx::query(
        "update users set disabled_at = $2, session_epoch = session_epoch + 1 where id = $1",
    )
    .bind(id)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}

pub async fn enable(connection: &mut PgConnection, id: PersonId) -> sqlx::Result<()> {
    sqlx::query("update users set disabled_at = null where id = $1")
        .bind(id)
        .execute(connection)
        .await?;
    Ok(())
}

pub async fn update_name(
    connection: &mut PgConnection,
    id: PersonId,
    name: &str,
) -> sqlx::Result<()> {
    sqlx::query("update users set name = $2 where id = $1")
        .bind(id)
        .bind(name)
        .execute(connection)
        .await?;
    Ok(())
}

pub async fn update_language(
    pool: &PgPool,
    id: PersonId,
    language: Option<&str>,
) -> sqlx::Result<()> {
    sqlx::query("update users set language = $2 where id = $1")
        .bind(id)
        .bind(language)
        .execute(pool)
        .await?;
    Ok(())
}

pub async fn password_hash(pool: &PgPool, id: PersonId) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar("select password_hash from users where id = $1")
        .bind(id)
        .fetch_optional(pool)
        .await
}

/// Writes a new password in the place of the `old` one, where that is given, and tells the epoch of sessions from now on; `None` where the
/// password was changed meanwhile, or the person is disabled.
pub async fn update_password(
    connection: &mut PgConnection,
    id: PersonId,
    old: Option<&str>,
    (new, is_long): (&str, bool),
) -> sqlx::Result<Option<i32>> {
    sqlx::query_scalar(
        "update users set password_hash = $3, password_is_long = $4, session_epoch = session_epoch + 1 \
         where id = $1 and ($2::text is null or password_hash = $2) and disabled_at is null returning session_epoch",
    )
    .bind(id)
    .bind(old)
    .bind(new)
    .bind(is_long)
    .fetch_optional(connection)
    .await
}

/// Writes down whether the password of a person is long, where that is not known: of a password from before it was asked.
pub async fn note_length(pool: &PgPool, id: PersonId, is_long: bool) -> sqlx::Result<()> {
    sqlx::query(
        "update users set password_is_long = $2 where id = $1 and password_is_long is null",
    )
    .bind(id)
    .bind(is_long)
    .execute(pool)
    .await?;
    Ok(())
}

/// Locks an administrator who can sign in, until the transaction ends; `false` where that is not what they are.
pub async fn lock_administrator(connection: &mut PgConnection, id: PersonId) -> sqlx::Result<bool> {
    let found: Option<PersonId> = sqlx::query_scalar(
        "select id from users where id = $1 and role = $2 and disabled_at is null for share",
    )
    .bind(id)
    .bind(Role::Administrator.key())
    .fetch_optional(connection)
    .await?;
    Ok(found.is_some())
}

/// Locks a person who may sign in, until the transaction ends, where their sessions have that epoch and the session is there; `false`
/// otherwise. The program asks by itself without a session.
pub async fn lock_own(
    connection: &mut PgConnection,
    id: PersonId,
    epoch: i32,
    session: Option<&str>,
) -> sqlx::Result<bool> {
    let found: Option<PersonId> = sqlx::query_scalar(
        "select id from users where id = $1 and session_epoch = $2 and disabled_at is null \
             and ($3::text is null or exists (select from tower_sessions.session as session where session.id = $3 and person = $1)) \
         for update",
    )
    .bind(id)
    .bind(epoch)
    .bind(session)
    .fetch_optional(connection)
    .await?;
    Ok(found.is_some())
}

/// Whether a person may sign in, their sessions have that epoch and the session is there, as [`lock_own`] without a lock.
pub async fn is_there(
    connection: &mut PgConnection,
    id: PersonId,
    epoch: i32,
    session: Option<&str>,
) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select from users where id = $1 and session_epoch = $2 and disabled_at is null \
             and ($3::text is null or exists (select from tower_sessions.session as session where session.id = $3 and person = $1)))",
    )
    .bind(id)
    .bind(epoch)
    .bind(session)
    .fetch_one(connection)
    .await
}

/// Whether a person has a second factor.
pub async fn has_second_factor(connection: &mut PgConnection, id: PersonId) -> sqlx::Result<bool> {
    let statement = format!(
        "select {} from users where id = $1",
        factors::HAS_SECOND_FACTOR
    );
    sqlx::query_scalar(&statement)
        .bind(id)
        .fetch_one(connection)
        .await
}

/// A person, locked until the transaction ends.
pub async fn lock(connection: &mut PgConnection, id: PersonId) -> sqlx::Result<Option<PersonRow>> {
    sqlx::query_as(&format!(
        "select {COLUMNS}, {ROLE} as role, {} as has_second_factor from users where id = $1 for update",
        factors::HAS_SECOND_FACTOR
    ))
    .bind(id)
    .fetch_optional(connection)
    .await
}

/// Writes the same password under today's parameters, unless it was changed meanwhile.
pub async fn rehash(pool: &PgPool, id: PersonId, old: &str, new: &str) -> sqlx::Result<()> {
    sqlx::query("update users set password_hash = $3 where id = $1 and password_hash = $2")
        .bind(id)
        .bind(old)
        .bind(new)
        .execute(pool)
        .await?;
    Ok(())
}
