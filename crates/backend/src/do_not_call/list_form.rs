//! What is said of a list that is uploaded.

use jiff::civil::Date;
use leads::Sector;
use leads::do_not_call::{DoNotCallKind, MAX_VALID_DAYS};
use leads::views::FormProblem;
use localization::Message;

use crate::error::Error;
use crate::ids::DoNotCallListId;
use crate::messages::do_not_call_errors as texts;

/// The most letters of a list's name.
const MAX_NAME: usize = 100;

/// What is said of a list that is uploaded, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListForm {
    /// The list that it replaces; nothing for a new one.
    pub list: String,
    /// The key of its kind.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The key of the sector, or `every`.
    pub sector: String,
    /// The day of which it tells (`YYYY-MM-DD`).
    pub as_of: String,
    /// For how many days it counts as current; nothing for what is proposed for its kind.
    pub valid_days: String,
    /// Whether it may replace a list of a later day.
    pub replace_newer: bool,
}

/// What is said of a list, as it is stored.
pub(super) struct Parsed {
    pub id: Option<DoNotCallListId>,
    pub kind: DoNotCallKind,
    pub name: String,
    pub sector: Option<Sector>,
    pub as_of: Date,
    pub valid_days: u32,
    pub replace_newer: bool,
}

/// For how many days the list counts as current: as is proposed for its kind where nothing is typed; `None` for what is no such number.
fn valid_days(form: &ListForm, kind: Option<DoNotCallKind>) -> Option<u32> {
    match form.valid_days.trim() {
        // Without a kind the form is refused for that alone.
        "" => Some(kind.unwrap_or(DoNotCallKind::Client).defaults().valid_days),
        typed => {
            let days = typed.parse::<u32>().ok();
            days.filter(|days| (1..=MAX_VALID_DAYS).contains(days))
        }
    }
}

/// Every problem of the form.
pub(super) fn parse(form: &ListForm, today: Date) -> Result<Parsed, Error> {
    let mut problems = Vec::new();
    let mut refuse =
        |input: &str, sentence: Message| problems.push(FormProblem::new(input, sentence));
    let kind =
        DoNotCallKind::from_key(&form.kind).filter(|kind| DoNotCallKind::IMPORTED.contains(kind));
    if kind.is_none() {
        refuse("kind", texts::choose_kind());
    }
    let name = form.name.trim();
    if name.is_empty() || name.chars().count() > MAX_NAME {
        refuse("name", texts::name_needed());
    }
    let sector = match form.sector.as_str() {
        "every" => Some(None),
        key => Sector::from_key(key).map(Some),
    };
    if sector.is_none() {
        refuse("sector", texts::choose_accounts());
    }
    let as_of = form.as_of.trim().parse::<Date>().ok();
    match as_of {
        None => refuse("as_of", texts::date_needed()),
        Some(as_of) if as_of > today => refuse("as_of", texts::date_to_come()),
        Some(_) => {}
    }
    let valid_days = valid_days(form, kind);
    if valid_days.is_none() {
        refuse("valid_days", texts::days_needed());
    }
    let id = match form.list.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::NotFound)?),
    };
    match (kind, sector, as_of, valid_days, problems.is_empty()) {
        (Some(kind), Some(sector), Some(as_of), Some(valid_days), true) => Ok(Parsed {
            id,
            kind,
            name: name.to_owned(),
            sector,
            as_of,
            valid_days,
            replace_newer: form.replace_newer,
        }),
        _ => Err(Error::Problems(problems)),
    }
}
