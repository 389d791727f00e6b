//! What `cargo xtask seed` and the browser tests fill a database with.

use std::net::{IpAddr, Ipv4Addr};

use backend::drafts::LeadSelection;
use backend::ids::DraftId;
use backend::{Backend, Caller, Error, Role, do_not_call, drafts, erasures, results, tasks, users};
use jiff::Timestamp;
use leads::LeadKind;
use leads::results::insights::InsightsPeriod;
use leads::states::TaskState;
use leads::views::{DraftQuery, DraftView, InsightsQuery, LeadQuery, QuestionView, TaskQuery};
use sqlx::PgPool;
use uuid::Uuid;

use crate::support::{client, encryption_keys};

#[path = "../../examples/seed_development/filling/mod.rs"]
mod filling;

use filling::Filled;

const ZONE: &str = "Asia/Jakarta";

/// The day has just begun: what was made earlier today is of yesterday.
fn now() -> Timestamp {
    "2026-11-23T00:30:00+07:00".parse().unwrap()
}

async fn fill(pool: &PgPool) -> filling::Outcome<Filled> {
    let keys = encryption_keys();
    filling::fill(pool.clone(), now(), ZONE, Some(keys)).await
}

/// Somebody of a database that was filled, signed in to a program whose provider is not there.
async fn signed_in(pool: &PgPool, filled: &Filled, role: &str) -> (Backend, Caller) {
    let backend = Backend::new(pool.clone(), client("http://127.0.0.1:1"), true)
        .with_encryption_keys(encryption_keys());
    let person = filled.people[role];
    let here = IpAddr::V4(Ipv4Addr::LOCALHOST).into();
    let known = users::sign_in(&backend, now(), person.email, person.password, &here, &[]).await;
    let caller = users::caller(&backend, known.unwrap().person).await;
    (backend, caller.unwrap().unwrap())
}

/// The id at the end of a path.
fn id_in<Id: From<Uuid>>(path: &str) -> Id {
    let id: Uuid = path.rsplit(['/', '=']).next().unwrap().parse().unwrap();
    id.into()
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_seed_has_a_task_in_every_state(pool: PgPool) {
    let filled = fill(&pool).await.unwrap();
    let (backend, caller) = signed_in(&pool, &filled, "member").await;
    for state in TaskState::ALL {
        let query = TaskQuery {
            state: state.key().to_owned(),
            ..TaskQuery::default()
        };
        let list = tasks::list(&backend, &caller, now(), &query).await.unwrap();
        assert!(!list.tasks.is_empty(), "{state:?}");
    }
    let is_task = |path: &&String| path.starts_with("/tasks/") && !path.contains('?');
    for path in filled.screens.values().filter(is_task) {
        let task = tasks::view(&backend, &caller, now(), id_in(path), true).await;
        assert!(task.is_ok(), "{path}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_seed_has_a_lead_of_every_kind_a_question_and_what_a_check_says(pool: PgPool) {
    let filled = fill(&pool).await.unwrap();
    let (backend, caller) = signed_in(&pool, &filled, "administrator").await;
    let review = async |name: &str| -> DraftView {
        let draft = id_in(&filled.screens[name]);
        let page = LeadSelection::Page(LeadQuery::default());
        drafts::review(&backend, &caller, now(), draft, &page)
            .await
            .unwrap()
    };
    let (messy, warnings) = (review("reviewed").await, review("warnings").await);
    for kind in LeadKind::ALL {
        let count = messy.tally.of(kind) + warnings.tally.of(kind);
        assert!(count > 0, "{kind:?}");
    }
    assert_eq!(warnings.tally.of(LeadKind::Recent), 5);
    let questions = review("question").await.questions;
    assert!(matches!(questions[..], [QuestionView::Column { .. }]));
    assert_eq!(review("unmatched").await.submit_count, 0);
    assert_eq!(review("accepted").await.submit_blocker, None);
    assert_eq!(review("refused").await.tally.refused, 1);
    let wrong_form = Some(id_in(&filled.screens["wrong-form"]));
    let form = drafts::form(
        &backend,
        &caller,
        now(),
        wrong_form,
        None,
        DraftId::new(Uuid::nil()),
    )
    .await;
    let problems = form.unwrap().problems;
    let inputs: Vec<&str> = problems
        .iter()
        .map(|problem| problem.input.as_str())
        .collect();
    for input in ["sheet", "name", "start", "redials"] {
        assert!(inputs.contains(&input), "{input}: {inputs:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_seed_has_twelve_weeks_of_calls_that_are_over(pool: PgPool) {
    let filled = fill(&pool).await.unwrap();
    let (backend, caller) = signed_in(&pool, &filled, "member").await;
    let query = InsightsQuery {
        period: InsightsPeriod::Days {
            from: Some("2026-08-24".parse().unwrap()),
            to: Some("2026-11-15".parse().unwrap()),
        },
        ..InsightsQuery::default()
    };
    let insights = results::insights(&backend, &caller, now(), query)
        .await
        .unwrap();
    assert_eq!((insights.weeks.len(), insights.tasks), (12, 36));
    assert!(
        insights
            .weeks
            .iter()
            .all(|(_, sums)| sums.reached >= 100 && sums.interested > 0)
    );
    assert_eq!(insights.all.open, 0, "nobody asks for them any more");
    let share = |name: &str| {
        let robot = insights.robots.iter().find(|robot| robot.name == name);
        robot.unwrap().sums.reach_rate().percent().unwrap()
    };
    assert!(share("Promo akhir pekan ID v2") > share("Reaktivasi driver ID") + 5.0);
    assert_eq!(insights.lines.len(), 2);
    assert!(!insights.measured.is_empty() && !insights.estimated.is_empty());
    assert!(insights.robots.iter().all(|robot| robot.sums.talks() > 100));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_seed_has_a_list_that_is_out_of_date_and_a_receipt(pool: PgPool) {
    let filled = fill(&pool).await.unwrap();
    let (backend, caller) = signed_in(&pool, &filled, "administrator").await;
    let lists = do_not_call::view(&backend, &caller, now()).await.unwrap();
    let list = lists.lists.iter().find(|list| list.is_outdated).unwrap();
    assert_eq!(list.id, id_in(&filled.screens["newer_list"]));
    // No other example is about it: it is of another sector.
    assert_eq!(caller.account.outdated_lists(now()), None);
    let receipt = id_in(&filled.screens["receipt"]);
    let receipt = erasures::receipt(&backend, &caller, receipt).await.unwrap();
    assert!(receipt.on_do_not_call && !receipt.is_unfinished);
    assert_eq!(receipt.held.len(), 1, "{:?}", receipt.held);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_database_with_drafts_is_not_seeded_again(pool: PgPool) {
    let filled = fill(&pool).await.unwrap();
    let refused = fill(&pool).await.unwrap_err().to_string();
    assert!(refused.contains("already holds drafts"), "{refused}");
    let (backend, caller) = signed_in(&pool, &filled, "administrator").await;
    let query = DraftQuery::default();
    let list = drafts::list(&backend, &caller, now(), &query).await;
    let named = filled.screens.values();
    let is_open = |path: &&String| path.starts_with("/drafts/") || path.contains("?draft=");
    let named = named.filter(is_open).count();
    assert_eq!(list.unwrap().drafts.len(), named);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_database_that_was_only_set_up_is_seeded_for_its_own_people_too(pool: PgPool) {
    let world = crate::support::World::new(pool.clone()).await;
    let filled = fill(&pool).await.unwrap();
    let (_, administrator) = signed_in(&pool, &filled, "administrator").await;
    assert_eq!(administrator.role, Role::Administrator);
    assert_eq!(administrator.account.id, world.caller.account.id);
    let form = backend::accounts::settings(&administrator, world.clock.now())
        .unwrap()
        .form;
    assert_eq!(
        form.lines,
        leads::lines_of_text("ID_PHONE_JKT\nID_PHONE_SBY")
    );
    let (_, member) = signed_in(&pool, &filled, "member").await;
    let settings = backend::accounts::settings(&member, world.clock.now());
    assert!(matches!(settings, Err(Error::Forbidden(_))));
}
