//! The second person: an account can ask that whoever had a hand in a draft does not have its people called without the approval of
//! somebody who had none (OWASP ASVS 5.0, 2.3.5).

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::second_person;

/// Why that person does not send a batch of a task again, where somebody else has to. `two_persons` says that the account asks for a second
/// person, `rule_refuses` that the batch would call outside of a calling rule that refuses: then whoever launched the task within the rule
/// decides nothing alone either.
pub fn send_again_refusal(
    two_persons: bool,
    rule_refuses: bool,
    contributed: bool,
    launched: bool,
) -> Option<Message> {
    match (two_persons, rule_refuses, contributed, launched) {
        (_, true, true, _) | (_, true, _, true) => Some(second_person::outside_by_somebody_else()),
        (true, false, true, _) => Some(second_person::by_somebody_else()),
        _ => None,
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
        let (account, rule) = (
            || Some(second_person::by_somebody_else()),
            || Some(second_person::outside_by_somebody_else()),
        );
        // Who has no part, who changed the draft, who launched it, who did both.
        let persons = [(false, false), (true, false), (false, true), (true, true)];
        for (asked, refusals) in [
            ((false, false), [None, None, None, None]),
            ((true, false), [None, account(), None, account()]),
            ((false, true), [None, rule(), rule(), rule()]),
            ((true, true), [None, rule(), rule(), rule()]),
        ] {
            let refusal = |(contributed, launched)| {
                send_again_refusal(asked.0, asked.1, contributed, launched)
            };
            assert_eq!(persons.map(refusal), refusals, "{asked:?}");
        }
    }
}
