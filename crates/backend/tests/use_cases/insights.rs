//! Insights: what came of the calls of an account, over many tasks, out of sums that are kept.

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use backend::results;
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::results::insights::{InsightSums, InsightsPeriod};
use leads::views::{HourOfWeek, InsightsQuery, InsightsView, TaskForm};
use sqlx::PgPool;

use crate::sums_of_calls::assert_summed;
use crate::support::{World, fresh_id, many, numbers};

impl World {
    pub async fn insights(&self, period: InsightsPeriod, robot: &str) -> InsightsView {
        let query = InsightsQuery {
            period,
            robot: robot.to_owned(),
        };
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        results::insights(backend, caller, now, query)
            .await
            .unwrap()
    }

    async fn moves_to(&mut self, zone: &str) {
        self.change_account(|form| form.zone = zone.to_owned())
            .await;
    }
}

fn days(from: &str, to: &str) -> InsightsPeriod {
    InsightsPeriod::Days {
        from: Some(from.parse().unwrap()),
        to: Some(to.parse().unwrap()),
    }
}

/// A batch of a task whose calls were dialled at those moments, each of them reached or not; other counts of it are gone.
async fn dialled_at(pool: &PgPool, task: TaskId, dials: &[(&str, bool)]) {
    sqlx::query("delete from call_counts where task_id = $1")
        .bind(task)
        .execute(pool)
        .await
        .unwrap();
    for (at, reached) in dials {
        sqlx::query(
            "insert into call_counts (task_id, part, call_group, half_hour, calls, dialled, reached, talk_seconds) \
             values ($1, 1, $2, $3::timestamptz, 1, 1, $4, 0)",
        )
        .bind(task)
        .bind(if *reached { "interested" } else { "not_reached" })
        .bind(at)
        .bind(i32::from(*reached))
        .execute(pool)
        .await
        .unwrap();
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_account_without_calls_is_told_so(pool: PgPool) {
    let world = World::new(pool).await;
    let view = world.insights(InsightsPeriod::default(), "").await;
    assert!(!view.has_calls);
    assert_eq!((view.tasks, view.all), (0, InsightSums::default()));
    assert_eq!(view.weeks.len(), 12);
    assert!(view.robots.is_empty() && view.measured.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn every_part_of_the_page_is_of_the_same_calls(pool: PgPool) {
    let options = SandboxOptions::parse("talk=plausible").unwrap();
    let mut world = World::with(pool.clone(), options).await;
    world.cuts_lists_longer_than(40).await;
    let task = world.called(many(100)).await;
    for _ in 0..8 {
        world.clock.forward(SignedDuration::from_mins(40));
        world.work().await;
    }
    assert_summed(&pool, task, "three batches").await;
    let view = world.insights(InsightsPeriod::FourWeeks, "").await;
    let results = world.results(task).await;
    assert_eq!(view.tasks, 1);
    assert_eq!(view.all.calls, 100);
    assert_eq!(
        (view.all.dialled, view.all.reached),
        (results.dialled, results.reached)
    );
    assert_eq!(view.all.interested, results.of(CallGroup::Interested));
    assert_eq!(
        (view.all.talks(), view.all.talk_seconds),
        (results.talks, results.talk_seconds)
    );
    assert!(view.all.reached > 20 && view.all.talk_seconds > 0);
    let of_weeks = view.weeks.iter().map(|(_, sums)| sums.calls).sum::<u32>();
    assert_eq!(of_weeks, 100);
    assert_eq!(view.robots.len(), 1);
    assert_eq!(view.robots[0].name, "Fleet survey EN-IN");
    assert_eq!(view.robots[0].sums, view.all);
    assert_eq!(view.lines[0].name, "ID_PHONE_JKT");
    assert_eq!(view.lines[0].sums, view.all);
    let hours = view.measured.iter().chain(&view.estimated);
    assert_eq!(
        hours.map(|hour| hour.reached).sum::<u32>(),
        view.all.reached
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn days_are_those_of_the_zone_and_begin_at_its_midnight(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let task = world.created(many(2)).await;
    for (zone, last_before, first_of_day, end_of_day) in [
        (
            "Asia/Manila",
            "2026-11-15T15:30Z",
            "2026-11-15T16:00Z",
            "2026-11-16T16:00Z",
        ),
        (
            "Asia/Jakarta",
            "2026-11-15T16:30Z",
            "2026-11-15T17:00Z",
            "2026-11-16T17:00Z",
        ),
        (
            "Asia/Kolkata",
            "2026-11-15T18:00Z",
            "2026-11-15T18:30Z",
            "2026-11-16T18:30Z",
        ),
        (
            "America/Mexico_City",
            "2026-11-16T05:30Z",
            "2026-11-16T06:00Z",
            "2026-11-17T06:00Z",
        ),
    ] {
        world.moves_to(zone).await;
        let dials = [
            (last_before, false),
            (first_of_day, true),
            (end_of_day, false),
        ];
        dialled_at(&pool, task, &dials).await;
        let view = world.insights(days("2026-11-16", "2026-11-16"), "").await;
        assert_eq!((view.all.dialled, view.all.reached), (1, 1), "{zone}");
        let midnight = HourOfWeek {
            weekday: 0,
            hour: 0,
            dialled: 1,
            reached: 1,
        };
        assert_eq!(view.measured, [midnight], "{zone}");
        // The 16th is a Monday: the call before it is of the week before.
        let view = world.insights(days("2026-11-09", "2026-11-22"), "").await;
        let of_weeks: Vec<u32> = view.weeks.iter().map(|(_, sums)| sums.dialled).collect();
        assert_eq!(of_weeks, [1, 2], "{zone}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_hour_that_clocks_repeat_is_one_and_one_that_they_skip_has_no_calls(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let task = world.created(many(2)).await;
    world.moves_to("America/Tijuana").await;
    let hours = async |day: &str| -> Vec<(u8, u8, u32)> {
        let view = world.insights(days(day, day), "").await;
        let hours = view.measured.iter();
        hours
            .map(|hour| (hour.weekday, hour.hour, hour.dialled))
            .collect()
    };
    // On the first Sunday of November 01:00 to 02:00 comes twice, an hour apart; the day has 25 hours.
    let repeated = [
        ("2026-11-01T06:30Z", true),
        ("2026-11-01T07:00Z", true),
        ("2026-11-01T08:00Z", true),
        ("2026-11-01T09:00Z", false),
        ("2026-11-01T10:00Z", true),
        ("2026-11-02T07:30Z", true),
        ("2026-11-02T08:00Z", true),
    ];
    dialled_at(&pool, task, &repeated).await;
    assert_eq!(
        hours("2026-11-01").await,
        [(6, 0, 1), (6, 1, 2), (6, 2, 1), (6, 23, 1)]
    );
    assert_eq!(hours("2026-11-02").await, [(0, 0, 1)]);
    // On the second Sunday of March 02:00 to 03:00 is skipped.
    let skipped = [
        ("2026-03-08T09:30Z", true),
        ("2026-03-08T10:00Z", true),
        ("2026-03-09T06:30Z", true),
        ("2026-03-09T07:00Z", true),
    ];
    dialled_at(&pool, task, &skipped).await;
    assert_eq!(
        hours("2026-03-08").await,
        [(6, 1, 1), (6, 3, 1), (6, 23, 1)]
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_call_that_was_not_dialled_belongs_to_the_day_of_its_submission(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let task = world.created(many(3)).await;
    assert_summed(&pool, task, "before the first answer").await;
    let view = world.insights(days("2026-11-23", "2026-11-23"), "").await;
    assert_eq!((view.all.calls, view.all.open, view.all.dialled), (3, 3, 0));
    assert!(view.measured.is_empty(), "no hour is known of them");
    let view = world.insights(days("2026-11-22", "2026-11-22"), "").await;
    assert_eq!((view.all.calls, view.tasks), (0, 0));
    assert!(view.has_calls);
}

#[sqlx::test(migrations = "../../migrations")]
async fn hours_of_tasks_with_redials_stand_apart(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let once = world.created(numbers(&["+62812400001"])).await;
    let form = TaskForm {
        redials: "2".to_owned(),
        ..world.form().await
    };
    let draft = fresh_id();
    world
        .save(draft, &form, Some(numbers(&["+62812400002"])))
        .await;
    let again = world.submit(&world.check(draft).await, false).await;
    let again = again.unwrap();
    world.work().await;
    dialled_at(&pool, once, &[("2026-11-23T03:00Z", true)]).await;
    dialled_at(&pool, again, &[("2026-11-23T07:00Z", false)]).await;
    let view = world.insights(InsightsPeriod::default(), "").await;
    let hours = |hours: &[HourOfWeek]| -> Vec<(u8, u32, u32)> {
        let hours = hours.iter();
        hours
            .map(|hour| (hour.hour, hour.dialled, hour.reached))
            .collect()
    };
    assert_eq!(hours(&view.measured), [(10, 1, 1)]);
    assert_eq!(hours(&view.estimated), [(14, 1, 0)]);
    assert_eq!(view.tasks, 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_robot_can_be_asked_for_and_the_one_with_the_most_calls_comes_first(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let task = world.created(many(2)).await;
    let mine = world.form().await.robot;
    dialled_at(&pool, task, &[("2026-11-23T03:00Z", true)]).await;
    sqlx::query(
        "insert into call_counts (task_id, part, robot_id, call_group, half_hour, calls, dialled, reached, talk_seconds, talk_from) \
         values ($1, 2, 'elsewhere', 'not_reached', '2026-11-23T03:00Z', 9, 9, 0, 27, 0)",
    )
    .bind(task)
    .execute(&pool)
    .await
    .unwrap();
    let view = world.insights(InsightsPeriod::default(), "").await;
    let robots: Vec<(&str, &str, u32)> = view
        .robots
        .iter()
        .map(|robot| (robot.id.as_str(), robot.name.as_str(), robot.sums.dialled))
        .collect();
    assert_eq!(
        robots,
        [
            ("elsewhere", "elsewhere", 9),
            (mine.as_str(), "Fleet survey EN-IN", 1)
        ]
    );
    let view = world.insights(InsightsPeriod::default(), &mine).await;
    assert_eq!((view.all.dialled, view.robots.len()), (1, 1));
    let view = world.insights(InsightsPeriod::default(), "elsewhere").await;
    assert_eq!((view.all.talks(), view.all.talk_seconds), (9, 27));
    let view = world.insights(InsightsPeriod::default(), "nobody").await;
    assert_eq!((view.all.calls, view.has_calls), (0, true));
}
