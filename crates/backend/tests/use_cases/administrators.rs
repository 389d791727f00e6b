//! Who administers people, and that somebody always can.

use backend::people::{self, By};
use backend::{Caller, Error, Role};
use localization::Message;
use sqlx::PgPool;

use crate::support::World;

#[sqlx::test(migrations = "../../migrations")]
async fn the_last_administrator_who_can_sign_in_stays_one(pool: PgPool) {
    let world = World::new(pool).await;
    let (ana, now) = (world.caller.person, world.clock.now());
    let budi = world.add("budi@example.com", Role::Administrator).await;
    people::disable(&world.backend, By::CommandLine, now, budi)
        .await
        .unwrap();
    let disabled = people::disable(&world.backend, By::CommandLine, now, ana).await;
    assert!(matches!(disabled, Err(Error::Conflict(_))), "{disabled:?}");
    let demoted = people::change_role(&world.backend, world.by(), now, ana, Role::Launcher).await;
    assert!(matches!(demoted, Err(Error::Conflict(_))), "{demoted:?}");
    people::enable(&world.backend, By::CommandLine, now, budi)
        .await
        .unwrap();
    people::disable(&world.backend, world.by(), now, ana)
        .await
        .unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn two_administrators_who_shut_each_other_out_at_once_leave_one(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (ana, now) = (world.caller.person, world.clock.now());
    let budi = world.add("budi@example.com", Role::Administrator).await;
    // Both have begun before either comes to an end.
    let mut hold = pool.begin().await.unwrap();
    sqlx::query("select from users for update")
        .execute(&mut *hold)
        .await
        .unwrap();
    let release = async {
        world.have_come_to_a_lock(2).await;
        hold.rollback().await.unwrap();
    };
    let (disabled, demoted, ()) = tokio::join!(
        people::disable(&world.backend, By::CommandLine, now, ana),
        people::change_role(&world.backend, By::CommandLine, now, budi, Role::Launcher),
        release
    );
    let outcomes = [disabled, demoted];
    assert_eq!(
        outcomes.iter().filter(|outcome| outcome.is_ok()).count(),
        1,
        "{outcomes:?}"
    );
    let refused = outcomes.into_iter().find_map(Result::err).unwrap();
    assert!(matches!(refused, Error::Conflict(_)), "{refused:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_administrators_administer_people(pool: PgPool) {
    let world = World::new(pool).await;
    let member = Caller {
        role: Role::Launcher,
        ..world.caller.clone()
    };
    let (backend, by, now) = (&world.backend, By::Caller(&member), world.clock.now());
    let ana = world.caller.person;
    let whom = ("citra@example.com", "Citra", "member");
    let told = |outcome: Result<Message, Error>| outcome.map(|told| told.to_string());
    let outcomes = [
        people::view(backend, &member, now)
            .await
            .map(|_| String::new()),
        people::invite(backend, by, now, whom, [1; 32]).await,
        told(people::revoke(backend, by, now, "citra@example.com").await),
        told(people::change_role(backend, by, now, ana, Role::Administrator).await),
        told(people::disable(backend, by, now, ana).await),
        told(people::enable(backend, by, now, ana).await),
        people::start_reset(backend, by, now, (ana, people::Reset::Password), [1; 32]).await,
        people::start_reset(
            backend,
            by,
            now,
            (ana, people::Reset::SecondFactors),
            [1; 32],
        )
        .await,
    ];
    for outcome in outcomes {
        assert!(matches!(outcome, Err(Error::Forbidden(_))), "{outcome:?}");
    }
}
