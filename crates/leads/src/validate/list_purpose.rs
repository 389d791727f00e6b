//! What a list is for: why its people may be called, and where it is from.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::text::{is_unreadable, length, trimmed};
use crate::messages::{form_problems, list_purpose};
use crate::views::FormProblem;

/// The longest of each of the three, in characters.
pub const MAX_PURPOSE_LENGTH: usize = 200;

/// What a list is for. Data protection laws of all four countries ask for each of the three; calling rules say where they must be told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPurpose {
    /// Why its people are called: `Winter campaign, savings accounts`.
    pub purpose: String,
    /// Where it is from: `Customers who asked for an offer, CRM, 20 November`.
    pub source: String,
    /// Why they may be called: `Consent, form of 2026`.
    pub legal_basis: String,
}

impl ListPurpose {
    /// Whether nothing was told.
    pub fn is_empty(&self) -> bool {
        self == &ListPurpose::default()
    }

    /// What was told, as label and value.
    pub fn facts(&self) -> Vec<(Message, String)> {
        let all = [
            (list_purpose::purpose(), &self.purpose),
            (list_purpose::source(), &self.source),
            (list_purpose::legal_basis(), &self.legal_basis),
        ];
        let told = all.into_iter().filter(|(_, value)| !value.is_empty());
        told.map(|(label, value)| (label, value.clone())).collect()
    }
}

/// Reads the three; `is_needed` where none of them may be missing. Inputs: `list_purpose`, `list_source`, `legal_basis`.
pub(super) fn parse_list_purpose(
    typed: [&str; 3],
    is_needed: bool,
) -> Result<ListPurpose, Vec<FormProblem>> {
    let mut problems = Vec::new();
    let names = [
        (
            "list_purpose",
            form_problems::purpose_missing as fn() -> Message,
        ),
        ("list_source", form_problems::source_missing),
        ("legal_basis", form_problems::legal_basis_missing),
    ];
    let mut read = names
        .into_iter()
        .zip(typed)
        .map(|((input, missing), typed)| {
            let text = trimmed(typed);
            if let Some(sentence) = problem(text, missing, is_needed) {
                problems.push(FormProblem::new(input, sentence));
            }
            text.to_owned()
        });
    let mut next = || read.next().unwrap_or_default();
    let told = ListPurpose {
        purpose: next(),
        source: next(),
        legal_basis: next(),
    };
    drop(read);
    if problems.is_empty() {
        Ok(told)
    } else {
        Err(problems)
    }
}

fn problem(text: &str, missing: fn() -> Message, is_needed: bool) -> Option<Message> {
    let found = length(text);
    if text.is_empty() {
        is_needed.then(missing)
    } else if found > MAX_PURPOSE_LENGTH {
        Some(form_problems::long_text(found, MAX_PURPOSE_LENGTH))
    } else if is_unreadable(text) {
        Some(form_problems::unreadable_text())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(typed: [&str; 3], is_needed: bool) -> Vec<String> {
        let problems = parse_list_purpose(typed, is_needed).expect_err("something is wrong");
        problems.into_iter().map(|problem| problem.input).collect()
    }

    #[test]
    fn each_of_the_three_is_asked_for_where_the_rule_does() {
        let nothing = ["", " ", ""];
        assert_eq!(
            parse_list_purpose(nothing, false),
            Ok(ListPurpose::default())
        );
        assert_eq!(
            inputs(nothing, true),
            ["list_purpose", "list_source", "legal_basis"]
        );
        assert_eq!(inputs(["Offer", "CRM", ""], true), ["legal_basis"]);
        let told = parse_list_purpose([" Offer ", "CRM", "Consent"], true).expect("all is told");
        assert_eq!(told.facts().len(), 3);
        assert_eq!(told.purpose, "Offer");
    }

    #[test]
    fn what_is_too_long_is_refused_also_where_nothing_is_asked_for() {
        let long = "é".repeat(MAX_PURPOSE_LENGTH);
        assert!(parse_list_purpose([&long, "", ""], false).is_ok());
        let longer = format!("{long}é");
        assert_eq!(
            inputs([&longer, "", "a\u{FFFD}"], false),
            ["list_purpose", "legal_basis"]
        );
    }
}
