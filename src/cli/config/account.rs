//! What the environment says of the first account.

use leads::AccountSettings;
use leads::views::AccountForm;

use crate::cli::config::Reader;

/// The first account. With the sandbox everything has a default, so that a newcomer can start at once.
pub(super) fn read(reader: &mut Reader<'_>, sandbox: bool) -> Option<AccountSettings> {
    let country = reader
        .get("COXSWAIN_COUNTRY")
        .unwrap_or_else(|| "ID".to_owned());
    // The real provider knows nothing of made-up lines: there, a person fills them in under Settings.
    let usual_lines = if sandbox {
        "demo-line-1,demo-line-2"
    } else {
        ""
    };
    let lines = reader
        .get("COXSWAIN_LINES")
        .unwrap_or_else(|| usual_lines.to_owned());
    let form = AccountForm {
        name: reader
            .get("COXSWAIN_ACCOUNT_NAME")
            .unwrap_or_else(|| "Demo account".to_owned()),
        zone: reader
            .get("COXSWAIN_ZONE")
            .unwrap_or_else(|| usual_zone(&country).to_owned()),
        country,
        platform: reader
            .get("COXSWAIN_PLATFORM")
            .unwrap_or_else(|| "Demo".to_owned()),
        lines: leads::lines_of_text(&lines.replace(',', "\n")),
        default_line: 0,
        dnc_arranged: false,
        fill_notes: true,
        two_persons: false,
        batch_size: "5000".to_owned(),
        cooldown_days: reader
            .get("COXSWAIN_COOLDOWN_DAYS")
            .unwrap_or_else(|| "7".to_owned()),
        ..AccountForm::default()
    };
    match leads::parse_account_form(&form) {
        Ok(settings) => Some(settings),
        Err(problems) => {
            for problem in problems {
                reader.problem(
                    account_variable(&problem.input),
                    problem.sentence.to_string(),
                );
            }
            None
        }
    }
}

/// The zone of the country's capital, for the countries that the provider's documentation names.
fn usual_zone(country: &str) -> &'static str {
    match country.to_ascii_uppercase().as_str() {
        "ID" => "Asia/Jakarta",
        "IN" => "Asia/Kolkata",
        "MX" => "America/Mexico_City",
        "PH" => "Asia/Manila",
        _ => "",
    }
}

fn account_variable(input: &str) -> &'static str {
    match input {
        "country" => "COXSWAIN_COUNTRY",
        "zone" => "COXSWAIN_ZONE",
        "platform" => "COXSWAIN_PLATFORM",
        line if line.starts_with("lines") => "COXSWAIN_LINES",
        "cooldown_days" => "COXSWAIN_COOLDOWN_DAYS",
        _ => "COXSWAIN_ACCOUNT_NAME",
    }
}
