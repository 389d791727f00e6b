//! Erasing a number that is interrupted: what is gone is in a receipt, and erasing it again does the rest.

use backend::erasures::{self, Receipt};
use backend::restore::{self, RestoreJournal};
use backend::{Error, do_not_call, drafts};
use drafts::Upload;
use jiff::SignedDuration;
use leads::views::TaskForm;
use sqlx::PgPool;

use crate::accounts::Other;
use crate::do_not_call::FIRST;
use crate::stops::slow_world;
use crate::support::{World, fresh_id, many};

/// What fails in the account in Mexico, which comes second.
const FAILS_IN_MEXICO: [&str; 2] = [
    "create function hiccup() returns trigger language plpgsql as $$ begin \
     if current_account() = (select id from accounts where slug = 'didi-m-xico') then raise exception 'hiccup'; end if; \
     return new; end $$",
    "create trigger hiccup before update on leads for each row execute function hiccup()",
];

impl World {
    async fn execute_all(&self, statements: &[&str]) {
        for statement in statements {
            sqlx::query(statement).execute(&self.owner).await.unwrap();
        }
    }

    /// A draft with the number in each of two accounts.
    async fn in_two_accounts(&self) -> Other {
        let other = self.other_account().await;
        self.draft("Week 48", many(3)).await;
        self.draft_in(&other).await;
        other
    }

    async fn draft_in(&self, other: &Other) {
        let form = TaskForm {
            name: "Semana 48".to_owned(),
            ..TaskForm::default()
        };
        let (caller, now, sheet) = (&other.caller, self.clock.now(), Upload::File(many(2)));
        drafts::save(&other.backend, caller, now, fresh_id(), None, form, sheet)
            .await
            .unwrap();
    }

    async fn receipts(&self) -> Vec<Receipt> {
        let backend = self.of_no_account(true).await;
        erasures::receipts(&backend, &self.caller).await.unwrap()
    }

    /// Whether the number is on the company's list, once.
    async fn is_listed(&self) -> bool {
        let (caller, now) = (&self.caller, self.clock.now());
        let found = do_not_call::find(&self.backend, caller, now, FIRST).await;
        found
            .unwrap()
            .iter()
            .filter(|entry| entry.removed_at().is_none())
            .count()
            == 1
    }

    /// The database as it was before anything was erased, but for what the test has done to it.
    async fn restore_backup(&self) {
        self.execute_all(&[
            "delete from erasures",
            "delete from do_not_call_entries",
            "delete from do_not_call_removals",
            "delete from restore_journal_entries",
        ])
        .await;
    }

    /// What is done after a restore; the receipt of it.
    async fn check_restore(&self, journal: &RestoreJournal) -> Receipt {
        self.check_counted(journal).await.1
    }

    /// The same, with how many numbers were erased again.
    async fn check_counted(&self, journal: &RestoreJournal) -> (u64, Receipt) {
        let backend = self.of_no_account(true).await;
        let done = restore::check(&backend, self.clock.now(), journal).await;
        (done.unwrap().erased, self.receipts().await.remove(0))
    }

    async fn audited(&self) -> i64 {
        sqlx::query_scalar("select count(*) from audit_log where action = 'number_erased'")
            .fetch_one(&self.owner)
            .await
            .unwrap()
    }
}

fn accounts(receipt: &Receipt) -> Vec<&str> {
    let held = receipt.held.iter();
    held.map(|held| held.account.as_str()).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_erased_before_an_account_fails_is_in_a_receipt_that_the_next_try_completes(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    world.in_two_accounts().await;
    let folder = tempfile::tempdir().unwrap();
    let journal = RestoreJournal::at(folder.path().join("journal.jsonl"));
    world.execute_all(&FAILS_IN_MEXICO).await;
    let failed = world.erase_with(true, Some(&journal)).await;
    assert!(matches!(failed, Err(Error::Database(_))), "{failed:?}");
    let begun = world.receipts().await.remove(0);
    assert_eq!(
        (accounts(&begun), begun.is_unfinished),
        (vec!["DIDI Indonesia"], true)
    );
    assert!(begun.on_do_not_call && world.is_listed().await);
    let left = world.held().await.accounts;
    let left: Vec<&str> = left.iter().map(|held| held.account.as_str()).collect();
    assert_eq!(left, ["DIDI México"]);
    assert_eq!(world.audited().await, 1);

    // It fails as long as the account does, and writes nothing twice.
    assert!(world.erase_with(true, Some(&journal)).await.is_err());
    assert_eq!(world.receipts().await, std::slice::from_ref(&begun));
    world.execute_all(&["drop trigger hiccup on leads"]).await;
    let finished = world.erase_with(true, Some(&journal)).await.unwrap();
    assert_eq!(finished.id, begun.id);
    assert_eq!(accounts(&finished), ["DIDI Indonesia", "DIDI México"]);
    assert!(!finished.is_unfinished && finished.on_do_not_call);
    assert_eq!(world.traces().await, Vec::<String>::new());
    assert_eq!(world.receipts().await, [finished]);
    assert_eq!(world.audited().await, 2);
    // The journal knows of the number on the list, and of one erasure.
    let backend = world.of_no_account(true).await;
    let done = restore::check(&backend, world.clock.now(), &journal)
        .await
        .unwrap();
    assert_eq!((done.entries, done.missing), (2, 0));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_backup_of_the_middle_of_an_erasure_is_finished_after_it_is_restored(pool: PgPool) {
    let world = World::new(pool).await;
    world.in_two_accounts().await;
    let folder = tempfile::tempdir().unwrap();
    let journal = RestoreJournal::at(folder.path().join("journal.jsonl"));
    world.execute_all(&FAILS_IN_MEXICO).await;
    assert!(world.erase_with(true, Some(&journal)).await.is_err());
    // What the next try erased is back: the backup knows of the first one alone.
    world.execute_all(&["drop trigger hiccup on leads"]).await;
    let finished = world.check_restore(&journal).await;
    assert_eq!(accounts(&finished), ["DIDI Indonesia", "DIDI México"]);
    assert!(!finished.is_unfinished && finished.on_do_not_call);
    assert_eq!(world.traces().await, Vec::<String>::new());
    assert_eq!(world.check_restore(&journal).await, finished);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_call_that_is_still_open_at_the_next_try_is_counted_once(pool: PgPool) {
    let world = slow_world(pool).await;
    let other = world.other_account().await;
    world.calling("Week 48").await;
    world.draft_in(&other).await;
    world.execute_all(&FAILS_IN_MEXICO).await;
    assert!(world.erase_with(false, None).await.is_err());
    let begun = world.receipts().await.remove(0);
    assert_eq!(accounts(&begun), ["DIDI Indonesia"]);
    assert_eq!((begun.held[0].open_calls, begun.held[0].numbers), (1, 1));
    assert!(world.erase_with(false, None).await.is_err());
    assert_eq!(world.receipts().await, std::slice::from_ref(&begun));
    // It is held until AIRudder has told the last of it, and is shown so.
    let held = world.held().await.accounts;
    assert_eq!((held[0].open_calls, held[0].numbers), (1, 1), "{held:?}");
    world.execute_all(&["drop trigger hiccup on leads"]).await;
    let finished = world.erase_with(false, None).await.unwrap();
    assert_eq!(accounts(&finished), ["DIDI Indonesia", "DIDI México"]);
    assert_eq!(finished.held[0], begun.held[0]);
    for _ in 0..40 {
        world.clock.forward(SignedDuration::from_mins(30));
        world.poll().await;
    }
    assert_eq!(world.traces().await, Vec::<String>::new());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_receipt_that_could_not_be_finished_is_without_what_was_erased_twice(pool: PgPool) {
    let world = World::new(pool).await;
    world.in_two_accounts().await;
    world
        .execute_all(&[
            "create function hiccup() returns trigger language plpgsql as $$ begin raise exception 'hiccup'; end $$",
            "create trigger hiccup before update of is_unfinished on erasures for each row execute function hiccup()",
        ])
        .await;
    assert!(world.erase_with(true, None).await.is_err());
    assert_eq!(world.traces().await, Vec::<String>::new());
    let begun = world.receipts().await.remove(0);
    assert_eq!(accounts(&begun), ["DIDI Indonesia", "DIDI México"]);
    assert!(begun.is_unfinished && begun.on_do_not_call);
    world
        .execute_all(&["drop trigger hiccup on erasures"])
        .await;
    let finished = world.erase_with(true, None).await.unwrap();
    assert_eq!((finished.id, &finished.held), (begun.id, &begun.held));
    assert!(!finished.is_unfinished && finished.on_do_not_call);
    // What comes later is an erasure of its own.
    let later = world.erase_with(false, None).await.unwrap();
    assert_ne!(later.id, begun.id);
    assert_eq!(later.held, Vec::new());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_is_sent_in_the_middle_of_it_leaves_a_receipt_that_says_so(pool: PgPool) {
    let world = World::new(pool).await;
    world.submitted("Week 48", many(3)).await;
    world
        .execute_all(&[
            "create function sends() returns trigger security definer language plpgsql as $$ begin \
             update parts set state = 'sending', lease_until = now() + interval '1 hour', sent_at = now(); return new; end $$",
            "create trigger sends after insert on erasures for each row execute function sends()",
        ])
        .await;
    let Err(Error::Conflict(told)) = world.erase_with(false, None).await else {
        panic!("it is being sent");
    };
    let told = told.to_string();
    assert!(
        told.contains("is being sent to AIRudder right now"),
        "{told}"
    );
    assert!(
        told.ends_with("in its receipt, which says that it is not finished."),
        "{told}"
    );
    let begun = world.receipts().await.remove(0);
    assert_eq!((begun.is_unfinished, begun.held), (true, Vec::new()));
    assert_eq!(world.audited().await, 0, "nothing was erased");
    world
        .execute_all(&["update parts set state = 'waiting', lease_until = null, sent_at = null"])
        .await;
    let finished = world.erase_with(false, None).await.unwrap();
    assert_eq!((finished.id, finished.is_unfinished), (begun.id, false));
    assert_eq!(accounts(&finished), ["DIDI Indonesia"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn after_a_restore_what_fails_is_completed_by_the_next_check(pool: PgPool) {
    let world = World::new(pool).await;
    let other = world.in_two_accounts().await;
    let folder = tempfile::tempdir().unwrap();
    let journal = RestoreJournal::at(folder.path().join("journal.jsonl"));
    let erased = world.erase_with(false, Some(&journal)).await.unwrap();
    // The backup knows nothing of it.
    world
        .execute_all(&[
            "delete from erasures",
            "delete from restore_journal_entries",
        ])
        .await;
    world.draft("Week 49", many(3)).await;
    world.draft_in(&other).await;
    world.execute_all(&FAILS_IN_MEXICO).await;
    let backend = world.of_no_account(true).await;
    let now = world.clock.now();
    assert!(restore::check(&backend, now, &journal).await.is_err());
    assert_eq!(accounts(&world.receipts().await[0]), ["DIDI Indonesia"]);
    world.execute_all(&["drop trigger hiccup on leads"]).await;
    let done = restore::check(&backend, now, &journal).await.unwrap();
    assert_eq!((done.missing, done.erased, done.rows), (1, 1, 1));
    let again = world.receipts().await.remove(0);
    assert_eq!((again.id, again.applied_again_at), (erased.id, Some(now)));
    assert_eq!(accounts(&again), ["DIDI Indonesia", "DIDI México"]);
    assert!(!again.is_unfinished);
    assert_eq!(world.traces().await, Vec::<String>::new());
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_was_to_stay_on_the_list_is_on_it_after_a_restore_though_the_erasure_was_interrupted(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    world.in_two_accounts().await;
    let folder = tempfile::tempdir().unwrap();
    let journal = RestoreJournal::at(folder.path().join("journal.jsonl"));
    world.execute_all(&FAILS_IN_MEXICO).await;
    assert!(world.erase_with(false, Some(&journal)).await.is_err());
    assert!(!world.receipts().await[0].on_do_not_call && !world.is_listed().await);
    // The next try puts it on the list, and is interrupted too.
    assert!(world.erase_with(true, Some(&journal)).await.is_err());
    assert!(world.receipts().await[0].on_do_not_call && world.is_listed().await);
    // Whoever unticks it does not take it off.
    assert!(world.erase_with(false, Some(&journal)).await.is_err());
    assert!(world.receipts().await[0].on_do_not_call && world.is_listed().await);

    world.execute_all(&["drop trigger hiccup on leads"]).await;
    world.restore_backup().await;
    let entries = std::fs::read_to_string(journal.path()).unwrap();
    assert!(entries.matches("number_erased").count() > 1, "{entries}");
    let (erased, receipt) = world.check_counted(&journal).await;
    assert_eq!(erased, 1, "of one number, whatever the journal has of it");
    assert!(receipt.on_do_not_call && !receipt.is_unfinished);
    assert!(world.is_listed().await);
    assert_eq!(world.traces().await, Vec::<String>::new());
    assert_eq!(world.receipts().await.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_that_an_earlier_version_has_erased_without_listing_it_is_listed_after_a_restore(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    world.draft("Week 48", many(3)).await;
    let folder = tempfile::tempdir().unwrap();
    let journal = RestoreJournal::at(folder.path().join("journal.jsonl"));
    world.erase_with(true, Some(&journal)).await.unwrap();
    // That version was interrupted before it came to the list.
    let written = std::fs::read_to_string(journal.path()).unwrap();
    let lines: Vec<&str> = written.lines().collect();
    assert!(lines[0].contains("numbers_listed"), "{written}");
    assert!(lines[1].contains("number_erased"), "{written}");
    std::fs::write(journal.path(), format!("{}\n", lines[1])).unwrap();
    world.restore_backup().await;
    world.draft("Week 49", many(3)).await;
    let receipt = world.check_restore(&journal).await;
    assert!(receipt.on_do_not_call && world.is_listed().await);

    // It is not put there once more where somebody has taken it off since.
    world.clock.forward(SignedDuration::from_mins(1));
    let (own, now) = (world.lists().await[0].0, world.clock.now());
    do_not_call::remove(&world.backend, &world.caller, now, own, FIRST, "A mistake")
        .await
        .unwrap();
    world
        .execute_all(&["delete from restore_journal_entries"])
        .await;
    world.draft("Week 50", many(3)).await;
    world.check_restore(&journal).await;
    assert!(!world.is_listed().await);
}
