//! People whose role, access or password changes while something else of theirs is under way.

use backend::people::{self, By};
use backend::{Error, Role};
use jiff::SignedDuration;
use sqlx::PgPool;

use crate::people_and_links::NEW_PASSWORD;
use crate::support::{PASSWORD, World};

#[sqlx::test(migrations = "../../migrations")]
async fn a_sign_in_with_the_old_password_is_over_once_there_is_a_new_one(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Launcher).await;
    let before = world
        .sign_in_as("budi@example.com", PASSWORD)
        .await
        .unwrap();
    let before = world.known(before).await;
    let key = world.reset(budi, 1).await.unwrap();
    world.accept(&key, NEW_PASSWORD).await.unwrap();
    // Whenever it is written.
    world.clock.forward(SignedDuration::from_mins(1));
    let (person, epoch) = (before.person, before.session_epoch);
    world.session_of_epoch("late", person, epoch).await;
    assert!(!world.is_signed_in("late").await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_password_that_was_reset_meanwhile_is_not_changed_by_the_old_one(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Launcher).await;
    let caller = world
        .sign_in_as("budi@example.com", PASSWORD)
        .await
        .unwrap();
    let caller = world.known(caller).await;
    let key = world.reset(budi, 1).await.unwrap();
    let mut lock = world.backend.pool().begin().await.unwrap();
    sqlx::query("select from users for update")
        .execute(&mut *lock)
        .await
        .unwrap();
    let (now, other) = (world.clock.now(), "another long password of somebody");
    let (changed, ()) = tokio::join!(
        people::change_password(&world.backend, &caller, now, PASSWORD, other),
        async {
            world.have_come_to_a_lock(1).await;
            // What the reset writes.
            sqlx::query("update users set password_hash = 'reset', session_epoch = session_epoch + 1 where id = $1")
                .bind(budi)
                .execute(&mut *lock)
                .await
                .unwrap();
            lock.commit().await.unwrap();
        }
    );
    assert!(
        matches!(
            changed,
            Err(people::OwnPasswordError::Failed(Error::Conflict(_)))
        ),
        "{changed:?}"
    );
    assert!(world.accept(&key, NEW_PASSWORD).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_administrator_who_was_disabled_meanwhile_invites_and_resets_nobody(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Administrator).await;
    let caller = world
        .sign_in_as("budi@example.com", PASSWORD)
        .await
        .unwrap();
    let caller = world.known(caller).await;
    let (now, key) = (world.clock.now(), [7; people::KEY_BYTES]);
    let open = ("dewi@example.com", "Dewi", "viewer");
    people::invite(&world.backend, world.by(), now, open, key)
        .await
        .unwrap();
    people::disable(&world.backend, world.by(), now, budi)
        .await
        .unwrap();
    // The request began before.
    let by = By::Caller(&caller);
    let whom = ("citra@example.com", "Citra", "admin");
    let invited = people::invite(&world.backend, by, now, whom, key).await;
    assert!(matches!(invited, Err(Error::Forbidden(_))), "{invited:?}");
    let revoked = people::revoke(&world.backend, by, now, "dewi@example.com").await;
    assert!(matches!(revoked, Err(Error::Forbidden(_))), "{revoked:?}");
    let ana = world.caller.person;
    let reset =
        people::start_reset(&world.backend, by, now, (ana, people::Reset::Password), key).await;
    assert!(matches!(reset, Err(Error::Forbidden(_))), "{reset:?}");
    let disabled = people::disable(&world.backend, by, now, ana).await;
    assert!(matches!(disabled, Err(Error::Forbidden(_))), "{disabled:?}");
    let enabled = people::enable(&world.backend, by, now, budi).await;
    assert!(matches!(enabled, Err(Error::Forbidden(_))), "{enabled:?}");
}
