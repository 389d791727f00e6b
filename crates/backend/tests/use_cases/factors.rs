//! Second factors: authenticator apps, recovery codes, and confirming who one is.

use backend::factors::{self, FactorError, FirstFactor, SecondFactors, WaitingSignIn};
use backend::people;
use backend::sessions::{self, Found};
use backend::{Caller, Error, Role};
use jiff::{SignedDuration, Timestamp};
use leads::Action;
use sqlx::PgPool;
use totp_rs::{Builder, Secret};

use crate::support::{PASSWORD, World, fresh_id};

pub const SEED: [u8; factors::SEED_BYTES] = *b"12345678901234567890";

/// The code that the app of [`SEED`] shows then.
pub fn code(at: Timestamp) -> String {
    let app = Builder::new().with_secret(SEED.to_vec()).build().unwrap();
    app.generate(at.as_second().unsigned_abs()).to_string()
}

fn step() -> SignedDuration {
    SignedDuration::from_secs(30)
}

/// Randomness for ten codes, none like another.
pub fn random(first: u8) -> factors::RecoveryRandom {
    std::array::from_fn(|code| {
        let code = u8::try_from(code).unwrap();
        std::array::from_fn(|at| {
            first.wrapping_add(code).wrapping_mul(7) ^ u8::try_from(at).unwrap()
        })
    })
}

impl World {
    /// A world whose administrator comes with the session `anas`.
    pub async fn with_factors(pool: PgPool) -> World {
        let mut world = World::new(pool).await;
        world.session("anas", world.caller.person).await;
        world.caller = world.caller_of("anas").await;
        world
    }

    /// Whoever comes with that session.
    pub async fn caller_of(&self, session: &str) -> Caller {
        let found = self.found(session).await.expect("a session that is there");
        let person = found.person.expect("a session of somebody");
        person.into_caller(&self.backend).unwrap()
    }

    async fn found(&self, session: &str) -> Option<Found> {
        let found = sessions::find(self.backend.pool(), session, self.clock.now()).await;
        found.unwrap()
    }

    /// Sets up an app for the caller; the recovery codes that came with it.
    pub async fn set_up_app(&self) -> Vec<String> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        factors::start_app(backend, caller, now, fresh_id(), (SEED, [3; 24]))
            .await
            .unwrap();
        let change = factors::confirm_app(backend, caller, now, &code(now), random(1)).await;
        // The code of this step is used.
        self.clock.forward(step() * 2);
        change.unwrap().recovery_codes
    }

    async fn waits(&self) -> WaitingSignIn {
        let caller = self.sign_in_as("ana@example.com", PASSWORD).await.unwrap();
        match caller.first_factor(self.clock.now()) {
            FirstFactor::Waits(waiting) => waiting,
            FirstFactor::Complete(_) => panic!("the password alone is enough"),
        }
    }

    pub async fn finish(&self, waiting: &WaitingSignIn, code: &str) -> Result<(), FactorError> {
        let client = std::net::IpAddr::from([127, 0, 0, 1]).into();
        let finished =
            factors::finish_sign_in(&self.backend, self.clock.now(), waiting, code, &client).await;
        finished.map(|sign_in| assert_eq!(sign_in.person, self.caller.person))
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_seed_of_an_app_is_shown_to_its_person_and_encrypted_for_everybody_else(pool: PgPool) {
    let world = World::with_factors(pool.clone()).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    factors::start_app(backend, caller, now, fresh_id(), (SEED, [3; 24]))
        .await
        .unwrap();
    let shown = factors::app_setup(backend, caller, now)
        .await
        .unwrap()
        .unwrap();
    let key = Secret::try_from_base32(shown.key.replace(' ', "")).unwrap();
    assert_eq!(key.as_bytes(), SEED);
    assert!(shown.qr.len() > 20 && shown.qr.iter().all(|row| row.len() == shown.qr.len()));
    let stored: Vec<u8> = sqlx::query_scalar("select seed from totp_factors")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert!(!stored.windows(SEED.len()).any(|bytes| bytes == SEED));
    assert!(
        !world.caller_of("anas").await.has_second_factor,
        "not before a code"
    );
    world.clock.forward(SignedDuration::from_mins(9));
    let late = factors::app_setup(backend, caller, world.clock.now()).await;
    assert!(late.unwrap().is_some());
    world.clock.forward(SignedDuration::from_mins(2));
    let unconfirmed = factors::app_setup(backend, caller, world.clock.now()).await;
    assert!(matches!(unconfirmed, Err(Error::Forbidden(_))));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_code_signs_in_once_after_the_password(pool: PgPool) {
    let world = World::with_factors(pool).await;
    assert_eq!(world.set_up_app().await.len(), factors::RECOVERY_CODES);
    let waiting = world.waits().await;
    let now = world.clock.now();
    for wrong in [
        "000000",
        "",
        &code(now - step() * 2),
        &code(now + step() * 2),
    ] {
        let refused = world.finish(&waiting, wrong).await;
        assert!(
            matches!(refused, Err(FactorError::Wrong)),
            "{wrong} {refused:?}"
        );
    }
    world.finish(&waiting, &code(now)).await.unwrap();
    let replayed = world.finish(&waiting, &code(now)).await;
    assert!(matches!(replayed, Err(FactorError::Wrong)), "{replayed:?}");
    let earlier = world.finish(&waiting, &code(now - step())).await;
    assert!(
        matches!(earlier, Err(FactorError::Wrong)),
        "an earlier code than the last: {earlier:?}"
    );
    world.finish(&waiting, &code(now + step())).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_two_requests_with_the_same_code_one_is_let_in(pool: PgPool) {
    let world = World::with_factors(pool).await;
    let codes = world.set_up_app().await;
    let waiting = world.waits().await;
    for code in [&code(world.clock.now()), &codes[3]] {
        let (one, other) = tokio::join!(world.finish(&waiting, code), world.finish(&waiting, code));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_recovery_code_works_once_and_new_ones_take_the_place_of_the_old(pool: PgPool) {
    let mut world = World::with_factors(pool.clone()).await;
    let codes = world.set_up_app().await;
    world.caller = world.caller_of("anas").await;
    let waiting = world.waits().await;
    world
        .finish(&waiting, &codes[0].to_lowercase().replace('-', " "))
        .await
        .unwrap();
    let again = world.finish(&waiting, &codes[0]).await;
    assert!(matches!(again, Err(FactorError::Wrong)));
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let view = factors::view(backend, caller, now).await.unwrap();
    assert_eq!(view.recovery_codes, 9);
    let new = factors::new_recovery_codes(backend, caller, now, random(50))
        .await
        .unwrap();
    assert!(world.finish(&waiting, &codes[1]).await.is_err());
    world
        .finish(&waiting, &new.recovery_codes[1])
        .await
        .unwrap();
    let stored: Vec<Vec<u8>> = sqlx::query_scalar("select digest from recovery_codes")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(stored.len(), 9);
    assert!(stored.iter().all(|digest| digest.len() == 32));
}

#[sqlx::test(migrations = "../../migrations")]
async fn wrong_codes_make_the_person_wait_longer_and_longer_and_never_for_good(pool: PgPool) {
    let world = World::with_factors(pool).await;
    world.set_up_app().await;
    let mut waiting = world.waits().await;
    for _ in 0..5 {
        world.finish(&waiting, "000000").await.unwrap_err();
    }
    let waits = world.finish(&waiting, &code(world.clock.now())).await;
    assert!(
        matches!(waits, Err(FactorError::Wait { minutes: 1 })),
        "{waits:?}"
    );
    world.clock.forward(SignedDuration::from_secs(30));
    let refused = world.finish(&waiting, "000000").await;
    assert!(matches!(refused, Err(FactorError::Wrong)));
    world.clock.forward(SignedDuration::from_secs(59));
    assert!(matches!(
        world.finish(&waiting, "000000").await,
        Err(FactorError::Wait { .. })
    ));
    world.clock.forward(SignedDuration::from_mins(4));
    waiting = world.waits().await;
    world
        .finish(&waiting, &code(world.clock.now()))
        .await
        .unwrap();
    // What was wrong before the right one is forgotten.
    for _ in 0..5 {
        let refused = world.finish(&waiting, "000000").await;
        assert!(matches!(refused, Err(FactorError::Wrong)), "{refused:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_takes_longer_than_five_minutes_begins_again(pool: PgPool) {
    let world = World::with_factors(pool).await;
    world.set_up_app().await;
    let waiting = world.waits().await;
    world.clock.forward(SignedDuration::from_secs(299));
    assert!(
        world
            .finish(&waiting, "000000")
            .await
            .is_err_and(|error| matches!(error, FactorError::Wrong))
    );
    world.clock.forward(SignedDuration::from_secs(1));
    let over = world.finish(&waiting, &code(world.clock.now())).await;
    assert!(matches!(over, Err(FactorError::Over)));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_change_of_factors_ends_the_other_sessions_and_keeps_this_one(pool: PgPool) {
    let mut world = World::with_factors(pool).await;
    world.session("other", world.caller.person).await;
    world.set_up_app().await;
    assert!(world.is_signed_in("anas").await && !world.is_signed_in("other").await);
    world.caller = world.caller_of("anas").await;
    assert!(world.caller.has_second_factor);
    world.session("other", world.caller.person).await;
    factors::new_recovery_codes(&world.backend, &world.caller, world.clock.now(), random(9))
        .await
        .unwrap();
    assert!(world.is_signed_in("anas").await && !world.is_signed_in("other").await);
    world.caller = world.caller_of("anas").await;
    world.session("other", world.caller.person).await;
    factors::remove_app(&world.backend, &world.caller, world.clock.now())
        .await
        .unwrap();
    assert!(world.is_signed_in("anas").await && !world.is_signed_in("other").await);
    let caller = world.caller_of("anas").await;
    assert!(!caller.has_second_factor);
    let view = factors::view(&world.backend, &caller, world.clock.now())
        .await
        .unwrap();
    assert_eq!((view.is_empty(), view.recovery_codes), (true, 0));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_last_factor_stays_where_it_is_needed_or_the_password_is_short(pool: PgPool) {
    let mut world = World::with_factors(pool.clone()).await;
    world.set_up_app().await;
    world.caller = world.caller_of("anas").await;
    let now = world.clock.now();
    people::change_password(&world.backend, &world.caller, now, PASSWORD, "harbour7")
        .await
        .unwrap();
    world.session("anas", world.caller.person).await;
    world.caller = world.caller_of("anas").await;
    let refused = factors::remove_app(&world.backend, &world.caller, now).await;
    assert!(
        matches!(&refused, Err(Error::Conflict(text)) if text.to_string().contains("at least 15 characters")),
        "{refused:?}"
    );
    people::change_password(&world.backend, &world.caller, now, "harbour7", PASSWORD)
        .await
        .unwrap();
    world.session("anas", world.caller.person).await;
    world.caller = world.caller_of("anas").await;
    let strict = world
        .backend
        .clone()
        .with_second_factors(SecondFactors::Required);
    let refused = factors::remove_app(&strict, &world.caller, now).await;
    assert!(
        matches!(&refused, Err(Error::Conflict(text)) if text.to_string().contains("You need a second factor")),
        "{refused:?}"
    );
    factors::remove_app(&world.backend, &world.caller, now)
        .await
        .unwrap();
    let caller = world.caller_of("anas").await;
    let short = people::change_password(&world.backend, &caller, now, PASSWORD, "harbour7").await;
    assert!(
        short.is_err(),
        "8 characters are too few without a second factor"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_needs_a_second_factor_and_has_none_may_do_nothing_else(pool: PgPool) {
    let mut world = World::with_factors(pool).await;
    world.backend = world
        .backend
        .clone()
        .with_second_factors(SecondFactors::Required);
    for (email, role, owes) in [
        ("v@example.com", Role::Viewer, false),
        ("p@example.com", Role::Preparer, false),
        ("l@example.com", Role::Launcher, true),
        ("a@example.com", Role::Administrator, true),
    ] {
        let person = world.add(email, role).await;
        world.session(email, person).await;
        let caller = world.caller_of(email).await;
        assert_eq!(caller.owes_second_factor, owes, "{role:?}");
        assert_eq!(caller.must(Action::See).is_err(), owes, "{role:?}");
        let (everybody, nobody) = (SecondFactors::Everybody, SecondFactors::Optional);
        assert!(
            everybody.needed_by(role) && !nobody.needed_by(role),
            "{role:?}"
        );
    }
    world.set_up_app().await;
    world
        .caller_of("anas")
        .await
        .must(Action::Administer)
        .unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_happens_to_second_factors_is_in_the_audit_log(pool: PgPool) {
    let world = World::with_factors(pool).await;
    world.set_up_app().await;
    let waiting = world.waits().await;
    let wrong = world.finish(&waiting, "000000").await;
    assert!(matches!(wrong, Err(FactorError::Wrong)), "{wrong:?}");
    let right = code(world.clock.now());
    world.finish(&waiting, &right).await.unwrap();
    let told: Vec<(String, serde_json::Value)> = sqlx::query_as(
        "select action, detail from audit_log \
         where action in ('second_factors_changed', 'sign_in_refused') order by number",
    )
    .fetch_all(world.backend.pool())
    .await
    .unwrap();
    let told: Vec<String> = told
        .iter()
        .map(|(action, detail)| format!("{action} {}{}", detail["change"], detail["reason"]))
        .collect();
    assert_eq!(
        told,
        [
            "second_factors_changed \"app_added\"null",
            "sign_in_refused null\"wrong_code\""
        ]
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_request_that_was_under_way_when_its_session_ended_adds_no_factor(pool: PgPool) {
    let world = World::with_factors(pool).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    factors::start_app(backend, caller, now, fresh_id(), (SEED, [3; 24]))
        .await
        .unwrap();
    let session = caller.session.as_ref().expect("a session");
    people::end_session(backend, caller, now, session.handle.as_str())
        .await
        .unwrap();
    let late = factors::confirm_app(backend, caller, now, &code(now), random(1)).await;
    assert!(matches!(late, Err(FactorError::Failed(Error::Conflict(_)))));
    let begun = factors::start_app(backend, caller, now, fresh_id(), (SEED, [4; 24])).await;
    assert!(matches!(begun, Err(Error::Conflict(_))), "{begun:?}");
    let confirmed: i64 = sqlx::query_scalar("select count(confirmed_at) from totp_factors")
        .fetch_one(backend.pool())
        .await
        .unwrap();
    assert_eq!(confirmed, 0);
}
