//! Several accounts: what keeps their rows, their people and their calls apart.

use std::time::Duration;

use backend::ids::DraftId;
use backend::installation::Installation;
use backend::overview::overview;
use backend::people::{self, By};
use backend::{Backend, Caller, Error, Role, accounts, drafts, tasks};
use backend::{users, worker};
use leads::states::BatchState;
use leads::views::{CredentialsForm, NewAccountForm, TaskQuery};
use sqlx::PgPool;

use crate::support::{World, fresh_id, long_retention, many, numbers};

/// Tables whose rows are of no account, or are found before it is known for which one a request is.
const OF_NO_ACCOUNT: [&str; 25] = [
    "_sqlx_migrations",
    "account_roles",
    "audit_log",
    "audit_log_head",
    "audit_log_pending",
    "audit_log_signed_heads",
    "calling_rules",
    "do_not_call_changes",
    "do_not_call_entries",
    "do_not_call_keys",
    "do_not_call_lists",
    "do_not_call_removals",
    "erasures",
    "event_heads",
    "holidays",
    "one_time_links",
    "passkey_challenges",
    "passkeys",
    "push_addresses",
    "recovery_codes",
    "restore_journal_entries",
    "setup_keys",
    "sign_in_failures",
    "totp_factors",
    "users",
];

/// What Postgres answers where row-level security refuses a row (class 42 of its error codes).
const REFUSED_ROW: &str = "42501";

pub fn mexico() -> NewAccountForm {
    NewAccountForm {
        name: "DIDI México".to_owned(),
        country: "MX".to_owned(),
        zone: "America/Mexico_City".to_owned(),
        platform: "DIDI".to_owned(),
        retention: long_retention(),
        credentials: CredentialsForm::default(),
    }
}

/// An account beside the one of the world, and its administrator, who is that of the world too.
pub struct Other {
    pub installation: Installation,
    pub backend: Backend,
    pub caller: Caller,
}

impl World {
    pub async fn other_account(&self) -> Other {
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

pub async fn count(pool: &PgPool, table: &str) -> i64 {
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
        let stopped = tasks::send_again(&other.backend, caller, now, task, 1, "").await;
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
        let slugs = accounts
            .unwrap()
            .accounts
            .into_iter()
            .map(|account| account.slug);
        slugs.collect::<Vec<_>>()
    };
    assert_eq!(slugs().await, ["didi-indonesia", "didi-m-xico"]);
    let taken = people::change_role(&world.backend, world.by(), now, budi, None).await;
    let taken = taken.unwrap().to_string();
    assert!(taken.contains("has no role in this account"));
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
    let found = users::accounts_of(other.installation.backend(), citra).await;
    assert_eq!(found.unwrap().accounts.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_role_of_the_database_that_sees_every_row_gets_no_second_account(pool: PgPool) {
    let world = World::new(pool).await;
    let owner = Backend::new(world.owner.clone(), world.provider.clone(), true);
    let installation = Installation::with_one_client(owner, world.provider.clone());
    let (now, id) = (world.clock.now(), (fresh_id(), [9; 24]));
    let made = accounts::create(&installation, &world.caller, now, &mexico(), id).await;
    assert!(matches!(made, Err(Error::Conflict(_))), "{made:?}");
    installation.refresh().await.unwrap();
    world.other_account().await;
    let mixed = installation.refresh().await;
    assert!(matches!(mixed, Err(Error::AccountsMixed)), "{mixed:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn tasks_of_today_are_those_of_the_day_that_it_is_in_the_account(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    // On 23 November at 9:00 in Jakarta it is 20:00 on 22 November in Mexico City.
    for (index, (submitted, start)) in [
        ("2026-11-21T16:30:00Z", Some("2026-11-23T15:00:00")),
        ("2026-11-21T03:00:00Z", Some("2026-11-22T21:00:00")),
        ("2026-11-22T07:00:00Z", Some("2026-11-24T09:00:00")),
        ("2026-11-21T03:00:00Z", Some("2026-11-24T09:00:00")),
        ("2026-11-21T03:00:00Z", None),
        ("2026-11-23T01:00:00Z", None),
    ]
    .into_iter()
    .enumerate()
    {
        let number = format!("+6281230000{index}");
        let task = world.submitted("Week 48", numbers(&[&number])).await;
        let schedule = match start {
            Some(start) => serde_json::json!({ "when": "later", "start": start, "end": start }),
            None => serde_json::json!({ "when": "now" }),
        };
        sqlx::query(
            "update tasks set submitted_at = $2::text::timestamptz, settings = settings || jsonb_build_object('schedule', $3) where id = $1",
        )
        .bind(task)
        .bind(submitted)
        .bind(schedule)
        .execute(&pool)
        .await
        .unwrap();
    }
    let base = world.of_no_account(true).await;
    let installation = Installation::with_one_client(base, world.provider.clone());
    installation.refresh().await.unwrap();
    let now = "2026-11-23T02:00:00Z".parse().unwrap();
    let today = async |zone: &str| {
        let mut accounts = world.caller.accounts.clone();
        zone.clone_into(&mut accounts[0].zone);
        let told = overview(&installation, &accounts, now).await.unwrap();
        told[0].tasks_today
    };
    assert_eq!(today("Asia/Jakarta").await, 2);
    assert_eq!(today("America/Mexico_City").await, 3);
}
