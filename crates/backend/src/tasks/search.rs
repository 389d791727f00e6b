//! The search of the history. However many tasks there are and whatever is typed, a page of it takes a bounded time: a search
//! that has not filled its page by then says how far it has come, and goes on from there.

use std::time::Duration;

use crate::Backend;
use crate::error::Error;
use crate::store::task_history::{self, Found, HistoryFilter};

/// Tasks that are looked at one by one before the index is asked. A word that is in one of forty fills the page by that, and to
/// sort its many matches out of the index would take longer.
const FIRST_SCAN: usize = 2_000;

/// Tasks that are looked at one by one where no word is in the index.
const WHOLE_SCAN: usize = 10_000;

/// For how long the index is asked for words that are common.
const INDEX_TIME: Duration = Duration::from_millis(15);

/// The newest tasks of the filter with all of these words, at most so many.
pub(super) async fn search(
    backend: &Backend,
    filter: &HistoryFilter,
    words: &[String],
    most: usize,
) -> Result<Found, Error> {
    let indexed = words.iter().any(|word| task_history::is_indexed(word));
    let scanned = if indexed { FIRST_SCAN } else { WHOLE_SCAN };
    let pool = &backend.pool;
    let mut found = task_history::scan(pool, filter, words, scanned, most).await?;
    let Some(stopped) = found
        .stopped
        .filter(|_| indexed && found.places.len() < most)
    else {
        return Ok(found);
    };
    let older = HistoryFilter {
        before: Some(stopped),
        ..*filter
    };
    let left = most - found.places.len();
    let in_index = if task_history::are_common(pool, filter.account, words).await? {
        task_history::find_in_slices(pool, &older, words, INDEX_TIME, left).await?
    } else {
        task_history::find_anywhere(pool, &older, words, left).await?
    };
    found.places.extend(in_index.places);
    found.stopped = in_index.stopped;
    Ok(found)
}
