//! The audit log: who did what in the whole installation, and from where. It is written in the transaction of what it tells of, and kept
//! for good.
//!
//! Architecture invariant: no entry holds a phone number or a name of a lead, a word of the provider, a secret, or what somebody typed into
//! the form of the sign-in.

mod action;
mod chain;
mod classes;
mod of_event;
mod sentence;
mod stored;
mod values;
mod view;

use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use action::AuditAction;
pub use chain::{AuditVerdict, NoSignedHead, SignedHead, sign_head, verify};
pub(crate) use classes::Repeats;
use jiff::Timestamp;
use leads::Action;
use serde::Serialize;
use serde_json::{Map, Value};
pub(crate) use values::SecondFactorCode;
pub use values::{
    FactorChange, FileOf, LeadsPage, LinkRefusal, SearchedIn, SettingChange, SignInRefusal,
    SignedInBy,
};
pub(crate) use view::sentence;
pub use view::{export, view};

use crate::error::Error;
use crate::hourly::Costly;
use crate::ids::{AccountId, DraftId, PersonId, TaskId};
use crate::store::sessions::SessionHandle;
use crate::users::Caller;
use crate::{Backend, store};

/// The most characters of a `User-Agent` that are kept.
const MAX_BROWSER: usize = 300;

/// Hexadecimal digits of the digest of a session's id that are kept: enough to tell sessions apart, and too few to end one by.
const SESSION_DIGITS: usize = 16;

/// Whoever sends a request: the address that it comes from, and the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The address.
    pub address: IpAddr,
    /// The `User-Agent`.
    browser: Option<String>,
}

impl Client {
    /// Somebody at that address, with the `User-Agent` of their browser, of which 300 characters are kept.
    pub fn new(address: IpAddr, browser: Option<&str>) -> Client {
        let kept = |text: &str| text.chars().take(MAX_BROWSER).collect();
        Client {
            address,
            browser: browser.map(kept),
        }
    }

    /// The `User-Agent`, as far as it is kept.
    pub fn browser(&self) -> Option<&str> {
        self.browser.as_deref()
    }
}

impl From<IpAddr> for Client {
    fn from(address: IpAddr) -> Client {
        Client::new(address, None)
    }
}

/// Where a request of somebody who is signed in comes from, and what their role did not allow in it.
#[derive(Clone, Debug, Default)]
pub struct RequestSource {
    client: Option<Client>,
    session: Option<String>,
    refused: Arc<Mutex<RefusedByRule>>,
}

/// What was refused in a request by a rule about the person, before anything was done.
#[derive(Debug, Default)]
struct RefusedByRule {
    forbidden: Vec<Action>,
    too_often: Vec<Costly>,
}

impl RequestSource {
    /// A request of that client in that session.
    pub fn new(client: Client, session: Option<&SessionHandle>) -> RequestSource {
        RequestSource {
            client: Some(client),
            session: session.map(shortened),
            refused: Arc::default(),
        }
    }

    /// The client, where the request came over the network.
    pub fn client(&self) -> Option<&Client> {
        self.client.as_ref()
    }

    /// Notes that the person's role does not allow that. [`record_refused`] writes it down.
    pub(crate) fn forbid(&self, action: Action) {
        self.refused().forbidden.push(action);
    }

    /// Notes that the person did that too often. [`record_refused`] writes it down.
    pub(crate) fn note_too_often(&self, of: Costly) {
        self.refused().too_often.push(of);
    }

    fn refused(&self) -> MutexGuard<'_, RefusedByRule> {
        // Whoever panicked while they held it has pushed or taken a word.
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is kept of a session to tell it from others.
pub(crate) fn shortened(session: &SessionHandle) -> String {
    session.as_str().chars().take(SESSION_DIGITS).collect()
}

/// Who did something, and from where.
#[derive(Clone, Debug)]
pub struct Actor {
    pub(crate) source: Source,
    /// The person; `None` for somebody who is not signed in, and for the command line.
    pub(crate) person: Option<PersonId>,
    pub(crate) client: Option<Client>,
    pub(crate) session: Option<String>,
}

/// Through what something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Browser,
    CommandLine,
}

impl Source {
    /// The one of that [`key`](Source::key).
    pub(crate) fn from_key(key: &str) -> Option<Source> {
        let all = [Source::Browser, Source::CommandLine];
        all.into_iter().find(|source| source.key() == key)
    }

    /// The stored key.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Source::Browser => "browser",
            Source::CommandLine => "command_line",
        }
    }
}

impl Actor {
    /// Whoever runs commands on the server.
    pub(crate) const COMMAND_LINE: Actor = Actor {
        source: Source::CommandLine,
        person: None,
        client: None,
        session: None,
    };

    /// Somebody who has no session: a visitor, or who has just proved who they are.
    pub(crate) fn without_session(person: Option<PersonId>, client: &Client) -> Actor {
        Actor {
            source: Source::Browser,
            person,
            client: Some(client.clone()),
            session: None,
        }
    }

    /// Somebody who is signed in.
    pub(crate) fn signed_in(person: PersonId, source: &RequestSource) -> Actor {
        Actor {
            source: Source::Browser,
            person: Some(person),
            client: source.client.clone(),
            session: source.session.clone(),
        }
    }
}

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditObject {
    /// A draft.
    Draft(DraftId),
    /// A task.
    Task(TaskId),
    /// One of the people.
    Person(PersonId),
    /// A robot, by the provider's id.
    Robot(String),
}

impl AuditObject {
    /// The stored key of its kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            AuditObject::Draft(_) => "draft",
            AuditObject::Task(_) => "task",
            AuditObject::Person(_) => "person",
            AuditObject::Robot(_) => "robot",
        }
    }

    /// Its id.
    pub fn id(&self) -> String {
        match self {
            AuditObject::Draft(id) => id.to_string(),
            AuditObject::Task(id) => id.to_string(),
            AuditObject::Person(id) => id.to_string(),
            AuditObject::Robot(id) => id.clone(),
        }
    }
}

/// One line of the audit log.
#[derive(Clone, Debug)]
pub struct AuditEntry {
    pub(crate) at: Timestamp,
    pub(crate) actor: Actor,
    pub(crate) action: AuditAction,
    pub(crate) account: Option<AccountId>,
    pub(crate) object: Option<AuditObject>,
}

impl AuditEntry {
    /// Something that somebody did.
    pub fn by(actor: Actor, at: Timestamp, action: AuditAction) -> AuditEntry {
        AuditEntry {
            at,
            actor,
            action,
            account: None,
            object: None,
        }
    }

    /// Something that the caller did in their account.
    pub fn of(caller: &Caller, at: Timestamp, action: AuditAction) -> AuditEntry {
        AuditEntry {
            account: Some(caller.account.id),
            ..AuditEntry::by(caller.actor(), at, action)
        }
    }

    /// Something that the caller did with their own account.
    pub(crate) fn of_own(caller: &Caller, at: Timestamp, action: AuditAction) -> AuditEntry {
        AuditEntry::by(caller.actor(), at, action).about(AuditObject::Person(caller.person))
    }

    /// The same in that account; in none where nothing is given.
    pub(crate) fn in_account(self, account: impl Into<Option<AccountId>>) -> AuditEntry {
        AuditEntry {
            account: account.into(),
            ..self
        }
    }

    /// The same about that.
    pub fn about(self, object: AuditObject) -> AuditEntry {
        AuditEntry {
            object: Some(object),
            ..self
        }
    }
}

/// Writes down what the caller's role did not allow during their request, and what they did too often within an hour. What was refused
/// has changed nothing, so that it stands in a transaction of its own.
///
/// # Errors
/// When the database fails.
pub async fn record_refused(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
) -> Result<(), Error> {
    let mut refused = std::mem::take(&mut *caller.source.refused());
    refused.forbidden.dedup();
    let forbidden = refused.forbidden.into_iter().map(|permission| {
        let (permission, role) = (permission.key().to_owned(), caller.role.key().to_owned());
        AuditAction::ActionForbidden { permission, role }
    });
    let too_often = refused.too_often.into_iter();
    let too_often = too_often.map(|of| AuditAction::TooOften { of });
    for action in forbidden.chain(too_often) {
        store::audit::insert(&backend.pool, &AuditEntry::of(caller, now, action)).await?;
    }
    Ok(())
}

/// Writes down that somebody asked for something of the account of that backend, in which they have no role. They are not told that there is one.
///
/// # Errors
/// When the database fails.
pub async fn record_without_role(
    backend: &Backend,
    person: PersonId,
    source: &RequestSource,
    now: Timestamp,
) -> Result<(), Error> {
    let actor = Actor::signed_in(person, source);
    let entry = AuditEntry::by(actor, now, AuditAction::AccountForbidden {});
    store::audit::insert(&backend.pool, &entry.in_account(backend.account)).await?;
    Ok(())
}

/// The fields of two records that differ, by name; a field that only one of them has is null in the other.
///
/// # Errors
/// Never for records of numbers, texts and lists.
pub(crate) fn changed_fields(
    before: &impl Serialize,
    after: &impl Serialize,
) -> Result<Vec<SettingChange>, Error> {
    let fields = |record: Value| match record {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    let unwritable = |_| Error::Inconsistent("settings that cannot be written");
    let mut before = fields(serde_json::to_value(before).map_err(unwritable)?);
    let mut changes = Vec::new();
    for (field, new) in fields(serde_json::to_value(after).map_err(unwritable)?) {
        let old = before.remove(&field).unwrap_or_default();
        if old != new {
            changes.push(SettingChange { field, old, new });
        }
    }
    let gone = before.into_iter().map(|(field, old)| SettingChange {
        field,
        old,
        new: Value::Null,
    });
    changes.extend(gone);
    Ok(changes)
}
