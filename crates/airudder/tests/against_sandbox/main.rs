//! The client against the simulator, which is written from the same facts and shares no code with it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod calls;
mod provider;

use std::time::Duration;

use airudder::detail_errors::{self, SentLead, match_errors};
use airudder::{Certainty, Config, CreateOutcome, Detail, Error, Perform, RobotMethod};
use airudder_sandbox as sandbox;
use airudder_sandbox::SandboxOptions;

use crate::provider::{Provider, detail, one_good_lead, order};

#[tokio::test]
async fn robots_are_read_in_every_shape_and_spelling() {
    for (_, list_shape) in sandbox::ListShape::WORDS {
        for (_, spelling) in sandbox::Spelling::WORDS {
            let options = SandboxOptions {
                list_shape: *list_shape,
                spelling: *spelling,
                ..SandboxOptions::default()
            };
            let client = Provider::start(options).await.client;
            let robots = client.robots().await.unwrap();
            assert!(
                robots.len() >= 12,
                "{list_shape:?} {spelling:?}: {}",
                robots.len()
            );
            assert!(
                robots
                    .iter()
                    .any(|robot| robot.method() == Some(RobotMethod::Group))
            );
            let mut variables = 0;
            for brief in &robots {
                let whole = client.robot(&brief.id).await.unwrap();
                assert_eq!(
                    (&whole.id, &whole.name, &whole.mode),
                    (&brief.id, &brief.name, &brief.mode)
                );
                assert!(
                    whole.name.is_some() && whole.language.is_some() && whole.method().is_some()
                );
                assert!(
                    whole.raw["BargeIn"].is_boolean(),
                    "fields nobody knows are kept"
                );
                assert!(
                    whole
                        .variables
                        .iter()
                        .all(|variable| !variable.name.starts_with("Extra"))
                );
                variables += whole.variables.len();
            }
            assert!(variables > robots.len());
        }
    }
}

#[tokio::test]
async fn a_robot_that_does_not_exist_is_refused_in_every_error_shape() {
    for (_, text) in sandbox::ErrorText::WORDS {
        for (_, http) in sandbox::ErrorHttp::WORDS {
            let error_shape = sandbox::ErrorShape {
                text: *text,
                http: *http,
            };
            let client = Provider::start(SandboxOptions {
                error_shape,
                ..SandboxOptions::default()
            })
            .await
            .client;
            let error = client.robot("nobody").await.unwrap_err();
            let words = "There is no robot with this RobotID".to_owned();
            assert_eq!(
                error,
                Error::Refused {
                    code: 404,
                    message: words
                },
                "{error_shape:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_task_is_created_listed_called_cancelled_and_stopped() {
    let provider = Provider::start(SandboxOptions::default()).await;
    let client = &provider.client;
    let details = vec![detail("+628129000011", "C1"), detail("+628129000010", "C2")];
    let task = order(&provider, "spring offer", Perform::AllOrNothing, details).await;
    let answer = client.create_task(&task).await.unwrap();
    let CreateOutcome::Created { task_id } = answer.outcome(Perform::AllOrNothing) else {
        panic!("{answer:?}")
    };
    assert_eq!(provider.names().await, ["spring offer"]);
    let entry = client.tasks(1, 10).await.unwrap().entries.remove(0);
    assert_eq!(entry.task_id.as_deref(), Some(task_id.as_str()));
    assert!(entry.status.is_some() && entry.created.is_some());

    let duplicate = client.create_task(&task).await.unwrap_err();
    assert_eq!(duplicate.certainty(), Certainty::Refused);
    assert!(duplicate.provider_words().is_some());

    let calls = client.calls(&task_id).await.unwrap();
    assert_eq!(calls.task_id.as_deref(), Some(task_id.as_str()));
    let comments: Vec<_> = calls
        .calls
        .iter()
        .filter_map(|call| call.comments.as_deref())
        .collect();
    assert_eq!(comments, ["C1", "C2"]);
    client.cancel_call(&task_id, "+628129000010").await.unwrap();
    provider.pass(Duration::from_secs(2 * 3600));
    let calls = client.calls(&task_id).await.unwrap().calls;
    assert_eq!(calls[0].intention.as_deref(), Some("A"));
    assert_eq!(calls[1].status.as_deref(), Some("cancelled"));
}

#[tokio::test]
async fn a_task_is_stopped_once() {
    let provider = Provider::start(SandboxOptions::default()).await;
    let client = &provider.client;
    let details = vec![detail("+628129000010", "C1")];
    let task = order(&provider, "to be stopped", Perform::AllOrNothing, details).await;
    let id = client.create_task(&task).await.unwrap().task_id.unwrap();
    client.stop_task(&id).await.unwrap();
    let again = client.stop_task(&id).await.unwrap_err();
    assert_eq!(again.certainty(), Certainty::Refused);
    assert_eq!(again.provider_words(), Some("The task is already stopped"));
    assert_eq!(
        client.stop_task("nothing").await.unwrap_err().certainty(),
        Certainty::Refused
    );
}

/// Good and refused leads: two refused side by side with the same comments, and one refused without a trace.
fn mixed_leads() -> Vec<Detail> {
    vec![
        detail("+628129000011", "same"),
        detail("+628129000000", "same"),
        detail("+628129000001", "same"),
        detail("+628129000012", "C4"),
        detail("+628129000002", "C5"),
        detail("+628129000005", "C6"),
    ]
}

fn tie_details(
    details: &[Detail],
    errors: &[airudder::DetailError],
) -> detail_errors::MatchedErrors {
    let sent: Vec<SentLead> = details
        .iter()
        .map(|detail| SentLead {
            mobile: &detail.mobile,
            comments: detail.comments.as_deref().unwrap_or_default(),
        })
        .collect();
    match_errors(&sent, errors)
}

#[tokio::test]
async fn a_check_creates_nothing_and_its_errors_are_tied_under_every_reading() {
    for (_, index_base) in sandbox::IndexBase::WORDS {
        for (_, number_echo) in sandbox::NumberEcho::WORDS {
            for (_, comments_echo) in sandbox::CommentsEcho::WORDS {
                let options = SandboxOptions {
                    index_base: *index_base,
                    number_echo: *number_echo,
                    comments_echo: *comments_echo,
                    ..SandboxOptions::default()
                };
                let provider = Provider::start(options.clone()).await;
                let task = order(&provider, "a check", Perform::CheckOnly, mixed_leads()).await;
                let answer = provider.client.create_task(&task).await.unwrap();
                assert_eq!(
                    answer.outcome(Perform::CheckOnly),
                    CreateOutcome::NothingCreated
                );
                let matched = tie_details(&task.details, &answer.detail_errors);
                let positions: Vec<usize> = matched
                    .refused
                    .iter()
                    .map(|(position, _)| *position)
                    .collect();
                assert_eq!(
                    (positions, matched.unmatched.len()),
                    (vec![1, 2, 4], 1),
                    "{options:?}"
                );
                assert_eq!(provider.names().await, Vec::<String>::new());
            }
        }
    }
}

#[tokio::test]
async fn empty_task_id_means_not_created() {
    for (_, nothing_made) in sandbox::NothingMade::WORDS {
        let provider = Provider::start(SandboxOptions {
            nothing_made: *nothing_made,
            ..SandboxOptions::default()
        })
        .await;
        let task = order(
            &provider,
            "all or nothing",
            Perform::AllOrNothing,
            mixed_leads(),
        )
        .await;
        let answer = provider.client.create_task(&task).await.unwrap();
        assert_eq!(
            answer.outcome(Perform::AllOrNothing),
            CreateOutcome::NothingCreated,
            "{nothing_made:?}"
        );
        assert_eq!(provider.names().await, Vec::<String>::new());
    }
    let provider = Provider::start(SandboxOptions {
        check_answers_id: true,
        ..SandboxOptions::default()
    })
    .await;
    let task = order(&provider, "a check", Perform::CheckOnly, one_good_lead()).await;
    let answer = provider.client.create_task(&task).await.unwrap();
    assert_eq!(
        answer.outcome(Perform::CheckOnly),
        CreateOutcome::NothingCreated
    );
    assert!(answer.task_id.is_some());
}

#[tokio::test]
async fn a_task_without_its_refused_leads_is_created() {
    let provider = Provider::start(SandboxOptions::default()).await;
    let task = order(
        &provider,
        "without refused",
        Perform::WithoutRefused,
        mixed_leads(),
    )
    .await;
    let answer = provider.client.create_task(&task).await.unwrap();
    assert_eq!(answer.detail_errors.len(), 4);
    let CreateOutcome::Created { task_id } = answer.outcome(Perform::WithoutRefused) else {
        panic!("{answer:?}")
    };
    assert_eq!(
        provider.client.calls(&task_id).await.unwrap().calls.len(),
        2
    );
}

#[tokio::test]
async fn refused_leads_are_named_whatever_code_they_come_with() {
    for (_, http) in sandbox::ErrorHttp::WORDS {
        let error_shape = sandbox::ErrorShape {
            http: *http,
            ..sandbox::ErrorShape::default()
        };
        let options = SandboxOptions {
            refused_details: sandbox::RefusedDetails::FailingCodeAlways,
            error_shape,
            ..SandboxOptions::default()
        };
        let provider = Provider::start(options).await;
        for (perform, outcome) in [
            (Perform::CheckOnly, CreateOutcome::NothingCreated),
            (Perform::AllOrNothing, CreateOutcome::NothingCreated),
            // The code says no, the answer names a task: that is not for the client to decide.
            (Perform::WithoutRefused, CreateOutcome::Unclear),
        ] {
            let task = order(&provider, "failing code", perform, mixed_leads()).await;
            let answer = provider.client.create_task(&task).await.unwrap();
            let matched = tie_details(&task.details, &answer.detail_errors);
            assert_eq!((matched.refused.len(), matched.unmatched.len()), (3, 1));
            let refusal = answer.refusal.clone().unwrap();
            assert_eq!(
                (refusal.code, refusal.message.as_str()),
                (400, "Some details are refused")
            );
            assert_eq!(answer.outcome(perform), outcome, "{perform:?}");
            let exists = !provider.names().await.is_empty();
            assert_eq!(
                (exists, answer.task_id.is_some()),
                (perform == Perform::WithoutRefused, exists)
            );
        }
        let taken = order(
            &provider,
            "failing code",
            Perform::AllOrNothing,
            one_good_lead(),
        )
        .await;
        let refused = provider.client.create_task(&taken).await.unwrap_err();
        assert_eq!(refused.provider_words(), Some("TaskName already exists"));
    }
}

/// Short enough to meet a call that is never answered, long enough for one that is.
fn impatient(config: &mut Config) {
    config.create_timeout = Duration::from_secs(1);
}

#[tokio::test]
async fn every_failure_says_no_more_than_is_certain() {
    for (word, certainty, exists) in [
        ("sandbox-500", Certainty::Unknown, false),
        ("sandbox-429", Certainty::NotSent, false),
        ("sandbox-refuse", Certainty::Refused, false),
        ("sandbox-close", Certainty::Unknown, false),
        ("sandbox-timeout-before", Certainty::Unknown, false),
        ("sandbox-timeout-after", Certainty::Unknown, true),
        ("sandbox-cut", Certainty::Unknown, true),
        ("sandbox-garbled", Certainty::Unknown, true),
        ("sandbox-502", Certainty::Unknown, true),
    ] {
        let provider = Provider::start_with(SandboxOptions::default(), impatient).await;
        let task = order(&provider, word, Perform::AllOrNothing, one_good_lead()).await;
        let error = provider.client.create_task(&task).await.unwrap_err();
        assert_eq!(error.certainty(), certainty, "{word}: {error}");
        assert_eq!(
            provider.names().await.contains(&word.to_owned()),
            exists,
            "{word}"
        );
        if certainty == Certainty::NotSent {
            assert_eq!(error.retry_after(), Some(Duration::from_secs(2)), "{word}");
        }
    }
}

#[tokio::test]
async fn a_forgotten_or_expired_token_is_renewed_however_it_is_refused() {
    for (_, bad_token) in sandbox::BadToken::WORDS {
        for (_, token_renewal) in sandbox::TokenRenewal::WORDS {
            let options = SandboxOptions {
                bad_token: *bad_token,
                token_renewal: *token_renewal,
                ..SandboxOptions::default()
            };
            let provider = Provider::start(options).await;
            let task = order(
                &provider,
                "sandbox-401",
                Perform::AllOrNothing,
                one_good_lead(),
            )
            .await;
            assert!(
                provider
                    .client
                    .create_task(&task)
                    .await
                    .unwrap()
                    .task_id
                    .is_some()
            );
            provider.pass(Duration::from_secs(25 * 3600));
            assert_eq!(
                provider.names().await,
                ["sandbox-401"],
                "{bad_token:?} {token_renewal:?}"
            );
        }
    }
}
