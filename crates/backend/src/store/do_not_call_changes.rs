//! What of do-not-call lists has still to be applied to what may be calling.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::at;
use super::calls::OPEN_GROUPS;
use crate::ids::{AccountId, TaskId};

/// Has every account look whether it is calling numbers with those last digits, or any that is on a list.
pub async fn insert_changes(
    connection: &mut PgConnection,
    now: Timestamp,
    last_fours: Option<&[i32]>,
) -> sqlx::Result<()> {
    sqlx::query("insert into do_not_call_changes (account, last_fours, made_at) select id, $1, $2 from accounts")
        .bind(last_fours)
        .bind(at(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Has one account look whether it is calling numbers that are on a list.
pub async fn insert_change(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
) -> sqlx::Result<()> {
    sqlx::query("insert into do_not_call_changes (account, made_at) values ($1, $2)")
        .bind(account)
        .bind(at(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// What an account has still to look for.
#[derive(sqlx::FromRow)]
pub struct ChangeRow {
    pub id: i64,
    /// The last digits of the numbers; any where there are none.
    pub last_fours: Option<Vec<i32>>,
}

/// Changes that are taken at once.
const CHANGES_AT_ONCE: i64 = 1_000;

/// What an account has still to look for, the oldest first.
pub async fn changes(pool: &PgPool, account: AccountId) -> sqlx::Result<Vec<ChangeRow>> {
    sqlx::query_as(
        "select id, last_fours from do_not_call_changes where account = $1 order by id limit $2",
    )
    .bind(account)
    .bind(CHANGES_AT_ONCE)
    .fetch_all(pool)
    .await
}

pub async fn delete_changes(connection: &mut PgConnection, ids: &[i64]) -> sqlx::Result<()> {
    sqlx::query("delete from do_not_call_changes where id = any($1)")
        .bind(ids)
        .execute(connection)
        .await?;
    Ok(())
}

/// A lead that the provider may be calling, or may call.
#[derive(sqlx::FromRow)]
pub struct Outstanding {
    pub task: TaskId,
    #[sqlx(rename = "part")]
    pub batch: i32,
    pub row: i32,
    pub number: i64,
}

/// The states of a batch that AIRudder has without the program knowing it, or may get, as a list of SQL ([`leads::states::has_to_be_cancelled`]).
const MAY_HAVE: &str = "('sending', 'unknown', 'absent', 'given_up')";

/// The leads with those last digits, or all, that the provider may be calling: in batches that are being sent or have no result, and in
/// those that it has created, where nothing came of the call yet. It calls nobody whose task was submitted weeks ago.
pub async fn outstanding(
    connection: &mut PgConnection,
    since: Timestamp,
    sandbox: bool,
    last_fours: Option<&[i32]>,
) -> sqlx::Result<Vec<Outstanding>> {
    match last_fours {
        Some(last_fours) => outstanding_with(connection, since, sandbox, last_fours).await,
        None => {
            sqlx::query_as(&format!(
                "select tasks.id as task, parts.number as part, leads.row, leads.number from tasks join parts on parts.task_id = tasks.id \
    join leads on leads.draft_id = tasks.draft_id and leads.row between parts.first_row and parts.last_row \
        and leads.kind in ('ready', 'doubtful') and leads.number is not null \
    left join calls on calls.task_id = tasks.id and calls.row = leads.row \
    where parts.queued_at > $1 and tasks.sandbox = $2 \
    and (parts.state in {MAY_HAVE} \
        or parts.state = 'created' and calls.call_group in {OPEN_GROUPS})"
            ))
            .bind(at(since))
            .bind(sandbox)
            .fetch_all(connection)
            .await
        }
    }
}

/// The same of numbers with those last digits: by the index of last digits, so that a row of `leads` is read for each number that is
/// found so.
async fn outstanding_with(
    connection: &mut PgConnection,
    since: Timestamp,
    sandbox: bool,
    last_fours: &[i32],
) -> sqlx::Result<Vec<Outstanding>> {
    let ends = last_fours.iter();
    let ends = ends.flat_map(|end| (0..10).map(move |digit| i64::from(*end) + digit * 10_000));
    let ends: Vec<i64> = ends.collect();
    sqlx::query_as(&format!(
        "select tasks.id as task, parts.number as part, leads.row, leads.number from searched_numbers \
    join tasks on tasks.id = searched_numbers.task_id \
    join parts on parts.task_id = tasks.id and parts.number = searched_numbers.part \
    join leads on leads.draft_id = tasks.draft_id and leads.number = searched_numbers.number \
        and leads.row between parts.first_row and parts.last_row and leads.kind in ('ready', 'doubtful') \
    left join calls on calls.task_id = tasks.id and calls.row = leads.row \
    where searched_numbers.number % 100000 = any($3) and parts.queued_at > $1 and tasks.sandbox = $2 \
    and (parts.state in {MAY_HAVE} \
        or parts.state = 'created' and calls.call_group in {OPEN_GROUPS})"
    ))
    .bind(at(since))
    .bind(sandbox)
    .bind(ends)
    .fetch_all(connection)
    .await
}

/// Which of those leads are still among what is sent.
pub async fn still_sent(
    connection: &mut PgConnection,
    task: TaskId,
    rows: &[i32],
) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar(
        "select row from tasks join leads on leads.draft_id = tasks.draft_id where tasks.id = $1 and row = any($2) \
         and leads.kind in ('ready', 'doubtful') order by row",
    )
    .bind(task)
    .bind(rows)
    .fetch_all(connection)
    .await
}

#[cfg(test)]
mod tests {
    use leads::states::{BatchState, Calling, has_to_be_cancelled};

    use super::*;

    #[test]
    fn numbers_are_looked_for_in_every_batch_of_which_they_have_to_be_cancelled() {
        let states = BatchState::ALL.into_iter();
        // Those are told by their calls.
        let states = states.filter(|state| *state != BatchState::Created);
        let states = states.filter(|state| has_to_be_cancelled(*state, Calling::NotStarted));
        let states: Vec<String> = states.map(|state| format!("'{}'", state.key())).collect();
        assert_eq!(MAY_HAVE, format!("({})", states.join(", ")));
    }
}
