//! The numbering plan of one country, compiled: it answers for the common spellings of the country's own mobiles what
//! libphonenumber answers, in a fraction of its time.
//!
//! The patterns are libphonenumber's own, out of the metadata that it loaded. Whatever the plan is not certain of is
//! left to libphonenumber; a property test compares the two.

use std::sync::OnceLock;

use regex_automata::MatchKind;
use rlibphonenumber::interfaces::AsOriginal;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberType, Region};

use super::e164::Mobile;
use super::library::{calling_code, region};
use super::table::Table;
use crate::country::Country;

/// A numbering plan, ready to be asked.
pub(super) struct Plan {
    /// The country's code: `62`.
    code: String,
    /// What is dialled in front of a national number, where it is nothing but put in front: `0`.
    trunk: Option<String>,
    /// Whether mobiles are written with a zero in front, which a spreadsheet loses.
    pub(super) writes_zero: bool,
    /// Marks national numbers with the lengths, bit by bit, in which they are assigned mobiles.
    mobiles: Table,
    /// The lengths of mobiles, bit by bit.
    lengths: u32,
    /// The lengths of mobiles and fixed lines, bit by bit.
    persons: u32,
    /// The shortest length of any number.
    shortest: u32,
    /// What libphonenumber may cut off the national number's front, the longest of it.
    longest_cut: Option<Table>,
    /// The same, what it does cut off.
    cut: Option<Table>,
    /// What is dialled in front of another country's code.
    abroad: Option<Table>,
}

/// What it means that a pattern matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rule {
    kind: Kind,
    /// The lengths that count, bit by bit.
    lengths: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Any number of the country.
    Any,
    /// A mobile, or one of a range that fixed lines and mobiles share.
    Mobile,
    /// Asked before mobiles: free of charge, premium and so on.
    Special,
}

/// How a common spelling begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// With the country code.
    Code,
    /// As dialled within the country.
    Trunk,
    /// With the national number itself.
    National,
}

/// The plan of the country; `None` where there is none, or where libphonenumber has to be asked each time, as of
/// countries that share the code of a bigger one.
///
/// It is compiled when it is first asked for, which takes milliseconds.
pub(super) fn plan(country: Country) -> Option<&'static Plan> {
    static PLANS: [OnceLock<Option<Box<Plan>>>; 26 * 26] = [const { OnceLock::new() }; 26 * 26];
    let [first, second] = country.as_str().as_bytes() else {
        return None;
    };
    let index = usize::from(first - b'A') * 26 + usize::from(second - b'A');
    PLANS[index]
        .get_or_init(|| Plan::compile(country).map(Box::new))
        .as_deref()
}

impl Plan {
    /// The assigned mobile of this country that the digits certainly are; `None` when libphonenumber is to be asked.
    pub(super) fn mobile(&self, digits: &str, international: bool) -> Option<(Mobile, Spelling)> {
        if let Some(national) = digits.strip_prefix(&self.code) {
            return self.found(national, Spelling::Code);
        }
        if international || marked_front(self.abroad.as_ref(), digits).is_some() {
            return None;
        }
        if let Some(trunk) = &self.trunk
            && let Some(national) = digits.strip_prefix(trunk.as_str())
        {
            let is_cut = marked_front(self.cut.as_ref(), digits) == Some(trunk.len());
            return (is_cut && self.is_mobile(national))
                .then(|| self.e164(national, Spelling::Trunk))?;
        }
        self.found(digits, Spelling::National)
    }

    fn found(&self, national: &str, spelling: Spelling) -> Option<(Mobile, Spelling)> {
        let is_cut = marked_front(self.longest_cut.as_ref(), national).is_some_and(|end| end > 0);
        (!is_cut && self.is_mobile(national)).then(|| self.e164(national, spelling))?
    }

    fn e164(&self, national: &str, spelling: Spelling) -> Option<(Mobile, Spelling)> {
        let mobile = Mobile::from_digits(&[&self.code, national]).ok()?;
        Some((mobile, spelling))
    }

    /// Numbers with zeros in front are left out: libphonenumber keeps those apart.
    fn is_mobile(&self, national: &str) -> bool {
        national.len() < 18
            && !is_indian_company(&self.code, national)
            && !national.starts_with('0')
            && self.mobiles.mark(national) >> national.len() & 1 == 1
    }

    /// Whether the digits are fewer than any number of the country has.
    pub(super) fn is_too_short(&self, digits: &str, international: bool) -> bool {
        let code = match digits.strip_prefix(&self.code) {
            Some(_) if international => self.code.len(),
            _ if international => return false,
            _ => 0,
        };
        ((digits.len() - code) as u32) < self.shortest
    }

    /// The shortest and the longest mobile that begins as the national number does, where such mobiles have other
    /// lengths than the number.
    pub(super) fn lengths_missed(&self, national: &str) -> Option<(u8, u8)> {
        // libphonenumber's patterns tell ranges apart by their first six digits, an area and what follows, at most.
        const FRONT: usize = 6;
        let front = national.get(..FRONT).unwrap_or(national);
        let is_a_mobiles = |length: &u8| {
            let length = usize::from(*length);
            self.lengths >> length & 1 == 1
                && ('0'..='9').any(|fill| self.is_mobile(&padded(front, fill, length)))
        };
        let mut lengths = (front.len() as u8..32).filter(is_a_mobiles);
        let least = lengths.next()?;
        let most = lengths.clone().next_back().unwrap_or(least);
        let is_one = usize::from(least) == national.len()
            || lengths.any(|length| usize::from(length) == national.len());
        (!is_one).then_some((least, most))
    }

    /// The lengths of mobiles and fixed lines, bit by bit.
    pub(super) const fn lengths_of_persons(&self) -> u32 {
        self.persons
    }

    /// What is dialled in front of a national number, where it is nothing but put in front.
    pub(super) fn trunk(&self) -> Option<&str> {
        self.trunk.as_deref()
    }

    fn compile(country: Country) -> Option<Plan> {
        let region = region(country)?;
        let code = calling_code(country)?;
        // Where several countries share the code, a number is the first one's when its patterns match.
        if PHONE_NUMBER_UTIL.get_region_for_country_code(code) != Some(region) {
            return None;
        }
        let util = PHONE_NUMBER_UTIL.as_original();
        let metadata = util.get_metadata_for_region(region)?;
        let mobiles = if metadata.original.same_mobile_and_fixed_line_pattern() {
            &metadata.fixed_line
        } else {
            &metadata.mobile
        };
        let descriptions = [
            (Kind::Any, &metadata.general_desc),
            (Kind::Mobile, mobiles),
            (Kind::Special, &metadata.premium_rate),
            (Kind::Special, &metadata.toll_free),
            (Kind::Special, &metadata.shared_cost),
            (Kind::Special, &metadata.voip),
            (Kind::Special, &metadata.personal_number),
            (Kind::Special, &metadata.pager),
            (Kind::Special, &metadata.uan),
            (Kind::Special, &metadata.voicemail),
        ];
        let (mut patterns, mut rules) = (Vec::new(), Vec::new());
        for (kind, description) in descriptions {
            let lengths = lengths(&description.original.possible_length);
            if let Some(pattern) = description.national_number_pattern().anchor_full().ok()?
                && lengths != 0
            {
                patterns.push(pattern.as_str());
                rules.push(Rule { kind, lengths });
            }
        }
        let of_kind = |kind| {
            let rules = rules.iter().filter(|rule| rule.kind == kind);
            rules.fold(0, |bits, rule| bits | rule.lengths)
        };
        let any = of_kind(Kind::Any);
        let mark = |found: &[usize]| mobile_lengths(found.iter().map(|place| rules[*place]));
        let cut = metadata.national_prefix_for_parsing().anchor_start().ok()?;
        let cut = cut.map(|pattern| pattern.as_str());
        let abroad = metadata.international_prefix().anchor_start().ok()?;
        let trunk = metadata.original.national_prefix();
        let is_plain = is_put_in_front(region, trunk)?;
        Some(Plan {
            code: code.to_string(),
            trunk: Some(trunk.to_owned()).filter(|trunk| !trunk.is_empty() && is_plain),
            writes_zero: trunk == "0" && writes_trunk(region, trunk),
            lengths: of_kind(Kind::Mobile) & any,
            persons: any
                & (of_kind(Kind::Mobile) | lengths(&metadata.fixed_line.original.possible_length)),
            shortest: any.trailing_zeros(),
            mobiles: Table::compile(&patterns, MatchKind::All, mark)?,
            longest_cut: optional(cut, MatchKind::All)?,
            cut: optional(cut, MatchKind::LeftmostFirst)?,
            abroad: optional(abroad.map(|pattern| pattern.as_str()), MatchKind::All)?,
        })
    }
}

/// India's numbers of companies, which libphonenumber takes for fixed lines or mobiles: 1600 for calls of banks and the state,
/// 140 for those of advertisers (Telecom Regulatory Authority of India, Telecom Commercial Communications Customer Preference
/// Regulations).
pub(super) fn is_indian_company(code: &str, national: &str) -> bool {
    code == "91" && (national.starts_with("160") || national.starts_with("140"))
}

/// The digits with others behind them, up to that length.
fn padded(digits: &str, fill: char, length: usize) -> String {
    let missing = length.saturating_sub(digits.len());
    digits
        .chars()
        .chain(std::iter::repeat_n(fill, missing))
        .collect()
}

/// The lengths in which digits that these rules apply to are mobiles: libphonenumber's order of asking.
fn mobile_lengths(rules: impl Iterator<Item = Rule>) -> u32 {
    let (mut any, mut mobile, mut special) = (0, 0, 0);
    for rule in rules {
        match rule.kind {
            Kind::Any => any |= rule.lengths,
            Kind::Mobile => mobile |= rule.lengths,
            Kind::Special => special |= rule.lengths,
        }
    }
    any & mobile & !special
}

/// The lengths as bits. None named means that every length counts; -1 stands for none.
fn lengths(named: &[i32]) -> u32 {
    if named.is_empty() {
        return u32::MAX;
    }
    named
        .iter()
        .filter(|length| (0..32).contains(*length))
        .fold(0, |bits, length| bits | 1 << length)
}

/// Whether the trunk prefix is nothing but put in front of a national number: libphonenumber takes it off and rewrites
/// nothing.
fn is_put_in_front(region: Region, trunk: &str) -> Option<bool> {
    let metadata = PHONE_NUMBER_UTIL
        .as_original()
        .get_metadata_for_region(region)?;
    let whole = metadata.national_prefix_for_parsing().anchor_full().ok()?;
    let rewrites = !metadata
        .original
        .national_prefix_transform_rule()
        .is_empty();
    let found = whole.and_then(|pattern| pattern.captures(trunk));
    Some(found.is_some_and(|found| {
        !rewrites || found.iter().skip(1).flatten().all(|group| group.is_empty())
    }))
}

/// Whether the country's people write mobiles with the trunk prefix: libphonenumber puts it in front of the example,
/// and does not call it optional, as it does for India.
fn writes_trunk(region: Region, trunk: &str) -> bool {
    let util = PHONE_NUMBER_UTIL.as_original();
    let example =
        PHONE_NUMBER_UTIL.get_example_number_for_type_and_region(region, PhoneNumberType::Mobile);
    let (Ok(example), Some(metadata)) = (example, util.get_metadata_for_region(region)) else {
        return false;
    };
    let national = example.get_national_significant_number();
    let written = example.format_as(rlibphonenumber::PhoneNumberFormat::National);
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let format = util.choose_formatting_pattern_for_number(&metadata.number_format, &national);
    let is_optional = matches!(
        format,
        Ok(Some(format)) if format.original.national_prefix_optional_when_formatting()
    );
    digits == format!("{trunk}{national}") && !is_optional
}

/// No pattern, no table; `None` only when it could not be built.
fn optional(pattern: Option<&str>, matches: MatchKind) -> Option<Option<Table>> {
    match pattern {
        None | Some("") => Some(None),
        Some(pattern) => Table::compile(&[pattern], matches, |_| 1).map(Some),
    }
}

fn marked_front(table: Option<&Table>, digits: &str) -> Option<usize> {
    table?.marked_front(digits)
}

#[cfg(test)]
mod tests;
