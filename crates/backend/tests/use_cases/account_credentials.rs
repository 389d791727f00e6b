//! What each account signs in with at the provider, and that one whose provider is down keeps no other from its calls.

use std::sync::Arc;

use airudder_sandbox::{DEFAULT_APP_KEY, DEFAULT_APP_SECRET};
use backend::encryption::{EncryptionKeys, KEY_BYTES};
use backend::installation::{Installation, ProviderAccount};
use backend::rotation::{Rotated, rotate};
use backend::{Error, accounts, credentials, layout, robots, users};
use leads::views::{CredentialsForm, NewAccountForm};
use sqlx::PgPool;

use crate::accounts::{count, mexico};
use crate::support::{World, encryption_keys, fresh_id};

fn of_sandbox(secret: &str) -> CredentialsForm {
    CredentialsForm {
        app_key: DEFAULT_APP_KEY.to_owned(),
        app_secret: secret.to_owned(),
    }
}

/// An installation whose accounts sign in as they say, or with the credentials of the sandbox; the account of the world nowhere.
async fn with_credentials(world: &World) -> Installation {
    with_credentials_read_by(world, encryption_keys()).await
}

/// The same with those keys.
async fn with_credentials_read_by(world: &World, keys: EncryptionKeys) -> Installation {
    let (url, first) = (world.provider_url(), world.caller.account.id);
    let connect = move |account: ProviderAccount| {
        let url = match account.id == first {
            true => "http://127.0.0.1:9".to_owned(),
            false => url.clone(),
        };
        Box::pin(async move {
            let usual = airudder::Credentials::Key {
                app_key: DEFAULT_APP_KEY.to_owned(),
                app_secret: airudder::Secret::new(DEFAULT_APP_SECRET),
            };
            let first = airudder::Credentials::Key {
                app_key: "of-the-first-account".to_owned(),
                app_secret: airudder::Secret::new(DEFAULT_APP_SECRET),
            };
            let usual = if account.is_first { first } else { usual };
            let credentials = account.credentials.unwrap_or(usual);
            let config = airudder::Config::new(url.parse().unwrap(), credentials);
            Ok(airudder::Client::new(config).unwrap())
        }) as futures::future::BoxFuture<'static, Result<airudder::Client, Error>>
    };
    let backend = world.of_no_account(false).await.with_encryption_keys(keys);
    Installation::new(backend, Arc::new(connect))
}

/// Adds an account that signs in with the credentials of the sandbox.
async fn second_account(world: &World, installation: &Installation) -> String {
    let form = NewAccountForm {
        credentials: of_sandbox(DEFAULT_APP_SECRET),
        ..mexico()
    };
    let (now, id) = (world.clock.now(), (fresh_id(), [9; 24]));
    accounts::create(installation, &world.caller, now, &form, id)
        .await
        .unwrap()
}

fn wrong_inputs<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<String> {
    match result {
        Err(Error::Problems(problems)) => {
            problems.into_iter().map(|problem| problem.input).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn credentials_are_tried_out_and_kept_encrypted(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (now, id) = (world.clock.now(), (fresh_id(), [9; 24]));
    let (installation, caller) = (with_credentials(&world).await, &world.caller);
    let made = accounts::create(&installation, caller, now, &mexico(), id).await;
    assert_eq!(wrong_inputs(made), ["app_key", "app_secret"]);
    let with = |secret: &str| NewAccountForm {
        credentials: of_sandbox(secret),
        ..mexico()
    };
    let made = accounts::create(&installation, caller, now, &with("another"), id).await;
    assert_eq!(wrong_inputs(made), ["app_key"]);
    assert_eq!(count(&pool, "accounts").await, 1, "nothing was kept");
    let made = accounts::create(&installation, caller, now, &with(DEFAULT_APP_SECRET), id).await;
    let slug = made.unwrap();
    let sealed: Vec<u8> = sqlx::query_scalar("select sealed from account_credentials")
        .fetch_one(&pool)
        .await
        .unwrap();
    let secret = DEFAULT_APP_SECRET.as_bytes();
    assert!(!sealed.windows(secret.len()).any(|window| window == secret));
    let account = installation.with_slug(&slug).unwrap().backend;
    let administrator = users::caller(&account, caller.person)
        .await
        .unwrap()
        .unwrap();
    let wrong = of_sandbox("another");
    let changed = credentials::change(&installation, &administrator, now, &wrong, [8; 24]).await;
    assert_eq!(wrong_inputs(changed), ["app_key"]);
    let right = of_sandbox(DEFAULT_APP_SECRET);
    let changed = credentials::change(&installation, &administrator, now, &right, [8; 24]).await;
    changed.unwrap();
    let version: i64 = sqlx::query_scalar("select version from account_credentials")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(version, 2, "other processes are told by it");
    // Copied to another account they are of no use.
    sqlx::query("update account_credentials set account_id = $1")
        .bind(caller.account.id)
        .execute(&pool)
        .await
        .unwrap();
    let elsewhere = with_credentials(&world).await;
    elsewhere.refresh().await.unwrap();
    let first = elsewhere.account(caller.account.id).unwrap();
    assert!(!first.is_usable, "it calls nobody");
    assert!(layout::provider_down(&first.backend, caller).is_some());
    assert!(
        elsewhere.with_slug(&slug).unwrap().is_usable,
        "the other works on"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_provider_that_is_down_for_one_account_is_not_for_another(pool: PgPool) {
    let world = World::new(pool).await;
    let installation = with_credentials(&world).await;
    let now = world.clock.now();
    let slug = second_account(&world, &installation).await;
    let ours = installation
        .account(world.caller.account.id)
        .unwrap()
        .backend;
    let theirs = installation.with_slug(&slug).unwrap().backend;
    let caller = users::caller(&theirs, world.caller.person)
        .await
        .unwrap()
        .unwrap();
    for _ in 0..5 {
        assert!(robots::refresh(&ours, &world.caller, now).await.is_err());
    }
    assert!(layout::provider_down(&ours, &world.caller).is_some());
    assert_eq!(layout::provider_down(&theirs, &caller), None);
    robots::refresh(&theirs, &caller, now).await.unwrap();
}

/// Whether what was encrypted anew is an account's, and how many secrets it were.
async fn rotations(pool: &PgPool) -> Vec<(bool, i64)> {
    sqlx::query_as(
        "select account is not null, (detail ->> 'secrets')::bigint from audit_log \
         where action = 'secrets_encrypted_anew' order by number",
    )
    .fetch_all(pool)
    .await
    .unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn credentials_are_encrypted_anew_and_what_was_done_before_a_failure_is_on_record(
    pool: PgPool,
) {
    let world = World::new(pool.clone()).await;
    let (installation, now) = (with_credentials(&world).await, world.clock.now());
    let slug = second_account(&world, &installation).await;
    let theirs = installation.with_slug(&slug).unwrap().backend;
    let theirs = users::caller(&theirs, world.caller.person)
        .await
        .unwrap()
        .unwrap();
    let (ours, theirs) = (world.caller.account.id, theirs.account.id);
    let give_to = async |account| {
        sqlx::query("update account_credentials set account_id = $1")
            .bind(account)
            .execute(&pool)
            .await
            .unwrap();
    };
    let written = |byte| EncryptionKeys::written(&[byte; KEY_BYTES]);
    let both = EncryptionKeys::parse(&format!("{} {}", written(8), written(7))).unwrap();
    let backend = world.backend.clone().with_encryption_keys(both);
    // Of another account they cannot be read.
    give_to(ours).await;
    let stopped = rotate(&backend, now, || [5; 24]).await;
    assert!(matches!(stopped, Err(Error::Encryption(_))), "{stopped:?}");
    assert_eq!(rotations(&pool).await, [(false, 1)]);
    give_to(theirs).await;
    let rotated = Rotated {
        secrets: 2,
        encrypted_anew: 1,
    };
    assert_eq!(rotate(&backend, now, || [6; 24]).await.unwrap(), rotated);
    let all = [(false, 1), (false, 0), (true, 1)];
    assert_eq!(rotations(&pool).await, all);
}

#[sqlx::test(migrations = "../../migrations")]
async fn credentials_encrypted_anew_are_read_with_the_new_key_alone(pool: PgPool) {
    let world = World::new(pool).await;
    let installation = with_credentials(&world).await;
    let now = world.clock.now();
    let slug = second_account(&world, &installation).await;
    let written = |byte| EncryptionKeys::written(&[byte; KEY_BYTES]);
    let new = || EncryptionKeys::parse(&written(8)).unwrap();
    let both = EncryptionKeys::parse(&format!("{},{}", written(8), written(7))).unwrap();
    let is_read_by = async |keys: EncryptionKeys| {
        let installation = with_credentials_read_by(&world, keys).await;
        installation.refresh().await.unwrap();
        installation.with_slug(&slug).unwrap().is_usable
    };
    assert!(is_read_by(encryption_keys()).await && !is_read_by(new()).await);
    let with_both = installation.backend().clone().with_encryption_keys(both);
    // The other secret is the key of the do-not-call lists.
    let done = |encrypted_anew| Rotated {
        secrets: 2,
        encrypted_anew,
    };
    assert_eq!(rotate(&with_both, now, || [5; 24]).await.unwrap(), done(2));
    assert_eq!(rotate(&with_both, now, || [6; 24]).await.unwrap(), done(0));
    assert!(is_read_by(new()).await && !is_read_by(encryption_keys()).await);
    let installation = with_credentials_read_by(&world, new()).await;
    installation.refresh().await.unwrap();
    let account = installation.with_slug(&slug).unwrap().backend;
    let caller = users::caller(&account, world.caller.person).await;
    let caller = caller.unwrap().unwrap();
    robots::refresh(&account, &caller, now).await.unwrap();
}
