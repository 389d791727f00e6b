//! Sums of calls over tasks: they are those of the calls, one by one, whatever happens to these.

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::results::insights::InsightsPeriod;
use leads::views::TaskForm;
use sqlx::PgPool;

use crate::support::{World, fresh_id, many, numbers};

/// That the sums of a task are those of its calls, one by one; of a test, that there are none.
pub async fn assert_summed(pool: &PgPool, task: TaskId, which: &str) {
    let open: Vec<&str> = [
        CallGroup::NotDialled,
        CallGroup::Calling,
        CallGroup::WaitingForRedial,
    ]
    .map(CallGroup::key)
    .to_vec();
    let differ: Vec<(i32, String, bool)> = sqlx::query_as(
        "with stored as (select part, coalesce(calls.robot_id, settings ->> 'robot_id') as robot_id, settings ->> 'line' as line, \
             (settings ->> 'redials')::int > 0 as has_redials, account_id, \
             date_bin('30 minutes', coalesce(started_at, submitted_at), 'epoch') as half_hour, started_at is not null as is_dial_known, \
             count(*) as calls, count(*) filter (where call_group = any($2)) as open, count(*) filter (where dialled) as dialled, \
             count(*) filter (where reached) as reached, count(*) filter (where call_group = 'interested') as interested, \
             array[count(*) filter (where talk_seconds between 0 and 9), count(*) filter (where talk_seconds between 10 and 29), \
             count(*) filter (where talk_seconds between 30 and 59), count(*) filter (where talk_seconds between 60 and 119), \
             count(*) filter (where talk_seconds between 120 and 179), count(*) filter (where talk_seconds >= 180)] as talks, \
             coalesce(sum(talk_seconds), 0) as talk_seconds \
             from calls join tasks on tasks.id = task_id where task_id = $1 and not is_test group by 1, 2, 3, 4, 5, 6, 7), \
         summed as (select *, array[talks_from_0, talks_from_10, talks_from_30, talks_from_60, talks_from_120, talks_from_180]::bigint[] \
             as talks from call_sums where task_id = $1) \
         select part, robot_id, is_dial_known from stored full join summed using (part, robot_id, half_hour, is_dial_known) \
         where (stored.account_id, stored.line, stored.has_redials, stored.calls, stored.open, stored.dialled, stored.reached, \
             stored.interested, stored.talks, stored.talk_seconds) is distinct from (summed.account_id, summed.line, summed.has_redials, \
             summed.calls, summed.open, summed.dialled, summed.reached, summed.interested, summed.talks, summed.talk_seconds)",
    )
    .bind(task)
    .bind(open)
    .fetch_all(pool)
    .await
    .unwrap();
    assert!(
        differ.is_empty(),
        "{which}: these sums are not those of the calls: {differ:?}"
    );
}

async fn rows_of(pool: &PgPool, task: TaskId) -> i64 {
    sqlx::query_scalar("select count(*) from call_sums where task_id = $1")
        .bind(task)
        .fetch_one(pool)
        .await
        .unwrap()
}

/// Draws that are the same with every run (SplitMix64; Steele, Lea and Flood 2014).
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % u64::from(end)) as u32
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn sums_are_those_of_the_calls_at_whatever_moments_they_are_asked_for(pool: PgPool) {
    let options = SandboxOptions::parse("talk=plausible, calls-at-once=5, redial-minute=1min");
    let mut world = World::with(pool.clone(), options.unwrap()).await;
    let mut draws = Draws(13);
    let mut tasks = Vec::new();
    for round in 0..6 {
        world.cuts_lists_longer_than(10 + draws.below(30)).await;
        let form = TaskForm {
            name: format!("Round {round}"),
            redials: draws.below(3).to_string(),
            ..world.form().await
        };
        let first = 500_000 + 1_000 * round;
        let list: Vec<String> = (first..first + 20 + draws.below(80))
            .map(|number| format!("+62812{number}"))
            .collect();
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        let draft = fresh_id();
        world.save(draft, &form, Some(numbers(&list))).await;
        let checked = world.check(draft).await;
        tasks.push(world.submit(&checked, false).await.unwrap());
        for _ in 0..4 {
            let seconds = 1 + draws.below(1_500);
            world
                .clock
                .forward(SignedDuration::from_secs(seconds.into()));
            world.work().await;
            for task in &tasks {
                let which = format!("{seconds} s later in round {round}");
                assert_summed(&pool, *task, &which).await;
            }
        }
    }
    let view = world.insights(InsightsPeriod::default(), "").await;
    assert_eq!(view.tasks, 6);
    let sent: i64 = sqlx::query_scalar("select count(*) from calls")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(i64::from(view.all.calls), sent);
    assert!(view.all.reached > 0 && view.all.open < view.all.calls);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_test_counts_nowhere(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    world.knows_own_number().await;
    let draft = world.draft("Offer", many(3)).await;
    let test = world.test(draft).await;
    for _ in 0..3 {
        world.clock.forward(SignedDuration::from_mins(10));
        world.work().await;
    }
    assert!(world.results(test).await.reached <= 1);
    assert_eq!(rows_of(&pool, test).await, 0);
    assert_summed(&pool, test, "a test").await;
    let view = world.insights(InsightsPeriod::default(), "").await;
    assert!(!view.has_calls);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_that_is_counted_again_is_summed_again(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let task = world
        .called(numbers(&["+628129000011", "+628129000014"]))
        .await;
    let before = world.insights(InsightsPeriod::default(), "").await.all;
    world.rename(&world.robot().await).await;
    world.count_again(task).await.unwrap();
    assert_summed(&pool, task, "counted again").await;
    let after = world.insights(InsightsPeriod::default(), "").await.all;
    assert_ne!(
        (after.reached, after.interested),
        (before.reached, before.interested)
    );
    assert_eq!(after.reached, world.results(task).await.reached);
}

#[sqlx::test(migrations = "../../migrations")]
async fn sums_follow_every_change_of_the_counts(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let task = world.called(many(5)).await;
    let change = async |statement: &'static str| {
        sqlx::raw_sql(statement).execute(&pool).await.unwrap();
        world.insights(InsightsPeriod::default(), "").await.all
    };
    let changed = change("update call_counts set call_group = 'interested'").await;
    assert_eq!((changed.calls, changed.interested), (5, 5));
    let changed = change("delete from call_counts").await;
    assert_eq!(changed.calls, 0);
    assert_eq!(rows_of(&pool, task).await, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_counted_before_there_were_sums_is_summed_by_the_migration(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let task = world.called(many(5)).await;
    sqlx::query("delete from call_sums")
        .execute(&pool)
        .await
        .unwrap();
    let migration = include_str!("../../../../migrations/0028_sums_of_calls.sql");
    let (_, last) = migration.rsplit_once("-- What is counted already").unwrap();
    let (_, statement) = last.split_once('\n').unwrap();
    sqlx::raw_sql(statement).execute(&pool).await.unwrap();
    assert!(rows_of(&pool, task).await > 0);
    assert_summed(&pool, task, "summed by the migration").await;
}
