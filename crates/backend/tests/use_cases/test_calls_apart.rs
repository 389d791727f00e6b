//! A test counts nowhere: no list, no count, no cooldown and no form knows of it, but its own filter and the search for its number.

use backend::{drafts, tasks, test_calls};
use jiff::SignedDuration;
use leads::states::{BatchState, TaskState};
use leads::views::{DraftQuery, TaskForm, TaskListView, TaskQuery, TestValues};
use sqlx::PgPool;

use crate::support::{World, fresh_id, numbers};
use crate::test_calls::{OTHER, OWN};

impl World {
    async fn history(&self, change: impl FnOnce(&mut TaskQuery)) -> TaskListView {
        let mut query = TaskQuery::default();
        change(&mut query);
        tasks::list(&self.backend, &self.caller, self.clock.now(), &query)
            .await
            .unwrap()
    }
}

fn names(view: &TaskListView) -> Vec<&str> {
    view.tasks.iter().map(|task| task.name.as_str()).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_test_counts_nowhere_and_is_found_under_its_own_filter(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    world.submitted("Real", numbers(&[OTHER])).await;
    let draft = world
        .draft("Week 47 sandbox-refuse", numbers(&[OTHER]))
        .await;
    let before = world.history(|_| ()).await;
    let task = world.test(draft).await;
    world.work().await;
    assert_eq!(world.task(task).await.state, TaskState::Refused);
    let after = world.history(|_| ()).await;
    assert_eq!(names(&after), ["Real"]);
    let counts = |view: &TaskListView| (view.total, view.needs_attention, view.drafts);
    assert_eq!(counts(&after), counts(&before));
    assert_eq!(counts(&after), (1, 0, 1));
    let robot = world.form().await.robot;
    for (state, by, robot, q) in [
        (TaskQuery::NEEDS_ATTENTION, "", "", ""),
        ("refused", "", "", ""),
        ("", TaskQuery::MINE, "", ""),
        ("", "", robot.as_str(), ""),
        ("", "", "", "week"),
    ] {
        let hidden = world.history(|query| {
            query.state = state.to_owned();
            query.by = by.to_owned();
            query.robot = robot.to_owned();
            query.q = q.to_owned();
        });
        let hidden = hidden.await;
        let is_shown = names(&hidden).iter().any(|name| name.starts_with("Test"));
        assert!(!is_shown, "{state} {by} {robot} {q}");
    }
    let tests = |query: &mut TaskQuery| query.state = TaskQuery::TESTS.to_owned();
    let shown = world.history(tests).await;
    assert_eq!(names(&shown), ["Test: Week 47 sandbox-refuse"]);
    assert!(shown.tasks[0].is_test);
    for query in ["week", "real"] {
        let found = world.history(|filter| {
            tests(filter);
            filter.q = query.to_owned();
            filter.robot = robot.clone();
            filter.by = TaskQuery::MINE.to_owned();
        });
        assert_eq!(
            found.await.tasks.len(),
            usize::from(query == "week"),
            "{query}"
        );
    }
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let query = DraftQuery::default();
    let list = drafts::list(backend, caller, now, &query).await.unwrap();
    assert_eq!((list.drafts.len(), list.needs_attention), (1, 0));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_test_that_is_deleted_is_not_counted_out(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    world.knows_own_number().await;
    world.submitted("Real", numbers(&[OTHER])).await;
    let draft = world.draft("Week 47", numbers(&[OTHER])).await;
    let task = world.test(draft).await;
    for statement in [
        "update drafts set task_id = null where task_id = $1",
        "delete from submitted_numbers where task_id = $1",
        "delete from parts where task_id = $1",
        "delete from tasks where id = $1",
    ] {
        let done = sqlx::query(statement).bind(task).execute(&pool);
        done.await.unwrap();
    }
    assert_eq!(world.history(|_| ()).await.total, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_test_holds_nobody_back_and_nobody_holds_it_back(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    world.submitted("Before", numbers(&[OWN])).await;
    world.work().await;
    let draft = world.draft("Other", numbers(&[OTHER])).await;
    let task = world.test(draft).await;
    tasks::stop_rest(&world.backend, &world.caller, world.clock.now(), task)
        .await
        .unwrap();
    world.clock.forward(SignedDuration::from_hours(24 * 8));
    // The number is in a list again, though the test called it today, and is called.
    let test = world.test(draft).await;
    world.work().await;
    let after = world.draft("After", numbers(&[OWN, OTHER])).await;
    let view = world.check(after).await;
    assert_eq!((view.tally.ready, view.tally.recent), (2, 0));
    world.submit(&view, false).await.unwrap();
    world.work().await;
    assert_eq!(world.task(test).await.state, TaskState::Created);
    // Nor does that newer task keep the stopped test back.
    world.send_again(task, 1).await.unwrap();
    world.work().await;
    assert_eq!(world.task(task).await.state, TaskState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn nothing_of_a_test_is_remembered_for_the_next_form(pool: PgPool) {
    let mut world = World::new(pool).await;
    world
        .change_account(|account| {
            account.lines = leads::lines_of_text("ID_PHONE_JKT\nID_PHONE_SUB")
        })
        .await;
    world.knows_own_number().await;
    world.submitted("Real", numbers(&[OTHER])).await;
    let form = TaskForm {
        line: "ID_PHONE_SUB".to_owned(),
        ..world.form().await
    };
    let draft = fresh_id();
    world.save(draft, &form, Some(numbers(&[OTHER]))).await;
    world.test(draft).await;
    assert_eq!(world.form().await.line, "ID_PHONE_JKT");
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let list = backend::robots::list(backend, caller, now, "fleet", None);
    let robot = list.await.unwrap().robots.remove(0).id;
    let page = test_calls::of_robot(backend, caller, now, &robot, "", &[], fresh_id());
    let TestValues::Typed { line, .. } = page.await.unwrap().values else {
        panic!("values of a robot are typed");
    };
    assert_eq!(line, "ID_PHONE_JKT");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_test_is_found_by_the_number_that_it_called(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    let draft = world.draft("Week 47", numbers(&[OTHER])).await;
    world.test(draft).await;
    world.submitted("Real", numbers(&[OWN])).await;
    let found = world.history(|query| query.q = OWN.to_owned()).await;
    let found = found.numbers.unwrap().matches;
    let found: Vec<_> = found
        .iter()
        .map(|found| (found.name.as_str(), found.is_test, found.row))
        .collect();
    assert_eq!(found, [("Real", false, 2), ("Test: Week 47", true, 2)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_test_whose_answer_is_lost_is_searched_for_as_any_other(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    let draft = world.draft("sandbox-cut", numbers(&[OTHER])).await;
    let task = world.test(draft).await;
    world.work().await;
    assert_eq!(world.task(task).await.batches[0].state, BatchState::Unknown);
    assert_eq!(world.history(|_| ()).await.needs_attention, 0);
    world.clock.forward(SignedDuration::from_secs(30));
    world.work().await;
    assert_eq!(world.task(task).await.state, TaskState::Created);
}
