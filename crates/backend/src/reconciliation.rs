//! Looking for a task in the provider's list: the only way to find out whether a call without a usable answer made it.

use std::collections::HashMap;

use airudder::TaskListPage;
use jiff::{SignedDuration, Timestamp, civil};
use localization::Message;

use crate::error::Error;
use crate::events::{BatchCreated, Event};
use crate::provider::Failure;
use crate::store::batches::BatchRecord;
use crate::store::events::{self, NewEvent};
use crate::{Backend, Caller, messages, store, tasks};

/// Tasks on a page of the provider's list.
const LIST_PAGE: u32 = 50;

/// Pages that are read at the most. A search that gets so far without an end shows no name to be absent.
const LIST_PAGES: u32 = 100;

/// The provider's clock may differ from ours by this.
const SKEW: SignedDuration = SignedDuration::from_hours(1);

/// A time without an offset may be of any zone on earth.
const ANY_ZONE: SignedDuration = SignedDuration::from_hours(15);

/// What a search has shown.
#[derive(Debug, Default)]
pub(crate) struct FoundTasks {
    ids: HashMap<String, Vec<String>>,
    /// Whether a name that was not found is absent from everything that was made since the sending.
    pub complete: bool,
}

impl FoundTasks {
    /// The ids that the list has under that name: none, one, or more where the provider made the same task twice.
    pub fn ids(&self, name: &str) -> &[String] {
        self.ids.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Reads the newest pages of the list until all names are found, until everything is older than `sent`, or to the list's end.
///
/// # Errors
/// When the list cannot be read: then the search shows nothing at all.
pub(crate) async fn find_tasks(
    backend: &Backend,
    now: Timestamp,
    names: &[&str],
    sent: Timestamp,
) -> Result<FoundTasks, Failure> {
    let mut found = FoundTasks::default();
    let mut all_readable = true;
    let mut last: Option<TaskListPage> = None;
    for number in 1..=LIST_PAGES {
        let page = backend.provider.tasks(|| now, number, LIST_PAGE).await?;
        for entry in &page.entries {
            match (&entry.name, &entry.task_id) {
                (Some(name), Some(id)) if names.contains(&name.as_str()) => {
                    let ids = found.ids.entry(name.clone()).or_default();
                    if !ids.contains(id) {
                        ids.push(id.clone());
                    }
                }
                // An entry without a name may be the one; so is an entry of the name without an id.
                (None, _) => all_readable = false,
                (Some(name), None) => all_readable &= !names.contains(&name.as_str()),
                (Some(_), Some(_)) => {}
            }
        }
        if found.ids.len() == names.len() || is_end(&page, last.as_ref(), number, sent) {
            found.complete = all_readable;
            break;
        }
        last = Some(page);
    }
    Ok(found)
}

/// Whether nothing that was made since `sent` can be on a later page.
fn is_end(page: &TaskListPage, last: Option<&TaskListPage>, number: u32, sent: Timestamp) -> bool {
    let is_short = page.entries.len() < LIST_PAGE as usize;
    // Some lists give their last page for every number beyond it; one that gives its first page for every number shows nothing.
    let repeats = last.is_some_and(|last| last.entries == page.entries);
    let all_older = page.entries.iter().all(|entry| {
        entry
            .created
            .as_deref()
            .is_some_and(|created| is_older(created, sent))
    });
    all_older || (repeats && (is_short || number > 2))
}

/// Whether a time as the provider writes it is certainly before the sending. The form is not documented.
fn is_older(created: &str, sent: Timestamp) -> bool {
    if let Ok(created) = created.parse::<Timestamp>() {
        return created
            .saturating_add(SKEW)
            .is_ok_and(|latest| latest < sent);
    }
    let Ok(created) = created.parse::<civil::DateTime>() else {
        return false;
    };
    created
        .to_zoned(jiff::tz::TimeZone::UTC)
        .is_ok_and(|created| {
            let latest = created.timestamp().saturating_add(SKEW + ANY_ZONE);
            latest.is_ok_and(|latest| latest < sent)
        })
}

/// Looks for batches, and marks as created those that are found; `by` is the person who asked, if one did. The others, where the
/// search shows them to be absent.
///
/// # Errors
/// When the list cannot be read, or the database fails.
pub(crate) async fn reconcile(
    backend: &Backend,
    by: Option<&Caller>,
    now: Timestamp,
    batches: &[BatchRecord],
) -> Result<Vec<BatchRecord>, Error> {
    let names: Vec<&str> = batches
        .iter()
        .map(|batch| batch.provider_name.as_str())
        .collect();
    let sent = batches
        .iter()
        .filter_map(|batch| batch.unconfirmed_since.as_ref())
        .map(|at| at.to_jiff())
        .min()
        .unwrap_or(now);
    let found = find_tasks(backend, now, &names, sent).await?;
    let (mut absent, mut written) = (Vec::new(), Ok(()));
    for batch in batches {
        match found.ids(&batch.provider_name) {
            [] if found.complete => absent.push(batch.clone()),
            [] => {}
            ids => {
                // Of one that cannot be written the others do not have to suffer.
                if let Err(error) = mark_created(backend, by, now, batch, ids).await {
                    tracing::error!(task = %batch.task_id, batch = batch.number,
                        error = &error as &dyn std::error::Error, "a batch that was found could not be marked as created");
                    written = written.and(Err(error));
                }
            }
        }
    }
    match by {
        // A person is told that something of it failed; the worker looks again.
        Some(_) => written.map(|()| absent),
        None => Ok(absent),
    }
}

/// What is said beside the id of a batch that was marked as created, where the list has more than one task of its name.
pub(crate) fn more_than_one(ids: &[String]) -> Option<Message> {
    let tasks = ids.len();
    (tasks > 1).then(|| messages::batch_words::several_tasks(ids.join(", "), tasks.to_string()))
}

async fn mark_created(
    backend: &Backend,
    by: Option<&Caller>,
    now: Timestamp,
    batch: &BatchRecord,
    ids: &[String],
) -> Result<(), Error> {
    let [id, ..] = ids else { return Ok(()) };
    let words = more_than_one(ids).map(|words| words.to_string());
    let mut transaction = backend.pool.begin().await?;
    let account = store::tasks::lock(&mut transaction, batch.task_id).await?;
    if store::batches::mark_created(&mut transaction, now, batch, id, words.as_deref()).await? {
        let found = Event::BatchFound(BatchCreated {
            batch: batch.number.into(),
            provider_id: id.clone(),
            words,
            refused: 0,
        });
        let event = NewEvent {
            by: by.map(Caller::actor),
            ..NewEvent::of_task(account, batch.task_id, now, found)
        };
        events::insert(&mut transaction, &event).await?;
        // What it was sent with may be on a list since.
        store::do_not_call_changes::insert_change(&mut transaction, now, account).await?;
        tasks::update_readable_state(&mut transaction, batch.task_id).await?;
    }
    transaction.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use airudder::TaskListEntry;
    use serde_json::Value;

    use super::*;

    fn page(entries: usize, created: &str) -> TaskListPage {
        let entry = |index: usize| TaskListEntry {
            task_id: Some(format!("{created} {index}")),
            name: Some(format!("{created} {index}")),
            status: None,
            created: Some(created.to_owned()),
            raw: Value::Null,
        };
        TaskListPage {
            entries: (0..entries).map(entry).collect(),
            total: None,
        }
    }

    fn sent() -> Timestamp {
        "2026-11-23T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn only_a_time_that_is_older_in_every_zone_ends_a_look() {
        for (created, older) in [
            ("2026-11-23T10:59:59Z", true),
            ("2026-11-23T11:30:00Z", false),
            ("2026-11-23T17:59:00+07:00", true),
            ("2026-11-23 05:00:00", false),
            ("2026-11-22 19:59:00", true),
            ("yesterday", false),
        ] {
            assert_eq!(is_older(created, sent()), older, "{created}");
        }
    }

    #[test]
    fn a_look_ends_at_an_empty_page_but_not_at_a_first_page_that_comes_again() {
        let (new, full) = (
            page(3, "2026-11-23T11:59:00Z"),
            page(50, "2026-11-23T11:58:00Z"),
        );
        assert!(is_end(&page(0, ""), Some(&full), 2, sent()));
        assert!(!is_end(&new, None, 1, sent()));
        assert!(is_end(&new, Some(&new), 2, sent()));
        assert!(!is_end(&full, Some(&full), 2, sent()));
        assert!(is_end(&full, Some(&full), 3, sent()));
    }
}
