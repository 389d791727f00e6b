//! What is to be said of the texts of a lead: those that the robot speaks, and those that are only sent.

use unicode_segmentation::UnicodeSegmentation;

use super::garbled::garbled;
use super::placeholder::{is_placeholder, is_placeholder_word};
use super::spoken::is_unspeakable;
use super::text::{is_error_value, is_formula, is_unreadable, length};
use crate::field::Field;
use crate::problem::{Problem, ProblemKind};

/// Adds what is wrong with the text of a field.
///
/// The provider's documentation says “at most 20 letters” of the platform. Names with digits are likely, and whether
/// it refuses them is not said: only the length is validated, and whether the text can be read.
pub(super) fn validate_text(field: Field, text: &str, problems: &mut Vec<Problem>) {
    if text.is_empty() {
        if field == Field::Platform {
            problems.push(Problem::new(field, ProblemKind::Missing));
        }
        return;
    }
    let kind = if is_plain(text) {
        (is_spoken(field) && is_placeholder_word(field, text)).then_some(ProblemKind::Placeholder)
    } else {
        not_worked_out(text).or_else(|| wrong_letters(field, text))
    };
    let is_replaced = matches!(
        kind,
        Some(ProblemKind::ErrorValue | ProblemKind::NeverCalculated)
    );
    problems.extend(kind.map(|kind| Problem::new(field, kind)));
    if !is_replaced {
        let too_long = field.longest().and_then(|most| too_long(text, most));
        problems.extend(too_long.map(|kind| Problem::new(field, kind)));
    }
}

/// Whether the robot may speak the field. Comments are only echoed, a robot's id is for the provider.
const fn is_spoken(field: Field) -> bool {
    !matches!(field, Field::Comments | Field::RobotId)
}

/// Whether there is nothing to look for but stand-ins: nearly every text. It begins and ends with a letter or a digit of
/// ASCII, and has none of the signs between by which errors, formulas and lost letters are known.
fn is_plain(text: &str) -> bool {
    const fn is_plain_byte(byte: u8) -> bool {
        byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b' ' | b'.' | b',' | b'-' | b'\'' | b'/' | b'(' | b')' | b'&' | b'_' | b'+'
            )
    }
    const PLAIN: [bool; 256] = {
        let mut plain = [false; 256];
        let mut byte = 0;
        while byte < 128 {
            plain[byte as usize] = is_plain_byte(byte);
            byte += 1;
        }
        plain
    };
    let bytes = text.as_bytes();
    let is_end = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    is_end(bytes.first())
        && is_end(bytes.last())
        && bytes.iter().all(|byte| PLAIN[usize::from(*byte)])
}

/// What a spreadsheet left in place of a value: an error, or a formula.
pub(super) fn not_worked_out(text: &str) -> Option<ProblemKind> {
    if is_error_value(text) {
        Some(ProblemKind::ErrorValue)
    } else if is_formula(text) {
        Some(ProblemKind::NeverCalculated)
    } else {
        None
    }
}

/// What a voice would say in place of a value, or could not say. The first thing that is wrong says enough.
fn wrong_letters(field: Field, text: &str) -> Option<ProblemKind> {
    let breaks_a_line = field == Field::Platform && text.contains(char::is_control);
    let unreadable =
        (breaks_a_line || is_unreadable(text)).then_some(ProblemKind::UnreadableCharacters);
    if field == Field::RobotId {
        return unreadable;
    }
    let is_spoken = is_spoken(field);
    if is_spoken && is_placeholder(field, text) {
        return unreadable.or(Some(ProblemKind::Placeholder));
    }
    match garbled(text, field == Field::Customer) {
        // Letters that can be read back have control characters among them, which Latin-1 makes of UTF-8.
        found @ Some(ProblemKind::Garbled { .. }) => found,
        found => unreadable
            .or(found)
            .or_else(|| (is_spoken && is_unspeakable(text)).then_some(ProblemKind::Unspeakable)),
    }
}

/// Whether the text is longer than so many characters.
///
/// The provider's documentation says “characters” and not what it counts. What a person counts (extended grapheme clusters,
/// Unicode Standard Annex 29) is the least that any program counts, so beyond it the text is refused for certain. Most
/// programs count Unicode scalar values, which are more in Hindi, in emoji and where accents stand apart: a text that is
/// longer only by that count is doubtful.
fn too_long(text: &str, allowed: usize) -> Option<ProblemKind> {
    // No text has more characters than bytes.
    if text.len() <= allowed {
        return None;
    }
    let scalars = length(text);
    if scalars <= allowed {
        return None;
    }
    let found = text.graphemes(true).count();
    Some(if found > allowed {
        ProblemKind::TooLong { found, allowed }
    } else {
        ProblemKind::PerhapsTooLong {
            found: scalars,
            allowed,
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kinds(field: Field, text: &str) -> Vec<ProblemKind> {
        let mut problems = Vec::new();
        validate_text(field, text, &mut problems);
        problems.into_iter().map(|problem| problem.kind).collect()
    }

    const SPOKEN: [Field; 5] = [
        Field::Customer,
        Field::Platform,
        Field::ExtraA,
        Field::ExtraB,
        Field::ExtraC,
    ];

    proptest! {
        #[test]
        fn the_short_way_says_what_the_long_one_says(text in "[a-zA-Z0-9 .,'/()&_+-]{1,30}|test|null|n/a|xx|000") {
            for field in SPOKEN.into_iter().filter(|_| is_plain(&text)) {
                let long = not_worked_out(&text).or_else(|| wrong_letters(field, &text));
                let short: Vec<ProblemKind> = kinds(field, &text)
                    .into_iter()
                    .filter(|kind| !matches!(kind, ProblemKind::TooLong { .. }))
                    .collect();
                prop_assert_eq!(short, Vec::from_iter(long), "{}", text);
            }
        }
    }

    #[test]
    fn what_a_spreadsheet_could_not_work_out_is_an_error_in_every_text() {
        for field in SPOKEN.into_iter().chain([Field::Comments, Field::RobotId]) {
            for text in ["#N/A", "#REF!", "#¡VALOR!", "Err:504", "Ana #N/A"] {
                assert_eq!(
                    kinds(field, text),
                    [ProblemKind::ErrorValue],
                    "{field:?} {text}"
                );
            }
            let formula = format!("=CONCAT(A1;\"{}\")", "x".repeat(70));
            assert_eq!(kinds(field, &formula), [ProblemKind::NeverCalculated]);
        }
    }

    #[test]
    fn stand_ins_and_signs_are_warned_of_where_they_are_spoken() {
        for field in SPOKEN {
            for text in ["-", "N/A", "null", "(vacío)", "test"] {
                assert_eq!(
                    kinds(field, text),
                    [ProblemKind::Placeholder],
                    "{field:?} {text}"
                );
            }
            assert_eq!(kinds(field, "Oro ⭐"), [ProblemKind::Unspeakable]);
        }
        for text in ["-", "N/A", "test", "Oro ⭐"] {
            assert_eq!(kinds(Field::Comments, text), []);
            assert_eq!(kinds(Field::RobotId, text), []);
        }
    }

    #[test]
    fn garbled_letters_are_warned_of_and_control_characters_are_errors() {
        let right = |to: &str| [ProblemKind::Garbled { to: to.to_owned() }];
        for field in SPOKEN.into_iter().chain([Field::Comments]) {
            assert_eq!(kinds(field, "JosÃ©"), right("José"));
        }
        // The second byte of Á is a control character in Latin-1.
        assert_eq!(kinds(Field::Customer, "Ã\u{81}lvaro"), right("Álvaro"));
        assert_eq!(
            kinds(Field::Customer, "Mu\u{1}oz"),
            [ProblemKind::UnreadableCharacters]
        );
        assert_eq!(
            kinds(Field::Customer, "Mu\u{FFFD}oz"),
            [ProblemKind::UnreadableCharacters]
        );
        assert_eq!(kinds(Field::ExtraB, "Le??n"), [ProblemKind::LettersLost]);
    }

    #[test]
    fn a_text_is_too_long_as_a_person_counts_and_perhaps_as_programs_do() {
        let (found, allowed) = (65, 64);
        for letter in ["x", "ñ", "很", "का", "e\u{301}", "👩‍👩‍👧"] {
            let text = letter.repeat(65);
            assert_eq!(
                kinds(Field::Comments, &text),
                [ProblemKind::TooLong { found, allowed }],
                "{letter}"
            );
        }
        assert_eq!(kinds(Field::Comments, &"很".repeat(64)), []);
        assert_eq!(
            kinds(Field::Comments, &"का".repeat(40)),
            [ProblemKind::PerhapsTooLong { found: 80, allowed }]
        );
        assert_eq!(kinds(Field::Comments, &"का".repeat(32)), []);
        assert_eq!(kinds(Field::ExtraA, &"x".repeat(500)), []);
    }
}
