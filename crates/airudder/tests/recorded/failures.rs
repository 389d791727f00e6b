//! Answers that cannot be used, or that never come, and what is then certain.

use std::time::Duration;

use airudder::{Certainty, Client, CreateOutcome, Error, NotSentReason, Perform, UnknownReason};
use tokio::net::TcpListener;

use crate::provider::{Provider, Reply, config, http, http_with, impatient, ok, task};

async fn create_error(reply: impl Fn() -> Reply + Send + Sync + 'static) -> Error {
    let provider = Provider::always(reply).await;
    let error = provider.client().create_task(&task()).await.unwrap_err();
    assert_eq!(provider.calls().len(), 1, "a create call is sent once");
    error
}

#[tokio::test]
async fn another_code_in_an_http_200_is_a_refusal_in_the_providers_words() {
    let error = create_error(|| ok(r#"{"code":403,"message":"task name exists"}"#)).await;
    assert_eq!(
        error,
        Error::Refused {
            code: 403,
            message: "task name exists".into()
        }
    );
    assert_eq!(error.certainty(), Certainty::Refused);
    assert_eq!(error.provider_words(), Some("task name exists"));
}

#[tokio::test]
async fn a_refusal_that_names_leads_brings_them_and_is_a_success() {
    let body = r#"{"code":40010,"message":"bad details","data":{"TaskID":null,
        "detail_error_list":[{"field":"Details[0]","msg":"Country Code Error: 6212341234","comments":""}]}}"#;
    for status in ["200 OK", "400 Bad Request"] {
        let provider = Provider::always(move || http(status, body)).await;
        let answer = provider.client().create_task(&task()).await.unwrap();
        assert_eq!(answer.detail_errors[0].field, "Details[0]");
        assert_eq!(answer.refusal.as_ref().unwrap().code, 40010);
        assert_eq!(
            answer.outcome(Perform::AllOrNothing),
            CreateOutcome::NothingCreated
        );
        assert!(!format!("{answer:?}").contains("bad details"));
    }
}

#[tokio::test]
async fn a_refusal_that_names_a_task_leaves_the_call_unknown() {
    let with_details =
        r#"{"code":400,"data":{"TaskID":"t","detail_error_list":[{"field":"Details[0]"}]}}"#;
    let provider = Provider::always(move || ok(with_details)).await;
    let answer = provider.client().create_task(&task()).await.unwrap();
    assert_eq!(answer.task_id.as_deref(), Some("t"));
    assert_eq!(
        answer.outcome(Perform::AllOrNothing),
        CreateOutcome::Unclear
    );

    for data in [
        r#"{"TaskID":"t"}"#,
        r#"{"TaskID":"t","detail_error_list":7}"#,
    ] {
        let body = format!(r#"{{"code":400,"message":"no","data":{data}}}"#);
        let error = create_error(move || ok(&body)).await;
        assert_eq!(error.certainty(), Certainty::Unknown, "{data}");
        assert_eq!(error.provider_words(), Some("no"));
    }
}

#[tokio::test]
async fn a_refusal_whose_details_are_none_or_unreadable_keeps_its_words() {
    for data in [
        r#"{}"#,
        "null",
        "[]",
        r#"{"TaskID":"","detail_error_list":[]}"#,
        r#"{"detail_error_list":[{"field":["x"]}]}"#,
    ] {
        let body = format!(r#"{{"code":400,"message":"no such line","data":{data}}}"#);
        let refused = Error::Refused {
            code: 400,
            message: "no such line".into(),
        };
        assert_eq!(create_error(move || ok(&body)).await, refused, "{data}");
    }
}

#[tokio::test]
async fn a_client_error_with_a_page_instead_of_json_is_a_refusal() {
    let error = create_error(|| http("404 Not Found", "<html>no such page</html>")).await;
    assert_eq!(
        error,
        Error::Refused {
            code: 404,
            message: "HTTP 404 Not Found".into()
        }
    );
    let cut = "HTTP/1.1 400 Bad Request\r\nContent-Length: 900\r\n\r\n{\"code\":4";
    let error = create_error(move || Reply::Bytes(cut.into())).await;
    assert_eq!(
        error,
        Error::Refused {
            code: 400,
            message: "HTTP 400 Bad Request".into()
        }
    );
}

#[tokio::test]
async fn too_many_calls_is_rate_limited_and_nothing_was_created() {
    let error =
        create_error(|| http_with("429 Too Many Requests", "Retry-After: 17\r\n", "slow down"))
            .await;
    assert_eq!(
        error,
        Error::RateLimited {
            retry_after: Some(Duration::from_secs(17))
        }
    );
    assert_eq!(error.certainty(), Certainty::NotSent);
}

#[tokio::test]
async fn server_errors_and_redirects_leave_a_create_call_unknown() {
    for (line, status) in [
        ("500 Internal Server Error", 500),
        ("502 Bad Gateway", 502),
        ("504 Gateway Timeout", 504),
        ("408 Request Timeout", 408),
        ("307 Temporary Redirect", 307),
    ] {
        let elsewhere = "Location: /service/cloud/elsewhere\r\n";
        let error = create_error(move || http_with(line, elsewhere, "<html>nginx</html>")).await;
        let reason = UnknownReason::Status { status };
        assert_eq!(
            error,
            Error::Unknown {
                reason,
                message: String::new()
            }
        );
        assert_eq!(error.certainty(), Certainty::Unknown);
    }
    let error = create_error(|| {
        http(
            "500 Internal Server Error",
            r#"{"code":500,"msg":"database"}"#,
        )
    })
    .await;
    assert_eq!(error.provider_words(), Some("database"));
}

#[tokio::test]
async fn a_cut_answer_leaves_a_create_call_unknown() {
    let cut = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"data\":{\"TaskID\":\"t\"";
    let error = create_error(move || Reply::Bytes(cut.into())).await;
    assert!(
        matches!(
            error,
            Error::Unknown {
                reason: UnknownReason::AnswerCut { .. },
                ..
            }
        ),
        "{error}"
    );
}

#[tokio::test]
async fn a_connection_that_ends_after_the_request_was_read_leaves_it_unknown() {
    let closed = create_error(|| Reply::Bytes(Vec::new())).await;
    assert!(
        matches!(
            closed,
            Error::Unknown {
                reason: UnknownReason::ConnectionBroken { .. },
                ..
            }
        ),
        "{closed}"
    );
    let reset = create_error(|| Reply::Reset).await;
    assert!(
        matches!(
            reset,
            Error::Unknown {
                reason: UnknownReason::ConnectionBroken { .. },
                ..
            }
        ),
        "{reset}"
    );
    let garbage = create_error(|| Reply::Bytes(b"SSH-2.0-x\r\n\r\n".to_vec())).await;
    assert!(matches!(garbage, Error::Unknown { .. }), "{garbage}");
}

#[tokio::test]
async fn an_answer_that_comes_too_late_leaves_it_unknown() {
    let beginning = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{";
    for bytes in ["", beginning] {
        let provider = Provider::always(move || Reply::Hang(bytes.into())).await;
        let mut config = provider.config();
        config.create_timeout = Duration::from_millis(500);
        let error = Client::new(config)
            .unwrap()
            .create_task(&task())
            .await
            .unwrap_err();
        assert_eq!(
            error,
            Error::Unknown {
                reason: UnknownReason::TimedOut,
                message: String::new()
            }
        );
        assert_eq!(provider.calls().len(), 1);
    }
}

#[tokio::test]
async fn a_create_answer_that_cannot_be_read_is_unknown_and_names_the_path() {
    for (body, wanted) in [
        (
            r#"{"data":{"TaskID":{"a":1}},"status":"OK","code":200}"#,
            "data.TaskID",
        ),
        (
            r#"{"data":{"detail_error_list":[{},{"field":["x"]}]},"status":"OK","code":200}"#,
            "data.detail_error_list[1].field",
        ),
        (r#"{"data":{"TaskID":"t""#, "data"),
        (r#"{"data":{"TaskID":"t"},"status":"OK","code":200}}"#, "."),
        (r#"{"data":{"TaskID":"t"}}"#, "code"),
        ("", "."),
    ] {
        let error = create_error(move || ok(body)).await;
        let Error::Unknown {
            reason: UnknownReason::Undecodable { path, .. },
            ..
        } = &error
        else {
            panic!("{body}: {error}")
        };
        assert_eq!(path, wanted, "{body}: {error}");
    }
}

#[tokio::test]
async fn a_read_that_cannot_be_decoded_names_the_path() {
    let provider = Provider::always(|| {
        ok(r#"{"data":{"detail":[{"Status":"x"},{"Status":oops}]},"code":200}"#)
    })
    .await;
    let error = provider.client().calls("t").await.unwrap_err();
    let Error::Undecodable { path, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(path, "data.detail[1].Status");
    assert!(error.to_string().contains(path.as_str()));
}

#[tokio::test]
async fn a_closed_port_is_certainly_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let mut config = config(&format!("http://{address}"));
    config.credentials = airudder::Credentials::Token(airudder::Secret::new("fixed"));
    let error = Client::new(config)
        .unwrap()
        .create_task(&task())
        .await
        .unwrap_err();
    assert!(
        matches!(
            error,
            Error::NotSent {
                reason: NotSentReason::Connect { .. }
            }
        ),
        "{error}"
    );
    assert_eq!(error.certainty(), Certainty::NotSent);
}

#[tokio::test]
async fn a_name_without_address_is_certainly_not_sent() {
    // A label of 64 characters (RFC 1035 allows 63) has no address on any machine, and none is asked for.
    let mut config = config(&format!("http://{}.invalid", "a".repeat(64)));
    config.credentials = airudder::Credentials::Token(airudder::Secret::new("fixed"));
    let error = Client::new(config)
        .unwrap()
        .create_task(&task())
        .await
        .unwrap_err();
    assert!(
        matches!(
            error,
            Error::NotSent {
                reason: NotSentReason::NameLookup { .. }
            }
        ),
        "{error}"
    );
}

#[tokio::test]
async fn a_tls_connection_that_fails_or_never_stands_is_certainly_not_sent() {
    let plain = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addresses = [plain.local_addr().unwrap(), silent.local_addr().unwrap()];
    // The first says no to the handshake by hanging up, the second says nothing.
    tokio::spawn(async move { while plain.accept().await.is_ok() {} });
    for address in addresses {
        let mut config = impatient(config(&format!("https://{address}")));
        config.credentials = airudder::Credentials::Token(airudder::Secret::new("fixed"));
        let client = match Client::new(config) {
            Ok(client) => client,
            // A machine without root certificates cannot make an HTTPS client, which is said before anything is sent.
            Err(airudder::ConfigError::Http(reason)) if reason.contains("CA certificates") => {
                return;
            }
            Err(error) => panic!("{error}"),
        };
        let error = client.create_task(&task()).await.unwrap_err();
        assert!(
            matches!(
                error,
                Error::NotSent {
                    reason: NotSentReason::Connect { .. }
                }
            ),
            "{error}"
        );
    }
    drop(silent);
}

#[tokio::test]
async fn an_answer_beyond_the_limit_is_not_read_to_its_end() {
    let huge = format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n",
        airudder::ANSWER_LIMIT + 1
    );
    let error = create_error(move || Reply::Hang(huge.clone().into_bytes())).await;
    assert_eq!(
        error,
        Error::Unknown {
            reason: UnknownReason::AnswerTooLong,
            message: String::new()
        }
    );
    let error = create_error(|| Reply::Endless).await;
    assert_eq!(
        error,
        Error::Unknown {
            reason: UnknownReason::AnswerTooLong,
            message: String::new()
        }
    );
}

#[tokio::test]
async fn errors_show_neither_secrets_nor_numbers() {
    let body = r#"{"code":403,"message":"the-key the-secret Token tok-1 may not call 6212341234"}"#;
    let error = create_error(move || ok(body)).await;
    assert_eq!(
        error.provider_words(),
        Some("[hidden] [hidden] Token [hidden] may not call 6212341234")
    );
    let shown = format!("{error} {error:?}");
    for secret in ["the-key", "the-secret", "tok-1", "6212341234"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    let shown = format!("{:?}", crate::provider::config("http://localhost"));
    assert!(
        !shown.contains("the-key") && !shown.contains("the-secret"),
        "{shown}"
    );
}

#[test]
fn all_mistakes_in_a_configuration_are_named_together() {
    let mut config = config("ftp://user@localhost/?x");
    config.timeout = Duration::ZERO;
    config.create_timeout = Duration::ZERO;
    config.concurrency = 0;
    config.robot_list_path = "robots".into();
    config.robot_detail_path = "/robots#x".into();
    config.credentials = airudder::Credentials::Token(airudder::Secret::new("two words"));
    let airudder::ConfigError::Problems(problems) = Client::new(config).unwrap_err() else {
        panic!()
    };
    assert_eq!(problems.len(), 7, "{problems:?}");
}
