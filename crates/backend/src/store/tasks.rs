//! Tasks.

use jiff::Timestamp;
use leads::states::{FailedCancels, TaskState};
use leads::views::{ChainView, ComparedTask};
use leads::{Mapping, TaskSettings};
use serde::Deserialize;
use sqlx::postgres::PgRow;
use sqlx::types::Json;
use sqlx::{FromRow, PgConnection, PgPool, Row};

use super::attention::failed_cancels;
use super::call_follow_ups::CHAIN;
use super::calls::OPEN_GROUPS;
use super::checks::RefusedRecord;
use super::events::{EventRow, TOLD_DETAIL};
use super::failed_stops::{BATCH_MAY_BE_CALLED, FAILED, MAY_BE_CALLED};
use super::results::{OF_TASK, ResultsRecord};
use super::retention::{RETENTION, ShownRetention};
use super::verdicts::VERDICTS;
use super::{At, Located, Stored, Unreadable, at, count, plain_one, stored};
use crate::calling_verdicts::StoredVerdict;
use crate::ids::{AccountId, CheckId, DraftId, PersonId, TaskId};

#[derive(sqlx::FromRow)]
pub struct TaskRecord {
    pub id: TaskId,
    pub draft_id: DraftId,
    pub check_id: CheckId,
    pub name: String,
    pub settings: Json<TaskSettings>,
    pub by_name: String,
    pub submitted_at: At,
    pub file_name: String,
    pub file_digest: Vec<u8>,
    #[sqlx(try_from = "i32")]
    pub lead_count: u32,
    pub without_refused: bool,
    pub sandbox: bool,
    /// Whether it calls its person and nobody else.
    pub is_test: bool,
    pub state: String,
    refused_cancels: i32,
    unconfirmed_cancels: i32,
}

impl TaskRecord {
    pub fn state(&self) -> Result<TaskState, Unreadable> {
        let unreadable = || Unreadable::new("tasks", "state", self.id);
        TaskState::from_key(&self.state).ok_or_else(unreadable)
    }

    /// Numbers that the provider has not cancelled, and may still call.
    pub fn failed_cancels(&self) -> Result<FailedCancels, Unreadable> {
        failed_cancels(self.id, self.refused_cancels, self.unconfirmed_cancels)
    }
}

impl Stored for TaskRecord {
    const TABLE: &'static str = "tasks";
    const KEY: &'static [&'static str] = &["id"];
}

pub(super) const COLUMNS: &str = "tasks.id, draft_id, check_id, tasks.name, settings, users.name as by_name, submitted_at, file_name, \
                       file_digest, lead_count, without_refused, sandbox, is_test, state, refused_cancels, unconfirmed_cancels";

pub struct NewTask<'a> {
    pub id: TaskId,
    pub account: AccountId,
    pub draft: DraftId,
    pub check: CheckId,
    pub form_key: CheckId,
    pub settings: &'a TaskSettings,
    pub submitted_by: PersonId,
    /// The second person, where the account asks for one.
    pub approved_by: Option<PersonId>,
    pub file_name: &'a str,
    pub file_digest: &'a [u8],
    pub leads: u32,
    pub without_refused: bool,
    pub sandbox: bool,
    /// Whether it calls its person and nobody else, and the draft that it is a test of.
    pub is_test: bool,
    pub tested_draft: Option<DraftId>,
}

pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    task: &NewTask<'_>,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into tasks (id, account_id, draft_id, check_id, form_key, name, settings, submitted_by, submitted_at, \
         file_name, file_digest, lead_count, without_refused, state, sandbox, is_test, tested_draft, approved_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    )
    .bind(task.id)
    .bind(task.account)
    .bind(task.draft)
    .bind(task.check)
    .bind(task.form_key)
    .bind(task.settings.name.as_str())
    .bind(Json(task.settings))
    .bind(task.submitted_by)
    .bind(at(now))
    .bind(task.file_name)
    .bind(task.file_digest)
    .bind(stored(task.leads)?)
    .bind(task.without_refused)
    .bind(TaskState::Sending.key())
    .bind(task.sandbox)
    .bind(task.is_test)
    .bind(task.tested_draft)
    .bind(task.approved_by)
    .execute(connection)
    .await?;
    Ok(())
}

/// The task that a submission with this key has made from the draft.
pub async fn by_form_key(
    connection: &mut PgConnection,
    draft: DraftId,
    form_key: CheckId,
) -> sqlx::Result<Option<TaskId>> {
    sqlx::query_scalar("select id from tasks where draft_id = $1 and form_key = $2")
        .bind(draft)
        .bind(form_key)
        .fetch_optional(connection)
        .await
}

pub async fn by_id(
    pool: &PgPool,
    account: AccountId,
    id: TaskId,
) -> sqlx::Result<Option<TaskRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from tasks join users on users.id = submitted_by where tasks.id = $1 and account_id = $2"
    ))
    .bind(id)
    .bind(account)
    .fetch_optional(pool)
    .await
    .map(plain_one)
}

/// A task with everything that its page shows but its batches.
pub struct ViewedTask {
    pub task: TaskRecord,
    /// How the columns were matched when it was checked.
    pub mapping: Mapping,
    /// The draft that it was a test of, as long as that is open.
    pub tested_draft: Option<DraftId>,
    /// How many of its leads the provider has refused, and the first of them.
    pub refused: u32,
    pub refused_leads: Vec<RefusedRecord>,
    /// How many are refused in batches that call nobody, by the check too.
    pub refused_uncalled: u32,
    /// How many are refused in batches that call people.
    pub refused_by_batches: RefusedByBatches,
    /// The tasks that follow it, id and name.
    pub followed_by: Vec<(String, String)>,
    /// Oldest first.
    pub events: Vec<EventRow>,
    /// Who approved it as a second person, and when.
    pub approved: Option<(At, String)>,
    /// Whether the reader had a hand in its draft, and whether they launched it.
    pub contributed: bool,
    pub launched: bool,
    /// What calling rules said of it, the first first.
    pub verdicts: Vec<StoredVerdict>,
    /// When somebody has marked it as done, and who.
    pub marked_done: Option<(At, String)>,
    /// What is counted of its calls; nothing before a batch was created.
    pub results: Option<ResultsRecord>,
    /// The task whose settings it began with.
    pub compared: Option<ComparedTask>,
    /// The follow-ups that it belongs with.
    pub chain: Option<ChainView>,
    /// By what its stop rule was applied, where it was.
    pub applied_rule: Option<AppliedRule>,
    /// For how long its leads are kept.
    pub retention: ShownRetention,
}

/// When a stop rule was applied, and by what figures.
#[derive(Deserialize)]
pub struct AppliedRule {
    pub applied_at: Timestamp,
    pub dialled: u64,
    pub reached: u64,
}

/// Refused leads of batches that the provider has, and of those that are to be sent: these by the check.
#[derive(Clone, Copy)]
pub struct RefusedByBatches {
    pub sent: u32,
    pub to_send: u32,
}

impl FromRow<'_, PgRow> for ViewedTask {
    fn from_row(row: &PgRow) -> sqlx::Result<ViewedTask> {
        let Located(task) = Located::<TaskRecord>::from_row(row)?;
        let unreadable = |_| {
            sqlx::Error::Decode(Box::new(Unreadable::new(
                "checks",
                "mapping",
                task.check_id,
            )))
        };
        let mapping: Json<Mapping> = row.try_get("mapping").map_err(unreadable)?;
        let refused_leads: Json<_> = row.try_get("refused_leads")?;
        let followed_by: Json<_> = row.try_get("followed_by")?;
        let events: Json<_> = row.try_get("events")?;
        let marked_at: Option<At> = row.try_get("marked_done_at")?;
        let approved_at: Option<At> = row.try_get("approved_at")?;
        let approved_by: Option<String> = row.try_get("approved_by")?;
        let marked_by: Option<String> = row.try_get("marked_done_by")?;
        let results: Option<Json<_>> = row.try_get("results")?;
        let chain: Option<Json<_>> = row.try_get("chain")?;
        let compared: Option<Json<_>> = row.try_get("compared")?;
        let verdicts: Json<_> = row.try_get("verdicts")?;
        let applied_rule: Option<Json<_>> = row.try_get("applied_rule")?;
        let retention: Json<_> = row.try_get("retention")?;
        Ok(ViewedTask {
            results: results.map(|results| results.0),
            chain: chain.map(|chain| chain.0),
            compared: compared.map(|compared| compared.0),
            applied_rule: applied_rule.map(|applied| applied.0),
            retention: retention.0,
            task,
            mapping: mapping.0,
            tested_draft: row.try_get("tested_draft")?,
            refused: count(row.try_get("refused")?)?,
            refused_leads: refused_leads.0,
            refused_uncalled: count(row.try_get("refused_uncalled")?)?,
            refused_by_batches: RefusedByBatches {
                sent: count(row.try_get("refused_sent")?)?,
                to_send: count(row.try_get("refused_to_send")?)?,
            },
            followed_by: followed_by.0,
            events: events.0,
            approved: approved_at.zip(approved_by),
            contributed: row.try_get("contributed")?,
            launched: row.try_get("launched")?,
            verdicts: verdicts.0,
            marked_done: marked_at.map(|at| (at, marked_by.unwrap_or_default())),
        })
    }
}

/// Makes a [`ComparedTask`] of a row of `tasks`; null where it began with no other one, or that has no calls.
const COMPARED: &str = "(select jsonb_build_object('id', earlier.id, 'name', earlier.name, 'dialled', sum(dialled), 'reached', sum(reached), \
    'interested', coalesce(sum(calls) filter (where call_group = 'interested'), 0)) \
    from drafts join tasks as earlier on earlier.id = drafts.like_task join call_counts on call_counts.task_id = earlier.id \
    where drafts.id = tasks.draft_id group by earlier.id)";

/// For whom a task is read, and how much of it.
pub struct ViewedBy {
    pub account: AccountId,
    pub person: PersonId,
    /// The most of its refused leads.
    pub max_refused: i64,
    /// Whether the follow-ups that it belongs with are read: counting their people reads every call of them.
    pub with_chain: bool,
}

/// A task for its page.
pub async fn viewed(pool: &PgPool, id: TaskId, by: &ViewedBy) -> sqlx::Result<Option<ViewedTask>> {
    sqlx::query_as(&format!(
        "select {COLUMNS}, checks_mapping.mapping, \
         (select id from drafts where id = tasks.tested_draft and task_id is null and discarded_at is null) as tested_draft, \
         (select count(*) from part_refusals where task_id = tasks.id) as refused, \
         (select coalesce(jsonb_agg(to_jsonb(refused) order by row), '[]') from (select leads.row, cells, mended, left_out, marks, \
             words from part_refusals join leads using (row) \
             where part_refusals.task_id = tasks.id and leads.draft_id = tasks.draft_id order by leads.row limit $3) as refused) \
             as refused_leads, \
         (select count(*) from parts join (select row from part_refusals where task_id = $1 union \
             select row from check_refusals where check_refusals.check_id = tasks.check_id) as refused on row between first_row and last_row \
             where task_id = $1 and state in ('refused', 'not_sent', 'stopped', 'given_up')) as refused_uncalled, \
         (select count(*) from parts join part_refusals using (task_id, number) where task_id = $1 and state = 'created') as refused_sent, \
         (select count(*) from parts join check_refusals on row between first_row and last_row \
             where task_id = $1 and state in ('waiting', 'sending') and check_refusals.check_id = tasks.check_id) as refused_to_send, \
         (select coalesce(jsonb_agg(jsonb_build_array(follow_up.id, follow_up.name) order by follow_up.submitted_at), '[]') \
             from follow_ups join tasks as follow_up on follow_up.id = follow_up_id \
             where follow_ups.task_id = $1 and follow_up.file_digest = tasks.file_digest) as followed_by, \
         (select coalesce(jsonb_agg(to_jsonb(told) order by id), '[]') from (select events.id, events.at, by_user.name as by_name, \
             events.kind, {TOLD_DETAIL} as detail from events left join users as by_user on by_user.id = events.by_user \
             where events.task_id = tasks.id) as told) as events, \
         (select name from users where id = tasks.approved_by) as approved_by, \
         (select max(approved_at) from approvals where approvals.draft_id = tasks.draft_id and approvals.check_id = tasks.check_id \
             and approvals.approved_by = tasks.approved_by) as approved_at, \
         exists (select from draft_contributors where draft_contributors.draft_id = tasks.draft_id and person_id = $5) as contributed, \
         submitted_by = $5 as launched, \
         {VERDICTS} as verdicts, \
         marked_done_at, (select name from users where id = marked_done_by) as marked_done_by, {OF_TASK} as results, case when $4 then {CHAIN} end as chain, \
         {COMPARED} as compared, \
         (select to_jsonb(applied) from (select applied_at, dialled, reached from applied_stop_rules \
             where applied_stop_rules.task_id = tasks.id) as applied) as applied_rule, {RETENTION} as retention \
         from tasks join users on users.id = submitted_by \
         join (select id as of_check, mapping from checks) as checks_mapping on of_check = check_id \
         where tasks.id = $1 and tasks.account_id = $2"
    ))
    .bind(id)
    .bind(by.account)
    .bind(by.max_refused)
    .bind(by.with_chain)
    .bind(by.person)
    .fetch_optional(pool)
    .await
}

/// The task of a batch, so locked that what its batches add up to is written by one at a time; its account with it. Rows that refer
/// to the task can be written meanwhile: whoever submits a draft holds the account and notes of leads that this task has called
/// them, and would otherwise wait for somebody who waits for the account.
pub async fn lock(connection: &mut PgConnection, id: TaskId) -> sqlx::Result<AccountId> {
    sqlx::query_scalar("select account_id from tasks where id = $1 for no key update")
        .bind(id)
        .fetch_one(connection)
        .await
}

/// Writes the state of a task, and counts again its numbers that the provider may still call though a stop of theirs has failed, each once:
/// all of a batch, but for those whose own cancellation has failed.
pub async fn update_state(
    connection: &mut PgConnection,
    id: TaskId,
    state: TaskState,
) -> sqlx::Result<()> {
    sqlx::query(&format!(
        "with failed as materialized (select part, row, state from stops where task_id = $1 and row > 0 and {FAILED} and {MAY_BE_CALLED} \
             union all select part, row, state from stops where task_id = $1 and row = 0 and {FAILED} and {BATCH_MAY_BE_CALLED}), \
         counted as (select state, case when row > 0 then 1 else greatest(0, (select coalesce(sum(calls), 0) from call_counts \
                 where call_counts.task_id = $1 and call_counts.part = failed.part and call_group in {OPEN_GROUPS}) \
             - (select count(*) from failed as own where own.part = failed.part and own.row > 0)) end as numbers from failed) \
         update tasks set state = $2, refused_cancels = total.refused, unconfirmed_cancels = total.unconfirmed \
         from (select coalesce(sum(numbers) filter (where state = 'refused'), 0) as refused, \
             coalesce(sum(numbers) filter (where state <> 'refused'), 0) as unconfirmed from counted) as total \
         where id = $1"
    ))
    .bind(id)
    .bind(state.key())
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a task or a check was meant for AIRudder itself.
pub async fn any_for_airudder(pool: &PgPool) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select from tasks where not sandbox) or exists (select from checks where not sandbox)",
    )
    .fetch_one(pool)
    .await
}
