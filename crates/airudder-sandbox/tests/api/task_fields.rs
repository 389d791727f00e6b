//! The documented rules of a create-task request's own fields.

use airudder_sandbox::{SandboxOptions, Settings};
use serde_json::{Value, json};

use crate::support::{Provider, assert_refused, good_lead, with};

/// Sends a good check with one field changed, and expects a refusal that says `words`.
async fn refused(provider: &Provider, key: &str, to: Value, words: &str) {
    let task = with(&provider.good_task("check", 2).await, key, to);
    assert_refused(&provider.create(&task).await, words);
}

/// Sends a good check with one field changed, and expects no objection.
async fn accepted(provider: &Provider, key: &str, to: Value) {
    let task = with(&provider.good_task("check", 2).await, key, to.clone());
    let answer = provider.create(&task).await;
    assert_eq!(
        (&answer["code"], &answer["data"]),
        (&json!(200), &json!({})),
        "{key} = {to}: {answer}"
    );
}

#[tokio::test]
async fn a_task_name_has_at_most_64_english_characters() {
    let provider = Provider::start().await;
    refused(&provider, "TaskName", Value::Null, "TaskName is required").await;
    refused(&provider, "TaskName", json!("  "), "TaskName is required").await;
    refused(&provider, "TaskName", json!(7), "TaskName must be a string").await;
    refused(
        &provider,
        "TaskName",
        json!("a".repeat(65)),
        "longer than 64",
    )
    .await;
    refused(
        &provider,
        "TaskName",
        json!("Campaña"),
        "English characters",
    )
    .await;
    refused(&provider, "TaskName", json!("a\tb"), "English characters").await;
    accepted(
        &provider,
        "TaskName",
        json!("~ Ride voucher #4 ".repeat(3) + "123456789 "),
    )
    .await;
}

#[tokio::test]
async fn a_schedule_has_the_documented_form() {
    let provider = Provider::start().await;
    for bad in [
        "2024-07-02T10:00:00",
        "2024-7-2 10:00:00",
        "2024-07-02 10:00",
        "2024-07-02 10:00:00Z",
        "2024-02-30 10:00:00",
        "02-07-2024 10:00:00",
    ] {
        refused(
            &provider,
            "ScheduleStartTime",
            json!(bad),
            "ScheduleStartTime must be a time in the form",
        )
        .await;
        refused(
            &provider,
            "ScheduleEndTime",
            json!(bad),
            "ScheduleEndTime must be a time in the form",
        )
        .await;
    }
    refused(
        &provider,
        "ScheduleStartTime",
        Value::Null,
        "ScheduleStartTime is required",
    )
    .await;
    refused(
        &provider,
        "ScheduleEndTime",
        json!(""),
        "ScheduleEndTime is required",
    )
    .await;
}

#[tokio::test]
async fn a_schedule_lies_within_the_next_five_days_of_the_accounts_zone() {
    // It is 10:00:00 on 1 July in Jakarta, which is 03:00:00 in UTC.
    let provider = Provider::start().await;
    accepted(&provider, "ScheduleStartTime", json!("2024-07-01 10:00:00")).await;
    refused(
        &provider,
        "ScheduleStartTime",
        json!("2024-07-01 09:59:59"),
        "ScheduleStartTime is in the past",
    )
    .await;
    accepted(&provider, "ScheduleEndTime", json!("2024-07-06 10:00:00")).await;
    refused(
        &provider,
        "ScheduleEndTime",
        json!("2024-07-06 10:00:01"),
        "ScheduleEndTime must be within the next five days",
    )
    .await;
    let zone = jiff::tz::TimeZone::get("America/Mexico_City").unwrap();
    // There it is still 21:00 on 30 June.
    let mexico = Provider::with(Settings {
        zone,
        ..Settings::default()
    })
    .await;
    accepted(&mexico, "ScheduleStartTime", json!("2024-06-30 21:00:00")).await;
    refused(
        &mexico,
        "ScheduleStartTime",
        json!("2024-06-30 20:59:59"),
        "in the past",
    )
    .await;
}

#[tokio::test]
async fn a_schedule_ends_thirty_minutes_after_its_start_at_the_earliest() {
    let provider = Provider::start().await;
    accepted(&provider, "ScheduleEndTime", json!("2024-07-02 10:30:00")).await;
    refused(
        &provider,
        "ScheduleEndTime",
        json!("2024-07-02 10:29:59"),
        "at least 30 minutes after",
    )
    .await;
    refused(
        &provider,
        "ScheduleEndTime",
        json!("2024-07-01 12:00:00"),
        "at least 30 minutes after",
    )
    .await;
}

#[tokio::test]
async fn a_task_that_starts_immediately_needs_no_times() {
    let provider = Provider::start().await;
    let task = provider.task_now("now", &["+6281236827301"]).await;
    assert_eq!(provider.create(&task).await["code"], 200);
    let off = with(
        &with(&task, "StartImmediately", json!(false)),
        "TaskName",
        json!("later"),
    );
    assert_refused(
        &provider.create(&off).await,
        "ScheduleStartTime is required; ScheduleEndTime is required",
    );
    refused(
        &provider,
        "StartImmediately",
        json!("yes"),
        "StartImmediately must be true or false",
    )
    .await;
}

#[tokio::test]
async fn a_robot_must_exist_and_be_of_the_method_that_is_named() {
    let provider = Provider::start().await;
    let group = provider.robot("Grup promo Indonesia").await;
    refused(&provider, "RobotID", Value::Null, "RobotID is required").await;
    refused(
        &provider,
        "RobotID",
        json!("0".repeat(32)),
        "RobotID does not exist",
    )
    .await;
    refused(
        &provider,
        "RobotID",
        json!(group),
        "RobotMethod single does not fit",
    )
    .await;
    refused(
        &provider,
        "RobotMethod",
        json!("group"),
        "RobotMethod group does not fit",
    )
    .await;
    refused(
        &provider,
        "RobotMethod",
        json!("many"),
        "RobotMethod must be single or group",
    )
    .await;
    accepted(&provider, "RobotMethod", json!("single")).await;
    let task = with(
        &provider.good_task("check", 2).await,
        "RobotID",
        json!(group),
    );
    assert_eq!(
        provider
            .create(&with(&task, "RobotMethod", json!("group")))
            .await["code"],
        200
    );
}

#[tokio::test]
async fn a_line_must_be_one_of_the_accounts_where_it_has_any() {
    let provider = Provider::start().await;
    refused(&provider, "SIPLine", Value::Null, "SIPLine is required").await;
    accepted(&provider, "SIPLine", json!("whatever")).await;
    let lines = vec!["jkt-1".to_owned(), "jkt-2".to_owned()];
    let provider = Provider::with(Settings {
        lines,
        ..Settings::default()
    })
    .await;
    accepted(&provider, "SIPLine", json!("jkt-2")).await;
    refused(
        &provider,
        "SIPLine",
        json!("whatever"),
        "SIPLine is not a line of this account",
    )
    .await;
}

#[tokio::test]
async fn redials_stay_within_their_ranges() {
    let provider = Provider::start().await;
    for (field, most) in [("RepeatInterval", 30), ("RepeatNumber", 15)] {
        accepted(&provider, field, json!(0)).await;
        accepted(&provider, field, json!(most)).await;
        let words = format!("{field} must be a whole number from 0 to {most}");
        for bad in [json!(most + 1), json!(-1), json!(1.5), json!("3")] {
            refused(&provider, field, bad, &words).await;
        }
        refused(
            &provider,
            field,
            Value::Null,
            &format!("{field} is required"),
        )
        .await;
    }
}

#[tokio::test]
async fn type_perform_and_switches_have_their_values() {
    let provider = Provider::start().await;
    refused(&provider, "Type", Value::Null, "Type is required").await;
    refused(
        &provider,
        "Type",
        json!("collection"),
        "Type must be promotion",
    )
    .await;
    for bad in [json!(0), json!(4), json!("2"), Value::Null] {
        refused(&provider, "Perform", bad, "Perform must be 1, 2 or 3").await;
    }
    for field in ["AsyncCreate", "DncSwitch"] {
        accepted(&provider, field, json!(true)).await;
        accepted(&provider, field, json!(false)).await;
        refused(
            &provider,
            field,
            json!(1),
            &format!("{field} must be true or false"),
        )
        .await;
    }
}

#[tokio::test]
async fn the_do_not_call_switch_must_be_arranged_first() {
    let provider = Provider::with_options(SandboxOptions {
        dnc_arranged: false,
        ..SandboxOptions::default()
    })
    .await;
    refused(
        &provider,
        "DncSwitch",
        json!(true),
        "DncSwitch is not enabled",
    )
    .await;
    accepted(&provider, "DncSwitch", json!(false)).await;
}

#[tokio::test]
async fn a_task_has_one_to_ten_thousand_leads() {
    let provider = Provider::start().await;
    let many = |count: u32| {
        (0..count)
            .map(|n| good_lead(&format!("+62812{n:08}")))
            .collect::<Vec<_>>()
    };
    refused(&provider, "Details", Value::Null, "Details is required").await;
    refused(&provider, "Details", json!({}), "Details must be an array").await;
    refused(&provider, "Details", json!([]), "at least one entry").await;
    refused(
        &provider,
        "Details",
        json!(many(10_001)),
        "more than 10000 entries",
    )
    .await;
    accepted(&provider, "Details", json!(many(10_000))).await;
}

#[tokio::test]
async fn ten_thousand_leads_with_every_field_full_fit_into_a_request() {
    let provider = Provider::start().await;
    let text = "ह".repeat(64);
    let lead = json!({"Mobile": "+919812345678", "Platform": "ABCDEFGHIJKLMNOPQRST", "Customer": text, "Comments": text,
        "Gender": "female", "ExtraA": text, "ExtraB": text, "ExtraC": text});
    accepted(&provider, "Details", json!(vec![lead; 10_000])).await;
}

#[tokio::test]
async fn every_broken_rule_is_named_not_only_the_first() {
    let provider = Provider::start().await;
    let answer = provider.create(&json!({})).await;
    for field in [
        "TaskName",
        "ScheduleStartTime",
        "ScheduleEndTime",
        "RobotID",
        "SIPLine",
        "RepeatInterval",
        "RepeatNumber",
        "Type",
        "Perform",
        "Details",
    ] {
        assert!(
            answer["message"].as_str().unwrap().contains(field),
            "{field} is not in {answer}"
        );
    }
}
