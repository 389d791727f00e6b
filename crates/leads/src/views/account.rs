//! Views of the account and its settings.

use serde::{Deserialize, Serialize};

use super::FormProblem;

/// The account's settings as typed: nothing is lost when a field is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountForm {
    /// Shown in the layout.
    pub name: String,
    /// Two letters.
    pub country: String,
    /// IANA name, such as `Asia/Jakarta`.
    pub zone: String,
    /// Platform of new tasks.
    pub platform: String,
    /// One line a line: the name that AIRudder allotted, then optionally ` · ` or blank and a label.
    pub lines: String,
    /// Whether the do-not-call pool is arranged with AIRudder.
    #[serde(default)]
    pub dnc_arranged: bool,
    /// Leads in a batch, when a list is split.
    pub batch_size: String,
    /// Days within which nobody is called by another task; 0 for none.
    pub cooldown_days: String,
}

/// The settings page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsView {
    /// The values to show in the form.
    pub form: AccountForm,
    /// What has to be fixed.
    pub problems: Vec<FormProblem>,
}
