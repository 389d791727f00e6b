//! Killed while AIRudder is asked about a draft.

use sqlx::PgPool;

use super::{World, leads};
use crate::support::visible_text;

#[sqlx::test(migrations = false)]
async fn a_check_goes_on_by_itself_and_asks_only_for_what_was_not_answered(pool: PgPool) {
    let world = World::new(pool).await;
    let process = world.process().await;
    world.set_batch_size(4_000).await;
    let member = world.member(&process).await;
    // The simulator blocks the last number.
    let sheet = leads(10_000) + "Budi,+628129000000,C10001\n";
    let draft = member.new_draft("Asked", "many.csv", sheet.into()).await;

    world.provider.answer_only(1);
    let page = member.get(&draft).await.page();
    let answer = member.press(&page, "Check with AIRudder").await;
    assert_eq!(answer.location(), draft);
    let asked = world.provider.checks(3).await;
    world
        .until("select count(*) = 1 from check_parts where state = 'done'")
        .await;
    let asking: i64 = world
        .value("select count(*) from check_parts where state = 'asking'")
        .await;
    assert_eq!(asking, 2);
    process.kill();

    let process = world.process().await;
    let member = member.at(&process.address);
    let page = visible_text(&member.get(&draft).await.page());
    assert!(page.contains("The check is running."), "{page}");
    world.let_leases_run_out().await;
    world.provider.answer_all();
    let page = member.await_check(&draft).await;
    assert!(
        visible_text(&page).contains("Submit 10,000 leads"),
        "{page}"
    );

    let orders = world.provider.orders();
    let times = |name: &str| orders.iter().filter(|order| order.name == name).count();
    let mut again: Vec<usize> = asked.iter().map(|order| times(&order.name)).collect();
    again.sort();
    assert_eq!(again, [1, 2, 2], "{orders:?}");
    assert!(!orders.iter().any(|order| order.creates()), "{orders:?}");
    assert!(world.provider.tasks().await.is_empty());
    let check: (String, i64) = (
        world.value("select state from checks").await,
        world
            .value("select sum(lead_count) from check_parts where state = 'done'")
            .await,
    );
    assert_eq!(check, ("done".to_owned(), 10_001));
    let refused: Vec<String> = world
        .value("select array_agg(row || ' ' || words) from check_refusals")
        .await;
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!(refused[0].matches("Blocked").count(), 1, "{refused:?}");
    world.ends_well(process).await;
}
