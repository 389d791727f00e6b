//! Users, the set-up key, failed sign-ins.

use jiff::Timestamp;
use leads::views::MAX_ATTENTION_SHOWN;
use serde::{Deserialize, Serialize};
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::accounts::AccountRow;
use super::at;
use super::attention::NEEDS_ATTENTION;
use super::factors::HAS_SECOND_FACTOR;
use crate::ids::{AccountId, PersonId};
use crate::users::KnownPerson;

#[derive(sqlx::FromRow)]
pub struct UserRow {
    pub id: PersonId,
    pub password_hash: String,
    pub password_is_long: Option<bool>,
    pub session_epoch: i32,
}

/// A person, and the account they work in.
#[derive(Debug, Deserialize, Serialize, sqlx::FromRow)]
pub struct CallerRow {
    pub person: PersonId,
    pub person_name: String,
    /// The tag of the language that they have chosen.
    pub person_language: Option<String>,
    /// What they may do in the account; `None` where they may not work in it.
    pub role: Option<String>,
    pub session_epoch: i32,
    pub has_second_factor: bool,
    /// Tasks of the account that need attention, counted up to [`MAX_ATTENTION_SHOWN`] and one.
    pub needs_attention: i64,
    /// The accounts that they may work in, the oldest first.
    pub accounts: Json<Vec<AccountOfPerson>>,
    #[sqlx(flatten)]
    pub account: AccountRow,
}

/// An account that a person may work in.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct AccountOfPerson {
    /// Its id.
    pub id: AccountId,
    /// What stands for it in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its zone, by its IANA name.
    pub zone: String,
    /// The key of what they may do there.
    pub role: String,
}

/// What the person of `users` may do in the account of this connection; null where nothing.
pub(super) const ROLE: &str = "(case when users.role = 'admin' then users.role else (select account_roles.role from account_roles \
     where account_roles.person = users.id and account_roles.account_id = (select current_account())) end)";

/// The accounts that the person of `users` may work in.
const ACCOUNTS: &str = "(select coalesce(jsonb_agg(jsonb_build_object('id', each.id, 'slug', each.slug, 'name', each.name, 'zone', each.zone, \
         'role', coalesce((select account_roles.role from account_roles where account_roles.person = users.id \
             and account_roles.account_id = each.id and users.role <> 'admin'), 'admin')) \
     order by each.created_at, each.id), '[]') \
     from accounts as each where users.role = 'admin' \
         or exists (select from account_roles where account_roles.person = users.id and account_roles.account_id = each.id))";

/// What a [`CallerRow`] is read from: `users`, joined with the account, as long as there is one of them.
pub(super) fn caller_columns() -> String {
    let account = super::accounts::COLUMNS;
    format!(
        "users.id as person, users.name as person_name, users.language as person_language, {ROLE} as role, {ACCOUNTS} as accounts, users.session_epoch, {HAS_SECOND_FACTOR} as has_second_factor, \
         {account}, \
         (select count(*) from (select from tasks where account_id = accounts.id and {NEEDS_ATTENTION} limit {most}) as counted) \
             as needs_attention",
        most = MAX_ATTENTION_SHOWN + 1
    )
}

/// Joins the account of this connection.
pub(super) const CURRENT_ACCOUNT: &str = "accounts on accounts.id = (select current_account())";

pub struct NewUser<'a> {
    pub id: PersonId,
    pub email: &'a str,
    pub name: &'a str,
    pub role: &'a str,
    pub password_hash: &'a str,
    pub password_is_long: bool,
    /// The account in which they get the role; the one of the connection where nothing is said.
    pub account: Option<AccountId>,
}

/// The accounts that a person may work in, the oldest first, and the language that they have chosen.
#[derive(sqlx::FromRow)]
pub struct AccountsRow {
    pub accounts: Json<Vec<AccountOfPerson>>,
    pub language: Option<String>,
}

/// The accounts of a person; nothing of one who is disabled or gone.
pub async fn accounts_of(pool: &PgPool, person: PersonId) -> sqlx::Result<Option<AccountsRow>> {
    sqlx::query_as(&format!(
        "select {ACCOUNTS} as accounts, language from users where id = $1 and disabled_at is null"
    ))
    .bind(person)
    .fetch_optional(pool)
    .await
}

/// The person with that address, unless they are disabled.
pub async fn who_may_sign_in(pool: &PgPool, email: &str) -> sqlx::Result<Option<UserRow>> {
    sqlx::query_as("select id, password_hash, password_is_long, session_epoch from users where email = $1 and disabled_at is null")
        .bind(email)
        .fetch_optional(pool)
        .await
}

pub async fn caller(pool: &PgPool, person: PersonId) -> sqlx::Result<Option<CallerRow>> {
    sqlx::query_as(&format!(
        "select {} from users join {CURRENT_ACCOUNT} where users.id = $1",
        caller_columns()
    ))
    .bind(person)
    .fetch_optional(pool)
    .await
}

pub async fn known(pool: &PgPool, person: PersonId) -> sqlx::Result<Option<KnownPerson>> {
    sqlx::query_as(&format!(
        "select id as person, session_epoch, {HAS_SECOND_FACTOR} as has_second_factor from users \
         where id = $1 and disabled_at is null"
    ))
    .bind(person)
    .fetch_optional(pool)
    .await
}

pub async fn any(connection: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select from users)")
        .fetch_one(connection)
        .await
}

pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    user: &NewUser<'_>,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into users (id, email, name, role, password_hash, created_at, password_is_long) values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(user.id)
    .bind(user.email)
    .bind(user.name)
    .bind(user.role)
    .bind(user.password_hash)
    .bind(at(now))
    .bind(user.password_is_long)
    .execute(&mut *connection)
    .await?;
    set_role(connection, user.id, user.account, user.role).await
}

/// Writes what a person may do in an account, the one of the connection where none is named; of an administrator nothing is written.
pub async fn set_role(
    connection: &mut PgConnection,
    person: PersonId,
    account: Option<AccountId>,
    role: &str,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into account_roles (person, account_id, role) \
         select $1, coalesce($2, current_account()), $3 where $3 <> 'admin' \
         on conflict (person, account_id) do update set role = excluded.role",
    )
    .bind(person)
    .bind(account)
    .bind(role)
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes from a person what they may do in the account of the connection, or in every one.
pub async fn delete_roles(
    connection: &mut PgConnection,
    person: PersonId,
    in_every_account: bool,
) -> sqlx::Result<()> {
    sqlx::query("delete from account_roles where person = $1 and ($2 or account_id = (select current_account()))")
        .bind(person)
        .bind(in_every_account)
        .execute(connection)
        .await?;
    Ok(())
}

/// Serialises set-up: of two people with the same link only one makes the first administrator.
pub async fn lock_set_up(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("lock table setup_keys in exclusive mode")
        .execute(connection)
        .await?;
    Ok(())
}

pub async fn insert_setup_key(
    connection: &mut PgConnection,
    now: Timestamp,
    digest: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("insert into setup_keys (digest, made_at) values ($1, $2)")
        .bind(digest)
        .bind(at(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether the key is there and was made after `since`.
pub async fn setup_key_works(
    connection: &mut PgConnection,
    digest: &[u8],
    since: Timestamp,
) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select from setup_keys where digest = $1 and made_at > $2)")
        .bind(digest)
        .bind(at(since))
        .fetch_one(connection)
        .await
}

/// Deletes the keys that were made until then.
pub async fn delete_setup_keys(
    connection: &mut PgConnection,
    until: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query("delete from setup_keys where made_at <= $1")
        .bind(at(until))
        .execute(connection)
        .await?;
    Ok(())
}
