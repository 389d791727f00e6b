//! Answers that can be used, and what is sent to get them.

use airudder::{Certainty, CreateOutcome, Credentials, Error, Perform, Secret};
use serde_json::{Value, json};

use crate::provider::{Provider, ok, task};

#[tokio::test]
async fn a_created_task_gives_its_id_and_sends_the_documented_headers_and_body() {
    let provider = Provider::always(|| {
        ok(r#"{"data":{"TaskID":"0123456789abcdef0123456789abcdef"},"status":"OK","code":200}"#)
    })
    .await;
    let answer = provider.client().create_task(&task()).await.unwrap();
    assert_eq!(
        answer.task_id.as_deref(),
        Some("0123456789abcdef0123456789abcdef")
    );
    assert_eq!(answer.detail_errors, []);

    let received = provider.received();
    assert_eq!(received.len(), 2);
    let auth = &received[0];
    assert_eq!(
        (auth.method.as_str(), auth.target.as_str()),
        ("POST", "/service/cloud/auth")
    );
    let sent: Value = serde_json::from_slice(&auth.body).unwrap();
    assert_eq!(
        sent,
        json!({"APPKey": "the-key", "APPSecret": "the-secret"})
    );
    assert!(!auth.headers.contains_key("authorization"));

    let create = &received[1];
    assert_eq!(
        (create.method.as_str(), create.target.as_str()),
        ("POST", "/service/cloud/v2/task")
    );
    assert_eq!(create.headers["authorization"], "Token tok-1");
    assert_eq!(create.headers["content-type"], "application/json");
    assert_eq!(create.headers["user-agent"], "Airudder");
    assert_eq!(create.body, task().body());
}

#[tokio::test]
async fn a_task_id_that_is_absent_null_or_empty_is_none() {
    for data in [
        r#"{}"#,
        r#"{"TaskID":null}"#,
        r#"{"TaskID":""}"#,
        r#"{"TaskID":"","detail_error_list":null}"#,
        "null",
    ] {
        let body = format!(r#"{{"data":{data},"status":"OK","code":200}}"#);
        let provider = Provider::always(move || ok(&body)).await;
        let answer = provider.client().create_task(&task()).await.unwrap();
        assert_eq!(
            (answer.task_id, answer.detail_errors.len()),
            (None, 0),
            "{data}"
        );
    }
    let provider = Provider::always(|| ok(r#"{"status":"OK","code":200}"#)).await;
    assert_eq!(
        provider
            .client()
            .create_task(&task())
            .await
            .unwrap()
            .task_id,
        None
    );
}

#[tokio::test]
async fn the_documented_detail_error_is_read_as_it_stands() {
    let provider = Provider::always(|| {
        ok(r#"{"data":{"TaskID":"","detail_error_list":[
            {"field":"Details[1]","msg":"Country Code Error: 13016111","comments":"C12345567 "},
            {"field":"Details[2]","msg":null}]},"status":"OK","code":200}"#)
    })
    .await;
    let answer = provider.client().create_task(&task()).await.unwrap();
    assert_eq!(
        answer.outcome(Perform::AllOrNothing),
        CreateOutcome::NothingCreated
    );
    let first = &answer.detail_errors[0];
    assert_eq!(first.field, "Details[1]");
    assert_eq!(first.msg, "Country Code Error: 13016111");
    assert_eq!(first.comments, "C12345567 ");
    let second = &answer.detail_errors[1];
    assert_eq!(
        (
            second.field.as_str(),
            second.msg.as_str(),
            second.comments.as_str()
        ),
        ("Details[2]", "", "")
    );
}

#[tokio::test]
async fn robots_are_asked_for_where_the_configuration_says() {
    let provider = Provider::start(|request, _| {
        if request.is_auth() {
            crate::provider::token("t")
        } else if request.target.starts_with("/gate/robots?page=1") {
            ok(r#"{"data":{"list":[{"robot_id":"r1","robot_name":"Ana","extra":{"ExtraA":"Oferta"}}]},"status":"OK","code":200}"#)
        } else {
            ok(r#"{"data":{"RobotID":"r 1","RobotName":"Ana","Mood":"calm"},"status":"OK","code":200}"#)
        }
    })
    .await;
    let mut config = provider.config();
    config.base_url = format!("http://{}/gate/", provider.address)
        .parse()
        .unwrap();
    config.robot_list_path = "/robots?page=1".into();
    let client = airudder::Client::new(config).unwrap();
    let robots = client.robots().await.unwrap();
    assert_eq!(
        (robots[0].id.as_str(), robots[0].variables[0].name.as_str()),
        ("r1", "Oferta")
    );
    assert_eq!(client.robot("r 1").await.unwrap().raw["Mood"], "calm");
    let targets: Vec<String> = provider
        .calls()
        .into_iter()
        .map(|request| request.target)
        .collect();
    assert_eq!(
        targets,
        [
            "/gate/robots?page=1",
            "/gate/service/cloud/v2/robot/detail?RobotID=r%201"
        ]
    );
}

#[tokio::test]
async fn a_robot_s_texts_come_without_nul() {
    let provider = Provider::always(|| {
        ok(r#"{"data":[{"id":"r1","name":"A\u0000na","Mood\u0000":"ca\u0000lm"}],"status":"OK","code":200}"#)
    })
    .await;
    let robot = provider.client().robots().await.unwrap().remove(0);
    assert_eq!(robot.name.as_deref(), Some("Ana"));
    assert_eq!(robot.raw["Mood"], "calm");
    let provider = Provider::always(|| ok(r#"{"code":403,"message":"n\u0000o"}"#)).await;
    let error = provider.client().robots().await.unwrap_err();
    assert_eq!(error.provider_words(), Some("no"));
}

#[tokio::test]
async fn a_page_of_tasks_keeps_what_is_not_recognised() {
    let provider = Provider::always(|| {
        ok(r#"{"data":{"Total":12,"List":[{"TaskID":"t1","TaskName":"one","Status":"finished","CreateTime":"2026-01-02","X":1},
            {"id":2}]},"status":"OK","code":200}"#)
    })
    .await;
    let page = provider.client().tasks(3, 10).await.unwrap();
    assert_eq!(
        provider.calls()[0].target,
        "/service/cloud/list?Number=10&Page=3&Type=normal"
    );
    assert_eq!(
        (page.total, page.entries.len(), page.names_are_known()),
        (Some(12), 2, false)
    );
    let first = &page.entries[0];
    assert_eq!(
        (first.task_id.as_deref(), first.name.as_deref()),
        (Some("t1"), Some("one"))
    );
    assert_eq!(
        (first.status.as_deref(), first.created.as_deref()),
        (Some("finished"), Some("2026-01-02"))
    );
    assert_eq!(first.raw["X"], 1);
    assert_eq!(page.entries[1].task_id.as_deref(), Some("2"));
}

#[tokio::test]
async fn stop_and_cancel_send_what_public_clients_send() {
    let provider = Provider::always(|| ok(r#"{"data":{},"status":"OK","code":200}"#)).await;
    let client = provider.client();
    client.stop_task("t1").await.unwrap();
    client.cancel_call("t1", "+6212341234").await.unwrap();
    let sent: Vec<(String, Value)> = provider
        .calls()
        .iter()
        .map(|request| {
            (
                request.target.clone(),
                serde_json::from_slice(&request.body).unwrap(),
            )
        })
        .collect();
    let stop = json!({"Action": "Stop", "TaskID": "t1"});
    let cancel = json!({"TaskID": "t1", "CalleeNumber": "+6212341234"});
    assert_eq!(sent[0], ("/service/cloud/operation".to_owned(), stop));
    assert_eq!(
        sent[1],
        ("/service/cloud/cancelphonecall".to_owned(), cancel)
    );
}

#[tokio::test]
async fn a_stop_and_a_cancellation_say_what_is_certain() {
    for (body, certainty) in [
        (r#"{"data":null,"status":"OK","code":200}"#, None),
        (
            r#"{"code":400,"message":"too late"}"#,
            Some(Certainty::Refused),
        ),
        (r#"{"code":429}"#, Some(Certainty::NotSent)),
        (
            r#"{"code":500,"message":"too late"}"#,
            Some(Certainty::Unknown),
        ),
        (r#"{"data":{},"sta"#, Some(Certainty::Unknown)),
    ] {
        let provider = Provider::always(|| ok(body)).await;
        let client = provider.client();
        for outcome in [
            client.stop_task("t1").await,
            client.cancel_call("t1", "+6212341234").await,
        ] {
            let error = outcome.err();
            assert_eq!(error.as_ref().map(Error::certainty), certainty, "{body}");
            let words = error.as_ref().and_then(Error::provider_words);
            assert_eq!(words.is_some(), body.contains("too late"), "{body}");
        }
        assert_eq!(provider.calls().len(), 2, "nothing is asked twice");
    }
}

#[tokio::test]
async fn calls_of_a_task_are_read() {
    let provider = Provider::always(|| {
        ok(r#"{"data":{"TaskID":"t1","Status":"pending","detail":[{"Comments":"C1","Status":"calling","Intention":"A"}]},
            "status":"OK","code":200}"#)
    })
    .await;
    let calls = provider.client().calls("t1").await.unwrap();
    assert_eq!(
        provider.calls()[0].target,
        "/service/cloud/detail?TaskID=t1"
    );
    assert_eq!(calls.status.as_deref(), Some("pending"));
    assert_eq!(calls.calls[0].intention.as_deref(), Some("A"));
}

#[tokio::test]
async fn an_answer_in_chunks_is_put_together() {
    let provider = Provider::always(|| {
        let (left, right) = (r#"{"data":[{"id":"#, r#""r1"}],"status":"OK","code":200}"#);
        let body = format!(
            "{:x}\r\n{left}\r\n{:x}\r\n{right}\r\n0\r\n\r\n",
            left.len(),
            right.len()
        );
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        crate::provider::Reply::Bytes(format!("{head}{body}").into_bytes())
    })
    .await;
    assert_eq!(provider.client().robots().await.unwrap()[0].id, "r1");
}

#[tokio::test]
async fn a_fixed_token_is_used_as_it_is() {
    let provider = Provider::always(|| ok(r#"{"data":[],"status":"OK","code":200}"#)).await;
    let mut config = provider.config();
    config.credentials = Credentials::Token(Secret::new("fixed"));
    airudder::Client::new(config)
        .unwrap()
        .robots()
        .await
        .unwrap();
    assert_eq!(provider.auths(), 0);
    assert_eq!(provider.calls()[0].token(), "Token fixed");
}
