//! What remains when a process of the program is killed in the middle of its work: nothing is lost, and nothing is doubled.
//!
//! The processes are real ones, ended by SIGKILL. The database, the provider and the people's browsers are outside of them, and
//! outlive them. The moment of each death is awaited: a lock or the provider holds the process there.

mod calls;
mod check;
mod processes;
mod provider;
mod reading;
mod submit;
mod upload;

use std::future::Future;
use std::time::Duration;

use airudder_sandbox::{DEFAULT_APP_KEY, DEFAULT_APP_SECRET};
use sqlx::{PgPool, Postgres, Transaction};
use tempfile::TempDir;

use crate::support::{
    Anonymous, ENCRYPTION_KEY, PASSWORD, Running, SignedIn, add_member, migrated, program, url,
    zone_where_it_is,
};
use provider::{Listed, Provider};

const MEMBER: &str = "member@example.com";

/// How soon to look again whether something has come about that nobody tells of.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// Everything that a test changes, and that a death of the program must not change.
const TABLES: [&str; 14] = [
    "drafts",
    "leads",
    "steps",
    "step_leads",
    "draft_files",
    "checks",
    "check_parts",
    "check_refusals",
    "tasks",
    "parts",
    "part_refusals",
    "submitted_numbers",
    "events",
    "event_heads",
];

/// What outlives the processes.
struct World {
    pool: PgPool,
    provider: Provider,
    uploads: TempDir,
}

/// A process of the program.
struct Process {
    running: Running,
    address: String,
    /// Its door to the provider.
    door: usize,
}

impl Process {
    fn kill(self) {
        self.running.kill();
    }
}

impl World {
    /// A database with one person who may sign in, and a provider.
    async fn new(pool: PgPool) -> World {
        let url = migrated(&pool).await;
        let added = blocking(move || add_member(&url, MEMBER, PASSWORD)).await;
        assert!(added.status.success(), "{added:?}");
        World {
            pool,
            provider: Provider::start().await,
            uploads: TempDir::new().expect("a folder"),
        }
    }

    /// Starts a process; it serves by then.
    async fn process(&self) -> Process {
        let (door, provider) = self.provider.door().await;
        let uploads = self.uploads.path().to_str().expect("a path of letters");
        let mut running = Running::start(program(
            &["serve"],
            &[
                ("DATABASE_URL", &url(&self.pool)),
                ("COXSWAIN_ADDR", "127.0.0.1:0"),
                ("COXSWAIN_COUNTRY", "ID"),
                ("COXSWAIN_ZONE", &zone_where_it_is(12)),
                ("COXSWAIN_LINES", "line-a"),
                ("COXSWAIN_RECONCILE_EVERY_SECONDS", "1"),
                ("AIRUDDER_BASE_URL", &provider),
                ("AIRUDDER_APP_KEY", DEFAULT_APP_KEY),
                ("AIRUDDER_APP_SECRET", DEFAULT_APP_SECRET),
                ("COXSWAIN_ENCRYPTION_KEYS", ENCRYPTION_KEY),
                ("COXSWAIN_SECOND_FACTOR", "optional"),
                ("TMPDIR", uploads),
            ],
        ));
        let address = soon("the address", running.address()).await;
        Process {
            running,
            address,
            door,
        }
    }

    /// The person, signed in.
    async fn member(&self, process: &Process) -> SignedIn {
        Anonymous::new(&process.address)
            .sign_in(MEMBER, PASSWORD)
            .await
    }

    /// From now on tasks are divided into batches of so many leads.
    async fn set_batch_size(&self, leads: i32) {
        sqlx::query("update accounts set part_size = $1")
            .bind(leads)
            .execute(&self.pool)
            .await
            .expect("an account");
    }

    /// One value that the database tells.
    async fn value<T>(&self, query: &str) -> T
    where
        T: for<'r> sqlx::Decode<'r, Postgres> + sqlx::Type<Postgres> + Send + Unpin,
    {
        sqlx::query_scalar(query)
            .fetch_one(&self.pool)
            .await
            .unwrap_or_else(|error| panic!("{query}: {error}"))
    }

    /// Waits until the database says that it is so.
    async fn until(&self, query: &str) {
        let mut ticks = tokio::time::interval(LOOK_AGAIN);
        soon(query, async {
            while !self.value::<bool>(query).await {
                ticks.tick().await;
            }
        })
        .await;
    }

    /// Waits until a process waits for a lock of that kind, as Postgres names it (documentation, table “Wait Events of Type Lock”).
    async fn until_waiting_for(&self, kind: &str) {
        self.until(&format!(
            "select exists (select from pg_stat_activity where datname = current_database() \
             and application_name = 'coxswain' and wait_event_type = 'Lock' and wait_event = '{kind}')"
        ))
        .await;
    }

    /// Statements of the test itself.
    async fn execute(&self, statements: &str) {
        sqlx::raw_sql(statements)
            .execute(&self.pool)
            .await
            .unwrap_or_else(|error| panic!("{statements}: {error}"));
    }

    /// Takes a lock that holds processes up, until it is rolled back.
    async fn hold(&self, lock: &str) -> Transaction<'static, Postgres> {
        let mut transaction = self.pool.begin().await.expect("a connection");
        sqlx::raw_sql(lock)
            .execute(&mut *transaction)
            .await
            .unwrap_or_else(|error| panic!("{lock}: {error}"));
        transaction
    }

    /// Lets time pass for what is leased: nobody has given a sign of life for an hour.
    async fn let_leases_run_out(&self) {
        self.execute(
            "update parts set lease_until = now() - interval '1 hour' where state = 'sending'; \
             update check_parts set lease_until = now() - interval '1 hour' where state = 'asking'",
        )
        .await;
    }

    /// What the database holds, table by table.
    async fn contents(&self) -> Vec<(&'static str, Vec<String>)> {
        let mut contents = Vec::new();
        for table in TABLES {
            let rows = sqlx::query_scalar(&format!("select t::text from {table} t order by 1"))
                .fetch_all(&self.pool)
                .await
                .unwrap_or_else(|error| panic!("{table}: {error}"));
            contents.push((table, rows));
        }
        contents
    }

    /// The database must hold what it held then.
    async fn still_holds(&self, before: &[(&'static str, Vec<String>)]) {
        for ((table, before), (_, now)) in before.iter().zip(self.contents().await) {
            let gone: Vec<_> = before.iter().filter(|row| !now.contains(row)).collect();
            let new: Vec<_> = now.iter().filter(|row| !before.contains(row)).collect();
            assert!(
                *before == now,
                "{table} has lost {gone:#?} and got {new:#?}"
            );
        }
    }

    /// What must hold at the end of every test: counts are those of the rows, the provider has what the screens show and nothing
    /// else, the history is whole, and the process can be stopped in order.
    async fn ends_well(&self, process: Process) {
        let miscounted: i64 = self
            .value(
                "select count(*) from drafts cross join lateral \
                 (select count(*) filter (where kind = 'ready'), count(*) filter (where kind = 'to_mend'), \
                     count(*) filter (where kind = 'doubtful'), count(*) filter (where kind = 'duplicate'), \
                     count(*) filter (where kind = 'recent'), count(*) filter (where kind = 'left_out') \
                  from leads where draft_id = drafts.id) as counted (a, b, c, d, e, f) \
                 where (ready, to_mend, doubtful, duplicates, recent, drafts.left_out) <> (a, b, c, d, e, f)",
            )
            .await;
        assert_eq!(miscounted, 0, "drafts whose counts are not their rows'");
        assert_eq!(self.provider.tasks().await, self.shown_as_created().await);

        let mut verify = program(
            &["history", "verify"],
            &[("DATABASE_URL", &url(&self.pool))],
        );
        let verified = blocking(move || verify.output().expect("an end")).await;
        assert!(verified.status.success(), "{verified:?}");
        let ended = process.running.terminate().await;
        assert!(ended.success, "{}", ended.log);
    }

    /// The batches that are shown as created, sorted.
    async fn shown_as_created(&self) -> Vec<Listed> {
        let batches: Vec<(String, String)> = sqlx::query_as(
            "select provider_name, provider_task_id from parts where state = 'created'",
        )
        .fetch_all(&self.pool)
        .await
        .expect("parts");
        let mut created: Vec<_> = batches
            .into_iter()
            .map(|(name, id)| Listed { name, id })
            .collect();
        created.sort();
        created
    }

    /// What the history tells of tasks, in its order.
    async fn told(&self) -> Vec<String> {
        self.value("select coalesce(array_agg(kind order by number), '{}') from events where task_id is not null")
            .await
    }
}

/// What comes about within a minute, or the test fails.
async fn soon<T>(what: &str, event: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(60), event)
        .await
        .unwrap_or_else(|_| panic!("this did not come about: {what}"))
}

/// Work that blocks its thread: this one serves the provider.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.expect("no panic")
}

/// A sheet of so many leads, whose numbers are good and all different.
fn leads(count: u32) -> String {
    let mut sheet = String::from("Customer,Mobile,Comments\n");
    for lead in 1..=count {
        sheet.push_str(&format!("Budi,+62812{},C{lead}\n", 300_000 + lead));
    }
    sheet
}
