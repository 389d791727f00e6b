//! Forms of calling rules, as they are posted.

use backend::Error;
use jiff::civil::Date;
use leads::calling_rules::RuleSetId;
use leads::views::RuleForm;
use leads::{Country, Sector};

/// The form of those names and values, with the version that its person saw; names that it does not have are passed over.
pub fn rule_form<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> (RuleForm, u32) {
    let mut form = RuleForm::default();
    let mut version = 0;
    for (name, value) in fields {
        let text = match name {
            "version" => {
                version = value.parse().unwrap_or(0);
                continue;
            }
            "from" => &mut form.from,
            "to" => &mut form.to,
            "zones" => &mut form.zones,
            "on_holidays" => &mut form.on_holidays,
            "action" => &mut form.action,
            "source" => &mut form.source,
            "read_on" => &mut form.read_on,
            // A box that is not ticked is not sent.
            _ => {
                if let Some(ticked) = box_of(&mut form, name) {
                    *ticked = true;
                }
                continue;
            }
        };
        value.clone_into(text);
    }
    (form, version)
}

fn box_of<'a>(form: &'a mut RuleForm, name: &str) -> Option<&'a mut bool> {
    Some(match name {
        "monday" => &mut form.monday,
        "tuesday" => &mut form.tuesday,
        "wednesday" => &mut form.wednesday,
        "thursday" => &mut form.thursday,
        "friday" => &mut form.friday,
        "saturday" => &mut form.saturday,
        "sunday" => &mut form.sunday,
        "needs_purpose" => &mut form.needs_purpose,
        _ => return None,
    })
}

/// Which rule set is meant.
///
/// # Errors
/// [`Error::NotFound`] where there is no such country or sector.
pub fn parse_rule_id(country: &str, sector: &str, version: u32) -> Result<RuleSetId, Error> {
    Ok(RuleSetId {
        country: parse_country(country)?,
        sector: Sector::from_key(sector).ok_or(Error::NotFound)?,
        version,
    })
}

/// A country by its two letters.
///
/// # Errors
/// [`Error::NotFound`] where it is none.
pub fn parse_country(text: &str) -> Result<Country, Error> {
    Country::parse(text).map_err(|_| Error::NotFound)
}

/// A day: `2026-12-25`.
///
/// # Errors
/// [`Error::NotFound`] where it is none.
pub fn parse_day(text: &str) -> Result<Date, Error> {
    text.parse().map_err(|_| Error::NotFound)
}
