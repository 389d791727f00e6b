//! The one-time link that makes the first administrator.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::Error;
use crate::users::{self, Caller, Role};
use crate::{Backend, store};

fn digest(key: &str) -> Vec<u8> {
    Sha256::digest(key).to_vec()
}

/// Makes the key of the link from 32 random bytes, as long as there is nobody; an earlier key dies. `None` when somebody exists.
///
/// # Errors
/// When the database fails.
pub async fn make_key(
    backend: &Backend,
    now: Timestamp,
    random: [u8; 32],
) -> Result<Option<String>, Error> {
    let mut transaction = backend.pool.begin().await?;
    store::users::lock_set_up(&mut transaction).await?;
    if store::users::any(&mut transaction).await? {
        return Ok(None);
    }
    let key = URL_SAFE_NO_PAD.encode(random);
    store::users::replace_setup_key(&mut transaction, now, &digest(&key)).await?;
    transaction.commit().await?;
    Ok(Some(key))
}

/// Whether the link with that key still works.
///
/// # Errors
/// When the database fails.
pub async fn is_open(backend: &Backend, key: &str) -> Result<bool, Error> {
    let mut connection = backend.pool.acquire().await?;
    Ok(store::users::setup_key_exists(&mut connection, &digest(key)).await?)
}

/// Whether tasks or checks of this database were meant for AIRudder itself, and not for the simulator.
///
/// # Errors
/// When the database fails.
pub async fn has_used_airudder(backend: &Backend) -> Result<bool, Error> {
    Ok(store::tasks::any_for_airudder(&backend.pool).await?)
}

/// Makes the first administrator, and the link useless.
///
/// # Errors
/// [`Error::NotFound`] when the key is unknown or used, [`Error::Faults`] for `name`, `email` or `password`.
pub async fn create_administrator(
    backend: &Backend,
    now: Timestamp,
    id: Uuid,
    key: &str,
    email: &str,
    name: &str,
    password: &str,
) -> Result<Caller, Error> {
    if !is_open(backend, key).await? {
        return Err(Error::NotFound);
    }
    let new = leads::parse_new_person(email, name, password).map_err(Error::Faults)?;
    let hash = users::hash(new.password.clone()).await?;
    let mut transaction = backend.pool.begin().await?;
    store::users::lock_set_up(&mut transaction).await?;
    if !store::users::setup_key_exists(&mut transaction, &digest(key)).await?
        || store::users::any(&mut transaction).await?
    {
        return Err(Error::NotFound);
    }
    users::insert(&mut transaction, now, id, &new, &hash, Role::Administrator).await?;
    store::users::clear_setup_keys(&mut transaction).await?;
    transaction.commit().await?;
    users::caller(backend, id).await?.ok_or(Error::NotFound)
}
