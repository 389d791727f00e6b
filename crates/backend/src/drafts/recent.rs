//! A list whose numbers were all called recently.

use leads::views::AllRecentView;

use super::readiness::Readiness;
use crate::store::reviews::AllRecentRecord;

/// What the review says of it.
pub(super) fn all_recent(record: AllRecentRecord, readiness: &Readiness<'_>) -> AllRecentView {
    let (tally, account) = (readiness.draft.tally(), readiness.account);
    AllRecentView {
        count: tally.recent,
        is_all: tally.recent == tally.all(),
        days: account.settings.cooldown_days,
        task: record.task.to_string(),
        name: record.name,
        day: leads::day(record.at, readiness.now, account.zone()),
        other_tasks: record.tasks.saturating_sub(1),
    }
}
