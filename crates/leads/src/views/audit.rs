//! The audit log, as the screen for administrators shows it.

use jiff::civil::Date;
use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::{Moment, ZoneLabel};
use crate::messages::audit_words;

/// Entries on a page.
pub const AUDIT_ENTRIES_ON_A_PAGE: u32 = 50;

/// Actions that belong together, by which people filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum AuditGroup {
    /// Sign-ins and sessions.
    Sessions,
    /// People, roles and passwords.
    People,
    /// Settings.
    Settings,
    /// Lists and drafts.
    Lists,
    /// What calls people, or stops it.
    Calling,
    /// Looks at personal data.
    PersonalData,
    /// What a role did not allow.
    Permissions,
    /// The audit log itself.
    AuditLog,
}

impl AuditGroup {
    /// Every group.
    pub const ALL: [AuditGroup; 8] = [
        AuditGroup::Sessions,
        AuditGroup::People,
        AuditGroup::Settings,
        AuditGroup::Lists,
        AuditGroup::Calling,
        AuditGroup::PersonalData,
        AuditGroup::Permissions,
        AuditGroup::AuditLog,
    ];

    /// The key in the address and in the database.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The group of that [`key`](AuditGroup::key).
    pub fn from_key(key: &str) -> Option<AuditGroup> {
        key.parse().ok()
    }

    /// The words that people see.
    pub fn label(self) -> Message {
        match self {
            AuditGroup::Sessions => audit_words::sessions(),
            AuditGroup::People => audit_words::people(),
            AuditGroup::Settings => audit_words::settings(),
            AuditGroup::Lists => audit_words::lists(),
            AuditGroup::Calling => audit_words::calling(),
            AuditGroup::PersonalData => audit_words::personal_data(),
            AuditGroup::Permissions => audit_words::permissions(),
            AuditGroup::AuditLog => audit_words::audit_log(),
        }
    }
}

/// Whether it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum AuditOutcome {
    /// It was done.
    Done,
    /// It was refused.
    Refused,
}

impl AuditOutcome {
    /// Both.
    pub const ALL: [AuditOutcome; 2] = [AuditOutcome::Done, AuditOutcome::Refused];

    /// The key in the address and in the database.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The outcome of that [`key`](AuditOutcome::key).
    pub fn from_key(key: &str) -> Option<AuditOutcome> {
        key.parse().ok()
    }

    /// The word that people see.
    pub fn label(self) -> Message {
        match self {
            AuditOutcome::Done => audit_words::done(),
            AuditOutcome::Refused => audit_words::refused(),
        }
    }
}

/// What the audit log is asked for; it is the query of its address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditQuery {
    /// The id of a person; empty for everybody.
    pub person: String,
    /// A group of actions.
    pub group: Option<AuditGroup>,
    /// Done or refused.
    pub outcome: Option<AuditOutcome>,
    /// The first day, in the account's zone.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// The id of what entries are about; empty for everything.
    pub object: String,
    /// The entry behind which the page begins.
    pub behind: Option<AuditPlace>,
}

impl AuditQuery {
    /// Whether it leaves entries out.
    pub fn is_filtered(&self) -> bool {
        let all = AuditQuery {
            behind: self.behind,
            ..AuditQuery::default()
        };
        *self != all
    }
}

/// Where an entry stands: they are sorted by time, then by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPlace {
    /// Microseconds since 1970.
    pub at: i64,
    /// The number.
    pub number: i64,
}

/// A kind of thing that has a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum AuditObjectKind {
    /// A draft.
    Draft,
    /// A task.
    Task,
    /// One of the people.
    Person,
    /// A robot.
    Robot,
}

impl AuditObjectKind {
    /// The kind of that stored key.
    pub fn from_key(key: &str) -> Option<AuditObjectKind> {
        key.parse().ok()
    }

    /// What it is called where its name is not known.
    pub fn label(self) -> Message {
        match self {
            AuditObjectKind::Draft => audit_words::draft(),
            AuditObjectKind::Task => audit_words::task(),
            AuditObjectKind::Person => audit_words::person(),
            AuditObjectKind::Robot => audit_words::robot(),
        }
    }
}

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditObjectView {
    /// What it is.
    pub kind: AuditObjectKind,
    /// Its id.
    pub id: String,
    /// Its name; `None` where it is gone.
    pub name: Option<String>,
}

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditLine {
    /// Its number in the chain, from 1.
    pub number: u64,
    /// When.
    pub at: Moment,
    /// Who: a name, *Command line*, or *Not signed in*.
    pub who: Message,
    /// What, as a sentence.
    pub sentence: Message,
    /// What it is about.
    pub object: Option<AuditObjectView>,
    /// Whether it was done.
    pub outcome: AuditOutcome,
    /// The address that the request came from.
    pub address: Option<String>,
    /// Browser and system.
    pub device: Option<Message>,
    /// The beginning of the digest of the session's id.
    pub session: Option<String>,
}

/// A page of the audit log.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditView {
    /// The entries, the newest first.
    pub lines: Vec<AuditLine>,
    /// Where the next page begins; `None` on the last one.
    pub next: Option<AuditPlace>,
    /// What was asked for.
    pub query: AuditQuery,
    /// People to filter by: id and name.
    pub people: Vec<(String, String)>,
    /// The zone of days and times.
    pub zone: ZoneLabel,
}
