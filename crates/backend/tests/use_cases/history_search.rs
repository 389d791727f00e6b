//! The search of the history, and its counts.

use std::sync::Arc;

use backend::tasks;
use jiff::SignedDuration;
use leads::views::{MAX_COUNTED, TaskListView, TaskQuery};
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, numbers};
use backend::ids::TaskId;

async fn list(world: &World, query: TaskQuery) -> TaskListView {
    let now = world.clock.now();
    tasks::list(&world.backend, &world.caller, now, &query)
        .await
        .unwrap()
}

/// The names of the tasks that a search finds on its first page.
async fn found(world: &World, q: &str) -> Vec<String> {
    let q = q.to_owned();
    let query = TaskQuery {
        q,
        ..TaskQuery::default()
    };
    let view = list(world, query).await;
    assert_eq!(view.search_problem, None);
    view.tasks.into_iter().map(|task| task.name).collect()
}

/// Copies of a task, each a second older than the one before, in which nothing differs but the name and the state.
async fn copies(pool: &PgPool, task: TaskId, count: i32, name: &str, state: &str) {
    let statements = [
        "create temporary table copied as select number, gen_random_uuid() as copy, gen_random_uuid() as draft, tasks.* \
             from tasks, generate_series(1, $2) as number where tasks.id = $1",
        "insert into drafts (id, account_id, created_by, created_at, changed_at, form) \
             select copied.draft, account_id, submitted_by, submitted_at, submitted_at, '{}' from copied",
        "insert into tasks (id, account_id, draft_id, check_id, form_key, name, settings, submitted_by, submitted_at, file_name, \
             file_digest, lead_count, without_refused, sandbox, state) \
             select copy, account_id, draft, check_id, copy, $1, settings, submitted_by, submitted_at - number * interval '1 second', \
             file_name, file_digest, lead_count, without_refused, sandbox, $2 from copied order by number desc",
        "update drafts set task_id = copied.copy from copied where drafts.id = copied.draft",
        "drop table copied",
    ];
    let mut connection = pool.acquire().await.unwrap();
    for (index, statement) in statements.into_iter().enumerate() {
        let query = sqlx::query(statement);
        let query = match index {
            0 => query.bind(task).bind(count),
            2 => query.bind(name).bind(state),
            _ => query,
        };
        query.execute(&mut *connection).await.unwrap();
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_word_is_found_in_every_text_of_a_task(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let sheet = b"Customer,Mobile,Comments\nBudi,+62812335088,C1\n";
    let draft = world
        .draft("Needle 100%", file("Drivers_Q4.csv", sheet))
        .await;
    let view = world.check(draft).await;
    let id = world.submit(&view, false).await.unwrap();
    world.submitted("Hay", numbers(&["+62812335089"])).await;
    world.work().await;
    let (name, provider_id): (String, String) =
        sqlx::query_as("select provider_name, provider_task_id from parts where task_id = $1")
            .bind(id)
            .fetch_one(&pool)
            .await
            .unwrap();
    let suffix = name.rsplit_once('-').unwrap().1.to_uppercase();
    for word in [
        "needle",
        "EEDL",
        "100%",
        "rivers_q",
        "Q4.csv",
        &name,
        &suffix,
        &provider_id,
        &provider_id[1..],
    ] {
        assert_eq!(found(&world, word).await, ["Needle 100%"], "{word}");
    }
    // Robot, person and line are those of both tasks.
    for word in ["survey", "Ana", "na", "phone_jkt", "_", "-"] {
        assert_eq!(found(&world, word).await, ["Hay", "Needle 100%"], "{word}");
    }
    // All of the words, wherever each of them is.
    assert_eq!(found(&world, "q4 ana survey needle").await, ["Needle 100%"]);
    for word in ["needle hay", "nowhere", "100_", "zz"] {
        assert_eq!(found(&world, word).await, [""; 0], "{word}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn short_words_are_looked_for_a_bounded_number_of_tasks_at_a_time(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.submitted("Qx", numbers(&["+62812335088"])).await;
    world.clock.forward(SignedDuration::from_hours(1));
    let newest = world.submitted("Hay", numbers(&["+62812335089"])).await;
    copies(&pool, id, 12_000, "Older", "finished").await;
    // The oldest of all has a word that is too short for the index.
    sqlx::query("update tasks set search_text = search_text || ' zq' where id = (select id from tasks order by submitted_at limit 1)")
        .execute(&pool)
        .await
        .unwrap();
    let query = |before: Option<String>| TaskQuery {
        q: "zq".to_owned(),
        before: before.unwrap_or_default(),
        ..TaskQuery::default()
    };
    let first = list(&world, query(None)).await;
    assert!(first.tasks.is_empty() && first.searched_back_to.is_some());
    let second = list(&world, query(first.next)).await;
    assert_eq!(second.tasks.len(), 1);
    assert_eq!((second.next, second.searched_back_to), (None, None));
    assert_ne!(second.tasks[0].id, newest.to_string());
    // A longer word is found however far back it is, past what is looked at one by one.
    sqlx::query("update tasks set search_text = search_text || ' zqzq' where id = (select id from tasks order by submitted_at limit 1)")
        .execute(&pool)
        .await
        .unwrap();
    assert_eq!(found(&world, "zqzq").await, ["Older"]);
    // The index goes on where the first look has ended: no task twice, none left out.
    let mut query = TaskQuery {
        q: "fleet survey".to_owned(),
        ..TaskQuery::default()
    };
    let mut seen = std::collections::HashSet::new();
    loop {
        let page = list(&world, query.clone()).await;
        seen.extend(page.tasks.iter().map(|task| task.id.clone()));
        match page.next {
            Some(next) if seen.len() < 3_000 => query.before = next,
            _ => break,
        }
    }
    assert_eq!(seen.len(), 3_000);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_robot_with_a_state_is_looked_for_a_bounded_number_of_tasks_at_a_time(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.submitted("Hay", numbers(&["+62812335088"])).await;
    copies(&pool, id, 12_000, "Older", "finished").await;
    sqlx::query("update tasks set state = 'unknown' where id = (select id from tasks order by submitted_at limit 1)")
        .execute(&pool)
        .await
        .unwrap();
    let robot: String = sqlx::query_scalar("select settings ->> 'robot_id' from tasks limit 1")
        .fetch_one(&pool)
        .await
        .unwrap();
    let query = |before: Option<String>| TaskQuery {
        robot: robot.clone(),
        state: "unknown".to_owned(),
        before: before.unwrap_or_default(),
        ..TaskQuery::default()
    };
    let first = list(&world, query(None)).await;
    assert!(first.tasks.is_empty() && first.searched_back_to.is_some());
    let second = list(&world, query(first.next)).await;
    assert_eq!((second.tasks.len(), second.searched_back_to), (1, None));
}

#[sqlx::test(migrations = "../../migrations")]
async fn counts_that_cost_end_at_ten_thousand(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.submitted("First", numbers(&["+62812335088"])).await;
    let counted = list(&world, TaskQuery::default()).await;
    assert_eq!((counted.total, counted.needs_attention), (1, 0));
    copies(&pool, id, 10_050, "Lost", "unknown").await;
    let counted = list(&world, TaskQuery::default()).await;
    assert_eq!(counted.total, 10_051);
    assert!(
        counted.needs_attention > MAX_COUNTED,
        "it is told as 10,000+"
    );
    let caller = backend::users::caller(&world.backend, world.caller.person).await;
    assert_eq!(caller.unwrap().unwrap().needs_attention, 100);
    let state = "needs_attention".to_owned();
    let lost = list(
        &world,
        TaskQuery {
            state,
            ..TaskQuery::default()
        },
    )
    .await;
    assert_eq!(
        (lost.tasks.len(), lost.tasks[0].name.as_str()),
        (50, "Lost")
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_full_slice_is_followed_by_the_next(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    world.submitted("First", numbers(&["+62812335088"])).await;
    sqlx::query("update task_slices set tasks = 65536")
        .execute(&pool)
        .await
        .unwrap();
    world.clock.forward(SignedDuration::from_secs(1));
    world.submitted("Second", numbers(&["+62812335089"])).await;
    let slices: Vec<i32> = sqlx::query_scalar("select tasks from task_slices order by starts_at")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(slices, [65_536, 1]);
    assert_eq!(found(&world, "first").await, ["First"]);
    assert_eq!(found(&world, "fleet").await, ["Second", "First"]);
    // What another account has is neither found nor counted.
    let account = fresh_id();
    sqlx::query("insert into accounts select $1, name, country, zone, platform, dnc_arranged, part_size, created_at, changed_at, quiet_days from accounts")
        .bind(account)
        .execute(&pool)
        .await
        .unwrap();
    let mut other = (*world.caller.account).clone();
    other.id = account;
    world.caller.account = Arc::new(other);
    assert_eq!(found(&world, "fleet").await, [""; 0]);
    assert_eq!(list(&world, TaskQuery::default()).await.total, 0);
}

/// The names of all tasks that a search finds, page after page, however often it stops on the way.
async fn found_on_every_page(world: &World, q: &str) -> Vec<String> {
    let mut query = TaskQuery {
        q: q.to_owned(),
        ..TaskQuery::default()
    };
    let mut names = Vec::new();
    loop {
        let page = list(world, query.clone()).await;
        names.extend(page.tasks.into_iter().map(|task| task.name));
        match page.next {
            Some(next) => query.before = next,
            None => return names,
        }
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn common_words_are_looked_for_slice_by_slice_to_the_end(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.submitted("First", numbers(&["+62812335088"])).await;
    copies(&pool, id, 9_000, "Copy", "finished").await;
    // Four slices; every third task and every fifth have a word of their own, and each is named by its place.
    for statement in [
        "create table numbered as select id, row_number() over (order by submitted_at, id) as number from tasks",
        "insert into task_slices (account_id, starts_at) select account_id, submitted_at from tasks join numbered using (id) \
             where number in (2000, 4500, 7000)",
        "update tasks set name = number, search_text = concat_ws(' ', 'every', 'task', case when number % 3 = 0 then 'third' end, \
             case when number % 5 = 0 then 'fifth' end, case when number % 3 = 1 then 'other' end), \
             slice_id = (select task_slices.id from task_slices where starts_at <= submitted_at order by starts_at desc limit 1) \
             from numbered where numbered.id = tasks.id",
    ] {
        sqlx::query(statement).execute(&pool).await.unwrap();
    }
    let numbered = |step: usize| (1..=9_001_usize / step).rev().map(move |at| at * step);
    let fifteenth: Vec<String> = numbered(15).map(|number| number.to_string()).collect();
    assert_eq!(
        found_on_every_page(&world, "third task fif ever").await,
        fifteenth
    );
    assert_eq!(found_on_every_page(&world, "third other").await, [""; 0]);
    // A word that is rare by itself is looked up wherever it is, with common ones beside it.
    sqlx::query(
        "update tasks set search_text = search_text || ' needle' where name in ('15', '20')",
    )
    .execute(&pool)
    .await
    .unwrap();
    assert_eq!(found(&world, "third needle").await, ["15"]);
    assert_eq!(found(&world, "needle").await, ["20", "15"]);
}
