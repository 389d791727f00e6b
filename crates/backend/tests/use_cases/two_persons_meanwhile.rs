//! A second person: what ends an approval while a request is under way, and calls that would be a launch without one.

use backend::ids::PersonId;
use backend::{Error, Role, people, tasks, test_calls};
use leads::states::BatchState;
use sqlx::{PgPool, Postgres, Transaction};

use crate::support::{World, numbers};
use crate::test_calls::{OWN, press};
use crate::two_persons::{LIST, Team};

impl World {
    /// Takes the role from somebody whose request waits for the account, and lets it go on.
    async fn lose_role_at_the_lock(&self, person: PersonId, hold: Transaction<'static, Postgres>) {
        self.have_come_to_a_lock(1).await;
        let (by, now) = (self.by(), self.clock.now());
        people::change_role(&self.backend, by, now, person, Role::Preparer)
            .await
            .unwrap();
        hold.rollback().await.unwrap();
    }
}

fn assert_session_ended<T: std::fmt::Debug>(outcome: &Result<T, Error>) {
    assert!(
        matches!(outcome, Err(Error::Conflict(sentence)) if sentence.to_string().contains("ended meanwhile")),
        "{outcome:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_request_of_somebody_who_has_lost_their_role_launches_nothing(pool: PgPool) {
    let team = Team::new(pool).await;
    let draft = team.checked("Approved before", &LIST).await;
    // They are asked once more, also after they have approved the same before.
    team.approve(&team.citra, draft).await.unwrap();
    let (world, now) = (&team.world, team.world.clock.now());
    let (confirmed, _) = team.page(&team.citra, draft).await;
    people::change_role(
        &world.backend,
        world.by(),
        now,
        team.citra.person,
        Role::Viewer,
    )
    .await
    .unwrap();
    let late = team.submit(&team.citra, &confirmed).await;
    assert!(late.is_err(), "{late:?}");
    let again = team.launch(&team.budi, draft).await;
    assert!(
        again.is_ok(),
        "somebody else approves and launches: {again:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_loses_their_role_while_they_wait_sends_nothing_again(pool: PgPool) {
    let team = Team::new(pool).await;
    let (world, citra) = (&team.world, &team.citra);
    let (task, now) = (team.stopped().await, world.clock.now());
    let hold = world.hold_the_account().await;
    let (sent, ()) = tokio::join!(
        tasks::send_again(&world.backend, citra, now, task, 1, ""),
        world.lose_role_at_the_lock(citra.person, hold)
    );
    assert_session_ended(&sent);
    let state = world.task(task).await.batches[0].state;
    assert_eq!(state, BatchState::Stopped);
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_loses_their_role_while_they_wait_is_not_called(pool: PgPool) {
    let team = Team::new(pool).await;
    let (world, citra) = (&team.world, &team.citra);
    let now = world.clock.now();
    test_calls::save_own_number(&world.backend, citra, OWN)
        .await
        .unwrap();
    let draft = world.draft("Week 47", numbers(&LIST[1..])).await;
    let at = (draft, world.review(draft).await.version);
    let press = press();
    let hold = world.hold_the_account().await;
    let (called, ()) = tokio::join!(
        test_calls::call_with_draft(&world.backend, citra, now, at, 2, &press),
        world.lose_role_at_the_lock(citra.person, hold)
    );
    assert_session_ended(&called);
    let tasks: i64 = sqlx::query_scalar("select count(*) from tasks")
        .fetch_one(&world.owner)
        .await
        .unwrap();
    assert_eq!(tasks, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_test_call_reaches_nobody_of_a_list_where_a_second_person_approves(pool: PgPool) {
    let mut team = Team::new(pool).await;
    team.world.knows_own_number().await;
    let draft = team.world.draft("With their number", numbers(&[OWN])).await;
    let refused = team.world.press(draft, 2, &press()).await;
    assert!(
        matches!(&refused, Err(Error::Conflict(sentence)) if sentence.to_string().contains("in a list")),
        "{refused:?}"
    );
    team.world
        .change_account(|form| form.two_persons = false)
        .await;
    team.world.press(draft, 2, &press()).await.unwrap();
}
