//! Registers of countries, in accounts of other countries.

use backend::do_not_call::{self, ListForm};
use sqlx::PgPool;

use crate::do_not_call::{FIRST, repep};
use crate::support::{World, many, numbers};

#[sqlx::test(migrations = "../../migrations")]
async fn a_register_of_another_country_is_applied_and_never_out_of_date(pool: PgPool) {
    let mut world = World::new(pool).await;
    let old = ListForm {
        as_of: "2026-10-01".to_owned(),
        ..repep()
    };
    world.take_in(old, numbers(&[FIRST])).await.unwrap();
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    do_not_call::set_refuse_outdated(backend, caller, now, true)
        .await
        .unwrap();
    world.come_again().await;
    let draft = world.draft("Week 48", many(2)).await;
    let view = world.review(draft).await;
    assert_eq!((view.outdated_lists, view.check_blocker), (None, None));
    assert!(!world.lists().await[1].3, "the page says nothing of it");
    let view = world.check(draft).await;
    assert_eq!((view.submit_count, view.tally.do_not_call), (1, 1));
    world.submit(&view, false).await.unwrap();
    world.work().await;

    sqlx::query("update accounts set country = 'MX'")
        .execute(&world.owner)
        .await
        .unwrap();
    world.come_again().await;
    assert!(world.lists().await[1].3);
    let draft = world.draft("Week 49", numbers(&["+525512345678"])).await;
    let view = world.review(draft).await;
    let sentence =
        "This do-not-call list is out of date: REPEP November (of 1 Oct 2026). Upload a newer one.";
    assert_eq!(view.outdated_lists.unwrap().to_string(), sentence);
}
