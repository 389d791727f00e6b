//! The documented rules of one lead.

use serde_json::{Value, json};

use crate::support::{Provider, good_lead, messages, with};

/// What a check says of one good lead with one field changed.
async fn verdict(provider: &Provider, key: &str, to: Value) -> Vec<String> {
    let task = provider.good_task("check", 2).await;
    let lead = with(&good_lead("+6281236827301"), key, to);
    let answer = provider
        .create(&with(&task, "Details", json!([lead])))
        .await;
    assert_eq!(answer["code"], 200, "{answer}");
    messages(&answer)
}

#[tokio::test]
async fn an_entry_has_the_form_of_the_documented_example() {
    let provider = Provider::start().await;
    let task = provider.good_task("check", 2).await;
    let details = json!([good_lead("+6281236827301"), good_lead("+13016111")]);
    let answer = provider.create(&with(&task, "Details", details)).await;
    let wanted = json!([{"field": "Details[1]", "msg": "Country Code Error: 13016111", "comments": "C12345567 "}]);
    assert_eq!(answer["data"]["detail_error_list"], wanted);
    assert_eq!(
        (&answer["status"], &answer["code"]),
        (&json!("OK"), &json!(200))
    );
}

#[tokio::test]
async fn a_mobile_has_a_plus_a_country_code_and_a_plausible_length() {
    let provider = Provider::start().await;
    for good in [
        "+6212341234",
        "+639171234567",
        "+919812345678",
        "+522221234567",
        "+12025550123",
        "+85261234567",
    ] {
        assert!(
            verdict(&provider, "Mobile", json!(good)).await.is_empty(),
            "{good}"
        );
    }
    for (bad, message) in [
        ("6281236827301", "Country Code Error: 6281236827301"),
        ("081236827301", "Country Code Error: 081236827301"),
        ("+0812368273", "Country Code Error: 0812368273"),
        ("+9991234567", "Country Code Error: 9991234567"),
        ("+62812", "Number Format Error: 62812"),
        ("+6281236827301234", "Number Format Error: 6281236827301234"),
        ("+62 812-368", "Number Format Error: 62 812-368"),
        ("", "Mobile Required: "),
    ] {
        assert_eq!(
            verdict(&provider, "Mobile", json!(bad)).await,
            [message],
            "{bad}"
        );
    }
    assert_eq!(
        verdict(&provider, "Mobile", Value::Null).await,
        ["Mobile Required: "]
    );
    assert_eq!(
        verdict(&provider, "Mobile", json!(62_812_368)).await,
        ["Mobile Type Error: "]
    );
}

#[tokio::test]
async fn a_platform_is_required_and_has_at_most_twenty_characters() {
    let provider = Provider::start().await;
    assert!(
        verdict(&provider, "Platform", json!("x".repeat(20)))
            .await
            .is_empty()
    );
    for (bad, reason) in [
        (json!("x".repeat(21)), "Platform Too Long"),
        (json!(" "), "Platform Required"),
        (Value::Null, "Platform Required"),
        (json!(1), "Platform Type Error"),
    ] {
        assert_eq!(
            verdict(&provider, "Platform", bad).await,
            [format!("{reason}: 6281236827301")]
        );
    }
}

#[tokio::test]
async fn customer_and_comments_have_at_most_64_characters() {
    let provider = Provider::start().await;
    for field in ["Customer", "Comments"] {
        for good in [json!("ñ".repeat(64)), json!(""), Value::Null] {
            assert!(verdict(&provider, field, good).await.is_empty(), "{field}");
        }
        assert_eq!(
            verdict(&provider, field, json!("a".repeat(65))).await,
            [format!("{field} Too Long: 6281236827301")]
        );
        assert_eq!(
            verdict(&provider, field, json!(5)).await,
            [format!("{field} Type Error: 6281236827301")]
        );
    }
}

#[tokio::test]
async fn gender_and_extras_have_their_values() {
    let provider = Provider::start().await;
    for good in [json!("male"), json!("female"), json!(""), Value::Null] {
        assert!(verdict(&provider, "Gender", good).await.is_empty());
    }
    for bad in [json!("Male"), json!("m"), json!(1)] {
        assert_eq!(
            verdict(&provider, "Gender", bad).await,
            ["Gender Error: 6281236827301"]
        );
    }
    for field in ["ExtraA", "ExtraB", "ExtraC"] {
        assert!(
            verdict(&provider, field, json!("Rp 1.250.000"))
                .await
                .is_empty()
        );
        assert_eq!(
            verdict(&provider, field, json!(1250)).await,
            ["Extra Type Error: 6281236827301"]
        );
    }
}

#[tokio::test]
async fn a_leads_own_robot_must_be_a_single_one() {
    let provider = Provider::start().await;
    let single = provider.robot("Birthday ES").await;
    let group = provider.robot("Grup promo Indonesia").await;
    assert!(
        verdict(&provider, "RobotID", json!(single))
            .await
            .is_empty()
    );
    assert!(verdict(&provider, "RobotID", json!("")).await.is_empty());
    for bad in [json!(group), json!("0".repeat(32))] {
        assert_eq!(
            verdict(&provider, "RobotID", bad).await,
            ["RobotID Error: 6281236827301"]
        );
    }
}

#[tokio::test]
async fn every_broken_rule_of_a_lead_has_an_entry_of_its_own() {
    let provider = Provider::start().await;
    let task = provider.good_task("check", 2).await;
    let details = json!([{"Mobile": "+999", "Gender": "x"}, "not an object"]);
    let answer = provider.create(&with(&task, "Details", details)).await;
    assert_eq!(
        messages(&answer),
        [
            "Country Code Error: 999",
            "Platform Required: 999",
            "Gender Error: 999",
            "Detail Format Error: "
        ]
    );
    assert_eq!(
        answer["data"]["detail_error_list"][3]["field"],
        "Details[1]"
    );
}
