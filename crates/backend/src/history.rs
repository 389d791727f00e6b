//! Whether the history is as it was written: each event is tied to the one before it in its account.

use futures::TryStreamExt;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::store::events::{self, ChainedEvent};
use crate::{Backend, store};

/// The hash before the first event of an account.
const BEFORE_THE_FIRST: [u8; 32] = [0; 32];

/// What was found in the history of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The account's name.
    pub account: String,
    /// Events that fit, from the first one on.
    pub events: u64,
    /// The first event that does not fit, in words; `None` when all do.
    pub problem: Option<String>,
}

/// Computes every hash of every account anew, and compares.
///
/// It shows that somebody with access to the database has changed, removed or slipped in events, unless they have also computed
/// every later hash anew: keep a note of the last hash elsewhere where that matters.
///
/// # Errors
/// When the database fails.
pub async fn verify(backend: &Backend) -> Result<Vec<Verdict>, Error> {
    let mut verdicts = Vec::new();
    for account in backend.each_account().await? {
        verdicts.extend(verify_account(&account).await?);
    }
    Ok(verdicts)
}

/// The same of the account that the backend works for.
async fn verify_account(backend: &Backend) -> Result<Vec<Verdict>, Error> {
    let mut snapshot = store::events::snapshot(&backend.pool).await?;
    let mut verdicts = Vec::new();
    for head in events::heads(&mut snapshot).await? {
        let (mut number, mut hash) = (0, BEFORE_THE_FIRST.to_vec());
        let mut problem = None;
        let mut chain = events::chain(&mut snapshot, head.account_id);
        while let Some(event) = chain.try_next().await? {
            if event.number != number + 1 {
                problem = Some(format!(
                    "event {} is missing: {} follows event {number}",
                    number + 1,
                    named(&event)
                ));
            } else if event.hash != hash_of(&hash, &event) {
                problem = Some(format!("{} was changed", named(&event)));
            }
            if problem.is_some() {
                break;
            }
            (number, hash) = (event.number, event.hash);
        }
        drop(chain);
        let end = (
            head.number.unwrap_or_default(),
            head.hash.as_deref().unwrap_or(&BEFORE_THE_FIRST),
        );
        if problem.is_none() && end != (number, &hash[..]) {
            problem = Some(format!(
                "events after {number} are missing, or the end of the log was changed"
            ));
        }
        verdicts.push(Verdict {
            account: head.name,
            events: number.unsigned_abs(),
            problem,
        });
    }
    Ok(verdicts)
}

/// An id as text; nothing where there is none.
fn or_nothing(id: Option<impl ToString>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

fn named(event: &ChainedEvent) -> String {
    let task = event
        .task_id
        .map(|task| format!(" of task {task}"))
        .unwrap_or_default();
    format!(
        "event {} ({}{task}, {})",
        event.number,
        event.kind,
        event.at.to_jiff()
    )
}

/// The hash of an event that follows one with that hash. The migration that ties events together says what is hashed.
fn hash_of(previous: &[u8], event: &ChainedEvent) -> Vec<u8> {
    let content = [
        event.number.to_string(),
        event.account_id.to_string(),
        or_nothing(event.draft_id),
        or_nothing(event.task_id),
        event.at.to_jiff().as_microsecond().to_string(),
        or_nothing(event.by_user),
        event.kind.clone(),
        event.detail.clone(),
    ]
    .join("\n");
    Sha256::new()
        .chain_update(previous)
        .chain_update(content)
        .finalize()
        .to_vec()
}
