//! What entries of the audit log have in common: outcome, group, and whether the same counts again.

use leads::views::{AuditGroup, AuditOutcome};

use super::action::AuditAction;
use super::values::{LinkRefusal, SearchedIn, SignInRefusal};

/// Whether the same counts again within a few minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeats {
    /// Each time is an entry.
    Each,
    /// The same page of the same person is one look, and so is the same refusal to the same person.
    Look,
    /// The same attempt from one address is one entry: nothing else bounds them.
    Attempt,
}

impl AuditAction {
    /// Whether it was done.
    pub const fn outcome(&self) -> AuditOutcome {
        match self {
            AuditAction::SetUpRefused { .. }
            | AuditAction::SignInRefused { .. }
            | AuditAction::LinkRefused { .. }
            | AuditAction::PasswordChangeRefused { .. }
            | AuditAction::TooOften { .. }
            | AuditAction::AccountForbidden {}
            | AuditAction::ActionForbidden { .. } => AuditOutcome::Refused,
            _ => AuditOutcome::Done,
        }
    }

    /// Whether the same counts again within a few minutes.
    pub(crate) const fn repeats(&self) -> Repeats {
        match self {
            AuditAction::LeadsShown { .. }
            | AuditAction::NumbersShown { .. }
            | AuditAction::TooOften { .. }
            | AuditAction::AccountForbidden {}
            | AuditAction::NumberSearched {
                within: SearchedIn::Calls,
                ..
            } => Repeats::Look,
            AuditAction::SignInRefused {
                reason: SignInRefusal::TooManyAttempts,
                ..
            }
            | AuditAction::PasswordChangeRefused {
                reason: SignInRefusal::TooManyAttempts,
            }
            | AuditAction::LinkRefused {
                reason: LinkRefusal::TooManyAttempts | LinkRefusal::Expired,
            }
            | AuditAction::SetUpRefused {
                reason: LinkRefusal::TooManyAttempts,
            } => Repeats::Attempt,
            _ => Repeats::Each,
        }
    }

    /// What it belongs to.
    pub const fn group(&self) -> AuditGroup {
        if let Some(group) = self.group_of_do_not_call() {
            return group;
        }
        if let Some(group) = self.group_of_access() {
            return group;
        }
        match self {
            AuditAction::SetUp {}
            | AuditAction::SetUpRefused { .. }
            | AuditAction::SignedIn { .. }
            | AuditAction::SignInRefused { .. }
            | AuditAction::SignedOut {}
            | AuditAction::SessionEnded { .. }
            | AuditAction::Confirmed {}
            | AuditAction::OtherSessionsEnded { .. } => AuditGroup::Sessions,
            AuditAction::PersonAdded { .. }
            | AuditAction::PersonInvited { .. }
            | AuditAction::InvitationRevoked { .. }
            | AuditAction::InvitationAccepted { .. }
            | AuditAction::RoleChanged { .. }
            | AuditAction::PersonDisabled {}
            | AuditAction::PersonEnabled {}
            | AuditAction::ResetStarted {}
            | AuditAction::ResetUsed {}
            | AuditAction::LinkRefused { .. }
            | AuditAction::NameChanged {}
            | AuditAction::PasswordChanged {}
            | AuditAction::SecondFactorsChanged { .. }
            | AuditAction::PasswordChangeRefused { .. } => AuditGroup::People,
            AuditAction::SecretsEncryptedAnew { .. }
            | AuditAction::AccountMade { .. }
            | AuditAction::CredentialsChanged {}
            | AuditAction::SettingsChanged { .. }
            | AuditAction::CallingRuleChanged { .. }
            | AuditAction::HolidayChanged { .. }
            | AuditAction::PushAddressMade {}
            | AuditAction::RobotResultsChanged { .. } => AuditGroup::Settings,
            AuditAction::ListUploaded { .. }
            | AuditAction::FixedRowsUploaded { .. }
            | AuditAction::CheckStarted { .. }
            | AuditAction::CheckCancelled {}
            | AuditAction::DraftDiscarded { .. }
            | AuditAction::DraftRestored {} => AuditGroup::Lists,
            AuditAction::Approved { .. }
            | AuditAction::RuleOverridden { .. }
            | AuditAction::Submitted { .. }
            | AuditAction::BatchSentAgain { .. }
            | AuditAction::BatchGivenUp { .. }
            | AuditAction::BatchStopped { .. }
            | AuditAction::StopWanted { .. }
            | AuditAction::CancelWanted { .. }
            | AuditAction::CancelsWantedAgain { .. }
            | AuditAction::MarkedDone {}
            | AuditAction::NeedsAttentionAgain {} => AuditGroup::Calling,
            // What is left are the actions above.
            _ => AuditGroup::AuditLog,
        }
    }

    const fn group_of_access(&self) -> Option<AuditGroup> {
        match self {
            AuditAction::LeadsShown { .. }
            | AuditAction::NumbersShown { .. }
            | AuditAction::ErasureLookedUp { .. }
            | AuditAction::NumberErased { .. }
            | AuditAction::FileDownloaded { .. }
            | AuditAction::NumberSearched { .. } => Some(AuditGroup::PersonalData),
            AuditAction::ActionForbidden { .. }
            | AuditAction::AccountForbidden {}
            | AuditAction::TooOften { .. } => Some(AuditGroup::Permissions),
            _ => None,
        }
    }

    const fn group_of_do_not_call(&self) -> Option<AuditGroup> {
        match self {
            AuditAction::DoNotCallAdded { .. }
            | AuditAction::DoNotCallAddedFromFile { .. }
            | AuditAction::DoNotCallRemoved { .. }
            | AuditAction::DoNotCallReapplied { .. }
            | AuditAction::DoNotCallListTakenIn { .. }
            | AuditAction::DoNotCallListRemoved { .. } => Some(AuditGroup::Lists),
            AuditAction::DoNotCallSearched { .. } => Some(AuditGroup::PersonalData),
            AuditAction::DoNotCallKeyMade {} => Some(AuditGroup::Settings),
            _ => None,
        }
    }
}
