//! Lists that need the word of a person: which column is called, what the robot says, rows that are held back.

use backend::Error;
use backend::drafts;
use leads::views::{DraftView, HeldBackView, QuestionView};
use leads::{Country, Field, HoldReason, LeadKind, SourceChoice};
use sheets::UploadedFile;
use sqlx::PgPool;
use uuid::Uuid;

use crate::editing::assert_counted;
use crate::support::{World, file};
use backend::ids::DraftId;

fn csv(text: &str) -> UploadedFile {
    file("leads.csv", text.as_bytes())
}

async fn answer(
    world: &World,
    pool: &PgPool,
    draft: DraftId,
    answers: &[(Field, SourceChoice)],
) -> DraftView {
    let view = world.review(draft).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    drafts::answer(backend, caller, now, draft, view.version, answers)
        .await
        .unwrap();
    let view = world.review(draft).await;
    assert_counted(pool, &view).await;
    view
}

fn values(view: &DraftView, field: Field) -> Vec<&str> {
    let place = view.fields.iter().position(|column| column.field == field);
    let place = place.unwrap();
    let leads = view.leads.iter();
    leads.map(|lead| lead.cells[place].value.as_str()).collect()
}

/// Two columns of numbers whose headers say nothing.
const UNNAMED: &str =
    "Name,Lama,Baru\nSiti,+6281233508801,+6281233508811\nBudi,+6281233508802,+6281233508812\n";

#[sqlx::test(migrations = "../../migrations")]
async fn nothing_is_ready_before_the_called_column_is_chosen(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Which", csv(UNNAMED)).await;
    let view = world.review(draft).await;
    let [QuestionView::Column { field, candidates }] = view.questions.as_slice() else {
        panic!("{:?}", view.questions);
    };
    assert_eq!(*field, Field::Mobile);
    let told: Vec<(usize, String, &str)> = candidates
        .iter()
        .map(|one| (one.column, one.header.to_string(), one.samples[0].as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (2, "Baru".to_owned(), "+6281233508811"),
            (1, "Lama".to_owned(), "+6281233508801")
        ]
    );
    assert_eq!((view.tally.ready, view.tally.to_fix), (0, 2));
    assert!(view.check_blocker.unwrap().to_string().contains("question"));
    assert!(world.start_check(draft).await.is_err());
    let choice = SourceChoice::column(Some(2));
    let view = answer(&world, &pool, draft, &[(Field::Mobile, choice)]).await;
    assert!(view.questions.is_empty());
    assert_eq!(view.tally.ready, 2);
    assert_eq!(values(&view, Field::Mobile)[0], "+6281233508811");
    assert_eq!(view.check_blocker, None);
    // The next list with these headers is not asked about.
    let next = world.draft("Again", csv(UNNAMED)).await;
    let view = world.review(next).await;
    assert!(view.questions.is_empty());
    assert!(view.remembered.is_some());
    assert_eq!(values(&view, Field::Mobile)[1], "+6281233508812");
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_answer_to_another_version_and_one_that_cannot_be_followed_change_nothing(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Which", csv(UNNAMED)).await;
    let before = world.review(draft).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let good = [(Field::Mobile, SourceChoice::column(Some(1)))];
    let stale = drafts::answer(backend, caller, now, draft, before.version - 1, &good).await;
    assert!(
        matches!(stale, Err(backend::Error::Conflict(_))),
        "{stale:?}"
    );
    for bad in [None, Some(9)] {
        let answers = [(Field::Mobile, SourceChoice::column(bad))];
        let refused = drafts::answer(backend, caller, now, draft, before.version, &answers).await;
        assert!(
            matches!(refused, Err(backend::Error::Problems(_))),
            "{refused:?}"
        );
    }
    assert_eq!(world.review(draft).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_second_number_is_called_where_the_first_is_empty_once_a_person_says_so(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let text = "Nama,No HP 1,No HP 2\nSiti,+6281233508801,+6281233508811\nBudi,,+6281233508812\nAni,+6281233508803,\n";
    let draft = world.draft("Two", csv(text)).await;
    let view = world.review(draft).await;
    assert_eq!((view.tally.ready, view.tally.to_fix), (2, 1));
    assert_eq!(view.fallback.as_ref().map(|one| one.column), Some(2));
    let choice = SourceChoice {
        column: Some(1),
        otherwise: Some(2),
        ..SourceChoice::default()
    };
    let view = answer(&world, &pool, draft, &[(Field::Mobile, choice)]).await;
    assert_eq!(view.tally.ready, 3);
    assert_eq!(
        values(&view, Field::Mobile),
        ["+6281233508801", "+6281233508812", "+6281233508803"]
    );
    assert_eq!(view.fallback, None);
    let sorted = leads::views::LeadQuery {
        sort: leads::views::LeadSort::from_key("mobile"),
        ..Default::default()
    };
    let view = world.query(draft, sorted).await;
    assert_eq!(
        values(&view, Field::Mobile),
        ["+6281233508801", "+6281233508803", "+6281233508812"]
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_robot_that_says_what_the_list_does_not_have_asks_once(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let now = world.clock.now();
    let (backend, caller) = (&world.backend, &world.caller);
    let known = drafts::form(backend, caller, now, None, None, DraftId::new(Uuid::nil())).await;
    let robots = known.unwrap().robots;
    let robot = robots
        .iter()
        .find(|one| one.name == "Promo akhir pekan ID v2");
    let form = leads::views::TaskForm {
        robot: robot.unwrap().id.clone(),
        ..world.form().await
    };
    let draft = crate::support::fresh_id();
    let list = csv("Nama,No HP,Kode promo\nSiti,+6281233508801,AKHIR10\n");
    world.save(draft, &form, Some(list)).await;
    let view = world.review(draft).await;
    let [QuestionView::Variables { fields, near }] = view.questions.as_slice() else {
        panic!("{:?}", view.questions);
    };
    let names: Vec<String> = fields.iter().map(|(_, name)| name.to_string()).collect();
    assert_eq!(names, ["Promo", "Kode", "Berlaku sampai"]);
    assert!(
        near.iter().any(|(_, candidate)| candidate.column == 2),
        "{near:?}"
    );
    assert_eq!(view.tally.ready, 0);
    let empty: Vec<_> = [Field::ExtraA, Field::ExtraB, Field::ExtraC]
        .map(|field| (field, SourceChoice::default()))
        .to_vec();
    let view = answer(&world, &pool, draft, &empty).await;
    assert!(view.questions.is_empty());
    assert_eq!(view.tally.ready, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn another_robot_asks_for_what_it_says(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world
        .draft("Plain", csv("Nama,No HP,Bonus\nSiti,+6281233508801,10%\n"))
        .await;
    let view = world.review(draft).await;
    assert_eq!((view.questions.len(), view.tally.ready), (0, 1));
    let with = async |name: &str| {
        let now = world.clock.now();
        let known = drafts::form(
            &world.backend,
            &world.caller,
            now,
            None,
            None,
            DraftId::new(Uuid::nil()),
        )
        .await;
        let robots = known.unwrap().robots;
        let robot = robots.iter().find(|one| one.name == name).unwrap();
        let form = leads::views::TaskForm {
            robot: robot.id.clone(),
            ..world.form().await
        };
        world.save(draft, &form, None).await;
        world.review(draft).await
    };
    let view = with("Promo akhir pekan ID v2").await;
    assert!(matches!(
        view.questions.as_slice(),
        [QuestionView::Variables { .. }]
    ));
    assert_eq!(view.tally.ready, 0);
    // It says a bonus and a city; the list has one of the two.
    let view = with("Reaktivasi driver ID").await;
    assert_eq!(view.questions, []);
    assert_eq!(values(&view, Field::ExtraA), ["10%"]);
}

/// Whoever asked not to be called stands in a column of its own.
const OPTED_OUT: &str = "Nama,No HP,Jangan dihubungi\nSiti,+6281233508801,\nBudi,+6281233508802,ya\nAni,+6281233508803,tidak\n";

#[sqlx::test(migrations = "../../migrations")]
async fn rows_that_are_held_back_are_called_only_if_a_person_says_so(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Opted out", csv(OPTED_OUT)).await;
    let held = |count, is_called| {
        vec![HeldBackView {
            reason: HoldReason::DoNotCall,
            count,
            is_called,
        }]
    };
    let view = world.review(draft).await;
    assert_eq!((view.tally.ready, view.tally.held_back), (2, 1));
    assert_eq!(view.held_back, held(1, false));
    assert_eq!(view.leads[1].kind, LeadKind::HeldBack);
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let call = async |version, is_called| {
        let reason = HoldReason::DoNotCall;
        drafts::release(backend, caller, now, draft, version, reason, is_called).await
    };
    assert!(call(view.version - 1, true).await.is_err());
    call(view.version, true).await.unwrap();
    let view = world.review(draft).await;
    assert_counted(&pool, &view).await;
    assert_eq!((view.tally.ready, view.tally.held_back), (3, 0));
    assert_eq!(view.held_back, held(0, true));
    call(view.version, false).await.unwrap();
    let view = world.review(draft).await;
    assert_eq!((view.tally.ready, view.tally.held_back), (2, 1));
    // What was said of one list is not said of the next.
    call(view.version, true).await.unwrap();
    world
        .save(draft, &world.form().await, Some(csv(OPTED_OUT)))
        .await;
    let view = world.review(draft).await;
    assert_eq!((view.tally.ready, view.held_back), (2, held(1, false)));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_list_of_another_country_is_said_once_of_the_list(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let mut text = "Name,Mobile\n".to_owned();
    for number in 1..=6 {
        text.push_str(&format!("Ana,+63917123450{number}\n"));
    }
    let draft = world.draft("Elsewhere", csv(&text)).await;
    let view = world.review(draft).await;
    let asked = view.list_country.clone().expect("a question");
    assert_eq!(
        asked.sentence.to_string(),
        "Nearly all numbers are Philippine (6 of 6); this account is Indonesia. Is it the right account?"
    );
    // What is said of the list is not said six times more.
    assert!(
        view.leads
            .iter()
            .all(|lead| lead.cells[1].problems.is_empty())
    );
    assert_eq!((view.tally.ready, view.tally.warnings), (0, 6));
    let read_as = async |version, country: Option<&str>| {
        let country = country.map(|code| Country::parse(code).unwrap());
        let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
        drafts::read_numbers_as(backend, caller, now, draft, version, country).await
    };
    let unasked = read_as(view.version, Some("NO")).await;
    assert!(matches!(unasked, Err(Error::Conflict(_))), "{unasked:?}");
    read_as(view.version, Some("PH")).await.unwrap();
    let stale = read_as(view.version, None).await;
    assert!(matches!(stale, Err(Error::Conflict(_))), "{stale:?}");
    let decided = world.review(draft).await;
    assert_eq!((decided.tally.ready, decided.tally.warnings), (6, 0));
    let told = decided.list_country.clone().expect("the answer");
    assert_eq!(
        told.sentence.to_string(),
        "This list is read as Philippine numbers."
    );
    // What is written as it is dialled there is one of theirs.
    world
        .edit(draft, &[(2, Field::Mobile, "0917 123 4599")])
        .await;
    let edited = world.review(draft).await;
    assert_eq!(
        edited.leads[0].cells[1].shown.as_deref(),
        Some("+63 917 123 4599")
    );
    read_as(edited.version, None).await.unwrap();
    let again = world.review(draft).await;
    assert!(
        again
            .list_country
            .is_some_and(|asked| asked.country.is_some())
    );
}
