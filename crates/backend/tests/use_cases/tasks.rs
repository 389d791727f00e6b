use airudder_sandbox::{IndexBase, SandboxOptions};
use backend::{Error, tasks};
use jiff::SignedDuration;
use leads::states::{BatchState, TaskState};
use leads::views::{LeadFilter, TaskForm, TaskQuery};
use sqlx::PgPool;

use crate::support::{World, fresh_id, many, numbers, sample};

#[sqlx::test(migrations = "../../migrations")]
async fn a_sheet_is_read_validated_checked_submitted_and_found_in_the_history(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world
        .draft("Ride vouchers week 47", sample("messy-300.csv"))
        .await;
    let view = world.review(draft).await;
    assert_eq!(
        (
            view.tally.ready,
            view.tally.to_fix,
            view.tally.warnings,
            view.tally.duplicates
        ),
        (277, 20, 1, 2)
    );
    assert!(view.submit_blocker.is_some());
    let view = world.check(draft).await;
    assert_eq!(view.submit_blocker, None);
    assert_eq!(view.submit_count, 278);
    let id = world.submit(&view, false).await.unwrap();
    assert_eq!(world.task(id).await.state, TaskState::Sending);
    world.work().await;
    let task = world.task(id).await;
    assert_eq!(task.state, TaskState::Created);
    assert_eq!(task.leads, 278);
    assert!(task.batches[0].provider_id.is_some());
    assert!(
        task.batches[0]
            .provider_name
            .starts_with("Ride vouchers week 47-")
    );
    let list = tasks::list(
        &world.backend,
        &world.caller,
        world.clock.now(),
        &TaskQuery::default(),
    )
    .await
    .unwrap();
    assert_eq!(list.tasks.len(), 1);
    assert_eq!(list.tasks[0].id, id.to_string());
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_same_form_twice_makes_one_task(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world
        .draft("Once", numbers(&["+62812335088", "+62812343062"]))
        .await;
    let view = world.check(draft).await;
    let (first, second) = tokio::join!(world.submit(&view, false), world.submit(&view, false));
    assert_eq!(first.unwrap(), second.unwrap());
    world.work().await;
    world.work().await;
    let made = world.provider_names().await;
    assert_eq!(made.len(), 1, "{made:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_changed_draft_must_be_checked_again(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Changed", numbers(&["+62812335088"])).await;
    let checked = world.check(draft).await;
    let form = TaskForm {
        redials: "2".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    assert!(matches!(
        world.submit(&checked, false).await,
        Err(Error::Conflict(_))
    ));
    let view = world.review(draft).await;
    assert!(view.submit_blocker.is_some());
    let view = world.check(draft).await;
    assert!(world.submit(&view, false).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_old_check_does_not_count(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Old check", numbers(&["+62812335088"])).await;
    let view = world.check(draft).await;
    world.clock.forward(SignedDuration::from_mins(16));
    assert!(matches!(
        world.submit(&view, false).await,
        Err(Error::Conflict(_))
    ));
}

#[sqlx::test(migrations = "../../migrations")]
async fn refused_leads_are_named_and_left_out_only_when_the_person_says_so(pool: PgPool) {
    refused_leads(World::new(pool).await).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn refused_leads_are_named_too_when_the_provider_counts_from_one(pool: PgPool) {
    let options = SandboxOptions {
        index_base: IndexBase::One,
        ..SandboxOptions::default()
    };
    refused_leads(World::with(pool, options).await).await;
}

async fn refused_leads(world: World) {
    let sheet = numbers(&["+62812335088", "+628129000000", "+62812343062"]);
    let draft = world.draft("Refused", sheet).await;
    let view = world.check(draft).await;
    assert_eq!(view.tally.refused, 1);
    let refused = world.page(draft, LeadFilter::Refused, 0).await;
    assert_eq!(
        refused
            .leads
            .iter()
            .map(|lead| lead.row)
            .collect::<Vec<_>>(),
        [3]
    );
    let mobile = &refused.leads[0].cells[1];
    assert!(mobile.problems.iter().any(|problem| {
        problem
            .sentence
            .to_string()
            .starts_with("AIRudder: “Number Blocked")
    }));
    assert!(matches!(
        world.submit(&view, false).await,
        Err(Error::Conflict(_))
    ));
    assert_eq!(view.submit_count, 2);
    let id = world.submit(&view, true).await.unwrap();
    world.work().await;
    let task = world.task(id).await;
    assert_eq!(task.state, TaskState::Created);
    assert_eq!(task.refused, 1);
    assert_eq!(task.refused_leads[0].mobile, "•••• 0000");
    assert!(!task.refused_leads[0].words.contains("9000000"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_lead_refused_only_at_creation_leaves_nothing_created(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .submitted("Late refusal", numbers(&["+62812335088", "+628129000003"]))
        .await;
    world.work().await;
    let task = world.task(id).await;
    assert_eq!(task.state, TaskState::Refused);
    assert_eq!(task.refused_leads[0].row, 3);
    assert!(world.provider_names().await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_answer_that_was_lost_is_unknown_and_never_sent_again_by_itself(pool: PgPool) {
    let world = World::new(pool).await;
    let names = [
        ("sandbox-cut", "+62812335088"),
        ("sandbox-502", "+62812335089"),
        ("sandbox-garbled", "+62812335090"),
    ];
    for (name, number) in names {
        let id = world.submitted(name, numbers(&[number])).await;
        world.work().await;
        assert_eq!(world.task(id).await.state, TaskState::Unknown, "{name}");
        world.clock.forward(SignedDuration::from_hours(1));
        world.work().await;
        let made = world.provider_names().await;
        assert_eq!(
            made.iter().filter(|made| made.starts_with(name)).count(),
            1,
            "{name}"
        );
        tasks::refresh(&world.backend, &world.caller, world.clock.now(), id)
            .await
            .unwrap();
        let task = world.task(id).await;
        assert_eq!(task.batches[0].state, BatchState::Created, "{name}");
        assert!(task.batches[0].provider_id.is_some(), "{name}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_failure_that_made_nothing_stays_unknown_because_nobody_can_tell(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .submitted("sandbox-500", numbers(&["+62812335088"]))
        .await;
    world.work().await;
    tasks::refresh(&world.backend, &world.caller, world.clock.now(), id)
        .await
        .unwrap();
    assert_eq!(world.task(id).await.state, TaskState::Unknown);
}

#[sqlx::test(migrations = "../../migrations")]
async fn too_many_calls_are_waited_out_as_told(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .submitted("sandbox-429", numbers(&["+62812335088"]))
        .await;
    world.work().await;
    assert_eq!(world.task(id).await.batches[0].state, BatchState::Waiting);
    for _ in 0..4 {
        world.clock.forward(SignedDuration::from_mins(1));
        world.work().await;
    }
    assert_eq!(world.task(id).await.batches[0].state, BatchState::Created);
    assert_eq!(world.provider_names().await.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_provider_that_cannot_be_reached_is_certainly_not_sent_to(pool: PgPool) {
    let mut world = World::new(pool).await;
    let draft = world.draft("Down", numbers(&["+62812335088"])).await;
    let view = world.check(draft).await;
    world.stop_provider().await;
    let id = world.submit(&view, false).await.unwrap();
    world.work().await;
    assert_eq!(world.task(id).await.batches[0].state, BatchState::Waiting);
    for _ in 0..16 {
        world.clock.forward(SignedDuration::from_mins(2));
        world.work().await;
    }
    assert_eq!(world.task(id).await.state, TaskState::NotSent);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_waited_too_long_or_past_its_start_is_not_sent(pool: PgPool) {
    let world = World::new(pool).await;
    let now_task = world.draft("Now", numbers(&["+62812335088"])).await;
    let now_task = world.check(now_task).await;
    let form = TaskForm {
        name: "Later".to_owned(),
        when: "later".to_owned(),
        start: "2026-11-23T09:20".to_owned(),
        end: "2026-11-23T18:00".to_owned(),
        ..world.form().await
    };
    let later = fresh_id();
    world
        .save(later, &form, Some(numbers(&["+62812343062"])))
        .await;
    let later = world.check(later).await;
    let now_task = world.submit(&now_task, false).await.unwrap();
    let later = world.submit(&later, false).await.unwrap();
    world.clock.forward(SignedDuration::from_mins(31));
    world.work().await;
    for id in [now_task, later] {
        assert_eq!(world.task(id).await.state, TaskState::NotSent);
    }
    assert!(world.provider_names().await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_submitted_to_the_sandbox_never_goes_to_the_real_provider(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let draft = world.draft("Play", numbers(&["+62812335088"])).await;
    let checked = world.check(draft).await;
    let other = world.draft("Other", numbers(&["+62812335088"])).await;
    let other = world.check(other).await;
    let id = world.submit(&checked, false).await.unwrap();
    world.backend = backend::Backend::new(pool, world.provider.clone(), false);
    world.work().await;
    assert_eq!(world.task(id).await.state, TaskState::NotSent);
    assert!(matches!(
        world.submit(&other, false).await,
        Err(Error::Conflict(_))
    ));
    assert!(world.provider_names().await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_sender_that_went_silent_leaves_an_unknown_batch(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.submitted("Silent", numbers(&["+62812335088"])).await;
    // As a process leaves it that was killed with the call under way.
    sqlx::query(
        "update parts set state = 'sending', fence = 1, attempts = 1, lease_until = now() - interval '100 years' \
         where task_id = $1",
    )
    .bind(id)
    .execute(&pool)
    .await
    .unwrap();
    world.work().await;
    assert_eq!(world.task(id).await.state, TaskState::Unknown);
    assert!(world.provider_names().await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_long_list_is_split_and_every_batch_is_created(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Long", many(10_240)).await;
    let view = world.review(draft).await;
    assert_eq!(view.batches, [5_000, 5_000, 240]);
    let view = world.check(draft).await;
    assert_eq!(view.submit_blocker, None);
    let id = world.submit(&view, false).await.unwrap();
    world.work().await;
    let task = world.task(id).await;
    assert_eq!(task.state, TaskState::Created);
    assert_eq!(
        task.batches
            .iter()
            .map(|batch| batch.leads)
            .collect::<Vec<_>>(),
        [5_000, 5_000, 240]
    );
    assert_eq!(world.provider_names().await.len(), 3);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_list_that_would_be_more_than_500_batches_is_not_checked_and_it_is_said_what_would_do(
    pool: PgPool,
) {
    let mut world = World::new(pool.clone()).await;
    let draft = world.draft("Long", numbers(&["+62812335088"])).await;
    let set = async |column: &str, value: i32| {
        let table = if column == "ready" {
            "drafts"
        } else {
            "accounts"
        };
        sqlx::query(&format!("update {table} set {column} = $1"))
            .bind(value)
            .execute(&pool)
            .await
    };
    set("part_size", 100).await.unwrap();
    world.come_again().await;
    // As if the list were that long: nothing but the count is asked.
    set("ready", 50_001).await.unwrap();
    let sentence = "50,001 leads in batches of 100 would be 501 batches; the limit is 500. Ask an administrator to raise “Leads \
                    per batch” to at least 101 under Settings.";
    let view = world.review(draft).await;
    assert_eq!(
        view.check_blocker
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        Some(sentence)
    );
    match world.start_check(draft).await {
        Err(Error::Conflict(refused)) => assert_eq!(refused.to_string(), sentence),
        other => panic!("{other:?}"),
    }
    set("ready", 50_000).await.unwrap();
    assert_eq!(world.review(draft).await.check_blocker, None);
    assert!(
        set("part_size", 99).await.is_err(),
        "the database refuses fewer"
    );
}
