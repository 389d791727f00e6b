//! Drafts that call people of a task again because of what came of their calls, and the tasks that they become.

use leads::results::classify::CallGroup;
use leads::results::follow_up::WhyNotAgain;
use sqlx::{PgConnection, PgPool};

use super::Unreadable;
use super::numbers::FAMILY;
use crate::ids::{AccountId, DraftId, TaskId};

/// The calls of a task (`$1`) of an account (`$3`), which is no test, that are of certain groups (`$2`), each with why it is not to be
/// followed, if there is a reason: what was heard of the number in any task of the account, that somebody has cancelled it, that another
/// task is calling it, and that one which belongs with the task and was submitted after it has reached it.
fn calls_to_follow() -> String {
    format!(
        "with recursive {family}, \
         own as materialized (select id, account_id, sandbox, submitted_at from tasks where id = $1 and account_id = $3 \
             and not is_test), \
         others as materialized (select tasks.id, tasks.state from tasks join own on own.account_id = tasks.account_id \
             and own.sandbox = tasks.sandbox where tasks.id <> own.id and not tasks.is_test \
             and (tasks.state in ('sending', 'unknown', 'absent') \
                 or tasks.id in (select task_id from call_polls where due_at is not null))), \
         calling as materialized ( \
             select calls.number from others join call_polls on call_polls.task_id = others.id and due_at is not null \
             join calls on calls.task_id = call_polls.task_id and calls.part = call_polls.part \
             where call_group in ('not_dialled', 'calling', 'waiting_for_redial') \
             union select submitted_numbers.number from others join parts on parts.task_id = others.id \
             join submitted_numbers on submitted_numbers.task_id = parts.task_id and submitted_numbers.part = parts.number \
             where parts.state in ('waiting', 'sending', 'unknown', 'absent')), \
         reached as materialized (select distinct calls.number from family join tasks on tasks.id = family.id \
             join own on tasks.submitted_at > own.submitted_at join calls on calls.task_id = tasks.id \
             where reached or call_group = 'interested'), \
         followed as (select calls.row, call_group, case \
             when exists (select from calls as heard join tasks on tasks.id = heard.task_id where heard.number = calls.number \
                 and heard.call_group = 'do_not_call' and tasks.account_id = own.account_id and tasks.sandbox = own.sandbox and not tasks.is_test) then 'do_not_call' \
             when exists (select from calls as heard join tasks on tasks.id = heard.task_id where heard.number = calls.number \
                 and heard.call_group = 'wrong_number' and tasks.account_id = own.account_id and tasks.sandbox = own.sandbox and not tasks.is_test) then 'wrong_number' \
             when exists (select from stops where stops.task_id = own.id and stops.row = calls.row) then 'cancelled' \
             when calls.number in (select number from calling) then 'calling' \
             when calls.number in (select number from reached) then 'reached_since' end as why \
             from own join calls on calls.task_id = own.id where call_group = any($2) and calls.number > 0)",
        family = family_of("$1")
    )
}

/// The tasks that belong with a task, itself among them.
pub async fn family(connection: &mut PgConnection, task: TaskId) -> sqlx::Result<Vec<TaskId>> {
    let statement = format!("with recursive {} select id from family", family_of("$1"));
    sqlx::query_scalar(&statement)
        .bind(task)
        .fetch_all(connection)
        .await
}

fn family_of(task: &str) -> String {
    FAMILY.replace("$task", &format!("{task}::uuid"))
}

/// Calls of a group, with why they are not followed.
#[derive(Debug, sqlx::FromRow)]
pub struct FollowedCount {
    call_group: String,
    why: Option<String>,
    pub calls: i64,
}

impl FollowedCount {
    /// Their group.
    pub fn group(&self) -> Result<CallGroup, Unreadable> {
        let unreadable = || Unreadable::new("calls", "call_group", &self.call_group);
        CallGroup::from_key(&self.call_group).ok_or_else(unreadable)
    }

    /// Why they are not followed.
    pub fn why(&self) -> Option<WhyNotAgain> {
        self.why.as_deref().and_then(WhyNotAgain::from_key)
    }
}

/// How many calls of each of those groups there are, by why they are not followed.
pub async fn counts(
    pool: &PgPool,
    (account, task): (AccountId, TaskId),
    groups: &[CallGroup],
) -> sqlx::Result<Vec<FollowedCount>> {
    let statement = format!(
        "{} select call_group, why, count(*) as calls from followed group by 1, 2",
        calls_to_follow()
    );
    sqlx::query_as(&statement)
        .bind(task)
        .bind(keys(groups))
        .bind(account)
        .fetch_all(pool)
        .await
}

/// The rows whose calls are of those groups and may be followed, in the order of the list.
pub async fn rows(
    connection: &mut PgConnection,
    (account, task): (AccountId, TaskId),
    groups: &[CallGroup],
) -> sqlx::Result<Vec<i32>> {
    let statement = format!(
        "{} select row from followed where why is null order by row",
        calls_to_follow()
    );
    sqlx::query_scalar(&statement)
        .bind(task)
        .bind(keys(groups))
        .bind(account)
        .fetch_all(connection)
        .await
}

fn keys(groups: &[CallGroup]) -> Vec<&'static str> {
    groups.iter().map(|group| group.key()).collect()
}

/// Makes a draft one of its own, whose list is not that of the task any more.
pub async fn forget(connection: &mut PgConnection, draft: DraftId) -> sqlx::Result<()> {
    sqlx::query(
        "update drafts set follows_calls_of = null, calls_within_cooldown = false, calls_known = '{}' where id = $1",
    )
    .bind(draft)
    .execute(connection)
    .await?;
    Ok(())
}

/// Makes a [`ChainView`](leads::views::ChainView) of a row of `tasks`, as part of a statement that reads something else as well; null where
/// the task is alone.
pub(super) const CHAIN: &str = "(with recursive family (id) as (select tasks.id union select next.id from family cross join lateral ( \
        select follow_up_id from call_follow_ups where task_id = family.id \
        union all select task_id from call_follow_ups where follow_up_id = family.id) as next (id)), \
    counted as (select chained.id, chained.name, chained.submitted_at, coalesce(sum(calls), 0) as sent, \
        coalesce(sum(call_counts.reached), 0) as reached, \
        coalesce(sum(calls) filter (where call_group = 'interested'), 0) as interested \
        from family join tasks as chained on chained.id = family.id left join call_counts on call_counts.task_id = chained.id group by chained.id), \
    people as (select number, bool_or(reached) as reached, bool_or(call_group = 'interested') as interested \
        from calls where task_id in (select id from family) group by number) \
    select jsonb_build_object('tasks', (select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'sent', sent, 'reached', reached, \
            'interested', interested) order by submitted_at, id) from counted), \
        'people', (select count(*) from people), 'reached', (select count(*) from people where reached), \
        'interested', (select count(*) from people where interested)) \
    where exists (select from call_follow_ups where tasks.id in (task_id, follow_up_id)))";
