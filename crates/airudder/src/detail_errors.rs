//! Tying the provider's detail errors back to the leads that were sent.
//!
//! The documentation has one example, `{"field":"Details[1]","msg":"Country Code Error: 13016111","comments":"C12345567 "}`,
//! and does not say whether `Details[n]` counts from 0 or from 1. A wrong guess blames a neighbour, so an error is tied
//! only where index, number and comments together leave one lead.

use std::fmt;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::lenient;

/// Shortest run of digits that is taken for a phone number; shorter ones are limits ("at most 64").
const MIN_NUMBER_LENGTH: usize = 5;

/// One entry of `detail_error_list`. A missing or null member is "".
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct DetailError {
    /// Which detail: `Details[1]`, perhaps with more behind it.
    #[serde(default, deserialize_with = "text_or_empty")]
    pub field: String,
    /// Free text that seems to end with the offending number.
    #[serde(default, deserialize_with = "text_or_empty")]
    pub msg: String,
    /// The lead's `Comments`, perhaps with blanks around.
    #[serde(default, deserialize_with = "text_or_empty")]
    pub comments: String,
}

impl fmt::Debug for DetailError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("DetailError")
            .field("field", &self.field)
            .finish_non_exhaustive()
    }
}

fn text_or_empty<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text),
        value @ Value::Number(_) => Ok(lenient::text(&value).unwrap_or_default()),
        _ => Err(serde::de::Error::custom("wrong type, expected a text")),
    }
}

/// What was sent of a lead that an error can be compared with.
#[derive(Clone, Copy)]
pub struct SentLead<'a> {
    /// `Mobile` as sent.
    pub mobile: &'a str,
    /// `Comments` as sent, "" where none were.
    pub comments: &'a str,
}

/// From where the provider counts `Details[n]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexBase {
    /// The first detail is `Details[0]`.
    Zero,
    /// The first detail is `Details[1]`.
    One,
}

/// Errors tied to leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchedErrors {
    /// Position in what was sent, from 0, and the error; in the order of the errors. A lead may have several.
    pub refused: Vec<(usize, DetailError)>,
    /// Errors that no lead can be blamed for with certainty.
    pub unmatched: Vec<DetailError>,
    /// The base that the errors show; none where no error decides, or where errors contradict each other.
    pub base: Option<IndexBase>,
}

/// Ties errors to the leads they are about.
///
/// Under each base an error points at one lead. If number or comments speak against one of the two leads and for the
/// other, the error shows the base. The base so found ties the other errors too, each only if its number and comments
/// agree with the lead. Without a base, and where errors show both bases, nothing is tied.
pub fn match_errors(sent: &[SentLead<'_>], errors: &[DetailError]) -> MatchedErrors {
    let mut shown = errors.iter().filter_map(|error| shown_base(sent, error));
    let base = shown
        .next()
        .filter(|first| shown.all(|other| other == *first));
    let mut matched = MatchedErrors {
        refused: Vec::new(),
        unmatched: Vec::new(),
        base,
    };
    for error in errors {
        let lead = base
            .and_then(|base| pointed_at(sent, error, base))
            .filter(|(_, fit)| fit.ties());
        match lead {
            Some((position, _)) => matched.refused.push((position, error.clone())),
            None => matched.unmatched.push(error.clone()),
        }
    }
    matched
}

/// The base under which alone the error can be right, if there is positive evidence for it.
fn shown_base(sent: &[SentLead<'_>], error: &DetailError) -> Option<IndexBase> {
    let fit = |base| pointed_at(sent, error, base).map(|(_, fit)| fit);
    let (zero, one) = (fit(IndexBase::Zero), fit(IndexBase::One));
    let possible = |fit: Option<Fit>| fit.is_some_and(|fit| fit.is_possible());
    match (possible(zero), possible(one)) {
        (true, false) if zero.is_some_and(|fit| fit.shows()) => Some(IndexBase::Zero),
        (false, true) if one.is_some_and(|fit| fit.shows()) => Some(IndexBase::One),
        _ => None,
    }
}

/// How an error and a lead compare.
#[derive(Clone, Copy)]
struct Fit {
    number: Number,
    comments: Comments,
}

#[derive(Clone, Copy, PartialEq)]
enum Number {
    Same,
    Other,
    NotSaid,
}

#[derive(Clone, Copy, PartialEq)]
enum Comments {
    Same,
    BothEmpty,
    Other,
    /// The lead has comments, the error has none: perhaps another lead, perhaps the provider left them out.
    NotSaid,
}

impl Fit {
    fn is_possible(self) -> bool {
        self.number != Number::Other && self.comments != Comments::Other
    }

    fn shows(self) -> bool {
        self.is_possible() && (self.number == Number::Same || self.comments == Comments::Same)
    }

    /// With the base known the index counts too, so that an error which says nothing more about a lead without comments
    /// is tied; one that leaves out comments the lead has needs the number.
    fn ties(self) -> bool {
        self.shows() || (self.is_possible() && self.comments == Comments::BothEmpty)
    }
}

fn pointed_at(sent: &[SentLead<'_>], error: &DetailError, base: IndexBase) -> Option<(usize, Fit)> {
    let index = index_in(&error.field)?;
    let position = match base {
        IndexBase::Zero => index,
        IndexBase::One => index.checked_sub(1)?,
    };
    let lead = sent.get(position)?;
    let fit = Fit {
        number: compare_number(&error.msg, lead.mobile),
        comments: compare_comments(error.comments.trim(), lead.comments.trim()),
    };
    Some((position, fit))
}

/// `n` of `Details[n]`, whatever follows.
fn index_in(field: &str) -> Option<usize> {
    let field = field.trim();
    let name = field
        .get(..7)
        .filter(|name| name.eq_ignore_ascii_case("details"))?;
    let (index, _) = field[name.len()..]
        .trim_start()
        .strip_prefix('[')?
        .split_once(']')?;
    let index = index.trim();
    if index.bytes().all(|byte| byte.is_ascii_digit()) {
        index.parse().ok()
    } else {
        None
    }
}

fn compare_comments(of_error: &str, of_lead: &str) -> Comments {
    match (of_error.is_empty(), of_lead.is_empty()) {
        (true, true) => Comments::BothEmpty,
        (true, false) => Comments::NotSaid,
        _ if of_error == of_lead => Comments::Same,
        _ => Comments::Other,
    }
}

/// Compares the number at the end of the message: whole, without plus, or only its national digits.
fn compare_number(msg: &str, mobile: &str) -> Number {
    let end = msg.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let before = end.trim_end_matches(|letter: char| letter.is_ascii_digit());
    // A national number may be written with its trunk zero, an international one with 00.
    let said = end[before.len()..].trim_start_matches('0');
    // Digits right behind a letter belong to a code, such as comments that are quoted.
    let in_a_code = before.ends_with(|letter: char| letter.is_ascii_alphanumeric());
    if said.len() < MIN_NUMBER_LENGTH || in_a_code {
        return Number::NotSaid;
    }
    let dialled: String = mobile.chars().filter(char::is_ascii_digit).collect();
    if dialled.ends_with(said) {
        Number::Same
    } else {
        Number::Other
    }
}
