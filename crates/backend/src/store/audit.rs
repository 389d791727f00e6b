//! The audit log. An entry waits in `audit_log_pending` until its transaction commits; only then the database ties it to the one before it.
//!
//! An entry is bound as one value, so that the statement that does what it tells of can write it too.

use serde_json::{Value, json};
use sqlx::{PgExecutor, Postgres, QueryBuilder};

use crate::audit::{AuditEntry, AuditObject, Client, Repeats};

/// The columns of an entry but for its detail.
pub(super) const COLUMNS: &str = "at, source, person, session, address, browser, action, action_group, account, object_kind, object_id, outcome";

/// Where the same person has not seen the same within five minutes: `entry` is what is to be written.
const IS_NEW_LOOK: &str = "not exists (select from audit_log as seen where seen.person = entry.person \
    and seen.at > entry.at - interval '5 minutes' and seen.at <= entry.at and seen.action = entry.action \
    and seen.object_id is not distinct from entry.object_id and seen.detail = entry.detail)";

/// Where the same was not refused to the same network within five minutes, and there were few of its kind in all: strangers make these
/// entries, and nothing deletes them. A network is an address, or the first 64 bits of an IPv6 one, as for the limits on attempts.
const IS_NEW_ATTEMPT: &str = "(select count(*) < 50 and coalesce(bool_and( \
        set_masklen(seen.address::inet, case family(seen.address::inet) when 6 then 64 else 32 end)::cidr \
            is distinct from set_masklen(entry.address::inet, case family(entry.address::inet) when 6 then 64 else 32 end)::cidr \
        or seen.object_id is distinct from entry.object_id), true) \
    from (select address, object_id from audit_log where outcome = 'refused' \
        and at > entry.at - interval '5 minutes' and at <= entry.at and action = entry.action \
        and detail ->> 'reason' = entry.detail ->> 'reason' order by at desc limit 50) as seen)";

/// The condition under which an entry is written.
pub(super) const fn condition(entry: &AuditEntry) -> &'static str {
    match entry.action.repeats() {
        Repeats::Each => "true",
        Repeats::Look => IS_NEW_LOOK,
        Repeats::Attempt => IS_NEW_ATTEMPT,
    }
}

/// What writes an entry, bound as a statement's first value.
fn statement(entry: &AuditEntry) -> String {
    format!(
        "insert into audit_log_pending ({COLUMNS}, detail) select {COLUMNS}, detail \
         from jsonb_populate_record(null::audit_log_pending, $1) as entry where {}",
        condition(entry)
    )
}

/// An entry as it is bound: a record of `audit_log_pending`.
pub(super) fn record(entry: &AuditEntry) -> sqlx::Result<Value> {
    let stored = entry.action.stored();
    let (action, detail) = stored.map_err(|error| sqlx::Error::Encode(error.into()))?;
    let actor = &entry.actor;
    let client = actor.client.as_ref();
    Ok(json!({
        "at": entry.at,
        "source": actor.source.key(),
        "person": actor.person,
        "session": actor.session,
        "address": client.map(|client| client.address),
        "browser": client.and_then(Client::browser),
        "action": action,
        "action_group": entry.action.group().key(),
        "account": entry.account,
        "object_kind": entry.object.as_ref().map(AuditObject::kind),
        "object_id": entry.object.as_ref().map(AuditObject::id),
        "outcome": entry.action.outcome().key(),
        "detail": detail,
    }))
}

/// Writes an entry, unless it only repeats another one ([`Repeats`]).
pub async fn insert(executor: impl PgExecutor<'_>, entry: &AuditEntry) -> sqlx::Result<()> {
    sqlx::query(&statement(entry))
        .bind(record(entry)?)
        .execute(executor)
        .await?;
    Ok(())
}

/// Writes a refused sign-in with that email, which stands nowhere in it. Whose it is and, where the entry does not say, why it was refused
/// are found out by the statement, so that it takes as long for an email that nobody has.
pub async fn insert_refused_sign_in(
    executor: impl PgExecutor<'_>,
    entry: &AuditEntry,
    email: &str,
) -> sqlx::Result<()> {
    sqlx::query(&format!(
        "with entry as (select attempt.at, source, person, session, address, browser, action, action_group, account, \
             case when users.id is not null then 'person' end as object_kind, users.id::text as object_id, outcome, \
             case when users.id is null then detail else detail - 'unknown_email' end \
             || case when detail ->> 'reason' = 'wrong_password' then jsonb_build_object('reason', \
                 case when users.id is null then 'unknown_email' when users.disabled_at is not null then 'disabled' \
                     else 'wrong_password' end) else '{{}}' end as detail \
             from jsonb_populate_record(null::audit_log_pending, $1) as attempt left join users on users.email = $2) \
         insert into audit_log_pending ({COLUMNS}, detail) select {COLUMNS}, detail from entry where {}",
        condition(entry)
    ))
    .bind(record(entry)?)
    .bind(email)
    .execute(executor)
    .await?;
    Ok(())
}

/// Goes on with a statement that begins with `with …`: it writes the entry too, with what the expression finds out added to its detail.
pub(super) fn push_with(
    sql: &mut QueryBuilder<'_, Postgres>,
    entry: &AuditEntry,
    found: &'static str,
) -> sqlx::Result<()> {
    sql.push(format_args!(
        ", entry as (select {COLUMNS}, detail || {found} as detail from jsonb_populate_record(null::audit_log_pending, "
    ))
    .push_bind(record(entry)?)
    .push(format_args!(
        ")), told as (insert into audit_log_pending ({COLUMNS}, detail) select {COLUMNS}, detail from entry where {})",
        condition(entry)
    ));
    Ok(())
}
