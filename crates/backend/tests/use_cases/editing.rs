//! Editing leads in a draft: cells, groups, steps back and forth.

use backend::Error;
use backend::drafts::{self, LeadSelection, Saved};
use leads::views::{CellChange, DraftView, LeadFilter, LeadQuery, LeadSort};
use leads::{DuplicatePolicy, Field, LeadKind, Level};
use localization::{Language, Message};
use sqlx::PgPool;
use uuid::Uuid;

use crate::support::{World, file, many, numbers, sample};
use backend::ids::DraftId;

impl World {
    pub async fn edit(&self, draft: DraftId, cells: &[(u32, Field, &str)]) -> Vec<u32> {
        let cells: Vec<CellChange> = cells
            .iter()
            .map(|(row, field, text)| CellChange {
                row: *row,
                field: *field,
                text: (*text).to_owned(),
            })
            .collect();
        let now = self.clock.now();
        drafts::edit_cells(&self.backend, &self.caller, now, draft, &cells)
            .await
            .unwrap()
            .into_iter()
            .collect()
    }

    pub async fn bulk_fix(&self, draft: DraftId, key: &str) -> usize {
        let now = self.clock.now();
        drafts::apply_bulk_fix(&self.backend, &self.caller, now, draft, key)
            .await
            .unwrap()
    }

    /// The words of the step that was taken back, or done again.
    pub async fn step(&self, draft: DraftId, again: bool) -> Option<String> {
        let now = self.clock.now();
        drafts::step_back_or_forth(&self.backend, &self.caller, now, draft, again)
            .await
            .unwrap()
            .map(|(label, _)| label.to_string())
    }
}

/// What a step is called, in English.
fn told(label: Option<Message>) -> Option<String> {
    label.map(|label| label.to_string())
}

/// The tally and the counted problems are what the leads themselves say.
pub async fn assert_counted(pool: &PgPool, view: &DraftView) {
    let id: DraftId = view.id.parse().unwrap();
    for kind in LeadKind::ALL {
        let found: i64 =
            sqlx::query_scalar("select count(*) from leads where draft_id = $1 and kind = $2")
                .bind(id)
                .bind(kind.key())
                .fetch_one(pool)
                .await
                .unwrap();
        assert_eq!(i64::from(view.tally.of(kind)), found, "{}", kind.key());
    }
    let problems: i64 = sqlx::query_scalar(
        "select count(*) from leads, jsonb_array_elements(faults) where draft_id = $1 and not left_out",
    )
    .bind(id)
    .fetch_one(pool)
    .await
    .unwrap();
    let counted: u32 = view.problem_groups.iter().map(|group| group.count).sum();
    assert_eq!(i64::from(counted), problems);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_fixed_cell_is_validated_at_once_and_sent_as_fixed(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world
        .draft("Edited", numbers(&["+62812335088", "call me"]))
        .await;
    let view = world.review(id).await;
    assert_eq!((view.tally.ready, view.tally.to_fix), (1, 1));
    assert_eq!(
        world.edit(id, &[(3, Field::Mobile, "+62812343062")]).await,
        [3]
    );
    let view = world.review(id).await;
    assert_eq!((view.tally.ready, view.tally.to_fix), (2, 0));
    let cell = &view.leads[1].cells[1];
    assert_eq!(cell.value, "+62812343062");
    assert_eq!(cell.from_sheet.as_deref(), Some("call me"));
    assert_counted(&pool, &view).await;

    let view = world.check(id).await;
    assert_eq!(view.check.as_ref().unwrap().total, 2);
    world.submit(&view, false).await.unwrap();
    world.work().await;
    let names = world.provider_names().await;
    assert_eq!(names.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_fixed_number_makes_and_unmakes_duplicates(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let sheet = numbers(&["+62812335088", "+62812343062", "+62812335088"]);
    let id = world.draft("Turns", sheet).await;
    assert_eq!(world.review(id).await.tally.duplicates, 1);
    // The first becomes the same as the second, the third is left alone.
    assert_eq!(
        world.edit(id, &[(2, Field::Mobile, "0812343062")]).await,
        [2, 3, 4]
    );
    let view = world.review(id).await;
    let kinds: Vec<LeadKind> = view.leads.iter().map(|lead| lead.kind).collect();
    assert_eq!(
        kinds,
        [LeadKind::Ready, LeadKind::Duplicate, LeadKind::Ready]
    );
    assert_eq!(view.leads[1].duplicate_of, Some(2));
    assert_counted(&pool, &view).await;
    // Writing what the sheet says takes it back.
    world.edit(id, &[(2, Field::Mobile, "+62812335088")]).await;
    let view = world.review(id).await;
    assert_eq!(view.leads[0].cells[1].from_sheet, None);
    assert_eq!(view.leads[2].duplicate_of, Some(2));
    assert_counted(&pool, &view).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn steps_are_undone_and_done_again_in_order(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.draft("Steps", sample("messy-300.csv")).await;
    let before = world.review(id).await;
    let row = world
        .page(id, LeadFilter::Kind(LeadKind::ToFix), 0)
        .await
        .leads[0]
        .row;
    world
        .edit(id, &[(row, Field::Mobile, "+62812399999")])
        .await;
    world.edit(id, &[(row, Field::Customer, "Ana")]).await;
    let after = world.review(id).await;
    assert_eq!(told(after.undo), Some(format!("Customer in row {row}")));
    assert!(world.step(id, false).await.is_some() && world.step(id, false).await.is_some());
    assert_eq!(world.step(id, false).await, None);
    let undone = world.review(id).await;
    assert_eq!(undone.tally, before.tally);
    assert_eq!(undone.problems, before.problems);
    assert_eq!(told(undone.redo), Some(format!("Mobile in row {row}")));
    assert!(world.step(id, true).await.is_some() && world.step(id, true).await.is_some());
    assert_eq!(world.review(id).await.tally, after.tally);
    world.step(id, false).await;
    // A new step ends what could be done again.
    world.edit(id, &[(row, Field::Customer, "Eva")]).await;
    assert_eq!(world.review(id).await.redo, None);
    assert_counted(&pool, &world.review(id).await).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_bulk_fix_fixes_or_leaves_out_a_whole_group_in_one_step(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.draft("Bulk fixes", sample("messy-300.csv")).await;
    let before = world.review(id).await;
    assert!(before.tally.to_fix > 0);
    for bulk_fix in &before.bulk_fixes {
        if bulk_fix.key.starts_with("cut:") || bulk_fix.key.starts_with("leave_out:") {
            world.bulk_fix(id, &bulk_fix.key).await;
        }
    }
    let view = world.review(id).await;
    assert_eq!(view.tally.to_fix, 0);
    assert!(view.tally.left_out > 0);
    assert_counted(&pool, &view).await;
    let left_out = view.tally.left_out as usize;
    assert_eq!(world.bulk_fix(id, "take_in:").await, left_out);
    let undo = world.review(id).await.undo.expect("a step");
    let in_spanish = format!("Incluir de nuevo {left_out} filas");
    assert_eq!(undo.text(Language::Spanish), in_spanish);
    assert_eq!(world.review(id).await.tally.left_out, 0);
    while world.step(id, false).await.is_some() {}
    let undone = world.review(id).await;
    assert_eq!(
        (undone.tally, undone.problems),
        (before.tally, before.problems)
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn leads_are_searched_filtered_by_problem_and_sorted(pool: PgPool) {
    let world = World::new(pool).await;
    let text = "Customer,Mobile\nZoe,call me\nana,+62812335088\nBudi,12\nCarl,ring me\n";
    let id = world.draft("Query", file("q.csv", text.as_bytes())).await;
    world.edit(id, &[(3, Field::Customer, "Yasmin")]).await;
    let rows = async |query: LeadQuery| -> Vec<u32> {
        let view = world.query(id, query).await;
        view.leads.iter().map(|lead| lead.row).collect()
    };
    let q = |q: &str| LeadQuery {
        q: q.to_owned(),
        ..LeadQuery::default()
    };
    assert_eq!(rows(q("ZO")).await, [2]);
    assert_eq!(rows(q("yasm")).await, [3]);
    let problem = LeadQuery {
        problem: "mobile.no_number".to_owned(),
        ..LeadQuery::default()
    };
    assert_eq!(rows(problem).await, [2, 5]);
    let sort = |descending, from| LeadQuery {
        sort: Some(LeadSort {
            field: Field::Customer,
            descending,
        }),
        from,
        ..LeadQuery::default()
    };
    assert_eq!(rows(sort(false, 0)).await, [4, 5, 3, 2]);
    assert_eq!(rows(sort(true, 0)).await, [2, 3, 5, 4]);
    assert_eq!(rows(sort(false, 2)).await, [3, 2]);
    // Nothing that stands in an address reaches the database as anything but a value.
    let odd = LeadQuery {
        problem: "mobile\") || true.x' or 1=1 --".to_owned(),
        q: "%' or 'a'='a".to_owned(),
        ..LeadQuery::default()
    };
    assert_eq!(rows(odd).await, Vec::<u32>::new());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_review_opens_on_the_rows_to_fix_and_counts_what_it_shows(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Opened", sample("messy-300.csv")).await;
    let open = async || {
        let now = world.clock.now();
        drafts::review(
            &world.backend,
            &world.caller,
            now,
            id,
            &LeadSelection::Opened,
        )
        .await
        .unwrap()
    };
    let view = open().await;
    assert_eq!(view.query.show, LeadFilter::Kind(LeadKind::ToFix));
    assert_eq!((view.leads.len(), view.matched), (20, 20));
    let all = world.page(id, LeadFilter::All, 200).await;
    assert_eq!((all.leads.len(), all.matched), (100, 300));
    assert_eq!(all.leads[0].row, 202);
    let beyond = world.page(id, LeadFilter::All, 1_000).await;
    assert_eq!((beyond.leads.len(), beyond.matched), (0, 300));
    // What a count leads to has as many leads as it says, whatever it counts.
    for group in &view.problem_groups {
        let shows = [LeadFilter::All, LeadFilter::Kind(LeadKind::ToFix)];
        let exact = if group.level == Level::Error { 2 } else { 1 };
        for show in &shows[..exact] {
            let query = LeadQuery {
                show: *show,
                problem: group.key.clone(),
                ..LeadQuery::default()
            };
            let page = world.query(id, query).await;
            assert_eq!(page.matched, group.count, "{}", group.key);
            let on_page = group.count.min(100) as usize;
            assert_eq!(page.leads.len(), on_page, "{}", group.key);
        }
    }
    let searched = LeadQuery {
        q: "rina".to_owned(),
        ..LeadQuery::default()
    };
    let page = world.query(id, searched).await;
    assert_eq!(page.matched as usize, page.leads.len());
    let clean = world.draft("Clean", many(3)).await;
    let now = world.clock.now();
    let view = drafts::review(
        &world.backend,
        &world.caller,
        now,
        clean,
        &LeadSelection::Opened,
    )
    .await;
    assert_eq!(view.unwrap().query.show, LeadFilter::All);
}

#[sqlx::test(migrations = "../../migrations")]
async fn duplicates_are_shown_in_pairs_and_one_of_them_is_kept(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (one, two) = ("+62812335088", "+62812343062");
    let id = world.draft("Pairs", numbers(&[one, two, two, one])).await;
    let pairs = async || {
        world
            .page(id, LeadFilter::Kind(LeadKind::Duplicate), 0)
            .await
    };
    let view = pairs().await;
    let rows: Vec<u32> = view.leads.iter().map(|lead| lead.row).collect();
    assert_eq!((rows, view.matched), (vec![2, 5, 3, 4], 4));
    let now = world.clock.now();
    let keep = async |row| drafts::keep_row(&world.backend, &world.caller, now, id, row).await;
    assert_eq!(keep(5).await.unwrap(), 1);
    let view = world.review(id).await;
    assert_counted(&pool, &view).await;
    let kinds: Vec<LeadKind> = view.leads.iter().map(|lead| lead.kind).collect();
    assert_eq!(
        kinds,
        [
            LeadKind::LeftOut,
            LeadKind::Ready,
            LeadKind::Duplicate,
            LeadKind::Ready
        ]
    );
    assert_eq!(
        view.undo.as_ref().map(ToString::to_string).as_deref(),
        Some("Keep row 5")
    );
    // The other is kept after all: what was left out comes back.
    assert_eq!(keep(2).await.unwrap(), 1);
    assert_eq!(world.review(id).await.leads[0].kind, LeadKind::Ready);
    assert!(matches!(keep(9).await, Err(Error::NotFound)));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_last_of_several_rows_or_all_of_them_can_be_kept(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let sheet = || numbers(&["+62812335088", "+62812335088", "+62812335088"]);
    let id = world.draft("Keep", sheet()).await;
    let kept = async |keep| -> Vec<u32> {
        let now = world.clock.now();
        drafts::set_policies(&world.backend, &world.caller, now, id, keep, true)
            .await
            .unwrap();
        let view = world.review(id).await;
        assert_counted(&pool, &view).await;
        let sent = view.leads.iter().filter(|lead| lead.kind.is_sent());
        sent.map(|lead| lead.row).collect()
    };
    assert_eq!(kept(DuplicatePolicy::First).await, [2]);
    assert_eq!(kept(DuplicatePolicy::All).await, [2, 3, 4]);
    assert_eq!(kept(DuplicatePolicy::Last).await, [4]);
    // Another file in the same draft is validated by the same policy.
    let form = world.form().await;
    assert_eq!(world.save(id, &form, Some(sheet())).await, Saved::Review);
    let view = world.review(id).await;
    assert_eq!(view.leads[2].kind, LeadKind::Ready);
    assert_eq!(view.leads[0].duplicate_of, Some(4));
}

#[sqlx::test(migrations = "../../migrations")]
async fn nothing_is_fixed_in_a_submitted_or_strange_draft(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Closed", many(2)).await;
    let cells = [CellChange {
        row: 2,
        field: Field::Customer,
        text: "x".to_owned(),
    }];
    let now = world.clock.now();
    let edit = async |draft, cells: &[CellChange]| {
        drafts::edit_cells(&world.backend, &world.caller, now, draft, cells).await
    };
    let no_row = [CellChange {
        row: 99,
        ..cells[0].clone()
    }];
    assert!(matches!(edit(id, &no_row).await, Err(Error::NotFound)));
    assert!(matches!(
        edit(DraftId::new(Uuid::nil()), &cells).await,
        Err(Error::NotFound)
    ));
    let view = world.check(id).await;
    world.submit(&view, false).await.unwrap();
    assert!(matches!(edit(id, &cells).await, Err(Error::Conflict(_))));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_change_of_leads_voids_the_check(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Void", many(2)).await;
    let view = world.check(id).await;
    assert_eq!(view.submit_blocker, None);
    world.edit(id, &[(2, Field::Customer, "Ana")]).await;
    assert!(matches!(
        world.submit(&view, false).await,
        Err(Error::Conflict(_))
    ));
    assert!(world.review(id).await.submit_blocker.is_some());
}
