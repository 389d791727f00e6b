//! The audit log as a chain: append-only, whole whoever writes at once, and signed.

use backend::audit::{self, SignedHead};
use backend::people;
use futures::future::join_all;
use jiff::SignedDuration;
use sqlx::PgPool;

use crate::audit::{actions, count, fits, keys};
use crate::support::World;

#[sqlx::test(migrations = "../../migrations")]
async fn nobody_changes_what_was_written(pool: PgPool) {
    let _world = World::new(pool.clone()).await;
    for statement in [
        "update audit_log set at = now()",
        "delete from audit_log",
        "truncate audit_log",
        "delete from audit_log_signed_heads",
    ] {
        let refused = sqlx::raw_sql(statement).execute(&pool).await;
        let refused = refused.unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{statement}: {refused}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_change_behind_the_triggers_is_named(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    for name in ["Ana B", "Ana C", "Ana D"] {
        let now = world.clock.now();
        people::change_name(&world.backend, &world.caller, now, name)
            .await
            .unwrap();
    }
    for (statement, said) in [
        (
            "update audit_log set address = '::1' where number = 2",
            "entry 2 (name_changed",
        ),
        (
            "update audit_log set detail = '{\"a\":1}' where number = 3",
            "entry 3 (name_changed",
        ),
        (
            "delete from audit_log where number = 2",
            "entry 2 is missing",
        ),
        (
            "delete from audit_log where number = 4",
            "entries after 3 are missing",
        ),
    ] {
        let mut transaction = pool.begin().await.unwrap();
        let tamper = format!(
            "alter table audit_log disable trigger user; create table kept as select * from audit_log; {statement}"
        );
        sqlx::raw_sql(&tamper)
            .execute(&mut *transaction)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        let verdict = audit::verify(&world.backend, None).await.unwrap();
        let problem = verdict.problem.unwrap_or_default();
        assert!(problem.contains(said), "{statement}: {problem}");
        let restore =
            "delete from audit_log; insert into audit_log select * from kept; drop table kept";
        sqlx::raw_sql(restore).execute(&pool).await.unwrap();
        fits(&world.backend).await;
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn many_writers_at_once_make_one_chain_and_wait_for_nobodys_long_work(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    // A long transaction that has written its entry holds nobody up.
    let mut long = pool.begin().await.unwrap();
    sqlx::raw_sql(
        "insert into audit_log_pending (at, source, action, action_group, outcome, detail) \
         values (now(), 'command_line', 'person_enabled', 'people', 'done', '{}')",
    )
    .execute(&mut *long)
    .await
    .unwrap();
    let names = (0..60).map(|index| {
        let name = format!("Ana {index}");
        async move { people::change_name(backend, caller, now, &name).await }
    });
    for changed in join_all(names).await {
        changed.unwrap();
    }
    long.commit().await.unwrap();
    assert_eq!(count(&pool, "name_changed").await, 60);
    let verdict = audit::verify(backend, None).await.unwrap();
    assert_eq!((verdict.entries, verdict.problem), (62, None));
    let last = actions(&pool).await.pop();
    assert_eq!(
        last.as_deref(),
        Some("person_enabled done"),
        "in the order of their commits"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_head_is_signed_each_hour_and_a_rewrite_shows(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (now, plain) = (world.clock.now(), &world.backend);
    let backend = plain.clone().with_encryption_keys(keys(1));
    let head = audit::sign_head(&backend, now).await.unwrap().unwrap();
    assert_eq!(head.number, 1);
    people::change_name(&backend, &world.caller, now, "Ana B")
        .await
        .unwrap();
    assert_eq!(
        audit::sign_head(&backend, now).await.unwrap(),
        None,
        "an hour has not passed"
    );
    let later = now + SignedDuration::from_hours(2);
    let second = audit::sign_head(&backend, later).await.unwrap().unwrap();
    assert_eq!(second.number, 2);
    let told: SignedHead = second.to_string().parse().unwrap();
    assert_eq!(told, second);
    let verdict = audit::verify(&backend, Some(&told)).await.unwrap();
    assert_eq!((verdict.heads, verdict.problem), (3, None));
    let other = plain.clone().with_encryption_keys(keys(2));
    let forged = audit::verify(&other, None).await.unwrap().problem;
    assert!(forged.is_some_and(|problem| problem.contains("was not signed with a key")));
    // Somebody takes the last entry and its head away, and makes the end of the chain fit.
    sqlx::raw_sql(
        "alter table audit_log disable trigger user; alter table audit_log_signed_heads disable trigger user; \
         delete from audit_log where number = 2; delete from audit_log_signed_heads where number = 2; \
         update audit_log_head set number = 1, hash = (select hash from audit_log where number = 1)",
    )
    .execute(&pool)
    .await
    .unwrap();
    assert_eq!(audit::verify(&backend, None).await.unwrap().problem, None);
    let found = audit::verify(&backend, Some(&told)).await.unwrap().problem;
    assert!(found.is_some_and(|problem| problem.contains("up to 2 were signed")));
}
