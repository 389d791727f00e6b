//! What the audit log tells of.

use jiff::civil::Date;
use leads::Country;
use leads::calling_rules::RuleSetId;
use serde::{Deserialize, Serialize};

use super::values::{
    FactorChange, FileOf, LeadsPage, LinkRefusal, SearchedIn, SettingChange, SignInRefusal,
    SignedInBy,
};
use crate::hourly::Costly;

/// Something that somebody did, or was refused.
///
/// Architecture invariant: names of actions and fields are never changed, and a new field has a default: what was written once is read for
/// good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "action", content = "detail", rename_all = "snake_case")]
pub enum AuditAction {
    /// The first administrator was made.
    SetUp {},
    /// A key of the set-up was refused.
    SetUpRefused {
        /// Why.
        reason: LinkRefusal,
    },
    /// A person signed in.
    SignedIn {
        /// By what; earlier versions did not write it down.
        #[serde(default)]
        by: Option<SignedInBy>,
    },
    /// A sign-in was refused.
    SignInRefused {
        /// Why.
        reason: SignInRefusal,
        /// The beginning of a keyed digest of an email that nobody has, so that attempts can be told apart. What was typed may be a
        /// password.
        #[serde(default)]
        unknown_email: Option<String>,
    },
    /// A person signed out.
    SignedOut {},
    /// A person ended another of their sessions.
    SessionEnded {
        /// The beginning of the digest of its id.
        session: String,
    },
    /// A person ended all of their sessions but the one that asked.
    OtherSessionsEnded {
        /// How many.
        sessions: u64,
    },
    /// A person was added on the command line.
    PersonAdded {
        /// Their role.
        role: String,
    },
    /// Somebody was invited. Nobody has the email yet.
    PersonInvited {
        /// The address.
        email: String,
        /// The role.
        role: String,
    },
    /// An invitation was revoked.
    InvitationRevoked {
        /// The address.
        email: String,
    },
    /// An invitation was accepted.
    InvitationAccepted {
        /// The role.
        role: String,
    },
    /// A person got another role.
    RoleChanged {
        /// The role before.
        old: String,
        /// The role since.
        new: String,
    },
    /// A person was disabled.
    PersonDisabled {},
    /// A person was enabled.
    PersonEnabled {},
    /// A link for a new password was made.
    ResetStarted {},
    /// A link for a new password was used.
    ResetUsed {},
    /// A one-time link was refused.
    LinkRefused {
        /// Why.
        reason: LinkRefusal,
    },
    /// A person changed their name.
    NameChanged {},
    /// A person changed their password.
    PasswordChanged {},
    /// A person did not show that it is them: by their current password, a code or a passkey.
    PasswordChangeRefused {
        /// Why.
        reason: SignInRefusal,
    },
    /// A person changed their second factors, or an administrator removed them.
    SecondFactorsChanged {
        /// How.
        change: FactorChange,
    },
    /// A person confirmed that it is them, before something that asks for it.
    Confirmed {},
    /// Secrets were encrypted with a new key, on the command line.
    SecretsEncryptedAnew {
        /// How many.
        secrets: u64,
    },
    /// Another account was made.
    AccountMade {
        /// Its name.
        name: String,
    },
    /// An account signs in with other credentials.
    CredentialsChanged {},
    /// Settings of the account were saved.
    SettingsChanged {
        /// The fields that changed.
        changes: Vec<SettingChange>,
    },
    /// A calling rule was changed, or confirmed as it is.
    CallingRuleChanged {
        /// Its version.
        rule: RuleSetId,
        /// The fields that changed.
        changes: Vec<SettingChange>,
    },
    /// A holiday was added or removed.
    HolidayChanged {
        /// Two letters.
        country: Country,
        /// The day.
        date: Date,
        /// Its name.
        name: String,
        /// Whether it was removed.
        is_removed: bool,
    },
    /// An address for pushes was made.
    PushAddressMade {},
    /// The results of a robot were named.
    RobotResultsChanged {
        /// Their new version, from 1.
        version: u32,
        /// The letters that changed.
        changes: Vec<SettingChange>,
    },
    /// A list was uploaded.
    ListUploaded {
        /// The SHA-256 of the file, in hexadecimal digits.
        sha256: String,
        /// Its rows.
        rows: u64,
    },
    /// A file with fixed rows was uploaded.
    FixedRowsUploaded {
        /// The SHA-256 of the file, in hexadecimal digits.
        sha256: String,
        /// The rows that it changed.
        rows: u64,
    },
    /// A check began.
    CheckStarted {
        /// The leads that are checked.
        leads: u64,
        /// Rows with a fix by a person.
        #[serde(default)]
        fixed: u64,
    },
    /// A check was cancelled.
    CheckCancelled {},
    /// A draft was discarded.
    DraftDiscarded {
        /// Its leads.
        leads: u64,
    },
    /// A draft was restored.
    DraftRestored {},
    /// Somebody who had no hand in a draft approved what goes out of it.
    Approved {
        /// The leads that are called.
        leads: u64,
        /// The hexadecimal digits of the SHA-256 of everything that goes out.
        sha256: String,
    },
    /// A draft was submitted, or a test.
    Submitted {
        /// The leads of the check.
        leads: u64,
        /// Those that the provider refused.
        refused: u64,
        /// Whether it was submitted without them.
        without_refused: bool,
        /// Whether people are called at night.
        at_night: bool,
        /// Whether it is a test.
        is_test: bool,
        /// Whether a second person approved it, as the account asked for.
        #[serde(default)]
        approved: bool,
        /// The calling rule outside of which people are called.
        #[serde(default)]
        outside_rule: Option<RuleSetId>,
    },
    /// Somebody gave a reason to call people outside of a calling rule.
    RuleOverridden {
        /// The rule.
        rule: RuleSetId,
        /// The batch that was sent again for it.
        #[serde(default)]
        batch: Option<u32>,
    },
    /// A batch was put into the queue again.
    BatchSentAgain {
        /// Its number, from 1.
        batch: u64,
    },
    /// A batch was given up.
    BatchGivenUp {
        /// Its number, from 1.
        batch: u64,
    },
    /// A batch was stopped before it was sent.
    BatchStopped {
        /// Its number, from 1.
        batch: u64,
    },
    /// Batches are to be stopped at the provider.
    StopWanted {
        /// How many.
        batches: u64,
        /// The number of the one, where one was chosen.
        batch: Option<u64>,
    },
    /// One number is to be cancelled.
    CancelWanted {
        /// The lead's row.
        row: u32,
    },
    /// Numbers are to be cancelled that the provider refused to cancel, or has not confirmed.
    CancelsWantedAgain {
        /// How many.
        numbers: u64,
    },
    /// A task was marked as done.
    MarkedDone {},
    /// That was taken back.
    NeedsAttentionAgain {},
    /// Leads of a draft were shown, with whole numbers.
    LeadsShown {
        /// On which page.
        page: LeadsPage,
        /// Digits that were searched for; they are not written down.
        #[serde(default)]
        digits: u64,
        /// How many leads were shown; of pages that show single cells, how many with a number.
        #[serde(default)]
        leads: u64,
        /// The lowest row of the list among them.
        #[serde(default)]
        first_row: Option<u32>,
        /// The highest.
        #[serde(default)]
        last_row: Option<u32>,
    },
    /// Whole numbers of calls were shown.
    NumbersShown {
        /// How many.
        numbers: u64,
        /// The first row of the list among them.
        #[serde(default)]
        first_row: Option<u32>,
        /// The last.
        #[serde(default)]
        last_row: Option<u32>,
    },
    /// A file with personal data was downloaded.
    FileDownloaded {
        /// Which.
        file: FileOf,
        /// Its rows.
        rows: u64,
        /// Whether numbers stand in it whole.
        whole_numbers: bool,
    },
    /// Somebody searched for digits of a number. The digits are not written down.
    NumberSearched {
        /// Where.
        #[serde(rename = "in")]
        within: SearchedIn,
        /// How many digits; 0 where an earlier version did not say.
        #[serde(default)]
        digits: u64,
        /// How many tasks or calls were found.
        #[serde(default)]
        found: u64,
    },
    /// Somebody looked up what is held of a number. The number is not written down.
    ErasureLookedUp {
        /// The rows of lists that name it.
        rows: u64,
    },
    /// A number was erased in all accounts. It is not written down.
    NumberErased {
        /// The accounts that held it.
        accounts: u64,
        /// The rows of lists that named it.
        rows: u64,
        /// Whether it was left on the company's do-not-call list.
        on_do_not_call: bool,
    },
    /// Somebody asked for what their role does not allow.
    ActionForbidden {
        /// The key of the permission.
        permission: String,
        /// The role that they had.
        role: String,
    },
    /// Somebody asked for something of an account in which they have no role.
    AccountForbidden {},
    /// Somebody did something too often within an hour.
    TooOften {
        /// What.
        of: Costly,
    },
    /// Numbers were put on the company's do-not-call list by hand. They are not written down.
    DoNotCallAdded {
        /// How many.
        numbers: u64,
    },
    /// Numbers of a file were put on the company's do-not-call list. They are not written down.
    DoNotCallAddedFromFile {
        /// How many were not on it.
        numbers: u64,
        /// Rows of the file without a readable number.
        unreadable: u64,
        /// The SHA-256 of the file, in hexadecimal digits.
        sha256: String,
    },
    /// A number was taken off a do-not-call list. It is not written down.
    DoNotCallRemoved {
        /// The name of the list.
        list: String,
        /// Why.
        reason: String,
    },
    /// Somebody searched the do-not-call lists for a number. It is not written down.
    DoNotCallSearched {
        /// How many entries were found.
        found: u64,
    },
    /// A do-not-call list was uploaded.
    DoNotCallListTakenIn {
        /// Its name.
        list: String,
        /// The day of which it tells.
        as_of: String,
        /// The numbers on it.
        numbers: u64,
        /// Rows of the file without a readable number.
        unreadable: u64,
        /// The SHA-256 of the file, in hexadecimal digits.
        sha256: String,
    },
    /// A do-not-call list was removed.
    DoNotCallListRemoved {
        /// Its name.
        list: String,
        /// The numbers that were on it.
        numbers: u64,
    },
    /// Changes of do-not-call lists were made again from the restore journal.
    DoNotCallReapplied {
        /// Numbers that are on the company's list again.
        listed: u64,
        /// Numbers that were taken off a list again.
        taken_off: u64,
    },
    /// A key for hashes of numbers was made, on the command line.
    DoNotCallKeyMade {},
    /// The audit log was exported.
    AuditLogExported {
        /// The entries in the file.
        entries: u64,
    },
}
