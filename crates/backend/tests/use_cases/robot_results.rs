//! What the results of a robot mean: the first table, changes of it, and what tasks make of those.

use backend::ids::TaskId;
use backend::{Caller, Error, Role, results, robots};
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::results::meaning::{Meaning, MeaningInput};
use leads::views::{ResultsView, RobotResultsView};
use sqlx::PgPool;

use crate::support::{World, numbers};

/// Ends: answers with `A`, and answers with `Z`, which the robot does not name.
const NUMBERS: [&str; 2] = ["+628129000011", "+628129000014"];

impl World {
    /// The robot of every task of these tests.
    pub(crate) async fn robot(&self) -> String {
        self.form().await.robot
    }

    async fn table(&self, robot: &str) -> RobotResultsView {
        let now = self.clock.now();
        results::robot_results(&self.backend, &self.caller, now, robot)
            .await
            .unwrap()
    }

    async fn save_table(
        &self,
        robot: &str,
        version: u32,
        rows: &[MeaningInput],
    ) -> Result<(), Error> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        results::save_robot_results(backend, caller, now, robot, version, rows).await
    }

    /// Calls `A` “Yes” from now on, an interested answer, and gives `Z` a name that does not count as reached.
    pub(crate) async fn rename(&self, robot: &str) {
        let table = self.table(robot).await;
        let mut rows: Vec<MeaningInput> = table.results.iter().map(input).collect();
        let yes = rows.iter_mut().find(|row| row.letter == "A").unwrap();
        "Yes".clone_into(&mut yes.name);
        "interested".clone_into(&mut yes.group);
        rows.push(MeaningInput {
            letter: "z".to_owned(),
            name: "Nobody there".to_owned(),
            group: "answering_machine".to_owned(),
            reached: false,
            order: "99".to_owned(),
        });
        self.save_table(robot, table.version, &rows).await.unwrap();
    }

    /// From now on a letter means that somebody does not want to be called.
    pub(crate) async fn means_do_not_call(&self, robot: &str, letter: &str) {
        let table = self.table(robot).await;
        let mut rows: Vec<MeaningInput> = table.results.iter().map(input).collect();
        rows.retain(|row| row.letter != letter);
        rows.push(MeaningInput {
            letter: letter.to_owned(),
            name: "Asked not to be called".to_owned(),
            group: "do_not_call".to_owned(),
            reached: true,
            order: "50".to_owned(),
        });
        self.save_table(robot, table.version, &rows).await.unwrap();
    }

    pub(crate) async fn count_again(&self, task: TaskId) -> Result<(), Error> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        results::count_again(backend, caller, now, task).await
    }
}

/// The row of the form that shows a result.
fn input(meaning: &Meaning) -> MeaningInput {
    MeaningInput {
        letter: meaning.letter.clone(),
        name: meaning.name.clone(),
        group: meaning.group.key().to_owned(),
        reached: meaning.reached,
        order: meaning.order.to_string(),
    }
}

/// What the table calls a letter.
fn name_of<'a>(table: &'a RobotResultsView, letter: &str) -> &'a str {
    let mut results = table.results.iter();
    let found = results.find(|meaning| meaning.letter == letter);
    &found.expect("a letter with a name").name
}

/// What people said, each letter with its name.
fn said(results: &ResultsView) -> Vec<(&str, Option<&str>, CallGroup)> {
    let lines = results.results.iter();
    lines
        .map(|line| {
            let letter = line.letter.as_deref().unwrap_or_default();
            (letter, line.name.as_deref(), line.group)
        })
        .collect()
}

const BEFORE: [(&str, Option<&str>, CallGroup); 2] = [
    (
        "A",
        Some("Answered all questions"),
        CallGroup::ReachedOtherwise,
    ),
    ("Z", None, CallGroup::Unnamed),
];

const AFTER: [(&str, Option<&str>, CallGroup); 2] = [
    ("A", Some("Yes"), CallGroup::Interested),
    ("Z", Some("Nobody there"), CallGroup::AnsweringMachine),
];

#[sqlx::test(migrations = "../../migrations")]
async fn the_first_table_is_what_the_provider_tells_and_a_change_is_the_next_version(pool: PgPool) {
    let world = World::new(pool).await;
    let robot = world.robot().await;
    let first = world.table(&robot).await;
    assert_eq!((first.version, &first.changed), (1, &None));
    assert_eq!(name_of(&first, "A"), "Answered all questions");
    assert!(first.may_change && first.unnamed.is_empty());
    world.rename(&robot).await;
    let second = world.table(&robot).await;
    assert_eq!(second.version, 2);
    assert_eq!(name_of(&second, "A"), "Yes");
    assert_eq!(second.results.len(), first.results.len() + 1);
    let (by, _) = second.changed.clone().expect("who changed it");
    assert_eq!(by, world.caller.name);
    let now = world.clock.now();
    let page = robots::view(&world.backend, &world.caller, now, &robot).await;
    assert_eq!(page.unwrap().results, second);

    // Nothing is changed: no version is added.
    let rows: Vec<MeaningInput> = second.results.iter().map(input).collect();
    world.save_table(&robot, 2, &rows).await.unwrap();
    assert_eq!(world.table(&robot).await, second);
}

#[sqlx::test(migrations = "../../migrations")]
async fn letters_that_calls_have_had_are_offered_until_they_are_named(pool: PgPool) {
    let world = World::new(pool).await;
    let robot = world.robot().await;
    world.called(numbers(&NUMBERS)).await;
    assert_eq!(world.table(&robot).await.unnamed, ["Z"]);
    world.rename(&robot).await;
    assert!(world.table(&robot).await.unnamed.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_that_is_not_over_has_the_new_names_with_its_next_answer(pool: PgPool) {
    let world = World::new(pool).await;
    let robot = world.robot().await;
    let task = world.created(numbers(&NUMBERS)).await;
    world.clock.forward(SignedDuration::from_mins(10));
    world.work().await;
    assert_eq!(said(&world.results(task).await), BEFORE);
    world.rename(&robot).await;
    let results = world.results(task).await;
    assert_eq!(said(&results), BEFORE);
    assert!(!results.is_renamed, "it is counted by itself");
    let refused = world.count_again(task).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    world.clock.forward(SignedDuration::from_mins(10));
    world.work().await;
    assert_eq!(said(&world.results(task).await), AFTER);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_that_is_over_keeps_its_names_until_it_is_counted_again(pool: PgPool) {
    let world = World::new(pool).await;
    let robot = world.robot().await;
    let task = world.called(numbers(&NUMBERS)).await;
    let before = world.results(task).await;
    assert!(!before.is_renamed && before.as_of.next.is_none());
    world.rename(&robot).await;
    world.clock.forward(SignedDuration::from_hours(1));
    world.work().await;
    let kept = world.results(task).await;
    assert_eq!((said(&kept), kept.reached), (BEFORE.to_vec(), 2));
    assert!(kept.is_renamed);

    world.count_again(task).await.unwrap();
    let again = world.results(task).await;
    assert_eq!((said(&again), again.reached), (AFTER.to_vec(), 1));
    assert!(!again.is_renamed);
    assert_eq!(again.as_of.told, kept.as_of.told);
    let batch = &world.task(task).await.batches[0];
    assert_eq!(batch.calls.as_ref().map(|calls| calls.reached), Some(1));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_member_sees_the_table_and_may_not_change_it(pool: PgPool) {
    let mut world = World::new(pool).await;
    let robot = world.robot().await;
    world.caller = Caller {
        role: Role::Launcher,
        ..world.caller.clone()
    };
    let table = world.table(&robot).await;
    assert!(!table.may_change);
    let saved = world.save_table(&robot, table.version, &[]).await;
    assert!(matches!(saved, Err(Error::Forbidden(_))), "{saved:?}");
    assert_eq!(world.table(&robot).await, table);
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_two_who_change_the_same_version_one_is_told(pool: PgPool) {
    let world = World::new(pool).await;
    let robot = world.robot().await;
    let table = world.table(&robot).await;
    let named = |name: &str| {
        let mut rows: Vec<MeaningInput> = table.results.iter().map(input).collect();
        name.clone_into(&mut rows[0].name);
        rows
    };
    let (one, other) = (named("One"), named("Other"));
    let (one, other) = tokio::join!(
        world.save_table(&robot, table.version, &one),
        world.save_table(&robot, table.version, &other),
    );
    let told: Vec<bool> = [one, other]
        .iter()
        .map(|saved| matches!(saved, Err(Error::Conflict(_))))
        .collect();
    assert_eq!(told.iter().filter(|told| **told).count(), 1);
    let kept = if told[0] { "Other" } else { "One" };
    let now = world.table(&robot).await;
    assert_eq!(
        (now.version, now.results[0].name.as_str()),
        (table.version + 1, kept)
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn everything_that_has_to_be_fixed_is_told_at_once_and_nothing_is_saved(pool: PgPool) {
    let world = World::new(pool).await;
    let robot = world.robot().await;
    let table = world.table(&robot).await;
    let rows = [
        MeaningInput {
            letter: "A".to_owned(),
            ..MeaningInput::default()
        },
        MeaningInput {
            letter: "a".to_owned(),
            name: "Twice".to_owned(),
            group: "interested".to_owned(),
            order: "0".to_owned(),
            reached: true,
        },
    ];
    let Err(Error::Problems(problems)) = world.save_table(&robot, table.version, &rows).await
    else {
        panic!("a table that cannot be read");
    };
    let mut inputs: Vec<&str> = problems.iter().map(|it| it.input.as_str()).collect();
    inputs.sort_unstable();
    assert_eq!(
        inputs,
        ["group_0", "letter_1", "name_0", "order_0", "order_1"]
    );
    assert_eq!(world.table(&robot).await, table);
    let nobody = world.save_table("nobody", 0, &[]).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_was_read_before_its_robot_had_names_is_counted_again(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    world.cuts_lists_longer_than(100).await;
    let sheet: Vec<String> = (0..150)
        .map(|number| format!("+62812{:06}", 400_000 + number))
        .collect();
    let sheet: Vec<&str> = sheet.iter().map(String::as_str).collect();
    let task = world.called(numbers(&sheet)).await;
    assert!(!world.results(task).await.is_renamed);
    sqlx::query("delete from task_results where part = 1")
        .execute(&pool)
        .await
        .unwrap();
    assert!(world.results(task).await.is_renamed);
    world.count_again(task).await.unwrap();
    assert!(!world.results(task).await.is_renamed);
}
