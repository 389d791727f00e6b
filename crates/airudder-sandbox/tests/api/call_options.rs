//! Each option of the calls of a task.

use std::collections::HashSet;

use airudder_sandbox::{
    CallAnswer, CallComments, CallNumber, CallOrder, CallTimes, CallsListed, RingWords,
    SandboxOptions, TalkLength,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::support::{Provider, good_lead, with};

async fn provider(calls: CallAnswer) -> Provider {
    Provider::with_options(SandboxOptions {
        calls,
        ..SandboxOptions::default()
    })
    .await
}

/// The calls of a task of these numbers, some seconds after it began; each lead's comments are its place.
async fn calls_after(provider: &Provider, mobiles: &[&str], seconds: i64) -> (String, Vec<Value>) {
    let mut task = provider.task_now("July", mobiles).await;
    for (place, lead) in task["Details"]
        .as_array_mut()
        .expect("as documented")
        .iter_mut()
        .enumerate()
    {
        lead["Comments"] = json!(place.to_string());
    }
    let id = provider.created(&task).await;
    provider.advance(seconds);
    let calls = calls_of(provider, &id).await;
    (id, calls)
}

async fn calls_of(provider: &Provider, id: &str) -> Vec<Value> {
    provider.detail(id).await["detail"]
        .as_array()
        .expect("as documented")
        .clone()
}

fn comments(calls: &[Value]) -> Vec<&str> {
    calls
        .iter()
        .map(|call| call["Comments"].as_str().expect("as documented"))
        .collect()
}

fn instant(call: &Value, key: &str) -> Timestamp {
    call[key]
        .as_str()
        .expect("as documented")
        .parse()
        .expect("as documented")
}

#[tokio::test]
async fn a_call_names_its_number_as_the_option_says() {
    for (number, field, text) in [
        (CallNumber::Absent, "", ""),
        (CallNumber::Mobile, "Mobile", "+639059000011"),
        (CallNumber::Callee, "CalleeNumber", "+639059000011"),
        (CallNumber::Odd, "Dest", "639059000011"),
    ] {
        let provider = provider(CallAnswer {
            number,
            ..CallAnswer::default()
        })
        .await;
        let (_, calls) = calls_after(&provider, &["+639059000011"], 4).await;
        let holding: Vec<_> = calls[0]
            .as_object()
            .unwrap()
            .iter()
            .filter(|(_, value)| value.as_str().unwrap().contains("639059000011"))
            .collect();
        match number {
            CallNumber::Absent => assert_eq!(holding, []),
            _ => assert_eq!(holding, [(&field.to_owned(), &json!(text))]),
        }
    }
}

#[tokio::test]
async fn a_call_repeats_the_comments_as_the_option_says() {
    for (comments, wanted) in [
        (CallComments::AsSent, Some(json!("0"))),
        (CallComments::TrailingBlank, Some(json!("0 "))),
        (CallComments::Absent, None),
    ] {
        let provider = provider(CallAnswer {
            comments,
            ..CallAnswer::default()
        })
        .await;
        let (_, calls) = calls_after(&provider, &["+639059000011"], 4).await;
        assert_eq!(calls[0].get("Comments").cloned(), wanted);
    }
}

#[tokio::test]
async fn calls_stand_in_the_order_that_the_option_says() {
    let mobiles: Vec<String> = (0..20).map(|n| format!("+62812368{n:05}")).collect();
    let mobiles: Vec<&str> = mobiles.iter().map(String::as_str).collect();
    let sent: Vec<String> = (0..20).map(|place| place.to_string()).collect();
    for order in [CallOrder::AsSent, CallOrder::Reversed, CallOrder::Shuffled] {
        let provider = provider(CallAnswer {
            order,
            ..CallAnswer::default()
        })
        .await;
        let (id, calls) = calls_after(&provider, &mobiles, 4).await;
        let mut seen = comments(&calls);
        match order {
            CallOrder::AsSent => assert_eq!(seen, sent),
            CallOrder::Reversed => assert!(seen.iter().rev().eq(&sent)),
            CallOrder::Shuffled => {
                provider.advance(1);
                let later = calls_of(&provider, &id).await;
                assert_ne!(comments(&later), seen);
                assert_ne!(seen, sent);
                seen.sort_by_key(|place| place.parse::<u32>().unwrap());
                assert_eq!(seen, sent);
            }
        }
    }
}

#[tokio::test]
async fn only_numbers_that_were_dialled_can_be_listed() {
    let calls = CallAnswer {
        listed: CallsListed::Dialled,
        ..CallAnswer::default()
    };
    let provider = Provider::with_options(SandboxOptions {
        calls,
        calls_at_once: 1,
        ..SandboxOptions::default()
    })
    .await;
    let mobiles = ["+639059000011", "+639059000012", "+639059000013"];
    let (id, calls) = calls_after(&provider, &mobiles, 5).await;
    assert_eq!(comments(&calls), ["0", "1"]);
    provider.advance(3600);
    assert_eq!(calls_of(&provider, &id).await.len(), 3);
}

#[tokio::test]
async fn a_number_that_nobody_sent_can_be_among_the_calls() {
    let provider = provider(CallAnswer {
        stranger: true,
        number: CallNumber::Mobile,
        ..CallAnswer::default()
    })
    .await;
    let details = json!([good_lead("+628990000000"), good_lead("+639059000012")]);
    let task = with(&provider.task_now("July", &[]).await, "Details", details);
    let id = provider.created(&task).await;
    let calls = calls_of(&provider, &id).await;
    let stranger = json!("+628990000001");
    assert_eq!((calls.len(), &calls[2]["Mobile"]), (3, &stranger));
    assert_eq!(calls[2]["Status"], "finished");
}

#[tokio::test]
async fn start_and_end_can_be_those_of_the_talk() {
    let mobiles: Vec<String> = (0..60).map(|n| format!("+62812368{n:05}")).collect();
    let mobiles: Vec<&str> = mobiles.iter().map(String::as_str).collect();
    let mut answers = Vec::new();
    for times in [CallTimes::Dial, CallTimes::Talk] {
        let calls = CallAnswer {
            times,
            ..CallAnswer::default()
        };
        let provider = Provider::with_options(SandboxOptions {
            calls,
            talk: TalkLength::Plausible,
            ..SandboxOptions::default()
        })
        .await;
        answers.push(calls_after(&provider, &mobiles, 7200).await.1);
    }
    let mut answered = 0;
    for (dial, talk) in answers[0].iter().zip(&answers[1]) {
        if dial["RingType"] == "answered" {
            answered += 1;
            let [dial_start, talk_start] = [dial, talk].map(|call| instant(call, "CallStartTime"));
            assert!(talk_start.duration_since(dial_start).as_secs() >= 4);
            assert_eq!(dial["CallEndTime"], talk["CallEndTime"]);
        } else {
            assert_eq!(talk["CallStartTime"], "");
            assert_eq!(talk["CallEndTime"], "");
            assert_ne!(dial["CallStartTime"], "");
        }
    }
    assert!((20..60).contains(&answered), "{answered}");
}

#[tokio::test]
async fn the_words_of_ringing_are_written_as_the_option_says() {
    for (ring_words, word) in [
        (RingWords::Snake, "no_answer"),
        (RingWords::Plain, "No answer"),
    ] {
        let provider = provider(CallAnswer {
            ring_words,
            ..CallAnswer::default()
        })
        .await;
        let (_, calls) = calls_after(&provider, &["+639059000010"], 3600).await;
        assert_eq!(calls[0]["RingType"], word);
    }
}

#[tokio::test]
async fn a_list_ends_the_same_way_anew_and_another_way_when_it_is_called_again() {
    let mobiles: Vec<String> = (0..60).map(|n| format!("+62812368{n:05}")).collect();
    let mobiles: Vec<&str> = mobiles.iter().map(String::as_str).collect();
    let ends = |calls: &[Value]| -> Vec<(String, String)> {
        let text = |call: &Value, key| call[key].as_str().unwrap().to_owned();
        calls
            .iter()
            .map(|call| (text(call, "RingType"), text(call, "Intention")))
            .collect()
    };
    let mut first_runs = HashSet::new();
    for _ in 0..2 {
        let provider = Provider::start().await;
        let first = ends(&calls_after(&provider, &mobiles, 60).await.1);
        let task = provider.task_now("July, again", &mobiles).await;
        let id = provider.created(&task).await;
        provider.advance(60);
        assert_ne!(ends(&calls_of(&provider, &id).await), first);
        first_runs.insert(first);
    }
    assert_eq!(first_runs.len(), 1);
}
