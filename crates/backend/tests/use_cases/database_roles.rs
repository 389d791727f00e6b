//! What the application's role may not do, and whose role that cannot be.

use backend::{Error, grant_to_application, role_that_may_change_the_schema};
use sqlx::PgPool;

use crate::support::{World, many};

#[sqlx::test(migrations = "../../migrations")]
async fn the_application_can_neither_rewrite_a_log_nor_change_the_schema(pool: PgPool) {
    let world = World::new(pool).await;
    world.submitted("Task", many(2)).await;
    let ours = world.backend.pool();
    for statement in [
        "update events set kind = 'submitted'",
        "delete from events",
        "truncate events",
        "alter table events disable trigger all",
        "drop trigger events_never_change on events",
        "update event_heads set hash = hash",
        "delete from event_heads",
        "create table events_of_ours ()",
        "drop table leads",
        "truncate leads",
        "update _sqlx_migrations set success = success",
        "set session_replication_role = replica",
    ] {
        let failure = sqlx::query(statement).execute(ours).await.unwrap_err();
        let code = failure.as_database_error().and_then(|error| error.code());
        assert_eq!(code.as_deref(), Some("42501"), "{statement}: {failure}");
    }
    let kept = backend::history::verify(&world.backend).await.unwrap();
    assert!(kept.iter().all(|verdict| verdict.problem.is_none()));
    assert!(kept.iter().any(|verdict| verdict.events > 0), "{kept:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_role_that_is_missing_or_could_change_the_schema_is_not_the_applications(pool: PgPool) {
    let world = World::new(pool).await;
    let owner: String = sqlx::query_scalar("select current_user::text")
        .fetch_one(&world.owner)
        .await
        .unwrap();
    for (role, told) in [
        ("nobody\"; drop table leads", "create role"),
        (&*owner, "another role"),
    ] {
        let refused = grant_to_application(&world.owner, role).await.unwrap_err();
        assert!(
            matches!(&refused, Error::Conflict(sentence) if sentence.contains(told)),
            "{refused:?}"
        );
    }
    let powerful = role_that_may_change_the_schema(&world.owner).await.unwrap();
    assert_eq!(powerful, Some(owner));
    let ours = role_that_may_change_the_schema(world.backend.pool()).await;
    assert_eq!(ours.unwrap(), None);
}
