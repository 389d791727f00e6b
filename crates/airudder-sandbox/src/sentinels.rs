//! Task names and numbers that make a chosen thing happen, so that a person can see it without a broken network.

use crate::outcomes::RingType;

/// What is done with a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// It is checked, and nothing is created.
    Check,
    /// It is created.
    Create,
    /// It is stopped, or one of its numbers is cancelled.
    Stop,
}

impl Act {
    /// What stands before the word of a sentinel.
    fn prefix(self) -> &'static str {
        match self {
            Act::Check => "sandbox-check-",
            Act::Create => "sandbox-",
            Act::Stop => "sandbox-stop-",
        }
    }
}

/// What a task's name asks for. Where it speaks of a creation, a stop is meant where one is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameSentinel {
    /// HTTP 500; nothing is created.
    ServerError,
    /// The same at the first try only.
    ServerErrorOnce,
    /// HTTP 429 with `Retry-After` for the first tries.
    RateLimited,
    /// The token is refused and forgotten at the first try.
    TokenForgotten,
    /// Never answered; nothing is created.
    TimeoutBefore,
    /// Created, never answered.
    TimeoutAfter,
    /// Created, never answered, and missing from the task list for a while.
    Late,
    /// Created; the answer is cut in the middle.
    Cut,
    /// Created; the answer is not JSON.
    Garbled,
    /// Created; a gateway answers 502.
    BadGateway,
    /// Refused with the provider's words.
    Refused,
    /// Served after a while.
    Slow,
    /// Closed without an answer; nothing is created.
    Closed,
}

/// The word that follows `sandbox-`, `sandbox-check-` for the check, or `sandbox-stop-` for a stop, in a task's name. One that another
/// begins with stands behind that.
const NAME_WORDS: &[(&str, NameSentinel)] = &[
    ("500-once", NameSentinel::ServerErrorOnce),
    ("500", NameSentinel::ServerError),
    ("429", NameSentinel::RateLimited),
    ("401", NameSentinel::TokenForgotten),
    ("timeout-before", NameSentinel::TimeoutBefore),
    ("timeout-after", NameSentinel::TimeoutAfter),
    ("late", NameSentinel::Late),
    ("cut", NameSentinel::Cut),
    ("garbled", NameSentinel::Garbled),
    ("502", NameSentinel::BadGateway),
    ("refuse", NameSentinel::Refused),
    ("slow", NameSentinel::Slow),
    ("close", NameSentinel::Closed),
];

/// The sentinel in `name`, if it applies: `sandbox-…` to creation, `sandbox-check-…` to the check, `sandbox-stop-…` to a stop.
pub(crate) fn name_sentinel(name: &str, act: Act) -> Option<NameSentinel> {
    let name = name.to_ascii_lowercase();
    let prefix = act.prefix();
    NAME_WORDS
        .iter()
        .find(|(word, _)| name.contains(&format!("{prefix}{word}")))
        .map(|(_, sentinel)| *sentinel)
}

/// What a number's last digits ask for when its lead is validated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LeadSentinel {
    /// Refused, with this reason in `msg`.
    Refused(&'static str),
    /// Good in the check, refused with this reason at creation.
    RefusedAtCreation(&'static str),
    /// Refused with this reason where `DncSwitch` is true.
    InDoNotCallPool(&'static str),
    /// Refused by an entry that names neither row nor number nor comments.
    RefusedWithoutTrace(&'static str),
}

/// What a number's last digits ask for when it is dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CallSentinel {
    /// No dial is ever answered; each ends in this way.
    Unanswered(RingType),
    /// The first dial is answered, and ends with this intention.
    Answered(&'static str),
    /// The first dial is answered and hung up at once, without an intention.
    HangsUp,
    /// The line is busy at every dial but the last.
    BusyAtFirst,
    /// Ends in words that no documentation lists.
    UnheardOf,
}

const LEAD_ENDINGS: &[(&str, LeadSentinel)] = &[
    ("9000000", LeadSentinel::Refused("Number Blocked")),
    ("9000001", LeadSentinel::Refused("Country Code Error")),
    ("9000002", LeadSentinel::Refused("Number Format Error")),
    ("9000003", LeadSentinel::RefusedAtCreation("Number Blocked")),
    ("9000004", LeadSentinel::InDoNotCallPool("DNC Number")),
    (
        "9000005",
        LeadSentinel::RefusedWithoutTrace("Number Blocked"),
    ),
];

const CALL_ENDINGS: &[(&str, CallSentinel)] = &[
    ("9000010", CallSentinel::Unanswered(RingType::NoAnswer)),
    ("9000011", CallSentinel::Answered("A")),
    ("9000012", CallSentinel::HangsUp),
    ("9000013", CallSentinel::BusyAtFirst),
    ("9000014", CallSentinel::UnheardOf),
    ("9000015", CallSentinel::Unanswered(RingType::NotInUse)),
    ("9000016", CallSentinel::Unanswered(RingType::SwitchedOff)),
    (
        "9000017",
        CallSentinel::Unanswered(RingType::AnsweringMachine),
    ),
    ("9000018", CallSentinel::Unanswered(RingType::DoNotCall)),
    ("9000019", CallSentinel::Answered("D")),
];

/// The sentinel in a number's last digits that decides whether its lead is refused.
pub(crate) fn lead_sentinel(mobile: &str) -> Option<LeadSentinel> {
    LEAD_ENDINGS
        .iter()
        .find(|(ending, _)| mobile.ends_with(ending))
        .map(|(_, sentinel)| *sentinel)
}

/// The sentinel in a number's last digits that decides how its call goes.
pub(crate) fn call_sentinel(mobile: &str) -> Option<CallSentinel> {
    CALL_ENDINGS
        .iter()
        .find(|(ending, _)| mobile.ends_with(ending))
        .map(|(_, sentinel)| *sentinel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_lists_every_sentinel() {
        let readme = include_str!("../README.md");
        let names = NAME_WORDS
            .iter()
            .map(|(word, _)| format!("`sandbox-{word}`"));
        let endings = LEAD_ENDINGS
            .iter()
            .map(|(ending, _)| *ending)
            .chain(CALL_ENDINGS.iter().map(|(ending, _)| *ending));
        for sentinel in names.chain(endings.map(|ending| format!("`{ending}`"))) {
            assert!(
                readme.contains(&sentinel),
                "the README does not list {sentinel}"
            );
        }
    }

    #[test]
    fn a_name_asks_for_a_failure_of_one_act_and_leaves_the_others_alone() {
        assert_eq!(
            name_sentinel("July sandbox-500 x", Act::Create),
            Some(NameSentinel::ServerError)
        );
        assert_eq!(name_sentinel("July sandbox-500 x", Act::Check), None);
        assert_eq!(
            name_sentinel("Sandbox-Check-Cut", Act::Check),
            Some(NameSentinel::Cut)
        );
        assert_eq!(name_sentinel("Sandbox-Check-Cut", Act::Create), None);
        assert_eq!(name_sentinel("sandbox only", Act::Create), None);
        for act in [Act::Check, Act::Create] {
            assert_eq!(name_sentinel("Week 48 sandbox-stop-500", act), None);
        }
        let stopped = |name| name_sentinel(name, Act::Stop);
        assert_eq!(
            stopped("sandbox-stop-500-once"),
            Some(NameSentinel::ServerErrorOnce)
        );
        assert_eq!(stopped("sandbox-stop-500"), Some(NameSentinel::ServerError));
        assert_eq!(stopped("sandbox-500"), None);
    }
}
