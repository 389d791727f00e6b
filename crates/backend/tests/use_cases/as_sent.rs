//! The list of a task as it was sent, as a file.

use std::io::Read;

use backend::drafts::Download;
use backend::ids::TaskId;
use backend::{Error, tasks};
use leads::Field;
use leads::views::CellChange;
use localization::Language;
use sheets::FileKind;
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, numbers};

/// Numbers as a person in Jakarta writes them, a row to fix, and one that is refused when the task is created.
const LIST: &str = "Customer,Mobile,Comments,Shoe size\n\
    Agus,0812335088,C1,41\nRina,0812343062,C2,42\nSiti,call me,C3,43\nBudi,+628129000003,C4,44\n";

impl World {
    async fn as_sent(&self, task: TaskId, kind: FileKind) -> Result<Download, Error> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        tasks::as_sent(backend, caller, now, task, kind, Language::English).await
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_file_has_what_was_sent_with_what_became_of_it_and_the_look_is_on_record(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.cuts_lists_longer_than(2).await;
    let draft = world.draft("Sent", file("list.csv", LIST.as_bytes())).await;
    let now = world.clock.now();
    let fixed = CellChange {
        row: 3,
        field: Field::Customer,
        text: "Ratna".to_owned(),
    };
    backend::drafts::edit_cells(&world.backend, &world.caller, now, draft, &[fixed])
        .await
        .unwrap();
    let checked = world.check(draft).await;
    let task = world.submit(&checked, false).await.unwrap();
    world.work().await;
    let taken = world.as_sent(task, FileKind::Csv).await;
    let mut taken = taken.unwrap();
    let mut text = String::new();
    taken.file.read_to_string(&mut text).unwrap();
    assert_eq!(taken.file_name.to_string(), "leads-as-sent.csv");
    assert_eq!(taken.size, text.len() as u64);
    let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').lines().collect();
    let refused = lines.last().copied().unwrap_or_default();
    // What a spreadsheet would take for a formula begins with an apostrophe.
    assert_eq!(
        lines[..3],
        [
            "\"Row\",\"Customer\",\"Mobile\",\"Comments\",\"Batch\",\"Batch status\",\"Refused by AIRudder\"",
            "\"2\",\"Agus\",\"'+62812335088\",\"C1\",\"1\",\"Created\",\"\"",
            "\"3\",\"Ratna\",\"'+62812343062\",\"C2\",\"1\",\"Created\",\"\"",
        ]
    );
    assert!(
        lines.len() == 4
            && refused.starts_with(
                "\"5\",\"Budi\",\"'+628129000003\",\"C4\",\"2\",\"Refused\",\"Number Blocked"
            ),
        "{refused}"
    );
    let events = world.task(task).await.events;
    let told = events.last().unwrap();
    assert_eq!(
        (told.sentence.to_string().as_str(), told.by.as_str()),
        ("Downloaded 3 leads as sent.", "Ana")
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_file_of_a_task_that_there_is_not_is_not_written(pool: PgPool) {
    let world = World::new(pool).await;
    let taken = world.as_sent(fresh_id(), FileKind::Xlsx).await;
    assert!(matches!(taken, Err(Error::NotFound)), "{taken:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_number_of_a_test_is_in_no_file(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    let draft = world.draft("Week 47", numbers(&["+62812343062"])).await;
    let task = world.test(draft).await;
    world.work().await;
    let taken = world.as_sent(task, FileKind::Csv).await;
    assert!(matches!(taken, Err(Error::NotFound)));
}
