//! A phone number as it is sent.

use arrayvec::ArrayString;
use serde::{Deserialize, Serialize};

/// A phone number in E.164: `+`, country code, national number, nothing between. Held in place, without an allocation.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mobile(ArrayString<{ Mobile::MAX_LENGTH }>);

/// The text is not in E.164.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a phone number in E.164")]
pub struct NotE164;

impl Mobile {
    /// libphonenumber knows national numbers of 17 digits, more than the 15 in all of ITU-T E.164; 19 fit an u64.
    const MAX_LENGTH: usize = 1 + 19;

    /// Takes back a number that was written with [`as_str`](Mobile::as_str). It is not validated again.
    ///
    /// # Errors
    /// When it is not `+` and digits, the first of them not 0, at most 19 of them.
    pub fn from_e164(text: &str) -> Result<Mobile, NotE164> {
        Mobile::from_digits(&[text.strip_prefix('+').ok_or(NotE164)?])
    }

    /// Puts the plus in front of the digits that stand in the parts.
    pub(super) fn from_digits(parts: &[&str]) -> Result<Mobile, NotE164> {
        let mut text = ArrayString::new();
        text.push('+');
        for part in parts {
            let is_digits = part.bytes().all(|digit| digit.is_ascii_digit());
            if !is_digits || text.try_push_str(part).is_err() {
                return Err(NotE164);
            }
        }
        let plausible = text.len() >= 4 && !text[1..].starts_with('0');
        plausible.then_some(Mobile(text)).ok_or(NotE164)
    }

    /// The number: `+628123350088`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number without its plus.
    pub(super) fn digits(&self) -> &str {
        &self.as_str()[1..]
    }

    /// The last four digits, the others hidden: `•••• 5678`.
    pub fn masked(&self) -> String {
        let text = self.as_str();
        let shown = text.len().saturating_sub(4).max(1);
        format!("•••• {}", &text[shown..])
    }

    /// The number for people, in groups: `+62 812 335 088`.
    pub fn in_groups(&self) -> String {
        super::library::in_groups(self)
    }

    /// The number with those digits, country code first.
    ///
    /// # Errors
    /// As [`from_e164`](Mobile::from_e164).
    pub fn from_number(number: u64) -> Result<Mobile, NotE164> {
        Mobile::from_digits(&[&number.to_string()])
    }

    /// The digits as one number: the shortest key for comparing.
    pub fn number(&self) -> u64 {
        let digits = self.digits().bytes();
        digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
    }
}

impl std::fmt::Debug for Mobile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_tuple("Mobile")
            .field(&self.as_str())
            .finish()
    }
}

impl TryFrom<String> for Mobile {
    type Error = NotE164;
    fn try_from(text: String) -> Result<Mobile, NotE164> {
        Mobile::from_e164(&text)
    }
}

impl From<Mobile> for String {
    fn from(mobile: Mobile) -> String {
        mobile.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_shows_its_last_four_digits_only() {
        let mobile = Mobile::from_e164("+62812335088").expect("E.164");
        assert_eq!(mobile.masked(), "•••• 5088");
        assert_eq!(mobile.number(), 62_812_335_088);
    }

    #[test]
    fn a_number_is_shown_in_the_groups_of_its_country() {
        for (number, shown) in [
            (62_812_335_088, "+62 812 335 088"),
            (525_512_345_678, "+52 55 1234 5678"),
            (919_845_031_185, "+91 98450 31185"),
            (639_171_234_567, "+63 917 123 4567"),
        ] {
            let mobile = Mobile::from_number(number).expect("E.164");
            assert_eq!(mobile.number(), number);
            assert_eq!(mobile.in_groups(), shown);
        }
    }

    #[test]
    fn only_e164_is_taken_back() {
        for text in [
            "",
            "+",
            "+12",
            "62812335088",
            "+0812335088",
            "+62 812",
            "+12345678901234567890",
        ] {
            assert_eq!(Mobile::from_e164(text), Err(NotE164), "{text}");
        }
        let mobile = Mobile::from_e164("+62812335088").expect("E.164");
        let json = serde_json::to_string(&mobile).expect("a string");
        assert_eq!(json, "\"+62812335088\"");
        assert_eq!(serde_json::from_str::<Mobile>(&json).ok(), Some(mobile));
        assert!(serde_json::from_str::<Mobile>("\"0812\"").is_err());
    }

    #[test]
    fn numbers_are_ordered_as_their_text() {
        let mobile = |text| Mobile::from_e164(text).expect("E.164");
        assert!(mobile("+6281") < mobile("+62812"));
        assert!(mobile("+62812") < mobile("+629"));
        let longest = mobile("+9999999999999999999");
        assert_eq!(longest.number(), 9_999_999_999_999_999_999);
    }
}
