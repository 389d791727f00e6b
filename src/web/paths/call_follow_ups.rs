//! The follow-up of the calls of a task. What is chosen stands in the address, and comes back with whatever is refused.

use leads::results::classify::CallGroup;

use super::query::with_query;

/// Where a follow-up is chosen, and where it is made.
pub fn call_follow_up(task: impl std::fmt::Display) -> String {
    format!("{}/follow-up", super::task(task))
}

/// What a person has chosen for a follow-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUpChoice {
    /// Groups of calls; `None` where nothing was chosen yet.
    pub groups: Option<Vec<CallGroup>>,
    /// The robot; empty for that of the task.
    pub robot: String,
    /// The name; empty for the one that is proposed.
    pub name: String,
    /// Whether the cooldown of the account holds.
    pub keeps_cooldown: bool,
}

/// Names of what is posted, and stands in the address.
pub const GROUP: &str = "group";
/// Says that groups were chosen, also where none is.
pub const CHOSEN: &str = "chosen";
/// The robot.
pub const ROBOT: &str = "robot";
/// The name of the task.
pub const NAME: &str = "name";
/// What becomes of the cooldown: [`KEEP`] where it holds.
pub const COOLDOWN: &str = "cooldown";
/// The value of [`COOLDOWN`] by which it holds.
pub const KEEP: &str = "keep";

impl FollowUpChoice {
    /// Reads what was posted, or stands in an address; `values` gives those of a name. Groups that are none are passed over.
    pub fn of(values: impl Fn(&str) -> Vec<String>) -> FollowUpChoice {
        let last = |name: &str| values(name).pop().unwrap_or_default();
        let groups = values(GROUP);
        let groups = groups.iter().filter_map(|key| CallGroup::from_key(key));
        let groups: Vec<CallGroup> = groups.collect();
        let is_chosen = !groups.is_empty() || !last(CHOSEN).is_empty();
        FollowUpChoice {
            groups: is_chosen.then_some(groups),
            robot: last(ROBOT),
            name: last(NAME),
            keeps_cooldown: last(COOLDOWN) == KEEP,
        }
    }

    /// The groups: those that were chosen, or else the ones that are chosen at first.
    pub fn groups(&self) -> Vec<CallGroup> {
        let at_first = || {
            let all = CallGroup::ALL.into_iter();
            all.filter(|group| group.is_called_again_at_first())
                .collect()
        };
        self.groups.clone().unwrap_or_else(at_first)
    }
}

/// The page with what was chosen.
pub fn call_follow_up_with(task: impl std::fmt::Display, choice: &FollowUpChoice) -> String {
    let groups = choice.groups.iter().flatten();
    let groups = groups.map(|group| (GROUP, group.key()));
    let others = [
        (CHOSEN, if choice.groups.is_some() { "yes" } else { "" }),
        (ROBOT, choice.robot.as_str()),
        (NAME, choice.name.as_str()),
        (COOLDOWN, if choice.keeps_cooldown { KEEP } else { "" }),
    ];
    let pairs: Vec<_> = groups.chain(others).collect();
    with_query(&call_follow_up(task), &pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(address: &str) -> FollowUpChoice {
        let url = url::Url::parse(&format!("http://localhost{address}")).unwrap();
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        FollowUpChoice::of(|wanted| crate::web::paths::values_of(&pairs, wanted))
    }

    #[test]
    fn a_choice_is_read_as_it_was_written() {
        for groups in [
            None,
            Some(vec![]),
            Some(vec![CallGroup::CallBack, CallGroup::NotReached]),
        ] {
            let choice = FollowUpChoice {
                groups,
                robot: "r&1".to_owned(),
                name: "Week 48 (2)".to_owned(),
                keeps_cooldown: true,
            };
            assert_eq!(read_back(&call_follow_up_with("7", &choice)), choice);
        }
        let nothing = FollowUpChoice::default();
        assert_eq!(call_follow_up_with("7", &nothing), "/tasks/7/follow-up");
        assert!(nothing.groups().contains(&CallGroup::NotReached));
        let none = FollowUpChoice {
            groups: Some(Vec::new()),
            ..nothing
        };
        assert_eq!(none.groups(), []);
    }
}
