//! People, their links and their sessions, as the screens show them.

use localization::{Language, Message};
use serde::{Deserialize, Serialize};

use super::{FactorsView, Moment};
use crate::roles::Role;

/// Everybody who can sign in or could, and who is invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleView {
    /// The people, by name.
    pub people: Vec<PersonView>,
    /// The invitations that nobody has accepted, the newest first.
    pub invitations: Vec<InvitationView>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The address to sign in with.
    pub email: String,
    /// The role in the account; `None` where they may not work in it.
    pub role: Option<Role>,
    /// When they were added.
    pub since: Moment,
    /// When they were last there, in steps of five minutes; `None` where they never were.
    pub seen: Option<Moment>,
    /// Since when they may not sign in; `None` where they may.
    pub disabled: Option<Moment>,
    /// Whether they have a second factor.
    pub has_second_factor: bool,
    /// Whether it is the one who asks.
    pub is_caller: bool,
}

/// An invitation that nobody has accepted yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    /// The address of who is invited: there is one invitation for each.
    pub email: String,
    /// The name that was given.
    pub name: String,
    /// The role they get.
    pub role: Role,
    /// When the link stops working, or stopped.
    pub until: Moment,
    /// Whether it has stopped.
    pub is_over: bool,
}

/// What a one-time link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkPurpose {
    /// To become one of the people.
    Invitation,
    /// To choose a new password.
    PasswordReset,
}

/// A one-time link that works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkView {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// The address of the person.
    pub email: String,
    /// The name of the person.
    pub name: String,
    /// Whether they have a second factor, so that the password may be shorter.
    pub has_second_factor: bool,
    /// The language that they have chosen.
    pub language: Option<Language>,
}

/// A person's own page.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileView {
    /// The name.
    pub name: String,
    /// The address to sign in with.
    pub email: String,
    /// The role.
    pub role: Role,
    /// The second factors.
    pub factors: FactorsView,
    /// The sessions that have not ended: this one first, then by last use.
    pub sessions: Vec<SessionView>,
    /// What happened lately to the person as somebody who signs in: the newest first.
    pub recent: Vec<OwnEvent>,
}

/// A sign-in, or a change of a person, as they see it themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnEvent {
    /// When.
    pub at: Moment,
    /// What, as a sentence.
    pub sentence: Message,
    /// Who did it, where it was somebody else; *Command line* for whoever runs the server.
    pub by_other: Option<Message>,
    /// Whether it was refused.
    pub is_refused: bool,
    /// Browser and system, where it came from one.
    pub device: Option<Message>,
}

/// A session of the one who asks.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionView {
    /// What it is ended by; it opens nothing.
    pub id: String,
    /// Browser and system: `Firefox on Windows`.
    pub device: Message,
    /// When it began.
    pub signed_in: Moment,
    /// When it was last used, in steps of five minutes.
    pub seen: Moment,
    /// When it ends at the latest.
    pub until: Moment,
    /// Whether it is the one that asks.
    pub is_this: bool,
}
