//! Tokens, headers, and paths that do not exist.

use airudder_sandbox::{BadToken, SandboxOptions, TokenRenewal};
use serde_json::json;

use crate::support::{CREATE, Provider};

#[tokio::test]
async fn a_token_is_given_for_the_right_key_and_secret_only() {
    let provider = Provider::start().await;
    let good = provider.auth("sandbox-key", "sandbox-secret").await;
    assert_eq!(
        (&good["status"], &good["code"]),
        (&json!("OK"), &json!(200))
    );
    let token = good["data"]["token"].as_str().unwrap();
    assert!(
        token.len() == 32 && token.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')),
        "{token}"
    );
    assert_eq!(provider.auth("other", "sandbox-secret").await["code"], 401);
    assert_eq!(provider.auth("sandbox-key", "other").await["code"], 403);
}

#[tokio::test]
async fn a_token_lives_twenty_four_hours_by_the_clock() {
    let provider = Provider::start().await;
    provider.advance(24 * 3600 - 1);
    assert_eq!(
        provider
            .get("/service/cloud/list")
            .send()
            .await
            .unwrap()
            .status(),
        200
    );
    provider.advance(1);
    let late = provider.get("/service/cloud/list").send().await.unwrap();
    assert_eq!(late.status(), 401);
    assert_eq!(late.json::<serde_json::Value>().await.unwrap()["code"], 401);
}

#[tokio::test]
async fn a_token_needs_the_documented_form_and_must_be_known() {
    let provider = Provider::start().await;
    let token = provider.token.clone();
    let bad = [
        token.clone(),
        format!("Bearer {token}"),
        format!("Token  {token}"),
        format!("token {token}"),
        "Token ".into(),
        "Token abc".into(),
    ];
    for path in [
        "/service/cloud/list",
        "/service/cloud/v2/robot",
        "/service/cloud/detail?TaskID=x",
        "/nowhere",
    ] {
        for value in &bad {
            let request = provider
                .http
                .get(format!("{}{path}", provider.base))
                .header("Authorization", value);
            assert_eq!(
                request.send().await.unwrap().status(),
                401,
                "{path} with {value}"
            );
        }
        let without = provider
            .http
            .get(format!("{}{path}", provider.base))
            .send()
            .await
            .unwrap();
        assert_eq!(without.status(), 401, "{path} without");
    }
    let post = provider
        .http
        .post(format!("{}{CREATE}", provider.base))
        .json(&json!({}))
        .send()
        .await
        .unwrap();
    assert_eq!(post.status(), 401);
}

#[tokio::test]
async fn a_bad_token_can_be_told_by_the_body_alone() {
    let provider = Provider::with_options(SandboxOptions {
        bad_token: BadToken::Body401,
        ..SandboxOptions::default()
    })
    .await;
    let request = provider
        .http
        .get(format!("{}/service/cloud/list", provider.base))
        .header("Authorization", "Token x");
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(
        response.json::<serde_json::Value>().await.unwrap()["code"],
        401
    );
}

#[tokio::test]
async fn a_second_token_does_to_the_first_what_the_option_says() {
    for (renewal, differs, first_lives) in [
        (TokenRenewal::OldLives, true, true),
        (TokenRenewal::OldDies, true, false),
        (TokenRenewal::Same, false, true),
    ] {
        let provider = Provider::with_options(SandboxOptions {
            token_renewal: renewal,
            ..SandboxOptions::default()
        })
        .await;
        provider.advance(3600);
        let second = provider.new_token().await;
        assert_eq!(second != provider.token, differs, "{renewal:?}");
        let status = provider
            .get("/service/cloud/list")
            .send()
            .await
            .unwrap()
            .status();
        assert_eq!(status == 200, first_lives, "{renewal:?}");
        provider.advance(23 * 3600);
        let after_its_day = provider
            .get("/service/cloud/list")
            .send()
            .await
            .unwrap()
            .status();
        assert_eq!(
            after_its_day == 200,
            renewal == TokenRenewal::Same,
            "{renewal:?}"
        );
    }
}

#[tokio::test]
async fn the_user_agent_and_the_content_type_are_checked() {
    let provider = Provider::start().await;
    let agent = provider
        .get("/service/cloud/list")
        .header("User-Agent", "curl/8")
        .send()
        .await
        .unwrap();
    let answer: serde_json::Value = agent.json().await.unwrap();
    assert_eq!(answer["message"], "The User-Agent header must be Airudder");
    for (content_type, words) in [
        (
            "text/plain",
            "The Content-Type header must be application/json",
        ),
        ("application/json; charset=utf-8", "TaskName is required"),
    ] {
        let request = provider
            .http
            .post(format!("{}{CREATE}", provider.base))
            .header("Authorization", format!("Token {}", provider.token))
            .header("Content-Type", content_type)
            .body("{}");
        let answer: serde_json::Value = request.send().await.unwrap().json().await.unwrap();
        assert!(
            answer["message"].as_str().unwrap().contains(words),
            "{answer}"
        );
    }
}

#[tokio::test]
async fn unknown_paths_methods_and_bodies_are_refused() {
    let provider = Provider::start().await;
    assert_eq!(provider.got("/service/cloud/nothing").await["code"], 404);
    assert_eq!(provider.got(CREATE).await["code"], 405);
    let body = provider
        .post(CREATE, &json!({}))
        .body("{")
        .send()
        .await
        .unwrap();
    assert_eq!(
        body.json::<serde_json::Value>().await.unwrap()["message"],
        "The body is not a JSON object"
    );
}

#[tokio::test]
async fn a_listener_that_others_can_reach_is_refused() {
    let listener = tokio::net::TcpListener::bind("0.0.0.0:0").await.unwrap();
    let clock = std::sync::Arc::new(|| jiff::Timestamp::UNIX_EPOCH);
    let problem = airudder_sandbox::serve(listener, airudder_sandbox::Settings::default(), clock)
        .await
        .unwrap_err();
    assert_eq!(problem.kind(), std::io::ErrorKind::InvalidInput);
}
