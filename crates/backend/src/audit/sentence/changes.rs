//! What people read of changed settings.

use jiff::civil::Date;
use leads::calling_rules::{OnHolidays, RuleAction, ZoneBasis, holiday_name};
use leads::{Country, Sector, country_name};
use localization::{DayStyle, Language, Message};
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
                let country = country_name(*country);
                let date = Message::day(*date, DayStyle::Year);
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
        let told = |of| value_of(&change.field, of);
        fields::change(field(&change.field), told(&change.new), told(&change.old))
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

/// A value of that field: what has a name in each language by it, a day as one.
fn value_of(field: &str, stored: &Value) -> Message {
    let text = stored.as_str().unwrap_or_default();
    let named = match field {
        "country" => Country::parse(text).ok().map(country_name),
        "language" => {
            Language::offered(text).map(|language| Message::verbatim(language.own_name()))
        }
        "sector" => Sector::from_key(text).map(Sector::message),
        "read_on" => text
            .parse()
            .ok()
            .map(|day: Date| Message::day(day, DayStyle::Year)),
        "zones" => text.parse().ok().map(|zones| match zones {
            ZoneBasis::Account => fields::clock_of_account(),
            ZoneBasis::Strictest => fields::clock_of_country(),
        }),
        "on_holidays" => text.parse().ok().map(|on_holidays| match on_holidays {
            OnHolidays::AsOtherDays => fields::as_other_days(),
            OnHolidays::NoCalls => fields::no_calls(),
        }),
        "action" => text.parse().ok().map(|action| match action {
            RuleAction::Warn => fields::warning(),
            RuleAction::Refuse => fields::refusal(),
        }),
        _ => None,
    };
    named.unwrap_or_else(|| value(stored))
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
