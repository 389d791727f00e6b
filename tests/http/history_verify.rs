//! `coxswain history verify` over the audit log, as an operator runs it.

use std::process::Output;
use std::time::Duration;

use backend::Backend;
use backend::audit::{SignedHead, sign_head};
use backend::encryption::EncryptionKeys;
use jiff::Timestamp;
use serde_json::Value;
use sqlx::PgPool;

use crate::support::{ENCRYPTION_KEY, Ended, PASSWORD, Running, add_member, migrated, program};

/// What the command prints, and what it ends with.
fn verify(url: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let variables = [
        ("DATABASE_URL", url),
        ("COXSWAIN_ENCRYPTION_KEYS", ENCRYPTION_KEY),
    ];
    let arguments = [["history", "verify"].as_slice(), arguments].concat();
    let output = program(&arguments, &variables).output();
    let Output {
        status,
        stdout,
        stderr,
    } = output.expect("an end");
    let text = String::from_utf8([stdout, stderr].concat()).expect("text");
    (status.code(), text)
}

/// The end of the log, signed as a running program signs it each hour.
async fn signed_head(pool: &PgPool) -> SignedHead {
    let nowhere = "http://127.0.0.1:9".parse().expect("an address");
    let credentials = airudder::Credentials::Token(airudder::Secret::new("none"));
    let client = airudder::Client::new(airudder::Config::new(nowhere, credentials));
    let backend = Backend::new(pool.clone(), client.expect("a client"), true);
    let keys = EncryptionKeys::parse(ENCRYPTION_KEY).expect("a key");
    let head = sign_head(&backend.with_encryption_keys(keys), Timestamp::UNIX_EPOCH).await;
    head.expect("the database works")
        .expect("there are entries")
}

/// A log of two entries, whose end is signed.
async fn two_entries(pool: &PgPool) -> (String, SignedHead) {
    let url = migrated(pool).await;
    for email in ["first@example.com", "second@example.com"] {
        assert!(add_member(&url, email, PASSWORD).status.success());
    }
    let head = signed_head(pool).await;
    assert_eq!(head.number, 2);
    (url, head)
}

#[sqlx::test(migrations = false)]
async fn a_log_that_was_left_alone_is_verified_with_status_0(pool: PgPool) {
    let (url, head) = two_entries(&pool).await;
    let fits = "Audit log: 2 entries verified, 1 signed heads.\n";
    let (status, text) = verify(&url, &[]);
    assert!(
        status == Some(0) && text.ends_with(fits),
        "{status:?} {text}"
    );
    let told = head.to_string();
    let (status, text) = verify(&url, &["--head", &told]);
    let fits = "Audit log: 2 entries verified, 2 signed heads.\n";
    assert!(
        status == Some(0) && text.ends_with(fits),
        "{status:?} {text}"
    );
}

#[sqlx::test(migrations = false)]
async fn a_spoilt_entry_of_the_audit_log_is_named_with_status_1(pool: PgPool) {
    let (url, _) = two_entries(&pool).await;
    sqlx::raw_sql(
        "alter table audit_log disable trigger user; update audit_log set address = '::1' where number = 2",
    )
    .execute(&pool)
    .await
    .expect("the owner may");
    let (status, text) = verify(&url, &[]);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("Audit log: entry 2 ("), "{text}");
    assert!(!text.contains("entries verified"), "{text}");
}

#[sqlx::test(migrations = false)]
async fn a_rewrite_that_fits_is_told_by_a_head_from_before_with_status_1(pool: PgPool) {
    let (url, head) = two_entries(&pool).await;
    // The last entry and its head are taken away, and the end of the chain is made to fit.
    sqlx::raw_sql(
        "alter table audit_log disable trigger user; alter table audit_log_signed_heads disable trigger user; \
         delete from audit_log where number = 2; delete from audit_log_signed_heads; \
         update audit_log_head set number = 1, hash = (select hash from audit_log where number = 1)",
    )
    .execute(&pool)
    .await
    .expect("the owner may");
    let (status, text) = verify(&url, &[]);
    assert_eq!(status, Some(0), "{text}");
    let told = head.to_string();
    let (status, text) = verify(&url, &["--head", &told]);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("entries up to 2 were signed"), "{text}");
    let forged = told.replacen("2:", "1:", 1);
    let (status, text) = verify(&url, &["--head", &forged]);
    assert_eq!(status, Some(1), "{text}");
    assert!(
        text.contains("was not signed with a key of this installation"),
        "{text}"
    );
}

/// Serves until what is done now and then has been done once; the heads that stand in the log of the program then.
async fn heads_in_the_log(pool: &PgPool, url: &str) -> Vec<String> {
    // Failures of yesterday are deleted after the head was looked at.
    let failure =
        "insert into sign_in_failures (subject, failed_at) values ('', now() - interval '2 days')";
    sqlx::query(failure).execute(pool).await.expect("a failure");
    let variables = [
        ("DATABASE_URL", url),
        ("COXSWAIN_ADDR", "127.0.0.1:0"),
        ("COXSWAIN_ENCRYPTION_KEYS", ENCRYPTION_KEY),
    ];
    let mut running = Running::start(program(&["serve"], &variables));
    running.address().await;
    let cleaned = async {
        let mut ticks = tokio::time::interval(Duration::from_millis(20));
        let left = "select count(*) from sign_in_failures";
        loop {
            let left: i64 = sqlx::query_scalar(left)
                .fetch_one(pool)
                .await
                .expect("a number");
            if left == 0 {
                return;
            }
            ticks.tick().await;
        }
    };
    let cleaned = tokio::time::timeout(Duration::from_secs(60), cleaned);
    cleaned.await.expect("it is done within a minute");
    let Ended { success, log } = running.terminate().await;
    assert!(success, "{log}");
    let lines = log.lines().map(serde_json::from_str::<Value>);
    let lines = lines.map(|line| line.expect("a line of JSON"));
    let heads = lines.filter(|line| line["message"] == "the audit log ends here");
    heads
        .map(|line| line["head"].as_str().expect("a head").to_owned())
        .collect()
}

#[sqlx::test(migrations = false)]
async fn a_program_that_serves_writes_the_signed_head_to_its_log_once_an_hour(pool: PgPool) {
    let url = migrated(&pool).await;
    assert!(
        add_member(&url, "first@example.com", PASSWORD)
            .status
            .success()
    );
    let [first] = &heads_in_the_log(&pool, &url).await[..] else {
        panic!("one head")
    };
    assert!(
        add_member(&url, "second@example.com", PASSWORD)
            .status
            .success()
    );
    let within_the_hour = heads_in_the_log(&pool, &url).await;
    assert_eq!(within_the_hour, Vec::<String>::new());
    // As if an hour had passed.
    sqlx::raw_sql(
        "alter table audit_log_signed_heads disable trigger user; \
         update audit_log_signed_heads set signed_at = signed_at - interval '1 hour'; \
         alter table audit_log_signed_heads enable trigger user",
    )
    .execute(&pool)
    .await
    .expect("the owner may");
    let [second] = &heads_in_the_log(&pool, &url).await[..] else {
        panic!("one head more")
    };
    for told in [first, second] {
        let (status, text) = verify(&url, &["--head", told]);
        assert_eq!(status, Some(0), "{text}");
    }
    let number = |head: &str| head.parse::<SignedHead>().expect("a head").number;
    assert!(number(first) < number(second), "{first} {second}");
}
