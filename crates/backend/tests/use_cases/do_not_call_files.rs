//! Numbers for the company's list that come in a file.

use backend::Error;
use backend::do_not_call::{self, Added, AddedFromFile};
use sheets::UploadedFile;
use sqlx::PgPool;

use crate::do_not_call::{FIRST, problem};
use crate::support::{World, file, many, numbers};

impl World {
    pub async fn add_from_file(
        &self,
        typed: &str,
        reason: &str,
        file: UploadedFile,
    ) -> Result<AddedFromFile, Error> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        do_not_call::add_from_file(backend, caller, now, (typed, reason), file).await
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_numbers_of_a_file_are_put_on_the_companys_list_with_those_that_are_typed(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    world.add_to_do_not_call(FIRST).await.unwrap();
    let draft = world.draft("Week 48", many(5)).await;
    let file = numbers(&[FIRST, "+62812300001", "nobody", "+62812300002"]);
    let added = world.add_from_file("+62812300002\n+62812300003", "Complained", file);
    let added = added.await.unwrap();
    assert_eq!(added.added, Added { added: 3, known: 1 });
    assert_eq!(
        (added.read.unreadable, added.read.unreadable_rows),
        (1, vec![4])
    );
    assert_eq!(world.lists().await[0].2, 4);
    assert_eq!(world.held_of("+62812300003").await[0].1, "Complained");
    assert_eq!(world.check(draft).await.tally.do_not_call, 4);
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_a_file_that_cannot_be_read_nothing_is_added(pool: PgPool) {
    let world = World::new(pool).await;
    let nameless = || file("names.csv", "Customer\nBudi\n".as_bytes());
    let refused = world.add_from_file(FIRST, "Complained", nameless()).await;
    let sentence = problem(refused.unwrap_err());
    assert!(sentence.starts_with("file: No column"), "{sentence}");
    let long = many(sheets::MAX_ROWS + 1);
    let refused = world.add_from_file("", "Complained", long).await;
    let sentence = problem(refused.unwrap_err());
    assert!(
        sentence.starts_with("file: The file has more than 200,000 rows."),
        "{sentence}"
    );
    let refused = world.add_from_file("", " ", numbers(&[FIRST])).await;
    assert_eq!(
        problem(refused.unwrap_err()),
        "reason: Write why, in a few words."
    );
    assert_eq!(world.lists().await[0].2, 0);
}
