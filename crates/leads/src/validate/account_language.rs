//! The language of an account.

use localization::{Language, Message};

use super::text::trimmed;
use crate::country::Country;
use crate::messages::form_problems;

/// The language of that tag; that of the country where none is chosen.
pub(super) fn parse_language(tag: &str, country: Option<&Country>) -> Result<Language, Message> {
    match trimmed(tag) {
        "" => Ok(country.map_or_else(Language::default, language_of_country)),
        tag => Language::offered(tag).ok_or_else(form_problems::language),
    }
}

/// The language that most people of a country can read, of those that the program speaks.
pub fn language_of_country(country: &Country) -> Language {
    match country.as_str() {
        "CN" => Language::Chinese,
        "ID" => Language::Indonesian,
        "MX" => Language::Spanish,
        _ => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_one_of_those_that_the_program_speaks() {
        for tag in ["de", "qps", "zh"] {
            assert_eq!(parse_language(tag, None), Err(form_problems::language()));
        }
        assert_eq!(parse_language(" id ", None), Ok(Language::Indonesian));
    }

    #[test]
    fn where_none_is_chosen_it_is_that_of_the_country() {
        let mexico = Country::parse("MX").expect("a country");
        assert_eq!(parse_language("", Some(&mexico)), Ok(Language::Spanish));
        assert_eq!(parse_language("", None), Ok(Language::English));
    }
}
