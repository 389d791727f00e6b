//! Reasons that stay on record: nobody's number is in them.

use backend::do_not_call;
use sqlx::PgPool;

use crate::do_not_call::FIRST;
use crate::support::World;

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_in_a_reason_is_masked_wherever_the_reason_is_kept(pool: PgPool) {
    let world = World::new(pool).await;
    world.add_to_do_not_call(FIRST).await.unwrap();
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let own = world.lists().await[0].0;
    let reason = "Signed up again as +62 812 3350 8812";
    do_not_call::remove(backend, caller, now, own, FIRST, reason)
        .await
        .unwrap();
    let found = do_not_call::find(backend, caller, now, FIRST).await;
    let kept = found.unwrap().remove(0).reason;
    assert_eq!(kept.as_deref(), Some("Signed up again as +•••• 8812"));
    let on_record = "select count(*) from audit_log where audit_log::text like '%as +•••• 8812%'";
    let on_record: i64 = sqlx::query_scalar(on_record)
        .fetch_one(&world.owner)
        .await
        .unwrap();
    assert_eq!(on_record, 1);
}
