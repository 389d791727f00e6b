//! Confirming who one is, and resets of those who have a second factor.

use backend::confirmation::Purpose;
use backend::factors::{self, FactorError, FirstFactor};
use backend::people::{self, By, Reset};
use backend::{Error, Role};
use jiff::SignedDuration;
use sqlx::PgPool;

use crate::factors::code;
use crate::support::{PASSWORD, World, fresh_id, sample};

#[sqlx::test(migrations = "../../migrations")]
async fn a_confirmation_lasts_as_long_as_its_purpose_says(pool: PgPool) {
    let world = World::with_factors(pool).await;
    let began = world.clock.now();
    for (purpose, lasts) in [
        (Purpose::Launch, SignedDuration::from_hours(12)),
        (Purpose::Administer, SignedDuration::from_hours(1)),
        (Purpose::OwnAccess, SignedDuration::from_mins(10)),
    ] {
        assert!(world.caller.has_confirmed(purpose, began + lasts));
        let late = began + lasts + SignedDuration::from_secs(1);
        assert!(!world.caller.has_confirmed(purpose, late));
        assert!(world.caller.must_have_confirmed(purpose, late).is_err());
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn confirming_takes_the_password_and_a_code_where_there_is_a_factor(pool: PgPool) {
    let mut world = World::with_factors(pool.clone()).await;
    world.clock.forward(SignedDuration::from_hours(2));
    let confirm = async |world: &World, password: &str, code: &str| {
        let now = world.clock.now();
        factors::confirm(&world.backend, &world.caller, now, password, code).await
    };
    let is_confirmed = async |world: &World| {
        let caller = world.caller_of("anas").await;
        caller.has_confirmed(Purpose::OwnAccess, world.clock.now())
    };
    assert!(confirm(&world, "wrong", "").await.is_err() && !is_confirmed(&world).await);
    confirm(&world, PASSWORD, "").await.unwrap();
    assert!(is_confirmed(&world).await);
    world.caller = world.caller_of("anas").await;
    world.set_up_app().await;
    sqlx::query("update tower_sessions.session set is_new_device = true, confirmed_at = null")
        .execute(&pool)
        .await
        .unwrap();
    world.caller = world.caller_of("anas").await;
    let now = world.clock.now();
    assert!(
        !world.caller.has_confirmed(Purpose::Launch, now),
        "a browser that is new"
    );
    assert!(confirm(&world, PASSWORD, "000000").await.is_err());
    assert!(confirm(&world, "wrong", &code(now)).await.is_err());
    assert!(!is_confirmed(&world).await);
    confirm(&world, PASSWORD, &code(now)).await.unwrap();
    let caller = world.caller_of("anas").await;
    assert!(caller.has_confirmed(Purpose::Launch, now));
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_administrator_removes_factors_and_only_the_link_works_then(pool: PgPool) {
    let mut world = World::with_factors(pool).await;
    world.set_up_app().await;
    world.caller = world.caller_of("anas").await;
    let (backend, now) = (&world.backend, world.clock.now());
    let ana = (world.caller.person, Reset::SecondFactors);
    let own = people::start_reset(backend, By::Caller(&world.caller), now, ana, [1; 32]).await;
    assert!(matches!(own, Err(Error::Conflict(_))), "{own:?}");
    let key = people::start_reset(backend, By::CommandLine, now, ana, [1; 32])
        .await
        .unwrap();
    assert!(!world.is_signed_in("anas").await);
    assert!(world.sign_in_as("ana@example.com", PASSWORD).await.is_err());
    let short = world.accept(&key, "harbour7").await;
    assert!(short.is_err(), "nothing is beside the password now");
    world.accept(&key, PASSWORD).await.unwrap();
    let caller = world.sign_in_as("ana@example.com", PASSWORD).await.unwrap();
    assert!(matches!(caller.first_factor(now), FirstFactor::Complete(_)));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_reset_of_the_password_leads_to_the_second_factor(pool: PgPool) {
    let world = World::with_factors(pool).await;
    world.set_up_app().await;
    let (backend, now) = (&world.backend, world.clock.now());
    let ana = (world.caller.person, Reset::Password);
    let key = people::start_reset(backend, By::CommandLine, now, ana, [1; 32])
        .await
        .unwrap();
    let typed = people::AcceptedLink {
        key: &key,
        id: fresh_id(),
        name: "",
        password: "harbour7",
    };
    let here = std::net::IpAddr::from([127, 0, 0, 1]);
    let accepted = people::accept(backend, now, typed, &here.into())
        .await
        .unwrap();
    let FirstFactor::Waits(waiting) = accepted else {
        panic!("a link is no second factor")
    };
    world.finish(&waiting, &code(now)).await.unwrap();
    world
        .session_of_epoch("new", waiting.person, waiting.epoch)
        .await;
    assert!(world.is_signed_in("new").await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn without_a_recent_confirmation_nobody_submits_or_administers(pool: PgPool) {
    let world = World::with_factors(pool).await;
    let draft = world.draft("Offer", sample("messy-300.csv")).await;
    let view = world.check(draft).await;
    world
        .clock
        .forward(SignedDuration::from_hours(1) + SignedDuration::from_secs(1));
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let budi = world.add("budi@example.com", Role::Launcher).await;
    let disabled = people::disable(backend, By::Caller(caller), now, budi).await;
    assert!(matches!(disabled, Err(Error::Forbidden(_))), "{disabled:?}");
    let form = backend::accounts::settings(caller, now).unwrap().form;
    let saved = backend::accounts::save(backend, caller, now, &form).await;
    assert!(matches!(saved, Err(Error::Forbidden(_))), "{saved:?}");
    factors::confirm(backend, caller, now, PASSWORD, "")
        .await
        .unwrap();
    let caller = world.caller_of("anas").await;
    people::disable(backend, By::Caller(&caller), now, budi)
        .await
        .unwrap();
    world.clock.forward(SignedDuration::from_hours(12));
    let refused = world.submit(&view, false).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_session_that_ended_while_its_person_confirmed_does_not_go_on(pool: PgPool) {
    let world = World::with_factors(pool).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let session = caller.session.as_ref().expect("a session");
    people::end_session(backend, caller, now, session.handle.as_str())
        .await
        .unwrap();
    let late = factors::confirm(backend, caller, now, PASSWORD, "").await;
    assert!(
        matches!(late, Err(FactorError::Failed(Error::Conflict(_)))),
        "{late:?}"
    );
}
