//! Robots as last seen.

use jiff::Timestamp;
use leads::views::RobotVariable;
use serde::Deserialize;
use serde_json::Value;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::{At, Stored, at, plain, plain_one};
use crate::ids::AccountId;

#[derive(sqlx::FromRow)]
pub struct RobotRecord {
    pub robot_id: String,
    pub name: String,
    pub mode: Option<String>,
    pub language: Option<String>,
    pub variables: Json<Vec<RobotVariable>>,
    pub script: Option<String>,
    pub raw: Value,
    pub detailed_at: Option<At>,
}

impl Stored for RobotRecord {
    const TABLE: &'static str = "robots";
    const KEY: &'static [&'static str] = &["robot_id"];
}

#[derive(sqlx::FromRow)]
pub struct RobotListRecord {
    pub asked_at: At,
    pub failure: Option<String>,
}

/// The robots of an account, and when they were asked for last.
#[derive(Default, Deserialize)]
pub struct SeenRobots {
    /// `None` where nobody has asked yet.
    pub list: Option<SeenList>,
    pub robots: Vec<SeenRobot>,
}

/// When the list was asked for last, and what came of it.
#[derive(Deserialize)]
pub struct SeenList {
    pub seen_at: Option<Timestamp>,
    pub asked_at: Timestamp,
    pub failure: Option<String>,
}

/// A robot, without what only its own page shows.
#[derive(Deserialize)]
pub struct SeenRobot {
    pub robot_id: String,
    pub name: String,
    pub mode: Option<String>,
    pub language: Option<String>,
    /// What a list of [`RobotVariable`] is written as.
    pub variables: Value,
    /// The beginning of what it says.
    pub script: Option<String>,
}

/// Makes [`SeenRobots`] of the account whose id is the first value bound, as part of a statement that reads something else as well.
pub(super) const SEEN: &str = "jsonb_build_object( \
    'list', (select to_jsonb(robot_lists) from robot_lists where robot_lists.account_id = $1), \
    'robots', (select coalesce(jsonb_agg(jsonb_build_object('robot_id', robot_id, 'name', name, 'mode', mode, \
        'language', language, 'variables', variables, 'script', left(script, 300)) order by position, robot_id), '[]') \
        from robots where robots.account_id = $1))";

pub async fn seen(pool: &PgPool, account: AccountId) -> sqlx::Result<SeenRobots> {
    let seen: Json<SeenRobots> = sqlx::query_scalar(&format!("select {SEEN}"))
        .bind(account)
        .fetch_one(pool)
        .await?;
    Ok(seen.0)
}

/// The ids of the account's robots as last seen.
pub async fn ids(pool: &PgPool, account: AccountId) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar("select robot_id from robots where account_id = $1")
        .bind(account)
        .fetch_all(pool)
        .await
}

const COLUMNS: &str = "robot_id, name, mode, language, variables, script, raw, detailed_at";

pub async fn list(pool: &PgPool, account: AccountId) -> sqlx::Result<Vec<RobotRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from robots where account_id = $1 order by position, robot_id"
    ))
    .bind(account)
    .fetch_all(pool)
    .await
    .map(plain)
}

pub async fn by_id(
    connection: impl sqlx::PgExecutor<'_>,
    account: AccountId,
    id: &str,
) -> sqlx::Result<Option<RobotRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from robots where account_id = $1 and robot_id = $2"
    ))
    .bind(account)
    .bind(id)
    .fetch_optional(connection)
    .await
    .map(plain_one)
}

pub async fn list_seen(pool: &PgPool, account: AccountId) -> sqlx::Result<Option<RobotListRecord>> {
    sqlx::query_as("select asked_at, failure from robot_lists where account_id = $1")
        .bind(account)
        .fetch_optional(pool)
        .await
}

/// Writes that the provider was asked, and what came of it.
pub async fn list_asked(
    connection: &mut PgConnection,
    account: AccountId,
    now: Timestamp,
    failure: Option<&str>,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into robot_lists (account_id, seen_at, asked_at, failure) \
         values ($1, case when $3::text is null then $2::timestamptz end, $2, $3) \
         on conflict (account_id) do update set asked_at = excluded.asked_at, failure = excluded.failure, \
         seen_at = coalesce(excluded.seen_at, robot_lists.seen_at)",
    )
    .bind(account)
    .bind(at(now))
    .bind(failure)
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes a robot. What only its details tell stays when a list, which tells less, is written over it.
pub async fn upsert(
    connection: &mut PgConnection,
    account: AccountId,
    position: Option<i32>,
    robot: &RobotRecord,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into robots (account_id, robot_id, position, name, mode, language, variables, raw, detailed_at, script) \
         values ($1, $2, coalesce($3, 0), $4, $5, $6, $7, $8, $9, $10) \
         on conflict (account_id, robot_id) do update set \
         position = coalesce($3, robots.position), name = excluded.name, \
         mode = coalesce(excluded.mode, robots.mode), language = coalesce(excluded.language, robots.language), \
         variables = case when excluded.detailed_at is null and robots.detailed_at is not null \
             then robots.variables else excluded.variables end, \
         raw = robots.raw || excluded.raw, script = coalesce(excluded.script, robots.script), \
         detailed_at = coalesce(excluded.detailed_at, robots.detailed_at)",
    )
    .bind(account)
    .bind(&robot.robot_id)
    .bind(position)
    .bind(&robot.name)
    .bind(&robot.mode)
    .bind(&robot.language)
    .bind(&robot.variables)
    .bind(&robot.raw)
    .bind(robot.detailed_at)
    .bind(&robot.script)
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets the robots that the provider no longer lists.
pub async fn keep_only(
    connection: &mut PgConnection,
    account: AccountId,
    ids: &[String],
) -> sqlx::Result<()> {
    sqlx::query("delete from robots where account_id = $1 and robot_id <> all ($2)")
        .bind(account)
        .bind(ids)
        .execute(connection)
        .await?;
    Ok(())
}
