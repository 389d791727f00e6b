//! Where a phone number was to be called: found by its end, in all tasks of an account.

use jiff::Timestamp;
use leads::states::BatchState;
use leads::{Mapping, NumberSearch};
use sqlx::PgConnection;
use sqlx::types::Json;

use super::audit::{self, COLUMNS};
use super::rows::RowRecord;
use super::{At, Stored, Unreadable, at, plain};
use crate::Caller;
use crate::audit::{AuditAction, AuditEntry, SearchedIn};
use crate::events::Event;
use crate::ids::TaskId;

/// A lead with that number, and what became of it.
#[derive(sqlx::FromRow)]
pub struct FoundNumber {
    pub task: TaskId,
    pub name: String,
    pub submitted_at: At,
    pub number: i64,
    #[sqlx(flatten)]
    pub row: RowRecord,
    pub mapping: Json<Mapping>,
    pub sandbox: bool,
    pub is_test: bool,
    state: String,
    pub refusal: Option<String>,
    pub provider_status: Option<String>,
}

impl FoundNumber {
    pub fn state(&self) -> Result<BatchState, Unreadable> {
        let unreadable = || Unreadable::new("parts", "state", self.task);
        BatchState::from_key(&self.state).ok_or_else(unreadable)
    }
}

impl Stored for FoundNumber {
    const TABLE: &'static str = "tasks";
    const KEY: &'static [&'static str] = &["task"];
}

/// The leads of the caller's account whose number ends so, those submitted last first, at most so many; and in the same statement an
/// event that the caller has looked for one, with the tasks that are shown (`most` is one more). Leads that the provider refused when it made their batch are not among them
/// ([`super::numbers::delete_refused`]): they were not called.
///
/// `submitted_numbers_by_end` finds the last five digits; `offset 0` keeps the planner from beginning with the account's tasks.
pub async fn find(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    number: NumberSearch,
    most: usize,
) -> sqlx::Result<Vec<FoundNumber>> {
    let event = Event::NumberSearched { found: 0 }.stored();
    let (kind, detail) = event.map_err(|error| sqlx::Error::Encode(error.into()))?;
    let searched = AuditAction::NumberSearched {
        within: SearchedIn::Tasks,
        digits: number.digits().into(),
        found: 0,
    };
    let entry = audit::record(&AuditEntry::of(caller, now, searched))?;
    sqlx::query_as(&format!(
        "with found as materialized (select distinct tasks.id as task, tasks.name, tasks.submitted_at, \
             tasks.draft_id, tasks.check_id, tasks.sandbox, tasks.is_test, submitted.number, submitted.part \
             from (select number, task_id, part from searched_numbers where number % 100000 = $2 % 100000 and number % $3 = $2 offset 0) \
             as submitted join tasks on tasks.id = submitted.task_id where tasks.account_id = $1 \
             order by tasks.submitted_at desc, tasks.id desc limit $4), \
         told as (insert into events (account_id, at, by_user, kind, detail) \
             select $1, $5, $6, $7, $8 || jsonb_build_object('found', (select least(count(distinct task), $4 - 1) from found))), \
         entry as (select {COLUMNS}, detail || jsonb_build_object('found', (select least(count(distinct task), $4 - 1) from found)) as detail \
             from jsonb_populate_record(null::audit_log_pending, $9)), \
         audited as (insert into audit_log_pending ({COLUMNS}, detail) select {COLUMNS}, detail from entry) \
         select task, found.name, submitted_at, found.number, leads.row, leads.cells, leads.mended, leads.left_out, leads.marks, \
             checks.mapping, found.sandbox, found.is_test, parts.state, part_refusals.words as refusal, parts.provider_status \
         from found join checks on checks.id = found.check_id join parts on parts.task_id = task and parts.number = part \
         join lateral (select * from leads where leads.draft_id = found.draft_id and leads.number = found.number \
             and kind in ('ready', 'doubtful') and leads.row between parts.first_row and parts.last_row order by row limit 1) as leads on true \
         left join part_refusals on part_refusals.task_id = task and part_refusals.row = leads.row \
         order by submitted_at desc, task desc"
    ))
    .bind(caller.account.id)
    .bind(bigint(number.remainder())?)
    .bind(bigint(number.modulus())?)
    .bind(bigint(most as u64)?)
    .bind(at(now))
    .bind(caller.person)
    .bind(kind)
    .bind(detail)
    .bind(entry)
    .fetch_all(connection)
    .await
    .map(plain)
}

/// As Postgres counts.
fn bigint(number: u64) -> sqlx::Result<i64> {
    i64::try_from(number).map_err(|error| sqlx::Error::Encode(error.into()))
}
