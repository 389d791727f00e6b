//! What the numbers of a list have in common: what is true of nearly all of them is said once, of the list.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::row::ValidatedLead;
use crate::country::Country;
use crate::numbers::format_number;
use crate::problem::ProblemKind;

/// What the numbers of a list have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListNumbers {
    /// Whether several end in as many zeros as a spreadsheet leaves that rounded them.
    pub rounded: bool,
    /// Leads with a number.
    numbers: u32,
    /// Those of another country, by its two letters.
    elsewhere: BTreeMap<String, u32>,
}

/// From so many hundredths of the numbers on, they are nearly all.
const NEARLY_ALL: u64 = 75;

/// So few numbers say nothing of an account.
const TOO_FEW: u32 = 5;

impl ListNumbers {
    /// Counts the number of one more lead, where it has one.
    pub fn add(&mut self, validated: &ValidatedLead) {
        if validated.lead.mobile.is_none() {
            return;
        }
        self.numbers += 1;
        let country = validated
            .problems
            .iter()
            .find_map(|problem| match &problem.kind {
                ProblemKind::OtherCountry { country } => *country,
                _ => None,
            });
        if let Some(country) = country {
            let count = self.elsewhere.entry(country.to_string()).or_default();
            *count += 1;
        }
    }

    /// What to say of the list, where nearly all of its numbers belong to one other country than the account's.
    pub fn sentence(&self, account: Country) -> Option<String> {
        let (country, count) = self.elsewhere.iter().max_by_key(|(_, count)| **count)?;
        let is_nearly_all = u64::from(*count) * 100 >= u64::from(self.numbers) * NEARLY_ALL;
        (self.numbers >= TOO_FEW && is_nearly_all).then(|| {
            let country = Country::parse(country).map_or_else(|_| country.clone(), named);
            format!(
                "{} of {} numbers belong to {country}, but this account calls people in {}. Is this the right account?",
                format_number(*count),
                format_number(self.numbers),
                named(account)
            )
        })
    }
}

/// The country's name, where lists of our accounts are likely to hold its numbers; else its two letters.
fn named(country: Country) -> String {
    let name = match country.as_str() {
        "PH" => "the Philippines",
        "ID" => "Indonesia",
        "IN" => "India",
        "MX" => "Mexico",
        "MY" => "Malaysia",
        "SG" => "Singapore",
        "TH" => "Thailand",
        "VN" => "Vietnam",
        "CO" => "Colombia",
        "PE" => "Peru",
        "CL" => "Chile",
        "AR" => "Argentina",
        "BR" => "Brazil",
        "US" => "the United States",
        "CN" => "China",
        "HK" => "Hong Kong",
        "AE" => "the Emirates",
        other => other,
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::mapping::Mapping;
    use super::super::row::{Row, RowRules, validate_row};
    use super::*;
    use crate::edits::Edits;
    use crate::field::Field;
    use crate::marks::RowMarks;

    fn sentence(numbers: &[&str]) -> Option<String> {
        let account = Country::parse("ID").expect("two letters");
        let mut mapping = Mapping::default();
        mapping.set(
            Field::Mobile,
            Some(super::super::mapping::Source::Column(0)),
        );
        let mut countries = ListNumbers::default();
        for number in numbers {
            let row = Row {
                cells: &[*number],
                edits: &Edits::default(),
                marks: &RowMarks::NONE,
            };
            countries.add(&validate_row(
                &row,
                &mapping,
                &RowRules::of_country(account),
            ));
        }
        countries.sentence(account)
    }

    #[test]
    fn a_list_of_another_country_is_said_once() {
        let philippine = [
            "+639171234501",
            "+639171234502",
            "+639171234503",
            "+639171234504",
        ];
        let mut list = philippine.to_vec();
        assert_eq!(sentence(&list), None, "four numbers say nothing");
        list.push("+6281233508801");
        list.push("no number");
        assert_eq!(
            sentence(&list).as_deref(),
            Some(
                "4 of 5 numbers belong to the Philippines, but this account calls people in Indonesia. Is this the right account?"
            )
        );
        list.push("+6281233508802");
        assert_eq!(sentence(&list), None);
    }
}
