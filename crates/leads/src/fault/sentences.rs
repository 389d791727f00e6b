//! The sentences of faults: what is wrong, and how to mend it.

use super::{Cause, Fault, FaultKind, NotANumber, Service};
use crate::field::Field;
use crate::marks::{HoldReason, HoldScope, ShapeProblem};
use crate::numbers::counted;

impl Fault {
    /// The sentence beside the cell: what is wrong, and how to mend it.
    pub fn sentence(&self) -> String {
        self.of_number()
            .or_else(|| self.of_numbering_plan())
            .or_else(|| self.of_text())
            .unwrap_or_else(|| self.of_row())
    }

    /// What is said of a phone number.
    fn of_number(&self) -> Option<String> {
        let sentence = match &self.kind {
            FaultKind::NotANumber { reason } => reason.sentence(),
            FaultKind::ExponentForm => {
                "The spreadsheet rounded this number: digits are lost. Type it again."
            }
            FaultKind::Unassigned => {
                "The country has not assigned this range. Compare it with the source."
            }
            FaultKind::FixedLine => "This is a fixed line. Compare it with the source.",
            FaultKind::Negative => {
                "A negative number: the spreadsheet took the number for a sum. Type it again."
            }
            FaultKind::TwoNumbers => "Two numbers in one cell. Leave one of them.",
            FaultKind::ListNumber => {
                "A list number stands in front of this number. Leave the phone number alone."
            }
            FaultKind::Dummy => {
                "This looks like a stand-in for a number. Compare it with the source."
            }
            FaultKind::Extension => {
                "An extension stands behind the number. Leave the number alone."
            }
            FaultKind::Rounded | FaultKind::PerhapsRounded => {
                "The number ends in zeros: the spreadsheet may have rounded it. Compare it with the source."
            }
            FaultKind::OtherCountry { country: None } => {
                "A number of another country. Compare it with the source."
            }
            _ => return None,
        };
        Some(sentence.to_owned())
    }

    /// The same, where the sentence names a country or a length.
    fn of_numbering_plan(&self) -> Option<String> {
        Some(match &self.kind {
            FaultKind::OtherCountry {
                country: Some(country),
            } => {
                format!("A number of another country ({country}). Compare it with the source.")
            }
            FaultKind::MobileLength {
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
                    "Mobile numbers of this country ({country}) have {lengths} digits, and this one has {found}. Compare it with the source."
                )
            }
            FaultKind::SpecialNumber { service } => {
                format!("This is {}. Compare it with the source.", service.words())
            }
            FaultKind::TwoCountries { other } => {
                format!(
                    "This may also be a number of another country ({other}). Write + and the country code."
                )
            }
            FaultKind::UnknownCountry { says } => {
                format!(
                    "The row’s country, “{says}”, is not known. Write + and the country code in front of the number."
                )
            }
            _ => return None,
        })
    }

    /// What is said of a text.
    fn of_text(&self) -> Option<String> {
        let label = self.field.label();
        Some(match &self.kind {
            FaultKind::Missing if self.field == Field::Platform => {
                "No platform. Fill the cell in, or give one for the whole task.".to_owned()
            }
            FaultKind::Missing => format!("{label} is empty. Fill it in."),
            FaultKind::TooLong { found, allowed } => {
                format!("{found} characters; {label} may have {allowed}. Shorten it.")
            }
            FaultKind::UnreadableCharacters => {
                format!("{label} holds characters that cannot be read. Type it again.")
            }
            FaultKind::NeverCalculated => {
                "This cell holds a formula that was never calculated. Open the file in your spreadsheet program, save it, and upload it again."
                    .to_owned()
            }
            FaultKind::ErrorValue => {
                "The spreadsheet could not work this cell out. Type the value.".to_owned()
            }
            FaultKind::Placeholder => {
                format!("{label} holds a stand-in and no value. Fill it in, or empty it.")
            }
            FaultKind::PerhapsTooLong { found, allowed } => format!(
                "With its accents and joined signs counted, this may be {found} characters; {label} may have {allowed}. Shorten it to be safe."
            ),
            FaultKind::Garbled { to } => format!("These letters look garbled. Is “{to}” meant?"),
            FaultKind::LettersLost => {
                "Letters were lost before the file was made. Type the text again.".to_owned()
            }
            FaultKind::Unspeakable => {
                "A voice cannot say these signs. Take them out.".to_owned()
            }
            FaultKind::NothingToSay => {
                format!("The robot says {label}, and this cell is empty. Fill it in.")
            }
            _ => return None,
        })
    }

    /// What is said of the rest.
    fn of_row(&self) -> String {
        match &self.kind {
            FaultKind::UnknownGender => "Write male or female, or leave it empty.".to_owned(),
            FaultKind::GenderLeftEmpty => "No gender of a person: left empty.".to_owned(),
            FaultKind::UnknownRobot => {
                "The account has no robot of this id. Correct it, or leave it empty for the task’s robot."
                    .to_owned()
            }
            FaultKind::GroupRobot => {
                "A lead’s own robot must be a single one, and this one belongs to a group. Name another, or leave it empty."
                    .to_owned()
            }
            FaultKind::Shape(shape) => shape.sentence(),
            FaultKind::HeldBack {
                reason,
                says,
                scope,
            } => match scope {
                HoldScope::SaidBy(row) => format!(
                    "Row {row} has the same number and says {says}: not called unless you say so."
                ),
                HoldScope::Row | HoldScope::Number => reason.sentence(says),
            },
            FaultKind::Rewritten { to, cause } => format!("→ {to}{}", cause.words()),
            // What is left is said by the functions above, but for the column.
            _ => format!(
                "Choose the column for {} first: the question stands above the list.",
                self.field.label()
            ),
        }
    }
}

impl Cause {
    /// What to add to the value that is sent.
    const fn words(self) -> &'static str {
        match self {
            Cause::Spelling | Cause::CountryCode | Cause::DoubleZero => "",
            Cause::Invisible => " (invisible characters taken out)",
            Cause::DecimalZero => " (the spreadsheet added .0)",
            Cause::LostPlus => " (the plus was lost)",
            Cause::LostZero => " (the zero in front was lost)",
            Cause::MexicanOne => " (the 1 is no longer dialled)",
            Cause::MexicanPrefix => " (the old prefix is no longer dialled)",
            Cause::ZeroAndCode => " (the zero in front is not dialled with the country code)",
            Cause::CodeTwice => " (the country code was there twice)",
            Cause::FormatPlus => " (the plus stands in the cell’s format)",
            Cause::ArgentineFifteen => " (15 is dialled as 9 behind +54)",
        }
    }
}

impl Service {
    const fn words(self) -> &'static str {
        match self {
            Service::TollFree => "a toll-free number",
            Service::Premium => "a premium number",
            Service::SharedCost => "a number of shared cost",
            Service::Pager => "a pager",
            Service::Voicemail => "a mailbox",
            Service::CompanyWide => "a company’s number for the whole country",
            Service::Short => "a short number",
        }
    }
}

impl ShapeProblem {
    fn sentence(self) -> String {
        match self {
            ShapeProblem::MoreCells { cells, headers } if cells <= headers => {
                "The cells of this row have moved to the right: another number stands in the column of the number. Move them back, and upload the file again."
                    .to_owned()
            }
            ShapeProblem::MoreCells { cells, headers } => format!(
                "This row has {cells} cells, and there are {headers} headers: a separator within a value? Put the value in quotation marks, and upload the file again."
            ),
            ShapeProblem::SpansLines { lines } => format!(
                "A cell in quotation marks goes over {}, which may be leads. Look for a quotation mark that is too many, and upload the file again.",
                counted(lines, "more line", "more lines")
            ),
            ShapeProblem::OpenQuote => {
                "A quotation mark is opened here and never closed. Take it out, and upload the file again."
                    .to_owned()
            }
            ShapeProblem::NotALead => {
                "This looks like a total or a footer, not like a lead. Leave it out.".to_owned()
            }
        }
    }
}

impl HoldReason {
    fn sentence(self, says: &str) -> String {
        match self {
            HoldReason::Hidden => "Hidden in the sheet: not called unless you say so.".to_owned(),
            HoldReason::StruckThrough => {
                "Struck through in the sheet: not called unless you say so.".to_owned()
            }
            HoldReason::DoNotCall | HoldReason::NoConsent | HoldReason::Status => {
                format!("The sheet says {says}: not called unless you say so.")
            }
        }
    }
}

impl NotANumber {
    const fn sentence(self) -> &'static str {
        match self {
            NotANumber::NoNumber => "This is not a phone number. Type the number.",
            NotANumber::UnknownCountryCode => {
                "No country has this code. Write + and the country code."
            }
            NotANumber::TooShort => "Too few digits for a phone number. Type it in full.",
            NotANumber::TooLong => "Too many digits for a phone number. Type it again.",
            NotANumber::WrongLength => {
                "No number of this country has so many digits. Compare it with the source."
            }
        }
    }
}
