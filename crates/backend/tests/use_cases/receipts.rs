//! What a receipt of an erasure tells, so that AIRudder can be asked for the rest.

use backend::erasures::HeldBatch;
use leads::states::BatchState;
use sqlx::PgPool;

use crate::support::{World, many};

#[sqlx::test(migrations = "../../migrations")]
async fn a_receipt_names_the_batches_with_the_number_as_airudder_knows_them(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.cuts_lists_longer_than(3).await;
    let sent = world.submitted("Week 48", many(5)).await;
    world.work().await;
    let batches = world.task(sent).await.batches;
    assert_eq!(batches.len(), 2);
    assert_eq!(batches[0].state, BatchState::Created);
    let receipt = world.erase_with(false, None).await.unwrap();
    let known = HeldBatch {
        name: batches[0].provider_name.clone(),
        id: batches[0].provider_id.clone(),
    };
    assert!(known.id.is_some());
    assert_eq!(receipt.held[0].batches, [known.clone()]);
    let told = receipt.at_airudder();
    assert_eq!(told.len(), 1);
    let told = told[0].to_string();
    assert!(
        told.contains(&known.name) && told.contains(&known.id.unwrap()),
        "{told}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_goes_out_without_the_number_is_nothing_to_ask_for(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 48", many(5)).await;
    let receipt = world.erase_with(false, None).await.unwrap();
    assert_eq!(receipt.held[0].batches, []);
    world.work().await;
    assert_eq!(world.task(task).await.batches[0].leads, 4);
    assert!(receipt.at_airudder().is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_of_which_nothing_is_known_is_named_without_an_id(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 48", many(5)).await;
    sqlx::query("update parts set state = 'unknown', sent_at = now(), in_doubt_since = now(), look_at = now()")
        .execute(&world.owner)
        .await
        .unwrap();
    let held = world.held().await.accounts.remove(0);
    let name = world.task(task).await.batches[0].provider_name.clone();
    assert_eq!(
        (held.unclear, held.batches),
        (1, vec![HeldBatch { name, id: None }])
    );
}

/// What an earlier version has written.
#[test]
fn a_receipt_without_batches_is_still_read() {
    let held = r#"{"account":"DIDI","lists":[],"calls":1,"open_calls":0,"numbers":0,"files":0,"steps":0,"words":0,"pushes":0,"unclear":0}"#;
    let held: backend::erasures::HeldInAccount = serde_json::from_str(held).unwrap();
    assert_eq!((held.calls, held.batches), (1, Vec::new()));
}
