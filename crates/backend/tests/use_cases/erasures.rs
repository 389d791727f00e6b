//! Erasing a number: what is held of it everywhere, that it is gone afterwards, and that it stays gone after a restore.

use backend::drafts::Replacement;
use backend::erasures::{self, Receipt};
use backend::ids::{ErasureId, TaskId};
use backend::restore::{self, RestoreJournal};
use backend::{Error, do_not_call, history, tasks};
use jiff::SignedDuration;
use leads::Field;
use leads::results::classify::CallGroup;
use leads::states::BatchState;
use leads::views::{CallQuery, LeadFilter};
use localization::Language;
use serde_json::Value;
use sheets::UploadedFile;
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, many};

/// The first of `many`.
const NUMBER: &str = "+62812300000";

/// The digits of it that nothing may hold afterwards.
const DIGITS: &str = "812300000";

impl World {
    async fn erase(&self, keep_on_list: bool) -> Result<Receipt, Error> {
        self.erase_with(keep_on_list, None).await
    }

    pub async fn erase_with(
        &self,
        keep_on_list: bool,
        journal: Option<&RestoreJournal>,
    ) -> Result<Receipt, Error> {
        let (caller, now, id) = (&self.caller, self.clock.now(), fresh_id());
        let backend = self.of_no_account(true).await;
        let backend = backend.with_restore_journal(journal.cloned());
        let what = (NUMBER, keep_on_list);
        let id = erasures::erase(&backend, caller, now, id, what).await?;
        erasures::receipt(&backend, caller, id).await
    }

    pub async fn held(&self) -> erasures::Held {
        let backend = self.of_no_account(true).await;
        let found = erasures::find(&backend, &self.caller, self.clock.now(), NUMBER).await;
        found.unwrap()
    }

    /// Everything in the database that holds the digits, by table and column; columns of bytes by their hexadecimal digits.
    pub async fn traces(&self) -> Vec<String> {
        let columns: Vec<(String, String, String)> = sqlx::query_as(
            "select table_name::text, column_name::text, data_type::text from information_schema.columns \
             join information_schema.tables using (table_schema, table_name) \
             where table_schema = 'public' and table_type = 'BASE TABLE' order by 1, 2",
        )
        .fetch_all(&self.owner)
        .await
        .unwrap();
        let mut traces = Vec::new();
        for (table, column, kind) in columns {
            let (text, digits) = match kind.as_str() {
                "bytea" => (format!("encode({column}, 'hex')"), hex::encode(DIGITS)),
                _ => (format!("{column}::text"), DIGITS.to_owned()),
            };
            let statement = format!(
                "select count(*) from {table} where regexp_replace({text}, '[ -]', '', 'g') like '%' || $1 || '%'"
            );
            let held: i64 = sqlx::query_scalar(&statement)
                .bind(digits)
                .fetch_one(&self.owner)
                .await
                .unwrap();
            if held > 0 {
                traces.push(format!("{table}.{column}: {held}"));
            }
        }
        traces
    }
}

/// A list that names the number in every way: as itself, unreadable beside words, of somebody else.
fn spelt() -> UploadedFile {
    let text = "Customer,Mobile,Comments,Second phone\n\
                Ana,+62 812-300-000,first,\n\
                Ana,call 0812 300 000 at night,unreadable,\n\
                Budi,+62812300777,other,0812.300.000\n\
                Siti,+62812300778,nobody,+62812300779\n";
    file("spelt.csv", text.as_bytes())
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_draft_forgets_the_number_however_it_is_spelt_and_counts_what_is_left(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Week 48", spelt()).await;
    let held = world.held().await;
    assert_eq!(held.accounts.len(), 1);
    let account = &held.accounts[0];
    assert_eq!((account.rows(), account.files), (3, 1), "{account:?}");
    assert_eq!(account.lists[0].name, "Week 48");
    assert_eq!(held.last_four, "•••• 0000");
    assert!(!world.traces().await.is_empty(), "the test finds it before");
    let receipt = world.erase(false).await.unwrap();
    assert_eq!(world.traces().await, Vec::<String>::new());
    assert_eq!(receipt.held, held.accounts);
    assert_eq!(
        (receipt.by.as_deref(), receipt.on_do_not_call),
        (Some("Ana"), false)
    );
    let review = world.review(draft).await;
    assert_eq!((review.tally.all(), review.tally.left_out), (4, 3));
    let left = world.page(draft, LeadFilter::All, 0).await.leads;
    assert_eq!(left[3].row, 5);
    // Whoever is left can be sent.
    let view = world.check(draft).await;
    assert!(world.submit(&view, false).await.is_ok());
    assert!(world.held().await.accounts.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_waits_goes_out_without_the_lead(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 48", many(5)).await;
    world.erase(false).await.unwrap();
    assert_eq!(world.traces().await, Vec::<String>::new());
    world.work().await;
    let batch = world.task(task).await.batches[0].clone();
    assert_eq!((batch.state, batch.leads), (BatchState::Created, 4));
    let calls = world.calls(task, CallQuery::default()).await;
    assert_eq!(calls.found, 4);
    let sentences = world.sentences(task).await;
    let erased = "Erased a number on request: 1 row.".to_owned();
    assert!(sentences.contains(&erased), "{sentences:?}");
    assert_eq!(
        history::verify(&world.backend).await.unwrap()[0].problem,
        None
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_was_not_sent_can_be_sent_again_without_the_lead(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 48", many(5)).await;
    let (backend, caller) = (&world.backend, &world.caller);
    tasks::stop_rest(backend, caller, world.clock.now(), task)
        .await
        .unwrap();
    world.erase(false).await.unwrap();
    world.send_again(task, 1).await.unwrap();
    world.work().await;
    let batch = world.task(task).await.batches[0].clone();
    assert_eq!(
        (batch.state, batch.leads),
        (BatchState::Created, 4),
        "{:?}",
        batch.words
    );
    assert_eq!(world.traces().await, Vec::<String>::new());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_is_being_sent_makes_the_person_wait_and_nothing_is_erased(pool: PgPool) {
    let world = World::new(pool).await;
    world.submitted("Week 48", many(5)).await;
    sqlx::query("update parts set state = 'sending', lease_until = now() + interval '1 hour', sent_at = now()")
        .execute(&world.owner)
        .await
        .unwrap();
    let before = world.traces().await;
    let Err(Error::Conflict(sentence)) = world.erase(true).await else {
        panic!("it is being sent");
    };
    assert!(
        sentence
            .to_string()
            .contains("is being sent to AIRudder right now"),
        "{sentence}"
    );
    assert_eq!(world.traces().await, before);
    let backend = world.of_no_account(true).await;
    let receipts = erasures::receipts(&backend, &world.caller).await.unwrap();
    assert_eq!(receipts, Vec::new());
}

/// Wherever the two meet, the number is gone in the end, and the others are called.
#[sqlx::test(migrations = "../../migrations")]
async fn an_erasure_that_races_with_a_submission_leaves_nothing_and_blocks_nobody(pool: PgPool) {
    let world = World::new(pool).await;
    for round in 0..4 {
        let draft = world.draft(&format!("Race {round}"), many(3)).await;
        backend::drafts::set_policies(
            &world.backend,
            &world.caller,
            world.clock.now(),
            draft,
            leads::DuplicatePolicy::First,
            false,
        )
        .await
        .unwrap();
        let view = world.check(draft).await;
        let (submitted, erased) = tokio::join!(world.submit(&view, false), world.erase(false));
        if let Err(error) = erased {
            assert!(matches!(error, Error::Conflict(_)), "{error:?}");
            world.erase(false).await.unwrap();
        }
        assert_eq!(world.traces().await, Vec::<String>::new(), "round {round}");
        // The draft was changed first, or its batch goes out with the two others.
        if let Ok(task) = submitted {
            world.poll().await;
            let batch = world.task(task).await.batches.remove(0);
            assert_eq!(
                (batch.state, batch.leads),
                (BatchState::Created, 2),
                "round {round}: {:?}",
                batch.words
            );
        }
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn calls_that_are_over_lose_their_number_and_keep_what_they_count_as(pool: PgPool) {
    let world = World::new(pool).await;
    let task = ended(&world).await;
    let before = world.results(task).await;
    let receipt = world.erase(false).await.unwrap();
    assert_eq!((receipt.held[0].calls, receipt.held[0].open_calls), (1, 0));
    assert_eq!(world.traces().await, Vec::<String>::new());
    assert_eq!(world.results(task).await.groups, before.groups);
    let calls = world.calls(task, CallQuery::default()).await.calls;
    assert_eq!(calls.len(), 6);
    assert!(!calls[0].number.contains("0000"), "{:?}", calls[0]);
    assert!(calls[0].customer.is_empty());
    assert!(
        receipt
            .ask_airudder()
            .iter()
            .any(|ask| ask.to_string().contains("recordings"))
    );
}

/// A task of six leads whose calls are all over.
async fn ended(world: &World) -> TaskId {
    let task = world.submitted("Week 48", many(6)).await;
    world.work().await;
    for _ in 0..40 {
        world.clock.forward(SignedDuration::from_mins(30));
        world.work().await;
    }
    task
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_call_that_is_open_is_cancelled_and_its_number_goes_with_the_last_answer(pool: PgPool) {
    let world = crate::stops::slow_world(pool).await;
    // The last of the list, so that it still waits at AIRudder.
    let task = world.calling("Week 48").await;
    sqlx::query("update calls set number = 62812300000 where row = 9")
        .execute(&world.owner)
        .await
        .unwrap();
    let receipt = world.erase(false).await.unwrap();
    assert!(receipt.held[0].open_calls > 0, "{receipt:?}");
    let wanted: i64 = sqlx::query_scalar("select count(*) from stops where row > 0")
        .fetch_one(&world.owner)
        .await
        .unwrap();
    assert!(wanted > 0, "AIRudder is asked to cancel it");
    for _ in 0..40 {
        world.clock.forward(SignedDuration::from_mins(30));
        world.poll().await;
    }
    assert_eq!(world.traces().await, Vec::<String>::new());
    assert_eq!(world.results(task).await.of(CallGroup::NotDialled), 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn edit_steps_and_discarded_drafts_forget_it(pool: PgPool) {
    let world = World::new(pool).await;
    let fixed = world.draft("Fixed", many(3)).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    backend::drafts::leave_out(backend, caller, now, fixed, 2, true)
        .await
        .unwrap();
    let number = Replacement {
        field: Field::Mobile,
        find: NUMBER.to_owned(),
        with: "+62812300999".to_owned(),
    };
    let version = world.review(fixed).await.version;
    backend::drafts::replace_text(backend, caller, now, fixed, version, &number)
        .await
        .unwrap();
    let discarded = world.draft("Discarded", many(2)).await;
    backend::drafts::discard(backend, caller, now, discarded)
        .await
        .unwrap();
    world.erase(false).await.unwrap();
    assert_eq!(world.traces().await, Vec::<String>::new());
    let review = world.review(fixed).await;
    assert_eq!(review.tally.left_out, 1);
    let step = review.undo.map(|step| step.text(Language::Spanish));
    assert_eq!(step.as_deref(), Some("Borrado a petición"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_version_before_erases_all_of_a_step_by_its_label(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Fixed", many(3)).await;
    world.edit(draft, &[(2, Field::Customer, "Ana")]).await;
    let left: Option<Value> = sqlx::query_scalar("update steps set label = '' returning what")
        .fetch_one(&world.owner)
        .await
        .unwrap();
    assert_eq!(left, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_number_stays_on_the_do_not_call_list_where_that_is_asked_for(pool: PgPool) {
    let world = World::new(pool).await;
    world.draft("Week 48", many(3)).await;
    assert!(world.erase(true).await.unwrap().on_do_not_call);
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let found = do_not_call::find(backend, caller, now, NUMBER)
        .await
        .unwrap();
    assert_eq!(found.len(), 1);
    let again = world.draft("Week 49", many(3)).await;
    assert_eq!(world.review(again).await.tally.do_not_call, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn after_a_restore_it_is_erased_again_before_anybody_is_called(pool: PgPool) {
    let world = World::new(pool).await;
    let folder = tempfile::tempdir().unwrap();
    let journal = RestoreJournal::at(folder.path().join("journal.jsonl"));
    world.draft("Week 48", spelt()).await;
    let receipt = world.erase_with(true, Some(&journal)).await.unwrap();
    let backend = world.of_no_account(true).await;
    let backend = backend.with_restore_journal(journal.clone());
    let now = world.clock.now();
    assert_eq!(restore::apply_at_start(&backend, now).await.unwrap(), 0);
    // The backup knows nothing of the receipt, and has the person once more.
    sqlx::query("delete from erasures")
        .execute(&world.owner)
        .await
        .unwrap();
    sqlx::query("delete from restore_journal_entries")
        .execute(&world.owner)
        .await
        .unwrap();
    sqlx::query("delete from do_not_call_entries")
        .execute(&world.owner)
        .await
        .unwrap();
    world.submitted("Week 49", many(3)).await;
    let draft = world.draft("Week 50", spelt()).await;
    let Err(Error::Conflict(sentence)) = restore::apply_at_start(&backend, now).await else {
        panic!("the database is older");
    };
    assert!(
        sentence.to_string().contains("coxswain restore-check"),
        "{sentence}"
    );
    let now = world.clock.now();
    let done = restore::check(&backend, now, &journal).await.unwrap();
    assert_eq!((done.entries, done.missing), (2, 2), "{done:?}");
    assert_eq!((done.erased, done.rows, done.listed), (1, 4, 1), "{done:?}");
    assert_eq!(world.traces().await, Vec::<String>::new());
    assert_eq!(restore::apply_at_start(&backend, now).await.unwrap(), 0);
    let again = erasures::receipt(&backend, &world.caller, receipt.id)
        .await
        .unwrap();
    assert_eq!(
        (again.hash, again.applied_again_at),
        (receipt.hash, Some(now))
    );
    assert_eq!(world.review(draft).await.tally.left_out, 3);
    let found = do_not_call::find(&world.backend, &world.caller, now, NUMBER).await;
    assert_eq!(found.unwrap().len(), 1, "it is on the list again");
    let twice = restore::check(&backend, now, &journal).await.unwrap();
    assert_eq!((twice.missing, twice.rows), (0, 0));
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_administrators_erase_and_only_whole_numbers(pool: PgPool) {
    let world = World::new(pool).await;
    let backend = world.of_no_account(true).await;
    let now = world.clock.now();
    let wrong = erasures::find(&backend, &world.caller, now, "0812").await;
    assert!(matches!(wrong, Err(Error::Problems(_))), "{wrong:?}");
    let unknown: ErasureId = fresh_id();
    let none = erasures::receipt(&backend, &world.caller, unknown).await;
    assert!(matches!(none, Err(Error::NotFound)), "{none:?}");
}
