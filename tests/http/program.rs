//! The program itself: its commands, what it prints, and how it ends.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::application_role;
use crate::support::{Anonymous, Ended, PASSWORD, Running, add_member, migrated, program, url};
use reqwest::StatusCode;
use sqlx::{ConnectOptions, PgPool};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;

/// What a program that must fail says about it.
fn words_of_failure(mut program: Command) -> String {
    let output = program.output().expect("an end");
    assert!(!output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Starts the program on the database of the test, with those arguments and further variables.
fn serve(url: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Running {
    let ours = [("DATABASE_URL", url), ("COXSWAIN_ADDR", "127.0.0.1:0")];
    Running::start(program(arguments, &[ours.as_slice(), variables].concat()))
}

/// The key that a command or the beginning of serving has printed.
fn key_in(printed: &str) -> String {
    let after = printed.split_once("The set-up key, which works for one hour: ");
    let key = after.expect("a key").1.lines().next();
    key.expect("a line").to_owned()
}

/// Posts the form of the set-up with that key, and nothing else in it.
async fn try_key(address: &str, key: &str) -> StatusCode {
    let browser = Anonymous::new(address);
    browser.post_form("/setup", &[("key", key)]).await.status
}

/// The key is right, and everything else missing.
const KEY_WORKS: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

#[sqlx::test(migrations = false)]
async fn serving_tells_the_address_and_when_asked_the_set_up_key(pool: PgPool) {
    let url = migrated(&pool).await;
    let mut running = serve(&url, &["serve", "--print-setup-key"], &[]);
    let address = running.address().await;
    let told = format!("Create the first administrator: {address}/setup");
    assert_eq!(running.line().await, told);
    let key = key_in(&running.line().await);
    assert_eq!(try_key(&address, &key).await, KEY_WORKS);

    // Another process on the same database tells a key of its own, and leaves the first one's alone.
    let mut other = serve(&url, &["serve", "--print-setup-key"], &[]);
    let other_address = other.address().await;
    other.line().await;
    let other_key = key_in(&other.line().await);
    for key in [&key, &other_key] {
        assert_eq!(try_key(&other_address, key).await, KEY_WORKS);
    }
    let Ended { success, log } = running.terminate().await;
    assert!(success, "{log}");
    assert!(
        log.contains("\"route\":\"/setup\""),
        "the request was logged: {log}"
    );
    assert!(!log.contains(&key), "the log keeps the key to itself");
}

#[sqlx::test(migrations = false)]
async fn where_no_terminal_is_the_key_is_told_by_a_command_only(pool: PgPool) {
    let url = migrated(&pool).await;
    let command = || {
        let mut command = program(&["setup-key"], &[("DATABASE_URL", &url)]);
        tokio::task::spawn_blocking(move || command.output().expect("an end"))
    };
    let mut running = serve(&url, &[], &[]);
    let address = running.address().await;
    let keys = async || key_in(&String::from_utf8(command().await.unwrap().stdout).unwrap());
    let (first, second) = (keys().await, keys().await);
    assert_eq!(
        try_key(&address, &first).await,
        StatusCode::UNAUTHORIZED,
        "a later one has taken its place"
    );
    assert_eq!(try_key(&address, &second).await, KEY_WORKS);

    let added = add_member(&url, "new@example.com", PASSWORD);
    assert!(added.status.success());
    let refused = command().await.unwrap();
    let words = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && words.contains("someone can already sign in"),
        "{words}"
    );
    let ended = running.terminate().await;
    assert!(ended.log.contains("coxswain setup-key"), "{}", ended.log);
    assert!(!ended.log.contains(&second), "{}", ended.log);
}

/// Waits until the program answers, and ends it.
pub async fn serves_and_ends(mut running: Running) {
    let address = running.address().await;
    let answer = Anonymous::new(&address).get("/sign-in").await;
    assert_eq!(answer.status, StatusCode::OK);
    let Ended { success, log } = running.terminate().await;
    assert!(success, "{log}");
}

#[sqlx::test(migrations = false)]
async fn it_serves_by_a_role_that_cannot_change_the_schema(pool: PgPool) {
    // Makes the role of the tests, and gives it rights to what is there by then.
    let url = migrated(&pool).await;
    let ours = application_role::as_application(&pool).await;
    let by_role = format!("{url}&options[role]={}", application_role::ROLE);
    sqlx::query("revoke all on accounts from coxswain_application_of_tests")
        .execute(&pool)
        .await
        .unwrap();
    let migrate = |role: &str| {
        let variables = [("DATABASE_URL", &*url), ("COXSWAIN_APPLICATION_ROLE", role)];
        let mut command = program(&["migrate"], &variables);
        tokio::task::spawn_blocking(move || command.output().expect("an end"))
    };
    let refused = migrate("nobody_is_called_so").await.unwrap();
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("create role"));
    let granted = migrate(application_role::ROLE).await.unwrap();
    assert!(granted.status.success(), "{granted:?}");
    serves_and_ends(serve(&by_role, &[], &[])).await;
    let accounts: i64 = sqlx::query_scalar("select count(*) from accounts")
        .fetch_one(&ours)
        .await
        .unwrap();
    assert_eq!(
        accounts, 1,
        "the program made the first account by that role"
    );
}

#[sqlx::test(migrations = false)]
async fn the_simulator_takes_the_place_of_airudder_only_when_told_to(pool: PgPool) {
    let url = migrated(&pool).await;
    // As if a list had been checked with AIRudder.
    serves_and_ends(serve(&url, &[], &[])).await;
    let checked = "insert into users values ('00000000-0000-0000-0000-000000000001', 'a@b.c', 'A', 'member', '', now()); \
                   insert into drafts (id, account_id, created_by, created_at, changed_at, form) \
                       select '00000000-0000-0000-0000-000000000002', accounts.id, users.id, now(), now(), '{}' from accounts, users; \
                   insert into checks (id, draft_id, draft_version, state, settings, mapping, country, lead_count, sandbox, \
                           started_by, started_at) \
                       select '00000000-0000-0000-0000-000000000003', drafts.id, 1, 'done', '{}', '{}', 'ID', 1, false, \
                           users.id, now() from drafts, users";
    sqlx::raw_sql(checked).execute(&pool).await.unwrap();

    let variables = [
        ("DATABASE_URL", url.as_str()),
        ("COXSWAIN_ADDR", "127.0.0.1:0"),
    ];
    let refused = tokio::task::spawn_blocking({
        let command = program(&["serve"], &variables);
        move || words_of_failure(command)
    });
    let words = refused.await.unwrap();
    assert!(words.contains("COXSWAIN_PROVIDER=sandbox"), "{words}");
    serves_and_ends(serve(&url, &[], &[("COXSWAIN_PROVIDER", "sandbox")])).await;
}

#[test]
fn plain_http_on_a_network_is_refused_with_what_to_do() {
    let variables = [
        ("DATABASE_URL", "postgres://someone@127.0.0.1:9/none"),
        ("COXSWAIN_ADDR", "0.0.0.0:0"),
    ];
    let text = words_of_failure(program(&["serve"], &variables));
    for words in ["COXSWAIN_ADDR", "https", "COXSWAIN_INSECURE_HTTP=yes"] {
        assert!(text.contains(words), "{text}");
    }
}

/// Runs a command of the program to its end: whether it went well, and what it printed and said.
async fn ended(arguments: &'static [&str], url: &str) -> (bool, String) {
    let variables = [("DATABASE_URL", url), ("COXSWAIN_ADDR", "127.0.0.1:0")];
    let mut command = program(arguments, &variables);
    let output = tokio::task::spawn_blocking(move || command.output().expect("an end"));
    let output = output.await.expect("no panic");
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

#[sqlx::test(migrations = false)]
async fn a_schema_that_is_not_up_to_date_is_changed_only_by_who_is_told_to(pool: PgPool) {
    let url = url(&pool);
    for command in [["serve"].as_slice(), &["setup-key"], &["history", "verify"]] {
        let (success, text) = ended(command, &url).await;
        assert!(!success, "{command:?}: {text}");
        for words in ["coxswain migrate", "0001_users_and_accounts", "sessions"] {
            assert!(text.contains(words), "{command:?}: {text}");
        }
    }
    let (success, text) = ended(&["migrate"], &url).await;
    assert!(
        success && text.contains("Applied 0001_users_and_accounts."),
        "{text}"
    );
    let (success, text) = ended(&["migrate"], &url).await;
    assert_eq!(
        (success, text.as_str()),
        (true, "The schema is up to date.\n")
    );
    serves_and_ends(serve(&url, &["serve"], &[])).await;

    // As if this version had brought one migration more.
    let last = "update _sqlx_migrations set success = false where version = 1";
    sqlx::query(last).execute(&pool).await.unwrap();
    let (success, text) = ended(&["serve"], &url).await;
    assert!(
        !success && text.contains("0001_users_and_accounts"),
        "{text}"
    );
    assert!(!text.contains("0002_robots"), "{text}");
}

#[sqlx::test(migrations = false)]
async fn an_empty_database_is_served_when_the_program_is_told_to_migrate(pool: PgPool) {
    serves_and_ends(serve(&url(&pool), &["serve", "--migrate"], &[])).await;
}

#[sqlx::test(migrations = false)]
async fn an_open_page_hears_of_its_program_until_that_stops_and_only_when_told_to(pool: PgPool) {
    let url = migrated(&pool).await;
    let mut running = serve(&url, &["serve", "--reload-pages"], &[]);
    let address = running.address().await;
    let page = Anonymous::new(&address).get("/sign-in").await.text;
    let process = running.id();
    assert!(page.contains("new EventSource("), "{page}");
    assert!(
        page.contains(&format!("data-program=\"{process}\"")),
        "{page}"
    );
    let mut told = reqwest::get(format!("{address}/reload")).await.unwrap();
    assert_eq!(told.headers()["content-type"], "text/event-stream");
    let first = told.chunk().await.unwrap().expect("it is told at once");
    let first = String::from_utf8_lossy(&first).into_owned();
    assert!(first.contains(&format!("data: {process} ")), "{first}");
    // The answer has no end of its own, and yet does not hold up the program's.
    let Ended { success, log } = running.terminate().await;
    assert!(success, "{log}");
    while told.chunk().await.unwrap().is_some() {}

    let mut running = serve(&url, &["serve"], &[]);
    let address = running.address().await;
    let visitor = Anonymous::new(&address);
    assert!(!visitor.get("/sign-in").await.text.contains("EventSource"));
    let answer = visitor.get("/reload").await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
}

/// Stands between the program and the database until it is cut: from then on it takes connections and says nothing.
struct Relay {
    addr: std::net::SocketAddr,
    cut: CancellationToken,
}

impl Relay {
    async fn to(host: String) -> Relay {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let addr = listener.local_addr().expect("an address");
        let cut = CancellationToken::new();
        let told = cut.clone();
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                let (host, told) = (host.clone(), told.clone());
                tokio::spawn(async move {
                    if let Ok(mut far) = TcpStream::connect(&host).await {
                        let copying = tokio::io::copy_bidirectional(&mut near, &mut far);
                        if told.run_until_cancelled(copying).await.is_none() {
                            // The connection stays open, and silent.
                            std::future::pending::<()>().await;
                        }
                    }
                });
            }
        });
        Relay { addr, cut }
    }
}

#[sqlx::test(migrations = false)]
async fn a_database_that_falls_silent_is_told_within_seconds(pool: PgPool) {
    migrated(&pool).await;
    let options = pool.connect_options();
    let relay = Relay::to(format!("{}:{}", options.get_host(), options.get_port())).await;
    let options = (*options).clone().port(relay.addr.port());
    let url = options.host("127.0.0.1").to_url_lossy().to_string();
    let mut running = serve(&url, &[], &[]);
    let address = running.address().await;
    let visitor = Anonymous::new(&address);
    // The worker takes its first turn beside the server.
    while visitor.get("/readyz").await.status != StatusCode::OK {}

    relay.cut.cancel();
    let began = Instant::now();
    let health = visitor.get("/readyz").await;
    assert_eq!(health.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(visitor.get("/healthz").await.status, StatusCode::OK);
    assert!(
        began.elapsed() < Duration::from_secs(4),
        "{:?}",
        began.elapsed()
    );

    let began = Instant::now();
    let request = visitor
        .request(reqwest::Method::GET, "/tasks")
        .header("cookie", "coxswain=AAAAAAAAAAAAAAAAAAAAAA");
    let page = visitor.send(request).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.text.contains("Something went wrong"), "{}", page.text);
    assert!(
        began.elapsed() < Duration::from_secs(8),
        "{:?}",
        began.elapsed()
    );
}

#[sqlx::test(migrations = false)]
async fn a_person_is_added_with_a_password_from_standard_input(pool: PgPool) {
    let url = migrated(&pool).await;
    let add = |password: &str| {
        let output = add_member(&url, "New@Example.com", password);
        let text = [output.stdout, output.stderr].concat();
        (
            output.status.success(),
            String::from_utf8_lossy(&text).into_owned(),
        )
    };
    let (added, text) = add("short");
    assert!(!added && text.contains("password: "), "{text}");
    let (added, text) = add(PASSWORD);
    assert!(added && !text.contains(PASSWORD), "{text}");
    let (again, text) = add(PASSWORD);
    assert!(
        !again && text.contains("This email is already in use."),
        "{text}"
    );
}

#[test]
fn every_mistake_in_the_environment_is_reported_at_once_without_secrets() {
    let wrong = [
        ("DATABASE_URL", "mysql://hunter2@x/y"),
        ("COXSWAIN_ADDR", "nowhere"),
        ("AIRUDDER_APP_KEY", "k-3141"),
    ];
    let text = words_of_failure(program(&["serve"], &wrong));
    for variable in ["DATABASE_URL", "COXSWAIN_ADDR", "AIRUDDER_APP_SECRET"] {
        assert!(text.contains(variable), "{variable} is missing: {text}");
    }
    assert!(
        !text.contains("hunter2") && !text.contains("k-3141"),
        "{text}"
    );
}

#[test]
fn a_database_that_is_not_there_is_told_in_a_sentence() {
    let nowhere = [(
        "DATABASE_URL",
        "postgres://someone:hunter2@127.0.0.1:9/none",
    )];
    let text = words_of_failure(program(&["serve"], &nowhere));
    assert!(
        text.contains("the database at 127.0.0.1:9 cannot be reached"),
        "{text}"
    );
    assert!(!text.contains("hunter2"), "{text}");
}

#[test]
fn the_sandbox_listens_on_loopback_only_and_knows_its_options() {
    let text = words_of_failure(program(&["sandbox", "--addr", "0.0.0.0:0"], &[]));
    assert!(text.contains("loopback"), "{text}");
    let text = words_of_failure(program(&["sandbox", "--options", "no-such-option=1"], &[]));
    assert!(text.contains("no-such-option"), "{text}");
}
