//! The three values of `Perform`, each with good and with bad leads, and names.

use serde_json::{Value, json};

use crate::support::{Provider, assert_refused, good_lead, messages, with};

const BAD: &str = "+13016111";
const GOOD: &str = "+6281236827301";

/// Sends a task with these numbers; gives the answer and how many calls the created task has.
async fn outcome(perform: u8, mobiles: &[&str]) -> (Value, Option<usize>) {
    let provider = Provider::start().await;
    let details: Vec<_> = mobiles.iter().map(|mobile| good_lead(mobile)).collect();
    let task = with(
        &provider.good_task("July", perform).await,
        "Details",
        json!(details),
    );
    let answer = provider.create(&task).await;
    assert_eq!(
        (&answer["code"], &answer["status"]),
        (&json!(200), &json!("OK")),
        "{answer}"
    );
    let created = !provider.listed().await.is_empty();
    assert_eq!(answer["data"]["TaskID"].is_string(), created);
    let calls = match answer["data"]["TaskID"].as_str() {
        Some(id) => Some(
            provider.detail(id).await["detail"]
                .as_array()
                .expect("calls")
                .len(),
        ),
        None => None,
    };
    (answer, calls)
}

#[tokio::test]
async fn one_creates_with_good_leads() {
    let (answer, calls) = outcome(1, &[GOOD, "+6281236827302"]).await;
    assert_eq!((calls, messages(&answer).len()), (Some(2), 0));
}

#[tokio::test]
async fn one_creates_without_the_bad_leads_and_returns_them() {
    let (answer, calls) = outcome(1, &[GOOD, BAD, "+6281236827302"]).await;
    assert_eq!(
        (calls, messages(&answer)),
        (Some(2), vec!["Country Code Error: 13016111".to_owned()])
    );
}

#[tokio::test]
async fn one_creates_nothing_where_every_lead_is_bad() {
    let (answer, calls) = outcome(1, &[BAD]).await;
    assert_eq!((calls, messages(&answer).len()), (None, 1));
}

#[tokio::test]
async fn two_creates_nothing_with_good_leads() {
    let (answer, calls) = outcome(2, &[GOOD]).await;
    assert_eq!((calls, messages(&answer).len()), (None, 0));
}

#[tokio::test]
async fn two_creates_nothing_with_bad_leads_and_returns_them() {
    let (answer, calls) = outcome(2, &[GOOD, BAD]).await;
    assert_eq!((calls, messages(&answer).len()), (None, 1));
}

#[tokio::test]
async fn three_creates_with_good_leads() {
    let (answer, calls) = outcome(3, &[GOOD]).await;
    assert_eq!((calls, messages(&answer).len()), (Some(1), 0));
}

#[tokio::test]
async fn three_creates_nothing_with_bad_leads_and_returns_them() {
    let (answer, calls) = outcome(3, &[GOOD, BAD]).await;
    assert_eq!((calls, messages(&answer).len()), (None, 1));
}

#[tokio::test]
async fn a_task_id_is_32_lower_case_hex_characters_and_its_own() {
    let provider = Provider::start().await;
    let first = provider.created(&provider.good_task("a", 3).await).await;
    let second = provider.created(&provider.good_task("b", 3).await).await;
    assert_ne!(first, second);
    for id in [first, second] {
        assert!(
            id.len() == 32 && id.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')),
            "{id}"
        );
    }
}

#[tokio::test]
async fn a_simulator_that_is_started_anew_gives_other_ids() {
    let [mut first, mut second] = [Provider::start().await, Provider::start().await];
    second.advance(60);
    let mut ids = Vec::new();
    for provider in [&mut first, &mut second] {
        ids.push(provider.created(&provider.good_task("a", 3).await).await);
    }
    assert_ne!(ids[0], ids[1]);
}

#[tokio::test]
async fn a_name_is_taken_by_a_created_task_and_not_by_a_check() {
    let provider = Provider::start().await;
    for _ in 0..2 {
        assert_eq!(
            provider.create(&provider.good_task("July", 2).await).await["code"],
            200
        );
    }
    provider.created(&provider.good_task("July", 3).await).await;
    for perform in [1, 2, 3] {
        assert_refused(
            &provider
                .create(&provider.good_task("July", perform).await)
                .await,
            "TaskName already exists",
        );
    }
    provider.created(&provider.good_task("july", 3).await).await;
    assert_eq!(provider.listed().await, ["july", "July"]);
}
