//! Calling people of a task again because of what came of their calls: the right ones, and each by one task.

use backend::drafts::{self, CallFollowUp};
use backend::ids::{DraftId, TaskId};
use backend::{Error, Role};
use leads::results::classify::CallGroup;
use leads::results::follow_up::WhyNotAgain;
use leads::views::{CallFollowUpView, DraftView};
use leads::{Field, views::CellChange};
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, numbers};

/// Answers with a letter.
const ANSWERS: &str = "+628129000011";
/// Never answer.
const SILENT: [&str; 3] = ["+628129000010", "+628139000010", "+628219000010"];

impl World {
    async fn choices(&self, task: TaskId) -> CallFollowUpView {
        let now = self.clock.now();
        drafts::call_follow_up_view(&self.backend, &self.caller, now, task)
            .await
            .unwrap()
    }

    async fn follow_as(
        &self,
        task: TaskId,
        id: DraftId,
        chosen: CallFollowUp,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        drafts::follow_calls(&self.backend, &self.caller, now, task, id, chosen).await
    }

    /// A follow-up with those who were not reached, called again within the cooldown.
    async fn follow(&self, task: TaskId) -> DraftView {
        let id = fresh_id();
        self.follow_as(task, id, not_reached()).await.unwrap();
        self.review(id).await
    }

    async fn heard(&self, task: TaskId, row: i32, group: &str) {
        sqlx::query(
            "update calls set call_group = $3, reached = true where task_id = $1 and row = $2",
        )
        .bind(task)
        .bind(row)
        .bind(group)
        .execute(self.backend.pool())
        .await
        .unwrap();
    }
}

fn not_reached() -> CallFollowUp {
    CallFollowUp {
        groups: vec![CallGroup::NotReached],
        within_cooldown: true,
        ..CallFollowUp::default()
    }
}

fn people(view: &CallFollowUpView) -> u32 {
    view.people(&[CallGroup::NotReached])
}

fn left_out(view: &CallFollowUpView, why: WhyNotAgain) -> u32 {
    let reasons = view.left_out(&[CallGroup::NotReached]);
    let mut found = reasons.iter().filter(|(reason, _)| *reason == why);
    found.next().unwrap().1
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_was_not_reached_is_called_again_with_the_same_cells_and_fixes(pool: PgPool) {
    let world = World::new(pool).await;
    let list = format!(
        "Customer,Mobile,Comments,Shoe size\nAgus,{ANSWERS},C1,41\nRina,{},C2,42\nSiti,{},C3,43\n",
        SILENT[0], SILENT[1]
    );
    let draft = world
        .draft("Week 48", file("list.csv", list.as_bytes()))
        .await;
    let fix = CellChange {
        row: 3,
        field: Field::Customer,
        text: "Ratna".to_owned(),
    };
    let now = world.clock.now();
    drafts::edit_cells(&world.backend, &world.caller, now, draft, &[fix])
        .await
        .unwrap();
    let checked = world.check(draft).await;
    let task = world.submit(&checked, false).await.unwrap();
    world.called_to_the_end().await;
    let choices = world.choices(task).await;
    assert_eq!((people(&choices), choices.cooldown_days > 0), (2, true));
    assert_eq!(choices.suggested_name, "Week 48 (2)");
    let review = world.follow(task).await;
    assert_eq!((review.tally.all(), review.tally.ready), (2, 2));
    let rows: Vec<u32> = review.leads.iter().map(|lead| lead.row).collect();
    assert_eq!(rows, [3, 4]);
    let cells = |row: usize| -> Vec<&str> {
        let cells = review.leads[row].cells.iter();
        cells.map(|cell| cell.value.as_str()).collect()
    };
    assert!(cells(0).contains(&"Ratna"), "{:?}", cells(0));
    // It is checked and submitted like any list.
    let checked = world.check(review.id.parse().unwrap()).await;
    let again = world.submit(&checked, false).await.unwrap();
    world.called_to_the_end().await;
    assert_eq!(world.results(again).await.sent, 2);
    let chain = world.task(again).await.chain.expect("it follows");
    let names: Vec<&str> = chain.tasks.iter().map(|task| task.name.as_str()).collect();
    assert_eq!(names, ["Week 48", "Week 48 (2)"]);
    assert_eq!((chain.people, chain.reached), (3, 1));
    assert_eq!(world.task(task).await.chain, Some(chain));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_cooldown_holds_where_the_person_wants_it_to(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(numbers(&SILENT)).await;
    let id = fresh_id();
    let chosen = CallFollowUp {
        within_cooldown: false,
        ..not_reached()
    };
    world.follow_as(task, id, chosen).await.unwrap();
    let tally = world.review(id).await.tally;
    assert_eq!((tally.ready, tally.recent), (0, 3));
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_two_drafts_with_the_same_people_only_one_calls_them(pool: PgPool) {
    let mut world = World::new(pool).await;
    world
        .change_account(|form| form.cooldown_days = "0".to_owned())
        .await;
    let task = world.called(numbers(&SILENT)).await;
    let (one, other) = (world.follow(task).await, world.follow(task).await);
    let checked_other = world.check(other.id.parse().unwrap()).await;
    let checked = world.check(one.id.parse().unwrap()).await;
    world.submit(&checked, false).await.unwrap();
    let refused = world.submit(&checked_other, false).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    let tally = world.review(other.id.parse().unwrap()).await.tally;
    assert_eq!((tally.ready, tally.recent), (0, 3));
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_said_no_is_called_elsewhere_or_was_reached_since_is_left_out(pool: PgPool) {
    let mut world = World::new(pool).await;
    world
        .change_account(|form| form.cooldown_days = "0".to_owned())
        .await;
    let earlier = world.called(numbers(&SILENT[..1])).await;
    let task = world.called(numbers(&SILENT)).await;
    assert_eq!(people(&world.choices(task).await), 3);
    world.heard(earlier, 2, "do_not_call").await;
    let choices = world.choices(task).await;
    assert_eq!(
        (people(&choices), left_out(&choices, WhyNotAgain::DoNotCall)),
        (2, 1)
    );
    world.heard(earlier, 2, "wrong_number").await;
    let choices = world.choices(task).await;
    assert_eq!(left_out(&choices, WhyNotAgain::WrongNumber), 1);
    world.heard(earlier, 2, "interested").await;
    assert_eq!(
        people(&world.choices(task).await),
        3,
        "said before this task called"
    );
    // A follow-up is calling all of them.
    let checked = world
        .check(world.follow(task).await.id.parse().unwrap())
        .await;
    let again = world.submit(&checked, false).await.unwrap();
    let choices = world.choices(task).await;
    assert_eq!(left_out(&choices, WhyNotAgain::Calling), 3);
    let nobody = world.follow_as(task, fresh_id(), not_reached()).await;
    assert!(matches!(nobody, Err(Error::Conflict(_))), "{nobody:?}");
    world.called_to_the_end().await;
    let choices = world.choices(task).await;
    assert_eq!(people(&choices), 3, "nobody answered again: {choices:?}");
    world.heard(again, 3, "interested").await;
    let choices = world.choices(task).await;
    assert_eq!(
        (
            people(&choices),
            left_out(&choices, WhyNotAgain::ReachedSince)
        ),
        (2, 1)
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_second_press_finds_the_draft_of_the_first(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(numbers(&SILENT[..2])).await;
    let id = fresh_id();
    world.follow_as(task, id, not_reached()).await.unwrap();
    world.follow_as(task, id, not_reached()).await.unwrap();
    assert_eq!(world.review(id).await.tally.all(), 2);
    let other = world.called(numbers(&SILENT[2..])).await;
    let taken = world.follow_as(other, id, not_reached()).await;
    assert!(matches!(taken, Err(Error::NotFound)), "{taken:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn nobody_is_chosen_without_a_group_and_no_test_is_followed(pool: PgPool) {
    let world = World::new(pool).await;
    assert_eq!(world.caller.role, Role::Administrator);
    let task = world.called(numbers(&SILENT)).await;
    for groups in [vec![], vec![CallGroup::DoNotCall, CallGroup::NotDialled]] {
        let chosen = CallFollowUp {
            groups,
            ..not_reached()
        };
        let made = world.follow_as(task, fresh_id(), chosen).await;
        assert!(matches!(made, Err(Error::Conflict(_))), "{made:?}");
    }
    world.knows_own_number().await;
    let draft = world.draft("Week 49", numbers(&["+62812343062"])).await;
    let test = world.test(draft).await;
    world.work().await;
    let made = world.follow_as(test, fresh_id(), not_reached()).await;
    assert!(matches!(made, Err(Error::NotFound)), "{made:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_follow_up_that_was_refused_is_sent_again_with_the_same_people(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(numbers(&SILENT)).await;
    let id = fresh_id();
    let chosen = CallFollowUp {
        name: "Again sandbox-refuse".to_owned(),
        ..not_reached()
    };
    world.follow_as(task, id, chosen).await.unwrap();
    let refused = world.submit(&world.check(id).await, false).await.unwrap();
    world.work().await;
    let (again, now) = (fresh_id(), world.clock.now());
    drafts::follow_up(&world.backend, &world.caller, now, refused, again, false)
        .await
        .unwrap();
    let tally = world.review(again).await.tally;
    assert_eq!((tally.ready, tally.recent), (3, 0));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_of_a_follow_up_is_sent_again_within_the_cooldown(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(numbers(&SILENT)).await;
    let checked = world
        .check(world.follow(task).await.id.parse().unwrap())
        .await;
    let again = world.submit(&checked, false).await.unwrap();
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    backend::tasks::stop_rest(backend, caller, now, again)
        .await
        .unwrap();
    world.send_again(again, 1).await.unwrap();
    world.called_to_the_end().await;
    assert_eq!(world.results(again).await.sent, 3);
}
