//! A second person: what ends an approval while a request is under way, and calls that would be a launch without one.

use backend::{Error, Role, people};
use sqlx::PgPool;

use crate::support::numbers;
use crate::test_calls::{OWN, press};
use crate::two_persons::{LIST, Team};

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
