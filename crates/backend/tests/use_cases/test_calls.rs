//! “Call me first”: a person hears the robot on a number of their own.

use backend::ids::{CheckId, DraftId, PersonId, TaskId};
use backend::test_calls::{self, MAX_TESTS, Press};
use backend::{Caller, Error, Role, drafts, users};
use jiff::SignedDuration;
use leads::Field;
use leads::states::TaskState;
use leads::views::{TaskForm, TestCallView, TestOf, TestState, TestValues};
use sqlx::PgPool;

use crate::support::{PASSWORD, World, fresh_id, numbers, sample, suffix};

pub(crate) const OWN: &str = "+62812335088";
pub(crate) const OTHER: &str = "+62812343062";

impl World {
    /// The caller's number is kept, as it may stand in a list.
    pub(crate) async fn knows_own_number(&self) {
        test_calls::save_own_number(&self.backend, &self.caller, "0812 335 088")
            .await
            .unwrap();
    }

    async fn test_page(&self, draft: DraftId, row: Option<u32>) -> TestCallView {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        test_calls::of_draft(backend, caller, now, draft, row, fresh_id())
            .await
            .unwrap()
    }

    pub(crate) async fn press(
        &self,
        draft: DraftId,
        row: u32,
        press: &Press,
    ) -> Result<TaskId, Error> {
        let at = (draft, self.review(draft).await.version);
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        test_calls::call_with_draft(backend, caller, now, at, row, press).await
    }

    /// A test with the values of the first row.
    pub(crate) async fn test(&self, draft: DraftId) -> TaskId {
        self.press(draft, 2, &press()).await.unwrap()
    }
}

/// A press of the button, each with a key of its own.
pub(crate) fn press() -> Press {
    Press {
        number: OWN.to_owned(),
        form_key: fresh_id(),
        at_night: false,
        task: fresh_id(),
        draft: fresh_id(),
        suffix: suffix(),
    }
}

fn sentence<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(Error::Conflict(sentence)) => sentence.to_string(),
        other => panic!("{other:?}"),
    }
}

/// The cells of the one lead behind a test.
async fn cells(pool: &PgPool, task: TaskId) -> Vec<String> {
    let cells =
        "select cells from leads where draft_id = (select draft_id from tasks where id = $1)";
    let cells = sqlx::query_scalar(cells).bind(task).fetch_one(pool);
    cells.await.unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_person_hears_a_row_of_a_draft_on_a_number_of_their_own(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Week 47", numbers(&[OTHER, "call me"])).await;
    let before = world.review(draft).await;
    assert_eq!(
        world.test_page(draft, None).await.state,
        TestState::NoNumber
    );
    world.knows_own_number().await;
    let page = world.test_page(draft, None).await;
    let TestState::Ready { button, night, .. } = &page.state else {
        panic!("{page:?}");
    };
    assert_eq!(
        (button.to_string().as_str(), night),
        ("Call +62 812 335 088 now", &None)
    );
    // The number of the row itself does not matter.
    let task = world.press(draft, 3, &press()).await.unwrap();
    world.work().await;
    let view = world.task(task).await;
    assert_eq!((view.name.as_str(), view.leads), ("Test: Week 47", 1));
    assert_eq!(view.state, TaskState::Created);
    assert_eq!(view.batches[0].first_row, 3);
    assert_eq!(view.test, Some(TestOf::Draft(draft.to_string())));
    let expected = ["Budi 2", OWN, "DIDI", "C2", "", "", "", "", ""];
    assert_eq!(cells(&pool, task).await, expected);
    let after = world.review(draft).await;
    assert_eq!((after.version, after.task), (before.version, None));
    assert_eq!(after.tally, before.tally);
    let said = view.events[0].sentence.to_string();
    assert_eq!(said, "Submitted a test: one call of their own number.");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_test_of_a_messy_list_says_what_the_row_says(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    world.knows_own_number().await;
    let draft = world.draft("Messy", sample("messy-300.csv")).await;
    let leads = world.review(draft).await.leads;
    let lead = leads.iter().find(|lead| lead.kind.is_sent()).unwrap();
    let task = world.press(draft, lead.row, &press()).await.unwrap();
    world.work().await;
    assert_eq!(world.task(task).await.state, TaskState::Created);
    let cells = cells(&pool, task).await;
    for cell in &lead.cells {
        let said = &cells[cell.field.index()];
        match cell.field {
            Field::Mobile => assert_eq!(said, OWN),
            Field::Customer | Field::Comments => assert_eq!(said.trim(), cell.value.trim()),
            _ => {}
        }
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_same_press_twice_makes_one_test(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    let draft = world.draft("Once", numbers(&[OTHER])).await;
    let first = press();
    let again = Press {
        task: fresh_id(),
        draft: fresh_id(),
        ..first.clone()
    };
    let at = (draft, world.review(draft).await.version);
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let call = |press| test_calls::call_with_draft(backend, caller, now, at, 2, press);
    let (one, other) = tokio::join!(call(&first), call(&again));
    assert_eq!(one.unwrap(), other.unwrap());
    // Also once the draft has changed.
    drafts::set_policies(
        backend,
        caller,
        now,
        draft,
        leads::DuplicatePolicy::Last,
        true,
    )
    .await
    .unwrap();
    call(&again).await.unwrap();
    world.work().await;
    assert_eq!(world.provider_names().await.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_key_of_anything_else_makes_no_test(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    let draft = world.draft("Keys", numbers(&[OTHER])).await;
    let checked: CheckId = world.check(draft).await.form_key.parse().unwrap();
    let own = press();
    world.press(draft, 2, &own).await.unwrap();
    let colleague = colleague(&world).await;
    test_calls::save_own_number(&world.backend, &colleague, OWN)
        .await
        .unwrap();
    let at = (draft, world.review(draft).await.version);
    for (caller, form_key) in [(&world.caller, checked), (&colleague, own.form_key)] {
        let press = Press {
            form_key,
            ..press()
        };
        let (backend, now) = (&world.backend, world.clock.now());
        let made = test_calls::call_with_draft(backend, caller, now, at, 2, &press).await;
        assert!(matches!(made, Err(Error::NotFound)), "{made:?}");
    }
    // The draft that was checked is submitted as if nothing had been.
    let view = world.review(draft).await;
    world.submit(&view, false).await.unwrap();
}

async fn colleague(world: &World) -> Caller {
    let id: PersonId = fresh_id();
    let now = world.clock.now();
    users::add(
        &world.backend,
        now,
        id,
        "budi@example.com",
        "Budi",
        PASSWORD,
        Role::Launcher,
    )
    .await
    .unwrap();
    users::caller(&world.backend, id).await.unwrap().unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_changed_meanwhile_calls_nobody(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Changes", numbers(&[OTHER])).await;
    let told = sentence(world.press(draft, 2, &press()).await);
    assert_eq!(told, "Enter your own number first.");
    world.knows_own_number().await;
    let another = Press {
        number: OTHER.to_owned(),
        ..press()
    };
    let told = sentence(world.press(draft, 2, &another).await);
    assert!(
        told.starts_with("Your own number was changed meanwhile."),
        "{told}"
    );
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let old = (draft, world.review(draft).await.version - 1);
    let made = test_calls::call_with_draft(backend, caller, now, old, 2, &press()).await;
    assert!(sentence(made).contains("the draft was changed"));
    let missing = world.press(draft, 99, &press()).await;
    assert!(matches!(missing, Err(Error::NotFound)), "{missing:?}");
    world.work().await;
    assert!(world.provider_names().await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_person_is_called_twenty_times_an_hour_and_not_more(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    let draft = world.draft("Often", numbers(&[OTHER])).await;
    for _ in 0..MAX_TESTS {
        world.test(draft).await;
    }
    let told = sentence(world.press(draft, 2, &press()).await);
    let expected = "You had yourself called 20 times within an hour. Wait, then try again.";
    assert_eq!(told, expected);
    world.clock.forward(SignedDuration::from_hours(1));
    world.test(draft).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn at_night_a_person_is_called_only_where_they_say_so(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    let draft = world.draft("Night", numbers(&[OTHER])).await;
    // From 09:00 to 22:00.
    world.clock.forward(SignedDuration::from_hours(13));
    let page = world.test_page(draft, None).await;
    assert!(
        matches!(&page.state, TestState::Ready { night: Some(warning), .. } if warning.to_string().contains("at night")),
        "{:?}",
        page.state
    );
    let told = sentence(world.press(draft, 2, &press()).await);
    assert!(
        told.contains("Nobody was called. Tick “Call at night anyway”"),
        "{told}"
    );
    let all_the_same = Press {
        at_night: true,
        ..press()
    };
    let task = world.press(draft, 2, &all_the_same).await.unwrap();
    let said = world.task(task).await.events[0].sentence.to_string();
    assert!(said.ends_with("to be called at night anyway."), "{said}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_of_ones_own_is_validated_kept_with_its_person_and_never_on_record(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Own", numbers(&[OTHER])).await;
    let refused = test_calls::save_own_number(&world.backend, &world.caller, "call me").await;
    assert!(!sentence(refused).is_empty());
    world.knows_own_number().await;
    let colleague = colleague(&world).await;
    let (backend, now) = (&world.backend, world.clock.now());
    let page = test_calls::of_draft(backend, &colleague, now, draft, None, fresh_id());
    assert_eq!(page.await.unwrap().own_number, None);
    let task = world.test(draft).await;
    world.work().await;
    let written: Vec<String> = sqlx::query_scalar(
        "select detail::text from events union all select search_text from tasks",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert!(!written.is_empty());
    assert!(
        !written.iter().any(|text| text.contains("812335088")),
        "{written:?}"
    );
    assert!(!format!("{:?}", world.task(task).await).contains("812335088"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_row_that_cannot_be_said_or_is_not_there_is_told(pool: PgPool) {
    let world = World::new(pool).await;
    world.knows_own_number().await;
    let draft = world.draft("Rows", numbers(&["call me"])).await;
    let blocked = async |row| match world.test_page(draft, row).await.state {
        TestState::Blocked { reason, .. } => reason.to_string(),
        other => panic!("{other:?}"),
    };
    assert!(
        blocked(None)
            .await
            .starts_with("No lead of this list is called.")
    );
    assert_eq!(
        blocked(Some(9_999)).await,
        "This list has no row 9999. Choose another."
    );
    assert!(matches!(
        world.test_page(draft, Some(2)).await.state,
        TestState::Ready { .. }
    ));
    let form = TaskForm {
        line: "gone".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    let reason = blocked(None).await;
    assert_eq!(
        reason,
        "Change the call settings first. This line was removed. Choose another."
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_robot_says_what_was_typed(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    world.knows_own_number().await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let list = backend::robots::list(backend, caller, now, "promo akhir", None);
    let robot = list.await.unwrap().robots.remove(0).id;
    let values = vec![(Field::ExtraA, "Rp 50.000".to_owned())];
    let page = test_calls::of_robot(backend, caller, now, &robot, "", &values, fresh_id())
        .await
        .unwrap();
    let TestValues::Typed { line, inputs, .. } = &page.values else {
        panic!("{page:?}");
    };
    assert_eq!((line.as_str(), inputs.len()), ("ID_PHONE_JKT", 3));
    assert_eq!(inputs[0].value, "Rp 50.000");
    assert!(page.script.is_some());
    let call = async |robot: &str, line: &str, values: &[(Field, String)]| {
        let press = press();
        test_calls::call_with_robot(backend, caller, now, robot, line, values, &press).await
    };
    let too_long = vec![(Field::ExtraA, "x".repeat(201))];
    let told = sentence(call(&robot, line, &too_long).await);
    assert_eq!(told, "A value has 201 characters. Shorten it to 200.");
    assert!(sentence(call(&robot, "gone", &values).await).contains("line was removed"));
    assert!(matches!(
        call("nobody", line, &values).await,
        Err(Error::NotFound)
    ));
    let task = call(&robot, line, &values).await.unwrap();
    world.work().await;
    let view = world.task(task).await;
    assert_eq!(view.state, TaskState::Created);
    assert_eq!(view.test, Some(TestOf::Robot(robot)));
    assert!(view.name.starts_with("Test: Promo akhir"), "{}", view.name);
    let cells = cells(&pool, task).await;
    assert_eq!(cells[Field::ExtraA.index()], "Rp 50.000");
}
