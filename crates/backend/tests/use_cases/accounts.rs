//! Several accounts: what keeps their rows, their people and their calls apart.

use std::sync::Arc;
use std::time::Duration;

use airudder_sandbox::{DEFAULT_APP_KEY, DEFAULT_APP_SECRET};
use backend::ids::DraftId;
use backend::installation::{Installation, ProviderAccount};
use backend::people::{self, By};
use backend::{Backend, Caller, Error, Role, accounts, credentials, drafts, layout, robots, tasks};
use backend::{users, worker};
use leads::states::BatchState;
use leads::views::{CredentialsForm, NewAccountForm, TaskQuery};
use sqlx::PgPool;

use crate::support::{World, fresh_id, many};

/// Tables whose rows are of no account, or are found before it is known for which one a request is.
const OF_NO_ACCOUNT: [&str; 16] = [
    "_sqlx_migrations",
    "account_roles",
    "audit_log",
    "audit_log_head",
    "audit_log_pending",
    "audit_log_signed_heads",
    "event_heads",
    "one_time_links",
    "passkey_challenges",
    "passkeys",
    "push_addresses",
    "recovery_codes",
    "setup_keys",
    "sign_in_failures",
    "totp_factors",
    "users",
];

/// What Postgres answers where row-level security refuses a row (class 42 of its error codes).
const REFUSED_ROW: &str = "42501";

fn mexico() -> NewAccountForm {
    NewAccountForm {
        name: "DIDI México".to_owned(),
        country: "MX".to_owned(),
        zone: "America/Mexico_City".to_owned(),
        platform: "DIDI".to_owned(),
        credentials: CredentialsForm::default(),
    }
}

fn of_sandbox(secret: &str) -> CredentialsForm {
    CredentialsForm {
        app_key: DEFAULT_APP_KEY.to_owned(),
        app_secret: secret.to_owned(),
    }
}

/// An account beside the one of the world, and its administrator, who is that of the world too.
struct Other {
    installation: Installation,
    backend: Backend,
    caller: Caller,
}

impl World {
    async fn other_account(&self) -> Other {
        let base = self.of_no_account(true).await;
        let installation = Installation::with_one_client(base, self.provider.clone());
        let (now, id) = (self.clock.now(), (fresh_id(), [9; 24]));
        let slug = accounts::create(&installation, &self.caller, now, &mexico(), id).await;
        assert_eq!(slug.unwrap(), "didi-m-xico");
        let backend = installation.with_slug("didi-m-xico").unwrap().backend;
        let caller = users::caller(&backend, self.caller.person).await;
        Other {
            installation,
            backend,
            caller: caller.unwrap().unwrap(),
        }
    }

    async fn states_by_batch(&self, task: backend::ids::TaskId) -> Vec<BatchState> {
        let batches = self.task(task).await.batches;
        batches.into_iter().map(|batch| batch.state).collect()
    }
}

async fn count(pool: &PgPool, table: &str) -> i64 {
    let statement = format!("select count(*) from {table}");
    sqlx::query_scalar(&statement)
        .fetch_one(pool)
        .await
        .unwrap()
}

fn code(error: &sqlx::Error) -> String {
    let error = error
        .as_database_error()
        .expect("an answer of the database");
    error.code().expect("a code").into_owned()
}

#[sqlx::test(migrations = "../../migrations")]
async fn no_row_of_an_account_is_in_reach_of_another(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    world.submitted("Ours", many(3)).await;
    world.work().await;
    let other = world.other_account().await;
    let nobody = world.of_no_account(true).await;
    let tables: Vec<(String, bool)> = sqlx::query_as(
        "select relname::text, relrowsecurity from pg_class where relkind = 'r' \
         and relnamespace = current_schema()::regnamespace order by relname",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let open: Vec<&str> = tables
        .iter()
        .filter(|(_, is_secure)| !is_secure)
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        open, OF_NO_ACCOUNT,
        "every other table keeps accounts apart"
    );
    let mut with_rows = Vec::new();
    for (table, _) in tables
        .iter()
        .filter(|(name, is_secure)| *is_secure && name != "accounts")
    {
        assert_eq!(count(other.backend.pool(), table).await, 0, "{table}");
        assert_eq!(count(nobody.pool(), table).await, 0, "{table}");
        if count(world.backend.pool(), table).await > 0 {
            with_rows.push(table.as_str());
        }
    }
    for table in [
        "drafts",
        "leads",
        "tasks",
        "parts",
        "submitted_numbers",
        "events",
        "calls",
    ] {
        assert!(
            with_rows.contains(&table),
            "{table} has rows: {with_rows:?}"
        );
    }
    let changed = sqlx::query("update drafts set form = '{}'")
        .execute(other.backend.pool())
        .await
        .unwrap();
    assert_eq!(changed.rows_affected(), 0);
    let (own, theirs) = (world.caller.account.id, other.caller.account.id);
    for (pool, account) in [(other.backend.pool(), own), (world.backend.pool(), theirs)] {
        let written = sqlx::query("insert into column_matches values ($1, '\\x00', '{}', now())")
            .bind(account)
            .execute(pool)
            .await;
        assert_eq!(code(&written.unwrap_err()), REFUSED_ROW);
    }
    let moved = sqlx::query("update drafts set account_id = $1")
        .bind(theirs)
        .execute(world.backend.pool())
        .await;
    assert_eq!(code(&moved.unwrap_err()), REFUSED_ROW);
    let renamed = sqlx::query("update accounts set name = 'Taken'")
        .execute(other.backend.pool())
        .await
        .unwrap();
    assert_eq!(renamed.rows_affected(), 1, "its own only");
}

#[sqlx::test(migrations = "../../migrations")]
async fn nothing_of_an_account_is_found_by_its_id_in_another(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Ours", many(2)).await;
    let task = world.submitted("Sent", many(3)).await;
    let other = world.other_account().await;
    let now = world.clock.now();
    // Also for somebody whose own account it is, where the connections work for the other one.
    for caller in [&other.caller, &world.caller] {
        let launch = drafts::launch(&other.backend, caller, now, draft).await;
        assert!(matches!(launch, Err(Error::NotFound)), "{launch:?}");
        let view = tasks::view(&other.backend, caller, now, task, true).await;
        assert!(matches!(view, Err(Error::NotFound)), "{view:?}");
        let stopped = tasks::send_again(&other.backend, caller, now, task, 1, false).await;
        assert!(matches!(stopped, Err(Error::NotFound)), "{stopped:?}");
    }
    // And for connections of the first account that are asked in the name of the other one.
    let launch = drafts::launch(&world.backend, &other.caller, now, draft).await;
    assert!(matches!(launch, Err(Error::NotFound)), "{launch:?}");
    let list = tasks::list(&other.backend, &other.caller, now, &TaskQuery::default()).await;
    assert_eq!(list.unwrap().total, 0);
    let unknown: DraftId = fresh_id();
    assert_ne!(unknown, draft);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_worker_takes_the_batches_of_its_own_account_only(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Ours", many(3)).await;
    let other = world.other_account().await;
    let (clock, pace) = (
        world.clock.clone(),
        worker::Pace::of(Duration::from_secs(120)),
    );
    let drained = worker::drain(other.backend.clone(), move || clock.now(), pace).await;
    drained.unwrap();
    assert_eq!(world.states_by_batch(task).await, [BatchState::Waiting]);
    world.work().await;
    assert_eq!(world.states_by_batch(task).await, [BatchState::Created]);
}

/// An installation whose accounts sign in as they say, or with the credentials of the sandbox; the account of the world nowhere.
async fn with_credentials(world: &World) -> Installation {
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
            let credentials = account.credentials.unwrap_or(usual);
            let config = airudder::Config::new(url.parse().unwrap(), credentials);
            Ok(airudder::Client::new(config).unwrap())
        }) as futures::future::BoxFuture<'static, Result<airudder::Client, Error>>
    };
    Installation::new(world.of_no_account(false).await, Arc::new(connect))
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
    let opened: Vec<String> = elsewhere
        .accounts()
        .into_iter()
        .map(|open| open.slug)
        .collect();
    assert_eq!(
        opened,
        [slug],
        "the other is left closed, and keeps nobody from their work"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_provider_that_is_down_for_one_account_is_not_for_another(pool: PgPool) {
    let world = World::new(pool).await;
    let installation = with_credentials(&world).await;
    let now = world.clock.now();
    let form = NewAccountForm {
        credentials: of_sandbox(DEFAULT_APP_SECRET),
        ..mexico()
    };
    let id = (fresh_id(), [9; 24]);
    let slug = accounts::create(&installation, &world.caller, now, &form, id)
        .await
        .unwrap();
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

#[sqlx::test(migrations = "../../migrations")]
async fn a_role_is_of_one_account_and_administrators_are_so_in_each(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Launcher).await;
    let other = world.other_account().await;
    let now = world.clock.now();
    let role_in = async |backend: &Backend| {
        let caller = users::caller(backend, budi).await.unwrap();
        caller.map(|caller| caller.role)
    };
    assert_eq!(role_in(&world.backend).await, Some(Role::Launcher));
    assert_eq!(role_in(&other.backend).await, None);
    let by = By::Caller(&other.caller);
    let given = people::change_role(&other.backend, by, now, budi, Role::Viewer).await;
    given.unwrap();
    assert_eq!(role_in(&other.backend).await, Some(Role::Viewer));
    assert_eq!(role_in(&world.backend).await, Some(Role::Launcher));
    let slugs = async || {
        let accounts = users::accounts_of(other.installation.backend(), budi).await;
        let slugs = accounts.unwrap().into_iter().map(|account| account.slug);
        slugs.collect::<Vec<_>>()
    };
    assert_eq!(slugs().await, ["didi-indonesia", "didi-m-xico"]);
    let taken = people::change_role(&world.backend, world.by(), now, budi, None).await;
    assert!(taken.unwrap().contains("cannot work in this account"));
    assert_eq!(role_in(&world.backend).await, None);
    assert_eq!(slugs().await, ["didi-m-xico"]);
    let raised = people::change_role(&other.backend, by, now, budi, Role::Administrator).await;
    raised.unwrap();
    for backend in [&world.backend, &other.backend] {
        assert_eq!(role_in(backend).await, Some(Role::Administrator));
    }
    let lowered = people::change_role(&other.backend, by, now, budi, Role::Preparer).await;
    lowered.unwrap();
    assert_eq!(role_in(&other.backend).await, Some(Role::Preparer));
    assert_eq!(
        role_in(&world.backend).await,
        None,
        "nothing of it is kept elsewhere"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_invitation_gives_its_role_in_the_account_in_which_it_was_made(pool: PgPool) {
    let mut world = World::new(pool).await;
    let other = world.other_account().await;
    let (by, now) = (By::Caller(&other.caller), world.clock.now());
    let whom = ("citra@example.com", "Citra", Role::Preparer.key());
    let key = people::invite(&other.backend, by, now, whom, [5; 32])
        .await
        .unwrap();
    // The link is opened before it is known for which account.
    world.backend = other.installation.backend().clone();
    let citra = world
        .accept(&key, "a sentence nobody else would guess")
        .await
        .unwrap();
    let caller = users::caller(&other.backend, citra).await.unwrap();
    assert_eq!(caller.unwrap().role, Role::Preparer);
    let accounts = users::accounts_of(other.installation.backend(), citra)
        .await
        .unwrap();
    assert_eq!(accounts.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_role_of_the_database_that_sees_every_row_gets_no_second_account(pool: PgPool) {
    let world = World::new(pool).await;
    let owner = Backend::new(world.owner.clone(), world.provider.clone(), true);
    let installation = Installation::with_one_client(owner, world.provider.clone());
    let (now, id) = (world.clock.now(), (fresh_id(), [9; 24]));
    let made = accounts::create(&installation, &world.caller, now, &mexico(), id).await;
    assert!(matches!(made, Err(Error::Conflict(_))), "{made:?}");
    assert!(
        accounts::are_kept_apart(installation.backend())
            .await
            .unwrap()
    );
    world.other_account().await;
    assert!(
        !accounts::are_kept_apart(installation.backend())
            .await
            .unwrap()
    );
}
