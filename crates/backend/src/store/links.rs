//! One-time links, by the digest of their key.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::factors::HAS_SECOND_FACTOR;
use super::{At, at};
use crate::ids::{AccountId, PersonId};

/// For whom a link is, and what is kept of it.
pub struct NewLink<'a> {
    pub digest: &'a [u8],
    pub made_by: Option<PersonId>,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
}

/// An invitation as administrators see it.
#[derive(sqlx::FromRow)]
pub struct InvitationRow {
    pub email: String,
    pub name: String,
    pub role: String,
    pub expires_at: At,
}

/// A link that somebody has opened. The address and the name are those of the person where it is for one.
#[derive(sqlx::FromRow)]
pub struct LinkRow {
    pub person: Option<PersonId>,
    pub email: String,
    pub name: String,
    pub has_second_factor: bool,
    /// The tag of the language that the person has chosen.
    pub language: Option<String>,
    pub expires_at: At,
}

/// A link that was just used.
#[derive(sqlx::FromRow)]
pub struct UsedLink {
    pub person: Option<PersonId>,
    pub email: Option<String>,
    pub role: Option<String>,
    /// The account in which they get the role.
    pub account_id: Option<AccountId>,
}

/// Writes an invitation in the place of an older one of the same address.
pub async fn insert_invitation(
    connection: &mut PgConnection,
    link: &NewLink<'_>,
    email: &str,
    name: &str,
    role: &str,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into one_time_links (digest, purpose, email, name, role, made_by, made_at, expires_at) \
         values ($1, 'invitation', $2, $3, $4, $5, $6, $7) \
         on conflict (email) do update set digest = excluded.digest, name = excluded.name, role = excluded.role, account_id = excluded.account_id, \
             made_by = excluded.made_by, made_at = excluded.made_at, expires_at = excluded.expires_at",
    )
    .bind(link.digest)
    .bind(email)
    .bind(name)
    .bind(role)
    .bind(link.made_by)
    .bind(at(link.made_at))
    .bind(at(link.expires_at))
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes a reset in the place of an older one of the same person.
pub async fn insert_reset(
    connection: &mut PgConnection,
    link: &NewLink<'_>,
    person: PersonId,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into one_time_links (digest, purpose, person, made_by, made_at, expires_at) \
         values ($1, 'password_reset', $2, $3, $4, $5) \
         on conflict (person) do update set digest = excluded.digest, made_by = excluded.made_by, made_at = excluded.made_at, \
             expires_at = excluded.expires_at",
    )
    .bind(link.digest)
    .bind(person)
    .bind(link.made_by)
    .bind(at(link.made_at))
    .bind(at(link.expires_at))
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether somebody with that address is invited to another account than that of the connection.
pub async fn is_invited_elsewhere(
    connection: &mut PgConnection,
    email: &str,
    now: Timestamp,
) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select from one_time_links where email = $1 and expires_at > $2 and account_id <> (select current_account()))",
    )
    .bind(email)
    .bind(at(now))
    .fetch_one(connection)
    .await
}

pub async fn invitations(pool: &PgPool) -> sqlx::Result<Vec<InvitationRow>> {
    sqlx::query_as(
        "select email, name, role, expires_at from one_time_links where purpose = 'invitation' \
         and (account_id is null or account_id = (select current_account())) order by made_at desc",
    )
    .fetch_all(pool)
    .await
}

/// The link with that digest, though it may have expired; not that of somebody who is disabled.
pub async fn find(pool: &PgPool, digest: &[u8]) -> sqlx::Result<Option<LinkRow>> {
    sqlx::query_as(&format!(
        "select link.person, coalesce(users.email, link.email) as email, coalesce(users.name, link.name) as name, link.expires_at, users.language, \
             {} as has_second_factor \
         from one_time_links link left join users on users.id = link.person \
         where link.digest = $1 and users.disabled_at is null",
        HAS_SECOND_FACTOR
    ))
    .bind(digest)
    .fetch_optional(pool)
    .await
}

/// Uses the link up: of two who use it at once one gets it.
pub async fn take(
    connection: &mut PgConnection,
    digest: &[u8],
    now: Timestamp,
) -> sqlx::Result<Option<UsedLink>> {
    sqlx::query_as(
        "delete from one_time_links where digest = $1 and expires_at > $2 returning person, email, role, account_id",
    )
    .bind(digest)
    .bind(at(now))
    .fetch_optional(connection)
    .await
}

/// Takes an invitation back; whether there was one.
pub async fn delete_invitation(connection: &mut PgConnection, email: &str) -> sqlx::Result<bool> {
    let deleted = sqlx::query("delete from one_time_links where email = $1")
        .bind(email)
        .execute(connection)
        .await?;
    Ok(deleted.rows_affected() > 0)
}

/// Deletes the link of a person, and all that they have made for others.
pub async fn delete_of_and_by(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<()> {
    sqlx::query("delete from one_time_links where person = $1 or made_by = $1")
        .bind(person)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes what stopped working before `until`.
pub async fn delete_expired(pool: &PgPool, until: Timestamp) -> sqlx::Result<()> {
    sqlx::query("delete from one_time_links where expires_at < $1")
        .bind(at(until))
        .execute(pool)
        .await?;
    Ok(())
}
