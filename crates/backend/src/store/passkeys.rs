//! Passkeys, and what they are asked to sign.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::at;
use crate::ids::{PasskeyId, PersonId};

/// A passkey of a person.
#[derive(sqlx::FromRow)]
pub struct PasskeyRow {
    pub id: PasskeyId,
    pub person: PersonId,
    pub credential_id: Vec<u8>,
    pub static_state: Vec<u8>,
    pub dynamic_state: Vec<u8>,
    /// The epoch of the person's sessions; none for somebody who may not sign in.
    pub epoch: Option<i32>,
}

/// A passkey as it is written.
pub struct NewPasskey<'a> {
    pub id: PasskeyId,
    pub person: PersonId,
    pub credential_id: &'a [u8],
    pub static_state: &'a [u8],
    pub dynamic_state: &'a [u8],
    pub sign_count: u32,
    pub label: &'a str,
}

/// Writes a challenge, and deletes those whose time is over.
pub async fn insert_challenge(
    pool: &PgPool,
    now: Timestamp,
    challenge: &[u8],
    person: Option<PersonId>,
    state: &[u8],
    expires_at: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query(
        "with expired as (delete from passkey_challenges where expires_at < $5) \
         insert into passkey_challenges (challenge, person, state, expires_at) values ($1, $2, $3, $4)",
    )
    .bind(challenge)
    .bind(person)
    .bind(state)
    .bind(at(expires_at))
    .bind(at(now))
    .execute(pool)
    .await?;
    Ok(())
}

/// Uses a challenge up, of that person or of nobody: of two who answer it one is heard.
pub async fn take_challenge(
    pool: &PgPool,
    now: Timestamp,
    challenge: &[u8],
    person: Option<PersonId>,
) -> sqlx::Result<Option<Vec<u8>>> {
    sqlx::query_scalar(
        "delete from passkey_challenges where challenge = $1 and person is not distinct from $2 and expires_at > $3 returning state",
    )
    .bind(challenge)
    .bind(person)
    .bind(at(now))
    .fetch_optional(pool)
    .await
}

/// The passkeys of a person, the oldest first.
pub async fn of_person(pool: &PgPool, person: PersonId) -> sqlx::Result<Vec<PasskeyRow>> {
    sqlx::query_as(
        "select id, person, credential_id, static_state, dynamic_state, \
             (select session_epoch from users where users.id = person and disabled_at is null) as epoch from passkeys \
         where person = $1 order by made_at, id",
    )
    .bind(person)
    .fetch_all(pool)
    .await
}

/// The passkey with that credential.
pub async fn with_credential(
    pool: &PgPool,
    credential_id: &[u8],
) -> sqlx::Result<Option<PasskeyRow>> {
    sqlx::query_as(
        "select id, person, credential_id, static_state, dynamic_state, \
             (select session_epoch from users where users.id = person and disabled_at is null) as epoch from passkeys \
         where credential_id = $1",
    )
    .bind(credential_id)
    .fetch_optional(pool)
    .await
}

/// Writes a passkey; `false` where somebody has it already.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    passkey: &NewPasskey<'_>,
) -> sqlx::Result<bool> {
    let inserted = sqlx::query(
        "insert into passkeys (id, person, credential_id, static_state, dynamic_state, sign_count, label, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing",
    )
    .bind(passkey.id)
    .bind(passkey.person)
    .bind(passkey.credential_id)
    .bind(passkey.static_state)
    .bind(passkey.dynamic_state)
    .bind(i64::from(passkey.sign_count))
    .bind(passkey.label)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Writes down that a passkey was used, and its state afterwards; `false` where it was removed, or used meanwhile.
pub async fn used(
    pool: &PgPool,
    now: Timestamp,
    id: PasskeyId,
    before: &[u8],
    after: &[u8],
    sign_count: u32,
) -> sqlx::Result<bool> {
    let updated = sqlx::query(
        "update passkeys set dynamic_state = $3, sign_count = $4, used_at = $5 where id = $1 and dynamic_state = $2",
    )
    .bind(id)
    .bind(before)
    .bind(after)
    .bind(i64::from(sign_count))
    .bind(at(now))
    .execute(pool)
    .await?;
    Ok(updated.rows_affected() == 1)
}

/// Gives a passkey of that person another label; whether there was one.
pub async fn relabel(
    pool: &PgPool,
    person: PersonId,
    id: PasskeyId,
    label: &str,
) -> sqlx::Result<bool> {
    let updated = sqlx::query("update passkeys set label = $3 where id = $2 and person = $1")
        .bind(person)
        .bind(id)
        .bind(label)
        .execute(pool)
        .await?;
    Ok(updated.rows_affected() == 1)
}

/// Removes a passkey of that person; whether there was one.
pub async fn delete(
    connection: &mut PgConnection,
    person: PersonId,
    id: PasskeyId,
) -> sqlx::Result<bool> {
    let deleted = sqlx::query("delete from passkeys where id = $2 and person = $1")
        .bind(person)
        .bind(id)
        .execute(connection)
        .await?;
    Ok(deleted.rows_affected() == 1)
}
