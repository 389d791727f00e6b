//! The application as its callers meet it: a real server on a port of its own, a real database, the simulator of the
//! provider, and people with a browser that runs no scripts.
#![allow(
    dead_code,
    reason = "each file of tests is a program of its own and uses a part of this"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "a test is the outside world: it has a clock and makes up ids"
)]

#[path = "../../../crates/backend/tests/application_role.rs"]
pub mod application_role;
mod callers;
mod counted;
mod form;
mod program;
mod raw;

use std::sync::Arc;
use std::time::Duration;

use airudder_sandbox as sandbox;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use backend::do_not_call::NewKey;
use backend::encryption::EncryptionKeys;
use backend::factors::SecondFactors;
use backend::hourly::HourlyLimits;
use backend::ids::{AccountId, PersonId};
use backend::installation::Installation;
use backend::mail::Mailer;
use backend::people::{self, By};
use backend::setup::{self, EarlierKeys};
use backend::worker::Pace;
use backend::{Backend, Role, accounts, do_not_call, users};
pub use callers::{Anonymous, Answer, SignedIn};
pub use counted::{CountedDatabase, RoundTrips};
use coxswain::web::application::Application;
use coxswain::web::limits::HttpLimits;
use coxswain::web::request::proxies::TrustedProxies;
use coxswain::web::request::site::PublicUrl;
use coxswain::web::request::site::Site;
use coxswain::web::request::state::AppState;
use coxswain::web::router;
pub use form::{
    PageForm, current_links, form_that_posts_to, form_with_button, links, options, posting_forms,
    translated, value_of, visible_text,
};
use jiff::{SignedDuration, Timestamp};
use leads::views::AccountForm;
pub use program::{Ended, Running, add_member, children, is_alive, migrated, program, url};
pub use raw::{HALF_A_FORM, Raw, SHEET_BEGINS, patient, upload_begins};
use sheets::reader::{Program, SheetReader};
use sqlx::PgPool;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower::ServiceExt;
use uuid::Uuid;

/// The password of everybody in tests.
pub const PASSWORD: &str = "correct horse battery staple";

/// The secret of the simulator's account in tests: it must never be seen in a page.
pub const SECRET: &str = "s3cret-of-the-sandbox-2718";

/// A running application.
/// A key that encrypts secrets: 32 zero bytes in Base64.
pub const ENCRYPTION_KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

pub struct TestApp {
    /// `http://127.0.0.1:port`
    pub address: String,
    /// The installation behind it.
    pub installation: Installation,
    /// The use cases of its account.
    pub backend: Backend,
    site: Site,
    application: Application,
    provider: JoinHandle<()>,
}

impl TestApp {
    /// Starts the application as people reach it over http.
    pub async fn start(pool: PgPool) -> TestApp {
        TestApp::start_at(pool, "http").await
    }

    /// Starts the application where launchers and administrators need a second factor.
    pub async fn requiring_second_factors(pool: PgPool) -> TestApp {
        let change = |backend: Backend| backend.with_second_factors(SecondFactors::Required);
        TestApp::start_as(pool, "http", HttpLimits::default(), change).await
    }

    /// Starts the application with bounds of its own for clients.
    pub async fn limited(pool: PgPool, limits: HttpLimits) -> TestApp {
        TestApp::start_as(pool, "http", limits, |backend| backend).await
    }

    /// Starts the application with other limits on what a person may do within an hour.
    pub async fn hourly(pool: PgPool, limits: HourlyLimits) -> TestApp {
        let change = move |backend: Backend| backend.with_hourly_limits(limits);
        TestApp::start_as(pool, "http", HttpLimits::default(), change).await
    }

    /// Starts the application so that so many passwords are hashed at once, and so many wait.
    pub async fn with_password_queue(pool: PgPool, at_once: usize, waiting: usize) -> TestApp {
        let change = |backend: Backend| backend.with_password_queue(at_once, waiting);
        TestApp::start_as(pool, "http", HttpLimits::default(), change).await
    }

    /// Starts the application so that it mails one-time links.
    pub async fn mailing(pool: PgPool, mailer: Mailer) -> TestApp {
        let change = |backend: Backend| backend.with_mailer(mailer);
        TestApp::start_as(pool, "http", HttpLimits::default(), change).await
    }

    /// Starts the application as people reach it over that scheme; a proxy would unwrap https before it.
    pub async fn start_at(pool: PgPool, scheme: &str) -> TestApp {
        TestApp::start_as(pool, scheme, HttpLimits::default(), |backend| backend).await
    }

    /// Starts the application, with a reader of sheets of its own.
    pub async fn start_with(pool: PgPool, scheme: &str, sheets: SheetReader) -> TestApp {
        let change = |backend: Backend| backend.reading_sheets_with(sheets);
        TestApp::start_as(pool, scheme, HttpLimits::default(), change).await
    }

    async fn start_as(
        pool: PgPool,
        scheme: &str,
        limits: HttpLimits,
        change: impl FnOnce(Backend) -> Backend,
    ) -> TestApp {
        backend::migrate(&pool)
            .await
            .expect("the schema is up to date");
        let pool = application_role::as_application(&pool).await;
        let (client, provider) = start_sandbox().await;
        let backend =
            Backend::new(pool, client.clone(), true).reading_sheets_with(sheet_reader(&[]));
        let keys = EncryptionKeys::parse(ENCRYPTION_KEY).expect("a key");
        let backend = change(backend.with_encryption_keys(keys));
        let account = account();
        accounts::ensure_first(
            &backend,
            Timestamp::now(),
            AccountId::new(Uuid::from_u128(1)),
            &account,
        )
        .await
        .expect("an account");
        let new_key = NewKey {
            secret: [3; 32],
            nonce: [4; 24],
        };
        do_not_call::ensure_key(&backend, Timestamp::now(), &new_key)
            .await
            .expect("a key");
        let installation = Installation::with_one_client(backend, client);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let addr = listener.local_addr().expect("an address");
        let public_url = PublicUrl {
            origin: format!("{scheme}://{addr}"),
            https: scheme == "https",
        };
        let site = Site::new(Some(public_url), addr, TrustedProxies::loopback());
        let application = Application::start(
            listener,
            installation.clone(),
            site.clone(),
            Pace::of(Duration::from_secs(30)),
            limits,
        );
        let backend = only_account(&installation).await;
        TestApp {
            address: format!("http://{addr}"),
            installation,
            backend,
            site,
            application,
            provider,
        }
    }

    /// From now on the account is where it is that hour of the day.
    pub async fn move_to_where_it_is(&self, hour: i8) {
        sqlx::query("update accounts set zone = $1")
            .bind(zone_where_it_is(hour))
            .execute(self.backend.pool())
            .await
            .expect("an account");
    }

    /// The day where the account is, so many days from now.
    pub async fn day(&self, ahead: i64) -> jiff::civil::Date {
        let zone: String = sqlx::query_scalar("select zone from accounts")
            .fetch_one(self.backend.pool())
            .await
            .expect("an account");
        let now = Timestamp::now().in_tz(&zone).expect("a zone");
        now.date().saturating_add(jiff::Span::new().days(ahead))
    }

    /// The same application once more, without a server and a worker, on connections of its own.
    pub async fn router_on(&self, pool: PgPool) -> (axum::Router, JoinHandle<()>) {
        let (client, provider) = start_sandbox().await;
        let backend = Backend::new(pool, client.clone(), true);
        let installation = Installation::with_one_client(backend, client);
        only_account(&installation).await;
        let state = AppState::new(installation, self.site.clone());
        (router::router(state), provider)
    }

    /// The answer of such a router to somebody who opens a page: its status and its text.
    pub async fn visit(
        &self,
        router: &axum::Router,
        person: &SignedIn,
        path: &str,
    ) -> (StatusCode, String) {
        let host = self.address.trim_start_matches("http://");
        let peer = std::net::SocketAddr::from(([127, 0, 0, 1], 9));
        let request = Request::get(callers::in_account(path))
            .extension(axum::extract::ConnectInfo(peer))
            .header(header::HOST, host)
            .header(header::COOKIE, person.cookie())
            .body(Body::empty())
            .expect("a request");
        let answer = router.clone().oneshot(request).await.expect("an answer");
        let status = answer.status();
        let body = to_bytes(answer.into_body(), usize::MAX).await;
        let text = String::from_utf8(body.expect("a body").into()).expect("text");
        (status, text)
    }

    /// Stops everything that [`TestApp::start`] started.
    pub async fn stop(self) {
        self.application.stop().await;
        self.provider.abort();
    }

    /// Somebody whom the application does not know.
    pub fn anonymous(&self) -> Anonymous {
        Anonymous::new(&self.address)
    }

    /// Adds a person.
    pub async fn add_person(&self, email: &str, role: Role) {
        self.add_person_to(&self.backend, email, role).await;
    }

    /// Adds a person to that account.
    pub async fn add_person_to(&self, backend: &Backend, email: &str, role: Role) {
        let id = Uuid::from_u128(
            Uuid::NAMESPACE_DNS.as_u128() ^ email.len() as u128 ^ (role as u128) << 64,
        );
        users::add(
            backend,
            Timestamp::now(),
            PersonId::new(id),
            email,
            "Test Person",
            PASSWORD,
            role,
        )
        .await
        .expect("a person");
    }

    /// An administrator, signed in.
    pub async fn administrator(&self) -> SignedIn {
        self.add_person("admin@example.com", Role::Administrator)
            .await;
        self.anonymous()
            .sign_in("admin@example.com", PASSWORD)
            .await
    }

    /// The audit log as an administrator reads it, who is added for that.
    pub async fn audit_log(&self) -> String {
        let administrator = self.administrator().await;
        visible_text(&administrator.get("/settings/audit").await.page())
    }

    /// A member, signed in.
    pub async fn member(&self) -> SignedIn {
        self.add_person("member@example.com", Role::Launcher).await;
        self.anonymous()
            .sign_in("member@example.com", PASSWORD)
            .await
    }

    /// The key of an invitation, made of those bytes now.
    pub async fn invitation(&self, random: [u8; people::KEY_BYTES]) -> String {
        let whom = ("citra@example.com", "Citra", "viewer");
        let now = Timestamp::now();
        let key = people::invite(&self.backend, By::CommandLine, now, whom, random).await;
        key.expect("the address is nobody's")
    }

    /// A key that makes the first administrator, printed so many minutes ago.
    pub async fn setup_key(&self, minutes_ago: i64) -> String {
        let then = Timestamp::now() - SignedDuration::from_mins(minutes_ago);
        let random = std::array::from_fn(|at| u8::try_from(at).expect("a small number"));
        let key = setup::make_key(&self.backend, then, random, EarlierKeys::Die).await;
        key.expect("the database works")
            .expect("nobody is there yet")
    }

    /// Every method and path that is answered.
    pub fn paths(&self) -> Vec<(String, String)> {
        router::all_routes(&AppState::new(self.installation.clone(), self.site.clone()))
    }
}

/// Opens the account of a test; its use cases.
async fn only_account(installation: &Installation) -> Backend {
    installation.refresh().await.expect("the accounts");
    let account = installation.with_slug(callers::ACCOUNT);
    account.expect("the account").backend
}

async fn start_sandbox() -> (airudder::Client, JoinHandle<()>) {
    start_sandbox_as(sandbox::Settings::default()).await
}

/// Starts a simulator with those settings, and a client of it.
pub async fn start_sandbox_as(settings: sandbox::Settings) -> (airudder::Client, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base_url = format!("http://{}", listener.local_addr().expect("an address"))
        .parse()
        .expect("a URL");
    let settings = sandbox::Settings {
        app_secret: SECRET.to_owned(),
        ..settings
    };
    let credentials = airudder::Credentials::Key {
        app_key: settings.app_key.clone(),
        app_secret: airudder::Secret::new(SECRET),
    };
    let serving = tokio::spawn(async move {
        sandbox::serve(listener, settings, Arc::new(Timestamp::now))
            .await
            .expect("the sandbox serves");
    });
    (
        airudder::Client::new(airudder::Config::new(base_url, credentials)).expect("a client"),
        serving,
    )
}

/// The account that tests begin with: it is noon there.
fn account() -> leads::AccountSettings {
    let form = AccountForm {
        name: "Test account".to_owned(),
        country: "ID".to_owned(),
        language: "en".to_owned(),
        zone: zone_where_it_is(12),
        platform: "AIRUDDER".to_owned(),
        lines: leads::lines_of_text("line-a\nline-b"),
        default_line: 0,
        dnc_arranged: false,
        fill_notes: true,
        two_persons: false,
        batch_size: "5000".to_owned(),
        cooldown_days: "7".to_owned(),
        ..AccountForm::default()
    };
    leads::parse_account_form(&form).expect("a good account")
}

/// A zone in which it is that hour of the day now: what is validated by the clock on the wall is so the same whenever tests run.
/// The names of these zones have their signs turned round (tz database, file `etcetera`).
pub fn zone_where_it_is(hour: i8) -> String {
    let in_greenwich = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).hour();
    match (hour - in_greenwich + 35).rem_euclid(24) - 11 {
        0 => "Etc/GMT".to_owned(),
        ahead @ 1.. => format!("Etc/GMT-{ahead}"),
        behind => format!("Etc/GMT+{}", -behind),
    }
}

/// Reads sheets in processes of the program, with those arguments beside the usual.
pub fn sheet_reader(arguments: &[&str]) -> SheetReader {
    let arguments = [["read-sheet"].as_slice(), arguments].concat();
    SheetReader::own_process(Program {
        path: env!("CARGO_BIN_EXE_coxswain").into(),
        arguments: arguments.into_iter().map(Into::into).collect(),
    })
}

/// A sheet of the test data.
pub fn sheet(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/data/leads/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}
