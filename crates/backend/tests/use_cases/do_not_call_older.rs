//! A do-not-call list of an earlier day than the one that it would replace.

use backend::Error;
use backend::do_not_call::ListForm;
use sqlx::PgPool;

use crate::do_not_call::{FIRST, problem, repep};
use crate::support::{World, many, numbers};

impl World {
    /// A list of 20 November, replaced by one of that day.
    async fn replace_list(&self, as_of: &str, replace_newer: bool) -> Result<u64, Error> {
        let list = self.lists().await[1].0.to_string();
        let form = ListForm {
            list,
            as_of: as_of.to_owned(),
            replace_newer,
            ..repep()
        };
        let taken = self.take_in(form, numbers(&[FIRST])).await;
        taken.map(|taken| taken.numbers)
    }
}

async fn of_20_november(pool: PgPool) -> World {
    let world = World::new(pool).await;
    let form = ListForm {
        as_of: "2026-11-20".to_owned(),
        ..repep()
    };
    let two = numbers(&[FIRST, "+62812300001"]);
    assert_eq!(world.take_in(form, two).await.unwrap().numbers, 2);
    world
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_older_list_takes_the_place_of_a_newer_one_only_when_the_box_is_ticked(pool: PgPool) {
    let world = of_20_november(pool).await;
    let refused = world.replace_list("2026-11-19", false).await.unwrap_err();
    assert_eq!(
        problem(refused),
        "replace_newer: This list is dated 19 Nov 2026, but the one it would replace is newer: 20 Nov 2026. \
         Numbers added since then would be called again. If this is intended, tick “Replace the newer list” and \
         choose the file again."
    );
    let draft = world.draft("Week 48", many(3)).await;
    let held = world.review(draft).await.tally.do_not_call;
    assert_eq!(held, 2, "the newer list counts on");
    assert_eq!(world.replace_list("2026-11-19", true).await.unwrap(), 1);
    assert_eq!(world.check(draft).await.tally.do_not_call, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_list_of_the_same_day_or_a_later_one_is_taken_without_asking(pool: PgPool) {
    let world = of_20_november(pool).await;
    for day in ["2026-11-20", "2026-11-21"] {
        assert_eq!(world.replace_list(day, false).await.unwrap(), 1, "{day}");
    }
}
