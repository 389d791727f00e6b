//! The short reference that fills an empty note when a list is sent, so that every call can be told apart by its note.

/// What every reference begins with.
const PREFIX: &str = "CX-";

/// Letters that are hard to take for another one, to misread aloud or to make a word of. There is no digit among them, so that a reference
/// is never taken for a number.
const ALPHABET: [u8; 20] = *b"BCDFGHJKLMNPQRSTVWXZ";

/// Letters that tell the list.
const LIST_LETTERS: usize = 5;

/// Letters that tell the row: 20⁷ is less than 2³², 20⁸ is more.
const ROW_LETTERS: usize = 8;

/// The reference of a row: `CX-KQRTW-HJKDFPBZ`, 17 ASCII characters. `seed` is the list’s own: the id of its draft or check.
///
/// Rows of one list never have the same reference. Those of two lists can only where the five letters of the lists are the same, which is
/// so for one pair of lists in 3.2 million.
pub fn reference(seed: &[u8; 16], row: u32) -> String {
    let hash = fnv_1a(seed);
    // An odd factor and an exclusive or lose nothing, so that each row has a number of its own; neighbours look different.
    let mixed = row.wrapping_mul(0x9E37_79B1) ^ (hash >> 32) as u32;
    let list = letters(hash, LIST_LETTERS);
    let row = letters(u64::from(mixed), ROW_LETTERS);
    format!("{PREFIX}{list}-{row}")
}

/// Whether a note is one of our references, whatever its case and the blanks around it.
pub fn is_reference(note: &str) -> bool {
    let note = note.trim().to_ascii_uppercase();
    let parts = note
        .strip_prefix(PREFIX)
        .and_then(|rest| rest.split_once('-'));
    let is_part = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|letter| ALPHABET.contains(&letter))
    };
    parts.is_some_and(|(list, row)| is_part(list, LIST_LETTERS) && is_part(row, ROW_LETTERS))
}

/// The number in base 20, its last letters.
fn letters(mut number: u64, count: usize) -> String {
    let mut text = vec![0; count];
    for letter in text.iter_mut().rev() {
        *letter = ALPHABET[(number % 20) as usize];
        number /= 20;
    }
    text.into_iter().map(char::from).collect()
}

/// FNV-1a of 64 bits (IETF draft-eastlake-fnv, offset basis and prime): ids of version 7 begin with the time, so each byte has to count.
fn fnv_1a(bytes: &[u8]) -> u64 {
    let basis = 0xCBF2_9CE4_8422_2325_u64;
    bytes.iter().fold(basis, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::numbers::mask_numbers;

    #[test]
    fn the_rows_of_the_longest_list_have_references_of_their_own() {
        let references: HashSet<String> = (0..200_000)
            .map(|row| reference(b"0123456789abcdef", row))
            .collect();
        assert_eq!(references.len(), 200_000);
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        // Test vectors of the draft, appendix C.
        assert_eq!(fnv_1a(b""), 0xCBF2_9CE4_8422_2325);
        assert_eq!(fnv_1a(b"a"), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(fnv_1a(b"foobar"), 0x8594_4171_F739_67E8);
    }

    #[test]
    fn other_notes_are_no_references() {
        for note in [
            "",
            "CX-",
            "CX-BCDFG-BCDFGHJ",
            "CX-BCDFG-BCDFGHJKL",
            "CX-BCDFA-BCDFGHJK",
            "CX-BCDFG_BCDFGHJK",
            "XX-BCDFG-BCDFGHJK",
            "C12345567",
        ] {
            assert!(!is_reference(note), "{note}");
        }
        assert!(is_reference(" cx-bcdfg-bcdfghjk "));
    }

    proptest! {
        #[test]
        fn a_reference_is_short_and_plain_and_known_again(seed: [u8; 16], row: u32) {
            let reference = reference(&seed, row);
            prop_assert!(reference.is_ascii() && reference.len() <= 20);
            prop_assert!(is_reference(&reference));
            prop_assert_eq!(mask_numbers(&reference), &*reference);
            prop_assert!(!reference.bytes().any(|letter| letter.is_ascii_digit()));
        }

        #[test]
        fn two_rows_of_a_list_never_share_a_reference(seed: [u8; 16], one: u32, other: u32) {
            prop_assert_eq!(one == other, reference(&seed, one) == reference(&seed, other));
        }
    }
}
