//! Lists of numbers that are not called: of what kind they are, and for how long one counts as current.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use localization::Message;
use strum::{EnumString, IntoStaticStr};

use crate::country::Country;
use crate::messages::choices;
use crate::sector::Sector;

/// The kind of a do-not-call list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum DoNotCallKind {
    /// The company's own: who asked not to be called. It is always applied, and never out of date.
    Own,
    /// Mexico: the register of Profeco against advertising, *Registro Público para Evitar Publicidad*.
    Repep,
    /// Mexico: the register of Condusef for financial services, *Registro Público de Usuarios*.
    Reus,
    /// India: the *National Customer Preference Register* of TRAI, as the operator hands it out.
    Ncpr,
    /// A list that a client hands over.
    Client,
}

/// What is proposed for a list of a kind; whoever uploads it can change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoNotCallDefaults {
    /// Whose calls it is about; `None` for every account.
    pub sector: Option<Sector>,
    /// For how many days it counts as current, after the day of which it tells.
    pub valid_days: u32,
}

/// The most days for which a list may count as current.
pub const MAX_VALID_DAYS: u32 = 366;

impl DoNotCallKind {
    /// Every kind that is uploaded as a list, in the order in which they are offered.
    pub const IMPORTED: [DoNotCallKind; 4] = [
        DoNotCallKind::Client,
        DoNotCallKind::Repep,
        DoNotCallKind::Reus,
        DoNotCallKind::Ncpr,
    ];

    /// The name used in forms and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The kind with that [`key`](DoNotCallKind::key).
    pub fn from_key(key: &str) -> Option<DoNotCallKind> {
        key.parse().ok()
    }

    /// The name that people see.
    pub fn message(self) -> Message {
        match self {
            DoNotCallKind::Own => choices::own(),
            DoNotCallKind::Repep => choices::repep(),
            DoNotCallKind::Reus => choices::reus(),
            DoNotCallKind::Ncpr => choices::ncpr(),
            DoNotCallKind::Client => choices::client(),
        }
    }

    /// What is proposed for it. That REPEP leaves financial services to REUS, and that the register of India is compared daily, is what the
    /// press and callers say of the registers; a person confirms it with each list.
    pub const fn defaults(self) -> DoNotCallDefaults {
        let (sector, valid_days) = match self {
            DoNotCallKind::Own => (None, MAX_VALID_DAYS),
            DoNotCallKind::Repep => (Some(Sector::Other), 30),
            DoNotCallKind::Reus => (Some(Sector::Finance), 45),
            DoNotCallKind::Ncpr => (None, 1),
            DoNotCallKind::Client => (None, 30),
        };
        DoNotCallDefaults { sector, valid_days }
    }

    /// The country whose numbers a register has, whoever uploads it; `None` for a list of no country.
    pub const fn country(self) -> Option<&'static str> {
        match self {
            DoNotCallKind::Repep | DoNotCallKind::Reus => Some("MX"),
            DoNotCallKind::Ncpr => Some("IN"),
            DoNotCallKind::Own | DoNotCallKind::Client => None,
        }
    }

    /// Whether accounts of that country need a current one. A register of another country is still applied to their numbers, but tells
    /// nothing of whom they may call.
    pub fn concerns(self, country: Country) -> bool {
        self.country().is_none_or(|own| own == country.as_str())
    }

    /// Whether single numbers may be taken off it. A register says itself who is on it.
    pub const fn may_be_corrected(self) -> bool {
        matches!(self, DoNotCallKind::Own | DoNotCallKind::Client)
    }
}

/// The name of the company's list as it is stored, in every installation.
const OWN_LIST_NAME: &str = "Company list";

/// The name of a list, as people read it: somebody gave it, but for the company's.
pub fn list_name(stored: &str) -> Message {
    match stored {
        OWN_LIST_NAME => DoNotCallKind::Own.message(),
        named => Message::verbatim(named),
    }
}

/// The last day on which a list counts as current that tells of that day.
pub fn current_until(as_of: Date, valid_days: u32) -> Date {
    let days: Span = i64::from(valid_days.min(MAX_VALID_DAYS)).days();
    as_of.saturating_add(days)
}

/// Whether a list that tells of that day is out of date.
pub fn is_outdated(as_of: Date, valid_days: u32, today: Date) -> bool {
    today > current_until(as_of, valid_days)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_list_is_current_on_its_last_day_and_not_after_it() {
        let as_of = date(2026, 2, 27);
        assert_eq!(current_until(as_of, 2), date(2026, 3, 1));
        assert!(!is_outdated(as_of, 2, date(2026, 3, 1)));
        assert!(is_outdated(as_of, 2, date(2026, 3, 2)));
        assert!(!is_outdated(as_of, 2, date(2026, 1, 1)));
        assert_eq!(current_until(Date::MAX, 30), Date::MAX);
    }

    #[test]
    fn a_register_concerns_its_own_country_and_other_lists_every_one() {
        let [mexico, india] = ["MX", "IN"].map(|code| Country::parse(code).unwrap());
        let concerned = |country| DoNotCallKind::IMPORTED.map(|kind| kind.concerns(country));
        assert_eq!(concerned(mexico), [true, true, true, false]);
        assert_eq!(concerned(india), [true, false, false, true]);
    }

    #[test]
    fn every_kind_is_found_by_its_key_and_one_cannot_be_uploaded() {
        for kind in DoNotCallKind::IMPORTED {
            assert_eq!(DoNotCallKind::from_key(kind.key()), Some(kind));
            assert!(kind.defaults().valid_days <= MAX_VALID_DAYS);
        }
        assert!(!DoNotCallKind::IMPORTED.contains(&DoNotCallKind::Own));
    }
}
