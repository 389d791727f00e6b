//! What people do with their own account: password, name, sessions.

use backend::people::{self, LinkError, OwnPasswordError};
use backend::sessions::{self, SessionHandle, Written};
use backend::{Error, Role, users};
use jiff::{SignedDuration, Timestamp};
use sqlx::PgPool;

use crate::people_and_links::NEW_PASSWORD;
use crate::support::{PASSWORD, World, fresh_id};

#[sqlx::test(migrations = "../../migrations")]
async fn ones_own_password_needs_the_current_one_and_ends_all_sessions(pool: PgPool) {
    let world = World::new(pool).await;
    world.session("anas", world.caller.person).await;
    world.clock.forward(SignedDuration::from_secs(1));
    let change = async |current: &str, new: &str| {
        let now = world.clock.now();
        people::change_password(&world.backend, &world.caller, now, current, new).await
    };
    for (current, new) in [
        ("wrong", NEW_PASSWORD),
        (PASSWORD, "short"),
        (PASSWORD, "Ana-2026-Coxswain"),
    ] {
        let refused = change(current, new).await;
        let refused = matches!(refused, Err(OwnPasswordError::Failed(Error::Problems(_))));
        assert!(refused, "{current} {new}");
    }
    assert!(world.is_signed_in("anas").await);
    change(PASSWORD, NEW_PASSWORD).await.unwrap();
    assert!(!world.is_signed_in("anas").await);
    assert!(
        world
            .sign_in_as("ana@example.com", NEW_PASSWORD)
            .await
            .is_ok()
    );
    for _ in 0..5 {
        change("wrong", PASSWORD).await.unwrap_err();
    }
    let waits = change(NEW_PASSWORD, PASSWORD).await;
    assert!(
        matches!(waits, Err(OwnPasswordError::Wait { .. })),
        "{waits:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn own_sessions_are_shown_and_ended(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Launcher).await;
    let ana = world.caller.person;
    for (id, person) in [("one", ana), ("two", ana), ("three", ana), ("budis", budi)] {
        world.session(id, person).await;
    }
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let this = SessionHandle::of("two");
    let shown = people::profile(backend, caller, now, Some(&this))
        .await
        .unwrap();
    let told: Vec<_> = shown
        .sessions
        .iter()
        .map(|session| (session.is_this, session.device.to_string()))
        .collect();
    let firefox = "Firefox on Linux".to_owned();
    assert_eq!(
        told,
        [
            (true, firefox.clone()),
            (false, firefox.clone()),
            (false, firefox)
        ]
    );
    let others = SessionHandle::of("budis");
    let refused = people::end_session(backend, caller, now, others.as_str()).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    people::end_session(backend, caller, now, SessionHandle::of("one").as_str())
        .await
        .unwrap();
    assert!(!world.is_signed_in("one").await);
    assert_eq!(
        people::end_others(backend, caller, now, &this)
            .await
            .unwrap(),
        1
    );
    assert!(world.is_signed_in("two").await && !world.is_signed_in("three").await);
    assert!(world.is_signed_in("budis").await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn other_sessions_are_ended_by_whoever_confirmed_within_ten_minutes(pool: PgPool) {
    let world = World::with_factors(pool).await;
    world.session("other", world.caller.person).await;
    world.clock.forward(SignedDuration::from_secs(10 * 60 + 1));
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let this = caller.session.as_ref().expect("a session").handle.clone();
    let other = SessionHandle::of("other");
    let one = people::end_session(backend, caller, now, other.as_str()).await;
    assert!(matches!(one, Err(Error::Forbidden(_))), "{one:?}");
    let all = people::end_others(backend, caller, now, &this).await;
    assert!(matches!(all, Err(Error::Forbidden(_))), "{all:?}");
    assert!(world.is_signed_in("other").await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_session_ends_after_seven_days_however_often_it_is_used(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let began = world.clock.now();
    world.session("anas", world.caller.person).await;
    let used = |now: Timestamp| Written {
        data: b"data",
        person: Some(world.caller.person),
        signed_in_at: Some(began),
        epoch: Some(0),
        client: None,
        by: None,
        confirmed_at: None,
        is_new_device: false,
        seen_at: now,
        expires: now + sessions::IDLE_END,
    };
    for _ in 0..14 {
        world
            .clock
            .forward(SignedDuration::from_hours(12) - SignedDuration::from_secs(1));
        assert!(world.is_signed_in("anas").await);
        sessions::update(&pool, "anas", &used(world.clock.now()))
            .await
            .unwrap();
    }
    world.clock.forward(SignedDuration::from_secs(15));
    assert!(!world.is_signed_in("anas").await);
    world.session("idle", world.caller.person).await;
    world.clock.forward(SignedDuration::from_hours(12));
    assert!(!world.is_signed_in("idle").await, "nobody has used it");
    sessions::delete_expired(&pool, world.clock.now())
        .await
        .unwrap();
    let left: i64 = sqlx::query_scalar("select count(*) from tower_sessions.session")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_hash_of_before_is_made_anew_at_sign_in(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let hash = || async {
        let hash: String = sqlx::query_scalar("select password_hash from users")
            .fetch_one(&pool)
            .await
            .unwrap();
        hash
    };
    let old = old_hash(PASSWORD);
    sqlx::query("update users set password_hash = $1")
        .bind(&old)
        .execute(&pool)
        .await
        .unwrap();
    assert!(
        world
            .sign_in_as("ana@example.com", "not the password")
            .await
            .is_err()
    );
    assert_eq!(hash().await, old);
    world.sign_in_as("ana@example.com", PASSWORD).await.unwrap();
    assert!(hash().await.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    world.sign_in_as("ana@example.com", PASSWORD).await.unwrap();
}

fn old_hash(password: &str) -> String {
    use argon2::password_hash::PasswordHasher;
    let weak = argon2::Params::new(64, 1, 1, None).unwrap();
    let weak = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, weak);
    weak.hash_password(password.as_bytes()).unwrap().to_string()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_password_is_the_same_however_its_characters_are_put_together(pool: PgPool) {
    let world = World::new(pool).await;
    let now = world.clock.now();
    let composed = "une très longue phrase secrète";
    people::change_password(&world.backend, &world.caller, now, PASSWORD, composed)
        .await
        .unwrap();
    let decomposed = composed.replace('è', "e\u{300}");
    assert_ne!(composed, decomposed);
    assert!(
        world
            .sign_in_as("ana@example.com", &decomposed)
            .await
            .is_ok()
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_password_that_was_stored_before_it_was_normalized_still_works(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let typed = "una contraseña nº ½ larga";
    sqlx::query("update users set password_hash = $1")
        .bind(old_hash(typed))
        .execute(&pool)
        .await
        .unwrap();
    for _ in 0..2 {
        assert!(world.sign_in_as("ana@example.com", typed).await.is_ok());
    }
    let wrong = world.sign_in_as("ana@example.com", "una contraseña nª ½ larga");
    assert!(wrong.await.is_err());
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_own_page_tells_what_happened_to_the_account_lately(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Launcher).await;
    let now = world.clock.now();
    let wrong = world.sign_in_as("budi@example.com", "wrong").await;
    assert!(wrong.is_err());
    people::change_role(&world.backend, world.by(), now, budi, Role::Preparer)
        .await
        .unwrap();
    // Of no interest to him.
    let other = world.sign_in_as("ana@example.com", "wrong").await;
    assert!(other.is_err());
    let caller = world
        .sign_in_as("budi@example.com", PASSWORD)
        .await
        .unwrap();
    let caller = world.known(caller).await;
    people::change_name(&world.backend, &caller, now, "Budi S.")
        .await
        .unwrap();
    let page = people::profile(&world.backend, &caller, now, None).await;
    let told = page.unwrap().recent;
    let told: Vec<_> = told
        .iter()
        .map(|event| {
            let by = event.by_other.as_ref().map(ToString::to_string);
            (event.sentence.to_string(), by, event.is_refused)
        })
        .collect();
    let by = |name: &str| Some(name.to_owned());
    let expected = [
        ("Changed their name.", None, false),
        (
            "Changed a role from launcher to preparer.",
            by("Ana"),
            false,
        ),
        ("A sign-in was refused: wrong password.", None, true),
        ("Added a person as launcher.", by("Command line"), false),
    ];
    let expected = expected.map(|(sentence, by, is_refused)| (sentence.to_owned(), by, is_refused));
    assert_eq!(told, expected);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_names_of_the_company_are_no_password(pool: PgPool) {
    let world = World::new(pool).await;
    let near = "DIDI Indonesia 2026";
    let (backend, now) = (&world.backend, world.clock.now());
    let own = people::change_password(backend, &world.caller, now, PASSWORD, near).await;
    assert!(
        matches!(own, Err(OwnPasswordError::Failed(Error::Problems(_)))),
        "{own:?}"
    );
    let budi = world.add("budi@example.com", Role::Launcher).await;
    let key = world.reset(budi, 1).await.unwrap();
    let reset = world.accept(&key, near).await;
    assert!(
        matches!(reset, Err(LinkError::Failed(Error::Problems(_)))),
        "{reset:?}"
    );
    let (email, id) = ("citra@example.com", fresh_id());
    let added = users::add(backend, now, id, email, "Citra", near, Role::Viewer).await;
    assert!(matches!(added, Err(Error::Problems(_))), "{added:?}");
    world.accept(&key, NEW_PASSWORD).await.unwrap();
}
