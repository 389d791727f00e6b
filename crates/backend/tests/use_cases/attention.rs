//! What needs attention, and how that ends.

use backend::ids::TaskId;
use backend::{Error, tasks};
use leads::states::TaskState;
use leads::views::{TaskListView, TaskQuery};
use sqlx::PgPool;

use crate::support::{World, numbers};

/// A number that the simulator refuses only when the task is created.
const REFUSED_LATER: &str = "+628129000003";

impl World {
    pub async fn needing_attention(&self, by: &str) -> TaskListView {
        let query = TaskQuery {
            state: TaskQuery::NEEDS_ATTENTION.to_owned(),
            by: by.to_owned(),
            ..TaskQuery::default()
        };
        tasks::list(&self.backend, &self.caller, self.clock.now(), &query)
            .await
            .unwrap()
    }

    /// The names of the tasks that need attention, as the list has them; the counts say the same.
    pub async fn needing(&mut self) -> Vec<String> {
        self.come_again().await;
        let list = self.needing_attention("").await;
        let names: Vec<String> = list.tasks.into_iter().map(|task| task.name).collect();
        assert_eq!(list.needs_attention as usize, names.len());
        assert_eq!(self.caller.needs_attention as usize, names.len());
        names
    }

    pub async fn mark_done(&self, task: TaskId) -> Result<String, Error> {
        tasks::mark_done(&self.backend, &self.caller, self.clock.now(), task).await
    }

    async fn stop(&self, task: TaskId) {
        tasks::stop_rest(&self.backend, &self.caller, self.clock.now(), task)
            .await
            .unwrap();
    }

    async fn refused(&self, name: &str) -> TaskId {
        let task = self
            .submitted(name, numbers(&["+62812335088", REFUSED_LATER]))
            .await;
        self.work().await;
        assert_eq!(self.task(task).await.state, TaskState::Refused);
        task
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_that_is_marked_as_done_needs_no_attention_until_that_is_taken_back(pool: PgPool) {
    let mut world = World::new(pool).await;
    let id = world.refused("Refused").await;
    let list = world.needing_attention("").await;
    let attention = list.tasks[0].attention.clone().unwrap();
    assert_eq!(
        attention.why.to_string(),
        "AIRudder refused 1 lead, so nobody is called."
    );
    assert_eq!(attention.done_blocker, None);
    assert_eq!(world.task(id).await.attention, Some(attention));
    assert_eq!(world.needing().await, ["Refused"]);

    assert_eq!(world.mark_done(id).await.unwrap(), "Refused");
    // A second press changes nothing.
    assert_eq!(world.mark_done(id).await.unwrap(), "Refused");
    assert_eq!(world.needing().await, [""; 0]);
    let task = world.task(id).await;
    assert_eq!(task.state, TaskState::Refused);
    assert_eq!(task.attention, None);
    let (by, _) = task.done.unwrap();
    assert_eq!(by, "Ana");
    let told = world.sentences(id).await;
    let marks = told
        .iter()
        .filter(|told| *told == "Marked the task as done.");
    assert_eq!(marks.count(), 1, "{told:?}");

    let now = world.clock.now();
    for _ in 0..2 {
        tasks::needs_attention_again(&world.backend, &world.caller, now, id)
            .await
            .unwrap();
    }
    assert_eq!(world.needing().await, ["Refused"]);
    let task = world.task(id).await;
    assert_eq!(task.done, None);
    let told = world.sentences(id).await;
    assert_eq!(
        told.last().map(String::as_str),
        Some("The task needs attention again.")
    );
    assert_eq!(told.len(), 4, "{told:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_might_have_been_created_is_not_marked_as_done(pool: PgPool) {
    let mut world = World::new(pool).await;
    let id = world
        .submitted("Lost sandbox-cut", numbers(&["+62812335088"]))
        .await;
    world.work().await;
    let task = world.task(id).await;
    assert_eq!(task.state, TaskState::Unknown);
    let attention = task.attention.unwrap();
    assert!(
        attention.what_to_do.to_string().contains("next: "),
        "{attention:?}"
    );
    let Err(Error::Conflict(sentence)) = world.mark_done(id).await else {
        panic!("it might have been created");
    };
    assert_eq!(
        sentence.to_string(),
        format!("{} Nothing was changed.", attention.done_blocker.unwrap())
    );
    assert_eq!(world.needing().await, ["Lost sandbox-cut"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_needs_no_attention_is_not_marked_as_done(pool: PgPool) {
    let mut world = World::new(pool).await;
    let id = world.submitted("Fine", numbers(&["+62812335088"])).await;
    world.work().await;
    assert_eq!(world.task(id).await.attention, None);
    assert!(matches!(world.mark_done(id).await, Err(Error::Conflict(_))));
    assert_eq!(world.task(id).await.done, None);
    assert_eq!(world.needing().await, [""; 0]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_happens_to_a_task_after_it_was_marked_as_done_brings_it_back(pool: PgPool) {
    let mut world = World::new(pool).await;
    let id = world.submitted("Stopped", numbers(&["+62812335088"])).await;
    world.stop(id).await;
    assert_eq!(world.needing().await, ["Stopped"]);
    world.mark_done(id).await.unwrap();
    assert_eq!(world.needing().await, [""; 0]);
    world.send_again(id, 1).await.unwrap();
    assert_eq!(world.needing().await, [""; 0]);
    world.stop(id).await;
    assert_eq!(world.needing().await, ["Stopped"]);
    assert_eq!(world.task(id).await.done, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn one_persons_tasks_that_need_attention_are_without_those_that_are_done(pool: PgPool) {
    let world = World::new(pool).await;
    let mut ids = Vec::new();
    for number in ["+62812335088", "+62812343062", "+62812387005"] {
        let id = world.submitted(number, numbers(&[number])).await;
        world.stop(id).await;
        ids.push(id);
    }
    world.mark_done(ids[1]).await.unwrap();
    let mine = world.needing_attention(TaskQuery::MINE).await;
    let mut names: Vec<&str> = mine.tasks.iter().map(|task| task.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["+62812335088", "+62812387005"]);
    assert!(mine.tasks.iter().all(|task| task.attention.is_some()));
    let nobody = world.needing_attention(&ids[0].to_string()).await;
    assert_eq!(nobody.tasks, []);
}
