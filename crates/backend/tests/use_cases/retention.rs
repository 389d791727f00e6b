//! How long what names people is kept: what is dropped at the submission, what is deleted later, and what works on.

use backend::ids::{DraftId, TaskId};
use backend::results::ExportOf;
use backend::{Error, drafts, history, results, retention, tasks};
use jiff::SignedDuration;
use leads::views::{CallQuery, DraftQuery, LeadFilter, RetentionForm, TaskRetention};
use localization::Language;
use sheets::{FileKind, UploadedFile};
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, many};

/// A column that fills nothing, and one that says who is not called.
fn with_columns() -> UploadedFile {
    let text = "Customer,Mobile,Comments,Home address,Do not call\n\
                Budi,+62812300001,C1,Jl. Sudirman 1,\n\
                Siti,+62812300002,C2,Jl. Thamrin 2,\n\
                Adi,+62812300003,C3,Jl. Kuningan 3,yes\n";
    file("columns.csv", text.as_bytes())
}

pub fn keeps(result_days: u32, draft_days: u32, unused_columns: &str) -> RetentionForm {
    RetentionForm {
        result_days: result_days.to_string(),
        draft_days: draft_days.to_string(),
        unused_columns: unused_columns.to_owned(),
    }
}

impl World {
    pub async fn choose_retention(&self, form: &RetentionForm) {
        let now = self.clock.now();
        retention::save(&self.backend, &self.caller, now, form)
            .await
            .unwrap();
    }

    async fn count(&self, statement: &str) -> i64 {
        sqlx::query_scalar(statement)
            .fetch_one(&self.owner)
            .await
            .unwrap()
    }

    async fn cells(&self) -> Vec<Vec<String>> {
        sqlx::query_scalar("select cells from leads order by draft_id, row")
            .fetch_all(&self.owner)
            .await
            .unwrap()
    }

    /// A task whose calls have all ended.
    async fn ended(&self, name: &str, sheet: UploadedFile) -> TaskId {
        let task = self.submitted(name, sheet).await;
        self.work().await;
        for _ in 0..40 {
            self.clock.forward(SignedDuration::from_mins(30));
            self.work().await;
        }
        task
    }

    fn days_later(&self, days: i64) {
        self.clock.forward(SignedDuration::from_hours(24 * days));
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn columns_that_nothing_uses_are_dropped_and_the_batch_stays_as_it_was_checked(pool: PgPool) {
    let world = World::new(pool).await;
    world.choose_retention(&keeps(90, 30, "drop")).await;
    let draft = world.draft("Week 48", with_columns()).await;
    let view = world.check(draft).await;
    let task = world.submit(&view, false).await.unwrap();
    // Before the batch is sent: it is built of what is left.
    let steps = retention::work(&world.backend, world.clock.now()).await;
    assert!(steps.unwrap() > 0);
    let cells = world.cells().await;
    assert_eq!(cells[0], ["Budi", "+62812300001", "C1", "", ""]);
    assert_eq!(cells[2], ["Adi", "+62812300003", "C3", "", "yes"]);
    world.work().await;
    let task_view = world.task(task).await;
    assert_eq!(
        task_view.batches[0].state,
        leads::states::BatchState::Created,
        "{:?}",
        task_view.batches[0].words
    );
    let sentences = world.sentences(task).await;
    let dropped =
        "Dropped what is no longer needed: 1 column that nothing uses, the uploaded file.";
    assert!(sentences.contains(&dropped.to_owned()), "{sentences:?}");
    let headers = world.headers(task).await;
    assert_eq!(
        headers[..4],
        ["Customer", "Mobile", "Comments", "Do not call"]
    );
}

impl World {
    async fn headers(&self, task: TaskId) -> Vec<String> {
        self.rows(task, ExportOf::WholeList).await.swap_remove(0)
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_account_that_has_not_chosen_keeps_everything_but_files_and_steps(pool: PgPool) {
    let mut world = World::new(pool).await;
    // As an account that was made before anybody could choose.
    sqlx::query("update accounts set result_days = null, draft_days = null")
        .execute(&world.owner)
        .await
        .unwrap();
    world.come_again().await;
    assert!(!world.caller.account.has_retention);
    let task = world.ended("Week 48", with_columns()).await;
    assert_eq!(world.cells().await[0][3], "Jl. Sudirman 1");
    let files = world.count("select count(*) from draft_files").await;
    assert_eq!(files, 0);
    world.days_later(4_000);
    world.work().await;
    assert_eq!(world.task(task).await.retention, TaskRetention::NotChosen);
    assert_eq!(world.count("select count(*) from leads").await, 3);
    let headers = world.headers(task).await;
    assert_eq!(headers[3], "Home address");
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_list_of_drafts_says_when_one_is_deleted(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.choose_retention(&keeps(3, 30, "keep")).await;
    world.come_again().await;
    let (backend, now) = (&world.backend, world.clock.now());
    let list = drafts::list(backend, &world.caller, now, &DraftQuery::default()).await;
    assert_eq!(list.unwrap().deleted_after_days, Some(30));
}

#[sqlx::test(migrations = "../../migrations")]
async fn leads_and_calls_go_after_the_last_call_and_figures_stay(pool: PgPool) {
    let world = World::new(pool).await;
    world.choose_retention(&keeps(3, 30, "keep")).await;
    let task = world.ended("Week 48", many(40)).await;
    let before = world.results(task).await;
    let TaskRetention::Until { days: 3, .. } = world.task(task).await.retention else {
        panic!("{:?}", world.task(task).await.retention);
    };
    world.days_later(2);
    world.work().await;
    assert_eq!(
        world.count("select count(*) from calls").await,
        40,
        "three whole days"
    );
    world.days_later(3);
    world.work().await;
    for table in ["leads", "calls", "event_words"] {
        let rows = world.count(&format!("select count(*) from {table}")).await;
        assert_eq!(rows, 0, "{table}");
    }
    assert_eq!(
        world.count("select count(*) from submitted_numbers").await,
        40,
        "the cooldown of seven days needs them"
    );
    assert_eq!(world.results(task).await.groups, before.groups);
    world.days_later(3);
    world.work().await;
    assert_eq!(
        world.count("select count(*) from submitted_numbers").await,
        0
    );
    let sentences = world.sentences(task).await;
    for told in [
        "Deleted 40 leads and 40 calls, which the account keeps for 3 days. Figures stay.",
        "Deleted 40 numbers, which the cooldown no longer needs.",
    ] {
        assert!(sentences.contains(&told.to_owned()), "{sentences:?}");
    }
    assert_eq!(
        history::verify(&world.backend).await.unwrap()[0].problem,
        None
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_without_its_leads_says_so_wherever_they_are_asked_for(pool: PgPool) {
    let world = World::new(pool).await;
    world.choose_retention(&keeps(3, 30, "keep")).await;
    let task = world.ended("Week 48", many(10)).await;
    let before = world.results(task).await;
    world.days_later(5);
    world.work().await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    assert!(matches!(
        world.task(task).await.retention,
        TaskRetention::Deleted { .. }
    ));
    let page = world.calls(task, CallQuery::default()).await;
    assert_eq!((page.found, page.calls.len()), (0, 0));
    assert!(page.gone.unwrap().to_string().contains("were deleted on"));
    let list = results::list_rows(
        backend,
        caller,
        now,
        task,
        LeadFilter::All,
        0,
        Language::English,
    )
    .await;
    assert!(list.unwrap().gone.is_some());
    let export = results::export(
        backend,
        caller,
        now,
        task,
        ExportOf::WholeList,
        FileKind::Csv,
        Language::English,
    );
    expect_gone(export.await.err());
    expect_gone(
        tasks::as_sent(backend, caller, now, task, FileKind::Csv, Language::English)
            .await
            .err(),
    );
    expect_gone(results::count_again(backend, caller, now, task).await.err());
    let view = drafts::call_follow_up_view(backend, caller, now, task).await;
    expect_gone(view.err());
    let id: DraftId = fresh_id();
    let chosen = drafts::CallFollowUp::default();
    expect_gone(
        drafts::follow_calls(backend, caller, now, task, id, chosen)
            .await
            .err(),
    );
    expect_gone(
        drafts::follow_up(backend, caller, now, task, id, false)
            .await
            .err(),
    );
    // Of the proof the page is left.
    let page = |_: &tasks::ProofView| "page".to_owned();
    tasks::proof_file(backend, caller, now, task, Language::English, page)
        .await
        .unwrap();
    // Asking AIRudder again takes no figure away.
    tasks::refresh(backend, caller, now, task).await.unwrap();
    assert_eq!(world.results(task).await.groups, before.groups);
    // A task with the same settings is made as before.
    let like = drafts::form(
        backend,
        caller,
        now,
        None,
        Some(&task.to_string()),
        fresh_id(),
    )
    .await;
    assert_eq!(like.unwrap().form.platform, "DIDI");
}

fn expect_gone(error: Option<Error>) {
    let Some(Error::Conflict(sentence)) = error else {
        panic!("{error:?}");
    };
    assert!(
        sentence
            .to_string()
            .starts_with("The leads and calls of this task were deleted on "),
        "{sentence}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_that_is_not_over_keeps_its_leads(pool: PgPool) {
    let world = crate::stops::slow_world(pool).await;
    world.choose_retention(&keeps(1, 30, "keep")).await;
    let task = world.submitted("Week 48", many(5)).await;
    world.work().await;
    let kept = world.task(task).await.retention;
    assert_eq!(kept, TaskRetention::AfterLastCall { days: 1 });
    world.days_later(30);
    retention::work(&world.backend, world.clock.now())
        .await
        .unwrap();
    assert_eq!(world.count("select count(*) from leads").await, 5);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_draft_that_nobody_touches_goes_and_one_that_is_worked_on_stays(pool: PgPool) {
    let world = World::new(pool).await;
    world.choose_retention(&keeps(90, 5, "keep")).await;
    world.draft("Old", many(3)).await;
    world.days_later(4);
    let newer = world.draft("Newer", many(4)).await;
    world.days_later(2);
    world.work().await;
    assert_eq!(world.count("select count(*) from drafts").await, 1);
    assert_eq!(world.count("select count(*) from leads").await, 4);
    assert_eq!(world.review(newer).await.tally.all(), 4);
    let told = "select count(*) from events where kind = 'drafts_deleted'";
    assert_eq!(world.count(told).await, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_shorter_time_is_applied_to_what_is_there(pool: PgPool) {
    let world = World::new(pool).await;
    world.choose_retention(&keeps(1_000, 30, "keep")).await;
    world.ended("Week 48", with_columns()).await;
    world.days_later(20);
    world.work().await;
    assert_eq!(world.count("select count(*) from leads").await, 3);
    world.choose_retention(&keeps(1_000, 30, "drop")).await;
    world.work().await;
    assert_eq!(world.cells().await[0][3], "");
    world.choose_retention(&keeps(10, 30, "drop")).await;
    world.work().await;
    assert_eq!(world.count("select count(*) from leads").await, 0);
}
