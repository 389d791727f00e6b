//! Two people who decide at the same moment about tasks that share numbers.

use std::time::Duration;

use backend::{Error, drafts, tasks};
use leads::DuplicatePolicy::First;
use leads::states::BatchState::{Created, Waiting};
use leads::views::TaskForm;
use sqlx::{PgPool, Postgres, Transaction};

use crate::do_not_call::FIRST;
use crate::support::{World, numbers};
use backend::ids::TaskId;

const ANA: &str = "+62812335088";
const BUDI: &str = "+62812335089";

/// Longer than any of this takes on a busy machine.
const DEADLINE: Duration = Duration::from_secs(60);

impl World {
    /// Nobody submits or sends again until it is rolled back.
    pub async fn hold_the_account(&self) -> Transaction<'static, Postgres> {
        let mut hold = self.backend.pool().begin().await.unwrap();
        sqlx::query("select from accounts for no key update")
            .execute(&mut *hold)
            .await
            .unwrap();
        hold
    }

    /// Returns once so many wait for a lock.
    pub async fn have_come_to_a_lock(&self, people: i64) {
        let come = async {
            loop {
                let waiting: i64 = sqlx::query_scalar(
                    "select count(*) from pg_stat_activity \
                     where datname = current_database() and wait_event_type = 'Lock'",
                )
                .fetch_one(&self.owner)
                .await
                .unwrap();
                if waiting == people {
                    return;
                }
                tokio::task::yield_now().await;
            }
        };
        let come = tokio::time::timeout(DEADLINE, come).await;
        come.expect("they wait for the account");
    }

    async fn stop_all_of(&self, task: TaskId) {
        let now = self.clock.now();
        tasks::stop_rest(&self.backend, &self.caller, now, task)
            .await
            .unwrap();
    }

    async fn stopped_task(&self, name: &str) -> TaskId {
        let task = self.submitted(name, numbers(&[ANA])).await;
        self.stop_all_of(task).await;
        task
    }
}

fn was_refused<T>(outcome: &Result<T, Error>) -> bool {
    match outcome {
        Ok(_) => false,
        Err(Error::Conflict(_)) => true,
        Err(error) => panic!("{error:?}"),
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_two_people_who_send_two_tasks_again_at_once_one_is_refused(pool: PgPool) {
    let world = World::new(pool).await;
    let (first, second) = (
        world.stopped_task("First").await,
        world.stopped_task("Second").await,
    );
    let hold = world.hold_the_account().await;
    let (one, other, ()) = tokio::join!(
        world.send_again(first, 1),
        world.send_again(second, 1),
        async {
            world.have_come_to_a_lock(2).await;
            hold.rollback().await.unwrap();
        }
    );
    assert_ne!(was_refused(&one), was_refused(&other), "{one:?} {other:?}");
    world.work().await;
    assert_eq!(world.provider_names().await.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_two_people_who_submit_and_send_again_at_once_one_is_refused(pool: PgPool) {
    let world = World::new(pool).await;
    let stopped = world.stopped_task("Stopped").await;
    let draft = world.draft("New", numbers(&[ANA])).await;
    let checked = world.check(draft).await;
    let hold = world.hold_the_account().await;
    let (submitted, sent_again, ()) = tokio::join!(
        world.submit(&checked, false),
        world.send_again(stopped, 1),
        async {
            world.have_come_to_a_lock(2).await;
            hold.rollback().await.unwrap();
        }
    );
    assert_ne!(was_refused(&submitted), was_refused(&sent_again));
    world.work().await;
    assert_eq!(world.provider_names().await.len(), 1);
}

/// Whoever submits holds the account, and notes of leads which task has called them; whoever sends again holds that task, and
/// waits for the account.
#[sqlx::test(migrations = "../../migrations")]
async fn who_submits_and_who_sends_again_do_not_wait_for_each_other(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.cuts_lists_longer_than(1).await;
    let later = world.draft("Later", numbers(&[ANA, BUDI])).await;
    let draft = world.draft("Apart", numbers(&[ANA, BUDI])).await;
    let form = TaskForm {
        name: "Apart".to_owned(),
        stagger: "60".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    let (later, apart) = (world.check(later).await, world.check(draft).await);
    let apart = world.submit(&apart, false).await.unwrap();
    world.work().await;
    world.stop_all_of(apart).await;
    let hold = world.hold_the_account().await;
    let (submitted, sent_again, ()) = tokio::join!(
        world.submit(&later, false),
        async {
            world.have_come_to_a_lock(1).await;
            world.send_again(apart, 2).await
        },
        async {
            world.have_come_to_a_lock(2).await;
            hold.rollback().await.unwrap();
        }
    );
    assert!(was_refused(&submitted));
    sent_again.unwrap();
    let batches = world.task(apart).await.batches;
    let states: Vec<_> = batches.into_iter().map(|batch| batch.state).collect();
    assert!(matches!(states[..], [Created, Waiting]), "{states:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_page_read_while_a_batch_is_refused_tells_why_or_is_kept_up_to_date(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.submitted("Refused", numbers(&[ANA, BUDI])).await;
    let mut refusing = world.backend.pool().begin().await.unwrap();
    // The page stops where it reads its batches, whatever it read before them.
    for statement in [
        "lock table stops in access exclusive mode",
        "update parts set state = 'refused'",
        "insert into part_refusals (task_id, number, row, words) select task_id, number, first_row, 'Blocked' from parts",
    ] {
        sqlx::query(statement)
            .execute(&mut *refusing)
            .await
            .unwrap();
    }
    let (task, ()) = tokio::join!(world.task(id), async {
        world.have_come_to_a_lock(1).await;
        refusing.commit().await.unwrap();
    });
    let is_kept_up_to_date = task.batches.iter().any(|batch| !batch.state.is_settled());
    assert!(is_kept_up_to_date || task.refused == 1);
}

/// As whoever cancels numbers of a do-not-call list does: otherwise each of the two could wait for the other.
#[sqlx::test(migrations = "../../migrations")]
async fn an_erasure_locks_tasks_in_the_order_of_their_ids(pool: PgPool) {
    let world = World::new(pool).await;
    let drafts = [
        world.draft("First", numbers(&[FIRST])).await,
        world.draft("Second", numbers(&[FIRST])).await,
    ];
    let mut tasks = Vec::new();
    // Not in the order in which they were drafted.
    for draft in [drafts[1], drafts[0]] {
        let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
        let policies = drafts::set_policies(backend, caller, now, draft, First, false);
        policies.await.unwrap();
        let view = world.check(draft).await;
        tasks.push(world.submit(&view, false).await.unwrap());
    }
    assert!(drafts[0] < drafts[1] && tasks[0] < tasks[1]);
    let mut hold = world.owner.begin().await.unwrap();
    let lock = "select from tasks where id = $1 for no key update nowait";
    let first = sqlx::query(lock).bind(tasks[0]);
    first.execute(&mut *hold).await.unwrap();
    let (erased, ()) = tokio::join!(world.erase_with(false, None), async {
        world.have_come_to_a_lock(1).await;
        let second = sqlx::query(lock).bind(tasks[1]);
        let second = second.execute(&mut *hold).await;
        second.expect("whoever waits for the first holds none that comes after it");
        hold.rollback().await.unwrap();
    });
    assert_eq!(erased.unwrap().held[0].lists.len(), 2);
}
