//! Drafts that are thrown away, brought back, and deleted in the end; and what the list of drafts tells of each.

use backend::audit::record_refused;
use backend::drafts::{self, LeadSelection, Saved, Upload};
use backend::ids::{AccountId, DraftId};
use backend::{Caller, Error, Role, checks, tasks, users};
use jiff::SignedDuration;
use leads::Field;
use leads::states::{DraftFilter, DraftState};
use leads::views::{DraftListView, DraftQuery, DraftRow, LeadQuery, TaskForm, TaskQuery};
use serde_json::json;
use sqlx::PgPool;
use uuid::Uuid;

use crate::audit;
use crate::support::{PASSWORD, World, fresh_id, many, numbers, sample};

impl World {
    async fn drafts(&self, q: &str, show: DraftFilter) -> DraftListView {
        let query = DraftQuery {
            q: q.to_owned(),
            show,
        };
        drafts::list(&self.backend, &self.caller, self.clock.now(), &query)
            .await
            .unwrap()
    }

    async fn discard(&self, by: &Caller, id: DraftId) -> Result<String, Error> {
        let discarded = drafts::discard(&self.backend, by, self.clock.now(), id).await;
        discarded.map(|draft| draft.name)
    }

    async fn restore(&self, by: &Caller, id: DraftId) -> Result<String, Error> {
        let restored = drafts::restore(&self.backend, by, self.clock.now(), id).await;
        restored.map(|draft| draft.name)
    }

    async fn colleague(&self) -> Caller {
        let (backend, now, id) = (&self.backend, self.clock.now(), fresh_id());
        let (email, role) = ("budi@example.com", Role::Launcher);
        users::add(backend, now, id, email, "Budi", PASSWORD, role)
            .await
            .unwrap();
        users::caller(backend, id).await.unwrap().unwrap()
    }

    async fn delete_unwanted(&self) -> u32 {
        let now = self.clock.now();
        drafts::delete_unwanted(&self.backend, now).await.unwrap()
    }
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

async fn count(pool: &PgPool, table: &str) -> i64 {
    sqlx::query_scalar(&format!("select count(*) from {table}"))
        .fetch_one(pool)
        .await
        .unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_discarded_draft_comes_back_as_it_was_also_by_a_colleague(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let colleague = world.colleague().await;
    let id = world.draft("Weekend promo", sample("messy-300.csv")).await;
    let to_fix = LeadQuery {
        show: leads::views::LeadFilter::Kind(leads::LeadKind::ToFix),
        ..LeadQuery::default()
    };
    let row = world.query(id, to_fix).await.leads[0].row;
    world
        .edit(id, &[(row, Field::Mobile, "+62812343062")])
        .await;
    let before = world.check(id).await;
    assert_eq!((before.summary.leads, before.summary.fixes), (300, 1));
    assert_eq!(before.summary.by, "Ana");
    assert_eq!(
        world.discard(&colleague, id).await.unwrap(),
        "Weekend promo"
    );

    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let page = LeadSelection::Page(LeadQuery::default());
    let review = drafts::review(backend, caller, now, id, &page).await;
    assert!(matches!(review, Err(Error::NotFound)));
    let progress = checks::progress(backend, caller, id).await;
    assert!(matches!(progress, Err(Error::NotFound)));
    let form = world.form().await;
    let saved = drafts::save(backend, caller, now, id, None, form, Upload::None).await;
    assert!(matches!(saved.unwrap().next, Saved::NotStored(_)));
    let counted = tasks::list(backend, caller, now, &TaskQuery::default()).await;
    assert_eq!(counted.unwrap().drafts, 0);
    let open = world.drafts("", DraftFilter::Any).await;
    assert_eq!((open.drafts.len(), open.total), (0, 0));
    let discarded = world.drafts("", DraftFilter::Discarded).await.drafts;
    let by = discarded[0].discarded.as_ref().map(|(by, _)| by.as_str());
    assert_eq!(by, Some("Budi"));

    // A second press changes nothing, nor does another way back than the first.
    world.discard(&world.caller, id).await.unwrap();
    assert_eq!(
        world.restore(&colleague, id).await.unwrap(),
        "Weekend promo"
    );
    world.restore(&world.caller, id).await.unwrap();
    assert_eq!(world.review(id).await, before);
    let kinds: Vec<String> = sqlx::query_scalar("select kind from events where draft_id = $1")
        .bind(id)
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(kinds, ["draft_discarded", "draft_restored"]);
    world.submit(&before, true).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_preparer_discards_their_own_draft_and_no_colleagues(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let id = world.draft("Weekend promo", many(3)).await;
    let mut preparer = world.colleague().await;
    preparer.role = Role::Preparer;
    let refused = world.discard(&preparer, id).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    record_refused(&world.backend, &preparer, world.clock.now())
        .await
        .unwrap();
    let open = world.drafts("", DraftFilter::Any).await.drafts;
    assert_eq!((open.len(), open[0].discarded.is_none()), (1, true));
    assert_eq!(count(&pool, "events where draft_id is not null").await, 0);
    let forbidden = audit::detail(&pool, "action_forbidden").await;
    let expected = json!({ "permission": "discard_draft_of_others", "role": "preparer" });
    assert_eq!(forbidden, expected);
    world.caller = preparer;
    let own = world.draft("My own", many(2)).await;
    assert_eq!(world.discard(&world.caller, own).await.unwrap(), "My own");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_discarded_draft_is_deleted_with_its_leads_after_seven_days(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.draft("Away", many(100)).await;
    world.draft("Stays", many(2)).await;
    world.discard(&world.caller, id).await.unwrap();
    world.clock.forward(days(7) - SignedDuration::from_secs(1));
    assert_eq!(world.delete_unwanted().await, 0);
    world.restore(&world.caller, id).await.unwrap();
    world.discard(&world.caller, id).await.unwrap();
    world.clock.forward(days(7));
    let late = world.restore(&world.caller, id).await;
    assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
    assert_eq!(world.drafts("", DraftFilter::Discarded).await.drafts, []);
    assert_eq!(world.delete_unwanted().await, 1);
    let gone = world.restore(&world.caller, id).await;
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
    assert_eq!(
        (count(&pool, "drafts").await, count(&pool, "leads").await),
        (1, 2)
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_empty_draft_is_deleted_after_a_day_and_no_other(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let unnamed = TaskForm {
        name: " ".to_owned(),
        ..world.form().await
    };
    // Nothing is stored for such a form today; processes of the version before did.
    world.save(fresh_id(), &world.form().await, None).await;
    sqlx::query("update drafts set form = form || '{\"name\": \" \"}'")
        .execute(&pool)
        .await
        .unwrap();
    world.save(fresh_id(), &unnamed, Some(many(2))).await;
    world.save(fresh_id(), &world.form().await, None).await;
    world.clock.forward(days(1) - SignedDuration::from_secs(1));
    assert_eq!(world.delete_unwanted().await, 0);
    world.clock.forward(SignedDuration::from_secs(1));
    assert_eq!(world.delete_unwanted().await, 1);
    assert_eq!(count(&pool, "drafts").await, 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_submitted_draft_is_not_discarded(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Stays", many(2)).await;
    let view = world.check(id).await;
    let task = world.submit(&view, false).await.unwrap();
    let refused = world.discard(&world.caller, id).await;
    assert!(matches!(refused, Err(Error::NotFound)));
    assert_eq!(world.task(task).await.name, "Stays");
    let form = world.form().await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let late = drafts::save(backend, caller, now, id, None, form, Upload::None).await;
    assert!(matches!(late, Err(Error::Conflict(_))));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_list_tells_how_far_each_draft_has_come(pool: PgPool) {
    let world = World::new(pool).await;
    let ready = world.draft("Ready", many(3)).await;
    world
        .draft("Wrong", numbers(&["+62812335088", "call me"]))
        .await;
    let unsettled = TaskForm {
        name: "Unsettled".to_owned(),
        line: String::new(),
        ..world.form().await
    };
    world.save(fresh_id(), &unsettled, Some(many(2))).await;
    world.save(fresh_id(), &world.form().await, None).await;
    let checked = world.draft("Checked", many(4)).await;
    world.check(checked).await;
    let refused = world
        .draft("Refused", numbers(&["+62812335088", "+628129000000"]))
        .await;
    world.check(refused).await;
    let states = async || -> Vec<(String, DraftState)> {
        let rows = world.drafts("", DraftFilter::Any).await.drafts;
        let told = rows.into_iter().map(|row| (row.draft.name, row.state));
        let mut told: Vec<_> = told.collect();
        told.sort_by(|one, other| one.0.cmp(&other.0));
        told
    };
    let state_of = |name: &str, state| (name.to_owned(), state);
    let expected = [
        state_of("Checked", DraftState::Checked),
        state_of("Ready", DraftState::Ready),
        state_of("Refused", DraftState::Refused(1)),
        state_of("Unsettled", DraftState::Settings),
        state_of("Week 47", DraftState::NoList),
        state_of("Wrong", DraftState::ToFix(1)),
    ];
    assert_eq!(states().await, expected);
    let names = |rows: Vec<DraftRow>| -> Vec<String> {
        rows.into_iter().map(|row| row.draft.name).collect()
    };
    let to_complete = world.drafts("", DraftFilter::ToComplete).await;
    assert_eq!(names(to_complete.drafts).len(), 2);
    assert_eq!(to_complete.total, 6);
    for (q, found) in [
        ("wrong", 1),
        ("NUMBERS.csv", 5),
        ("ana ready", 1),
        ("ana boats", 0),
    ] {
        let list = world.drafts(q, DraftFilter::Any).await;
        assert_eq!(list.drafts.len(), found, "{q}");
    }
    // A check says nothing of a draft that changed since, or a quarter of an hour later.
    world.edit(ready, &[(2, Field::Mobile, "none")]).await;
    world.clock.forward(SignedDuration::from_mins(16));
    let later = states().await;
    assert_eq!(later[0].1, DraftState::Ready);
    assert_eq!(later[1].1, DraftState::ToFix(1));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_list_of_more_drafts_than_are_shown_says_so(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    world.draft("One of many", many(1)).await;
    assert_eq!(world.drafts("", DraftFilter::Any).await.looked_at, None);
    sqlx::query(
        "insert into drafts (id, account_id, created_by, created_at, changed_at, form) \
         select gen_random_uuid(), account_id, created_by, created_at, changed_at, form || '{\"name\": \"Another\"}' \
         from drafts, generate_series(1, 200)",
    )
    .execute(&pool)
    .await
    .unwrap();
    let list = world.drafts("", DraftFilter::Any).await;
    assert_eq!((list.drafts.len(), list.total), (200, 201));
    assert_eq!(list.looked_at, Some(200));
    let found = world.drafts("many", DraftFilter::Any).await;
    assert_eq!((found.drafts.len(), found.looked_at), (1, None));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_form_whose_draft_was_discarded_is_handed_back_and_one_of_another_account_is_not_found(
    pool: PgPool,
) {
    let world = World::new(pool.clone()).await;
    let id = world.draft("Gone", many(2)).await;
    world.discard(&world.caller, id).await.unwrap();
    let form = world.form().await;
    let saved = world.save(id, &form, Some(many(3))).await;
    assert!(
        matches!(&saved, Saved::NotStored(sentence) if sentence.to_string().starts_with("This draft was discarded")),
        "{saved:?}"
    );
    assert_eq!(count(&pool, "drafts").await, 1);
    let nobody = AccountId::from(Uuid::from_u128(7));
    sqlx::query("insert into accounts (id, name, country, zone, platform, dnc_arranged, part_size, created_at, changed_at) \
         select $1, 'Other', country, zone, platform, dnc_arranged, part_size, created_at, changed_at from accounts limit 1")
        .bind(nobody)
        .execute(&pool)
        .await
        .unwrap();
    sqlx::query("update drafts set account_id = $1")
        .bind(nobody)
        .execute(&pool)
        .await
        .unwrap();
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let other = drafts::save(backend, caller, now, id, None, form, Upload::None).await;
    assert!(matches!(other, Err(Error::NotFound)));
}
