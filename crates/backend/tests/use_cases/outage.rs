//! A provider that does not answer at all.

use jiff::SignedDuration;
use leads::states::PartState;
use sqlx::PgPool;

use crate::support::{World, numbers};

impl World {
    async fn provider_down(&self) -> Option<String> {
        backend::frame::frame(&self.backend, &self.caller, self.clock.now())
            .await
            .unwrap()
            .provider_down
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
        said.starts_with("AIRudder has not answered since 09:00."),
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
        assert_eq!(world.task(task).await.parts[0].state, PartState::Created);
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
    let part = world.task(task).await.parts.remove(0);
    assert_eq!(part.state, PartState::NotSent);
    assert!(
        part.words
            .unwrap()
            .starts_with("It waited for more than 30 minutes")
    );
}
