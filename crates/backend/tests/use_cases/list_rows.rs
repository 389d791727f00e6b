//! The rows of a task's list, also those that were left out.

use backend::ids::TaskId;
use backend::{Error, results};
use leads::LeadKind;
use leads::views::{LeadFilter, ListRowsView};
use localization::Language;
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, numbers};

/// Two that are called, one of which names a number in a note, one with an error, and one with the number of the first.
const LIST: &str = "Name,Phone,Comments\n\
    Agus,+628129000011,L1\nRina,+628129000010,ask 08129000012\nSiti,call me,L3\nAgus again,+628129000011,L4\n";

impl World {
    async fn list_rows(&self, task: TaskId, show: LeadFilter, from: u32) -> ListRowsView {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        results::list_rows(backend, caller, now, task, show, from, Language::English)
            .await
            .unwrap()
    }
}

fn told(view: &ListRowsView) -> Vec<(u32, &str, String)> {
    let rows = view.rows.iter();
    rows.map(|row| (row.row, row.number.as_str(), row.why.join(" ")))
        .collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn each_row_says_whether_it_was_sent_and_why_not_with_masked_numbers(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(file("list.csv", LIST.as_bytes())).await;
    let all = world.list_rows(task, LeadFilter::All, 0).await;
    assert_eq!((all.matched, all.sent), (4, Some(2)));
    let rows = told(&all);
    assert_eq!(rows[0], (2, "•••• 0011", "Not left out".to_owned()));
    assert_eq!(rows[1].1, "•••• 0010");
    assert!(rows[2].2.starts_with("Has an error "), "{rows:?}");
    assert_eq!(rows[3], (5, "•••• 0011", "Duplicate of row 2".to_owned()));
    assert!(!format!("{all:?}").contains("90000"), "{all:?}");
    // A duplicate stands beside the row with its number that was kept.
    for (kind, rows) in [
        (LeadKind::ToFix, vec![4]),
        (LeadKind::Duplicate, vec![2, 5]),
    ] {
        let found = world.list_rows(task, LeadFilter::Kind(kind), 0).await;
        let found: Vec<u32> = found.rows.iter().map(|row| row.row).collect();
        assert_eq!(found, rows, "{kind:?}");
    }
    let called = world.list_rows(task, LeadFilter::Called, 0).await;
    assert_eq!(called.matched, 2);
    let beyond = world.list_rows(task, LeadFilter::All, 900).await;
    assert_eq!((beyond.rows.len(), beyond.matched), (0, 4));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_row_that_was_in_a_recent_task_names_it(pool: PgPool) {
    let world = World::new(pool).await;
    world.submitted("Earlier", numbers(&["+62812335088"])).await;
    world.work().await;
    let list = numbers(&["+62812335088", "+62812335089"]);
    let task = world.submitted("Later", list).await;
    let recent = LeadFilter::Kind(LeadKind::Recent);
    let rows = world.list_rows(task, recent, 0).await;
    let why = &told(&rows)[0].2;
    assert!(why.starts_with("In “Earlier”, "), "{why}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_that_there_is_not_has_no_rows(pool: PgPool) {
    let world = World::new(pool).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let found = results::list_rows(
        backend,
        caller,
        now,
        fresh_id(),
        LeadFilter::All,
        0,
        Language::English,
    )
    .await;
    assert!(matches!(found, Err(Error::NotFound)), "{found:?}");
}
