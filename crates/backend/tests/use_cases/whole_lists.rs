//! Work on whole lists: refused before anything of them is kept, in nobody's way, in batches, and counted as before.

use std::time::Duration;

use backend::Error;
use backend::drafts::{self, Replacement, Saved};
use leads::views::{LeadFilter, LeadQuery};
use leads::{DuplicatePolicy, Field, LeadKind, SourceChoice};
use localization::Language;
use sqlx::PgPool;

use crate::editing::assert_counted;
use crate::support::{World, file, fresh_id, many, numbers};
use backend::ids::DraftId;

/// What surely happens within this time, or not at all.
const SOON: Duration = Duration::from_secs(120);

async fn soon<T>(event: impl Future<Output = T>) -> T {
    tokio::time::timeout(SOON, event).await.expect("it happens")
}

#[sqlx::test(migrations = "../../migrations")]
async fn nothing_of_a_list_that_is_refused_half_way_gets_into_the_database(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let form = world.form().await;
    let rows = |count: usize| "Budi,\n".repeat(count);
    let too_many = format!("Customer,Mobile\n{}", rows(200_001));
    let long_cell = format!("Customer,Mobile\n{}x{},\n", rows(3_000), "y".repeat(40_000));
    for (text, why) in [(too_many, "200,000 leads"), (long_cell, "40,001 bytes")] {
        let id = fresh_id();
        let sheet = file("refused.csv", text.as_bytes());
        assert_eq!(world.save(id, &form, Some(sheet)).await, Saved::ToFix);
        let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
        let view = drafts::form(backend, caller, now, Some(id), None, id)
            .await
            .unwrap();
        assert!(
            view.problems[0].sentence.to_string().contains(why),
            "{:?}",
            view.problems
        );
        let pages: i64 = sqlx::query_scalar("select pg_relation_size('leads')")
            .fetch_one(&pool)
            .await
            .unwrap();
        assert_eq!(pages, 0, "{why}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_upload_does_not_wait_for_whoever_looks_at_the_leads(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let form = world.form().await;
    // The lock that ANALYZE takes, and an automatic vacuum.
    let mut other = pool.begin().await.unwrap();
    sqlx::query("lock table leads in share update exclusive mode")
        .execute(&mut *other)
        .await
        .unwrap();
    let upload = world.save(fresh_id(), &form, Some(many(5_000)));
    assert_eq!(soon(upload).await, Saved::Review);
    other.rollback().await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_database_looks_at_a_long_list_once_it_is_written(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    world.draft("Long", many(5_000)).await;
    let looked = async {
        loop {
            let leads: f32 =
                sqlx::query_scalar("select reltuples from pg_class where oid = 'leads'::regclass")
                    .fetch_one(&pool)
                    .await
                    .unwrap();
            if leads >= 5_000.0 {
                return;
            }
        }
    };
    soon(looked).await;
}

/// The kinds of the leads in the order of the file.
async fn kinds(world: &World, draft: DraftId) -> Vec<LeadKind> {
    let view = world.review(draft).await;
    view.leads.iter().map(|lead| lead.kind).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_submitted_lately_is_the_same_however_the_leads_come_to_be_validated(
    pool: PgPool,
) {
    use LeadKind::{Duplicate, LeftOut, Ready, Recent, ToFix};
    let world = World::new(pool.clone()).await;
    world
        .submitted("Before", numbers(&["+62812335088", "+62812343062"]))
        .await;
    world.work().await;
    // The third has a recent number and an error, the fifth and sixth have numbers of their own.
    let text = format!(
        "Customer,Mobile,Comments\nA,+62812335088,1\nB,0812335088,2\nC,+62812343062,{}\nD,+62812343062,4\nE,+62812399999,5\n\
         F,+62812399999,6\nG,call me,7\n",
        "x".repeat(65)
    );
    let sheet = || file("mixed.csv", text.as_bytes());
    let id = world.draft("Mixed", sheet()).await;
    let left_out = [Recent, Recent, ToFix, Recent, Ready, Duplicate, ToFix];
    assert_eq!(kinds(&world, id).await, left_out);
    let recent = async || -> Vec<bool> {
        let view = world.review(id).await;
        assert_counted(&pool, &view).await;
        view.leads
            .iter()
            .map(|lead| lead.recent.is_some())
            .collect()
    };
    // Known of every lead whose number it is, whatever else is to be said of it.
    let known = [true, true, true, true, false, false, false];
    assert_eq!(recent().await, known);

    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let decide = async |keep, leave_out| {
        drafts::set_policies(backend, caller, now, id, keep, leave_out)
            .await
            .unwrap();
    };
    let again = async || {
        let version = world.review(id).await.version;
        let column = |column| SourceChoice::column(Some(column));
        let choices = [
            (Field::Customer, column(0)),
            (Field::Mobile, column(1)),
            (Field::Comments, column(2)),
        ];
        drafts::match_columns(backend, caller, now, id, version, &choices)
            .await
            .unwrap();
    };
    again().await;
    assert_eq!(
        (kinds(&world, id).await, recent().await),
        (left_out.to_vec(), known.to_vec())
    );

    drafts::leave_out(backend, caller, now, id, 2, true)
        .await
        .unwrap();
    again().await;
    let without_first = [LeftOut, Recent, ToFix, Recent, Ready, Duplicate, ToFix];
    assert_eq!(kinds(&world, id).await, without_first);
    drafts::leave_out(backend, caller, now, id, 2, false)
        .await
        .unwrap();

    decide(DuplicatePolicy::Last, false).await;
    let kept = [Duplicate, Ready, ToFix, Ready, Duplicate, Ready, ToFix];
    for sheet in [None, Some(sheet())] {
        again().await;
        assert_eq!(kinds(&world, id).await, kept);
        assert_eq!(recent().await, known);
        world.save(id, &world.form().await, sheet).await;
        assert_eq!(kinds(&world, id).await, kept);
    }
    decide(DuplicatePolicy::All, true).await;
    again().await;
    let all = [Recent, Recent, ToFix, Recent, Ready, Ready, ToFix];
    assert_eq!(
        (kinds(&world, id).await, recent().await),
        (all.to_vec(), known.to_vec())
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_change_of_more_leads_than_fit_into_a_batch_is_one_step(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let rows = 5_300;
    let id = world.draft("Long", many(rows)).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let version = world.review(id).await.version;
    let replacement = |find: &str, with: &str| Replacement {
        field: Field::Mobile,
        find: find.to_owned(),
        with: with.to_owned(),
    };
    let replace = async |find, with| {
        let replacement = replacement(find, with);
        drafts::replace_text(backend, caller, now, id, version, &replacement).await
    };
    // The numbers of the first half are all the same then, those of the other half remain.
    let changed = replace("+628123", "+628124").await.unwrap();
    assert_eq!(changed, rows as usize);
    let after = world.review(id).await;
    assert_counted(&pool, &after).await;
    let first = async || world.review(id).await.leads[0].cells[1].value.clone();
    assert_eq!(first().await, "+62812400000");
    assert_eq!(
        world.step(id, false).await.as_deref(),
        after.undo.as_ref().map(ToString::to_string).as_deref()
    );
    assert_eq!(first().await, "+62812300000");
    let undone = world.review(id).await;
    assert_counted(&pool, &undone).await;
    assert_eq!(undone.undo, None);
    assert!(world.step(id, true).await.is_some());
    let again = world.review(id).await;
    assert_counted(&pool, &again).await;
    assert_eq!((again.tally, again.problems), (after.tally, after.problems));
}

#[sqlx::test(migrations = "../../migrations")]
async fn more_rows_than_fit_into_a_batch_go_out_as_a_file_and_come_back(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let rows = 1_200_u32;
    let mut text = "Customer,Mobile\n".to_owned();
    for row in 0..rows {
        text.push_str(&format!("Budi {row},call me\n"));
    }
    let id = world.draft("File", file("f.csv", text.as_bytes())).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let mut back = "Row,Mobile,What to fix\n".to_owned();
    for row in 0..rows {
        back.push_str(&format!("{},+62812{:06},\n", row + 2, 300_000 + row));
    }
    // A row that comes twice, in another batch: what comes last counts.
    back.push_str("2,+62812999999,\n");
    let take = |text: &str| {
        let upload = file("fixed.csv", text.as_bytes());
        drafts::import_fixed_rows(backend, caller, now, id, upload)
    };
    assert_eq!(take(&back).await.unwrap(), rows as usize);
    let view = world.review(id).await;
    assert_eq!((view.tally.ready, view.tally.to_fix), (rows, 0));
    assert_eq!(view.leads[0].cells[1].value, "+62812999999");
    assert_counted(&pool, &view).await;
    let missing = format!("{back}{},+62812300000,\n", rows + 2);
    let refused = take(&missing).await;
    let Err(Error::Conflict(sentence)) = refused else {
        panic!("{refused:?}");
    };
    assert!(sentence.to_string().contains("row 1202"), "{sentence}");
    assert!(world.step(id, false).await.is_some());
    let undone = world.review(id).await;
    assert_eq!((undone.tally.ready, undone.tally.to_fix), (0, rows));
    assert_counted(&pool, &undone).await;
    // All of them are in the file, in their order, with what is wrong.
    let kind = sheets::FileKind::Csv;
    let out = drafts::rows_to_fix(backend, caller, now, id, kind, None, Language::English)
        .await
        .unwrap();
    assert_eq!(out.size, out.file.metadata().unwrap().len());
    let text = std::io::read_to_string(out.file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), rows as usize + 1);
    for (line, row) in lines[1..].iter().zip(2..) {
        assert!(line.starts_with(&format!("\"{row}\",")), "{line}");
        assert!(
            line.contains("no digits") || line.contains("number"),
            "{line}"
        );
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_bulk_fix_that_there_is_not_is_refused_and_never_a_failure(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .draft("Keys", numbers(&["call me", "+62812335088"]))
        .await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    for key in [
        "",
        "leave_out:a\"b.c",
        "leave_out:mobile.x\" || @.field like_regex \"(a+)+$\" || @.kind == \"",
        "leave_out:mobile.\0",
        "cut:mobile.missing",
        "leave_out:mobile",
        "take_in:mobile.missing",
    ] {
        let refused = drafts::apply_bulk_fix(backend, caller, now, id, key).await;
        assert!(
            matches!(refused, Err(Error::NotFound)),
            "{key:?}: {refused:?}"
        );
    }
    // One that there is, with nothing left to do.
    let nothing = drafts::apply_bulk_fix(backend, caller, now, id, "cut:comments.too_long").await;
    assert_eq!(nothing.unwrap(), 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn texts_that_are_too_long_to_be_replaced_are_refused_with_a_sentence(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Replace", many(2)).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let version = world.review(id).await.version;
    let replace = async |find: &str, with: &str| {
        let replacement = Replacement {
            field: Field::Customer,
            find: find.to_owned(),
            with: with.to_owned(),
        };
        drafts::replace_text(backend, caller, now, id, version, &replacement).await
    };
    let longest = "é".repeat(drafts::MAX_REPLACED_LENGTH);
    assert_eq!(replace(&longest, &longest).await.unwrap(), 0);
    for (find, with) in [
        (format!("{longest}é"), "x".to_owned()),
        ("x".to_owned(), format!("{longest}é")),
    ] {
        let refused = replace(&find, &with).await;
        assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_search_for_too_much_says_so_and_keeps_what_was_typed(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Search", many(3)).await;
    let find = async |q: &str| {
        let query = LeadQuery {
            q: q.to_owned(),
            show: LeadFilter::All,
            ..LeadQuery::default()
        };
        world.query(id, query).await
    };
    assert_eq!(find("Budi 2").await.leads.len(), 1);
    assert_eq!(find("\0").await.leads.len(), 3);
    for (much, why) in [
        ("a b c d e f g h i", "9 words"),
        (&*"x".repeat(201), "201 characters"),
    ] {
        let view = find(much).await;
        assert!(view.leads.is_empty());
        assert_eq!(view.query.q, much);
        let problem = view.search_problem.expect("a sentence").to_string();
        assert!(problem.contains(why), "{problem}");
    }
}
