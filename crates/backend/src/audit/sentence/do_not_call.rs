//! What people read of actions about do-not-call lists.

use leads::numbers::count_with_noun;

use crate::audit::action::AuditAction;

impl AuditAction {
    pub(super) fn of_do_not_call(&self) -> Option<String> {
        let count = |numbers: u64| count_with_noun(numbers, "number", "numbers");
        Some(match self {
            AuditAction::DoNotCallAdded { numbers } => {
                format!("Put {} on the company’s do-not-call list.", count(*numbers))
            }
            AuditAction::DoNotCallRemoved { list, reason } => {
                format!("Took a number off the do-not-call list “{list}”: {reason}")
            }
            AuditAction::DoNotCallSearched { found } => {
                let found = count_with_noun(*found, "entry", "entries");
                format!("Searched the do-not-call lists for a number: {found}.")
            }
            AuditAction::DoNotCallListTakenIn {
                list,
                as_of,
                numbers,
                unreadable,
                sha256,
            } => {
                let digits: String = sha256.chars().take(12).collect();
                let without = match unreadable {
                    0 => String::new(),
                    unreadable => format!(
                        ", {} unreadable",
                        count_with_noun(*unreadable, "row", "rows")
                    ),
                };
                format!(
                    "Uploaded the do-not-call list “{list}” of {as_of} with {}{without} (SHA-256 {digits}…).",
                    count(*numbers)
                )
            }
            AuditAction::DoNotCallListRemoved { list, numbers } => {
                format!(
                    "Removed the do-not-call list “{list}” with {}.",
                    count(*numbers)
                )
            }
            AuditAction::DoNotCallReapplied { listed, taken_off } => format!(
                "Put {} on the company’s do-not-call list again and took {} off do-not-call lists again, as the restore journal says.",
                count(*listed),
                count(*taken_off)
            ),
            AuditAction::DoNotCallKeyMade {} => {
                "Made a new key for the numbers on do-not-call lists.".to_owned()
            }
            _ => return None,
        })
    }
}
