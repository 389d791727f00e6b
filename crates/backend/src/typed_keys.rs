//! Keys that people type: of the set-up, and recovery codes.

use sha2::{Digest, Sha256};

/// Bytes of randomness for one key, of which five bits of each are used.
pub const KEY_BYTES: usize = 30;

/// Characters of what is typed as a key that are looked at: twice as many as it has.
const MAX_TYPED: usize = 64;

/// Letters and digits that are not taken for one another (Crockford's Base 32): each is five bits.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The bytes as letters, in groups that a person can type: `7K3QFD-…`.
pub(crate) fn spelt(random: [u8; KEY_BYTES]) -> String {
    let letters = random.map(|byte| char::from(LETTERS[usize::from(byte & 31)]));
    let groups = letters
        .chunks(6)
        .map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join("-")
}

/// The digest of a key as it is typed: small letters, blanks and hyphens do not matter, nor O for 0, nor I and L for 1.
pub(crate) fn digest(typed: &str) -> Vec<u8> {
    let letters = typed
        .chars()
        .take(MAX_TYPED)
        .filter(char::is_ascii_alphanumeric);
    let key: String = letters
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    Sha256::digest(key).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_150_bits_in_groups_that_a_person_can_type() {
        assert_eq!(spelt([0; KEY_BYTES]), "000000-000000-000000-000000-000000");
        let every = std::array::from_fn(|at| u8::try_from(at).expect("a small number") * 8);
        let key = spelt(every);
        assert!(
            key.bytes()
                .all(|letter| letter == b'-' || LETTERS.contains(&letter)),
            "{key}"
        );
        assert_eq!(
            LETTERS
                .iter()
                .collect::<std::collections::BTreeSet<_>>()
                .len(),
            32
        );
    }

    #[test]
    fn a_key_is_known_however_a_person_types_it() {
        let key = digest("01ABCD-EFGHJK-MNPQRS-TVWXYZ");
        assert_eq!(digest(" oLabcd efghjk mnpqrs tvwxyz\n"), key);
        assert_ne!(digest("01ABCD-EFGHJK-MNPQRS-TVWXY0"), key);
    }

    #[test]
    fn of_an_endless_key_the_beginning_is_looked_at() {
        assert_eq!(digest(&"A".repeat(70_000)), digest(&"A".repeat(MAX_TYPED)));
    }
}
