//! What people may do: roles, and the one place that says what each of them allows.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use crate::messages::roles;

/// What a person may do. Each role includes what the ones before it may do.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    EnumString,
)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Looks at tasks and results.
    Viewer,
    /// Prepares lists and checks them.
    Preparer,
    /// Submits tasks and stops calls.
    #[strum(serialize = "member")]
    Launcher,
    /// Manages people and settings.
    #[strum(serialize = "admin")]
    Administrator,
}

impl Role {
    /// Every role, the one with the fewest permissions first.
    pub const ALL: [Role; 4] = [
        Role::Viewer,
        Role::Preparer,
        Role::Launcher,
        Role::Administrator,
    ];

    /// The stored key. Launchers and administrators keep their keys from before the other roles existed.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The role of that [`key`](Role::key).
    pub fn from_key(key: &str) -> Option<Role> {
        key.parse().ok()
    }

    /// The words that people see.
    pub fn message(self) -> Message {
        match self {
            Role::Viewer => roles::viewer(),
            Role::Preparer => roles::preparer(),
            Role::Launcher => roles::launcher(),
            Role::Administrator => roles::administrator(),
        }
    }

    /// Whether a second factor is needed where an installation needs them: of those who have people called, and of administrators.
    pub const fn needs_second_factor(self) -> bool {
        matches!(self, Role::Launcher | Role::Administrator)
    }

    /// What the role is for, as a sentence.
    pub fn description(self) -> Message {
        match self {
            Role::Viewer => roles::viewer_description(),
            Role::Preparer => roles::preparer_description(),
            Role::Launcher => roles::launcher_description(),
            Role::Administrator => roles::administrator_description(),
        }
    }
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Action {
    /// Look at tasks, calls, results, insights and robots, with masked numbers, and have them brought up to date.
    See,
    /// See whole phone numbers and names in files, beside what [`Action::Prepare`] shows.
    SeeNumbers,
    /// Make a draft, upload, fix and check its list, which shows it with its numbers.
    Prepare,
    /// Discard a draft that somebody else has begun.
    DiscardDraftOfOthers,
    /// Have people called: submit, send again, give up, stop, cancel, make a test call.
    Launch,
    /// Change people, settings, and what results mean.
    Administer,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 6] = [
        Action::See,
        Action::SeeNumbers,
        Action::Prepare,
        Action::DiscardDraftOfOthers,
        Action::Launch,
        Action::Administer,
    ];

    /// The stored key.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The action of that [`key`](Action::key).
    pub fn from_key(key: &str) -> Option<Action> {
        key.parse().ok()
    }

    /// What it is, behind “was not allowed to”.
    pub fn label(self) -> Message {
        match self {
            Action::See => roles::see(),
            Action::SeeNumbers => roles::see_numbers(),
            Action::Prepare => roles::prepare(),
            Action::DiscardDraftOfOthers => roles::discard_draft_of_others(),
            Action::Launch => roles::launch(),
            Action::Administer => roles::administer(),
        }
    }

    /// The lowest role that may do it.
    pub const fn lowest_role(self) -> Role {
        match self {
            Action::See => Role::Viewer,
            Action::SeeNumbers | Action::Prepare => Role::Preparer,
            Action::DiscardDraftOfOthers | Action::Launch => Role::Launcher,
            Action::Administer => Role::Administrator,
        }
    }

    /// The message for somebody who may not.
    pub fn refusal(self) -> Message {
        match self {
            Action::See => roles::see_refusal(),
            Action::SeeNumbers => roles::see_numbers_refusal(),
            Action::Prepare => roles::prepare_refusal(),
            Action::DiscardDraftOfOthers => roles::discard_draft_of_others_refusal(),
            Action::Launch => roles::launch_refusal(),
            Action::Administer => roles::administer_refusal(),
        }
    }
}

/// Whether somebody of that role may do that.
pub fn may(role: Role, action: Action) -> bool {
    role >= action.lowest_role()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_may_do_what_the_table_says() {
        use Action::*;
        let table: [(Role, &[Action]); 4] = [
            (Role::Viewer, &[See]),
            (Role::Preparer, &[See, SeeNumbers, Prepare]),
            (
                Role::Launcher,
                &[See, SeeNumbers, Prepare, DiscardDraftOfOthers, Launch],
            ),
            (
                Role::Administrator,
                &[
                    See,
                    SeeNumbers,
                    Prepare,
                    DiscardDraftOfOthers,
                    Launch,
                    Administer,
                ],
            ),
        ];
        assert_eq!(table.map(|(role, _)| role), Role::ALL);
        for (role, allowed) in table {
            for action in Action::ALL {
                assert_eq!(
                    may(role, action),
                    allowed.contains(&action),
                    "{role:?} {action:?}"
                );
            }
        }
    }

    #[test]
    fn a_stored_role_is_read_back_and_the_words_from_before_still_mean_the_same() {
        for role in Role::ALL {
            assert_eq!(Role::from_key(role.key()), Some(role));
        }
        assert_eq!(Role::from_key("member"), Some(Role::Launcher));
        assert_eq!(Role::from_key("admin"), Some(Role::Administrator));
        assert_eq!(Role::from_key("owner"), None);
    }
}
