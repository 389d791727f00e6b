//! Killed while a task is submitted and sent.

use sqlx::PgPool;

use super::{Process, World, leads};
use crate::support::{SignedIn, visible_text};

/// A person with the launch of three leads, about to submit them.
async fn about_to_submit(pool: PgPool, name: &str) -> (World, Process, SignedIn, String) {
    let world = World::new(pool).await;
    let process = world.process().await;
    let member = world.member(&process).await;
    let draft = member.new_draft(name, "few.csv", leads(3).into()).await;
    let checked = member.check(&draft).await;
    let launch = member.launch(&checked).await;
    (world, process, member, launch)
}

#[sqlx::test(migrations = false)]
async fn a_death_before_the_commit_leaves_a_draft_whose_form_makes_one_task(pool: PgPool) {
    let (world, process, member, launch) = about_to_submit(pool, "November offer").await;
    let before = world.contents().await;

    // The event is the last that a submission writes.
    let hold = world.hold("lock table events in share mode").await;
    let sent = tokio::spawn(member.pressed_launch(&launch, &[]).send());
    world.until_waiting_for("relation").await;
    process.kill();
    let answer = sent.await.expect("no panic");
    assert!(answer.is_err(), "nobody was there to answer: {answer:?}");
    hold.rollback().await.expect("it holds");

    let process = world.process().await;
    let member = member.at(&process.address);
    world.still_holds(&before).await;
    assert!(!visible_text(&member.get("/tasks").await.page()).contains("November offer"));
    let answer = member.press_launch(&launch, &[]).await;
    let task = answer.location().to_owned();
    member.await_task(&task).await;
    let again = member.press_launch(&launch, &[]).await;
    assert_eq!(again.location(), task);
    let page = visible_text(&member.get(&format!("{task}/batches")).await.page());
    assert!(page.contains("AIRudder created the task."), "{page}");
    assert_eq!(world.provider.creations(1).await.len(), 1);
    assert_eq!(world.value::<i64>("select count(*) from tasks").await, 1);
    assert_eq!(world.told().await, ["submitted", "part_created"]);
    world.ends_well(process).await;
}

#[sqlx::test(migrations = false)]
async fn a_death_after_the_commit_leaves_a_batch_that_is_sent_once(pool: PgPool) {
    let (world, process, member, launch) = about_to_submit(pool, "Queued").await;

    // Whoever wants to take the batch finds that it cannot be taken.
    world
        .execute(
            "create function take_nothing() returns trigger language plpgsql as $$ begin return null; end $$; \
             create trigger take_nothing before update on parts for each row when (new.state = 'sending') \
                 execute function take_nothing()",
        )
        .await;
    let answer = member.press_launch(&launch, &[]).await;
    let task = answer.location().to_owned();
    process.kill();
    let state: String = world.value("select state from parts").await;
    assert_eq!(state, "waiting");
    assert!(!world.provider.orders().iter().any(|order| order.creates()));
    world.execute("drop trigger take_nothing on parts").await;

    let process = world.process().await;
    let member = member.at(&process.address);
    member.await_task(&task).await;
    let page = visible_text(&member.get(&format!("{task}/batches")).await.page());
    assert!(page.contains("AIRudder created the task."), "{page}");
    assert_eq!(world.provider.creations(1).await.len(), 1);
    assert_eq!(world.told().await, ["submitted", "part_created"]);
    world.ends_well(process).await;
}

/// What must become of a batch whose task the provider has made, when its process died before it could write that down.
async fn is_found_and_not_sent_again(world: &World, member: &SignedIn, task: &str) {
    let page = visible_text(&member.get(task).await.page());
    assert!(page.contains("Being sent to AIRudder."), "{page}");
    world.let_leases_run_out().await;
    world.until("select state = 'created' from parts").await;

    let made = world.provider.tasks().await;
    assert_eq!(made.len(), 1, "{made:?}");
    let page = visible_text(&member.get(&format!("{task}/batches")).await.page());
    assert!(page.contains("AIRudder created the task."), "{page}");
    assert!(page.contains(&made[0].id), "{page}");
    let sent = world.provider.creations(1).await;
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert_eq!(
        world.told().await,
        ["submitted", "part_unknown", "part_found"]
    );
}

#[sqlx::test(migrations = false)]
async fn a_death_during_the_call_leaves_a_batch_that_is_found_and_not_sent_again(pool: PgPool) {
    let (world, process, member, launch) = about_to_submit(pool, "Found").await;

    world.provider.answer_only(0);
    let answer = member.press_launch(&launch, &[]).await;
    let task = answer.location().to_owned();
    world.provider.creations(1).await;
    process.kill();

    let process = world.process().await;
    let member = member.at(&process.address);
    world.provider.answer_all();
    is_found_and_not_sent_again(&world, &member, &task).await;
    world.ends_well(process).await;
}

#[sqlx::test(migrations = false)]
async fn a_death_with_the_answer_in_hand_leaves_a_batch_that_is_found_and_not_sent_again(
    pool: PgPool,
) {
    let (world, process, member, launch) = about_to_submit(pool, "Found").await;

    world.provider.answer_only(0);
    let answer = member.press_launch(&launch, &[]).await;
    let task = answer.location().to_owned();
    world.provider.creations(1).await;
    // Whoever writes down what became of a batch locks its task first.
    let hold = world.hold("select from tasks for update").await;
    world.provider.answer_all();
    world.until_waiting_for("transactionid").await;
    process.kill();
    hold.rollback().await.expect("it holds");

    let process = world.process().await;
    let member = member.at(&process.address);
    is_found_and_not_sent_again(&world, &member, &task).await;
    world.ends_well(process).await;
}

#[sqlx::test(migrations = false)]
async fn a_death_during_a_call_that_made_nothing_leaves_a_batch_that_a_person_sends_again(
    pool: PgPool,
) {
    let (world, process, member, launch) = about_to_submit(pool, "Lost").await;

    world.provider.lose(true);
    let answer = member.press_launch(&launch, &[]).await;
    let task = answer.location().to_owned();
    let lost = world.provider.creations(1).await;
    process.kill();
    world.provider.lose(false);

    let process = world.process().await;
    let member = member.at(&process.address);
    world.let_leases_run_out().await;
    world.until("select state = 'absent' from parts").await;
    assert!(world.provider.tasks().await.is_empty());
    assert_eq!(world.provider.creations(1).await, lost);
    let page = member.get(&task).await.page();
    assert_eq!(
        member.press(&page, "Send batch 1 again").await.location(),
        task
    );
    world.until("select state = 'created' from parts").await;
    let sent = world.provider.creations(2).await;
    assert_eq!(sent.len(), 2, "{sent:?}");
    assert_eq!(sent[1].name, lost[0].name);
    world.ends_well(process).await;
}
