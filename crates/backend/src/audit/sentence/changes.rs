//! What people read of changed settings.

use leads::calling_rules::holiday_name;
use localization::Message;
use serde_json::Value;

use crate::audit::action::AuditAction;
use crate::audit::values::SettingChange;
use crate::messages::{audit_sentences as texts, setting_changes as fields};

/// Characters that are shown of a value of the settings.
const MAX_VALUE: usize = 60;

impl AuditAction {
    pub(super) fn of_settings(&self) -> Option<Message> {
        Some(match self {
            AuditAction::SettingsChanged { changes } => match told(changes) {
                Some(changes) => fields::settings_changed(changes),
                None => fields::settings_saved(),
            },
            AuditAction::SecretsEncryptedAnew { secrets } => {
                texts::secrets_encrypted_anew(*secrets)
            }
            AuditAction::AccountMade { name } => texts::account_made(name),
            AuditAction::CredentialsChanged {} => texts::credentials_changed(),
            AuditAction::CallingRuleChanged { rule, changes } => match told(changes) {
                Some(changes) => fields::rule_changed(changes, rule.message()),
                None => fields::rule_saved(rule.message()),
            },
            AuditAction::HolidayChanged {
                country,
                date,
                name,
                is_removed,
            } => {
                let (country, date) = (country.as_str(), date.to_string());
                let name = holiday_name(name);
                match is_removed {
                    true => texts::holiday_removed(country, date, name),
                    false => texts::holiday_added(country, date, name),
                }
            }
            AuditAction::PushAddressMade {} => texts::push_address_made(),
            AuditAction::RobotResultsChanged { version, changes } => match told(changes) {
                Some(changes) => fields::results_changed(changes, *version),
                None => fields::results_saved(*version),
            },
            _ => return None,
        })
    }
}

/// Each change with its values; nothing where there is none.
fn told(changes: &[SettingChange]) -> Option<Message> {
    let each = changes.iter().map(|change| {
        let (old, new) = (value(&change.old), value(&change.new));
        fields::change(field(&change.field), new, old)
    });
    each.reduce(fields::first_and_next)
}

/// A field of the settings; one of another version, and a letter of a result, by its key.
fn field(key: &str) -> Message {
    match key {
        "name" => fields::name(),
        "country" => fields::country(),
        "language" => fields::language(),
        "zone" => fields::zone(),
        "platform" => fields::platform(),
        "lines" => fields::lines(),
        "default_line" => fields::default_line(),
        "dnc_arranged" => fields::dnc_arranged(),
        "fill_notes" => fields::fill_notes(),
        "two_persons" => fields::two_persons(),
        "sector" => fields::sector(),
        "list_purpose" => fields::list_purpose(),
        "list_source" => fields::list_source(),
        "legal_basis" => fields::legal_basis(),
        "batch_size" => fields::batch_size(),
        "cooldown_days" => fields::cooldown_days(),
        "refuse_outdated_lists" => fields::refuse_outdated_lists(),
        "result_days" => fields::result_days(),
        "draft_days" => fields::draft_days(),
        "unused_columns" => fields::unused_columns(),
        "monday" => fields::monday(),
        "tuesday" => fields::tuesday(),
        "wednesday" => fields::wednesday(),
        "thursday" => fields::thursday(),
        "friday" => fields::friday(),
        "saturday" => fields::saturday(),
        "sunday" => fields::sunday(),
        "from" => fields::from(),
        "to" => fields::to(),
        "zones" => fields::zones(),
        "on_holidays" => fields::on_holidays(),
        "action" => fields::action(),
        "needs_purpose" => fields::needs_purpose(),
        "source" => fields::source(),
        "read_on" => fields::read_on(),
        "is_confirmed" => fields::is_confirmed(),
        _ => Message::verbatim(key.replace('_', " ")),
    }
}

/// A value as people read it. Words between quotation marks are what somebody typed, or the key of a choice; the marks are those of every
/// language.
fn value(value: &Value) -> Message {
    let text = match value {
        Value::Null => return fields::nothing(),
        Value::String(text) if text.is_empty() => return fields::nothing(),
        Value::Bool(true) => return fields::on(),
        Value::Bool(false) => return fields::off(),
        Value::String(text) => format!("“{text}”"),
        other => other.to_string(),
    };
    Message::verbatim(leads::excerpt(&text, MAX_VALUE))
}
