//! Looks at single cells of a list: on pages that show a few of them and not its leads.

use jiff::Timestamp;
use leads::numbers::mask_numbers;

use crate::audit::{AuditAction, AuditEntry, AuditObject, LeadsPage};
use crate::error::Error;
use crate::ids::DraftId;
use crate::{Backend, Caller, store};

/// Whether a number stands whole in the text.
pub(super) fn holds_number(text: &str) -> bool {
    mask_numbers(text) != text
}

/// Writes down that cells with whole numbers were shown, where there were any. Asked before the page is shown.
pub(super) async fn record(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    (draft, page): (DraftId, LeadsPage),
    cells: usize,
) -> Result<(), Error> {
    if cells == 0 {
        return Ok(());
    }
    let look = AuditAction::LeadsShown {
        page,
        digits: 0,
        leads: cells as u64,
        first_row: None,
        last_row: None,
    };
    let entry = AuditEntry::of(caller, now, look).about(AuditObject::Draft(draft));
    Ok(store::audit::insert(&backend.pool, &entry).await?)
}
