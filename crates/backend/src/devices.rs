//! Devices: browsers that a person has signed in with before. Each keeps a signed token for every person. It opens nothing; it sets the browser
//! apart from those of strangers who guess (OWASP, “Slow down online guessing attacks with device cookies”).

use crate::Backend;
use crate::ids::PersonId;

/// What the signature is for.
const PURPOSE: &str = "known device";

/// Bytes of randomness of each token.
pub const NONCE_BYTES: usize = 16;

/// A device of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDevice([u8; NONCE_BYTES]);

impl KnownDevice {
    /// What tells it from the person's other devices.
    pub(crate) fn id(&self) -> String {
        hex::encode(self.0)
    }
}

/// A token for a device that this person has just signed in with; `None` where the installation has no key to sign it.
pub fn token(backend: &Backend, person: PersonId, nonce: [u8; NONCE_BYTES]) -> Option<String> {
    let keys = backend.encryption_keys().ok()?;
    let signature = keys.sign(PURPOSE, &signed(person, &nonce));
    Some(hex::encode([&nonce[..], &signature].concat()))
}

/// The device of that token, where it is one of this person's.
pub fn known(backend: &Backend, person: PersonId, token: &str) -> Option<KnownDevice> {
    let keys = backend.encryption_keys().ok()?;
    let bytes = hex::decode(token).ok()?;
    let (nonce, signature) = bytes.split_first_chunk()?;
    let is_ours = keys.verifies(PURPOSE, &signed(person, nonce), signature);
    is_ours.then_some(KnownDevice(*nonce))
}

fn signed(person: PersonId, nonce: &[u8; NONCE_BYTES]) -> Vec<u8> {
    [&person.as_bytes()[..], nonce].concat()
}
