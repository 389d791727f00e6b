//! What the application's role may not do, and whose role that cannot be.

use backend::{Error, audit, grant_to_application, role_that_may_change_the_schema};
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
async fn the_application_adds_to_the_audit_log_and_does_nothing_else_to_it(pool: PgPool) {
    let world = World::new(pool).await;
    let now = world.clock.now();
    audit::sign_head(&world.backend, now)
        .await
        .unwrap()
        .expect("a head");
    let ours = world.backend.pool();
    let of_each = |table: &str| {
        [
            format!("update {table} set number = number"),
            format!("delete from {table}"),
            format!("truncate {table}"),
            format!("alter table {table} disable trigger all"),
            format!(
                "create trigger ours before insert on {table} execute function audit_log_never_changes()"
            ),
            format!("drop table {table}"),
        ]
    };
    let tables = ["audit_log", "audit_log_head", "audit_log_signed_heads"];
    let statements = tables.into_iter().flat_map(of_each);
    let pending =
        of_each("audit_log_pending").map(|statement| statement.replace("number", "action"));
    // Only what waits to be chained may be added, and the signed end.
    let written_by_the_chain = [
        "insert into audit_log select * from audit_log",
        "insert into audit_log_head select * from audit_log_head",
        "drop trigger audit_log_never_changes on audit_log",
        "drop trigger audit_log_is_chained on audit_log_pending",
        "drop trigger audit_log_signed_heads_never_change on audit_log_signed_heads",
    ];
    let others = written_by_the_chain.map(str::to_owned);
    for statement in statements.chain(pending).chain(others) {
        let failure = sqlx::query(&statement).execute(ours).await.unwrap_err();
        let code = failure.as_database_error().and_then(|error| error.code());
        assert_eq!(code.as_deref(), Some("42501"), "{statement}: {failure}");
    }
    let kept = audit::verify(&world.backend, None).await.unwrap();
    assert_eq!((kept.heads, kept.problem), (1, None));
    assert!(kept.entries > 0, "{}", kept.entries);
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
            matches!(&refused, Error::Conflict(sentence) if sentence.to_string().contains(told)),
            "{refused:?}"
        );
    }
    let powerful = role_that_may_change_the_schema(&world.owner).await.unwrap();
    assert_eq!(powerful, Some(owner));
    let ours = role_that_may_change_the_schema(world.backend.pool()).await;
    assert_eq!(ours.unwrap(), None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn functions_of_the_owner_do_nothing_for_the_application_but_what_they_are_for(pool: PgPool) {
    let world = World::new(pool).await;
    world.submitted("Task", many(2)).await;
    let mut ours = world.backend.pool().acquire().await.unwrap();
    // A table that the function would find first, whose trigger would run with the rights of the owner.
    sqlx::raw_sql(
        "create temporary table event_heads (account_id uuid primary key, number bigint, hash bytea); \
         create function pg_temp.rewrites() returns trigger language plpgsql as $$ begin \
             alter table public.events disable trigger all; return new; end $$; \
         create trigger rewrites before insert on event_heads for each row execute function pg_temp.rewrites(); \
         grant all on event_heads to public",
    )
    .execute(&mut *ours)
    .await
    .unwrap();
    let before: Vec<i64> = sqlx::query_scalar("select number from public.event_heads")
        .fetch_all(&mut *ours)
        .await
        .unwrap();
    sqlx::query(
        "insert into events (account_id, at, kind, detail) select id, now(), 'settings_saved', '{}' from accounts",
    )
    .execute(&mut *ours)
    .await
    .unwrap();
    let after: Vec<i64> = sqlx::query_scalar("select number from public.event_heads")
        .fetch_all(&mut *ours)
        .await
        .unwrap();
    assert_eq!(
        after,
        [before[0] + 1],
        "it wrote into the table that is meant"
    );
    for function in ["chain_event()", "chain_audit_log()"] {
        let made = format!(
            "create temporary table of_ours_{} (at timestamptz); \
             create trigger ours after insert on of_ours_{0} for each row execute function public.{function}",
            function.len()
        );
        let failure = sqlx::raw_sql(&made).execute(&mut *ours).await.unwrap_err();
        let code = failure.as_database_error().and_then(|error| error.code());
        assert_eq!(code.as_deref(), Some("42501"), "{function}: {failure}");
    }
    sqlx::query("select analyze_leads()")
        .execute(&mut *ours)
        .await
        .unwrap();
}
