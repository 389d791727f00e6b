//! Stored values that say nothing this version knows: each fails with the place where it stands, and none is taken for another.

use backend::error::Unreadable;
use backend::{Error, drafts, tasks, users};
use leads::states::{TaskState, Tone};
use leads::views::{LeadQuery, TaskQuery};
use sqlx::PgPool;

use crate::support::{World, numbers};
use backend::ids::{CheckId, DraftId, TaskId};

/// Where the value stands that could not be read.
fn place<T: std::fmt::Debug>(result: Result<T, Error>) -> Unreadable {
    match result {
        Err(Error::Unreadable(place)) => place,
        other => panic!("{other:?}"),
    }
}

impl World {
    async fn try_review(&self, draft: DraftId) -> Result<leads::views::DraftView, Error> {
        let shown = drafts::LeadSelection::Page(LeadQuery::default());
        drafts::review(&self.backend, &self.caller, self.clock.now(), draft, &shown).await
    }

    async fn try_task(&self, task: TaskId) -> Result<leads::views::TaskView, Error> {
        tasks::view(&self.backend, &self.caller, self.clock.now(), task, true).await
    }

    async fn set(&self, statement: &str) {
        sqlx::raw_sql(statement).execute(&self.owner).await.unwrap();
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_draft_that_cannot_be_read_says_which_value_it_is(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Draft", numbers(&["+62812335088"])).await;
    world.check(draft).await;
    let check: CheckId = sqlx::query_scalar("select id from checks")
        .fetch_one(world.backend.pool())
        .await
        .unwrap();
    let (of_draft, of_check) = (draft.to_string(), check.to_string());
    let of_lead = format!("{draft} 2");
    for (break_it, table, column, row, edit_it) in [
        (
            "alter table drafts drop constraint drafts_keep_check; update drafts set keep = 'newest'",
            "drafts",
            "keep",
            &of_draft,
            "update drafts set keep = 'first'",
        ),
        (
            "update drafts set doubtful = -1",
            "drafts",
            "doubtful",
            &of_draft,
            "update drafts set doubtful = 0",
        ),
        (
            "update drafts set fault_counts = '7'",
            "drafts",
            "fault_counts",
            &of_draft,
            "update drafts set fault_counts = '{}'",
        ),
        (
            "alter table leads drop constraint leads_kind_check; update leads set kind = 'maybe'",
            "leads",
            "kind",
            &of_lead,
            "update leads set kind = 'ready'",
        ),
        (
            "alter table checks drop constraint checks_state_check; update checks set state = 'paused'",
            "checks",
            "state",
            &of_check,
            "update checks set state = 'done'",
        ),
        (
            "update checks set lead_count = -1",
            "checks",
            "lead_count",
            &of_check,
            "update checks set lead_count = 1",
        ),
    ] {
        world.set(break_it).await;
        let found = place(world.try_review(draft).await);
        assert_eq!(found, Unreadable::new(table, column, row), "{break_it}");
        world.set(edit_it).await;
    }
    world.try_review(draft).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_that_cannot_be_read_says_which_value_it_is_and_hides_no_other(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Odd", numbers(&["+62812335088"])).await;
    let other = world.submitted("Even", numbers(&["+62812335089"])).await;
    world.work().await;
    let batch = format!("{task} 1");
    let only = |set: &str| format!("update parts set {set} where task_id = '{task}'");
    world
        .set("alter table parts drop constraint parts_state_check")
        .await;
    for (broken, column, edits) in [
        ("state = 'postponed'", "state", "state = 'created'"),
        ("lead_count = -1", "lead_count", "lead_count = 1"),
        ("looks = -1", "looks", "looks = 0"),
        ("calls = '\"none\"'", "calls", "calls = null"),
    ] {
        world.set(&only(broken)).await;
        let found = place(world.try_task(task).await);
        assert_eq!(found, Unreadable::new("parts", column, &batch), "{broken}");
        world.try_task(other).await.unwrap();
        world.set(&only(edits)).await;
    }
    world
        .set(&format!(
            "update tasks set state = 'asleep' where id = '{task}'"
        ))
        .await;
    let query = TaskQuery::default();
    let list = tasks::list(&world.backend, &world.caller, world.clock.now(), &query)
        .await
        .unwrap();
    let state = |id: TaskId| {
        let id = id.to_string();
        list.tasks.iter().find(|task| task.id == id).unwrap().state
    };
    assert_eq!(state(task), None);
    assert_eq!(state(other), Some(TaskState::Created));
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_event_that_cannot_be_read_says_so_and_hides_no_other(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Events", numbers(&["+62812335088"])).await;
    world.work().await;
    for (kind, detail) in [("part_postponed", "{\"part\": 1}"), ("part_created", "{}")] {
        world
            .set(&format!(
                "insert into events (account_id, task_id, at, kind, detail) \
                 select account_id, id, submitted_at, '{kind}', '{detail}' from tasks"
            ))
            .await;
    }
    let events = world.task(task).await.events;
    assert_eq!(events.len(), 4);
    let created = events[1].sentence.to_string();
    assert!(created.starts_with("Batch 1: created as "), "{created}");
    for event in &events[2..] {
        assert_eq!(event.tone, Tone::Bad);
        let sentence = event.sentence.to_string();
        assert!(sentence.contains("cannot read"), "{sentence}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_account_or_a_person_that_cannot_be_read_says_which_value_it_is(pool: PgPool) {
    let world = World::new(pool).await;
    let person = world.caller.person;
    world
        .set(
            "alter table account_roles drop constraint account_roles_role_check; update users set role = 'viewer'; \
             insert into account_roles select users.id, accounts.id, 'owner' from users, accounts",
        )
        .await;
    let found = place(users::caller(&world.backend, person).await);
    assert_eq!(found, Unreadable::new("account_roles", "role", person));
    world
        .set("update users set role = 'admin'; update accounts set zone = 'Mars/Olympus_Mons'")
        .await;
    let found = place(users::caller(&world.backend, person).await);
    let account = world.caller.account.id;
    assert_eq!(found, Unreadable::new("accounts", "zone", account));
}
