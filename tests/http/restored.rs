//! A database that was restored from a backup: it is not served before the restore journal is applied.

use sqlx::PgPool;

use crate::program::serves_and_ends;
use crate::support::{ENCRYPTION_KEY, Ended, Running, migrated, program};

/// What was erased, and uploaded, since the backup.
const SINCE_THE_BACKUP: &str = r#"{"at":"2026-11-20T08:00:00Z","change":"number_erased","id":"00000000-0000-0000-0000-000000000001","erased_at":"2026-11-20T08:00:00Z","by":null,"hash":"0102","last_four":42,"on_do_not_call":false}
{"at":"2026-11-21T08:00:00Z","change":"list_uploaded","list":"REPEP","as_of":"2026-11-01"}
"#;

#[sqlx::test(migrations = false)]
async fn a_database_from_a_backup_is_served_once_the_restore_journal_is_applied(pool: PgPool) {
    let url = migrated(&pool).await;
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("journal.jsonl");
    std::fs::write(&journal, SINCE_THE_BACKUP).unwrap();
    let key = program(&["encryption-key"], &[]).output().unwrap().stdout;
    let key = String::from_utf8(key).unwrap();
    let variables = [
        ("DATABASE_URL", &*url),
        ("COXSWAIN_ADDR", "127.0.0.1:0"),
        ("COXSWAIN_ENCRYPTION_KEYS", key.trim()),
        ("COXSWAIN_RESTORE_JOURNAL", journal.to_str().unwrap()),
    ];
    let command = |name: &'static str| {
        let mut command = program(&[name], &variables);
        tokio::task::spawn_blocking(move || command.output().expect("an end"))
    };
    let refused = command("serve").await.unwrap();
    let words = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && words.contains("has 2 changes"),
        "{words}"
    );
    let checked = command("restore-check").await.unwrap();
    let told = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(checked.status.success(), "{checked:?}");
    assert!(told.contains("2 of 2 entries"), "{told}");
    assert!(told.contains("REPEP (2026-11-01)"), "{told}");
    serves_and_ends(Running::start(program(&["serve"], &variables))).await;
}

#[sqlx::test(migrations = false)]
async fn whoever_calls_people_without_a_restore_journal_is_warned(pool: PgPool) {
    let url = migrated(&pool).await;
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("journal.jsonl");
    let common = [("DATABASE_URL", &*url), ("COXSWAIN_ADDR", "127.0.0.1:0")];
    // Nobody answers there.
    let airudder = [
        ("AIRUDDER_BASE_URL", "http://127.0.0.1:9"),
        ("AIRUDDER_APP_KEY", "key"),
        ("AIRUDDER_APP_SECRET", "secret"),
        ("COXSWAIN_SECOND_FACTOR", "optional"),
        ("COXSWAIN_ENCRYPTION_KEYS", ENCRYPTION_KEY),
    ];
    let kept = [("COXSWAIN_RESTORE_JOURNAL", journal.to_str().unwrap())];
    for (variables, is_warned) in [
        // The simulator calls nobody.
        (Vec::new(), false),
        (airudder.to_vec(), true),
        ([airudder.as_slice(), &kept].concat(), false),
    ] {
        let variables = [common.as_slice(), &variables].concat();
        let mut running = Running::start(program(&["serve"], &variables));
        running.address().await;
        let Ended { success, log } = running.terminate().await;
        assert!(success, "{log}");
        let warned = log.contains("COXSWAIN_RESTORE_JOURNAL is not set");
        assert_eq!(warned, is_warned, "{log}");
    }
}
