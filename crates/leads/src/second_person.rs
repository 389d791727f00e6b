//! The second person: an account can ask that whoever had a hand in a draft does not have its people called without the approval of
//! somebody who had none (OWASP ASVS 5.0, 2.3.5).

use serde::{Deserialize, Serialize};

/// What is said to somebody who had a hand in a task and would send a batch of it again.
pub const SEND_AGAIN_BY_SOMEBODY_ELSE: &str = "Not sent: you changed the draft of this task, and the account or the calling rule asks for a second \
     person. Ask a launcher or an administrator who did not change it to send it again.";

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
}
