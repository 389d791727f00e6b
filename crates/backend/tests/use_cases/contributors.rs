//! Who had a hand in a draft: each change of it writes so, and no other act does.

use std::collections::BTreeSet;

use backend::drafts::{self, CallFollowUp, PolicyChoice, ReadingChoice, Replacement, Saved};
use backend::ids::{DraftId, PersonId, TaskId};
use backend::{Error, checks};
use leads::results::classify::CallGroup;
use leads::views::TaskForm;
use leads::{Country, DuplicatePolicy, Field, HoldReason, SourceChoice};
use localization::Language;
use sheets::HeaderChoice;
use sqlx::PgPool;

use crate::results::NUMBERS;
use crate::support::{World, file, fresh_id, numbers};
use crate::upgrades::upgraded;

/// Two with the same number, one who asked not to be called, one without a number.
const LIST: &str = "Nama,No HP,Jangan dihubungi\nSiti,+6281233508801,\nBudi,+6281233508802,ya\nAni,+6281233508801,\nRina,none,\n";

/// Two columns of numbers whose headers say nothing: which is called is asked.
const WITH_A_QUESTION: &str =
    "Name,Lama,Baru\nSiti,+6281233508801,+6281233508811\nBudi,+6281233508802,+6281233508812\n";

/// Of another country than the account.
const PHILIPPINE: &str = "Name,Mobile\nAna,+639171234501\nBen,+639171234502\nCarl,+639171234503\n\
     Dina,+639171234504\nElla,+639171234505\nFe,+639171234506\n";

/// Refused in the check by an entry that names no lead.
const UNNAMED: &str = "+628129000005";

/// Good in the check, refused at creation.
const REFUSED: &str = "+628129000003";

impl World {
    /// From now on somebody else calls, who has changed nothing yet.
    async fn somebody_else(&mut self) {
        let id: PersonId = fresh_id();
        sqlx::query(
            "insert into users (id, email, name, role, password_hash, created_at) values ($1, $2, 'Somebody', 'admin', '', now())",
        )
        .bind(id)
        .bind(format!("{id}@example.com"))
        .execute(&self.owner)
        .await
        .unwrap();
        self.caller.person = id;
    }

    pub async fn contributors(&self, draft: DraftId) -> BTreeSet<PersonId> {
        let people: Vec<PersonId> =
            sqlx::query_scalar("select person_id from draft_contributors where draft_id = $1")
                .bind(draft)
                .fetch_all(&self.owner)
                .await
                .unwrap();
        people.into_iter().collect()
    }

    /// That whoever calls had a hand in the draft; somebody else calls from now on.
    async fn contributed(&mut self, what: &str, draft: DraftId) {
        let contributors = self.contributors(draft).await;
        assert!(contributors.contains(&self.caller.person), "{what}");
        self.somebody_else().await;
    }

    async fn version(&self, draft: DraftId) -> i64 {
        self.review(draft).await.version
    }

    async fn list(&self, text: &str) -> DraftId {
        self.draft("List", file("leads.csv", text.as_bytes())).await
    }
}

fn sheet(text: &str) -> sheets::UploadedFile {
    file("leads.csv", text.as_bytes())
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_makes_or_saves_a_draft_or_its_list_had_a_hand_in_it(pool: PgPool) {
    let mut world = World::new(pool).await;
    let draft = world.list(LIST).await;
    world.contributed("made", draft).await;
    let form = TaskForm {
        redials: "2".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    world.contributed("form", draft).await;
    assert_eq!(
        world.save(draft, &form, Some(sheet(LIST))).await,
        Saved::Review
    );
    world.contributed("list replaced", draft).await;
    let now = world.clock.now();
    let other = TaskForm {
        platform: "Other".to_owned(),
        ..form
    };
    world.save(draft, &other, None).await;
    world
        .contributed("leads validated for another form", draft)
        .await;
    let named = fresh_id();
    world.save(named, &world.form().await, None).await;
    world.contributed("made of a name", named).await;
    let choice = ReadingChoice::Headers(HeaderChoice::NoHeaders);
    let version = world.version(draft).await;
    drafts::read_again(&world.backend, &world.caller, now, draft, version, choice)
        .await
        .unwrap();
    world.contributed("read again", draft).await;
    drafts::discard(&world.backend, &world.caller, now, draft)
        .await
        .unwrap();
    drafts::restore(&world.backend, &world.caller, now, draft)
        .await
        .unwrap();
    world.contributed("restored", draft).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_decides_about_a_whole_list_had_a_hand_in_it(pool: PgPool) {
    let mut world = World::new(pool).await;
    let (backend, now) = (world.backend.clone(), world.clock.now());
    let draft = world.list(LIST).await;
    world.contributed("made", draft).await;
    let version = world.version(draft).await;
    let column = |column| SourceChoice::column(Some(column));
    let columns = [
        (Field::Customer, column(0)),
        (Field::Mobile, column(1)),
        (Field::Comments, column(2)),
    ];
    drafts::match_columns(&backend, &world.caller, now, draft, version, &columns)
        .await
        .unwrap();
    world.contributed("columns", draft).await;

    let draft = world.list(LIST).await;
    world.contributed("made", draft).await;
    let (version, reason) = (world.version(draft).await, HoldReason::DoNotCall);
    drafts::release(&backend, &world.caller, now, draft, version, reason, true)
        .await
        .unwrap();
    world.contributed("held back", draft).await;
    let keep = DuplicatePolicy::All;
    drafts::set_policies(&backend, &world.caller, now, draft, keep, true)
        .await
        .unwrap();
    world.contributed("policies", draft).await;
    let choice = PolicyChoice {
        keep: DuplicatePolicy::Last,
        leave_out_recent: true,
    };
    let at = (draft, world.version(draft).await);
    let changed = drafts::apply_policies(&backend, &world.caller, now, at, choice).await;
    assert!(changed.unwrap());
    world.contributed("policies with a check", draft).await;

    let draft = world.list(WITH_A_QUESTION).await;
    world.contributed("made", draft).await;
    let answers = [(Field::Mobile, column(2))];
    let version = world.version(draft).await;
    drafts::answer(&backend, &world.caller, now, draft, version, &answers)
        .await
        .unwrap();
    world.contributed("question", draft).await;

    let draft = world.list(PHILIPPINE).await;
    world.contributed("made", draft).await;
    let country = Some(Country::parse("PH").unwrap());
    let version = world.version(draft).await;
    drafts::read_numbers_as(&backend, &world.caller, now, draft, version, country)
        .await
        .unwrap();
    world.contributed("country", draft).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_fixes_leads_had_a_hand_in_the_draft(pool: PgPool) {
    let mut world = World::new(pool).await;
    let (backend, now) = (world.backend.clone(), world.clock.now());
    let draft = world.list(LIST).await;
    world.contributed("made", draft).await;
    world.edit(draft, &[(2, Field::Customer, "Dewi")]).await;
    world.contributed("cell", draft).await;
    world.step(draft, false).await.unwrap();
    world.contributed("undone", draft).await;
    world.step(draft, true).await.unwrap();
    world.contributed("done again", draft).await;
    drafts::leave_out(&backend, &world.caller, now, draft, 3, true)
        .await
        .unwrap();
    world.contributed("left out", draft).await;
    drafts::keep_row(&backend, &world.caller, now, draft, 4)
        .await
        .unwrap();
    world.contributed("row kept", draft).await;
    let replacement = Replacement {
        field: Field::Customer,
        find: "Dewi".to_owned(),
        with: "Dewi Ayu".to_owned(),
    };
    let version = world.version(draft).await;
    drafts::replace_text(&backend, &world.caller, now, draft, version, &replacement)
        .await
        .unwrap();
    world.contributed("replaced", draft).await;
    let fixes = world.review(draft).await.bulk_fixes;
    let fix = fixes.iter().find(|fix| fix.key.starts_with("leave_out:"));
    world.bulk_fix(draft, &fix.unwrap().key).await;
    world.contributed("bulk fix", draft).await;

    let draft = world.list(LIST).await;
    world.contributed("made", draft).await;
    let csv = sheets::FileKind::Csv;
    let mut out = drafts::rows_to_fix(
        &backend,
        &world.caller,
        now,
        draft,
        csv,
        None,
        Language::English,
    )
    .await
    .unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut out.file, &mut text).unwrap();
    let fixed = text.replace("none", "+6281233508809");
    let upload = file("rows-to-fix.csv", fixed.as_bytes());
    let changed = drafts::import_fixed_rows(&backend, &world.caller, now, draft, upload).await;
    assert_eq!(changed.unwrap(), 1);
    world.contributed("fixed rows", draft).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_has_refused_leads_found_had_a_hand_in_the_draft_and_whoever_checks_it_had_none(
    pool: PgPool,
) {
    let mut world = World::new(pool).await;
    let draft = world
        .draft("Refused", numbers(&[UNNAMED, "+62812335088"]))
        .await;
    let maker = world.caller.person;
    world.contributed("made", draft).await;
    world.check(draft).await;
    drafts::launch(&world.backend, &world.caller, world.clock.now(), draft)
        .await
        .unwrap();
    assert_eq!(world.contributors(draft).await, BTreeSet::from([maker]));
    let (version, now) = (world.version(draft).await, world.clock.now());
    checks::find_refused(&world.backend, &world.caller, now, draft, version)
        .await
        .unwrap();
    world.contributed("search for refused leads", draft).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_other_tasks_take_away_is_nobodys_change(pool: PgPool) {
    let mut world = World::new(pool).await;
    let list = ["+62812335088", "+62812335089"];
    let draft = world.draft("Second", numbers(&list)).await;
    let maker = world.caller.person;
    world.submitted("First", numbers(&list[..1])).await;
    world.somebody_else().await;
    let before = world.version(draft).await;
    let checked = world.check(draft).await;
    assert_eq!((checked.version, checked.tally.recent), (before + 1, 1));
    assert_eq!(world.contributors(draft).await, BTreeSet::from([maker]));
}

async fn follow(world: &World, task: TaskId) -> Result<DraftId, Error> {
    let (id, now) = (fresh_id(), world.clock.now());
    drafts::follow_up(&world.backend, &world.caller, now, task, id, false).await?;
    Ok(id)
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_draft_that_follows_a_task_is_of_whoever_makes_it_and_of_those_whose_list_it_has(
    pool: PgPool,
) {
    let mut world = World::new(pool).await;
    let task = world.submitted("Refused", numbers(&[REFUSED])).await;
    let first = world.caller.person;
    world.work().await;
    world.somebody_else().await;
    let draft = follow(&world, task).await.unwrap();
    let people = BTreeSet::from([first, world.caller.person]);
    assert_eq!(world.contributors(draft).await, people);

    let list_of = world.caller.person;
    let task = world.called(numbers(&NUMBERS)).await;
    world.somebody_else().await;
    let (id, now) = (fresh_id(), world.clock.now());
    let chosen = CallFollowUp {
        groups: vec![CallGroup::NotReached],
        within_cooldown: true,
        ..CallFollowUp::default()
    };
    drafts::follow_calls(&world.backend, &world.caller, now, task, id, chosen)
        .await
        .unwrap();
    let people = BTreeSet::from([list_of, world.caller.person]);
    assert_eq!(world.contributors(id).await, people);
}

/// Statements that write a row of `drafts` and leave its version, each because the version is counted up with it in the same
/// transaction, or because nothing of what goes out changes.
const WITHOUT_THE_VERSION: [&str; 14] = [
    "call_follow_ups::forget",
    "discarded::discard",
    "discarded::restore",
    "drafts::set_like",
    "drafts::submitted",
    "drafts::update_counts",
    "drafts::update_file",
    "drafts::update_policies",
    "drafts::update_released",
    "drafts::update_validated",
    "drafts::update_window",
    // Of a draft that was submitted: the task's activity tells of it.
    "left_out::leave_out",
    "left_out::put_back",
    "minimise::forget_first_rows",
];

#[test]
fn no_statement_makes_a_draft_or_counts_it_up_without_writing_whose_change_it_is() {
    let mut without = BTreeSet::new();
    let mut forgetful = BTreeSet::new();
    let statements = crate::statements::of_the_store();
    for (function, statement) in &statements {
        let makes = statement.contains("insert into drafts ");
        let changes = statement.contains("update drafts set");
        let counts = statement.contains("version = version + 1");
        let writes = statement.contains("insert into draft_contributors");
        if (makes || changes && counts) && !writes {
            forgetful.insert(function.as_str());
        }
        if changes && !counts {
            without.insert(function.as_str());
        }
    }
    assert_eq!(
        forgetful,
        BTreeSet::from(["contributors::count_change_by_rule"])
    );
    assert_eq!(without, BTreeSet::from(WITHOUT_THE_VERSION));
}

/// The migration before the one that keeps contributors.
const BEFORE: i64 = 46;

/// An account, two people, and a draft that one of them made and the other one fixed, as the version before has them.
const OF_THE_VERSION_BEFORE: &str = "
    insert into accounts (id, name, country, zone, platform, dnc_arranged, part_size, quiet_days, created_at, changed_at)
        values ('01920000-0000-7000-8000-00000000000a', 'Demo', 'ID', 'Asia/Jakarta', '', false, 5000, 7, now(), now());
    insert into users (id, email, name, role, password_hash, created_at) values
        ('01920000-0000-7000-8000-000000000001', 'ana@example.com', 'Ana', 'member', '', now()),
        ('01920000-0000-7000-8000-000000000002', 'budi@example.com', 'Budi', 'member', '', now());
    insert into drafts (id, account_id, created_by, created_at, changed_at, form) values
        ('01920000-0000-7000-8000-00000000000d', '01920000-0000-7000-8000-00000000000a', '01920000-0000-7000-8000-000000000001',
            '2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z', '{}');
    insert into steps (draft_id, number, label, made_by, made_at) values
        ('01920000-0000-7000-8000-00000000000d', 1, 'Row 2', '01920000-0000-7000-8000-000000000002', '2026-03-02T00:00:00Z'),
        ('01920000-0000-7000-8000-00000000000d', 2, 'Row 3', '01920000-0000-7000-8000-000000000002', '2026-03-03T00:00:00Z');
";

#[sqlx::test(migrations = false)]
async fn of_the_drafts_so_far_whoever_made_and_fixed_them_had_a_hand_in_them(pool: PgPool) {
    upgraded(&pool, BEFORE, OF_THE_VERSION_BEFORE).await;
    let found: Vec<String> = sqlx::query_scalar(
        "select concat_ws(' ', name, (first_at at time zone 'UTC')::date, (last_at at time zone 'UTC')::date) \
         from draft_contributors join users on users.id = person_id order by name",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(
        found,
        ["Ana 2026-03-01 2026-03-01", "Budi 2026-03-02 2026-03-03"]
    );
}
