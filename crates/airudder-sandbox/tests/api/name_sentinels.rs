//! Task names that make the create call go wrong.

use std::time::Duration;

use airudder_sandbox::SandboxOptions;
use reqwest::StatusCode;
use serde_json::Value;

use crate::support::{CREATE, Provider, assert_refused};

const TIMEOUT: Duration = Duration::from_secs(1);

#[tokio::test]
async fn sandbox_500_fails_and_creates_nothing() {
    let provider = Provider::start().await;
    let task = provider.good_task("July sandbox-500 a1b2", 3).await;
    for _ in 0..2 {
        let response = provider.post(CREATE, &task).send().await.unwrap();
        assert_eq!(response.status(), 500);
        assert_eq!(response.json::<Value>().await.unwrap()["code"], 500);
    }
    assert!(provider.listed().await.is_empty());
    assert_eq!(
        provider
            .create(&provider.good_task("July sandbox-500 a1b2", 2).await)
            .await["code"],
        200
    );
}

#[tokio::test]
async fn sandbox_429_asks_to_wait_and_then_succeeds() {
    let provider = Provider::with_options(SandboxOptions {
        retry_after: Duration::from_secs(7),
        ..SandboxOptions::default()
    })
    .await;
    for name in ["sandbox-429 a", "sandbox-429 b"] {
        let task = provider.good_task(name, 3).await;
        for _ in 0..2 {
            let response = provider.post(CREATE, &task).send().await.unwrap();
            assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(response.headers()["retry-after"], "7");
        }
        provider.created(&task).await;
    }
    assert_eq!(provider.listed().await.len(), 2);
}

#[tokio::test]
async fn sandbox_401_refuses_and_forgets_the_token_once() {
    let mut provider = Provider::start().await;
    let task = provider.good_task("sandbox-401", 3).await;
    for _ in 0..2 {
        assert_eq!(
            provider.post(CREATE, &task).send().await.unwrap().status(),
            401
        );
    }
    provider.token = provider.new_token().await;
    provider.created(&task).await;
}

#[tokio::test]
async fn sandbox_refuse_is_refused_in_words() {
    let provider = Provider::start().await;
    let answer = provider
        .create(&provider.good_task("sandbox-refuse", 1).await)
        .await;
    assert_refused(&answer, "its name asks for it");
    assert!(provider.listed().await.is_empty());
}

#[tokio::test]
async fn sandbox_close_closes_without_an_answer_and_creates_nothing() {
    let provider = Provider::start().await;
    let problem = provider
        .post(CREATE, &provider.good_task("sandbox-close", 3).await)
        .send()
        .await
        .unwrap_err();
    assert!(
        !problem.is_timeout() && !problem.is_connect() && problem.status().is_none(),
        "{problem:?}"
    );
    assert!(provider.listed().await.is_empty());
}

#[tokio::test]
async fn sandbox_timeout_before_never_answers_and_creates_nothing() {
    let provider = Provider::start().await;
    let task = provider.good_task("sandbox-timeout-before", 3).await;
    assert!(
        provider
            .create_impatiently(&task, TIMEOUT)
            .await
            .unwrap_err()
            .is_timeout()
    );
    assert!(provider.listed().await.is_empty());
}

#[tokio::test]
async fn sandbox_timeout_after_never_answers_and_creates_the_task() {
    let provider = Provider::start().await;
    let task = provider.good_task("sandbox-timeout-after", 3).await;
    assert!(
        provider
            .create_impatiently(&task, TIMEOUT)
            .await
            .unwrap_err()
            .is_timeout()
    );
    assert_eq!(provider.listed().await, ["sandbox-timeout-after"]);
    assert_refused(&provider.create(&task).await, "already exists");
}

#[tokio::test]
async fn a_call_that_is_never_answered_is_closed_in_the_end() {
    let provider = Provider::with_options(SandboxOptions {
        hang: Duration::from_millis(20),
        ..SandboxOptions::default()
    })
    .await;
    for name in [
        "sandbox-timeout-before",
        "sandbox-timeout-after",
        "sandbox-late",
    ] {
        let problem = provider
            .post(CREATE, &provider.good_task(name, 3).await)
            .send()
            .await
            .unwrap_err();
        assert!(
            !problem.is_timeout() && problem.status().is_none(),
            "{name}: {problem:?}"
        );
    }
}

#[tokio::test]
async fn sandbox_late_creates_a_task_that_the_list_shows_later() {
    let provider = Provider::start().await;
    let task = provider.good_task("sandbox-late", 3).await;
    assert!(
        provider
            .create_impatiently(&task, TIMEOUT)
            .await
            .unwrap_err()
            .is_timeout()
    );
    provider.advance(44);
    assert!(provider.listed().await.is_empty());
    assert_refused(&provider.create(&task).await, "already exists");
    provider.advance(1);
    assert_eq!(provider.listed().await, ["sandbox-late"]);
}

#[tokio::test]
async fn sandbox_cut_creates_the_task_and_cuts_the_answer_in_the_middle() {
    let provider = Provider::start().await;
    let response = provider
        .post(CREATE, &provider.good_task("sandbox-cut", 3).await)
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    let promised = response.content_length().unwrap();
    assert!(promised > 50);
    let mut response = response;
    let first = response.chunk().await.unwrap().unwrap();
    assert_eq!(first.len() as u64, promised / 2);
    assert!(first.starts_with(b"{"));
    response.chunk().await.unwrap_err();
    assert_eq!(provider.listed().await, ["sandbox-cut"]);
}

#[tokio::test]
async fn sandbox_garbled_creates_the_task_and_answers_no_json() {
    let provider = Provider::start().await;
    let response = provider
        .post(CREATE, &provider.good_task("sandbox-garbled", 3).await)
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    assert!(serde_json::from_str::<Value>(&response.text().await.unwrap()).is_err());
    assert_eq!(provider.listed().await, ["sandbox-garbled"]);
}

#[tokio::test]
async fn sandbox_502_creates_the_task_and_answers_as_a_gateway() {
    let provider = Provider::start().await;
    let response = provider
        .post(CREATE, &provider.good_task("sandbox-502", 3).await)
        .send()
        .await
        .unwrap();
    assert_eq!(
        (
            response.status(),
            &response.headers()["content-type"] == "text/html"
        ),
        (StatusCode::BAD_GATEWAY, true)
    );
    assert_eq!(provider.listed().await, ["sandbox-502"]);
}

#[tokio::test]
async fn sandbox_slow_answers_rightly_after_a_while() {
    let slow = Duration::from_millis(150);
    let provider = Provider::with_options(SandboxOptions {
        slow,
        ..SandboxOptions::default()
    })
    .await;
    let begun = std::time::Instant::now();
    provider
        .created(&provider.good_task("sandbox-slow", 3).await)
        .await;
    assert!(begun.elapsed() >= slow);
}

#[tokio::test]
async fn a_sentinel_for_the_check_acts_on_the_check_alone() {
    let provider = Provider::start().await;
    let check = provider
        .post(CREATE, &provider.good_task("sandbox-check-500", 2).await)
        .send()
        .await
        .unwrap();
    assert_eq!(check.status(), 500);
    provider
        .created(&provider.good_task("sandbox-check-500", 3).await)
        .await;
    let cut = provider
        .post(CREATE, &provider.good_task("sandbox-check-cut", 2).await)
        .send()
        .await
        .unwrap();
    cut.bytes().await.unwrap_err();
    let late = provider.good_task("sandbox-check-timeout-after", 2).await;
    assert!(
        provider
            .create_impatiently(&late, TIMEOUT)
            .await
            .unwrap_err()
            .is_timeout()
    );
    let first = provider
        .post(CREATE, &provider.good_task("sandbox-check-429", 2).await)
        .send()
        .await
        .unwrap();
    assert_eq!(first.status(), 429);
    assert_eq!(provider.listed().await, ["sandbox-check-500"]);
}

#[tokio::test]
async fn a_refused_request_is_answered_plainly_whatever_its_name_asks_for() {
    let provider = Provider::start().await;
    for name in [
        "sandbox-timeout-after",
        "sandbox-cut",
        "sandbox-502",
        "sandbox-garbled",
        "sandbox-late",
        "sandbox-slow",
    ] {
        let task = crate::support::with(&provider.good_task(name, 3).await, "SIPLine", Value::Null);
        assert_refused(&provider.create(&task).await, "SIPLine is required");
    }
}
