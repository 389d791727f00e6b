//! What AIRudder has already is named where a change of the rules forbids it.

use backend::calling_rules;
use backend::ids::TaskId;
use jiff::SignedDuration;
use leads::calling_rules::{HolidayForm, RuleSetId};
use leads::states::BatchState;
use leads::views::RuleForm;
use leads::{Country, Sector};
use sqlx::PgPool;

use super::ONE;
use crate::support::World;

impl World {
    /// A task that AIRudder is to call between those times.
    async fn planned_for(&self, start: &str, end: &str) -> TaskId {
        let draft = self.checked_form(self.window(start, end).await, &ONE).await;
        let task = self.launch_as(&self.caller, draft).await.unwrap();
        self.work().await;
        assert_eq!(self.batch(task).await.state, BatchState::Created);
        task
    }

    /// The tasks that are named, with how many batches.
    pub(super) async fn planned_outside(&self) -> Vec<(String, u32)> {
        let now = self.clock.now();
        let outside = calling_rules::planned_outside(&self.backend, &self.caller, now).await;
        let outside = outside.unwrap().into_iter();
        outside.map(|of| (of.task, of.batches)).collect()
    }

    pub(super) async fn add_holiday(&self, country: &str, date: &str) {
        let holiday = HolidayForm {
            date: date.to_owned(),
            name: "Election day".to_owned(),
            source: "Keppres 25/2026".to_owned(),
        };
        let (country, now) = (Country::parse(country).unwrap(), self.clock.now());
        calling_rules::add_holiday(&self.backend, &self.caller, now, country, &holiday)
            .await
            .unwrap();
    }

    pub(super) async fn change_rule(&self, version: u32, change: impl FnOnce(&mut RuleForm)) {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        let (country, sector) = (Country::parse("ID").unwrap(), Sector::Finance);
        let seen = calling_rules::rule_set(backend, caller, now, (country, sector)).await;
        let mut form = seen.unwrap().form;
        change(&mut form);
        let id = RuleSetId {
            country,
            sector,
            version,
        };
        calling_rules::save(backend, caller, now, id, &form)
            .await
            .unwrap();
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_at_airudder_is_named_whose_day_became_a_holiday_until_it_is_stopped(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let task = world
        .planned_for("2026-11-24T09:00", "2026-11-24T16:00")
        .await;
    world.add_holiday("MX", "2026-11-24").await;
    world.add_holiday("ID", "2026-11-25").await;
    assert_eq!(
        world.planned_outside().await,
        [],
        "of another country, another day"
    );
    world.add_holiday("ID", "2026-11-24").await;
    assert_eq!(world.planned_outside().await, [(task.to_string(), 1)]);
    world.stop_calling(task, None).await.unwrap();
    assert_eq!(world.planned_outside().await, []);
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_what_is_left_of_a_window_is_asked_about(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let task = world
        .planned_for("2026-11-23T10:00", "2026-11-23T15:00")
        .await;
    // It is noon by now: what was called before is over.
    world.clock.forward(SignedDuration::from_hours(3));
    let from_eleven = |form: &mut RuleForm| form.from = "11:00".to_owned();
    world.change_rule(1, from_eleven).await;
    assert_eq!(world.planned_outside().await, []);
    let to_four = |form: &mut RuleForm| form.to = "16:00".to_owned();
    world.change_rule(2, to_four).await;
    // In Jayapura it is two hours later.
    assert_eq!(world.planned_outside().await, [(task.to_string(), 1)]);
    world.clock.forward(SignedDuration::from_hours(12));
    assert_eq!(world.planned_outside().await, [], "the window is over");
}
