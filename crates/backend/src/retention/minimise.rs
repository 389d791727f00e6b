//! What nobody needs of a draft once it is submitted: its kept file, its edit steps, and where the account says so the columns that fill
//! nothing. It is dropped beside the worker's other work, within seconds, so that a long list is submitted as fast as before.

use jiff::Timestamp;
use sqlx::Connection;

use super::{ROWS_AT_ONCE, of_account};
use crate::Backend;
use crate::error::Error;
use crate::events::{DraftMinimised, Event};
use crate::store::events::{self, NewEvent};
use crate::store::minimise::{self as stored, DraftToMinimise};

/// Drops what is due of one draft, its next rows; whether there was one.
pub(super) async fn step(backend: &Backend, now: Timestamp) -> Result<bool, Error> {
    let mut connection = backend.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    let Some(draft) = stored::next_draft(&mut transaction).await? else {
        return Ok(false);
    };
    let chosen = of_account(&mut transaction, draft.account_id).await?;
    // Before somebody has chosen, all columns are kept.
    let drops_columns = chosen.is_some_and(|chosen| !chosen.unused_columns);
    let kept = drops_columns.then(|| kept_columns(&draft)).flatten();
    if draft.behind == 0 {
        let (file, steps) = stored::delete_file_and_steps(&mut transaction, draft.draft_id).await?;
        let all = draft.headers.as_ref().map_or(0, Vec::len);
        let columns = kept.as_ref().map_or(0, |kept| all - kept.len()) as u64;
        let dropped = DraftMinimised {
            columns,
            file,
            steps,
        };
        // That the file and the steps go is so for every task, and nobody misses them: only what files of results lack is told.
        if let (Some(task), true) = (draft.task_id, columns > 0) {
            stored::mark_columns_dropped(&mut transaction, task).await?;
            let event = Event::DraftMinimised(dropped);
            let event = NewEvent::of_task(draft.account_id, task, now, event);
            events::insert(&mut transaction, &event).await?;
        }
    }
    let behind = match &kept {
        Some(kept) => {
            let place = (draft.draft_id, draft.behind);
            stored::empty_columns(&mut transaction, place, kept, ROWS_AT_ONCE).await?
        }
        None => None,
    };
    stored::minimised(&mut transaction, draft.draft_id, behind).await?;
    transaction.commit().await?;
    Ok(true)
}

/// The columns that stay, from 1; `None` where all do.
fn kept_columns(draft: &DraftToMinimise) -> Option<Vec<i64>> {
    let (mapping, headers) = (draft.mapping.as_ref()?, draft.headers.as_ref()?);
    let used = mapping.0.used_columns(headers.len());
    let places = || {
        let used = used.iter();
        used.filter_map(|column| i64::try_from(column + 1).ok())
            .collect()
    };
    (used.len() < headers.len()).then(places)
}
