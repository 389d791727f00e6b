//! A follow-up of the calls of a task: who can be called again.

use serde::{Deserialize, Serialize};

use crate::results::classify::CallGroup;
use crate::results::follow_up::WhyNotAgain;

/// Whom a follow-up can call again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallFollowUpView {
    /// The task.
    pub task: String,
    /// Its name.
    pub name: String,
    /// A name for the follow-up.
    pub suggested_name: String,
    /// The robot of the task.
    pub robot: String,
    /// The robots of the account, id and name.
    pub robots: Vec<(String, String)>,
    /// Days in which the account calls no number again; 0 for none.
    pub cooldown_days: u32,
    /// The calls of the task by group, in the order of the groups; only groups that have any.
    pub groups: Vec<FollowUpGroup>,
}

impl CallFollowUpView {
    /// Of those groups, how many people would be called again.
    pub fn people(&self, chosen: &[CallGroup]) -> u32 {
        self.chosen(chosen).map(FollowUpGroup::people).sum()
    }

    /// Why others of those groups are left out all the same; with them the people of the task who are never called again.
    pub fn left_out(&self, chosen: &[CallGroup]) -> Vec<(WhyNotAgain, u32)> {
        let never = self
            .groups
            .iter()
            .filter(|group| matches!(group.group, CallGroup::DoNotCall | CallGroup::WrongNumber));
        let counted: Vec<(WhyNotAgain, u32)> = self
            .chosen(chosen)
            .chain(never)
            .flat_map(|group| group.left_out.iter().copied())
            .collect();
        let sum = |reason: WhyNotAgain| {
            let of_reason = counted.iter().filter(|(why, _)| *why == reason);
            (reason, of_reason.map(|(_, calls)| calls).sum())
        };
        WhyNotAgain::ALL.map(sum).to_vec()
    }

    fn chosen(&self, chosen: &[CallGroup]) -> impl Iterator<Item = &FollowUpGroup> {
        let may = |group: &&FollowUpGroup| group.group.may_be_called_again();
        let groups = self.groups.iter().filter(may);
        groups.filter(move |group| chosen.contains(&group.group))
    }
}

/// Calls of one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpGroup {
    /// The group.
    pub group: CallGroup,
    /// Its calls.
    pub calls: u32,
    /// Those that are left out all the same, by reason.
    pub left_out: Vec<(WhyNotAgain, u32)>,
}

impl FollowUpGroup {
    /// A group without calls.
    pub const fn of(group: CallGroup) -> FollowUpGroup {
        FollowUpGroup {
            group,
            calls: 0,
            left_out: Vec::new(),
        }
    }

    /// Those that would be called again.
    pub fn people(&self) -> u32 {
        let left_out: u32 = self.left_out.iter().map(|(_, calls)| calls).sum();
        self.calls.saturating_sub(left_out)
    }
}

/// A chain of follow-ups: its tasks in the order of their submission, and the people of all of them, each number once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainView {
    /// The tasks.
    pub tasks: Vec<ChainedTask>,
    /// Numbers that were sent.
    pub people: u32,
    /// Those that any of the tasks has reached.
    pub reached: u32,
    /// Those that were interested in any of them.
    pub interested: u32,
}

/// A task of a chain of follow-ups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainedTask {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Leads of its created batches.
    pub sent: u32,
    /// Those that were reached.
    pub reached: u32,
    /// Those that were interested.
    pub interested: u32,
}
