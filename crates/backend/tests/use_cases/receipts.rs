//! What a receipt of an erasure tells, so that AIRudder can be asked for the rest.

use backend::erasures::HeldBatch;
use leads::states::BatchState;
use sheets::UploadedFile;
use sqlx::PgPool;

use crate::support::{World, file, many};

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
    assert_eq!(receipt.held[0].batches, std::slice::from_ref(&known));
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

/// The first number itself, and two leads of others that name it.
fn named_by_others() -> UploadedFile {
    let text = "Mobile,Second phone\n\
                +62812300000,\n\
                +62812300777,0812 300 000\n\
                +62812300778,+62812300000\n\
                +62812300779,+62812300111\n";
    file("named.csv", text.as_bytes())
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_receipt_says_how_many_leads_of_others_are_not_called_since_they_named_it(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 48", named_by_others()).await;
    let held = world.held().await.accounts.remove(0);
    assert_eq!((held.rows(), held.others), (3, 2));
    let receipt = world.erase_with(false, None).await.unwrap();
    let told: Vec<String> = receipt.held[0]
        .beside()
        .iter()
        .map(ToString::to_string)
        .collect();
    let others = "2 leads of other numbers that name it: left out of batches that are not sent yet, and so not called";
    assert!(told.iter().any(|told| told == others), "{told:?}");
    world.work().await;
    assert_eq!(world.task(task).await.batches[0].leads, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn leads_of_others_that_airudder_calls_already_are_not_left_out(pool: PgPool) {
    let world = World::new(pool).await;
    world.submitted("Week 48", named_by_others()).await;
    world.work().await;
    let receipt = world.erase_with(false, None).await.unwrap();
    assert_eq!((receipt.held[0].rows(), receipt.held[0].others), (3, 0));
}

/// What an earlier version has written.
#[test]
fn a_receipt_without_batches_is_still_read() {
    let held = r#"{"account":"DIDI","lists":[],"calls":1,"open_calls":0,"numbers":0,"files":0,"steps":0,"words":0,"pushes":0,"unclear":0}"#;
    let held: backend::erasures::HeldInAccount = serde_json::from_str(held).unwrap();
    assert_eq!((held.calls, held.batches, held.others), (1, Vec::new(), 0));
}
