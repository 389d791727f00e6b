//! Numbers with a fate of their own.

use serde_json::json;

use crate::support::{Provider, good_lead, messages, with};

/// Prefixes that make an ending a valid mobile number in the Philippines, Indonesia, India and Mexico.
const PREFIXES: [&str; 4] = ["+63905", "+62812", "+91981", "+52222"];

/// What a task with this number is told.
async fn told(provider: &Provider, ending: &str, perform: u8, do_not_call: bool) -> Vec<String> {
    let mut said = Vec::new();
    for prefix in PREFIXES {
        let task = provider
            .good_task(
                &format!("July {ending} {prefix} {perform} {do_not_call}"),
                perform,
            )
            .await;
        let task = with(
            &with(
                &task,
                "Details",
                json!([good_lead(&format!("{prefix}{ending}"))]),
            ),
            "DncSwitch",
            json!(do_not_call),
        );
        said.extend(
            messages(&provider.create(&task).await)
                .iter()
                .map(|msg| msg.replace(&prefix[1..], "…")),
        );
    }
    said.dedup();
    said
}

#[tokio::test]
async fn some_numbers_are_refused_in_the_check_and_at_creation() {
    let provider = Provider::start().await;
    for (ending, reason) in [
        ("9000000", "Number Blocked"),
        ("9000001", "Country Code Error"),
        ("9000002", "Number Format Error"),
    ] {
        for perform in [1, 2, 3] {
            assert_eq!(
                told(&provider, ending, perform, false).await,
                [format!("{reason}: …{ending}")]
            );
        }
    }
}

#[tokio::test]
async fn one_number_is_good_in_the_check_and_refused_at_creation() {
    let provider = Provider::start().await;
    assert!(told(&provider, "9000003", 2, false).await.is_empty());
    assert_eq!(
        told(&provider, "9000003", 3, false).await,
        ["Number Blocked: …9000003"]
    );
}

#[tokio::test]
async fn one_number_is_in_the_do_not_call_pool() {
    let provider = Provider::start().await;
    assert!(told(&provider, "9000004", 2, false).await.is_empty());
    assert_eq!(
        told(&provider, "9000004", 2, true).await,
        ["DNC Number: …9000004"]
    );
}

#[tokio::test]
async fn one_number_is_refused_without_a_trace_to_its_row() {
    let provider = Provider::start().await;
    let task = with(
        &provider.good_task("July", 2).await,
        "Details",
        json!([good_lead("+639059000005")]),
    );
    let answer = provider.create(&task).await;
    assert_eq!(
        answer["data"]["detail_error_list"],
        json!([{"field": "Details", "msg": "Number Blocked", "comments": ""}])
    );
}

#[tokio::test]
async fn some_numbers_decide_how_their_call_goes() {
    let provider = Provider::start().await;
    let mobiles = [
        "+639059000010",
        "+639059000011",
        "+639059000012",
        "+639059000013",
        "+639059000014",
        "+639059000015",
        "+639059000016",
        "+639059000017",
        "+639059000018",
        "+639059000019",
    ];
    let id = provider
        .created(&provider.task_now("July", &mobiles).await)
        .await;
    provider.advance(3600);
    let detail = provider.detail(&id).await;
    assert_eq!(detail["Status"], "finished");
    let ends: Vec<_> = detail["detail"]
        .as_array()
        .unwrap()
        .iter()
        .map(|call| {
            ["Status", "RingType", "Intention"].map(|key| call[key].as_str().unwrap().to_owned())
        })
        .collect();
    assert_eq!(
        ends,
        [
            ["finished", "no_answer", "--"],
            ["finished", "answered", "A"],
            ["finished", "answered", "--"],
            ["finished", "answered", "B"],
            ["settled-offline", "call_screened", "Z"],
            ["finished", "not_in_use", "--"],
            ["finished", "power_off", "--"],
            ["finished", "answering_machine", "--"],
            ["finished", "do_not_call", "--"],
            ["finished", "answered", "D"],
        ]
    );
}
