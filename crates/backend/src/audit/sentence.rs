//! What people read of an entry of the audit log.

mod do_not_call;
mod erasures;
mod personal_data;

use leads::Role;
use leads::numbers::{count_with_noun, format_number};
use serde_json::Value;

use super::action::AuditAction;
use super::values::{FactorChange, LinkRefusal, SettingChange, SignInRefusal};

/// Characters that are shown of a value of the settings.
const MAX_VALUE: usize = 60;

impl AuditAction {
    /// What was done, as a sentence without a subject. The thing that it was done to stands behind it.
    pub fn sentence(&self) -> String {
        match self {
            AuditAction::SetUp {} => "Set Coxswain up as the first administrator.".to_owned(),
            AuditAction::SetUpRefused { reason } => {
                let reason = match reason {
                    LinkRefusal::Unknown => "it is wrong or has expired",
                    reason => reason.words(),
                };
                format!("A set-up key was refused: {reason}.")
            }
            AuditAction::SignedIn {} => "Signed in.".to_owned(),
            AuditAction::SignInRefused {
                reason,
                unknown_email,
            } => {
                let which = unknown_email
                    .as_ref()
                    .map(|digest| format!(" (email {digest}…)"));
                let which = which.unwrap_or_default();
                format!("A sign-in was refused: {}{which}.", reason.words())
            }
            AuditAction::SignedOut {} => "Signed out.".to_owned(),
            AuditAction::SessionEnded { session } => format!("Ended the session {session}."),
            AuditAction::OtherSessionsEnded { sessions } => {
                format!(
                    "Ended {}.",
                    count_with_noun(*sessions, "other session", "other sessions")
                )
            }
            _ => {
                let told = self.of_settings().or_else(|| self.of_personal_data());
                let told = told
                    .or_else(|| self.of_people())
                    .or_else(|| self.of_lists());
                let told = told.or_else(|| self.of_do_not_call());
                told.or_else(|| self.of_calling()).unwrap_or_default()
            }
        }
    }

    fn of_settings(&self) -> Option<String> {
        Some(match self {
            AuditAction::SettingsChanged { changes } => changed("the settings", changes),
            AuditAction::SecretsEncryptedAnew { secrets } => {
                let secrets = count_with_noun(*secrets, "secret", "secrets");
                format!("Encrypted {secrets} with a new key.")
            }
            AuditAction::AccountMade { name } => format!("Added the account “{name}”."),
            AuditAction::CredentialsChanged {} => {
                "Changed the account’s AIRudder credentials.".to_owned()
            }
            AuditAction::CallingRuleChanged { rule, changes } => {
                changed(&rule.message().to_string(), changes)
            }
            AuditAction::HolidayChanged {
                country,
                date,
                name,
                is_removed,
            } => {
                let changed = if *is_removed { "Removed" } else { "Added" };
                format!("{changed} the holiday {date}, “{name}”, of {country}.")
            }
            AuditAction::PushAddressMade {} => "Made an address for AIRudder’s pushes.".to_owned(),
            AuditAction::RobotResultsChanged { version, changes } => changed(
                &format!("what the results mean (version {version})"),
                changes,
            ),
            _ => return None,
        })
    }

    fn of_people(&self) -> Option<String> {
        Some(match self {
            AuditAction::PersonAdded { role } => {
                format!("Added a person as {}.", role_label(role))
            }
            AuditAction::PersonInvited { email, role } => {
                format!("Invited {email} as {}.", role_label(role))
            }
            AuditAction::InvitationRevoked { email } => {
                format!("Revoked the invitation for {email}.")
            }
            AuditAction::InvitationAccepted { role } => {
                format!("Accepted an invitation as {}.", role_label(role))
            }
            AuditAction::RoleChanged { old, new } => {
                let (old, new) = (role_label(old), role_label(new));
                format!("Changed a role from {old} to {new}.")
            }
            AuditAction::PersonDisabled {} => "Disabled a person.".to_owned(),
            AuditAction::PersonEnabled {} => "Enabled a person.".to_owned(),
            AuditAction::ResetStarted {} => "Started a password reset.".to_owned(),
            AuditAction::ResetUsed {} => "Chose a new password by a reset link.".to_owned(),
            AuditAction::LinkRefused { reason } => {
                format!("A one-time link was refused: {}.", reason.words())
            }
            AuditAction::NameChanged {} => "Changed their name.".to_owned(),
            AuditAction::PasswordChanged {} => "Changed their password.".to_owned(),
            AuditAction::SecondFactorsChanged { change } => change.words().to_owned(),
            AuditAction::Confirmed {} => "Confirmed their identity.".to_owned(),
            AuditAction::PasswordChangeRefused { reason } => {
                format!("Failed to confirm their identity: {}.", reason.words())
            }
            _ => return None,
        })
    }

    fn of_lists(&self) -> Option<String> {
        let leads = |count: u64| count_with_noun(count, "lead", "leads");
        Some(match self {
            AuditAction::ListUploaded { sha256, rows } => {
                let rows = count_with_noun(*rows, "row", "rows");
                let digits: String = sha256.chars().take(12).collect();
                format!("Uploaded a list with {rows} (SHA-256 {digits}…).")
            }
            AuditAction::FixedRowsUploaded { sha256, rows } => {
                let rows = count_with_noun(*rows, "row", "rows");
                let digits: String = sha256.chars().take(12).collect();
                format!("Uploaded fixed rows, which changed {rows} (SHA-256 {digits}…).")
            }
            AuditAction::CheckStarted { leads: of, fixed } => {
                let fixed = count_with_noun(*fixed, "row", "rows");
                format!("Started a check of {}; {fixed} fixed by hand.", leads(*of))
            }
            AuditAction::CheckCancelled {} => "Cancelled a check.".to_owned(),
            AuditAction::DraftDiscarded { leads: of } => {
                format!("Discarded a draft with {}.", leads(*of))
            }
            AuditAction::DraftRestored {} => "Restored a draft.".to_owned(),
            _ => return None,
        })
    }

    fn submitted_sentence(&self) -> Option<String> {
        let AuditAction::Submitted {
            leads,
            refused,
            at_night,
            approved,
            outside_rule,
            ..
        } = self
        else {
            return None;
        };
        let without = match refused {
            0 => String::new(),
            refused => format!(", without {} refused", format_number(*refused)),
        };
        let also = [
            (*at_night, ", to be called at night"),
            (
                outside_rule.is_some(),
                ", to be called outside of the calling rule",
            ),
            (*approved, ", as a second person approved"),
        ];
        let also = also.into_iter().filter(|(is_so, _)| *is_so);
        let also: String = also.map(|(_, words)| words).collect();
        let leads = count_with_noun(*leads, "lead", "leads");
        Some(format!("Submitted {leads}{without}{also}."))
    }

    fn of_calling(&self) -> Option<String> {
        let leads = |count: u64| count_with_noun(count, "lead", "leads");
        Some(match self {
            AuditAction::Approved { leads: of, .. } => {
                format!("Approved the launch of {}.", leads(*of))
            }
            AuditAction::Submitted { is_test: true, .. } => {
                "Submitted a test: one call of their own number.".to_owned()
            }
            AuditAction::Submitted { .. } => self.submitted_sentence()?,
            AuditAction::RuleOverridden { rule, batch } => {
                let batch = batch.map(|batch| format!(" with batch {batch}"));
                let batch = batch.unwrap_or_default();
                format!(
                    "Gave a reason to call{batch} outside of {}.",
                    rule.message()
                )
            }
            AuditAction::BatchSentAgain { batch } => format!("Sent batch {batch} again."),
            AuditAction::BatchGivenUp { batch } => format!("Gave up batch {batch}."),
            AuditAction::BatchStopped { batch } => format!("Stopped batch {batch}."),
            AuditAction::StopWanted {
                batch: Some(batch), ..
            } => format!("Asked AIRudder to stop batch {batch}."),
            AuditAction::StopWanted { batches, .. } => {
                let batches = count_with_noun(*batches, "batch", "batches");
                format!("Asked AIRudder to stop {batches}.")
            }
            AuditAction::CancelWanted { row } => {
                format!(
                    "Asked AIRudder to cancel the number of row {}.",
                    format_number(*row)
                )
            }
            AuditAction::CancelsWantedAgain { numbers } => {
                let numbers = count_with_noun(*numbers, "number", "numbers");
                format!("Asked AIRudder again to cancel {numbers}.")
            }
            AuditAction::MarkedDone {} => "Marked a task as done.".to_owned(),
            AuditAction::NeedsAttentionAgain {} => "Took back that a task is done.".to_owned(),
            _ => return None,
        })
    }
}

impl FactorChange {
    fn words(self) -> &'static str {
        match self {
            FactorChange::AppAdded => "Set up an authenticator app.",
            FactorChange::AppRemoved => "Removed their authenticator app.",
            FactorChange::PasskeyAdded => "Added a passkey.",
            FactorChange::PasskeyRemoved => "Removed a passkey.",
            FactorChange::RecoveryCodesMade => "Made new recovery codes.",
            FactorChange::AllRemoved => "Removed all second factors of a person.",
        }
    }
}

impl SignInRefusal {
    const fn words(self) -> &'static str {
        match self {
            SignInRefusal::UnknownEmail => "nobody has this email",
            SignInRefusal::Disabled => "the person is disabled",
            SignInRefusal::WrongPassword => "wrong password",
            SignInRefusal::WrongCode => "wrong code of a second factor",
            SignInRefusal::WrongPasskey => "wrong passkey, or too late",
            SignInRefusal::ChangedMeanwhile => "the password or role was changed meanwhile",
            SignInRefusal::TooManyAttempts => "too many attempts",
        }
    }
}

impl LinkRefusal {
    const fn words(self) -> &'static str {
        match self {
            LinkRefusal::Expired => "it has expired",
            LinkRefusal::Unknown => "it was used, revoked or never made",
            LinkRefusal::TooManyAttempts => "too many attempts",
        }
    }
}

fn role_label(key: &str) -> String {
    if key == "none" {
        return "no role".to_owned();
    }
    Role::from_key(key).map_or_else(|| key.to_owned(), |role| role.label().to_lowercase())
}

fn changed(what: &str, changes: &[SettingChange]) -> String {
    if changes.is_empty() {
        return format!("Saved {what} without a change.");
    }
    let each = changes.iter().map(|change| {
        let field = change.field.replace('_', " ");
        format!(
            "{field} from {} to {}",
            value(&change.old),
            value(&change.new)
        )
    });
    format!("Changed {what}: {}.", each.collect::<Vec<_>>().join("; "))
}

/// A value as people read it.
fn value(value: &Value) -> String {
    let text = match value {
        Value::Null => return "nothing".to_owned(),
        Value::String(text) if text.is_empty() => return "nothing".to_owned(),
        Value::Bool(true) => "on".to_owned(),
        Value::Bool(false) => "off".to_owned(),
        Value::String(text) => format!("“{text}”"),
        other => other.to_string(),
    };
    leads::excerpt(&text, MAX_VALUE)
}
