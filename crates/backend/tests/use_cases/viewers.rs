//! What viewers do not learn.

use leads::views::CallQuery;
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
