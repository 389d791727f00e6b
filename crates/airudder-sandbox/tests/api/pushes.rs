//! Pushes to a receiver on an ephemeral port. Its answers are awaited, never slept for.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use airudder_sandbox::{CallAnswer, CallNumber, PushOptions, PushOrder, SandboxOptions, Settings};
use axum::{
    Json, Router,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::support::Provider;

/// What a push was sent with.
struct Push {
    agent: String,
    body: Value,
}

/// A receiver that answers with these statuses in turn, and then with 204.
struct Receiver {
    address: String,
    pushes: UnboundedReceiver<Push>,
}

impl Receiver {
    async fn start(answers: &[StatusCode]) -> Self {
        let (sender, pushes) = unbounded_channel();
        let answers = Arc::new(Mutex::new(VecDeque::from(answers.to_vec())));
        let take = move |headers: HeaderMap, Json(body): Json<Value>| async move {
            let agent = headers["user-agent"].to_str().expect("a text").to_owned();
            sender.send(Push { agent, body }).expect("the test goes on");
            let next = answers.lock().expect("no panic").pop_front();
            next.unwrap_or(StatusCode::NO_CONTENT)
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port");
        let address = format!(
            "http://{}/hooks/s3cret",
            listener.local_addr().expect("bound")
        );
        let router = Router::new().route("/hooks/s3cret", post(take));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, pushes }
    }

    /// The next push; the deadline only ends a test that hangs.
    async fn next(&mut self) -> Push {
        let push = tokio::time::timeout(Duration::from_secs(30), self.pushes.recv()).await;
        push.expect("a push within half a minute")
            .expect("as documented")
    }

    /// The comments of the next pushes, or the task's state where it is the task's own.
    async fn told(&mut self, count: usize) -> Vec<String> {
        let mut told = Vec::new();
        for _ in 0..count {
            let Push { body, .. } = self.next().await;
            let what = body.get("Comments").unwrap_or(&body["Status"]);
            told.push(what.as_str().expect("as documented").to_owned());
        }
        told
    }
}

async fn provider(receiver: &Receiver, pushes: PushOptions) -> Provider {
    Provider::with(settings(receiver, pushes)).await
}

fn settings(receiver: &Receiver, pushes: PushOptions) -> Settings {
    let options = SandboxOptions {
        calls: CallAnswer {
            number: CallNumber::Callee,
            ..CallAnswer::default()
        },
        pushes: PushOptions {
            sent: true,
            ..pushes
        },
        calls_at_once: 1,
        ..SandboxOptions::default()
    };
    Settings {
        push_to: Some(receiver.address.parse().expect("on this machine")),
        options,
        ..Settings::default()
    }
}

/// A task of numbers that answer one after the other, each told by its place.
async fn created(provider: &Provider, name: &str, count: usize) -> String {
    let mobiles = ["+639059000011", "+628129000011", "+919819000011"];
    let mut task = provider.task_now(name, &mobiles[..count]).await;
    for (place, lead) in task["Details"]
        .as_array_mut()
        .expect("as documented")
        .iter_mut()
        .enumerate()
    {
        lead["Comments"] = json!(place.to_string());
    }
    provider.created(&task).await
}

#[tokio::test]
async fn a_number_and_then_its_task_are_pushed_when_they_have_ended() {
    let mut receiver = Receiver::start(&[]).await;
    let provider = provider(&receiver, PushOptions::default()).await;
    let id = created(&provider, "July", 1).await;
    provider.advance(4);
    let number = receiver.next().await;
    assert_eq!(number.agent, "Airudder");
    let mut entry = provider.detail(&id).await["detail"][0].clone();
    entry["TaskID"] = json!(id);
    assert_eq!(number.body, entry);
    assert_eq!(entry["CalleeNumber"], "+639059000011");
    let task = receiver.next().await.body;
    assert_eq!(
        task,
        json!({"TaskID": id, "TaskName": "July", "Status": "finished", "Total": 1})
    );
}

#[tokio::test]
async fn each_number_is_pushed_as_its_call_ends_and_none_before() {
    let mut receiver = Receiver::start(&[]).await;
    let provider = provider(&receiver, PushOptions::default()).await;
    created(&provider, "July", 3).await;
    for place in ["0", "1", "2"] {
        provider.advance(4);
        let body = receiver.next().await.body;
        // One that came too early would still tell of the call before its end.
        assert_eq!(
            (&body["Comments"], &body["Status"]),
            (&json!(place), &json!("finished"))
        );
    }
    assert_eq!(receiver.told(1).await, ["finished"]);
}

#[tokio::test]
async fn pushes_can_come_late_twice_and_the_last_first() {
    let mut receiver = Receiver::start(&[]).await;
    let pushes = PushOptions {
        delay: Duration::from_secs(90),
        twice: true,
        order: PushOrder::Reversed,
        ..PushOptions::default()
    };
    let provider = provider(&receiver, pushes).await;
    created(&provider, "July", 2).await;
    provider.advance(8 + 90);
    let told = receiver.told(6).await;
    assert_eq!(told, ["finished", "finished", "1", "1", "0", "0"]);
}

#[tokio::test]
async fn a_late_push_waits_for_its_time() {
    let mut receiver = Receiver::start(&[StatusCode::SERVICE_UNAVAILABLE]).await;
    let mut settings = settings(
        &receiver,
        PushOptions {
            delay: Duration::from_secs(10),
            ..PushOptions::default()
        },
    );
    settings.options.redial_minute = Duration::ZERO;
    let provider = Provider::with(settings).await;
    created(&provider, "July", 2).await;
    // The first call ended eleven seconds before, the second seven. The first push is sent again at once, behind
    // everything whose time has come.
    provider.advance(15);
    assert_eq!(receiver.told(2).await, ["0", "0"]);
    provider.advance(3);
    assert_eq!(receiver.told(2).await, ["1", "finished"]);
}

#[tokio::test]
async fn a_push_that_is_not_taken_is_sent_again_a_minute_apart_five_times_at_most() {
    let refusals = [StatusCode::SERVICE_UNAVAILABLE; 6];
    let mut receiver = Receiver::start(&refusals).await;
    let provider = provider(&receiver, PushOptions::default()).await;
    let first = created(&provider, "July", 1).await;
    provider.advance(4);
    // The number's and the task's, again and again: three times each, while a redial minute lasts a second.
    for _ in 0..3 {
        assert_eq!(receiver.told(2).await, ["0", "finished"]);
        provider.advance(1);
    }
    // Both are taken now, so the next are another task's.
    assert_eq!(receiver.told(2).await, ["0", "finished"]);
    provider.advance(60);
    let second = created(&provider, "August", 1).await;
    provider.advance(4);
    let next = receiver.next().await.body;
    assert_eq!(next["TaskID"], json!(second));
    assert_ne!(first, second);
}

#[tokio::test]
async fn a_push_is_given_up_after_five_more_tries() {
    let refusals = [StatusCode::NOT_FOUND; 12];
    let mut receiver = Receiver::start(&refusals).await;
    let provider = provider(&receiver, PushOptions::default()).await;
    created(&provider, "July", 1).await;
    provider.advance(3);
    for _ in 0..6 {
        provider.advance(1);
        assert_eq!(receiver.told(2).await, ["0", "finished"]);
    }
    provider.advance(3600);
    let second = created(&provider, "August", 1).await;
    provider.advance(4);
    assert_eq!(receiver.next().await.body["TaskID"], json!(second));
}

#[tokio::test]
async fn numbers_that_a_stop_leaves_out_are_pushed_too() {
    let mut receiver = Receiver::start(&[]).await;
    let provider = provider(&receiver, PushOptions::default()).await;
    let id = created(&provider, "July", 3).await;
    provider.advance(1);
    let stop = json!({"Action": "Stop", "TaskID": id});
    provider.posted("/service/cloud/operation", &stop).await;
    let mut left_out = receiver.told(2).await;
    left_out.sort();
    assert_eq!(left_out, ["1", "2"]);
    // The call under way goes on; the task's push waits for it.
    provider.advance(3);
    assert_eq!(receiver.told(2).await, ["0", "stopped"]);
}

#[tokio::test]
async fn nothing_is_pushed_unless_it_is_asked_for() {
    let mut asked = Receiver::start(&[]).await;
    let mut unasked = Receiver::start(&[]).await;
    let quiet = Provider::with(Settings {
        push_to: Some(unasked.address.parse().unwrap()),
        ..Settings::default()
    })
    .await;
    let loud = provider(&asked, PushOptions::default()).await;
    for provider in [&quiet, &loud] {
        created(provider, "July", 1).await;
        provider.advance(4);
    }
    asked.told(2).await;
    assert!(unasked.pushes.try_recv().is_err());
}
