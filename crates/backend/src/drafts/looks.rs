//! Looks at single cells of a list: on pages that show a few of them and not its leads.

use jiff::Timestamp;
use leads::numbers::mask_numbers;
use leads::views::FirstLead;

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

/// The same of one lead, with what the robot says of it. It is not masked, since an amount of seven digits would be, too, and it has to be read
/// before anybody is called.
pub(crate) async fn record_lead<'a>(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    draft: DraftId,
    lead: Option<&'a FirstLead>,
    says: impl Iterator<Item = &'a str>,
) -> Result<(), Error> {
    let Some(lead) = lead else {
        return Ok(());
    };
    let mut texts = std::iter::once(lead.customer.as_str()).chain(says);
    if !texts.any(holds_number) {
        return Ok(());
    }
    let look = AuditAction::LeadsShown {
        page: LeadsPage::Lead,
        digits: 0,
        leads: 1,
        first_row: Some(lead.row),
        last_row: Some(lead.row),
    };
    let entry = AuditEntry::of(caller, now, look).about(AuditObject::Draft(draft));
    Ok(store::audit::insert(&backend.pool, &entry).await?)
}
