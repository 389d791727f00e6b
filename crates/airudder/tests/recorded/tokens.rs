//! Obtaining, sharing and renewing the token.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use airudder::{Certainty, Client, Credentials, Error, NotSentReason, Secret};

use crate::provider::{Provider, Reply, http, http_with, ok, task, token};

const EMPTY: &str = r#"{"data":[],"status":"OK","code":200}"#;
const CREATED: &str = r#"{"data":{"TaskID":"t1"},"status":"OK","code":200}"#;

/// Gives the tokens tok-1, tok-2, … and answers calls with `reply`, which gets the token's header.
async fn provider(reply: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Provider {
    let given = Arc::new(AtomicUsize::new(0));
    Provider::start(move |request, _| {
        if request.is_auth() {
            token(&format!("tok-{}", given.fetch_add(1, Ordering::SeqCst) + 1))
        } else {
            reply(request.token())
        }
    })
    .await
}

/// Changes, as only their number can be configured.
async fn creations_at_once(client: &Client, count: usize) -> Vec<Result<(), Error>> {
    let callers: Vec<_> = (0..count)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.create_task(&task()).await.map(|_| ()) })
        })
        .collect();
    let mut results = Vec::new();
    for caller in callers {
        results.push(caller.await.unwrap());
    }
    results
}

fn many_at_once(provider: &Provider) -> Client {
    let mut config = provider.config();
    config.concurrency = 64;
    Client::new(config).unwrap()
}

#[tokio::test]
async fn fifty_callers_at_once_ask_for_one_token() {
    let provider = provider(|_| ok(CREATED)).await;
    let results = creations_at_once(&many_at_once(&provider), 50).await;
    assert!(results.iter().all(|result| result.is_ok()));
    assert_eq!((provider.auths(), provider.calls().len()), (1, 50));
}

#[tokio::test]
async fn fifty_callers_with_a_stale_token_renew_it_once() {
    let provider = provider(|token| {
        if token == "Token tok-1" {
            http("401 Unauthorized", "")
        } else {
            ok(CREATED)
        }
    })
    .await;
    let results = creations_at_once(&many_at_once(&provider), 50).await;
    assert!(results.iter().all(|result| result.is_ok()));
    assert_eq!(provider.auths(), 2);
}

#[tokio::test]
async fn fifty_callers_share_one_failure_to_get_a_token() {
    let mut provider = Provider::start(|_, _| Reply::Hang(Vec::new())).await;
    let mut config = provider.config();
    config.concurrency = 64;
    config.timeout = Duration::from_secs(1);
    let client = Client::new(config).unwrap();
    let waiting = creations_at_once(&client, 50);
    let (results, arrived) = tokio::join!(waiting, provider.arrivals.recv());
    assert!(arrived.is_some());
    assert!(
        results
            .iter()
            .all(|result| matches!(result, Err(Error::NotSent { .. })))
    );
    assert_eq!((provider.auths(), provider.calls().len()), (1, 0));
}

#[tokio::test]
async fn a_caller_that_gives_up_while_waiting_does_not_hold_up_the_others() {
    let mut provider = Provider::start(|request, before| match (request.is_auth(), before) {
        (true, 0) => Reply::Hang(Vec::new()),
        (true, _) => token("tok-2"),
        _ => ok(EMPTY),
    })
    .await;
    let client = provider.client();
    let first = tokio::spawn({
        let client = client.clone();
        async move { client.robots().await }
    });
    provider.arrivals.recv().await.unwrap();
    first.abort();
    assert_eq!(client.robots().await, Ok(vec![]));
}

#[tokio::test]
async fn a_401_in_the_status_or_in_the_body_renews_the_token_once_and_sends_again() {
    for refusal in [
        || {
            http(
                "401 Unauthorized",
                r#"{"code":401,"message":"token expired"}"#,
            )
        },
        || ok(r#"{"code":401,"message":"token expired"}"#),
    ] {
        let provider = provider(move |token| {
            if token == "Token tok-1" {
                refusal()
            } else {
                ok(CREATED)
            }
        })
        .await;
        let answer = provider.client().create_task(&task()).await.unwrap();
        assert_eq!(answer.task_id.as_deref(), Some("t1"));
        let calls = provider.calls();
        assert_eq!((provider.auths(), calls.len()), (2, 2));
        assert_eq!(calls[0].body, calls[1].body);
    }
}

#[tokio::test]
async fn a_401_with_a_new_token_is_a_refusal() {
    let provider = provider(|_| http("401 Unauthorized", r#"{"code":40100,"message":"no"}"#)).await;
    let error = provider.client().create_task(&task()).await.unwrap_err();
    assert_eq!(
        error,
        Error::Refused {
            code: 401,
            message: "no".into()
        }
    );
    assert_eq!((provider.auths(), provider.calls().len()), (2, 2));
}

#[tokio::test]
async fn a_401_with_a_fixed_token_is_a_refusal_at_once() {
    let provider = provider(|_| http("401 Unauthorized", "")).await;
    let mut config = provider.config();
    config.credentials = Credentials::Token(Secret::new("fixed"));
    let error = Client::new(config)
        .unwrap()
        .create_task(&task())
        .await
        .unwrap_err();
    assert_eq!(error.certainty(), Certainty::Refused);
    assert_eq!((provider.auths(), provider.calls().len()), (0, 1));
}

#[tokio::test]
async fn without_a_token_nothing_is_sent() {
    let too_many = || http_with("429 Too Many Requests", "Retry-After: 9\r\n", "");
    for reply in [
        || ok(r#"{"code":403,"message":"unknown key the-key"}"#),
        || http("500 Internal Server Error", ""),
        || ok(r#"{"data":{},"status":"OK","code":200}"#),
        || ok(r#"{"data":{"token":"two words"},"status":"OK","code":200}"#),
        || Reply::Bytes(Vec::new()),
        too_many,
    ] {
        let provider = Provider::start(move |_, _| reply()).await;
        let error = provider.client().create_task(&task()).await.unwrap_err();
        assert!(
            matches!(
                error,
                Error::NotSent {
                    reason: NotSentReason::Token(_)
                }
            ),
            "{error}"
        );
        assert_eq!(error.certainty(), Certainty::NotSent);
        assert_eq!(provider.calls().len(), 0);
        assert!(!format!("{error} {error:?} {:?}", error.provider_words()).contains("the-key"));
    }
    let provider = Provider::start(move |_, _| too_many()).await;
    let error = provider.client().robots().await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(9)));
}

#[tokio::test]
async fn a_renewal_that_fails_after_a_401_leaves_the_call_certainly_undone() {
    let provider = Provider::start(|request, before| match (request.is_auth(), before) {
        (true, 0) => token("tok-1"),
        (true, _) => http("500 Internal Server Error", ""),
        _ => http("401 Unauthorized", ""),
    })
    .await;
    let error = provider.client().create_task(&task()).await.unwrap_err();
    assert!(
        matches!(
            error,
            Error::NotSent {
                reason: NotSentReason::Token(_)
            }
        ),
        "{error}"
    );
}

/// Moves the runtime's clock without leaving it stopped: with a stopped clock every time limit fires at once.
async fn pass(time: Duration) {
    tokio::time::pause();
    tokio::time::advance(time).await;
    tokio::time::resume();
}

#[tokio::test]
async fn a_token_is_renewed_before_its_24_hours_end() {
    let provider = provider(|_| ok(EMPTY)).await;
    let client = provider.client();
    client.robots().await.unwrap();
    pass(Duration::from_secs(22 * 3600)).await;
    client.robots().await.unwrap();
    assert_eq!(provider.auths(), 1);
    pass(Duration::from_secs(3600)).await;
    client.robots().await.unwrap();
    assert_eq!(provider.auths(), 2);
    assert_eq!(provider.calls()[2].token(), "Token tok-2");
}

#[tokio::test]
async fn a_renewal_that_fails_early_leaves_the_old_token_in_use_until_it_dies() {
    let provider = Provider::start(|request, before| match (request.is_auth(), before) {
        (true, 0) => token("tok-1"),
        (true, _) => http("500 Internal Server Error", ""),
        _ => ok(EMPTY),
    })
    .await;
    let client = provider.client();
    client.robots().await.unwrap();
    pass(Duration::from_secs(23 * 3600)).await;
    client.robots().await.unwrap();
    client.robots().await.unwrap();
    assert_eq!(
        provider.auths(),
        2,
        "the failed renewal is not repeated at once"
    );
    pass(Duration::from_secs(3600)).await;
    assert!(matches!(client.robots().await, Err(Error::NotSent { .. })));
}

#[tokio::test]
async fn one_call_at_a_time_can_still_renew_its_token() {
    let provider = provider(|token| {
        if token == "Token tok-1" {
            http("401 Unauthorized", "")
        } else {
            ok(CREATED)
        }
    })
    .await;
    let mut config = provider.config();
    config.concurrency = 1;
    let results = creations_at_once(&Client::new(config).unwrap(), 3).await;
    assert!(results.iter().all(|result| result.is_ok()));
}
