//! What one row says against calling its number holds for every row with the number.

use std::collections::BTreeMap;

use backend::drafts;
use leads::views::DraftView;
use leads::{Country, DuplicatePolicy, Field, HoldReason, LeadKind};
use sheets::file_check::{self, FileRules};
use sheets::reader::SheetReader;
use sqlx::PgPool;

use LeadKind::{Duplicate, HeldBack, LeftOut, Ready, ToFix};

use crate::editing::assert_counted;
use crate::support::{World, file};
use backend::ids::DraftId;

const HEADER: &str = "Nama,No HP,Jangan dihubungi\n";

/// The fourth row says of its number what holds for the second and the fifth.
const LIST: &str =
    "Siti,081233508801,\nBudi,081233508802,\nAni,+62 812-3350-8801,ya\nSiti,6281233508801,\n";

fn list(rows: &str) -> String {
    format!("{HEADER}{rows}")
}

fn checked(text: &str) -> file_check::FileCheck {
    let rules = FileRules {
        country: Country::parse("ID").unwrap(),
        variables: Vec::new(),
        platform: None,
    };
    let mut file = file("leads.csv", text.as_bytes()).reader().unwrap();
    file_check::check(&SheetReader::in_process(), &mut file, &rules).unwrap()
}

fn kinds_of_file(text: &str) -> Vec<LeadKind> {
    let checked = checked(text);
    checked.leads.iter().map(|lead| lead.kind()).collect()
}

#[test]
fn a_file_holds_back_every_row_with_the_number() {
    let checked = checked(&list(LIST));
    let kinds: Vec<LeadKind> = checked.leads.iter().map(|lead| lead.kind()).collect();
    assert_eq!(kinds, [HeldBack, Ready, HeldBack, HeldBack]);
    let tally = checked.tally;
    assert_eq!((tally.ready, tally.held_back, tally.duplicates), (1, 3, 0));
    let reasons = BTreeMap::from([(HoldReason::DoNotCall, 3)]);
    assert_eq!(checked.held_back, reasons);
    for row in [0, 3] {
        let told = checked.leads[row].problems.iter();
        let told: Vec<String> = told.map(|problem| problem.message().to_string()).collect();
        let sentence = "Row 4 has the same number and says “Jangan dihubungi: ya”. Not called unless you choose to.";
        assert!(told.iter().any(|told| told == sentence), "{told:?}");
    }
}

#[test]
fn what_is_said_of_a_person_holds_for_the_number_and_what_is_said_of_a_loan_does_not() {
    for (header, cell, holds) in [
        ("Jangan dihubungi", "ya", true),
        ("Consent", "no", true),
        ("Status", "Deceased", true),
        ("Status", "Meninggal dunia", true),
        ("Status", "Fully paid", false),
        ("Status", "Lunas", false),
    ] {
        let text = format!(
            "Nama,No HP,{header}\nSiti,081233508801,\nAni,081233508801,{cell}\nBudi,081233508802,\n"
        );
        let first = if holds { HeldBack } else { Ready };
        assert_eq!(
            kinds_of_file(&text),
            [first, HeldBack, Ready],
            "{header}: {cell}"
        );
    }
}

#[test]
fn a_row_with_an_error_says_so_too_and_one_without_a_number_of_nobody() {
    let text = "Nama,No HP,Platform,DNC\nSiti,081233508801,Demo,\nAni,081233508801,,yes\nBudi,081233508802,Demo,\nEka,call me,Demo,yes\n";
    assert_eq!(kinds_of_file(text), [HeldBack, ToFix, Ready, ToFix]);
}

async fn kinds(pool: &PgPool, world: &World, draft: DraftId) -> (Vec<LeadKind>, DraftView) {
    let view = world.review(draft).await;
    assert_counted(pool, &view).await;
    (view.leads.iter().map(|lead| lead.kind).collect(), view)
}

async fn draft(world: &World, rows: &str) -> DraftId {
    let file = file("leads.csv", list(rows).as_bytes());
    world.draft("Opted out", file).await
}

#[sqlx::test(migrations = "../../migrations")]
async fn nobody_is_called_whose_number_another_row_says_not_to_call(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = draft(&world, LIST).await;
    let (found, view) = kinds(&pool, &world, id).await;
    assert_eq!(found, [HeldBack, Ready, HeldBack, HeldBack]);
    assert_eq!((view.tally.ready, view.held_back[0].count), (1, 3));
    let told = view.leads[3].cells.iter().flat_map(|cell| &cell.problems);
    let told: Vec<String> = told.map(|problem| problem.sentence.to_string()).collect();
    assert!(
        told.iter()
            .any(|told| told.starts_with("Row 4 has the same number")),
        "{told:?}"
    );

    // Whatever is decided about leads with the same number.
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    for keep in [
        DuplicatePolicy::Last,
        DuplicatePolicy::All,
        DuplicatePolicy::First,
    ] {
        drafts::set_policies(backend, caller, now, id, keep, true)
            .await
            .unwrap();
        let (found, _) = kinds(&pool, &world, id).await;
        assert_eq!(
            found,
            [HeldBack, Ready, HeldBack, HeldBack],
            "{}",
            keep.key()
        );
    }

    let view = world.check(id).await;
    assert_eq!(view.check.as_ref().unwrap().total, 1);
    let task = world.submit(&view, false).await.unwrap();
    world.work().await;
    assert_eq!(world.task(task).await.leads, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_is_released_is_called_once(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = draft(&world, LIST).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let call = async |is_called| {
        let version = world.review(id).await.version;
        let reason = HoldReason::DoNotCall;
        drafts::release(backend, caller, now, id, version, reason, is_called)
            .await
            .unwrap();
        kinds(&pool, &world, id).await.0
    };
    assert_eq!(call(true).await, [Ready, Ready, Duplicate, Duplicate]);
    assert_eq!(call(false).await, [HeldBack, Ready, HeldBack, HeldBack]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_cell_that_is_fixed_holds_back_and_frees_the_other_rows(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = draft(&world, LIST).await;
    let found = async || kinds(&pool, &world, id).await.0;
    // The row that says so turns out to have another number, that of the third row.
    let turned = world.edit(id, &[(4, Field::Mobile, "081233508802")]).await;
    assert_eq!(turned, [2, 3, 4, 5]);
    assert_eq!(found().await, [Ready, HeldBack, HeldBack, Duplicate]);
    world.step(id, false).await;
    assert_eq!(found().await, [HeldBack, Ready, HeldBack, HeldBack]);
    // Another row turns out to have the number.
    world
        .edit(id, &[(3, Field::Mobile, "+6281233508801")])
        .await;
    assert_eq!(found().await, [HeldBack; 4]);
    world.edit(id, &[(3, Field::Mobile, "call me")]).await;
    assert_eq!(found().await, [HeldBack, ToFix, HeldBack, HeldBack]);
    // That the row is left out does not mean that the number may be called.
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    drafts::leave_out(backend, caller, now, id, 4, true)
        .await
        .unwrap();
    assert_eq!(found().await, [HeldBack, ToFix, LeftOut, HeldBack]);
    assert_eq!(world.bulk_fix(id, "leave_out:mobile.do_not_call").await, 2);
    assert_eq!(found().await, [LeftOut, ToFix, LeftOut, LeftOut]);
    assert_eq!(world.bulk_fix(id, "take_in:").await, 3);
    assert_eq!(found().await, [HeldBack, ToFix, HeldBack, HeldBack]);
}
