//! Find and replace: what is shown of it, and what is done.

use backend::Error;
use backend::drafts::{self, Replacement};
use leads::Field;
use sqlx::PgPool;

use crate::support::{World, many};

#[sqlx::test(migrations = "../../migrations")]
async fn a_text_is_replaced_in_a_whole_column(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Replace", many(3)).await;
    let (now, caller) = (world.clock.now(), &world.caller);
    let of = |find: &str| Replacement {
        field: Field::Customer,
        find: find.to_owned(),
        with: "Ana".to_owned(),
    };
    let backend = &world.backend;
    let shown = drafts::preview_replacement(backend, caller, now, id, &of("BUDI 2")).await;
    let shown = shown.unwrap();
    assert_eq!((shown.found, shown.changed, shown.all), (1, 1, 3));
    let first = &shown.first[0];
    assert_eq!(
        (first.row, first.before.as_str(), first.after.as_str()),
        (3, "Budi 2", "Ana")
    );
    let version = shown.version;
    let none = drafts::preview_replacement(backend, caller, now, id, &of("zzzz")).await;
    let none = none.unwrap();
    assert_eq!((none.found, none.version), (0, version));
    let changed = drafts::replace_text(backend, caller, now, id, version, &of("BUDI 2")).await;
    assert_eq!(changed.unwrap(), 1);
    // What was shown before is not what would be done now.
    let stale = drafts::replace_text(backend, caller, now, id, version, &of("Budi 3")).await;
    assert!(matches!(stale, Err(Error::Conflict(_))), "{stale:?}");
    let names: Vec<String> = world
        .review(id)
        .await
        .leads
        .iter()
        .map(|lead| lead.cells[0].value.clone())
        .collect();
    assert_eq!(names, ["Budi 1", "Ana", "Budi 3"]);
    let nothing = drafts::replace_text(backend, caller, now, id, version + 1, &of("")).await;
    assert!(matches!(nothing, Err(Error::Conflict(_))));
    let nothing = drafts::preview_replacement(backend, caller, now, id, &of("")).await;
    assert_eq!(nothing.unwrap().problems[0].input, "find");
}
