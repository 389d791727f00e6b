//! What people read of an entry of the audit log.

mod changes;
mod do_not_call;
mod personal_data;

use leads::Role;
use localization::Message;

use super::action::AuditAction;
use super::values::{FactorChange, LinkRefusal, SignInRefusal, SignedInBy};
use crate::messages::audit_sentences as texts;

/// Hexadecimal digits of the digest of a file that are told.
const DIGEST_DIGITS: usize = 12;

impl AuditAction {
    /// What was done, as a sentence without a subject. The thing that it was done to stands behind it.
    pub fn sentence(&self) -> Message {
        let told = self.of_sessions().or_else(|| self.of_settings());
        let told = told.or_else(|| self.of_people());
        let told = told.or_else(|| self.of_personal_data());
        let told = told
            .or_else(|| self.of_lists())
            .or_else(|| self.of_do_not_call());
        let told = told.or_else(|| self.of_calling());
        told.unwrap_or_else(|| Message::verbatim(""))
    }

    fn of_sessions(&self) -> Option<Message> {
        Some(match self {
            AuditAction::SetUp {} => texts::set_up(),
            AuditAction::SetUpRefused { reason } => texts::set_up_refused(match reason {
                LinkRefusal::Unknown => texts::key_unknown(),
                reason => reason.words(),
            }),
            AuditAction::SignedIn { by } => match by {
                Some(by) => texts::signed_in_with(by.words()),
                None => texts::signed_in(),
            },
            AuditAction::SignInRefused {
                reason,
                unknown_email,
            } => match unknown_email {
                Some(digest) => texts::sign_in_refused_of_unknown(digest, reason.words()),
                None => texts::sign_in_refused(reason.words()),
            },
            AuditAction::SignedOut {} => texts::signed_out(),
            AuditAction::SessionEnded { session } => texts::session_ended(session),
            AuditAction::OtherSessionsEnded { sessions } => texts::other_sessions_ended(*sessions),
            _ => return None,
        })
    }

    fn of_people(&self) -> Option<Message> {
        Some(match self {
            AuditAction::PersonAdded { role } => texts::person_added(role_in_sentence(role)),
            AuditAction::PersonInvited { email, role } => {
                texts::person_invited(email, role_in_sentence(role))
            }
            AuditAction::InvitationRevoked { email } => texts::invitation_revoked(email),
            AuditAction::InvitationAccepted { role } => {
                texts::invitation_accepted(role_in_sentence(role))
            }
            AuditAction::RoleChanged { old, new } => {
                texts::role_changed(role_in_sentence(new), role_in_sentence(old))
            }
            AuditAction::PersonDisabled {} => texts::person_disabled(),
            AuditAction::PersonEnabled {} => texts::person_enabled(),
            AuditAction::ResetStarted {} => texts::reset_started(),
            AuditAction::ResetUsed {} => texts::reset_used(),
            AuditAction::LinkRefused { reason } => texts::link_refused(reason.words()),
            AuditAction::NameChanged {} => texts::name_changed(),
            AuditAction::PasswordChanged {} => texts::password_changed(),
            AuditAction::SecondFactorsChanged { change } => change.sentence(),
            AuditAction::Confirmed {} => texts::confirmed(),
            AuditAction::PasswordChangeRefused { reason } => {
                texts::password_change_refused(reason.words())
            }
            _ => return None,
        })
    }

    fn of_lists(&self) -> Option<Message> {
        Some(match self {
            AuditAction::ListUploaded { sha256, rows } => {
                texts::list_uploaded(beginning(sha256), *rows)
            }
            AuditAction::FixedRowsUploaded { sha256, rows } => {
                texts::fixed_rows_uploaded(beginning(sha256), *rows)
            }
            AuditAction::CheckStarted { leads, fixed } => texts::check_started(*fixed, *leads),
            AuditAction::CheckCancelled {} => texts::check_cancelled(),
            AuditAction::DraftDiscarded { leads } => texts::draft_discarded(*leads),
            AuditAction::DraftRestored {} => texts::draft_restored(),
            _ => return None,
        })
    }

    fn of_calling(&self) -> Option<Message> {
        Some(match self {
            AuditAction::Approved { leads, .. } => texts::approved(*leads),
            AuditAction::Submitted { is_test: true, .. } => texts::submitted_test(),
            AuditAction::Submitted {
                leads,
                refused,
                at_night,
                approved,
                outside_rule,
                ..
            } => texts::submitted(
                u8::from(*approved),
                u8::from(*at_night),
                *leads,
                u8::from(outside_rule.is_some()),
                *refused,
            ),
            AuditAction::RuleOverridden { rule, batch } => match batch {
                Some(batch) => texts::rule_overridden_for_batch(*batch, rule.message()),
                None => texts::rule_overridden(rule.message()),
            },
            AuditAction::BatchSentAgain { batch } => texts::batch_sent_again(*batch),
            AuditAction::BatchGivenUp { batch } => texts::batch_given_up(*batch),
            AuditAction::BatchStopped { batch } => texts::batch_stopped(*batch),
            AuditAction::StopWanted { batches, batch } => match batch {
                Some(batch) => texts::stop_wanted_of_batch(*batch),
                None => texts::stop_wanted(*batches),
            },
            AuditAction::CancelWanted { row } => texts::cancel_wanted(*row),
            AuditAction::CancelsWantedAgain { numbers } => texts::cancels_wanted_again(*numbers),
            AuditAction::MarkedDone {} => texts::marked_done(),
            AuditAction::NeedsAttentionAgain {} => texts::needs_attention_again(),
            _ => return None,
        })
    }
}

impl FactorChange {
    fn sentence(self) -> Message {
        match self {
            FactorChange::AppAdded => texts::app_added(),
            FactorChange::AppRemoved => texts::app_removed(),
            FactorChange::PasskeyAdded => texts::passkey_added(),
            FactorChange::PasskeyRemoved => texts::passkey_removed(),
            FactorChange::RecoveryCodesMade => texts::recovery_codes_made(),
            FactorChange::AllRemoved => texts::factors_removed(),
        }
    }
}

impl SignedInBy {
    fn words(self) -> Message {
        match self {
            SignedInBy::Password => texts::by_password(),
            SignedInBy::PasswordAndApp => texts::by_password_and_app(),
            SignedInBy::PasswordAndRecoveryCode => texts::by_password_and_recovery_code(),
            SignedInBy::Passkey => texts::by_passkey(),
            SignedInBy::Link => texts::by_link(),
            SignedInBy::LinkAndApp => texts::by_link_and_app(),
            SignedInBy::LinkAndRecoveryCode => texts::by_link_and_recovery_code(),
        }
    }
}

impl SignInRefusal {
    fn words(self) -> Message {
        match self {
            SignInRefusal::UnknownEmail => texts::unknown_email(),
            SignInRefusal::Disabled => texts::disabled(),
            SignInRefusal::WrongPassword => texts::wrong_password(),
            SignInRefusal::WrongCode => texts::wrong_code(),
            SignInRefusal::WrongPasskey => texts::wrong_passkey(),
            SignInRefusal::ChangedMeanwhile => texts::changed_meanwhile(),
            SignInRefusal::TooManyAttempts => texts::too_many_attempts(),
        }
    }
}

impl LinkRefusal {
    fn words(self) -> Message {
        match self {
            LinkRefusal::Expired => texts::link_expired(),
            LinkRefusal::Unknown => texts::link_unknown(),
            LinkRefusal::TooManyAttempts => texts::too_many_attempts(),
        }
    }
}

/// A role as it stands within a sentence; one of a later version by its key.
fn role_in_sentence(key: &str) -> Message {
    if key == "none" {
        return texts::no_role();
    }
    match Role::from_key(key) {
        Some(Role::Viewer) => texts::as_viewer(),
        Some(Role::Preparer) => texts::as_preparer(),
        Some(Role::Launcher) => texts::as_launcher(),
        Some(Role::Administrator) => texts::as_administrator(),
        None => Message::verbatim(key),
    }
}

/// As much of the digest of a file as tells files apart.
fn beginning(sha256: &str) -> String {
    sha256.chars().take(DIGEST_DIGITS).collect()
}

#[cfg(test)]
mod tests;
