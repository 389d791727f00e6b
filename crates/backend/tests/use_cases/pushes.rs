//! Pushes of the provider: hints, and nothing else.

use backend::ids::TaskId;
use backend::pushes::{self, MAX_KEPT_A_DAY, PushAddress, SECRET_BYTES};
use backend::{Error, Role};
use jiff::SignedDuration;
use jiff_sqlx::ToSqlx;
use sqlx::PgPool;

use crate::support::{World, many};

impl World {
    pub async fn push_secret(&self, random: u8) -> String {
        let (now, random) = (self.clock.now(), [random; SECRET_BYTES]);
        pushes::make_address(&self.backend, &self.caller, now, random)
            .await
            .unwrap()
    }

    pub async fn push_address(&self, secret: &str) -> Option<PushAddress> {
        pushes::address(&self.backend, secret).await.unwrap()
    }

    /// Whether the push was news.
    pub async fn push(&self, address: &PushAddress, body: &str) -> bool {
        pushes::take(&self.backend, self.clock.now(), address, body.as_bytes())
            .await
            .unwrap()
    }

    /// The body with which the provider would tell of a batch. The page of the task is not opened for it: that would be a look.
    pub async fn push_of(&self, task: TaskId, batch: i32) -> String {
        let of_batch = "select provider_task_id from parts where task_id = $1 and number = $2";
        let provider_id: Option<String> = sqlx::query_scalar(of_batch)
            .bind(task)
            .bind(batch)
            .fetch_one(self.backend.pool())
            .await
            .unwrap();
        format!(
            r#"{{"TaskID":"{}","Comments":"C1","Status":"finished","Intention":"I","RingType":"answered"}}"#,
            provider_id.unwrap_or_default()
        )
    }

    /// How often the provider was asked for calls, and in how many seconds it is asked next.
    async fn asked_and_due(&self) -> (i64, Option<i64>) {
        let (asked, due): (i64, Option<jiff_sqlx::Timestamp>) =
            sqlx::query_as("select fence, due_at from call_polls")
                .fetch_one(self.backend.pool())
                .await
                .unwrap();
        let now = self.clock.now();
        let due = due.map(|due| due.to_jiff().duration_since(now).as_secs());
        (asked, due)
    }

    async fn kept(&self) -> i64 {
        sqlx::query_scalar("select count(*) from pushes")
            .fetch_one(self.backend.pool())
            .await
            .unwrap()
    }

    /// A task that was asked about once, and that nobody looks at: it is asked about again after five minutes.
    async fn unwatched(&self) -> TaskId {
        let task = self.created(many(3)).await;
        sqlx::query("update call_polls set watched_at = null")
            .execute(self.backend.pool())
            .await
            .unwrap();
        self.clock.forward(SignedDuration::from_secs(31));
        self.work().await;
        task
    }
}

/// An account that has an address.
async fn with_address(pool: PgPool) -> (World, PushAddress) {
    let world = World::new(pool).await;
    let secret = world.push_secret(1).await;
    let address = world.push_address(&secret).await.unwrap();
    (world, address)
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_push_has_the_task_that_it_names_asked_about_at_once(pool: PgPool) {
    let (world, address) = with_address(pool).await;
    let task = world.unwatched().await;
    let (asked, due) = world.asked_and_due().await;
    assert_eq!(due, Some(300));
    world.clock.forward(SignedDuration::from_secs(60));
    assert!(world.push(&address, &world.push_of(task, 1).await).await);
    assert_eq!(world.asked_and_due().await, (asked, Some(0)));
    world.work().await;
    assert_eq!(world.asked_and_due().await.0, asked + 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_flood_of_pushes_makes_one_request_in_ten_seconds(pool: PgPool) {
    let (world, address) = with_address(pool).await;
    let task = world.unwatched().await;
    let (asked, _) = world.asked_and_due().await;
    let body = world.push_of(task, 1).await;
    for _ in 0..30 {
        world.clock.forward(SignedDuration::from_secs(1));
        for _ in 0..5 {
            world.push(&address, &body).await;
        }
        world.work().await;
    }
    let (now_asked, _) = world.asked_and_due().await;
    assert_eq!(now_asked - asked, 3, "in thirty seconds");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_push_that_comes_while_it_is_asked_is_followed_by_another_request(pool: PgPool) {
    let (world, address) = with_address(pool).await;
    let task = world.unwatched().await;
    world.clock.forward(SignedDuration::from_secs(60));
    // Somebody asks at this moment: what the push tells of may be newer than the answer.
    let lease = "update call_polls set lease_until = now() + interval '1 minute'";
    sqlx::query(lease)
        .execute(world.backend.pool())
        .await
        .unwrap();
    world.push(&address, &world.push_of(task, 1).await).await;
    let lost = "update call_polls set lease_until = null";
    sqlx::query(lost)
        .execute(world.backend.pool())
        .await
        .unwrap();
    world.work().await;
    assert_eq!(world.asked_and_due().await.1, Some(10));
    world.clock.forward(SignedDuration::from_secs(10));
    world.work().await;
    assert_eq!(
        world.asked_and_due().await.1,
        Some(300),
        "the hint is spent"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_a_push_says_of_calls_is_not_believed(pool: PgPool) {
    let (world, address) = with_address(pool).await;
    let task = world.unwatched().await;
    let calls = async || -> Vec<(i32, String, Option<String>, Option<String>)> {
        sqlx::query_as("select row, call_group, status, letter from calls order by row")
            .fetch_all(world.backend.pool())
            .await
            .unwrap()
    };
    let before = calls().await;
    let body = world.push_of(task, 1).await;
    for body in [
        &body,
        &body,
        "",
        "no JSON",
        "[]",
        "{\"TaskID\":\"unknown\"}",
        "\u{0}",
    ] {
        world.push(&address, body).await;
    }
    assert_eq!(calls().await, before);
    assert_eq!(world.kept().await, 7, "any shape is taken");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_push_of_a_task_that_is_over_or_of_another_account_changes_nothing(pool: PgPool) {
    let (world, address) = with_address(pool).await;
    let task = world.unwatched().await;
    let body = world.push_of(task, 1).await;
    for change in [
        "update tasks set account_id = '0195b8a0-0000-7000-8000-000000000000'",
        "update call_polls set due_at = null",
    ] {
        let before = world.asked_and_due().await;
        if change.contains("account_id") {
            let other = "insert into accounts select (jsonb_populate_record(a, jsonb_build_object( \
                'id', '0195b8a0-0000-7000-8000-000000000000', 'slug', 'other', 'created_at', now()))).* from accounts a";
            sqlx::query(other).execute(&world.owner).await.unwrap();
        }
        sqlx::query(change).execute(&world.owner).await.unwrap();
        assert!(!world.push(&address, &body).await, "{change}");
        let after = world.asked_and_due().await;
        assert!(after == before || after.1.is_none(), "{change}: {after:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_the_secret_that_was_made_last_is_known(pool: PgPool) {
    let world = World::new(pool).await;
    let first = world.push_secret(1).await;
    assert_eq!(first.len(), 43, "32 bytes in base64url");
    assert!(world.push_address(&first).await.is_some());
    let old = world.push_address(&first).await.unwrap();
    let second = world.push_secret(2).await;
    assert!(world.push_address(&first).await.is_none());
    assert!(world.push_address(&second).await.is_some());
    assert!(
        !world.push(&old, "{}").await,
        "looked up before it was replaced"
    );
    for forged in [
        "",
        "x",
        &"A".repeat(43),
        &"A".repeat(10_000),
        "../../settings",
        "%00",
    ] {
        assert!(world.push_address(forged).await.is_none(), "{forged}");
    }
    assert_eq!(world.kept().await, 0);
    let stored: Vec<u8> = sqlx::query_scalar("select secret_hash from push_addresses")
        .fetch_one(world.backend.pool())
        .await
        .unwrap();
    assert!(
        !stored
            .windows(8)
            .any(|part| second.as_bytes().starts_with(part))
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn pushes_are_kept_for_a_week_and_only_so_many_of_a_day(pool: PgPool) {
    let (world, address) = with_address(pool).await;
    world.push(&address, "{}").await;
    sqlx::query("update push_addresses set kept = $1")
        .bind(MAX_KEPT_A_DAY)
        .execute(world.backend.pool())
        .await
        .unwrap();
    world.push(&address, "{}").await;
    assert_eq!(
        world.kept().await,
        1,
        "what comes beyond is heard and not kept"
    );
    world.clock.forward(SignedDuration::from_hours(24));
    world.push(&address, "{}").await;
    assert_eq!(world.kept().await, 2, "another day");
    let view = pushes::view(&world.backend, &world.caller, world.clock.now()).await;
    let last = view.unwrap().last.unwrap();
    let now = world.clock.now();
    assert_eq!(last.iso, now.to_string());
    world.clock.forward(SignedDuration::from_hours(6 * 24 + 1));
    let deleted = pushes::delete_old(&world.backend, world.clock.now()).await;
    assert_eq!((deleted.unwrap(), world.kept().await), (1, 1));
    let oldest: jiff_sqlx::Timestamp = sqlx::query_scalar("select min(came_at) from pushes")
        .fetch_one(world.backend.pool())
        .await
        .unwrap();
    assert_eq!(oldest.to_jiff().to_sqlx(), now.to_sqlx());
}

#[sqlx::test(migrations = "../../migrations")]
async fn members_neither_make_nor_see_the_address(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.caller.role = Role::Launcher;
    let now = world.clock.now();
    let made = pushes::make_address(&world.backend, &world.caller, now, [1; SECRET_BYTES]).await;
    assert!(matches!(made, Err(Error::Forbidden(_))), "{made:?}");
    let seen = pushes::view(&world.backend, &world.caller, now).await;
    assert!(matches!(seen, Err(Error::Forbidden(_))), "{seen:?}");
}
