//! Calls in every reading of what is not known of them, and what their letters mean.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use airudder::{Call, Certainty, Perform, Robot};
use airudder_sandbox::{
    CallAnswer, CallComments, CallNumber, CallOrder, CallTimes, CallsListed, SandboxOptions,
    TalkLength,
};

use crate::provider::{Provider, detail, order};

/// The calls of so many ordinary numbers after a day, each with its own comments, and the robot's id.
async fn calls(options: SandboxOptions, count: u32) -> (Provider, Vec<Call>, String) {
    let provider = Provider::start(options).await;
    let leads = (0..count)
        .map(|n| detail(&format!("+62812368{n:05}"), &format!("C{n}")))
        .collect();
    let task = order(&provider, "readings", Perform::AllOrNothing, leads).await;
    let id = provider.client.create_task(&task).await.unwrap();
    provider.pass(Duration::from_secs(20 * 3600));
    let id = id.task_id.unwrap();
    let calls = provider.client.calls(&id).await.unwrap().calls;
    (provider, calls, task.robot_id)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[tokio::test]
async fn number_and_comments_are_read_in_every_reading_and_order() {
    for (_, number) in CallNumber::WORDS {
        for (_, comments) in CallComments::WORDS {
            for (_, order) in CallOrder::WORDS {
                let options = SandboxOptions {
                    calls: CallAnswer {
                        number: *number,
                        comments: *comments,
                        order: *order,
                        ..CallAnswer::default()
                    },
                    ..SandboxOptions::default()
                };
                let (_, calls, _) = calls(options, 30).await;
                let told: HashSet<(Option<String>, Option<String>)> = calls
                    .iter()
                    .map(|call| {
                        let comments = call.comments.as_deref().map(|text| text.trim().to_owned());
                        (call.callee.as_deref().map(digits), comments)
                    })
                    .collect();
                let wanted = (0..30).map(|n| {
                    let callee = format!("62812368{n:05}");
                    (
                        Some(callee).filter(|_| *number != CallNumber::Absent),
                        Some(format!("C{n}")).filter(|_| *comments != CallComments::Absent),
                    )
                });
                assert_eq!(told, wanted.collect(), "{number:?} {comments:?} {order:?}");
                assert!(calls.iter().all(|call| call.other.is_empty()));
            }
        }
    }
}

#[tokio::test]
async fn talks_are_as_long_as_start_and_end_say() {
    for (_, times) in CallTimes::WORDS {
        let options = SandboxOptions {
            calls: CallAnswer {
                times: *times,
                ..CallAnswer::default()
            },
            talk: TalkLength::Plausible,
            ..SandboxOptions::default()
        };
        let (_, calls, _) = calls(options, 200).await;
        let mut talks = BTreeMap::<String, Vec<i64>>::new();
        for call in &calls {
            let ends = [&call.start_time, &call.end_time].map(|time| {
                let instant = time.as_ref().map(|time| time.instant);
                instant.map(|instant| instant.expect("a time that is told can be read"))
            });
            let [Some(start), Some(end)] = ends else {
                assert!(*times == CallTimes::Talk && call.intention.as_deref() == Some("--"));
                continue;
            };
            let letter = call.intention.clone().unwrap();
            let seconds = end.duration_since(start).as_secs();
            talks.entry(letter).or_default().push(seconds);
        }
        let mean = |letter: &str| talks[letter].iter().sum::<i64>() / talks[letter].len() as i64;
        assert!(mean("A") > mean("D"), "{talks:?}");
    }
}

#[tokio::test]
async fn every_letter_of_a_call_has_a_name_at_its_robot() {
    let (provider, calls, robot_id) = calls(SandboxOptions::default(), 200).await;
    let robot = provider.client.robot(&robot_id).await.unwrap();
    let named: HashSet<String> = Robot::labels(&robot.raw)
        .into_iter()
        .map(|label| label.letter)
        .collect();
    let seen: HashSet<String> = calls
        .iter()
        .filter_map(|call| call.intention.clone())
        .filter(|letter| letter != "--")
        .collect();
    assert!(
        seen.len() >= 4 && seen.is_subset(&named),
        "{seen:?} {named:?}"
    );
}

#[tokio::test]
async fn a_number_that_nobody_sent_is_told_and_numbers_not_dialled_are_not() {
    let options = SandboxOptions {
        calls: CallAnswer {
            stranger: true,
            listed: CallsListed::Dialled,
            number: CallNumber::Odd,
            ..CallAnswer::default()
        },
        calls_at_once: 1,
        ..SandboxOptions::default()
    };
    let provider = Provider::start(options).await;
    let leads = vec![detail("+628129000011", "C1"), detail("+628129000012", "C2")];
    let task = order(&provider, "strangers", Perform::AllOrNothing, leads).await;
    let id = provider.client.create_task(&task).await.unwrap();
    let id = id.task_id.unwrap();
    assert!(provider.client.calls(&id).await.unwrap().calls.is_empty());
    // From 10:00 to 11:00 in Jakarta.
    provider.pass(Duration::from_secs(3600));
    let told = provider.client.calls(&id).await.unwrap().calls;
    let numbers: Vec<_> = told
        .iter()
        .filter_map(|call| call.callee.as_deref())
        .collect();
    assert_eq!(numbers, ["628129000011", "628990000000"]);

    let words = |error: airudder::Error| {
        assert_eq!(error.certainty(), Certainty::Refused);
        error.provider_words().unwrap().to_owned()
    };
    let unknown = provider.client.cancel_call(&id, "+628990000000").await;
    assert_eq!(
        words(unknown.unwrap_err()),
        "The task has no such CalleeNumber"
    );
    for number in ["+628129000012", "+628129000012"] {
        // The second time the number is over already, which changes nothing.
        let outcome = provider.client.cancel_call(&id, number).await;
        assert!(outcome.is_ok() || words(outcome.unwrap_err()).contains("already over"));
    }
    provider.pass(Duration::from_secs(3600));
    let told = provider.client.calls(&id).await.unwrap();
    assert_eq!(told.status.as_deref(), Some("finished"));
    assert_eq!(
        told.calls.len(),
        2,
        "the cancelled number was never dialled"
    );
}
