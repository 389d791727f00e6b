//! What the proof of a task tells beside its page.

use std::collections::BTreeMap;

use jiff::civil::Date;
use leads::do_not_call::is_outdated;
use leads::{ProblemCounts, RuleSet};
use serde::Deserialize;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::At;
use super::results::ListCounts;
use crate::do_not_call::ListVersion;
use crate::ids::{AccountId, DoNotCallListId, DraftId, TaskId};

/// A do-not-call list as it was applied to a task.
#[derive(Clone, Debug, Deserialize)]
pub struct AppliedList {
    /// The key of its kind.
    pub(crate) kind: String,
    /// Its name.
    pub name: String,
    /// The day of which it told; nothing for the company's.
    pub as_of: Option<Date>,
    /// For how many days it counted as current then; nothing for the company's, and where that was not noted yet.
    #[serde(default)]
    pub valid_days: Option<u32>,
    /// The day on which it was applied, by the clock of the account; nothing where that is not known.
    #[serde(default)]
    pub applied_on: Option<Date>,
    /// Its version: each upload counts one up.
    pub version: u32,
    /// Numbers on it then.
    pub numbers: u64,
    /// Leads that it left out.
    pub left_out: u32,
}

impl AppliedList {
    /// Whether it was out of date on the day on which it was applied, as far as that is known.
    pub fn was_outdated(&self) -> bool {
        match (self.as_of, self.valid_days, self.applied_on) {
            (Some(as_of), Some(days), Some(day)) => is_outdated(as_of, days, day),
            _ => false,
        }
    }
}

/// Leads that were taken out of the batches before those were sent.
#[derive(Clone, Debug, Deserialize)]
pub struct LeftOutLater {
    /// `do_not_call` or `erased`.
    pub reason: String,
    /// How many.
    pub leads: u32,
}

/// A batch, by what was sent of it.
#[derive(Clone, Debug, Deserialize)]
pub struct ProvenBatch {
    /// Its number, from 1.
    pub number: u32,
    /// The hexadecimal digits of the SHA-256 of what was sent.
    pub sha256: String,
}

#[derive(sqlx::FromRow)]
pub struct ProofRecord {
    pub list: Json<ListCounts>,
    #[sqlx(rename = "fault_counts")]
    pub problems: Json<ProblemCounts>,
    pub check_started_at: At,
    pub check_by: Option<String>,
    pub check_leads: i32,
    pub check_refused: i64,
    pub lists: Json<Vec<AppliedList>>,
    pub left_out_later: Json<Vec<LeftOutLater>>,
    pub later_lists: Json<Vec<AppliedList>>,
    pub batches: Json<Vec<ProvenBatch>>,
}

/// What is proven of a task that is no test.
pub async fn of_task(
    pool: &PgPool,
    account: AccountId,
    task: TaskId,
) -> sqlx::Result<Option<ProofRecord>> {
    sqlx::query_as(
        "select to_jsonb(drafts) as list, drafts.fault_counts, checks.started_at as check_started_at, \
         (select name from users where id = checks.started_by) as check_by, checks.lead_count as check_leads, \
         (select count(*) from check_refusals where check_id = checks.id) as check_refused, \
         (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'name', name, 'as_of', as_of, 'valid_days', valid_days, \
             'version', version, 'numbers', numbers, 'left_out', left_out) order by kind = 'own' desc, name), '[]') \
             from task_do_not_call_lists where task_id = tasks.id) as lists, \
         (select coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'leads', leads) order by reason), '[]') \
             from (select reason, count(*) as leads from left_out_leads where task_id = tasks.id group by 1) as counted) as left_out_later, \
         (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'name', name, 'as_of', as_of, 'valid_days', valid_days, \
             'applied_on', applied_on, 'version', version, 'numbers', numbers, 'left_out', left_out) \
             order by kind = 'own' desc, name, version), '[]') from lists_at_sending where task_id = tasks.id) as later_lists, \
         (select coalesce(jsonb_agg(jsonb_build_object('number', number, 'sha256', encode(payload_digest, 'hex')) order by number), '[]') \
             from parts where task_id = tasks.id) as batches \
         from tasks join drafts on drafts.id = draft_id join checks on checks.id = check_id \
         where tasks.id = $1 and tasks.account_id = $2 and not is_test",
    )
    .bind(task)
    .bind(account)
    .fetch_optional(pool)
    .await
}

/// A rule set by which calls of a task were judged, as it was then.
#[derive(sqlx::FromRow)]
pub struct JudgingRule {
    pub rule_set: Json<RuleSet>,
    /// Who has confirmed that version, and when; it may have been later.
    pub confirmed_by: Option<String>,
    pub confirmed_at: Option<At>,
}

/// The rule set by which a task was judged when it was submitted, and behind it that of each batch that was sent again outside of one.
pub async fn rules_of_task(pool: &PgPool, task: TaskId) -> sqlx::Result<Vec<JudgingRule>> {
    sqlx::query_as(
        "select verdict -> 'rule_set' as rule_set, users.name as confirmed_by, rules.confirmed_at \
         from task_verdicts left join calling_rules as rules on rules.country = verdict #>> '{rule_set,id,country}' \
             and rules.sector = verdict #>> '{rule_set,id,sector}' and rules.version = (verdict #>> '{rule_set,id,version}')::int \
         left join users on users.id = rules.confirmed_by where task_id = $1 order by task_verdicts.id",
    )
    .bind(task)
    .fetch_all(pool)
    .await
}

/// Writes down which do-not-call lists are applied to what is submitted: the company's, and those of every sector or of the account's.
pub async fn note_applied_lists(
    connection: &mut PgConnection,
    task: TaskId,
    draft: DraftId,
    account: AccountId,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into task_do_not_call_lists (task_id, list_id, kind, name, as_of, valid_days, version, numbers, left_out) \
         select $1, lists.id, kind, name, as_of, valid_days, version, entries, \
             (select count(*) from leads where draft_id = $2 and do_not_call = lists.id and leads.kind = 'do_not_call') \
         from do_not_call_lists as lists where removed_at is null and sector in ('every', (select sector from accounts where id = $3))",
    )
    .bind(task)
    .bind(draft)
    .bind(account)
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes down which do-not-call lists have left leads out of a batch that is about to be sent, and how many each; `false` where one of them
/// was replaced since it was read. `day` is the day on which that is, by the clock of the account.
pub async fn note_lists_at_sending(
    connection: &mut PgConnection,
    day: Date,
    task: TaskId,
    left_out: &BTreeMap<ListVersion, i32>,
) -> sqlx::Result<bool> {
    let lists: Vec<DoNotCallListId> = left_out.keys().map(|(list, _)| *list).collect();
    let versions: Vec<i32> = left_out.keys().map(|(_, version)| *version).collect();
    let leads: Vec<i32> = left_out.values().copied().collect();
    let noted = sqlx::query(
        "insert into lists_at_sending (task_id, list_id, version, kind, name, as_of, valid_days, applied_on, numbers, left_out) \
         select $1, id, lists.version, kind, name, as_of, valid_days, $5::date, entries, leads \
         from do_not_call_lists as lists join unnest($2::uuid[], $3::int[], $4::int[]) as counted (list, version, leads) \
             on (lists.id, lists.version) = (counted.list, counted.version) \
         on conflict (task_id, list_id, version) do update set numbers = excluded.numbers, \
             valid_days = excluded.valid_days, applied_on = excluded.applied_on, \
             left_out = lists_at_sending.left_out + excluded.left_out",
    )
    .bind(task)
    .bind(&lists)
    .bind(&versions)
    .bind(&leads)
    .bind(jiff_sqlx::Date::from(day))
    .execute(connection)
    .await?;
    Ok(usize::try_from(noted.rows_affected()) == Ok(left_out.len()))
}
