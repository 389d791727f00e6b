//! The second person: an account can ask that whoever had a hand in a draft does not have its people called without the approval of
//! somebody who had none (OWASP ASVS 5.0, 2.3.5).

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::second_person;

/// A person who would send a batch of a task again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SendingAgain {
    /// Whether the task is a test, which calls nobody else.
    pub is_test: bool,
    /// Whether the account asks for a second person.
    pub two_persons: bool,
    /// Whether the batch would call outside of a calling rule that refuses.
    pub rule_refuses: bool,
    /// Whether they had a hand in the draft of the task.
    pub contributed: bool,
    /// Whether they launched the task.
    pub launched: bool,
}

/// What asks for somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SomebodyElseFor {
    /// The account, which asks for a second person.
    Account,
    /// The calling rule, outside of which the batch would call.
    Rule,
}

impl SendingAgain {
    /// Whether somebody else has to send the batch, and for what. Outside of a rule that refuses, whoever launched the task within the rule
    /// decides nothing alone either.
    pub const fn needs_somebody_else(self) -> Option<SomebodyElseFor> {
        if self.is_test {
            return None;
        }
        match (self.two_persons, self.rule_refuses) {
            (_, true) if self.contributed || self.launched => Some(SomebodyElseFor::Rule),
            (true, false) if self.contributed => Some(SomebodyElseFor::Account),
            _ => None,
        }
    }
}

impl SomebodyElseFor {
    /// Why the batch was not sent.
    pub fn refusal(self) -> Message {
        match self {
            SomebodyElseFor::Account => second_person::by_somebody_else(),
            SomebodyElseFor::Rule => second_person::outside_by_somebody_else(),
        }
    }
}

/// What somebody who may launch can do about a draft that is ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LaunchStep {
    /// Have its people called: somebody has approved it, or nobody has to.
    Launch,
    /// Approve it, and have its people called by the same press if they want to.
    Approve,
    /// Ask somebody who had no hand in it.
    AskForApproval,
}

/// The step of somebody who may launch. An approval that holds is of exactly what goes out, by somebody else who may launch and had no
/// hand in the draft: with it, whoever may launch can. No role changes any of this.
pub const fn launch_step(needs_approval: bool, is_approved: bool, contributed: bool) -> LaunchStep {
    match (needs_approval, is_approved, contributed) {
        (false, _, _) | (true, true, _) => LaunchStep::Launch,
        (true, false, false) => LaunchStep::Approve,
        (true, false, true) => LaunchStep::AskForApproval,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_had_a_hand_in_a_draft_needs_an_approval_where_the_account_asks_for_one() {
        use LaunchStep::{Approve, AskForApproval, Launch};
        let table = [
            ((false, false, false), Launch),
            ((false, false, true), Launch),
            ((false, true, false), Launch),
            ((false, true, true), Launch),
            ((true, false, false), Approve),
            ((true, false, true), AskForApproval),
            ((true, true, false), Launch),
            ((true, true, true), Launch),
        ];
        for ((needs, approved, contributed), step) in table {
            assert_eq!(launch_step(needs, approved, contributed), step);
        }
    }
    #[test]
    fn a_batch_is_sent_again_outside_of_a_rule_that_refuses_by_who_had_no_part_in_its_task() {
        let (account, rule) = (Some(SomebodyElseFor::Account), Some(SomebodyElseFor::Rule));
        // Who has no part, who changed the draft, who launched it, who did both.
        let persons = [(false, false), (true, false), (false, true), (true, true)];
        for ((two_persons, rule_refuses), needed) in [
            ((false, false), [None, None, None, None]),
            ((true, false), [None, account, None, account]),
            ((false, true), [None, rule, rule, rule]),
            ((true, true), [None, rule, rule, rule]),
        ] {
            for ((contributed, launched), needed) in persons.into_iter().zip(needed) {
                let again = SendingAgain {
                    is_test: false,
                    two_persons,
                    rule_refuses,
                    contributed,
                    launched,
                };
                assert_eq!(again.needs_somebody_else(), needed, "{again:?}");
                let test = SendingAgain {
                    is_test: true,
                    ..again
                };
                assert_eq!(test.needs_somebody_else(), None, "it calls its person");
            }
        }
    }
}
