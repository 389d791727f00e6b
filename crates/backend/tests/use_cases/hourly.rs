//! How often one person may do within an hour what costs much.

use backend::audit::record_refused;
use backend::hourly::HourlyLimits;
use backend::results::{ExportOf, calls, export};
use backend::{Error, checks, do_not_call, tasks};
use jiff::SignedDuration;
use leads::views::{CallQuery, TaskQuery};
use localization::Language;
use sheets::FileKind;
use sqlx::PgPool;

use crate::audit::count;
use crate::support::{World, numbers};

/// Somebody who may do each once within an hour.
async fn once_an_hour(pool: PgPool) -> World {
    let mut world = World::new(pool).await;
    world.backend = world.backend.clone().with_hourly_limits(HourlyLimits {
        checks: 1,
        downloads: 1,
        number_searches: 1,
    });
    world
}

/// The sentence of a refusal that ends in less than an hour; it stands in the audit log once, however often it comes.
async fn refused<T>(world: &World, outcome: Result<T, Error>) -> String {
    let Err(Error::TooOften { sentence, seconds }) = outcome else {
        panic!("it was not refused as too often")
    };
    assert!((1..=3600).contains(&seconds), "{seconds}");
    let (backend, now) = (&world.backend, world.clock.now());
    record_refused(backend, &world.caller, now).await.unwrap();
    assert_eq!(count(world.backend.pool(), "too_often").await, 1);
    sentence.to_string()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_check_too_many_within_an_hour_is_refused_and_changes_nothing(pool: PgPool) {
    let world = once_an_hour(pool.clone()).await;
    let first = world.draft("First", numbers(&["+62812335088"])).await;
    world.start_check(first).await.unwrap();
    world.clock.forward(SignedDuration::from_mins(10));
    let second = world.draft("Second", numbers(&["+62812335089"])).await;
    let before = world.review(second).await.version;
    for _ in 0..2 {
        let told = refused(&world, world.start_check(second).await).await;
        assert!(told.contains("1 check within an hour"), "{told}");
        assert!(told.contains("Wait 50 minutes,"), "{told}");
    }
    let version = world.review(second).await.version;
    assert_eq!(version, before);
    assert_eq!(count(&pool, "check_started").await, 1);
    // A search for the leads that were refused asks AIRudder as often; what is under way can be cancelled all the same.
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let search = checks::find_refused(backend, caller, now, second, version).await;
    refused(&world, search).await;
    assert!(checks::cancel(backend, caller, now, first).await.unwrap());
    world.clock.forward(SignedDuration::from_mins(50));
    world.start_check(second).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_file_too_many_within_an_hour_is_refused_with_how_long_to_wait(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let task = world.submitted("Task", numbers(&["+62812335088"])).await;
    world.backend = world.backend.clone().with_hourly_limits(HourlyLimits {
        downloads: 1,
        ..HourlyLimits::default()
    });
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let (csv, english) = (FileKind::Csv, Language::English);
    // Of one download all files count once.
    let proof = tasks::proof_file(backend, caller, now, task, english, |_| String::new()).await;
    proof.unwrap();
    let taken = count(&pool, "file_downloaded").await;
    let all = ExportOf::WholeList;
    let refusals = [
        tasks::as_sent(backend, caller, now, task, csv, english).await,
        export(backend, caller, now, task, all, csv, english).await,
    ];
    for refusal in refusals {
        let told = refused(&world, refusal).await;
        assert!(told.contains("1 file within an hour"), "{told}");
        assert!(told.contains("Wait 60 minutes,"), "{told}");
    }
    assert_eq!(count(&pool, "file_downloaded").await, taken);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_search_too_many_within_an_hour_is_refused_with_how_long_to_wait(pool: PgPool) {
    let world = once_an_hour(pool.clone()).await;
    let task = world.submitted("Task", numbers(&["+62812335088"])).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let by = |q: &str| TaskQuery {
        q: q.to_owned(),
        ..TaskQuery::default()
    };
    let found = tasks::list(backend, caller, now, &by("35088")).await;
    assert!(found.unwrap().numbers.is_some());
    let told = refused(
        &world,
        tasks::list(backend, caller, now, &by("35089")).await,
    )
    .await;
    assert!(told.contains("1 time within an hour"), "{told}");
    let q = "35088".to_owned();
    let of_calls = CallQuery {
        q,
        ..CallQuery::default()
    };
    refused(
        &world,
        calls(backend, caller, now, task, of_calls, false).await,
    )
    .await;
    let listed = do_not_call::find(backend, caller, now, "+62812335088").await;
    refused(&world, listed).await;
    assert_eq!(count(&pool, "number_searched").await, 1);
    assert_eq!(count(&pool, "do_not_call_searched").await, 0);
    // What searches for no number is not counted.
    let by_words = tasks::list(backend, caller, now, &by("Task")).await;
    assert_eq!(by_words.unwrap().tasks.len(), 1);
    let all = calls(backend, caller, now, task, CallQuery::default(), false).await;
    all.unwrap();
}
