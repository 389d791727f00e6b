//! Codes that people type: of an authenticator app, and recovery codes.

use jiff::Timestamp;

use super::{WaitingSignIn, totp};
use crate::Backend;
use crate::audit::SecondFactorCode;
use crate::error::Error;
use crate::guesses::{self, Attempt, Heard, SECOND_FACTOR, Subject, subject};
use crate::ids::PersonId;
use crate::store::factors as stored;
use crate::typed_keys::{self, KEY_BYTES};

/// Recovery codes of a person.
pub const RECOVERY_CODES: usize = 10;

/// Randomness for them: 150 bits of each code are used, so that a plain digest is enough to keep (OWASP ASVS 5.0, 6.5.2: 112 bits).
pub type RecoveryRandom = [[u8; KEY_BYTES]; RECOVERY_CODES];

/// Digits of a code of an app.
const APP_DIGITS: usize = 6;

/// Why a second factor was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum FactorError {
    /// It is another code, or one that was used already.
    #[error("wrong code")]
    Wrong,
    /// Too many wrong ones.
    #[error("too many wrong codes")]
    Wait {
        /// Minutes until the next one is heard, rounded up.
        minutes: u32,
    },
    /// It took too long, or the sessions of the person were ended meanwhile: they have to begin again.
    #[error("too late")]
    Over,
    /// It could not be found out, or the form has to be fixed.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<sqlx::Error> for FactorError {
    fn from(error: sqlx::Error) -> FactorError {
        FactorError::Failed(error.into())
    }
}

/// A code as it was typed.
enum Typed {
    /// Six digits of an authenticator app.
    OfApp(String),
    /// Anything else: the digest of a recovery code.
    Recovery(Vec<u8>),
}

impl Typed {
    fn parse(text: &str) -> Typed {
        let plain: String = text
            .chars()
            .filter(|letter| !letter.is_whitespace() && *letter != '-')
            .take(APP_DIGITS + 1)
            .collect();
        let is_of_app =
            plain.len() == APP_DIGITS && plain.bytes().all(|byte| byte.is_ascii_digit());
        match is_of_app {
            true => Typed::OfApp(plain),
            false => Typed::Recovery(typed_keys::digest(text)),
        }
    }
}

/// Fails where somebody took too long for their second factor.
pub(super) fn expect_waiting(now: Timestamp, waiting: &WaitingSignIn) -> Result<(), FactorError> {
    match now < waiting.until {
        true => Ok(()),
        false => Err(FactorError::Over),
    }
}

/// Checks a code of an app or a recovery code, and says which it is. Only somebody who has the password gets here, so a delay for the person locks out nobody whose
/// password is not known; a passkey is heard all the time.
pub(super) async fn check_code(
    backend: &Backend,
    now: Timestamp,
    person: PersonId,
    code: &str,
) -> Result<SecondFactorCode, FactorError> {
    let (attempt, of_person) = attempt(backend, now, person).await?;
    let (is_right, kind) = match Typed::parse(code) {
        Typed::OfApp(code) => {
            let is_right = totp::accepts(backend, now, person, &code).await?;
            (is_right, SecondFactorCode::App)
        }
        Typed::Recovery(digest) => {
            let is_right = stored::take_recovery_code(&backend.pool, person, &digest).await?;
            (is_right, SecondFactorCode::Recovery)
        }
    };
    if !is_right {
        return Err(FactorError::Wrong);
    }
    attempt.succeeded(backend, &of_person).await?;
    Ok(kind)
}

/// An attempt of that person, and what it counts for.
pub(super) async fn attempt(
    backend: &Backend,
    now: Timestamp,
    person: PersonId,
) -> Result<(Attempt, [Subject; 1]), FactorError> {
    let name = person.to_string();
    let of_person = [subject(backend, "second factor", &name, SECOND_FACTOR)];
    match guesses::attempt(backend, now, &of_person).await? {
        Heard::Yes(attempt) => Ok((attempt, of_person)),
        Heard::Wait { minutes } => Err(FactorError::Wait { minutes }),
    }
}

/// New recovery codes, as people write them down, and what is kept of them.
pub(super) fn recovery_codes(random: RecoveryRandom) -> (Vec<String>, Vec<Vec<u8>>) {
    let codes: Vec<String> = random.into_iter().map(typed_keys::spelt).collect();
    let digests = codes.iter().map(|code| typed_keys::digest(code)).collect();
    (codes, digests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_an_app_is_told_from_a_recovery_code_however_it_is_typed() {
        let is_of_app = |text| matches!(Typed::parse(text), Typed::OfApp(code) if code == "012345");
        for app in ["012345", " 012 345\n", "012-345"] {
            assert!(is_of_app(app), "{app}");
        }
        for other in ["01234", "0123456", "01234a", "", "012345-ABCDEF"] {
            assert!(matches!(Typed::parse(other), Typed::Recovery(_)), "{other}");
        }
    }
}
