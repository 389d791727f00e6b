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

    /// Opens accounts that are new, and signs in anew with credentials that have changed. What cannot be opened is logged, and left for the
    /// next time: it keeps no other account from its work.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub async fn refresh(&self) -> Result<(), Error> {
        let _turn = self.0.refreshing.lock().await;
        for listed in store::accounts::all(&self.0.backend.pool).await? {
            let id = listed.id;
            if let Err(error) = self.open(listed).await {
                tracing::error!(account = %id, error = &error as &dyn std::error::Error, "an account could not be opened");
            }
        }
        Ok(())
    }

    /// Opens an account, or brings it up to date.
    async fn open(&self, listed: ListedAccount) -> Result<(), Error> {
        let opened = self.account(listed.id);
        let backend = match &opened {
            Some(opened) => opened.backend.clone(),
            None => self.0.backend.for_account(listed.id),
        };
        let stored = credentials::stored(&backend, listed.id).await?;
        let version = stored.as_ref().map(|stored| stored.version);
        if opened.is_some_and(|opened| opened.credentials == version) {
            return Ok(());
        }
        let client = self.client(&listed, stored).await?;
        backend.provider.replace(client);
        let account = OpenAccount {
            slug: listed.slug,
            backend,
            credentials: version,
        };
        let before = self.write().insert(listed.id, account);
        if before.is_none() {
            self.0.changed.notify_one();
        }
        Ok(())
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
