//! Another account beside those that there are.

use jiff::Timestamp;
use leads::views::{AccountForm, NewAccountForm};
use leads::{AccountSettings, Action, Retention};

use crate::audit::{AuditAction, AuditEntry};
use crate::confirmation::Purpose;
use crate::credentials;
use crate::encryption::NONCE_BYTES;
use crate::error::Error;
use crate::ids::AccountId;
use crate::installation::{Installation, ProviderAccount};
use crate::messages::account_errors;
use crate::store::{self, audit};
use crate::{Caller, people};

/// Makes an account, once the provider has taken its credentials; what stands for it in addresses. With the sandbox there are no credentials.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators; [`Error::Problems`] for what has to be fixed, also where the provider refuses the
/// credentials; [`Error::Conflict`] where the database would not keep the accounts apart.
pub async fn create(
    installation: &Installation,
    caller: &Caller,
    now: Timestamp,
    form: &NewAccountForm,
    (id, nonce): (AccountId, [u8; NONCE_BYTES]),
) -> Result<String, Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let backend = installation.backend();
    if !store::accounts::are_kept_apart(&backend.pool).await? {
        return Err(Error::Conflict(account_errors::not_kept_apart()));
    }
    let with_credentials = !backend.sandbox;
    let (settings, retention, credentials) = parse(form, with_credentials)?;
    if let Some(credentials) = &credentials {
        let account = ProviderAccount {
            id,
            zone: settings.zone.clone(),
            credentials: Some(credentials.clone()),
            is_first: false,
        };
        let provider = installation.provider_of(account).await?;
        credentials::try_out(&provider, now).await?;
        installation.expect_unused(credentials, id)?;
    }
    let own = backend.for_account(id);
    let sealed = credentials
        .map(|credentials| credentials::seal(&own, id, &credentials, nonce))
        .transpose()?;
    let mut transaction = own.pool.begin().await?;
    store::accounts::lock_all(&mut transaction).await?;
    let slug = free_slug(
        leads::slug(&settings.name),
        &store::accounts::slugs(&mut transaction).await?,
    );
    store::accounts::insert(&mut transaction, now, id, &slug, &settings).await?;
    store::retention::choose(&mut transaction, now, id, &retention).await?;
    if let Some(sealed) = sealed {
        store::credentials::replace(&mut transaction, now, id, &sealed).await?;
    }
    let name = settings.name.clone();
    let made = AuditEntry::of(caller, now, AuditAction::AccountMade { name });
    audit::insert(&mut *transaction, &made.in_account(id)).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    installation.refresh_after_a_change().await;
    Ok(slug)
}

/// The settings and the credentials of the form.
fn parse(
    form: &NewAccountForm,
    with_credentials: bool,
) -> Result<(AccountSettings, Retention, Option<airudder::Credentials>), Error> {
    let settings = leads::parse_account_form(&AccountForm {
        name: form.name.clone(),
        country: form.country.clone(),
        zone: form.zone.clone(),
        platform: form.platform.clone(),
        fill_notes: true,
        batch_size: "5000".to_owned(),
        cooldown_days: "7".to_owned(),
        ..AccountForm::default()
    });
    let retention = leads::parse_retention_form(&form.retention);
    let credentials = with_credentials.then(|| credentials::parse(&form.credentials));
    match (settings, retention, credentials.transpose()) {
        (Ok(settings), Ok(retention), Ok(credentials)) => Ok((settings, retention, credentials)),
        (settings, retention, credentials) => {
            let mut problems = settings.err().unwrap_or_default();
            problems.extend(retention.err().unwrap_or_default());
            problems.extend(credentials.err().unwrap_or_default());
            Err(Error::Problems(problems))
        }
    }
}

/// The slug, or where it is taken the slug with the first free number behind it.
fn free_slug(slug: String, taken: &[String]) -> String {
    let numbered = (2_u32..).map(|number| format!("{slug}-{number}"));
    let mut candidates = std::iter::once(slug.clone()).chain(numbered);
    let free = candidates.find(|candidate| !taken.contains(candidate));
    free.unwrap_or(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_that_is_taken_gets_a_number() {
        let taken = ["ph", "ph-2"].map(str::to_owned);
        assert_eq!(free_slug("ph".to_owned(), &taken), "ph-3");
        assert_eq!(free_slug("mx".to_owned(), &taken), "mx");
    }
}
