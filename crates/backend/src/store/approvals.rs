//! Approvals of what goes out, by a second person.

use jiff::Timestamp;
use leads::Role;
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use sqlx::types::Json;

use super::at;
use crate::ids::{AccountId, CheckId, DoNotCallListId, DraftId, PersonId, TaskId};

/// What an approval is decided by.
#[derive(Debug, Deserialize)]
pub struct ApprovingRecord {
    /// Who had a hand in the draft, the first of them first.
    pub contributors: Vec<ContributorRecord>,
    /// What was approved of the check, the last approval first.
    pub approvals: Vec<ApprovalRecord>,
    /// The batches of the check in their order.
    pub batches: Vec<OutgoingBatch>,
    /// The hexadecimal digits of the SHA-256 of the rows that AIRudder refused in the check.
    pub refused_rows: String,
    /// The do-not-call lists that are applied, in the order of their ids.
    pub lists: Vec<AppliedList>,
}

/// Somebody who had a hand in a draft.
#[derive(Debug, Deserialize)]
pub struct ContributorRecord {
    pub id: PersonId,
    pub name: String,
}

/// An approval, and what its person is now.
#[derive(Debug, Deserialize)]
pub struct ApprovalRecord {
    /// The hexadecimal digits of what was approved.
    pub digest: String,
    pub by: PersonId,
    pub name: String,
    pub at: Timestamp,
    /// The role that they have in the account at this moment; `None` for one that this version does not know.
    #[serde(rename = "role", deserialize_with = "role_of_key")]
    pub role: Option<Role>,
    pub is_disabled: bool,
}

/// A batch as it was checked.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct OutgoingBatch {
    pub number: i32,
    /// Its name at the provider.
    pub name: String,
    pub leads: i32,
    /// The hexadecimal digits of the SHA-256 of what is sent; `None` where it was not checked to its end.
    pub payload: Option<String>,
}

/// A do-not-call list that is applied. An upload raises the version; a number that gets on the company's list does not.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct AppliedList {
    pub id: DoNotCallListId,
    pub version: i32,
}

fn role_of_key<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Role>, D::Error> {
    let key = Option::<String>::deserialize(deserializer)?;
    Ok(key.and_then(|key| Role::from_key(&key)))
}

/// Makes an [`ApprovingRecord`] of the account `$1`, the draft `$2` and the check `$3`; null where neither the account asks for a second
/// person nor `$4` says that the calling rule does.
/// Nothing else reads who may approve.
pub(super) const APPROVING: &str = "(select jsonb_build_object( \
    'contributors', (select coalesce(jsonb_agg(jsonb_build_object('id', users.id, 'name', users.name) order by first_at, users.id), '[]') \
        from draft_contributors join users on users.id = person_id where draft_id = $2), \
    'approvals', (select coalesce(jsonb_agg(jsonb_build_object('digest', encode(digest, 'hex'), 'by', users.id, 'name', users.name, \
        'at', approved_at, 'role', (case when users.role = 'admin' then users.role else (select account_roles.role from account_roles \
            where account_roles.person = users.id and account_roles.account_id = $1) end), 'is_disabled', users.disabled_at is not null) order by approved_at desc, users.id), '[]') \
        from approvals join users on users.id = approved_by where draft_id = $2 and check_id = $3), \
    'batches', (select coalesce(jsonb_agg(jsonb_build_object('number', number, 'name', provider_name, 'leads', lead_count, \
        'payload', encode(payload_digest, 'hex')) order by number), '[]') from check_parts where check_id = $3), \
    'refused_rows', (select encode(sha256(convert_to(coalesce(string_agg(row::text, ' ' order by row), ''), 'UTF8')), 'hex') \
        from check_refusals where check_id = $3), \
    'lists', (select coalesce(jsonb_agg(jsonb_build_object('id', lists.id, 'version', lists.version) order by lists.id), '[]') \
        from do_not_call_lists as lists where lists.removed_at is null and lists.sector in ('every', accounts.sector))) \
    from accounts where accounts.id = $1 and (two_persons or $4))";

/// What an approval is decided by at this moment; `None` where neither the account asks for one, nor the calling rule, as `rule_asks` says. The account and the draft must be locked.
pub async fn approving(
    connection: &mut PgConnection,
    account: AccountId,
    draft: DraftId,
    check: CheckId,
    rule_asks: bool,
) -> sqlx::Result<Option<ApprovingRecord>> {
    let record: Option<Json<ApprovingRecord>> =
        sqlx::query_scalar(&format!("select {APPROVING} as approving"))
            .bind(account)
            .bind(draft)
            .bind(check)
            .bind(rule_asks)
            .fetch_one(connection)
            .await?;
    Ok(record.map(|record| record.0))
}

/// An approval that is given.
pub struct NewApproval<'a> {
    pub draft: DraftId,
    pub check: CheckId,
    pub digest: &'a [u8],
    pub by: PersonId,
}

/// Writes an approval; `false` where the same person has approved the same before.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    approval: &NewApproval<'_>,
) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "insert into approvals (draft_id, check_id, digest, approved_by, approved_at) values ($1, $2, $3, $4, $5) \
         on conflict (draft_id, digest, approved_by) do nothing",
    )
    .bind(approval.draft)
    .bind(approval.check)
    .bind(approval.digest)
    .bind(approval.by)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// By what it is decided whether somebody may send a batch of a task again.
#[derive(Debug, sqlx::FromRow)]
pub struct PartInTask {
    /// Whether the account asks for a second person.
    pub two_persons: bool,
    /// Whether they had a hand in the draft of the task.
    pub contributed: bool,
    /// Whether they launched it.
    pub launched: bool,
}

/// What that person has done for a task.
pub async fn part_in_task(
    connection: &mut PgConnection,
    task: TaskId,
    person: PersonId,
) -> sqlx::Result<PartInTask> {
    sqlx::query_as(
        "select two_persons, submitted_by = $2 as launched, exists (select from draft_contributors \
             where draft_contributors.draft_id = tasks.draft_id and person_id = $2) as contributed \
         from tasks join accounts on accounts.id = account_id where tasks.id = $1",
    )
    .bind(task)
    .bind(person)
    .fetch_one(connection)
    .await
}
