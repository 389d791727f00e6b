//! What the form of a task is filled in with, and what its choice of when to call comes to.

use backend::drafts::{self, Saved};
use jiff::SignedDuration;
use leads::views::{LineForm, TaskForm};
use sqlx::PgPool;

use crate::support::{World, fresh_id, numbers};

async fn stored(world: &World, draft: backend::ids::DraftId) -> TaskForm {
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let view = drafts::form(backend, caller, now, Some(draft), None, draft).await;
    view.unwrap().form
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_check_begins_today_as_soon_as_it_can_and_the_draft_is_still_as_it_was_checked(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let draft = fresh_id();
    let form = TaskForm {
        when: "today".to_owned(),
        ..world.form().await
    };
    let list = numbers(&["+62812335088"]);
    assert_eq!(world.save(draft, &form, Some(list)).await, Saved::Review);
    let first = stored(&world, draft).await.start;
    world.clock.forward(SignedDuration::from_hours(2));
    let view = world.check(draft).await;
    let second = stored(&world, draft).await;
    assert!(
        second.start > first && second.preset == "today",
        "{second:?}"
    );
    assert_eq!(view.submit_blocker, None);
    world.clock.forward(SignedDuration::from_mins(14));
    assert_eq!(world.review(draft).await.submit_blocker, None);
    assert!(world.submit(&view, false).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_without_a_name_is_called_after_its_list_and_never_twice_the_same(pool: PgPool) {
    let world = World::new(pool).await;
    let form = TaskForm {
        name: String::new(),
        ..world.form().await
    };
    let mut names = Vec::new();
    for _ in 0..2 {
        let draft = fresh_id();
        world
            .save(draft, &form, Some(numbers(&["+62812335088"])))
            .await;
        names.push(stored(&world, draft).await.name);
    }
    assert_eq!(names, ["numbers minggu 48", "numbers minggu 48 (2)"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_new_form_has_the_line_of_the_persons_last_task_and_the_robot_used_last_on_top(
    pool: PgPool,
) {
    let mut world = World::new(pool).await;
    world
        .change_account(|form| {
            let lines = ["ID_PHONE_SBY", "ID_PHONE_JKT"].map(|name| LineForm {
                name: name.to_owned(),
                ..LineForm::default()
            });
            form.lines = lines.to_vec();
            form.default_line = 0;
        })
        .await;
    let (now, new) = (world.clock.now(), fresh_id());
    let form = async |world: &World| {
        let view = drafts::form(&world.backend, &world.caller, now, None, None, new).await;
        view.unwrap()
    };
    let first = form(&world).await;
    assert_eq!(
        (first.form.line.as_str(), first.form.when.as_str()),
        ("ID_PHONE_SBY", "")
    );
    let robot = world.form().await.robot;
    assert_ne!(first.robots[0].id, robot);
    let draft = fresh_id();
    let task = TaskForm {
        robot: robot.clone(),
        line: "ID_PHONE_JKT".to_owned(),
        ..world.form().await
    };
    world
        .save(draft, &task, Some(numbers(&["+62812335088"])))
        .await;
    let view = world.check(draft).await;
    world.submit(&view, false).await.unwrap();
    let next = form(&world).await;
    assert_eq!(next.form.line, "ID_PHONE_JKT");
    assert_eq!(next.robots[0].id, robot);
}
