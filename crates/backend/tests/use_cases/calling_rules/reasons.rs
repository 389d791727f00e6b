//! A reason is for the breaches that were shown when somebody wrote it: what comes up later asks again.

use backend::ids::DraftId;
use backend::{Role, calling_rules, users};
use leads::Country;
use leads::calling_rules::HolidayForm;
use leads::states::BatchState;
use sqlx::PgPool;

use super::{ONE, conflict};
use crate::support::World;

impl World {
    /// A holiday on the day of the window of [`World::too_late`].
    async fn election_is_called(&self) {
        let country = Country::parse("ID").unwrap();
        let holiday = HolidayForm {
            date: "2026-11-24".to_owned(),
            name: "Election day".to_owned(),
            source: "Keppres 25/2026".to_owned(),
        };
        let now = self.clock.now();
        calling_rules::add_holiday(&self.backend, &self.caller, now, country, &holiday)
            .await
            .unwrap();
    }

    /// A draft whose window ends after the hours, and a reason of Ana's for it.
    async fn too_late(&self) -> DraftId {
        let form = self.window("2026-11-24T09:00", "2026-11-24T18:00").await;
        let draft = self.checked_form(form, &ONE).await;
        self.give_reason(&self.caller, draft, "Agreed")
            .await
            .unwrap();
        draft
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_holiday_that_is_added_after_the_reason_asks_for_another(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let budi = world.person("budi@example.com", Role::Launcher).await;
    let draft = world.too_late().await;
    let (_, ready) = world.ready(&budi, draft).await;
    assert!(ready.outside.expect("it ends too late").reason.is_some());
    world.election_is_called().await;
    // The next request reads the holidays anew.
    let budi = users::caller(&world.backend, budi.person).await;
    let budi = budi.unwrap().unwrap();
    let (_, ready) = world.ready(&budi, draft).await;
    let outside = ready.outside.expect("it is a holiday too");
    assert!(outside.breach.sentence.to_string().contains("Election day"));
    assert_eq!(outside.reason, None);
    let told = conflict(world.launch_as(&budi, draft).await);
    assert!(told.starts_with("Nothing was submitted."), "{told}");

    let ana = world.caller.clone();
    world
        .give_reason(&ana, draft, "Agreed, also on the holiday")
        .await
        .unwrap();
    let task = world.launch_as(&budi, draft).await.unwrap();
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_holiday_that_is_added_after_the_launch_keeps_the_batch_back_whatever_the_reason(
    pool: PgPool,
) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let budi = world.person("budi@example.com", Role::Launcher).await;
    let draft = world.too_late().await;
    let task = world.launch_as(&budi, draft).await.unwrap();
    world.election_is_called().await;
    world.work().await;
    let batch = world.batch(task).await;
    assert_eq!(batch.state, BatchState::NotSent);
    assert!(batch.words.unwrap().to_string().contains("Election day"));
}
