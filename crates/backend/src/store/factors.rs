//! Authenticator apps, recovery codes, and wrong codes.

use jiff::Timestamp;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::{At, at};
use crate::ids::{PasskeyId, PersonId};

/// Whether the person of `users.id` has a second factor; recovery codes alone are none.
pub(super) const HAS_SECOND_FACTOR: &str = "(exists (select from totp_factors where person = users.id and confirmed_at is not null) \
      or exists (select from passkeys where person = users.id))";

/// A person with their second factors, as one statement finds them.
#[derive(sqlx::FromRow)]
pub struct OwnRow {
    pub name: String,
    pub email: String,
    pub app_since: Option<At>,
    pub recovery_codes: i64,
    pub passkeys: Json<Vec<OwnPasskey>>,
    pub recent: Json<Vec<OwnEntry>>,
}

/// An entry of the audit log about a person as somebody who signs in.
#[derive(serde::Deserialize)]
pub struct OwnEntry {
    pub at: Timestamp,
    pub action: String,
    pub detail: serde_json::Value,
    pub outcome: String,
    pub browser: Option<String>,
    pub source: String,
    /// Who did it.
    pub person: Option<PersonId>,
    /// What they are called now.
    pub name: Option<String>,
}

/// A passkey, as its person sees it.
#[derive(serde::Deserialize)]
pub struct OwnPasskey {
    pub id: PasskeyId,
    pub label: String,
    pub made_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

/// A person with their second factors, the passkeys the oldest first; and so many of the last entries about their sign-ins and about them, the
/// newest first. Each half of those reads one index from its end.
pub async fn own(pool: &PgPool, person: PersonId, entries: i64) -> sqlx::Result<Option<OwnRow>> {
    sqlx::query_as(
        "select name, email, \
             (select confirmed_at from totp_factors where person = users.id and confirmed_at is not null) as app_since, \
             (select count(*) from recovery_codes where person = users.id) as recovery_codes, \
             (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'label', label, 'made_at', made_at, 'used_at', used_at) \
                 order by made_at, id), '[]') from passkeys where person = users.id) as passkeys, \
             (select coalesce(jsonb_agg(jsonb_build_object('at', entry.at, 'action', entry.action, 'detail', entry.detail, \
                 'outcome', entry.outcome, 'browser', entry.browser, 'source', entry.source, 'person', entry.person, \
                 'name', (select who.name from users as who where who.id = entry.person)) order by entry.number desc), '[]') \
             from (select * from ( \
                 (select * from audit_log where person = users.id and action_group = 'sessions' \
                     and (object_id is null or object_id = users.id::text) order by at desc, number desc limit $2) \
                 union \
                 (select * from audit_log where object_id = users.id::text and action_group in ('sessions', 'people') \
                     order by at desc, number desc limit $2)) as either order by number desc limit $2) as entry) as recent \
         from users where id = $1",
    )
    .bind(person)
    .bind(entries)
    .fetch_optional(pool)
    .await
}

/// An authenticator app of a person.
#[derive(sqlx::FromRow)]
pub struct TotpRow {
    pub id: uuid::Uuid,
    /// The address of the person.
    pub email: String,
    /// As it is encrypted.
    pub seed: Vec<u8>,
    pub made_at: At,
}

/// The authenticator app of a person that is set up, or the one that is being set up.
pub async fn totp(
    pool: &PgPool,
    person: PersonId,
    is_confirmed: bool,
) -> sqlx::Result<Option<TotpRow>> {
    sqlx::query_as(
        "select totp_factors.id, email, seed, made_at from totp_factors join users on users.id = person \
         where person = $1 and (confirmed_at is not null) = $2",
    )
    .bind(person)
    .bind(is_confirmed)
    .fetch_optional(pool)
    .await
}

/// Begins to set up an authenticator app, in the place of another that was begun.
pub async fn insert_totp(
    connection: &mut PgConnection,
    now: Timestamp,
    id: uuid::Uuid,
    person: PersonId,
    seed: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("delete from totp_factors where person = $1 and confirmed_at is null")
        .bind(person)
        .execute(&mut *connection)
        .await?;
    sqlx::query("insert into totp_factors (id, person, seed, made_at) values ($1, $2, $3, $4)")
        .bind(id)
        .bind(person)
        .bind(seed)
        .bind(at(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Accepts the code of that step, once: of two requests with the same code one finds the step in use. Whether it was accepted.
pub async fn accept_step(pool: &PgPool, id: uuid::Uuid, step: i64) -> sqlx::Result<bool> {
    let updated =
        sqlx::query("update totp_factors set last_step = $2 where id = $1 and last_step < $2")
            .bind(id)
            .bind(step)
            .execute(pool)
            .await?;
    Ok(updated.rows_affected() == 1)
}

/// Takes the app that is being set up in the place of the one before, with the step of its first code; whether it was still there.
pub async fn confirm_totp(
    connection: &mut PgConnection,
    now: Timestamp,
    person: PersonId,
    id: uuid::Uuid,
    step: i64,
) -> sqlx::Result<bool> {
    sqlx::query("delete from totp_factors where person = $1 and confirmed_at is not null")
        .bind(person)
        .execute(&mut *connection)
        .await?;
    let updated = sqlx::query(
        "update totp_factors set confirmed_at = $3, last_step = $4 where id = $1 and person = $2 and confirmed_at is null",
    )
    .bind(id)
    .bind(person)
    .bind(at(now))
    .bind(step)
    .execute(connection)
    .await?;
    Ok(updated.rows_affected() == 1)
}

/// Removes the authenticator app of a person, also one that is being set up; whether one was set up.
pub async fn delete_totp(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<bool> {
    let deleted: Vec<Option<At>> =
        sqlx::query_scalar("delete from totp_factors where person = $1 returning confirmed_at")
            .bind(person)
            .fetch_all(connection)
            .await?;
    Ok(deleted.iter().any(Option::is_some))
}

/// Writes new recovery codes in the place of the old ones.
pub async fn replace_recovery_codes(
    connection: &mut PgConnection,
    now: Timestamp,
    person: PersonId,
    digests: &[Vec<u8>],
) -> sqlx::Result<()> {
    delete_recovery_codes(&mut *connection, person).await?;
    sqlx::query(
        "insert into recovery_codes (person, digest, made_at) select $1, digest, $3 from unnest($2::bytea[]) as digest",
    )
    .bind(person)
    .bind(digests)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes the recovery codes of a person.
pub async fn delete_recovery_codes(
    connection: &mut PgConnection,
    person: PersonId,
) -> sqlx::Result<()> {
    sqlx::query("delete from recovery_codes where person = $1")
        .bind(person)
        .execute(connection)
        .await?;
    Ok(())
}

/// Uses a recovery code up; whether there was one.
pub async fn take_recovery_code(
    pool: &PgPool,
    person: PersonId,
    digest: &[u8],
) -> sqlx::Result<bool> {
    let deleted = sqlx::query("delete from recovery_codes where person = $1 and digest = $2")
        .bind(person)
        .bind(digest)
        .execute(pool)
        .await?;
    Ok(deleted.rows_affected() == 1)
}

/// What somebody has beside their password.
#[derive(Clone, Copy, sqlx::FromRow)]
pub struct WaysRow {
    pub app: bool,
    pub passkeys: i64,
    pub recovery_codes: i64,
    pub password_is_long: Option<bool>,
}

/// By what the person can prove who they are beside their password.
pub async fn ways(
    executor: impl sqlx::PgExecutor<'_>,
    person: PersonId,
) -> sqlx::Result<Option<WaysRow>> {
    sqlx::query_as(
        "select exists (select from totp_factors where person = users.id and confirmed_at is not null) as app, \
             (select count(*) from passkeys where person = users.id) as passkeys, \
             (select count(*) from recovery_codes where person = users.id) as recovery_codes, password_is_long \
         from users where id = $1",
    )
    .bind(person)
    .fetch_optional(executor)
    .await
}

/// Takes every second factor of a person away, and their password with it: `password_hash` is one that nothing has.
pub async fn delete_all(
    connection: &mut PgConnection,
    person: PersonId,
    password_hash: &str,
) -> sqlx::Result<()> {
    delete_totp(&mut *connection, person).await?;
    delete_recovery_codes(&mut *connection, person).await?;
    sqlx::query("delete from passkeys where person = $1")
        .bind(person)
        .execute(&mut *connection)
        .await?;
    sqlx::query(
        "update users set password_hash = $2, session_epoch = session_epoch + 1 where id = $1",
    )
    .bind(person)
    .bind(password_hash)
    .execute(connection)
    .await?;
    Ok(())
}

/// Raises the epoch of a person's sessions, and takes one of them along: all others are over.
pub async fn end_other_sessions(
    connection: &mut PgConnection,
    person: PersonId,
    kept: &str,
) -> sqlx::Result<()> {
    let epoch: i32 = sqlx::query_scalar(
        "update users set session_epoch = session_epoch + 1 where id = $1 returning session_epoch",
    )
    .bind(person)
    .fetch_one(&mut *connection)
    .await?;
    sqlx::query("update tower_sessions.session set epoch = $3 where person = $1 and id = $2")
        .bind(person)
        .bind(kept)
        .bind(epoch)
        .execute(&mut *connection)
        .await?;
    sqlx::query("delete from tower_sessions.session where person = $1 and id <> $2")
        .bind(person)
        .bind(kept)
        .execute(connection)
        .await?;
    Ok(())
}
