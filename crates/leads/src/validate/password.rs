//! New passwords, as NIST SP 800-63B-4, section 3.1.1.2, wants them: long, of any characters, and none that others try first.

use localization::Message;
use unicode_normalization::UnicodeNormalization;

use super::text::length;
use crate::messages::{form_problems, passwords};

/// The shortest password in characters. Length is what counts where the password is all that is asked for (NIST SP 800-63B-4,
/// 3.1.1.2); it advises against rules of composition.
pub const MIN_PASSWORD_LENGTH: usize = 15;

/// The shortest password in characters of somebody who has a second factor (the same section): a password alone opens nothing then.
pub const MIN_PASSWORD_LENGTH_BESIDE_FACTOR: usize = 8;

/// The longest password in characters: enough for any passphrase, and bounded so that hashing stays so.
pub const MAX_PASSWORD_LENGTH: usize = 128;

/// Passwords that many people have, a line each; what begins with `#` says where they come from.
const COMMON: [&str; 2] = [
    include_str!("common_passwords.txt"),
    include_str!("common_short_passwords.txt"),
];

/// What a password is asked for beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Nothing else: the password has to be long.
    Nothing,
    /// A second factor.
    SecondFactor,
}

impl Beside {
    /// Of somebody who has a second factor, or none.
    pub const fn of(has_second_factor: bool) -> Beside {
        match has_second_factor {
            true => Beside::SecondFactor,
            false => Beside::Nothing,
        }
    }

    /// The shortest password in characters.
    pub const fn min_length(self) -> usize {
        match self {
            Beside::Nothing => MIN_PASSWORD_LENGTH,
            Beside::SecondFactor => MIN_PASSWORD_LENGTH_BESIDE_FACTOR,
        }
    }

    /// What is said beside the input of a new password.
    pub fn hint(self) -> Message {
        match self {
            Beside::Nothing => passwords::hint(self.min_length()),
            Beside::SecondFactor => passwords::hint_beside_factor(self.min_length()),
        }
    }
}

/// Whether a password is long enough to be all that is asked for.
pub fn is_long_password(password: &str) -> bool {
    length(&normalized_password(password)) >= MIN_PASSWORD_LENGTH
}

/// The longest piece that does not make a password when it is repeated.
const MAX_REPEATED: usize = 4;

/// How many common passwords put together are no password: of three of them there are more than 10¹¹.
const MAX_PIECES: usize = 2;

/// How many other letters and digits do not make a password of them.
const MAX_BESIDE_PIECES: usize = 4;

/// The shortest part of a name or an address that is looked for in a password.
const MIN_PART: usize = 3;

/// Words that stand near at hand for everybody who chooses a password here: months as each language of the screens that has letters for them
/// writes them, long and short.
const WORDS: [&str; 64] = [
    "coxswain",
    "airudder",
    "rudder",
    "password",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "ene",
    "abr",
    "ago",
    "sept",
    "set",
    "dic",
    "januari",
    "februari",
    "maret",
    "mei",
    "juni",
    "juli",
    "agustus",
    "oktober",
    "desember",
    "agu",
    "agt",
    "ags",
    "okt",
    "nop",
    "des",
    "nopember",
    "admin",
    "administrator",
];

/// A password in the form in which it is hashed and compared: Unicode NFKC, so that the same characters typed on another
/// keyboard are the same password. Of ASCII it changes nothing.
pub fn normalized_password(password: &str) -> String {
    password.nfkc().collect()
}

/// Validates a new password of a person with that address and name. `company` has the names by which the company is known, with spaces between
/// them: of its accounts, and of their platforms.
///
/// # Errors
/// A sentence that says what to fix.
pub fn validate_password(
    password: &str,
    email: &str,
    name: &str,
    company: &str,
    beside: Beside,
) -> Result<(), Message> {
    let password = normalized_password(password);
    let least = beside.min_length();
    match length(&password) {
        0 => {
            return Err(form_problems::password(least));
        }
        found if found < least => {
            return Err(form_problems::short_password(found, least));
        }
        found if found > MAX_PASSWORD_LENGTH => {
            return Err(form_problems::long_password(found, MAX_PASSWORD_LENGTH));
        }
        _ => {}
    }
    let folded = password.to_lowercase();
    if is_common(&folded) || is_repeated(&folded) {
        Err(form_problems::common_password())
    } else if is_of_context(&folded, &format!("{email} {name} {company}")) {
        Err(form_problems::guessed_password())
    } else {
        Ok(())
    }
}

fn common() -> impl Iterator<Item = &'static str> {
    let lines = COMMON.into_iter().flat_map(str::lines);
    lines.filter(|line| !line.starts_with('#'))
}

fn is_common(folded: &str) -> bool {
    common().any(|line| line == folded) || is_made_of_common(folded)
}

/// Whether it is one or two common passwords with little beside them, as people make a long password of a short one. What is neither letter nor
/// digit does not count.
fn is_made_of_common(folded: &str) -> bool {
    let is_counted = |character: &char| character.is_alphanumeric();
    let text: Vec<char> = folded.chars().filter(is_counted).collect();
    let words: Vec<Vec<char>> = common()
        .filter(|line| line.chars().all(char::is_alphanumeric))
        .map(|line| line.chars().collect())
        .collect();
    // For each place and each number of common passwords before it: the fewest other characters before it.
    let mut fewest = vec![[usize::MAX; MAX_PIECES + 1]; text.len() + 1];
    fewest[0][0] = 0;
    for at in 0..text.len() {
        for pieces in 0..=MAX_PIECES {
            let others = fewest[at][pieces];
            if others > MAX_BESIDE_PIECES {
                continue;
            }
            fewest[at + 1][pieces] = fewest[at + 1][pieces].min(others + 1);
            if pieces == MAX_PIECES {
                continue;
            }
            for word in words.iter().filter(|word| text[at..].starts_with(word)) {
                let after = &mut fewest[at + word.len()][pieces + 1];
                *after = others.min(*after);
            }
        }
    }
    let mut of_pieces = fewest[text.len()].iter().skip(1);
    of_pieces.any(|others| *others <= MAX_BESIDE_PIECES)
}

/// Whether it is one short piece again and again.
fn is_repeated(folded: &str) -> bool {
    let characters: Vec<char> = folded.chars().collect();
    (1..=MAX_REPEATED).any(|period| {
        let later = characters.iter().skip(period);
        characters.iter().zip(later).all(|(one, next)| one == next)
    })
}

/// Whether letters and digits of it are names, words near at hand, years and single digits, and nothing else.
fn is_of_context(folded: &str, names: &str) -> bool {
    let own = normalized_password(names).to_lowercase();
    let parts = own.split(|character: char| !character.is_alphanumeric());
    let words: Vec<Vec<char>> = parts
        .filter(|part| length(part) >= MIN_PART)
        .chain(WORDS)
        .map(|word| word.chars().collect())
        .collect();
    let text: Vec<char> = folded
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect();
    // For each place whether what stands before it is made of those, and whether one of them is a word.
    let mut made = vec![(false, false); text.len() + 1];
    made[0].0 = true;
    for at in 0..text.len() {
        let (reached, has_word) = made[at];
        if !reached {
            continue;
        }
        if text[at].is_numeric() {
            made[at + 1].0 = true;
            made[at + 1].1 |= has_word;
        }
        for word in words.iter().filter(|word| text[at..].starts_with(word)) {
            made[at + word.len()] = (true, true);
        }
    }
    matches!(made.last(), Some((true, true)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn validate(password: &str) -> Result<(), String> {
        validate_beside(password, Beside::Nothing)
    }

    fn validate_beside(password: &str, beside: Beside) -> Result<(), String> {
        let (email, name) = ("ana.lopez@example.com", "Ana López");
        validate_password(password, email, name, "DIDI Mexico Wallet", beside)
            .map_err(|sentence| sentence.to_string())
    }

    #[test]
    fn beside_a_second_factor_8_characters_are_enough() {
        let beside = |password| validate_beside(password, Beside::SecondFactor);
        for good in ["harbour7", "lütjürgä"] {
            assert_eq!(beside(good), Ok(()), "{good}");
            assert!(validate(good).is_err(), "{good}");
            assert!(!is_long_password(good), "{good}");
        }
        for bad in ["", "harbour", "password1", "Sunshine", "Ana-2026"] {
            assert!(beside(bad).is_err(), "{bad}");
        }
        assert!(is_long_password("fifteen letters"));
    }

    #[test]
    fn a_password_has_15_to_128_characters_of_any_kind() {
        for good in [
            "correct horse battery staple",
            "日本語のパスワードは長いほうがよいのだ",
            "483920184739201",
        ] {
            assert_eq!(validate(good), Ok(()), "{good}");
        }
        let longest: String = ('a'..='z').cycle().step_by(3).take(128).collect();
        assert_eq!(validate(&longest), Ok(()));
        for bad in ["", "14 characters.", &format!("{longest}x")] {
            assert!(validate(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_password_is_the_same_on_every_keyboard() {
        assert_eq!(normalized_password("e\u{301}te\u{301} ﬁn"), "été fin");
        assert_eq!(normalized_password("a Sentence, 42!"), "a Sentence, 42!");
    }

    #[test]
    fn what_many_people_use_is_refused_in_any_case() {
        assert!(common().all(|line| line.chars().count() >= MIN_PASSWORD_LENGTH_BESIDE_FACTOR));
        // As many as docs/security.md says: a list that was cut short would refuse less.
        let is_long = |line: &&str| line.chars().count() >= MIN_PASSWORD_LENGTH;
        let (long, short): (Vec<&str>, Vec<&str>) = common().partition(is_long);
        assert_eq!((long.len(), short.len()), (69, 8_309));
        for listed in [short[0], short[short.len() / 2], short[short.len() - 1]] {
            assert!(
                validate_beside(listed, Beside::SecondFactor).is_err(),
                "{listed}"
            );
        }
        for common in [
            "Q1W2E3R4T5Y6U7I8",
            "passwordpassword",
            "aaaaaaaaaaaaaaaaa",
            "abcdabcdabcdabcd",
            &" ".repeat(20),
        ] {
            let told = validate(common).expect_err(common);
            assert!(told.contains("Many people"), "{common}");
        }
    }

    #[test]
    fn a_common_password_is_made_none_by_another_one_or_a_few_characters() {
        for common in [
            "sunshineprincess",
            "Sunshine + Princess!",
            "password-football-2026",
            "password1password2",
            "my sunshine12 baseball",
        ] {
            let told = validate(common).expect_err(common);
            assert!(told.contains("Many people"), "{common}");
        }
        for good in [
            "sunshine princess football",
            "sunshine over the quay",
            "baseball bats sleep upside down",
        ] {
            assert_eq!(validate(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn names_months_and_years_alone_are_refused() {
        for near in [
            "Coxswain-2026-Airudder!",
            "ana.lopez@example.com",
            "López-November-2026",
            "AnaLopez-1987-01",
            "airudder1234567",
            "Noviembre-2026-Lopez",
            "Agustus.2026.Desember",
            "DIDI Mexico 2026 !",
        ] {
            let told = validate(near).expect_err(near);
            assert!(told.contains("easy to guess"), "{near}: {told}");
        }
        for good in [
            "coxswain steers quietly",
            "ana lopez reads maps",
            "didi wallet lost in november",
        ] {
            assert_eq!(validate(good), Ok(()), "{good}");
        }
    }
}
