//! A provider that does not answer at all.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use backend::{Error, robots, tasks};
use jiff::SignedDuration;
use leads::states::BatchState;
use sqlx::PgPool;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;

use crate::support::{World, numbers};
use backend::ids::TaskId;

/// Only a deadline, for what would hang otherwise.
const LONG: Duration = Duration::from_secs(60);

/// Stands where the provider was: takes connections, counts them, and breaks them once it may.
struct Broken {
    connections: Arc<AtomicUsize>,
    breaks: watch::Sender<bool>,
}

impl Broken {
    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    async fn has(&self, connections: usize) {
        while self.connections() < connections {
            tokio::task::yield_now().await;
        }
    }

    fn breaks(&self, breaks: bool) {
        self.breaks.send_replace(breaks);
    }
}

impl World {
    /// From now on the provider breaks every connection, at once or once it is told to.
    async fn broken_provider(&mut self, at_once: bool) -> Broken {
        self.stop_provider().await;
        let address = self.provider_url();
        let address = address.strip_prefix("http://").unwrap();
        let listener = TcpListener::bind(address).await.unwrap();
        let (connections, (breaks, told)) = (Arc::default(), watch::channel(at_once));
        let broken = Broken {
            connections: Arc::clone(&connections),
            breaks,
        };
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                let mut told = told.clone();
                tokio::spawn(async move {
                    drop(told.wait_for(|breaks| *breaks).await);
                    drop(connection);
                });
            }
        });
        broken
    }

    async fn refresh_task(&self, task: TaskId) -> Result<(), Error> {
        tasks::refresh(&self.backend, &self.caller, self.clock.now(), task).await
    }

    async fn robot_list(&self) -> leads::views::RobotListView {
        robots::list(&self.backend, &self.caller, self.clock.now(), "", None)
            .await
            .unwrap()
    }

    async fn provider_down(&self) -> Option<String> {
        let layout = backend::layout::layout(&self.backend, &self.caller, self.clock.now());
        layout.provider_down.map(|told| told.to_string())
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_provider_that_is_down_is_left_alone_said_on_every_page_and_probed(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let (mut checked, mut tasks) = (Vec::new(), Vec::new());
    for index in 0..6 {
        let number = format!("+6281233508{index}");
        let draft = world
            .draft(&format!("Outage {index}"), numbers(&[&number]))
            .await;
        checked.push(world.check(draft).await);
    }
    for view in &checked {
        tasks.push(world.submit(view, false).await.unwrap());
    }
    assert_eq!(world.provider_down().await, None);
    world.stop_provider().await;
    world.work().await;
    let said = world.provider_down().await.unwrap();
    assert!(
        said.starts_with("AIRudder has not responded since 09:00."),
        "{said}"
    );

    // Nobody calls: the attempts stay as they are.
    let attempts = async || -> i64 {
        sqlx::query_scalar("select sum(attempts) from parts")
            .fetch_one(&pool)
            .await
            .unwrap()
    };
    let before = attempts().await;
    world.clock.forward(SignedDuration::from_secs(29));
    world.work().await;
    assert_eq!(attempts().await, before);

    // Back, but not yet known to be.
    world.start_provider().await;
    world.work().await;
    assert!(world.provider_down().await.is_some());
    world.clock.forward(SignedDuration::from_mins(1));
    world.work().await;
    assert_eq!(world.provider_down().await, None);
    for task in tasks {
        assert_eq!(world.task(task).await.batches[0].state, BatchState::Created);
    }
    assert_eq!(world.provider_names().await.len(), 6);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_waited_too_long_is_given_up_though_nobody_answers(pool: PgPool) {
    let mut world = World::new(pool).await;
    let task = world
        .submitted("Long outage", numbers(&["+62812335088"]))
        .await;
    world.stop_provider().await;
    for _ in 0..7 {
        world.work().await;
        world.clock.forward(SignedDuration::from_mins(5));
    }
    assert!(world.provider_down().await.is_some());
    world.work().await;
    let batch = world.task(task).await.batches.remove(0);
    assert_eq!(batch.state, BatchState::NotSent);
    assert!(
        batch
            .words
            .unwrap()
            .to_string()
            .starts_with("It waited more than 30 minutes")
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn while_the_provider_is_left_alone_no_page_calls_it_and_each_says_so(pool: PgPool) {
    let mut world = World::new(pool).await;
    let task = world.submitted("Outage", numbers(&["+62812335088"])).await;
    world.work().await;
    let robot = world.robot_list().await.robots.remove(0).id;
    let broken = world.broken_provider(true).await;
    for _ in 0..5 {
        assert!(matches!(
            world.refresh_task(task).await,
            Err(Error::Provider(_))
        ));
    }
    assert!(
        world.provider_down().await.is_some(),
        "a refresh tells of its calls"
    );
    // The list and the details are old, so that they would be asked for.
    world.clock.forward(SignedDuration::from_secs(29));
    let before = broken.connections();
    let now = world.clock.now();
    match world.refresh_task(task).await {
        Err(Error::Provider(sentence)) => {
            assert!(
                sentence.to_string().contains("is not responding"),
                "{sentence}"
            )
        }
        other => panic!("{other:?}"),
    }
    match robots::refresh(&world.backend, &world.caller, now).await {
        Err(Error::Provider(sentence)) => {
            assert!(
                sentence.to_string().contains("is not responding"),
                "{sentence}"
            )
        }
        other => panic!("{other:?}"),
    }
    let robot = robots::view(&world.backend, &world.caller, now, &robot)
        .await
        .unwrap();
    assert!(!robot.facts.is_empty(), "what is stored is shown");
    assert_eq!(broken.connections(), before, "nobody called");
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_old_list_is_shown_as_last_seen_while_the_provider_is_left_alone(pool: PgPool) {
    let mut world = World::new(pool).await;
    let task = world.submitted("Outage", numbers(&["+62812335088"])).await;
    world.work().await;
    let id = world.robot_list().await.robots.remove(0).id;
    world.clock.forward(SignedDuration::from_mins(30));
    let broken = world.broken_provider(true).await;
    for _ in 0..5 {
        drop(world.refresh_task(task).await);
    }
    let before = broken.connections();
    let list = world.robot_list().await;
    assert_eq!(list.robots.len(), 12);
    let notice = list.notice.unwrap();
    assert!(
        notice.to_string().contains("is not responding")
            && notice.to_string().contains("last known"),
        "{notice}"
    );
    let now = world.clock.now();
    let robot = robots::view(&world.backend, &world.caller, now, &id)
        .await
        .unwrap();
    assert!(robot.notice.unwrap().to_string().contains("last known"));
    assert_eq!(broken.connections(), before, "nobody called");
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_several_who_want_the_robots_at_once_one_asks(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    // A token is at hand, and no list is.
    world.robot_list().await;
    for table in ["robots", "robot_lists"] {
        let forget = format!("delete from {table}");
        sqlx::query(&forget).execute(&pool).await.unwrap();
    }
    let broken = world.broken_provider(false).await;
    let ends = async {
        broken.has(1).await;
        // As long as the others need to come as far.
        for _ in 0..50 {
            sqlx::query("select 1").execute(&pool).await.unwrap();
        }
        broken.breaks(true);
    };
    let lists = async { tokio::join!(world.robot_list(), world.robot_list(), world.robot_list()) };
    let ((one, other, third), ()) = timeout(LONG, async { tokio::join!(lists, ends) })
        .await
        .unwrap();
    assert_eq!(broken.connections(), 1);
    for list in [one, other, third] {
        assert!(list.notice.is_some());
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn once_details_could_not_be_had_nobody_waits_for_them_for_a_minute(pool: PgPool) {
    let mut world = World::new(pool).await;
    let id = world.robot_list().await.robots.remove(0).id;
    world.clock.forward(SignedDuration::from_mins(30));
    let broken = world.broken_provider(true).await;
    let view = async |world: &World| {
        let now = world.clock.now();
        let view = robots::view(&world.backend, &world.caller, now, &id)
            .await
            .unwrap();
        assert!(view.notice.unwrap().to_string().contains("last known"));
        broken.connections()
    };
    let first = view(&world).await;
    assert!(first > 0);
    world.clock.forward(SignedDuration::from_secs(59));
    assert_eq!(view(&world).await, first, "nobody called");
    world.clock.forward(SignedDuration::from_secs(1));
    assert_eq!(view(&world).await, first + 1, "asked again");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_refresh_asks_about_four_batches_at_a_time(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let task = world.submitted("Many", numbers(&["+62812335088"])).await;
    world.work().await;
    sqlx::query(
        "insert into parts (task_id, number, provider_name, first_row, last_row, lead_count, payload_digest, perform, state, \
         not_before, queued_at, provider_task_id) select task_id, number + more, provider_name || more, first_row, last_row, 1, \
         payload_digest, 3, 'created', not_before, queued_at, provider_task_id from parts, generate_series(1, 5) as more",
    )
    .execute(&pool)
    .await
    .unwrap();
    let broken = world.broken_provider(false).await;
    let ends = async {
        broken.has(4).await;
        broken.breaks(true);
    };
    let (asked, ()) = timeout(LONG, async { tokio::join!(world.refresh_task(task), ends) })
        .await
        .unwrap();
    assert!(matches!(asked, Err(Error::Provider(_))));
}
