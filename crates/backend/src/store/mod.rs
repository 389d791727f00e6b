//! All SQL of Coxswain: one file for each thing that is stored.
//!
//! A row struct says what the database holds; what it means is the business of the modules above. A statement that must
//! have changed a row says so by the number of rows it changed.
//!
//! What was stored under an older word keeps it, since another would cost a rewrite or break a process of the version before:
//!
//! | in the database | in the code |
//! | --- | --- |
//! | `parts`, `check_parts`, `part_size`, `calls.part`, events `part_…` | batch |
//! | `looks`, `look_at` | searches of a batch's name at the provider |
//! | `in_doubt_since` | `unconfirmed_since` |
//! | `faults`, `fault_counts`, `rewritten`, `note` | problems, fixed automatically |
//! | `mended`, `to_mend`, `doubtful` | edits, to fix, warnings |
//! | `quiet_days` | `cooldown_days` |

pub mod accounts;
pub mod approvals;
pub mod as_sent;
pub mod attention;
pub mod audit;
pub mod audit_chain;
pub mod audit_pages;
pub mod batches;
pub mod call_exports;
pub mod call_follow_ups;
pub mod call_polls;
pub mod call_sums;
pub mod calling_rules;
pub mod calls;
pub mod calls_end;
mod cell_search;
pub mod checks;
pub mod connections;
pub mod contributors;
pub mod copy;
pub mod credentials;
pub mod discarded;
pub mod do_not_call;
pub mod do_not_call_changes;
pub mod do_not_call_lists;
pub mod draft_lists;
pub mod drafts;
pub mod erasures;
pub mod events;
pub mod factors;
pub mod failed_stops;
pub mod failures;
pub mod files;
pub mod follow_ups;
pub mod forms;
pub mod grants;
pub mod leads;
pub mod left_out;
pub mod links;
pub mod listed_calls;
pub mod matches;
pub mod minimise;
pub mod number_search;
pub mod numbers;
pub mod overrides;
pub mod overview;
pub mod pages;
pub mod passkeys;
pub mod people;
pub mod planned_batches;
pub mod proof;
pub mod pushes;
mod readable;
pub mod receipts;
pub mod reconciliation;
pub mod refusal_searches;
pub mod restore_journal;
pub mod results;
pub mod retention;
pub mod reviews;
pub mod robot_results;
pub mod robots;
pub mod rows;
pub mod schema;
pub mod secrets;
pub mod sessions;
pub mod shown_batches;
pub mod steps;
pub mod stops;
pub mod task_history;
pub mod task_search;
pub mod tasks;
pub mod test_calls;
pub mod users;
pub mod verdicts;

use std::time::Duration;

use jiff_sqlx::ToSqlx;
pub use readable::{
    Located, Stored, Unreadable, count, plain, plain_one, row_number, stored, whole,
};
use sqlx::PgConnection;

use crate::error::Error;

/// A moment as sqlx binds it.
pub type At = jiff_sqlx::Timestamp;

/// Makes a moment bindable.
pub fn at(moment: jiff::Timestamp) -> At {
    moment.to_sqlx()
}

/// How long the database lets a connection take for something before it gives it up. Zero is without limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLimits {
    /// One statement, from its beginning to its end.
    pub statement: Duration,
    /// Waiting for a row or a table that somebody else holds.
    pub lock: Duration,
    /// A transaction in which nothing is asked for. The connection is closed then.
    pub idle_in_transaction: Duration,
}

impl TimeLimits {
    /// What a page, a form or the worker asks for.
    pub const ORDINARY: TimeLimits = TimeLimits {
        statement: Duration::from_secs(10),
        lock: Duration::from_secs(5),
        idle_in_transaction: Duration::from_secs(60),
    };

    /// Where a whole list, or the whole history, is read or written.
    const WHOLE_LIST: TimeLimits = TimeLimits {
        statement: Duration::from_secs(10 * 60),
        lock: Duration::from_secs(30),
        idle_in_transaction: Duration::from_secs(10 * 60),
    };
}

const NO_LIMITS: TimeLimits = TimeLimits {
    statement: Duration::ZERO,
    lock: Duration::ZERO,
    idle_in_transaction: Duration::ZERO,
};

/// For how long limits hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Connection,
    Transaction,
}

async fn limit_times(
    connection: &mut PgConnection,
    limits: TimeLimits,
    scope: Scope,
) -> sqlx::Result<()> {
    // Without a unit these settings are in milliseconds.
    let milliseconds = |duration: Duration| duration.as_millis().to_string();
    sqlx::query(
        "select set_config('statement_timeout', $1, $4), set_config('lock_timeout', $2, $4), \
         set_config('idle_in_transaction_session_timeout', $3, $4)",
    )
    .bind(milliseconds(limits.statement))
    .bind(milliseconds(limits.lock))
    .bind(milliseconds(limits.idle_in_transaction))
    .bind(scope == Scope::Transaction)
    .execute(connection)
    .await?;
    Ok(())
}

/// Lets the rest of the transaction take the time that a whole list takes.
pub async fn allow_for_a_whole_list(connection: &mut PgConnection) -> sqlx::Result<()> {
    limit_times(connection, TimeLimits::WHOLE_LIST, Scope::Transaction).await
}

/// Lets every statement of a transaction read what was there at one moment. Call it first, in a transaction that writes nothing.
pub async fn read_one_moment(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("set transaction isolation level repeatable read, read only")
        .execute(connection)
        .await?;
    Ok(())
}

/// Makes a new connection of the pool ready: nothing that is committed through it gets lost, and nothing holds it for ever.
///
/// # Errors
/// When the database cannot be reached.
pub async fn prepare_connection(
    connection: &mut PgConnection,
    limits: TimeLimits,
) -> sqlx::Result<()> {
    require_synchronous_commit(connection).await?;
    compile_no_statements(connection).await?;
    limit_times(connection, limits, Scope::Connection).await
}

/// Makes a new connection keep what is committed through it, also where the server is set up to lose its last commits when it
/// crashes: that a batch is being sent must outlive that, otherwise it would be sent again. A server that does more than to write
/// commits down is left as it is.
async fn require_synchronous_commit(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query(
        "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Statements here are short. Where the planner expects many rows, just after a long list was written, Postgres would compile
/// them to machine code first (`jit`): 250 ms for a lookup of 2 ms.
async fn compile_no_statements(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("select set_config('jit', 'off', false)")
        .execute(connection)
        .await?;
    Ok(())
}

/// Fails where a statement did not find the row it was meant for.
pub fn one_row(result: &sqlx::postgres::PgQueryResult, what: &'static str) -> Result<(), Error> {
    if result.rows_affected() == 1 {
        Ok(())
    } else {
        Err(Error::Inconsistent(what))
    }
}

#[cfg(test)]
mod tests {
    use sqlx::PgPool;

    use super::*;

    #[sqlx::test(migrations = false)]
    async fn a_whole_list_may_take_longer_until_the_transaction_ends(pool: PgPool) {
        let mut connection = pool.acquire().await.unwrap();
        prepare_connection(&mut connection, TimeLimits::ORDINARY)
            .await
            .unwrap();
        let shown = async |connection: &mut PgConnection| -> [String; 2] {
            let mut shown = [String::new(), String::new()];
            for (shown, name) in shown.iter_mut().zip(["statement_timeout", "lock_timeout"]) {
                let statement = format!("show {name}");
                let setting = sqlx::query_scalar(&statement).fetch_one(&mut *connection);
                *shown = setting.await.unwrap();
            }
            shown
        };
        let mut transaction = sqlx::Acquire::begin(&mut *connection).await.unwrap();
        allow_for_a_whole_list(&mut transaction).await.unwrap();
        assert_eq!(shown(&mut transaction).await, ["10min", "30s"]);
        transaction.commit().await.unwrap();
        assert_eq!(shown(&mut connection).await, ["10s", "5s"]);
    }
}
