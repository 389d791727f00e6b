//! What a simulated account looks like.

use std::fmt;

use jiff::tz::TimeZone;

use crate::{options::SandboxOptions, push_target::PushTarget};

/// The `APPKey` of the default settings. It opens nothing but the simulator.
pub const DEFAULT_APP_KEY: &str = "sandbox-key";
/// The `APPSecret` of the default settings. It opens nothing but the simulator.
pub const DEFAULT_APP_SECRET: &str = "sandbox-secret";

/// The simulated account, and how the simulator reads what the documentation leaves open.
#[derive(Clone)]
pub struct Settings {
    /// The `APPKey` that `POST /service/cloud/auth` accepts.
    pub app_key: String,
    /// The `APPSecret` that goes with the key.
    pub app_secret: String,
    /// SIP lines allotted to the account, by name; none means that any line is accepted.
    pub lines: Vec<String>,
    /// The account's zone: `ScheduleStartTime` and `ScheduleEndTime` are read in it.
    pub zone: TimeZone,
    /// Where pushes go: the address that an account gives to the vendor. [`crate::PushOptions::sent`] says whether any
    /// are sent; without an address none are.
    pub push_to: Option<PushTarget>,
    /// How the simulator reads what the documentation leaves open.
    pub options: SandboxOptions,
}

impl Default for Settings {
    /// The default key and secret, any line, Asia/Jakarta, no pushes, default options.
    fn default() -> Self {
        Self {
            app_key: DEFAULT_APP_KEY.to_owned(),
            app_secret: DEFAULT_APP_SECRET.to_owned(),
            lines: Vec::new(),
            zone: TimeZone::get("Asia/Jakarta")
                .expect("the zone database is compiled into the program"),
            push_to: None,
            options: SandboxOptions::default(),
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("app_key", &"…")
            .field("app_secret", &"…")
            .field("lines", &self.lines)
            .field("zone", &self.zone)
            .field("push_to", &self.push_to)
            .field("options", &self.options)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_keeps_key_and_secret_to_itself() {
        let settings = Settings {
            app_key: "k-3141".into(),
            app_secret: "s-2718".into(),
            ..Settings::default()
        };
        let shown = format!("{settings:?}");
        assert!(
            !shown.contains("3141") && !shown.contains("2718"),
            "{shown}"
        );
    }
}
