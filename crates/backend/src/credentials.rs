//! What an account signs in with at the provider: encrypted in the database, decrypted for its client alone.

use jiff::Timestamp;
use leads::Action;
use leads::views::{CredentialsForm, CredentialsView, FormProblem};
use localization::Message;
use serde::{Deserialize, Serialize};

use crate::audit::{AuditAction, AuditEntry};
use crate::confirmation::Purpose;
use crate::encryption::NONCE_BYTES;
use crate::error::Error;
use crate::ids::AccountId;
use crate::installation::{Installation, ProviderAccount};
use crate::messages::account_errors as texts;
use crate::provider::Provider;
use crate::store::{self, audit};
use crate::{Backend, Caller, people};

/// The longest key or secret, in bytes.
const MAX_LENGTH: usize = 500;

/// Credentials as they are stored, with their version.
pub(crate) struct StoredCredentials {
    pub(crate) credentials: airudder::Credentials,
    pub(crate) version: i64,
}

/// What is encrypted. A name that is not known is refused: nothing is taken for something else.
#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Plain {
    Key { app_key: String, app_secret: String },
    Token { token: String },
}

/// The place that the value is encrypted for: copied to another account it cannot be decrypted.
pub(crate) fn place(account: AccountId) -> String {
    format!("account_credentials.sealed {account}")
}

/// The version of an account's stored credentials, without decrypting them; `None` where none are stored, or none are asked for.
pub(crate) async fn version(backend: &Backend, account: AccountId) -> Result<Option<i64>, Error> {
    if backend.sandbox {
        return Ok(None);
    }
    Ok(store::credentials::version(&backend.pool, account).await?)
}

/// The credentials of an account; `None` where none are stored.
///
/// # Errors
/// [`Error::NoEncryptionKey`] and [`Error::Encryption`] where they cannot be decrypted.
pub(crate) async fn stored(
    backend: &Backend,
    account: AccountId,
) -> Result<Option<StoredCredentials>, Error> {
    // The sandbox asks for none: a copy of the database needs no key of the original.
    if backend.sandbox {
        return Ok(None);
    }
    let Some(row) = store::credentials::of(&backend.pool, account).await? else {
        return Ok(None);
    };
    let plain = backend
        .encryption_keys()?
        .decrypt(&place(account), &row.sealed)?;
    let plain: Plain = serde_json::from_slice(&plain)
        .map_err(|_| Error::Inconsistent("account_credentials.sealed"))?;
    Ok(Some(StoredCredentials {
        credentials: plain.into(),
        version: row.version,
    }))
}

/// What Settings tell of the account's credentials; nothing of them.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn view(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
) -> Result<CredentialsView, Error> {
    caller.must(Action::Administer)?;
    let row = store::credentials::of(&backend.pool, caller.account.id).await?;
    let zone = caller.account.zone();
    Ok(CredentialsView {
        sandbox: backend.sandbox,
        changed: row.map(|row| leads::moment(row.changed_at.to_jiff(), now, zone)),
    })
}

/// Keeps other credentials of the caller's account, once the provider has taken them. Every process signs in with them within seconds.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators; [`Error::Problems`] for `app_key` and `app_secret`, also where the provider refuses them;
/// [`Error::Conflict`] with the sandbox, which has none.
pub async fn change(
    installation: &Installation,
    caller: &Caller,
    now: Timestamp,
    form: &CredentialsForm,
    nonce: [u8; NONCE_BYTES],
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let (backend, account) = (installation.backend(), &caller.account);
    if backend.sandbox {
        return Err(Error::Conflict(texts::sandbox_has_no_credentials()));
    }
    let credentials = parse(form).map_err(Error::Problems)?;
    let asked = ProviderAccount {
        id: account.id,
        zone: account.zone().clone(),
        credentials: Some(credentials.clone()),
        is_first: false,
    };
    let provider = installation.provider_of(asked).await?;
    let offered = try_out(&provider, now).await?;
    installation.expect_unused(&credentials, account.id)?;
    let own = backend.for_account(account.id);
    expect_same_account(&own, account.id, &offered).await?;
    let sealed = seal(&own, account.id, &credentials, nonce)?;
    let mut transaction = own.pool.begin().await?;
    store::credentials::replace(&mut transaction, now, account.id, &sealed).await?;
    let changed = AuditEntry::of(caller, now, AuditAction::CredentialsChanged {});
    audit::insert(&mut *transaction, &changed).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    installation.refresh_after_a_change().await;
    Ok(())
}

/// The robots that the provider shows to whoever signs in so: asking for them changes nothing.
///
/// # Errors
/// [`Error::Problems`] for `app_key` where the provider does not take the credentials.
pub(crate) async fn try_out(
    provider: &Provider,
    now: Timestamp,
) -> Result<Vec<airudder::Robot>, Error> {
    provider.robots(|| now).await.map_err(|failure| {
        let sentences = [failure.message(), texts::nothing_saved()];
        Error::problem("app_key", Message::sentences(sentences))
    })
}

/// That the robots are those of the account: with the key of another one its tasks could be neither found nor stopped.
async fn expect_same_account(
    backend: &Backend,
    account: AccountId,
    offered: &[airudder::Robot],
) -> Result<(), Error> {
    let known = store::robots::ids(&backend.pool, account).await?;
    let is_known = offered.iter().any(|robot| known.contains(&robot.id));
    if known.is_empty() || is_known {
        return Ok(());
    }
    Err(Error::problem("app_key", texts::key_of_other_account()))
}

/// The credentials of the form.
pub(crate) fn parse(form: &CredentialsForm) -> Result<airudder::Credentials, Vec<FormProblem>> {
    let mut problems = Vec::new();
    let mut read = |input: &str, value: &str, (missing, malformed): (Message, Message)| {
        let value = value.trim();
        let is_plain = value.bytes().all(|byte| byte.is_ascii_graphic());
        if value.is_empty() {
            problems.push(FormProblem::new(input, missing));
        } else if !is_plain || value.len() > MAX_LENGTH {
            problems.push(FormProblem::new(input, malformed));
        }
        value.to_owned()
    };
    let of_key = (texts::enter_app_key(), texts::malformed_app_key());
    let app_key = read("app_key", &form.app_key, of_key);
    let of_secret = (texts::enter_app_secret(), texts::malformed_app_secret());
    let app_secret = read("app_secret", &form.app_secret, of_secret);
    match problems.is_empty() {
        true => Ok(airudder::Credentials::Key {
            app_key,
            app_secret: airudder::Secret::new(app_secret),
        }),
        false => Err(problems),
    }
}

/// The credentials, encrypted for their account.
///
/// # Errors
/// [`Error::NoEncryptionKey`].
pub(crate) fn seal(
    backend: &Backend,
    account: AccountId,
    credentials: &airudder::Credentials,
    nonce: [u8; NONCE_BYTES],
) -> Result<Vec<u8>, Error> {
    let plain = serde_json::to_vec(&Plain::from(credentials))
        .map_err(|_| Error::Inconsistent("credentials as JSON"))?;
    Ok(backend
        .encryption_keys()?
        .encrypt(&place(account), nonce, &plain))
}

impl From<Plain> for airudder::Credentials {
    fn from(plain: Plain) -> airudder::Credentials {
        match plain {
            Plain::Key {
                app_key,
                app_secret,
            } => airudder::Credentials::Key {
                app_key,
                app_secret: airudder::Secret::new(app_secret),
            },
            Plain::Token { token } => airudder::Credentials::Token(airudder::Secret::new(token)),
        }
    }
}

impl From<&airudder::Credentials> for Plain {
    fn from(credentials: &airudder::Credentials) -> Plain {
        match credentials {
            airudder::Credentials::Key {
                app_key,
                app_secret,
            } => Plain::Key {
                app_key: app_key.clone(),
                app_secret: app_secret.expose().to_owned(),
            },
            airudder::Credentials::Token(token) => Plain::Token {
                token: token.expose().to_owned(),
            },
        }
    }
}
