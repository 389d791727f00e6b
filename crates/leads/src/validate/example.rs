//! A number to show as an example.

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, PhoneNumberType, Region};

use super::mobile::Mobile;
use crate::country::Country;

/// The mobile number that libphonenumber gives as the country's example, where it knows the country.
pub fn example_mobile(country: Country) -> Option<Mobile> {
    let region = Region::from_code(country.as_str()).ok()?;
    let number = PHONE_NUMBER_UTIL
        .get_example_number_for_type_and_region(region, PhoneNumberType::Mobile)
        .ok()?;
    Mobile::from_e164(&number.format_as(PhoneNumberFormat::E164)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::validate_mobile;

    #[test]
    fn the_example_is_a_number_of_the_country_without_problem() {
        for code in ["ID", "IN", "MX", "PH", "CN", "BR", "AR"] {
            let country = Country::parse(code).expect("two letters");
            let example = example_mobile(country).expect(code);
            let validated = validate_mobile(example.as_str(), country);
            assert_eq!(
                (validated.mobile, validated.problems),
                (Some(example), vec![]),
                "{code}"
            );
        }
        let nowhere = Country::parse("ZZ").expect("two letters");
        assert_eq!(example_mobile(nowhere), None);
    }
}
