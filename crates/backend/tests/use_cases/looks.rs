//! Looks at whole numbers: what counts as one, and that none goes unrecorded.

use backend::{Error, drafts};
use jiff::SignedDuration;
use leads::Field;
use leads::views::LeadFilter;
use sqlx::PgPool;

use crate::audit::{count, detail};
use crate::support::{World, numbers};

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
