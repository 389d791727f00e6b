//! A result of a robot that means only later that somebody does not want to be called.

use backend::do_not_call;
use sqlx::PgPool;

use crate::support::{World, numbers};

/// Ends: answers with `D`, and answers with `A`.
const SAYS_NO: &str = "+628129000019";
const SAYS_YES: &str = "+628129000011";

impl World {
    /// The tasks whose calls have put a number on a list, and whether each entry counts.
    async fn put_on_by(&self, number: &str) -> Vec<(Option<backend::ids::TaskId>, bool)> {
        let now = self.clock.now();
        let found = do_not_call::find(&self.backend, &self.caller, now, number).await;
        let found = found.unwrap().into_iter();
        found
            .map(|entry| (entry.task_id, entry.removed_at().is_none()))
            .collect()
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_letter_that_is_named_later_puts_who_said_so_on_the_list_at_once(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(numbers(&[SAYS_NO, SAYS_YES])).await;
    // The same letter of another robot means what that robot says.
    sqlx::query("update calls set letter = 'D', robot_id = 'another' where row = 3")
        .execute(&world.owner)
        .await
        .unwrap();
    assert_eq!(world.put_on_by(SAYS_NO).await, []);
    let robot = world.robot().await;
    world.means_do_not_call(&robot, "D").await;
    assert_eq!(world.put_on_by(SAYS_NO).await, [(Some(task), true)]);
    assert_eq!(world.put_on_by(SAYS_YES).await, []);
    assert_eq!(world.lists().await[0].2, 1);
    let draft = world.draft("Week 49", numbers(&[SAYS_NO, SAYS_YES])).await;
    assert_eq!(world.review(draft).await.tally.do_not_call, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_was_taken_off_stays_off_when_something_else_is_named(pool: PgPool) {
    let world = World::new(pool).await;
    let robot = world.robot().await;
    world.called(numbers(&[SAYS_NO])).await;
    world.means_do_not_call(&robot, "D").await;
    let own = world.lists().await[0].0;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    do_not_call::remove(backend, caller, now, own, SAYS_NO, "Signed up again")
        .await
        .unwrap();
    world.means_do_not_call(&robot, "Z").await;
    assert_eq!(world.put_on_by(SAYS_NO).await, [(None, false)]);
}
