//! The list of tasks, and calls that go on while the clock does.

use airudder_sandbox::SandboxOptions;
use serde_json::{Value, json};

use crate::support::{Provider, good_lead, with};

const STOP: &str = "/service/cloud/operation";
const CANCEL: &str = "/service/cloud/cancelphonecall";

fn statuses(detail: &Value) -> Vec<&str> {
    detail["detail"]
        .as_array()
        .expect("as documented")
        .iter()
        .map(|call| call["Status"].as_str().expect("as documented"))
        .collect()
}

#[tokio::test]
async fn tasks_are_listed_newest_first_in_pages() {
    let provider = Provider::start().await;
    for name in ["a", "b", "c"] {
        provider.created(&provider.good_task(name, 3).await).await;
        provider.advance(1);
    }
    assert_eq!(provider.listed().await, ["c", "b", "a"]);
    let page = provider
        .got("/service/cloud/list?Number=2&Page=2&Type=normal")
        .await;
    assert_eq!(page["data"]["Total"], 3);
    let tasks = page["data"]["List"].as_array().unwrap();
    assert_eq!(tasks.len(), 1);
    assert_eq!(
        (
            &tasks[0]["TaskName"],
            &tasks[0]["CreateTime"],
            &tasks[0]["Total"]
        ),
        (&json!("a"), &json!("2024-07-01T03:00:00Z"), &json!(1))
    );
    assert_eq!(
        provider.got("/service/cloud/list?Number=2&Page=3").await["data"]["List"],
        json!([])
    );
    assert_eq!(
        provider.got("/service/cloud/list?Type=other").await["data"]["List"],
        json!([])
    );
    for bad in ["Number=0", "Number=101", "Page=0", "Page=x"] {
        assert_eq!(
            provider.got(&format!("/service/cloud/list?{bad}")).await["code"],
            400,
            "{bad}"
        );
    }
}

#[tokio::test]
async fn a_call_goes_from_pending_over_calling_to_finished() {
    let provider = Provider::start().await;
    let task = with(
        &provider.good_task("July", 3).await,
        "Details",
        json!([good_lead("+639059000011")]),
    );
    let id = provider.created(&task).await;
    let waiting = provider.detail(&id).await;
    assert_eq!(
        (&waiting["TaskID"], &waiting["Status"]),
        (&json!(id), &json!("pending"))
    );
    let blank = json!({"Comments": "C12345567", "Status": "pending", "RingType": "--", "HangupType": "--", "Intention": "--",
        "RobotID": task["RobotID"], "CallStartTime": "", "CallEndTime": ""});
    assert_eq!(waiting["detail"], json!([blank]));
    provider.advance(24 * 3600 - 1);
    let mut provider = provider;
    provider.token = provider.new_token().await;
    assert_eq!(provider.detail(&id).await["Status"], "pending");
    provider.advance(1);
    let calling = provider.detail(&id).await;
    assert_eq!(
        (&calling["Status"], &calling["detail"][0]["Status"]),
        (&json!("calling"), &json!("calling"))
    );
    assert_eq!(
        (
            &calling["detail"][0]["CallStartTime"],
            &calling["detail"][0]["CallEndTime"]
        ),
        (&json!("2024-07-02T03:00:00Z"), &json!(""))
    );
    provider.advance(4);
    let over = provider.detail(&id).await;
    assert_eq!(over["Status"], "finished");
    let wanted = json!({"Comments": "C12345567", "Status": "finished", "RingType": "answered", "HangupType": "robot", "Intention": "A",
        "RobotID": task["RobotID"], "CallStartTime": "2024-07-02T03:00:00Z", "CallEndTime": "2024-07-02T03:00:04Z"});
    assert_eq!(over["detail"], json!([wanted]));
}

#[tokio::test]
async fn redials_wait_for_their_interval() {
    let provider = Provider::start().await;
    // Two redials, ten minutes apart; a redial minute lasts one second.
    let id = provider
        .created(&provider.task_now("July", &["+639059000010"]).await)
        .await;
    let mut seen = Vec::new();
    for seconds in [0, 4, 10, 4, 10, 4] {
        provider.advance(seconds);
        seen.push(statuses(&provider.detail(&id).await)[0].to_owned());
    }
    assert_eq!(
        seen,
        [
            "calling", "pending", "calling", "pending", "calling", "finished"
        ]
    );
}

#[tokio::test]
async fn a_lead_is_called_by_its_own_robot() {
    let provider = Provider::start().await;
    let own = provider.robot("Birthday ES").await;
    let details = json!([
        good_lead("+639059000011"),
        with(&good_lead("+639059000012"), "RobotID", json!(own))
    ]);
    let task = with(&provider.good_task("July", 3).await, "Details", details);
    let id = provider.created(&task).await;
    let detail = provider.detail(&id).await;
    assert_eq!(
        (
            &detail["detail"][0]["RobotID"],
            &detail["detail"][1]["RobotID"]
        ),
        (&task["RobotID"], &json!(own))
    );
}

#[tokio::test]
async fn a_stopped_task_lets_calls_end_and_dials_no_more() {
    let provider = Provider::with_options(SandboxOptions {
        calls_at_once: 1,
        ..SandboxOptions::default()
    })
    .await;
    let id = provider
        .created(
            &provider
                .task_now("July", &["+639059000011", "+639059000012", "+639059000013"])
                .await,
        )
        .await;
    provider.advance(5);
    assert_eq!(
        provider
            .posted(STOP, &json!({"Action": "Stop", "TaskID": id}))
            .await["code"],
        200
    );
    let detail = provider.detail(&id).await;
    assert_eq!(
        (&detail["Status"], statuses(&detail)),
        (&json!("stopped"), vec!["finished", "calling", "cancelled"])
    );
    provider.advance(3600);
    assert_eq!(
        statuses(&provider.detail(&id).await),
        ["finished", "finished", "cancelled"]
    );
    let again = provider
        .posted(STOP, &json!({"Action": "Stop", "TaskID": id}))
        .await;
    assert_eq!(
        (&again["code"], &again["message"]),
        (&json!(400), &json!("The task is already stopped"))
    );
}

#[tokio::test]
async fn only_a_task_that_goes_on_can_be_stopped() {
    let provider = Provider::start().await;
    let id = provider
        .created(&provider.task_now("July", &["+639059000011"]).await)
        .await;
    assert_eq!(
        provider
            .posted(STOP, &json!({"Action": "Pause", "TaskID": id}))
            .await["code"],
        400
    );
    assert_eq!(
        provider
            .posted(STOP, &json!({"Action": "Stop", "TaskID": "nothing"}))
            .await["code"],
        404
    );
    provider.advance(4);
    assert_eq!(
        provider
            .posted(STOP, &json!({"Action": "Stop", "TaskID": id}))
            .await["message"],
        "The task is already finished"
    );
}

#[tokio::test]
async fn a_cancelled_number_is_not_dialled_and_the_others_are() {
    let provider = Provider::start().await;
    let details = json!([good_lead("+639059000011"), good_lead("+639059000012")]);
    let id = provider
        .created(&with(
            &provider.good_task("July", 3).await,
            "Details",
            details,
        ))
        .await;
    let cancel = |number: &'static str| json!({"TaskID": id, "CalleeNumber": number});
    assert_eq!(
        provider.posted(CANCEL, &cancel("+639059000011")).await["code"],
        200
    );
    assert_eq!(
        provider.posted(CANCEL, &cancel("+639059000011")).await["message"],
        "The number's calls are already over"
    );
    assert_eq!(
        provider.posted(CANCEL, &cancel("+639059999999")).await["code"],
        404
    );
    assert_eq!(
        provider
            .posted(
                CANCEL,
                &json!({"TaskID": "nothing", "CalleeNumber": "+639059000011"})
            )
            .await["code"],
        404
    );
    assert_eq!(
        statuses(&provider.detail(&id).await),
        ["cancelled", "pending"]
    );
    provider.advance(24 * 3600 - 1);
    let mut provider = provider;
    provider.token = provider.new_token().await;
    provider.advance(5);
    let detail = provider.detail(&id).await;
    assert_eq!(
        (&detail["Status"], statuses(&detail)),
        (&json!("finished"), vec!["cancelled", "finished"])
    );
}

#[tokio::test]
async fn ten_thousand_calls_end_within_minutes() {
    let provider = Provider::start().await;
    let details: Vec<_> = (0..10_000)
        .map(|n| good_lead(&format!("+62812{n:08}")))
        .collect();
    let task = with(
        &provider.task_now("July", &[]).await,
        "Details",
        json!(details),
    );
    let id = provider.created(&task).await;
    provider.advance(200);
    let midway = provider.detail(&id).await;
    let count = |wanted: &str| {
        statuses(&midway)
            .iter()
            .filter(|status| **status == wanted)
            .count()
    };
    assert_eq!(midway["Status"], "calling");
    assert!(count("finished") > 3_000 && count("calling") >= 100 && count("pending") > 4_000);
    provider.advance(300);
    assert_eq!(provider.detail(&id).await["Status"], "finished");
}

#[tokio::test]
async fn there_are_no_recordings_and_no_calls_of_an_unknown_task() {
    let provider = Provider::start().await;
    for path in [
        "/service/cloud/case?TaskID=x&Callee=%2B63",
        "/service/cloud/recording?TaskID=x",
    ] {
        assert_eq!(
            provider.got(path).await["message"],
            "The sandbox has no recordings"
        );
    }
    assert_eq!(
        provider.got("/service/cloud/detail?TaskID=x").await["code"],
        404
    );
    assert_eq!(provider.got("/service/cloud/detail").await["code"], 404);
}
