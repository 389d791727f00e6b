use backend::{Error, robots};
use jiff::SignedDuration;
use leads::Field;
use leads::views::RobotMode;
use sqlx::PgPool;

use crate::support::World;

#[sqlx::test(migrations = "../../migrations")]
async fn robots_are_listed_searched_and_filtered(pool: PgPool) {
    let world = World::new(pool).await;
    let now = world.clock.now();
    let all = robots::list(&world.backend, &world.caller, now, "", None)
        .await
        .unwrap();
    assert_eq!((all.robots.len(), all.total, all.notice), (12, 12, None));
    assert!(all.as_of.is_some());
    // The list alone does not tell them.
    assert!(all.robots.iter().any(|robot| !robot.variables.is_empty()));
    let found = robots::list(&world.backend, &world.caller, now, "VOUCHER ride", None)
        .await
        .unwrap();
    assert!(
        found
            .robots
            .iter()
            .any(|robot| robot.name == "Ride voucher ES v3")
    );
    assert!(found.robots.len() < 12);
    let groups = robots::list(
        &world.backend,
        &world.caller,
        now,
        "",
        Some(RobotMode::Group),
    )
    .await
    .unwrap();
    assert!(!groups.robots.is_empty() && groups.robots.len() < 12);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_robot_shows_its_variables_and_every_other_field(pool: PgPool) {
    let world = World::new(pool).await;
    let now = world.clock.now();
    let list = robots::list(
        &world.backend,
        &world.caller,
        now,
        "Ride voucher ES v3",
        None,
    )
    .await
    .unwrap();
    let view = robots::view(&world.backend, &world.caller, now, &list.robots[0].id)
        .await
        .unwrap();
    let names: Vec<(Field, &str)> = view
        .robot
        .variables
        .iter()
        .map(|variable| (variable.field, variable.name.as_str()))
        .collect();
    assert_eq!(
        names,
        [
            (Field::ExtraA, "Oferta"),
            (Field::ExtraB, "Ciudad"),
            (Field::ExtraC, "Saldo")
        ]
    );
    let told: Vec<String> = view
        .facts
        .iter()
        .map(|(name, _)| name.to_string())
        .collect();
    assert!(told.iter().any(|name| name == "Voice"), "{told:?}");
    assert!(
        told.iter().any(|name| name == "Can be interrupted"),
        "{told:?}"
    );
    assert!(view.script.is_some_and(|script| script.contains("cupón")));
    let again = robots::list(
        &world.backend,
        &world.caller,
        now,
        "Ride voucher ES v3",
        None,
    );
    let says = again.await.unwrap().robots[0].says.clone();
    assert!(says.is_some_and(|says| says.contains("cupón")));
    assert_eq!(view.results.results[0].letter, "A");
    for shown in [
        "Robot ID",
        "Robot name",
        "Robot method",
        "Language",
        "Variables",
        "Script",
        "Intention labels",
    ] {
        assert!(
            !told.iter().any(|name| name == shown),
            "{shown} is told twice"
        );
    }
    let missing = robots::view(&world.backend, &world.caller, now, "no-such-robot").await;
    assert!(matches!(missing, Err(Error::NotFound)));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_provider_that_is_down_leaves_the_last_list_with_a_notice(pool: PgPool) {
    let mut world = World::new(pool).await;
    let now = world.clock.now();
    let list = robots::list(
        &world.backend,
        &world.caller,
        now,
        "Ride voucher ES v3",
        None,
    )
    .await
    .unwrap();
    let id = list.robots[0].id.clone();
    let seen = robots::view(&world.backend, &world.caller, now, &id)
        .await
        .unwrap();
    world.stop_provider().await;
    let down = robots::refresh(&world.backend, &world.caller, now).await;
    assert!(matches!(down, Err(Error::Provider(_))));
    world.clock.forward(SignedDuration::from_mins(30));
    let now = world.clock.now();
    let list = robots::list(&world.backend, &world.caller, now, "", None)
        .await
        .unwrap();
    assert_eq!(list.robots.len(), 12);
    assert!(list.notice.unwrap().to_string().contains("last known"));
    let view = robots::view(&world.backend, &world.caller, now, &id)
        .await
        .unwrap();
    assert!(view.notice.unwrap().to_string().contains("last known"));
    assert_eq!(view.robot.variables, seen.robot.variables);
}
