//! Each option of the create call; those of tokens, lists and pace stand with what they change.

use std::time::{Duration, Instant};

use airudder_sandbox::{
    AllRefused, AsyncAnswer, CommentsEcho, DuplicateNames, EmptyList, ErrorHttp, ErrorShape,
    ErrorText, IndexBase, NothingMade, NumberEcho, RefusedDetails, SandboxOptions,
};
use serde_json::{Value, json};

use crate::support::{CREATE, Provider, good_lead, messages, with};

/// The `data` of a check whose second lead is bad.
async fn bad_check(options: SandboxOptions) -> Value {
    let provider = Provider::with_options(options).await;
    let details = json!([good_lead("+6281236827301"), good_lead("+13016111")]);
    let task = with(&provider.good_task("July", 2).await, "Details", details);
    provider.create(&task).await["data"].clone()
}

/// The `data` of a check whose leads are good.
async fn good_check(options: SandboxOptions) -> Value {
    let provider = Provider::with_options(options).await;
    provider.create(&provider.good_task("July", 2).await).await["data"].clone()
}

#[tokio::test]
async fn the_first_lead_is_counted_from_zero_or_from_one() {
    for (index_base, field) in [
        (IndexBase::Zero, "Details[1]"),
        (IndexBase::One, "Details[2]"),
    ] {
        let data = bad_check(SandboxOptions {
            index_base,
            ..SandboxOptions::default()
        })
        .await;
        assert_eq!(data["detail_error_list"][0]["field"], field);
    }
}

#[tokio::test]
async fn an_entry_echoes_comments_and_number_as_the_options_say() {
    for (comments_echo, comments) in [
        (CommentsEcho::TrailingBlank, "C12345567 "),
        (CommentsEcho::AsSent, "C12345567"),
    ] {
        let data = bad_check(SandboxOptions {
            comments_echo,
            ..SandboxOptions::default()
        })
        .await;
        assert_eq!(data["detail_error_list"][0]["comments"], comments);
    }
    for (number_echo, msg) in [
        (NumberEcho::Digits, "Country Code Error: 13016111"),
        (NumberEcho::AsSent, "Country Code Error: +13016111"),
        (NumberEcho::Absent, "Country Code Error"),
    ] {
        let data = bad_check(SandboxOptions {
            number_echo,
            ..SandboxOptions::default()
        })
        .await;
        assert_eq!(data["detail_error_list"][0]["msg"], msg);
    }
}

#[tokio::test]
async fn the_id_of_no_task_is_absent_null_or_empty() {
    for (nothing_made, wanted) in [
        (NothingMade::Absent, None),
        (NothingMade::Null, Some(Value::Null)),
        (NothingMade::Empty, Some(json!(""))),
    ] {
        let data = good_check(SandboxOptions {
            nothing_made,
            ..SandboxOptions::default()
        })
        .await;
        assert_eq!(data.get("TaskID").cloned(), wanted);
    }
}

#[tokio::test]
async fn a_check_can_answer_the_id_of_a_task_that_does_not_exist() {
    let provider = Provider::with_options(SandboxOptions {
        check_answers_id: true,
        ..SandboxOptions::default()
    })
    .await;
    let id = provider.created(&provider.good_task("July", 2).await).await;
    assert!(provider.listed().await.is_empty());
    assert_eq!(
        provider
            .got(&format!("/service/cloud/detail?TaskID={id}"))
            .await["code"],
        404
    );
}

#[tokio::test]
async fn the_list_of_no_errors_is_absent_null_or_empty() {
    for (no_errors, wanted) in [
        (EmptyList::Absent, None),
        (EmptyList::Null, Some(Value::Null)),
        (EmptyList::Empty, Some(json!([]))),
    ] {
        let data = good_check(SandboxOptions {
            no_errors,
            ..SandboxOptions::default()
        })
        .await;
        assert_eq!(data.get("detail_error_list").cloned(), wanted);
    }
}

#[tokio::test]
async fn a_refusal_has_the_shape_that_the_option_says() {
    for (text, key) in [
        (ErrorText::Message, "message"),
        (ErrorText::Msg, "msg"),
        (ErrorText::Status, "status"),
    ] {
        for (http, status) in [(ErrorHttp::Always200, 200), (ErrorHttp::SameAsCode, 400)] {
            let provider = Provider::with_options(SandboxOptions {
                error_shape: ErrorShape { text, http },
                ..SandboxOptions::default()
            })
            .await;
            let task = with(&provider.good_task("July", 3).await, "SIPLine", Value::Null);
            let response = provider.post(CREATE, &task).send().await.unwrap();
            assert_eq!(response.status(), status);
            let body: Value = response.json().await.unwrap();
            assert_eq!(
                (&body["code"], &body[key]),
                (&json!(400), &json!("SIPLine is required"))
            );
        }
    }
}

#[tokio::test]
async fn a_second_task_of_a_name_can_be_accepted() {
    let provider = Provider::with_options(SandboxOptions {
        duplicate_names: DuplicateNames::Accepted,
        ..SandboxOptions::default()
    })
    .await;
    for _ in 0..2 {
        provider.created(&provider.good_task("July", 3).await).await;
    }
    assert_eq!(provider.listed().await, ["July", "July"]);
}

#[tokio::test]
async fn a_task_of_no_leads_can_be_created() {
    let provider = Provider::with_options(SandboxOptions {
        all_refused: AllRefused::EmptyTask,
        ..SandboxOptions::default()
    })
    .await;
    let task = with(
        &provider.good_task("July", 1).await,
        "Details",
        json!([good_lead("+13016111")]),
    );
    let id = provider.created(&task).await;
    assert_eq!(provider.detail(&id).await["detail"], json!([]));
}

#[tokio::test]
async fn refused_details_can_come_with_a_failing_code() {
    for (refused_details, codes) in [
        (RefusedDetails::Code200, [200, 200, 200]),
        (RefusedDetails::FailingCode, [200, 400, 400]),
        (RefusedDetails::FailingCodeAlways, [400, 400, 400]),
    ] {
        let provider = Provider::with_options(SandboxOptions {
            refused_details,
            ..SandboxOptions::default()
        })
        .await;
        for (perform, code) in [1, 2, 3].into_iter().zip(codes) {
            let details = json!([good_lead("+6281236827301"), good_lead("+13016111")]);
            let name = format!("July {perform}");
            let task = with(
                &provider.good_task(&name, perform).await,
                "Details",
                details,
            );
            let response = provider.post(CREATE, &task).send().await.unwrap();
            assert_eq!(response.status(), 200);
            let body: Value = response.json().await.unwrap();
            assert_eq!(body["code"], code, "{refused_details:?} {perform}: {body}");
            assert_eq!(messages(&body), ["Country Code Error: 13016111"]);
            assert_eq!(body["data"]["TaskID"].is_string(), perform == 1);
        }
        assert_eq!(provider.listed().await, ["July 1"]);
        provider
            .created(&provider.good_task("August", 3).await)
            .await;
    }
}

#[tokio::test]
async fn an_asynchronous_creation_answers_with_or_without_an_id() {
    for (async_answer, has_id) in [(AsyncAnswer::WithId, true), (AsyncAnswer::WithoutId, false)] {
        let provider = Provider::with_options(SandboxOptions {
            async_answer,
            ..SandboxOptions::default()
        })
        .await;
        let task = with(
            &provider.good_task("July", 3).await,
            "AsyncCreate",
            json!(true),
        );
        assert_eq!(
            provider.create(&task).await["data"]["TaskID"].is_string(),
            has_id
        );
        assert_eq!(provider.listed().await, ["July"]);
    }
}

#[tokio::test]
async fn a_create_call_takes_as_long_as_the_option_says_and_creates_at_its_start() {
    let latency = Duration::from_millis(1500);
    let provider = Provider::with_options(SandboxOptions {
        latency,
        ..SandboxOptions::default()
    })
    .await;
    let begun = Instant::now();
    provider.created(&provider.good_task("July", 3).await).await;
    assert!(begun.elapsed() >= latency);
    let given_up = provider
        .create_impatiently(
            &provider.good_task("August", 3).await,
            Duration::from_millis(800),
        )
        .await;
    assert!(given_up.unwrap_err().is_timeout());
    assert_eq!(provider.listed().await, ["August", "July"]);
}

#[tokio::test]
async fn a_new_task_can_be_missing_from_the_list_for_a_while() {
    let provider = Provider::with_options(SandboxOptions {
        list_lag: Duration::from_secs(30),
        ..SandboxOptions::default()
    })
    .await;
    let id = provider.created(&provider.good_task("July", 3).await).await;
    provider.advance(29);
    assert!(provider.listed().await.is_empty());
    assert_eq!(provider.detail(&id).await["Status"], "pending");
    provider.advance(1);
    assert_eq!(provider.listed().await, ["July"]);
}
