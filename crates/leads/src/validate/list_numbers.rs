//! What the numbers of a list have in common: what is true of nearly all of them is said once, of the list.

use std::collections::BTreeMap;

use localization::Message;
use serde::{Deserialize, Serialize};

use super::row::ValidatedLead;
use crate::countries::country_name;
use crate::country::Country;
use crate::messages::list_country as texts;
use crate::problem::ProblemKind;
use crate::views::ListCountryView;

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
const NEARLY_ALL: u64 = 90;

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

    /// The other country than that of the list to which more than half of its numbers belong, and how many of them do.
    pub fn elsewhere(&self) -> Option<(Country, u32)> {
        let (country, count) = self.elsewhere.iter().max_by_key(|(_, count)| **count)?;
        let are_most = u64::from(*count) * 2 > u64::from(self.numbers);
        let country = Country::parse(country).ok()?;
        (self.numbers >= TOO_FEW && are_most).then_some((country, *count))
    }

    /// What to ask about the country of the list, or to say of what was answered. `read_as` is the country that a person said.
    pub fn country_question(
        &self,
        account: Country,
        read_as: Option<Country>,
    ) -> Option<ListCountryView> {
        if let Some(country) = read_as {
            return Some(ListCountryView {
                sentence: texts::read_as(numbers_of(country)),
                country: None,
                button: texts::read_it_as(numbers_of(account)),
            });
        }
        let (country, count) = self.elsewhere()?;
        let nearly = u64::from(count) * 100 >= u64::from(self.numbers) * NEARLY_ALL;
        let whose = whose(country).unwrap_or_else(|| texts::of_country(country_name(country)));
        let of_account = country_name(account);
        Some(ListCountryView {
            sentence: match nearly {
                true => texts::nearly_all(self.numbers, count, of_account, whose),
                false => texts::most(self.numbers, count, of_account, whose),
            },
            country: Some(country),
            button: texts::yes_read_as(numbers_of(country)),
        })
    }
}

/// `Philippine numbers`; `numbers of Norway` where the lists of our accounts are not likely to hold them.
fn numbers_of(country: Country) -> Message {
    match whose(country) {
        Some(whose) => texts::numbers(whose),
        None => texts::numbers_of(country_name(country)),
    }
}

/// Whose the numbers of a country are, where lists of our accounts are likely to hold them: `Philippine`.
fn whose(country: Country) -> Option<Message> {
    Some(match country.as_str() {
        "PH" => texts::philippine(),
        "ID" => texts::indonesian(),
        "IN" => texts::indian(),
        "MX" => texts::mexican(),
        "MY" => texts::malaysian(),
        "SG" => texts::singaporean(),
        "TH" => texts::thai(),
        "VN" => texts::vietnamese(),
        "CO" => texts::colombian(),
        "PE" => texts::peruvian(),
        "CL" => texts::chilean(),
        "AR" => texts::argentine(),
        "BR" => texts::brazilian(),
        "CN" => texts::chinese(),
        _ => return None,
    })
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
        let question = countries.country_question(account, None);
        question.map(|question| question.sentence.to_string())
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
                "Most numbers are Philippine (4 of 5); this account is Indonesia. Is it the right account?"
            )
        );
        list.extend(["+6281233508802"; 3]);
        assert_eq!(sentence(&list), None, "half of them are not most");
        list.truncate(4);
        list.push("+639171234505");
        assert_eq!(
            sentence(&list).as_deref(),
            Some(
                "Nearly all numbers are Philippine (5 of 5); this account is Indonesia. Is it the right account?"
            )
        );
    }

    #[test]
    fn what_was_said_of_the_country_can_be_taken_back() {
        let [account, norway] = ["ID", "NO"].map(|code| Country::parse(code).expect("two letters"));
        let question = ListNumbers::default().country_question(account, Some(norway));
        let question = question.expect("something to say");
        assert_eq!(
            question.sentence.to_string(),
            "This list is read as numbers of Norway."
        );
        assert_eq!(question.button.to_string(), "Read it as Indonesian numbers");
        assert_eq!(question.country, None);
    }
}
