//! Do-not-call lists: added by hand, uploaded, found, taken off, and applied to drafts.

use backend::do_not_call::{self, Added, ListForm, ListUpload, TakenIn};
use backend::encryption::EncryptionKeys;
use backend::ids::DoNotCallListId;
use backend::{Error, rotation};
use jiff::SignedDuration;
use leads::LeadKind;
use leads::views::LeadFilter;
use sheets::UploadedFile;
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, many, numbers};

pub const FIRST: &str = "+62812300000";

impl World {
    pub async fn add_to_do_not_call(&self, numbers: &str) -> Result<Added, Error> {
        let now = self.clock.now();
        do_not_call::add_by_hand(&self.backend, &self.caller, now, numbers, "She asked").await
    }

    pub async fn take_in(&self, form: ListForm, file: UploadedFile) -> Result<TakenIn, Error> {
        let upload = ListUpload {
            form,
            file,
            new_id: fresh_id(),
        };
        do_not_call::take_in(&self.backend, &self.caller, self.clock.now(), upload).await
    }

    pub async fn lists(&self) -> Vec<(DoNotCallListId, String, u64, bool)> {
        let view = do_not_call::view(&self.backend, &self.caller, self.clock.now()).await;
        let lists = view.unwrap().lists.into_iter();
        lists
            .map(|list| (list.id, list.name, list.numbers, list.is_outdated))
            .collect()
    }

    pub async fn held_of(&self, number: &str) -> Vec<(String, String, bool)> {
        let now = self.clock.now();
        let found = do_not_call::find(&self.backend, &self.caller, now, number).await;
        let found = found.unwrap().into_iter();
        found
            .map(|entry| {
                let is_on = entry.removed_at().is_none();
                (entry.name, entry.reason.unwrap_or_default(), is_on)
            })
            .collect()
    }
}

pub fn repep() -> ListForm {
    ListForm {
        list: String::new(),
        kind: "repep".to_owned(),
        name: "REPEP November".to_owned(),
        sector: "other".to_owned(),
        as_of: "2026-11-01".to_owned(),
        valid_days: "30".to_owned(),
        replace_newer: false,
    }
}

pub fn problem(error: Error) -> String {
    match error {
        Error::Problems(problems) => problems
            .iter()
            .map(|problem| format!("{}: {}", problem.input, problem.sentence))
            .collect::<Vec<_>>()
            .join("; "),
        other => panic!("{other:?}"),
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_on_the_list_is_not_called_and_nobody_can_change_that_in_the_draft(pool: PgPool) {
    let world = World::new(pool).await;
    let added = world
        .add_to_do_not_call("0812 300 000\n+62812300001\n\n+62 812-300-001")
        .await
        .unwrap();
    assert_eq!(added, Added { added: 2, known: 0 });
    let draft = world.draft("Week 48", many(5)).await;
    let view = world.review(draft).await;
    assert_eq!((view.tally.ready, view.tally.do_not_call), (3, 2));
    let shown = world
        .page(draft, LeadFilter::Kind(LeadKind::DoNotCall), 0)
        .await;
    let listed: Vec<_> = shown
        .leads
        .iter()
        .map(|lead| (lead.row, lead.do_not_call.clone()))
        .collect();
    let company = Some("Company list".to_owned());
    assert_eq!(listed, [(2, company.clone()), (3, company)]);
    // Whatever is chosen about duplicates and recent numbers.
    backend::drafts::set_policies(
        &world.backend,
        &world.caller,
        world.clock.now(),
        draft,
        leads::DuplicatePolicy::All,
        false,
    )
    .await
    .unwrap();
    assert_eq!(world.review(draft).await.tally.do_not_call, 2);
    let view = world.check(draft).await;
    assert_eq!(view.submit_count, 3);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_added_or_taken_off_since_the_upload_counts_at_the_check_and_at_the_launch(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let draft = world.draft("Week 48", many(5)).await;
    assert_eq!(world.review(draft).await.tally.ready, 5);
    world.add_to_do_not_call(FIRST).await.unwrap();
    let view = world.check(draft).await;
    assert_eq!((view.tally.ready, view.tally.do_not_call), (4, 1));
    world.add_to_do_not_call("+62812300004").await.unwrap();
    let refused = world.submit(&view, false).await.unwrap_err();
    let Error::Conflict(sentence) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(
        sentence.to_string(),
        "1 number was put on a do-not-call list after the check. Check again."
    );
    let own = world.lists().await[0].0;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    do_not_call::remove(backend, caller, now, own, FIRST, "A mistake")
        .await
        .unwrap();
    let view = world.check(draft).await;
    assert_eq!((view.tally.ready, view.tally.do_not_call), (4, 1));
    world.submit(&view, false).await.unwrap();
    world.work().await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_fix_that_makes_a_number_one_of_the_list_is_noticed(pool: PgPool) {
    let world = World::new(pool).await;
    world.add_to_do_not_call(FIRST).await.unwrap();
    let draft = world
        .draft("Week 48", numbers(&["12", "+62812300007"]))
        .await;
    let change = leads::views::CellChange {
        row: 2,
        field: leads::Field::Mobile,
        text: FIRST.to_owned(),
    };
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    backend::drafts::edit_cells(backend, caller, now, draft, &[change])
        .await
        .unwrap();
    let tally = world.review(draft).await.tally;
    assert_eq!((tally.ready, tally.to_fix, tally.do_not_call), (1, 0, 1));
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_a_keyed_hash_and_four_digits_are_kept(pool: PgPool) {
    let world = World::new(pool).await;
    world.add_to_do_not_call("+628123456789").await.unwrap();
    let rows: Vec<String> =
        sqlx::query_scalar("select to_jsonb(entries)::text from do_not_call_entries as entries")
            .fetch_all(&world.owner)
            .await
            .unwrap();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].contains("\"last_four\": 6789"), "{rows:?}");
    assert!(!rows[0].contains("12345678"), "{rows:?}");
    let log: Vec<String> =
        sqlx::query_scalar("select to_jsonb(entries)::text from audit_log as entries")
            .fetch_all(&world.owner)
            .await
            .unwrap();
    assert!(log.iter().any(|entry| entry.contains("do_not_call_added")));
    assert!(log.iter().all(|entry| !entry.contains("56789")));
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_held_of_a_number_says_why_and_taking_it_off_needs_a_reason(pool: PgPool) {
    let world = World::new(pool).await;
    assert_eq!(world.held_of(FIRST).await, []);
    world.add_to_do_not_call(FIRST).await.unwrap();
    assert_eq!(
        world.held_of("0812300000").await,
        [("Company list".to_owned(), "She asked".to_owned(), true)]
    );
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let own = world.lists().await[0].0;
    let without = do_not_call::remove(backend, caller, now, own, FIRST, "  ").await;
    assert_eq!(
        problem(without.unwrap_err()),
        "reason: Write why, in a few words."
    );
    do_not_call::remove(backend, caller, now, own, FIRST, "She signed up again")
        .await
        .unwrap();
    assert_eq!(
        world.held_of(FIRST).await,
        [(
            "Company list".to_owned(),
            "She signed up again".to_owned(),
            false
        )]
    );
    let again = do_not_call::remove(backend, caller, now, own, FIRST, "Again").await;
    assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
    assert_eq!(world.lists().await[0].2, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_no_number_is_refused_and_nothing_is_added(pool: PgPool) {
    let world = World::new(pool).await;
    let refused = world.add_to_do_not_call("+62812300001\nhello").await;
    let sentence = problem(refused.unwrap_err());
    assert!(
        sentence.starts_with("numbers: Line 2 is not a phone number."),
        "{sentence}"
    );
    let nothing = world.add_to_do_not_call(" \n").await;
    assert_eq!(
        problem(nothing.unwrap_err()),
        "numbers: Write at least one number, or choose a file."
    );
    assert_eq!(world.lists().await[0].2, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_uploaded_list_counts_until_a_newer_one_takes_its_place(pool: PgPool) {
    let world = World::new(pool).await;
    let first = numbers(&["+62812300001", "+62812300002", "+62812300001", "nobody"]);
    let taken = world.take_in(repep(), first).await.unwrap();
    let read = taken.read;
    assert_eq!((taken.numbers, read.unreadable), (2, 1));
    assert_eq!(read.unreadable_rows, [5]);
    assert_eq!(read.column.to_string(), "Mobile");
    let draft = world.draft("Week 48", many(5)).await;
    assert_eq!(world.review(draft).await.tally.do_not_call, 2);
    let id = world.lists().await[1].0;
    let newer = ListForm {
        list: id.to_string(),
        as_of: "2026-11-20".to_owned(),
        ..repep()
    };
    let second = file("registro.csv", "TELEFONO\n+62812300003\n".as_bytes());
    assert_eq!(world.take_in(newer, second).await.unwrap().numbers, 1);
    let view = world.check(draft).await;
    assert_eq!((view.tally.ready, view.tally.do_not_call), (4, 1));
    let entries: i64 = sqlx::query_scalar("select count(*) from do_not_call_entries")
        .fetch_one(&world.owner)
        .await
        .unwrap();
    assert_eq!(entries, 1, "the version before is gone");
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let corrected = do_not_call::remove(backend, caller, now, id, "+62812300003", "Wrong").await;
    assert!(
        matches!(&corrected, Err(Error::Conflict(told)) if told.to_string().contains("is a register")),
        "{corrected:?}"
    );
    do_not_call::remove_list(backend, caller, now, id)
        .await
        .unwrap();
    assert_eq!(world.check(draft).await.tally.ready, 5);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_list_of_another_sector_is_not_applied(pool: PgPool) {
    let mut world = World::new(pool).await;
    let reus = ListForm {
        kind: "reus".to_owned(),
        sector: "finance".to_owned(),
        ..repep()
    };
    world.take_in(reus, numbers(&[FIRST])).await.unwrap();
    let draft = world.draft("Week 48", many(2)).await;
    assert_eq!(world.review(draft).await.tally.do_not_call, 0);
    // Financial products in Indonesia are not called without saying why.
    sqlx::query(
        "update accounts set sector = 'finance', list_purpose = 'Offers', list_source = 'CRM', legal_basis = 'Consent'",
    )
    .execute(&world.owner)
    .await
    .unwrap();
    world.come_again().await;
    let draft = world.draft("Week 49", many(2)).await;
    assert_eq!(world.review(draft).await.tally.do_not_call, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_list_out_of_date_warns_and_is_refused_where_the_account_says_so(pool: PgPool) {
    let mut world = World::new(pool).await;
    let old = ListForm {
        kind: "client".to_owned(),
        as_of: "2026-10-01".to_owned(),
        ..repep()
    };
    world.take_in(old, numbers(&[FIRST])).await.unwrap();
    world.come_again().await;
    let draft = world.draft("Week 48", many(2)).await;
    let view = world.review(draft).await;
    let sentence =
        "This do-not-call list is out of date: REPEP November (of 1 Oct 2026). Upload a newer one.";
    assert_eq!(view.outdated_lists.unwrap().to_string(), sentence);
    assert_eq!(view.check_blocker, None);
    let view = world.check(draft).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    do_not_call::set_refuse_outdated(backend, caller, now, true)
        .await
        .unwrap();
    world.come_again().await;
    let refused = world.submit(&view, false).await.unwrap_err();
    assert!(
        matches!(&refused, Error::Conflict(told) if told.to_string() == sentence),
        "{refused:?}"
    );
    assert_eq!(
        world
            .review(draft)
            .await
            .check_blocker
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        Some(sentence)
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_form_or_file_that_is_wrong_changes_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let wrong = ListForm {
        kind: "own".to_owned(),
        name: " ".to_owned(),
        sector: "banks".to_owned(),
        as_of: "2027-01-01".to_owned(),
        valid_days: "0".to_owned(),
        ..repep()
    };
    let refused = world.take_in(wrong, numbers(&[FIRST])).await.unwrap_err();
    let sentence = problem(refused);
    for input in ["kind", "name", "sector", "as_of", "valid_days"] {
        assert!(sentence.contains(&format!("{input}: ")), "{sentence}");
    }
    let unreadable = numbers(&["one", "two", FIRST]);
    let refused = world.take_in(repep(), unreadable).await.unwrap_err();
    let sentence = problem(refused);
    assert!(
        sentence.starts_with("file: Most rows have no readable number in the column “Mobile”"),
        "{sentence}"
    );
    let no_column = file("list.csv", "Name\nBudi\nSiti\n".as_bytes());
    let refused = world.take_in(repep(), no_column).await.unwrap_err();
    let sentence = problem(refused);
    assert!(
        sentence.starts_with("file: No column of the file has phone numbers."),
        "{sentence}"
    );
    assert_eq!(world.lists().await.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_new_key_and_a_new_encryption_key_lose_nobody(pool: PgPool) {
    let world = World::new(pool).await;
    world.add_to_do_not_call("+62812300000").await.unwrap();
    let new_key = do_not_call::NewKey {
        secret: [9; 32],
        nonce: [8; 24],
    };
    do_not_call::add_key(&world.backend, world.clock.now(), &new_key)
        .await
        .unwrap();
    let known = world.add_to_do_not_call("+62812300000\n+62812300001").await;
    assert_eq!(known.unwrap(), Added { added: 1, known: 1 });
    let draft = world.draft("Week 48", many(3)).await;
    assert_eq!(world.review(draft).await.tally.do_not_call, 2);
    let written = |byte| EncryptionKeys::written(&[byte; 32]);
    let own = written(7);
    let both = EncryptionKeys::parse(&format!("{} {own}", written(8))).unwrap();
    let nonce = || [5; 24];
    let with_both = world.backend.clone().with_encryption_keys(both);
    rotation::rotate(&with_both, world.clock.now(), nonce)
        .await
        .unwrap();
    let new = EncryptionKeys::parse(&written(8)).unwrap();
    let rotated = world.backend.clone().with_encryption_keys(new);
    let now = world.clock.now() + SignedDuration::from_secs(1);
    let found = do_not_call::find(&rotated, &world.caller, now, FIRST).await;
    assert_eq!(found.unwrap().len(), 1);
    let without = world.backend.clone().with_encryption_keys(None);
    let found = do_not_call::find(&without, &world.caller, now, FIRST).await;
    assert!(matches!(found, Err(Error::NoEncryptionKey)), "{found:?}");
}
