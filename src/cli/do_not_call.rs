//! Keys for the numbers on do-not-call lists.

use backend::Backend;
use backend::do_not_call::{self, NewKey};
use backend::encryption::EncryptionKeys;

use crate::cli::failure::Failure;
use crate::cli::{offline_client, serve};
use coxswain::web::clock;

/// Makes the first key, where there is none.
pub(super) async fn ensure_key(backend: &Backend) -> Result<(), Failure> {
    let made = do_not_call::ensure_key(backend, clock::now(), &new_key()).await;
    made.map_err(Failure::Backend)
}

/// Makes another key for numbers that are added from now on.
pub(super) async fn add_key(
    database_url: &airudder::Secret,
    keys: Option<EncryptionKeys>,
) -> Result<(), Failure> {
    let pool = serve::database(database_url).await?;
    let backend = Backend::new(pool, offline_client()?, false).with_encryption_keys(keys);
    let made = do_not_call::add_key(&backend, clock::now(), &new_key()).await;
    made.map_err(Failure::Backend)?;
    println!("Numbers that are added to do-not-call lists from now on use a new key.");
    Ok(())
}

fn new_key() -> NewKey {
    NewKey {
        secret: clock::random(),
        nonce: clock::random(),
    }
}
