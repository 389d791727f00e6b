//! What the letters of results mean to a robot, version by version, and by which of them a task is read.

use jiff::Timestamp;
use leads::results::meaning::Meanings;
use serde::Deserialize;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::robots::{SEEN, SeenRobots};
use super::{Stored, at, plain, plain_one};
use crate::ids::{AccountId, PersonId, TaskId};

/// A version of what the letters mean to a robot.
#[derive(sqlx::FromRow)]
pub struct ResultsRecord {
    pub robot_id: String,
    pub version: i32,
    pub meanings: Json<Meanings>,
}

impl Stored for ResultsRecord {
    const TABLE: &'static str = "robot_results";
    const KEY: &'static [&'static str] = &["robot_id", "version"];
}

/// Those of the named robots of which the account knows something.
pub async fn known(
    connection: &mut PgConnection,
    account: AccountId,
    named: &[&str],
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(
        "select robot_id from robots where account_id = $1 and robot_id = any($2) \
         union select robot_id from robot_results where account_id = $1 and robot_id = any($2)",
    )
    .bind(account)
    .bind(named)
    .fetch_all(connection)
    .await
}

/// The newest version of a robot.
pub async fn newest(
    connection: &mut PgConnection,
    account: AccountId,
    robot: &str,
) -> sqlx::Result<Option<ResultsRecord>> {
    sqlx::query_as(
        "select robot_id, version, meanings from robot_results where account_id = $1 and robot_id = $2 order by version desc limit 1",
    )
    .bind(account)
    .bind(robot)
    .fetch_optional(connection)
    .await
    .map(plain_one)
}

/// What is stored of the results of a robot.
#[derive(Default, Deserialize)]
pub struct StoredResults {
    /// `None` where nothing is named yet.
    pub newest: Option<NewestResults>,
    /// The letters that calls of the robot have had.
    pub letters: Vec<String>,
}

/// The newest version of a robot, and who made it.
#[derive(Deserialize)]
pub struct NewestResults {
    pub version: i32,
    pub meanings: Meanings,
    pub changed_at: Timestamp,
    /// `None` where it is what the provider tells of the robot.
    pub changed_by: Option<String>,
}

/// Makes [`StoredResults`] of the account and the robot whose ids are the first values bound.
const STORED: &str = "jsonb_build_object( \
    'newest', (select to_jsonb(newest) from (select version, meanings, changed_at, users.name as changed_by \
        from robot_results left join users on users.id = robot_results.changed_by \
        where robot_results.account_id = $1 and robot_results.robot_id = $2 order by version desc limit 1) as newest), \
    'letters', (select coalesce(jsonb_agg(distinct letter), '[]') from call_counts join tasks on tasks.id = task_id \
        where tasks.account_id = $1 and coalesce(call_counts.robot_id, tasks.settings ->> 'robot_id') = $2 and letter is not null))";

/// What is stored of the results of a robot.
pub async fn stored(pool: &PgPool, account: AccountId, robot: &str) -> sqlx::Result<StoredResults> {
    let stored: Json<StoredResults> = sqlx::query_scalar(&format!("select {STORED}"))
        .bind(account)
        .bind(robot)
        .fetch_one(pool)
        .await?;
    Ok(stored.0)
}

/// The same with all robots of the account, as the page of a robot needs them.
pub async fn stored_with_seen(
    pool: &PgPool,
    account: AccountId,
    robot: &str,
) -> sqlx::Result<(StoredResults, SeenRobots)> {
    let (stored, seen): (Json<StoredResults>, Json<SeenRobots>) =
        sqlx::query_as(&format!("select {STORED}, {SEEN}"))
            .bind(account)
            .bind(robot)
            .fetch_one(pool)
            .await?;
    Ok((stored.0, seen.0))
}

/// A letter that calls of a task have had.
#[derive(sqlx::FromRow)]
pub struct GivenLetter {
    pub task: TaskId,
    /// Whether the calls were simulated.
    pub sandbox: bool,
    pub letter: String,
}

/// The letters that a robot has given in each task of the account, as the provider writes them.
pub async fn letters_given(
    connection: &mut PgConnection,
    account: AccountId,
    robot: &str,
) -> sqlx::Result<Vec<GivenLetter>> {
    sqlx::query_as(
        "select distinct tasks.id as task, tasks.sandbox, letter from call_counts join tasks on tasks.id = task_id \
         where tasks.account_id = $1 and coalesce(call_counts.robot_id, tasks.settings ->> 'robot_id') = $2 and letter is not null",
    )
    .bind(account)
    .bind(robot)
    .fetch_all(connection)
    .await
}

/// Adds a version of a robot behind its newest; `false` where another one was added meanwhile.
pub async fn add(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    results: &ResultsRecord,
    by: Option<PersonId>,
) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "insert into robot_results (account_id, robot_id, version, meanings, changed_by, changed_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    )
    .bind(account)
    .bind(&results.robot_id)
    .bind(results.version)
    .bind(&results.meanings)
    .bind(by)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// By what the calls of a batch were read.
pub async fn of_batch(
    connection: &mut PgConnection,
    account: AccountId,
    task: TaskId,
    batch: i32,
) -> sqlx::Result<Vec<ResultsRecord>> {
    sqlx::query_as(
        "select robot_results.robot_id, robot_results.version, meanings from task_results join robot_results using (robot_id, version) \
         where account_id = $1 and task_id = $2 and part = $3",
    )
    .bind(account)
    .bind(task)
    .bind(batch)
    .fetch_all(connection)
    .await
    .map(plain)
}

/// Has a batch read by that version of a robot.
pub async fn read_by(
    connection: &mut PgConnection,
    task: TaskId,
    batch: i32,
    robot: &str,
    version: i32,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into task_results (task_id, part, robot_id, version) values ($1, $2, $3, $4) \
         on conflict (task_id, part, robot_id) do update set version = excluded.version \
         where task_results.version <> excluded.version",
    )
    .bind(task)
    .bind(batch)
    .bind(robot)
    .bind(version)
    .execute(connection)
    .await?;
    Ok(())
}
