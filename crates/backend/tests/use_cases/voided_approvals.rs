//! What ends an approval: any change of what goes out, and of what its person may do.

use backend::do_not_call::ListForm;
use backend::drafts;
use backend::people::{self, By};
use backend::tasks::LaunchConfirmation;
use backend::{Error, Role};
use leads::views::TaskForm;
use leads::{DuplicatePolicy, Field, LaunchStep};
use sqlx::PgPool;

use crate::do_not_call::repep;
use crate::support::numbers;
use crate::two_persons::{LIST, Team, assert_second_person};
use backend::ids::DraftId;

impl Team {
    /// That Ana, who could have had people called, cannot any more: neither from the page that she had open, nor from a new one.
    async fn is_void(&self, what: &str, draft: DraftId, open: &LaunchConfirmation) {
        let old = self.submit(&self.ana(), open).await;
        assert!(matches!(old, Err(Error::Conflict(_))), "{what}: {old:?}");
        let (fresh, approval) = self.page(&self.ana(), draft).await;
        assert_eq!(approval.step, LaunchStep::AskForApproval, "{what}");
        assert_eq!(approval.approved, None, "{what}");
        let refused = self.submit(&self.ana(), &fresh).await;
        assert_second_person(refused);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn any_change_of_what_goes_out_voids_an_approval(pool: PgPool) {
    let team = Team::new(pool).await;
    let world = &team.world;
    let (backend, ana) = (&world.backend, team.ana());
    let draft = team.checked("Week 47", &LIST).await;
    let form = TaskForm {
        name: "Week 47".to_owned(),
        ..world.form().await
    };
    for what in [
        "cell",
        "left out",
        "redials",
        "minutes between batches",
        "policies",
        "list",
        "another check",
    ] {
        team.approve(&team.budi, draft).await.unwrap();
        let (open, approval) = team.page(&ana, draft).await;
        assert_eq!(approval.step, LaunchStep::Launch, "{what}");
        let (now, version) = (world.clock.now(), open.version);
        match what {
            "cell" => {
                world.edit(draft, &[(2, Field::Customer, "Dewi")]).await;
            }
            "left out" => {
                drafts::leave_out(backend, &ana, now, draft, 3, true)
                    .await
                    .unwrap();
            }
            "redials" => {
                let redials = "2".to_owned();
                let form = TaskForm {
                    redials,
                    ..form.clone()
                };
                world.save(draft, &form, None).await;
            }
            "minutes between batches" => {
                let stagger = "5".to_owned();
                let form = TaskForm {
                    stagger,
                    ..form.clone()
                };
                world.save(draft, &form, None).await;
            }
            "policies" => {
                drafts::set_policies(backend, &ana, now, draft, DuplicatePolicy::All, true)
                    .await
                    .unwrap();
            }
            "list" => {
                world.save(draft, &form, Some(numbers(&LIST[..2]))).await;
            }
            _ => {}
        }
        let changed = what != "another check";
        assert_eq!(
            world.review(draft).await.version != version,
            changed,
            "{what}"
        );
        world.check(draft).await;
        team.is_void(what, draft, &open).await;
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_lead_that_is_refused_after_the_approval_voids_it(pool: PgPool) {
    let team = Team::new(pool.clone()).await;
    let draft = team.checked("Week 47", &LIST).await;
    team.approve(&team.budi, draft).await.unwrap();
    let (open, _) = team.page(&team.ana(), draft).await;
    // As a search for refused leads finds it.
    sqlx::query("insert into check_refusals (check_id, row, words) values ($1, 2, 'No')")
        .bind(open.form_key)
        .execute(&pool)
        .await
        .unwrap();
    let open = LaunchConfirmation {
        without_refused: true,
        ..open
    };
    team.is_void("refused", draft, &open).await;
    // Nor does whoever looks at the page before approve what they have not seen.
    let unseen = team.submit(&team.budi, &open).await;
    assert!(matches!(unseen, Err(Error::Conflict(_))), "{unseen:?}");
    team.launch(&team.budi, draft).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn another_version_of_a_list_that_is_applied_voids_an_approval_and_no_opt_out_does(
    pool: PgPool,
) {
    let team = Team::new(pool).await;
    let world = &team.world;
    let draft = team.checked("Week 47", &LIST).await;
    let nobody_here = || numbers(&["+62812300002"]);
    team.approve(&team.budi, draft).await.unwrap();
    world.add_to_do_not_call("+62812300001").await.unwrap();
    let of_finance = ListForm {
        kind: "reus".to_owned(),
        name: "REUS November".to_owned(),
        sector: "finance".to_owned(),
        ..repep()
    };
    world.take_in(of_finance, nobody_here()).await.unwrap();
    assert_eq!(team.step(&team.ana(), draft).await, LaunchStep::Launch);
    for what in ["a list", "a newer one"] {
        team.approve(&team.budi, draft).await.unwrap();
        let (open, _) = team.page(&team.ana(), draft).await;
        // The second upload is of the same list.
        let mut lists = world.lists().await.into_iter();
        let before = lists.find(|list| list.1 == repep().name);
        let list = before.map_or_else(String::new, |list| list.0.to_string());
        let form = ListForm { list, ..repep() };
        world.take_in(form, nobody_here()).await.unwrap();
        team.is_void(what, draft, &open).await;
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn numbers_that_another_task_has_taken_void_an_approval(pool: PgPool) {
    let team = Team::new(pool).await;
    let (first, second) = (
        team.checked("First", &LIST[..1]).await,
        team.checked("Second", &LIST).await,
    );
    team.approve(&team.budi, second).await.unwrap();
    let (open, _) = team.page(&team.ana(), second).await;
    team.launch(&team.budi, first).await.unwrap();
    let taken = team.submit(&team.ana(), &open).await;
    assert!(matches!(taken, Err(Error::Conflict(_))), "{taken:?}");
    team.world.check(second).await;
    team.is_void("taken", second, &open).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_approval_ends_with_the_role_of_whoever_gave_it(pool: PgPool) {
    let team = Team::new(pool).await;
    let (backend, now) = (&team.world.backend, team.world.clock.now());
    let draft = team.checked("Week 47", &LIST).await;
    let (by, budi) = (team.world.by(), team.budi.person);
    team.approve(&team.budi, draft).await.unwrap();
    let (open, _) = team.page(&team.ana(), draft).await;
    people::change_role(backend, by, now, budi, Role::Preparer)
        .await
        .unwrap();
    assert_second_person(team.submit(&team.ana(), &open).await);
    assert_eq!(
        team.step(&team.ana(), draft).await,
        LaunchStep::AskForApproval
    );
    people::change_role(backend, by, now, budi, Role::Administrator)
        .await
        .unwrap();
    assert_eq!(team.step(&team.ana(), draft).await, LaunchStep::Launch);
    people::disable(backend, By::CommandLine, now, budi)
        .await
        .unwrap();
    assert_second_person(team.submit(&team.ana(), &open).await);
    team.approve(&team.citra, draft).await.unwrap();
    team.submit(&team.ana(), &open).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_approval_ends_where_its_person_gets_a_hand_in_the_draft(pool: PgPool) {
    let team = Team::new(pool).await;
    let (backend, now) = (&team.world.backend, team.world.clock.now());
    let draft = team.checked("Week 47", &LIST).await;
    team.approve(&team.budi, draft).await.unwrap();
    let (open, _) = team.page(&team.ana(), draft).await;
    // The draft is as it was, and so is what goes out.
    drafts::discard(backend, &team.budi, now, draft)
        .await
        .unwrap();
    drafts::restore(backend, &team.budi, now, draft)
        .await
        .unwrap();
    assert_second_person(team.submit(&team.ana(), &open).await);
    assert_second_person(team.launch(&team.budi, draft).await);
    team.launch(&team.citra, draft).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_an_edit_and_a_launch_at_once_what_is_sent_is_what_was_approved(pool: PgPool) {
    let team = Team::new(pool).await;
    let draft = team.checked("Week 47", &LIST).await;
    team.approve(&team.budi, draft).await.unwrap();
    let (open, _) = team.page(&team.ana(), draft).await;
    let cells = [leads::views::CellChange {
        row: 2,
        field: Field::Customer,
        text: "Dewi".to_owned(),
    }];
    let (ana, now) = (team.ana(), team.world.clock.now());
    let (edited, launched) = tokio::join!(
        drafts::edit_cells(&team.world.backend, &team.budi, now, draft, &cells),
        team.submit(&ana, &open)
    );
    assert!(
        edited.is_ok() != launched.is_ok(),
        "{edited:?} {launched:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_loses_their_role_while_they_approve_approves_nothing(pool: PgPool) {
    let team = Team::new(pool).await;
    let draft = team.checked("Week 47", &LIST).await;
    let (confirmed, _) = team.page(&team.budi, draft).await;
    let (by, now) = (team.world.by(), team.world.clock.now());
    // Their request has begun: its caller is as they were.
    people::change_role(
        &team.world.backend,
        by,
        now,
        team.budi.person,
        Role::Preparer,
    )
    .await
    .unwrap();
    let launched = team.submit(&team.budi, &confirmed).await;
    assert!(matches!(launched, Err(Error::Forbidden(_))), "{launched:?}");
    let approved = team.confirm(&team.budi, &confirmed).await;
    assert!(matches!(approved, Err(Error::Forbidden(_))), "{approved:?}");
    assert_eq!(team.step(&team.citra, draft).await, LaunchStep::Approve);
}
