use std::net::IpAddr;

use backend::setup::{self, EarlierKeys, FirstAdministrator, SetUpError};
use backend::users::{self, SignInError};
use backend::{Error, Role, accounts, devices, guesses};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};
use sqlx::PgPool;

use crate::people_and_links::NEW_PASSWORD;
use crate::support::{PASSWORD, World, fresh_id, long_retention};

const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

async fn sign_in(
    world: &World,
    email: &str,
    password: &str,
) -> Result<backend::KnownPerson, SignInError> {
    sign_in_from(world, email, password, HERE, &[]).await
}

async fn sign_in_from(
    world: &World,
    email: &str,
    password: &str,
    address: IpAddr,
    tokens: &[&str],
) -> Result<backend::KnownPerson, SignInError> {
    let now = world.clock.now();
    users::sign_in(
        &world.backend,
        now,
        email,
        password,
        &address.into(),
        tokens,
    )
    .await
}

/// An address of so many, each in a network of its own.
fn network(number: u32) -> IpAddr {
    std::net::Ipv4Addr::from_bits(0x0b00_0000 + number).into()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_stranger_who_never_pauses_keeps_a_person_out_of_new_devices_only(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Launcher).await;
    let token = devices::token(&world.backend, budi, [3; devices::NONCE_BYTES]).unwrap();
    let sign_in = async |password: &str, from: u32, tokens: &[&str]| {
        sign_in_from(&world, "budi@example.com", password, network(from), tokens).await
    };
    // Of five hundred guesses at once, from a hundred networks, fifty are heard.
    let mut heard = 0;
    for number in 0..500 {
        let guess = sign_in("wrong", number / 5, &[]).await;
        heard += u32::from(matches!(guess, Err(SignInError::Wrong)));
    }
    assert_eq!(heard, 50);
    // From then on whoever is first has the turn of each half minute: the stranger, each time from another network.
    let take_turn = async |from: u32| {
        world.clock.forward(SignedDuration::from_secs(30));
        let guess = sign_in("wrong", from, &[]).await;
        assert!(matches!(guess, Err(SignInError::Wrong)), "{guess:?}");
        let new_device = sign_in(PASSWORD, 1000, &[]).await;
        assert!(
            matches!(new_device, Err(SignInError::Wait { minutes: 1 })),
            "{new_device:?}"
        );
    };
    for number in 200..220 {
        take_turn(number).await;
        // On a device that he has used, Budi is in at once, also from the network of the stranger.
        let known_device = sign_in(PASSWORD, number, &[&token]).await;
        assert_eq!(known_device.unwrap().person, budi);
    }
    // A link lets him in on a new device too, and the guesses before it make him wait no longer.
    let key = world.reset(budi, 1).await.unwrap();
    take_turn(220).await;
    assert_eq!(world.accept(&key, NEW_PASSWORD).await.unwrap(), budi);
    let new_device = sign_in(NEW_PASSWORD, 1000, &[]).await;
    assert_eq!(new_device.unwrap().person, budi);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_stranger_who_pauses_keeps_nobody_out_of_a_network_of_their_own(pool: PgPool) {
    let world = World::new(pool).await;
    for number in 0..100 {
        let _ = sign_in_from(&world, "ana@example.com", "wrong", network(number), &[]).await;
    }
    let elsewhere =
        async || sign_in_from(&world, "ana@example.com", PASSWORD, network(1000), &[]).await;
    let told = elsewhere().await;
    assert!(
        matches!(told, Err(SignInError::Wait { minutes: 1 })),
        "{told:?}"
    );
    // What strangers did only slows down: half a minute after the last guess she is in.
    world.clock.forward(SignedDuration::from_secs(30));
    assert_eq!(elsewhere().await.unwrap().person, world.caller.person);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_known_device_waits_for_its_own_failures_and_its_token_is_worth_nothing_elsewhere(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let ana = world.caller.person;
    let token = |nonce| devices::token(&world.backend, ana, [nonce; devices::NONCE_BYTES]).unwrap();
    let (one, other) = (token(1), token(2));
    let budi: backend::ids::PersonId = fresh_id();
    assert!(devices::known(&world.backend, ana, &one).is_some());
    assert!(
        devices::known(&world.backend, budi, &one).is_none(),
        "it is not his"
    );
    for forged in [
        "",
        "00",
        "zz",
        &one[2..],
        &one.replace(&one[40..44], "beef"),
    ] {
        assert!(
            devices::known(&world.backend, ana, forged).is_none(),
            "{forged}"
        );
    }
    for _ in 0..5 {
        let failed = sign_in_from(&world, "ana@example.com", "wrong", HERE, &[&one]).await;
        assert!(matches!(failed, Err(SignInError::Wrong)));
    }
    let waits = sign_in_from(&world, "ana@example.com", PASSWORD, HERE, &[&one]).await;
    assert!(matches!(waits, Err(SignInError::Wait { minutes: 1 })));
    for tokens in [&[&*other][..], &[]] {
        let heard = sign_in_from(&world, "ana@example.com", PASSWORD, HERE, tokens).await;
        assert!(heard.is_ok(), "{heard:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn guesses_at_many_people_from_many_networks_are_slowed_down_together(pool: PgPool) {
    let world = World::new(pool).await;
    let token = devices::token(
        &world.backend,
        world.caller.person,
        [3; devices::NONCE_BYTES],
    );
    let guess = async |number: u32| {
        let email = format!("nobody{number}@example.com");
        sign_in_from(&world, &email, "wrong", network(number), &[]).await
    };
    for number in 0..300 {
        assert!(matches!(guess(number).await, Err(SignInError::Wrong)));
    }
    assert!(matches!(guess(300).await, Err(SignInError::Wait { .. })));
    let known = sign_in_from(
        &world,
        "ana@example.com",
        PASSWORD,
        HERE,
        &[&token.unwrap()],
    )
    .await;
    assert!(known.is_ok(), "{known:?}");
    world.clock.forward(SignedDuration::from_secs(2));
    assert!(matches!(guess(300).await, Err(SignInError::Wrong)));
    assert!(matches!(guess(301).await, Err(SignInError::Wait { .. })));
}

#[sqlx::test(migrations = "../../migrations")]
async fn failures_do_not_tell_who_it_was_and_are_forgotten_after_a_day(pool: PgPool) {
    let world = World::new(pool).await;
    let _ = sign_in(&world, "ana@example.com", "wrong").await;
    let subjects: Vec<Vec<u8>> = sqlx::query_scalar("select subject from sign_in_failures")
        .fetch_all(world.backend.pool())
        .await
        .unwrap();
    assert_eq!(subjects.len(), 4);
    let plain = Sha256::digest("person:ana@example.com").to_vec();
    assert!(
        !subjects.contains(&plain),
        "it can be found by trying emails"
    );
    world.clock.forward(SignedDuration::from_hours(24));
    let count = async || -> i64 {
        guesses::delete_old(&world.backend, world.clock.now())
            .await
            .unwrap();
        let count = sqlx::query_scalar("select count(*) from sign_in_failures");
        count.fetch_one(world.backend.pool()).await.unwrap()
    };
    assert_eq!(count().await, 4);
    world.clock.forward(SignedDuration::from_secs(1));
    assert_eq!(count().await, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_right_password_signs_in_whatever_the_case_of_the_email(pool: PgPool) {
    let world = World::new(pool).await;
    let caller = sign_in(&world, " Ana@Example.COM ", PASSWORD)
        .await
        .unwrap();
    assert_eq!(caller.person, world.caller.person);
    let caller = world.known(caller).await;
    assert_eq!(caller.role, Role::Administrator);
}

#[sqlx::test(migrations = "../../migrations")]
async fn after_five_failures_each_makes_a_person_wait_longer_and_a_success_ends_it(pool: PgPool) {
    let world = World::new(pool).await;
    let fails = async || {
        let failed = sign_in(&world, "ana@example.com", "wrong").await;
        assert!(matches!(failed, Err(SignInError::Wrong)), "{failed:?}");
    };
    for _ in 0..5 {
        fails().await;
    }
    for minutes in [1, 2, 4, 8, 15, 15] {
        let told = sign_in(&world, "ana@example.com", PASSWORD).await;
        assert!(
            matches!(told, Err(SignInError::Wait { minutes: told }) if told == minutes),
            "{told:?} instead of {minutes}"
        );
        world
            .clock
            .forward(SignedDuration::from_mins(minutes.into()));
        fails().await;
    }
    world.clock.forward(SignedDuration::from_mins(15));
    sign_in(&world, "ana@example.com", PASSWORD).await.unwrap();
    // The next failures cost nothing again.
    for _ in 0..4 {
        fails().await;
    }
    sign_in(&world, "ana@example.com", PASSWORD).await.unwrap();
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
async fn set_up(world: &World, key: &str) -> Result<backend::KnownPerson, SetUpError> {
    let new = FirstAdministrator {
        id: fresh_id(),
        key,
        email: "li@example.com",
        name: "Li",
        password: PASSWORD,
        retention: &long_retention(),
    };
    setup::create_administrator(&world.backend, world.clock.now(), new, &HERE.into()).await
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
