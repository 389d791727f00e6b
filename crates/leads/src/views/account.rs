//! Views of the account and its settings.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::{FormProblem, Moment, RetentionForm, ZoneLabel};

/// The account's settings as typed: nothing is lost when a field is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountForm {
    /// Shown in the layout.
    pub name: String,
    /// Two letters.
    pub country: String,
    /// The tag of a language; empty means that of the country.
    #[serde(default)]
    pub language: String,
    /// IANA name, such as `Asia/Jakarta`.
    pub zone: String,
    /// Platform of new tasks.
    pub platform: String,
    /// The lines, blank ones between them allowed.
    pub lines: Vec<LineForm>,
    /// The place of the line that new tasks begin with among `lines`, from 0; any other number leaves their order as it is.
    pub default_line: usize,
    /// Whether the do-not-call pool is arranged with AIRudder.
    #[serde(default)]
    pub dnc_arranged: bool,
    /// Whether leads without a note get a short reference when they are sent.
    #[serde(default)]
    pub fill_notes: bool,
    /// Whether a second person approves each launch.
    #[serde(default)]
    pub two_persons: bool,
    /// What the account sells: `finance` or `other`; empty means the latter.
    #[serde(default)]
    pub sector: String,
    /// What its lists are for unless a draft says otherwise: why people are called.
    #[serde(default)]
    pub list_purpose: String,
    /// Where the lists are from.
    #[serde(default)]
    pub list_source: String,
    /// Why people may be called.
    #[serde(default)]
    pub legal_basis: String,
    /// Leads in a batch, when a list is split.
    pub batch_size: String,
    /// Days within which nobody is called by another task; 0 for none.
    pub cooldown_days: String,
}

/// What an account signs in with at AIRudder, as typed. It is drawn in no page again.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
pub struct CredentialsForm {
    /// The key.
    #[serde(default)]
    pub app_key: String,
    /// The secret that goes with it.
    #[serde(default)]
    pub app_secret: String,
}

/// What Settings tell of the account's credentials.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CredentialsView {
    /// Whether the sandbox stands in for AIRudder, which asks for none.
    pub sandbox: bool,
    /// When they were stored; `None` where the environment says them.
    pub changed: Option<Moment>,
}

/// The form of a new account, as typed.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
pub struct NewAccountForm {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Two letters.
    #[serde(default)]
    pub country: String,
    /// IANA name.
    #[serde(default)]
    pub zone: String,
    /// Platform of new tasks.
    #[serde(default)]
    pub platform: String,
    /// How long it keeps what names people.
    #[serde(flatten)]
    pub retention: RetentionForm,
    /// What it signs in with.
    #[serde(flatten)]
    pub credentials: CredentialsForm,
}

/// An account beside others.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountOverview {
    /// What stands for it in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The time there: `14:32`.
    pub clock: Message,
    /// Its zone and the offset now.
    pub zone: ZoneLabel,
    /// Tasks that were submitted since its day began or start on it, without tests.
    pub tasks_today: u32,
    /// Tasks that need attention; not counted beyond [`MAX_ATTENTION_SHOWN`](super::MAX_ATTENTION_SHOWN) and one.
    pub needs_attention: u32,
    /// Drafts that are open.
    pub drafts: u32,
    /// For administrators, the years whose holidays are missing, on which the rule allows no calls.
    pub missing_holidays: Vec<i16>,
}

/// A line as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineForm {
    /// The name that AIRudder allotted.
    pub name: String,
    /// What people here call it.
    pub label: String,
    /// Whether it goes when the form is saved.
    pub remove: bool,
}

/// A country to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryChoice {
    /// Two letters.
    pub code: String,
    /// Its name.
    pub name: Message,
    /// Whether it is one of those that are offered first.
    pub is_ours: bool,
    /// The IANA name of the zone in which most of its people live.
    pub zone: String,
    /// How a number without country code is read there: `0905 123 4567 is read as +63 905 123 4567.` `None` where no number is known.
    pub example: Option<Message>,
}

/// The zones of a country.
#[derive(Clone, Debug, PartialEq)]
pub struct ZonesOfCountry {
    /// The country's two letters.
    pub code: String,
    /// The country's name.
    pub country: Message,
    /// Its zones, the one of most people first.
    pub zones: Vec<ZoneChoice>,
}

/// A zone to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneChoice {
    /// Its IANA name.
    pub name: String,
    /// Its place and its offset now: `Makassar, UTC+08:00`.
    pub label: ZoneLabel,
}

/// The settings page.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingsView {
    /// The values to show in the form.
    pub form: AccountForm,
    /// What has to be fixed.
    pub problems: Vec<FormProblem>,
    /// Whether the form holds what was typed and never saved.
    pub is_typed: bool,
    /// The countries to choose from, in their order.
    pub countries: Vec<CountryChoice>,
    /// The zones to choose from, in the order of the countries.
    pub zones: Vec<ZonesOfCountry>,
}

/// The address at which AIRudder's pushes come in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushesView {
    /// Who made it and when; `None` where there is none.
    pub made: Option<(String, Moment)>,
    /// When the last push came to it.
    pub last: Option<Moment>,
}
