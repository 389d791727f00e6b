use std::net::IpAddr;

use backend::setup::{self, EarlierKeys, FirstAdministrator, SetUpError};
use backend::users::{self, SignInError};
use backend::{Error, Role, accounts};
use jiff::SignedDuration;
use sqlx::PgPool;

use crate::support::{PASSWORD, World, fresh_id};

const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

async fn sign_in(
    world: &World,
    email: &str,
    password: &str,
) -> Result<backend::Caller, SignInError> {
    users::sign_in(&world.backend, world.clock.now(), email, password, HERE).await
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_right_password_signs_in_whatever_the_case_of_the_email(pool: PgPool) {
    let world = World::new(pool).await;
    let caller = sign_in(&world, " Ana@Example.COM ", PASSWORD)
        .await
        .unwrap();
    assert_eq!(caller.person, world.caller.person);
    assert_eq!(caller.role, Role::Administrator);
}

#[sqlx::test(migrations = "../../migrations")]
async fn five_failures_make_a_person_wait_and_the_wait_ends(pool: PgPool) {
    let world = World::new(pool).await;
    for _ in 0..5 {
        let failed = sign_in(&world, "ana@example.com", "wrong").await;
        assert!(matches!(failed, Err(SignInError::Wrong)));
    }
    world.clock.forward(SignedDuration::from_mins(5));
    let told = sign_in(&world, "ana@example.com", PASSWORD).await;
    assert!(
        matches!(told, Err(SignInError::Wait { minutes: 10 })),
        "{told:?}"
    );
    world.clock.forward(SignedDuration::from_mins(11));
    assert!(sign_in(&world, "ana@example.com", PASSWORD).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn many_attempts_at_once_are_heard_no_more_than_many_in_a_row(pool: PgPool) {
    let world = World::new(pool).await;
    let attempts = (0..12).map(|_| sign_in(&world, "ana@example.com", "wrong"));
    let answers = futures::future::join_all(attempts).await;
    let heard = answers
        .iter()
        .filter(|answer| matches!(answer, Err(SignInError::Wrong)))
        .count();
    assert!(heard <= 5, "{heard}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_address_waits_after_failures_for_many_people(pool: PgPool) {
    let world = World::new(pool).await;
    for index in 0..30 {
        let failed = sign_in(&world, &format!("nobody{index}@example.com"), "wrong").await;
        assert!(matches!(failed, Err(SignInError::Wrong)));
    }
    assert!(matches!(
        sign_in(&world, "ana@example.com", PASSWORD).await,
        Err(SignInError::Wait { .. })
    ));
}

/// Somebody with that key, everything else good.
async fn set_up(world: &World, key: &str) -> Result<backend::Caller, SetUpError> {
    let new = FirstAdministrator {
        id: fresh_id(),
        key,
        email: "li@example.com",
        name: "Li",
        password: PASSWORD,
    };
    setup::create_administrator(&world.backend, world.clock.now(), new, HERE).await
}

/// Nobody can sign in any more; keys made of those bytes one after the other, and what becomes of the earlier ones.
async fn keys<const N: usize>(
    world: &World,
    pool: &PgPool,
    made: [(u8, EarlierKeys); N],
) -> [String; N] {
    sqlx::query("delete from users")
        .execute(pool)
        .await
        .unwrap();
    let mut keys = [const { String::new() }; N];
    for (key, (byte, earlier)) in keys.iter_mut().zip(made) {
        let random = [byte; setup::KEY_BYTES];
        let made = setup::make_key(&world.backend, world.clock.now(), random, earlier).await;
        *key = made.unwrap().expect("nobody can sign in");
    }
    keys
}

#[sqlx::test(migrations = "../../migrations")]
async fn there_is_no_set_up_key_once_somebody_can_sign_in(pool: PgPool) {
    let world = World::new(pool).await;
    let random = [9; setup::KEY_BYTES];
    let made = setup::make_key(&world.backend, world.clock.now(), random, EarlierKeys::Die).await;
    assert_eq!(made.unwrap(), None);
    assert!(!setup::is_needed(&world.backend).await.unwrap());
    assert!(matches!(set_up(&world, "any").await, Err(SetUpError::Done)));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_set_up_key_works_once_and_dies_by_a_new_one_only_when_told_to(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let made = [
        (1, EarlierKeys::Stay),
        (2, EarlierKeys::Die),
        (3, EarlierKeys::Stay),
    ];
    let [dead, second, third] = keys(&world, &pool, made).await;
    assert!(matches!(
        set_up(&world, &dead).await,
        Err(SetUpError::WrongKey)
    ));
    // Two people at once, each with a key that works: one of them is the first administrator.
    let (one, other) = tokio::join!(set_up(&world, &second), set_up(&world, &third));
    assert_eq!([&one, &other].iter().filter(|made| made.is_ok()).count(), 1);
    assert!(matches!(
        set_up(&world, &second).await,
        Err(SetUpError::Done)
    ));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_set_up_key_works_for_one_hour_of_the_clock(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let [key] = keys(&world, &pool, [(1, EarlierKeys::Stay)]).await;
    world.clock.forward(SignedDuration::from_mins(60));
    assert!(matches!(
        set_up(&world, &key).await,
        Err(SetUpError::WrongKey)
    ));
    let [key] = keys(&world, &pool, [(2, EarlierKeys::Stay)]).await;
    world.clock.forward(SignedDuration::from_secs(59 * 60 + 59));
    assert!(set_up(&world, &key).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn many_keys_at_once_are_heard_no_more_than_five(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    keys(&world, &pool, [(1, EarlierKeys::Stay)]).await;
    let answers = futures::future::join_all((0..12).map(|_| set_up(&world, "guess"))).await;
    let heard = answers
        .iter()
        .filter(|answer| matches!(answer, Err(SetUpError::WrongKey)));
    assert!(heard.count() <= 5);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_email_is_taken_once(pool: PgPool) {
    let world = World::new(pool).await;
    let now = world.clock.now();
    let add = users::add(
        &world.backend,
        now,
        fresh_id(),
        "ANA@example.com",
        "Another Ana",
        PASSWORD,
        Role::Launcher,
    )
    .await;
    let Err(Error::Problems(problems)) = add else {
        panic!("{add:?}")
    };
    assert_eq!(problems[0].input, "email");
}

#[sqlx::test(migrations = "../../migrations")]
async fn members_may_not_see_or_save_settings(pool: PgPool) {
    let world = World::new(pool).await;
    let member = backend::Caller {
        role: Role::Launcher,
        ..world.caller.clone()
    };
    let now = world.clock.now();
    let form = accounts::settings(&world.caller, now).unwrap().form;
    assert!(matches!(
        accounts::settings(&member, now),
        Err(Error::Forbidden(_))
    ));
    let saved = accounts::save(&world.backend, &member, now, &form).await;
    assert!(matches!(saved, Err(Error::Forbidden(_))));
}
