//! The way back from a task that was refused, or created in part.

use airudder_sandbox::{RefusedDetails, SandboxOptions};
use backend::ids::{DraftId, TaskId};
use backend::{Error, drafts};
use leads::Field;
use leads::states::{BatchState, TaskState};
use leads::views::{CellChange, DraftView, LeadFilter};
use sqlx::PgPool;

use crate::support::{World, fresh_id, numbers};

/// Good in the check, refused at creation.
const REFUSED: &str = "+628129000003";
const GOOD: &str = "+62812335088";
const OTHER: &str = "+62812343062";
const THIRD: &str = "+62812387005";

async fn follow(world: &World, task: TaskId, without_refused: bool) -> Result<DraftId, Error> {
    let (id, now) = (fresh_id(), world.clock.now());
    drafts::follow_up(
        &world.backend,
        &world.caller,
        now,
        task,
        id,
        without_refused,
    )
    .await?;
    Ok(id)
}

/// Lists of more than two leads are split, and recent numbers are left out by nothing but what a draft follows.
async fn in_batches_without_cooldown(pool: PgPool) -> World {
    let mut world = World::new(pool).await;
    world
        .change_account(|form| form.cooldown_days = "0".to_owned())
        .await;
    world.cuts_lists_longer_than(2).await;
    world
}

/// A task of those numbers, for which somebody has chosen to call recent ones again.
async fn sent_again(world: &World, list: &[&str]) -> TaskId {
    let draft = world.draft("Again", numbers(list)).await;
    let (now, keep) = (world.clock.now(), leads::DuplicatePolicy::First);
    drafts::set_policies(&world.backend, &world.caller, now, draft, keep, false)
        .await
        .unwrap();
    let checked = world.check(draft).await;
    let task = world.submit(&checked, false).await.unwrap();
    world.work().await;
    task
}

/// A task of those numbers, as the provider has answered it.
async fn sent(world: &World, name: &str, list: &[&str]) -> TaskId {
    let task = world.submitted(name, numbers(list)).await;
    world.work().await;
    task
}

/// The rows that were refused in the task before, with what is said of them.
async fn refused_before(world: &World, draft: DraftId) -> Vec<(u32, String)> {
    let page = world.page(draft, LeadFilter::RefusedBefore, 0).await;
    let said = |cells: &[leads::views::CellView]| {
        let sentences = cells
            .iter()
            .flat_map(|cell| &cell.problems)
            .map(|problem| problem.sentence.to_string());
        sentences.collect::<Vec<_>>().join(" ")
    };
    let leads = page.leads.iter();
    leads.map(|lead| (lead.row, said(&lead.cells))).collect()
}

fn counts(view: &DraftView) -> (u32, u32, u32, u32) {
    let tally = view.tally;
    (tally.ready, tally.recent, tally.left_out, tally.duplicates)
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_others_of_a_refused_task_are_sent_without_what_was_refused(pool: PgPool) {
    let world = World::new(pool).await;
    // The second row of the refused number would be called in its place.
    let task = sent(&world, "Week 47", &[GOOD, REFUSED, OTHER, REFUSED]).await;
    let view = world.task(task).await;
    assert_eq!(view.state, TaskState::Refused);
    let way_back = view.follow_up.unwrap();
    assert_eq!(
        way_back.happened.to_string(),
        "AIRudder refused 1 of 3 leads, so nobody is called."
    );
    assert_eq!((way_back.others, way_back.refused), (2, 1));

    let draft = follow(&world, task, true).await.unwrap();
    let review = world.review(draft).await;
    assert_eq!(counts(&review), (2, 0, 2, 0));
    assert_eq!(
        review.undo.as_ref().map(ToString::to_string).as_deref(),
        Some("Leave out 2 refused leads")
    );
    assert_eq!(review.name, "Week 47 (2)");
    let reason = refused_before(&world, draft).await;
    assert_eq!(reason[0].0, 3);
    assert!(reason[0].1.contains("Number Blocked"), "{reason:?}");

    let checked = world.check(draft).await;
    assert_eq!(checked.submit_count, 2);
    let next = world.submit(&checked, false).await.unwrap();
    world.work().await;
    assert_eq!(world.task(next).await.state, TaskState::Created);
    let followed = world.task(task).await;
    assert_eq!(followed.attention, None);
    assert!(
        followed.done.is_some(),
        "the new task is what was to be done"
    );
    let way_back = followed.follow_up.unwrap();
    assert_eq!(
        way_back.followed_by,
        [(next.to_string(), "Week 47 (2)".to_owned())]
    );
    let again = follow(&world, task, false).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_refused_is_fixed_where_its_reason_stands(pool: PgPool) {
    let world = World::new(pool).await;
    let task = sent(&world, "Week 47", &[GOOD, REFUSED]).await;
    let draft = follow(&world, task, false).await.unwrap();
    assert_eq!(counts(&world.review(draft).await), (2, 0, 0, 0));
    let reason = refused_before(&world, draft).await;
    assert!(
        reason.len() == 1 && reason[0].1.starts_with("AIRudder: “Number Blocked"),
        "{reason:?}"
    );
    let now = world.clock.now();
    let fixed = CellChange {
        row: 3,
        field: Field::Mobile,
        text: OTHER.to_owned(),
    };
    drafts::edit_cells(&world.backend, &world.caller, now, draft, &[fixed])
        .await
        .unwrap();
    assert_eq!(
        refused_before(&world, draft).await,
        [(3, String::new())],
        "the reason was about another number"
    );
    drafts::step_back_or_forth(&world.backend, &world.caller, now, draft, false)
        .await
        .unwrap();
    assert_eq!(refused_before(&world, draft).await, reason);
    drafts::step_back_or_forth(&world.backend, &world.caller, now, draft, true)
        .await
        .unwrap();
    let checked = world.check(draft).await;
    let next = world.submit(&checked, false).await.unwrap();
    world.work().await;
    assert_eq!(world.task(next).await.state, TaskState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn whom_a_created_batch_calls_is_not_called_again_though_there_is_no_cooldown(pool: PgPool) {
    let world = in_batches_without_cooldown(pool).await;
    // The last row has the number of the first, which is called.
    let task = sent(&world, "Half", &[GOOD, OTHER, THIRD, REFUSED, GOOD]).await;
    let view = world.task(task).await;
    let states: Vec<BatchState> = view.batches.iter().map(|batch| batch.state).collect();
    assert_eq!(states, [BatchState::Created, BatchState::Refused]);
    let way_back = view.follow_up.unwrap();
    assert_eq!(
        way_back.happened.to_string(),
        "2 of 4 leads are called, 2 are not."
    );
    assert_eq!((way_back.others, way_back.refused), (1, 1));
    let draft = follow(&world, task, true).await.unwrap();
    let two_drafts = follow(&world, task, false).await.unwrap();
    let review = world.review(draft).await;
    assert_eq!(
        counts(&review),
        (1, 3, 1, 0),
        "the last row goes with the first"
    );
    let checked = world.check(draft).await;
    assert_eq!(checked.submit_count, 1, "a check frees none of them");
    let next = world.submit(&checked, false).await.unwrap();
    world.work().await;
    assert_eq!(world.task(next).await.state, TaskState::Created);
    // The other draft was made before that: whom the follow-up calls is not called by it, too.
    let checked = world.check(two_drafts).await;
    assert_eq!(
        counts(&checked),
        (1, 4, 0, 0),
        "only what was refused is left"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_choice_to_call_recent_numbers_again_is_not_about_those_of_the_task_itself(
    pool: PgPool,
) {
    let mut world = World::new(pool).await;
    world.cuts_lists_longer_than(2).await;
    let task = sent_again(&world, &[GOOD, OTHER, THIRD, REFUSED]).await;
    assert_eq!(world.task(task).await.state, TaskState::PartlyCreated);
    let draft = follow(&world, task, true).await.unwrap();
    let review = world.review(draft).await;
    assert!(review.leave_out_recent);
    assert_eq!(counts(&review), (1, 2, 1, 0));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_may_still_be_created_is_decided_first(pool: PgPool) {
    let options = SandboxOptions {
        refused_details: RefusedDetails::FailingCode,
        ..SandboxOptions::default()
    };
    let mut world = World::with(pool, options).await;
    world.cuts_lists_longer_than(2).await;
    let list = [GOOD, OTHER, THIRD, REFUSED];
    let task = sent(&world, "Half sandbox-502", &list).await;
    let view = world.task(task).await;
    let states: Vec<BatchState> = view.batches.iter().map(|batch| batch.state).collect();
    assert_eq!(states, [BatchState::Unknown, BatchState::Refused]);
    let way_back = view.follow_up.unwrap();
    assert!(way_back.is_undecided);
    assert!(
        way_back
            .happened
            .to_string()
            .starts_with("2 leads are not called."),
        "{}",
        way_back.happened
    );
    for without_refused in [true, false] {
        let made = follow(&world, task, without_refused).await;
        let Err(Error::Conflict(sentence)) = made else {
            panic!("{made:?}");
        };
        assert!(
            sentence.to_string().contains("has no result yet"),
            "{sentence}"
        );
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_cooldown_keeps_no_number_of_a_refused_batch_back(pool: PgPool) {
    let world = World::new(pool).await;
    sent(&world, "Refused", &[GOOD, REFUSED]).await;
    let draft = world.draft("New", numbers(&[GOOD, OTHER])).await;
    assert_eq!(counts(&world.review(draft).await), (2, 0, 0, 0));
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_what_was_refused_is_followed_and_a_second_press_makes_no_second_draft(pool: PgPool) {
    let world = World::new(pool).await;
    let created = sent(&world, "Created", &[GOOD]).await;
    assert_eq!(world.task(created).await.follow_up, None);
    let made = follow(&world, created, true).await;
    assert!(matches!(made, Err(Error::Conflict(_))), "{made:?}");
    let made = follow(&world, fresh_id(), true).await;
    assert!(matches!(made, Err(Error::NotFound)), "{made:?}");

    let task = sent(&world, "Refused", &[OTHER, REFUSED]).await;
    let id = follow(&world, task, true).await.unwrap();
    let version = world.review(id).await.version;
    let now = world.clock.now();
    let (backend, caller) = (&world.backend, &world.caller);
    drafts::follow_up(backend, caller, now, task, id, true)
        .await
        .unwrap();
    assert_eq!(world.review(id).await.version, version);
    let strange = world.draft("Strange", numbers(&[THIRD])).await;
    let made = drafts::follow_up(backend, caller, now, task, strange, true).await;
    assert!(matches!(made, Err(Error::NotFound)), "{made:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn whom_the_first_task_of_several_calls_is_not_called_by_the_last(pool: PgPool) {
    let world = in_batches_without_cooldown(pool).await;
    let first = sent(&world, "First", &[GOOD, OTHER, THIRD, REFUSED]).await;
    let draft = follow(&world, first, false).await.unwrap();
    let checked = world.check(draft).await;
    assert_eq!(counts(&checked), (2, 2, 0, 0));
    let second = world.submit(&checked, false).await.unwrap();
    world.work().await;
    assert_eq!(world.task(second).await.state, TaskState::Refused);
    let draft = follow(&world, second, false).await.unwrap();
    let checked = world.check(draft).await;
    assert_eq!(
        counts(&checked),
        (2, 2, 0, 0),
        "the first task calls two of them"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_is_not_done_by_another_list_nor_while_a_batch_may_exist(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let task = sent(&world, "Refused", &[GOOD, REFUSED]).await;
    let draft = follow(&world, task, true).await.unwrap();
    let form = world.form().await;
    world.save(draft, &form, Some(numbers(&[THIRD]))).await;
    let checked = world.check(draft).await;
    world.submit(&checked, false).await.unwrap();
    let view = world.task(task).await;
    assert!(view.attention.is_some(), "its own leads are not called yet");
    assert!(view.follow_up.unwrap().followed_by.is_empty());

    let draft = follow(&world, task, true).await.unwrap();
    let checked = world.check(draft).await;
    // As a batch leaves the task that was sent again meanwhile.
    sqlx::query("update tasks set state = 'absent' where id = $1")
        .bind(task)
        .execute(&pool)
        .await
        .unwrap();
    world.submit(&checked, false).await.unwrap();
    assert_eq!(world.task(task).await.done, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_two_drafts_that_follow_one_task_the_second_calls_nobody_again(pool: PgPool) {
    let world = World::new(pool).await;
    let task = sent_again(&world, &[GOOD, REFUSED]).await;
    assert_eq!(world.task(task).await.state, TaskState::Refused);
    let first = follow(&world, task, true).await.unwrap();
    let second = follow(&world, task, true).await.unwrap();
    let checked = world.check(first).await;
    world.submit(&checked, false).await.unwrap();
    world.work().await;
    let started = world.start_check(second).await;
    assert!(matches!(started, Err(Error::Conflict(_))), "{started:?}");
}
