//! Somebody who is signed in, outside of any account.

use backend::audit::RequestSource;
use backend::ids::PersonId;
use backend::users::AccountOfPerson;

/// Who asks for what is of no account.
#[derive(Clone, Debug)]
pub struct SignedInPerson {
    /// Who.
    pub person: PersonId,
    /// The accounts that they may work in.
    pub accounts: Vec<AccountOfPerson>,
    /// Where the request comes from.
    pub source: RequestSource,
}
