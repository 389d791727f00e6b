//! Secrets at rest, and signatures: the keys of the installation, which are never in the database.
//!
//! Encrypted with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), whose nonces are long enough to be drawn at random. Signed with
//! HMAC-SHA-256 (RFC 2104). The key of each purpose is derived from a key of the installation by HKDF-SHA-256 (RFC 5869).

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

/// Bytes of a key.
pub const KEY_BYTES: usize = 32;

/// Bytes of randomness for each value that is encrypted.
pub const NONCE_BYTES: usize = 24;

/// The first byte of what is encrypted or signed: how it was made.
const FORM: u8 = 1;

/// Bytes by which a value names its key.
const ID_BYTES: usize = 8;

/// The most keys that are read: the one in use, and those before it.
const MAX_KEYS: usize = 16;

/// The keys of the installation: the first encrypts and signs, all of them decrypt and verify.
#[derive(Clone)]
pub struct EncryptionKeys(Arc<Vec<Key>>);

/// Why keys cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// There is none.
    #[error(
        "There is no key in it. Run `coxswain encryption-key` and put the key that it prints there."
    )]
    Empty,
    /// One is not 32 bytes in Base64.
    #[error(
        "Key {0} is not 32 bytes in Base64. Restore it from your copy: a new key cannot decrypt what is stored."
    )]
    Malformed(usize),
    /// One stands in it twice.
    #[error("Key {0} is there twice. Remove one of the two.")]
    Twice(usize),
    /// There are too many.
    #[error(
        "There are more than {MAX_KEYS} keys. Remove the oldest ones, which nothing in the database uses."
    )]
    TooMany,
}

/// Why a value could not be decrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecryptError {
    /// It is none of ours, or made by a later version.
    #[error("it was not encrypted by this version of Coxswain")]
    Unknown,
    /// The key that it was encrypted with is missing.
    #[error("the encryption key that it was encrypted with is missing")]
    MissingKey,
    /// It was changed, or moved from another place.
    #[error("it was changed")]
    Changed,
}

struct Key {
    secret: Zeroizing<[u8; KEY_BYTES]>,
    id: [u8; ID_BYTES],
}

impl Key {
    fn new(secret: Zeroizing<[u8; KEY_BYTES]>) -> Key {
        let id: [u8; ID_BYTES] = derived(&secret, "id");
        Key { secret, id }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        let key: Zeroizing<[u8; KEY_BYTES]> = Zeroizing::new(derived(&self.secret, "encryption"));
        XChaCha20Poly1305::new((&*key).into())
    }

    fn mac(&self, purpose: &str, message: &[u8]) -> Hmac<Sha256> {
        let purpose = format!("signature:{purpose}");
        let key: Zeroizing<[u8; KEY_BYTES]> = Zeroizing::new(derived(&self.secret, &purpose));
        let mac = Hmac::<Sha256>::new_from_slice(&*key).expect("HMAC takes a key of any length");
        mac.chain_update(message)
    }
}

fn derived<const N: usize>(secret: &[u8; KEY_BYTES], purpose: &str) -> [u8; N] {
    let mut key = [0; N];
    let info = format!("coxswain:{purpose}");
    Hkdf::<Sha256>::new(None, secret)
        .expand(info.as_bytes(), &mut key)
        .expect("HKDF gives up to 8,160 bytes");
    key
}

impl EncryptionKeys {
    /// Reads keys of 32 bytes in Base64, separated by blanks, line breaks or commas, the one in use first.
    ///
    /// # Errors
    /// [`KeyProblem`], which names a key by its place, and shows none.
    pub fn parse(text: &str) -> Result<EncryptionKeys, KeyProblem> {
        let words = text.split(|letter: char| letter.is_whitespace() || letter == ',');
        let mut keys: Vec<Key> = Vec::new();
        for (index, word) in words.filter(|word| !word.is_empty()).enumerate() {
            if index == MAX_KEYS {
                return Err(KeyProblem::TooMany);
            }
            let key = parse_key(word).ok_or(KeyProblem::Malformed(index + 1))?;
            if keys.iter().any(|known| known.id == key.id) {
                return Err(KeyProblem::Twice(index + 1));
            }
            keys.push(key);
        }
        match keys.is_empty() {
            true => Err(KeyProblem::Empty),
            false => Ok(EncryptionKeys(Arc::new(keys))),
        }
    }

    /// Those random bytes as a key, in the form that [`EncryptionKeys::parse`] reads.
    pub fn written(secret: &[u8; KEY_BYTES]) -> String {
        STANDARD.encode(secret)
    }

    /// Encrypts a value for one place in the database, such as `accounts.secret:<id>`: it can be decrypted for this place alone.
    pub fn encrypt(&self, place: &str, nonce: [u8; NONCE_BYTES], value: &[u8]) -> Vec<u8> {
        let key = self.in_use();
        let payload = Payload {
            msg: value,
            aad: place.as_bytes(),
        };
        let sealed = key.cipher().encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.expect("a value of the database is shorter than 256 GB");
        [&[FORM][..], &key.id, &nonce, &sealed].concat()
    }

    /// The value that was encrypted for that place.
    ///
    /// # Errors
    /// [`DecryptError`].
    pub fn decrypt(
        &self,
        place: &str,
        encrypted: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, DecryptError> {
        let (id, rest) = id_and_rest(encrypted).ok_or(DecryptError::Unknown)?;
        let (nonce, sealed) = rest
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or(DecryptError::Unknown)?;
        let key = self.by_id(id).ok_or(DecryptError::MissingKey)?;
        let payload = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        let value = key.cipher().decrypt(&XNonce::from(*nonce), payload);
        value.map(Zeroizing::new).map_err(|_| DecryptError::Changed)
    }

    /// Whether a value is encrypted with the key that is in use.
    pub fn is_of_key_in_use(&self, encrypted: &[u8]) -> bool {
        id_and_rest(encrypted).is_some_and(|(id, _)| *id == self.in_use().id)
    }

    /// Signs a message for one purpose. The signature names its key.
    pub fn sign(&self, purpose: &str, message: &[u8]) -> Vec<u8> {
        let key = self.in_use();
        let signature = key.mac(purpose, message).finalize().into_bytes();
        [&[FORM][..], &key.id, &signature].concat()
    }

    /// What signs many messages for one purpose.
    pub fn signer(&self, purpose: &str) -> Signer {
        let keys = self.0.iter();
        Signer(keys.map(|key| (key.id, key.mac(purpose, &[]))).collect())
    }

    /// Whether one of the keys signed that message for that purpose.
    pub fn verifies(&self, purpose: &str, message: &[u8], signature: &[u8]) -> bool {
        let found = id_and_rest(signature).and_then(|(id, rest)| Some((self.by_id(id)?, rest)));
        found.is_some_and(|(key, rest)| key.mac(purpose, message).verify_slice(rest).is_ok())
    }

    fn in_use(&self) -> &Key {
        &self.0[0]
    }

    fn by_id(&self, id: &[u8; ID_BYTES]) -> Option<&Key> {
        self.0.iter().find(|key| key.id == *id)
    }
}

/// Signs many messages for one purpose: the key of the purpose is derived once.
pub struct Signer(Vec<([u8; ID_BYTES], Hmac<Sha256>)>);

impl Signer {
    /// The signatures that each of the keys gives a message, as [`EncryptionKeys::sign`] does with the one in use.
    pub fn signatures<'a>(&'a self, message: &'a [u8]) -> impl Iterator<Item = Vec<u8>> + 'a {
        self.0.iter().map(move |(id, mac)| {
            let signature = mac.clone().chain_update(message).finalize().into_bytes();
            [&[FORM][..], id, &signature].concat()
        })
    }
}

/// The key that a value names, and what follows it.
fn id_and_rest(value: &[u8]) -> Option<(&[u8; ID_BYTES], &[u8])> {
    value.strip_prefix(&[FORM])?.split_first_chunk()
}

fn parse_key(word: &str) -> Option<Key> {
    let mut bytes = STANDARD.decode(word).ok()?;
    let secret = <[u8; KEY_BYTES]>::try_from(&bytes[..]).ok();
    bytes.zeroize();
    secret.map(Zeroizing::new).map(Key::new)
}

impl fmt::Debug for EncryptionKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "EncryptionKeys({} hidden)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(first_bytes: &[u8]) -> EncryptionKeys {
        let words = first_bytes
            .iter()
            .map(|byte| EncryptionKeys::written(&[*byte; KEY_BYTES]));
        EncryptionKeys::parse(&words.collect::<Vec<_>>().join("\n")).expect("keys")
    }

    #[test]
    fn a_value_is_decrypted_for_its_place_alone() {
        let keys = keys(&[1]);
        let encrypted = keys.encrypt("totp.seed:1", [7; NONCE_BYTES], b"seed");
        assert_eq!(
            keys.decrypt("totp.seed:1", &encrypted).as_deref(),
            Ok(&b"seed".to_vec())
        );
        assert_eq!(
            keys.decrypt("totp.seed:2", &encrypted),
            Err(DecryptError::Changed)
        );
        assert!(!encrypted.windows(4).any(|part| part == b"seed"));
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let keys = keys(&[1]);
        let encrypted = keys.encrypt("place", [7; NONCE_BYTES], b"value");
        for index in 0..encrypted.len() {
            let mut changed = encrypted.clone();
            changed[index] ^= 1;
            assert!(keys.decrypt("place", &changed).is_err(), "byte {index}");
        }
        for length in 0..encrypted.len() {
            assert!(keys.decrypt("place", &encrypted[..length]).is_err());
        }
    }

    #[test]
    fn an_earlier_key_decrypts_and_verifies_and_the_first_one_is_used() {
        let (before, after, other) = (keys(&[1]), keys(&[2, 1]), keys(&[3]));
        let encrypted = before.encrypt("place", [7; NONCE_BYTES], b"value");
        assert!(after.decrypt("place", &encrypted).is_ok());
        assert!(!after.is_of_key_in_use(&encrypted));
        let again = after.encrypt("place", [7; NONCE_BYTES], b"value");
        assert!(after.is_of_key_in_use(&again));
        assert_eq!(
            before.decrypt("place", &again),
            Err(DecryptError::MissingKey)
        );
        let signature = before.sign("head", b"message");
        assert!(after.verifies("head", b"message", &signature));
        assert!(!after.verifies("head", b"another", &signature));
        assert!(!after.verifies("other purpose", b"message", &signature));
        assert!(!other.verifies("head", b"message", &signature));
        assert!(!after.verifies("head", b"message", &[]));
    }

    #[test]
    fn many_messages_are_signed_as_one_is() {
        let keys = keys(&[2, 1]);
        let signer = keys.signer("head");
        let signed: Vec<Vec<u8>> = signer.signatures(b"message").collect();
        assert_eq!(signed[0], keys.sign("head", b"message"));
        assert!(
            keys.verifies("head", b"message", &signed[1]),
            "by the key before"
        );
        assert_ne!(signed[0], signed[1]);
    }

    #[test]
    fn keys_are_told_apart_by_their_place_and_never_shown() {
        let (one, two) = (
            EncryptionKeys::written(&[1; 32]),
            EncryptionKeys::written(&[2; 32]),
        );
        let problem = |text: &str| EncryptionKeys::parse(text).expect_err("no keys");
        assert_eq!(problem(" \n"), KeyProblem::Empty);
        assert_eq!(problem(&format!("{one}, short")), KeyProblem::Malformed(2));
        assert_eq!(
            problem(&format!("{one}\n{two}\n{one}")),
            KeyProblem::Twice(3)
        );
        let many: Vec<String> = (0..=16)
            .map(|byte| EncryptionKeys::written(&[byte; 32]))
            .collect();
        assert_eq!(problem(&many.join(",")), KeyProblem::TooMany);
        assert_eq!(format!("{:?}", keys(&[1, 2])), "EncryptionKeys(2 hidden)");
    }
}
