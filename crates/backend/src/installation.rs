//! The installation: what all accounts share, and for each account a [`Backend`] of its own.
//!
//! Architecture invariant: a use case works with the connections, the client and the circuit breaker of one account, and row-level security
//! keeps the rows of every other account from those connections. Which account that is, is decided here and nowhere else.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use futures::future::BoxFuture;
use jiff::tz::TimeZone;
use tokio::sync::{Mutex, Notify};

use crate::Backend;
use crate::credentials::{self, StoredCredentials};
use crate::error::{Error, Unreadable};
use crate::ids::AccountId;
use crate::messages::account_errors;
use crate::provider::Provider;
use crate::store::{self, accounts::ListedAccount};

/// What a client of the provider is made of.
#[derive(Clone, Debug)]
pub struct ProviderAccount {
    /// The account.
    pub id: AccountId,
    /// Its zone: in it the simulator understands schedules.
    pub zone: TimeZone,
    /// What it signs in with; `None` where nothing is stored, and the environment says it.
    pub credentials: Option<airudder::Credentials>,
    /// Whether it is the oldest account: the one that the environment describes.
    pub is_first: bool,
}

/// Makes the client of an account.
pub type Connect = Arc<
    dyn Fn(ProviderAccount) -> BoxFuture<'static, Result<airudder::Client, Error>> + Send + Sync,
>;

/// The installation. Clones share the accounts.
#[derive(Clone)]
pub struct Installation(Arc<Shared>);

struct Shared {
    backend: Backend,
    connect: Connect,
    accounts: RwLock<BTreeMap<AccountId, OpenAccount>>,
    changed: Notify,
    /// One looks at a time: two would open the same account twice.
    refreshing: Mutex<()>,
}

/// An account that can be worked with.
#[derive(Clone, Debug)]
pub struct OpenAccount {
    /// What stands for it in addresses.
    pub slug: String,
    /// Its use cases.
    pub backend: Backend,
    /// Whether the provider can be called with its credentials.
    pub is_usable: bool,
    /// Which of its stored credentials the client signs in with; `None` where none are stored.
    credentials: Option<i64>,
}

impl Installation {
    /// The installation whose accounts are in the database of `backend`, which itself works for none of them.
    pub fn new(backend: Backend, connect: Connect) -> Installation {
        Installation(Arc::new(Shared {
            backend,
            connect,
            accounts: RwLock::default(),
            changed: Notify::new(),
            refreshing: Mutex::new(()),
        }))
    }

    /// The same where every account calls the provider with that client.
    pub fn with_one_client(backend: Backend, client: airudder::Client) -> Installation {
        let connect = move |_| {
            let client = client.clone();
            Box::pin(async move { Ok(client) }) as BoxFuture<'static, _>
        };
        Installation::new(backend, Arc::new(connect))
    }

    /// What is of no account: people, their sessions, the audit log.
    pub fn backend(&self) -> &Backend {
        &self.0.backend
    }

    /// The accounts that are open.
    pub fn accounts(&self) -> Vec<OpenAccount> {
        self.read().values().cloned().collect()
    }

    /// The account with that id, if it is open.
    pub fn account(&self, id: AccountId) -> Option<OpenAccount> {
        self.read().get(&id).cloned()
    }

    /// The account that stands in addresses like that, if it is open.
    pub fn with_slug(&self, slug: &str) -> Option<OpenAccount> {
        self.read()
            .values()
            .find(|account| account.slug == slug)
            .cloned()
    }

    /// Waits until this process has opened another account.
    pub async fn changed(&self) {
        self.0.changed.notified().await;
    }

    /// Opens accounts that are new, and signs in anew with credentials that have changed. An account whose credentials cannot be used is open
    /// all the same, so that an administrator can enter others; it calls nobody.
    ///
    /// # Errors
    /// When the accounts cannot be read; [`Error::AccountsMixed`] where there are several, and the role of the database sees the rows of each.
    pub async fn refresh(&self) -> Result<(), Error> {
        let _turn = self.0.refreshing.lock().await;
        let pool = &self.0.backend.pool;
        let accounts = store::accounts::all(pool).await?;
        if accounts.len() > 1 && !store::accounts::are_kept_apart(pool).await? {
            return Err(Error::AccountsMixed);
        }
        for listed in accounts {
            self.open(listed).await?;
        }
        Ok(())
    }

    /// The same after a change that is made: where it fails, the next turn of the worker does it.
    pub(crate) async fn refresh_after_a_change(&self) {
        if let Err(error) = self.refresh().await {
            let error = &error as &dyn std::error::Error;
            tracing::warn!(error, "a changed account is opened later");
        }
    }

    /// Opens an account, or brings it up to date.
    async fn open(&self, listed: ListedAccount) -> Result<(), Error> {
        let opened = self.account(listed.id);
        let backend = match &opened {
            Some(opened) => opened.backend.clone(),
            None => self.0.backend.for_account(listed.id),
        };
        let before = opened
            .as_ref()
            .map(|opened| (opened.is_usable, opened.credentials));
        // Looked at every few seconds: only what has changed is decrypted.
        if before == Some((true, credentials::version(&backend, listed.id).await?)) {
            return Ok(());
        }
        let stored = match credentials::stored(&backend, listed.id).await {
            Err(error @ Error::Database(_)) => return Err(error),
            stored => stored,
        };
        let version = stored.as_ref().ok().and_then(Option::as_ref);
        let version = version.map(|stored| stored.version);
        let client = match stored {
            Ok(stored) => self.client(&listed, stored).await,
            Err(error) => Err(error),
        };
        if let Err(error) = &client
            && before.is_none_or(|(was_usable, _)| was_usable)
        {
            let error = error as &dyn std::error::Error;
            tracing::error!(
                account = listed.slug,
                error,
                "the credentials of an account cannot be used"
            );
        }
        let account = OpenAccount {
            slug: listed.slug,
            is_usable: client.is_ok(),
            credentials: version,
            backend,
        };
        account.backend.provider.replace(client.ok());
        self.write().insert(listed.id, account);
        if before.is_none() {
            self.0.changed.notify_one();
        }
        Ok(())
    }

    /// That no other account signs in with these credentials: its people would be called twice, and its tasks be taken for this one's.
    pub(crate) fn expect_unused(
        &self,
        credentials: &airudder::Credentials,
        by: AccountId,
    ) -> Result<(), Error> {
        let airudder::Credentials::Key { app_key, .. } = credentials else {
            return Ok(());
        };
        let accounts = self.read();
        let mut others = accounts.iter().filter(|(id, _)| **id != by);
        let is_used =
            others.any(|(_, other)| other.backend.provider.app_key().as_ref() == Some(app_key));
        match is_used {
            false => Ok(()),
            true => Err(Error::problem("app_key", account_errors::key_in_use())),
        }
    }

    async fn client(
        &self,
        listed: &ListedAccount,
        stored: Option<StoredCredentials>,
    ) -> Result<airudder::Client, Error> {
        let unreadable = |_| Unreadable::new("accounts", "zone", listed.id);
        let account = ProviderAccount {
            id: listed.id,
            zone: TimeZone::get(&listed.zone).map_err(unreadable)?,
            credentials: stored.map(|stored| stored.credentials),
            is_first: listed.is_first,
        };
        (self.0.connect)(account).await
    }

    /// The provider for whoever signs in so: to try credentials out before they are kept.
    pub(crate) async fn provider_of(&self, account: ProviderAccount) -> Result<Provider, Error> {
        Ok(Provider::new((self.0.connect)(account).await?))
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, BTreeMap<AccountId, OpenAccount>> {
        self.0
            .accounts
            .read()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> std::sync::RwLockWriteGuard<'_, BTreeMap<AccountId, OpenAccount>> {
        self.0
            .accounts
            .write()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Installation {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let accounts: Vec<String> = self.accounts().into_iter().map(|open| open.slug).collect();
        formatter
            .debug_tuple("Installation")
            .field(&accounts)
            .finish()
    }
}
