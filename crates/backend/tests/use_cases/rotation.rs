//! A new encryption key.

use backend::encryption::{EncryptionKeys, KEY_BYTES};
use backend::rotation::{Rotated, rotate};
use backend::{Error, factors};
use sqlx::PgPool;

use crate::factors::code;
use crate::support::{PASSWORD, World};

/// The keys of those bytes, the one in use first.
fn keys(bytes: &[u8]) -> EncryptionKeys {
    let keys = bytes
        .iter()
        .map(|byte| EncryptionKeys::written(&[*byte; KEY_BYTES]));
    EncryptionKeys::parse(&keys.collect::<Vec<_>>().join(",")).unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_encrypted_with_the_old_key_is_read_with_the_new_one_alone(pool: PgPool) {
    let mut world = World::with_factors(pool).await;
    world.set_up_app().await;
    let now = world.clock.now();
    let backend = world.backend.clone();
    let with = |bytes: &[u8]| backend.clone().with_encryption_keys(keys(bytes));
    let unread = rotate(&with(&[8]), now, || [5; 24]).await;
    assert!(matches!(unread, Err(Error::Encryption(_))), "{unread:?}");
    let done = |secrets, encrypted_anew| Rotated {
        secrets,
        encrypted_anew,
    };
    let both = with(&[8, 7]);
    assert_eq!(rotate(&both, now, || [5; 24]).await.unwrap(), done(2, 2));
    assert_eq!(rotate(&both, now, || [6; 24]).await.unwrap(), done(2, 0));
    world.backend = with(&[8]);
    let known = world.sign_in_as("ana@example.com", PASSWORD).await.unwrap();
    let factors::FirstFactor::Waits(waiting) = known.first_factor(now) else {
        panic!("the password alone is enough");
    };
    world.finish(&waiting, &code(now)).await.unwrap();
    let none = backend.clone().with_encryption_keys(None);
    let none = rotate(&none, now, || [5; 24]).await;
    assert!(matches!(none, Err(Error::NoEncryptionKey)), "{none:?}");
}
