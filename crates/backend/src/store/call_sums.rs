//! Sums of calls over many tasks. A trigger keeps them (`migrations/0028_sums_of_calls.sql`), in the transaction that writes the counts of
//! a batch.

use jiff::Timestamp;
use leads::Period;
use serde::Deserialize;
use sqlx::PgPool;
use sqlx::types::Json;

use super::{At, at};
use crate::ids::AccountId;

/// What a line of the sums is of: its calls have the same in common.
#[derive(Debug, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum SumsOf {
    /// The week with that place, from 1 on.
    Week { week: usize },
    /// The robot with that id.
    Robot { robot_id: String },
    /// The line with that name.
    Line { line: String },
    /// The hour of the week in which the last dial began, from 0 for midnight of Monday to 167; of the tasks with redials, or of the others.
    Hour { has_redials: bool, hour: u8 },
}

/// Calls that have something in common.
#[derive(Debug, Deserialize)]
pub struct SumRecord {
    #[serde(flatten)]
    pub of: SumsOf,
    pub calls: u32,
    pub open: u32,
    pub dialled: u32,
    pub reached: u32,
    pub interested: u32,
    pub talks: [u32; 6],
    pub talk_seconds: u64,
}

/// What is summed of the calls of a period.
#[derive(Debug, Deserialize)]
pub struct SumsRecord {
    pub sums: Vec<SumRecord>,
    pub tasks: u32,
    /// Whether the account has calls on any day.
    pub has_calls: bool,
    /// The account's robots, id and name.
    pub robots: Vec<(String, String)>,
}

/// Which calls are summed, and how their moments are read.
pub struct SumsFilter<'a> {
    pub account: AccountId,
    pub period: Period,
    /// Where each week begins, in their order; the first with the period.
    pub weeks: &'a [Timestamp],
    /// The offsets of the account's zone in the period, each from its moment on, in seconds.
    pub offsets: &'a [(Timestamp, i32)],
    pub robot: Option<&'a str>,
}

/// Sums the calls of a period by week, by robot, by line and by hour of the week. The zone is given by its offsets: Postgres may know
/// other rules for it than this program does.
pub async fn of_period(pool: &PgPool, filter: &SumsFilter<'_>) -> sqlx::Result<SumsRecord> {
    let moments =
        |moments: &mut dyn Iterator<Item = Timestamp>| moments.map(at).collect::<Vec<At>>();
    let offsets = filter.offsets.iter();
    let Json(record) = sqlx::query_scalar(&format!(
        "with counted as materialized (select robot_id, line, has_redials, width_bucket(half_hour, $4) as week, \
             case when is_dial_known then {HOUR_OF_WEEK} end as hour, calls, open, dialled, reached, interested, talks_from_0, \
             talks_from_10, talks_from_30, talks_from_60, talks_from_120, talks_from_180, talk_seconds \
             {OF_PERIOD}), \
         summed as (select case when grouping(week) = 0 then 'week' when grouping(robot_id) = 0 then 'robot' \
             when grouping(line) = 0 then 'line' else 'hour' end as of, week, robot_id, line, has_redials, hour, \
             sum(calls) as calls, sum(open) as open, sum(dialled) as dialled, sum(reached) as reached, \
             sum(interested) as interested, json_build_array(sum(talks_from_0), sum(talks_from_10), sum(talks_from_30), \
             sum(talks_from_60), sum(talks_from_120), sum(talks_from_180)) as talks, sum(talk_seconds) as talk_seconds \
             from counted group by grouping sets ((week), (robot_id), (line), (has_redials, hour))) \
         select json_build_object('sums', (select coalesce(json_agg(summed), '[]') from summed where of <> 'hour' or hour is not null), \
             'tasks', (select count(*) from (select distinct task_id {OF_PERIOD}) as tasks), \
             'has_calls', exists (select from call_sums where account_id = $1), \
             'robots', (select coalesce(json_agg(json_build_array(robot_id, name) order by name), '[]') from robots where account_id = $1))"
    ))
    .bind(filter.account)
    .bind(at(filter.period.since))
    .bind(at(filter.period.until))
    .bind(moments(&mut filter.weeks.iter().copied()))
    .bind(moments(&mut offsets.clone().map(|(from, _)| *from)))
    .bind(offsets.map(|(_, seconds)| *seconds).collect::<Vec<i32>>())
    .bind(filter.robot)
    // Four weeks are looked up, a year is read through: a plan for any period takes half as long again for the latter.
    .persistent(false)
    .fetch_one(pool)
    .await?;
    Ok(record)
}

const OF_PERIOD: &str = "from call_sums where account_id = $1 and half_hour >= $2 and half_hour < $3 and ($7::text is null or robot_id = $7)";

/// The hour of the week at the offset that holds then. 1 January 1970 was a Thursday: three days after a Monday.
const HOUR_OF_WEEK: &str = "((date_part('epoch', half_hour)::bigint + ($6::int[])[width_bucket(half_hour, $5)]) / 3600 + 72) % 168";
