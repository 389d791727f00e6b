//! Countries of accounts.

use serde::{Deserialize, Serialize};

/// A country by its two capital letters (ISO 3166-1 alpha-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// The text is not two letters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a country code. Use two letters, such as ID, IN, MX or PH")]
pub struct NotACountry(pub String);

impl Country {
    /// Reads two letters of either case, blanks around them allowed.
    ///
    /// Whether a phone numbering plan exists for it is a question of validation, not asked here.
    pub fn parse(text: &str) -> Result<Country, NotACountry> {
        match text.trim().as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Country([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(NotACountry(text.to_owned())),
        }
    }

    /// The two capital letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two ASCII letters")
    }
}

impl TryFrom<String> for Country {
    type Error = NotACountry;
    fn try_from(text: String) -> Result<Country, NotACountry> {
        Country::parse(&text)
    }
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.as_str().to_owned()
    }
}

impl std::fmt::Display for Country {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_two_letters_of_either_case() {
        assert_eq!(
            Country::parse(" mx ").map(String::from),
            Ok("MX".to_owned())
        );
        for text in ["", "M", "MEX", "5X", "Mé"] {
            assert!(Country::parse(text).is_err(), "{text}");
        }
    }
}
