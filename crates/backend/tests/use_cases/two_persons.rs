//! Where the account asks for a second person: who had a hand in a draft has nobody called without the approval of somebody who had none.

use backend::approvals::LaunchDigest;
use backend::ids::{CheckId, DraftId, PersonId, TaskId};
use backend::tasks::{self, LaunchConfirmation, Submission};
use backend::{Caller, Error, Role, checks, drafts, users};
use jiff::SignedDuration;
use leads::states::BatchState;
use leads::views::{ApprovalView, LaunchState};
use leads::{LaunchStep, SomebodyElseFor};
use sqlx::PgPool;

use crate::support::{World, fresh_id, numbers};

pub const LIST: [&str; 3] = ["+62812335088", "+62812335089", "+62812335090"];

/// Good in the check, refused at creation.
const REFUSED: &str = "+628129000003";

/// Refused in the check.
const REFUSED_IN_THE_CHECK: &str = "+628129000002";

/// Ana, the administrator, prepares drafts; Budi and Citra launch.
pub struct Team {
    pub world: World,
    pub budi: Caller,
    pub citra: Caller,
}

impl Team {
    /// A task of Ana's that Budi has launched, and whose batches she has stopped.
    pub async fn stopped(&self) -> TaskId {
        let draft = self.checked("Week 47", &LIST).await;
        let task = self.launch(&self.budi, draft).await.unwrap();
        let (backend, now) = (&self.world.backend, self.world.clock.now());
        let stopped = tasks::stop_rest(backend, &self.ana(), now, task).await;
        stopped.unwrap();
        task
    }

    pub async fn new(pool: PgPool) -> Team {
        let mut world = World::new(pool).await;
        world.change_account(|form| form.two_persons = true).await;
        let budi = world.person("budi@example.com", Role::Launcher).await;
        let citra = world.person("citra@example.com", Role::Launcher).await;
        Team { world, budi, citra }
    }

    pub fn ana(&self) -> Caller {
        self.world.caller.clone()
    }

    /// A draft of Ana's that was checked.
    pub async fn checked(&self, name: &str, list: &[&str]) -> DraftId {
        let draft = self.world.draft(name, numbers(list)).await;
        self.world.check(draft).await;
        draft
    }

    /// The launch page as somebody sees it.
    pub async fn page(
        &self,
        reader: &Caller,
        draft: DraftId,
    ) -> (LaunchConfirmation, ApprovalView) {
        let world = &self.world;
        let view = drafts::launch(&world.backend, reader, world.clock.now(), draft)
            .await
            .unwrap();
        let LaunchState::Ready(ready) = view.state else {
            panic!("{:?}", view.state);
        };
        let approval = ready.approval.unwrap();
        let confirmed = LaunchConfirmation {
            draft,
            version: view.version,
            form_key: ready.form_key.parse().unwrap(),
            without_refused: ready.without_refused,
            shown: LaunchDigest::parse(&approval.digest),
        };
        (confirmed, approval)
    }

    pub async fn step(&self, reader: &Caller, draft: DraftId) -> LaunchStep {
        self.page(reader, draft).await.1.step
    }

    pub async fn submit(
        &self,
        caller: &Caller,
        confirmed: &LaunchConfirmation,
    ) -> Result<TaskId, Error> {
        let submission = Submission {
            confirmed: confirmed.clone(),
            id: fresh_id(),
        };
        let now = self.world.clock.now();
        tasks::submit(&self.world.backend, caller, now, &submission).await
    }

    /// Opens the launch page and has people called.
    pub async fn launch(&self, caller: &Caller, draft: DraftId) -> Result<TaskId, Error> {
        let (confirmed, _) = self.page(caller, draft).await;
        self.submit(caller, &confirmed).await
    }

    pub async fn confirm(
        &self,
        caller: &Caller,
        confirmed: &LaunchConfirmation,
    ) -> Result<(), Error> {
        let now = self.world.clock.now();
        tasks::approve(&self.world.backend, caller, now, confirmed).await
    }

    /// Opens the launch page and approves it.
    pub async fn approve(&self, caller: &Caller, draft: DraftId) -> Result<(), Error> {
        let (confirmed, _) = self.page(caller, draft).await;
        self.confirm(caller, &confirmed).await
    }

    async fn approved_by(&self, task: TaskId) -> Option<PersonId> {
        sqlx::query_scalar("select approved_by from tasks where id = $1")
            .bind(task)
            .fetch_one(&self.world.owner)
            .await
            .unwrap()
    }
}

impl World {
    pub async fn person(&self, email: &str, role: Role) -> Caller {
        let id = self.add(email, role).await;
        users::caller(&self.backend, id).await.unwrap().unwrap()
    }
}

pub fn assert_second_person<T: std::fmt::Debug>(outcome: Result<T, Error>) {
    match outcome {
        Err(Error::Conflict(sentence)) => {
            assert!(sentence.to_string().contains("second person"), "{sentence}");
        }
        other => panic!("{other:?}"),
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn without_the_setting_nobody_has_to_approve(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 47", numbers(&LIST)).await;
    assert_eq!(world.task(task).await.approved, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_setting_is_saved_and_its_change_is_in_the_audit_log(pool: PgPool) {
    let team = Team::new(pool.clone()).await;
    assert!(team.world.caller.account.settings.two_persons);
    let change: serde_json::Value = sqlx::query_scalar(
        "select detail -> 'changes' -> 0 from audit_log where action = 'settings_changed'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(
        change,
        serde_json::json!({ "field": "two_persons", "old": false, "new": true })
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_had_a_hand_in_a_draft_cannot_launch_or_approve_it_whatever_their_role(
    pool: PgPool,
) {
    let team = Team::new(pool).await;
    let draft = team.checked("Week 47", &LIST).await;
    let (confirmed, approval) = team.page(&team.ana(), draft).await;
    assert_eq!(approval.step, LaunchStep::AskForApproval);
    assert_eq!(approval.contributors, ["Ana"]);
    assert_eq!(team.ana().role, Role::Administrator);
    assert_second_person(team.submit(&team.ana(), &confirmed).await);
    assert_second_person(team.confirm(&team.ana(), &confirmed).await);
    assert_eq!(team.step(&team.budi, draft).await, LaunchStep::Approve);
}

#[sqlx::test(migrations = "../../migrations")]
async fn somebody_who_had_no_hand_in_it_approves_and_launches_by_one_press(pool: PgPool) {
    let team = Team::new(pool.clone()).await;
    let draft = team.checked("Week 47", &LIST).await;
    let task = team.launch(&team.budi, draft).await.unwrap();
    assert_eq!(team.approved_by(task).await, Some(team.budi.person));
    team.world.work().await;
    let view = team.world.task(task).await;
    assert_eq!(view.batches[0].state, BatchState::Created);
    assert_eq!(view.approved.unwrap().0, "Budi");
    let told: Vec<String> = view.events[..2]
        .iter()
        .map(|event| event.sentence.to_string())
        .collect();
    assert_eq!(
        told,
        [
            "Approved 3 leads.",
            "Submitted 3 leads, as a second person approved."
        ]
    );
    let audited: Vec<String> = sqlx::query_scalar(
        "select action from audit_log where person = $1 and action_group = 'calling' order by number",
    )
    .bind(team.budi.person)
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(audited, ["approved", "submitted"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn once_it_is_approved_whoever_prepared_it_launches(pool: PgPool) {
    let team = Team::new(pool.clone()).await;
    let draft = team.checked("Week 47", &LIST).await;
    team.approve(&team.budi, draft).await.unwrap();
    // A second press changes nothing.
    team.approve(&team.budi, draft).await.unwrap();
    let (confirmed, approval) = team.page(&team.ana(), draft).await;
    assert_eq!(approval.step, LaunchStep::Launch);
    assert_eq!(approval.approved.unwrap().0, "Budi");
    let audited: Vec<serde_json::Value> =
        sqlx::query_scalar("select detail from audit_log where action = 'approved'")
            .fetch_all(&pool)
            .await
            .unwrap();
    let sha256 = confirmed.shown.unwrap().digits();
    assert_eq!(
        audited,
        [serde_json::json!({ "leads": 3, "sha256": sha256 })]
    );
    let task = team.submit(&team.ana(), &confirmed).await.unwrap();
    assert_eq!(team.approved_by(task).await, Some(team.budi.person));
    assert_eq!(team.submit(&team.ana(), &confirmed).await.unwrap(), task);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_approval_of_another_launcher_is_kept_where_a_third_one_launches(pool: PgPool) {
    let team = Team::new(pool).await;
    let draft = team.checked("Week 47", &LIST).await;
    team.approve(&team.budi, draft).await.unwrap();
    let task = team.launch(&team.citra, draft).await.unwrap();
    assert_eq!(team.approved_by(task).await, Some(team.budi.person));
}

#[sqlx::test(migrations = "../../migrations")]
async fn leads_that_go_out_without_refused_ones_are_approved_as_such(pool: PgPool) {
    let team = Team::new(pool).await;
    let list = [LIST[0], REFUSED_IN_THE_CHECK];
    let draft = team.checked("Week 47", &list).await;
    let (confirmed, _) = team.page(&team.budi, draft).await;
    assert!(confirmed.without_refused);
    let with = LaunchConfirmation {
        without_refused: false,
        ..confirmed.clone()
    };
    let refused = team.confirm(&team.budi, &with).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    team.confirm(&team.budi, &confirmed).await.unwrap();
    team.launch(&team.ana(), draft).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_check_is_no_hand_in_a_draft(pool: PgPool) {
    let team = Team::new(pool).await;
    let draft = team.checked("Week 47", &LIST).await;
    team.world.clock.forward(SignedDuration::from_mins(16));
    let (backend, now) = (&team.world.backend, team.world.clock.now());
    let version = team.world.review(draft).await.version;
    let (check, mut random): (CheckId, _) = (fresh_id(), crate::support::suffix);
    checks::start(backend, &team.budi, now, draft, version, check, &mut random)
        .await
        .unwrap();
    team.world.work().await;
    team.launch(&team.budi, draft).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_page_that_was_drawn_before_the_account_asked_for_a_second_person_launches_nothing(
    pool: PgPool,
) {
    let team = Team::new(pool).await;
    let draft = team.checked("Week 47", &LIST).await;
    let (confirmed, _) = team.page(&team.budi, draft).await;
    let earlier = LaunchConfirmation {
        shown: None,
        ..confirmed
    };
    for caller in [&team.budi, &team.ana()] {
        let refused = team.submit(caller, &earlier).await;
        assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_launchers_and_administrators_approve_and_where_nobody_has_to_nobody_can(
    pool: PgPool,
) {
    let mut team = Team::new(pool).await;
    let draft = team.checked("Week 47", &LIST).await;
    let (confirmed, _) = team.page(&team.budi, draft).await;
    for role in [Role::Viewer, Role::Preparer] {
        let caller = Caller {
            role,
            ..team.budi.clone()
        };
        let refused = team.confirm(&caller, &confirmed).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    }
    team.world
        .change_account(|form| form.two_persons = false)
        .await;
    let refused = team.confirm(&team.budi, &confirmed).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_two_who_approve_and_launch_at_once_one_makes_the_task(pool: PgPool) {
    let team = Team::new(pool).await;
    let draft = team.checked("Week 47", &LIST).await;
    let (first, _) = team.page(&team.budi, draft).await;
    let (second, _) = team.page(&team.citra, draft).await;
    let (first, second) = tokio::join!(
        team.submit(&team.budi, &first),
        team.submit(&team.citra, &second)
    );
    let task = first.unwrap();
    assert_eq!(second.unwrap(), task);
    let tasks: i64 = sqlx::query_scalar("select count(*) from tasks")
        .fetch_one(&team.world.owner)
        .await
        .unwrap();
    assert_eq!(tasks, 1);
    assert!(team.approved_by(task).await.is_some());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_is_sent_again_by_somebody_who_had_no_hand_in_its_draft(pool: PgPool) {
    let team = Team::new(pool).await;
    let world = &team.world;
    let (task, now) = (team.stopped().await, world.clock.now());
    assert_second_person(world.send_again(task, 1).await);
    let needed = world.task(task).await.batches[0].needs_somebody_else;
    assert_eq!(needed, Some(SomebodyElseFor::Account));
    for caller in [&team.budi, &team.citra] {
        let view = tasks::view(&world.backend, caller, now, task, false).await;
        assert_eq!(view.unwrap().batches[0].needs_somebody_else, None);
    }
    tasks::send_again(&world.backend, &team.citra, now, task, 1, "")
        .await
        .unwrap();
    let state = world.task(task).await.batches[0].state;
    assert_eq!(state, BatchState::Waiting);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_follow_up_is_not_launched_by_whose_fixes_it_has(pool: PgPool) {
    let team = Team::new(pool).await;
    let world = &team.world;
    let draft = team.checked("Week 47", &[REFUSED]).await;
    let task = team.launch(&team.budi, draft).await.unwrap();
    world.work().await;
    let (id, now) = (fresh_id(), world.clock.now());
    drafts::follow_up(&world.backend, &team.citra, now, task, id, false)
        .await
        .unwrap();
    world.check(id).await;
    assert_eq!(team.step(&team.ana(), id).await, LaunchStep::AskForApproval);
    assert_eq!(team.step(&team.citra, id).await, LaunchStep::AskForApproval);
    assert_eq!(team.step(&team.budi, id).await, LaunchStep::Approve);
}
