//! Leads that are taken out of a batch before it is sent, and put back where the provider has them all the same.

use jiff::Timestamp;
use sqlx::PgConnection;

use super::at;
use super::batches::BatchRecord;
use crate::ids::{DraftId, TaskId};

/// Why leads are taken out, by what is stored, and what kind of lead they become.
#[derive(Clone, Copy, Debug)]
pub struct Reason {
    pub key: &'static str,
    pub kind: &'static str,
}

/// Takes leads out of a batch: they are of another kind now, their numbers were not submitted, and nothing is to be cancelled of them. How
/// many that were.
pub async fn leave_out(
    connection: &mut PgConnection,
    now: Timestamp,
    (batch, draft): (&BatchRecord, DraftId),
    rows: &[i32],
    reason: Reason,
) -> sqlx::Result<u64> {
    // Before their kind changes: another row of the batch may have the same number.
    sqlx::query(
        "delete from submitted_numbers where task_id = $1 and part = $2 and number in ( \
         select number from leads where draft_id = $3 and row between $4 and $5 and kind in ('ready', 'doubtful') \
         group by number having bool_and(row = any($6)))",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(draft)
    .bind(batch.first_row)
    .bind(batch.last_row)
    .bind(rows)
    .execute(&mut *connection)
    .await?;
    let left_out = sqlx::query(
        "with gone as (select row, kind from leads where draft_id = $1 and row = any($2) and kind in ('ready', 'doubtful') for update), \
         counted as (update drafts set ready = ready - (select count(*) from gone where kind = 'ready'), \
             doubtful = doubtful - (select count(*) from gone where kind = 'doubtful'), \
             do_not_call = do_not_call + case when $3 = 'do_not_call' then (select count(*) from gone) else 0 end, \
             left_out = left_out + case when $3 = 'left_out' then (select count(*) from gone) else 0 end where id = $1), \
         told as (insert into left_out_leads (task_id, part, row, reason, left_out_at) select $4, $5, row, $6, $7 from gone \
             on conflict (task_id, row) do nothing), \
         wanted as (delete from stops where task_id = $4 and part = $5 and row = any($2)) \
         update leads set kind = $3 from gone where draft_id = $1 and leads.row = gone.row",
    )
    .bind(draft)
    .bind(rows)
    .bind(reason.kind)
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(reason.key)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(left_out.rows_affected())
}

/// The leads that were taken out of a batch for a do-not-call list, as rows with their numbers.
pub async fn of_batch(
    connection: &mut PgConnection,
    task: TaskId,
    batch: i32,
) -> sqlx::Result<Vec<(i32, i64)>> {
    sqlx::query_as(
        "select left_out_leads.row, leads.number from left_out_leads join tasks on tasks.id = task_id \
         join leads on leads.draft_id = tasks.draft_id and leads.row = left_out_leads.row \
         where task_id = $1 and part = $2 and reason = 'do_not_call' and leads.number is not null order by 1",
    )
    .bind(task)
    .bind(batch)
    .fetch_all(connection)
    .await
}

/// Puts leads back into a batch that the provider has made with them: their numbers count as submitted, and their calls begin. How many that
/// were. That somebody doubted a lead is not known any more, and of no use once it is called.
pub async fn put_back(
    connection: &mut PgConnection,
    (batch, draft): (&BatchRecord, DraftId),
    rows: &[i32],
) -> sqlx::Result<u64> {
    let put_back = sqlx::query(
        "with told as (delete from left_out_leads where task_id = $2 and row = any($3) returning row), \
         counted as (update drafts set ready = ready + (select count(*) from told), \
             do_not_call = do_not_call - (select count(*) from told) where id = $1), \
         numbers as (insert into submitted_numbers (number, task_id, part, account) \
             select number, $2, $4, (select current_account()) from leads join told using (row) where draft_id = $1) \
         update leads set kind = 'ready' from told where draft_id = $1 and leads.row = told.row",
    )
    .bind(draft)
    .bind(batch.task_id)
    .bind(rows)
    .bind(batch.number)
    .execute(&mut *connection)
    .await?;
    sqlx::query("select begin_calls($1, $2)")
        .bind(batch.task_id)
        .bind(batch.number)
        .execute(connection)
        .await?;
    Ok(put_back.rows_affected())
}

/// Writes what a batch consists of now, if it is still the caller's: `false` where somebody else has taken it meanwhile.
pub async fn renew_digest(
    connection: &mut PgConnection,
    batch: &BatchRecord,
    digest: &[u8],
    leads: i32,
) -> sqlx::Result<bool> {
    let renewed = sqlx::query(
        "update parts set payload_digest = $5, lead_count = $6 where task_id = $1 and number = $2 and fence = $3 and state = $4",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(batch.fence)
    .bind(&batch.state)
    .bind(digest)
    .bind(leads)
    .execute(connection)
    .await?;
    Ok(renewed.rows_affected() == 1)
}
