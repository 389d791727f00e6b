//! Looks at whole numbers: what counts as one, and that none goes unrecorded.

use backend::{Error, drafts, test_calls};
use jiff::SignedDuration;
use leads::Field;
use leads::views::LeadFilter;
use sqlx::PgPool;

use crate::audit::{count, detail};
use crate::support::{World, file, fresh_id, numbers};

#[sqlx::test(migrations = "../../migrations")]
async fn a_page_that_is_seen_again_is_one_look(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Offer", numbers(&["+62812335088"])).await;
    let looks = async || count(&pool, "leads_shown").await;
    world.page(draft, LeadFilter::All, 0).await;
    let once = looks().await;
    world.page(draft, LeadFilter::All, 0).await;
    assert_eq!((once, looks().await), (1, 1));
    world.clock.forward(SignedDuration::from_mins(5));
    world.page(draft, LeadFilter::All, 0).await;
    assert_eq!(looks().await, 2);
    let shown = detail(&pool, "leads_shown").await;
    assert_eq!(
        (&shown["leads"], &shown["page"]),
        (&1.into(), &"review".into())
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn cells_with_whole_numbers_are_a_look_where_only_a_few_are_shown(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let list = numbers(&["+62812335088", "+62812335089"]);
    let draft = world.draft("Offer", list).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let preview = async |field, find: &str| {
        let replacement = drafts::Replacement {
            field,
            find: find.to_owned(),
            with: "9".to_owned(),
        };
        let view = drafts::preview_replacement(backend, caller, now, draft, &replacement).await;
        view.unwrap().first.len()
    };
    let looks = async || count(&pool, "leads_shown").await;
    let before = looks().await;
    for _ in 0..2 {
        drafts::columns(backend, caller, now, draft).await.unwrap();
        assert_eq!(looks().await, before + 1, "the same page is one look");
    }
    assert_eq!(detail(&pool, "leads_shown").await["page"], "columns");
    assert_eq!(preview(Field::Mobile, "35088").await, 1);
    assert_eq!(looks().await, before + 2);
    let shown = detail(&pool, "leads_shown").await;
    assert_eq!(
        (&shown["page"], &shown["leads"]),
        (&"replacement".into(), &1.into())
    );
    assert_eq!(preview(Field::Mobile, "nowhere").await, 0);
    assert_eq!(looks().await, before + 2, "nothing was shown");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_sample_that_holds_a_number_is_a_look_at_its_lead(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (backend, caller) = (&world.backend, &world.caller);
    let launch = async |draft| {
        let shown = drafts::launch(backend, caller, world.clock.now(), draft).await;
        shown.unwrap();
        count(&pool, "leads_shown").await
    };
    let call_me = async |draft| {
        let (now, key) = (world.clock.now(), fresh_id());
        let shown = test_calls::of_draft(backend, caller, now, draft, None, key).await;
        shown.unwrap();
        count(&pool, "leads_shown").await
    };
    let without = world.draft("Without", numbers(&["+62812335088"])).await;
    assert_eq!((launch(without).await, call_me(without).await), (0, 0));
    let list = "Customer,Mobile\nBudi 0812 335 0001,+62812343062\n";
    let with = world.draft("With", file("with.csv", list.as_bytes())).await;
    assert_eq!(launch(with).await, 1);
    let shown = detail(&pool, "leads_shown").await;
    assert_eq!(
        (&shown["page"], &shown["first_row"]),
        (&"lead".into(), &2.into())
    );
    world.clock.forward(SignedDuration::from_mins(5));
    assert_eq!(call_me(with).await, 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_page_that_cannot_be_recorded_is_not_shown(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Offer", numbers(&["+62812335088"])).await;
    sqlx::raw_sql("alter table audit_log add constraint none check (number < 0) not valid")
        .execute(&pool)
        .await
        .unwrap();
    let shown = drafts::LeadSelection::Opened;
    let now = world.clock.now();
    let refused = drafts::review(&world.backend, &world.caller, now, draft, &shown).await;
    assert!(matches!(refused, Err(Error::Database(_))), "{refused:?}");
}
