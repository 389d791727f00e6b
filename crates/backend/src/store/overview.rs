//! What the page over all accounts tells of one.

use jiff::Timestamp;
use jiff::civil::Date;
use leads::MAX_AHEAD;
use leads::views::MAX_ATTENTION_SHOWN;
use sqlx::PgPool;

use super::at;
use super::attention::NEEDS_ATTENTION;
use crate::ids::AccountId;

#[derive(sqlx::FromRow)]
pub struct OverviewRow {
    pub tasks_today: i64,
    pub needs_attention: i64,
    pub drafts: i64,
}

/// A day of an account.
pub struct Day {
    /// When it begins.
    pub begin: Timestamp,
    pub date: Date,
}

/// Counts the tasks that were submitted on that day or start on it, those that need attention up to [`MAX_ATTENTION_SHOWN`] and one, and the
/// open drafts.
pub async fn of_account(
    pool: &PgPool,
    account: AccountId,
    today: &Day,
) -> sqlx::Result<OverviewRow> {
    sqlx::query_as(&format!(
        "select (select count(*) from tasks where account_id = $1 and submitted_at >= $4 and not is_test \
             and (submitted_at >= $2 or starts_with(settings -> 'schedule' ->> 'start', $5))) as tasks_today, \
         (select count(*) from (select from tasks where account_id = $1 and {NEEDS_ATTENTION} limit $3) as counted) as needs_attention, \
         (select count(*) from drafts where account_id = $1 and task_id is null and discarded_at is null) as drafts"
    ))
    .bind(account)
    .bind(at(today.begin))
    .bind(i64::from(MAX_ATTENTION_SHOWN) + 1)
    // None that starts on the day was submitted before.
    .bind(at(today.begin - MAX_AHEAD))
    .bind(today.date.to_string())
    .fetch_one(pool)
    .await
}
