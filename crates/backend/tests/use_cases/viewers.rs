//! What viewers do not learn.

use backend::tasks;
use leads::views::{CallQuery, TaskQuery};
use sqlx::PgPool;

use crate::results::NUMBERS;
use crate::support::{World, numbers};

#[sqlx::test(migrations = "../../migrations")]
async fn a_viewer_finds_the_last_four_digits_and_cannot_read_a_number_digit_by_digit(pool: PgPool) {
    let mut world = World::new(pool).await;
    let task = world.called(numbers(&NUMBERS)).await;
    let number = NUMBERS[3].trim_start_matches('+');
    let last = |count: usize| number[number.len() - count..].to_owned();
    let search = |q: String| CallQuery {
        q,
        ..CallQuery::default()
    };
    assert_eq!(world.calls(task, search(last(5))).await.found, 1);
    world.caller.role = backend::Role::Viewer;
    assert_eq!(world.calls(task, search(last(4))).await.found, 1);
    for typed in [
        last(5),
        last(3),
        number[..6].to_owned(),
        format!("+{number}"),
    ] {
        let found = world.calls(task, search(typed.clone())).await.found;
        assert_eq!(found, 0, "{typed}");
    }
    assert_eq!(world.calls(task, search("budi".to_owned())).await.found, 4);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_viewer_finds_the_tasks_of_a_whole_number_and_is_told_to_type_one(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.submitted("Week 48", numbers(&["+62812335088"])).await;
    world.work().await;
    world.caller.role = backend::Role::Viewer;
    let search = async |q: &str| {
        let query = TaskQuery {
            q: q.to_owned(),
            ..TaskQuery::default()
        };
        let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
        tasks::list(backend, caller, now, &query).await.unwrap()
    };
    let end = search("35088").await;
    assert!(end.numbers.is_none());
    let problem = end.search_problem.unwrap().to_string();
    assert!(
        problem
            .to_string()
            .starts_with("Type the whole phone number."),
        "{problem}"
    );
    let whole = search("+62 812 335 088").await.numbers.unwrap();
    assert_eq!(whole.matches.len(), 1);
    assert_eq!(whole.matches[0].number, "•••• 5088");
}
