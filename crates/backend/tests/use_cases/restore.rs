//! After a restore from a backup: what was put on the do-not-call list since, or taken off it, is so again.

use backend::Error;
use backend::do_not_call::{self, NewKey};
use backend::restore::{self, RestoreJournal};
use leads::results::classify::CallGroup;
use sqlx::PgPool;
use tempfile::TempDir;

use crate::do_not_call::{FIRST, repep};
use crate::support::{World, many, numbers};

/// Answers that it does not want to be called.
const SAYS_NO: &str = "+628129000019";

/// A program that keeps a journal.
struct Kept {
    world: World,
    journal: RestoreJournal,
    _folder: TempDir,
}

impl Kept {
    async fn new(pool: PgPool) -> Kept {
        let mut world = World::new(pool).await;
        let folder = tempfile::tempdir().unwrap();
        let journal = RestoreJournal::at(folder.path().join("journal.jsonl"));
        world.backend = world.backend.clone().with_restore_journal(journal.clone());
        Kept {
            world,
            journal,
            _folder: folder,
        }
    }

    async fn take_off(&self, number: &str) {
        let own = self.world.lists().await[0].0;
        let (caller, now) = (&self.world.caller, self.world.clock.now());
        let removed =
            do_not_call::remove(&self.world.backend, caller, now, own, number, "A mistake");
        removed.await.unwrap();
    }

    /// The database as it was before there was anything on a list.
    async fn restore_backup(&self) {
        for table in [
            "do_not_call_entries",
            "do_not_call_removals",
            "restore_journal_entries",
        ] {
            sqlx::query(&format!("delete from {table}"))
                .execute(&self.world.owner)
                .await
                .unwrap();
        }
        sqlx::query("update do_not_call_lists set entries = 0")
            .execute(&self.world.owner)
            .await
            .unwrap();
    }

    /// Whether it is on the company's list at this moment.
    async fn is_listed(&self, number: &str) -> bool {
        let (caller, now) = (&self.world.caller, self.world.clock.now());
        let found = do_not_call::find(&self.world.backend, caller, now, number).await;
        found
            .unwrap()
            .iter()
            .any(|entry| entry.removed_at().is_none())
    }

    async fn check(&self) -> restore::Reapplied {
        let program = self.world.of_no_account(true).await;
        let done = restore::check(&program, self.world.clock.now(), &self.journal).await;
        done.unwrap()
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_was_put_on_the_list_since_the_backup_is_on_it_again_and_who_was_taken_off_is_not(
    pool: PgPool,
) {
    let kept = Kept::new(pool).await;
    let two = format!("{FIRST}\n+62812300001");
    kept.world.add_to_do_not_call(&two).await.unwrap();
    kept.take_off(FIRST).await;
    kept.restore_backup().await;
    assert!(!kept.is_listed("+62812300001").await);
    let program = kept.world.of_no_account(true).await;
    let program = program.with_restore_journal(kept.journal.clone());
    let now = kept.world.clock.now();
    assert_eq!(restore::apply_at_start(&program, now).await.unwrap(), 2);
    assert!(kept.is_listed("+62812300001").await);
    assert!(!kept.is_listed(FIRST).await);
    assert_eq!(kept.world.lists().await[0].2, 1, "the list counts them");
    let draft = kept
        .world
        .draft("Week 48", numbers(&["+62812300001"]))
        .await;
    assert_eq!(kept.world.review(draft).await.tally.do_not_call, 1);
    assert_eq!(restore::apply_at_start(&program, now).await.unwrap(), 0);
    assert_eq!(kept.check().await.missing, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_long_file_is_on_the_list_again_too(pool: PgPool) {
    let kept = Kept::new(pool).await;
    let file = many(10_001);
    let added = kept.world.add_from_file("", "Complained", file).await;
    assert_eq!(added.unwrap().added.added, 10_001);
    let journal = std::fs::read_to_string(kept.journal.path()).unwrap();
    assert_eq!(journal.lines().count(), 2, "no line is endless");
    kept.restore_backup().await;
    kept.check().await;
    assert_eq!(kept.world.lists().await[0].2, 10_001);
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_said_so_in_a_call_since_the_backup_is_on_the_list_again(pool: PgPool) {
    let kept = Kept::new(pool).await;
    let world = &kept.world;
    let robot = world.robot().await;
    world.means_do_not_call(&robot, "D").await;
    let task = world.submitted("Week 48", numbers(&[SAYS_NO])).await;
    for _ in 0..5 {
        world.poll().await;
        world.clock.forward(jiff::SignedDuration::from_mins(10));
    }
    assert_eq!(world.results(task).await.of(CallGroup::DoNotCall), 1);
    kept.restore_backup().await;
    let done = kept.check().await;
    assert_eq!((done.missing, done.listed), (1, 1), "{done:?}");
    assert!(kept.is_listed(SAYS_NO).await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_by_a_key_that_is_gone_is_told_whatever_key_has_its_id(pool: PgPool) {
    let kept = Kept::new(pool).await;
    let key = |byte: u8| NewKey {
        secret: [byte; 32],
        nonce: [byte; 24],
    };
    let now = kept.world.clock.now();
    do_not_call::add_key(&kept.world.backend, now, &key(1))
        .await
        .unwrap();
    kept.world.add_to_do_not_call(FIRST).await.unwrap();
    kept.restore_backup().await;
    sqlx::query("delete from do_not_call_keys where id = (select max(id) from do_not_call_keys)")
        .execute(&kept.world.owner)
        .await
        .unwrap();
    do_not_call::add_key(&kept.world.backend, now, &key(2))
        .await
        .unwrap();
    let program = kept.world.of_no_account(true).await;
    let program = program.with_restore_journal(kept.journal.clone());
    let refused = restore::apply_at_start(&program, now).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    let done = kept.check().await;
    assert_eq!((done.listed, done.without_key), (0, 1), "{done:?}");
    assert_eq!(restore::apply_at_start(&program, now).await.unwrap(), 0);
    assert_eq!(kept.world.lists().await[0].2, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_list_that_was_uploaded_since_the_backup_is_named(pool: PgPool) {
    let kept = Kept::new(pool).await;
    kept.world
        .take_in(repep(), numbers(&[FIRST]))
        .await
        .unwrap();
    kept.restore_backup().await;
    let program = kept.world.of_no_account(true).await;
    let program = program.with_restore_journal(kept.journal.clone());
    let now = kept.world.clock.now();
    let refused = restore::apply_at_start(&program, now).await;
    let Err(Error::Conflict(sentence)) = refused else {
        panic!("{refused:?}");
    };
    assert!(
        sentence.to_string().contains("coxswain restore-check"),
        "{sentence}"
    );
    assert_eq!(kept.check().await.uploads, ["REPEP November (2026-11-01)"]);
    assert_eq!(restore::apply_at_start(&program, now).await.unwrap(), 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_said_so_before_there_was_a_list_is_put_on_it_once(pool: PgPool) {
    let kept = Kept::new(pool).await;
    let world = &kept.world;
    let robot = world.robot().await;
    world.means_do_not_call(&robot, "D").await;
    world.submitted("Week 48", numbers(&[SAYS_NO])).await;
    for _ in 0..5 {
        world.poll().await;
        world.clock.forward(jiff::SignedDuration::from_mins(10));
    }
    // As the version before has left it.
    kept.restore_backup().await;
    sqlx::query("update accounts set opt_outs_taken_in_at = null")
        .execute(&world.owner)
        .await
        .unwrap();
    let (program, now) = (world.of_no_account(true).await, world.clock.now());
    let added = async || {
        do_not_call::take_in_earlier_opt_outs(&program, now)
            .await
            .unwrap()
    };
    assert_eq!(added().await, 1);
    assert!(kept.is_listed(SAYS_NO).await);
    kept.take_off(SAYS_NO).await;
    assert_eq!(
        added().await,
        0,
        "only once: whoever is taken off stays off"
    );
    assert!(!kept.is_listed(SAYS_NO).await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_entry_that_was_never_noted_changes_nothing_that_came_later(pool: PgPool) {
    let kept = Kept::new(pool).await;
    let forward = || kept.world.clock.forward(jiff::SignedDuration::from_mins(1));
    kept.world.add_to_do_not_call(FIRST).await.unwrap();
    forward();
    kept.take_off(FIRST).await;
    let nothing_noted = async || {
        let delete = "delete from restore_journal_entries";
        sqlx::query(delete)
            .execute(&kept.world.owner)
            .await
            .unwrap();
    };
    nothing_noted().await;
    kept.check().await;
    assert!(!kept.is_listed(FIRST).await, "it was taken off since");
    forward();
    kept.world.add_to_do_not_call(FIRST).await.unwrap();
    nothing_noted().await;
    kept.check().await;
    assert!(kept.is_listed(FIRST).await, "it was listed again since");
    let journal = std::fs::read_to_string(kept.journal.path()).unwrap();
    assert!(!journal.contains("812300000"), "{journal}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_in_a_reason_is_masked_in_the_journal(pool: PgPool) {
    let kept = Kept::new(pool).await;
    let (backend, caller, now) = (
        &kept.world.backend,
        &kept.world.caller,
        kept.world.clock.now(),
    );
    let reason = "Mail about +62812300000";
    let added = do_not_call::add_by_hand(backend, caller, now, FIRST, reason).await;
    added.unwrap();
    let journal = std::fs::read_to_string(kept.journal.path()).unwrap();
    assert!(journal.contains("Mail about"), "{journal}");
    assert!(!journal.contains("62812300000"), "{journal}");
}
