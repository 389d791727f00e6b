//! Authenticator apps: time-based codes (RFC 6238) of six digits and 30 seconds with HMAC-SHA-1, which is all that every app can do.
//!
//! The code of the step before and of the one after count too, so a code is heard for up to 90 seconds. OWASP ASVS 5.0, 6.5.5, says 30; but
//! telephones that are not on a network are half a minute wrong, and a code that has just been read is typed after its end. In exchange a
//! code works once, and wrong ones have to wait longer and longer.

use jiff::Timestamp;
use leads::views::AppSetupView;
use qrcodegen::{QrCode, QrCodeEcc};
use totp_rs::{Builder, Totp};
use uuid::Uuid;

use super::codes::{self, FactorError, RecoveryRandom};
use super::own::{self, Change};
use crate::audit::FactorChange;
use crate::confirmation::Purpose;
use crate::encryption::NONCE_BYTES;
use crate::error::Error;
use crate::ids::PersonId;
use crate::store::factors::{self as stored, TotpRow};
use crate::{Backend, Caller, people};

/// Bytes of a seed: as many as HMAC-SHA-1 gives (RFC 4226, section 4).
pub const SEED_BYTES: usize = 20;

/// How many steps before and after the present one count.
const SKEW: u16 = 1;

/// The name that the app shows beside the address.
const ISSUER: &str = "Coxswain";

/// How long the set-up of an app can be finished: a seed that was shown is of no use later.
const SETUP_MINUTES: i64 = 15;

pub(crate) fn place(id: Uuid) -> String {
    format!("totp_factors.seed:{id}")
}

fn totp(seed: &[u8], email: &str) -> Result<Totp, Error> {
    let built = Builder::new()
        .with_skew(SKEW)
        .with_secret(seed.to_vec())
        .with_issuer(Some(ISSUER))
        // A colon would end the issuer.
        .with_account_name(email.replace(':', " "))
        .build();
    built.map_err(|_| Error::Inconsistent("totp_factors.seed"))
}

fn seed_of(backend: &Backend, row: &TotpRow) -> Result<Vec<u8>, Error> {
    let keys = backend.encryption_keys()?;
    Ok(keys.decrypt(&place(row.id), &row.seed)?.to_vec())
}

/// The step of that code, where it is one of those that count now.
fn step_of(seed: &[u8], now: Timestamp, code: &str) -> Result<Option<i64>, Error> {
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    let step = totp(seed, "")?.check(code, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// Whether that is a code of the person's app, which no longer works afterwards.
pub(super) async fn accepts(
    backend: &Backend,
    now: Timestamp,
    person: PersonId,
    code: &str,
) -> Result<bool, Error> {
    let Some(row) = stored::totp(&backend.pool, person, true).await? else {
        return Ok(false);
    };
    match step_of(&seed_of(backend, &row)?, now, code)? {
        Some(step) => Ok(stored::accept_step(&backend.pool, row.id, step).await?),
        None => Ok(false),
    }
}

/// Begins to set up an authenticator app. One that works goes on working until a code of the new one was entered.
///
/// # Errors
/// [`Error::Forbidden`] where they have not confirmed lately who they are.
pub async fn start_app(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    (seed, nonce): ([u8; SEED_BYTES], [u8; NONCE_BYTES]),
) -> Result<(), Error> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let sealed = backend.encryption_keys()?.encrypt(&place(id), nonce, &seed);
    let mut transaction = backend.pool.begin().await?;
    people::lock_own(&mut transaction, caller).await?;
    stored::insert_totp(&mut transaction, now, id, caller.person, &sealed).await?;
    transaction.commit().await?;
    Ok(())
}

/// The app that is being set up; `None` where none is, or it was begun too long ago.
///
/// # Errors
/// [`Error::Forbidden`] where they have not confirmed lately who they are: it is a secret.
pub async fn app_setup(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
) -> Result<Option<AppSetupView>, Error> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let Some(row) = begun(backend, caller, now).await? else {
        return Ok(None);
    };
    let totp = totp(&seed_of(backend, &row)?, &row.email)?;
    let url = totp
        .to_url()
        .map_err(|_| Error::Inconsistent("users.email"))?;
    let code = QrCode::encode_text(&url, QrCodeEcc::Medium)
        .map_err(|_| Error::Inconsistent("users.email"))?;
    let row = |y| (0..code.size()).map(|x| code.get_module(x, y)).collect();
    Ok(Some(AppSetupView {
        key: in_groups(&totp.secret().to_base32()),
        qr: (0..code.size()).map(row).collect(),
    }))
}

async fn begun(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
) -> Result<Option<TotpRow>, Error> {
    let row = stored::totp(&backend.pool, caller.person, false).await?;
    let is_recent = |row: &TotpRow| {
        now.duration_since(row.made_at.to_jiff()) <= jiff::SignedDuration::from_mins(SETUP_MINUTES)
    };
    Ok(row.filter(is_recent))
}

/// Four letters and four letters, so that a person finds their place while typing.
fn in_groups(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join(" ")
}

/// Finishes the set-up of an app by a code of it. Where it is the first second factor, there are recovery codes afterwards.
///
/// # Errors
/// [`FactorError::Over`] where the set-up was not begun, or too long ago; [`FactorError`].
pub async fn confirm_app(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    code: &str,
    random: RecoveryRandom,
) -> Result<Change, FactorError> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let row = begun(backend, caller, now)
        .await?
        .ok_or(FactorError::Over)?;
    let (attempt, of_person) = codes::attempt(backend, now, caller.person).await?;
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let step = step_of(&seed_of(backend, &row)?, now, &digits)?.ok_or(FactorError::Wrong)?;
    attempt.succeeded(backend, &of_person).await?;
    let mut transaction = backend.pool.begin().await?;
    people::lock_own(&mut transaction, caller).await?;
    let person = caller.person;
    if !stored::confirm_totp(&mut transaction, now, person, row.id, step).await? {
        return Err(FactorError::Over);
    }
    let change = own::added(
        &mut transaction,
        caller,
        now,
        (FactorChange::AppAdded, random),
    )
    .await?;
    transaction.commit().await?;
    Ok(change)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, for SHA-1, cut to six digits.
    const RFC: [(i64, &str); 4] = [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
    ];
    const SEED: &[u8] = b"12345678901234567890";

    #[test]
    fn codes_are_those_of_the_rfc() {
        for (second, code) in RFC {
            let now = Timestamp::from_second(second).unwrap();
            assert_eq!(step_of(SEED, now, code).unwrap(), Some(second / 30));
        }
    }

    #[test]
    fn one_step_before_and_after_count_and_no_more() {
        let (second, code) = RFC[1];
        let step = second / 30;
        for (moved, is_heard) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let now = Timestamp::from_second((step + moved) * 30).unwrap();
            let expected = is_heard.then_some(step);
            assert_eq!(step_of(SEED, now, code).unwrap(), expected, "{moved}");
        }
    }

    #[test]
    fn a_key_is_shown_in_groups_of_four() {
        assert_eq!(in_groups("GEZDGNBVGY3T"), "GEZD GNBV GY3T");
        assert_eq!(in_groups("GEZDG"), "GEZD G");
    }
}
