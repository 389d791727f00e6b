//! One of two processes on one database killed.

use std::collections::BTreeSet;

use sqlx::PgPool;

use super::provider::Order;
use super::{World, leads};
use crate::support::visible_text;

fn names(orders: &[Order], door: usize) -> BTreeSet<String> {
    let orders = orders.iter().filter(|order| order.door == door);
    orders.map(|order| order.name.clone()).collect()
}

#[sqlx::test(migrations = false)]
async fn another_process_finishes_work_of_a_killed_one(pool: PgPool) {
    let world = World::new(pool).await;
    let dying = world.process().await;
    let other = world.process().await;
    // Six batches: more than one process sends at once.
    world.set_batch_size(1_700).await;
    let member = world.member(&dying).await;
    let draft = member
        .new_draft("Shared", "many.csv", leads(10_001).into())
        .await;
    let checked = member.check(&draft).await;
    let launch = member.launch(&checked).await;

    world.provider.answer_only(0);
    let answer = member.press_launch(&launch, &[]).await;
    let task = answer.location().to_owned();
    let sent = world.provider.creations(6).await;
    let (orphaned, kept) = (names(&sent, dying.door), names(&sent, other.door));
    assert!(!orphaned.is_empty() && !kept.is_empty(), "{sent:?}");
    assert_eq!(orphaned.union(&kept).count(), 6, "{sent:?}");
    dying.kill();

    let member = member.at(&other.address);
    world.provider.answer_all();
    world
        .until(&format!(
            "select count(*) = {} from parts where state = 'created'",
            kept.len()
        ))
        .await;
    let created = world.shown_as_created().await;
    assert!(
        created.iter().all(|batch| kept.contains(&batch.name)),
        "{created:?}"
    );
    world.let_leases_run_out().await;
    world
        .until("select bool_and(state = 'created') from parts")
        .await;

    assert_eq!(
        world.provider.creations(6).await,
        sent,
        "nothing was sent twice"
    );
    let page = visible_text(&member.get(&format!("{task}/batches")).await.page());
    assert_eq!(
        page.matches("AIRudder created the task.").count(),
        6,
        "{page}"
    );
    let told = world.told().await;
    let times = |kind: &str| told.iter().filter(|told| *told == kind).count();
    assert_eq!(
        (times("part_created"), times("part_found")),
        (kept.len(), orphaned.len())
    );
    world.ends_well(other).await;
}
