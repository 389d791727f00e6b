use backend::Error;
use backend::drafts::{self, Saved, Upload};
use leads::Field;
use leads::problem::Level;
use leads::views::{LeadFilter, TaskForm};
use leads::{LeadKind, SourceChoice};
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, many, numbers, sample};

#[sqlx::test(migrations = "../../migrations")]
async fn a_wrong_form_keeps_everything_that_was_typed_and_the_sheet(pool: PgPool) {
    let world = World::new(pool).await;
    let id = fresh_id();
    let form = TaskForm {
        name: "Promoción".to_owned(),
        redials: "99".to_owned(),
        ..world.form().await
    };
    assert_eq!(
        world.save(id, &form, Some(sample("clean-500.csv"))).await,
        Saved::ToFix
    );
    let now = world.clock.now();
    let view = drafts::form(
        &world.backend,
        &world.caller,
        now,
        Some(id),
        None,
        fresh_id(),
    )
    .await
    .unwrap();
    assert_eq!(view.form, form);
    let inputs: Vec<&str> = view
        .problems
        .iter()
        .map(|problem| problem.input.as_str())
        .collect();
    assert_eq!(inputs, ["name", "redials"]);
    assert_eq!(view.list.unwrap().sheet.rows, 500);
    assert_eq!(
        world.save(id, &world.form().await, None).await,
        Saved::Review
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_form_without_a_file_asks_for_it(pool: PgPool) {
    let world = World::new(pool).await;
    let id = fresh_id();
    assert_eq!(
        world.save(id, &world.form().await, None).await,
        Saved::ToFix
    );
    let now = world.clock.now();
    let view = drafts::form(&world.backend, &world.caller, now, Some(id), None, id)
        .await
        .unwrap();
    assert_eq!(view.problems.len(), 1);
    assert_eq!(view.problems[0].input, "sheet");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_bad_file_leaves_the_good_one_that_was_there(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Keep", sample("clean-500.csv")).await;
    let form = world.form().await;
    assert_eq!(
        world.save(id, &form, Some(sample("not-a-sheet.csv"))).await,
        Saved::ToFix
    );
    let now = world.clock.now();
    let view = drafts::form(&world.backend, &world.caller, now, Some(id), None, id)
        .await
        .unwrap();
    assert!(
        view.problems[0]
            .sentence
            .to_string()
            .contains("not a spreadsheet"),
        "{:?}",
        view.problems
    );
    assert_eq!(view.list.as_ref().map(|list| list.sheet.rows), Some(500));
    let refused = Upload::Refused(drafts::FileProblem::NoRoom);
    let saved = drafts::save(
        &world.backend,
        &world.caller,
        now,
        id,
        None,
        form.clone(),
        refused,
    )
    .await;
    assert_eq!(saved.unwrap().next, Saved::ToFix);
    // The good file is not called by mistake in place of the one that failed.
    assert_eq!(world.save(id, &form, None).await, Saved::ToFix);
    assert!(world.review(id).await.check_blocker.is_some());
    assert_eq!(
        world.save(id, &form, Some(sample("clean-500.csv"))).await,
        Saved::Review
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn leads_are_shown_by_page_and_by_kind_with_their_problems(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Pages", sample("messy-300.csv")).await;
    let first = world.review(id).await;
    assert_eq!(first.leads.len(), 100);
    assert_eq!((first.leads[0].row, first.matched), (2, 300));
    let second = world.page(id, LeadFilter::All, 100).await;
    assert_eq!(second.leads[0].row, 102);
    let bad = world.page(id, LeadFilter::Kind(LeadKind::ToFix), 0).await;
    assert_eq!((bad.leads.len(), bad.matched), (20, 20));
    for lead in &bad.leads {
        let problems = lead.cells.iter().flat_map(|cell| &cell.problems);
        assert!(
            problems
                .into_iter()
                .any(|problem| problem.level == Level::Error),
            "row {}",
            lead.row
        );
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_duplicate_is_shown_with_the_row_that_came_first(pool: PgPool) {
    let world = World::new(pool).await;
    let sheet = numbers(&["+62812335088", "", "0812-335-088", "+62812343062"]);
    let id = world.draft("Twice", sheet).await;
    let view = world
        .page(id, LeadFilter::Kind(LeadKind::Duplicate), 0)
        .await;
    let shown: Vec<_> = view
        .leads
        .iter()
        .map(|lead| (lead.row, lead.duplicate_of))
        .collect();
    assert_eq!(shown, [(2, None), (4, Some(2))]);
    assert_eq!(
        (view.tally.ready, view.tally.to_fix, view.tally.duplicates),
        (2, 1, 1)
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn columns_can_be_matched_anew(pool: PgPool) {
    let world = World::new(pool).await;
    let text = "Who,Ring them at\nBudi,+62812335088\nAgus,call me maybe\n";
    let id = world
        .draft("Columns", file("odd.csv", text.as_bytes()))
        .await;
    let view = world.review(id).await;
    assert!(view.check_blocker.is_some());
    assert_eq!(view.tally.to_fix, 2);
    let choices = [(Field::Customer, column(0)), (Field::Mobile, column(1))];
    let now = world.clock.now();
    let stale = drafts::match_columns(&world.backend, &world.caller, now, id, 99, &choices).await;
    assert!(matches!(stale, Err(Error::Conflict(_))));
    drafts::match_columns(
        &world.backend,
        &world.caller,
        now,
        id,
        view.version,
        &choices,
    )
    .await
    .unwrap();
    let view = world.review(id).await;
    assert_eq!((view.tally.ready, view.tally.to_fix), (1, 1));
    assert_eq!(view.check_blocker, None);
    let twice = [(Field::Customer, column(1)), (Field::Mobile, column(1))];
    let problems =
        drafts::match_columns(&world.backend, &world.caller, now, id, view.version, &twice).await;
    assert!(matches!(problems, Err(Error::Problems(_))));
}

#[sqlx::test(migrations = "../../migrations")]
async fn another_country_validates_the_leads_anew_when_the_form_is_saved(pool: PgPool) {
    let mut world = World::new(pool).await;
    let id = world.draft("Country", numbers(&["0905 468 4874"])).await;
    let tally = world.review(id).await.tally;
    assert_eq!((tally.ready, tally.warnings), (0, 1));
    world
        .change_account(|form| form.country = "PH".to_owned())
        .await;
    assert_eq!(
        world.save(id, &world.form().await, None).await,
        Saved::Review
    );
    assert_eq!(world.review(id).await.tally.ready, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_check_that_runs_while_the_draft_changes_ends_as_failed(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Moving", many(3)).await;
    world.start_check(id).await.unwrap();
    world.save(id, &world.form().await, Some(many(2))).await;
    world.work().await;
    let view = world.review(id).await;
    assert!(
        view.submit_blocker
            .unwrap()
            .to_string()
            .contains("changed after the check")
    );
    assert_eq!(world.check(id).await.submit_blocker, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_form_that_replaces_what_another_tab_has_saved_is_told(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Tabs", many(2)).await;
    let seen = world.review(id).await.version;
    let save = async |redials: &str| {
        let form = TaskForm {
            redials: redials.to_owned(),
            ..world.form().await
        };
        let now = world.clock.now();
        drafts::save(
            &world.backend,
            &world.caller,
            now,
            id,
            Some(seen),
            form,
            Upload::None,
        )
        .await
        .unwrap()
    };
    assert!(!save("1").await.changed_meanwhile);
    assert!(save("2").await.changed_meanwhile);
    // The same form twice, as a double click sends it, has replaced nothing.
    assert!(!save("2").await.changed_meanwhile);
}

fn column(column: usize) -> SourceChoice {
    SourceChoice::column(Some(column))
}
