//! The sentences of problems: what is wrong, and how to fix it.

use super::{AutoFix, NotANumber, Problem, ProblemKind, Service};
use crate::field::Field;
use crate::marks::{HoldReason, HoldScope, ShapeProblem};
use crate::numbers::count_with_noun;

impl Problem {
    /// The sentence beside the cell: what is wrong, and how to fix it.
    pub fn sentence(&self) -> String {
        self.of_number()
            .or_else(|| self.of_numbering_plan())
            .or_else(|| self.of_text())
            .unwrap_or_else(|| self.of_row())
    }

    /// What is said of a phone number.
    fn of_number(&self) -> Option<String> {
        let sentence = match &self.kind {
            ProblemKind::NotANumber { reason } => reason.sentence(),
            ProblemKind::ExponentForm => {
                "The spreadsheet rounded this number, so digits are lost. Enter the full number."
            }
            ProblemKind::Unassigned => {
                "This number range is not in use. Compare it with your source."
            }
            ProblemKind::FixedLine => {
                "This is a landline. It will be called; change it if you want a mobile."
            }
            ProblemKind::Negative => {
                "The spreadsheet read this number as a negative amount. Enter the phone number."
            }
            ProblemKind::TwoNumbers => "This cell has two numbers. Keep one.",
            ProblemKind::ListNumber => {
                "There is a list number before the phone number. Keep only the phone number."
            }
            ProblemKind::Dummy => "This looks like a made-up number. Compare it with your source.",
            ProblemKind::Extension => "There is an extension after the number. Remove it.",
            ProblemKind::Rounded | ProblemKind::PerhapsRounded => {
                "The number ends in zeros: the spreadsheet might have rounded it. Compare it with your source."
            }
            ProblemKind::OtherCountry { country: None } => {
                "Number from another country. It will be called; compare it with your source."
            }
            _ => return None,
        };
        Some(sentence.to_owned())
    }

    /// The same, where the sentence names a country or a length.
    fn of_numbering_plan(&self) -> Option<String> {
        Some(match &self.kind {
            ProblemKind::OtherCountry {
                country: Some(country),
            } => {
                format!(
                    "Number from another country ({country}). It will be called; compare it with your source."
                )
            }
            ProblemKind::MobileLength {
                country,
                found,
                least,
                most,
            } => {
                let lengths = if least == most {
                    least.to_string()
                } else {
                    format!("{least} to {most}")
                };
                format!(
                    "Mobile numbers in this country ({country}) have {lengths} digits; this one has {found}. Compare it with your source."
                )
            }
            ProblemKind::SpecialNumber { service } => {
                format!("This is {}. Compare it with your source.", service.words())
            }
            ProblemKind::TwoCountries { other } => {
                format!(
                    "This might also be a number from another country ({other}). Add + and the country code."
                )
            }
            ProblemKind::UnknownCountry { says } => {
                format!(
                    "Coxswain does not know the country “{says}” in this row. Add + and the country code to the number."
                )
            }
            _ => return None,
        })
    }

    /// What is said of a text.
    fn of_text(&self) -> Option<String> {
        let label = self.field.label();
        Some(match &self.kind {
            ProblemKind::Missing if self.field == Field::Platform => {
                "Platform is empty. Enter one, or set one for the whole task.".to_owned()
            }
            ProblemKind::Missing => format!("{label} is empty. Fill it in."),
            ProblemKind::TooLong { found, allowed } => {
                format!("{label} has {found} characters. Shorten it to {allowed}.")
            }
            ProblemKind::UnreadableCharacters => {
                format!("{label} has unreadable characters. Type it again.")
            }
            ProblemKind::NeverCalculated => {
                "This formula was never calculated. Open the file in Excel, save it and upload it again."
                    .to_owned()
            }
            ProblemKind::ErrorValue => {
                "The spreadsheet shows an error in this cell. Enter the value.".to_owned()
            }
            ProblemKind::Placeholder => {
                format!("{label} has a placeholder. Enter the real value, or empty the cell.")
            }
            ProblemKind::PerhapsTooLong { found, allowed } => format!(
                "AIRudder might count {found} characters here, because of accents and joined signs. The limit for {label} is {allowed}. Shorten it to be safe."
            ),
            ProblemKind::Garbled { to } => format!("These letters look garbled. Did you mean “{to}”?"),
            ProblemKind::LettersLost => {
                "Letters were lost when this file was saved. Type the text again.".to_owned()
            }
            ProblemKind::Unspeakable => {
                "The robot cannot say these symbols. Remove them.".to_owned()
            }
            ProblemKind::NothingToSay => {
                format!("The robot says {label}, but this cell is empty. Fill it in.")
            }
            _ => return None,
        })
    }

    /// What is said of the rest.
    fn of_row(&self) -> String {
        match &self.kind {
            ProblemKind::UnknownGender => "Write male or female, or leave it empty.".to_owned(),
            ProblemKind::GenderLeftEmpty => "Not male or female. Fixed automatically: left empty.".to_owned(),
            ProblemKind::UnknownRobot => {
                "No robot has this ID. Correct it, or leave it empty to use the task’s robot."
                    .to_owned()
            }
            ProblemKind::GroupRobot => {
                "This is a group robot; a lead needs a single one. Enter another ID, or leave it empty."
                    .to_owned()
            }
            ProblemKind::Shape(shape) => shape.sentence(),
            ProblemKind::HeldBack {
                reason,
                says,
                scope,
            } => match scope {
                HoldScope::SaidBy(row) => format!(
                    "Row {row} has the same number and says {says}. Not called unless you choose to."
                ),
                HoldScope::Row | HoldScope::Number => reason.sentence(says),
            },
            ProblemKind::FixedAutomatically { to, cause } => format!("Fixed automatically: {to}{}", cause.words()),
            // What is left is said by the functions above, but for the column.
            _ => format!(
                "First choose the column for {}, in the question above the list.",
                self.field.label()
            ),
        }
    }
}

impl AutoFix {
    /// What to add to the value that is sent.
    const fn words(self) -> &'static str {
        match self {
            AutoFix::Spelling | AutoFix::CountryCode | AutoFix::DoubleZero => "",
            AutoFix::Invisible => " (invisible characters removed)",
            AutoFix::DecimalZero => " (.0 removed)",
            AutoFix::LostPlus => " (+ was missing)",
            AutoFix::LostZero => " (leading 0 was missing)",
            AutoFix::MexicanOne => " (old 1 after +52 removed)",
            AutoFix::MexicanPrefix => " (old prefix removed)",
            AutoFix::ZeroAndCode => " (0 before the country code removed)",
            AutoFix::CodeTwice => " (country code was there twice)",
            AutoFix::FormatPlus => " (+ was only in the cell format)",
            AutoFix::ArgentineFifteen => " (15 replaced by 9)",
        }
    }
}

impl Service {
    const fn words(self) -> &'static str {
        match self {
            Service::TollFree => "a toll-free number",
            Service::Premium => "a premium-rate number",
            Service::SharedCost => "a shared-cost number",
            Service::Pager => "a pager number",
            Service::Voicemail => "a voicemail number",
            Service::CompanyWide => "a company number",
            Service::Short => "a short number",
        }
    }
}

impl ShapeProblem {
    fn sentence(self) -> String {
        match self {
            ShapeProblem::MoreCells { cells, headers } if cells <= headers => {
                "The cells of this row moved to the right, so another number is in the phone column. Move them back and upload the file again."
                    .to_owned()
            }
            ShapeProblem::MoreCells { cells, headers } => format!(
                "This row has {cells} cells, but there are {headers} headers. If a value has a separator in it, put the value in quotation marks and upload the file again."
            ),
            ShapeProblem::SpansLines { lines } => format!(
                "A cell in quotation marks continues over {}, which might be leads. Look for an extra quotation mark, then upload the file again.",
                count_with_noun(lines, "more line", "more lines")
            ),
            ShapeProblem::OpenQuote => {
                "A quotation mark opens here and never closes. Remove it and upload the file again."
                    .to_owned()
            }
            ShapeProblem::NotALead => {
                "This looks like a total or a footer, not a lead. Leave it out.".to_owned()
            }
        }
    }
}

impl HoldReason {
    fn sentence(self, says: &str) -> String {
        match self {
            HoldReason::Hidden => {
                "Hidden in the sheet. Not called unless you choose to.".to_owned()
            }
            HoldReason::StruckThrough => {
                "Struck through in the sheet. Not called unless you choose to.".to_owned()
            }
            HoldReason::DoNotCall | HoldReason::NoConsent | HoldReason::Status => {
                format!("The sheet says {says}. Not called unless you choose to.")
            }
        }
    }
}

impl NotANumber {
    const fn sentence(self) -> &'static str {
        match self {
            NotANumber::NoNumber => "This is not a phone number. Enter one.",
            NotANumber::UnknownCountryCode => {
                "This country code does not exist. Start with + and a country code, such as +52."
            }
            NotANumber::TooShort => "Too few digits. Enter the full number.",
            NotANumber::TooLong => "Too many digits. Enter one full number.",
            NotANumber::WrongLength => {
                "Wrong number of digits for this country. Compare it with your source."
            }
        }
    }
}
