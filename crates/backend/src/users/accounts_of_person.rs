//! Where a person may work, and in which language.

use leads::Role;
use localization::Language;

use crate::error::{Error, Unreadable};
use crate::ids::PersonId;
use crate::store::users::AccountOfPerson;
use crate::{Backend, store};

/// The oldest of a person's accounts in which their role needs a second factor that they do not have.
///
/// # Errors
/// When the database fails.
pub async fn needs_second_factor_in<'a>(
    backend: &Backend,
    person: PersonId,
    accounts: &'a [AccountOfPerson],
) -> Result<Option<&'a AccountOfPerson>, Error> {
    let known = store::users::known(&backend.pool, person).await?;
    if known.is_none_or(|known| known.has_second_factor) {
        return Ok(None);
    }
    Ok(accounts.iter().find(|account| {
        let role = Role::from_key(&account.role);
        role.is_some_and(|role| backend.second_factors.needed_by(role))
    }))
}

/// Where a person may work, and in which language.
#[derive(Debug, Default)]
pub struct AccountsOfPerson {
    /// The accounts, the oldest first.
    pub accounts: Vec<AccountOfPerson>,
    /// The language that they have chosen.
    pub language: Option<Language>,
}

/// The accounts that a person may work in.
///
/// # Errors
/// When the database fails.
pub async fn accounts_of(backend: &Backend, person: PersonId) -> Result<AccountsOfPerson, Error> {
    let Some(row) = store::users::accounts_of(&backend.pool, person).await? else {
        return Ok(AccountsOfPerson::default());
    };
    Ok(AccountsOfPerson {
        accounts: row.accounts.0,
        language: row.language.map(|tag| language(person, &tag)).transpose()?,
    })
}

/// The language of a stored tag.
pub(super) fn language(person: PersonId, tag: &str) -> Result<Language, Unreadable> {
    Language::offered(tag).ok_or_else(|| Unreadable::new("users", "language", person))
}
