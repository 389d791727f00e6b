//! When what is left of a task is stopped by itself, because its calls reach too few.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::text::trimmed;
use super::whole_number::whole_number;
use crate::messages::{form_problems, when};
use crate::views::FormProblem;

/// The most calls after which a rule looks: a list has no more leads.
const MAX_CALLS: u32 = 200_000;

/// All of them.
const MAX_PERCENT: u32 = 100;

/// Stops what is left when fewer than so many per cent are reached after so many calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopRule {
    /// The least share of the dialled leads that is to be reached, in per cent: 1 to 100.
    pub percent: u8,
    /// From so many dialled leads on: 1 to 200,000.
    pub calls: u32,
}

impl StopRule {
    /// Whether what is left is to be stopped when so many leads were dialled and so many of them reached. Whoever counts them leaves
    /// out those whose call is under way.
    pub fn applies(self, dialled: u64, reached: u64) -> bool {
        dialled >= u64::from(self.calls) && reached * 100 < dialled * u64::from(self.percent)
    }

    /// The rule in words.
    pub fn message(self) -> Message {
        when::stop_rule(self.calls, self.percent)
    }
}

/// Reads the rule: both fields, or neither. Inputs: `stop_percent`, `stop_calls`.
pub(super) fn parse_stop_rule(
    percent: &str,
    calls: &str,
) -> Result<Option<StopRule>, Vec<FormProblem>> {
    let [is_without_percent, is_without_calls] =
        [percent, calls].map(|text| trimmed(text).is_empty());
    if is_without_percent && is_without_calls {
        return Ok(None);
    }
    let mut problems = Vec::new();
    let mut problem = |input, sentence: Message| problems.push(FormProblem::new(input, sentence));
    let parsed_percent =
        whole_number(percent, 1, MAX_PERCENT).and_then(|number| u8::try_from(number).ok());
    if is_without_percent {
        problem("stop_percent", form_problems::stop_percent_missing());
    } else if parsed_percent.is_none() {
        problem("stop_percent", form_problems::stop_percent(MAX_PERCENT));
    }
    let parsed_calls = whole_number(calls, 1, MAX_CALLS);
    if is_without_calls {
        problem("stop_calls", form_problems::stop_calls_missing());
    } else if parsed_calls.is_none() {
        problem("stop_calls", form_problems::stop_calls(MAX_CALLS));
    }
    match parsed_percent.zip(parsed_calls) {
        Some((percent, calls)) => Ok(Some(StopRule { percent, calls })),
        None => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(percent: &str, calls: &str) -> Vec<String> {
        let problems = parse_stop_rule(percent, calls).unwrap_err();
        problems.into_iter().map(|problem| problem.input).collect()
    }

    #[test]
    fn a_rule_has_both_fields_or_neither() {
        assert_eq!(parse_stop_rule(" ", ""), Ok(None));
        let rule = StopRule {
            percent: 5,
            calls: 500,
        };
        assert_eq!(parse_stop_rule(" 5", "500 "), Ok(Some(rule)));
        assert_eq!(problems("5", ""), ["stop_calls"]);
        assert_eq!(problems("", "500"), ["stop_percent"]);
        assert_eq!(problems("", "0"), ["stop_percent", "stop_calls"]);
        assert_eq!(problems("101", "0"), ["stop_percent", "stop_calls"]);
        assert_eq!(problems("0", "200001"), ["stop_percent", "stop_calls"]);
        assert_eq!(problems("1.5", "9"), ["stop_percent"]);
    }

    #[test]
    fn a_rule_applies_from_its_calls_on_where_fewer_are_reached() {
        let rule = StopRule {
            percent: 10,
            calls: 50,
        };
        assert!(!rule.applies(49, 0));
        assert!(rule.applies(50, 4));
        assert!(!rule.applies(50, 5), "10% are not fewer than 10%");
        assert!(rule.applies(1_000, 99));
        assert!(!rule.applies(1_000, 100));
    }

    #[test]
    fn a_rule_is_said_in_words() {
        let rule = StopRule {
            percent: 5,
            calls: 1_000,
        };
        assert_eq!(
            rule.message().to_string(),
            "when fewer than 5% are reached after 1,000 calls"
        );
    }
}
