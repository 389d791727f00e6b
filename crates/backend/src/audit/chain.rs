//! Whether the audit log is as it was written, and the signed heads by which a rewrite shows.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use futures::TryStreamExt;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use crate::encryption::EncryptionKeys;
use crate::error::Error;
use crate::store::audit_chain::{self, ChainedEntry};
use crate::{Backend, store};

/// The hash before the first entry.
const BEFORE_THE_FIRST: [u8; 32] = [0; 32];

/// What a signature of a head is for.
const PURPOSE: &str = "audit log head";

/// How often the head is signed.
const SIGNED_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// The form of the hash that this version computes.
const FORM: i16 = 1;

/// Where the audit log ended at some time, with the signature of the program. It is written `NUMBER:HASH:SIGNATURE`, the latter two in
/// hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SignedHead {
    /// The number of the last entry.
    pub number: i64,
    /// Its hash.
    pub hash: Vec<u8>,
    /// The signature of both.
    pub signature: Vec<u8>,
}

/// A text that is no [`SignedHead`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Write it as NUMBER:HASH:SIGNATURE, as the line of the log has it.")]
pub struct NoSignedHead;

impl FromStr for SignedHead {
    type Err = NoSignedHead;
    fn from_str(text: &str) -> Result<SignedHead, NoSignedHead> {
        let parts: Vec<&str> = text.trim().split(':').collect();
        let [number, hash, signature] = parts[..] else {
            return Err(NoSignedHead);
        };
        let bytes = |text: &str| hex::decode(text).map_err(|_| NoSignedHead);
        let number = number.parse().map_err(|_| NoSignedHead)?;
        Ok(SignedHead {
            number,
            hash: bytes(hash)?,
            signature: bytes(signature)?,
        })
    }
}

impl Display for SignedHead {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let (hash, signature) = (hex::encode(&self.hash), hex::encode(&self.signature));
        write!(formatter, "{}:{hash}:{signature}", self.number)
    }
}

impl SignedHead {
    fn verifies(&self, keys: &EncryptionKeys) -> bool {
        keys.verifies(PURPOSE, &message(self.number, &self.hash), &self.signature)
    }
}

fn message(number: i64, hash: &[u8]) -> Vec<u8> {
    format!("{number}:{}", hex::encode(hash)).into_bytes()
}

/// Signs the head of the audit log, where the last signed one is an hour old and entries have come since. The line in the program's log is what
/// a rewrite of the database cannot reach. Nothing is signed where there is no key, or no entry.
///
/// # Errors
/// When the database fails.
pub async fn sign_head(backend: &Backend, now: Timestamp) -> Result<Option<SignedHead>, Error> {
    let Ok(keys) = backend.encryption_keys() else {
        return Ok(None);
    };
    let mut connection = backend.pool.acquire().await?;
    let since = now - SIGNED_EVERY;
    let Some((number, hash)) = audit_chain::head_to_sign(&mut connection, since).await? else {
        return Ok(None);
    };
    let signature = keys.sign(PURPOSE, &message(number, &hash));
    let head = SignedHead {
        number,
        hash,
        signature,
    };
    if !audit_chain::insert_signed_head(&mut connection, now, &head).await? {
        return Ok(None);
    }
    tracing::info!(%head, "the audit log ends here");
    Ok(Some(head))
}

/// What was found in the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditVerdict {
    /// Entries that fit, from the first one on.
    pub entries: u64,
    /// Signed heads that fit.
    pub heads: u64,
    /// The first thing that does not fit, in words; `None` when all does.
    pub problem: Option<String>,
}

/// Computes every hash of the audit log anew, and compares; checks the signed heads, and one of the program's log where it is `told`. Without
/// a key no signature is checked.
///
/// # Errors
/// When the database fails; [`Error::NoEncryptionKey`] where a head is told and there is no key to check it with.
pub async fn verify(backend: &Backend, told: Option<&SignedHead>) -> Result<AuditVerdict, Error> {
    let keys = match told {
        Some(_) => Some(backend.encryption_keys()?),
        None => backend.encryption_keys().ok(),
    };
    let mut snapshot = store::events::snapshot(&backend.pool).await?;
    let mut heads = audit_chain::signed_heads(&mut snapshot).await?;
    heads.extend(told.cloned());
    let mut problem = keys.and_then(|keys| forged(&heads, keys));
    heads.sort_by_key(|head| head.number);
    let mut expected = heads.iter().peekable();
    let (mut number, mut hash, mut fitting) = (0, BEFORE_THE_FIRST.to_vec(), 0);
    let mut chain = audit_chain::chain(&mut snapshot);
    while problem.is_none()
        && let Some(entry) = chain.try_next().await?
    {
        problem = misfit(number, &hash, &entry);
        if problem.is_some() {
            break;
        }
        (number, hash) = (entry.number, entry.hash);
        while let Some(head) = expected.next_if(|head| head.number <= number) {
            if head.number != number || head.hash != hash {
                problem = Some(format!("entry {number} is not the one that was signed"));
            }
            fitting += 1;
        }
    }
    drop(chain);
    if problem.is_none() {
        problem = at_the_end(&mut snapshot, (number, &hash)).await?;
    }
    if let (None, Some(head)) = (&problem, expected.next()) {
        let last = head.number;
        problem = Some(format!(
            "entries up to {last} were signed, and those after {number} are missing"
        ));
    }
    Ok(AuditVerdict {
        entries: number.unsigned_abs(),
        heads: fitting,
        problem,
    })
}

/// The first head that none of the keys has signed.
fn forged(heads: &[SignedHead], keys: &EncryptionKeys) -> Option<String> {
    let forged = heads.iter().find(|head| !head.verifies(keys))?;
    let number = forged.number;
    Some(format!(
        "the head at entry {number} was not signed with a key of this installation"
    ))
}

/// What is wrong with an entry behind one of that number and hash.
fn misfit(number: i64, hash: &[u8], entry: &ChainedEntry) -> Option<String> {
    let named = || {
        format!(
            "entry {} ({}, {})",
            entry.number,
            entry.action,
            entry.at.to_jiff()
        )
    };
    if entry.number != number + 1 {
        return Some(format!(
            "entry {} is missing: {} follows entry {number}",
            number + 1,
            named()
        ));
    }
    if entry.form != FORM {
        return Some(format!("{} is of a later version of Coxswain", named()));
    }
    (entry.hash != hash_of(hash, entry)).then(|| format!("{} was changed", named()))
}

/// What is wrong with the end of the log.
async fn at_the_end(
    snapshot: &mut sqlx::PgConnection,
    last: (i64, &[u8]),
) -> Result<Option<String>, Error> {
    let (number, hash) = audit_chain::head(snapshot).await?;
    if (number, &hash[..]) != last {
        let last = last.0;
        return Ok(Some(format!(
            "entries after {last} are missing, or the end of the log was changed"
        )));
    }
    let pending = audit_chain::count_pending(snapshot).await?;
    Ok((pending > 0).then(|| "entries were written that are not tied to the others".to_owned()))
}

/// The hash of an entry that follows one with that hash. The migration that makes the table says what is hashed.
fn hash_of(previous: &[u8], entry: &ChainedEntry) -> Vec<u8> {
    let content = [
        Some(entry.number.to_string()),
        Some(entry.form.to_string()),
        Some(entry.at.to_jiff().as_microsecond().to_string()),
        Some(entry.source.clone()),
        entry.person.map(|id| id.to_string()),
        entry.session.clone(),
        entry.address.clone(),
        entry.browser.clone(),
        Some(entry.action.clone()),
        Some(entry.action_group.clone()),
        entry.account.map(|id| id.to_string()),
        entry.object_kind.clone(),
        entry.object_id.clone(),
        Some(entry.outcome.clone()),
        Some(entry.detail.clone()),
    ];
    let field = |field: &Option<String>| match field {
        Some(text) => format!("{}:{text}", text.len()),
        None => "-".to_owned(),
    };
    let content: String = content.iter().map(field).collect();
    Sha256::new()
        .chain_update(previous)
        .chain_update(content)
        .finalize()
        .to_vec()
}
