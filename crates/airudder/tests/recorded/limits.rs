//! How many calls are under way at once.

use airudder::{Client, Config, Credentials, READS_AT_ONCE, Secret};
use tokio::task::JoinHandle;

use crate::provider::{Provider, Reply, ok, task};

const EMPTY: &str = r#"{"data":[],"status":"OK","code":200}"#;

/// Answers the robot list and stops, and nothing else ever.
async fn provider() -> (Provider, Config) {
    let provider = Provider::start(|request, _| match request.target.as_str() {
        "/service/cloud/v2/robot" | "/service/cloud/operation" => ok(EMPTY),
        _ => Reply::Hang(Vec::new()),
    })
    .await;
    let mut config = provider.config();
    config.credentials = Credentials::Token(Secret::new("fixed"));
    config.concurrency = 2;
    (provider, config)
}

/// That many tasks that are created for ever, all of them on the wire or held back.
fn creations(client: &Client, count: usize) -> Vec<JoinHandle<()>> {
    (0..count)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { drop(client.create_task(&task()).await) })
        })
        .collect()
}

async fn arrive(provider: &mut Provider, count: usize) {
    for _ in 0..count {
        provider.arrivals.recv().await.unwrap();
    }
}

fn under_way(provider: &Provider) -> usize {
    let calls = provider.calls();
    let waiting = calls
        .iter()
        .filter(|call| call.target != "/service/cloud/v2/robot");
    waiting.count()
}

#[tokio::test]
async fn no_more_changes_are_under_way_than_the_configuration_allows() {
    let (mut provider, config) = provider().await;
    let callers = creations(&Client::new(config.clone()).unwrap(), 3);
    arrive(&mut provider, 2).await;
    // A whole call of another client: time enough for a third call that was not held back.
    Client::new(config).unwrap().robots().await.unwrap();
    arrive(&mut provider, 1).await;
    assert_eq!(under_way(&provider), 2);
    callers.iter().for_each(JoinHandle::abort);
}

#[tokio::test]
async fn robots_are_read_while_every_change_takes_its_time() {
    let (mut provider, config) = provider().await;
    let client = Client::new(config).unwrap();
    let callers = creations(&client, 3);
    arrive(&mut provider, 2).await;
    assert_eq!(client.robots().await, Ok(vec![]));
    assert_eq!(under_way(&provider), 2);
    callers.iter().for_each(JoinHandle::abort);
}

#[tokio::test]
async fn a_task_is_stopped_while_every_creation_takes_its_time() {
    let (mut provider, config) = provider().await;
    let client = Client::new(config).unwrap();
    let callers = creations(&client, 3);
    arrive(&mut provider, 2).await;
    assert_eq!(client.stop_task("t").await, Ok(()));
    callers.iter().for_each(JoinHandle::abort);
}

#[tokio::test]
async fn no_more_than_a_few_reads_are_under_way_and_they_hold_up_no_change() {
    let (mut provider, config) = provider().await;
    let client = Client::new(config.clone()).unwrap();
    let readers: Vec<_> = (0..=READS_AT_ONCE)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { drop(client.calls("t").await) })
        })
        .collect();
    arrive(&mut provider, READS_AT_ONCE).await;
    Client::new(config).unwrap().robots().await.unwrap();
    arrive(&mut provider, 1).await;
    assert_eq!(under_way(&provider), READS_AT_ONCE);
    let callers = creations(&client, 1);
    arrive(&mut provider, 1).await;
    assert_eq!(under_way(&provider), READS_AT_ONCE + 1);
    readers.iter().chain(&callers).for_each(JoinHandle::abort);
}
