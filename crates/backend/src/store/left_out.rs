//! Leads that are taken out of a batch before it is sent.

use jiff::Timestamp;
use sqlx::PgConnection;

use super::at;
use super::batches::BatchRecord;
use crate::ids::DraftId;

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
