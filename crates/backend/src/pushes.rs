//! Pushes of the provider: hints that there is news of a task.
//!
//! Architecture invariant: a push decides nothing. What it says of calls is not read; the task that it names is asked about sooner. So one
//! that is forged, comes twice, late or never changes nothing but when the provider is asked.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use leads::Action;
use leads::views::PushesView;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::confirmation::Purpose;
use crate::error::Error;
use crate::events::Event;
use crate::ids::AccountId;
use crate::store::events::{self, NewEvent};
use crate::store::pushes::{self, Kept};
use crate::{Backend, Caller, messages, people, store};

/// Bytes of randomness in a secret.
pub const SECRET_BYTES: usize = 32;

/// How long a push is kept as it came.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Pushes of an account that are kept of one day (UTC), and their bytes: what comes beyond is heard and not kept.
pub const MAX_KEPT_A_DAY: i64 = 20_000;
/// Likewise.
pub const MAX_KEPT_BYTES_A_DAY: i64 = 32 * 1024 * 1024;

/// Pushes that are taken at once. Each waits for what is written of its account and its task: the connections with the database are for
/// those who wait for a page.
pub(crate) const TAKEN_AT_ONCE: usize = 2;

/// How long a push waits for its turn, in seconds.
const PATIENCE_SECONDS: u32 = 5;

/// Tasks that one push may name.
const MAX_TASKS: usize = 16;

/// The address of an account that a request has named by its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PushAddress {
    secret_hash: Vec<u8>,
    account: AccountId,
}

impl PushAddress {
    /// The account whose pushes come there.
    pub fn account(&self) -> AccountId {
        self.account
    }
}

/// Makes the secret of the account's address from random bytes, in the place of the one before, which works no more. It is told here and
/// nowhere again: only its hash is stored.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn make_address(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    random: [u8; SECRET_BYTES],
) -> Result<String, Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let secret = URL_SAFE_NO_PAD.encode(random);
    let mut transaction = backend.pool.begin().await?;
    let account = caller.account.id;
    pushes::replace_address(
        &mut transaction,
        now,
        account,
        caller.person,
        &hash(&secret),
    )
    .await?;
    let event = NewEvent::of(caller, now, Event::PushAddressMade {});
    events::insert(&mut transaction, &event).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    Ok(secret)
}

/// What Settings show of the account's address.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn view(backend: &Backend, caller: &Caller, now: Timestamp) -> Result<PushesView, Error> {
    caller.must(Action::Administer)?;
    let account = &*caller.account;
    let record = pushes::address_of(&backend.pool, account.id).await?;
    let moment = |at: store::At| leads::moment(at.to_jiff(), now, account.zone());
    Ok(match record {
        None => PushesView::default(),
        Some(record) => PushesView {
            made: Some((record.by_name, moment(record.made_at))),
            last: record.last_at.map(moment),
        },
    })
}

/// The address with that secret. What cannot be a secret is looked up nowhere.
///
/// # Errors
/// When the database cannot be read.
pub async fn address(backend: &Backend, secret: &str) -> Result<Option<PushAddress>, Error> {
    let is_one = URL_SAFE_NO_PAD
        .decode(secret)
        .is_ok_and(|bytes| bytes.len() == SECRET_BYTES);
    if !is_one {
        return Ok(None);
    }
    // A look-up by the hash tells by its time nothing of the secret.
    let secret_hash = hash(secret);
    let account = pushes::account_with_address(&backend.pool, &secret_hash).await?;
    Ok(account.map(|account| PushAddress {
        secret_hash,
        account,
    }))
}

/// Takes a push, whatever it says: keeps it for a week, and has the calls of the tasks that it names asked for; whether there were any.
///
/// # Errors
/// When the database cannot be written; [`Error::Busy`] where too many come at once.
pub async fn take(
    backend: &Backend,
    now: Timestamp,
    address: &PushAddress,
    body: &[u8],
) -> Result<bool, Error> {
    let patience = Duration::from_secs(PATIENCE_SECONDS.into());
    let turn = tokio::time::timeout(patience, backend.pushes.acquire()).await;
    let _turn = turn.map_err(|_| Error::Busy {
        sentence: messages::busy::pushes(),
        seconds: PATIENCE_SECONDS,
    })?;
    let mut transaction = backend.pool.begin().await?;
    let Some(known) = pushes::lock_address(&mut transaction, now, &address.secret_hash).await?
    else {
        // Another secret was made since it was looked up.
        return Ok(false);
    };
    let bytes = i64::try_from(body.len()).unwrap_or(i64::MAX);
    let kept = known.kept();
    let fits =
        kept.pushes < MAX_KEPT_A_DAY && kept.bytes.saturating_add(bytes) <= MAX_KEPT_BYTES_A_DAY;
    let kept = match fits {
        true => {
            pushes::insert(&mut transaction, now, known.account_id, body).await?;
            Kept {
                pushes: kept.pushes + 1,
                bytes: kept.bytes + bytes,
            }
        }
        false => kept,
    };
    pushes::note(&mut transaction, now, known.account_id, kept).await?;
    let is_news = hurry(&mut transaction, now, known.account_id, body).await?;
    transaction.commit().await?;
    if is_news {
        backend.wake_worker();
    }
    Ok(is_news)
}

async fn hurry(
    connection: &mut sqlx::PgConnection,
    now: Timestamp,
    account: AccountId,
    body: &[u8],
) -> Result<bool, Error> {
    let tasks = tasks_named(body);
    if tasks.is_empty() {
        return Ok(false);
    }
    let hurried =
        store::call_polls::hurry_tasks_at_provider(connection, now, account, &tasks).await?;
    Ok(hurried > 0)
}

/// Deletes what was kept for a week; how many pushes.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_old(backend: &Backend, now: Timestamp) -> Result<u64, Error> {
    Ok(pushes::delete_before(&backend.pool, now - KEPT_FOR).await?)
}

fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// The provider's ids of the tasks that a push names: texts under `TaskID`, however that is written, wherever in its JSON they stand.
fn tasks_named(body: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(value) = serde_json::from_slice(body) {
        collect(&value, &mut found);
    }
    found
}

/// The depth is bounded by what the parser reads.
fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(pairs) => {
            for (name, value) in pairs {
                match value {
                    Value::String(id) if is_task_id(name) && found.len() < MAX_TASKS => {
                        let id = id.replace('\0', "");
                        if !found.contains(&id) {
                            found.push(id);
                        }
                    }
                    value => collect(value, found),
                }
            }
        }
        _ => {}
    }
}

fn is_task_id(name: &str) -> bool {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters
        .map(|letter| letter.to_ascii_lowercase())
        .eq("taskid".chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(body: &str) -> Vec<String> {
        tasks_named(body.as_bytes())
    }

    #[test]
    fn a_task_is_found_wherever_it_is_named() {
        assert_eq!(named(r#"{"TaskID":"t1","Status":"finished"}"#), ["t1"]);
        assert_eq!(
            named(r#"{"data":[{"task_id":"t1"},{"taskId":"t2"}]}"#),
            ["t1", "t2"]
        );
        assert_eq!(
            named(r#"{"a":{"b":{"TaskID":"t1"}},"TaskID":"t1"}"#),
            ["t1"]
        );
    }

    #[test]
    fn what_names_no_task_hints_at_none() {
        for body in [
            "",
            "hello",
            "TaskID=t1",
            "[]",
            "{\"TaskID\":7}",
            "{\"TaskName\":\"t1\"}",
            "\u{0}",
        ] {
            assert!(named(body).is_empty(), "{body}");
        }
        let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
        assert!(named(&deep).is_empty());
    }

    #[test]
    fn only_so_many_tasks_are_heard_of_one_push() {
        let many: Vec<String> = (0..100)
            .map(|task| format!(r#"{{"TaskID":"t{task}"}}"#))
            .collect();
        assert_eq!(named(&format!("[{}]", many.join(","))).len(), MAX_TASKS);
    }
}
