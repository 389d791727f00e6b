use std::net::IpAddr;

use backend::users::{self, SignInError};
use backend::{Error, Role, accounts, setup};
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

#[sqlx::test(migrations = "../../migrations")]
async fn the_set_up_key_works_once_and_only_the_newest(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let now = world.clock.now();
    assert_eq!(
        setup::make_key(&world.backend, now, [9; 32]).await.unwrap(),
        None
    );
    sqlx::query("delete from users")
        .execute(&pool)
        .await
        .unwrap();
    let old = setup::make_key(&world.backend, now, [1; 32])
        .await
        .unwrap()
        .unwrap();
    let new = setup::make_key(&world.backend, now, [2; 32])
        .await
        .unwrap()
        .unwrap();
    assert!(!setup::is_open(&world.backend, &old).await.unwrap());
    let make = |key: &str| {
        let key = key.to_owned();
        let backend = world.backend.clone();
        async move {
            setup::create_administrator(
                &backend,
                now,
                fresh_id(),
                &key,
                "li@example.com",
                "Li",
                PASSWORD,
            )
            .await
        }
    };
    assert!(matches!(make(&old).await, Err(Error::NotFound)));
    let (first, second) = tokio::join!(make(&new), make(&new));
    assert_eq!(
        [&first, &second].iter().filter(|made| made.is_ok()).count(),
        1
    );
    assert!(!setup::is_open(&world.backend, &new).await.unwrap());
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
        Role::Member,
    )
    .await;
    let Err(Error::Faults(faults)) = add else {
        panic!("{add:?}")
    };
    assert_eq!(faults[0].input, "email");
}

#[sqlx::test(migrations = "../../migrations")]
async fn members_may_not_see_or_save_settings(pool: PgPool) {
    let world = World::new(pool).await;
    let member = backend::Caller {
        role: Role::Member,
        ..world.caller.clone()
    };
    let form = accounts::settings(&world.backend, &world.caller)
        .await
        .unwrap()
        .form;
    assert!(matches!(
        accounts::settings(&world.backend, &member).await,
        Err(Error::Forbidden(_))
    ));
    let saved = accounts::save(&world.backend, &member, world.clock.now(), &form).await;
    assert!(matches!(saved, Err(Error::Forbidden(_))));
}
