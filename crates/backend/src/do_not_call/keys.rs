//! Keys that hash phone numbers.
//!
//! A hash is the first 16 bytes of an HMAC-SHA-256 (RFC 2104, which allows half of the bytes) of the digits of the number. Without the key
//! nobody finds out a number by hashing all there are. The keys are drawn at random and stored encrypted, so that another encryption key
//! of the installation loses no entry.

use std::collections::HashMap;

use chacha20poly1305::aead::KeyInit;
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use sha2::Sha256;
use sqlx::PgConnection;

use super::HASH_BYTES;
use crate::Backend;
use crate::audit::{Actor, AuditAction, AuditEntry};
use crate::drafts::whole_list;
use crate::encryption::{EncryptionKeys, KEY_BYTES, NONCE_BYTES};
use crate::error::Error;
use crate::store;

/// Numbers up to so many are hashed where they are asked for: it takes less than a millisecond.
const FEW_NUMBERS: usize = 1_000;

/// The hash of a number.
pub(crate) type NumberHash = [u8; HASH_BYTES];

/// The keys of an installation, the oldest first.
#[derive(Clone)]
pub(crate) struct NumberKeys(Vec<(i32, Hmac<Sha256>)>);

/// Where the key of that id is stored, for its encryption.
pub(crate) fn place(id: i32) -> String {
    format!("do_not_call_keys.sealed:{id}")
}

impl NumberKeys {
    /// Reads them; none where numbers were never hashed.
    ///
    /// # Errors
    /// [`Error::NoEncryptionKey`] and [`Error::Encryption`] where there are some and they cannot be decrypted.
    pub async fn load(
        connection: &mut PgConnection,
        encryption: Option<&EncryptionKeys>,
    ) -> Result<NumberKeys, Error> {
        let mut keys = Vec::new();
        for stored in store::do_not_call::keys(connection).await? {
            let encryption = encryption.ok_or(Error::NoEncryptionKey)?;
            let secret = encryption.decrypt(&place(stored.id), &stored.sealed)?;
            let key = Hmac::<Sha256>::new_from_slice(&secret);
            keys.push((stored.id, key.expect("HMAC takes a key of any length")));
        }
        Ok(NumberKeys(keys))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The id of the key with that fingerprint.
    pub fn with_fingerprint(&self, fingerprint: NumberHash) -> Option<i32> {
        let mut keys = self.0.iter();
        let found = keys.find(|(_, key)| self::fingerprint(key) == fingerprint);
        found.map(|(id, _)| *id)
    }

    /// The fingerprint of the key under which numbers are stored from now on.
    ///
    /// # Errors
    /// [`Error::NoEncryptionKey`] where there is no key.
    pub fn newest_fingerprint(&self) -> Result<NumberHash, Error> {
        let newest = self.0.last().ok_or(Error::NoEncryptionKey)?;
        Ok(fingerprint(&newest.1))
    }

    /// The hashes under which a number may be stored.
    pub fn all(&self, number: i64) -> impl Iterator<Item = NumberHash> + '_ {
        self.0.iter().map(move |(_, key)| hash(key, number))
    }

    /// The hash under which a number is stored from now on, with the id of its key.
    ///
    /// # Errors
    /// [`Error::NoEncryptionKey`] where there is no key.
    pub fn newest(&self, number: i64) -> Result<(i32, NumberHash), Error> {
        let (id, key) = self.0.last().ok_or(Error::NoEncryptionKey)?;
        Ok((*id, hash(key, number)))
    }

    /// The hashes of those numbers, each with its number.
    pub async fn hashed(&self, numbers: &[i64]) -> Result<HashMap<NumberHash, i64>, Error> {
        let hash_all = |keys: &NumberKeys, numbers: &[i64]| {
            let hashes = |number: &i64| {
                let number = *number;
                keys.all(number)
                    .map(move |hash| (hash, number))
                    .collect::<Vec<_>>()
            };
            numbers.iter().flat_map(hashes).collect()
        };
        if numbers.len() <= FEW_NUMBERS {
            return Ok(hash_all(self, numbers));
        }
        let (keys, numbers) = (self.clone(), numbers.to_vec());
        whole_list::compute(move || hash_all(&keys, &numbers)).await
    }
}

/// Tells keys from each other whatever their ids are: a database that was restored gives the id of a lost key to another one.
fn fingerprint(key: &Hmac<Sha256>) -> NumberHash {
    hash(key, 0)
}

fn hash(key: &Hmac<Sha256>, number: i64) -> NumberHash {
    let mac = key.clone().chain_update(number.to_string().as_bytes());
    let whole = mac.finalize().into_bytes();
    let mut hash = NumberHash::default();
    hash.copy_from_slice(&whole[..HASH_BYTES]);
    hash
}

/// Randomness for a key.
#[derive(Clone, Copy)]
pub struct NewKey {
    /// The key.
    pub secret: [u8; KEY_BYTES],
    /// For its encryption.
    pub nonce: [u8; NONCE_BYTES],
}

/// Makes the first key, where there is none yet. Without an encryption key nothing is made, and no number can be put on a list.
///
/// # Errors
/// When the database fails.
pub async fn ensure_key(backend: &Backend, now: Timestamp, new: &NewKey) -> Result<(), Error> {
    if backend.encryption_keys.is_none() {
        return Ok(());
    }
    let mut transaction = backend.pool.begin().await?;
    store::do_not_call::lock_keys(&mut transaction).await?;
    if store::do_not_call::keys(&mut transaction).await?.is_empty() {
        insert_key(&mut transaction, backend, now, new).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// Makes another key for numbers that are added from now on. Those that are on lists stay as they are, and are found with the key from
/// before.
///
/// # Errors
/// [`Error::NoEncryptionKey`], and when the database fails.
pub async fn add_key(backend: &Backend, now: Timestamp, new: &NewKey) -> Result<(), Error> {
    let mut transaction = backend.pool.begin().await?;
    store::do_not_call::lock_keys(&mut transaction).await?;
    insert_key(&mut transaction, backend, now, new).await?;
    let made = AuditEntry::by(Actor::COMMAND_LINE, now, AuditAction::DoNotCallKeyMade {});
    store::audit::insert(&mut *transaction, &made).await?;
    transaction.commit().await?;
    Ok(())
}

async fn insert_key(
    connection: &mut PgConnection,
    backend: &Backend,
    now: Timestamp,
    new: &NewKey,
) -> Result<(), Error> {
    let encryption = backend.encryption_keys()?;
    let last = store::do_not_call::keys(connection).await?;
    let id = last.last().map_or(1, |key| key.id + 1);
    let sealed = encryption.encrypt(&place(id), new.nonce, &new.secret);
    store::do_not_call::insert_key(connection, now, id, &sealed).await?;
    Ok(())
}
