//! The program itself: its commands, what it prints, and how it ends.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::{Anonymous, Ended, PASSWORD, Running, add_member, program, url};
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

#[sqlx::test(migrations = false)]
async fn serving_tells_the_address_and_the_one_time_link_and_ends_when_told_to(pool: PgPool) {
    let url = url(&pool);
    let mut running = Running::start(program(
        &[],
        &[("DATABASE_URL", &url), ("COXSWAIN_ADDR", "127.0.0.1:0")],
    ));
    let address = running.address().await;
    let second = running.line().await;
    let link = second
        .strip_prefix("Create the first administrator: ")
        .expect("the link");
    let path = link
        .strip_prefix(address.as_str())
        .expect("a link of that address");
    let key = path.strip_prefix("/setup?key=").expect("a key");

    assert_eq!(
        Anonymous::new(&address).get(path).await.status,
        StatusCode::OK
    );
    let Ended { success, log } = running.terminate().await;
    assert!(success, "{log}");
    assert!(
        log.contains("\"route\":\"/setup\""),
        "the request was logged: {log}"
    );
    assert!(
        !log.contains(key) && !log.contains("key="),
        "the log keeps the key to itself"
    );
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
    let options = pool.connect_options();
    let relay = Relay::to(format!("{}:{}", options.get_host(), options.get_port())).await;
    let options = (*options).clone().port(relay.addr.port());
    let url = options.host("127.0.0.1").to_url_lossy().to_string();
    let mut running = Running::start(program(
        &[],
        &[("DATABASE_URL", &url), ("COXSWAIN_ADDR", "127.0.0.1:0")],
    ));
    let address = running.address().await;
    let visitor = Anonymous::new(&address);
    assert_eq!(visitor.get("/healthz").await.status, StatusCode::OK);

    relay.cut.cancel();
    let began = Instant::now();
    let health = visitor.get("/healthz").await;
    assert_eq!(health.status, StatusCode::SERVICE_UNAVAILABLE);
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
    let url = url(&pool);
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
        !again && text.contains("Somebody has this email already."),
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
fn the_sandbox_listens_on_loopback_only_and_knows_its_knobs() {
    let text = words_of_failure(program(&["sandbox", "--addr", "0.0.0.0:0"], &[]));
    assert!(text.contains("loopback"), "{text}");
    let text = words_of_failure(program(&["sandbox", "--knobs", "no-such-knob=1"], &[]));
    assert!(text.contains("no-such-knob"), "{text}");
}
