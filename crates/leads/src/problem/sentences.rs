//! The sentences of problems: what is wrong, and how to fix it.

use localization::Message;

use super::{AutoFix, NotANumber, Problem, ProblemKind, Service};
use crate::countries::country_name;
use crate::field::Field;
use crate::marks::{HoldReason, HoldScope, ShapeProblem};
use crate::messages::problems;

impl Problem {
    /// The sentence beside the cell: what is wrong, and how to fix it.
    pub fn message(&self) -> Message {
        self.of_number()
            .or_else(|| self.of_numbering_plan())
            .or_else(|| self.of_text())
            .unwrap_or_else(|| self.of_row())
    }

    /// What is said of a phone number.
    fn of_number(&self) -> Option<Message> {
        Some(match &self.kind {
            ProblemKind::NotANumber { reason } => reason.message(),
            ProblemKind::ExponentForm => problems::exponent_form(),
            ProblemKind::Unassigned => problems::unassigned(),
            ProblemKind::FixedLine => problems::fixed_line(),
            ProblemKind::Negative => problems::negative(),
            ProblemKind::TwoNumbers => problems::two_numbers(),
            ProblemKind::ListNumber => problems::list_number(),
            ProblemKind::Dummy => problems::dummy(),
            ProblemKind::Extension => problems::extension(),
            ProblemKind::Rounded | ProblemKind::PerhapsRounded => problems::rounded(),
            ProblemKind::OtherCountry { country: None } => problems::other_country(),
            _ => return None,
        })
    }

    /// The same, where the sentence names a country or a length.
    fn of_numbering_plan(&self) -> Option<Message> {
        Some(match &self.kind {
            ProblemKind::OtherCountry {
                country: Some(country),
            } => problems::other_country_named(country_name(*country)),
            ProblemKind::MobileLength {
                country,
                found,
                least,
                most,
            } if least == most => problems::mobile_length(country_name(*country), *least, *found),
            ProblemKind::MobileLength {
                country,
                found,
                least,
                most,
            } => problems::mobile_lengths(country_name(*country), *found, *least, *most),
            ProblemKind::SpecialNumber { service } => service.message(),
            ProblemKind::TwoCountries { other } => problems::two_countries(country_name(*other)),
            ProblemKind::UnknownCountry { says } => problems::unknown_country(says),
            _ => return None,
        })
    }

    /// What is said of a text.
    fn of_text(&self) -> Option<Message> {
        let field = self.field.message();
        Some(match &self.kind {
            ProblemKind::Missing if self.field == Field::Platform => problems::platform_missing(),
            ProblemKind::Missing => problems::missing(field),
            ProblemKind::TooLong { found, allowed } => problems::too_long(*allowed, field, *found),
            ProblemKind::UnreadableCharacters => problems::unreadable_characters(field),
            ProblemKind::NeverCalculated => problems::never_calculated(),
            ProblemKind::ErrorValue => problems::error_value(),
            ProblemKind::Placeholder => problems::placeholder(field),
            ProblemKind::PerhapsTooLong { found, allowed } => {
                problems::perhaps_too_long(*allowed, field, *found)
            }
            ProblemKind::Garbled { to } => problems::garbled(to),
            ProblemKind::LettersLost => problems::letters_lost(),
            ProblemKind::Unspeakable => problems::unspeakable(),
            ProblemKind::NothingToSay => problems::nothing_to_say(field),
            _ => return None,
        })
    }

    /// What is said of the rest.
    fn of_row(&self) -> Message {
        match &self.kind {
            ProblemKind::UnknownGender => problems::unknown_gender(),
            ProblemKind::GenderLeftEmpty => problems::gender_left_empty(),
            ProblemKind::UnknownRobot => problems::unknown_robot(),
            ProblemKind::GroupRobot => problems::group_robot(),
            ProblemKind::Shape(shape) => shape.message(),
            ProblemKind::HeldBack {
                reason,
                says,
                scope,
            } => match scope {
                HoldScope::SaidBy(row) => problems::same_number_says(*row, says),
                HoldScope::Row | HoldScope::Number => reason.message(says),
            },
            ProblemKind::FixedAutomatically { to, cause } => cause.message(to),
            // What is left is said by the functions above, but for the column.
            _ => problems::column_not_chosen(self.field.message()),
        }
    }
}

impl AutoFix {
    /// What was put right, with the value that is sent.
    fn message(self, value: &str) -> Message {
        match self {
            AutoFix::Spelling | AutoFix::CountryCode | AutoFix::DoubleZero => {
                problems::fixed(value)
            }
            AutoFix::Invisible => problems::fixed_invisible(value),
            AutoFix::DecimalZero => problems::fixed_decimal_zero(value),
            AutoFix::LostPlus => problems::fixed_lost_plus(value),
            AutoFix::LostZero => problems::fixed_lost_zero(value),
            AutoFix::MexicanOne => problems::fixed_mexican_one(value),
            AutoFix::MexicanPrefix => problems::fixed_mexican_prefix(value),
            AutoFix::ZeroAndCode => problems::fixed_zero_and_code(value),
            AutoFix::CodeTwice => problems::fixed_code_twice(value),
            AutoFix::FormatPlus => problems::fixed_format_plus(value),
            AutoFix::ArgentineFifteen => problems::fixed_argentine_fifteen(value),
        }
    }
}

impl Service {
    fn message(self) -> Message {
        match self {
            Service::TollFree => problems::toll_free(),
            Service::Premium => problems::premium(),
            Service::SharedCost => problems::shared_cost(),
            Service::Pager => problems::pager(),
            Service::Voicemail => problems::voicemail(),
            Service::CompanyWide => problems::company_wide(),
            Service::Short => problems::short(),
        }
    }
}

impl ShapeProblem {
    fn message(self) -> Message {
        match self {
            ShapeProblem::MoreCells { cells, headers } if cells <= headers => {
                problems::moved_cells()
            }
            ShapeProblem::MoreCells { cells, headers } => problems::more_cells(cells, headers),
            ShapeProblem::SpansLines { lines } => problems::spans_lines(lines),
            ShapeProblem::OpenQuote => problems::open_quote(),
            ShapeProblem::NotALead => problems::not_a_lead(),
        }
    }
}

impl HoldReason {
    fn message(self, says: &str) -> Message {
        match self {
            HoldReason::Hidden => problems::hidden(),
            HoldReason::StruckThrough => problems::struck_through(),
            HoldReason::DoNotCall | HoldReason::NoConsent | HoldReason::Status => {
                problems::sheet_says(says)
            }
        }
    }
}

impl NotANumber {
    fn message(self) -> Message {
        match self {
            NotANumber::NoNumber => problems::no_number(),
            NotANumber::UnknownCountryCode => problems::unknown_country_code(),
            NotANumber::TooShort => problems::too_short(),
            NotANumber::TooLong => problems::too_long_number(),
            NotANumber::WrongLength => problems::wrong_length(),
        }
    }
}
